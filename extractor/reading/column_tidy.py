"""Separators that part nothing are taken away: looked at are the texts on both sides."""

import re
from collections.abc import Sequence
from typing import Final

from extractor.reading.column_cells import Piece, arrange, by_column
from extractor.reading.column_corridors import Columns
from extractor.reading.column_lines import LineView
from extractor.reading.column_views import band_numbers

_TAIL: Final = re.compile(r"^[%.,)\]]+$")
_ENUMERATOR: Final = re.compile(r"^(?:\(?(?:\d{1,2}|[A-Za-z])[.)]{1,2}|[-•▪●➢✓*])$")
_ORDINAL: Final = re.compile(r"^\(?(?:\d{1,3}|[A-Za-z])[.)]{0,2}$")

_MAX_SPILL: Final = 0.5
"""Share of a column's texts that reach over the next separator from which it lies inside the column."""
_TOUCHING: Final = 1.6
"""Columns nearer than this that are hardly ever filled in one line are one column whose texts lie at different places."""
_NEAR: Final = 3.0
"""The same for columns that are never filled in one line."""
_MAX_JOINED: Final = 0.1
"""Share of lines in which two such columns may both be filled, if only an ordinary blank parts them there."""


def tidy(views: Sequence[LineView], columns: Columns) -> Columns:
    """Without separators that part nothing, or part a sign from the figure or an enumerator from the text it belongs to."""
    separators = list(columns.separators)
    bands = band_numbers([view.line for view in views])
    heads = {band for view, band in zip(views, bands, strict=True) if view.is_header}
    while separators:
        cells = by_column(arrange(views, separators), len(separators) + 1)
        useless = [index for index in range(len(separators)) if _is_useless(cells[index], cells[index + 1], bands, heads, first=index == 0)]
        if not useless:
            break
        # Of two neighbours only the left one goes: what the other one parts has then changed.
        dropped = {index for at, index in enumerate(useless) if at == 0 or useless[at - 1] != index - 1}
        separators = [separator for index, separator in enumerate(separators) if index not in dropped]
    return Columns(tuple(separators), columns.left, columns.right)


def _is_useless(left: Sequence[Piece], right: Sequence[Piece], bands: Sequence[int], heads: set[int], *, first: bool) -> bool:
    if sum(piece.spills for piece in left) >= _MAX_SPILL * len(left):
        return True
    left, right = [piece for piece in left if not piece.spills], [piece for piece in right if not piece.spills]
    return not left or not right or _is_sign(left, right, first=first) or _is_one_column(left, right, bands, heads)


def _is_sign(left: Sequence[Piece], right: Sequence[Piece], *, first: bool) -> bool:
    """Whether one side is a mark of the other: a per cent sign, an enumerator."""
    return all(_TAIL.match(piece.text) for piece in right) or (not first and all(_ENUMERATOR.match(piece.text) for piece in left))


def _is_one_column(left: Sequence[Piece], right: Sequence[Piece], bands: Sequence[int], heads: set[int]) -> bool:
    """Whether the sides fill different bands, as a centred header above texts at the left of their column does.

    ``heads`` are the bands of headers: where only one side has a header, it is the header of both.
    """
    lefts, rights = {bands[piece.row] for piece in left}, {bands[piece.row] for piece in right}
    if max(lefts) < min(rights) or max(rights) < min(lefts):
        return True
    apart = min(piece.x0 for piece in right) - max(piece.x1 for piece in left)
    if not lefts & rights and (apart < _NEAR or bool(lefts & heads) != bool(rights & heads)):
        return True
    if apart >= _TOUCHING or sum(_ORDINAL.match(piece.text) is not None for piece in left) * 2 > len(left):
        return False
    beside = [piece for piece in right if bands[piece.row] in lefts]
    return len(beside) <= _MAX_JOINED * max(len(lefts), len(rights)) and all(piece.joined for piece in beside)
