"""Tables whose outline is not closed: cut by a page break, or drawn without the outer verticals.

A drawn line that runs on past its last crossing shows that there are cells beyond; where several parallel lines of one
table end at the same place, the missing side runs along their ends.
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import Final, Literal

from extractor.reading.pdf_edges import SNAP, Corner, find_corners, merge_edges
from extractor.reading.pdf_page import Edge

_BEYOND: Final = 7.0
"""Points by which a line must run on past its last crossing; less is a sloppy corner."""
_ACROSS: Final[Mapping[str, Literal["h", "v"]]] = {"h": "v", "v": "h"}

_Corners = dict[Corner, tuple[set[int], set[int]]]


def close_outlines(edges: Sequence[Edge]) -> tuple[list[Edge], _Corners]:
    """Merged edges with the missing outer sides added, and the corners where they meet."""
    merged = list(edges)
    corners = find_corners(merged)
    missing = _missing_sides(merged, corners)
    if not missing:
        return merged, corners
    closed = merge_edges([*merged, *missing])
    return closed, find_corners(closed)


def _missing_sides(edges: Sequence[Edge], corners: _Corners) -> list[Edge]:
    reach = _reach(corners)
    found: list[Edge] = []
    for number, (first, last) in sorted(reach.items()):
        edge = edges[number]
        if first - edge.start > _BEYOND:
            found.extend(_side(edge, edge.start, [other for other in edges if _starts_with(other, edge)], edges))
        if edge.stop - last > _BEYOND:
            found.extend(_side(edge, edge.stop, [other for other in edges if _stops_with(other, edge)], edges))
    return sorted(set(found))


def _reach(corners: _Corners) -> dict[int, tuple[float, float]]:
    """First and last crossing of every edge that has one."""
    places: defaultdict[int, list[float]] = defaultdict(list)
    for (x, y), (vertical, horizontal) in corners.items():
        for number in vertical:
            places[number].append(y)
        for number in horizontal:
            places[number].append(x)
    return {number: (min(values), max(values)) for number, values in places.items()}


def _starts_with(other: Edge, edge: Edge) -> bool:
    return other.axis == edge.axis and abs(other.start - edge.start) <= SNAP


def _stops_with(other: Edge, edge: Edge) -> bool:
    return other.axis == edge.axis and abs(other.stop - edge.stop) <= SNAP


def _side(edge: Edge, at: float, members: Sequence[Edge], edges: Sequence[Edge]) -> list[Edge]:
    """The side along the ends of ``edge`` and of its neighbours, as far as lines across tie them together."""
    places = sorted({member.at for member in members})
    here = places.index(edge.at)
    low = high = here
    while low > 0 and _tied(places[low - 1], places[low], edge, edges):
        low -= 1
    while high + 1 < len(places) and _tied(places[high], places[high + 1], edge, edges):
        high += 1
    return [Edge(_ACROSS[edge.axis], at, places[low], places[high])] if low < high else []


def _tied(a: float, b: float, edge: Edge, edges: Sequence[Edge]) -> bool:
    """Does a line across the edge run from one place to the other?"""
    return any(
        other.axis != edge.axis and other.start <= a + SNAP and other.stop >= b - SNAP and edge.start - SNAP <= other.at <= edge.stop + SNAP
        for other in edges
    )
