"""The lines of a table on one page as evidence for its columns, and places of one page on another."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Final, TypeAlias

from extractor.reading.column_corridors import Columns, Profiles
from extractor.reading.column_lines import LineView
from extractor.reading.column_match import Column, Content, contents

_MATCH: Final = 3.0
"""Characters by which the corridor of a separator may miss the one of the page before."""
_SCALES: Final = tuple(step / 25 for step in range(18, 38))
"""How much wider or narrower than the page before a page may be."""
_SHIFTS: Final = (-4, -2, 0, 2, 4)
_SCALE_COST: Final = 1.5
_SHIFT_COST: Final = 0.1
"""What a scale other than 1, and each character of a shift, cost where a separator that meets its corridor counts 1."""
_RIGHT_WEIGHT: Final = 0.3
_SNAP: Final = 3.0
"""Characters around its expected place in which a separator is looked for."""
_SNAP_COST: Final = 0.35
"""What each character away from the expected place costs there."""
_APART: Final = 1.5
"""Characters that two separators are apart at least."""
_BESIDE: Final = 0.6
"""Characters that a text may reach over a separator."""

Corridor: TypeAlias = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Part:
    """The lines of a table on one page, and the columns that they show by themselves."""

    views: Sequence[LineView]
    columns: Columns


@dataclass(frozen=True)
class PartView:
    """A part with what its lines say for and against every place."""

    columns: Columns
    contents: Sequence[Content]
    values: Sequence[float]
    starts: Sequence[float]
    ends: Sequence[float]
    """Where the texts begin and end."""
    texts: Sequence[tuple[float, float]]
    """From where to where each text reaches."""

    @classmethod
    def of(cls, part: Part) -> "PartView":
        values = Profiles(part.views).values(0, len(part.views), part.columns.left, part.columns.right)
        chunks = [chunk for view in part.views for chunk in view.chunks]
        starts, ends = sorted({chunk.x0 for chunk in chunks}), sorted({chunk.x1 for chunk in chunks})
        texts = sorted({(chunk.x0, chunk.x1) for chunk in chunks})
        return cls(part.columns, contents(part.views, part.columns.separators), values, starts, ends, texts)

    def value(self, place: float) -> float:
        """What the lines say for a corridor at this place."""
        return self.values[index] if 0 <= (index := Profiles.bin_of(place - self.columns.left)) < len(self.values) else 0.0

    def corridor(self, place: float) -> Corridor:
        """How far the white around a separator reaches, up to the nearest texts that lie beside it."""
        low = max((end for end in self.ends if end <= place + _BESIDE), default=self.columns.left)
        high = min((start for start in self.starts if start >= place - _BESIDE), default=self.columns.right)
        return min(low, place), max(high, place)

    def is_white(self, place: float) -> bool:
        """Whether no text reaches over this place, and it lies in none of the corridors that the page shows."""
        crossed = any(x0 < place - _BESIDE and x1 > place + _BESIDE for x0, x1 in self.texts)
        return not crossed and not any(low - _BESIDE <= place <= high + _BESIDE for low, high in self.corridors)

    @cached_property
    def corridors(self) -> list[Corridor]:
        """The corridors of the separators that the page shows by itself."""
        return [self.corridor(place) for place in self.columns.separators]

    @cached_property
    def spans(self) -> list[Column]:
        """The columns that the page shows by itself."""
        lefts = [self.columns.left, *(high for _, high in self.corridors)]
        rights = [*(low for low, _ in self.corridors), self.columns.right]
        return [Column(left, right, content) for left, right, content in zip(lefts, rights, self.contents, strict=True)]

    def placed(self, place: float, taken: Sequence[float]) -> float:
        """The place near the expected one, between those that are taken, that the lines of this page speak most for."""
        low = max((other for other in taken if other <= place), default=self.columns.left - _SNAP)
        high = min((other for other in taken if other > place), default=self.columns.right + _SNAP)
        places = [place + step / 2 for step in range(int(-2 * _SNAP), int(2 * _SNAP) + 1)]
        options = [near for near in places if low + _APART <= near <= high - _APART]
        return max(options, key=lambda near: self.value(near) - _SNAP_COST * abs(near - place), default=min(max(place, low), high))


def moved(place: float, anchors: Sequence[tuple[float, float]]) -> float:
    """A place of one page on another, between the places that both show."""
    low = max((pair for pair in anchors if pair[0] <= place), default=None)
    high = min((pair for pair in anchors if pair[0] > place), default=None)
    if low and high:
        return low[1] + (place - low[0]) * (high[1] - low[1]) / (high[0] - low[0])
    near = low or high
    return place if near is None else near[1] + place - near[0]


def mapped(old: Sequence[Corridor], own: Sequence[Corridor], shift: float) -> list[Corridor]:
    """The corridors of one page where they stand on the next one, scaled so that most of them meet one there."""
    origin = min((low for low, _ in old), default=0.0)
    best, found = float("-inf"), list(old)
    for scale in _SCALES:
        for offset in _SHIFTS:
            base = origin + offset + shift
            moved = [(base + scale * (low - origin), base + scale * (high - origin)) for low, high in old]
            score = _meeting(moved, own) - _SCALE_COST * abs(scale - 1.0) - _SHIFT_COST * abs(offset)
            if score > best:
                best, found = score, moved
    return found


def _meeting(moved: Sequence[Corridor], own: Sequence[Corridor]) -> float:
    return sum(max(0.0, 1.0 - min((_distance(one, other) for other in own), default=_MATCH) / _MATCH) for one in moved)


def _gap(one: Corridor, other: Corridor) -> float:
    return max(one[0] - other[1], other[0] - one[1], 0.0)


def _distance(one: Corridor, other: Corridor) -> float:
    """How far apart two corridors are; also how far their right ends are, where the texts of the next column begin."""
    return _gap(one, other) + _RIGHT_WEIGHT * abs(one[1] - other[1])
