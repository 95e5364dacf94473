"""Texts of several columns an ordinary blank apart: a converter that aligns by blanks sets a crowded line as tight as running text.

Where the columns are parted says nothing then. What says it is a wide blank inside a cell, and a cell far wider than any other of
its column whose rest, from a word with a capital on, has room in the next one.
"""

from collections.abc import Sequence
from typing import Final

from extractor.reading.column_glued import letter_width
from extractor.reading.column_lines import LineView
from extractor.reading.column_piece import Piece

_OVERFULL: Final = 1.2
"""Share of the width of a column's widest text from which a text can only be two."""
_FULL: Final = (0.4, 1.15)
"""The same for the part before a cut, and at most for the one behind it."""
_STRANGE: Final = 8
"""Of so many texts of a column one may be two itself, and count for nothing."""
_LEAST_LETTERS: Final = 4
"""Letters of the first word of such a text; shorter ones are of names and ranks."""
_LEAST_TEXTS: Final = 3
"""Texts from which the width of a column is known."""


def spread(views: Sequence[LineView], rows: Sequence[Sequence[Piece]], width: int) -> list[list[Piece]]:
    """The pieces of the lines of a table with ``width`` columns, the words of crowded lines moved on to the columns they are of."""
    known: list[list[float]] = [[] for _ in range(width)]
    for view, pieces in zip(views, rows, strict=True):
        for piece in (piece for piece in pieces if not view.is_header and _ends_before_blank(view, piece)):
            known[piece.column].append(_width(view, piece.words))
    widths = [sorted(found)[-1 - len(found) // _STRANGE] if len(found) >= _LEAST_TEXTS else 0.0 for found in known]
    return [_spread(view, pieces, widths) for view, pieces in zip(views, rows, strict=True)]


def _ends_before_blank(view: LineView, piece: Piece) -> bool:
    """Whether wide blanks stand around a piece and none in it."""
    after = piece.words[-1] + 1
    return piece.words[0] in view.starts and (after in view.starts or after == len(view.words)) and not view.starts & set(piece.words[1:])


def _spread(view: LineView, pieces: Sequence[Piece], widths: Sequence[float]) -> list[Piece]:
    if view.is_header or not view.is_split or view.is_sum:
        return list(pieces)
    found: list[Piece] = []
    rest: tuple[int, ...] = ()
    for index, whole in enumerate(pieces):
        piece = _with_words(view, whole, (*rest, *whole.words)) if rest else whole
        after = pieces[index + 1] if index + 1 < len(pieces) else None
        goes_on = after is not None and after.joined and after.column == piece.column + 1
        is_free = piece.column + 1 < len(widths) and (after is None or after.column > piece.column + 1)
        cut = 0
        if goes_on or is_free:
            behind = after.words if goes_on and after else ()
            cut = (_wide_blank(view, piece, behind) if goes_on else 0) or _capital(view, piece, behind, widths)
        rest = tuple(word for word in piece.words if cut and word >= cut)
        found.append(_with_words(view, piece, tuple(word for word in piece.words if word not in rest)) if rest else piece)
        if rest and not goes_on:
            found.append(_with_words(view, piece, rest)._replace(column=piece.column + 1, last=piece.column + 1, joined=False))
            rest = ()
    return found


def _wide_blank(view: LineView, piece: Piece, after: Sequence[int]) -> int:
    """The word behind the last wide blank in a piece, or 0."""
    place = max((index for index in piece.words[1:] if index in view.starts), default=0)
    parts = (range(piece.words[0], place), [*range(place, piece.words[-1] + 1), *after])
    return place if place and view.words[place][2][0].isupper() and all(_reads_as_text(view, part) for part in parts) else 0


def _reads_as_text(view: LineView, words: Sequence[int]) -> bool:
    """Whether some of these words are in small letters, as those of names, ranks and offices are not."""
    return any(view.words[index][2].isalpha() and view.words[index][2].islower() for index in words)


def _capital(view: LineView, piece: Piece, after: Sequence[int], widths: Sequence[float]) -> int:
    """The word with a capital from which an overfull piece is a text of the next column, together with the words ``after`` it; or 0."""
    full, room = widths[piece.column], widths[piece.column + 1]
    if not full or not room or _width(view, piece.words) <= _OVERFULL * full:
        return 0
    best, place = float("inf"), 0
    for index in piece.words[1:]:
        share = _width(view, range(piece.words[0], index)) / full
        parts = (range(piece.words[0], index), [*range(index, piece.words[-1] + 1), *after])
        fits = _FULL[0] <= share <= _FULL[1] and _width(view, parts[1]) <= _FULL[1] * room
        fits = fits and all(_reads_as_text(view, part) for part in parts)
        word = view.words[index][2]
        if fits and word[0].isupper() and word.isalpha() and len(word) >= _LEAST_LETTERS and abs(1.0 - share) < best:
            best, place = abs(1.0 - share), index
    return place


def _width(view: LineView, words: Sequence[int]) -> float:
    return sum(map(letter_width, " ".join(view.words[index][2] for index in words)))


def _with_words(view: LineView, piece: Piece, words: tuple[int, ...]) -> Piece:
    """A piece of these words in the same column."""
    kept = [view.words[index] for index in words]
    return piece._replace(words=words, text=" ".join(word[2] for word in kept), x0=kept[0][0], x1=max(word[1] for word in kept))
