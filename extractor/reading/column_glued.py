"""Texts that touch the next column: a converter that aligns by blanks moves a row to the left where a cell is full."""

from collections.abc import Sequence
from typing import Final

from extractor.reading.column_cells import by_column
from extractor.reading.column_lines import LineView
from extractor.reading.column_piece import Piece

_MAX_SHIFT: Final = 10.0
"""Characters by which a row may be moved to the left."""
_NEAR: Final = 4.0
"""Characters left of the separator at which a text may begin that no line beside it shows to be one of that column."""
_SAME_PLACE: Final = 1.0
_FULL: Final = (0.6, 1.08)
"""Share of the width of a column's widest text that the text before a cut has."""
_OVERFULL: Final = 1.25
"""The same from which a text can only be two, where the next column is filled in a line beside it."""
_LEAST_TEXTS: Final = 3
"""Texts from which the width of a column is known."""
_BESIDE: Final = 2
"""Lines above and below in which a text that begins at the same place speaks for a cut."""
_AGREED: Final = 0.3
_NARROW: Final = frozenset("iIjlt.,:;'|!()-/fr ")
_BROAD: Final = frozenset("mwMW%")
_WIDTHS: Final = (0.55, 1.0, 1.5)
_CAPITAL: Final = 1.25


def unglue(views: Sequence[LineView], separators: Sequence[float], rows: Sequence[Sequence[Piece]]) -> list[list[Piece]]:
    """The pieces of the lines, those that reach over the next column cut where that one's own text begins."""
    parted = [_at_wide_blanks(view, pieces, separators) for view, pieces in zip(views, rows, strict=True)]
    widths = [_full_width(pieces) for pieces in by_column(parted, len(separators) + 1)]
    cut = [_at_ordinary_blanks(index, views[index], parted, separators, widths) for index in range(len(parted))]
    return [_with_units(view, pieces) for view, pieces in zip(views, cut, strict=True)]


def _with_units(view: LineView, pieces: Sequence[Piece]) -> list[Piece]:
    """A small word between a figure and a text with a capital is the unit of the figure, also where it lies nearer to the text."""
    found: list[Piece] = []
    for piece in pieces:
        before = found[-1] if found else None
        texts = [view.words[index][2] for index in piece.words[:2]]
        is_unit = len(texts) == 2 and texts[0].isalpha() and texts[0].islower() and texts[1][0].isupper()
        if before and before.column and before.text.isdigit() and is_unit and piece.words[0] not in view.starts:
            found[-1] = _part(view, before, (*before.words, piece.words[0]))
            found.append(_part(view, piece, piece.words[1:]))
        else:
            found.append(piece)
    return found


def _at_wide_blanks(view: LineView, pieces: Sequence[Piece], separators: Sequence[float]) -> list[Piece]:
    """A piece that holds a wide blank and reaches over a separator is cut at the blank if the next column is free."""
    found: list[Piece] = []
    taken = {piece.column for piece in pieces}
    for piece in pieces:
        starts = [index for index in piece.words[1:] if index in view.starts]
        if view.is_header or piece.last != piece.column + 1 or piece.last in taken or len(starts) != 1:
            found.append(piece)
            continue
        near = separators[piece.column] - view.words[starts[0]][0] <= _MAX_SHIFT
        found.extend(_cut(view, piece, starts[0]) if near else [piece])
    return found


def _at_ordinary_blanks(
    row: int, view: LineView, rows: Sequence[Sequence[Piece]], separators: Sequence[float], widths: Sequence[float]
) -> list[Piece]:
    found: list[Piece] = []
    for piece in rows[row]:
        place = 0
        if piece.last == piece.column + 1 and not view.is_header and widths[piece.column] and len(piece.words) > 1:
            place = _best_cut(view, piece, rows[max(row - _BESIDE, 0) : row + _BESIDE + 1], separators[piece.column], widths)
        found.extend(_cut(view, piece, place) if place else [piece])
    return found


def _best_cut(view: LineView, piece: Piece, beside: Sequence[Sequence[Piece]], separator: float, widths: Sequence[float]) -> int:
    """The word before which the text is best cut, or 0: the left part fills its column, the right one fits into the next."""
    full, room = widths[piece.column], widths[piece.last]
    others = [other for row in beside for other in row if other.row != piece.row and other.column == piece.last]
    best, place = 1.0, 0
    overfull = bool(others) and _width(view, range(piece.words[0], piece.words[-1] + 1)) > _OVERFULL * full
    for index in piece.words[1:]:
        start = view.words[index][0]
        share = _width(view, range(piece.words[0], index)) / full
        fits = _FULL[0] <= share <= _FULL[1] and _width(view, range(index, piece.words[-1] + 1)) <= _FULL[1] * room
        if not fits or start < separator - _MAX_SHIFT:
            continue
        agreed = any(abs(other.x0 - start) <= _SAME_PLACE for other in others)
        of_one_number = view.words[index - 1][2].isdigit() and view.words[index][2].isdigit()
        if of_one_number or not (agreed or ((view.is_split or overfull) and start >= separator - _NEAR)):
            continue
        cost = abs(1.0 - share) - _AGREED * agreed
        if cost < best:
            best, place = cost, index
    return place


def _full_width(pieces: Sequence[Piece]) -> float:
    """How wide the widest text of a column is as printed; 0 where too few texts show it."""
    widths = [sum(map(letter_width, piece.text)) for piece in pieces if not piece.spills]
    return max(widths) if len(widths) >= _LEAST_TEXTS else 0.0


def _width(view: LineView, words: range) -> float:
    return sum(map(letter_width, " ".join(view.words[index][2] for index in words)))


def letter_width(letter: str) -> float:
    """The width of a letter in a proportional font, an ordinary small one being 1."""
    if letter in _NARROW:
        return _WIDTHS[0]
    if letter in _BROAD:
        return _WIDTHS[2]
    return _CAPITAL if letter.isupper() else _WIDTHS[1]


def _cut(view: LineView, piece: Piece, place: int) -> list[Piece]:
    """The two texts of a piece; the right one goes to the next column."""
    left = tuple(index for index in piece.words if index < place)
    right = tuple(index for index in piece.words if index >= place)
    return [
        _part(view, piece, left)._replace(last=piece.column),
        _part(view, piece, right)._replace(column=piece.column + 1, joined=place not in view.starts),
    ]


def _part(view: LineView, piece: Piece, words: tuple[int, ...]) -> Piece:
    kept = [view.words[index] for index in words]
    return piece._replace(words=words, text=" ".join(word[2] for word in kept), x0=kept[0][0], x1=max(word[1] for word in kept))
