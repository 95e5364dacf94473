"""Two tables that were drawn as one grid, taken apart where the second one's header stands."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import accumulate
from operator import or_

from extractor.reading.document import Grid, GridRow
from extractor.tables.headers import header_score, same_header
from extractor.tables.parts import ALIGNED, header_of
from extractor.tables.profile import looks

SECOND_HEADER = 1.5
"""A row inside a grid is taken for a second header from this score on."""
SAME = 0.7


def divide(grid: Grid, vocabulary: frozenset[str]) -> list[Grid]:
    """The grid, or its parts where another header than its own starts a new numbering or other contents."""
    texts, printed = [_texts(row) for row in grid.rows], grid.origin in ALIGNED
    if not _fresh_starts(texts, 0, printed=printed):
        return [grid]  # wherever its header ends, as most
    end = header_of(grid, grid.rows, vocabulary).end
    cuts = [
        at
        for at in _fresh_starts(texts, end, printed=printed)
        if header_score(grid.rows, at, vocabulary) >= SECOND_HEADER and all(same_header([row], [texts[at]]) < SAME for row in texts[:end])
    ]
    if not cuts:
        return [grid]
    return [_part(grid, a, b) for a, b in zip([0, *cuts], [*cuts, len(grid.rows)], strict=True)]


def _texts(row: GridRow) -> list[str]:
    return [" ".join(cell.raw.split()) for cell in row.cells]


def _fresh_starts(texts: Sequence[Sequence[str]], end: int, *, printed: bool) -> list[int]:
    """Rows that carry no number themselves, and below which the numbering starts again or amounts take the place of other values
    (the rest of an entry that a page cuts has none).

    ``end`` is the end of the header, whose numbers of columns number no entries. Where rows are ``printed`` lines, a first number below
    a first one is that of the same sasaran, repeated in the middle of its next entry.
    """
    first = [row[0] if row else "" for row in texts]
    ordinal = [at >= end and "ordinal" in looks(text) for at, text in enumerate(first)]
    amounts = [any("amount" in looks(text) for text in row) for row in texts]
    counted = [is_number and not (printed and _is_first(text)) for is_number, text in zip(ordinal, first, strict=True)]
    numbered = list(accumulate(counted, or_, initial=False))
    with_amounts = list(accumulate(amounts, or_, initial=False))
    valued = list(accumulate((at >= end and any(map(str.isdigit, "".join(row))) for at, row in enumerate(texts)), or_, initial=False))
    return [
        at
        for at in range(end + 1, len(texts) - 1)
        if not ordinal[at] and sum(map(bool, texts[at])) >= 2 and not all(text[:1].islower() for text in texts[at] if text)
        if (numbered[at] and _is_first(first[at + 1])) or (amounts[at + 1] and valued[at] and not with_amounts[at])
    ]


def _is_first(text: str) -> bool:
    """Whether a running number is the first one."""
    return text.strip("(). ") in ("1", "A", "a", "I")


def _part(grid: Grid, start: int, stop: int) -> Grid:
    rows = grid.rows[start:stop]
    place = rows[0].place
    for row in rows[1:]:
        place = place.union(row.place)
    return replace(grid, rows=rows, place=place, gap=grid.gap if start == 0 else 0.0)
