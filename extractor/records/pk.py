"""Perjanjian kinerja: the table of sasaran, indikator and target that a unit signs.

The columns are those of PermenPANRB 53/2014, lampiran I (Sasaran Program/Kegiatan, Indikator Kinerja, Target); ministries
and local government vary the words.
"""

import re
from collections.abc import Sequence

from extractor.model import BarisPK
from extractor.records.cells import clean, has_words, is_foreign, is_index, is_noise, joined_target, list_number, own, target_of
from extractor.records.combined_goals import COMBINED, combined_labels
from extractor.records.context import Context
from extractor.records.cuts import rejoin, vocabulary
from extractor.records.spans import Span, spans
from extractor.tables.spec import KindSpec, Role
from extractor.tables.table import Row, Table
from extractor.values.starts import INDIKATOR, SASARAN

SASARAN_WORDS = (
    "sasaran", "sasaran strategis", "sasaran program", "sasaran kegiatan", "sasaran program/kegiatan", "sasaran strategis/program",
    "sasaran kinerja", "sasaran strategis/sasaran program", "tujuan/sasaran", "sasaran renstra", "uraian sasaran", "kinerja utama",
    "sasaran perangkat daerah", "sasaran opd", "rencana hasil kerja", "sasaran output", "sasaran outcome",
)  # fmt: skip
INDIKATOR_WORDS = (
    "indikator kinerja", "indikator", "indikator kinerja utama", "indikator kinerja individu", "indikator sasaran", "iku",
    "indikator kinerja kegiatan", "indikator kinerja program", "indikator kinerja sasaran", "indikator kinerja utama (iku)",
    "indikator kinerja sasaran strategis", "uraian indikator", "indikator kinerja sasaran program", "indikator kinerja tujuan",
)  # fmt: skip
TARGET_WORDS = (
    "target", "target kinerja", "target tahunan", "target indikator kinerja", "target tahun", "target %", "target indikator",
    "target kinerja tahunan",
    "target akhir", "target setelah perubahan", "target kuantitas",
)  # fmt: skip
QUARTER_WORDS = (
    "triwulan i", "triwulan ii", "triwulan iii", "triwulan iv", "tw i", "tw ii", "tw iii", "tw iv",
    "i", "ii", "iii", "iv",
)  # fmt: skip
SATUAN_WORDS = ("satuan", "sat", "satuan target", "unit satuan", "satuan ukuran", "satuan ukur")
GOAL_WORDS = ("tujuan", "misi", "visi misi", "tujuan strategis")
NUMBER_WORDS = ("no", "nomor", "no urut", "no sasaran")
TARGET_LOOKS = ("percent", "quantity", "number", "grade", "amount")

SPEC = KindSpec(
    kind="pk",
    roles=(
        Role("nomor", NUMBER_WORDS, ("ordinal", "number")),
        Role("sasaran", SASARAN_WORDS, ("long", "text"), need=0.35),
        Role("indikator", (*INDIKATOR_WORDS, *COMBINED), ("long", "text"), need=0.5),
        Role("tujuan", GOAL_WORDS, ("long", "text"), many=True),
        Role("satuan", SATUAN_WORDS, ("text", "name")),
        Role("target", TARGET_WORDS, TARGET_LOOKS, need=0.45),
        Role("target_triwulan", QUARTER_WORDS, TARGET_LOOKS, many=True),
        Role("keterangan", ("keterangan", "ket", "catatan", "formula", "penanggung jawab"), ("text",)),
    ),
    title=(
        "perjanjian kinerja", "perjanjian kinerja tahun", "penetapan kinerja", "penetapan kinerja tahun", "lampiran perjanjian kinerja",
        "formulir perjanjian kinerja", "perjanjian kinerja perubahan", "perjanjian kinerja revisi", "perjanjian kinerja sekretaris",
        "perjanjian kinerja kepala bagian", "perjanjian kinerja kepala sub bagian",
    ),
    against=(
        "realisasi", "capaian", "capaian kinerja", "% capaian", "realisasi kinerja", "cara perhitungan", "formulasi perhitungan",
        "sumber data",
        "rencana aksi", "rencana kinerja tahunan", "rencana kerja tahunan", "pengukuran kinerja", "pagu", "jadwal", "rencana pelaksanaan",
        "kondisi awal", "kondisi akhir", "sasaran jangka menengah", "sasaran strategis jangka menengah", "target jangka menengah",
    ),
    chapters=("perencanaan kinerja", "perjanjian kinerja", "lampiran", "perencanaan dan perjanjian kinerja"),
    one_year=True,
)  # fmt: skip

GROUP = re.compile(
    r"(?:sasaran|tujuan|kinerja utama|s[spk]|ss[pk])(?:\s+(?:strategis|program|kegiatan|kinerja|ke))*\s*[.-]?\s*"
    r"(?P<number>\d{1,2}(?:\.\d{1,2})*|[IVX]{1,5})\s*(?:[.:)–-]+(?!\d)|(?<=\d)\s(?=\s*(?-i:[A-Z])))\s*(?P<text>\S.*)",
    re.IGNORECASE,
)
"""A row that names the sasaran of the indicators below it: "Sasaran 3 : Meningkatnya …", "SS2.1 Meningkatnya …"."""
LISTED_GROUP = re.compile(r"\(?(?P<number>\d{1,2}|[IVX]{1,5})[.)]\s*(?P<text>\S.*\s.*)")
"""The same with nothing but its number, where no column is one of sasaran: "3. Meningkatnya …"."""
_LABEL_INSIDE = re.compile(r"(?<=\s)(?:Sasaran|SASARAN|Tujuan|TUJUAN)(?:\s+\w+)?\s+\d{1,2}\s*[:.]")


def read(table: Table, context: Context) -> list[BarisPK]:
    """One row per indicator; number and sasaran are those of the merged cell, or of the label row, that covers it."""
    columns = _Columns.of(table)
    under = combined_labels(table, "indikator", ("target",)) if columns.sasaran is None else {}
    labels = _with_parted([_label(row, columns, table) or under.get(at) for at, row in enumerate(table.rows)], table, columns)
    covering = _covering(table, columns, labels)
    wrapped = _wrapped_indicators(table, columns, labels)
    rows: list[BarisPK] = []
    for at, row in enumerate(table.rows):
        if row.role in ("index", "total") or is_index(row) or labels[at]:
            continue
        indicator, target = wrapped[at], columns.target_text(row)
        if indicator is None or indicator.start != at:
            if not target:
                continue
            indicator = None
        rows.append(_row(table, row, context, columns, covering[at], indicator.text if indicator else None, target))
    return rows


def _row(
    table: Table,
    row: Row,
    context: Context,
    columns: "_Columns",
    sasaran: tuple[str | None, str | None],
    indicator: str | None,
    target: str,
) -> BarisPK:
    number = list_number(own(row, columns.number)) or sasaran[0]
    return BarisPK(
        nomor=number, sasaran=sasaran[1], indikator=indicator, target=target_of(target), sumber=context.source(row.places, table.id)
    )


class _Columns:
    """The columns of one agreement table."""

    def __init__(self, number: int | None, sasaran: int | None, indicator: int | None, unit: int | None, target: int | None) -> None:
        self.number, self.sasaran, self.indicator, self.unit, self.target = number, sasaran, indicator, unit, target

    @classmethod
    def of(cls, table: Table) -> "_Columns":
        sasaran, indicator = table.column("sasaran"), table.column("indikator")
        if indicator is None:
            sasaran, indicator = None, sasaran
        target = table.column("target", table.year) if table.year else None
        return cls(table.column("nomor"), sasaran, indicator, table.column("satuan"), table.column("target") if target is None else target)

    def target_text(self, row: Row) -> str:
        """The target with its unit, as printed; also where it was taken from a merged cell."""
        return joined_target(clean(row.text(self.target)).strip("-–— •"), clean(row.text(self.unit)))

    def texts(self) -> tuple[int, ...]:
        return tuple(c for c in (self.sasaran, self.indicator) if c is not None)


def _label(row: Row, columns: _Columns, table: Table) -> tuple[str, str] | None:
    """Number and text of a row that only names a sasaran; words of it that slipped over the border are put back."""
    texts = [clean(row.text(c)) for c in columns.texts()]
    if not any(texts):
        return _banner(row, columns)
    found = next((m for m in map(GROUP.fullmatch, texts) if m), None)
    target = columns.target_text(row)
    if found is None or sum(bool(t) for t in texts) != 1 or target_of(target).jenis not in ("kosong", "lain"):
        return None
    slipped = target if has_words(target, 2) else ""
    words = vocabulary(r.text(c) for r in table.rows if r is not row for c in columns.texts())
    return found["number"], rejoin(found["text"], slipped, words)


def _banner(row: Row, columns: _Columns) -> tuple[str, str] | None:
    """Number and text of a sasaran that stands across the columns, and so in the first one."""
    filled = [clean(c.text) for c in row.cells if c.text.strip()]
    if len(filled) != 1:
        return None
    found = GROUP.fullmatch(filled[0]) or (LISTED_GROUP.fullmatch(filled[0]) if columns.sasaran is None else None)
    return (found["number"], found["text"]) if found else None


def _with_parted(labels: list[tuple[str, str] | None], table: Table, columns: _Columns) -> list[tuple[str, str] | None]:
    """The labels, with those whose number and words stand in the columns of the entries: without a target, counting on with each other.

    A lone entry without a target is told from them by the next one, which counts on with it.
    """
    if columns.sasaran is not None or columns.number is None or columns.indicator is None:
        return labels
    parted = {at: found for at, known in enumerate(labels[:-1]) if known is None and (found := _parted(table.rows, at, columns))}
    if len(parted) == 1:
        parted = {
            at: label for at, label in parted.items() if list_number(own(table.rows[at + 1], columns.number)) != str(int(label[0]) + 1)
        }
    whole = [parted.get(at, label) for at, label in enumerate(labels)]
    numbers = [label[0] for label in whole if label]
    return whole if len(numbers) > 1 and numbers == [str(n + 1) for n in range(len(numbers))] else labels


def _parted(rows: Sequence[Row], at: int, columns: _Columns) -> tuple[str, str] | None:
    """Number and words of a row without a target over one with one."""
    number, text = list_number(own(rows[at], columns.number)) or "", clean(own(rows[at], columns.indicator))
    listed = LISTED_GROUP.fullmatch(text) if not number else None
    number, text = (listed["number"], listed["text"]) if listed else (number, text)
    over = not columns.target_text(rows[at]) and bool(columns.target_text(rows[at + 1]))
    return (number, text) if over and number.isdecimal() and has_words(text, 2) else None


def _trailing(text: str) -> tuple[str, tuple[str, str] | None]:
    """An indicator without the label row that was joined to its end, and that label (which holds for the rows below)."""
    found = _LABEL_INSIDE.search(text)
    if found is None:
        return text, None
    label = GROUP.fullmatch(text[found.start() :].strip())
    return (text[: found.start()].strip(), (label["number"], label["text"])) if label else (text, None)


def _covering(table: Table, columns: _Columns, labels: list[tuple[str, str] | None]) -> list[tuple[str | None, str | None]]:
    """Number and sasaran that hold for each row."""
    if any(labels):
        current: tuple[str | None, str | None] = (None, None)
        result = []
        for row, label in zip(table.rows, labels, strict=True):
            current = label or current
            result.append(current)
            current = _trailing(own(row, columns.indicator))[1] or current if label is None else current
        return result
    return [(_number(s), s.text) if s else (None, None) for s in _sasaran(table, columns)]


def _sasaran(table: Table, columns: _Columns) -> list[Span | None]:
    texts = [_worded(own(row, columns.sasaran)) for row in table.rows]
    numbers = [list_number(own(row, columns.number)) or "" for row in table.rows]
    found = spans(texts, numbers, SASARAN)
    if columns.number is None:
        for span in {id(s): s for s in found if s}.values():
            _split_number(span)
    return found


def _split_number(span: Span) -> None:
    """Without a column of numbers the list number stands before the sasaran."""
    match = re.match(r"\(?(\d{1,2})[.)]\s+(?=\S)", span.text)
    if match:
        span.anchor, span.text = match[1], span.text[match.end() :]


def _number(span: Span) -> str | None:
    return span.anchor or None


def _worded(text: str) -> str:
    return text if has_words(text) else ""


def _wrapped_indicators(table: Table, columns: _Columns, labels: list[tuple[str, str] | None]) -> list[Span | None]:
    targets = ["" if label else columns.target_text(row) for row, label in zip(table.rows, labels, strict=True)]
    texts = []
    for row, label, target in zip(table.rows, labels, targets, strict=True):
        text = "" if label or row.role in ("index", "total") else _trailing(own(row, columns.indicator))[0]
        noise = is_foreign(text) or (is_noise(text) and target_of(target).jenis in ("kosong", "lain"))
        texts.append("" if noise or not has_words(text, 2) else text)
    return spans(texts, targets, INDIKATOR, resets=[label is not None for label in labels])
