"""Which lines form a table: stretches of lines that nothing interrupts, parted and trimmed so that they fit their own columns best."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, replace
from statistics import median
from typing import Final

from extractor.reading.column_above import around, with_names_above
from extractor.reading.column_corridors import Columns, Profiles, Region
from extractor.reading.column_ends import ended
from extractor.reading.column_fit import line_fit
from extractor.reading.column_lines import HEADER_WORDS, LineView, runs_of_stood
from extractor.reading.column_names import under_names
from extractor.reading.column_prose import announces, is_larger, prose_lines, sizes_below
from extractor.reading.column_views import band_numbers, is_beside
from extractor.reading.placed import PlacedLine

_OPEN: Final = 2.0
"""Sum of fits that a table must exceed."""
_GAP_COST: Final = -0.4
"""What each line height of blank above a line costs beyond what is ordinary in the table."""
_INNER_HEADER: Final = -2.5
"""What a header below a blank costs in the middle of a table: more likely another one begins there."""
_MIN_LINES: Final = 3
"""Lines that a table has at least before another header may follow."""
_FREE_GAP: Final = 0.8
_MAX_GAP_COST: Final = -2.0
_MAX_ZONE_GAP: Final = 3.5
_CUT_GAP: Final = 1.0
"""Blank above a line, beyond what is ordinary in its zone, at which a table may end."""
_MAX_CUTS: Final = 6
_HEAD_GAP: Final = 0.5
_BOLD_GAP: Final = 0.3
"""Blank above the first line of a header, in line heights; the same where it is in bold, and the line above is not."""
_LOOSE_HEAD_GAP: Final = 1.2
"""Blank, in line heights, between two lines of a header with turned words in one of them."""
_CUT_LABEL: Final = 2
"""Letters that a narrow column leaves of a word on one line, at most."""
_PERIODS: Final = re.compile(r"\d{1,2}(?:\s\d{1,2})*")
"""The numbers of months or quarters, or the digits that narrow columns cut off them."""
_YEAR: Final = re.compile(r"(?:tahun\s)?(?:19|20)\d{2}", re.I)
_MAX_HEAD: Final = 3
"""Lines that a header may have above its fullest one."""
_MAX_HEAD_LINES: Final = 6
_MAX_NUMBERED_HEAD: Final = 8
"""The same where the numbers of the columns stand right below it."""
_MAX_TITLE: Final = 6
"""Lines of a heading, a title and the beginning of a name that may stand between a blank and a header."""
_LEAST_NUMBERED: Final = 3
"""Columns that a row of their numbers numbers at least."""
_LEAST_NAMES: Final = 0.3
"""Share of header words in one line of a header at least."""
_LABEL_SHARE: Final = 0.99
"""Share of header words from which a line of one text above a table may be a part of its header."""
_OFF_CENTRE: Final = 6.0
"""Characters by which it is off the centre of the table if it stands over several columns."""
_MAX_BETWEEN: Final = 3
"""Lines of text that may stand between two parts of one table (a label over the rows that is as wide as the page)."""


def find_regions(views: Sequence[LineView]) -> list[Region]:
    """The tables among the lines of one page, in reading order."""
    page = _Page(views, prose_lines(views), Profiles(views))
    regions: list[Region] = []
    for start, stop in _zones(views, page.prose):
        regions.extend(_best_partition(page, [start, *_cuts(views, start, stop), stop]))
    named = with_names_above(views, page.prose, _headed(views, _joined(page, regions)))
    return ended(views, page.prose, named)


@dataclass(frozen=True, slots=True)
class _Page:
    views: Sequence[LineView]
    prose: Sequence[bool]
    profiles: Profiles


def _zones(views: Sequence[LineView], prose: Sequence[bool]) -> list[tuple[int, int]]:
    """Stretches without prose, captions, dot leaders and very wide gaps that hold at least two lines with wide blanks."""
    zones = []
    start = 0
    above: float | None = None
    below = sizes_below(views)
    begins = {first for first, _ in runs_of_stood(views)}
    for index, view in enumerate(views):
        if index in begins:
            zones.append((start, index))
            start, above = index, None
        ends = prose[index] or view.is_caption or view.has_leader or view.line.gap > _MAX_ZONE_GAP or is_larger(view, above, below[index])
        if not view.line.stood and ends:
            zones.append((start, index))
            start, above = index if view.line.gap > _MAX_ZONE_GAP and not prose[index] else index + 1, None
        above = view.line.size if view.is_split and index >= start else above
    zones.append((start, len(views)))
    return [(start, stop) for start, stop in zones if sum(view.is_split for view in views[start:stop]) >= 2]


def _cuts(views: Sequence[LineView], start: int, stop: int) -> list[int]:
    """Where inside a zone one table may end and another begin: at a header, below the numbers of its columns, and below the widest gaps."""
    ordinary = median(view.line.gap for view in views[start + 1 : stop])
    strength = {index: views[index].line.gap for index in range(start + 1, stop) if views[index].line.gap >= ordinary + _CUT_GAP}
    strength |= dict.fromkeys(_head_starts(views, start, stop), _MAX_ZONE_GAP)
    strength |= dict.fromkeys(
        (at for at in range(start + 1, stop) if _is_numbered(views[at - 1]) or _is_below_stood(views, at)), _MAX_ZONE_GAP
    )
    return sorted(sorted(strength, key=lambda index: (-strength[index], index))[:_MAX_CUTS])


def _is_numbered(view: LineView) -> bool:
    """Whether a line of a PDF holds the numbers of the columns, which stand in the middle of theirs and not where the texts below begin."""
    return view.is_index and bool(view.line.place.box)


def _is_below_stood(views: Sequence[LineView], at: int) -> bool:
    """Whether a line is the first one below a header with upright words, whose places say little about the columns of the rows."""
    return views[at - 1].line.stood and not views[at].line.stood and views[at].is_index


def _head_starts(views: Sequence[LineView], start: int, stop: int) -> set[int]:
    """Where a header may begin: the first of a few lines below a blank, or a line that can be nothing but a header.

    Not with a line that stands half beside the one above, of whose words it has some.
    """
    starts = set()
    for index in range(start + 1, stop):
        upper, line = views[index - 1].line, views[index].line
        if not views[index].begins_header or line.stood or upper.stood or is_beside(upper, line):
            continue
        above = [at for at in range(index, max(index - _MAX_HEAD, start), -1) if views[at].line.gap >= _HEAD_GAP]
        above = above or _below_heading(views, index, start)
        if above:
            starts.add(above[0])
        elif len(views[index].chunks) > 2 or views[index].is_index or _is_set_off(upper, line):
            starts.add(index)
    return starts


def _below_heading(views: Sequence[LineView], index: int, start: int) -> list[int]:
    """The line below a blank from which nothing but lines of one text, a heading and a title, stand above a header."""
    for at in range(index - 1, max(index - _MAX_TITLE, start), -1):
        if views[at].is_split or views[at].line.place.box:
            return []
        if views[at].line.gap >= _HEAD_GAP:
            return [at]
    return []


def _is_set_off(above: PlacedLine, line: PlacedLine) -> bool:
    """Whether a line in bold stands a little below one that is not."""
    return line.bold and not above.bold and line.gap >= _BOLD_GAP


def _best_partition(page: _Page, cuts: Sequence[int]) -> list[Region]:
    """The cuts at which the tables between them fit their columns best in sum (dynamic programming over the cuts)."""
    best: list[tuple[float, list[Region]]] = [(0.0, [])]
    for last in range(1, len(cuts)):
        options = []
        for first in range(last):
            score, regions = best[first]
            found = _best_region(page, cuts[first], cuts[last])
            options.append((score + sum(region.score for region in found), [*regions, *found]))
        best.append(max(options, key=lambda option: option[0]))
    return best[-1][1]


def _best_region(page: _Page, start: int, stop: int) -> list[Region]:
    """The stretch of these lines that fits its own columns best, or nothing where none is worth a table."""
    columns = page.profiles.columns(start, stop)
    if columns is None:
        return []
    first, last, score = _best_run(page, columns, start, stop)
    if (first, last) != (start, stop):
        # Without the lines that do not fit, the others may show other columns.
        own = page.profiles.columns(first, last)
        if own is None:
            return []
        begins, ends, sum_ = _best_run(page, own, first, last)
        begins, ends, sum_ = _widened(page, own, (start, stop), (begins, ends, sum_))
        ends, sum_ = _extended(page, own, (begins, ends, stop), sum_)
        if sum_ >= score or not page.views[first].line.place.box:
            columns, first, last, score = around(own, page.views[begins:ends]), begins, ends, sum_
    return [Region(first, last, columns, score - _OPEN)] if score > _OPEN else []


def _best_run(page: _Page, columns: Columns, start: int, stop: int) -> tuple[int, int, float]:
    """The run of lines with the greatest sum of fits (Kadane's algorithm)."""
    ordinary = median(view.line.gap for view in page.views[start:stop])
    best, best_span = 0.0, (start, start)
    total, first = 0.0, start
    for index in range(start, stop):
        total += _stay(page.views, first, index, ordinary)
        if total <= 0:
            total, first = 0.0, index
        total += line_fit(page.views[index], columns, is_prose=page.prose[index])
        if total > best:
            best, best_span = total, (first, index + 1)
    return *best_span, best


def _widened(page: _Page, columns: Columns, zone: tuple[int, int], run: tuple[int, int, float]) -> tuple[int, int, float]:
    """In text aligned by blanks, the run with the parted lines above and below it that fit its own columns after all."""
    begins, ends, score = run
    if page.views[begins].line.place.box:
        return run
    first, last, sum_ = _best_run(page, columns, *zone)
    if sum_ <= score or first > begins or last < ends:
        return run
    while first < begins and not page.views[first].is_split:
        first += 1
    while last > ends and not page.views[last - 1].is_split:
        last -= 1
    return first, last, sum_


def _extended(page: _Page, columns: Columns, span: tuple[int, int, int], score: float) -> tuple[int, float]:
    """The end and the score of a run ``(first, last)`` with the lines below it, up to ``stop``, that fit the columns of the run alone.

    Not for text aligned by blanks, where headings and sentences fit as well.
    """
    first, last, stop = span
    if not page.views[first].line.place.box:
        return last, score
    ordinary = median(view.line.gap for view in page.views[first:last]) if last > first else 0.0
    while last < stop and page.views[last].is_split:
        gain = _stay(page.views, first, last, ordinary) + line_fit(page.views[last], columns, is_prose=page.prose[last])
        if gain <= 0:
            break
        last, score = last + 1, score + gain
    return last, score


def _stay(views: Sequence[LineView], first: int, index: int, ordinary: float) -> float:
    """What it costs a table that began at ``first`` to go on with this line."""
    excess = views[index].line.gap - ordinary - _FREE_GAP
    cost = max(_GAP_COST * excess, _MAX_GAP_COST) if excess > 0 else 0.0
    another = index - first >= _MIN_LINES and views[index].begins_header and _below_blank(views, index)
    return cost + _INNER_HEADER if another else cost


def _below_blank(views: Sequence[LineView], index: int) -> bool:
    """Whether this line, or one of the few above it that may belong to the same header, stands below a blank."""
    if index and _is_set_off(views[index - 1].line, views[index].line):
        return True
    return any(view.line.gap >= _HEAD_GAP for view in views[max(index - _MAX_HEAD + 1, 0) : index + 1]) or bool(
        _below_heading(views, index, 0)
    )


def _joined(page: _Page, regions: Sequence[Region]) -> list[Region]:
    """Neighbours become one where together they fit as well: parted by a wide label, or a header and its rows."""
    joined: list[Region] = []
    for region in regions:
        between = page.views[joined[-1].stop : region.start] if joined else []
        near = joined and len(between) <= _MAX_BETWEEN and not any(map(announces, between))
        near = near and not (joined and _is_headed(page.views, joined[-1], region))
        if near and not page.views[region.start].line.stood:
            least = region.score if _is_head(page, joined[-1]) else joined[-1].score + region.score
            both = _best_region(page, joined[-1].start, region.stop)
            if both and both[0].score >= least:
                # Where the header fits the upper rows alone, the lower ones may be a table of their own.
                joined[-1:] = [both[0], *_best_region(page, both[0].stop, region.stop)]
                continue
            under = _under_head(page, joined[-1], region)
            if under:
                joined[-1] = under
                continue
        under = _over_numbers(page, joined, region)
        if under:
            joined[-1:] = [under] if joined and joined[-1].stop > under.start else [*joined[-1:], under]
            continue
        joined.append(_with_header(page, region, joined[-1].stop if joined else 0))
    return joined


def _is_headed(views: Sequence[LineView], before: Region, region: Region) -> bool:
    """Whether a line in larger letters stands between two regions."""
    above = next((view.line.size for view in reversed(views[before.start : before.stop]) if view.is_split), None)
    below = next((view.line.size for view in views[region.start : region.stop] if view.is_split), None)
    return any(is_larger(view, above, below) for view in views[before.stop : region.start])


def _over_numbers(page: _Page, before: Sequence[Region], body: Region) -> Region | None:
    """In text aligned by blanks, rows that begin with the numbers of their columns together with the header right above these.

    What stands above the numbers names the columns, wherever its words stand: above the middle of a column, or over several.
    """
    numbers = page.views[body.start]
    if numbers.line.place.box or numbers.line.stood or not numbers.is_index or len(numbers.words) < _LEAST_NUMBERED:
        return None
    head = before[-1] if before and _is_head(page, before[-1], _MAX_NUMBERED_HEAD) else None
    least = max(head.start if head else before[-1].stop if before else 0, body.start - _MAX_HEAD_LINES)
    start = body.start
    while start and page.views[start - 1].line.stood:
        start -= 1
    if head and head.stop == start:
        start = head.start
    while start > least and page.views[start].line.gap <= _LOOSE_HEAD_GAP and _is_name(page, start - 1, numbers):
        start -= 1
    if not any(view.header_share >= _LEAST_NAMES for view in page.views[start : body.start]):
        return None
    return replace(body, start=start, columns=around(body.columns, page.views[start : body.stop]))


def _is_name(page: _Page, index: int, numbers: LineView) -> bool:
    """Whether a line may be one of the header above the numbers of the columns: several names, or one above one number."""
    view = page.views[index]
    if page.prose[index] or view.is_caption or view.has_leader or view.is_group or view.is_dateline or view.numbers:
        return False
    over = sum(view.x0 - 1 <= (x0 + x1) / 2 <= view.x1 + 1 for x0, x1, _ in numbers.words)
    return view.is_split or over == 1 or view.header_share >= _LABEL_SHARE


def _under_head(page: _Page, head: Region, body: Region) -> Region | None:
    """A header and what stands right below it, the rest of it at most and the rows, on the columns of these alone.

    Not for text aligned by blanks, where more header lines are lost among the rows.
    """
    last, first = page.views[head.stop - 1], page.views[body.start]
    if not first.line.place.box or head.stop != body.start or not _is_head(page, head):
        return None
    if first.is_header and not first.is_index and len(set(band_numbers([last.line, first.line]))) > 1:
        return None
    fit = sum(line_fit(view, body.columns, is_prose=False) for view in page.views[head.start : head.stop])
    return replace(body, start=head.start, score=body.score + fit) if fit > 0 else None


def _with_header(page: _Page, region: Region, least: int) -> Region:
    """The region together with a header line that only a wide label parts from it."""
    for index in range(region.start - 1, max(region.start - 2 - _MAX_BETWEEN, least - 1), -1):
        if page.views[index].is_header:
            longer = _best_region(page, index, region.stop)
            return longer[0] if longer and longer[0].score >= region.score else region
    return region


def _headed(views: Sequence[LineView], regions: Sequence[Region]) -> list[Region]:
    """The regions, each with the lines directly above that hold nothing but a part of its header."""
    headed: list[Region] = []
    for region in regions:
        above = headed[-1].stop if headed else 0
        start, least = region.start, max(above, region.start - _MAX_HEAD)
        while start > above and views[start].line.stood and views[start - 1].line.stood:
            start -= 1  # a name in the last column may reach further right than any of its figures
        while start > least and _is_header_part(views[start - 1], region.columns, views[start].line.gap):
            start -= 1
        headed.append(under_names(views, replace(region, start=start)) if start > least else replace(region, start=start))
    return headed


def _is_header_part(view: LineView, columns: Columns, gap: float) -> bool:
    """Whether a line with this much blank below it is a part of a header: a label; in bold also years, or what the first column has."""
    if gap < _HEAD_GAP and _is_label(view, columns):
        return True
    beside = view.chunks[0].x1 <= columns.separators[0] + 1
    if not view.line.bold:
        return False
    if not view.is_split:
        return gap < _HEAD_GAP and beside and not any(map(str.isdigit, view.text)) and len(view.text) <= _CUT_LABEL
    begins = beside and view.chunks[0].text.lower().strip(".") in HEADER_WORDS
    cut = beside and view.chunks[0].text.isalpha() and len(view.chunks[0].text) <= _CUT_LABEL
    dated = all(_YEAR.fullmatch(chunk.text) for chunk in view.chunks[int(cut) :])
    return gap < _LOOSE_HEAD_GAP and (dated or (begins and line_fit(view, columns, is_prose=False) > 0))


def _is_label(view: LineView, columns: Columns) -> bool:
    """Whether a line is a part of a header: in one column, or over some columns but not over the whole table as a title is."""
    over_last = view.line.place.box is not None and (view.x0 + view.x1) / 2 > columns.separators[-1]
    if view.header_share < _LABEL_SHARE or view.x0 < columns.left - 1 or (view.x1 > columns.right + 1 and not over_last):
        return False
    low, high = bisect_right(columns.separators, view.x0 + 1), bisect_left(columns.separators, view.x1 - 1)
    off_centre = abs((view.x0 + view.x1) - (columns.left + columns.right)) / 2
    alone = len(view.words) == 1 and not view.line.place.box
    return low == high or alone or (low > 0 and off_centre > _OFF_CENTRE)


def _is_head(page: _Page, region: Region, most: int = _MAX_HEAD_LINES) -> bool:
    """A few lines, ``most`` of them, without figures of which one is made of header words: a header that was parted from its rows.

    The numbers of months are no figures, which may be cut: "1 1 1" over "0 1 2".
    """
    views = page.views[region.start : region.stop]
    figures = any(view.numbers and not view.is_header and not _PERIODS.fullmatch(view.text) for view in views)
    return len(views) <= most and not figures and any(view.is_header for view in views)
