"""Columns of the quarters, half-years or months of one year: the year's own figure is the total, or the last where they add up.

Only one figure of a line is that of the record; the first quarter's is never it.
"""

import re
from collections.abc import Sequence
from decimal import Decimal
from typing import Final

from extractor.tables.table import Column, Table
from extractor.values.numbers import read_number

_VALUES: Final = ("target", "realisasi", "capaian")
_LEAST: Final = 2
_PERIOD: Final = re.compile(
    r"\b(?:tri ?wulan|tw|semester|smt|sem|caturwulan|kuartal|quarter|q|bulan|b|periode)\b[\s.\-]*(?P<number>[1-4]|i{1,3}|iv|lalu|ini)?\b",
    re.IGNORECASE,
)
_BARE: Final = re.compile(r"(?:i{1,3}|iv|[1-4])\b", re.IGNORECASE)
_WHOLE: Final = re.compile(r"\b(?:total|jumlah|setahun|tahun(?:an)?)\b|\bs\.?\s?/?d\b|sampai dengan", re.IGNORECASE)


def take_whole_year(table: Table) -> None:
    """Leaves, of several columns of one role and year that are of parts of the year, the one whose figures are those of the whole year.

    That is the column of no period where there is one; else the last where the figures never fall from period to period (they are
    cumulative). Where neither holds, none of them is the year's.
    """
    for role in _VALUES:
        for year in {column.year for column in table.columns if column.role == role}:
            columns = [column for column in table.columns if column.role == role and column.year == year]
            parts = [column for column in columns if is_part(column.header)]
            if len(parts) >= _LEAST or (parts and any(_WHOLE.search(column.header) for column in columns if column not in parts)):
                _keep(columns, parts, table)


def is_part(header: str) -> bool:
    """Whether a header names a quarter, a half-year or a month: "TW II", "Semester I | Target", "Realisasi Triwulan | IV"."""
    if _WHOLE.search(header.rsplit(" | ", maxsplit=1)[-1]):
        return False
    named = _PERIOD.search(header)
    return named is not None and (bool(named["number"]) or any(_BARE.match(part.strip()) for part in header.split(" | ")[1:]))


def _keep(columns: Sequence[Column], parts: Sequence[Column], table: Table) -> None:
    others = [column for column in columns if column not in parts]
    kept = others or ([parts[-1]] if _never_falls(table, parts) else [])
    for column in parts:
        if column not in kept:
            column.role, column.confidence = None, 0.0


def _never_falls(table: Table, parts: Sequence[Column]) -> bool:
    for row in table.rows:
        values = [Decimal(value) for column in parts if (value := read_number(row.text(column.index).replace("%", " "))) is not None]
        if values != sorted(values) or (len(values) > 1 and len(set(values)) == 1 and values[0] not in (0, 100)):
            return False
    return True
