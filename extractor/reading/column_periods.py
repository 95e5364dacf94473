"""A line of a header that counts the periods of a schedule: each number names one of the columns of marks, in order.

A converter that aligns by blanks sets such numbers closer than the marks below them, so that their places do not tell.
"""

from collections.abc import Sequence
from itertools import pairwise
from typing import Final

from extractor.reading.column_kinds import kind_of
from extractor.reading.column_lines import LineView
from extractor.reading.column_piece import Piece, piece_of

_COUNTED: Final = (4, 12)
"""Quarters and months of a year."""
_MOST_HEAD: Final = 8
"""Lines at the top of a table that may be header."""


def periods_in_order(views: Sequence[LineView], separators: Sequence[float], rows: Sequence[list[Piece]]) -> list[list[Piece]]:
    """The pieces; numbers from 1 on, alone on a line of the header, each in its column where as many columns hold nothing but marks."""
    found = list(rows)
    counted = next((at for at, view in enumerate(views[:_MOST_HEAD]) if _counts(view)), None)
    if counted is None:
        return found
    marked = _marked(rows[counted + 1 :], len(separators) + 1)
    beside = all(after - before == 1 for before, after in pairwise(marked))
    if beside and len(marked) == len(views[counted].words):
        pieces = [piece_of(views[counted], counted, separators, n, n + 1, column, joined=False) for n, column in enumerate(marked)]
        found[counted] = [piece._replace(last=piece.column) for piece in pieces]
    return found


def _counts(view: LineView) -> bool:
    return len(view.words) in _COUNTED and [word[2] for word in view.words] == [str(n + 1) for n in range(len(view.words))]


def _marked(rows: Sequence[Sequence[Piece]], width: int) -> list[int]:
    """The columns that hold marks and nothing else."""
    texts: list[list[str]] = [[] for _ in range(width)]
    for row in rows:
        for piece in row:
            for column in range(piece.column, piece.last + 1):
                texts[column].append(piece.text)
    return [column for column, own in enumerate(texts) if own and all(kind_of(text) == "tick" for text in own)]
