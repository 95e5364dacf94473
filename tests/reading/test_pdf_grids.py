"""Ruled tables: cells, merged cells, outlines that are not closed, and what is no table."""

import re
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from extractor.reading.document import Grid, Line, Page
from extractor.reading.pdf import read_pdf
from tests.reading.pdf_builder import Sheet, save

XS = (72, 110, 300, 400)
YS = (200, 222, 244, 266)
ROWS = (("No", "Uraian", "Pagu"), ("1", "Dukungan teknis", "4.250.000"), ("2", "Perlengkapan", "17.000.000"))


def page_of(folder: Path, sheet: Sheet) -> Page:
    return read_pdf(save(folder, sheet), "0" * 64).pages[0]


def grids(page: Page) -> list[Grid]:
    return [block for block in page.blocks if isinstance(block, Grid)]


def raws(grid: Grid) -> list[list[str]]:
    return [[cell.raw for cell in row.cells] for row in grid.rows]


def marks(grid: Grid) -> list[list[str | None]]:
    return [[cell.merged for cell in row.cells] for row in grid.rows]


def test_ruled_table_with_places(tmp_path: Path) -> None:
    (grid,) = grids(page_of(tmp_path, Sheet().table(XS, YS, ROWS)))
    assert raws(grid) == [list(row) for row in ROWS]
    assert grid.origin == "ruled"
    assert grid.edges == pytest.approx(XS)
    assert grid.rows[1].cells[2].place.box == pytest.approx((300, 222, 400, 244))
    assert grid.rows[1].cells[2].place.page == 1
    line = grid.rows[1].cells[2].lines[0]
    assert line.place.box is not None
    assert line.place.box[0] == pytest.approx(303)


def test_text_before_and_after_stands_in_reading_order(tmp_path: Path) -> None:
    sheet = Sheet().text(72, 180, "Tabel 1 Rincian").table(XS, YS, ROWS).text(72, 300, "Sumber: catatan kantor")
    kinds = [block.text if isinstance(block, Line) else block.origin for block in page_of(tmp_path, sheet).blocks]
    assert kinds == ["Tabel 1 Rincian", "ruled", "Sumber: catatan kantor"]


def test_merged_cells_are_marked(tmp_path: Path) -> None:
    sheet = Sheet()
    for y in (200, 260):
        sheet.line(72, y, 400, y)
    sheet.line(200, 220, 400, 220).line(72, 240, 400, 240)
    for x in (72, 200, 400):
        sheet.line(x, 200, x, 260)
    sheet.line(300, 220, 300, 260)
    for x, y, text in (
        (80, 224, "Sasaran"),
        (250, 214, "Triwulan"),
        (220, 234, "I"),
        (320, 234, "II"),
        (80, 254, "A"),
        (220, 254, "5"),
        (320, 254, "6"),
    ):
        sheet.text(x, y, text, size=8)
    (grid,) = grids(page_of(tmp_path, sheet))
    assert raws(grid) == [["Sasaran", "Triwulan", ""], ["", "I", "II"], ["A", "5", "6"]]
    assert marks(grid) == [[None, None, "left"], ["above", None, None], [None, None, None]]


def test_cell_text_keeps_its_lines(tmp_path: Path) -> None:
    sheet = Sheet().grid((72, 200, 300), (200, 240)).text(76, 212, "Terlaksananya").text(76, 224, "kegiatan").text(204, 212, "100%")
    (grid,) = grids(page_of(tmp_path, sheet))
    assert raws(grid) == [["Terlaksananya\nkegiatan", "100%"]]


def test_turned_header_in_a_cell(tmp_path: Path) -> None:
    sheet = Sheet().grid((72, 110, 300), (200, 280, 300))
    sheet.text(96, 272, "Triwulan", turn=3).text(120, 240, "Uraian").text(80, 294, "I").text(120, 294, "Pelatihan")
    (grid,) = grids(page_of(tmp_path, sheet))
    assert raws(grid) == [["Triwulan", "Uraian"], ["I", "Pelatihan"]]


def test_filled_cells(tmp_path: Path) -> None:
    sheet = Sheet().box(72, 200, 400, 222, fill="0.8 0.9 1", stroke=False).table(XS, YS, ROWS)
    (grid,) = grids(page_of(tmp_path, sheet))
    assert [[cell.filled for cell in row.cells] for row in grid.rows] == [[True] * 3, [False] * 3, [False] * 3]


def test_shading_inside_the_borders_makes_no_columns(tmp_path: Path) -> None:
    sheet = Sheet()
    for left, right in pairwise(XS):
        sheet.box(left + 5, 203, right - 5, 218, fill="0.7 0.8 0.9", stroke=False)
    (grid,) = grids(page_of(tmp_path, sheet.table(XS, YS, ROWS)))
    assert raws(grid) == [list(row) for row in ROWS]


def test_white_areas_are_no_cells(tmp_path: Path) -> None:
    sheet = Sheet()
    for row in range(3):
        sheet.box(120, 203 + 22 * row, 250, 218 + 22 * row, fill="1 1 1", stroke=False)
    (grid,) = grids(page_of(tmp_path, sheet.table(XS, YS, ROWS)))
    assert raws(grid) == [list(row) for row in ROWS]


@pytest.mark.parametrize("offset", [1.0, 2.5, 5.0])
def test_double_borders_and_borders_out_of_line_make_no_columns(tmp_path: Path, offset: float) -> None:
    sheet = Sheet().table(XS, YS, ROWS).line(300 + offset, 200, 300 + offset, 222).line(72, 222 + offset / 2, 400, 222 + offset / 2)
    (grid,) = grids(page_of(tmp_path, sheet))
    assert [[cell.raw for cell in row.cells if cell.raw] for row in grid.rows] == [list(row) for row in ROWS]
    assert grid.width == 3


def test_row_cut_by_the_page_end_is_closed(tmp_path: Path) -> None:
    """Verticals that run on below the last rule hold a row whose bottom is on the next page."""
    sheet = Sheet().table(XS, YS, ROWS)
    for x in XS:
        sheet.line(x, 266, x, 300)
    sheet.text(75, 278, "3", size=8).text(113, 278, "Sosialisasi tahap", size=8)
    (grid,) = grids(page_of(tmp_path, sheet))
    assert raws(grid)[-1] == ["3", "Sosialisasi tahap", ""]


def test_row_continued_from_the_page_before_is_closed(tmp_path: Path) -> None:
    sheet = Sheet().table(XS, YS, ROWS)
    for x in XS:
        sheet.line(x, 170, x, 200)
    sheet.text(113, 188, "akhir baris sebelumnya", size=8)
    (grid,) = grids(page_of(tmp_path, sheet))
    assert raws(grid)[0] == ["", "akhir baris sebelumnya", ""]


def test_table_without_outer_verticals(tmp_path: Path) -> None:
    sheet = Sheet()
    for y in YS:
        sheet.line(72, y, 400, y)
    for x in XS[1:-1]:
        sheet.line(x, YS[0], x, YS[-1])
    for row, top in zip(ROWS, YS, strict=False):
        for text, left in zip(row, XS, strict=False):
            sheet.text(left + 4, top + 14, text, size=8)
    (grid,) = grids(page_of(tmp_path, sheet))
    assert raws(grid) == [list(row) for row in ROWS]


def test_amount_too_wide_for_its_cell_stays_whole(tmp_path: Path) -> None:
    sheet = Sheet().grid((72, 110, 150), (200, 220)).text(75, 212, "17.250.000", size=8).text(130, 212, "5%", size=8)
    (grid,) = grids(page_of(tmp_path, sheet))
    assert raws(grid) == [["17.250.000", "5%"]]


def test_neighbouring_cells_without_a_blank_are_taken_apart(tmp_path: Path) -> None:
    sheet = Sheet().grid((72, 100, 150), (200, 220)).text(93, 212, "7", size=8).text(101, 212, "9", size=8)
    (grid,) = grids(page_of(tmp_path, sheet))
    assert raws(grid) == [["7", "9"]]


def test_frame_around_prose_is_no_table(tmp_path: Path) -> None:
    sheet = (
        Sheet()
        .box(30, 30, 565, 812)
        .box(60, 90, 500, 150)
        .text(72, 110, "Kotak berisi satu alinea")
        .text(72, 124, "yang panjangnya dua baris.")
    )
    page = page_of(tmp_path, sheet)
    assert [block.text for block in page.blocks if isinstance(block, Line)] == ["Kotak berisi satu alinea", "yang panjangnya dua baris."]
    assert not grids(page)


def test_boxes_side_by_side_are_read_box_by_box(tmp_path: Path) -> None:
    sheet = Sheet()
    for x, name in ((72, "UMUM"), (220, "TEKNIS"), (370, "DATA")):
        sheet.box(x, 200, x + 100, 240).text(x + 8, 214, "SUBBAGIAN").text(x + 8, 228, name)
    page = page_of(tmp_path, sheet)
    assert not grids(page)
    assert [block.text for block in page.blocks if isinstance(block, Line)] == [
        "SUBBAGIAN", "UMUM", "SUBBAGIAN", "TEKNIS", "SUBBAGIAN", "DATA",
    ]  # fmt: skip


def test_underlines_and_rules_are_no_table(tmp_path: Path) -> None:
    sheet = Sheet().line(72, 60, 520, 60)
    for number in range(4):
        sheet.text(72, 100 + 30 * number, "Judul bergaris bawah").line(72, 102 + 30 * number, 160, 102 + 30 * number)
    page = page_of(tmp_path, sheet)
    assert not grids(page)
    assert len(page.blocks) == 4


def test_two_tables_of_one_page(tmp_path: Path) -> None:
    sheet = Sheet().table(XS, YS, ROWS).table(XS[:3], (400, 420, 440), (("Kode", "Nama"), ("A1", "Gudang")))
    first, second = grids(page_of(tmp_path, sheet))
    assert raws(first) == [list(row) for row in ROWS]
    assert raws(second) == [["Kode", "Nama"], ["A1", "Gudang"]]


def test_nested_table_takes_its_own_words(tmp_path: Path) -> None:
    sheet = (
        Sheet()
        .grid((60, 250, 520), (180, 320))
        .text(70, 200, "Luar")
        .table((270, 320, 480), (200, 220, 240), (("No", "Isi"), ("1", "Dalam")))
    )
    found = sorted((raws(grid) for grid in grids(page_of(tmp_path, sheet))), key=len)
    assert found == [[["Luar", ""]], [["No", "Isi"], ["1", "Dalam"]]]


AMOUNT = st.integers(0, 99_999).map(lambda value: f"{value:,}".replace(",", "."))


@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data(), columns=st.integers(2, 5), rows=st.integers(1, 6))
def test_every_digit_lands_in_exactly_one_place(tmp_path: Path, data: st.DataObject, columns: int, rows: int) -> None:
    """Conservation: whatever the grid and wherever the words fall, no digit is lost or doubled."""
    xs = [60 + 90 * number for number in range(columns + 1)]
    ys = [200 + 24 * number for number in range(rows + 1)]
    sheet = Sheet().grid(xs, ys)
    printed = ""
    for row in range(rows):
        for column in range(columns):
            amount = data.draw(AMOUNT)
            shift = data.draw(st.integers(0, 55))
            sheet.text(xs[column] + 2 + shift, ys[row] + 15, amount, size=8)
            printed += amount
    page = page_of(tmp_path, sheet)
    read = "".join(
        block.text if isinstance(block, Line) else "".join(cell.raw for row in block.rows for cell in row.cells) for block in page.blocks
    )
    assert sorted(re.findall(r"\d", read)) == sorted(re.findall(r"\d", printed))


def test_striped_rows_without_rules_are_rows_the_outer_ones_too(tmp_path: Path) -> None:
    sheet = Sheet()
    rows = [
        ("1", "Gudang arsip", "4.250.000"),
        ("2", "Ruang rapat", "7.125.000"),
        ("3", "Kendaraan", "9.100.000"),
        ("4", "Komputer", "6.300.000"),
    ]
    for number, row in enumerate(rows):
        if number % 2:
            sheet.box(72, 200 + 20 * number, 400, 220 + 20 * number, fill="0.9 0.9 0.9", stroke=False)
        for text, x in zip(row, XS, strict=False):
            sheet.text(x + 3, 214 + 20 * number, text, size=9)
    (grid,) = grids(page_of(tmp_path, sheet))
    assert grid.origin == "ruled"
    assert raws(grid) == [list(row) for row in rows]


def test_coloured_cells_without_lines_are_a_table(tmp_path: Path) -> None:
    sheet = Sheet()
    for top, row in zip((200, 222, 244), ROWS, strict=True):
        for left, right, text in zip(XS, XS[1:], row, strict=False):
            sheet.box(left, top, right, top + 22, fill="0.8 0.9 1", stroke=False).text(left + 3, top + 14, text, size=8)
    (grid,) = grids(page_of(tmp_path, sheet))
    assert raws(grid) == [list(row) for row in ROWS]
    assert all(cell.filled for row in grid.rows for cell in row.cells)


def test_ruled_list_of_one_column(tmp_path: Path) -> None:
    sheet = Sheet().grid((72, 400), (200, 222, 244, 266))
    for number, text in enumerate(("Keputusan pertama", "Keputusan kedua", "Keputusan ketiga")):
        sheet.text(76, 214 + 22 * number, text)
    (grid,) = grids(page_of(tmp_path, sheet))
    assert raws(grid) == [["Keputusan pertama"], ["Keputusan kedua"], ["Keputusan ketiga"]]


def test_a_page_full_of_lines_is_a_drawing(tmp_path: Path) -> None:
    sheet = Sheet().text(72, 60, "Peta lokasi")
    for number in range(120):
        sheet.line(72 + 3.5 * number, 100, 72 + 3.5 * number, 140 + number % 7 * 9)
    sheet.line(60, 120, 520, 120)
    page = page_of(tmp_path, sheet)
    assert [block.text for block in page.blocks if isinstance(block, Line)] == ["Peta lokasi"]


def test_the_level_side_of_a_star_rules_no_table(tmp_path: Path) -> None:
    star = "0.8 0.9 1 RG 8 w 150 700 m 330 700 l 190 600 l 240 760 l 290 600 l h S 0 G"
    sheet = Sheet().box(100, 60, 400, 220).line(100, 80, 400, 80)
    sheet.parts.insert(0, star)
    sheet.text(110, 74, "Kegiatan").text(320, 74, "Anggaran")
    rows = [["Penataan arsip", "2.500.000"], ["Penataan pasar", "1.500.000"], ["Bina usaha", "3.500.000"], ["Jumlah", "7.500.000"]]
    for n, (name, amount) in enumerate(rows):
        sheet.text(110, 100 + 30 * n, name).text(320, 100 + 30 * n, amount)
    grid = next(block for block in read_pdf(save(tmp_path, sheet), "0" * 64).pages[0].blocks if isinstance(block, Grid))
    assert [[cell.raw for cell in row.cells] for row in grid.rows] == [["Kegiatan", "Anggaran"], *rows]
