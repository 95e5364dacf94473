"""One column of sasaran and, below each, its indikator: "Sasaran / Indikator", with figures beside the indikator only."""

import re
from collections.abc import Sequence
from typing import Final

from extractor.records.cells import clean, has_words, is_blank, list_number, own
from extractor.tables.table import Row, Table

COMBINED: Final = (
    "sasaran indikator",
    "sasaran indikator kinerja",
    "sasaran dan indikator kinerja",
    "sasaran strategis indikator kinerja",
    "sasaran kegiatan indikator kinerja",
    "sasaran program indikator kinerja",
    "sasaran program kegiatan indikator kinerja",
)
"""Wordings of its header."""
_NUMBERED = re.compile(r"\(?(?P<number>\d{1,2}(?:\.\d{1,2})?|[IVX]{1,5})[.)]\s+(?P<text>\S.*)")


def combined_labels(table: Table, role: str, values: Sequence[str]) -> dict[int, tuple[str, str]]:
    """Number and text of the rows that only name a sasaran, by row; nothing where the table has a column of sasaran of its own.

    ``role`` is that of the column, ``values`` those of the columns that are empty beside a sasaran.
    """
    column = table.column(role)
    figures = [c.index for c in table.columns if c.role in values]
    if column is None or not figures or table.column("sasaran") is not None or "sasaran" not in table.columns[column].header.lower():
        return {}
    found: dict[int, tuple[str, str]] = {}
    for at, row in enumerate(table.rows):
        text = own(row, column)
        if row.role in ("index", "total") or not has_words(text) or any(not is_blank(clean(row.text(c))) for c in figures):
            continue
        numbered = _NUMBERED.fullmatch(text)
        found[at] = (numbered["number"], numbered["text"]) if numbered else (_number(table, row), text)
    return found


def _number(table: Table, row: Row) -> str:
    return list_number(own(row, table.column("nomor"))) or ""
