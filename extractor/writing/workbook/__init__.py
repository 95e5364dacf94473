"""``temuan.xlsx``: the auditor's working paper, with formulas that can be followed without this program."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path

from extractor.checks.case import Case
from extractor.checks.registry import checks
from extractor.checks.views.grids import grids
from extractor.model import LaporanSatker, Tabel
from extractor.writing.files import write_atomically
from extractor.writing.papers.calculations import calculations
from extractor.writing.papers.cells import Cells
from extractor.writing.workbook.book import Book
from extractor.writing.workbook.lists import add_findings, close_lists, open_lists
from extractor.writing.workbook.scratch import scratch_for
from extractor.writing.workbook.summary import Line, line_of, open_summary, write_summary
from extractor.writing.workbook.table_sheet import Marked, TablePlan, about, values_of, write_table

__all__ = ["SHEETS", "as_workbook", "workbook_writer"]

SHEETS = 200
"""Sheets of tables in one workbook; a workbook with more is slow to open."""


def as_workbook(reports: Iterable[LaporanSatker], *, all_tables: bool = False, scratch: str | None = None) -> bytes:
    """The working paper of some satker-years: a summary, all findings, their evidence, and the tables that the findings name.

    With ``all_tables`` also those that hold a calculation and no finding. The same reports give the same bytes.
    ``scratch`` is a folder for what is written and read again meanwhile; None for the system's.
    """
    book = Book(scratch)
    summary, lists = open_summary(book), open_lists(book)
    lines: list[Line] = []
    contents: list[tuple[str, str]] = []
    left_out = 0
    for number, report in enumerate(reports, start=1):
        plans, unshown = _plans(number, report, lists.next_finding, SHEETS - len(contents), all_tables=all_tables)
        left_out += unshown
        add_findings(lists, number, report, plans)
        contents += _write_tables(book, report, plans)
        lines.append(line_of(number, report))
    close_lists(lists)
    write_summary(summary, lines, contents, left_out)
    return book.close()


def workbook_writer(out: Path) -> Callable[[Sequence[str]], None]:
    """What writes ``OUT/temuan.xlsx`` from the files of the satker-years, one at a time. It raises OSError.

    The checks, which its summary lists, are loaded here, before the files are there.
    """
    checks()

    def write(files: Sequence[str]) -> None:
        reports = (LaporanSatker.model_validate_json((out / name).read_bytes()) for name in files)
        with scratch_for(sum((out / name).stat().st_size for name in files)) as scratch:
            write_atomically(out / "temuan.xlsx", as_workbook(reports, scratch=scratch))

    return write


def _write_tables(book: Book, report: LaporanSatker, plans: dict[str, TablePlan]) -> Iterator[tuple[str, str]]:
    files = {document.id: document.berkas for document in report.dokumen}
    for plan in plans.values():
        whose = about(report.satker.nama, report.tahun, files.get(plan.table.dokumen, ""), plan.table)
        write_table(book, plan, plans, whose)
        yield plan.name, f"{plan.grid.title} · {whose}"


def _plans(number: int, report: LaporanSatker, first: int, room: int, *, all_tables: bool) -> tuple[dict[str, TablePlan], int]:
    """The tables that get a sheet, in printed order, and how many that should have one found no room."""
    named = _named(report)
    # Whatever the other tables hold has no say in the formulas of these.
    tables = report.tabel if all_tables else [table for table in report.tabel if table.id in named]
    if not tables:
        return {}, 0
    case = Case(report.model_copy(update={"tabel": tables}))
    made = calculations(case)
    wanted = named | {item.stated.cell.table for item in made if item.stated.cell is not None}
    shown = [grid for grid in case.view(grids) if grid.table.id in wanted]
    plans: dict[str, TablePlan] = {}
    for grid in shown[: max(room, 0)]:
        own = [item for item in made if item.stated.cell is not None and item.stated.cell.table == grid.table.id]
        name = f"{number}-{_short(grid.table, tables)}"
        plans[grid.table.id] = TablePlan(name, grid, own, values=values_of(grid, made))
    _mark(report, plans, first)
    return plans, len(shown) - len(plans)


def _short(table: Tabel, tables: Sequence[Tabel]) -> str:
    """The table's number within its document, with the document's where there are several."""
    name = table.id.rsplit("-", 1)[-1]
    documents = sorted({other.dokumen for other in tables})
    return (name if len(documents) == 1 else f"{documents.index(table.dokumen) + 1}-{name}")[:25]


def _named(report: LaporanSatker) -> set[str]:
    """The tables that findings name."""
    known = {table.id for table in report.tabel if table.baris}
    return {piece.tabel for finding in report.temuan for piece in finding.bukti if piece.tabel in known and piece.tabel}


def _mark(report: LaporanSatker, plans: dict[str, TablePlan], first: int) -> None:
    cells = Cells(report)
    for row, finding in enumerate(report.temuan, start=first):
        for at, piece in enumerate(finding.bukti):
            cell = cells.find(piece, piece.mentah)
            plan = plans.get(cell.table) if cell is not None else None
            if cell is not None and plan is not None:
                plan.marks.setdefault(cell, []).append(Marked(finding, at == 0, row))
