"""Achievement tables (capaian kinerja): target, realisasi and capaian of indicators, of one year or several."""

import re
from collections.abc import Iterator

from extractor.model import BarisCapaian, Target
from extractor.records.cells import clean, is_blank, joined_target, own
from extractor.records.combined_goals import COMBINED, combined_labels
from extractor.records.context import Context
from extractor.records.pk import GROUP, LISTED_GROUP
from extractor.records.spans import spans
from extractor.records.turned import settle_order
from extractor.tables.spec import KindSpec, Role
from extractor.tables.table import Column, Row, Table
from extractor.values.starts import SASARAN
from extractor.values.target import read_target

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
                *COMBINED,
            ),
            ("text",),
            need=0.35,
        ),
        Role("kegiatan", ("kegiatan", "program kegiatan", "program"), ("text",), many=True),
        Role("satuan", ("satuan", "sat", "satuan ukur", "satuan ukuran"), ("text",)),
        Role(
            "target",
            (
                "target",
                "target kinerja",
                "rencana",
                "target akhir",
                "target renstra",
                "target kinerja jangka menengah",
                "target tahun",
                "t",
                "tgt",
            ),
            ("percent", "number", "grade", "quantity", "amount"),
            many=True,
        ),
        Role(
            "realisasi",
            (
                "realisasi",
                "realisasi kinerja",
                "realisasi tahun",
                "capaian nilai",
                "realisasi kinerja tahun tahun sebelumnya",
                "hasil",
                "r",
                "real",
            ),
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
                "c",
                "cap",
            ),
            ("percent", "number", "grade"),
            need=0.08,
            many=True,
        ),
        Role("nasional", ("realisasi kinerja di level nasional", "nasional", "level nasional"), many=True),
        Role(
            "target_lain",
            ("target nasional", "target nasional rpjmn", "target provinsi"),
            ("percent", "number", "grade", "quantity"),
            many=True,
        ),
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
        "besar anggaran",
        "besar anggaran dpa",
        "besar anggaran dppa",
        "keuangan anggaran",
        "keuangan realisasi",
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

_VALUES = ("target", "realisasi", "capaian")
_MEASURE = "(?:persentase|prosentase|nilai|tingkat|jumlah)"
_AVERAGE = re.compile(
    rf"^\W*rata\s*-?\s*rata\W*(?:{_MEASURE}?\W*$|(?:{_MEASURE}\W+)?(?:total|capaian|realisasi|kinerja|sasaran|indikator|keseluruhan)(?!\w))",
    re.IGNORECASE,
)
"""The label of a mean of other rows; an indicator that is itself a mean names what it measures ("Rata-rata nilai asesmen …")."""


def read(table: Table, context: Context) -> list[BarisCapaian]:
    """One row per indicator and year that has a value; nomor and sasaran are those of the merged cell or label row that covers it."""
    found: list[BarisCapaian] = []
    for row, (number, goal) in zip(table.rows, _covering(table), strict=True):
        if row.role in ("group", "index") or not any(c.text for c in row.cells):
            continue
        average = _average(row)
        for year, target, realised, achieved in _by_year(table, row, context):
            found.append(
                BarisCapaian(
                    tahun=year,
                    nomor=None if average else number,
                    sasaran=None if average else goal,
                    indikator=average or _text(table, row, "indikator") or None,
                    target=target,
                    realisasi=realised,
                    capaian=achieved,
                    sumber=context.source(row.places, table.id),
                )
            )
    settle_order(found)
    return found


def _average(row: Row) -> str | None:
    """The label of a row that states the mean of the rows above."""
    return next((c.text for c in row.cells if _AVERAGE.match(c.text)), None)


def _covering(table: Table) -> list[tuple[str | None, str | None]]:
    """Number and sasaran that hold for each row; a sasaran wrapped beside the next indicators is joined."""
    under = combined_labels(table, "indikator", ("target", "realisasi", "capaian"))
    form = GROUP if table.column("sasaran") is not None else LISTED_GROUP
    labels = [_label(row, GROUP) or _label(row, form) or under.get(at) for at, row in enumerate(table.rows)]
    apart = [label is not None or row.role == "index" or _average(row) is not None for row, label in zip(table.rows, labels, strict=True)]
    texts = ["" if other else _own(table, row, "sasaran") for row, other in zip(table.rows, apart, strict=True)]
    numbers = ["" if other else _own(table, row, "nomor").strip("(). ") for row, other in zip(table.rows, apart, strict=True)]
    # A number on more rows than have a sasaran counts the indicators and tells nothing of where a sasaran starts.
    anchors = numbers if sum(map(bool, numbers)) <= sum(map(bool, texts)) else [""] * len(numbers)
    covering = spans(texts, anchors, SASARAN, resets=[label is not None for label in labels])
    result: list[tuple[str | None, str | None]] = []
    number, goal = None, None
    for at, (label, span) in enumerate(zip(labels, covering, strict=True)):
        if label:
            number, goal = label
        elif span is not None:
            goal = span.text
            number = numbers[at] or (None if span.start == at else number)
        else:
            number = numbers[at] or number
        result.append((number or None, goal))
    return result


def _label(row: Row, form: re.Pattern[str]) -> tuple[str, str] | None:
    """Number and text of a row that only names a sasaran ("Sasaran 2: ...")."""
    filled = [clean(c.text) for c in row.cells if not is_blank(c.text)]
    found = form.fullmatch(filled[0]) if len(filled) == 1 else None
    return (found["number"], found["text"]) if found else None


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
    columns = [c for c in table.columns if c.role == role and c.year == year]
    if not columns and undated_too:
        columns = [c for c in table.columns if c.role == role and c.year is None]
    found = [t for c in columns if (t := _measured(table, row, c, context)) is not None]
    return next((t for t in found if t.jenis != "kosong"), None)


def _measured(table: Table, row: Row, column: Column, context: Context) -> Target | None:
    """A cell as printed, understood with the unit of its column or of the row's own unit cell."""
    value = context.target(row, column.index)
    if value is None or value.jenis != "angka" or value.satuan:
        return value
    unit = _unit(table, row, column)
    reading = read_target(joined_target(value.mentah, unit))
    if reading.nilai is None:
        return value.model_copy(update={"satuan": unit or None})
    return value.model_copy(update={"jenis": reading.jenis, "nilai": reading.nilai, "satuan": reading.satuan})


def _unit(table: Table, row: Row, column: Column) -> str:
    """The unit of a bare number: percent where the header says so; an achievement beside a target is no quantity of the row's unit."""
    if "%" in column.header:
        return "%"
    if column.role == "capaian" and any(table.column(role) is not None for role in ("target", "realisasi")):
        return ""
    return clean(row.text(table.column("satuan")))


def _text(table: Table, row: Row, role: str) -> str:
    text = row.text(table.column(role)).strip()
    return text if any(ch.isalnum() for ch in text) else ""


def _own(table: Table, row: Row, role: str) -> str:
    """What stands in a column in this row itself."""
    text = own(row, table.column(role))
    return text if any(ch.isalnum() for ch in text) else ""
