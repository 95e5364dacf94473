"""Tables without rules that go on overleaf (invented texts)."""

from collections.abc import Sequence
from pathlib import Path

import pytest

from extractor.reading.document import Grid
from extractor.reading.pdf import read_pdf
from tests.reading.pdf_builder import Sheet, save

LEFTS = (76, 98, 214, 283, 354, 387, 456, 527)
RIGHTS = (90, 200, 272, 340, 376, 444, 513, 549)
ROWS = (
    ("1", "Penataan Arsip dan", "15.341.948.00", "14.857.855.49", "96,84", "15.260.008.00", "14.882.308.08", "97,52"),
    ("", "Pasar Kota", "0", "6", "", "0", "9", ""),
    ("2", "Pembinaan Pegawai", "6.347.315.000", "6.046.741.567", "95,26", "5.767.551.000", "5.620.877.727", "97,45"),
    ("3", "Penyediaan Alat", "347.315.000", "46.741.567", "13,46", "767.551.000", "620.877.727", "80,89"),
)
SUM = (
    ("", "Jumlah", "21.689.263.00", "20.904.597.06", "96,38", "21.027.559.00", "20.503.185.81", "97,50"),
    ("", "", "0", "3", "", "0", "6", ""),
)


def printed(sheet: Sheet, rows: Sequence[Sequence[str]], shift: float = 0.0) -> Sheet:
    """The header, of which names stand over several columns, and the rows, whose figures end at the right of their columns."""
    for x, text in ((78, "No"), (269, "Tahun 2023"), (455, "2024")):
        sheet.text(x + shift, 100, text, size=8, bold=True)
    for x, text in zip((131, 230, 291, 357, 403, 463, 530), ("Program", "Pagu", "Hasil", "%", "Pagu", "Hasil", "%"), strict=True):
        sheet.text(x + shift, 111, text, size=8, bold=True)
    for n, row in enumerate(rows):
        for c, text in enumerate(row):
            width = 4.45 * len(text) - 2.2 * sum(text.count(mark) for mark in ".,")
            sheet.text(LEFTS[c] if c < 2 else RIGHTS[c] - width, 124 + 11 * n, text, size=8)
    return sheet


def grids(folder: Path, *sheets: Sheet) -> list[list[list[str]]]:
    pages = read_pdf(save(folder, *sheets), "0" * 64).pages
    found = [block for page in pages for block in page.blocks if isinstance(block, Grid)]
    return [[[cell.raw for cell in row.cells] for row in grid.rows] for grid in found]


@pytest.mark.parametrize("first", ["rows", "sum"])
def test_a_sum_alone_below_the_same_header_has_the_columns_of_the_other_page(tmp_path: Path, first: str) -> None:
    sheets = [printed(Sheet(), ROWS), printed(Sheet(), SUM)]
    found = grids(tmp_path, *(sheets if first == "rows" else sheets[::-1]))
    rows, total = found if first == "rows" else found[::-1]
    assert rows[-4:] == [list(row) for row in ROWS]
    assert total[-2:] == [list(row) for row in SUM]
    assert total[:-2] == rows[:-4]


def test_another_header_keeps_its_own_columns(tmp_path: Path) -> None:
    both = grids(tmp_path, printed(Sheet(), ROWS), printed(Sheet(), SUM, shift=4.0))
    alone = grids(tmp_path, printed(Sheet(), SUM, shift=4.0))
    assert both[1:] == alone
