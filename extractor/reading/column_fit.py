"""How well one line fits into columns: small features, each with a weight."""

import re
from bisect import bisect_left, bisect_right
from typing import Final

from extractor.reading.column_corridors import Columns
from extractor.reading.column_lines import LineView

_TOLERANCE: Final = 0.6
"""Characters that a word may reach over a separator."""
_NEAR: Final = 2.0
"""The same for a text that a wide blank parts from the one before."""
_ORDINARY: Final = 1.0
"""The blank between two words of text aligned by blanks, in characters."""
_MOVED: Final = 4.0
"""The same for a text that begins right behind another one, which it was moved to by a converter."""

_WEIGHTS: Final = {
    "split": 0.6,
    "narrow": -0.15,
    "blocked": -0.9,
    "blocked_header": -0.4,
    "blocked_unsplit": -0.7,
    "aligned": 0.35,
    "first": 0.05,
    "number": 0.3,
    "header": 0.8,
    "header_part": 0.3,
    "index": 1.0,
    "prose": -1.6,
    "caption": -3.0,
    "leader": -2.5,
    "dateline": -2.0,
    "loose": -0.25,
}
"""What each feature of a line adds to the table that it would belong to; running text scores nothing."""
_MAX_SPLITS: Final = 3
_MAX_NUMBERS: Final = 2
_HEADER_PART: Final = 0.6
"""Share of header words from which a line of one text may be a piece of a header."""
_LONG_NUMBER: Final = re.compile(r"[1-9]\d[.)]")
_SAME_CELL: Final = 0.5
"""Blank above, in line heights, up to which a line in the first column may go on with the cell above."""


def line_fit(view: LineView, columns: Columns, *, is_prose: bool) -> float:
    """How well a line fits into columns; 0 for a line that says nothing either way."""
    kind = _kind(view)
    if kind:
        return _WEIGHTS[kind]
    split, narrow, blocked = _crossings(view, columns)
    if is_prose:
        return _WEIGHTS["prose"] if blocked else 0.0
    if not view.is_split:
        return _unsplit_fit(view, columns, blocked)
    score = _WEIGHTS["split"] * min(split, _MAX_SPLITS) + _WEIGHTS["narrow"] * narrow
    score += _WEIGHTS["blocked_header" if view.is_header else "blocked"] * (0 if view.has_units else blocked)
    score += (
        _WEIGHTS["number"] * min(view.numbers, _MAX_NUMBERS)
        + _WEIGHTS["header"] * (view.header_share >= 0.5)
        + _WEIGHTS["index"] * view.is_index
    )
    return score if split else min(score, 0.0) + _WEIGHTS["loose"]


def _kind(view: LineView) -> str:
    """What a line is whatever the columns; empty where they tell."""
    if view.line.stood:
        return "header"
    if view.is_caption:
        return "caption"
    if view.has_leader:
        return "leader"
    return "dateline" if view.is_dateline else ""


def _unsplit_fit(view: LineView, columns: Columns, blocked: int) -> float:
    """A line of one text: the rest of a wrapped cell, a label over the rows, or no part of the table."""
    if blocked:
        return _WEIGHTS["blocked_unsplit"]
    if view.header_share >= _HEADER_PART and columns.left - 1 <= view.x0 and view.x1 <= columns.right + 1:
        return _WEIGHTS["header_part"]
    if any(abs(view.x0 - separator) <= 1.0 for separator in columns.separators):
        return _WEIGHTS["aligned"]
    if view.x1 < columns.left - 2 or view.x0 > columns.right + 2:
        return _WEIGHTS["loose"]
    return _WEIGHTS["first"] if view.x1 <= columns.separators[0] and view.line.gap < _SAME_CELL else 0.0


def _crossings(view: LineView, columns: Columns) -> tuple[int, int, int]:
    """How many wide blanks of the line hold a separator, and how many separators fall into ordinary blanks and into words."""
    narrow = blocked = 0
    parted: set[int] = set()
    low = bisect_right(columns.separators, (view.chunks[0].x1 if view.is_sum else view.x0) + _TOLERANCE)
    high = bisect_left(columns.separators, view.x1 - _TOLERANCE)
    for separator in columns.separators[low:high]:
        after = bisect_right(view.ends, separator + _TOLERANCE)
        start = view.words[after][0]
        if after in view.starts and start >= separator - _NEAR:
            parted.add(after)
        elif start < separator - _TOLERANCE and not _touches(view, after, separator) and not _is_long_number(view, after):
            blocked += 1
        else:
            narrow += 1
    return len(parted), narrow, blocked


def _is_long_number(view: LineView, word: int) -> bool:
    """Whether this word is the number of a list's entry from the tenth on, which reaches further than those of the entries above."""
    return word == 0 and _LONG_NUMBER.fullmatch(view.words[0][2]) is not None


def _touches(view: LineView, word: int, separator: float) -> bool:
    """Whether a text aligned by blanks begins with this word, moved a little to the left by the converter, right behind another one."""
    x0, _, text = view.words[word]
    behind = view.line.place.box is None and view.is_split and word > 0
    close = behind and (word not in view.starts or x0 - view.ends[word - 1] <= _ORDINARY)
    return close and x0 >= separator - _MOVED and text[0].isupper()
