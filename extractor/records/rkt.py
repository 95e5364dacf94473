"""Rencana kinerja (kerja) tahunan: sasaran, kegiatan, indikator, target, sometimes a budget code and an amount per line."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from extractor.model import Angka, BarisRencana, RencanaKinerja
from extractor.records.cells import clean, has_words, is_index, is_noise, joined_target, list_number, own, own_lines, row_index, target_of
from extractor.records.context import Context
from extractor.records.cuts import is_cut_from, other_words
from extractor.records.headings import plan_tables
from extractor.records.lines_of_row import Entry, entries, is_code
from extractor.records.pk import GOAL_WORDS, INDIKATOR_WORDS, NUMBER_WORDS, SASARAN_WORDS, SATUAN_WORDS, TARGET_LOOKS, TARGET_WORDS
from extractor.records.pk_anggaran import AMOUNT_WORDS, URAIAN_WORDS
from extractor.records.repeats import without_repeats
from extractor.records.spans import Span, spans, without_echo
from extractor.tables.spec import KindSpec, Role
from extractor.tables.table import Item, Row, Table
from extractor.tables.wording import fold
from extractor.values.codes import code_level
from extractor.values.scale import read_scaled
from extractor.values.starts import INDIKATOR, SASARAN

_TITLES = (
    "rencana kinerja tahunan", "rencana kerja tahunan", "rencana kerja tahunan (rkt)", "rkt", "rencana kinerja tahunan tahun",
    "rencana kinerja",
    "rencana kerja dan anggaran", "rencana kerja pemerintah", "renja", "rencana kinerja tahunan (rkt)",
)  # fmt: skip
_AGAINST = (
    "realisasi",
    "capaian",
    "rencana aksi",
    "perjanjian kinerja",
    "jadwal",
    "triwulan",
    "rencana pelaksanaan",
    "pelaksanaan kegiatan",
    "cara perhitungan",
    "pelaksana",
)

SPEC = KindSpec(
    kind="rkt",
    roles=(
        Role("nomor", NUMBER_WORDS, ("ordinal", "number")),
        Role("sasaran", SASARAN_WORDS, ("long", "text"), need=0.3),
        Role("indikator", INDIKATOR_WORDS, ("long", "text"), need=0.4),
        Role("satuan", SATUAN_WORDS, ("text", "name")),
        Role("target", TARGET_WORDS, TARGET_LOOKS, need=0.35),
        Role("kode", ("kode", "kode program", "kode kegiatan", "kode rekening", "kode ro"), ("code",)),
        Role(
            "kegiatan",
            ("kegiatan", "program/kegiatan", "nama kegiatan aksi", "kegiatan aksi", "program dan kegiatan", "nama kegiatan", "program",
            "rencana kegiatan",
             "uraian kegiatan", "kebijakan dan program", "program kerja", "aktivitas", "sub kegiatan", "rincian output", "uraian",
             "uraian program/kegiatan", "nama program", "nama program/kegiatan", "program kegiatan"),
            ("long", "text"), need=0.2, many=True,
        ),
        Role("anggaran", (*AMOUNT_WORDS, "kebutuhan anggaran", "pagu indikatif", "kebutuhan dana"), ("amount",)),
        Role("tujuan", GOAL_WORDS, ("long", "text"), many=True),
        Role("keterangan", ("keterangan", "ket", "catatan", "penanggung jawab"), ("text", "name")),
    ),
    title=_TITLES,
    against=_AGAINST,
    chapters=("perencanaan kinerja", "rencana kinerja tahunan", "lampiran"),
    one_year=True,
)  # fmt: skip

SPEC_ANGGARAN = KindSpec(
    kind="rkt_anggaran",
    roles=(
        Role("nomor", ("no", "nomor", "no urut"), ("ordinal",)),
        Role("kode", ("kode", "kode program", "kode kegiatan"), ("code",)),
        Role("uraian", URAIAN_WORDS, ("long", "text"), need=0.5),
        Role("mata_uang", ("rp", "mata uang"), ("currency",)),
        Role("jumlah", AMOUNT_WORDS, ("amount",), need=0.6),
        Role("keterangan", ("keterangan", "ket", "sumber dana"), ("text", "name")),
    ),
    title=_TITLES,
    against=("realisasi", "capaian", "% realisasi", "sisa anggaran", "target", "indikator kinerja", "perjanjian kinerja"),
    chapters=("perencanaan kinerja", "lampiran"),
)

_PROGRAMS = ("program", "nama program")
_PROGRAM = 2
"""Letters of a program's code."""
_HEADING = re.compile(r"\bre[n]?cana\s*(?:kinerja|kerja)\b|\bRKT\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class _Columns:
    number: int | None
    sasaran: int | None
    indicator: int | None
    unit: int | None
    target: int | None
    amount: int | None
    code: int | None
    activity: tuple[int, ...]
    """The columns that share the text of the activity: its code, the text, and unnamed columns that cut it."""

    @classmethod
    def of(cls, table: Table) -> "_Columns":
        names = ("nomor", "sasaran", "indikator", "satuan", "target", "anggaran")
        number, sasaran, indicator, unit, target, amount = (table.column(name) for name in names)
        return cls(number, sasaran, indicator, unit, target, amount, table.column("kode"), _activity(table))


def _activity(table: Table) -> tuple[int, ...]:
    programs = _programs(table)
    first = next((column.index for column in table.columns if column.role == "kegiatan" and column.index not in programs), None)
    code = table.column("kode")
    if first is None:
        return () if code is None else (code,)
    low = high = first
    while low > 0 and low - 1 not in programs and _shares_text(table, low - 1):
        low -= 1
    while high + 1 < len(table.columns) and high + 1 not in programs and _shares_text(table, high + 1):
        high += 1
    inside = tuple(range(low, high + 1))
    return inside if code is None or code in inside else (code, *inside)


def _programs(table: Table) -> set[int]:
    """Columns headed as programs beside another one that is headed as their activities."""
    last = {column.index: fold(column.header.rsplit(" | ", maxsplit=1)[-1]) for column in table.columns if column.role == "kegiatan"}
    activities = any("kegiatan" in header for header in last.values())
    return {index for index, header in last.items() if activities and header in _PROGRAMS}


def _shares_text(table: Table, column: int) -> bool:
    role, header = table.columns[column].role, table.columns[column].header
    return role in ("kode", "kegiatan") or (role is None and not has_words(header))


@dataclass(frozen=True, slots=True)
class _Line:
    """One row with all that holds for it."""

    row: Row
    stack: Sequence[Entry]
    label: bool
    sasaran: Span | None
    indicator: Span | None
    """Only on the row where it starts."""
    target: str

    def says_something(self, columns: _Columns) -> bool:
        """Whether it is a row of its own; a wrapped rest of other cells is none, a further indicator with its target is one."""
        if self.row.role in ("index", "total") or is_index(self.row):
            return False
        alone = bool(self.target) or not columns.activity or columns.amount is None
        return bool(self.stack) or (self.indicator is not None and alone)


def read(table: Table, context: Context) -> list[BarisRencana]:
    """One row per budget line or activity; a row that stacks several codes and amounts gives several.

    Sasaran and number hold for all rows of the merged cell; indicator and target stand only on the row where they start.
    """
    columns = _Columns.of(table)
    lines = [line for line in _lines(without_repeats(table.rows), columns) if line.says_something(columns)]
    return _mended([row for line, held in zip(lines, _held(lines), strict=True) for row in _rows(table, line, held, columns, context)])


def _held(lines: Sequence[_Line]) -> list[Entry]:
    """Per line the activity that a merged cell above it holds for a further indicator."""
    held, result = Entry(), []
    for line in lines:
        if line.stack:
            held = Entry() if line.label else Entry(text=line.stack[-1].text)
        result.append(held)
    return result


def _lines(rows: Sequence[Row], columns: _Columns) -> list[_Line]:
    known = other_words([" ".join(clean(row.text(c)) for c in columns.activity) for row in rows])
    stacks = [_stack(row, columns, words) for row, words in zip(rows, known, strict=True)]
    labels = [_is_label(row, columns, stack) for row, stack in zip(rows, stacks, strict=True)]
    numbers = [list_number(own(row, columns.number)) or "" for row in rows]
    targets = ["" if label else _target(row, columns) for row, label in zip(rows, labels, strict=True)]
    sasaran = spans(_texts(rows, columns.sasaran, labels), numbers, SASARAN, resets=labels)
    indicators = spans(_texts(rows, columns.indicator, labels), targets, INDIKATOR, resets=labels)
    return [
        _Line(row, stacks[at], labels[at], sasaran[at], span if span and span.start == at else None, targets[at])
        for at, (row, span) in enumerate(zip(rows, indicators, strict=True))
    ]


def _stack(row: Row, columns: _Columns, words: frozenset[str]) -> list[Entry]:
    """The activities of one row with their codes and amounts."""
    label = _is_headed(row, columns)
    program = _program(row, columns)
    places = [c for c in range(len(row.cells)) if c != columns.amount] if label else columns.activity
    lines = [own_lines(row, c) for c in places if not is_noise(own(row, c)) and not (program and c == columns.code)]
    found = entries([cell for cell in lines if cell], own(row, columns.amount), words)
    if program and len(found) == 1 and found[0].code is None:
        found[0].code = program
    return found


def _program(row: Row, columns: _Columns) -> str | None:
    """The two letters of a program, which only in the column of the codes are one for certain."""
    text = clean(own(row, columns.code))
    return text if len(text) == _PROGRAM and code_level(text) == "program" else None


def _is_headed(row: Row, columns: _Columns) -> bool:
    """Whether the row runs across the table behind a code; where the first column is the codes' own, every row has one."""
    if not is_code(own(row, 0)):
        return False
    return columns.code != 0 or not any(own(row, c) for c in (columns.sasaran, columns.indicator, columns.target))


def _is_label(row: Row, columns: _Columns, stack: Sequence[Entry]) -> bool:
    """A program over the lines that follow: a code in the first column, or a number of its own without any sasaran or indicator."""
    if _is_headed(row, columns):
        return True
    numbered = list_number(own(row, columns.number)) is not None
    return numbered and bool(stack) and not own(row, columns.sasaran) and not own(row, columns.indicator)


def _target(row: Row, columns: _Columns) -> str:
    text = joined_target(own(row, columns.target), own(row, columns.unit))
    return "" if is_noise(text) or text.strip("*. ") == "" else text


def _texts(rows: Sequence[Row], column: int | None, labels: Sequence[bool]) -> list[str]:
    """What stands in a column in each row itself; label rows and noise left out."""
    texts = []
    for row, label in zip(rows, labels, strict=True):
        text = "" if label or row.role in ("index", "total") else without_echo(own(row, column), own_lines(row, column))
        texts.append(text if has_words(text) and not is_noise(text) else "")
    return texts


def _rows(table: Table, line: _Line, held: Entry, columns: _Columns, context: Context) -> list[BarisRencana]:
    number = list_number(own(line.row, columns.number)) or (line.sasaran.anchor if line.sasaran else None)
    return [
        BarisRencana(
            nomor=number or None,
            tingkat=code_level(entry.code) if entry.code else None,
            sasaran=line.sasaran.text if line.sasaran else None,
            kegiatan=entry.text or None,
            indikator=line.indicator.text if line.indicator and n == 0 else None,
            target=target_of(line.target) if line.target and n == 0 else None,
            kode=entry.code,
            anggaran=_amount(table, line.row, entry, columns, context),
            sumber=context.source(line.row.places, table.id),
        )
        for n, entry in enumerate(line.stack or [held])
    ]


def _amount(table: Table, row: Row, entry: Entry, columns: _Columns, context: Context) -> Angka | None:
    if not entry.amount or columns.amount is None:
        return None
    source = context.source(row.cells[columns.amount].places, table.id, (row_index(table, row), columns.amount))
    return context.figure(entry.amount, read_scaled(entry.amount, context.factor(table, columns.amount)), "rupiah", source)


def _mended(rows: list[BarisRencana]) -> list[BarisRencana]:
    """An activity cut by the scan takes the whole wording that the same table prints under the same code."""
    for row in rows:
        others = [r.kegiatan for r in rows if r.kode and r.kode == row.kode and r.kegiatan and r is not row]
        whole = next((text for text in others if row.kegiatan and is_cut_from(row.kegiatan, text)), None)
        if whole:
            row.kegiatan = whole
    return rows


def read_plans(flow: Sequence[Item], context: Context) -> list[RencanaKinerja]:
    """One plan per table of kind ``rkt``, with year and unit from the heading above it."""
    return [
        RencanaKinerja(id=f"{table.id}-rkt", dokumen=context.document, tabel=table.id, tahun=year, unit=unit, baris=read(table, context))
        for table, year, unit in plan_tables(flow, "rkt", _HEADING, context)
    ]
