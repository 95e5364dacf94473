"""Running headers, footers and page numbers, told from the text by their repetition over pages.

Several weak signs are added up (see ``WEIGHTS``): how regularly a line comes back, whether it stands in the margin,
whether it counts the pages. A title that every form of a bundle repeats at the same place is no running header: it
stands inside the area that the other pages use for text, or is set larger.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from statistics import median
from typing import Final, NamedTuple

from extractor.reading.document import Box

WEIGHTS: Final[Mapping[str, float]] = {
    "regular": 1.0,
    "frequent": 1.0,
    "in_margin": 1.5,
    "counts_pages": 1.5,
    "outermost": 0.5,
    "in_body": -2.0,
    "large": -1.0,
}
THRESHOLD: Final = 3.0
"""Set by reason, not fitted: regular and frequent in the margin suffice; without the margin the line must count pages."""

_ZONE: Final = 0.16
"""Share of the page height at its top and bottom where furniture may stand."""
_MARGIN: Final = 0.095
_BUCKET: Final = 4.0
"""Points by which the place may differ from page to page."""
_LEAST: Final = 3
_FREQUENT: Final = 6
_BREAK: Final = 3
"""Pages without the line after which a new run begins."""
_LARGER: Final = 1.5
_DIGITS: Final = re.compile(r"\d+")
_ROMAN: Final = re.compile(r"[ivxlc]+", re.IGNORECASE)
_SEPARATORS: Final = " -–—|.:/[]()"


@dataclass(frozen=True, slots=True)
class Trace:
    """What is remembered of a line or grid near the edge of a page. ``item`` is its number on that page."""

    page: int
    item: int
    text: str
    box: Box
    width: float
    height: float
    size: float | None


class _Spot(NamedTuple):
    width: int
    height: int
    row: int
    text: str


def in_zone(box: Box, height: float) -> bool:
    """Does this box lie so near the upper or lower edge that it may be furniture?"""
    return box[3] <= _ZONE * height or box[1] >= (1 - _ZONE) * height


def find_furniture(traces: Sequence[Trace], body_size: float | None) -> set[tuple[int, int]]:
    """The (page, item) pairs that are running headers, footers or page numbers.

    ``traces`` are those of all pages; ``body_size`` is the usual font size in points.
    """
    groups = _groups(traces)
    repeated = [run for group in groups for run in _runs(group) if len(run) >= _LEAST]
    known = {(trace.page, trace.item) for run in repeated for trace in run}
    frames = _body_frames(trace for trace in traces if (trace.page, trace.item) not in known)
    outer = _outermost(traces)
    accepted = [run for run in repeated if _score(run, frames, outer, body_size) >= THRESHOLD]
    return _with_stragglers(traces, accepted)


def _with_stragglers(traces: Sequence[Trace], accepted: Sequence[Sequence[Trace]]) -> set[tuple[int, int]]:
    """The accepted runs, and the same furniture on pages too few to show a repetition, such as a landscape insert."""
    texts: set[str] = set()
    shifts: set[tuple[str, int]] = set()
    for run in accepted:
        if counts_pages(run):
            shifts.add((digits_aside(run[0].text), _page_shifts(run).most_common(1)[0][0]))
        else:
            texts.update(trace.text for trace in run)
    taken = {(trace.page, trace.item) for run in accepted for trace in run}
    for trace in traces:
        if any((digits_aside(trace.text), number - trace.page) in shifts for number in _numbers(trace.text)):
            taken.add((trace.page, trace.item))
    open_ended = _outermost([trace for trace in traces if (trace.page, trace.item) not in taken])
    for trace in traces:
        if trace.text in texts and ((trace.page, trace.item) in open_ended or _in_margin(trace)):
            taken.add((trace.page, trace.item))
    return taken


def _groups(traces: Sequence[Trace]) -> list[list[Trace]]:
    """Traces with the same text, digits aside, at the same height of pages of one size."""
    spots: defaultdict[_Spot, list[Trace]] = defaultdict(list)
    for trace in traces:
        spots[_Spot(round(trace.width), round(trace.height), _row(trace), digits_aside(trace.text))].append(trace)
    groups = []
    for spot in sorted(spots):
        members = spots[spot]
        below = spots.get(spot._replace(row=spot.row + 1), [])
        groups.extend(_same_digits(sorted([*members, *below], key=lambda trace: (trace.page, trace.item))))
    return groups


def _row(trace: Trace) -> int:
    return int((trace.box[1] + trace.box[3]) / 2 / _BUCKET)


def digits_aside(text: str) -> str:
    """The text in lower case with a sign in place of every number, also of a lone roman one."""
    bare = text.strip(_SEPARATORS)
    if _ROMAN.fullmatch(bare):
        return "#"
    return _DIGITS.sub("#", " ".join(text.casefold().split()))


def _same_digits(group: list[Trace]) -> list[list[Trace]]:
    """The group as one where its numbers count the pages or never change, else one group per text."""
    if counts_pages(group) or len({trace.text for trace in group}) == 1:
        return [group]
    by_text: defaultdict[str, list[Trace]] = defaultdict(list)
    for trace in group:
        by_text[trace.text].append(trace)
    return [by_text[text] for text in sorted(by_text)]


def _numbers(text: str) -> list[int]:
    bare = text.strip(_SEPARATORS)
    if _ROMAN.fullmatch(bare):
        return [_roman(bare.lower())]
    return [int(digits) for digits in _DIGITS.findall(text)[:6] if len(digits) <= 5]


def _roman(text: str) -> int:
    values = [{"i": 1, "v": 5, "x": 10, "l": 50, "c": 100}[char] for char in text]
    return sum(-value if value < after else value for value, after in zip(values, [*values[1:], 0], strict=True))


def counts_pages(group: Sequence[Trace]) -> bool:
    """Does a number in the line grow with the page, on most pages that carry it?"""
    if len({trace.page for trace in group}) < _LEAST:
        return False
    shifts = _page_shifts(group)
    return bool(shifts) and max(shifts.values()) * 10 >= 6 * len(group) and len({trace.text for trace in group}) > 1


def _page_shifts(group: Iterable[Trace]) -> Counter[int]:
    """How often each difference between a number in the line and its page occurs."""
    shifts: Counter[int] = Counter()
    for trace in group:
        shifts.update({number - trace.page for number in _numbers(trace.text)})
    return shifts


def page_shift(texts: Sequence[tuple[int, str]]) -> int | None:
    """By how much a number in a line is greater than its page, for (page, text) of several pages; None where it does not count pages."""
    if len({text for _, text in texts}) < 2:
        return None
    shifts: Counter[int] = Counter()
    for page, text in texts:
        shifts.update({number - page for number in _numbers(text)})
    shift, often = max(shifts.items(), key=lambda item: (item[1], -abs(item[0])), default=(0, 0))
    return shift if often * 10 >= 6 * len(texts) else None


def with_page(text: str, old: int, new: int) -> str:
    """The line with another page number in the place of its own."""
    bare = text.strip(_SEPARATORS)
    if _ROMAN.fullmatch(bare):
        return text
    return _DIGITS.sub(lambda found: str(new) if int(found[0]) == old else found[0], text)


def _in_margin(trace: Trace) -> bool:
    middle = (trace.box[1] + trace.box[3]) / 2
    return middle <= _MARGIN * trace.height or middle >= (1 - _MARGIN) * trace.height


def _runs(group: list[Trace]) -> list[list[Trace]]:
    """Stretches of pages that carry the line with few pages missing between."""
    runs: list[list[Trace]] = []
    for trace in group:
        if runs and trace.page - runs[-1][-1].page <= _BREAK:
            runs[-1].append(trace)
        else:
            runs.append([trace])
    return runs


def _body_frames(traces: Iterable[Trace]) -> dict[tuple[int, int], tuple[float, float]]:
    """Top and bottom of the area used for unrepeated text, per page size."""
    tops: defaultdict[tuple[int, int], dict[int, float]] = defaultdict(dict)
    bottoms: defaultdict[tuple[int, int], dict[int, float]] = defaultdict(dict)
    for trace in traces:
        size = round(trace.width), round(trace.height)
        tops[size][trace.page] = min(trace.box[1], tops[size].get(trace.page, trace.height))
        bottoms[size][trace.page] = max(trace.box[3], bottoms[size].get(trace.page, 0.0))
    frames = {}
    for size, values in tops.items():
        upper, lower = sorted(values.values()), sorted(bottoms[size].values())
        frames[size] = upper[len(upper) // 5], lower[-1 - len(lower) // 5]
    return frames


def _outermost(traces: Sequence[Trace]) -> set[tuple[int, int]]:
    """The first and the last trace of every page."""
    by_page: defaultdict[int, list[Trace]] = defaultdict(list)
    for trace in traces:
        by_page[trace.page].append(trace)
    found = set()
    for members in by_page.values():
        for end in (min(members, key=lambda t: t.box[1]), max(members, key=lambda t: t.box[3])):
            found.add((end.page, end.item))
    return found


def _score(
    run: Sequence[Trace], frames: Mapping[tuple[int, int], tuple[float, float]], outer: set[tuple[int, int]], body_size: float | None
) -> float:
    first = run[0]
    pages = {trace.page for trace in run}
    density = len(pages) / (run[-1].page - first.page + 1)
    middle = median((trace.box[1] + trace.box[3]) / 2 for trace in run)
    top, bottom = frames.get((round(first.width), round(first.height)), (first.height, 0.0))
    signs = {
        "regular": max(0.0, min(1.0, (density - 0.4) / 0.4)),
        "frequent": min(1.0, len(pages) / _FREQUENT),
        "in_margin": float(middle <= _MARGIN * first.height or middle >= (1 - _MARGIN) * first.height),
        "counts_pages": float(counts_pages(run)),
        "outermost": sum((trace.page, trace.item) in outer for trace in run) / len(run),
        "in_body": float(top < middle < bottom),
        "large": float(first.size is not None and body_size is not None and first.size >= body_size + _LARGER),
    }
    return sum(WEIGHTS[name] * value for name, value in signs.items())
