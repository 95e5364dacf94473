"""The columns of a table without verticals, told by its printed row of column numbers: (1) (2) (3)."""

import re
from collections.abc import Sequence
from itertools import pairwise
from typing import Final

from extractor.reading.pdf_edges import SNAP
from extractor.reading.pdf_lines import TextLine, group_lines
from extractor.reading.pdf_page import Word

_NUMBER: Final = re.compile(r"\((\d{1,2})\)")
_LEAST: Final = 3
"""Numbers that make a row of column numbers."""
_BLANK: Final = 0.15
"""Width, in line heights, of a blank that may part two columns whose numbers stand on both sides of it."""


def numbered_columns(words: Sequence[Word], ends: Sequence[float]) -> list[float]:
    """The borders between the columns that are numbered in the table, from left to right; nothing where no blank parts two of them.

    ``words`` are those of the table, ``ends`` where its rules begin and end, which are borders where one stands in the blank. Narrow
    columns stand too close for their blanks alone to tell them from those between words; their numbers say where to look.
    """
    lines = group_lines([word for word in words if word.turn == 0]) if words else []
    at = next((n for n, line in enumerate(lines) if _counts_on(line)), None)
    if at is None or at + 1 == len(lines):
        return []
    below = [word for line in lines[at + 1 :] for word in line.words]
    found = []
    for before, after in pairwise(lines[at].words):
        start, stop = _widest_blank(before.x1, after.x0, below)
        if stop - start < _BLANK * lines[at].height:
            return []
        found.append(next((x for x in ends if start - SNAP <= x <= stop + SNAP), (start + stop) / 2))
    return found


def _counts_on(line: TextLine) -> bool:
    numbers = [_NUMBER.fullmatch(word.text) for word in line.words]
    return len(numbers) >= _LEAST and [m and int(m[1]) for m in numbers] == list(range(1, len(numbers) + 1))


def _widest_blank(start: float, stop: float, words: Sequence[Word]) -> tuple[float, float]:
    """The widest part of an interval that no word reaches into."""
    taken = sorted((max(start, word.x0), min(stop, word.x1)) for word in words if word.x0 < stop and word.x1 > start)
    best, at = (start, start), start
    for x0, x1 in [*taken, (stop, stop)]:
        best = max(best, (at, x0), key=lambda blank: blank[1] - blank[0])
        at = max(at, x1)
    return best
