"""A drawn header that a page break runs through."""

from dataclasses import replace

from extractor.reading.document import Cell, Grid, GridRow
from tests.tables.printed import body, drawn_document, drawn_grid, only_table

FIRST = (50.0, 70.0, 150.0, 290.0, 360.0, 480.0, 545.0)
SECOND = (50.0, 70.0, 150.0, 290.0, 357.0, 440.0, 480.0, 545.0)
TOP = ["No | | Program / Kegiatan | Anggaran (Rp) | Realisasi |"]
REST = [
    " | Kode Rekening | | | Keuangan (Rp) | % | Sisa Anggaran (Rp)",
    "1 | 5.01.01 | PROGRAM PENUNJANG URUSAN | 987.215.450 | 874.332.126 | 88,57 | 112.883.324",
    "2 | 5.01.02 | PROGRAM PERTAMANAN | 198.750.000 | 189.446.800 | 95,32 | 9.303.200",
    " | | TOTAL | 1.185.965.450 | 1.063.778.926 | 89,70 | 122.186.524",
]


def _filled(grid: Grid, edges: tuple[float, ...]) -> Grid:
    """The grid between these rules, with empty cells at the ends of its rows."""
    rows = [GridRow([*row.cells, *(Cell() for _ in range(len(edges) - 1 - len(row.cells)))], row.place) for row in grid.rows]
    return replace(grid, rows=rows, edges=edges)


def test_both_parts_are_one_header() -> None:
    document = drawn_document(["Tabel 3.4 Anggaran dan Realisasi Belanja"], [])
    document.pages[0].blocks.append(_filled(drawn_grid(TOP, 1, 700), FIRST))
    document.pages[1].blocks.append(_filled(drawn_grid(REST, 2, 80), SECOND))
    table = only_table(document)
    roles = {column.role: column.header for column in table.columns}
    assert table.kind == "realisasi_anggaran"
    assert (roles["kode"], roles["pagu"], roles["realisasi"]) == ("Kode Rekening", "Anggaran (Rp)", "Realisasi | Keuangan (Rp)")
    assert [row[2] for row in body(table)] == ["PROGRAM PENUNJANG URUSAN", "PROGRAM PERTAMANAN", "TOTAL"]
