"""The best dealing of pieces into columns: a beam search over how many cells each column holds so far.

Converters that give up the columns write a cell's lines together, cells of one column from top to bottom, and mostly one row
after the other, or a stretch of one column after the other. How many cells each column holds therefore tells the row of each.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Final

from extractor.tables.list_items import is_open
from extractor.tables.profile import is_total_label, looks
from extractor.tables.strewn_counts import begins_within, below_headers, likely_rows, running_numbers
from extractor.tables.strewn_echoes import Echoes
from extractor.tables.strewn_fit import STRANGE, UNITS, VALUED, WORDS, fits, has_shape, is_money, is_month, looks_of
from extractor.tables.strewn_known import Known
from extractor.tables.strewn_model import Dealt, Lost, Piece
from extractor.tables.strewn_state import Path, State, filled, holes_of, left_open, order, skipped, unwound, with_cell
from extractor.tables.strewn_texture import ends_with_degree, start, starts_with_degree
from extractor.tables.strewn_ties import Ties

BEAM: Final = 24
WIDE_BEAM: Final = 96
"""Ways to deal the pieces so far that are followed up; more where fewer have led nowhere."""
_NARROW: Final = 8
_LARGE: Final = 600
_TRIED: Final = 2
"""Ways that are followed up to tell the likeliest numbers of rows of a table with so many pieces, times its columns, and how many of these
numbers are then tried in earnest.
"""
_BEHIND: Final = 6.0
"""How much less than the best one a way may be worth to be among them."""
_MOST_TIED: Final = 8.0
"""What the other cells of its row, its number and a header right above say for a new cell at most."""
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
    "missing": -2.0,
    "unnumbered": -0.5,
    "counts": 1.5,
    "counts_on": 1.2,
    "lettered": -0.5,
    "uncounted": -2.5,
    "foreign": -1.2,
    "total": -2.0,
    "resumed": -0.8,
    "value": -4.0,
    "figure": -1.5,
    "item": 3.0,
    "together": 2.5,
    "apart": 2.0,
    "numbered": 1.5,
    "topmost": 2.0,
}
"""Evidence for a step; set by reason."""
_ITEM: Final = re.compile(r"([1-9]\d?)[.)] [A-Z]")
_LEAST_ITEMS: Final = 3
_SMALL_WORDS: Final = re.compile(r"[a-z]\S* \S")
"""Words in small letters: the rest of a text, no unit."""
_DIGITS: Final = re.compile(r"[\d ]{1,18}")
_SEVERAL: Final = re.compile(r"\d[\d ]{2,}")
_NIP: Final = 18
"""Digits of a number of staff."""
GOOD: Final = 2.4
"""Evidence per piece from which no other dealing is tried."""
_SCRAP: Final = 2
"""Letters of a scrap of a watermark at most."""
_FURTHEST: Final = 3
"""Rows that a cell may skip at most."""
_NEAR: Final = 8
"""Pieces among which the line above one that others interrupt is looked for."""
_LOOK_BACK: Final = 120
"""Pieces among which the last running number is looked for."""


def deal(pieces: Sequence[Piece], columns: Sequence[Lost], echoes: Echoes, known: Known, *, beam: int = BEAM) -> Dealt:
    """The best dealing of the pieces; pieces of the header only tell the column of what stands below them."""
    more, numbers = likely_rows(pieces, columns)

    def dealt(rows: int, width: int) -> Dealt:
        return _Dealer(columns, [more if column.attached else rows for column in columns], echoes, known).dealt(pieces, width)

    if len(pieces) * len(columns) > _LARGE and len(numbers) > _TRIED:
        rough = {rows: dealt(rows, _NARROW) for rows in numbers}
        numbers = sorted(numbers, key=lambda rows: (-rough[rows].score, rows))[:_TRIED]
    tried: list[Dealt] = []
    for rows in numbers:
        tried.append(dealt(rows, beam))
        if tried[-1].score >= GOOD:
            break
    return max(tried, key=lambda found: (found.score, -found.rows))


class _Dealer:
    """Deals pieces into a fixed number of rows; ``rows`` is that of each column's table."""

    def __init__(self, columns: Sequence[Lost], rows: Sequence[int], echoes: Echoes, known: Known) -> None:
        self.columns, self.rows, self.echoes, self.known_texts = columns, rows, echoes, known
        self.worded = [bool(WORDS & set(column.role.looks)) for column in columns]
        self.upright = [at for at, column in enumerate(columns) if not column.spans]
        self._fits: list[dict[str, float]] = [{} for _ in columns]
        self.money = any(set(column.role.looks) == {"amount"} for column in columns)
        names = [column.role.name for column in columns]
        self.names = frozenset(names)
        self.staff = "nip" in names
        self.grouped = "sasaran" in names and not any(column.spans for column in columns)
        self.ties = Ties(names)
        self.numbers = frozenset(at for at, name in enumerate(names) if name == "nomor")
        self.dated = any("date" in column.role.looks for column in columns)
        self.running: frozenset[int] = frozenset()
        self.within = False
        self.below: dict[int, frozenset[int]] = {}
        self.least = float("-inf")
        """What a way to deal the pieces so far is worth at least that is followed up."""
        self.sure: frozenset[int] = frozenset()
        """Columns of which it is known what begins a cell."""
        self.itemised: frozenset[int] = frozenset()

    def dealt(self, pieces: Sequence[Piece], beam: int) -> Dealt:
        """The best dealing."""
        self.running = running_numbers(pieces, again=self.grouped) if self.numbers else frozenset()
        counted = sorted(int(match[1]) for piece in pieces if not piece.heads and (match := _ITEM.match(piece.text)))
        if len(counted) > _LEAST_ITEMS and counted == list(range(1, len(counted) + 1)) and "indikator" in self.names:
            self.itemised = frozenset(at for at, column in enumerate(self.columns) if column.role.name == "indikator")
        self.sure = frozenset(piece.column for piece in pieces if piece.column is not None and not piece.heads)
        states = [State(0.0, (0,) * len(self.columns))]
        self.within = begins_within(pieces)
        self.below = below_headers(pieces)
        if self.within:
            states.append(State(0.0, tuple(int(not column.spans) for column in self.columns)))
        for piece in pieces:
            found: dict[tuple[tuple[int, ...], int, bool], State] = {}
            self.least = float("-inf")
            for state in states:
                for new in self._steps(state, piece):
                    key = (new.counts, new.column, new.headed)
                    if key not in found or found[key].score < new.score:
                        found[key] = new
                        self.least = max(self.least, new.score - _BEHIND)
            near = [state for state in found.values() if state.score >= self.least]
            states = sorted(near, key=lambda state: (-state.score, state.counts, state.column))[:beam]
        last = max(states, key=lambda state: (self._finished(state), state.counts, state.column))
        body = sum(1 for piece in pieces if not piece.heads)
        return Dealt(tuple(unwound(last.path)), self._filled(last.counts, False), self._finished(last) / max(body, 1))

    def fit(self, column: int, text: str) -> float:
        """How well a text fits into a column."""
        known = self._fits[column]
        if text not in known:
            elsewhere = self.money and set(self.columns[column].role.looks) != {"amount"} and is_money(text)
            worth = STRANGE if elsewhere else fits(self.columns[column], text)
            role = self.columns[column].role.name
            if "satuan" in self.names and role != "satuan" and text.lower() in UNITS:
                worth = STRANGE
            if (self.worded[column] or role == "nomor") and self._is_shaped(column, text):
                worth = STRANGE
            if worth > STRANGE and self.worded[column]:
                worth += start(role, text, self.names) + self.known_texts.worth(role, text)
            known[text] = worth
        return known[text]

    def _is_shaped(self, column: int, text: str) -> bool:
        """Whether a text can only be a value of another column."""
        role = self.columns[column].role.name
        return (self.dated and is_month(text)) or any(has_shape(name, text) for name in self.names if name != role)

    def _filled(self, counts: Sequence[int], attached: bool) -> int:
        return max((counts[at] for at in self.upright if self.columns[at].attached == attached), default=0)

    def _finished(self, state: State) -> float:
        """The worth of a whole dealing: columns that miss cells at their end count against it."""
        worth = state.score
        for at in self.upright:
            name = "unnumbered" if self.columns[at].role.name == "nomor" else "missing"
            worth += WEIGHTS[name] * (self.rows[at] - state.counts[at])
        worth += left_open(state.holes, self.numbers)
        spanning = [count for count, column in zip(state.counts, self.columns, strict=True) if column.spans]
        return worth + (WEIGHTS["missing"] * (max(spanning) - min(spanning)) if len(spanning) > 1 else 0.0)

    def _steps(self, state: State, piece: Piece) -> Iterator[State]:
        if piece.heads:
            column = piece.column if piece.column is not None else -1
            yield State(state.score, state.counts, column, headed=True, path=Path(None, "", state.path), holes=state.holes)
            return
        scrap = len(piece.text) <= _SCRAP and piece.text.isupper()
        worth = WEIGHTS["scrap" if scrap else "junk"]
        yield replace(state, score=state.score + worth, path=Path(None, "", state.path))
        if piece.column is not None:
            yield from self._begun(state, piece, piece.column)
            return
        if state.column >= 0 and state.text:
            yield from self._continued(state, piece)
        for column in range(len(self.columns)):
            yield from self._begun(state, piece, column)
        begun = piece.text[:1].islower() or piece.text[:1] == "(" or _DIGITS.fullmatch(piece.text) or starts_with_degree(piece.text)
        if begun or self._is_rest(state) or is_month(piece.text) or not (piece.opens or piece.inline):
            yield from self._resumed(state, piece)

    def _continued(self, state: State, piece: Piece) -> Iterator[State]:
        """The piece as another line of the cell."""
        at, whole = state.column, f"{state.text} {piece.text}"
        fit = self.fit(at, whole)
        if not self.worded[at] and (fit < 0 or is_total_label(piece.text) or _SMALL_WORDS.match(piece.text)):
            return
        gain = fit - self.fit(at, state.text) + WEIGHTS["broken"] * piece.opens
        if self.worded[at]:
            seen = looks_of(piece.text)
            gain += WEIGHTS["goes_on"] * (piece.text[:1].islower() or is_open(state.last))
            begins = self.fit(at, piece.text) > self.fit(at, "x") and fit <= self.fit(at, state.text)
            gain += WEIGHTS["foreign"] * (begins or is_total_label(piece.text)) + WEIGHTS["total"] * self._is_sum(piece)
            gain += self._named(at, state.last, piece.text)
            foreign = seen & {"amount", "percent", "nip", "date"} or _SEVERAL.fullmatch(piece.text) or self._is_shaped(at, piece.text)
            gain += WEIGHTS["value"] * bool(foreign)
            gain += WEIGHTS["figure"] * bool(seen & {"number", "ordinal", "quantity"})
            gain += self._echoed(state.last, piece.text)
        else:
            told = [self.ties.worth(at, text, state.row, state.path, state.counts) for text in (whole, state.text)]
            gain += told[0] - told[1]
        path = Path((at, state.row), piece.text, state.path)
        yield replace(state, score=state.score + gain, text=whole, last=piece.text, headed=False, path=path)

    def _is_sum(self, piece: Piece) -> bool:
        """Whether a piece is the name of the sum below a list of amounts, which stands in a row of its own."""
        return self.money and is_total_label(piece.text)

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

    def _resumed(self, state: State, piece: Piece) -> Iterator[State]:
        """The piece as another line of a cell that others interrupt."""
        number = _DIGITS.fullmatch(piece.text) is not None or is_month(piece.text)
        degree = starts_with_degree(piece.text)
        apart = not (piece.opens or self._is_more(state, piece))
        for column, count in enumerate(state.counts):
            if column == state.column or not count:
                continue
            role = self.columns[column].role.name
            told = self.echoes.between(self._last_line(state, column), piece.text) if self.worded[column] and apart else 0
            small = self.worded[column] and (piece.text[:1].islower() or self._is_rest(state) or told > 0)
            taken = self._is_cut(state, column, piece.text) if number else role == "nama" if degree else small
            gain = 0.0 if number or taken else self._completed(state, column, piece.text)
            gain += WEIGHTS["together"] * (told > 0) - WEIGHTS["apart"] * (told < 0)
            if taken or gain:
                path = Path((column, count - 1), piece.text, state.path)
                score = state.score + WEIGHTS["resumed"] + gain
                yield State(score, state.counts, column, piece.text, piece.text, path=path, row=count - 1, holes=state.holes)

    def _is_more(self, state: State, piece: Piece) -> bool:
        """Whether a piece may be the rest of the figure above it."""
        at = state.column
        return at >= 0 and not self.worded[at] and self.fit(at, f"{state.text} {piece.text}") >= 0.0

    @staticmethod
    def _last_line(state: State, column: int) -> str:
        """The last line of the last cell of a column; nothing where it is too far above to be of the same block."""
        path = state.path
        for _ in range(_NEAR):
            if path is None or (path.place and path.place[0] == column):
                break
            path = path.before
        return path.text if path and path.place and path.place[0] == column else ""

    def _is_rest(self, state: State) -> bool:
        """Whether what was read so far is the rest of a row that the page before has begun."""
        return self.within and max(state.counts) == 1 and all(state.counts[at] == 1 for at in self.upright)

    def _completed(self, state: State, column: int, rest: str) -> float:
        """What a value gains by the rest of it, which others have cut off: "Pembina (IV/" and "a)"."""
        if self.worded[column] and self.columns[column].role.name not in VALUED:
            return 0.0
        begun = self._last(state, column)
        return max(0.0, self.fit(column, f"{begun} {rest}") - max(self.fit(column, begun), 0.0))

    def _is_cut(self, state: State, column: int, rest: str) -> bool:
        """Whether the last number of staff lacks these digits, or the last date these parts."""
        if "date" in self.columns[column].role.looks:
            day = self._last(state, column)
            return bool(day) and self.fit(column, day) == 0.0 and self.fit(column, f"{day} {rest}") >= 0.0
        if self.columns[column].role.name != "nip":
            return False
        begun = self._last(state, column).replace(" ", "")
        return begun.isdecimal() and len(begun) < _NIP and len(begun + rest.replace(" ", "")) <= _NIP

    def _begun(self, state: State, piece: Piece, column: int) -> Iterator[State]:
        """The piece as the first line of a new cell of this column."""
        worth = self.fit(column, piece.text)
        if worth <= STRANGE or (column in self.sure and piece.column is None):
            return
        worth += WEIGHTS["small"] * (self.worded[column] and piece.text[:1].islower())
        if column == state.column:
            worth += self._below(state, piece, column)
        elif piece.inline:
            worth += WEIGHTS["inline"]
        elif not (piece.opens or is_total_label(piece.text) or id(piece) in self.running):
            worth += WEIGHTS["aside"]
        worth += self._counted(state, piece, column)
        tops = any(state.counts) and column in self.below.get(id(piece), ())
        item = _ITEM.match(piece.text) if column in self.itemised else None
        told = int(item[1]) - 1 if item else None
        for row, step in self._targets(state, column, told, running=id(piece) in self.running):
            if state.score + worth + step + _MOST_TIED < self.least:
                continue  # whatever other cells say, it is not followed up
            counts, holes = with_cell(state, column, row)
            agreeing = self.ties.worth(column, piece.text, row, state.path, state.counts)
            agreeing += WEIGHTS["numbered"] * (0 if told is None else 1 if row == told else -1)
            path = Path((column, row), piece.text, state.path)
            # The row of a person holds no lists.
            top = -1 if self.staff else state.top if state.column == column and state.top >= 0 else row
            score = state.score + worth + step + agreeing + WEIGHTS["topmost"] * (tops and row == 0)
            yield State(score, counts, column, piece.text, piece.text, path=path, row=row, holes=holes, top=top)

    def _below(self, state: State, piece: Piece, column: int) -> float:
        """What speaks for a new cell below one of the same column, or below the header."""
        if state.headed:
            return WEIGHTS["headed"]
        if piece.opens or not self.worded[column] or self._is_sum(piece):
            return 0.0
        room = WEIGHTS["room"] if piece.room > 0 else WEIGHTS["full"] if piece.room < 0 else WEIGHTS["stacked"]
        room -= self._echoed(state.last, piece.text) + self._named(column, state.last, piece.text)
        return room + WEIGHTS["open"] * (bool(state.last) and is_open(state.last))

    def _counted(self, state: State, piece: Piece, column: int) -> float:
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

    def _last(self, state: State, column: int) -> str:
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

    def _targets(self, state: State, column: int, told: int | None, *, running: bool) -> Iterator[tuple[int, float]]:
        """The rows at which a cell of the column may begin, that of its number among them, and what this says of the order of reading."""
        count = state.counts[column]
        if self.columns[column].spans:
            if count < self.rows[column]:
                yield count, 0.0
            return
        beside = state.column >= 0 and not self.columns[state.column].spans
        beside = beside and self.columns[state.column].attached == self.columns[column].attached
        before = state.row if beside and not state.headed else None
        if before is not None and state.column == column and not self.staff:
            before = max(before, count - 1)  # behind late cells a column goes on where it was
        rows = self._filled(state.counts, self.columns[column].attached)
        numbers = running and column in self.numbers
        for row in sorted({count, max(count, rows - 1), max(count, rows), max(count, told or 0)}):
            if row - count <= _FURTHEST and row < self.rows[column]:
                step = order(before, state.column, row, column, state.top) if before is not None else 0.0
                yield row, step + skipped(state, column, row, numbers=numbers)
        for row in holes_of(state, column):
            yield row, filled(state, column, row, numbers=numbers)
