"""Which rows a merged cell covers where its table does not tell: as in the report's other tables, which repeat the same entries."""

from collections.abc import Sequence
from typing import Final

from rapidfuzz import fuzz, process

from extractor.reading.document import Cell, GridRow
from extractor.tables.strewn_grid import Gathered, place_of

_ALIKE: Final = 88.0
"""Likeness of two texts that are the same, 0..100."""


def regroup(tables: Sequence[Gathered]) -> None:
    """Put the merged cells of tables that do not tell which rows they cover beside the rows that they cover elsewhere; in place."""
    known: dict[str, str] = {}
    for table in tables:
        if table.sure:
            known.update(_pairs(table))
    for table in tables:
        if not table.sure and known:
            _regroup(table, known)


def _column(table: Gathered, role: str) -> int | None:
    return next((at for at, column in enumerate(table.head.columns) if column.role.name == role), None)


def _body(table: Gathered) -> list[GridRow]:
    return [row for row in table.grid.rows if not row.header]


def _text(cell: Cell) -> str:
    return " ".join(cell.raw.split())


def _pairs(table: Gathered) -> dict[str, str]:
    """The outcome to which each indicator belongs."""
    outcome, indicator = _column(table, "sasaran"), _column(table, "indikator")
    if outcome is None or indicator is None or outcome not in table.spanning:
        return {}
    found: dict[str, str] = {}
    current = ""
    for row in _body(table):
        current = _text(row.cells[outcome]) or current
        if current and _text(row.cells[indicator]):
            found[_text(row.cells[indicator])] = current
    return found


def _regroup(table: Gathered, known: dict[str, str]) -> None:
    outcome, indicator = _column(table, "sasaran"), _column(table, "indikator")
    if outcome is None or indicator is None or outcome not in table.spanning:
        return
    groups = [" ".join(line.text for line in part) for part in table.spanning[outcome]]
    starts = _starts([_text(row.cells[indicator]) for row in _body(table)], groups, known)
    if len(starts) < len(groups):
        return
    for column, parts in table.spanning.items():
        if len(parts) == len(groups):
            for at, row in enumerate(_body(table)):
                lines = tuple(parts[starts.index(at)]) if at in starts else ()
                row.cells[column] = Cell(lines, place_of(lines))
    table.sure = True


def _starts(indicators: Sequence[str], groups: Sequence[str], known: dict[str, str]) -> list[int]:
    """The row at which each group begins; fewer where this is not known of all."""
    starts: list[int] = []
    for at, text in enumerate(indicators):
        same = process.extractOne(text, known.keys(), scorer=fuzz.ratio, score_cutoff=_ALIKE) if text else None
        if same is None or len(starts) == len(groups):
            continue
        if fuzz.ratio(known[same[0]], groups[len(starts)]) >= _ALIKE:
            starts.append(at)
    return starts
