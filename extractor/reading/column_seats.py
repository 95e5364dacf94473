"""Headers with upright words: which of their texts names which column, told for the whole header at once.

An upright word begins where its column is centred, and the lines of the header lie wherever the heights of the words put them; only
the order from left to right is sure. Dynamic programming over the texts and the columns.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import inf
from statistics import median
from typing import Final

from extractor.reading.column_lines import LineView
from extractor.reading.column_years import is_year, years_over_names

_OFF: Final = (0.1, 1.2)
"""What every character costs by which a text lies off its column, and what all may cost: rows are moved more than headers are."""
_CENTRE: Final = 0.03
"""What every character costs by which it lies off the centre of the column's texts."""
_FAR: Final = 20.0
_UNNAMED: Final = 1.5
"""What a column without a name costs."""
_SHARED: Final = 2.0
"""What a text costs that is in one column with the one before and does not lie over it."""
_BESIDE: Final = 4.0
"""The same where both stand on one line."""
_UPRIGHT: Final = 1.5
"""Characters that an upright word is wide."""
_MAX_APART: Final = 3
"""Lines between two parts of one name."""


@dataclass(frozen=True, slots=True)
class Seat:
    """A text of such a header: its line, its first word and the one behind its last, and its column."""

    row: int
    first: int
    stop: int
    column: int


@dataclass(frozen=True, slots=True)
class Extent:
    """Between which separators a column lies, and where its texts are centred."""

    left: float
    right: float
    centre: float


@dataclass(frozen=True, slots=True)
class _Text:
    row: int
    first: int
    stop: int
    x0: float
    x1: float

    def cost(self, column: Extent) -> float:
        """What it costs to name a column, read as an upright word or as a level one, whichever is nearer."""
        return min(_cost(place, column) for place in (self.x0, (self.x0 + self.x1) / 2))

    def goes_on(self, before: "_Text") -> bool:
        """Whether it lies over or under another text, as the lines of one name do."""
        return self.row != before.row and abs(self.row - before.row) <= _MAX_APART and self.x0 <= before.x1 and before.x0 <= self.x1

    def beside(self, before: "_Text") -> float:
        """What it costs both to be in one column."""
        if self.row == before.row:
            return _BESIDE
        return 0.0 if self.goes_on(before) else _SHARED


def extents(edges: Sequence[float], centres: Sequence[Sequence[float]]) -> list[Extent]:
    """The columns between these edges; ``centres`` are those of the texts in each of them."""
    pairs = zip(pairwise(edges), centres, strict=True)
    return [Extent(left, right, median(found) if found else (left + right) / 2) for (left, right), found in pairs]


def name_gaps(views: Sequence[LineView]) -> list[tuple[float, float]]:
    """From where to where a separator lies between each two neighbouring names of a header; its lines are ``views``."""
    texts = _texts(views, range(len(views)))
    pairs = ((before, after) for before, after in pairwise(texts) if not after.goes_on(before))
    return [(before.x0 + _UPRIGHT, after.x0) for before, after in pairs]


def seats(views: Sequence[LineView], rows: Sequence[int], columns: Sequence[Extent]) -> list[Seat]:
    """The texts of the lines ``rows``, which are one header, each with its column; not the years over names that these repeat."""
    dated = years_over_names(views, rows)
    texts = [text for text in _texts(views, rows) if text.row != dated or not is_year(views[text.row].words[text.first][2])]
    best = [[inf] * len(columns) for _ in texts]
    back = [[0] * len(columns) for _ in texts]
    for at, text in enumerate(texts):
        for column, extent in enumerate(columns):
            options = _options(best, texts, at, column)
            best[at][column], back[at][column] = min(options)
            best[at][column] += text.cost(extent)
    column = min(range(len(columns)), key=lambda index: best[-1][index] + _UNNAMED * (len(columns) - 1 - index))
    found = []
    for at in range(len(texts) - 1, -1, -1):
        found.append(Seat(texts[at].row, texts[at].first, texts[at].stop, column))
        column = back[at][column]
    return found[::-1]


def _texts(views: Sequence[LineView], rows: Iterable[int]) -> list[_Text]:
    """The texts of these lines from left to right."""
    found = [_Text(row, chunk.first, chunk.stop, chunk.x0, chunk.x1) for row in rows for chunk in views[row].chunks]
    return sorted(found, key=lambda text: (text.x0, text.row))


def _options(best: Sequence[Sequence[float]], texts: Sequence[_Text], at: int, column: int) -> list[tuple[float, int]]:
    """What the texts before one may cost, and the column of the last of them."""
    if not at:
        return [(_UNNAMED * column, 0)]
    passed = [(best[at - 1][before] + _UNNAMED * (column - before - 1), before) for before in range(column)]
    return [*passed, (best[at - 1][column] + texts[at].beside(texts[at - 1]), column)]


def _cost(place: float, column: Extent) -> float:
    off = max(column.left - place, place - column.right, 0.0)
    return min(_OFF[0] * off, _OFF[1]) + _CENTRE * min(abs(place - column.centre), _FAR)
