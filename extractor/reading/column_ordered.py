"""Entries that were moved as a whole: their texts stand in as many places as there are columns of figures, and fill one each, in order.

A converter that aligns by blanks sets every line as wide as its own texts need: figures above wider units stand elsewhere than those of
the next entry, under the header of a neighbour. Where one stands under another says which texts are one cell, their order whose.
"""

import re
from collections.abc import Sequence
from itertools import takewhile
from typing import Final, TypeAlias

from extractor.reading.column_lines import Chunk
from extractor.reading.column_named import named_in_order, numbers_below, places_of
from extractor.reading.column_piece import Piece, piece_of
from extractor.reading.column_settle import Rows, Sheet, body_of
from extractor.reading.column_years import is_year

_NUMBER: Final = r"(?:Rp\.?\s*)?\(?\d{1,3}(?:[.,]\d{1,3})*[.,]?[-%)]*"
_FIGURE: Final = re.compile(rf"{_NUMBER}(?:\s+{_NUMBER})*(?:\s?%)?(?:\s[^\W\d]+)?|%|Rp\.?", re.IGNORECASE)
"""A figure with its sign or unit, or several; dates and numbers of staff are none."""
_LEAST: Final = 2
_MOST_LINES: Final = 5
"""Printed lines of the figures of one entry."""
_WORDED: Final = 0.3
"""Share of the texts of a column that are figures, below which it holds words."""

Cell: TypeAlias = list[tuple[int, Chunk]]
"""The texts of one place, with their lines."""


def in_order(sheet: Sheet, rows: Rows) -> Rows:
    """The pieces of the lines; those of moved entries in the columns that their order tells."""
    rows = _names_in_order(sheet, rows)
    first = _first_figures(sheet, rows)
    width = len(sheet.edges) - 1 - first
    if width < _LEAST:
        return rows
    found = list(rows)
    figures = [_figures(sheet, row, rows[row], first) for row in range(len(rows))]
    at = body_of(sheet)
    while at < len(rows):
        stop, cells = _entry(figures, at, width)
        moved = {row for column, cell in enumerate(cells, start=first) for row, chunk in cell if _columns(rows[row], chunk) != {column}}
        for row in moved:
            found[row] = _dealt(sheet, row, rows[row], cells, first)
        at = stop
    return found


def _names_in_order(sheet: Sheet, rows: Rows) -> Rows:
    """The pieces of the lines; where a column has no name above the line of their numbers, the names in the columns that their order
    tells, years where they stand.
    """
    numbers = numbers_below(sheet.views, sheet.separators)
    head = rows[: numbers[0]] if numbers else ()
    if not head or len({piece.column for row in head for piece in row}) > len(sheet.separators):
        return rows
    named = named_in_order(sheet.views[: len(head)], sheet.separators)
    if named is None:
        return rows
    years = [[piece for piece in row if is_year(piece.text)] for row in head]
    return [*(sorted([*own, *over], key=lambda piece: piece.x0) for own, over in zip(named, years, strict=True)), *rows[len(head) :]]


def _first_figures(sheet: Sheet, rows: Rows) -> int:
    """The first of the columns of figures behind the last one of words."""
    width = len(sheet.edges) - 1
    texts: list[list[str]] = [[] for _ in range(width)]
    for row in rows[body_of(sheet) :]:
        for piece in row:
            texts[piece.column].append(piece.text)
    worded = [column for column, found in enumerate(texts) if sum(map(_is_figure, found)) < _WORDED * len(found)]
    return max(worded, default=-1) + 1


def _is_figure(text: str) -> bool:
    return _FIGURE.fullmatch(text) is not None


def _figures(sheet: Sheet, row: int, pieces: Sequence[Piece], first: int) -> list[Chunk] | None:
    """What a line has behind the columns of words; None for a line of a header, and where a text reaches over their border."""
    view = sheet.views[row]
    if view.begins_header:
        return None
    found = []
    for chunk in view.chunks:
        columns = _columns(pieces, chunk)
        if not columns or min(columns) < first <= max(columns):
            return None
        if min(columns) >= first:
            found.append(chunk)
    return found


def _columns(pieces: Sequence[Piece], chunk: Chunk) -> set[int]:
    return {piece.column for piece in pieces if not chunk.stop <= piece.words[0] and not piece.words[-1] < chunk.first}


def _entry(figures: Sequence[list[Chunk] | None], at: int, width: int) -> tuple[int, list[Cell]]:
    """The end of the entry that begins on a line, that of most lines, and its cells; none where none does."""
    lines = list(takewhile(lambda line: line is not None, figures[at : at + _MOST_LINES]))
    for count in range(len(lines), 0, -1) if figures[at] else ():
        cells = places_of((at + n, chunk) for n, line in enumerate(lines[:count]) for chunk in line or ())
        if lines[count - 1] and len(cells) == width and all(map(_is_one, cells)):
            return at + count, cells
    return at + 1, []


def _is_one(cell: Cell) -> bool:
    """Whether texts under one another may be one cell: of different lines, with one figure, or a word alone."""
    figures = sum(any(map(str.isdigit, chunk.text)) for _, chunk in cell)
    return len({row for row, _ in cell}) == len(cell) and (figures == 1 or len(cell) == 1)


def _dealt(sheet: Sheet, row: int, pieces: Sequence[Piece], cells: Sequence[Cell], first: int) -> list[Piece]:
    """The pieces of a line, what stands behind the columns of words in that of its place."""
    view, separators = sheet.views[row], sheet.separators
    spans = [(chunk, column) for column, cell in enumerate(cells, start=first) for at, chunk in cell if at == row]
    dealt = [piece_of(view, row, separators, chunk.first, chunk.stop, column, joined=False) for chunk, column in spans]
    return [*(piece for piece in pieces if piece.column < first), *dealt]
