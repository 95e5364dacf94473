"""Whether the rules of a table part its entries: in a box, or below a ruled header, many entries stand between two rules."""

import re
from collections.abc import Sequence
from itertools import pairwise
from typing import Final

from extractor.reading.pdf_lines import group_lines
from extractor.reading.pdf_page import Word

_STACKED: Final = 0.34
"""Share of the rungs with several numbers in them above which rules do not part entries."""
_MOST: Final = 0.6
"""Share of a table's lines that stand between two rules where these are but the ends of a box."""
_LEAST_LINES: Final = 4
_LEAST_COLUMNS: Final = 2
"""Columns in which several figures stand below one another where a row in the middle of a table is several entries."""
_MANY: Final = 3
"""Figures below one another that make a row in the middle several entries, be they of one column only."""
_ORDINAL: Final = re.compile(r"\(?(?:\d{1,3}|[A-Za-z])[.)]?")
_INDEX: Final = re.compile(r"\(?\d{1,2}\)?")
_FIGURE: Final = re.compile(r"\d{1,3}(?:\.\d{3})+(?:,\d{2}|,-)?|\d{1,3}(?:,\d{3})+(?:\.\d{2})?|\d{1,3}(?:[.,]\d{1,2})?%")
"""A whole amount or percent."""
_DECIMAL: Final = re.compile(r"\d{1,3}[.,]\d{1,2}(?: ?%)?|\d{1,3} %")
"""A number with decimals, or a percent, that is all its line has in a column."""
_QUANTITY: Final = re.compile(r"\d{1,4}(?:[.,]\d{1,2})? [A-Z][a-z]+")
"""A number with its unit."""
_LEVEL: Final = 2.0
"""Points by which lines that stand beside each other may differ in height."""
_FITS: Final = 0.85
"""Share of a column's width that a line takes at most to be set without a break."""
_BLANK: Final = 0.3
"""Width of a blank, in line heights."""


def is_stacked(rungs: Sequence[Sequence[Word]], borders: Sequence[float]) -> bool:
    """Do several entries stand between two rules, in many places or where most of the text is?

    ``rungs`` are the words between each two rules, ``borders`` those of the columns.
    """
    entries = [words for words in rungs if not all(_INDEX.fullmatch(word.text) for word in words)]
    if len(entries) == 2 and not any(_FIGURE.fullmatch(word.text) for word in entries[0]):
        entries = entries[1:]  # all that stands below a header, of however many lines this is
    numbers = [sum(_column(word, borders) == 0 and _ORDINAL.fullmatch(word.text) is not None for word in words) for words in entries]
    if sum(count > 1 for count in numbers) > _STACKED * max(1, sum(count > 0 for count in numbers)):
        return True
    lines = [len(group_lines([word for word in words if not word.turn])) if words else 0 for words in entries]
    fullest = max(range(len(entries)), key=lambda n: lines[n], default=0)
    if not entries or lines[fullest] < _MOST * sum(lines):
        return False
    if _opens_together(entries[fullest], borders):
        return True
    if fullest == len(entries) - 1:
        return lines[fullest] > 1 and (numbers[fullest] > 1 or bool(_stacks(entries[fullest], borders)))
    stacks = _stacks(entries[fullest], borders)
    return lines[fullest] >= _LEAST_LINES and (numbers[fullest] > 1 or len(stacks) >= _LEAST_COLUMNS or max(stacks, default=0) >= _MANY)


def _stacks(words: Sequence[Word], borders: Sequence[float]) -> list[int]:
    """How many whole figures or quantities with their units stand in each column that has several."""
    columns = []
    for line in group_lines([word for word in words if not word.turn]):
        for column in {_column(word, borders) for word in line.words}:
            here = [word.text for word in line.words if _column(word, borders) == column]
            text = " ".join(here)
            whole = any(_FIGURE.fullmatch(each) for each in here) or _QUANTITY.fullmatch(text) or _DECIMAL.fullmatch(text)
            columns += [column] if whole else []
    return [columns.count(column) for column in set(columns) if columns.count(column) > 1]


def _opens_together(words: Sequence[Word], borders: Sequence[float]) -> bool:
    """Do two columns go on at one height where none of them had to break its line?"""
    tops = [top for column in range(len(borders) - 1) for top in _openings(words, borders, column)]
    return any(sum(abs(top - other) <= _LEVEL for other in tops) > 1 for top in tops)


def _openings(words: Sequence[Word], borders: Sequence[float], column: int) -> list[float]:
    """The heights at which a column goes on with a word that had room on the line above."""
    inside = [word for word in words if not word.turn and _column(word, borders) == column]
    lines = sorted(group_lines(inside), key=lambda line: line.box[1]) if inside else []
    width = _FITS * (borders[column + 1] - borders[column])
    found = []
    for above, line in pairwise(lines):
        taken = above.box[2] - above.box[0] + line.words[0].x1 - line.words[0].x0
        if taken + _BLANK * line.height <= width:
            found.append(line.box[1])
    return found


def _column(word: Word, borders: Sequence[float]) -> int:
    middle = (word.x0 + word.x1) / 2
    return sum(middle >= border for border in borders[1:-1])
