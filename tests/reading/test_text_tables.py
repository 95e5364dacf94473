"""Tables that a text draws itself: tabs, pipes, HTML, blanks."""

from pathlib import Path

import pytest

from extractor.reading.document import Grid, Line
from extractor.reading.text import page_blocks, read_text
from extractor.reading.text_html import without_hidden
from extractor.reading.text_lines import split_pages


def blocks_of(text: str) -> list[Line | Grid]:
    return [block for lines in split_pages(text) for block in page_blocks(lines)]


def grid_of(text: str) -> Grid:
    [grid] = [block for block in blocks_of(text) if isinstance(block, Grid)]
    return grid


def raws(grid: Grid) -> list[list[str]]:
    return [[cell.raw for cell in row.cells] for row in grid.rows]


def test_lines_with_tabs_are_a_grid_with_one_row_each() -> None:
    grid = grid_of("Tabel 1\nNo\tUraian\tJumlah\n1\tGedung\t\n\tdan tanah\t5\n\nSelesai")
    assert grid.origin == "tab"
    assert raws(grid) == [["No", "Uraian", "Jumlah"], ["1", "Gedung", ""], ["", "dan tanah", "5"]]
    assert [row.place.lines for row in grid.rows] == [(2, 2), (3, 3), (4, 4)]
    assert grid.place.lines == (2, 4)
    assert not any(row.header for row in grid.rows)


def test_a_blank_line_ends_a_grid() -> None:
    first, second = (block for block in blocks_of("No\tUraian\tUnit\n1\tGedung\t4\n\n2\tMobil\t7\n3\tMotor\t9") if isinstance(block, Grid))
    assert (len(first.rows), len(second.rows), second.gap) == (2, 2, 1.0)


def test_rows_of_dashes_and_of_nothing_are_no_rows() -> None:
    grid = grid_of("No\tUraian\n---\t------\n1\tGedung\n\t\n2\tMobil")
    assert raws(grid) == [["No", "Uraian"], ["1", "Gedung"], ["2", "Mobil"]]


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("1.\tMenyusun rencana kerja\n2.\tMelaksanakan anggaran", ["1. Menyusun rencana kerja", "2. Melaksanakan anggaran"]),
        ("Nama\t:\tBudi Santoso\nJabatan\t: Sekretaris", ["Nama : Budi Santoso", "Jabatan : Sekretaris"]),
        ("\tDalam rangka mewujudkan manajemen pemerintahan", ["Dalam rangka mewujudkan manajemen pemerintahan"]),
        ("Kata pembuka\nlihat\tlampiran\nkata penutup", ["Kata pembuka", "lihat lampiran", "kata penutup"]),
    ],
)
def test_tabs_that_only_indent_make_no_table(text: str, lines: list[str]) -> None:
    blocks = blocks_of(text)
    assert [block.text for block in blocks if isinstance(block, Line)] == lines
    assert len(blocks) == len(lines)


def test_a_lone_row_below_a_grid_stays_a_row() -> None:
    grids = [block for block in blocks_of("No\tUraian\n1.\tGedung dan tanah\n\n2.\tMobil\n\n\tdan motor") if isinstance(block, Grid)]
    assert [len(grid.rows) for grid in grids] == [2, 1, 1]


@pytest.mark.parametrize(
    ("cell", "lines"),
    [
        ('<p>Divisi Umum</p> <ol style="x"> 1. Arsip<br>2. Sidang', ["Divisi Umum", "1. Arsip", "2. Sidang"]),
        ("<ul style='list-style-type: none'> - Satu", ["- Satu"]),
        ('a <b>tebal</b> &amp; <br/>b <ol style="list', ["a tebal & ", "b "]),
        ("x < 5 dan y > 3", ["x < 5 dan y > 3"]),
    ],
)
def test_html_inside_a_cell_becomes_lines(cell: str, lines: list[str]) -> None:
    grid = grid_of(f"1\t{cell}\t90%\n2\tb\tc")
    assert [line.text for line in grid.rows[0].cells[1].lines] == [line.strip() for line in lines]
    assert all(line.place.lines == (1, 1) for line in grid.rows[0].cells[1].lines)


def test_bold_inside_a_cell() -> None:
    cell = grid_of("No\t**Sasaran**\n1\tb").rows[0].cells[1]
    assert (cell.raw, cell.lines[0].bold) == ("Sasaran", True)


def test_pipe_table_with_header_breaks_and_escapes() -> None:
    grid = grid_of("| No | **Uraian** |\n|:--|---:|\n| 1 | baris satu<br>baris dua |\n| 2 | a \\| b |\n| 3 |  |")
    assert grid.origin == "pipe"
    assert raws(grid) == [["No", "Uraian"], ["1", "baris satu\nbaris dua"], ["2", "a | b"], ["3", ""]]
    assert [row.header for row in grid.rows] == [True, False, False, False]


def test_a_later_rule_in_a_pipe_table_is_only_dropped() -> None:
    grid = grid_of("| a | b |\n| c | d |\n|---|---|\n| e | f |")
    assert [row.header for row in grid.rows] == [False] * 3


def test_framed_table() -> None:
    grid = grid_of("+----+-------+\n| No | Nama  |\n+====+=======+\n| 1  | Siti  |\n|    | Aminah|\n+----+-------+")
    assert raws(grid) == [["No", "Nama"], ["1", "Siti"], ["", "Aminah"]]
    assert [row.header for row in grid.rows] == [True, False, False]


HTML = """Sebelum <table>
<thead><tr><th rowspan="2">No</th><th colspan="2">Target</th></tr>
<tr><th>2030</th><th>2031</th></tr></thead>
<tr><td>1</td><td>90%</td>
<td>95%</td></tr>
</table> sesudah"""


def test_html_table_with_merged_cells_and_header() -> None:
    before, grid, after = blocks_of(HTML)
    assert isinstance(before, Line)
    assert isinstance(after, Line)
    assert isinstance(grid, Grid)
    assert (before.text, after.text) == ("Sebelum", "sesudah")
    assert raws(grid) == [["No", "Target", ""], ["", "2030", "2031"], ["1", "90%", "95%"]]
    assert [[cell.merged for cell in row.cells] for row in grid.rows] == [[None, None, "left"], ["above", None, None], [None, None, None]]
    assert [row.header for row in grid.rows] == [True, True, False]
    assert [row.place.lines for row in grid.rows] == [(2, 2), (3, 3), (4, 6)]


def test_html_table_that_was_cut() -> None:
    blocks = blocks_of("<table><tr><td>1</td><td>Gedung</td></tr>\n<tr><td>2</td><td>Mobil\n\nPenutup")
    grid, line = blocks
    assert isinstance(grid, Grid)
    assert raws(grid) == [["1", "Gedung"], ["2", "Mobil"]]
    assert isinstance(line, Line)
    assert line.text == "Penutup"


def test_html_table_that_was_never_closed_ends_where_the_next_begins() -> None:
    blocks = blocks_of(
        "<table>\n<tr><td>1</td><td>Gedung</td></tr>\n\nAntara\n\n<table>\n<tr><td>2</td><td>Mobil</td></tr>\n</table>\nAkhir"
    )
    first, between, second, after = blocks
    assert isinstance(first, Grid)
    assert isinstance(second, Grid)
    assert (raws(first), raws(second)) == ([["1", "Gedung"]], [["2", "Mobil"]])
    assert isinstance(between, Line)
    assert isinstance(after, Line)
    assert (between.text, after.text) == ("Antara", "Akhir")


def test_html_table_inside_a_cell_belongs_to_its_table() -> None:
    inner = "<table>\n<tr><td>a</td></tr>\n</table>\n"
    grid = grid_of(f"<table>\n<tr><td>1</td><td>\n{inner}{inner}</td></tr>\n<tr><td>2</td><td>b</td></tr>\n</table>")
    assert [row[0] for row in raws(grid)] == ["1", "2"]


def test_look_alike_letters_in_tags_are_latin(tmp_path: Path) -> None:
    path = tmp_path / "a.md"
    path.write_text("<table>\n<tr><td>1</td><td>Gedung</td></tr>\n</t\u0430ble>\nAkhir <\u0431ukan>\n", "utf-8")
    grid, line = (block for page in read_text(path, "").pages for block in page.blocks)
    assert isinstance(grid, Grid)
    assert isinstance(line, Line)
    assert (raws(grid), line.text) == ([["1", "Gedung"]], "Akhir <\u0431ukan>")


LAYOUT = """
    Tabel 2 Anggaran

      No   Program                              Anggaran

      1.   Program Pembinaan Arsip         Rp     1.250.000
           Daerah
      2.   Program Pelatihan               Rp    14.300.000

    Demikian anggaran ini disusun untuk dilaksanakan dengan penuh tanggung jawab.
"""


def test_blanks_align_a_table() -> None:
    grid = grid_of(LAYOUT)
    assert grid.origin == "layout"
    assert raws(grid) == [
        ["No", "Program", "Anggaran"],
        ["1.", "Program Pembinaan Arsip", "Rp 1.250.000"],
        ["", "Daerah", ""],
        ["2.", "Program Pelatihan", "Rp 14.300.000"],
    ]
    assert grid.rows[1].place.lines == (6, 6)
    assert len(grid.edges) == grid.width + 1


def test_text_between_tables_on_one_line_is_kept_in_its_order() -> None:
    table = "<table><tr><td>{}</td><td>{}</td></tr></table>"
    found = blocks_of(f"<p>Awal</p>{table.format('a', 'b')}<p>Di antara</p>{table.format('c', 'd')}<p>Akhir</p>\n")
    assert [block.text if isinstance(block, Line) else block.rows[0].cells[0].raw for block in found] == [
        "Awal",
        "a",
        "Di antara",
        "c",
        "Akhir",
    ]


def test_rows_without_pipes_at_their_ends_are_a_grid_below_a_rule() -> None:
    found = blocks_of("Tabel 1\nNo | Sasaran | Target\n---|---|---\n1 | Panen | 5\n2 | Ikan |\n\nSatu | dua pilihan")
    [title, grid, text] = found
    assert isinstance(grid, Grid)
    assert isinstance(title, Line)
    assert isinstance(text, Line)
    assert raws(grid)[:2] == [["No", "Sasaran", "Target"], ["1", "Panen", "5"]]
    assert (title.text, text.text) == ("Tabel 1", "Satu | dua pilihan")


def test_styles_scripts_and_comments_are_not_shown_and_lines_keep_their_numbers() -> None:
    page = "<title>Judul\nberkas</title>\n<style>td {\n color: red }</style>\n<!-- halaman\n2 -->\n<p>Isi</p>"
    assert without_hidden("Panen < 5 dan > 3") == "Panen < 5 dan > 3"
    found = blocks_of(without_hidden(page))
    assert [(block.text, block.place.lines) for block in found if isinstance(block, Line)] == [("Isi", (7, 7))]


def test_a_merged_row_that_lost_its_empty_cells_is_a_row_of_its_table() -> None:
    grid = grid_of(
        "Indikator\tTarget\n(1)\t(2)\nSasaran 1 : Pasar tertata\nJumlah kios\t12 Kios\nSasaran 2 : Arsip lengkap\nJumlah arsip\t7 Arsip"
    )
    assert raws(grid)[2:5] == [["Sasaran 1 : Pasar tertata"], ["Jumlah kios", "12 Kios"], ["Sasaran 2 : Arsip lengkap"]]


@pytest.mark.parametrize("line", ["Tabel 2 Arsip", "Arsip disusun kembali.", "Rincian arsip :"])
def test_captions_and_sentences_between_tables_are_no_rows(line: str) -> None:
    blocks = blocks_of(f"No\tUraian\tUnit\n1\tGedung\t4\n{line}\nNo\tUraian\tUnit\n1\tMobil\t7")
    assert sum(isinstance(block, Grid) for block in blocks) == 2
