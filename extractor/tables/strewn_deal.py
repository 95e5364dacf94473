"""The best dealing of pieces into columns: a beam search over how many cells each column holds so far.

Converters that give up the columns write a cell's lines together, cells of one column from top to bottom, and mostly one row
after the other, or a stretch of one column after the other. How many cells each column holds therefore tells the row of each.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final

from extractor.tables.list_items import is_open
from extractor.tables.profile import is_total_label, looks
from extractor.tables.strewn_counts import begins_within, row_counts, running_numbers
from extractor.tables.strewn_echoes import Echoes
from extractor.tables.strewn_fit import STRANGE, VALUED, WORDS, fits, has_shape, is_money, is_month, looks_of
from extractor.tables.strewn_model import Dealt, Lost, Piece
from extractor.tables.strewn_texture import ends_with_degree, start, starts_with_degree
from extractor.tables.strewn_ties import Ties

_BEAM: Final = 24
"""Ways to deal the pieces so far that are followed up."""
_BEHIND: Final = 6.0
"""How much less than the best one a way may be worth to be among them."""
WEIGHTS: Final = {
    "junk": -3.0,
    "scrap": -0.4,
    "broken": -3.5,
    "small": -4.0,
    "open": -3.0,
    "goes_on": 1.5,
    "room": 1.5,
    "full": -2.0,
    "stacked": -0.3,
    "aside": -2.5,
    "headed": 1.0,
    "inline": 0.5,
    "next": 0.7,
    "beside": 0.2,
    "wrap": 0.5,
    "below": 0.3,
    "up": -0.4,
    "ahead": -1.5,
    "skipped": -2.0,
    "missing": -2.0,
    "unnumbered": -0.5,
    "counts": 1.5,
    "counts_on": 1.2,
    "lettered": -0.5,
    "uncounted": -2.5,
    "foreign": -1.2,
    "resumed": -0.8,
    "value": -4.0,
    "figure": -1.5,
    "item": 3.0,
    "together": 2.5,
    "apart": 2.0,
}
"""Evidence for a step; set by reason."""
_ITEM: Final = re.compile(r"[1-9]\d?[.)] [A-Z]")
_DIGITS: Final = re.compile(r"[\d ]{1,18}")
_RESTS: Final = 2
"""Numbers of rows that are tried with one more for the rest of a row."""
_SEVERAL: Final = re.compile(r"\d[\d ]{2,}")
_NIP: Final = 18
"""Digits of a number of staff."""
GOOD: Final = 2.4
"""Evidence per piece from which no other dealing is tried."""
_SCRAP: Final = 2
"""Letters of a scrap of a watermark at most."""
_FURTHEST: Final = 3
"""Rows that a cell may skip at most."""
_LOOK_BACK: Final = 120
"""Pieces among which the last running number is looked for."""


@dataclass(frozen=True, slots=True)
class _Path:
    """Where each piece went, the last one first."""

    place: tuple[int, int] | None
    text: str
    before: "_Path | None"


@dataclass(frozen=True, slots=True)
class _State:
    """The pieces so far: their worth, how many cells each column has, where the last piece stands and the text of its cell."""

    score: float
    counts: tuple[int, ...]
    column: int = -1
    text: str = ""
    last: str = ""
    headed: bool = False
    path: _Path | None = None


def deal(pieces: Sequence[Piece], columns: Sequence[Lost], echoes: Echoes) -> Dealt:
    """The best dealing of the pieces; pieces of the header only tell the column of what stands below them."""
    first = [column for column in columns if not column.attached]
    more = _budget_rows(pieces) if len(first) < len(columns) else 0
    counts = row_counts(pieces, first)
    tried: list[Dealt] = []
    for rows in [*(count + 1 for count in counts[:_RESTS] if begins_within(pieces)), *counts]:
        tried.append(_Dealer(columns, [more if column.attached else rows for column in columns], echoes).dealt(pieces))
        if tried[-1].score >= GOOD:
            break
    return max(tried, key=lambda dealt: (dealt.score, -dealt.rows))


def _budget_rows(pieces: Sequence[Piece]) -> int:
    """How many rows an attached list of amounts has."""
    return sum(1 for piece in pieces if not piece.heads and is_money(piece.text))


class _Dealer:
    """Deals pieces into a fixed number of rows; ``rows`` is that of each column's table."""

    def __init__(self, columns: Sequence[Lost], rows: Sequence[int], echoes: Echoes) -> None:
        self.columns, self.rows, self.echoes = columns, rows, echoes
        self.worded = [bool(WORDS & set(column.role.looks)) for column in columns]
        self.upright = [at for at, column in enumerate(columns) if not column.spans]
        self._fits: list[dict[str, float]] = [{} for _ in columns]
        self.money = any(set(column.role.looks) == {"amount"} for column in columns)
        names = [column.role.name for column in columns]
        self.names = frozenset(names)
        self.grouped = "sasaran" in names and not any(column.spans for column in columns)
        self.ties = Ties(names)
        self.numbers = frozenset(at for at, name in enumerate(names) if name == "nomor")
        self.dated = any("date" in column.role.looks for column in columns)
        self.running: frozenset[int] = frozenset()
        self.within = False

    def dealt(self, pieces: Sequence[Piece]) -> Dealt:
        """The best dealing."""
        self.running = running_numbers(pieces) if self.numbers else frozenset()
        states = [_State(0.0, (0,) * len(self.columns))]
        self.within = begins_within(pieces)
        if self.within:
            states.append(_State(0.0, tuple(int(not column.spans) for column in self.columns)))
        for piece in pieces:
            found: dict[tuple[tuple[int, ...], int, bool], _State] = {}
            for state in states:
                for new in self._steps(state, piece):
                    key = (new.counts, new.column, new.headed)
                    if key not in found or found[key].score < new.score:
                        found[key] = new
            best = max(state.score for state in found.values())
            near = [state for state in found.values() if state.score >= best - _BEHIND]
            states = sorted(near, key=lambda state: (-state.score, state.counts, state.column))[:_BEAM]
        last = max(states, key=lambda state: (self._finished(state), state.counts, state.column))
        body = sum(1 for piece in pieces if not piece.heads)
        return Dealt(tuple(_unwound(last.path)), self._filled(last.counts, False), self._finished(last) / max(body, 1))

    def fit(self, column: int, text: str) -> float:
        """How well a text fits into a column."""
        known = self._fits[column]
        if text not in known:
            elsewhere = self.money and set(self.columns[column].role.looks) != {"amount"} and is_money(text)
            worth = STRANGE if elsewhere else fits(self.columns[column], text)
            role = self.columns[column].role.name
            if (self.worded[column] or role == "nomor") and self._is_shaped(column, text):
                worth = STRANGE
            if worth > STRANGE and self.worded[column]:
                worth += start(role, text, self.names)
            known[text] = worth
        return known[text]

    def _is_shaped(self, column: int, text: str) -> bool:
        """Whether a text can only be a value of another column."""
        role = self.columns[column].role.name
        return (self.dated and is_month(text)) or any(has_shape(name, text) for name in self.names if name != role)

    def _filled(self, counts: Sequence[int], attached: bool) -> int:
        return max((counts[at] for at in self.upright if self.columns[at].attached == attached), default=0)

    def _finished(self, state: _State) -> float:
        """The worth of a whole dealing: columns that miss cells at their end count against it."""
        worth = state.score
        for at in self.upright:
            name = "unnumbered" if self.columns[at].role.name == "nomor" else "missing"
            worth += WEIGHTS[name] * (self.rows[at] - state.counts[at])
        spanning = [count for count, column in zip(state.counts, self.columns, strict=True) if column.spans]
        return worth + (WEIGHTS["missing"] * (max(spanning) - min(spanning)) if len(spanning) > 1 else 0.0)

    def _steps(self, state: _State, piece: Piece) -> Iterator[_State]:
        if piece.heads:
            column = piece.column if piece.column is not None else -1
            yield _State(state.score, state.counts, column, headed=True, path=_Path(None, "", state.path))
            return
        scrap = len(piece.text) <= _SCRAP and piece.text.isupper()
        worth = WEIGHTS["scrap" if scrap else "junk"]
        yield replace(state, score=state.score + worth, path=_Path(None, "", state.path))
        if state.column >= 0 and state.text:
            yield from self._continued(state, piece)
        for column in range(len(self.columns)):
            yield from self._begun(state, piece, column)
        begun = piece.text[:1].islower() or piece.text[:1] == "(" or _DIGITS.fullmatch(piece.text) or starts_with_degree(piece.text)
        if begun or self._is_rest(state) or is_month(piece.text):
            yield from self._resumed(state, piece)

    def _continued(self, state: _State, piece: Piece) -> Iterator[_State]:
        """The piece as another line of the cell."""
        at, whole = state.column, f"{state.text} {piece.text}"
        fit = self.fit(at, whole)
        if not self.worded[at] and (fit < 0 or is_total_label(piece.text)):
            return
        gain = fit - self.fit(at, state.text) + WEIGHTS["broken"] * piece.opens
        if self.worded[at]:
            seen = looks_of(piece.text)
            gain += WEIGHTS["goes_on"] * (piece.text[:1].islower() or is_open(state.last))
            begins = self.fit(at, piece.text) > self.fit(at, "x") and fit <= self.fit(at, state.text)
            gain += WEIGHTS["foreign"] * (begins or is_total_label(piece.text))
            gain += self._named(at, state.last, piece.text)
            foreign = seen & {"amount", "percent", "nip", "date"} or _SEVERAL.fullmatch(piece.text) or self._is_shaped(at, piece.text)
            gain += WEIGHTS["value"] * bool(foreign)
            gain += WEIGHTS["figure"] * bool(seen & {"number", "ordinal", "quantity"})
            gain += self._echoed(state.last, piece.text)
        else:
            row = state.counts[at] - 1
            gain += self.ties.worth(at, whole, row, state.path) - self.ties.worth(at, state.text, row, state.path)
        path = _Path((at, state.counts[at] - 1), piece.text, state.path)
        yield _State(state.score + gain, state.counts, at, whole, piece.text, path=path)

    def _named(self, column: int, above: str, below: str) -> float:
        """What degrees say: they end a name, and one that begins a line belongs to the name above."""
        if self.columns[column].role.name != "nama":
            return 0.0
        if starts_with_degree(below):
            return WEIGHTS["together"]
        return -WEIGHTS["apart"] * ends_with_degree(above)

    def _echoed(self, above: str, below: str) -> float:
        """What the rest of the report says for two lines being one text."""
        if _ITEM.match(below):
            return -WEIGHTS["item"]
        told = self.echoes.between(above, below)
        return WEIGHTS["together"] * (told > 0) - WEIGHTS["apart"] * (told < 0)

    def _resumed(self, state: _State, piece: Piece) -> Iterator[_State]:
        """The piece as another line of a cell that others interrupt."""
        number = _DIGITS.fullmatch(piece.text) is not None or is_month(piece.text)
        degree = starts_with_degree(piece.text)
        for column, count in enumerate(state.counts):
            if column == state.column or not count:
                continue
            role = self.columns[column].role.name
            small = self.worded[column] and (piece.text[:1].islower() or self._is_rest(state))
            taken = self._is_cut(state, column, piece.text) if number else role == "nama" if degree else small
            gain = 0.0 if number or taken else self._completed(state, column, piece.text)
            if taken or gain:
                path = _Path((column, count - 1), piece.text, state.path)
                yield _State(state.score + WEIGHTS["resumed"] + gain, state.counts, column, piece.text, piece.text, path=path)

    def _is_rest(self, state: _State) -> bool:
        """Whether what was read so far is the rest of a row that the page before has begun."""
        return self.within and max(state.counts) == 1 and all(state.counts[at] == 1 for at in self.upright)

    def _completed(self, state: _State, column: int, rest: str) -> float:
        """What a value gains by the rest of it, which others have cut off: "Pembina (IV/" and "a)"."""
        if self.worded[column] and self.columns[column].role.name not in VALUED:
            return 0.0
        begun = self._last(state, column)
        return max(0.0, self.fit(column, f"{begun} {rest}") - max(self.fit(column, begun), 0.0))

    def _is_cut(self, state: _State, column: int, rest: str) -> bool:
        """Whether the last number of staff lacks these digits, or the last date these parts."""
        if "date" in self.columns[column].role.looks:
            day = self._last(state, column)
            return bool(day) and self.fit(column, day) == 0.0 and self.fit(column, f"{day} {rest}") >= 0.0
        if self.columns[column].role.name != "nip":
            return False
        begun = self._last(state, column).replace(" ", "")
        return begun.isdecimal() and len(begun) < _NIP and len(begun + rest.replace(" ", "")) <= _NIP

    def _begun(self, state: _State, piece: Piece, column: int) -> Iterator[_State]:
        """The piece as the first line of a new cell of this column."""
        worth = self.fit(column, piece.text)
        if worth <= STRANGE:
            return
        worth += WEIGHTS["small"] * (self.worded[column] and piece.text[:1].islower())
        if column == state.column:
            worth += self._below(state, piece, column)
        elif piece.inline:
            worth += WEIGHTS["inline"]
        elif not (piece.opens or is_total_label(piece.text) or id(piece) in self.running):
            worth += WEIGHTS["aside"]
        worth += self._counted(state, piece, column)
        for row, step in self._targets(state, column, running=id(piece) in self.running):
            counts = (*state.counts[:column], row + 1, *state.counts[column + 1 :])
            agreeing = self.ties.worth(column, piece.text, row, state.path)
            path = _Path((column, row), piece.text, state.path)
            yield _State(state.score + worth + step + agreeing, counts, column, piece.text, piece.text, path=path)

    def _below(self, state: _State, piece: Piece, column: int) -> float:
        """What speaks for a new cell below one of the same column, or below the header."""
        if state.headed:
            return WEIGHTS["headed"]
        if piece.opens or not self.worded[column]:
            return 0.0
        room = WEIGHTS["room"] if piece.room > 0 else WEIGHTS["full"] if piece.room < 0 else WEIGHTS["stacked"]
        room -= self._echoed(state.last, piece.text) + self._named(column, state.last, piece.text)
        return room + WEIGHTS["open"] * (bool(state.last) and is_open(state.last))

    def _counted(self, state: _State, piece: Piece, column: int) -> float:
        """Running numbers count on."""
        if self.columns[column].role.name != "nomor":
            return WEIGHTS["uncounted"] * (id(piece) in self.running)
        number = piece.text.strip(" .()")
        if not number.isdecimal():
            return WEIGHTS["lettered"] if "ordinal" in looks(piece.text) else WEIGHTS["uncounted"]
        expected = state.counts[column] + 1
        if int(number) == expected or id(piece) in self.running:
            return WEIGHTS["counts"]
        if self.columns[column].spans and 0 < int(number) <= self.rows[column]:
            return WEIGHTS["counts"] / 2
        if self._last(state, column) == str(int(number) - 1):
            return WEIGHTS["counts_on"]
        again = self.grouped and 0 < int(number) <= expected
        return 0.0 if again or int(number) == 1 else WEIGHTS["uncounted"]

    def _last(self, state: _State, column: int) -> str:
        """The text of the last cell of a column."""
        path, text, row = state.path, "", -1
        for _ in range(_LOOK_BACK):
            if path is None:
                break
            if path.place and path.place[0] == column and row in (-1, path.place[1]):
                row, text = path.place[1], f"{path.text} {text}"
            elif row >= 0:
                break
            path = path.before
        return text.strip(" .()")

    def _targets(self, state: _State, column: int, *, running: bool) -> Iterator[tuple[int, float]]:
        """The rows at which a cell of the column may begin, and what this says of the order of reading."""
        count = state.counts[column]
        if self.columns[column].spans:
            if count < self.rows[column]:
                yield count, 0.0
            return
        beside = state.column >= 0 and not self.columns[state.column].spans
        beside = beside and self.columns[state.column].attached == self.columns[column].attached
        before = state.counts[state.column] - 1 if beside else None
        rows = self._filled(state.counts, self.columns[column].attached)
        for row in sorted({count, max(count, rows - 1), max(count, rows)}):
            if row - count <= _FURTHEST and row < self.rows[column]:
                step = _order(before, state.column, row, column) if before is not None and not state.headed else 0.0
                yield row, step + WEIGHTS["unnumbered" if running and column in self.numbers else "skipped"] * (row - count)


def _unwound(path: _Path | None) -> list[tuple[int, int] | None]:
    places = []
    while path is not None:
        places.append(path.place)
        path = path.before
    return places[::-1]


def _order(before: int, from_column: int, row: int, column: int) -> float:
    """What the way from one cell to the next says."""
    if row == before:
        return WEIGHTS["next"] + WEIGHTS["beside"] * (column == from_column + 1) if column > from_column else WEIGHTS["up"]
    if row == before + 1:
        return WEIGHTS["below"] if column == from_column else WEIGHTS["wrap"] if column < from_column else WEIGHTS["ahead"]
    return WEIGHTS["up"] if row < before else WEIGHTS["ahead"]
