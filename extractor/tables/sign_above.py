"""Amounts in two lines, the sign of the currency above its figures, beside texts of one line in the middle of them:

                  Rp.          Rp.
A   Layanan Arsip                              98,58%
                  9.895.000    9.755.000
"""

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import reduce
from typing import Final

from extractor.reading.document import Cell, Grid, GridRow, Place
from extractor.tables.profile import looks

_SIGN: Final = re.compile(r"(?:Rp|IDR)\.?", re.IGNORECASE)
_LINES: Final = 3
"""The sign, the text beside it, and the figures."""


def with_signs(grid: Grid) -> Grid:
    """The grid, those three printed lines of which the amounts of one entry consist as one."""
    rows: list[GridRow] = []
    at = 0
    while at < len(grid.rows):
        part = grid.rows[at : at + _LINES]
        whole = _is_framed(part)
        rows.append(_joined(part) if whole else grid.rows[at])
        at += _LINES if whole else 1
    return replace(grid, rows=rows) if len(rows) < len(grid.rows) else grid


def _is_framed(rows: Sequence[GridRow]) -> bool:
    if len(rows) < _LINES:
        return False
    sign, middle, figures = ([" ".join(cell.raw.split()) for cell in row.cells] for row in rows)
    columns = [c for c, text in enumerate(sign) if text]
    if not columns or columns != [c for c, text in enumerate(figures) if text] or len({len(sign), len(middle), len(figures)}) > 1:
        return False
    framed = all(_SIGN.fullmatch(sign[c]) and not middle[c] and "amount" in looks(figures[c]) for c in columns)
    return framed and any(middle)


def _joined(rows: Sequence[GridRow]) -> GridRow:
    cells = []
    for column in zip(*(row.cells for row in rows), strict=True):
        filled = [cell for cell in column if cell.lines]
        place = reduce(Place.union, (cell.place for cell in filled)) if filled else rows[1].place
        cells.append(Cell(tuple(line for cell in filled for line in cell.lines), place))
    return GridRow(cells, reduce(Place.union, (row.place for row in rows)))
