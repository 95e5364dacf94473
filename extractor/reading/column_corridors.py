"""White corridors: the positions at which the lines of a region part, told from all its lines together."""

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from math import inf
from typing import Final

from extractor.reading.column_lines import Chunk, LineView, runs_of_stood
from extractor.reading.column_seats import name_gaps
from extractor.reading.column_views import band_numbers

_BINS: Final = 2
"""Bins per character."""
_REACH: Final = _BINS // 2
"""Bins by which beginnings of texts may differ and still count as aligned."""
_HEADER_WEIGHT: Final = 2.0
_NAMES_WEIGHT: Final = 2.0
"""What a header with upright words says for a corridor between two of its names; it lies anywhere between them."""
_ROOM: Final = 10 * _BINS
"""Bins between two names up to which there is no room for a column more, and the whole stretch is raised."""
_BLOCK: Final = 1.2
"""How much a word across a corridor speaks against it, where a wide blank of one line speaks for it by 1."""
_BLOCK_UNSPLIT: Final = 0.3
"""The same for a line without wide blanks: a label over the rows, or a line of prose."""
_ALIGNED: Final = 0.25
"""What each further line adds whose text begins just right of a corridor."""
_STRONG: Final = 3 * _ALIGNED
"""From how many texts that begin at one place an ordinary blank before it may part columns in other lines."""
_ENUMERATED: Final = 0.6
"""What an ordinary blank after a number at the beginning of a parted line says for a corridor."""
_HANGING: Final = 1.2
"""How far right of the region a line must begin for its beginning to count as that of a column."""
_LEAST_NARROW: Final = 6
"""Lines from which ordinary blanks below one another part columns: by chance they hardly ever stand so."""
_LEAST_BEHIND_FIGURES: Final = 3
"""The same where most of them stand behind a figure."""
_FIGURES: Final = 0.4
_NUMBER_LENGTHS: Final = (6, 8, 18)
"""Digits of the parts of the number of a person, and of the whole."""
_FIGURE_ENDS: Final = frozenset("0123456789%")
_MAX_CROSSED: Final = 0.1
"""Lines with a word across such a place, for each line with a blank."""
_HEADER_SHARE: Final = 0.5
"""Share of header words from which a line may reach over it: a header over several columns."""
_NARROW_WEIGHT: Final = 0.7
_SLACK: Final = 0.2
_MIN_HEIGHT: Final = 1.5
_MIN_HEIGHT_SHARE: Final = 0.08
_VALLEY: Final = 1.1
"""How much must stand between two corridors for there to be a column."""


@dataclass(frozen=True, slots=True)
class Columns:
    """The separators of a region from left to right, in characters, and where its text begins and ends."""

    separators: tuple[float, ...]
    left: float
    right: float

    @property
    def edges(self) -> tuple[float, ...]:
        return (self.left, *self.separators, self.right)


@dataclass(frozen=True, slots=True)
class Region:
    """The lines ``[start, stop)`` with these columns, and how well they fit."""

    start: int
    stop: int
    columns: Columns
    score: float


class Profiles:
    """What each line of a page says for and against a corridor at every position, ready to be summed over any lines."""

    def __init__(self, views: Sequence[LineView]) -> None:
        self._views = views
        self._left = min(view.x0 for view in views)
        self._shares = [_share(view, self._left, share) for view, share in zip(views, _header_shares(views), strict=True)]
        for first, stop in runs_of_stood(views):
            self._shares[first] = _names_share(views[first:stop], self._left)

    def columns(self, start: int, stop: int) -> Columns | None:
        """The best separators for the lines ``[start, stop)``, or None where they show none."""
        split = sum(view.is_split for view in self._views[start:stop])
        if split < 2:
            return None
        left = min(view.x0 for view in self._views[start:stop])
        right = max(view.x1 for view in self._views[start:stop])
        values = self.values(start, stop, left, right)
        height = max(_MIN_HEIGHT, _MIN_HEIGHT_SHARE * split)
        separators = tuple(left + index / _BINS for index in _peaks(values, height))
        return Columns(separators, left, right) if separators else None

    @staticmethod
    def bin_of(distance: float) -> int:
        """The bin of a place so many characters right of the left edge."""
        return _bin(distance)

    def values(self, start: int, stop: int, left: float, right: float) -> list[float]:
        """What the lines ``[start, stop)`` say for a corridor at every bin from left to right; below 0 they speak against it."""
        offset = _bin(left - self._left)
        size = _bin(right - self._left) - offset + 1
        steps, starts, relief = ([0.0] * (size + _REACH + 2) for _ in range(3))
        narrow: dict[int, _Narrow] = {}
        hanging = _bin(left - self._left + _HANGING) - offset
        for share in self._shares[start:stop]:
            for index, before, after in share.narrow:
                narrow.setdefault(index - offset, _Narrow()).pairs.append((before, after))
            # words may stand outside of these edges: what changes on the left counts from the edge on, what changes on the right nowhere
            for index, value in share.steps:
                steps[min(max(index - offset, 0), len(steps) - 1)] += value
            for index, value in share.relief:
                if 0 <= index - offset < size:
                    relief[index - offset] += value
            for index in share.starts:
                if index - offset >= hanging:
                    for near in range(max(index - offset - _REACH, 0), min(index - offset + _REACH + 1, len(starts))):
                        starts[near] += _ALIGNED
        values = _summed(steps, starts, relief, size)
        self._add_narrow(values, narrow, start, stop, offset)
        for share in self._shares[start:stop]:
            for first, last in share.gaps:
                _add_between(values, max(first - offset, 0), min(last - offset + 1, size))
        return values

    def _add_narrow(self, values: list[float], narrow: Mapping[int, "_Narrow"], start: int, stop: int, offset: int) -> None:
        """Raise the places at which ordinary blanks stand below one another in every line that reaches over them."""
        for index, found in narrow.items():
            if not found.is_enough or not 0 <= index < len(values):
                continue
            place = self._left + (index + offset) / _BINS
            crossed = sum(_is_inside(view, place) for view in self._views[start:stop] if view.header_share < _HEADER_SHARE)
            if crossed <= _MAX_CROSSED * found.count:
                values[index] = max(values[index], found.count * _NARROW_WEIGHT)


@dataclass(frozen=True, slots=True)
class _Narrow:
    """Ordinary blanks of several lines at one place: the words before and behind them."""

    pairs: list[tuple[str, str]] = field(default_factory=list)

    @property
    def count(self) -> int:
        return len(self.pairs)

    @property
    def is_enough(self) -> bool:
        figures = sum(before[-1:] in _FIGURE_ENDS for before, _ in self.pairs)
        if figures >= _FIGURES * self.count:
            return self.count >= _LEAST_BEHIND_FIGURES and len(set(self.pairs)) > 1
        # Texts that begin alike have their first blanks below one another, without any column: the commonest word counts once.
        same = max(Counter(before for before, _ in self.pairs).values())
        return self.count - same + 1 >= _LEAST_NARROW


def _add_between(values: list[float], first: int, stop: int) -> None:
    """Raise the best place between two names of a header: one corridor lies there, not one wherever there is room."""
    best = max(values[first:stop], default=0.0) if stop - first > _ROOM else -inf
    places = [index for index in range(first, stop) if values[index] > best - _VALLEY]
    for index in range(places[0], places[-1] + 1) if places else ():
        values[index] += _NAMES_WEIGHT


def _is_inside(view: LineView, place: float) -> bool:
    """Whether a word of the line reaches over this place."""
    index = bisect_right(view.ends, place)
    return index < len(view.words) and view.words[index][0] < place - _SLACK


def _summed(steps: Sequence[float], starts: Sequence[float], relief: Sequence[float], size: int) -> list[float]:
    total, values = 0.0, []
    for index in range(size):
        total += steps[index]
        near = starts[index]
        values.append(total + near + relief[index] if near >= _STRONG else total)
    return values


@dataclass(frozen=True, slots=True)
class _Share:
    """One line's part in the profile, in bins counted from the left of the page."""

    steps: tuple[tuple[int, float], ...]
    """Where its value changes, and by how much."""
    starts: tuple[int, ...]
    """Where its texts begin."""
    relief: tuple[tuple[int, float], ...]
    """What it takes back where a word begins, if many other texts begin there."""
    narrow: tuple[tuple[int, str, str], ...]
    """Where a word begins behind an ordinary blank, and the words before and behind the blank."""
    gaps: tuple[tuple[int, int], ...] = ()
    """From where to where one corridor lies between each two names of a header with upright words."""


def _bin(x: float) -> int:
    return round(x * _BINS)


def _header_shares(views: Sequence[LineView]) -> list[float]:
    """Of each line of a header its share of what the header says: cells centred vertically print one header at several heights."""
    bands = band_numbers([view.line for view in views])
    lines = Counter(band for band, view in zip(bands, views, strict=True) if view.is_header)
    return [1 / max(1, lines[band]) for band in bands]


def _share(view: LineView, left: float, share: float) -> _Share:
    if view.line.stood:
        return _Share((), (), (), ())
    weight = _HEADER_WEIGHT * share if view.is_header else 1.0
    block = -_BLOCK * weight if view.is_split else -_BLOCK_UNSPLIT
    extents = _extents(view)
    spans = [(_bin(x0 - left) + 1, _bin(x1 - left) - 1, block) for x0, x1 in extents]
    spans += [(_bin(before[1] - left), _bin(after[0] - left), weight) for before, after in pairwise(extents)]
    if view.is_enumerated:
        spans.append((_bin(view.words[0][1] - left), _bin(view.words[1][0] - left), _ENUMERATED - block))
    steps: list[tuple[int, float]] = []
    for first, last, value in spans:
        if last >= first:
            steps += [(first, value), (last + 1, -value)]
    relief = tuple((_bin(view.words[index][0] - left), -block) for index in range(1, len(view.words)) if index not in view.starts)
    narrow = tuple(_narrow(view, left))
    return _Share(tuple(steps), tuple(_bin(x0 - left) for x0, _ in extents), relief, narrow)


def _extents(view: LineView) -> list[tuple[float, float]]:
    """From where to where the texts of a line reach; what is crowded is one."""
    found: list[tuple[float, float]] = []
    for at, chunk in enumerate(view.chunks):
        if at and _is_crowded(view, view.chunks[at - 1], chunk):
            found[-1] = found[-1][0], chunk.x1
        else:
            found.append((chunk.x0, chunk.x1))
    return found


def _is_crowded(view: LineView, before: Chunk, after: Chunk) -> bool:
    """Whether the number of a person stands an ordinary blank behind a name: it was moved there, and shows no place of a column."""
    number = view.words[after.first][2]
    return after.x0 - before.x1 <= 1.0 and number.isdigit() and len(number) in _NUMBER_LENGTHS and before.text[-1:] not in _FIGURE_ENDS


def _names_share(views: Sequence[LineView], left: float) -> _Share:
    """The part of a header with upright words: its names are parted somewhere, but where its words stand speaks against nothing."""
    return _Share((), (), (), (), tuple((_bin(start - left), _bin(end - left)) for start, end in name_gaps(views)))


def _narrow(view: LineView, left: float) -> Iterator[tuple[int, str, str]]:
    """The ordinary blanks of a line, other than those inside a number."""
    for index in range(1, len(view.words)):
        before, after = view.words[index - 1][2], view.words[index][2]
        if index not in view.starts and not (before[-1].isdigit() and after[0].isdigit()):
            yield _bin(view.words[index][0] - left), before, after


def _peaks(values: Sequence[float], height: float) -> Iterator[int]:
    """The highest place of every rise that is parted from the next one by a valley deep enough."""
    best = -1
    low = 0.0
    for index, value in enumerate(values):
        if best < 0:
            if value >= max(height, low + _VALLEY):
                best = index
            low = min(low, value)
        elif value >= values[best]:
            best = index
        elif value <= values[best] - _VALLEY:
            yield best
            best, low = -1, value
    if best >= 0:
        yield best
