"""Lines across an aligned table that name what the rows below belong to: "Sasaran 2 : …" between entries 3 and 4.

Without rules such a line is no row of the columns: it reaches over their borders, and parts the table.
"""

from collections.abc import Sequence
from functools import reduce

from extractor.reading.document import Cell, Grid, Line, Place
from extractor.tables.parts import ALIGNED
from extractor.tables.rows_model import PhysicalRow
from extractor.tables.stitch import OpenTable, is_title, number_of

LONGEST = 3
"""Printed lines of such a label, at most."""
_NEAR = 2.0
"""Points by which it may begin left of the table."""


def is_label(between: Sequence[Line], table: OpenTable, grid: Grid, header: Sequence[PhysicalRow], rows: Sequence[PhysicalRow]) -> bool:
    """Whether the lines between an open table and a grid are a label over the grid's rows, which go on with the table."""
    if header or grid.origin not in ALIGNED or not 0 < len(between) <= LONGEST or any(map(is_title, between)):
        return False
    below = all(line.place.page == grid.place.page == table.grids[-1].place.page for line in between)
    return below and _within(between, grid) and _counts_on(table, rows)


def _within(between: Sequence[Line], grid: Grid) -> bool:
    """Whether the lines stand inside the table, from its first column on, as wide as several of them."""
    if grid.place.box is None or not grid.edges:
        return False
    boxes = [line.place.box for line in between if line.place.box]
    left = min(grid.edges[0], grid.place.box[0]) - grid.edges[1] + grid.edges[0]
    return len(boxes) == len(between) and all(box[0] >= left - _NEAR for box in boxes) and boxes[0][2] > grid.edges[1]


def _counts_on(table: OpenTable, rows: Sequence[PhysicalRow]) -> bool:
    """Whether the first row's number follows the last one of the table, or is the first of a table that has only its header."""
    after = number_of(rows[0]) if rows else None
    before = next((n for row in reversed(table.rows) if (n := number_of(row)) is not None), 0)
    return after is not None and after == before + 1 and (bool(table.rows) or bool(table.header))


def label_row(lines: Sequence[Line], width: int) -> PhysicalRow:
    """The label as a row that fills nothing but the first column."""
    place = reduce(Place.union, (line.place for line in lines))
    return PhysicalRow([Cell(tuple(lines), place), *(Cell(place=place) for _ in range(width - 1))], place, drawn=True)
