"""Header lines above the row of column numbers: each name is that of the column in whose middle the number below it stands."""

from collections.abc import Callable, Iterable, Sequence
from itertools import pairwise
from typing import Final

from extractor.reading.column_headed import merged
from extractor.reading.column_lines import Chunk, LineView
from extractor.reading.column_piece import Piece, piece_of
from extractor.reading.column_years import is_year

_MOST_HEAD: Final = 8
"""Lines above the numbers at most."""
_LEAST: Final = 3
_BESIDE: Final = 1.0
"""Characters by which a name may miss the middle of its column."""


def numbers_below(views: Sequence[LineView], separators: Sequence[float]) -> tuple[int, list[float]] | None:
    """The line that numbers all columns and where the middle of each is; None where text aligned by blanks has no such line."""
    for row, view in enumerate(views[: _MOST_HEAD + 1]):
        if not view.is_index or len(view.words) != len(separators) + 1 or len(view.words) < _LEAST:
            continue
        if view.line.place.box or [word[2].strip("(⁽)⁾") for word in view.words] != [str(n) for n in range(1, len(view.words) + 1)]:
            continue
        centres = [(x0 + x1) / 2 for x0, x1, _ in view.words]
        return row, centres
    return None


def over_numbers(
    views: Sequence[LineView], row: int, separators: Sequence[float], centres: Sequence[float], pieces: Sequence[Piece]
) -> list[Piece]:
    """The texts of a header line, each in the column whose number it stands over; ``pieces`` where one stands over none.

    ``views`` are the lines of the header; one that stands over several names below it is left as well.
    """
    view = views[row]
    found: list[Piece] = []
    for chunk in view.chunks:
        if any(sum(map(_names_below(chunk), below.chunks)) > 1 for below in views[row + 1 :]):
            return list(pieces)
        over = [column for column, centre in enumerate(centres) if chunk.x0 - _BESIDE <= centre <= chunk.x1 + _BESIDE]
        parts = _parts(view, chunk.first, chunk.stop, over, centres)
        if not parts:
            return list(pieces)
        found.extend(piece_of(view, row, separators, first, stop, column, joined=first != chunk.first) for first, stop, column in parts)
    columns = [piece.column for piece in found]
    return found if all(a < b for a, b in pairwise(columns)) else list(pieces)


def places_of(chunks: Iterable[tuple[int, Chunk]]) -> list[list[tuple[int, Chunk]]]:
    """Texts of several lines with their lines, those under one another together, from left to right."""
    places: list[list[tuple[int, Chunk]]] = []
    end = float("-inf")
    for row, chunk in sorted(chunks, key=lambda item: (item[1].x0, item[0])):
        if chunk.x0 >= end:
            places.append([])
        places[-1].append((row, chunk))
        end = max(end, chunk.x1)
    return places


def named_in_order(views: Sequence[LineView], separators: Sequence[float]) -> list[list[Piece]] | None:
    """The texts of header lines where those under one another stand in as many places as there are columns: each names its own, in order.

    Years are left where they stand. Names an ordinary blank apart are parted where that makes as many places. None where there are more
    places or fewer.
    """
    places = places_of((row, chunk) for row, view in enumerate(views) for chunk in view.chunks if not is_year(chunk.text))
    if len(places) < len(separators) + 1:
        places = places_of((row, part) for place in places for row, chunk in place for part in _parted(views[row], (row, chunk), place))
    if len(places) != len(separators) + 1:
        return None
    rows: list[list[Piece]] = [[] for _ in views]
    for column, place in enumerate(places):
        for row, chunk in place:
            piece = piece_of(views[row], row, separators, chunk.first, chunk.stop, column, joined=False)
            rows[row].append(piece._replace(last=column))
    return rows


def _parted(view: LineView, text: tuple[int, Chunk], place: Sequence[tuple[int, Chunk]]) -> list[Chunk]:
    """The names in a text of a place, cut beside a word that stands under the lines of another name, which the text else goes beyond."""
    _, chunk = text
    others = merged((other.x0, other.x1) for other in (other for row, other in place if (row, other) != text))
    words = view.words[chunk.first : chunk.stop]
    cuts = [chunk.first]
    for at, (left, right) in enumerate(pairwise(words), start=chunk.first + 1):
        free = all(x1 <= right[0] or x0 >= left[1] for x0, x1 in others)
        if free and any(_within(word, other) for word in (left, right) for other in others):
            cuts.append(at)
    return [_chunk_of(view, first, stop) for first, stop in pairwise([*cuts, chunk.stop])]


def _within(word: tuple[float, float, str], other: tuple[float, float]) -> bool:
    return other[0] <= word[0] and word[1] <= other[1]


def _chunk_of(view: LineView, first: int, stop: int) -> Chunk:
    words = view.words[first:stop]
    return Chunk(words[0][0], words[-1][1], " ".join(word[2] for word in words), first, stop)


def _names_below(chunk: Chunk) -> Callable[[Chunk], bool]:
    """Whether a text of a line below stands under this one and is a name, not the rest of a word."""
    return lambda below: below.x0 <= chunk.x1 and chunk.x0 <= below.x1 and not below.text[0].islower()


def _parts(view: LineView, first: int, stop: int, over: Sequence[int], centres: Sequence[float]) -> list[tuple[int, int, int]]:
    """Words that stand over these columns, cut where they stand over several of which each has some of its own."""
    if len(over) < 2:
        return [(first, stop, column) for column in over]
    nearest = [min(over, key=lambda column: abs((x0 + x1) / 2 - centres[column])) for x0, x1, _ in view.words[first:stop]]
    if sorted(set(nearest)) != list(over) or nearest != sorted(nearest):
        return []
    parts = []
    for column in over:
        own = [index for index, near in enumerate(nearest, start=first) if near == column]
        x0, x1 = view.words[own[0]][0], view.words[own[-1]][1]
        if not x0 - _BESIDE <= centres[column] <= x1 + _BESIDE:
            return []
        parts.append((own[0], own[-1] + 1, column))
    return parts
