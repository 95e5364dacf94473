"""Texts that do not stand where they belong: each line's words are parted and given to the columns anew, all of them together.

A converter that aligns by blanks moves texts to the left where it is short of room and to the right where a cell is full. What
the pages of a table show of its columns (which kinds of words they hold, and where on this page their texts begin, end or are
centred) then says more than the place of one text. Dynamic programming over the words of a line.
"""

import re
from collections import Counter
from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass, replace
from functools import cache
from itertools import pairwise
from math import inf, log
from typing import Final, TypeAlias

from extractor.reading.column_kinds import kind_of
from extractor.reading.column_lines import CURRENCY, LineView
from extractor.reading.column_piece import Piece, piece_of

Rows: TypeAlias = Sequence[Sequence[Piece]]
Span: TypeAlias = tuple[int, int, int]
"""First word, end and column of a text."""

_ROUNDS: Final = 2
_GAIN: Final = 0.6
"""How much better than as it stands a line must be parted to be parted anew."""
_LEAST_LINES: Final = 8
"""Lines from which contents and places of the columns are known."""
_HEAD: Final = 14
"""Lines at the top of a page that may be header."""
_REST: Final = 4
"""Lines below the last header word in which an entry with a figure is looked for."""
_PRIOR: Final = 2.0
"""Texts by which the contents of a column are evened out."""
_RARE: Final = -2.5
"""The least that a text of a make may be worth that its column does not have."""
_LEFT: Final = (0.15, 2.0)
_RIGHT: Final = (0.3, 2.5)
"""What every character costs by which a text lies left or right of its place, and what all may cost; right of it but close
behind another text it was pushed there."""
_OVER: Final = (0.12, 1.2)
"""The same for the characters by which it reaches over the next column."""
_FREE: Final = 1.0
"""Characters off its place that cost nothing."""
_REACH: Final = 12.0
"""Characters off its column up to which a text is tried there."""
_WITHIN: Final = 0.5
"""What a text adds that lies between the separators of its column."""
_STACK: Final = 0.6
"""What a text of the column just above or below that begins at the same place adds."""
_BESIDE: Final = 2
_CUT: Final = 0.7
"""What a cut at an ordinary blank costs, and what one inside a number or between a figure and its currency does."""
_CUT_NUMBER: Final = 4.0
_MEND: Final = 0.5
"""What each cut costs that a line has and a text goes over."""
_JOIN: Final = (1.0, 2.5)
"""What each wide blank inside a text costs, a blank of two characters and a wider one."""
_FIGURES: Final = frozenset(("amount", "percent", "code"))
_SECOND: Final = 1.5
"""What each further figure of one kind in a text costs."""
_WIDE: Final = 2.6
_OPEN_AMOUNT: Final = re.compile(r"\d[.,]\d{3}[.,]\d{0,3},?$")
"""How an amount ends whose last digits a narrow column leaves to the next line."""
_ANCHORS: Final = 2
"""Texts from which a column has a place of its own on a page."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """The lines of a table on one page, its columns there, and the texts of every line."""

    views: Sequence[LineView]
    edges: Sequence[float]
    rows: Rows

    @property
    def separators(self) -> Sequence[float]:
        return self.edges[1:-1]


def settle(sheets: Sequence[Sheet]) -> list[Rows]:
    """The texts of every line of all pages of one table; lines that are as good as they stand stay as they are."""
    found = list(sheets)
    if not found or sum(len(sheet.views) for sheet in found) < _LEAST_LINES:
        return [sheet.rows for sheet in found]
    for _ in range(_ROUNDS):
        contents = _contents(found)
        found = [replace(sheet, rows=_settled(_Page.of(sheet, contents))) for sheet in found]
    return [sheet.rows for sheet in found]


def body_of(sheet: Sheet) -> int:
    """The first line below the header, the rest of which may hold no word of headers."""
    below = max((index + 1 for index, view in enumerate(sheet.views[:_HEAD]) if view.is_header), default=0)
    if not below:
        return 0
    entries = (index for index, view in enumerate(sheet.views[below : below + _REST], start=below) if any(map(str.isdigit, view.text)))
    return next(entries, below)


def _contents(sheets: Sequence[Sheet]) -> list[dict[str, float]]:
    """For each column the logarithm of the share of its texts that are of each make."""
    width = len(sheets[0].edges) - 1
    counts: list[Counter[str]] = [Counter() for _ in range(width)]
    for sheet in sheets:
        for row in sheet.rows[body_of(sheet) :]:
            for piece in row:
                if not piece.spills:
                    counts[piece.column][_make(piece.text.split())] += 1
    total = sum(counts, Counter[str]())
    shares = {kind: count / total.total() for kind, count in total.items()}
    return [{kind: log((count[kind] + _PRIOR * share) / (count.total() + _PRIOR)) for kind, share in shares.items()} for count in counts]


def _make(words: Sequence[str]) -> str:
    """What a text is made of: the kind of its first word, and that of the others where it is another."""
    first, *others = (kind_of(word) for word in words)
    rest = next((kind for kind in others if kind != first), first)
    return first if rest == first else f"{first} {rest}"


@dataclass(frozen=True, slots=True)
class _Anchor:
    """Where the texts of a column stand on a page."""

    side: str
    place: float

    def off(self, x0: float, x1: float) -> float:
        """How far right of its place a text stands."""
        return {"left": x0, "right": x1, "centre": (x0 + x1) / 2}[self.side] - self.place


@dataclass(frozen=True, slots=True)
class _Page:
    """A page of a table with what is known of its columns."""

    sheet: Sheet
    contents: Sequence[dict[str, float]]
    anchors: Sequence[_Anchor | None]
    body: int

    @classmethod
    def of(cls, sheet: Sheet, contents: Sequence[dict[str, float]]) -> "_Page":
        body = body_of(sheet)
        columns: list[list[Piece]] = [[] for _ in contents]
        for row in sheet.rows[body:]:
            for piece in row:
                if not piece.spills and not piece.joined:
                    columns[piece.column].append(piece)
        return cls(sheet, contents, [_anchor(pieces) for pieces in columns], body)

    def worth(self, row: int, span: Span) -> float:
        """How well words of a line are a text of this column."""
        view, (first, stop, column) = self.sheet.views[row], span
        x0, x1 = view.words[first][0], view.ends[stop - 1]
        words = [word[2] for word in view.words[first:stop]]
        figures = Counter(kind for word in words if (kind := kind_of(word)) in _FIGURES and not CURRENCY.match(word))
        kinds = self.contents[column].get(_make(words), _RARE)
        stacked = any(
            piece.column == column and abs(piece.x0 - x0) < _FREE
            for other in (*range(max(row - _BESIDE, self.body), row), *range(row + 1, min(row + _BESIDE + 1, len(self.sheet.rows))))
            for piece in self.sheet.rows[other]
        )
        within = x0 >= self.sheet.edges[column] - _FREE and x1 <= self.sheet.edges[column + 1] + _FREE
        spoilt = _joined(view, first, stop) + _SECOND * sum(count - 1 for count in figures.values())
        return max(kinds, _RARE) - self._misplaced(view, first, x1, column) + _STACK * stacked + _WITHIN * within - spoilt

    def _misplaced(self, view: LineView, first: int, x1: float, column: int) -> float:
        x0 = view.words[first][0]
        left, right = self.sheet.edges[column], self.sheet.edges[column + 1]
        anchor = self.anchors[column]
        off = anchor.off(x0, x1) if anchor else (min(x0 - left, 0.0) or max(x0 - right, 0.0))
        pushed = first > 0 and first not in view.starts
        each, most = _LEFT if off < 0 or pushed else _RIGHT
        over = _OVER[0] * max(x1 - right - _FREE, 0.0) if column + 2 < len(self.sheet.edges) else 0.0
        return min(each * max(abs(off) - _FREE, 0.0), most) + min(over, _OVER[1])

    def near(self, view: LineView, word: int, column: int) -> bool:
        """Whether a text that begins with this word may be one of the column."""
        left, right = self.sheet.edges[column], self.sheet.edges[column + 1]
        return left - _REACH <= view.words[word][0] <= right + _REACH


def _anchor(pieces: Sequence[Piece]) -> _Anchor | None:
    """The side at which most texts of a column stand below one another."""
    if len(pieces) < _ANCHORS:
        return None
    best, found = 0, None
    for side in ("left", "right", "centre"):
        places = Counter(round(_Anchor(side, 0.0).off(piece.x0, piece.x1)) for piece in pieces)
        place, most = max(places.items(), key=lambda item: (item[1], -item[0]))
        if most > best:
            best, found = most, _Anchor(side, float(place))
    return found


def _joined(view: LineView, first: int, stop: int) -> float:
    """What the wide blanks inside a text cost."""
    wide = (index for index in range(first + 1, stop) if index in view.starts and not _is_sign(view, index - 1))
    inside = [view.words[index][0] - view.ends[index - 1] for index in wide]
    return sum(_JOIN[blank > _WIDE] for blank in inside)


def _is_sign(view: LineView, word: int) -> bool:
    """Whether a word is the currency of the figure behind it."""
    return CURRENCY.match(view.words[word][2]) is not None and view.words[word + 1][2][0].isdigit()


def _cut_cost(view: LineView, word: int, known: Collection[int]) -> float:
    """What a cut before this word costs; nothing where the line was cut before."""
    if word in known:
        return 0.0
    if word and _is_sign(view, word - 1):
        return _CUT_NUMBER
    if word in view.starts:
        return 0.0
    inside = view.words[word - 1][2][-1].isdigit() and view.words[word][2][0].isdigit()
    return _CUT_NUMBER if inside else _CUT


def _settled(page: _Page) -> Rows:
    found: list[Sequence[Piece]] = []
    for row, pieces in enumerate(page.sheet.rows):
        view = page.sheet.views[row]
        stays = row < page.body or not view.is_split or view.is_header or (row and _has_rests(page.sheet.rows[row - 1], pieces))
        found.append(pieces if stays else _line(page, row, pieces))
    return found


def _has_rests(above: Sequence[Piece], pieces: Sequence[Piece]) -> bool:
    """Whether a line holds the last digits of figures that the line above leaves open, each below its own."""
    own = {piece.column: piece.text for piece in above}
    rests = [piece for piece in pieces if not any(map(str.isalpha, piece.text)) and _OPEN_AMOUNT.search(own.get(piece.column, ""))]
    figures = [piece for piece in pieces if any(map(str.isdigit, piece.text))]
    return bool(rests) and len(rests) == len(figures)


def _line(page: _Page, row: int, pieces: Sequence[Piece]) -> Sequence[Piece]:
    """The texts of one line, parted anew where that is clearly better."""
    view = page.sheet.views[row]
    old = [(piece.words[0], piece.words[-1] + 1, piece.column) for piece in pieces]
    if [word for first, stop, _ in old for word in range(first, stop)] != list(range(len(view.words))):
        return pieces
    cuts = [first for first, _, _ in old]

    @cache
    def worth(span: Span) -> float:
        mended = sum(span[0] < cut < span[1] for cut in cuts)
        return page.worth(row, span) - _cut_cost(view, span[0], cuts) - _MEND * mended

    columns = [column for _, _, column in old]
    score, spans = _best(page, view, worth)
    before = sum(map(worth, old)) if all(a < b for a, b in pairwise(columns)) else -inf
    if spans == old or score < before + _GAIN:
        return pieces
    separators = page.sheet.separators
    return [
        piece_of(view, row, separators, first, stop, column, joined=bool(first) and first not in view.starts)
        for first, stop, column in spans
    ]


def _best(page: _Page, view: LineView, worth: Callable[[Span], float]) -> tuple[float, list[Span]]:
    """The best way to part the words of a line into texts of columns, in order; no texts where there is none."""
    count, width = len(view.words), len(page.contents)
    best: list[list[tuple[float, Span | None]]] = [[(0.0 if not stop else -inf, None)] * (width + 1) for stop in range(count + 1)]
    near = [[page.near(view, word, column) for column in range(width)] for word in range(count)]
    for stop in range(1, count + 1):
        for column in range(width):
            options = [(best[stop][column][0], best[stop][column][1])]
            for first in range(stop):
                if near[first][column] and best[first][column][0] > -inf:
                    span = (first, stop, column)
                    options.append((best[first][column][0] + worth(span), span))
            best[stop][column + 1] = max(options, key=lambda option: option[0])
    spans: list[Span] = []
    at, column = count, width
    while at and (last := best[at][column][1]) is not None:
        spans.append(last)
        at, _, column = last
    return best[count][width][0], spans[::-1]
