"""What an office's look does to the blocks themselves, before they are typeset. No block changes its place."""

from dataclasses import replace

from corpus.naskah import Cell, Report, Row, Table
from corpus.typeset.looks import Look

_NARROW_PERCENT = 12.0
_MOST_LETTERS = 14


def dressed(report: Report, look: Look) -> Report:
    """The report as its look wants it: headers of narrow columns turned, where the look turns headers."""
    if not look.turned:
        return report
    return replace(report, blocks=tuple(_turned(block) if isinstance(block, Table) else block for block in report.blocks))


def _turned(table: Table) -> Table:
    return replace(table, head=tuple(_turned_row(row, table.widths) for row in table.head))


def _turned_row(row: Row, widths: tuple[float, ...]) -> Row:
    return tuple(_turned_cell(cell, width) for cell, width in zip(row, widths, strict=True))


def _turned_cell(cell: Cell | None, width: float) -> Cell | None:
    if cell is None or cell.across > 1 or cell.stacked or not 3 < len(cell.text) <= _MOST_LETTERS or width > _NARROW_PERCENT:
        return cell
    return replace(cell, rotated=True)
