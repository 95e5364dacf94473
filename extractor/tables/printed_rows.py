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

    A header may be drawn, and entries right below it on its page, and those of the last pages; the printed lines are between them.
    """
    first, *below = table.grids
    while below and below[-1].origin in DRAWN:
        below.pop()
    begun = first.origin in ALIGNED or (first.origin in DRAWN and bool(below))
    drawn = sum(1 for _ in takewhile(lambda row: row.drawn, table.rows))
    end = len(table.rows) - sum(1 for _ in takewhile(lambda row: row.drawn, reversed(table.rows[drawn:])))
    if not begun or any(grid.origin not in ALIGNED for grid in below) or any(row.drawn for row in table.rows[drawn:end]):
        return table.rows, None
    rows, entries = _told(table.rows[drawn:end])
    whole = [*table.rows[:drawn], *rows, *table.rows[end:]]
    if entries is None:
        return whole, None
    found = [*_alone(0, drawn), *((a + drawn, b + drawn) for a, b in entries), *_alone(drawn + len(rows), len(whole))]
    # what a page break parts of an entry stands on both sides of it, drawn on one
    for at in (drawn + len(entries), drawn) if entries else ():
        if 0 < at < len(found) and _is_rest(_last_lines(whole[slice(*found[at - 1])]), whole[slice(*found[at])]):
            found[at - 1 : at + 1] = [(found[at - 1][0], found[at][1])]
    return whole, found


def _alone(first: int, end: int) -> Entries:
    return [(n, n + 1) for n in range(first, end)]


def _last_lines(rows: list[PhysicalRow]) -> list[str]:
    """The last text that an entry has in each of its columns."""
    return [next((row.text[c] for row in reversed(rows) if row.text[c]), "") for c in range(len(rows[0].text))]


def _is_rest(above: list[str], rows: list[PhysicalRow]) -> bool:
    """Whether lines hold nothing but the ends of texts that a page cut behind a word that joins, or within a sentence."""
    texts = [(text, next((row.text[c] for row in rows if row.text[c]), "")) for c, text in enumerate(above)]
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
