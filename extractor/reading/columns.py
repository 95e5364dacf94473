"""Borderless tables: columns told by what stands under what.

Works on words with places, so that a PDF page (points) and a text whose tables are aligned by blanks (character
columns) are read by the same code.
"""

import re
from collections import deque
from collections.abc import Sequence
from itertools import pairwise
from statistics import median
from typing import Final

from extractor.reading.column_cells import arrange
from extractor.reading.column_grid import build_grid
from extractor.reading.column_headed import headed
from extractor.reading.column_lines import LineView
from extractor.reading.column_numbered import numbered
from extractor.reading.column_regions import find_regions
from extractor.reading.column_score import score_table
from extractor.reading.column_tidy import tidy
from extractor.reading.column_views import view_lines
from extractor.reading.placed import GridSpan, PlacedLine, PlacedWord

__all__ = ["GridSpan", "PlacedLine", "PlacedWord", "character_width", "find_grids"]

_THRESHOLD: Final = 0.5
"""Confidence from which lines are given out as a table."""
_LABEL: Final = re.compile(r"\W*(?:tabel|table)\W{0,3}[\dIVXivx]+(?:[.\d-]*|[a-z])\W*", re.I)
_NARROWEST: Final = 0.5
"""Points; text is not set in letters narrower than this, but broken fonts give them no width at all."""
_NEAR: Final = 6
"""Parted lines within which two lines of a table part at one place."""


def character_width(lines: Sequence[PlacedLine]) -> float:
    """The width of a typical character of these lines, in the coordinates of their words: the ``unit`` of :func:`find_grids`."""
    widths = [(word.x1 - word.x0) / len(word.text) for line in lines for word in line.words if word.text]
    return max(median(widths), _NARROWEST) if widths else 1.0


def find_grids(lines: Sequence[PlacedLine], *, unit: float, rules: Sequence[float] = ()) -> list[GridSpan]:
    """Find the tables among the lines of one page, in reading order; every line must hold a word.

    ``unit`` is the width of a typical character in the coordinates of the words (:func:`character_width`), ``rules`` the
    heights of drawn horizontal lines (evidence for a table). Each span ``[start, stop)`` of lines becomes a grid with one
    row per line; wrapped rows stay apart.
    """
    kept = [index for index, line in enumerate(lines) if line.words]
    views, bands = view_lines([lines[index] for index in kept], unit)
    if not _share_corridor(bands):
        return []
    spans = []
    for region in find_regions(bands):
        start = region.start + _has_title(views, region.start)
        part = views[start : region.stop]
        columns = tidy(part, region.columns)
        columns = columns if part[0].line.place.box else headed(part, numbered(part, columns))
        rows = arrange(part, columns.separators)
        confidence = score_table(part, columns, rows, _rules_within(part, rules)) if columns.separators else 0.0
        if confidence >= _THRESHOLD:
            grid = build_grid(part, rows, columns, unit, confidence)
            spans.append(GridSpan(kept[start], kept[region.stop - 1] + 1, grid))
    return spans


def _share_corridor(bands: Sequence[LineView]) -> bool:
    """Whether two lines near each other part at one place, other than both after an enumerator; prose and lists do not.

    A cheap test that spares most pages of a report the search.
    """
    before: deque[list[tuple[float, float, bool]]] = deque(maxlen=_NEAR)
    for band in bands:
        if not band.is_split:
            continue
        found = [(left.x1, right.x0, index == 0 and left.is_enumerator) for index, (left, right) in enumerate(pairwise(band.chunks))]
        for x0, x1, listed in found:
            for others in before:
                if any(x0 < end and start < x1 and not (listed and also) for start, end, also in others):
                    return True
        before.append(found)
    return False


def _has_title(views: Sequence[LineView], start: int) -> bool:
    """Whether the first line of a table is its title, below a line that holds nothing but the table's number."""
    return start > 0 and _LABEL.fullmatch(views[start - 1].text) is not None and not views[start].is_split


def _rules_within(views: Sequence[LineView], rules: Sequence[float]) -> int:
    """How many horizontal rules stand between the lines, or next to the first or last one."""
    top, bottom = min(word.top for word in views[0].line.words), max(word.bottom for word in views[-1].line.words)
    height = max(word.bottom - word.top for word in views[0].line.words)
    return sum(top - height <= rule <= bottom + height for rule in rules)
