"""The rows of a table whose lines are printed without rules, where their places on the page tell its entries."""

from itertools import takewhile

from extractor.tables.banded import banded
from extractor.tables.centred import lifted
from extractor.tables.middle import raised
from extractor.tables.packed import unpacked
from extractor.tables.parts import ALIGNED, DRAWN
from extractor.tables.rows_model import PhysicalRow
from extractor.tables.spaced import spaced
from extractor.tables.stitch import OpenTable

Entries = list[tuple[int, int]]


def told_by_places(table: OpenTable) -> tuple[list[PhysicalRow], Entries | None]:
    """The rows, cells of an entry from its first line on, and the entries as half-open ranges; None where their places do not tell them.

    A header may be drawn, and entries right below it on its page; the printed lines are those of the pages that follow.
    """
    first, *below = table.grids
    begun = first.origin in ALIGNED or (first.origin in DRAWN and bool(below))
    drawn = sum(1 for _ in takewhile(lambda row: row.drawn, table.rows))
    if not begun or any(grid.origin not in ALIGNED for grid in below) or any(row.drawn for row in table.rows[drawn:]):
        return table.rows, None
    rows, entries = _told(table.rows[drawn:])
    own = [(n, n + 1) for n in range(drawn)]
    return [*table.rows[:drawn], *rows], None if entries is None else [*own, *((a + drawn, b + drawn) for a, b in entries)]


def _told(rows: list[PhysicalRow]) -> tuple[list[PhysicalRow], Entries | None]:
    lists = unpacked(rows)
    if lists:
        return lists, [(n, n + 1) for n in range(len(lists))]
    marked = spaced(rows)
    told, entries = (None if marked is rows else banded(marked)) or raised(marked)
    return lifted(told), entries
