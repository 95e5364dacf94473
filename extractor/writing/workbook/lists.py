"""The sheets of findings and of their evidence, one row each, linked both ways."""

from collections.abc import Sequence
from dataclasses import dataclass

from xlsxwriter.utility import xl_rowcol_to_cell

from extractor.model import Bukti, LaporanSatker, Temuan
from extractor.writing.findings import place
from extractor.writing.papers.cells import Cell, Cells
from extractor.writing.papers.proposals import Proposal, change, proposal
from extractor.writing.workbook.book import Book, Sheet, quoted
from extractor.writing.workbook.table_sheet import TablePlan

FINDINGS, EVIDENCE = "Temuan", "Bukti"
ALTERNATIVES = 4
"""Possible corrections that are told, the surest first."""
_COLUMNS: tuple[tuple[str, float], ...] = (
    ("No. laporan", 8), ("Satker", 22), ("Tahun", 7), ("Kode", 6), ("Nama", 15), ("Keparahan", 11), ("Pesan", 50), ("Dinyatakan", 18),
    ("Dihitung", 18), ("Selisih", 16), ("Satuan", 8), ("Tempat", 14), ("Usulan: menjadi", 18), ("Metode", 11), ("Keyakinan", 10),
    ("Alasan usulan", 60), ("Dokumen", 28), ("Akibat dari", 14), ("Diterima karena", 20), ("Id", 15),
)  # fmt: skip
_PRINTED = 15
"""Columns that are printed; the others would make the letters too small."""
_BY_HAND: tuple[tuple[str, float], ...] = (("Tanggapan satker", 28), ("Simpulan pemeriksa", 18))
_VERDICTS = ["terbukti", "tidak terbukti", "masih diperiksa"]
_EVIDENCE_COLUMNS: tuple[tuple[str, float], ...] = (
    ("Temuan", 15), ("Bukti ke", 8), ("Sisi", 13), ("Dokumen", 32), ("Halaman", 9), ("Baris pertama", 9), ("Baris terakhir", 9),
    ("Tabel", 26), ("Baris tabel", 8), ("Kolom tabel", 8), ("Teks asli", 46), ("Kotak (titik PDF)", 26), ("Id dokumen", 15),
)  # fmt: skip


@dataclass
class Lists:
    """The two sheets, and how far they are filled."""

    findings: Sheet
    evidence: Sheet
    next_finding: int = 1
    next_evidence: int = 1


def open_lists(book: Book) -> Lists:
    """Both sheets with their headings."""
    findings = book.sheet(FINDINGS, [w for _, w in (*_COLUMNS, *_BY_HAND)], frozen=(1, 4))
    findings.head(0, [title for title, _ in _COLUMNS])
    findings.head(0, [title for title, _ in _BY_HAND], "hand_head", len(_COLUMNS))
    evidence = book.sheet(EVIDENCE, [w for _, w in _EVIDENCE_COLUMNS])
    evidence.head(0, [title for title, _ in _EVIDENCE_COLUMNS])
    return Lists(findings, evidence)


def close_lists(lists: Lists) -> None:
    """Filters over what was written, and the choices of the column that is filled in by hand."""
    last = max(lists.next_finding - 1, 1)
    lists.findings.page.autofilter(0, 0, last, len(_COLUMNS) + len(_BY_HAND) - 1)
    lists.findings.page.print_area(0, 0, last, _PRINTED - 1)
    verdict = len(_COLUMNS) + len(_BY_HAND) - 1
    lists.findings.page.data_validation(1, verdict, last, verdict, {"validate": "list", "source": _VERDICTS, "error_type": "warning"})
    lists.evidence.page.autofilter(0, 0, max(lists.next_evidence - 1, 1), len(_EVIDENCE_COLUMNS) - 1)


def add_findings(lists: Lists, number: int, report: LaporanSatker, plans: dict[str, TablePlan]) -> None:
    """All findings of a satker-year, the ``number``-th of the workbook, and their evidence."""
    files = {document.id: document.berkas for document in report.dokumen}
    cells = Cells(report)
    for finding in report.temuan:
        _finding(lists, number, report, finding, files)
        for at, piece in enumerate(finding.bukti):
            _evidence(lists, finding, at, piece, files, cells.find(piece, piece.mentah), plans)
        lists.next_finding += 1


def _finding(lists: Lists, number: int, report: LaporanSatker, finding: Temuan, files: dict[str, str]) -> None:
    sheet, row = lists.findings, lists.next_finding
    stated = finding.bukti[0].mentah if finding.bukti else ""
    before: Sequence[object] = (
        number, report.satker.nama, str(report.tahun or ""), finding.kode, finding.nama, finding.keparahan, finding.pesan.id,
    )  # fmt: skip
    for column, value in enumerate(before):
        sheet.put(row, column, value, finding.keparahan if column == 5 else "text")
    unit = "%" if finding.satuan == "%" and "%" in stated else ""
    for column, amount in enumerate((finding.dinyatakan, finding.dihitung, finding.selisih), start=7):
        sheet.put(row, column, amount, raw=f"0{unit}" if unit else "")
    sheet.put(row, 10, finding.satuan)
    where = "; ".join(dict.fromkeys(place(piece) for piece in finding.bukti))
    if finding.bukti:
        sheet.link(row, 11, f"{quoted(EVIDENCE)}!A{lists.next_evidence + 1}", where)
    else:
        sheet.put(row, 11, where)
    documents = "; ".join(dict.fromkeys(piece.berkas or files.get(piece.dokumen, piece.dokumen) for piece in finding.bukti))
    proposed = _proposed(proposal(report, finding), finding.satuan)
    after: Sequence[object] = (*proposed, documents, finding.sebab, finding.diterima, finding.id, "", "")
    for column, value in enumerate(after, start=12):
        sheet.put(row, column, value)


def _proposed(found: Proposal | None, unit: str | None) -> tuple[object, object, object, object]:
    """Value, method, confidence and reason; for alternatives all of them, none is chosen."""
    if found is None:
        return None, None, None, None
    if found.chosen is not None:
        entry = found.chosen
        return entry.menjadi, entry.metode, entry.keyakinan, entry.alasan.id
    first, rest = found.entries[:ALTERNATIVES], len(found.entries) - ALTERNATIVES
    values = " atau ".join(change(entry, unit) for entry in first) + (f" atau {rest} kemungkinan lain" if rest > 0 else "")
    return values, first[0].metode, first[0].keyakinan, "\n".join(entry.alasan.id for entry in first)


def _evidence(
    lists: Lists, finding: Temuan, at: int, piece: Bukti, files: dict[str, str], cell: Cell | None, plans: dict[str, TablePlan]
) -> None:
    sheet, row = lists.evidence, lists.next_evidence
    sheet.link(row, 0, f"{quoted(FINDINGS)}!A{lists.next_finding + 1}", finding.id)
    first, last = piece.baris or (None, None)
    for column, value in enumerate(
        (
            at + 1,
            "dinyatakan" if at == 0 else "pembanding",
            piece.berkas or files.get(piece.dokumen, piece.dokumen),
            piece.halaman,
            first,
            last,
        ),
        start=1,
    ):
        sheet.put(row, column, value)
    plan = plans.get(cell.table) if cell is not None else None
    if cell is not None and plan is not None:
        sheet.link(row, 7, f"{quoted(plan.name)}!{xl_rowcol_to_cell(*plan.at(cell))}", f"lembar {plan.name}")
    else:
        sheet.put(row, 7, piece.tabel)
    box = ", ".join(f"{value:g}" for value in piece.kotak) if piece.kotak else None
    place_in_table = (cell.row + 1, cell.column + 1) if cell is not None else (None, None)
    for column, value in enumerate((*place_in_table, piece.mentah, box, piece.dokumen), start=8):
        sheet.put(row, column, value)
    lists.next_evidence += 1
