"""The columns of several years side by side, each with the same names below it, in a squeezed table.

Narrow columns push the names of the years' columns through each other, and the figures too. But each year has the same columns, and
stands in the middle of them: what stands beside one year tells where the columns of the others are.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import combinations, pairwise
from statistics import fmean, median
from typing import Final

from extractor.reading.text_squeezed_columns import Column, kind_at
from extractor.reading.text_squeezed_deal import Text
from extractor.reading.text_squeezed_runs import side_by_side
from extractor.reading.text_squeezed_words import Word, is_entry, is_index, is_year, width_of

_MOST_NAMES: Final = 4
"""Columns of one year at most."""
_UNEVEN: Final = 0.25
"""Share by which the distances of years may differ."""
_ROUNDS: Final = 4
_EMPTY: Final = 0.3
"""Cells for each figure that it costs to find none in a column."""
_HALF: Final = 1.0
"""Cells by which the figures of a column stand beside its middle at least."""
_OVER: Final = 1.0
"""Cells by which a name may stand left of the columns of the first year."""
_YEAR: Final = "tahun"


@dataclass(frozen=True, slots=True)
class Years:
    """Where the years stand, how far they are from each other, and what is below each of them."""

    centres: tuple[float, ...]
    step: float
    names: int
    """Columns of each year."""
    seats: dict[str, int]
    """The column within a year of each word that stands once below each of them."""
    places: dict[str, tuple[int, ...]]
    """Where these words stand."""
    marks: tuple[tuple[float, ...], ...]
    """Where the middles of the columns of a year may be, each way it may be told; from the middle of the year."""

    @property
    def left(self) -> float:
        """Where the columns of the first year begin."""
        return self.centres[0] - self.step / 2

    def columns(self, columns: Sequence[Column], body: Sequence[Sequence[Word]], scale: float) -> list[Column]:
        """The columns, as many of figures as all years have."""
        return [*(column for column in columns if column.left < self.left - _OVER), *self._folded(body, scale)]

    def _year(self, place: float) -> int:
        return min(range(len(self.centres)), key=lambda year: abs(self.centres[year] - place))

    def _folded(self, body: Sequence[Sequence[Word]], scale: float) -> list[Column]:
        """The columns of figures where those of all years, one above the other, stand."""
        seen: list[_Figure] = []
        for word in (word for words in body if not is_index(words) for word in words):
            half = scale * width_of(word.text) / 2
            if word.fixed and (is_entry(word.text) or any(map(str.isdigit, word.text))) and word.x0 >= self.left - _OVER:
                seen.append((word.x0 + half - self.centres[self._year(word.x0 + half)], half, word.text))
        _, middles, groups = min((_gathered(seen, marks) for marks in self.marks), key=lambda found: found[:2])
        halves = [max([_HALF, *(half for _, half, _ in group)]) for group in groups]
        kinds = [Counter(kind_at(text) for _, _, text in group) for group in groups]
        return [
            Column(centre + middle - half, centre + middle + half, True, Counter(kind))
            for centre in self.centres
            for middle, half, kind in zip(middles, halves, kinds, strict=True)
        ]

    def alike(self, words: Sequence[Word], texts: Sequence[Text], columns: Sequence[Column]) -> list[Text]:
        """The texts of a line of the rows, those of each year in the same columns of it, where there are as many of each: words at their
        true places tell which.
        """
        first = len(columns) - len(self.centres) * self.names
        own = [text for text in texts if text.column >= first]
        size, left = divmod(len(own), len(self.centres))
        if not size or left or size > self.names:
            return list(texts)
        ways = [
            (worth, seats)
            for way in combinations(range(self.names), size)
            if (worth := self._off(words, own, columns, seats := self._seats(first, way))) is not None
        ]
        if not ways:
            return list(texts)
        placed = [replace(text, column=at, x0=columns[at].left, x1=columns[at].last) for text, at in zip(own, min(ways)[1], strict=True)]
        return [*(text for text in texts if text.column < first), *placed]

    def _seats(self, first: int, way: Sequence[int]) -> list[int]:
        """The columns of all years that are so many of each."""
        return [first + year * self.names + seat for year in range(len(self.centres)) for seat in way]

    @staticmethod
    def _off(words: Sequence[Word], texts: Sequence[Text], columns: Sequence[Column], seats: Sequence[int]) -> float | None:
        """How far the texts are moved to stand in these columns; None where they cannot."""
        off = 0.0
        for text, seat in zip(texts, seats, strict=True):
            word, column = words[text.first], columns[seat]
            if word.x0 < column.left - _OVER or (word.fixed and word.x0 > column.last + _OVER):
                return None
            off += seat != text.column
        return off

    def texts(self, words: Sequence[Word], texts: Sequence[Text], columns: Sequence[Column]) -> list[Text]:
        """The texts of a line of the header, each name below its year; nothing where the line has no such names."""
        first = len(columns) - len(self.centres) * self.names
        dated = sum(is_year(word.text) for word in words) == len(self.centres)
        seats: dict[int, int] = {}
        for index, word in enumerate(words):
            seat = 0 if dated and is_year(word.text) else self.seats.get(word.text) if word.x0 >= self.left - _OVER else None
            places = self.centres if dated and is_year(word.text) else self.places.get(word.text, ())
            if seat is not None:
                seats[index] = first + min(range(len(places)), key=lambda year: abs(places[year] - word.x0)) * self.names + seat
        for index in [index - 1 for index in seats if dated and index and words[index - 1].text.lower() == _YEAR]:
            seats[index] = seats.pop(index + 1)
        starts = sorted(seats)
        if not seats or first < 1 or any(seats[after] <= seats[before] for before, after in pairwise(starts)):
            return []
        before = [text for text in texts if text.first < starts[0]]
        outer: list[Text] = []
        for text in before:
            seat, stop = min(text.column, first - 1), min(text.stop, starts[0])
            if outer and outer[-1].column == seat:
                outer[-1] = replace(outer[-1], stop=stop)
            else:
                outer.append(replace(text, column=seat, stop=stop))
        named = [
            Text(at, stop, seats[at], columns[seats[at]].left, columns[seats[at]].last) for at, stop in pairwise([*starts, len(words)])
        ]
        return [*outer, *named]


_Figure = tuple[float, float, str]
"""How far right of the middle of its year the middle of a figure stands, half of its width, and the figure."""


def _gathered(seen: Sequence[_Figure], middles: Sequence[float]) -> tuple[float, list[float], list[list[_Figure]]]:
    """The middles of the columns of a year, found from where they may be, with the figures of each, and how badly these fit."""
    groups: list[list[_Figure]] = []
    found = list(middles)
    for _ in range(_ROUNDS):
        groups = [[] for _ in found]
        for figure in seen:
            groups[min(range(len(found)), key=lambda seat: abs(found[seat] - figure[0]))].append(figure)
        found = [median(place for place, _, _ in group) if group else middle for group, middle in zip(groups, found, strict=True)]
    off = sum(abs(place - middle) for group, middle in zip(groups, found, strict=True) for place, _, _ in group)
    return off + _EMPTY * len(seen) * sum(not group for group in groups), found, groups


def years_of(heads: Sequence[Sequence[Word]], body: Sequence[Sequence[Word]], scale: float) -> Years | None:
    """The years of a header that has the same names below each of them; None where it has not, or where the rows have more figures."""
    dated = next((words for words in heads if not is_index(words) and sum(is_year(word.text) for word in words) > 1), None)
    if dated is None:
        return None
    at = [index for index, word in enumerate(dated) if is_year(word.text)]
    found = [int(dated[index].text) for index in at]
    centres = tuple(_centre(dated, index, scale) for index in at)
    steps = [after - before for before, after in pairwise(centres)]
    if any(after != before + 1 for before, after in pairwise(found)) or not all(_is_placed(dated, index) for index in at):
        return None
    if max(steps) - min(steps) > _UNEVEN * fmean(steps):
        return None
    names = _names([words for words in heads if words is not dated and not is_index(words)], centres, fmean(steps))
    seats = _seats(names)
    count = max(seats.values(), default=0) + 1
    places = {name.text: name.places for name in names}
    marks = tuple(_marks(heads, centres, fmean(steps), names, scale)) if count else ()
    told = 1 < count <= _MOST_NAMES and side_by_side(body, scale) <= count * len(centres)
    return Years(centres, fmean(steps), count, seats, places, marks) if told else None


def _marks(
    heads: Sequence[Sequence[Word]], centres: Sequence[float], step: float, names: Sequence["_Name"], scale: float
) -> Iterator[tuple[float, ...]]:
    """Where the columns of a year may stand: under the numbers of columns; else as wide as each other, or under their names."""
    own = [name for name in names if not name.rest]
    count = len(own)
    for words in heads:
        numbers = words[-count * len(centres) :]
        if is_index(words) and len(numbers) == count * len(centres) and all(word.fixed for word in numbers):
            places = [word.x0 + scale * width_of(word.text) / 2 for word in numbers]
            yield tuple(fmean(place - centre for place, centre in zip(places[seat::count], centres, strict=True)) for seat in range(count))
            return
    yield tuple(step * ((seat + 0.5) / count - 0.5) for seat in range(count))
    yield tuple(name.offset + scale * width_of(name.text) / 2 for name in own)


@dataclass(frozen=True, slots=True)
class _Name:
    """A word of a header that stands once for each year: where, how far right of the middle of these, and in which lines."""

    text: str
    places: tuple[int, ...]
    offset: float
    lines: frozenset[int]

    @property
    def rest(self) -> bool:
        """Whether it is the end of a name above it."""
        return self.text[0].islower()


def _names(heads: Sequence[Sequence[Word]], centres: Sequence[float], step: float) -> list[_Name]:
    """The words that stand once for each year, from left to right."""
    left = centres[0] - step / 2 - _OVER
    found: dict[str, list[tuple[int, int]]] = {}
    for line, words in enumerate(heads):
        for word in words:
            if word.x0 >= left and not any(map(str.isdigit, word.text)):
                found.setdefault(word.text, []).append((round(word.x0), line))
    names = []
    for text, seen in found.items():
        if len(seen) == len(centres):
            places = tuple(sorted(x0 for x0, _ in seen))
            offset = fmean(x0 - centre for x0, centre in zip(places, centres, strict=True))
            names.append(_Name(text, places, offset, frozenset(line for _, line in seen)))
    return sorted(names, key=lambda name: (name.offset, name.text))


def _seats(names: Sequence[_Name]) -> dict[str, int]:
    """The column within a year of each name, and of the rest of one below it."""
    own, rests = [name for name in names if not name.rest], [name for name in names if name.rest]
    seats = {name.text: seat for seat, name in enumerate(own)}
    above = [[name for name in own if line in name.lines] for line in range(min((min(name.lines) for name in rests), default=0))]
    broken = next((found for found in reversed(above) if len(found) == len(rests)), [])
    for at, name in enumerate(rests if own else []):
        head = broken[at] if broken else min(own, key=lambda other: abs(other.offset - name.offset))
        seats[name.text] = seats[head.text]
    return seats


def _centre(words: Sequence[Word], index: int, scale: float) -> float:
    """The middle of a year, with the word before it that says that it is one."""
    begin = index - (index > 0 and words[index - 1].text.lower() == _YEAR)
    return (words[begin].x0 + words[index].x0 + scale * width_of(words[index].text)) / 2


def _is_placed(words: Sequence[Word], index: int) -> bool:
    """Whether a year stands at its true place."""
    return words[index].fixed or (index > 0 and words[index - 1].text.lower() == _YEAR and words[index - 1].fixed)
