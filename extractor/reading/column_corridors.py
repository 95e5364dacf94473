"""White corridors: the positions at which the lines of a region part, told from all its lines together."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from extractor.reading.column_lines import LineView

_BINS: Final = 2
"""Bins per character."""
_REACH: Final = _BINS // 2
"""Bins by which beginnings of texts may differ and still count as aligned."""
_HEADER_WEIGHT: Final = 2.0
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


class Profiles:
    """What each line of a page says for and against a corridor at every position, ready to be summed over any lines."""

    def __init__(self, views: Sequence[LineView]) -> None:
        self._views = views
        self._left = min(view.x0 for view in views)
        self._shares = [_share(view, self._left) for view in views]

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
        hanging = _bin(left - self._left + _HANGING) - offset
        for share in self._shares[start:stop]:
            for index, value in share.steps:
                steps[index - offset] += value
            for index, value in share.relief:
                relief[index - offset] += value
            for index in share.starts:
                if index - offset >= hanging:
                    for near in range(max(index - offset - _REACH, 0), index - offset + _REACH + 1):
                        starts[near] += _ALIGNED
        return _summed(steps, starts, relief, size)


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


def _bin(x: float) -> int:
    return round(x * _BINS)


def _share(view: LineView, left: float) -> _Share:
    weight = _HEADER_WEIGHT if view.is_header else 1.0
    block = -_BLOCK * weight if view.is_split else -_BLOCK_UNSPLIT
    spans = [(_bin(chunk.x0 - left) + 1, _bin(chunk.x1 - left) - 1, block) for chunk in view.chunks]
    spans += [(_bin(before.x1 - left), _bin(after.x0 - left), weight) for before, after in pairwise(view.chunks)]
    if view.is_enumerated:
        spans.append((_bin(view.words[0][1] - left), _bin(view.words[1][0] - left), _ENUMERATED - block))
    steps: list[tuple[int, float]] = []
    for first, last, value in spans:
        if last >= first:
            steps += [(first, value), (last + 1, -value)]
    relief = tuple((_bin(view.words[index][0] - left), -block) for index in range(1, len(view.words)) if index not in view.starts)
    return _Share(tuple(steps), tuple(_bin(chunk.x0 - left) for chunk in view.chunks), relief)


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
