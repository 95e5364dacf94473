"""Achievement tables (capaian kinerja): target, realisasi and capaian of indicators, of one year or several."""

import re
from collections.abc import Iterator

from extractor.model import BarisCapaian, Target
from extractor.records.context import Context
from extractor.tables.spec import KindSpec, Role
from extractor.tables.table import Row, Table

SPEC = KindSpec(
    kind="capaian_kinerja",
    roles=(
        Role("nomor", ("no", "nomor", "no urut"), ("ordinal",)),
        Role("sasaran", ("sasaran strategis", "sasaran", "sasaran kegiatan", "sasaran program", "tujuan sasaran", "tujuan"), ("text",)),
        Role(
            "indikator",
            (
                "indikator kinerja",
                "indikator kinerja utama",
                "indikator",
                "indikator sasaran",
                "indikator kinerja sasaran",
                "indikator kinerja kegiatan",
                "indikator capaian nilai",
                "uraian indikator",
                "indikator program",
            ),
            ("text",),
            need=0.35,
        ),
        Role("kegiatan", ("kegiatan", "program kegiatan", "program"), ("text",)),
        Role("satuan", ("satuan", "sat"), ("text",)),
        Role(
            "target",
            ("target", "target kinerja", "rencana", "target akhir", "target renstra", "target kinerja jangka menengah", "target tahun"),
            ("percent", "number", "grade", "quantity", "amount"),
            many=True,
        ),
        Role(
            "realisasi",
            ("realisasi", "realisasi kinerja", "realisasi tahun", "capaian nilai", "realisasi kinerja tahun tahun sebelumnya", "hasil"),
            ("percent", "number", "grade", "quantity", "amount"),
            need=0.12,
            many=True,
        ),
        Role(
            "capaian",
            (
                "capaian",
                "capaian kinerja",
                "persentase capaian",
                "tingkat capaian",
                "capaian persen",
                "% capaian",
                "persentase",
                "ket",
                "%",
                "capaian realisasi",
                "prosentase",
                "pencapaian",
            ),
            ("percent", "number", "grade"),
            need=0.08,
            many=True,
        ),
        Role("nasional", ("realisasi kinerja di level nasional", "nasional", "level nasional"), many=True),
        Role("jangka_menengah", ("capaian terhadap target jangka menengah", "capaian terhadap renstra", "target akhir renstra"), many=True),
        Role("keterangan", ("keterangan", "catatan"), ("text",)),
    ),
    any_of=("realisasi", "capaian"),
    title=(
        "capaian kinerja",
        "pengukuran kinerja",
        "realisasi kinerja",
        "capaian indikator kinerja",
        "perbandingan realisasi kinerja",
        "perbandingan capaian kinerja",
        "pengukuran capaian kinerja",
        "evaluasi kinerja",
        "pencapaian kinerja",
        "perbandingan realisasi capaian kinerja",
    ),
    against=(
        "anggaran",
        "pagu",
        "rentang nilai",
        "kategori",
        "skala nilai",
        "efisiensi penggunaan sumber daya",
        "tingkat efisiensi",
        "perjanjian kinerja",
        "rencana kinerja tahunan",
    ),
    chapters=("akuntabilitas kinerja", "capaian kinerja", "evaluasi kinerja", "analisis capaian kinerja"),
)

KINDS = ("capaian_kinerja",)
"""Kinds of table that state achievements."""
_VALUES = ("target", "realisasi", "capaian")
_AVERAGE = re.compile(r"^\W*rata\s*-?\s*rata", re.IGNORECASE)


def read(table: Table, context: Context) -> list[BarisCapaian]:
    """One row per indicator and year that has a value; nomor and sasaran filled down over the indicators they span."""
    found: list[BarisCapaian] = []
    number: str | None = None
    goal: str | None = None
    for row in table.rows:
        if row.role in ("group", "index") or not any(c.text for c in row.cells):
            continue
        new_number, new_goal = _text(table, row, "nomor"), _text(table, row, "sasaran")
        if new_goal:
            number, goal = (new_number or None), new_goal
        elif new_number:
            number = new_number
        average = next((c.text for c in row.cells if _AVERAGE.match(c.text)), None)
        indicator = _text(table, row, "indikator") or average
        if average:
            indicator = average
        for year, target, realised, achieved in _by_year(table, row, context):
            found.append(
                BarisCapaian(
                    tahun=year,
                    nomor=None if average else _clean_number(number),
                    sasaran=None if average else goal,
                    indikator=indicator or None,
                    target=target,
                    realisasi=realised,
                    capaian=achieved,
                    sumber=context.source(row.places, table.id),
                )
            )
    return found


def _by_year(table: Table, row: Row, context: Context) -> Iterator[tuple[int | None, Target | None, Target | None, Target | None]]:
    """The row's values per year; a column without a year belongs to the table's (or the reporting) year."""
    own = context.year if table.year is None else table.year
    years = sorted({c.year for c in table.columns if c.role in _VALUES and c.year is not None})
    undated = any(c.role in _VALUES and c.year is None for c in table.columns)
    wanted: list[int | None] = [*years] or [None]
    if years and undated and own not in years:
        wanted.append(None)
    for year in wanted:
        target, realised, achieved = (
            _value(table, row, role, year, context, year is not None and undated and year == own) for role in _VALUES
        )
        if any(v is not None and v.jenis != "kosong" for v in (target, realised, achieved)):
            yield year if year is not None else own, target, realised, achieved


def _value(table: Table, row: Row, role: str, year: int | None, context: Context, undated_too: bool) -> Target | None:
    columns = [c.index for c in table.columns if c.role == role and c.year == year]
    if not columns and undated_too:
        columns = [c.index for c in table.columns if c.role == role and c.year is None]
    found = [t for t in (context.target(row, c) for c in columns) if t is not None]
    value = next((t for t in found if t.jenis != "kosong"), None)
    unit = _text(table, row, "satuan")
    if value is not None and unit and value.jenis == "angka":
        value = value.model_copy(update={"satuan": unit})
    return value


def _text(table: Table, row: Row, role: str) -> str:
    text = row.text(table.column(role)).strip()
    return text if any(ch.isalnum() for ch in text) else ""


def _clean_number(text: str | None) -> str | None:
    return text.strip("(). ") or None if text else None
