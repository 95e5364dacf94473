"""The budget list under a perjanjian kinerja: Program (or Kegiatan / Rincian Output) and Anggaran."""

import itertools
import re
from collections.abc import Sequence

from extractor.model import Angka, BarisAnggaran
from extractor.records.cells import clean, has_words, list_number, own, own_lines, row_index, without_list_number
from extractor.records.context import Context
from extractor.tables.profile import is_total_label
from extractor.tables.spec import KindSpec, Role
from extractor.tables.table import Row, Table
from extractor.values.codes import read_code, split_code
from extractor.values.scale import read_scaled

URAIAN_WORDS = (
    "program", "program/kegiatan", "kegiatan", "kegiatan / rincian output / sub komponen", "program dan kegiatan", "uraian", "nama program",
    "nama kegiatan", "kegiatan / rincian output", "program / kegiatan / sub kegiatan", "program kegiatan", "sub kegiatan", "rincian output",
    "komponen", "uraian kegiatan", "program pembangunan", "program/kegiatan/kro/ro", "nama program/kegiatan", "program utama",
    "kegiatan / sub kegiatan", "program kerja", "uraian program/kegiatan",
)  # fmt: skip
AMOUNT_WORDS = (
    "anggaran", "anggaran (rp)", "jumlah anggaran", "pagu", "pagu anggaran", "jumlah", "alokasi anggaran", "anggaran tahun", "pagu (rp)",
    "jumlah (rp)", "nilai", "biaya", "alokasi", "dana", "total anggaran",
)  # fmt: skip

SPEC = KindSpec(
    kind="pk_anggaran",
    roles=(
        Role("nomor", ("no", "nomor", "no urut"), ("ordinal",)),
        Role("kode", ("kode", "kode program", "kode kegiatan", "kode rekening", "mak"), ("code",)),
        Role("uraian", URAIAN_WORDS, ("long", "text"), need=0.5),
        Role("mata_uang", ("rp", "mata uang"), ("currency",)),
        Role("jumlah", AMOUNT_WORDS, ("amount",), need=0.6),
        Role("keterangan", ("keterangan", "ket", "sumber dana", "sumber anggaran", "sumber pembiayaan"), ("text", "name")),
    ),
    title=("perjanjian kinerja", "anggaran perjanjian kinerja", "program dan anggaran", "penetapan kinerja"),
    against=(
        "realisasi", "capaian", "% realisasi", "persentase", "sisa anggaran", "target", "indikator kinerja", "realisasi anggaran",
        "serapan",
        "penyerapan anggaran", "rencana kinerja tahunan", "rencana kerja tahunan", "efisiensi", "pagu dan realisasi",
    ),
    chapters=("perencanaan kinerja", "perjanjian kinerja", "lampiran"),
)  # fmt: skip

_LOCAL_CODE = re.compile(r"\d{1,2}(?:\.\d{1,2}){2,}")
"""A code of local government (Permendagri 90/2019), whose last digit a narrow column may have set on a line of its own."""
_FIGURE = re.compile(r"\d{1,3}(?:\s?[.,]\s?\d{3})+|\d{5,}")


def read(table: Table, context: Context) -> list[BarisAnggaran]:
    """One row per item; sum rows are no items. The amount is null where it is lost; a coded amount whose name is lost has an empty one."""
    amount = table.column("jumlah")
    label, *more = _label_columns(table)
    numbered = sum(_number(row, label) is not None for row in table.rows) >= max(2, 0.5 * len(table.rows))
    rows = []
    for row in table.rows:
        name = without_list_number(_name(row, label, more))
        column = _amount_column(row, label, amount)
        nameless = not name and column is not None and read_code(own(row, table.column("kode"))) is not None
        if row.role in ("index", "total") or is_total_label(name) or not (has_words(name) or nameless):
            continue
        code, rest = split_code(name)
        if column is None and code is None and (row.role == "group" or (numbered and _number(row, label) is None)):
            continue
        rows.append(
            BarisAnggaran(
                kode=_code(row, table) or code,
                uraian=rest,
                jumlah=_amount(table, row, column, context),
                sumber=context.source(row.places, table.id),
            )
        )
    return rows


def _number(row: Row, label: int) -> str | None:
    """The list number of an item, in a cell of its own or before the text."""
    text = own(row, label)
    if without_list_number(text) != text:
        return text
    return next((text for c in range(label) if list_number(text := own(row, c))), None)


def _label_column(table: Table) -> int:
    """The column of the items: the one that says so, else the one with the most letters."""
    named = table.column("uraian")
    if named is not None:
        return named
    letters = [sum(sum(ch.isalpha() for ch in row.text(c.index)) for row in table.rows) for c in table.columns]
    return letters.index(max(letters)) if letters else 0


def _label_columns(table: Table) -> list[int]:
    """The column of the items, then unnamed neighbours that aligned words have cut off it."""
    main = _label_column(table)
    found = [main]
    for step in (-1, 1):
        at = main + step
        while 0 <= at < len(table.columns) and table.columns[at].role is None and not has_words(table.columns[at].header):
            texts = [row.text(at) for row in table.rows]
            if any(has_words(text) for text in texts) and not any(_FIGURE.search(text) for text in texts):
                found.append(at)
            at += step
    return found


def _name(row: Row, label: int, more: Sequence[int]) -> str:
    """The text of an item; where it is cut over neighbouring cells, their printed lines are read across."""
    if not any(own(row, c) for c in more):
        return own(row, label)
    cells = [lines for c in sorted((label, *more)) if (lines := own_lines(row, c))]
    return " ".join(line for across in itertools.zip_longest(*cells, fillvalue="") for line in across if line)


def _amount_column(row: Row, label: int, named: int | None) -> int | None:
    """The cell that holds the figure: a separate "Rp." or an empty column under the header's text may stand before it."""
    order = [named] if named is not None else []
    order += [c for c in range(label + 1, len(row.cells)) if c != named]
    return next((c for c in order if _FIGURE.search(own(row, c))), None)


def _amount(table: Table, row: Row, column: int | None, context: Context) -> Angka | None:
    if column is None:
        return None
    text = clean(row.cells[column].text)
    before = clean(row.text(column - 1)) if column else ""
    printed = f"{before} {text}" if re.fullmatch(r"Rp\.?", before, re.IGNORECASE) else text
    return context.figure(
        printed,
        read_scaled(printed, context.factor(table, column)),
        "rupiah",
        context.source(row.cells[column].places, table.id, (row_index(table, row), column)),
    )


def _code(row: Row, table: Table) -> str | None:
    column = table.column("kode")
    lines = own_lines(row, column)
    whole = "".join(lines)
    if len(lines) == 2 and "." not in lines[1] and _LOCAL_CODE.fullmatch(whole):
        return whole
    return own(row, column).strip(" .") or None
