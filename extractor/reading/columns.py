"""Borderless tables: columns told by what stands under what.

Works on words with places, so that a PDF page (points) and a text whose tables are aligned by blanks (character
columns) are read by the same code.
"""

from collections.abc import Sequence
from statistics import median
from typing import Final

from extractor.reading.column_cells import arrange
from extractor.reading.column_grid import build_grid
from extractor.reading.column_lines import LineView
from extractor.reading.column_regions import find_regions
from extractor.reading.column_score import score_table
from extractor.reading.column_tidy import tidy
from extractor.reading.column_views import view_lines
from extractor.reading.placed import GridSpan, PlacedLine, PlacedWord

__all__ = ["GridSpan", "PlacedLine", "PlacedWord", "character_width", "find_grids"]

_THRESHOLD: Final = 0.5
"""Confidence from which lines are given out as a table."""


def character_width(lines: Sequence[PlacedLine]) -> float:
    """The width of a typical character of these lines, in the coordinates of their words: the ``unit`` of :func:`find_grids`."""
    widths = [(word.x1 - word.x0) / len(word.text) for line in lines for word in line.words if word.text]
    return median(widths) if widths else 1.0


def find_grids(lines: Sequence[PlacedLine], *, unit: float, rules: Sequence[float] = ()) -> list[GridSpan]:
    """Find the tables among the lines of one page, in reading order; every line must hold a word.

    ``unit`` is the width of a typical character in the coordinates of the words (:func:`character_width`), ``rules`` the
    heights of drawn horizontal lines (evidence for a table). Each span ``[start, stop)`` of lines becomes a grid with one
    row per line; wrapped rows stay apart.
    """
    kept = [index for index, line in enumerate(lines) if line.words]
    views, bands = view_lines([lines[index] for index in kept], unit)
    if sum(1 for band in bands if band.is_split) < 2:
        return []
    spans = []
    for region in find_regions(bands):
        part = views[region.start : region.stop]
        columns = tidy(part, region.columns)
        rows = arrange(part, columns.separators)
        confidence = score_table(part, columns, rows, _rules_within(part, rules)) if columns.separators else 0.0
        if confidence >= _THRESHOLD:
            grid = build_grid(part, rows, columns, unit, confidence)
            spans.append(GridSpan(kept[region.start], kept[region.stop - 1] + 1, grid))
    return spans


def _rules_within(views: Sequence[LineView], rules: Sequence[float]) -> int:
    """How many horizontal rules stand between the lines, or next to the first or last one."""
    top, bottom = min(word.top for word in views[0].line.words), max(word.bottom for word in views[-1].line.words)
    height = max(word.bottom - word.top for word in views[0].line.words)
    return sum(top - height <= rule <= bottom + height for rule in rules)
