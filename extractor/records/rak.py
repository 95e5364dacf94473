"""Rencana aksi: sasaran, indikator, target and kegiatan with a ticked schedule of quarters or months and who does it."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from extractor.model import Angka, BarisAksi, RencanaAksi
from extractor.records.cells import clean, has_words, is_noise, joined_target, list_number, own, row_index, target_of
from extractor.records.context import Context
from extractor.records.headings import plan_tables
from extractor.records.pk import GOAL_WORDS, INDIKATOR_WORDS, NUMBER_WORDS, SASARAN_WORDS, SATUAN_WORDS, TARGET_LOOKS, TARGET_WORDS
from extractor.records.shifts import agreements, settle
from extractor.records.spans import spans
from extractor.tables.spec import KindSpec, Role
from extractor.tables.table import Item, Row, Table, TableCell
from extractor.values.scale import read_scaled
from extractor.values.starts import SASARAN
from extractor.values.ticks import without_ticks

_ROMAN = ("i", "ii", "iii", "iv")
_MONTHS = (
    "januari", "februari", "maret", "april", "mei", "juni", "juli", "agustus", "september", "oktober", "november", "desember",
    "jan", "feb", "mar", "apr", "jun", "jul", "agt", "agust", "ags", "agu", "sep", "sept", "okt", "nov", "nop", "des", "pebruari",
    "nopember",
)  # fmt: skip
PERIOD_WORDS = (
    *(f"{word} {n}" for word in ("triwulan", "tw", "t", "b", "bulan", "q", "kuartal", "semester") for n in (*_ROMAN, "1", "2", "3", "4")),
    *(f"{letter}{n}" for letter in "tbq" for n in range(1, 13)), *_ROMAN, *_MONTHS,
    "rencana pelaksanaan", "pelaksanaan kegiatan", "jadwal", "jadwal pelaksanaan", "waktu pelaksanaan", "triwulan", "bulan",
    "periode pelaksanaan",
)  # fmt: skip

SPEC = KindSpec(
    kind="rak",
    roles=(
        Role("nomor", NUMBER_WORDS, ("ordinal", "number")),
        Role("sasaran", SASARAN_WORDS, ("long", "text"), need=0.3),
        Role("indikator", INDIKATOR_WORDS, ("long", "text"), need=0.35),
        Role("tujuan", GOAL_WORDS, ("long", "text"), many=True),
        Role("satuan", SATUAN_WORDS, ("text", "name")),
        Role("target", TARGET_WORDS, TARGET_LOOKS, need=0.2),
        Role(
            "kegiatan",
            ("kegiatan", "rencana aksi", "kegiatan aksi", "program/kegiatan", "nama kegiatan", "program dan kegiatan", "aksi",
            "uraian kegiatan", "aktivitas", "kegiatan rencana aksi",
             "rencana kegiatan", "langkah kerja", "langkah aksi", "uraian rencana aksi", "tahapan kegiatan", "sub kegiatan",
             "aksi/kegiatan"),
            ("long", "text"), need=0.25,
        ),
        Role("indikator_kegiatan", ("indikator kegiatan", "output", "keluaran", "output kegiatan", "hasil", "indikator aksi"), ("long",
        "text")),
        Role("target_kegiatan", ("target kegiatan aksi", "target kegiatan", "target aksi", "target output", "volume"), TARGET_LOOKS),
        Role("jadwal", PERIOD_WORDS, ("tick", "percent", "number"), need=0.35, many=True),
        Role("anggaran", ("anggaran", "anggaran (rp)", "pagu", "pagu anggaran", "pagu dipa", "jumlah anggaran", "biaya",
        "alokasi anggaran"), ("amount",)),
        Role(
            "pelaksana",
            ("pelaksana", "penanggung jawab", "penanggungjawab", "pelaksana kegiatan", "pic", "unit pelaksana", "unit kerja",
            "penanggung jawab kegiatan",
             "subbagian", "unit penanggung jawab", "bidang", "pihak terkait"),
            ("text", "name"),
        ),
        Role("keterangan", ("keterangan", "ket", "catatan"), ("text",)),
    ),
    title=(
        "rencana aksi", "rencana aksi kinerja", "rencana aksi kinerja tahunan", "rencana aksi perjanjian kinerja",
        "rencana aksi pencapaian kinerja",
        "rencana aksi atas perjanjian kinerja", "rencana aksi tahun", "rencana aksi kinerja sasaran",
    ),
    against=("cara perhitungan", "pagu dan realisasi", "perbandingan", "jabatan", "golongan"),
    chapters=("perencanaan kinerja", "rencana aksi", "lampiran"),
)  # fmt: skip

_HEADING = re.compile(r"\brencana\s*aksi\b", re.IGNORECASE)
_MONTH = "|".join(sorted(_MONTHS, key=len, reverse=True))
_PERIOD = re.compile(
    rf"(?:(?:triwulan|tw|kuartal|semester|bulan)\s*[.-]?\s*(?:IV|I{{1,3}}|\d{{1,2}})|[TBQ]\s?\d{{1,2}}|\b(?:IV|I{{1,3}})|\b(?:{_MONTH}))\W*$",
    re.IGNORECASE,
)
_GLUED = re.compile(r"^(tw)(?=[IV])", re.IGNORECASE)
"""A quarter whose blank was lost where its pieces were put together."""
_UNTOLD = "tanda jadwal di tabel ini tergeser dalam teks; baris yang kolom tandanya tidak dapat dipastikan dibiarkan tanpa jadwal"
_TOUCHED = ("target_kegiatan", "jadwal", "anggaran", "pelaksana")


@dataclass(frozen=True, slots=True)
class _Period:
    column: int
    label: str


def read(table: Table, context: Context) -> list[BarisAksi]:
    """One row per activity or indicator; the schedule names the periods that are ticked. Blank cells stay blank."""
    rows = _with_told_ticks(table, _settled(table))
    periods = _periods(table)
    number, sasaran = table.column("nomor"), table.column("sasaran")
    anchors = [list_number(own(row, number)) or "" for row in rows]
    texts = [text if has_words(text := own(row, sasaran)) else "" for row in rows]
    covering = spans(texts, anchors, SASARAN)
    result = []
    for row, span, anchor in zip(rows, covering, anchors, strict=True):
        read_row = _row(table, row, context, periods)
        if row.role in ("index", "total") or not _says_something(read_row):
            continue
        read_row.nomor = anchor or (span.anchor if span else None) or None
        read_row.sasaran = span.text if span else None
        result.append(read_row)
    return result


def _row(table: Table, row: Row, context: Context, periods: Sequence[_Period]) -> BarisAksi:
    target = joined_target(own(row, table.column("target")), own(row, table.column("satuan")))
    amount = table.column("anggaran")
    return BarisAksi(
        indikator=_text(row, table.column("indikator")),
        target=target_of(target) if target else None,
        kegiatan=_text(row, table.column("kegiatan")),
        jadwal=[p.label for p in periods if own(row, p.column)],
        anggaran=_amount(table, row, amount, context),
        pelaksana=_text(row, table.column("pelaksana"), letters=2),
        sumber=context.source(row.places, table.id),
    )


def _with_told_ticks(table: Table, rows: Sequence[Row]) -> list[Row]:
    """The rows; those of a guessed table without the ticks behind its texts, whose columns nothing tells, which the table then says."""
    if not table.guessed:
        return list(rows)
    told = [replace(row, cells=[replace(cell, text=without_ticks(cell.text)) for cell in row.cells]) for row in rows]
    if told != list(rows) and _UNTOLD not in table.notes:
        table.notes.append(_UNTOLD)
    return told


def _text(row: Row, column: int | None, letters: int = 3) -> str | None:
    text = own(row, column)
    return text if has_words(text, letters) and not is_noise(text) else None


def _says_something(row: BarisAksi) -> bool:
    return bool(row.indikator or row.target or row.kegiatan or row.jadwal or row.pelaksana)


def _amount(table: Table, row: Row, column: int | None, context: Context) -> Angka | None:
    text = own(row, column)
    if column is None or not re.search(r"\d", text):
        return None
    source = context.source(row.cells[column].places, table.id, (row_index(table, row), column))
    return context.figure(text, read_scaled(text, context.factor(table, column)), "rupiah", source)


def _periods(table: Table) -> list[_Period]:
    """The columns of the schedule with the lowest header text above each."""
    found: list[_Period] = []
    for column in table.columns:
        if column.role != "jadwal":
            continue
        found.append(_Period(column.index, _period_name(column.header) or str(len(found) + 1)))
    return found


def _period_name(header: str) -> str:
    """The period a column's header names, a name cut by a narrow column joined ("B 1 0" -> "B10")."""
    lowest = re.split(r"\s*\|\s*", header)[-1]
    pieces = lowest.split()
    joined = "".join(pieces) if pieces and all(len(piece) <= 3 for piece in pieces) else lowest
    named = _PERIOD.search(joined)
    if joined == lowest or not named:
        return named.group().strip() if named else joined
    return _GLUED.sub(r"\1 ", named.group().strip())


def _settled(table: Table) -> list[Row]:
    """The rows with cells that stand one column off moved to where they belong."""
    touched = [c.index for c in table.columns if c.role in _TOUCHED]
    texts = [["" if row.text(i) and row.cells[i].filled_down else clean(row.text(i)) for i in touched] for row in table.rows]
    if len(touched) < 2 or len(texts) < 4:
        return table.rows
    profile = agreements(texts)
    return [_moved(row, touched, settle(text, profile)) for row, text in zip(table.rows, texts, strict=True)]


def _moved(row: Row, columns: Sequence[int], places: Sequence[int | None]) -> Row:
    cells = list(row.cells)
    for target, source in zip(columns, places, strict=True):
        if target < len(cells):
            cells[target] = row.cells[columns[source]] if source is not None else TableCell()
    return Row(cells, row.places, row.role)


def read_action_plans(flow: Sequence[Item], context: Context) -> list[RencanaAksi]:
    """One plan per table of kind ``rak``, with year and unit from the heading above it."""
    return [
        RencanaAksi(id=f"{table.id}-rak", dokumen=context.document, tabel=table.id, tahun=year, unit=unit, baris=read(table, context))
        for table, year, unit in plan_tables(flow, "rak", _HEADING, context)
    ]
