"""Tables whose outline is not closed: cut by a page break, or drawn without the outer verticals.

A drawn line that runs on past its last crossing shows that there are cells beyond; where several parallel lines of one
table end at the same place, the missing side runs along their ends.
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final, Literal

from extractor.reading.pdf_edges import SNAP, Corner, find_corners, merge_edges
from extractor.reading.pdf_page import Edge

_BEYOND: Final = 7.0
"""Points by which a line must run on past its last crossing; less is a sloppy corner."""
_ACROSS: Final[Mapping[str, Literal["h", "v"]]] = {"h": "v", "v": "h"}

_MOST_ENDS: Final = 40
"""A page with more loose ends is a drawing."""


@dataclass(frozen=True, slots=True)
class _End:
    """A place where edges of one axis end, at their start or at their stop."""

    axis: str
    starting: bool
    at: float

    def of(self, edge: Edge) -> float:
        """The end of this edge on the same side."""
        return edge.start if self.starting else edge.stop


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
    loose = _loose_ends(edges, corners)
    if len(loose) > _MOST_ENDS:
        return []
    found: list[Edge] = []
    for end in loose:
        members = [edge for edge in edges if edge.axis == end.axis and abs(end.of(edge) - end.at) <= SNAP]
        found.extend(_sides(end, members, [edge for edge in edges if edge.axis != end.axis]))
    return found


def _loose_ends(edges: Sequence[Edge], corners: _Corners) -> list[_End]:
    """Where edges run on past their first or last crossing, ends within ``SNAP`` of each other counted once."""
    ends: dict[tuple[str, bool], list[float]] = {}
    for number, (first, last) in _reach(corners).items():
        edge = edges[number]
        if first - edge.start > _BEYOND:
            ends.setdefault((edge.axis, True), []).append(edge.start)
        if edge.stop - last > _BEYOND:
            ends.setdefault((edge.axis, False), []).append(edge.stop)
    found: list[_End] = []
    for (axis, starting), places in sorted(ends.items()):
        for at in sorted(places):
            if not (found and (found[-1].axis, found[-1].starting) == (axis, starting) and at - found[-1].at <= SNAP):
                found.append(_End(axis, starting, at))
    return found


def _reach(corners: _Corners) -> dict[int, tuple[float, float]]:
    """First and last crossing of every edge that has one."""
    places: defaultdict[int, list[float]] = defaultdict(list)
    for (x, y), (vertical, horizontal) in corners.items():
        for number in vertical:
            places[number].append(y)
        for number in horizontal:
            places[number].append(x)
    return {number: (min(values), max(values)) for number, values in places.items()}


def _sides(end: _End, members: Sequence[Edge], across: Sequence[Edge]) -> list[Edge]:
    """The sides along the ends of the members, each as far as lines across tie neighbours together."""
    ordered = sorted(members, key=lambda edge: edge.at)
    found: list[Edge] = []
    first = 0
    for number, edge in enumerate(ordered):
        following = ordered[number + 1] if number + 1 < len(ordered) else None
        if following is None or not _tied(edge, following, across):
            if number > first:
                found.append(Edge(_ACROSS[end.axis], end.at, ordered[first].at, edge.at))
            first = number + 1
    return found


def _tied(edge: Edge, following: Edge, across: Sequence[Edge]) -> bool:
    """Does a line across run from one edge to the other?"""
    low, high = max(edge.start, following.start) - SNAP, min(edge.stop, following.stop) + SNAP
    return any(other.start <= edge.at + SNAP and other.stop >= following.at - SNAP and low <= other.at <= high for other in across)
