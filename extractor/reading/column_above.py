"""Headers that text aligned by blanks moved off the columns of their rows: they stand right above a table that has none, and name it."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from extractor.reading.column_corridors import Columns, Region
from extractor.reading.column_lines import LineView

_MAX_ABOVE: Final = 16
"""Lines above a table that are looked at for its header."""
_MAX_BETWEEN: Final = 3
"""Lines that may stand between a header and the rows that fit their columns: a label over the rows, texts of the first row."""
_MAX_MOVED: Final = 20
"""The same where half of them are parted: the first rows, which stand at other places than those below."""
_GAP: Final = 1.2
"""Blank lines between two of these lines at most."""
_NAMES: Final = 0.5
"""Share of header words in a line of a header that is parted, at least."""
_LABEL: Final = 0.99
"""The same in a line of one text."""
_FEW: Final = 2
"""Words of a text that may be the rest of a name."""
_TOP: Final = 4
"""Lines at the top of a table among which its own header stands."""
_LEAST: Final = 3
"""Names of a header at least."""
_DATED: Final = re.compile(r"(?:tahun |TA\.? )?(?:19|20)\d{2}", re.I)
"""A year over the columns that are of it."""


def with_names_above(views: Sequence[LineView], prose: Sequence[bool], regions: Sequence[Region]) -> list[Region]:
    """The tables of a page, in text aligned by blanks each with the header above it; a header that was taken for a table joins its rows."""
    if not views or views[0].line.place.box:
        return list(regions)
    found: list[Region] = []
    for region in regions:
        head = _head(views, found[-1]) if found else None
        if head is not None and _is_near(views, prose, found[-1].stop, region) and _goes_on(views, found[-1], region):
            found[-1] = _from(views, region, head)
        else:
            found.append(_from(views, region, _top(views, prose, region, found[-1].stop if found else 0)))
    return found


def _goes_on(views: Sequence[LineView], head: Region, region: Region) -> bool:
    """Whether a header is that of these rows: they have none, or only the rest of it right below."""
    rest = region.start == head.stop and views[region.start].line.gap == 0 and not views[region.start].is_index
    return rest or not _has_names(views, region)


def around(columns: Columns, views: Sequence[LineView]) -> Columns:
    """The columns, reaching as far to both sides as these lines."""
    left, right = min([columns.left, *(view.x0 for view in views)]), max([columns.right, *(view.x1 for view in views)])
    return replace(columns, left=left, right=right)


def _is_near(views: Sequence[LineView], prose: Sequence[bool], start: int, region: Region) -> bool:
    """Whether nothing but a label, or rows at other places, stands between a header and the rows."""
    if any(view.is_caption or view.line.gap > _GAP for view in views[start : region.start + 1]):
        return False
    between = range(start, region.start)
    parted = sum(views[index].is_split for index in between)
    return len(between) <= _MAX_BETWEEN or (
        len(between) <= _MAX_MOVED and 2 * parted >= len(between) and not any(prose[index] for index in between)
    )


def _from(views: Sequence[LineView], region: Region, start: int) -> Region:
    """The region, from this line on."""
    if start == region.start:
        return region
    return replace(region, start=start, columns=around(region.columns, views[start : region.stop]))


def _has_names(views: Sequence[LineView], region: Region) -> bool:
    """Whether a line at the top of a table names several columns."""
    return any(_names(view) > 1 for view in views[region.start : region.start + _TOP])


def _names(view: LineView) -> int:
    """How many columns a line names."""
    if view.is_index or not view.is_header or (view.numbers and not view.line.stood):
        return 0
    return len(view.chunks)


def _head(views: Sequence[LineView], region: Region) -> int | None:
    """The first line of the header that a region is below its title, without any row; None where it is more."""
    start = next((index for index in range(region.start, region.stop) if _may_be_name(views[index])), region.stop)
    lines = views[start : region.stop]
    figures = any(view.numbers and not (view.is_index or view.line.stood or _are_years(view)) for view in lines)
    titled = start - region.start <= 1 and not any(view.is_split for view in views[region.start : start])
    return start if titled and not figures and sum(map(_names, lines)) >= _LEAST and all(map(_may_be_name, lines)) else None


def _may_be_name(view: LineView) -> bool:
    """Whether a line may hold names, or the rest of one."""
    short = all(chunk.stop - chunk.first <= _FEW for chunk in view.chunks) and not any(map(str.isdigit, view.text))
    return view.is_index or _names(view) > 0 or short or view.header_share >= _NAMES or _are_years(view)


def _top(views: Sequence[LineView], prose: Sequence[bool], region: Region, least: int) -> int:
    """The first line of the header above a table; the first line of the table where there is none."""
    named = _has_names(views, region)
    top, at, between, names = region.start, region.start, 0, 0
    while at > max(least, region.start - _MAX_ABOVE) and views[at].line.gap <= _GAP and not _ends(views[at - 1], prose=prose[at - 1]):
        at -= 1
        if _is_name(views[at], region.columns):
            top, between, names = at, 0, names + len(views[at].chunks)
            continue
        between += not views[at].is_split
        if between > _MAX_BETWEEN or (named and len(views[at].words) > _FEW):
            break
    return top if named or names >= _LEAST else region.start


def _ends(view: LineView, *, prose: bool) -> bool:
    """Whether no header stands above this line."""
    return (prose and not view.line.stood) or view.is_caption or view.has_leader or view.is_dateline


def _are_years(view: LineView) -> bool:
    """Whether a line holds nothing but years, each over the columns that are of it."""
    return view.is_split and all(_DATED.fullmatch(chunk.text) for chunk in view.chunks)


def _is_name(view: LineView, columns: Columns) -> bool:
    """Whether a line names columns: a part of a header with upright words, several names, or one over one column."""
    if view.line.stood or (view.is_split and view.header_share >= _NAMES and not view.numbers):
        return True
    if _are_years(view):
        return True
    low, high = bisect_right(columns.separators, view.x0 + 1), bisect_left(columns.separators, view.x1 - 1)
    return not view.is_split and view.header_share >= _LABEL and (low == high or len(view.words) == 1)
