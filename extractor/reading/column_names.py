"""A line of names over short figures: wider than these, so that the columns told from the figures alone cut the names."""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise
from typing import Final

from extractor.reading.column_corridors import Region
from extractor.reading.column_lines import LineView

_GAP: Final = 1.2
"""Blank, in line heights, between the names and the first row at most."""
_LEAST: Final = 3
"""Columns from which one text over each of them is no chance."""


def under_names(views: Sequence[LineView], region: Region) -> Region:
    """The region with the line above it, where that has one text in bold over each column; its columns then leave room for the names.

    For pages alone: text aligned by blanks has no bold, and moves its headers.
    """
    names = views[region.start - 1]
    if not (names.line.bold and names.line.place.box) or names.numbers or views[region.start].line.gap > _GAP:
        return region
    inner = region.columns.separators
    if len(names.chunks) != len(inner) + 1 or len(inner) + 1 < _LEAST:
        return region
    if any(bisect_right(inner, (chunk.x0 + chunk.x1) / 2) != at for at, chunk in enumerate(names.chunks)):
        return region
    extents = [[(chunk.x0, chunk.x1)] for chunk in names.chunks]
    for view in views[region.start : region.stop]:
        for chunk in view.chunks:
            first, last = bisect_right(inner, chunk.x0 + 1), bisect_right(inner, chunk.x1 - 1)
            if first == last:
                extents[first].append((chunk.x0, chunk.x1))
    between = [(max(x1 for _, x1 in left), min(x0 for x0, _ in right)) for left, right in pairwise(extents)]
    if any(start >= stop for start, stop in between):
        return region
    moved = tuple((start + stop) / 2 for start, stop in between)
    return replace(region, start=region.start - 1, columns=replace(region.columns, separators=moved))
