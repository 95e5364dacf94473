"""Ticks of a squeezed line: which of the columns side by side they mark, where their places tell.

A tick that a text pushed stands left of where it is printed, in whichever column. Only as many ticks as there are columns, ticks at
their true places, and ticks printed left of all columns but one are told; of others the schedule is not, and they stay with the text
that they are printed behind.
"""

from collections.abc import Sequence
from dataclasses import replace
from itertools import combinations, pairwise
from typing import Final

from extractor.reading.text_squeezed_columns import Column
from extractor.reading.text_squeezed_deal import Text
from extractor.reading.text_squeezed_words import Word, kind_of_word

_TICK: Final = "tick"
_MOST: Final = 12
"""Columns of a schedule at most: months."""
_OFF: Final = 1.5
"""Cells by which a tick at its true place may stand beside its column."""


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
