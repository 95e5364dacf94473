"""The schedule of an action plan: quarters or months that are ticked. Without the columns nobody can tell which tick is whose.

The ticks, the names of the periods and their column numbers are set aside, so that the other columns can be put together.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from extractor.reading.document import Line
from extractor.tables.strewn_heads import Label, Wordings, find_labels

_LEAST_TICKS: Final = 3
_LEAST_RUN: Final = 3
"""Numbers that count on, each on a line, from which they are names of periods."""
_LIKE: Final = 0.9
_TICKS: Final = re.compile(r"[√✓✔☑●•■xXvV](?:\s[√✓✔☑●•■xXvV])*")
_NUMBER: Final = re.compile(r"\(?(\d{1,2})\)?")
_ROW: Final = re.compile(r"\d{1,2}(?: \d{1,2}){2,}")
_SINGLE: Final = re.compile(r"[\d()]")
_ROMAN: Final = re.compile(r"I{1,3}|IV")
_MOST_PERIODS: Final = 12


@dataclass(frozen=True, slots=True)
class Scheduled:
    """The lines of a table, and those of its schedule."""

    lines: list[Line]
    aside: list[Line]


def without_schedule(lines: Sequence[Line], wordings: Wordings) -> Scheduled:
    """The lines without a ticked schedule, where there is one."""
    ticks = {at for at, line in enumerate(lines) if _TICKS.fullmatch(line.text)}
    if len(ticks) < _LEAST_TICKS:
        return Scheduled(list(lines), [])
    labels = find_labels(lines, wordings)
    periods = [label for label in labels if _is_period(label, wordings)]
    if not periods:
        return Scheduled(list(lines), [])
    aside = ticks | {at for label in periods for at in range(label.start, label.stop)}
    aside |= set(_stacked(lines)) | set(_beside(lines))
    aside |= set(_counted(lines, aside - ticks, {at for label in labels for at in range(label.start, label.stop)}))
    return Scheduled([line for at, line in enumerate(lines) if at not in aside], [lines[at] for at in sorted(aside)])


def _is_period(label: Label, wordings: Wordings) -> bool:
    like = wordings.like(label.text)
    return max((value for (_, role), value in like.items() if role == "jadwal"), default=0.0) >= max([_LIKE, *like.values()])


def _stacked(lines: Sequence[Line]) -> Iterator[int]:
    """Lines of blocks that are single digits and brackets: the column numbers of columns too narrow for them."""
    starts = [at for at, line in enumerate(lines) if at == 0 or line.gap > 0]
    for start, stop in zip(starts, [*starts[1:], len(lines)], strict=True):
        block = [at for at in range(start, stop) if not _TICKS.fullmatch(lines[at].text)]
        if len(block) > 1 and all(_SINGLE.fullmatch(lines[at].text) for at in block) and any(lines[at].text == "(" for at in block):
            yield from block


def _beside(lines: Sequence[Line]) -> Iterator[int]:
    """Lines of numbers that count on beside each other: months, those of two digits on two lines: "1 1 1" above "0 1 2"."""
    digits = [line.text.split() if _ROW.fullmatch(line.text) else [] for line in lines]
    for at, found in enumerate(digits):
        tens = digits[at - 1] if at else []
        whole = [ten + one for ten, one in zip(tens, found, strict=True)] if len(tens) == len(found) else []
        if _counts_on(whole):
            yield from (at - 1, at)
        elif _counts_on(found):
            yield at


def _counts_on(numbers: Sequence[str]) -> bool:
    return len(numbers) >= _LEAST_RUN and all(int(after) == int(before) + 1 for before, after in pairwise(numbers))


def _counted(lines: Sequence[Line], periods: set[int], labels: set[int]) -> Iterator[int]:
    """Numbers of periods, and of the columns, that count on below or beside the names of the periods."""
    numbers = {at: int(match[1]) for at, line in enumerate(lines) if (match := _NUMBER.fullmatch(line.text))}
    runs: list[list[int]] = []
    for before, at in pairwise([-1, *range(len(lines))]):
        if at in numbers and runs and runs[-1][-1] == before and numbers[at] == numbers[before] + 1:
            runs[-1].append(at)
        elif at in numbers:
            runs.append([at])
    for run in runs:
        first, above = numbers[run[0]], run[0] - 1
        below_label = above in labels or above in periods
        counts_on = above in numbers and numbers[above] > first
        if (below_label and (first > 1 or above in periods)) or (counts_on and len(run) >= _LEAST_RUN and first == 1):
            yield from run
    for at in sorted(periods):
        follower = at + 1
        while follower < len(lines) and _ROMAN.fullmatch(lines[follower].text):
            yield follower
            follower += 1
