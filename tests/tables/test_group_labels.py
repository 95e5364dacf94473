"""Labels across a table without rules that part it into several grids."""

from itertools import pairwise

import pytest

from extractor.reading.document import Cell, Document, Grid, GridRow, Line, Page, Place
from tests.tables.printed import body, tables

EDGES = (70.0, 100.0, 400.0, 500.0)


def printed_grid(rows: list[str], top: float) -> Grid:
    """A grid of columns on page 1: every string is a printed line, " | " parts its cells."""
    built = []
    for n, row in enumerate(rows):
        y = top + 12.0 * n
        places = [Place(1, box=(a + 2, y, b - 2, y + 10)) for a, b in pairwise(EDGES)]
        cells = [
            Cell((Line(text, place),) if (text := part.strip()) else (), place) for part, place in zip(row.split("|"), places, strict=True)
        ]
        built.append(GridRow(cells, Place(1, box=(72.0, y, 498.0, y + 10))))
    return Grid("columns", built, built[0].place.union(built[-1].place), edges=EDGES)


def parted(label: str, second: list[str]) -> Document:
    """A table, a line across it, and the rows below."""
    first = printed_grid(
        ["No | Indikator Kinerja | Target", "1 | Persentase arsip tertata | 81%", "2 | Persentase arsip dipindai | 40%"], 100.0
    )
    line = Line(label, Place(1, box=(72.0, 140.0, 400.0, 150.0)))
    title = Line("PERJANJIAN KINERJA TAHUN 2024", Place(1, box=(150.0, 60.0, 400.0, 70.0)))
    return Document("laporan.pdf", "0" * 64, "pdf", [Page(1, [title, first, line, printed_grid(second, 155.0)])])


def test_a_line_across_a_table_whose_numbers_count_on_is_a_row_of_it() -> None:
    [table] = tables(
        parted("Terwujudnya pasar yang bersih bagi seluruh warga", ["3 | Persentase pasar bersih | 90%", "4 | Indeks pasar | 72"])
    )
    assert [row[0] for row in body(table)] == ["1", "2", "Terwujudnya pasar yang bersih bagi seluruh warga", "3", "4"]


@pytest.mark.parametrize("label", ["Tabel 3. Indikator Pasar"])
def test_a_caption_between_two_tables_is_no_row(label: str) -> None:
    found = tables(parted(label, ["3 | Persentase pasar bersih | 90%", "4 | Indeks pasar | 72"]))
    assert all(label not in row for table in found for row in body(table))
