"""One sheet per table: what is stated, and beside it live formulas that calculate it again."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from decimal import Decimal

from xlsxwriter.utility import xl_rowcol_to_cell

from extractor.checks.outcome import sources_of
from extractor.checks.views.grids import Grid
from extractor.model import Tabel, Temuan
from extractor.writing.findings import place as place_text
from extractor.writing.papers.calculations import Calculation, Kind, Operand
from extractor.writing.papers.cells import Cell
from extractor.writing.workbook.book import EXACT, INDONESIAN, Book, Sheet, number_format, quoted
from extractor.writing.workbook.formulas import Place, formula_of, literal, off_formula

TITLES: dict[Kind, str] = {
    "jumlah": "Jumlah menurut rumus", "persen": "Persen menurut rumus", "selisih": "Selisih menurut rumus",
    "rata_rata": "Rata-rata menurut rumus", "sama": "Menurut sebutan lain",
}  # fmt: skip
HEADER = 4
"""Rows above the table's own header."""
NOTE = "Kolom hijau berisi rumus. Merah: angka tertulis berbeda dengan hasil rumusnya. Kuning: angka yang menjadi bukti temuan."
_NARROW, _WIDE = 9, 46


@dataclass(frozen=True, slots=True)
class Marked:
    """A finding that names a cell of the table."""

    finding: Temuan
    stated: bool
    """Whether the cell is the stated side of it."""
    row_of_finding: int
    """Row of the sheet of findings."""


@dataclass
class TablePlan:
    """What a table's sheet will hold, and where; known before anything is written, since sheets refer to each other."""

    name: str
    grid: Grid
    calculations: list[Calculation]
    marks: dict[Cell, list[Marked]] = field(default_factory=dict)
    values: dict[Cell, int | Decimal | str] = field(default_factory=dict)
    """What the cells hold."""

    @property
    def table(self) -> Tabel:
        """The table."""
        return self.grid.table

    @property
    def first(self) -> int:
        """The row of the first row of the table's body."""
        return HEADER + max(len(self.table.kepala), 1)

    def at(self, cell: Cell) -> tuple[int, int]:
        """Row and column of a table's cell on the sheet."""
        return self.first + cell.row, cell.column

    def find(self, figure: Operand, own: str) -> Place | None:
        """Where a figure stands on this sheet as a number; None where the cell holds another one, or words."""
        if figure.cell is None or self.values.get(figure.cell) != figure.value:
            return None
        return ("" if own == self.name else quoted(self.name), *self.at(figure.cell))

    @property
    def pairs(self) -> list[tuple[int, Kind]]:
        """The columns that are calculated again, with the kind of calculation; each gets two columns of formulas."""
        return sorted({(item.stated.cell.column, item.kind) for item in self.calculations if item.stated.cell is not None})


def values_of(grid: Grid, calculations: Sequence[Calculation]) -> dict[Cell, int | Decimal | str]:
    """What each cell of a table holds: the figure that it is read as; the text where it is none, or more than one."""
    used: dict[Cell, set[int | Decimal]] = {}
    for figure in (part for item in calculations for part in (item.stated, *item.parts)):
        if figure.cell is not None and figure.cell.table == grid.table.id:
            used.setdefault(figure.cell, set()).add(figure.value)
    found: dict[Cell, int | Decimal | str] = {}
    for row in grid.rows:
        for column, text in enumerate(row.cells):
            cell, read = Cell(grid.table.id, row.index, column), row.figures[column]
            values = used.get(cell, {read.value} if read is not None else set())
            found[cell] = next(iter(values)) if len(values) == 1 and -EXACT < next(iter(values)) < EXACT else text
    return found


def write_table(book: Book, plan: TablePlan, plans: dict[str, TablePlan], about: str) -> None:
    """Write the sheet of a table."""
    width = len(plan.grid.columns)
    widths = [*_widths(plan.grid), 2, *[19.0, 15.0] * len(plan.pairs), 34]
    sheet = book.sheet(plan.name, widths, frozen=(plan.first, 0))
    _top(sheet, plan, about)
    by_cell = {(item.stated.cell, item.kind): item for item in plan.calculations}
    for row in plan.grid.rows:
        for column in range(width):
            _stated(sheet, plan, Cell(plan.table.id, row.index, column))
        for at, (column, kind) in enumerate(plan.pairs):
            item = by_cell.get((Cell(plan.table.id, row.index, column), kind))
            if item is not None:
                _calculated(sheet, plan, plans, item, width + 1 + 2 * at)
        _findings(sheet, plan, row.index, width + 1 + 2 * len(plan.pairs))
    _mark(sheet, plan, book, width)


def _top(sheet: Sheet, plan: TablePlan, about: str) -> None:
    table = plan.table
    sheet.put(0, 0, plan.grid.title, "title")
    sheet.put(1, 0, about, "plain")
    sheet.put(2, 0, NOTE, "note")
    sheet.link(3, 0, "'Ringkasan'!A1", "← Ringkasan", "free_link")
    kepala = table.kepala or [[""]]
    after = len(plan.grid.columns) + 1
    for at, line in enumerate(kepala):
        last = at == len(kepala) - 1
        texts = [*line, *[""] * (len(plan.grid.columns) - len(line))]
        sheet.head(HEADER + at, texts)
        titles = [
            t
            for column, kind in plan.pairs
            for t in (f"{TITLES[kind]}: {plan.grid.columns[column].header}".rstrip(": "), "Tertulis − rumus")
        ]
        sheet.head(HEADER + at, titles if last else [""] * len(titles), "formula_head", after)
        sheet.head(HEADER + at, ["Temuan" if last else ""], first=after + len(titles))


def _stated(sheet: Sheet, plan: TablePlan, cell: Cell) -> None:
    marks = plan.marks.get(cell, [])
    worst = next((m.finding.keparahan for m in marks if m.stated), None)
    value, raw = plan.values[cell], plan.grid.rows[cell.row].cells[cell.column]
    sheet.put(*plan.at(cell), value, worst or ("evidence" if marks else "text"), raw)


def _calculated(sheet: Sheet, plan: TablePlan, plans: dict[str, TablePlan], item: Calculation, column: int) -> None:
    def find(figure: Operand) -> Place | None:
        other = plans.get(figure.cell.table) if figure.cell is not None else None
        return other.find(figure, plan.name) if other is not None else None

    if item.stated.cell is None:
        return
    row = plan.at(item.stated.cell)[0]
    stated, computed = find(item.stated), xl_rowcol_to_cell(row, column)
    shown = item.stated.raw if "%" in item.stated.raw else ""
    decimals = max(item.decimals, 2) if item.kind in ("persen", "rata_rata") else item.decimals
    number = number_format(Decimal(1).scaleb(-decimals), shown) if decimals else f"{INDONESIAN}#,##0"
    sheet.formula(row, column, formula_of(item, find), float(item.computed), number)
    name = xl_rowcol_to_cell(stated[1], stated[2]) if stated else literal(item.stated.value)
    sheet.formula(row, column + 1, off_formula(item, name, computed), float(item.off), number)


def _findings(sheet: Sheet, plan: TablePlan, row: int, column: int) -> None:
    """The findings that name a cell of the row as what is stated, else those that compare with one."""
    marks = [m for cell, marked in sorted(plan.marks.items()) if cell.row == row for m in marked]
    names = dict.fromkeys(m.finding.id for m in sorted(marks, key=lambda m: not m.stated))
    if marks:
        chief = min(marks, key=lambda m: (not m.stated, m.row_of_finding))
        sheet.link(plan.first + row, column, f"'Temuan'!A{chief.row_of_finding + 1}", ", ".join(names))


def _mark(sheet: Sheet, plan: TablePlan, book: Book, width: int) -> None:
    """Stated figures turn red while their formula gives another one."""
    if not plan.grid.rows:
        return
    format_, last = book.marking(), plan.first + len(plan.grid.rows) - 1
    offs: dict[int, list[int]] = {}
    for at, (column, _) in enumerate(plan.pairs):
        offs.setdefault(column, []).append(width + 2 + 2 * at)
    for column, others in offs.items():
        cells = [xl_rowcol_to_cell(plan.first, other, col_abs=True) for other in others]
        rule = "=OR(" + ",".join(f"AND(ISNUMBER({cell}),{cell}<>0)" for cell in cells) + ")"
        for target in (column, *others):
            sheet.page.conditional_format(plan.first, target, last, target, {"type": "formula", "criteria": rule, "format": format_})


def _widths(grid: Grid) -> Iterator[float]:
    for column in grid.columns:
        lengths = sorted(len(row.cells[column.index]) for row in grid.rows) or [0]
        wide = lengths[-1] if column.kind != "text" else lengths[len(lengths) * 3 // 4]
        word = max((len(part) for part in column.header.split()), default=0) * 1.15
        yield min(max(wide + 2.0, word + 1.5, _NARROW), _WIDE)


def about(satker: str, year: int | None, file: str, table: Tabel) -> str:
    """Whose table this is and where it stands."""
    where = ", ".join(dict.fromkeys(place_text(source) for source in sources_of(table.sumber)))
    return " · ".join(part for part in (f"{satker} {year or ''}".strip(), file, where) if part)
