"""Names of columns that stand close to each other, each in a cell with a border of its own (invented)."""

from itertools import pairwise
from pathlib import Path

import pytest

from extractor.reading.document import Grid
from extractor.reading.pdf import read_pdf
from extractor.reading.pdf_borders import borders_beside
from extractor.reading.pdf_ladder_cells import Rung
from tests.reading.pdf_builder import Sheet, save

XS = (72, 92, 190, 250, 310, 335, 395, 455, 480)


def rule(at: float, *breaks: float) -> Rung:
    return Rung(at, ((breaks[0], breaks[-1]),), breaks)


BOX = (75.0, 108.0, 470.0, 116.0)


@pytest.mark.parametrize(
    ("rules", "found"),
    [
        ([rule(100, *XS), rule(120, *XS)], XS[1:-1]),
        ([rule(100, 72, 190, 335, 480), rule(120, *XS)], (190, 335)),
        ([rule(100, *XS), rule(190, *XS)], ()),
        ([rule(100, *XS)], ()),
        ([rule(100, *XS), rule(120, 72, 140, 480)], ()),
    ],
    ids=["cells", "names over several columns", "far apart", "no rule below", "another table"],
)
def test_borders_run_where_the_rules_on_both_sides_of_a_line_are_pieced(rules: list[Rung], found: tuple[float, ...]) -> None:
    assert borders_beside(BOX, rules) == found


def test_names_an_ordinary_blank_apart_stay_in_the_cells_that_their_rules_show(tmp_path: Path) -> None:
    sheet = Sheet()
    for y, xs in ((100, (72, 92, 190, 335, 480)), (116, (190, 250, 310, 335, 395, 455, 480)), (132, XS)):
        for left, right in pairwise(xs):
            sheet.line(left, y, right, y)
    sheet.text(74, 120, "No", size=8).text(110, 120, "Program", size=8).text(252, 111, "2031", size=8).text(396, 111, "2032", size=8)
    for x, text in ((208, "Pagu Murni"), (251, "Realisasi"), (312, "%")):
        sheet.text(x, 127, text, size=8).text(x + 145, 127, text, size=8)
    for n, name in enumerate(("Penataan Arsip", "Pembinaan Pasar", "Perawatan Taman"), start=1):
        top = 132 + 14 * n
        sheet.text(80, top, str(n), size=8).text(96, top, name, size=8)
        for x in (0, 145):
            sheet.text(198 + x, top, "7.397.231.000", size=8).text(256 + x, top, "7.289.256.600", size=8).text(314 + x, top, "98%", size=8)
    (grid,) = [block for block in read_pdf(save(tmp_path, sheet), "0" * 64).pages[0].blocks if isinstance(block, Grid)]
    names = next(row for row in grid.rows if any(cell.raw == "%" for cell in row.cells))
    assert [cell.raw for cell in names.cells if cell.raw not in ("No", "Program", "")] == ["Pagu Murni", "Realisasi", "%"] * 2
