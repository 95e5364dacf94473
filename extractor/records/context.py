"""What every record reader is given beside its table, and the one place where sources and figures are made."""

from collections.abc import Callable
from dataclasses import dataclass, field
from decimal import Decimal
from typing import TypeAlias

from extractor.model import Angka, Asal, Peringatan, Target
from extractor.reading.document import Place
from extractor.records.cells import row_index
from extractor.sources import source_at
from extractor.tables.profile import looks
from extractor.tables.table import Row, Table
from extractor.values.numbers import Convention, read_number, read_percent
from extractor.values.scale import factor_of, fitting_factor, read_scaled
from extractor.values.target import read_target

_CAPTION = 160
"""Longer lines above a table are no captions."""

Reader: TypeAlias = Callable[[str], int | Decimal | None]


@dataclass(slots=True)
class Context:
    """One document's facts and its tally of what could not be read."""

    document: str
    """Document id."""
    year: int | None = None
    """The reporting year."""
    body: str | None = None
    """Name of the reporting body, as "KPU Kabupaten X"."""
    warnings: list[Peringatan] = field(default_factory=list)
    unreadable: int = 0
    _last: int = field(default=0, repr=False)
    """Index of the row that was read last."""
    _factors: dict[tuple[str, int | None], int] = field(default_factory=dict, repr=False)

    def source(self, places: tuple[Place, ...], table: str | None = None, cell: tuple[int, int] | None = None) -> Asal:
        """One ``Sumber`` per page; a single one where everything stands on one page; None for no place."""
        sources = [source_at(self.document, place, table, cell) for place in _merged(places)]
        return sources[0] if len(sources) == 1 else sources or None

    def amount(self, table: Table, row: Row, column: int | None, convention: Convention | None = None) -> Angka | None:
        """A cell read as integer rupiah, in the unit that its header or title names; None where it is empty or a dash."""
        factor = self.factor(table, column)
        return self._figure(table, row, column, "rupiah", lambda text: read_scaled(text, factor, convention))

    def factor(self, table: Table, column: int | None) -> int:
        """What makes the figures of a column rupiah: a thousand for "(dalam ribuan rupiah)" in its header or above the table."""
        if (table.id, column) not in self._factors:
            said = _said(table, column)
            self._factors[table.id, column] = factor = fitting_factor(_said_of(table, said), said) if said != 1 else 1
            self._tell_unit(table, said, factor)
        return self._factors[table.id, column]

    def _tell_unit(self, table: Table, said: int, factor: int) -> None:
        """A warning, once per table, that its amounts were multiplied, or that the unit over it was not believed."""
        if said == 1:
            return
        unit = f"Rp {said:,}".replace(",", ".")
        read = f"nilai dikalikan dengan {unit}" if factor != 1 else "angka terlalu besar untuk itu, dibaca sebagai rupiah penuh"
        note = f"tabel {table.id} menyatakan angkanya dalam kelipatan {unit}: {read}"
        told = Peringatan(kode="satuan", pesan=note, sumber=self.source(table.places, table.id))
        if told not in self.warnings:
            self.warnings.append(told)

    def percent(self, table: Table, row: Row, column: int | None) -> Angka | None:
        """A cell read as an exact percent; None where it is empty or a dash."""
        return self._figure(table, row, column, "%", read_percent)

    def count(self, table: Table, row: Row, column: int | None, unit: str | None = None) -> Angka | None:
        """A cell read as a plain number; None where it is empty or a dash."""
        return self._figure(table, row, column, unit, read_number)

    def target(self, row: Row, column: int | None) -> Target | None:
        """A cell read as a target; None where the table has no such column."""
        if column is None:
            return None
        text = row.text(column)
        reading = read_target(text)
        return Target(mentah=text, jenis=reading.jenis, nilai=reading.nilai, satuan=reading.satuan)

    def figure(self, raw: str, value: int | Decimal | None, unit: str | None, source: Asal) -> Angka:
        """A figure with its source; one that cannot be read stays raw and is counted."""
        if value is None:
            self.unreadable += 1
        return Angka(mentah=raw, nilai=value, satuan=unit, sumber=source)

    def _figure(self, table: Table, row: Row, column: int | None, unit: str | None, read: Reader) -> Angka | None:
        if column is None or column >= len(row.cells):
            return None
        cell = row.cells[column]
        if not cell.text.strip(" -–—_.:"):
            return None
        return self.figure(cell.text, read(cell.text), unit, self.source(cell.places, table.id, (self._index(table, row), column)))

    def _index(self, table: Table, row: Row) -> int:
        """Index of a row in its table; rows are read in order, so the one found last and the next are tried first."""
        near = (i for i in (self._last, self._last + 1) if i < len(table.rows) and table.rows[i] is row)
        found = next(near, None)
        self._last = row_index(table, row) if found is None else found
        return self._last


def _said(table: Table, column: int | None) -> int:
    above = [line.text for line in table.before[-2:] if len(line.text) < _CAPTION]
    headers = [c.header for c in table.columns if c.index == column]
    return next((factor for text in (*headers, table.title, *above[::-1]) if (factor := factor_of(text)) != 1), 1)


def _said_of(table: Table, factor: int) -> list[str]:
    """All amounts of a table in the columns of which this factor is said: the unit is believed of all of them or of none."""
    columns = [column.index for column in table.columns if _said(table, column.index) == factor]
    return [text for row in table.rows for c in columns if "amount" in looks(text := row.text(c))]


def _merged(places: tuple[Place, ...]) -> list[Place]:
    """Places joined per page, in page order of appearance."""
    joined: dict[int | None, Place] = {}
    for place in places:
        joined[place.page] = joined[place.page].union(place) if place.page in joined else place
    return list(joined.values())
