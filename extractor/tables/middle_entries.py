"""Which printed lines make one entry: the cheapest partition of a page, its cells in the middle of their entries or on top of them."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate, pairwise
from math import inf
from typing import Final, NamedTuple

from extractor.tables.centred import counting_rows, opens
from extractor.tables.half_lines import without_lone
from extractor.tables.over_entries import labelled_rows
from extractor.tables.profile import is_total_label
from extractor.tables.rests import begun_values, cuts
from extractor.tables.rows import Columns, is_open, list_item
from extractor.tables.rows_model import PhysicalRow, printed_lines

Setting = frozenset[int]
"""The columns whose cells stand in the middle of their entries; those of the others stand on top."""
ON_TOP: Final = Setting()

LONGEST: Final = 24
"""Printed lines of an entry at most."""
LONGEST_REST: Final = 6
"""Printed lines of it at most that a page break parts from its number and its values."""
FARTHEST: Final = 6.0
TORN: Final = 3.0
"""Cost of a text that is cut between two entries."""
NO_VALUE, MORE_VALUES, NO_TEXT = 6.0, 5.0, 1.0
"""Costs of an entry without a value, of every further value in it, and of a column of text that has nothing in it."""
MOST_VALUES: Final = 3
"""Values that no entry is thought of with more of."""
HOLE, APART = 2.0, 2
"""Cost of a cell whose lines stand more rows apart within an entry: between two there is at most one half a line lower."""
BEGINS: Final = 1.0
"""Cost of a text that plainly begins within an entry."""
SET_APART: Final = 3.0
"""How much more plainly, where the white above it says so."""
AGREE: Final = 0.8
"""Share of the values that another column has a value for, from which it tells the entries as well."""


@dataclass(frozen=True, slots=True)
class Page:
    """The printed rows of a table on one page, and what tells its entries."""

    rows: Sequence[PhysicalRow]
    at: Sequence[float]
    """Printed line of each row."""
    values: Sequence[Sequence[bool]]
    """Whether a value begins in each row, per column that tells the entries."""
    totals: Sequence[bool]
    """Whether each row is a sum with its figures, or a label over the entries below: a row of its own."""
    labels: Sequence[bool]
    """Whether each row has the label of a sum; an entry with one needs no number."""
    texts: Sequence[int]
    """Columns of text of which every entry has a cell."""
    centred: Sequence[int]
    """All columns that are set with the entry."""
    leading: Sequence[int]
    """The columns before them, whose cells may stand beside several entries."""
    cuts: Sequence[int]
    """Values that an entry which begins with each row would cut in two."""
    number: int | None = None
    """The column of running numbers that tell the entries."""


class Told(NamedTuple):
    """A page with its entries, and what it costs to think of them so."""

    page: Page
    cost: float
    entries: list[tuple[int, int]]


def page_of(rows: Sequence[PhysicalRow], columns: Columns) -> Page | None:
    """What tells the entries of a page, or None where too few do."""
    ordinal = () if columns.ordinal is None else (columns.ordinal,)
    begun = {c: begun_values(rows, c, columns) for c in (*ordinal, *columns.values)}
    most = max((sum(flags) for flags in begun.values()), default=0)
    telling = [c for c, flags in begun.items() if sum(flags) >= AGREE * most]
    if not most:
        return None
    of_each = bool(set(ordinal) & set(telling))
    telling = list(ordinal) if of_each and counting_rows(rows, columns.ordinal) else telling
    first = min(columns.texts, default=0) if of_each else min(_fullest(rows, columns, most), default=0)
    texts = [c for c in columns.texts if c >= first and any(row.text[c] for row in rows)]
    if not texts:
        return None
    centred = sorted({*texts, *columns.values, *(ordinal if of_each else ())})
    at = without_lone(rows, printed_lines(rows), centred)
    labels = [is_total_label(next((text for text in row.text if text), "")) for row in rows]
    totals = [label and all(row.text[c] for c in columns.values) for row, label in zip(rows, labels, strict=True)]
    totals = [total or over for total, over in zip(totals, labelled_rows(rows, columns), strict=True)]
    leading = [c for c in range(first) if c not in centred and any(row.text[c] for row in rows)]
    return Page(
        rows, at, [begun[c] for c in telling], totals, labels, texts, centred, leading, cuts(rows), columns.ordinal if of_each else None
    )


def rest_page(rows: Sequence[PhysicalRow]) -> Page | None:
    """A page with the last lines of an entry alone, which began on the page before; it says nothing of how entries are set."""
    if len(rows) > LONGEST_REST:
        return None
    none = [False] * len(rows)
    return Page(rows, printed_lines(rows), [none], none, [True] * len(rows), (), (), (), cuts(rows))


def by_texts(rows: Sequence[PhysicalRow], columns: Columns, first: int) -> Page | None:
    """A page without values whose entries are told by the middles of their texts alone, from the column ``first`` on."""
    texts = [c for c in columns.texts if c >= first]
    if any(is_total_label(next((text for text in row.text if text), "")) for row in rows):
        return None
    none = [False] * len(rows)
    leading = [c for c in range(first) if any(row.text[c] for row in rows)]
    return Page(rows, printed_lines(rows), [], none, none, texts, texts, leading, cuts(rows))


def _fullest(rows: Sequence[PhysicalRow], columns: Columns, entries: int) -> list[int]:
    """The column of text in which most of the ``entries`` plainly begin, of several the one in which most texts may, then the one with
    the most lines: that of the entries, where the numbers are those of several entries each.
    """
    texts = {c: [row.text[c] for row in rows if row.text[c]] for c in columns.texts}

    def begun(column: int) -> tuple[int, int, int]:
        plainly, perhaps = sum(map(opens, texts[column])), sum(text[0].isupper() or list_item(text) for text in texts[column])
        return min(plainly, entries), min(perhaps, entries), len(texts[column])

    return [max(texts, key=begun)] if texts else []


def entries_of(page: Page, setting: Setting) -> tuple[float, list[tuple[int, int]]]:
    """The cheapest partition of the page into entries, and what it costs."""
    count = len(page.rows)
    torn = [_torn(page, n) for n in range(count)]
    counts = [list(accumulate(flags, initial=0)) for flags in page.values]
    best, came = [0.0] + [inf] * count, [0] * (count + 1)
    for end in range(1, count + 1):
        for start in range(end - 1, max(0, end - LONGEST) - 1, -1):
            if any(counted[end] - counted[start] > MOST_VALUES for counted in counts):
                break
            cost = best[start] + torn[start]
            if cost <= best[end]:
                cost += _cost(page, start, end, setting)
            if cost <= best[end]:
                best[end], came[end] = cost, start
    entries, end = [], count
    while end:
        entries.append((came[end], end))
        end = came[end]
    return best[count], entries[::-1]


def _torn(page: Page, at: int) -> float:
    """What it costs to begin an entry with this row: for each text that goes on from the lines above, and each value that it cuts."""
    return TORN * (sum(_goes_on(page.rows, at, c) for c in page.texts) + page.cuts[at]) if at else 0.0


def _goes_on(rows: Sequence[PhysicalRow], at: int, column: int) -> bool:
    text, close = rows[at].text[column], rows[at].cells[column].close
    if text and close is not None:
        return close
    above = next((rows[n].text[column] for n in (at - 1, at - 2) if n >= 0 and rows[n].text[column]), "")
    if not text or not above:
        return False
    return (text[0].islower() and not list_item(text)) or (is_open(above) and not opens(text))


def _cost(page: Page, start: int, end: int, setting: Setting) -> float:
    """How badly these rows make one entry whose cells are so set."""
    if any(page.totals[start:end]):
        return 0.0 if end - start == 1 else inf
    counts = [sum(flags[start:end]) for flags in page.values] if not any(page.labels[start:end]) else [1]
    cost = max((NO_VALUE * (count == 0) + MORE_VALUES * max(0, count - 1) for count in counts), default=0.0)
    for c in page.centred:
        filled = [n for n in range(start, end) if page.rows[n].text[c]]
        if not filled:
            cost += NO_TEXT * (c in page.texts)
            continue
        cost += BEGINS * (c in page.texts) * sum(_begins(page.rows[n], c) for n in filled[1:])
        cost += HOLE * sum(b - a > APART for a, b in pairwise(filled))
        cost += off_place(page, start, end, c, setting)
    return cost


def off_place(page: Page, start: int, end: int, column: int, setting: Setting) -> float:
    """How far a cell is off the place that the setting gives it, squared."""
    filled = [n for n in range(start, end) if page.rows[n].text[column]]
    if not filled:
        return 0.0
    begins, ends = page.at[filled[0]], page.at[filled[-1]]
    off = abs((begins + ends) - (page.at[start] + page.at[end - 1])) / 2 if column in setting else begins - page.at[start]
    return min(FARTHEST, off * off)


def _begins(row: PhysicalRow, column: int) -> float:
    """How plainly a text begins in a row."""
    close = row.cells[column].close
    return float(opens(row.text[column])) if close is None else SET_APART * (not close)
