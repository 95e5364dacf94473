"""Names of a header that share a column: it is parted between them where no text of its rows stands across the border.

In a table of few rows whose cells stand in the middle of their height hardly any line holds the texts of two neighbours, so that the
lines alone show no border between them.
"""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import pairwise
from typing import Final

from extractor.reading.column_corridors import Columns
from extractor.reading.column_lines import LineView

_MOST_HEAD: Final = 8
"""Lines at the top of a table that may be header."""
_NAME: Final = 0.6
"""Share of header words of a line of it that holds a single name."""
_LEAST: Final = 1.0
"""Characters between the texts of two columns at least."""
_LEAST_LINES: Final = 3
"""Lines of a table below its header from which it is no chance that none crosses a place."""

Extent = tuple[float, float]


def headed(views: Sequence[LineView], columns: Columns) -> Columns:
    """The columns, those with several names over them parted between these; for text aligned by blanks."""
    end = head_end(views)
    if not columns.separators or not 0 < end <= len(views) - _LEAST_LINES or any(view.line.stood or view.is_index for view in views[:end]):
        return columns
    numbered = any(view.is_index for view in views[end:_MOST_HEAD])
    found = list(columns.separators)
    for left, right in pairwise(columns.edges):
        names = merged(extent for view in views[:end] for extent in _within(view, left, right))
        texts = merged(extent for view in views[end:] for extent in _texts(view, left, right))
        gaps = [(before[1], after[0]) for before, after in pairwise(texts) if after[0] - before[1] >= _LEAST]
        for before, after in pairwise(names):
            between = [gap for gap in gaps if (before[0] + before[1]) / 2 < gap[1] - 0.5 and gap[0] < (after[0] + after[1]) / 2]
            # under one number stand the texts of two columns only where a line has both
            shown = not numbered or any(_has_both(view, gap, (left, right)) for view in views[end:] for gap in between)
            if after[0] - before[1] >= _LEAST and len(between) == 1 and shown:
                found.append(between[0][1] - 0.5)
    return replace(columns, separators=tuple(sorted(found)))


def head_end(views: Sequence[LineView]) -> int:
    """The first line below the header: behind the last line of header words among the first ones."""
    end = 0
    for at, view in enumerate(views[:_MOST_HEAD]):
        if view.numbers or not (view.is_header or is_name(view)):
            break
        end = at + 1
    return end


def is_name(view: LineView) -> bool:
    """Whether a line of one text is mostly of header words."""
    return not view.is_split and view.header_share >= _NAME


def _within(view: LineView, left: float, right: float) -> list[Extent]:
    """The names of a line that stand between two borders, or reach over neither of them."""
    return [(chunk.x0, chunk.x1) for chunk in view.chunks if chunk.x0 >= left - _LEAST and chunk.x1 <= right + _LEAST]


def _texts(view: LineView, left: float, right: float) -> list[Extent]:
    """The texts of a line between two borders; a running number at its beginning is one of its own."""
    found = [(max(chunk.x0, left), min(chunk.x1, right)) for chunk in view.chunks if chunk.x0 < right and left < chunk.x1]
    if view.is_enumerated and found and view.x0 >= left:
        found[:1] = [(view.x0, view.words[0][1]), (view.words[1][0], found[0][1])]
    return found


def _has_both(view: LineView, gap: Extent, column: Extent) -> bool:
    """Whether a line has words of a column on both sides of a gap."""
    words = [word for word in view.words if word[0] >= column[0] - _LEAST and word[1] <= column[1] + _LEAST]
    return any(word[1] <= gap[0] for word in words) and any(word[0] >= gap[1] for word in words)


def merged(extents: Iterable[Extent]) -> list[Extent]:
    """Extents that overlap as one."""
    found: list[Extent] = []
    for x0, x1 in sorted(extents):
        if found and x0 <= found[-1][1]:
            found[-1] = found[-1][0], max(found[-1][1], x1)
        else:
            found.append((x0, x1))
    return found
