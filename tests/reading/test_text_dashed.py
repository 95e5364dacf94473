"""Tables whose columns a line of dashes shows."""

import pytest

from extractor.reading.document import Grid, Line
from tests.reading.test_text_tables import blocks_of, grid_of, raws

ROWS = [["No", "Uraian", "Pagu"], ["1", "Pembinaan Pengelola\nKeuangan", "250.400.000"], ["2", "Honorarium", "14.655.750.000"]]
MULTILINE = """\
Tabel 2

  ---------------------------------------------
    No Uraian                              Pagu
  ---- ---------------------- -----------------
     1 Pembinaan Pengelola          250.400.000
       Keuangan

     2 Honorarium                14.655.750.000
  ---------------------------------------------

Selesai
"""


def test_blank_lines_part_the_rows_between_rules() -> None:
    grid = grid_of(MULTILINE)
    assert grid.origin == "ruled"
    assert raws(grid) == ROWS
    assert [row.header for row in grid.rows] == [True, False, False]
    assert [row.place.lines for row in grid.rows] == [(4, 4), (6, 7), (9, 9)]
    assert [block.text for block in blocks_of(MULTILINE) if isinstance(block, Line)] == ["Tabel 2", "Selesai"]


def test_without_blank_lines_every_line_is_a_row() -> None:
    text = "No  Uraian       Pagu\n--  ----------  ------\n1   Pembinaan   250.000\n    Keuangan\n2   Honorarium  14.000\n\nSelesai"
    grid = grid_of(text)
    assert grid.origin == "layout"
    assert raws(grid)[1:] == [["1", "Pembinaan", "250.000"], ["", "Keuangan", ""], ["2", "Honorarium", "14.000"]]


@pytest.mark.parametrize("sign", ["=", "-"])
def test_rules_that_show_the_columns_may_stand_around_the_table(sign: str) -> None:
    rule = f"{sign * 2}  {sign * 10}"
    grid = grid_of(f"{rule}\nNo  Uraian\n{rule}\n1   Pembinaan\n2   Honorarium\n{rule}\n")
    assert raws(grid) == [["No", "Uraian"], ["1", "Pembinaan"], ["2", "Honorarium"]]
    bare = grid_of(f"{rule}\n1   Pembinaan\n2   Honorarium\n{rule}\n\n{sign * 3} {sign * 3}\n")
    assert raws(bare) == [["1", "Pembinaan"], ["2", "Honorarium"]]
    assert not any(row.header for row in bare.rows)


def test_lines_of_dashes_between_paragraphs_are_no_table() -> None:
    rule = "-" * 40
    text = f"{rule}\n\nKinerja tahun ini baik.\n\n{rule}\n\nTarget tercapai."
    assert not [block for block in blocks_of(text) if isinstance(block, Grid)]


def test_text_that_runs_over_the_gaps_is_no_table() -> None:
    text = "Penjelasan sebagai berikut\n------- ------ -------\nkinerja tahun ini lebih baik dari\nkinerja tahun lalu menurut ukuran\n"
    assert not [block for block in blocks_of(text) if isinstance(block, Grid)]
