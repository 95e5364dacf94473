"""Figures that stand side by side in the rows of a squeezed table: as many as a row has, so many columns of figures there are.

Where names push what stands behind them, hardly a figure of a row is at its true place, and columns are not seen. But each row
says between which places a figure stands: not left of where the words before it end, nor right of where it is printed. The
column is where the rows agree.
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from extractor.reading.column_part import moved
from extractor.reading.text_squeezed_columns import Column, kind_at
from extractor.reading.text_squeezed_words import TIED, Word, is_entry, is_index, width_of

_LEAST: Final = 2
"""Figures side by side that are a run."""
_SHARE: Final = 0.3
"""Share of the rows with runs that have as long a run as the table has columns of figures."""
_FEW: Final = 4
"""Rows with runs up to which one of that length is enough."""
_BLANK: Final = 0.55
_ROUNDED: Final = 0.5
_BESIDE: Final = 2.0
"""Cells by which a column may stand beside the range in which the figures of the rows must begin."""
_MISSED: Final = 5.0
"""What each cell outside of it costs where one inside costs 1."""
_SIDES: Final = (0.5, 1.0)
"""How figures are set in their column: in the middle, or at the right."""
_ALIKE: Final = 1e-6
_NONE: Final = frozenset("-–")
"""What stands in place of a figure."""


@dataclass(frozen=True, slots=True)
class Span:
    """A figure: its first word, between which places it begins, and how wide it is."""

    word: str
    low: float
    high: float
    width: float


def with_runs(columns: Sequence[Column], body: Sequence[Sequence[Word]], scale: float) -> list[Column] | None:
    """The columns with as many of figures as the rows have side by side; None where there are as many."""
    runs = _runs(body, scale)
    most = _most(runs)
    full = [run for run in runs if len(run) == most]
    if not full:
        return None
    found = [Range.of([run[index] for run in full]) for index in range(most)]
    if any(after.place <= before.place + 1 for before, after in pairwise(found)):
        return None
    within = [column for column in columns if found[0].low - _BESIDE <= column.left <= found[-1].high + _BESIDE]
    if len(within) >= most:
        return None
    known = _matched(found, [column for column in within if column.kinds])
    anchors = [(range_.place, column.left) for range_, column in zip(found, known, strict=True) if column]
    filled = [range_.column(column, moved(range_.place, anchors)) for range_, column in zip(found, known, strict=True)]
    return sorted([*(column for column in columns if column not in within), *filled], key=lambda column: column.left)


def side_by_side(body: Sequence[Sequence[Word]], scale: float) -> int:
    """How many figures enough of the rows have side by side; 0 where none have."""
    return _most(_runs(body, scale))


def _runs(body: Sequence[Sequence[Word]], scale: float) -> list[list[Span]]:
    """The figures that rows have side by side."""
    return [run for words in body if not is_index(words) and len(run := _longest(words, scale)) >= _LEAST]


def _most(runs: Sequence[Sequence[Span]]) -> int:
    lengths = Counter(len(run) for run in runs)
    enough = 1 if len(runs) <= _FEW else max(_SHARE * len(runs), 2.0)
    return max((length for length in lengths if sum(lengths[other] for other in lengths if other >= length) >= enough), default=0)


def _matched(found: Sequence["Range"], columns: Sequence[Column]) -> list[Column | None]:
    """For each range of figures the column that true places show there, in order and the nearest in sum."""
    if not columns:
        return [None] * len(found)
    count = min(len(columns), len(found))
    none: list[tuple[float, tuple[int, ...]]] = [(0.0, ()), *[(float("inf"), ())] * count]
    best = [list(none) for _ in range(len(found) + 1)]
    for at, range_ in enumerate(found, start=1):
        for used in range(1, count + 1):
            cost, chosen = best[at - 1][used - 1]
            taken = (cost + range_.miss(columns[used - 1].left), (*chosen, at - 1))
            best[at][used] = min(best[at - 1][used], taken)
    chosen = best[-1][count][1]
    known: list[Column | None] = [None] * len(found)
    for index, column in zip(chosen, columns, strict=False):
        known[index] = column
    return known


def _longest(words: Sequence[Word], scale: float) -> list[Span]:
    """The longest run of figures behind the first word of a line."""
    best: list[Span] = []
    run: list[Span] = []
    low = 0.0
    for index, word in enumerate(words):
        low = float(word.x0) if word.fixed else low + _BLANK * scale
        high = float(word.x0) + _ROUNDED * (not word.fixed)
        width = scale * width_of(word.text)
        if index and (is_entry(word.text) or word.text in _NONE) and word.tie < TIED:
            run.append(Span(word.text, low, max(low, high), width))
        elif run and word.tie >= TIED and not word.fixed:
            last = run[-1]
            run[-1] = Span(last.word, last.low, last.high, low + width - last.low)
        else:
            run = []
        low += width
        best = max(best, list(run), key=len)
    return best


@dataclass(frozen=True, slots=True)
class Range:
    """Between which places a column of figures begins, how wide its widest figure is, and what its figures are."""

    low: float
    high: float
    width: float
    kinds: Counter[str]

    @classmethod
    def of(cls, spans: Sequence[Span]) -> "Range":
        """The column of figures that stand below one another: in its middle or at its right end, whichever fits better."""
        width = max(span.width for span in spans)
        _, side, low, high = min((*_agreed(spans, side)[:1], side, *_agreed(spans, side)[1:]) for side in _SIDES)
        return cls(low - side * width, high - side * width, width, Counter(kind_at(span.word) for span in spans))

    @property
    def place(self) -> float:
        return (self.low + self.high) / 2

    def miss(self, left: float) -> float:
        """How badly a column that begins here fits."""
        return _MISSED * max(self.low - left, left - self.high, 0.0) + abs(left - self.place)

    def column(self, known: Column | None, place: float) -> Column:
        """The column, at the place that is known of it, or else as near to this one as its figures allow."""
        if known is None:
            left = min(max(place, self.low), self.high)
            return Column(left, left + self.width, True, self.kinds)
        return Column(known.left, max(known.last, known.left + self.width), True, self.kinds + known.kinds)


def _agreed(spans: Sequence[Span], side: float) -> tuple[float, float, float]:
    """By how much the figures miss one place in all, and from where to where the most of them can have it."""
    lows = sorted(span.low + side * span.width for span in spans)
    highs = sorted(span.high + side * span.width for span in spans)
    places = sorted([*lows, *highs])
    misses = [sum(max(low - place, 0.0) for low in lows) + sum(max(place - high, 0.0) for high in highs) for place in places]
    best = [place for place, miss in zip(places, misses, strict=True) if miss <= min(misses) + _ALIKE]
    return min(misses), best[0], best[-1]
