"""The rows of a table whose lines are printed without rules, where their places on the page tell its entries."""

from itertools import takewhile

from extractor.tables.banded import banded
from extractor.tables.centred import lifted
from extractor.tables.middle import raised
from extractor.tables.one_number import under_one_number
from extractor.tables.packed import unpacked
from extractor.tables.parts import ALIGNED, DRAWN
from extractor.tables.rows import is_open
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
    if entries is None:
        return [*table.rows[:drawn], *rows], None
    found = [*((n, n + 1) for n in range(drawn)), *((a + drawn, b + drawn) for a, b in entries)]
    if drawn and entries and _is_rest(table.rows[drawn - 1], rows[slice(*entries[0])]):
        found[drawn - 1 : drawn + 1] = [(drawn - 1, found[drawn][1])]
    return [*table.rows[:drawn], *rows], found


def _is_rest(above: PhysicalRow, rows: list[PhysicalRow]) -> bool:
    """Whether lines hold nothing but the ends of texts that a page cut behind a word that joins, or within a sentence."""
    texts = [(above.text[c], next((row.text[c] for row in rows if row.text[c]), "")) for c in range(len(above.text))]
    pairs = [pair for pair in texts if pair[1]]
    figures = any(map(str.isdigit, "".join(text for row in rows for text in row.text)))
    return not figures and bool(pairs) and all(a and (is_open(a) or b[0].islower()) for a, b in pairs)


def _told(rows: list[PhysicalRow]) -> tuple[list[PhysicalRow], Entries | None]:
    lists = unpacked(rows)
    if lists:
        return lists, [(n, n + 1) for n in range(len(lists))]
    rows = under_one_number(rows)
    marked = spaced(rows)
    told, entries = (None if marked is rows else banded(marked)) or raised(marked)
    return lifted(told), entries
