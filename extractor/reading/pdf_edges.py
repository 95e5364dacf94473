"""Ruling lines to cells: pdfplumber's table finder on plain tuples, without its quadratic loops.

Snapping, joining and the choice of the smallest cell are those of ``pdfplumber.table`` 0.11 with its default
tolerances, after Anssi Nurminen's thesis "Algorithmic extraction of data in tables in PDF documents" (2013).
"""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from operator import attrgetter
from typing import Final

from extractor.reading.document import Box
from extractor.reading.pdf_page import Edge

SNAP: Final = 3.0
"""Points within which parallel edges are one line, and collinear edges touch."""
CROSS: Final = 3.0
"""Points by which a line may miss another and still meet it."""
SHORTEST: Final = 3.0
SHORTEST_PIECE: Final = 1.0
"""Points; shorter edges are dropped before (a piece of a dotted line) and after joining."""

_START: Final = attrgetter("start")
Corner = tuple[float, float]


def merge_edges(edges: Iterable[Edge]) -> list[Edge]:
    """Parallel edges moved onto their mean where they lie within ``SNAP``, collinear ones joined. Vertical edges come first."""
    pieces: dict[str, list[Edge]] = {"v": [], "h": []}
    for edge in edges:
        if edge.stop - edge.start >= SHORTEST_PIECE:
            pieces[edge.axis].append(edge)
    return [edge for axis in ("v", "h") for edge in _joined(_snapped(pieces[axis])) if edge.stop - edge.start >= SHORTEST]


def _snapped(edges: list[Edge]) -> Iterator[list[Edge]]:
    """Groups of edges that lie on one line, each moved onto the group's mean."""
    edges.sort(key=lambda edge: edge.at)
    group: list[Edge] = []
    for edge in edges:
        if group and edge.at > group[-1].at + SNAP:
            yield _levelled(group)
            group = []
        group.append(edge)
    if group:
        yield _levelled(group)


def _levelled(group: list[Edge]) -> list[Edge]:
    if len(group) == 1:
        return group
    mean = sum([edge.at for edge in group]) / len(group)
    return sorted([Edge(axis, mean, start, stop) for axis, _, start, stop in group], key=_START)


def _joined(groups: Iterable[list[Edge]]) -> Iterator[Edge]:
    for group in groups:
        axis, at, start, stop = group[0]
        for edge in group[1:]:
            if edge.start <= stop + SNAP:
                stop = max(stop, edge.stop)
            else:
                yield Edge(axis, at, start, stop)
                start, stop = edge.start, edge.stop
        yield Edge(axis, at, start, stop)


def find_corners(edges: Sequence[Edge]) -> dict[Corner, tuple[set[int], set[int]]]:
    """Where vertical and horizontal edges meet: (x, y) with the numbers of the vertical and of the horizontal edges there."""
    corners: dict[Corner, tuple[set[int], set[int]]] = {}
    level = sorted(((edge.at, edge.start, edge.stop, number) for number, edge in enumerate(edges) if edge.axis == "h"))
    heights = [item[0] for item in level]
    for number, edge in enumerate(edges):
        if edge.axis != "v":
            continue
        for at, start, stop, other in level[bisect_left(heights, edge.start - CROSS) :]:
            if at > edge.stop + CROSS:
                break
            if start - CROSS <= edge.at <= stop + CROSS:
                vertical, horizontal = corners.setdefault((edge.at, at), (set(), set()))
                vertical.add(number)
                horizontal.add(other)
    return corners


def find_cells(corners: dict[Corner, tuple[set[int], set[int]]]) -> list[Box]:
    """The smallest drawn rectangle below and right of every corner that has one."""
    columns: defaultdict[float, list[float]] = defaultdict(list)
    rows: defaultdict[float, list[float]] = defaultdict(list)
    for x, y in sorted(corners):
        columns[x].append(y)
        rows[y].append(x)
    found = (_smallest_cell(corner, corners, columns[corner[0]], rows[corner[1]]) for corner in sorted(corners))
    return [cell for cell in found if cell is not None]


def _smallest_cell(corner: Corner, corners: dict[Corner, tuple[set[int], set[int]]], below: list[float], right: list[float]) -> Box | None:
    x0, top = corner
    vertical, horizontal = corners[corner]
    reach = [x for x in right[bisect_left(right, x0) + 1 :] if not horizontal.isdisjoint(corners[x, top][1])]
    if not reach:
        return None
    for bottom in below[bisect_left(below, top) + 1 :]:
        left_bottom = corners[x0, bottom]
        if vertical.isdisjoint(left_bottom[0]):
            continue
        for x1 in reach:
            opposite = corners.get((x1, bottom))
            if opposite and not (opposite[0].isdisjoint(corners[x1, top][0]) or opposite[1].isdisjoint(left_bottom[1])):
                return x0, top, x1, bottom
    return None


def group_cells(cells: Sequence[Box]) -> list[list[Box]]:
    """Cells that touch at a corner, directly or through others, grouped; from top to bottom."""
    root: dict[Corner, Corner] = {}

    def find(corner: Corner) -> Corner:
        while root.setdefault(corner, corner) != corner:
            root[corner] = root[root[corner]]
            corner = root[corner]
        return corner

    for x0, top, x1, bottom in cells:
        first = find((x0, top))
        for corner in ((x0, bottom), (x1, top), (x1, bottom)):
            root[find(corner)] = first
    by_root = sorted(((find((cell[0], cell[1])), cell) for cell in cells), key=lambda item: (item[0], item[1][1], item[1][0]))
    groups = [[cell for _, cell in group] for _, group in groupby(by_root, key=lambda item: item[0])]
    return sorted(groups, key=lambda group: min((cell[1], cell[0]) for cell in group))


def ruled_tables(edges: Iterable[Edge]) -> list[list[Box]]:
    """The cells of every ruled table of a page, tables from top to bottom, as pdfplumber finds them: single cells are left out."""
    groups = group_cells(find_cells(find_corners(merge_edges(edges))))
    return [group for group in groups if len(group) > 1]
