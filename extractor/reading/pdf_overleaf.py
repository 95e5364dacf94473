"""Tables without rules that go on overleaf: their columns are told on the page that shows more of them.

A page break may leave a sum alone below the repeated header. Where narrow columns cut its figures, two lines do not tell where
the columns part, but the page before does, whose header stands at the very same places.
"""

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise
from typing import Final

from extractor.reading.document import Cell, Grid, GridRow, Line, Page

_SAME: Final = 1.0
"""Points by which the texts of a header may stand elsewhere overleaf, and by which a text may reach over the border of its column."""
_LEAST_NAMES: Final = 3
"""Texts of a header that tell that it is the same one."""


def with_columns_overleaf(pages: Sequence[Page]) -> None:
    """Gives the table at the head of a page the columns of the one at the foot of the page before, or the other way round, where their
    headers are the same; changes the blocks of the pages.
    """
    for before, page in pairwise(pages):
        upper, lower = (before.blocks[-1], page.blocks[0]) if before.blocks and page.blocks else (None, None)
        if not (isinstance(upper, Grid) and isinstance(lower, Grid) and upper.origin == lower.origin == "columns"):
            continue
        count = _same_header(upper, lower)
        if not count or upper.edges == lower.edges:
            continue
        if len(upper.rows) > len(lower.rows):
            page.blocks[0] = _seated(lower, upper, count) or lower
        elif len(lower.rows) > len(upper.rows):
            before.blocks[-1] = _seated(upper, lower, count) or upper


def _same_header(upper: Grid, lower: Grid) -> int:
    """How many rows from the first on two grids have alike, text by text at the same places; 0 where these are too few texts."""
    count = names = 0
    for above, row in zip(upper.rows, lower.rows, strict=False):
        lines = _lines(above), _lines(row)
        if len(lines[0]) != len(lines[1]) or not all(map(_are_same, *lines)):
            break
        count, names = count + 1, names + len(lines[0])
    return count if names >= _LEAST_NAMES else 0


def _lines(row: GridRow) -> list[Line]:
    return [line for cell in row.cells for line in cell.lines]


def _are_same(one: Line, other: Line) -> bool:
    boxes = one.place.box, other.place.box
    if boxes[0] is None or boxes[1] is None or one.text != other.text:
        return False
    return abs(boxes[0][0] - boxes[1][0]) <= _SAME and abs(boxes[0][2] - boxes[1][2]) <= _SAME


def _seated(grid: Grid, like: Grid, header: int) -> Grid | None:
    """The grid on the columns of another one with the same ``header`` rows; None where a text reaches over one of their borders."""
    rows = [_as_above(row, above) for row, above in zip(grid.rows[:header], like.rows[:header], strict=True)]
    for row in grid.rows[header:]:
        cells = [Cell(place=row.place) for _ in range(like.width)]
        for line in _lines(row):
            column = _column(line, like.edges)
            if column is None:
                return None
            place = cells[column].place.union(line.place) if cells[column].lines else line.place
            cells[column] = Cell((*cells[column].lines, line), place)
        rows.append(GridRow(cells, row.place, row.header))
    return replace(grid, rows=rows, edges=like.edges)


def _as_above(row: GridRow, above: GridRow) -> GridRow:
    """A row of the header with its own texts in the cells that those of the other page have."""
    lines = iter(_lines(row))
    cells = []
    for cell in above.cells:
        own = tuple(next(lines) for _ in cell.lines)
        cells.append(replace(cell, lines=own, place=own[0].place if own else row.place))
    return GridRow(cells, row.place, row.header)


def _column(line: Line, edges: Sequence[float]) -> int | None:
    """The column in which a text stands whole."""
    box = line.place.box
    if box is None:
        return None
    inside = (n for n, (left, right) in enumerate(pairwise(edges)) if left - _SAME <= box[0] and box[2] <= right + _SAME)
    return next(inside, None)
