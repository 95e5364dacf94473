"""Cells in the middle of several entries, printed without rules: the number and the text of a goal beside all its indicators.

Neither their first line nor their last one is beside the first or the last entry, so no line of them says where they begin. Which
entries a cell stands over is the partition of the entries in which the middles agree best, every group with one number; the texts of
the goals may also begin with their groups while the numbers stand in the middle.
"""

from collections.abc import Sequence
from math import inf
from typing import Final

from extractor.tables.profile import looks
from extractor.tables.rows import SHORTEST_LABEL, Columns
from extractor.tables.rows_model import PhysicalRow

_MOST: Final = 12
"""Entries under one cell at most."""
_NO_TEXT: Final = 2.0
"""Cost of a group with a number and no text."""
_FITS: Final = 0.7
"""Squared lines by which the cells of a group may be off its middle on average."""
_FEWEST: Final = 2
"""Groups of a page at least."""

Span = tuple[int, int]


def groups(
    rows: Sequence[PhysicalRow], at: Sequence[float], entries: Sequence[Span], leading: Sequence[int], *, goes_on: bool
) -> list[Span]:
    """The rows that each group of entries takes up; nothing where the cells of the ``leading`` columns fit no groups.

    ``at`` are the printed lines of the rows. Where the table goes on on the next page (``goes_on``), its last cell may be cut there
    and stand on top.
    """
    numbers = [c for c in leading if any("ordinal" in looks(row.text[c]) for row in rows)]
    texts = [c for c in leading if c not in numbers and any(row.text[c] for row in rows)]
    if len(numbers) != 1 or not texts:
        return []
    settings = [_best(rows, at, entries, (numbers[0], texts, on_top), goes_on=goes_on) for on_top in (False, True)]
    cost, found = min(settings, key=lambda setting: setting[0])
    return found if _FEWEST <= len(found) < len(entries) and cost <= _FITS * len(found) else []


def _best(
    rows: Sequence[PhysicalRow], at: Sequence[float], entries: Sequence[Span], columns: tuple[int, Sequence[int], bool], *, goes_on: bool
) -> tuple[float, list[Span]]:
    """The cheapest partition of the entries into groups, and what it costs."""
    count = len(entries)
    best, came = [0.0] + [inf] * count, [0] * (count + 1)
    for end in range(1, count + 1):
        for start in range(max(0, end - _MOST), end):
            span = entries[start][0], entries[end - 1][1]
            cut = start == 0 or (goes_on and end == count)
            cost = best[start] + _cost(rows, at, span, columns, first=start == 0, cut=cut)
            if cost < best[end]:
                best[end], came[end] = cost, start
    found: list[Span] = []
    end = count
    while end and best[count] < inf:
        found.append((entries[came[end]][0], entries[end - 1][1]))
        end = came[end]
    return best[count], found[::-1]


def _cost(
    rows: Sequence[PhysicalRow], at: Sequence[float], span: Span, columns: tuple[int, Sequence[int], bool], *, first: bool, cut: bool
) -> float:
    """How far the cells of a group are off its middle, squared, its texts perhaps off its first line; a group without a number goes on
    with that of the page before.
    """
    number, texts, on_top = columns
    numbered = sum("ordinal" in looks(rows[n].text[number]) for n in range(*span))
    if numbered > 1 or (not numbered and not first):
        return inf
    total = 0.0
    for c in (number, *texts):
        filled = [n for n in range(*span) if rows[n].text[c]]
        if not filled:
            total += _NO_TEXT * (c in texts and numbered)
            continue
        off = abs(at[filled[0]] + at[filled[-1]] - at[span[0]] - at[span[1] - 1]) / 2
        if c in texts and not cut and rows[filled[0]].text[c][0].islower():
            return inf  # the end of the text of the group above
        above = at[filled[0]] - at[span[0]]
        off = above if on_top and c in texts else min(off, above) if cut else off
        total += off * off
    return total


def labelled_rows(rows: Sequence[PhysicalRow], columns: Columns) -> list[bool]:
    """Whether each row is a line of a label over the entries below ("Sasaran 2 …"): words alone where else running numbers stand."""
    found: list[bool] = []
    for row in rows:
        words = columns.ordinal == 0 and bool(row.text[0]) and not any(row.text[1:]) and "ordinal" not in looks(row.text[0])
        found.append(words and (len(row.text[0]) > SHORTEST_LABEL or (bool(found) and found[-1])))
    return found
