"""Columns that the search for them has cut through one text: "9 Dokumen" as "9" and "Dokumen"."""

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from extractor.reading.document import Cell, Grid, GridRow, Line

_BLANK: Final = 0.45
"""Gap, in line heights, between two words of one text."""
_SAME: Final = 0.5
"""Points by which texts that end at one place may differ."""
_ITEM: Final = re.compile(r"\(?(?:\d{1,2}|[a-z])[.)]|[-•▪●➢✓*]")
_BESIDE: Final = 0.3
"""Share of its height by which a text in the middle of its cell stands beside a line of the next cell."""


def without_cut_columns(grid: Grid) -> Grid:
    """The grid with neighbouring columns made one where texts run on from one into the other and no two texts stand apart in them."""
    column = 0
    while column + 1 < grid.width:
        if _is_cut(grid.rows, column):
            grid = _joined(grid, column)
        else:
            column += 1
    return grid


def is_list(grid: Grid) -> bool:
    """Whether every row is an item of a list: a number with its bracket or stop, or a mark, and one text."""
    return grid.width == 2 and all(_ITEM.fullmatch(row.cells[0].raw.strip()) and row.cells[1].lines for row in grid.rows)


def _is_cut(rows: Sequence[GridRow], column: int) -> bool:
    together = apart = 0
    for at, row in enumerate(rows):
        left, right = row.cells[column], row.cells[column + 1]
        if not left.lines:
            together += at > 0 and right.lines != () and _stands_below(right, rows[at - 1].cells[column])
            continue
        around = [right] if right.lines else [other.cells[column + 1] for other in rows[max(at - 1, 0) : at + 2]]
        if any(cell.lines and _gap(left, cell) > _BLANK and (cell is right or _are_beside(left, cell)) for cell in around):
            apart += 1
        elif right.lines or (right.merged == "left" and not _goes_on(row, column + 2)):
            together += 1
    return together > 0 and apart == 0


def _goes_on(row: GridRow, column: int) -> bool:
    """Whether the text of the columns before reaches further still: a label over many columns."""
    return column < len(row.cells) and row.cells[column].merged == "left"


def _stands_below(right: Cell, above: Cell) -> bool:
    """Whether a text lies all below one of the column to its left, which it then goes on with."""
    a, b = above.lines[-1].place.box if above.lines else None, right.lines[0].place.box
    return a is not None and b is not None and a[0] <= b[0] and b[2] <= a[2] + _SAME


def _gap(left: Cell, right: Cell) -> float:
    a, b = left.lines[-1].place.box, right.lines[0].place.box
    return (b[0] - a[2]) / max(1.0, b[3] - b[1]) if a and b else 0.0


def _are_beside(left: Cell, right: Cell) -> bool:
    a, b = left.lines[-1].place.box, right.lines[0].place.box
    return a is not None and b is not None and min(a[3], b[3]) - max(a[1], b[1]) >= _BESIDE * max(1.0, min(a[3] - a[1], b[3] - b[1]))


def _joined(grid: Grid, column: int) -> Grid:
    rows = [
        replace(row, cells=[*row.cells[:column], _one(row.cells[column], row.cells[column + 1]), *row.cells[column + 2 :]])
        for row in grid.rows
    ]
    return replace(grid, rows=rows, edges=(*grid.edges[: column + 1], *grid.edges[column + 2 :]))


def _one(left: Cell, right: Cell) -> Cell:
    if not right.lines:
        return left if left.lines else replace(right, merged=left.merged)
    if not left.lines:
        return right
    first, last = left.lines[-1], right.lines[0]
    place = first.place.union(last.place)
    line = Line(f"{first.text} {last.text}", place, first.gap, first.bold, first.size)
    return Cell((*left.lines[:-1], line, *right.lines[1:]), left.place.union(right.place), left.merged, left.filled)
