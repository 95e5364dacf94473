"""The drawn structure of a page: ruled tables, and frames around single blocks of text."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Final

from extractor.reading.document import Box
from extractor.reading.pdf_edges import find_cells, group_cells, merge_edges
from extractor.reading.pdf_grids import Lattice, lattice
from extractor.reading.pdf_ladder_columns import Placer
from extractor.reading.pdf_ladders import find_ladders, last_rows
from extractor.reading.pdf_open_ends import close_outlines
from extractor.reading.pdf_page import Edge, PageContent, Word

FEW_EDGES: Final = 4
"""Fewer ruling lines than these make neither a table nor a frame."""
_MOST_EDGES: Final = 3000
"""Ruling lines, joined, of the densest table on one page; more are a map or a chart."""
_COVERED: Final = 0.6
"""Share of a table's area that its cells cover; boxes joined by lines (an organisation chart) cover less."""
_LEAST_SHADED_ROWS: Final = 3
"""Rows of a table told by coloured cells alone; fewer are a header over a table without rules."""
_LEAST_LISTED_ROWS: Final = 3
"""Rows of a ruled list of one column; fewer are text in boxes."""
_WIDE: Final = 1.8
"""Gap, in line heights, between words of one line that shows columns inside a cell."""
_PAGE: Final = 0.5
"""Share of the page area above which a frame is a page border and groups nothing."""


@dataclass(slots=True)
class Ruled:
    """``tables`` from top to bottom; ``frames`` are boxes around text, innermost first."""

    tables: list[Lattice] = field(default_factory=list)
    frames: list[Box] = field(default_factory=list)


def find_ruled(content: PageContent, words: Sequence[Word], placed: Placer) -> Ruled:
    """Tables and frames of an open page; coloured areas count where no lines are drawn. ``placed`` makes a line of words."""
    found = Ruled()
    for cells in _cell_groups(content.edges):
        _add(found, cells, words, content)
    found.tables += find_ladders(content.edges, words, [table.box for table in found.tables], content, placed)
    if len(content.shade_edges) >= FEW_EDGES:
        taken = [table.box for table in found.tables]
        shades = [edge for edge in content.shade_edges if not any(_inside(edge, box) for box in taken)]
        shaded = [lattice(cells, words) for cells in _cell_groups(shades)]
        heads = [table for table in shaded if len(table.ys) > _LEAST_SHADED_ROWS and len(table.xs) > 2 and _covers(table)]
        found.tables += heads
        taken = [table.box for table in found.tables]
        found.tables += find_ladders(content.shade_edges, words, taken, content, placed, stripes=True, heads=heads)
        found.tables += last_rows(heads, words, [table.box for table in found.tables], content)
    found.tables.sort(key=lambda table: (table.box[1], table.box[0]))
    tables = [table.box for table in found.tables]
    found.frames = sorted((frame for frame in found.frames if not any(_within(frame, box) for box in tables)), key=_area)
    return found


def _cell_groups(edges: Sequence[Edge]) -> list[list[Box]]:
    """Drawn cells that hang together; none where there are too few lines or so many that they are a drawing."""
    if len(edges) < FEW_EDGES:
        return []
    merged = merge_edges(edges)
    if len(merged) > _MOST_EDGES:
        return []
    return group_cells(find_cells(close_outlines(merged)[1]))


def _add(found: Ruled, cells: list[Box], words: Sequence[Word], content: PageContent) -> None:
    if len(cells) > 1:
        table = lattice(cells, words)
        if _covers(table) and (len(table.xs) > 2 or _is_list(table, words)):
            found.tables.append(table)
            return
        if len(table.xs) == 2:
            cells = [table.box]
    found.frames.extend(cell for cell in cells if _area(cell) < _PAGE * content.width * content.height)


def _covers(table: Lattice) -> bool:
    return sum(_area(cell) for cell in table.cells) >= _COVERED * _area(table.box)


def _is_list(table: Lattice, words: Sequence[Word]) -> bool:
    """Is a ruled column of one cell per row a list, and not boxes or the lines of a table without verticals?"""
    if len(table.xs) != 2 or len(table.ys) <= _LEAST_LISTED_ROWS:
        return False
    x0, top, x1, bottom = table.box
    inside = [word for word in words if x0 <= (word.x0 + word.x1) / 2 <= x1 and top <= (word.top + word.bottom) / 2 <= bottom]
    filled = {table.cell_at((word.x0 + word.x1) / 2, (word.top + word.bottom) / 2) for word in inside}
    return len(filled) == len(table.cells) and not _has_columns(inside)


def _has_columns(words: Sequence[Word]) -> bool:
    """Does a wide blank stand between two words of one line?"""
    ordered = sorted(words, key=lambda word: (round(word.bottom), word.x0))
    return any(
        abs(after.bottom - before.bottom) < 1.5 and after.x0 - before.x1 > _WIDE * (after.bottom - after.top)
        for before, after in pairwise(ordered)
    )


def _inside(edge: Edge, box: Box) -> bool:
    x, y = (edge.at, (edge.start + edge.stop) / 2) if edge.axis == "v" else ((edge.start + edge.stop) / 2, edge.at)
    return box[0] - 1 <= x <= box[2] + 1 and box[1] - 1 <= y <= box[3] + 1


def _within(frame: Box, box: Box) -> bool:
    x, y = (frame[0] + frame[2]) / 2, (frame[1] + frame[3]) / 2
    return box[0] <= x <= box[2] and box[1] <= y <= box[3] and _area(frame) <= _area(box)


def _area(box: Box) -> float:
    return (box[2] - box[0]) * (box[3] - box[1])
