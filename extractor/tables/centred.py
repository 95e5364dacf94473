"""Cells centred over several entries: their lines are lifted to the first of the entries that they stand beside.

Word centres the number and the sasaran of a row over all its indicators. Printed without rules, they then stand in the
middle of an entry, or between two. Where the entries begin is told by their values; which of them a centred cell covers
is told by its middle: one assignment over the page, so that every entry has one cell beside it and no cell is cut.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import inf

from extractor.tables.broken import is_cut_amount
from extractor.tables.profile import looks
from extractor.tables.rows import Columns, describe, joint, list_item, ordinal_of, stemmed
from extractor.tables.rows_model import PhysicalRow, printed_lines, raise_cells

ON_TOP = 0.5
"""Share of the cells that begin on the first line of an entry from which a column is not centred."""
SURE_STARTS = 0.7
"""Share of the values beside which a text begins, from which the values tell the entries."""
FARTHEST = 8.0
"""Lines from which it does not matter how far a cell is off the middle."""
ON_FIRST_LINE = 1.0
"""Cost of a cell that stands on the first line of what it covers instead of in the middle."""
TORN, MISSING, BEFORE = 4.0, 1.5, 1.0
"""Costs of a cell that is cut in two, of a number without a text, and of entries that no cell stands beside."""


@dataclass(frozen=True, slots=True)
class _Page:
    rows: Sequence[PhysicalRow]
    at: Sequence[float]
    """Printed line of each row."""
    starts: Sequence[int]
    """Rows on which an entry begins."""
    anchors: Sequence[float]
    """Middle of each centred cell, in printed lines."""
    spanning: Sequence[int]
    """Columns of text that are centred with the numbers."""
    extents: Sequence[tuple[int, int]] = ()
    """First and last row of each centred cell, where these are known."""


def lifted(rows: list[PhysicalRow]) -> list[PhysicalRow]:
    """Printed rows of a table with the centred cells of each page moved up; the same rows where there are none."""
    if len(rows) < 4 or any(row.drawn for row in rows):
        return rows
    columns = describe(rows, len(rows[0].cells))
    body = max(columns.texts, key=lambda c: sum(bool(row.text[c]) for row in rows), default=None)
    breaks = [0, *(n for n, row in enumerate(rows) if n and row.new_page), len(rows)]
    if body is None:
        return rows
    return [row for first, end in pairwise(breaks) for row in _lifted_page(rows[first:end], columns, body)]


def _lifted_page(rows: list[PhysicalRow], columns: Columns, body: int) -> list[PhysicalRow]:
    spanning = [c for c in columns.texts if c < body]
    numbers = counting_rows(rows, columns.ordinal)
    valued = _valued(rows, columns)
    starts = sorted({*valued, *(n for n in numbers if all(begins(rows, n, c, columns) for c in (*spanning, body)))})
    if len(starts) < 2 or sum(begins(rows, n, body, columns) for n in valued) < SURE_STARTS * len(valued):
        return rows
    at = printed_lines(rows)
    if any(n not in starts for n in numbers):
        anchors = [at[n] for n in numbers]
    elif columns.ordinal is None and spanning and not _on_top(rows, starts, spanning[0]):
        anchors = [(at[a] + at[b]) / 2 for a, b in _blocks(rows, spanning[0])]
    else:
        return rows
    page = _Page(rows, at, starts, anchors, spanning)
    moved = [*spanning, *([columns.ordinal] if columns.ordinal is not None else [])]
    return _moved(page, _covers(page), moved)


def counting_rows(rows: Sequence[PhysicalRow], column: int | None) -> list[int]:
    """The rows with a running number, where all on the page count on; nothing where they do not."""
    if column is None:
        return []
    found = [(n, ordinal_of(row.text[column])) for n, row in enumerate(rows) if "ordinal" in looks(row.text[column])]
    counts_on = all(a is not None and b is not None and b in (a, a + 1) for (_, a), (_, b) in pairwise(found))
    return [n for n, _ in found] if counts_on else []


def _valued(rows: Sequence[PhysicalRow], columns: Columns) -> list[int]:
    """The first row, and every row with a value that is not the rest of the one above it."""
    pairs = list(zip(columns.values, columns.value_looks, strict=True))
    return [
        n
        for n, row in enumerate(rows)
        if n == 0 or any(row.text[c] and looks(row.text[c]) & usual and not is_rest(rows[n - 1].text[c], row.text[c]) for c, usual in pairs)
    ]


def is_rest(above: str, below: str) -> bool:
    """Whether a narrow column broke a figure between these lines."""
    return bool(above) and (below.strip() == "%" or is_cut_amount(above, below))


def begins(rows: Sequence[PhysicalRow], n: int, column: int, columns: Columns) -> bool:
    """Whether a text begins in a row, rather than goes on from the row above."""
    text, close = rows[n].text[column], rows[n].cells[column].close
    if text and close is not None:
        return not close
    if not text or (text[0].islower() and not list_item(text)):
        return False
    if n == 0 or not rows[n - 1].text[column] or opens(text) or list_item(text):
        return True
    return joint(rows, n, column, columns) in ("would_have_fitted", "closed_above")


def _on_top(rows: Sequence[PhysicalRow], starts: Sequence[int], column: int) -> bool:
    blocks = _blocks(rows, column)
    return not blocks or sum(a in starts for a, _ in blocks) > ON_TOP * len(blocks)


def _blocks(rows: Sequence[PhysicalRow], column: int) -> list[tuple[int, int]]:
    """Runs of filled rows, first and last, taken apart where a text begins as a sasaran does."""
    blocks: list[tuple[int, int]] = []
    for n, row in enumerate(rows):
        text = row.text[column]
        if not text:
            continue
        close = row.cells[column].close
        if blocks and (close if close is not None else blocks[-1][1] == n - 1 and not opens(text)):
            blocks[-1] = blocks[-1][0], n
        else:
            blocks.append((n, n))
    return blocks


def opens(text: str) -> bool:
    """Begins with a usual word of a sasaran, or with a code."""
    return (text[0].isupper() and stemmed(text)) or "code" in looks(text.split(maxsplit=1)[0])


def _covers(page: _Page) -> list[tuple[int, int]]:
    """For each centred cell the rows that it covers, first and last; the best choice over the page."""
    count, bounds = len(page.anchors), [*page.starts, len(page.rows)]
    if count >= len(bounds):
        return []
    best = [[inf] * len(bounds) for _ in range(count + 1)]
    came = [[0] * len(bounds) for _ in range(count + 1)]
    best[0] = [_beside(page, 0, bounds[n] - 1, BEFORE) if n else 0.0 for n in range(len(bounds))]
    for k in range(1, count + 1):
        for end in range(k, len(bounds)):
            for begin in range(k - 1, end):
                first, last = bounds[begin], bounds[end] - 1
                cost = best[k - 1][begin] + _cost(page, page.anchors[k - 1], first, last)
                cost += TORN * bool(page.extents and not first <= page.extents[k - 1][0] <= page.extents[k - 1][1] <= last)
                if cost < best[k][end]:
                    best[k][end], came[k][end] = cost, begin
    covers, end = [], len(bounds) - 1
    for k in range(count, 0, -1):
        covers.append((bounds[came[k][end]], bounds[end] - 1))
        end = came[k][end]
    return [*([(0, bounds[end] - 1)] if end else []), *covers[::-1]]


def _cost(page: _Page, anchor: float, first: int, last: int) -> float:
    """How badly a cell with its middle at ``anchor`` suits these rows."""
    middle = (page.at[first] + page.at[last]) / 2
    outside = not page.at[first] <= anchor <= page.at[last]
    off = min(FARTHEST, abs(anchor - middle), ON_FIRST_LINE if anchor == page.at[first] else inf)
    return off + FARTHEST * outside + _beside(page, first, last, MISSING)


def _beside(page: _Page, first: int, last: int, missing: float) -> float:
    """How far the texts beside these rows are off their middle, or are cut; ``missing`` where there are none."""
    middle, cost = (page.at[first] + page.at[last]) / 2, 0.0
    for c in page.spanning:
        filled = [n for n in range(first, last + 1) if page.rows[n].text[c]]
        if not filled:
            cost += missing
            continue
        off = min(FARTHEST, abs((page.at[filled[0]] + page.at[filled[-1]]) / 2 - middle))
        cost += 0.5 * min(off, ON_FIRST_LINE if filled[0] == first else inf)
        goes_on = filled[0] == first > 0 and bool(page.rows[first - 1].text[c])
        cost += TORN * (goes_on and not stemmed(page.rows[first].text[c]))
    return cost if page.spanning else missing * (missing == BEFORE)


def _moved(page: _Page, covers: Sequence[tuple[int, int]], columns: Sequence[int]) -> list[PhysicalRow]:
    parts = ((first, last + 1, c) for c in columns for cover in covers for first, last in _parts(page, cover, c))
    return raise_cells(page.rows, parts)


def _parts(page: _Page, cover: tuple[int, int], column: int) -> list[tuple[int, int]]:
    """The rows beside one number, taken apart where several texts stand beside it that each begin as a sasaran does."""
    first, last = cover
    blocks: list[tuple[int, int]] = []
    for a, b in _blocks(page.rows[first : last + 1], column):
        begins = not blocks or opens(page.rows[first + a].text[column])
        blocks = [*blocks, (first + a, first + b)] if begins else [*blocks[:-1], (blocks[-1][0], first + b)]
    if column not in page.spanning or len(blocks) < 2:
        return [cover]
    rows, at = page.rows[first : last + 1], page.at[first : last + 1]
    starts = [n - first for n in page.starts if first <= n <= last]
    anchors = [(page.at[a] + page.at[b]) / 2 for a, b in blocks]
    inner = _covers(_Page(rows, at, starts, anchors, [column], [(a - first, b - first) for a, b in blocks]))
    return [(first + a, first + b) for a, b in inner] or [cover]
