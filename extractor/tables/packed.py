"""Rows of aligned text whose columns are lists of their own: every cell holds several texts or values, one below the other.

    1  Terwujudnya layanan   Persentase permohonan yang      95%
       yang baik             selesai tepat waktu             88,5
                             Indeks kepuasan

Printed line by line, a value then stands beside the second line of a text that is not its own. Where the columns of every entry
are filled without a hole from its first line on, as such lists are and wrapped entries are not, each numbered entry is taken
as a drawn row, and dealt out as one.
"""

from bisect import bisect_right
from collections.abc import Sequence
from functools import reduce
from itertools import pairwise

from extractor.reading.document import Place
from extractor.tables.centred import counting_rows, is_rest
from extractor.tables.dealt import deal
from extractor.tables.named import NONE
from extractor.tables.profile import is_total_label
from extractor.tables.rows import Columns, describe, list_item, stemmed
from extractor.tables.rows_model import PhysicalRow, in_one_cell
from extractor.tables.strewn_texture import is_counted_or_known

LEAST_ENTRIES = 2
LEAST_MISSED = 0.3
"""Share of the further values or texts of an entry that stand beside the middle of another text, from which they are lists."""
FULL = 0.9
"""Share of a column's longest line up to which a line is thought to be filled: letters differ in width."""


def unpacked(rows: Sequence[PhysicalRow]) -> list[PhysicalRow] | None:
    """The entries of such a table, each a row of its own; None where the table is not such a one."""
    if len(rows) < LEAST_ENTRIES or any(row.drawn or not row.place.lines for row in rows):
        return None
    columns = describe(rows, len(rows[0].cells))
    numbers = counting_rows(rows, columns.ordinal)
    body = max(columns.texts, key=lambda c: sum(bool(row.text[c]) for row in rows), default=None)
    labelled = any(is_total_label(next((text for text in row.text if text), "")) for row in rows)
    if len(numbers) < LEAST_ENTRIES or body is None or labelled:
        return None
    listed = [c for c in range(body, len(rows[0].cells)) if any(row.text[c] for row in rows)]
    # A number or a sasaran in the middle of its entry may stand on lines of its own, between those of the lists.
    at = [n for n, row in enumerate(rows) if any(row.text[c] for c in listed)]
    lines = [rows[n] for n in at]
    parted = frozenset(n for n in range(1, len(at)) if at[n] - at[n - 1] > 1)
    starts = _starts(lines, [bisect_right(at, n) - 1 for n in numbers], listed, parted)
    if not starts or not _without_holes(lines, starts, listed) or not _are_lists(lines, starts, listed, columns, body):
        return None
    rooms = [FULL * max(len(row.text[c]) for row in rows) for c in range(len(rows[0].cells))]
    entries = pairwise([0, *(at[n] for n in starts[1:]), len(rows)])
    return [dealt for first, end in entries for dealt in deal(drawn_row(rows[first:end]), NONE, rooms)]


def _starts(rows: Sequence[PhysicalRow], numbers: Sequence[int], listed: Sequence[int], parted: frozenset[int]) -> list[int]:
    """The first lines of the entries: those of their numbers, or of what a column holds beside each number; nothing where none tells.

    ``parted`` are the lines below one that holds nothing of the lists: the text before them may be longer than they are.
    """
    options = [list(numbers), *([first for first, _ in _runs(rows, c, none)] for none in (frozenset[int](), parted) for c in listed)]
    for starts in options:
        ends = [*starts[1:], len(rows)]
        if len(starts) != len(numbers) or starts[0] or any(not a <= n < b for a, n, b in zip(starts, numbers, ends, strict=True)):
            continue
        if all(rows[n].text[c] for n in starts for c in listed):
            return starts
    return []


def _runs(rows: Sequence[PhysicalRow], column: int, parted: frozenset[int]) -> list[tuple[int, int]]:
    """The runs of filled lines of a column, first and behind the last, parted above the lines ``parted``; a page break parts none."""
    runs: list[tuple[int, int]] = []
    for n, row in enumerate(rows):
        if row.text[column]:
            goes_on = bool(runs) and (row.new_page or (runs[-1][1] == n and n not in parted))
            runs[-1:] = [(runs[-1][0], n + 1)] if goes_on else [*runs[-1:], (n, n + 1)]
    return runs


def _without_holes(rows: Sequence[PhysicalRow], starts: Sequence[int], listed: Sequence[int]) -> bool:
    """Whether all columns of each entry are filled from its first line on without a hole."""
    for first, end in pairwise([*starts, len(rows)]):
        breaks = [first, *(n for n in range(first + 1, end) if rows[n].new_page), end]
        for a, b in pairwise(breaks):
            for c in listed:
                filled = [n for n in range(a, b) if rows[n].text[c]]
                if filled and filled != list(range(a, a + len(filled))):
                    return False
    return True


def _are_lists(rows: Sequence[PhysicalRow], starts: Sequence[int], listed: Sequence[int], columns: Columns, body: int) -> bool:
    """Whether what follows the first value or text of the entries mostly stands beside the middle of another column's text."""
    missed = further = 0
    told = [c for c in listed if c in columns.values] or [c for c in listed if c != body]
    for first, end in pairwise([*starts, len(rows)]):
        for c in told:
            for n in range(first + 1, end):
                if _begins(rows, n, c, is_value=c in columns.values):
                    further += 1
                    missed += not _begins(rows, n, body, is_value=False)
    return further >= LEAST_ENTRIES and missed >= LEAST_MISSED * further


def _begins(rows: Sequence[PhysicalRow], n: int, column: int, *, is_value: bool) -> bool:
    """Whether a value, or plainly a text, begins in a row."""
    text = rows[n].text[column]
    if not text:
        return False
    if is_value:
        return any(map(str.isdigit, text)) and not is_rest(rows[n - 1].text[column], text)
    begins = stemmed(text) or is_counted_or_known(text) or not rows[n - 1].text[column]
    return list_item(text) or (text[0].isupper() and begins)


def drawn_row(rows: Sequence[PhysicalRow]) -> PhysicalRow:
    """The printed lines of an entry as one row."""
    cells = [in_one_cell(column, rows[0].place) for column in zip(*(row.cells for row in rows), strict=True)]
    place = reduce(Place.union, (row.place for row in rows))
    return PhysicalRow(cells, place, False, rows[0].after_break, rows[0].gap, rows[0].new_page)
