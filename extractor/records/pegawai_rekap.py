"""Recaps of staff in tables: counts per status, golongan, education, subbagian or certificate, in one column or in a matrix."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from extractor.model import RekapPegawai
from extractor.records.cells import clean, has_words, is_blank, own
from extractor.records.context import Context
from extractor.records.pegawai_istilah import Dimensi, is_other_topic, read_dimension, read_status, read_topic
from extractor.tables.profile import is_total_label
from extractor.tables.spec import KindSpec, Role
from extractor.tables.table import Column, Row, Table

SPEC = KindSpec(
    kind="pegawai_rekap",
    roles=(
        Role("nomor", ("no", "nomor", "no urut"), ("ordinal", "number")),
        Role(
            "uraian",
            ("uraian", "status", "status pegawai", "status kepegawaian", "jenis pegawai", "jenis kepegawaian", "kategori",
            "kategori pegawai", "kelompok pegawai", "pegawai",
             "golongan", "pangkat golongan", "golongan ruang", "gol ruang", "pangkat", "pendidikan", "tingkat pendidikan",
             "jenjang pendidikan", "pendidikan terakhir", "kualifikasi pendidikan",
             "sub bagian", "subbagian", "unit kerja", "bagian", "bidang", "unit organisasi", "sertifikat", "sertifikasi",
             "jenis sertifikat", "sumber daya manusia", "jabatan", "nama jabatan",
             "jenis kelamin", "usia", "kelompok usia", "eselon", "komposisi pegawai"),
            ("text", "name"),
            need=0.4,
        ),
        Role(
            "jumlah",
            ("jumlah", "jumlah pegawai", "jumlah orang", "jumlah sdm", "jml", "jumlah personil", "orang", "total", "banyaknya",
            "jumlah total", "jumlah asn", "jumlah pns", "posisi orang", "frekuensi",
             "jumlah pegawai orang", "ada", "terisi", "realisasi"),
            ("number", "quantity"),
            need=0.4,
            many=True,
        ),
        Role(
            "jumlah_golongan",
            ("gol iv", "gol iii", "gol ii", "gol i", "golongan iv", "golongan iii", "golongan ii", "golongan i", "non gol",
            "non golongan", "go i", "jumlah gol iv", "jumlah gol iii", "jumlah gol ii",
             "jumlah gol i", "jumlah non gol", "golongan", "pangkat golongan", "iv", "iii", "ii", "iv a", "iv b", "iii a", "iii b",
             "iii c", "iii d", "ii a", "ii b", "ii c", "ii d"),
            ("number", "ordinal"),
            many=True,
        ),
        Role(
            "jumlah_status",
            ("pns", "cpns", "pppk", "p3k", "ppnpn", "asn", "honorer", "non asn", "non pns", "komisioner", "anggota kpu", "tenaga kontrak",
            "tenaga pendukung", "dpk", "organik", "pns organik", "pns dpk",
             "satpam", "jagat saksana", "pramubakti", "pengemudi", "outsourcing"),
            ("number", "ordinal"),
            many=True,
        ),
        Role(
            "jumlah_pendidikan",
            ("s3", "s2", "s1", "d4", "d3", "d2", "d1", "d iii", "d iv", "diploma", "sarjana", "sma", "slta", "sma sederajat",
            "slta sederajat", "smk", "smp", "sltp", "sd", "strata 1", "strata 2"),
            ("number", "ordinal"),
            many=True,
        ),
        Role("jenis_kelamin", ("l", "p", "laki laki", "perempuan", "pria", "wanita", "jenis kelamin", "lk", "pr", "jenis kelamin l",
            "jenis kelamin p"), ("number", "ordinal"), many=True),
        Role("kebutuhan", ("kebutuhan", "formasi", "abk", "jumlah kebutuhan", "kekurangan", "kelebihan", "selisih", "bezetting", "ideal",
            "standar", "kekurangan kelebihan"), ("number", "ordinal")),
        Role("persen", ("%", "persen", "persentase", "prosentase", "persentase %"), ("percent", "number")),
        Role("keterangan", ("keterangan", "ket", "catatan"), ("text",)),
    ),
    title=(
        "rincian jumlah sdm", "jumlah pegawai", "rekapitulasi pegawai", "rekapitulasi jumlah pegawai", "jumlah sdm", "komposisi pegawai",
        "data pegawai berdasarkan", "jumlah pegawai berdasarkan",
        "jumlah pegawai menurut", "keadaan pegawai", "sumber daya manusia", "pegawai berdasarkan tingkat pendidikan",
        "pegawai berdasarkan golongan", "berdasarkan tingkat pendidikan",
        "berdasarkan golongan", "berdasarkan jabatan", "berdasarkan jenis kelamin", "berdasarkan usia", "jumlah asn",
        "rekapitulasi pegawai menurut pendidikan", "komposisi sdm", "kekuatan pegawai",
        "profil pegawai", "jumlah aparatur sipil negara", "distribusi pegawai", "sebaran pegawai", "statistik pegawai",
    ),
    against=("indikator", "sasaran", "target", "pagu", "anggaran", "pemilih", "tps", "peserta", "capaian", "suara", "luas", "satuan",
    "barang", "kendaraan", "kegiatan", "nip", "nama"),
    chapters=("pendahuluan", "struktur organisasi", "sumber daya manusia", "kepegawaian", "gambaran umum", "profil organisasi",
    "aspek strategis"),
)  # fmt: skip

_NOT_COUNTED = re.compile(
    r"(?<!\w)(?:no|nomor|persen\w*|prosen\w*|ket|keterangan|catatan|kebutuhan|formasi|abk|kekurangan|kelebihan|selisih|ideal|standar)(?!\w)|%",
    re.IGNORECASE,
)
_SEX = re.compile(r"(?:jenis\s+kelamin\W*)?(?:l|p|lk|pr|pria|wanita|laki\W*laki|perempuan)", re.IGNORECASE)
_HEAD = re.compile(r"^(?:(?:jumlah|jml|total)\b[\s|(]*(?:pegawai|orang|sdm|asn(?=\s+gol))?[\s|)]*)(?=\S)", re.IGNORECASE)
_UNIT = re.compile(r"(?<=\d)\s*(?:orang|org|pegawai|personil|jiwa)\W*$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class _Counted:
    """A column of counts: what its header counts by, or None for a plain sum column."""

    index: int
    label: str
    dimension: Dimensi | None
    sex: bool = False


@dataclass(frozen=True, slots=True)
class _Cell:
    """A stated count with the row's and the column's meaning."""

    row: Row
    column: _Counted
    label: str
    dimension: Dimensi | None
    total: bool


def read(table: Table, context: Context) -> list[RekapPegawai]:
    """One entry per stated count, in printed order.

    In a matrix a count is named by its column where the row's label can have such a breakdown, and by its row otherwise
    ("Komisioner" has no golongan: a figure that stands under one has slipped). A column of which nothing is known counts no
    whole row beside others that are understood.
    """
    labels = _label_column(table)
    counted = _counted_columns(table, labels)
    sums = {column.index for column in table.columns if column.role == "jumlah"}
    if any(column.dimension for column in counted):
        counted = [c for c in counted if c.dimension or c.sex or not c.label or c.index in sums or is_total_label(c.label)]
    cells = [cell for row in _data_rows(table) for cell in _row_cells(table, row, labels, counted)]
    shared = _shared_dimensions(cells)
    return [entry for cell in cells if (entry := _entry(cell, table, context, cell.column.dimension in shared))]


def _data_rows(table: Table) -> Iterator[Row]:
    return (row for row in table.rows if row.role != "index")


def _label_column(table: Table) -> int | None:
    column = table.column("uraian")
    if column is not None:
        return column
    worded = {
        c.index: sum(bool(re.search(r"[A-Za-z]", r.text(c.index))) for r in table.rows)
        for c in table.columns
        if not _NOT_COUNTED.search(c.header)
    }
    best = max(worded, key=lambda i: (worded[i], -i), default=None)
    return best if best is not None and worded[best] > 1 else None


def _counted_columns(table: Table, labels: int | None) -> list[_Counted]:
    columns = [c for c in table.columns if c.index != labels and c.role not in ("nomor", "uraian", "persen", "kebutuhan", "keterangan")]
    columns = [c for c in columns if not _NOT_COUNTED.search(c.header) and _holds_counts(table, c) and not _runs(table, c, labels)]
    latest = max((c.year for c in columns if c.year), default=None)
    return [_counted(c) for c in columns if c.year in (None, latest)]


def _runs(table: Table, column: Column, labels: int | None) -> bool:
    """Whether a column in front of the labels only numbers the rows, whatever its header (which may have been read upside down)."""
    texts = (re.sub(r"\D", "", row.text(column.index)) for row in table.rows if row.role not in ("index", "total"))
    digits = [text for text in texts if text]  # lines of prose below may have been read as rows
    return labels is not None and column.index < labels and len(digits) > 1 and digits == [str(n + 1) for n in range(len(digits))]


def _holds_counts(table: Table, column: Column) -> bool:
    texts = [_number_text(row.text(column.index)) for row in table.rows]
    filled = [t for t in texts if not is_blank(t)]
    numbers = sum(bool(re.fullmatch(r"\d{1,3}(?:\.\d{3})?|\d{1,5}", t)) for t in filled)
    return numbers >= 0.6 * len(filled) if filled else bool(column.header)


def _counted(column: Column) -> _Counted:
    header = " ".join(column.header.replace("|", " ").split())
    label = _HEAD.sub("", header) or header
    lowest = column.header.rpartition(" | ")[2].strip()
    if lowest != column.header.strip() and read_dimension(lowest) == "pendidikan":
        label = lowest
    dimension = read_dimension(label)
    if dimension in (None, "total") and column.role == "jumlah_golongan" and label:
        dimension = "golongan"
    return _Counted(
        column.index, label, None if dimension == "total" else dimension, bool(_SEX.fullmatch(label)) or column.role == "jenis_kelamin"
    )


def _row_cells(table: Table, row: Row, labels: int | None, counted: list[_Counted]) -> Iterator[_Cell]:
    texts = [clean(cell.text) for i, cell in enumerate(row.cells) if i not in {c.index for c in counted}]
    total = row.role == "total" or any(is_total_label(t) for t in texts)
    label = _row_label(table, row, labels, counted)
    label = next((t for t in texts if is_total_label(t)), label) if total else label
    filled = [c for c in counted if not is_blank(row.text(c.index)) and re.search(r"\d", row.text(c.index))]
    dimension = "total" if total else _row_dimension(table, label, labels)
    for column in filled:
        if column.sex:
            continue
        yield _Cell(
            row,
            column if len(filled) > 1 or _divisible(label, dimension, column) else _plain(column),
            label.strip(" :;.*"),
            dimension,
            total,
        )


def _row_label(table: Table, row: Row, labels: int | None, counted: list[_Counted]) -> str:
    """The label of a row; words that stand beside its column, under no header of their own, belong to it."""
    if labels is None:
        return ""
    unnamed = {c.index for c in table.columns if c.role is None and is_blank(c.header)} - {c.index for c in counted}
    beside = {c: own(row, c) for c in (labels - 1, labels + 1) if c in unnamed and has_words(own(row, c))}
    texts = {**beside, labels: clean(row.text(labels))}
    return " ".join(texts[c] for c in sorted(texts) if not is_blank(texts[c]))


def _plain(column: _Counted) -> _Counted:
    """The column as a plain sum column: the only figure of its row is the row's own count, wherever it stands."""
    return _Counted(column.index, "", None)


def _divisible(label: str, dimension: Dimensi | None, column: _Counted) -> bool:
    """Whether a row's only figure is named by its column: civil servants have a golongan, members and contract staff none."""
    if dimension == "total" or column.dimension is None:
        return False
    if column.dimension == "golongan" and dimension == "status":
        return read_status(label) == "PNS" and not column.label.lower().startswith("non")
    return not label or dimension != "status"


def _row_dimension(table: Table, label: str, labels: int | None) -> Dimensi | None:
    own = read_dimension(label)
    if own and own != "total":
        return own
    header = table.columns[labels].header if labels is not None else ""
    for text in (header, table.title, *(line.text for line in reversed(table.before[-3:]))):
        topic = read_topic(text)
        if topic or is_other_topic(text):
            return topic if not is_other_topic(text) else None
    return own


def _shared_dimensions(cells: list[_Cell]) -> set[Dimensi | None]:
    """Dimensions of columns under which several rows state a count, so that the column alone does not name it."""
    rows: dict[Dimensi, set[int]] = {}
    for cell in cells:
        if cell.column.dimension and not cell.total:
            rows.setdefault(cell.column.dimension, set()).add(id(cell.row))
    return {dimension for dimension, found in rows.items() if len(found) > 1}


def _entry(cell: _Cell, table: Table, context: Context, shared: bool) -> RekapPegawai | None:
    named = _name(cell, shared)
    figure = context.count(table, cell.row, cell.column.index)
    if named is None or figure is None:
        return None
    return RekapPegawai(dimensi=named[0], label=named[1], jumlah=figure, sumber=context.source(cell.row.places, table.id))


def _name(cell: _Cell, shared: bool) -> tuple[Dimensi, str] | None:
    """What a count counts by and its label; None where no dimension of the contract fits (sex, age, jabatan)."""
    column = cell.column
    if column.dimension:
        by_row = shared and cell.label and not cell.total
        return column.dimension, f"{column.label} ({cell.label})" if by_row else column.label
    if not cell.label and is_total_label(column.label):
        return "total", column.label
    return (cell.dimension, cell.label) if cell.dimension and cell.label else None


def _number_text(text: str) -> str:
    return _UNIT.sub("", clean(text)).strip(" .-–—")
