"""Two tables that were drawn as one grid, taken apart where the second one's header stands."""

from collections.abc import Sequence
from dataclasses import replace

from extractor.reading.document import Grid, GridRow
from extractor.tables.headers import find_header, header_score, same_header
from extractor.tables.profile import looks

SECOND_HEADER = 1.5
"""A row inside a grid is taken for a second header from this score on."""
SAME = 0.7


def divide(grid: Grid, vocabulary: frozenset[str]) -> list[Grid]:
    """The grid, or its parts where another header than its own starts a new numbering or other contents."""
    end = find_header(grid.rows, vocabulary).end
    own = [_texts(row) for row in grid.rows[:end]]
    cuts = [
        at
        for at in range(end + 1, len(grid.rows) - 1)
        if header_score(grid.rows, at, vocabulary) >= SECOND_HEADER
        and all(same_header([row], [_texts(grid.rows[at])]) < SAME for row in own)
        and _starts_over(grid.rows, at)
    ]
    if not cuts:
        return [grid]
    return [_part(grid, a, b) for a, b in zip([0, *cuts], [*cuts, len(grid.rows)], strict=True)]


def _texts(row: GridRow) -> list[str]:
    return [" ".join(cell.raw.split()) for cell in row.cells]


def _starts_over(rows: Sequence[GridRow], at: int) -> bool:
    """The row itself carries no number, and below it the numbering starts again or amounts take the place of other values."""
    first = [_texts(row)[0] for row in rows]
    if "ordinal" in looks(first[at]) or sum(bool(text) for text in _texts(rows[at])) < 2:
        return False
    numbered = [t for t in first[:at] if "ordinal" in looks(t)]
    again = first[at + 1].strip("(). ") in ("1", "A", "a", "I")
    amounts_before = any("amount" in looks(t) for row in rows[:at] for t in _texts(row))
    amounts_after = any("amount" in looks(t) for t in _texts(rows[at + 1]))
    return (again and bool(numbered)) or (amounts_after and not amounts_before)


def _part(grid: Grid, start: int, stop: int) -> Grid:
    rows = grid.rows[start:stop]
    place = rows[0].place
    for row in rows[1:]:
        place = place.union(row.place)
    return replace(grid, rows=rows, place=place, gap=grid.gap if start == 0 else 0.0)
