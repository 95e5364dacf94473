"""From the lines of a region and its separators to a grid: every word in exactly one cell."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from extractor.reading.column_corridors import Columns
from extractor.reading.column_lines import LineView
from extractor.reading.document import Box, Cell, Grid, GridRow, Line, Place
from extractor.reading.placed import PlacedWord

_TOLERANCE: Final = 0.6
_ORDINAL: Final = re.compile(r"^\(?(?:\d{1,3}|[A-Za-z])[.)]{0,2}$")
_MAX_SPILL: Final = 0.5
_MAX_JOINED: Final = 0.1
"""Share of lines in which two such columns may both be filled, if only an ordinary blank parts them there."""
_NEAR: Final = 2.0
"""Characters by which an ordinary blank may miss a separator and still part the columns."""
_CURRENCY: Final = re.compile(r"^(?:Rp\.?|IDR|\$)$", re.I)
_TAIL: Final = re.compile(r"^[%.,)\]]+$")
_TOUCHING: Final = 1.6
"""Columns nearer than this that are hardly ever filled in one line are one column whose texts lie at different places."""
_ENUMERATOR: Final = re.compile(r"^(?:\(?(?:\d{1,2}|[A-Za-z])[.)]{1,2}|[-•▪●➢✓*])$")

Slots = list[tuple[int, int, tuple[int, ...]]]


def assign(view: LineView, separators: Sequence[float]) -> list[tuple[int, int, list[int]]]:
    """The texts of a line: first column, last column it reaches over, indices of its words."""
    pieces: list[tuple[int, int, list[int]]] = []
    for chunk in view.chunks:
        for first, stop, least in _parts(view, chunk.first, chunk.stop, separators):
            x0, x1 = view.words[first][0], max(word[1] for word in view.words[first:stop])
            reach = _NEAR if first == chunk.first and first else _TOLERANCE
            column = max(_column(x0, x1, separators, reach=reach), least)
            last = column + sum(1 for s in separators[column:] if s < x1 - 2 * _TOLERANCE)
            if pieces and pieces[-1][0] == column:
                pieces[-1][2].extend(range(first, stop))
            else:
                pieces.append((column, last, list(range(first, stop))))
    return pieces


def _column(x0: float, x1: float, separators: Sequence[float], *, reach: float) -> int:
    """The column in which a text begins; one that begins just before a separator and lies behind it is behind it."""
    point = min(x0 + reach, (x0 + x1) / 2)
    return sum(1 for separator in separators if separator <= point)


def _parts(view: LineView, first: int, stop: int, separators: Sequence[float]) -> list[tuple[int, int, int]]:
    """A chunk, cut where a separator falls between two of its words; each part with the first column it can be in.

    In a line that is parted elsewhere the blank may lie a little beside the separator; a line of one text is cut only
    where a word begins at the separator.
    """
    reach = _NEAR if view.is_split else _TOLERANCE
    parts = [(first, 0)]
    for column, separator in enumerate(separators, start=1):
        if view.words[first][0] >= separator - _TOLERANCE or view.words[stop - 1][1] <= separator + _TOLERANCE:
            continue
        options = [(_distance(view, index, separator, exact=not view.is_split), index) for index in range(first + 1, stop)]
        distance, index = min(options, default=(float("inf"), stop))
        if distance <= reach and index > parts[-1][0]:
            parts.append((index, column))
    stops = [*(index for index, _ in parts[1:]), stop]
    return [(index, end, column) for (index, column), end in zip(parts, stops, strict=True)]


def _distance(view: LineView, index: int, separator: float, *, exact: bool) -> float:
    """How far the blank before a word is from a separator; with ``exact`` how far the word's own beginning is."""
    after = view.words[index][0]
    before = after if exact else view.words[index - 1][1]
    return max(before - separator, separator - after, 0.0)


def tidy(views: Sequence[LineView], columns: Columns) -> Columns:
    """Without separators that part nothing, or part a sign from the figure or an enumerator from the text it belongs to."""
    separators = list(columns.separators)
    changed = True
    while changed and separators:
        changed = False
        cells = _column_cells(views, separators)
        for index in range(len(separators)):
            if _belong_together(cells[index], cells[index + 1], first=index == 0) or _spills(cells[index]):
                del separators[index]
                changed = True
                break
    return Columns(tuple(separators), columns.left, columns.right)


@dataclass(frozen=True, slots=True)
class _Piece:
    text: str
    x0: float
    x1: float
    row: int
    spills: bool
    """It reaches over the next separator."""
    joined: bool
    """Only an ordinary blank parts it from the text before."""


def _column_cells(views: Sequence[LineView], separators: Sequence[float]) -> list[list[_Piece]]:
    cells: list[list[_Piece]] = [[] for _ in range(len(separators) + 1)]
    for row, view in enumerate(views):
        starts = {chunk.first for chunk in view.chunks}
        for column, last, words in assign(view, separators):
            x0, x1 = view.words[words[0]][0], max(view.words[index][1] for index in words)
            cells[column].append(
                _Piece(" ".join(view.words[index][2] for index in words), x0, x1, row, last > column, words[0] not in starts)
            )
    return cells


def _spills(cells: Sequence[_Piece]) -> bool:
    """Whether most texts of a column reach over the next separator, which then lies inside the column."""
    return sum(piece.spills for piece in cells) >= _MAX_SPILL * len(cells)


def _belong_together(left: Sequence[_Piece], right: Sequence[_Piece], *, first: bool) -> bool:
    """Whether a separator parts nothing: one side is empty or a mere sign, or the sides fill different lines.

    A header that is centred over texts at the left of their column stands above them, not beside them.
    """
    left, right = [piece for piece in left if not piece.spills], [piece for piece in right if not piece.spills]
    if not left or not right:
        return True
    if _is_sign(left, right):
        return True
    if all(_TAIL.match(piece.text) for piece in right):
        return True
    if not first and all(_ENUMERATOR.match(piece.text) for piece in left):
        return True
    lefts, rights = {piece.row for piece in left}, {piece.row for piece in right}
    if max(lefts) < min(rights) or max(rights) < min(lefts):
        return True
    apart = min(piece.x0 for piece in right) - max(piece.x1 for piece in left)
    if sum(_ORDINAL.match(piece.text) is not None for piece in left) * 2 > len(left):
        return apart < _TOUCHING and not lefts & rights
    beside = [piece for piece in right if piece.row in lefts]
    few = _MAX_JOINED * max(len(lefts), len(rights))
    return apart < _TOUCHING and len(beside) <= few and all(piece.joined for piece in beside)


def _is_sign(left: Sequence[_Piece], right: Sequence[_Piece]) -> bool:
    """Whether the left column holds the currency of the figures on its right; a header above it may reach over both."""
    beside = {piece.row for piece in right}
    signs = [piece for piece in left if _CURRENCY.match(piece.text)]
    return bool(signs) and all(piece.row not in beside for piece in left if piece not in signs)


def build_grid(views: Sequence[LineView], columns: Columns, unit: float, confidence: float) -> Grid:
    """One row per line."""
    rows = [_row(view, columns.separators) for view in views]
    place = rows[0].place
    for row in rows[1:]:
        place = place.union(row.place)
    edges = tuple(round(edge * unit, 2) for edge in columns.edges)
    return Grid("columns" if place.box else "layout", rows, place, views[0].line.gap, edges, round(confidence, 3))


def _row(view: LineView, separators: Sequence[float]) -> GridRow:
    line = view.line
    words = sorted(line.words, key=lambda word: word.x0)
    cells = [Cell(place=line.place) for _ in range(len(separators) + 1)]
    for column, last, indices in assign(view, separators):
        chosen = [words[index] for index in indices]
        place = Place(line.place.page, line.place.lines, _box(chosen) if line.place.box else None)
        text = Line(" ".join(word.text for word in chosen), place, bold=line.bold, size=line.size)
        cells[column] = Cell((*cells[column].lines, text), place)
        for covered in range(column + 1, last + 1):
            if not cells[covered].lines:
                cells[covered] = Cell(place=place, merged="left")
    return GridRow(cells, line.place)


def _box(words: Sequence[PlacedWord]) -> Box:
    return min(w.x0 for w in words), min(w.top for w in words), max(w.x1 for w in words), max(w.bottom for w in words)
