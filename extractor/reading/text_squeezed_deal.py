"""How the words of a squeezed line are dealt to the columns of its table: the best parting into texts, by dynamic programming."""

import re
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from math import log
from typing import Final

from extractor.reading.column_lines import CURRENCY
from extractor.reading.text_squeezed_columns import TOTALS, Column, headed, is_set_left, kind_at
from extractor.reading.text_squeezed_words import MARKS, TIED, Word, is_count, is_entry, kind_of_word, width_of

BLANK: Final = 0.55
"""Width of a blank between words, in letters."""
_CUT: Final = 0.8
"""What the beginning of a text behind one blank costs."""
_HEAD_CUT: Final = 0.3
_OFF: Final = 0.5
_BEFORE: Final = 1.0
"""What each cell costs by which a text begins right, or left, of its column."""
_MOST_OFF: Final = 3.0
_LATE: Final = 1.5
"""What each cell costs by which a word is printed left of the column that it is said to begin."""
_ROUNDED: Final = 0.5
_JUMP: Final = 1.2
"""Cells by which a word inside a text may be off the place where the words before it end."""
_LOOSE: Final = 0.05
"""Share of the width of a text by which that may be wrong."""
_BROKEN: Final = 1.0
_JUMPED: Final = 0.5
_MOST_JUMPED: Final = 6.0
_OVER: Final = 1.8
"""What each cell costs by which a text reaches over its column."""
_MOST_OVER: Final = 4.0
_SPANNED: Final = 1.0
"""What each further column costs over which it reaches."""
_FITS: Final = 0.5
_KIND: Final = 0.8
_MOST_LIKELY: Final = 1.5
_PRIOR: Final = 1.0
_CONTENT: Final = 0.8
"""How much of what the words themselves say counts."""
_BESIDE: Final = 1.0
"""What it costs that a text goes on with an amount, or behind one."""
_FIGURES: Final = 6.0
"""What it costs that it goes on with a figure behind a figure."""
_STRAY: Final = 4.0
"""What it costs that a tick stands outside of the schedule, or another word in it."""
_MARKED: Final = 0.75
_LEAST_MARKS: Final = 5
"""Share and number of the texts of a column that are marks of persons of one kind, from which other words are strange to it."""
_WORD: Final = re.compile(r"[A-Za-z][a-z]{2,}")
_TWICE: Final = 2
_SMALL: Final = 0.8
_CAPITAL: Final = 0.4
_BELOW: Final = 1.2
"""What it costs that a text of the next line goes on with nothing."""
_ROOM: Final = 0.2
_MOST_ROOM: Final = 1.2
"""What each cell costs, and all together, that is left free though the first word of the next line would have found room."""
_CENTRED: Final = 0.25
_FOLLOWS: Final = 3.0
"""What it says for the beginning and the end of a text that the lines above and below it are known to go on with one another."""


@dataclass(frozen=True, slots=True)
class Text:
    """The words ``[first, stop)`` in a column, which begin and end at these places."""

    first: int
    stop: int
    column: int
    x0: float
    x1: float


@dataclass(frozen=True, slots=True)
class Frame:
    """What is known of a table: its columns, where each must end, how wide its texts are, and how wide a letter is."""

    columns: Sequence[Column]
    scale: float
    header: bool = False
    widest: Sequence[float] = ()
    """Where the widest text of each column ends; 0 where that is not known."""
    total: Counter[str] = field(default_factory=Counter)
    schedule: range = range(0)
    """The columns that the header names by quarters or months, which hold nothing but ticks."""

    def right(self, index: int) -> float:
        """Where a column must end: before the next one."""
        return self.columns[index + 1].left - _FITS if index + 1 < len(self.columns) else float("inf")

    def likely(self, index: int, kind: str) -> float:
        """What the kind of its first word says for a text in a column."""
        kinds, everything = self.columns[index].kinds, self.total.total()
        if not everything or not kinds:
            return 0.0
        share = (_seen(self.total, kind) + _PRIOR) / (everything + _PRIOR * len(self.total))
        ratio = log((_seen(kinds, kind) + _PRIOR * share) / (kinds.total() + _PRIOR) / share)
        return _KIND * max(min(ratio, _MOST_LIKELY), -_MOST_LIKELY)

    def is_strange(self, index: int, word: str) -> bool:
        """Whether a column holds nothing but marks of persons of one kind, and this is an ordinary word."""
        kinds = self.columns[index].kinds
        mark, count = max(kinds.items(), key=lambda item: item[1], default=("", 0))
        marked = mark in MARKS and count >= max(_MARKED * kinds.total(), _LEAST_MARKS)
        return marked and _WORD.fullmatch(word) is not None and word.lower() not in TOTALS


def _seen(kinds: Counter[str], kind: str) -> float:
    """How often words of a kind were seen; a column of shares also has numbers, and half speaks for these."""
    return (kinds["percent"] + kinds["number"] + kinds[kind]) / 2 if kind in ("percent", "number") else float(kinds[kind])


def _nothing(_column: int, _word: str) -> float:
    return 0.0


@dataclass(frozen=True, slots=True)
class Near:
    """The lines beside one: in which columns the one above has texts, and the words with which those below go on."""

    above: frozenset[int] = frozenset()
    below: Mapping[int, str] = field(default_factory=dict)
    empty: Sequence[float] = ()
    """What it costs to leave each column empty."""
    row: bool = False
    """Whether a row begins here."""
    led: Callable[[int, str], float] = _nothing
    """How much tells that a text of a column which begins with a word goes on with the line above."""
    leads: Callable[[int, str], float] = _nothing
    """How much tells that the line below goes on with a text of a column which ends with a word."""

    def skipped(self, column: int) -> float:
        """What it costs to leave a column empty here."""
        return _BELOW * (column in self.below) + (self.empty[column] if column < len(self.empty) else 0.0)


def deal(words: Sequence[Word], frame: Frame, near: Near) -> tuple[float, list[Text]]:
    """What the best parting of a line is worth, and its texts."""
    count = len(frame.columns)
    best: list[list[tuple[float, tuple[Text, ...]] | None]] = [[None] * (count + 1) for _ in range(len(words) + 1)]
    best[0][0] = (0.0, ())
    for first in range(len(words)):
        for column in range(count):
            state = _before(best[first], column, near)
            if state is None:
                continue
            for worth, text, last in _texts(words, first, column, frame, near):
                score = state[0] + worth
                known = best[text.stop][last + 1]
                if known is None or known[0] < score:
                    best[text.stop][last + 1] = (score, (*state[1], text))
    found = _before(best[len(words)], count, near)
    return (found[0], list(found[1])) if found else (0.0, [])


def _before(states: Sequence[tuple[float, tuple[Text, ...]] | None], column: int, near: Near) -> tuple[float, tuple[Text, ...]] | None:
    """The best state whose last column is left of this one; columns left out cost where the next line goes on with them."""
    found = None
    skipped = 0.0
    for last in range(column, -1, -1):
        state = states[last]
        if state is not None and (found is None or state[0] - skipped > found[0]):
            found = (state[0] - skipped, state[1])
        skipped += near.skipped(last - 1) if last else 0.0
    return found


def _texts(words: Sequence[Word], first: int, column: int, frame: Frame, near: Near) -> list[tuple[float, Text, int]]:
    """The texts that may begin with a word in a column, what each is worth, and the last column over which it reaches."""
    found = []
    x0, worth = _start(words, first, column, frame, near)
    worth += _FOLLOWS * near.led(column, words[first].text)
    if worth < -_MOST_JUMPED:
        return []
    end = x0 + frame.scale * width_of(words[first].text)
    for stop in range(first + 1, len(words) + 1):
        if stop - 1 > first:
            cost, end = _joined(words, stop - 1, x0, end, frame)
            cost += _FIGURES * _is_unit_again(words, stop - 1, frame.columns[column])
            worth -= cost
            if cost > _MOST_JUMPED:
                break
        over, last = _reach(x0, end, column, frame)
        if over > 2 * _MOST_OVER and not frame.header and last > column + 2:
            break
        covered = sum(near.skipped(other) for other in range(column + 1, last + 1))
        total = worth - over - covered - _left_free(x0, end, column, frame, near)
        total += _FOLLOWS * near.leads(column, words[stop - 1].text)
        if frame.header:
            total -= _off_centre(words[first], x0, end, column, frame)
        found.append((total, Text(first, stop, column, x0, end), last))
    return found


def _start(words: Sequence[Word], first: int, column: int, frame: Frame, near: Near) -> tuple[float, float]:
    """Where a text begins, and what its beginning there is worth."""
    word, of = words[first], frame.columns[column]
    own = 0.0 if frame.header else frame.likely(column, kind_at(word.text)) - _STRAY * _is_stray(word, column, frame)
    own -= 0.0 if frame.header else _STRAY * frame.is_strange(column, word.text)
    if word.fixed:
        off = word.x0 - of.left
        loose = of.figures or frame.header
        right = max(off - (of.last - of.left if loose else 0.0) - 1.0, 0.0)
        left = max(-off - 1.0, 0.0)
        return float(word.x0), own - min(_OFF * right, _MOST_OFF) - min(_BEFORE * left, 2 * _MOST_OFF)
    at_left = not of.figures or is_set_left(word.text)
    place = of.left if at_left else max(of.left, min(of.last, frame.right(column)) - _tied_width(words, first, frame.scale))
    late = max(of.left - word.x0 - _ROUNDED, 0.0)
    worth = own - (_HEAD_CUT if frame.header else _CUT) - _LATE * late
    if frame.header:
        worth += headed(words[first - 1].text, word.text)
    else:
        worth += _CONTENT * beginning(words[first - 1], word, row=_numbers_row(words, first, frame)) - word.tie
        if word.text[0].islower():
            worth += _CAPITAL if column in near.above and not near.row else -_SMALL * (1 + near.row)
        elif word.text[0].isupper():
            worth += _CAPITAL
    return min(place, word.x0 + _ROUNDED), worth


def _numbers_row(words: Sequence[Word], index: int, frame: Frame) -> bool:
    """Whether the word before this one is the number of a row: the first one of its line, where such numbers stand."""
    first = frame.columns[0]
    return index == 1 and first.figures and words[0].fixed and words[0].x0 <= first.last


def _tied_width(words: Sequence[Word], first: int, scale: float) -> float:
    """How wide a figure is together with the parts and the unit that are tied to it."""
    width = scale * width_of(words[first].text)
    for word in words[first + 1 :]:
        if word.tie < TIED:
            break
        width += scale * (BLANK + width_of(word.text))
    return width


def _joined(words: Sequence[Word], index: int, x0: float, end: float, frame: Frame) -> tuple[float, float]:
    """What it costs that a word goes on with a text, and where it ends."""
    word, flow = words[index], end + BLANK * frame.scale
    width = frame.scale * width_of(word.text)
    cost = 0.0
    if word.fixed:
        off = abs(word.x0 - flow) - _JUMP - _LOOSE * (flow - x0)
        if off > 0:
            return min(_BROKEN + _JUMPED * off, _MOST_JUMPED), word.x0 + width
    else:
        cost = _JUMPED * max(flow - word.x0 - _ROUNDED - _LOOSE * (flow - x0), 0.0)
    if not frame.header:
        cost += (
            _FIGURES
            if _are_figures(words[index - 1], word) or _is_beside_tick(words[index - 1], word, frame)
            else _BESIDE * (beginning(words[index - 1], word, row=_numbers_row(words, index, frame)) == _CHANGE)
        )
    return cost, flow + width


def _is_stray(word: Word, column: int, frame: Frame) -> bool:
    """Whether a tick stands in no column of the schedule, or another word in one of these."""
    return len(frame.schedule) > 0 and (kind_of_word(word.text) == "tick") != (column in frame.schedule)


def _is_beside_tick(before: Word, word: Word, frame: Frame) -> bool:
    """Whether one of two words is a tick of the schedule."""
    return len(frame.schedule) > 0 and "tick" in (kind_of_word(before.text), kind_of_word(word.text))


def _are_figures(before: Word, word: Word) -> bool:
    """Whether two figures stand side by side that are not parts of one."""
    return word.tie < TIED and is_entry(before.text) and is_entry(word.text)


def _is_unit_again(words: Sequence[Word], index: int, column: Column) -> bool:
    """Whether a word is one of the units of several figures, which are the same word side by side; names of places say a word twice."""
    text = words[index].text
    if not text.isalpha() or is_entry(words[index - 1].text):
        return False
    start = next((at + 1 for at in range(index - 1, -1, -1) if words[at].text != text), 0)
    stop = next((at for at in range(index, len(words)) if words[at].text != text), len(words))
    return stop - start > _TWICE or (column.figures and start < index)


def _reach(x0: float, end: float, column: int, frame: Frame) -> tuple[float, int]:
    """What it costs that a text reaches over its column, and the last column over which it reaches."""
    slack = _FITS + _LOOSE * (end - x0)
    over = max(end - frame.right(column) - slack, 0.0)
    last = column
    while last + 1 < len(frame.columns) and frame.columns[last + 1].left + _FITS < end - slack:
        last += 1
    cost = min(_OVER * over, _MOST_OVER) + _SPANNED * (last - column)
    return (cost / 2 if frame.header else cost), last


def _left_free(x0: float, end: float, column: int, frame: Frame, near: Near) -> float:
    """What it costs that the word with which the next line goes on would have found room behind a text."""
    if column not in near.below or column >= len(frame.widest) or not frame.widest[column]:
        return 0.0
    needed = end + frame.scale * (BLANK + width_of(near.below[column]))
    free = frame.widest[column] - needed - _LOOSE * (end - x0) - _FITS
    return min(_ROOM * max(free, 0.0), _MOST_ROOM)


def _off_centre(word: Word, x0: float, end: float, column: int, frame: Frame) -> float:
    right = frame.right(column)
    if right == float("inf"):
        return 0.0
    centre = (frame.columns[column].left + right) / 2
    start = x0 if word.fixed else min(max(x0, centre - (end - x0) / 2), word.x0 + _ROUNDED)
    return _CENTRED * abs(start + (end - x0) / 2 - centre)


_UNIT: Final = 1.0
"""What it says against one that the word is the unit of the number before."""
_CHANGE: Final = 1.6
"""What a change between words and figures says for a beginning."""


_STRONG: Final = frozenset(("amount", "percent", "date", "staff", "level", "status", "grade"))
"""Kinds of figures that stand in a column of their own."""


def beginning(left: Word, right: Word, *, row: bool = False) -> float:
    """What the words themselves say for a beginning; ``row`` where the one before is the number of a row, which has no unit."""
    before, word = left.text, right.text
    # Figures that are tied to one another are the parts of the number of a civil servant.
    ours = "staff" if left.tie >= TIED and before.isdigit() else kind_of_word(before)
    theirs = kind_of_word(word)
    change = 0.0
    if is_count(before) and not row and left.tie < TIED and (word == "%" or (word.isalpha() and word.istitle())):
        return -_UNIT
    if is_entry(before) + is_entry(word) and not CURRENCY.match(before):
        change = _CHANGE if ours in _STRONG or theirs in _STRONG else _CHANGE / 2
    if not any(map(str.isalnum, word)) or not any(map(str.isalnum, before)):
        change = max(change, _CHANGE / 2)
    return change
