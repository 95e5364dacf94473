"""Where a table ends: the lines right below it that hold nothing but rests of its last cells."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import replace
from statistics import median
from typing import Final

from extractor.reading.column_corridors import Columns, Region
from extractor.reading.column_fit import line_fit
from extractor.reading.column_lines import LineView

_MAX_BELOW: Final = 8
"""Lines below a table that are looked at for more of it."""
_MAX_LOSS: Final = -2.0
"""Sum of fits below which they belong to it no more."""
_MAX_REST: Final = 3
"""Lines below a table that may hold the rest of a cell of its last entry."""
_REST_GAP: Final = 0.3
"""Blank above such a line, in line heights, beyond what is ordinary in the table."""
_LEAST_FIGURES: Final = 2
_NUMBERED: Final = re.compile(r"(\d{1,3})[.)]?$")
_SAME_PLACE: Final = 0.6
"""Characters by which the lines of one cell may miss each other."""
_MOVED: Final = 1.0
"""The same in text aligned by blanks."""


def ended(views: Sequence[LineView], prose: Sequence[bool], regions: Sequence[Region]) -> list[Region]:
    """The regions, each with the lines directly below that belong to its last entry."""
    found: list[Region] = []
    for index, region in enumerate(regions):
        most = min([len(views), *(other.start for other in regions[index + 1 : index + 2])])
        stop = _rests(views, region, most) if views[0].line.place.box else _below(views, prose, region, most)
        found.append(replace(region, stop=stop))
    return found


def _rests(views: Sequence[LineView], region: Region, most: int) -> int:
    """The end of a table on a page of a PDF, with its sum and lines that hold nothing but the rest of a cell of its last entry."""
    stop, most = region.stop, min(region.stop + _MAX_REST, most)
    ordinary = median(view.line.gap for view in views[region.start + 1 : stop])
    while stop < most and views[stop].line.gap <= ordinary + _REST_GAP:
        above, view = views[stop - 1], views[stop]
        sum_below = _is_sum_below(views[region.start : stop], view)
        if not (sum_below or _is_next(above, view) or _is_alike(above, view) or _is_rest(above, view, region.columns)):
            break
        stop += 1
    return stop


def _is_next(above: LineView, view: LineView) -> bool:
    """Whether a line is the entry below the last one: it counts on, and its last figure ends where the one above does."""
    numbers = [_NUMBERED.match(line.words[0][2]) for line in (above, view)]
    counts_on = numbers[0] is not None and numbers[1] is not None and int(numbers[1][1]) == int(numbers[0][1]) + 1
    figures = above.chunks[-1], view.chunks[-1]
    alike = len(above.chunks) == len(view.chunks) > 1 and all(figure.is_number for figure in figures)
    return counts_on and alike and abs(figures[0].x1 - figures[1].x1) <= _SAME_PLACE


def _is_alike(above: LineView, view: LineView) -> bool:
    """Whether a line is an entry without a number below another one: all its texts, the last of them a figure, begin where texts of that
    one do, or have the same middle.
    """
    numbered = _NUMBERED.match(view.words[0][2]) is not None
    if numbered or not view.is_split or not any(map(str.isdigit, view.chunks[-1].text)) or view.line.bold != above.line.bold:
        return False
    places = [(chunk.x0, (chunk.x0 + chunk.x1) / 2) for chunk in above.chunks]
    return all(
        any(abs(chunk.x0 - x0) <= _SAME_PLACE or abs((chunk.x0 + chunk.x1) / 2 - middle) <= _SAME_PLACE for x0, middle in places)
        for chunk in view.chunks
    )


def _is_sum_below(above: Sequence[LineView], view: LineView) -> bool:
    """Whether a line is a sum whose figures, two of them if it has so many, end where those above do: in bold they begin further left."""
    ends = [chunk.x1 for chunk in next((line.chunks for line in reversed(above) if line.is_split), ())]
    figures = view.chunks[1:]
    return view.is_sum and sum(any(abs(chunk.x1 - end) <= _SAME_PLACE for end in ends) for chunk in figures) >= min(
        _LEAST_FIGURES, len(figures)
    )


def _below(views: Sequence[LineView], prose: Sequence[bool], region: Region, most: int) -> int:
    """The end of a table in text aligned by blanks, with the lines close below it of which the last one fits its columns again.

    Texts of two columns may touch each other, and then look like a line of text.
    """
    end, total = region.stop, 0.0
    first = region.columns.separators[0] - 1
    begins = [view.words[0][2] for view in views[region.start : region.stop] if view.x0 < first and not view.is_header]
    numbered = 2 * sum(any(map(str.isdigit, word)) for word in begins) > len(begins)
    for index in range(region.stop, min(region.stop + _MAX_BELOW, most)):
        view = views[index]
        if prose[index] or view.line.gap > 0 or view.is_header or view.is_caption or view.has_leader or view.is_dateline:
            break
        if numbered and view.x0 < first and view.words[0][2].isalpha():
            break
        fit = line_fit(view, region.columns, is_prose=False)
        total += fit
        if total <= _MAX_LOSS:
            break
        near = views[max(region.start, index - _MAX_REST) : index]
        goes_on = any(_is_rest(above, view, region.columns, _MOVED) for above in near) or _are_rests(near, view, first)
        goes_on = goes_on or _is_under(near, view, region.columns) or _are_under(near, view)
        end = index + 1 if (view.is_split and fit > 0) or goes_on else end
    return end


def _are_rests(near: Sequence[LineView], view: LineView, first: float) -> bool:
    """Whether each text of a parted line begins below one of the lines above, all behind the first column."""
    places = [chunk.x0 for above in near for chunk in above.chunks if not above.is_header]
    below = all(chunk.x0 > first + 1 and any(abs(chunk.x0 - place) <= _MOVED for place in places) for chunk in view.chunks)
    return view.is_split and below


def _are_under(near: Sequence[LineView], view: LineView) -> bool:
    """Whether a line of one text is the rests of the first two cells above, which touch each other: a word begins below each."""
    words = {word[0] for word in view.words}
    return not view.is_split and any(above.is_split and {chunk.x0 for chunk in above.chunks[:2]} <= words for above in near[-1:])


def _is_under(near: Sequence[LineView], view: LineView, columns: Columns) -> bool:
    """Whether a line of one text begins below one of the lines above, behind the first column, and ends within the table: in a table of
    few lines the borders may be more than its columns have.
    """
    begins = [chunk.x0 for above in near for chunk in above.chunks if not above.is_header]
    inside = columns.separators[0] + 1 < view.x0 and view.x1 <= columns.right
    return not view.is_split and inside and any(abs(view.x0 - place) <= _SAME_PLACE for place in begins)


def _is_rest(above: LineView, view: LineView, columns: Columns, reach: float = _SAME_PLACE) -> bool:
    """Whether a line goes on with a cell behind the first column: it begins, ends or is centred as the text above it in that column."""
    column = bisect_right(columns.separators, view.x0 + 1)
    if view.is_split or not column or bisect_left(columns.separators, view.x1 - 1) != column:
        return False
    for chunk in above.chunks:
        # a figure may begin in front of a border that shorter ones made seem to be there
        if column in (bisect_right(columns.separators, chunk.x0 + 1), bisect_left(columns.separators, chunk.x1 - 1)):
            left, right = view.x0 - chunk.x0, view.x1 - chunk.x1
            return min(abs(left), abs(right), abs(left + right) / 2) <= reach
    return False
