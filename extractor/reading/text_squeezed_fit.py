"""The true places of words that were pushed to the right: table by table, from its columns."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from itertools import pairwise
from math import log
from typing import Final

from extractor.reading.text_squeezed_breaks import Breaks, Follows, Line, never
from extractor.reading.text_squeezed_columns import Column, columns_of, kind_at
from extractor.reading.text_squeezed_deal import BLANK, Frame, Near, Text, deal
from extractor.reading.text_squeezed_heads import head_length, parts_of
from extractor.reading.text_squeezed_lone import with_last, with_lone
from extractor.reading.text_squeezed_room import within
from extractor.reading.text_squeezed_runs import with_runs
from extractor.reading.text_squeezed_ticks import names_in_order, schedule_of, told, with_schedule
from extractor.reading.text_squeezed_words import Word, is_index, numbers_columns, width_of
from extractor.reading.text_squeezed_years import Years, years_of

_ROUNDS: Final = 3
_FILLED: Final = 0.8
"""Share of the rows in which a column is filled, before anything is known."""
_EMPTY: Final = 0.8
_SOUGHT: Final = 12
"""Lines with the most words by which a column is sought."""
_SOUGHT_GAIN: Final = 0.5
"""How much better each line must be dealt where a column is put elsewhere."""
_SEEK_STEP: Final = 1.5
_BETWEEN: Final = 3
"""Blanks between columns at least."""
_HEADLESS: Final = 1.5
"""What it costs that the fullest line of a header leaves a column without one."""
_PADDING: Final = 0.8
"""Cells by which the texts of a column end before it must end."""
_SHARES: Final = (1.0, 0.9, 0.8, 0.7, 0.6)
"""Widths of letters in a table for each width in prose."""
_SMALLER: Final = 0.15
"""What each step of smaller letters costs for each line."""
_MOST_LONE: Final = 4
"""Columns at most that are found by figures alone among words."""
_ITEM_ENDS: Final = (";", ".")
_SAMPLE: Final = 40
"""Lines by which the width of letters is told."""


@dataclass(frozen=True, slots=True)
class Fit:
    """A word at its true place; ``begins`` where it begins a text."""

    text: str
    x0: float
    begins: bool
    column: int = -1
    """The column of a table in which it stands, -1 where it stands in none."""
    columns: int = 0
    """How many columns that table has."""
    centred: bool = False
    """Whether the texts of that table stand in the middle of their rows."""
    head: bool = False
    """Whether it stands in the header of that table."""
    opens: bool = False
    """Whether a table begins here below another one with other column names."""


def fitted(
    lines: Sequence[Sequence[Word]], scale: float, unit: float, rights: Sequence[float] = (), follows: Follows = never
) -> list[list[Fit]]:
    """The words of each line at their true places; ``scale`` is the width of a small letter of prose in cells, and
    ``unit`` that of the letters in which the lines are written anew; no line reaches further right than its one of ``rights``.
    ``follows`` is what the report says of two words of one text.

    Tables are often set in smaller letters; how small is told by how well their texts then keep to their columns. Tables under
    the same header have the same columns.
    """
    parts: list[_Part] = []
    for found in parts_of([list(words) for words in lines]):
        start = sum(len(part.lines) for part in parts)
        parts.append(_Part(found, head_length(found), rights[start : start + len(found)] or [float("inf")] * len(found)))
    alike: dict[tuple[tuple[str, float], ...], list[_Part]] = defaultdict(list)
    for number, part in enumerate(parts):
        alike[part.header or (("", float(number)),)].append(part)
    for group in alike.values():
        _fit(group, scale, unit, follows)
    for above, part in pairwise(parts):
        if part.head and [word for word, _ in above.header] != [word for word, _ in part.header] and part.fits[0]:
            part.fits[0][0] = replace(part.fits[0][0], opens=True)
    return [fits for part in parts for fits in part.fits]


@dataclass(slots=True)
class _Part:
    """Lines that begin with a header of so many lines."""

    lines: Sequence[Sequence[Word]]
    head: int
    rights: Sequence[float]
    """Where each line must end."""
    fits: list[list[Fit]] = field(default_factory=list)

    def within(self, scale: float) -> "_Part":
        """The part, no word further right than leaves room for those behind it where letters are so wide."""
        return replace(self, lines=within(self.lines, self.rights, scale))

    @property
    def header(self) -> tuple[tuple[str, float], ...]:
        """The words of the header with their places."""
        return tuple((word.text, word.x0) for words in self.lines[: self.head] for word in words)


def _fit(parts: Sequence[_Part], scale: float, unit: float, follows: Follows) -> None:
    """Put the words of tables with the same columns at their places."""
    body = [words for part in parts for words in part.lines[part.head :] if words]
    heads = [words for words in parts[0].lines[: parts[0].head] if words]
    numbered = any(numbers_columns(words, heads) for words in heads)
    tables: list[tuple[float, _Tables]] = []
    for step, share in enumerate(_SHARES if len(body) > 1 else ()):
        tried = list(_tried(parts, share * scale, numbered, follows))
        if not heads and not (tried[0].is_numbered and not any(map(_ends_item, body))):
            break
        tables += [(table.worth - _SMALLER * step * min(len(body), _SAMPLE), table) for table in tried]
    _, best = max(tables, key=lambda table: table[0], default=(0.0, None))
    if best is not None:
        best = best if numbered or best.years else _with_lone(best)
        best.settle()
    for index, part in enumerate(parts):
        part.fits = best.fits(index, unit) if best is not None else [_as_printed(words, scale) for words in part.lines]


def _tried(parts: Sequence[_Part], scale: float, numbered: bool, follows: Follows) -> Iterator["_Tables"]:
    """The table with its words at letters of this width: with the columns that true places show, and with those that rows show."""
    parts = [part.within(scale) for part in parts]
    heads = [words for words in parts[0].lines[: parts[0].head] if words]
    body = [words for part in parts for words in part.lines[part.head :] if words]
    columns, years = columns_of(heads, body, scale), years_of(heads, body, scale)
    yield _Tables(parts, years.columns(columns, body, scale) if years else columns, scale, follows, years)
    fuller = None if numbered or years else with_runs(columns, body, scale)
    if fuller:
        yield _Tables(parts, fuller, scale, follows)


def _with_lone(table: "_Tables") -> "_Tables":
    """The table, with columns of figures between and behind its texts that no true place shows, if its words are dealt better then."""
    for attempt in range(_MOST_LONE + 1):
        columns = table.with_lone(last=attempt == 0)
        tried = _Tables(table.parts, columns, table.scale, table.breaks.follows) if columns else None
        if tried is not None and tried.worth > table.worth:
            table = tried
        elif attempt:
            break
    return table


def _ends_item(words: Sequence[Word]) -> bool:
    """Whether a line ends an item of a list."""
    last = words[-1].text
    return last.endswith(_ITEM_ENDS) and last[:-1].isalpha() and last.islower()


def _as_printed(words: Sequence[Word], scale: float) -> list[Fit]:
    found: list[Fit] = []
    end = 0.0
    for word in words:
        x0 = float(word.x0) if word.fixed else end + BLANK * scale
        found.append(Fit(word.text, x0, word.fixed))
        end = x0 + scale * width_of(word.text)
    return found


class _Tables:
    """The lines of tables with the same columns, and how their words are dealt to these."""

    def __init__(self, parts: Sequence[_Part], columns: list[Column], scale: float, follows: Follows, years: Years | None = None) -> None:
        self.years = years
        heads = [words for words in parts[0].lines[: parts[0].head] if words]
        columns, self._schedule = with_schedule(heads, columns)
        self.parts = parts
        self.breaks = Breaks(follows)
        self._columns, self._scale = columns, scale
        self._parts = [[Line(words, index < part.head) for index, words in enumerate(part.lines)] for part in parts]
        self._widest: list[float] = []
        self._fill: list[float] = [_FILLED] * len(columns)
        self._middle = False
        self.worth = 0.0
        """What the first dealing of the lines is worth."""
        if len(columns) > 1:
            self.worth = self._round(_SAMPLE)

    @property
    def is_numbered(self) -> bool:
        """Whether the lines show by themselves that they are a table: by figures that stand below one another."""
        return len(self._columns) > 1 and any(column.figures for column in self._columns)

    @property
    def scale(self) -> float:
        """How wide a letter is."""
        return self._scale

    def with_lone(self, *, last: bool = False) -> list[Column] | None:
        """The columns with one more of figures that stand alone among words, or the last one where its figures are, if the rows show it."""
        lines = [(line.words, line.texts) for part in self._parts for line in part if line.texts and not (line.head or line.label)]
        return (with_last if last else with_lone)(self._columns, lines, self._scale)

    def settle(self) -> None:
        """Deal the words again, knowing how they were dealt before."""
        if len(self._columns) > 1:
            self._seek()
            for _ in range(_ROUNDS):
                self._learn()
                self.breaks.learn(self._parts)
                self._round()
            schedule = self._schedule or schedule_of(self._columns)
            for line in (line for part in self._parts for line in part if line.texts and not (line.head or line.label)):
                line.texts = told(line.words, line.texts, self._columns, schedule) if schedule else line.texts
                line.texts = self.years.alike(line.words, line.texts, self._columns) if self.years else line.texts

    def _seek(self) -> None:
        """Put the columns that no true place shows where the words are dealt best."""
        if any(line.head and is_index(line.words) for part in self._parts for line in part):
            return
        lines = sorted((line for part in self._parts for line in part if line.words and not line.head), key=lambda line: -len(line.words))
        for index, column in enumerate(self._columns):
            if index and not column.kinds:
                self._seek_one(index, lines[:_SOUGHT])

    def _seek_one(self, index: int, lines: Sequence[Line]) -> None:
        column, start = self._columns[index], self._columns[index - 1].left
        best = (self._worth(lines), 0.0, column)
        for step in range(1, int((column.left - start) / _SEEK_STEP)):
            left = column.left - step * _SEEK_STEP
            self._columns[index] = Column(left, column.last, column.figures)
            best = max(
                best, (self._worth(lines) - _SOUGHT_GAIN * len(lines), -float(step), self._columns[index]), key=lambda tried: tried[:2]
            )
        self._columns[index] = best[2]

    def _worth(self, lines: Sequence[Line]) -> float:
        frame = self._frame()
        return sum(deal(line.words, frame, Near(empty=[_EMPTY * bool(i) for i in range(len(self._columns))]))[0] for line in lines)

    def _frame(self) -> Frame:
        seen: Counter[str] = Counter()
        for column in self._columns:
            seen.update(column.kinds)
        return Frame(self._columns, self._scale, widest=self._widest, total=seen, schedule=self._schedule)

    def fits(self, part: int, unit: float) -> list[list[Fit]]:
        """The words of one part at their places."""
        slots = self._slots(unit) if len(self._columns) > 1 else []
        return [list(self._placed(line, slots, unit)) if line.texts else _as_printed(line.words, self._scale) for line in self._parts[part]]

    @cached_property
    def _filled(self) -> list[int]:
        """The columns that have texts."""
        return sorted({text.column for part in self._parts for line in part for text in line.texts})

    @cached_property
    def _is_centred(self) -> bool:
        """Whether texts stand in the middle of their rows: the first line of the first row has none in the first column."""
        first = next((line for part in self._parts for line in part if line.texts and not line.head), None)
        return first is not None and first.texts[0].column > 0

    def _cell(self, column: int) -> tuple[int, int]:
        return self._filled.index(column), len(self._filled)

    def _slots(self, unit: float) -> list[int]:
        """Where each column begins in letters, so that all of its texts find room; ``unit`` is the width of a letter in cells."""
        widths = [_BETWEEN] * len(self._columns)
        for line in (line for part in self._parts for line in part):
            for text in line.texts:
                if text.x1 <= Frame(self._columns, self._scale).right(text.column) + 1.0:
                    length = sum(len(line.words[index].text) + 1 for index in range(text.first, text.stop)) - 1
                    widths[text.column] = max(widths[text.column], length + _BETWEEN)
        slots = [round(self._columns[0].left / unit)]
        for index, (column, after) in enumerate(pairwise(self._columns)):
            slots.append(slots[-1] + max(widths[index], round((after.left - column.left) / unit)))
        return slots

    def _slot(self, slots: Sequence[int], x0: float) -> float:
        """The place in letters of a place in cells."""
        index = max((index for index, column in enumerate(self._columns) if column.left <= x0), default=0)
        if index + 1 == len(slots):
            return slots[index]
        left, right = self._columns[index].left, self._columns[index + 1].left
        return slots[index] + (slots[index + 1] - slots[index]) * max(x0 - left, 0.0) / max(right - left, 1.0)

    def _placed(self, line: Line, slots: Sequence[int], unit: float) -> Iterator[Fit]:
        for text in line.texts:
            spans = line.head and text.column + 1 < len(self._columns) and text.x1 > self._columns[text.column + 1].left + BLANK
            place = self._slot(slots, text.x0) if spans else float(slots[text.column])
            for index in range(text.first, text.stop):
                yield Fit(line.words[index].text, place * unit, index == text.first, *self._cell(text.column), self._is_centred, line.head)
                place += len(line.words[index].text) + 1

    def _round(self, most: int = 0) -> float:
        total = 0.0
        frame = self._frame()
        header = replace(frame, header=True)
        for lines in self._parts:
            filled = [line for line in lines if line.words]
            nears = [self._near(filled, index) for index in range(len(filled))]
            heads = [index for index, line in enumerate(filled) if line.head and not is_index(line.words)]
            if heads:
                fullest = max(heads, key=lambda index: len(filled[index].words))
                nears[fullest] = replace(nears[fullest], empty=[_HEADLESS] * len(self._columns))
            for line, near in list(zip(filled, nears, strict=True))[: most or len(filled)]:
                if line.label:
                    line.texts = [self._whole(line.words)]
                    continue
                worth, line.texts = deal(line.words, header if line.head else frame, near)
                line.texts = (line.head and self._named(line)) or line.texts
                total += worth
        return total

    def _named(self, line: Line) -> list[Text]:
        """The texts of a line of the header whose names stand in the order of their columns; else none."""
        in_order = names_in_order(line.words, self._columns, self._schedule)
        return in_order or (self.years.texts(line.words, line.texts, self._columns) if self.years else [])

    def _whole(self, words: Sequence[Word]) -> Text:
        """A line as one text, at the left of the table."""
        x0 = float(words[0].x0)
        return Text(0, len(words), 0, x0, x0 + self._scale * width_of(" ".join(word.text for word in words)))

    def _near(self, lines: Sequence[Line], index: int) -> Near:
        """The lines beside one, as they were dealt before; a header has none."""
        line = lines[index]
        if line.head:
            return Near()
        above = lines[index - 1].texts if index and not lines[index - 1].head else []
        going = {text.column: following.words[text.first].text for following in lines[index + 1 : index + 2] for text in following.texts}
        going = {column: word for column, word in going.items() if not word[0].isupper() and not self._begins_row(lines[index + 1])}
        costs = [0.0 if column in self._around(lines, index) else cost for column, cost in enumerate(self._empty(line))]
        breaks = self.breaks.led(lines, index), self.breaks.leads(lines, index)
        return Near(frozenset(text.column for text in above), going, costs, self._begins_row(line), *breaks)

    def _around(self, lines: Sequence[Line], index: int) -> set[int]:
        """The columns that a row in the middle of its lines fills above and below the one with its number, and may leave empty there."""
        beside = [line for line in (*lines[max(index - 1, 0) : index], *lines[index + 1 : index + 2]) if not line.head]
        if not (self._middle and self._begins_row(lines[index])) or any(map(self._begins_row, beside)):
            return set()
        return set.intersection(*({text.column for text in line.texts} for line in beside)) if len(beside) > 1 else set()

    def _empty(self, line: Line) -> list[float]:
        """What it costs to leave each column of a line empty: where a row begins, and beside other figures."""
        costs = [_EMPTY * max(log(share / (1 - share)), 0.0) for share in self._fill]
        if self._begins_row(line):
            return costs
        if self._has_figures(line):
            return [cost * (column.figures and index > 0) for index, (cost, column) in enumerate(zip(costs, self._columns, strict=True))]
        return []

    def _has_figures(self, line: Line) -> bool:
        """Whether a column of figures other than the first one was filled."""
        return any(text.column and self._columns[text.column].figures for text in line.texts)

    def _begins_row(self, line: Line) -> bool:
        """Whether a line begins with the number of a row."""
        first = line.words[0]
        return self._columns[0].figures and first.x0 <= self._columns[0].last and any(map(str.isdigit, first.text))

    def _learn(self) -> None:
        """What stands in the columns, how far their texts reach, and in how many rows they are filled."""
        lines = [line for part in self._parts for line in part if line.texts and not line.head and not line.label]
        rows = [{text.column for text in line.texts} for line in lines if self._begins_row(line)]
        figured = [{text.column for text in line.texts} for line in lines if self._has_figures(line)]
        frame = Frame(self._columns, self._scale)
        self._middle = bool(lines) and lines[0].texts[0].column > 0
        self._widest, learnt = [], []
        for index, column in enumerate(self._columns):
            here = [(line.words[text.first], text.x1) for line in lines for text in line.texts if text.column == index]
            kinds: Counter[str] = Counter()
            for first, _ in here:
                kinds[kind_at(first.text)] += 2 if first.fixed else 1
            learnt.append(Column(column.left, column.last, column.figures, kinds))
            ends = _high([end for _, end in here]) if here else 0.0
            beside = index + 1 < len(self._columns) and not self._columns[index + 1].figures and not column.figures
            self._widest.append(max(min(ends, frame.right(index)), (frame.right(index) - _PADDING) * beside))
            counted = figured if column.figures and index else rows
            self._fill[index] = (sum(index in row for row in counted) + 2 * _FILLED) / (len(counted) + 2)
        self._columns = learnt


def _high(values: Sequence[float]) -> float:
    """The greatest value but for the few greatest of many."""
    return sorted(values)[-1 - len(values) // 10]
