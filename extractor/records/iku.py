"""Indikator Kinerja Utama: the indicators of a body with the way each is measured and where its data come from.

The columns are those of PermenPAN PER/20/M.PAN/11/2008 (indicator, explanation or formula, source of data, person in charge).
"""

from itertools import accumulate

from extractor.model import Iku
from extractor.records.cells import clean, has_words, is_blank, list_number, own
from extractor.records.context import Context
from extractor.tables.spec import KindSpec, Role
from extractor.tables.table import Row, Table

SPEC = KindSpec(
    kind="iku",
    roles=(
        Role("nomor", ("no", "nomor", "no urut"), ("ordinal", "number")),
        Role("tujuan", ("tujuan", "tujuan strategis", "misi", "visi misi", "tujuan renstra"), ("long", "text")),
        Role(
            "sasaran",
            ("sasaran", "sasaran strategis", "sasaran program", "kinerja utama", "sasaran kinerja", "sasaran renstra", "sasaran kegiatan",
            "tujuan sasaran"),
            ("long", "text"),
        ),
        Role(
            "indikator",
            ("indikator kinerja utama", "indikator kinerja", "iku", "indikator", "indikator kinerja utama iku", "indikator sasaran",
            "indikator kinerja sasaran",
             "indikator tujuan", "uraian indikator", "nama indikator"),
            ("long", "text"),
            need=0.5,
        ),
        Role(
            "cara_hitung",
            ("cara perhitungan", "cara penghitungan", "cara hitung", "cara mengukur", "cara pengukuran", "metode perhitungan", "formula",
            "formulasi", "rumus", "rumus perhitungan", "rumus penghitungan", "cara menghitung", "metode penghitungan", "metode pengukuran",
             "formulasi pengukuran", "formulasi perhitungan", "formula perhitungan", "formulasi penghitungan", "penjelasan",
             "penjelasan formulasi", "penjelasan formula",
             "penjelasan formulasi perhitungan", "definisi operasional", "deskripsi", "alasan", "teknik penghitungan", "kriteria",
             "uraian", "keterangan formulasi", "formulasi penjelasan"),
            ("long", "text"),
            need=0.4,
            many=True,
        ),
        Role("sumber_data", ("sumber data", "sumber", "sumber informasi", "data", "sumber data indikator", "sumber data dan informasi",
            "data dukung"), ("text", "name"), need=0.1),
        Role(
            "penanggung_jawab",
            ("penanggung jawab", "penanggungjawab", "unit penanggung jawab", "pelaksana", "unit kerja", "pic", "unit pelaksana",
            "bidang penanggung jawab", "unit kerja penanggung jawab",
             "instansi penanggung jawab"),
            ("text", "name"),
        ),
        Role("satuan", ("satuan", "sat", "satuan ukuran", "satuan ukur", "unit satuan"), ("text", "name")),
        Role("kondisi_awal", ("kondisi awal", "baseline", "data awal", "realisasi awal"), ("percent", "number", "quantity")),
        Role(
            "target",
            ("target", "target kinerja", "target tahun", "target kinerja sasaran pada tahun ke", "target kinerja pada tahun",
            "target akhir renstra", "tahun", "target kinerja tahunan"),
            ("percent", "number", "quantity", "grade"),
            many=True,
        ),
        Role("keterangan", ("keterangan", "ket", "catatan"), ("text",)),
    ),
    title=(
        "indikator kinerja utama", "indikator kinerja utama iku", "iku", "penetapan indikator kinerja utama",
        "indikator kinerja utama tahun", "tabel indikator kinerja utama",
        "lampiran indikator kinerja utama", "tujuan dan sasaran jangka menengah", "tujuan sasaran dan indikator kinerja utama",
        "matriks indikator kinerja utama",
    ),
    against=("realisasi", "capaian", "perjanjian kinerja", "penetapan kinerja", "rencana aksi", "rencana kinerja tahunan",
    "rencana kerja tahunan", "pagu", "anggaran", "jadwal", "kegiatan"),
    chapters=("indikator kinerja utama", "penetapan indikator kinerja utama", "indikator kinerja utama iku"),
)  # fmt: skip


def read(table: Table, context: Context) -> list[Iku]:
    """One entry per indicator; what stands in further rows of the same indicator (a formula over several rows) is joined to it."""
    indicator = table.column("indikator")
    entries: list[list[Row]] = []
    for row in table.rows:
        if row.role in ("index", "total", "group"):
            continue
        if has_words(own(row, indicator)):
            entries.append([row])
        elif entries:
            entries[-1].append(row)
    numbers = _numbers(table, [rows[0] for rows in entries])
    return [_read_entry(table, rows, number, context) for rows, number in zip(entries, numbers, strict=True)]


def _numbers(table: Table, rows: list[Row]) -> list[str | None]:
    """The number of each indicator; one that stands before a merged sasaran holds for all its indicators."""
    stated = [list_number(clean(row.text(table.column("nomor")))) for row in rows]
    if table.column("sasaran") is None:
        return stated
    return list(accumulate(stated, _carried))


def _carried(before: str | None, number: str | None) -> str | None:
    return number or before


def _read_entry(table: Table, rows: list[Row], number: str | None, context: Context) -> Iku:
    return Iku(
        nomor=number,
        indikator=own(rows[0], table.column("indikator")),
        cara_hitung=_joined(table, rows, "cara_hitung"),
        sumber_data=_joined(table, rows, "sumber_data"),
        sumber=context.source(tuple(place for row in rows for place in row.places), table.id),
    )


def _joined(table: Table, rows: list[Row], role: str) -> str | None:
    """The texts of all columns of a role; a cell merged over several indicators counts for each of them."""
    columns = [c.index for c in table.columns if c.role == role]
    texts = [clean(rows[0].text(c)) for c in columns] + [own(row, c) for row in rows[1:] for c in columns]
    return " ".join(t for t in texts if not is_blank(t)) or None
