"""Tables drawn with signs: rules part the rows, joints the columns."""

from extractor.reading.text_drawn import drawn_grid
from extractor.reading.text_lines import SourceLine
from tests.reading.test_text_tables import blocks_of, grid_of, raws

GRID = """\
Tabel 2
+----+---------------------+-----------------+
| No | Uraian              | Pagu            |
+====+=====================+=================+
| 1  | Pembinaan Pengelola | Rp 250.400.000  |
|    | Keuangan            |                 |
+----+---------------------+-----------------+
| 2  | Honorarium          | 14.655.750.     |
|    |                     | 000             |
+----+---------------------+-----------------+
Selesai
"""


def test_rules_part_the_rows_and_a_cell_keeps_its_lines() -> None:
    grid = grid_of(GRID)
    assert grid.origin == "ruled"
    assert raws(grid) == [
        ["No", "Uraian", "Pagu"],
        ["1", "Pembinaan Pengelola\nKeuangan", "Rp 250.400.000"],
        ["2", "Honorarium", "14.655.750.\n000"],
    ]
    assert [row.header for row in grid.rows] == [True, False, False]
    assert [row.place.lines for row in grid.rows] == [(3, 3), (5, 6), (8, 9)]
    assert [block.text for block in blocks_of(GRID) if block is not grid and not hasattr(block, "rows")] == ["Tabel 2", "Selesai"]


def test_box_characters_draw_the_same_grid() -> None:
    text = GRID.translate(str.maketrans("+|", "┼│"))
    drawn = "\n".join(line.replace("-", "─").replace("=", "═") if "┼" in line else line for line in text.split("\n"))
    assert raws(grid_of(drawn)) == raws(grid_of(GRID))


def test_cells_over_several_rows_and_columns_stand_in_their_first_slot() -> None:
    grid = grid_of("""\
+---------+-----------+--------+
| Sasaran | Indikator | Target |
+=========+===========+========+
| Tertib  | Opini     | WTP    |
| ang-    +-----------+--------+
| garan   | Serapan   | 95 %   |
+---------+-----------+--------+
| Jumlah seluruhnya   | 2      |
+---------------------+--------+
""")
    assert raws(grid)[1:] == [["Tertib\nang-\ngaran", "Opini", "WTP"], ["", "Serapan", "95 %"], ["Jumlah seluruhnya", "", "2"]]
    assert [[cell.merged for cell in row.cells] for row in grid.rows[2:]] == [["above", None, None], [None, "left", None]]


def test_a_frame_without_rules_between_its_rows_is_read_by_its_lines() -> None:
    grid = grid_of("+----+--------+\n| No | Uraian |\n+----+--------+\n| 1  | Mobil  |\n| 2  | Motor  |\n+----+--------+")
    assert grid.origin == "pipe"
    assert raws(grid) == [["No", "Uraian"], ["1", "Mobil"], ["2", "Motor"]]


def test_a_table_cut_off_by_the_end_keeps_its_rows() -> None:
    lines = GRID.split("\n")[:8]
    assert raws(grid_of("\n".join(lines)))[-1] == ["2", "Honorarium", "14.655.750."]


def test_a_rule_alone_is_no_table() -> None:
    assert drawn_grid([SourceLine(1, "+----+-----+"), SourceLine(2, "teks")], 0, 0.0) is None
