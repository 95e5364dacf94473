"""Every table of a satker-year as a grid of figures, with its label, total and average rows and the outline of its lines."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Literal

from rapidfuzz import fuzz

from extractor.checks.case import Case
from extractor.checks.outcome import Evidence
from extractor.checks.views.cells import Figure, evidence_of, numeric_share, read_cell
from extractor.checks.views.names import plain
from extractor.model import Asal, Tabel
from extractor.tables.profile import is_index_row, is_total_label, is_total_of
from extractor.values.codes import read_code
from extractor.values.lookalike import mend_lookalikes
from extractor.values.numbers import Convention, column_convention, is_empty

Kind = Literal["amount", "number", "percent", "text", "ordinal", "year"]
RowRole = Literal["data", "group", "total", "average"]

FIGURES = frozenset({"amount", "number", "percent"})
"""Kinds of columns that hold figures."""

_OPENS_WITH_TOTAL = re.compile(r"\W*(?:sub\W?|grand\W?)?(?:jumlah|total)\b", re.IGNORECASE)
_NO = re.compile(r"(?:no|nomor|nomer)\b\.?(?:\s*urut\.?)?", re.IGNORECASE)
_PERCENT_WORDS = re.compile(r"%|\bpersen|\bprosen|\bcapaian\b|\bserapan\b|penyerapan\b|\btingkat\b", re.IGNORECASE)
_AVERAGED = re.compile(
    r"\W*(?:rata\W*rata|rerata)(?:\W+(?:capaian|kinerja|sasaran|ke|strategis|realisasi|target|persen|persentase|tingkat|total|seluruh|"
    r"keseluruhan|anggaran|program|kegiatan|indikator|tahun|utama|[ivx]+|[0-9]+))*\W*", re.IGNORECASE,
)  # fmt: skip
"""The label of a row of averages: an indicator such as "Rata-rata lama sekolah" is none."""
_FIGURES_ALONE = re.compile(r"(?:rp\.?|[\d.,%()\s-])+", re.IGNORECASE)
_NO_DIGIT = re.compile(r"\D+")
_NUMBERING = re.compile(r"[\s()0-9=+x/:*-]*")
_MARK_ALONE = re.compile(r"\W*([0-9]{1,3}(?:\.[0-9]{1,3})*|[A-Za-z]|[IVXivx]{1,5})\W*")
_MARK_BEFORE = re.compile(r"\(?([0-9]{1,3}(?:\.[0-9]{1,2})*|[A-Za-z]|[IVXivx]{1,5})[.)]\s+(?=\S)|([IVX]{1,5}) (?=[A-Z])")
_YEAR = re.compile(r"\b(20[0-4][0-9]|19[89][0-9])\b")


@dataclass(frozen=True, slots=True)
class GridColumn:
    """What a column holds."""

    index: int
    header: str
    kind: Kind
    year: int | None
    convention: Convention | None


@dataclass(frozen=True, slots=True)
class GridRow:
    """A printed row."""

    index: int
    cells: tuple[str, ...]
    figures: tuple[Figure | None, ...]
    role: RowRole
    label: str
    """The words that name the row."""
    mark: str
    """The numbering in front: "A", "1", "1.2"; "" for none."""
    place: Asal


@dataclass(frozen=True, slots=True)
class Grid:
    """A table with its figures read."""

    table: Tabel
    columns: tuple[GridColumn, ...]
    rows: tuple[GridRow, ...]

    def evidence(self, row: GridRow, column: int) -> Evidence:
        """One cell as evidence."""
        name = f"{row.label or row.mark} – {self.columns[column].header}".strip(" –")
        return evidence_of(self.table.id, row.place, (row.index, column), row.figures[column], row.cells[column], name)

    @property
    def numeric(self) -> list[GridColumn]:
        """The columns that hold figures."""
        return [c for c in self.columns if c.kind in FIGURES]

    @property
    def title(self) -> str:
        """What people call the table: its number and title, or its kind."""
        number = f"Tabel {self.table.nomor}" if self.table.nomor else ""
        return " ".join(part for part in (number, self.table.judul) if part) or f"tabel {self.table.jenis.replace('_', ' ')}"


def grids(case: Case) -> list[Grid]:
    """All tables as grids."""
    return [_grid(table) for table in case.report.tabel]


def grid_of(case: Case, name: str | None) -> Grid | None:
    """The grid of a table's id."""
    return next((grid for grid in case.view(grids) if grid.table.id == name), None)


def _grid(table: Tabel) -> Grid:
    width = max((len(row) for row in [*table.kepala, *table.baris]), default=0)
    rows = [tuple(row) + ("",) * (width - len(row)) for row in table.baris]
    headers = _headers(table.kepala, width)
    columns = tuple(_column(i, headers[i], [row[i] for row in rows]) for i in range(width))
    last = max((i for i, row in enumerate(rows) if any(ch.isdigit() for cell in row for ch in cell)), default=-1)
    found = [_row(table, i, row, columns, i == last) for i, row in enumerate(rows)]
    amounts = [column.index for column in columns if column.kind == "amount"]
    return Grid(table, columns, tuple(_named_total(found, i, amounts) for i in range(len(found))))


def _named_total(rows: Sequence[GridRow], at: int, amounts: Sequence[int]) -> GridRow:
    """The row, as a total where its label says which of the rows above it sums up."""
    row = rows[at]
    if row.role != "data" or all(row.figures[column] is None for column in amounts):
        return row
    above = (text for other in rows[:at] for text in other.cells if not any(ch.isdigit() for ch in text))
    return replace(row, role="total") if is_total_of(row.label, above) else row


def _headers(kepala: Sequence[Sequence[str]], width: int) -> list[str]:
    """The header texts of each column from top to bottom; a cell that spans several columns is taken for all of them."""
    parts: list[list[str]] = [[] for _ in range(width)]
    for at, line in enumerate(kepala):
        texts = [*line, *[""] * (width - len(line))]
        if all(map(_NUMBERING.fullmatch, texts)) and not any(_YEAR.search(t) for t in texts):
            continue
        held = ""
        for i, text in enumerate(texts):
            below = any(i < len(later) and later[i].strip() for later in kepala[at + 1 :])
            held = text.strip() or (held if below and not parts[i] else "")
            if held:
                parts[i].append(" ".join(held.split()))
    return [" ".join(p) for p in parts]


def _column(index: int, header: str, texts: list[str]) -> GridColumn:
    year = _YEAR.search(header)
    kind = _kind(header, texts)
    return GridColumn(index, header, kind, int(year[1]) if year else None, column_convention(texts))


def _kind(header: str, texts: list[str]) -> Kind:
    filled = [t for t in texts if not is_empty(t)]
    if _NO.fullmatch(header.strip()) or (not header and index_like([t for t in filled if any(ch.isdigit() for ch in t)])):
        return "ordinal"
    if numeric_share(filled) < 0.6:
        return "text"
    figures = [f for f in (read_cell(t) for t in filled) if f]
    if any(len(_NO_DIGIT.sub("", f.raw)) >= 16 for f in figures):
        return "text"
    if all(isinstance(f.value, int) and 1980 <= f.value <= 2049 and "." not in f.raw for f in figures):
        return "year"
    if sum(f.percent for f in figures) > 0.5 * len(figures) or (_PERCENT_WORDS.search(header) and all(f.value < 1000 for f in figures)):
        return "percent"
    return "amount" if any(f.value >= 10**6 for f in figures) else "number"


def is_average_label(text: str) -> bool:
    """The label of a row of means: RATA-RATA, "Rata-rata capaian" …"""
    return _AVERAGED.fullmatch(text) is not None


def index_like(texts: list[str]) -> bool:
    """Whether cells only count the rows: 1, 2, 3 …"""
    return len(texts) >= 3 and all(_NO_DIGIT.sub("", text) == str(number) for number, text in enumerate(texts, start=1))


def _row(table: Tabel, index: int, cells: tuple[str, ...], columns: Sequence[GridColumn], last: bool) -> GridRow:
    figures = tuple(read_cell(cells[c.index], c.convention) if c.kind in FIGURES else None for c in columns)
    place = table.sumber_baris[index] if index < len(table.sumber_baris) else table.sumber
    words = [text for c in columns if c.kind not in FIGURES and (text := cells[c.index].strip())]
    words += [text for c in columns if c.kind in FIGURES and figures[c.index] is None and (text := cells[c.index].strip())]
    mark, label = _mark([mend_lookalikes(word) for word in words])
    if is_index_row(cells):
        figures, words = (None,) * len(columns), []
    lost = any(c.kind in FIGURES and figures[c.index] is None and _is_unread(cells[c.index]) for c in columns)
    return GridRow(index, cells, figures, _role(words, figures, last=last, lost=lost), label, mark, place)


def _is_unread(text: str) -> bool:
    """Whether a cell of figures holds some, but not one that can be read."""
    return _FIGURES_ALONE.fullmatch(text) is not None and any(ch.isdigit() for ch in text)


def _mark(words: list[str]) -> tuple[str, str]:
    """The numbering in front of a row and its name."""
    if not words:
        return "", ""
    alone = _MARK_ALONE.fullmatch(words[0])
    if alone:
        return alone[1], words[1] if len(words) > 1 else ""
    if len(words) > 1 and read_code(words[0]):
        return "", f"{words[0]} {words[1]}"
    inside = _MARK_BEFORE.match(words[0])
    return ((inside[1] or inside[2]), words[0]) if inside else ("", words[0])


def _role(words: list[str], figures: tuple[Figure | None, ...], *, last: bool, lost: bool) -> RowRole:
    labels = [*words[:3], "".join(words[:2])]
    if any(is_average_label(label) for label in labels):
        return "average"
    if any(is_total_label(label) for label in labels) or (last and any(_nearly_total(label) for label in labels)):
        return "total"
    if last and words and _OPENS_WITH_TOTAL.match(words[0]) and len(plain(words[0]).split()) <= 4 and len(words) == 1:
        return "total"
    return "data" if lost or any(f is not None for f in figures) else "group"


def _nearly_total(label: str) -> bool:
    """ "Jumla", where the wrapped end of the word went elsewhere."""
    squeezed = re.sub(r"[^a-z]", "", label.lower())
    return 4 <= len(squeezed) <= 7 and fuzz.ratio(squeezed, "jumlah") >= 80
