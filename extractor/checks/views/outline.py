"""How the rows of a table lie one under another: levels told by budget codes, by the records, or by the numbering in front."""

import re
from collections.abc import Sequence

from extractor.checks.case import Case
from extractor.checks.views.grids import Grid, GridRow
from extractor.checks.views.names import code_and_name, is_balance
from extractor.values.codes import code_level, code_parts

_ROMAN = re.compile(r"[IVX]+")
_INDICATOR = re.compile(r"\bindikator\b", re.IGNORECASE)
_LEVELS = {"program": 0, "kegiatan": 1, "ro": 2}
UNTOLD = 99
_ENOUGH = 0.8
"""Share of the rows that must say where they stand."""


def levels(case: Case, grid: Grid) -> list[int | None] | None:
    """For each row its level, 0 for the coarsest, None for total and average rows; None where all rows are on one level.

    A row that says nothing of its level goes on with the row above it: its level is ``UNTOLD``, finer than all.
    """
    rows = [row for row in grid.rows if row.role in ("data", "group")]
    told = _by_records(case, grid) or _by_codes(rows) or _by_marks(rows)
    if not told or len(set(told.values())) == 1:
        return None
    return [_level(row, told) for row in grid.rows]


def _level(row: GridRow, told: dict[int, int]) -> int | None:
    if row.role not in ("data", "group") or is_balance(row.label):
        return None
    return told.get(row.index, UNTOLD)


def children(row_levels: Sequence[int | None], parent: int) -> list[int]:
    """Indexes of the rows right below a row: those of the coarsest level among the finer ones that follow it."""
    level, block = row_levels[parent], []
    for at in range(parent + 1, len(row_levels)):
        here = row_levels[at]
        if here is None or level is None or here <= level:
            break
        if here < UNTOLD:
            block.append(at)
    top = min((row_levels[at] or 0 for at in block), default=0)
    return [at for at in block if row_levels[at] == top]


def _by_records(case: Case, grid: Grid) -> dict[int, int] | None:
    if any(_INDICATOR.search(column.header) for column in grid.columns):
        return None  # its rows are indicators: what stands beside them in a merged cell is no level
    told: dict[int, int] = {}
    for block in case.report.realisasi_anggaran:
        if block.tabel != grid.table.id:
            continue
        for line in block.baris:
            figure = line.pagu or line.realisasi
            place = figure.sumber if figure is not None else None
            cell = place[0].sel if isinstance(place, list) and place else place.sel if place and not isinstance(place, list) else None
            if cell is not None and line.tingkat in _LEVELS:
                told[cell[0]] = _LEVELS[line.tingkat]
    data = [row.index for row in grid.rows if row.role == "data"]
    return told if data and all(at in told for at in data) else None


def _by_codes(rows: Sequence[GridRow]) -> dict[int, int] | None:
    """An output whose code names another kegiatan than the one above it stands beside that one, not under it."""
    told: dict[int, int] = {}
    above = None
    for row in rows:
        codes = [code for text in row.cells if text.strip() and (code := code_and_name(text)[0])]
        finest = max((_LEVELS[level] for level in map(code_level, codes) if level), default=None)
        kegiatan = next((parts["kegiatan"] for parts in map(code_parts, codes) if "kegiatan" in parts), None)
        if finest is None:
            continue
        apart = finest == _LEVELS["ro"] and None not in (kegiatan, above) and kegiatan != above
        told[row.index] = _LEVELS["kegiatan"] if apart else finest
        if told[row.index] != _LEVELS["ro"]:
            above = kegiatan
    return told if rows and len(told) >= _ENOUGH * len(rows) else None


def _by_marks(rows: Sequence[GridRow]) -> dict[int, int] | None:
    marked = [row for row in rows if row.mark]
    if len(marked) < _ENOUGH * len(rows) or len(marked) < len(rows) - 2:
        return None
    styles: list[str] = []
    told: dict[int, int] = {}
    for row in marked:
        style = _style(row.mark, styles)
        if style in styles:
            del styles[styles.index(style) + 1 :]
        else:
            styles.append(style)
        told[row.index] = len(styles) - 1
    return told


def _style(mark: str, known: Sequence[str]) -> str:
    """The way of counting that a mark belongs to: A, I, 1, 1.1, a."""
    if mark[0].isdigit():
        return f"1.{mark.count('.')}"
    if _ROMAN.fullmatch(mark) and (len(mark) > 1 or "I" in known or mark == "I"):
        return "I"
    return "A" if mark.isupper() else "a"
