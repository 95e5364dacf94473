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

from extractor.reading.document import Grid, GridRow, Place
from extractor.tables.profile import looks
from extractor.tables.rows_model import in_one_cell

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
    cells = [in_one_cell(column, rows[1].place) for column in zip(*(row.cells for row in rows), strict=True)]
    return GridRow(cells, reduce(Place.union, (row.place for row in rows)))
