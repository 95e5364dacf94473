"""Marks of bold print that the wrapping of cells cut."""

from extractor.reading.document import Grid
from tests.tables.printed import tabbed, text_document


def cells_of(*rows: str) -> list[list[tuple[str, bool]]]:
    [grid] = [block for _, block in text_document(tabbed(*rows)).blocks() if isinstance(block, Grid)]
    return [[(cell.raw, all(line.bold for line in cell.lines)) for cell in row.cells] for row in grid.rows]


def test_every_line_of_a_cell_between_marks_is_bold() -> None:
    rows = cells_of("**No | **Sasaran** | **Target", "mor* | | Tahun", "* | | 2024**", "1 | Arsip tertib | 98%")
    assert rows[:3] == [
        [("No", True), ("Sasaran", True), ("Target", True)],
        [("mor", True), ("", True), ("Tahun", True)],
        [("", True), ("", True), ("2024", True)],
    ]
    assert rows[3] == [("1", False), ("Arsip tertib", False), ("98%", False)]


def test_a_mark_without_another_stays_as_it_is_printed() -> None:
    rows = cells_of("No | Sasaran", "1 | **Arsip tertib", "2 | Pasar bersih", "3 | Air minum")
    assert [row[1] for row in rows[1:]] == [("**Arsip tertib", False), ("Pasar bersih", False), ("Air minum", False)]
