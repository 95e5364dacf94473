"""Which cell of which table a piece of evidence is, also where the evidence names its row only."""

from collections.abc import Iterable
from functools import cached_property
from typing import NamedTuple

from extractor.checks.outcome import sources_of
from extractor.model import LaporanSatker, Sumber, Tabel


class Cell(NamedTuple):
    """A cell of ``Tabel.baris``, counted from 0."""

    table: str
    row: int
    column: int


class Cells:
    """The tables of a satker-year, to find cells in."""

    def __init__(self, report: LaporanSatker) -> None:
        self._report = report

    @cached_property
    def tables(self) -> dict[str, Tabel]:
        """By id."""
        return {table.id: table for table in self._report.tabel}

    @cached_property
    def _rows(self) -> dict[tuple[object, ...], list[int]]:
        """The rows that are printed at a place."""
        found: dict[tuple[object, ...], list[int]] = {}
        for table in self._report.tabel:
            for index, source in enumerate(table.sumber_baris):
                for place in sources_of(source):
                    found.setdefault((table.id, *_spot(place)), []).append(index)
        return found

    def find(self, source: Sumber, raw: str) -> Cell | None:
        """The cell that a source names; for a source that names a row, the cell of it that reads ``raw``. None where there is none."""
        table = self.tables.get(source.tabel or "")
        if table is None:
            return None
        if source.sel is not None:
            row, column = source.sel
            return Cell(table.id, row, column) if row < len(table.baris) else None
        rows = self._rows.get((table.id, *_spot(source)), [])
        return next((Cell(table.id, row, column) for row in rows for column in _reading(table.baris[row], raw)), None)


def _spot(place: Sumber) -> tuple[object, ...]:
    return place.dokumen, place.halaman, place.baris, place.kotak


def _reading(cells: Iterable[str], raw: str) -> list[int]:
    """The columns whose cell is this text; the last first, since results stand to the right."""
    wanted = "".join(raw.split())
    return [index for index, text in reversed(list(enumerate(cells))) if "".join(text.split()) == wanted and wanted]
