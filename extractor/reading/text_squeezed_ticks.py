"""Ticks of a squeezed line: which of the columns side by side they mark, where their places tell.

A tick that a text pushed stands left of where it is printed, in whichever column. Only as many ticks as there are columns, ticks at
their true places, and ticks printed left of all columns but one are told; of others the schedule is not, and they stay with the text
that they are printed behind.
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from itertools import combinations, pairwise, repeat
from typing import Final

from extractor.reading.text_squeezed_columns import Column
from extractor.reading.text_squeezed_deal import Text
from extractor.reading.text_squeezed_heads import counts
from extractor.reading.text_squeezed_words import Word, kind_of_word, numbers_columns, places_of, schedule_names

_TICK: Final = "tick"
_MOST: Final = 12
"""Columns of a schedule at most: months."""
_OFF: Final = 1.5
"""Cells by which a tick at its true place may stand beside its column."""

_OFF_MARK: Final = 1.0
"""Cells by which a tick may stand beside the name of its quarter."""


def with_schedule(heads: Sequence[Sequence[Word]], columns: Sequence[Column]) -> tuple[list[Column], range]:
    """The columns, those of quarters or months where a line of the header names these, and which ones they are.

    Where the header numbers all columns, there are as many as it says.
    """
    numbered = next((words for words in heads if numbers_columns(words, heads)), [])
    for words in heads:
        names = () if numbers_columns(words, heads) else schedule_names(words)
        marks = places_of(names)
        if not marks:
            continue
        step = (marks[-1] - marks[0]) / (len(marks) - 1)
        off = min(_OFF_MARK, step / 3)
        start, end = marks[0] - step / 2, marks[-1] + step / 2
        rest = [column for column in columns if not (start <= column.left < end or _covers(column, names))]
        if numbered:
            at = min(range(len(numbered)), key=lambda index: abs(numbered[index].x0 - marks[0]))
            below = numbered[at : at + len(marks)]
            if len(numbered) != len(columns) or len(below) < len(marks) or any(map(_is_beside, below, marks, repeat(step))):
                continue
            rest = [*columns[:at], *columns[at + len(marks) :]]
        named = [Column(place - off, place + off, True, Counter(tick=1)) for place in marks]
        first = sum(column.left < named[0].left for column in rest)
        return [*rest[:first], *named, *rest[first:]], range(first, first + len(named))
    return list(columns), range(0)


def _is_beside(number: Word, place: float, step: float) -> bool:
    """Whether the number of a column stands under another name than the one at a place; it may be pushed to the right."""
    return number.x0 < place - step or (number.fixed and number.x0 > place + step)


def names_in_order(words: Sequence[Word], columns: Sequence[Column], schedule: range) -> list[Text]:
    """The texts of a line of a header that has nothing but the names of a schedule, or the numbers of all columns; else none."""
    if schedule and len(words) == len(schedule) and schedule_names(words) == words:
        seats: Sequence[int] = schedule
    elif counts(words) and len(words) == len(columns):
        seats = range(len(columns))
    else:
        return []
    return [Text(at, at + 1, seat, columns[seat].left, columns[seat].last) for at, seat in enumerate(seats)]


def _covers(column: Column, words: Sequence[Word]) -> bool:
    """Whether a column of figures reaches to the name of a quarter."""
    return column.figures and any(column.left <= word.x0 + 1 and column.last >= word.x0 - 1 for word in words)


def schedule_of(columns: Sequence[Column]) -> range:
    """The columns side by side that hold nothing but ticks; an empty range where there are not several."""
    ticked = [index for index, column in enumerate(columns) if column.kinds[_TICK] * 2 > column.kinds.total()]
    if not 1 < len(ticked) <= _MOST or any(after != before + 1 for before, after in pairwise(ticked)):
        return range(0)
    return range(ticked[0], ticked[-1] + 1)


def told(words: Sequence[Word], texts: Sequence[Text], columns: Sequence[Column], schedule: range) -> list[Text]:
    """The texts of a line, its ticks in the columns that they are known to mark, or with the text before them in the column left of these.

    Where they cannot be in these columns at all, nothing is known of them.
    """
    marks = [index for text in texts for index in _marks(words, text, schedule)]
    before = next((text for text in texts if marks and text.first < marks[0] <= text.stop), None)
    if before is None or before.column != schedule.start - 1 or any(after != index + 1 for index, after in pairwise(marks)):
        return list(texts)
    ways = [way for way in combinations(schedule, len(marks)) if _fits(words, marks, columns, way)]
    if not ways:
        return list(texts)
    rest = [text for text in texts if text is not before and text.first not in marks]
    if len(ways) != 1:
        return sorted([replace(before, stop=marks[-1] + 1), *rest], key=lambda text: text.first)
    placed = [Text(mark, mark + 1, column, columns[column].left, columns[column].last) for mark, column in zip(marks, ways[0], strict=True)]
    return sorted([replace(before, stop=marks[0]), *placed, *rest], key=lambda text: text.first)


def _marks(words: Sequence[Word], text: Text, schedule: range) -> list[int]:
    """The ticks of a text in a schedule, or behind a text left of it."""
    found: list[int] = []
    for index in range(text.stop - 1, text.first - (text.column in schedule), -1):
        if kind_of_word(words[index].text) != _TICK:
            break
        found.insert(0, index)
    alone = text.column in schedule and len(found) == text.stop - text.first
    return found if alone or text.column < schedule.start else []


def _fits(words: Sequence[Word], marks: Sequence[int], columns: Sequence[Column], way: Sequence[int]) -> bool:
    """Whether ticks may stand in these columns: at their true places, or pushed to the right of them."""
    return all(
        words[mark].x0 >= columns[column].left - _OFF and (not words[mark].fixed or words[mark].x0 <= columns[column].last + _OFF)
        for mark, column in zip(marks, way, strict=True)
    )
