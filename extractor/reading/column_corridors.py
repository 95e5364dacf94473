"""White corridors: the positions at which the lines of a region part, told from all its lines together."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from extractor.reading.column_lines import LineView

_BINS: Final = 2
"""Bins per character."""
_HEADER_WEIGHT: Final = 2.0
_BLOCK: Final = 1.2
"""How much a word across a corridor speaks against it, where a wide blank of one line speaks for it by 1."""
_BLOCK_UNSPLIT: Final = 0.3
"""The same for a line without wide blanks: a label over the rows, or a line of prose."""
_ALIGNED: Final = 0.25
"""What each further line adds whose text begins just right of a corridor."""
_MIN_STARTS: Final = 3
"""Texts that must begin at one place for an ordinary blank before it to part columns in other lines."""
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


def find_columns(views: Sequence[LineView]) -> Columns | None:
    """The best separators for these lines, or None where they show none."""
    split = [view for view in views if view.is_split]
    if len(split) < 2:
        return None
    left, right = min(view.x0 for view in views), max(view.x1 for view in views)
    profile = _Profile(left, right)
    for view in views:
        profile.add(view)
    height = max(_MIN_HEIGHT, _MIN_HEIGHT_SHARE * len(split))
    separators = tuple(profile.at(index) for index in _peaks(profile.values(), height))
    return Columns(separators, left, right) if separators else None


class _Profile:
    """For every position, how many lines part there and how many run across."""

    def __init__(self, left: float, right: float) -> None:
        self.left = left
        self.size = int((right - left) * _BINS) + 2
        self.steps = [0.0] * (self.size + 1)
        self.starts = [0.0] * (self.size + 1)
        self.relief = [0.0] * (self.size + 1)

    def at(self, index: int) -> float:
        return self.left + index / _BINS

    def bin(self, x: float) -> int:
        return min(max(round((x - self.left) * _BINS), 0), self.size - 1)

    def _span(self, first: int, last: int, value: float) -> None:
        """Add a value to the bins first..last."""
        if last >= first:
            self.steps[first] += value
            self.steps[last + 1] -= value

    def add(self, view: LineView) -> None:
        weight = _HEADER_WEIGHT if view.is_header else 1.0
        block = -_BLOCK * weight if view.is_split else -_BLOCK_UNSPLIT
        for chunk in view.chunks:
            self._span(self.bin(chunk.x0) + 1, self.bin(chunk.x1) - 1, block)
            for x0, _, _ in view.words[chunk.first + 1 : chunk.stop]:
                self.relief[self.bin(x0)] -= block
        if view.is_enumerated:
            number, text = view.words[:2]
            self._span(self.bin(number[1]), self.bin(text[0]), _ENUMERATED - block)
        for before, after in pairwise(view.chunks):
            self._span(self.bin(before.x1), self.bin(after.x0), weight)
        for chunk in view.chunks[1:] if view.x0 < self.left + _HANGING else view.chunks:
            self.starts[self.bin(chunk.x0)] += _ALIGNED

    def values(self) -> list[float]:
        total, values = 0.0, []
        for index in range(self.size):
            total += self.steps[index]
            near = self.starts[index - 1] + self.starts[index] + self.starts[index + 1]
            strong = near >= _MIN_STARTS * _ALIGNED
            value = total + (near + self.relief[index] if strong else 0.0)
            values.append(value)
        return values


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
