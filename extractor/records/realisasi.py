"""Budget realisation tables (realisasi anggaran): pagu, realisasi and percent per program, kegiatan or rincian output."""

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Literal

from extractor.model import Angka, BarisRealisasi
from extractor.records.cells import row_index
from extractor.records.context import Context
from extractor.tables.profile import is_total_label, is_total_of
from extractor.tables.spec import KindSpec, Role
from extractor.tables.table import Row, Table
from extractor.tables.wording import years as years_in
from extractor.values.codes import code_level, read_code, split_code
from extractor.values.numbers import Convention, column_convention, read_percent, share_behind

SPEC = KindSpec(
    kind="realisasi_anggaran",
    roles=(
        Role("nomor", ("no", "nomor", "no urut"), ("ordinal",)),
        Role("tahun", ("tahun", "tahun anggaran"), ("year",)),
        Role("kode", ("kode", "kode akun", "kode rekening", "kode program", "kode kegiatan", "akun", "mak"), ("code",)),
        Role("program", ("program", "nama program", "program kerja", "program pembangunan", "program strategis"), ("text",)),
        Role("kegiatan", ("kegiatan", "nama kegiatan", "uraian kegiatan", "sub kegiatan", "kegiatan sub kegiatan"), ("text",)),
        Role("kro", ("kro", "klasifikasi rincian output"), ("text",)),
        Role("komponen", ("komponen", "sub komponen", "komponen kegiatan", "rincian komponen"), ("text",)),
        Role(
            "uraian",
            (
                "uraian",
                "program kegiatan",
                "program dan kegiatan",
                "uraian program kegiatan",
                "jenis belanja",
                "belanja",
                "kelompok belanja",
                "program kegiatan output",
                "nama program kegiatan",
                "uraian belanja",
                "akun belanja",
            ),
            ("text",),
        ),
        Role("sasaran", ("sasaran kegiatan", "sasaran", "sasaran strategis", "sasaran program"), ("text",)),
        Role("indikator", ("indikator kinerja", "indikator", "rincian output", "output", "keluaran", "indikator sasaran"), ("text",)),
        Role("target", ("target",), ("percent", "number", "grade", "quantity"), many=True),
        Role(
            "capaian",
            (
                "capaian kinerja",
                "realisasi kinerja",
                "kinerja realisasi",
                "kinerja capaian",
                "realisasi fisik",
                "fisik",
                "capaian fisik",
                "capaian output",
                "realisasi output",
                "capaian keluaran",
                "capaian ro",
                "realisasi volume",
            ),
            ("percent", "number"),
            many=True,
        ),
        Role(
            "pagu",
            (
                "pagu",
                "pagu anggaran",
                "anggaran",
                "alokasi anggaran",
                "jumlah anggaran",
                "pagu dipa",
                "anggaran setelah perubahan",
                "target anggaran",
                "alokasi",
                "pagu revisi",
                "anggaran pagu",
                "besar anggaran",
                "besar anggaran dpa",
                "besar anggaran dppa",
                "anggaran dpa",
                "anggaran dppa",
                "keuangan pagu",
                "keuangan anggaran",
            ),
            ("amount",),
            need=0.45,
            many=True,
        ),
        Role(
            "realisasi",
            (
                "realisasi",
                "realisasi anggaran",
                "realisasi keuangan",
                "penyerapan",
                "realisasi belanja",
                "penyerapan anggaran",
                "keuangan realisasi",
                "anggaran realisasi",
                "s.d. periode",
                "s.d. periode ini",
                "realisasi s.d. periode",
                "total realisasi",
            ),
            ("amount",),
            need=0.2,
            many=True,
        ),
        Role(
            "persen",
            (
                "%",
                "persen",
                "persentase",
                "% realisasi",
                "capaian",
                "capaian kinerja %",
                "persentase realisasi",
                "tingkat penyerapan",
                "prosentase",
                "daya serap",
                "serapan",
                "persentase penyerapan",
                "capaian %",
                "% capaian",
            ),
            ("percent", "number"),
            many=True,
        ),
        Role("sisa", ("sisa", "sisa anggaran", "sisa pagu", "selisih", "efisiensi"), ("amount",), many=True),
        Role("keterangan", ("keterangan", "ket", "sumber dana", "penanggung jawab"), ("text",)),
    ),
    any_of=("uraian", "kegiatan", "program", "indikator", "komponen", "tahun"),
    title=(
        "realisasi anggaran",
        "pagu dan realisasi anggaran",
        "penyerapan anggaran",
        "realisasi keuangan",
        "anggaran dan realisasi",
        "realisasi belanja",
        "efisiensi penggunaan anggaran",
        "kegiatan dan anggaran",
        "akuntabilitas keuangan",
        "pengukuran capaian kinerja",
        "alokasi anggaran",
        "program dan anggaran",
        "rencana anggaran",
    ),
    against=("perjanjian kinerja", "rencana kerja tahunan", "rencana kinerja tahunan", "rencana aksi"),
    chapters=("realisasi anggaran", "akuntabilitas keuangan", "akuntabilitas kinerja", "program rencana kerja dan anggaran"),
)

_IN_BRACKETS = re.compile(r"\(\s*(\d{1,3}(?:[.,]\d+)?\s*%)\s*\)")
_DOTTED = re.compile(r"\d{1,2}(?:\.\d{1,2}){0,3}")
_LETTERED = re.compile(r"[A-Z]{1,4}[.)]?")
_YEAR_ALONE = re.compile(r"\W*(?:tahun(?:\s+anggaran)?|t\.?\s?a\.?)?\s*(?:19|20)\d{2}\W*", re.IGNORECASE)
"""A line named by nothing but its year."""
_ROMAN_OR_NUMBER = re.compile(r"^(?:\d{1,3}|[ivx]{1,4})\s*[.)]\s+(?=\S)", re.IGNORECASE)


Level = Literal["program", "kegiatan", "ro", "total"]
_LEVEL_OF: Mapping[str, Level | None] = {
    "komponen": "ro", "indikator": "ro", "kro": None, "kegiatan": "kegiatan", "uraian": None, "program": "program",
}  # fmt: skip
"""Columns that may name a line, from the finest to the coarsest, and the level that a line named there has."""


def read(table: Table, context: Context) -> list[BarisRealisasi]:
    """One row per stated line and year; labels without any amount are no rows."""
    names = _name_roles(table)
    dated = sorted({c.year for c in table.columns if c.role in ("pagu", "realisasi") and c.year is not None})
    years: list[int | None] = [*dated] or [None]
    conventions = {c.index: column_convention(row.text(c.index) for row in table.rows) for c in table.columns}
    found: list[BarisRealisasi] = []
    numbers: list[str] = []
    held: tuple[str, Level | None] = ("", None)
    for row in table.rows:
        held = _name(table, row, names) or held
        for year in years:
            line = _line(table, row, year, held, conventions, context)
            if line is not None and (not names or (year is None and _YEAR_ALONE.fullmatch(line.uraian))):
                line = _of_a_year(line, row.text(table.column("tahun")) if not names else line.uraian)
            if line is not None:
                found.append(line)
                numbers.append(row.text(table.column("nomor")).strip())
    _set_levels(found, table, numbers)
    return found


def _of_a_year(line: BarisRealisasi, label: str) -> BarisRealisasi:
    """The line of a table with a row for each year: all that was spent in it."""
    named = years_in(label)
    return line.model_copy(update={"tahun": named[-1], "uraian": label.strip(), "tingkat": "total"}) if named else line


def _name_roles(table: Table) -> tuple[str, ...]:
    """The columns that name the lines: an indikator column only where it holds coded outputs on most lines with amounts."""
    present = [role for role in _LEVEL_OF if table.column(role) is not None]
    if "indikator" in present and len(present) > 1:
        amounts = [c.index for c in table.columns if c.role in ("pagu", "realisasi")]
        rows = [r for r in table.rows if any(any(ch.isdigit() for ch in r.text(c)) for c in amounts)]
        coded = sum(split_code(r.text(table.column("indikator")))[0] is not None for r in rows)
        if coded <= 0.5 * len(rows):
            present.remove("indikator")
    return tuple(present) or _first_text(table)


def _first_text(table: Table) -> tuple[str, ...]:
    """Where no column names lines by its header: the sasaran, or what stands before the amounts, as the source of the money."""
    first = min((c.index for c in table.columns if c.role in ("pagu", "realisasi")), default=0)
    return next(((role,) for role in ("sasaran", "keterangan") if (at := table.column(role)) is not None and at < first), ())


def _name(table: Table, row: Row, roles: Sequence[str]) -> tuple[str, Level | None] | None:
    """The finest name in the row and the level of its column."""
    for role in roles:
        text = row.text(table.column(role)).strip()
        if text:
            return text, _LEVEL_OF.get(role)
    return None


def _names_above(table: Table, row: Row) -> Iterator[str]:
    for other in table.rows[: row_index(table, row)]:
        yield from (cell.text for cell in other.cells if not any(ch.isdigit() for ch in cell.text))


def _line(
    table: Table, row: Row, year: int | None, name: tuple[str, Level | None], conventions: dict[int, Convention | None], context: Context
) -> BarisRealisasi | None:
    figures = {role: _figure(table, row, role, year, conventions, context) for role in ("pagu", "realisasi", "persen")}
    if figures["pagu"] is None and figures["realisasi"] is None:
        return None
    figures["persen"] = figures["persen"] or _bracketed(table, row, year, context)
    label, level = name
    total = row.role == "total" or is_total_label(label) or is_total_of(label, _names_above(table, row))
    text = row.total_label() or label if total else label
    code, rest = split_code(_ROMAN_OR_NUMBER.sub("", text))
    own = row.text(table.column("kode")).strip()
    code = read_code("".join(own.split())) or split_code(own)[0] or own or code if own and not is_total_label(own) else code
    return BarisRealisasi(
        tahun=year or table.year or context.year,
        kode=code or None,
        uraian=(rest or text).strip(),
        tingkat="total" if total else (code_level(code) if code else None) or level,
        pagu=figures["pagu"],
        realisasi=figures["realisasi"],
        persen=figures["persen"],
        sumber=context.source(row.places, table.id),
    )


def _figure(
    table: Table, row: Row, role: str, year: int | None, conventions: dict[int, Convention | None], context: Context
) -> Angka | None:
    columns = [c.index for c in table.columns if c.role == role and c.year in _years_of(table, role, year)]
    if not columns:
        return None
    if role != "persen":
        return context.amount(table, row, columns[0], conventions[columns[0]])
    spent = table.column("realisasi", year) or table.column("realisasi")
    beside = [c for c in columns if spent is not None and c > spent]
    return context.percent(table, row, (beside or columns)[0])


def _years_of(table: Table, role: str, year: int | None) -> tuple[int | None, ...]:
    """The years a column of this role may carry for a line of this year: its own, or none where no such column has its own."""
    own = {c.year for c in table.columns if c.role == role}
    return (year,) if year in own else (None,) if None in own else tuple(own) if year is None else ()


def _bracketed(table: Table, row: Row, year: int | None, context: Context) -> Angka | None:
    """A percent in brackets inside the realisasi cell."""
    for column in table.columns:
        if column.role == "realisasi" and column.year in _years_of(table, "realisasi", year):
            text = row.text(column.index)
            match = _IN_BRACKETS.search(text)
            share = match[1] if match else share_behind(text)
            if share:
                source = context.source(row.cells[column.index].places, table.id, (row_index(table, row), column.index))
                return context.figure(share, read_percent(share), "%", source)
    return None


def _lettered_programs(rows: Sequence[BarisRealisasi], numbers: Sequence[str]) -> set[int]:
    """Lines lettered (A, B; I, II) as one is that names itself a program: letters count one level alone."""
    lettered = {at for at, number in enumerate(numbers) if _LETTERED.fullmatch(number)}
    return lettered if any(rows[at].uraian.lower().startswith("program ") for at in lettered) else set()


def _numbered_levels(numbers: Sequence[str]) -> tuple[set[int], set[int]]:
    """Lines numbered as one with parts (1, over 1.1 and 1.2), and lines numbered as such parts, in a table that has both."""
    depths = {at: number.count(".") for at, text in enumerate(numbers) if _DOTTED.fullmatch(number := text.strip("() ").rstrip("."))}
    top = min(depths.values(), default=0)
    below = {at for at, depth in depths.items() if depth > top}
    return {at for at, depth in depths.items() if depth == top and at + 1 in below}, below


def _set_levels(rows: Sequence[BarisRealisasi], table: Table, numbers: Sequence[str]) -> None:
    """Levels of lines without a telling code: the word Program, the header word, or a sum of the lines that follow."""
    output = any("output" in c.header.lower() for c in table.columns if c.role == "uraian")
    above, below = _numbered_levels(numbers)
    sums = (_sums_of_followers(rows) | _lettered_programs(rows, numbers) | above) - below
    for at, row in enumerate(rows):
        if row.tingkat == "kegiatan" and (at in sums or row.uraian.lower().startswith("program ")):
            row.tingkat = "program" if row.kode is None else row.tingkat
        elif row.tingkat is None:
            named = row.uraian.lower().startswith("program")
            row.tingkat = "program" if named or at in sums else "ro" if output else "kegiatan"


def _sums_of_followers(rows: Sequence[BarisRealisasi]) -> set[int]:
    """Lines whose pagu is the exact sum of the two or more lines right after them."""
    values = [r.pagu.nilai if r.pagu is not None else None for r in rows]
    found = set()
    for at, value in enumerate(values):
        if not isinstance(value, int) or value == 0:
            continue
        total = 0
        for n, other in enumerate(values[at + 1 :], 1):
            if not isinstance(other, int):
                break
            total += other
            if total >= value:
                if total == value and n >= 2:
                    found.add(at)
                break
    return found
