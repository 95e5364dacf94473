"""A text in one line and column of a borderless table."""

from bisect import bisect_left
from collections.abc import Sequence
from typing import Final, NamedTuple

from extractor.reading.column_lines import LineView

TOLERANCE: Final = 0.6
"""Characters that a text may reach over a separator."""


class Piece(NamedTuple):
    """A text in one line and column."""

    column: int
    last: int
    """The last column that it reaches over."""
    words: tuple[int, ...]
    """Indices of its words in the line."""
    text: str
    x0: float
    x1: float
    row: int
    joined: bool
    """Only an ordinary blank parts it from the text before."""

    @property
    def spills(self) -> bool:
        return self.last > self.column


def piece_of(view: LineView, row: int, separators: Sequence[float], first: int, stop: int, column: int, joined: bool) -> Piece:
    """The words ``[first, stop)`` of a line as a text of this column."""
    x0, x1 = view.words[first][0], max(word[1] for word in view.words[first:stop])
    last = max(bisect_left(separators, x1 - 2 * TOLERANCE), column)
    text = " ".join(word[2] for word in view.words[first:stop])
    return Piece(column, last, tuple(range(first, stop)), text, x0, x1, row, joined)
