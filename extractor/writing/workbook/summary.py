"""The first sheet: one line per satker-year, what the codes mean, and where the tables are."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from xlsxwriter.utility import xl_col_to_name

from extractor.batch.contents import total_budget
from extractor.checks.registry import checks
from extractor.model import LaporanSatker
from extractor.versions import DISTRIBUTION, own_version
from extractor.writing.workbook.book import INDONESIAN, Book, Sheet, quoted
from extractor.writing.workbook.lists import FINDINGS

SUMMARY = "Ringkasan"
_SEVERITIES = ("galat", "peringatan", "info")
_FIXED = ("No.", "Satker", "Tahun", "Dokumen", "Pagu (Rp)", "Realisasi (Rp)", "Penyerapan (%)", *_SEVERITIES, "diterima", "dengan usulan")
_WIDTHS = (8, 36, 8, 34, 20, 20, 13, 9, 12, 9, 10, 10)
_FIRST = 4
_NOTES = (
    "Angka dalam kolom galat, peringatan, info dan kode dihitung dengan rumus dari lembar Temuan; penyerapan = realisasi / pagu.",
    "Angka tertulis tidak pernah diubah. Usulan menyebutkan angka yang membuat semua perhitungan cocok, beserta keyakinannya.",
)

_LEFT_OUT = "{number} tabel lain yang memuat bukti tidak diberi lembar; periksa laporannya satu per satu agar semua tampil."


@dataclass(frozen=True, slots=True)
class Line:
    """What the summary says of a satker-year."""

    number: int
    satker: str
    year: int | None
    files: str
    pagu: int | None
    realisasi: int | None
    severities: Counter[str]
    codes: Counter[str]
    accepted: int
    proposals: int


def line_of(number: int, report: LaporanSatker) -> Line:
    """The line of a satker-year."""
    pagu, realisasi = total_budget(report)
    return Line(
        number, report.satker.nama, report.tahun, "; ".join(document.berkas for document in report.dokumen), pagu, realisasi,
        Counter(t.keparahan for t in report.temuan), Counter(t.kode for t in report.temuan),
        sum(t.diterima is not None for t in report.temuan), sum(t.rekonsiliasi is not None for t in report.temuan),
    )  # fmt: skip


def open_summary(book: Book) -> Sheet:
    """The sheet, still empty: it is the first, but is written last."""
    return book.sheet(SUMMARY, [*_WIDTHS, *[7.0] * len(checks())], frozen=(_FIRST, 2))


def write_summary(sheet: Sheet, lines: Sequence[Line], tables: Sequence[tuple[str, str]], left_out: int) -> None:
    """The lines, the codes that occur, and the sheets of tables with what they hold; ``left_out`` tables have no sheet."""
    sheet.put(0, 0, "Kertas kerja pemeriksaan laporan kinerja", "title")
    sheet.put(1, 0, f"{_NOTES[0]} {_NOTES[1]}", "note")
    sheet.put(2, 0, f"Dibuat dengan {DISTRIBUTION} {own_version()}.", "note")
    codes = sorted({code for line in lines for code in line.codes})
    sheet.head(_FIRST - 1, [*_FIXED, *codes])
    for at, line in enumerate(lines):
        _line(sheet, _FIRST + at, line, codes)
    if lines:
        sheet.page.autofilter(_FIRST - 1, 0, _FIRST + len(lines) - 1, len(_FIXED) + len(codes) - 1)
    row = _legend(sheet, _FIRST + len(lines) + 1, codes, lines)
    _contents(sheet, row + 1, tables, left_out)


def _line(sheet: Sheet, row: int, line: Line, codes: Sequence[str]) -> None:
    for column, value in enumerate((line.number, line.satker, str(line.year or ""), line.files, line.pagu, line.realisasi)):
        sheet.put(row, column, value)
    if line.pagu and line.realisasi is not None:
        sheet.formula(row, 6, f"=F{row + 1}/E{row + 1}*100", line.realisasi / line.pagu * 100, f"{INDONESIAN}#,##0.00")
    else:
        sheet.put(row, 6, None)
    for column, name in enumerate(_SEVERITIES, start=7):
        _count(sheet, row, column, "F", f'"{name}"', line.severities[name])
    sheet.put(row, 10, line.accepted)
    sheet.put(row, 11, line.proposals)
    for column, code in enumerate(codes, start=len(_FIXED)):
        _count(sheet, row, column, "D", f"{xl_col_to_name(column)}${_FIRST}", line.codes[code])


def _count(sheet: Sheet, row: int, column: int, counted: str, wanted: str, value: int) -> None:
    """How many findings of the line's report have a value in a column."""
    found = f"=COUNTIFS({FINDINGS}!$A:$A,$A{row + 1},{FINDINGS}!${counted}:${counted},{wanted})"
    sheet.formula(row, column, found, value, f"{INDONESIAN}#,##0")


def _legend(sheet: Sheet, row: int, codes: Sequence[str], lines: Sequence[Line]) -> int:
    sheet.head(row, ["Kode", "Yang ditandai", "Jumlah"])
    for code in codes:
        row += 1
        check = checks().get(code)
        total = sum(line.codes[code] for line in lines)
        for column, value in enumerate((code, f"{check.title_id} ({check.slug})" if check else "", total)):
            sheet.put(row, column, value)
    return row + 1


def _contents(sheet: Sheet, row: int, tables: Sequence[tuple[str, str]], left_out: int) -> None:
    sheet.head(row, ["Lembar", "Tabel"])
    for name, title in tables:
        row += 1
        sheet.link(row, 0, f"{quoted(name)}!A1", name, "free_link")
        sheet.put(row, 1, title, "plain")
    if left_out:
        sheet.put(
            row + 1,
            1,
            f"{left_out} tabel lain yang memuat bukti tidak diberi lembar; periksa laporannya satu per satu agar semua tampil.",
            "note",
        )
