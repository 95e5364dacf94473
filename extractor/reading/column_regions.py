"""Which lines form a table: stretches of lines that nothing interrupts, parted and trimmed so that they fit their own columns best."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from statistics import median
from typing import Final

from extractor.reading.column_corridors import Columns, Profiles
from extractor.reading.column_lines import LineView

_TOLERANCE: Final = 0.6
"""Characters that a word may reach over a separator."""

_NEAR: Final = 2.0
"""The same for a text that a wide blank parts from the one before."""

_WEIGHTS: Final = {
    "split": 0.6,
    "narrow": -0.15,
    "blocked": -0.9,
    "blocked_header": -0.4,
    "blocked_unsplit": -0.7,
    "aligned": 0.35,
    "first": 0.05,
    "number": 0.3,
    "header": 0.8,
    "header_part": 0.3,
    "index": 1.0,
    "prose": -1.6,
    "caption": -3.0,
    "leader": -2.5,
    "loose": -0.25,
    "gap": -0.4,
    "open": -2.0,
}
"""What each feature of a line adds to the table that it would belong to; running text scores nothing."""
_MAX_SPLITS: Final = 3
_MAX_GAP_COST: Final = -2.0
_PROSE_WORDS: Final = 7
_PROSE_WIDTH: Final = 0.62
"""A line without wide blanks is prose from this share of the page's text width."""
_PROSE_MARGIN: Final = 0.13
"""How far, as a share of that width, it may end before the right margin."""
_MAX_ZONE_GAP: Final = 3.5
_CUT_GAP: Final = 1.0
"""Blank above a line, beyond what is ordinary in its zone, at which a table may end."""
_MAX_CUTS: Final = 7
_HEAD_GAP: Final = 0.5
_MAX_HEAD: Final = 3
"""Lines that a header may have above its fullest one."""
_HEADER_PART: Final = 0.6
_MAX_BETWEEN: Final = 3
"""Lines of text that may stand between two parts of one table (a label over the rows that is as wide as the page)."""


@dataclass(frozen=True, slots=True)
class Region:
    """The lines ``[start, stop)`` with these columns, and how well they fit."""

    start: int
    stop: int
    columns: Columns
    score: float


def find_regions(views: Sequence[LineView]) -> list[Region]:
    """The tables among the lines of one page, in reading order."""
    prose = _prose(views)
    regions: list[Region] = []
    for start, stop in _zones(views, prose):
        regions.extend(_best_partition(views, prose, [start, *_cuts(views, start, stop), stop]))
    return _joined(views, prose, regions)


def _prose(views: Sequence[LineView]) -> list[bool]:
    """Which lines are running text for certain: no wide blank, most of the page wide, and up to its right margin."""
    left, right = min(view.x0 for view in views), max(view.x1 for view in views)
    least, margin = _PROSE_WIDTH * (right - left), right - _PROSE_MARGIN * (right - left)
    return [not view.is_split and len(view.words) >= _PROSE_WORDS and view.x1 - view.x0 >= least and view.x1 >= margin for view in views]


def _zones(views: Sequence[LineView], prose: Sequence[bool]) -> list[tuple[int, int]]:
    """Stretches without prose, captions, dot leaders and very wide gaps that hold at least two lines with wide blanks."""
    zones = []
    start = 0
    for index, view in enumerate(views):
        if prose[index] or view.is_caption or view.has_leader or view.line.gap > _MAX_ZONE_GAP:
            zones.append((start, index))
            start = index if view.line.gap > _MAX_ZONE_GAP and not prose[index] else index + 1
    zones.append((start, len(views)))
    return [(start, stop) for start, stop in zones if sum(view.is_split for view in views[start:stop]) >= 2]


def _cuts(views: Sequence[LineView], start: int, stop: int) -> list[int]:
    """Where inside a zone one table may end and another begin: at a header, and below the widest gaps."""
    ordinary = median(view.line.gap for view in views[start + 1 : stop])
    strength = {index: views[index].line.gap for index in range(start + 1, stop) if views[index].line.gap >= ordinary + _CUT_GAP}
    strength |= dict.fromkeys(_head_starts(views, start, stop), _MAX_ZONE_GAP)
    return sorted(sorted(strength, key=lambda index: (-strength[index], index))[:_MAX_CUTS])


def _head_starts(views: Sequence[LineView], start: int, stop: int) -> set[int]:
    """Where a header may begin: below a blank, the first of a few lines of which one is made of header words."""
    starts = set()
    for index in range(start + 1, stop):
        if views[index].is_header:
            first = index
            while first > start + 1 and index - first < _MAX_HEAD and views[first].line.gap < _HEAD_GAP:
                first -= 1
            starts.add(first if views[first].line.gap >= _HEAD_GAP else index)
    return starts


def _best_partition(views: Sequence[LineView], prose: Sequence[bool], cuts: Sequence[int]) -> list[Region]:
    """The cuts at which the tables between them fit their columns best in sum (dynamic programming over the cuts)."""
    best: list[tuple[float, list[Region]]] = [(0.0, [])]
    for last in range(1, len(cuts)):
        options = []
        for first in range(last):
            score, regions = best[first]
            found = _best_region(views, prose, cuts[first], cuts[last])
            options.append((score + sum(region.score for region in found), [*regions, *found]))
        best.append(max(options, key=lambda option: option[0]))
    return best[-1][1]


def _best_region(views: Sequence[LineView], prose: Sequence[bool], start: int, stop: int) -> list[Region]:
    """The stretch of these lines that fits its own columns best, or nothing where none is worth a table."""
    columns = None
    for _ in range(2):
        columns = find_columns(views[start:stop]) if stop - start >= 2 else None
        if columns is None:
            return []
        start, stop, score = _best_run(views, prose, columns, start, stop)
    return [Region(start, stop, columns, score + _WEIGHTS["open"])] if columns and score + _WEIGHTS["open"] > 0 else []


def _best_run(views: Sequence[LineView], prose: Sequence[bool], columns: Columns, start: int, stop: int) -> tuple[int, int, float]:
    """The run of lines with the greatest sum of fits (Kadane's algorithm)."""
    ordinary = median(view.line.gap for view in views[start:stop])
    best, best_span = 0.0, (start, start)
    total, first = 0.0, start
    for index in range(start, stop):
        stay = max(_WEIGHTS["gap"] * max(0.0, views[index].line.gap - ordinary - 0.8), _MAX_GAP_COST)
        if total + stay <= 0:
            total, first = 0.0, index
        else:
            total += stay
        total += line_fit(views[index], columns, is_prose=prose[index])
        if total > best:
            best, best_span = total, (first, index + 1)
    return *best_span, best


def _joined(views: Sequence[LineView], prose: Sequence[bool], regions: Sequence[Region]) -> list[Region]:
    """Neighbours that a wide label parts become one where together they fit as well."""
    joined: list[Region] = []
    for region in regions:
        if joined and region.start - joined[-1].stop <= _MAX_BETWEEN:
            [*both] = _best_region(views, prose, joined[-1].start, region.stop)
            if both and both[0].score >= joined[-1].score + region.score:
                joined[-1] = both[0]
                continue
        joined.append(region)
    return joined


def line_fit(view: LineView, columns: Columns, *, is_prose: bool) -> float:
    """How well a line fits into columns; 0 for a line that says nothing either way."""
    if view.is_caption:
        return _WEIGHTS["caption"]
    if view.has_leader:
        return _WEIGHTS["leader"]
    split, narrow, blocked = _crossings(view, columns)
    if is_prose:
        return _WEIGHTS["prose"] if blocked else 0.0
    if not view.is_split:
        return _unsplit_fit(view, columns, blocked)
    score = _WEIGHTS["split"] * min(split, _MAX_SPLITS) + _WEIGHTS["narrow"] * narrow
    score += _WEIGHTS["blocked_header" if view.is_header else "blocked"] * blocked
    score += _WEIGHTS["number"] * min(view.numbers, 2) + _WEIGHTS["header"] * (view.header_share >= 0.5) + _WEIGHTS["index"] * view.is_index
    return score if split else min(score, 0.0) + _WEIGHTS["loose"]


def _unsplit_fit(view: LineView, columns: Columns, blocked: int) -> float:
    """A line of one text: the rest of a wrapped cell, a label over the rows, or no part of the table."""
    if blocked:
        return _WEIGHTS["blocked_unsplit"]
    if view.header_share >= _HEADER_PART and columns.left - 1 <= view.x0 and view.x1 <= columns.right + 1:
        return _WEIGHTS["header_part"]
    if any(abs(view.x0 - separator) <= 1.0 for separator in columns.separators):
        return _WEIGHTS["aligned"]
    if view.x1 < columns.left - 2 or view.x0 > columns.right + 2:
        return _WEIGHTS["loose"]
    return _WEIGHTS["first"] if view.x1 <= columns.separators[0] and view.line.gap < _HEAD_GAP else 0.0


def _crossings(view: LineView, columns: Columns) -> tuple[int, int, int]:
    """How many wide blanks of the line hold a separator, and how many separators fall into ordinary blanks and into words."""
    narrow = blocked = 0
    parted: set[int] = set()
    low = bisect_right(columns.separators, view.x0 + _TOLERANCE)
    high = bisect_left(columns.separators, view.x1 - _TOLERANCE)
    for separator in columns.separators[low:high]:
        after = bisect_right(view.ends, separator + _TOLERANCE)
        start = view.words[after][0]
        if after in view.starts and start >= separator - _NEAR:
            parted.add(after)
        elif start < separator - _TOLERANCE:
            blocked += 1
        else:
            narrow += 1
    return len(parted), narrow, blocked
