"""Tables drawn with horizontal rules alone."""

from collections.abc import Sequence
from itertools import pairwise
from pathlib import Path

import pytest

from extractor.reading.document import Grid, Line, Page
from extractor.reading.pdf import read_pdf
from tests.reading.pdf_builder import Sheet, save

LEFT, RIGHT = 72, 520
XS = (76, 110, 300, 440)
Rows = Sequence[tuple[float, Sequence[tuple[str, ...]]]]


def page_of(folder: Path, sheet: Sheet) -> Page:
    return read_pdf(save(folder, sheet), "0" * 64).pages[0]


def grids(page: Page) -> list[Grid]:
    return [block for block in page.blocks if isinstance(block, Grid)]


def raws(grid: Grid) -> list[list[str]]:
    return [[cell.raw.replace("\n", " ") for cell in row.cells] for row in grid.rows]


def lines_of(page: Page) -> list[str]:
    return [block.text for block in page.blocks if isinstance(block, Line)]


def cells(sheet: Sheet, top: float, row: Sequence[str]) -> Sheet:
    """One row; a cell's lines are parted by "|", 11 points apart."""
    for x, text in zip(XS, row, strict=False):
        for number, line in enumerate(text.split("|")):
            if line:
                sheet.text(x, top + 11 + 11 * number, line, size=9)
    return sheet


def rule(sheet: Sheet, y: float, start: float = LEFT, stop: float = RIGHT) -> Sheet:
    return sheet.line(start, y, stop, y)


HEAD = ("No", "Sasaran", "Indikator Kinerja", "Target")


def test_rows_between_rules_are_rows_however_their_cells_wrap(tmp_path: Path) -> None:
    sheet = rule(rule(cells(rule(Sheet(), 200), 200, HEAD), 218), 256)
    cells(sheet, 218, ("1", "Terlaksananya pelatihan", "Jumlah peserta yang lulus|dengan nilai baik|sampai akhir tahun", "12|Keputusan"))
    rule(cells(sheet, 256, ("2", "Tersusunnya jadwal", "Persentase jadwal yang|ditepati", "95%")), 284)
    (grid,) = grids(page_of(tmp_path, sheet))
    assert raws(grid) == [
        list(HEAD),
        ["1", "Terlaksananya pelatihan", "Jumlah peserta yang lulus dengan nilai baik sampai akhir tahun", "12 Keputusan"],
        ["2", "Tersusunnya jadwal", "Persentase jadwal yang ditepati", "95%"],
    ]


def test_a_rule_that_leaves_columns_out_leaves_their_cell_whole(tmp_path: Path) -> None:
    sheet = rule(rule(cells(rule(Sheet(), 200), 200, HEAD), 218), 270)
    cells(sheet, 218, ("1", "Terlaksananya|pelatihan bagi|petugas lapangan", "Jumlah peserta", "12 Orang"))
    rule(cells(sheet, 244, ("", "", "Persentase kehadiran", "90%")), 244, 296)
    rule(cells(sheet, 270, ("2", "Tersusunnya jadwal", "Persentase jadwal", "95%")), 290)
    (grid,) = grids(page_of(tmp_path, sheet))
    assert raws(grid)[1:3] == [
        ["1", "Terlaksananya pelatihan bagi petugas lapangan", "Jumlah peserta", "12 Orang"],
        ["", "", "Persentase kehadiran", "90%"],
    ]
    assert [cell.merged for cell in grid.rows[2].cells] == ["above", "above", None, None]


def test_a_heading_over_columns_spans_those_that_its_rule_covers(tmp_path: Path) -> None:
    sheet = rule(Sheet(), 200)
    for x, text in ((76, "Indikator"), (350, "2022"), (455, "2023")):
        sheet.text(x, 211, text, size=9)
    rule(sheet, 218, 300)
    places = (305, 365, 420, 475)
    for x, text in zip(places, ("Target", "Hasil", "Target", "Hasil"), strict=True):
        sheet.text(x, 229, text, size=9)
    rule(sheet, 236)
    for top, row in ((236, ("Nilai kearsipan", "80", "81", "82", "83")), (256, ("Indeks kepuasan", "70", "72", "74", "75"))):
        for x, text in zip((76, *places), row, strict=True):
            sheet.text(x, top + 13, text, size=9)
        rule(sheet, top + 20)
    (grid,) = grids(page_of(tmp_path, sheet))
    top = grid.rows[0].cells
    assert [cell.raw for cell in top] == ["Indikator", "2022", "", "2023", ""]
    assert [cell.merged for cell in top] == [None, None, "left", None, "left"]
    assert raws(grid)[2] == ["Nilai kearsipan", "80", "81", "82", "83"]


def test_text_between_two_tables_of_one_width_is_no_row(tmp_path: Path) -> None:
    sheet = Sheet()
    for first in (150, 300):
        rule(sheet, first)
        for number, row in enumerate(
            (HEAD, ("1", "Terlaksananya pelatihan", "Jumlah peserta", "12"), ("2", "Tersusunnya jadwal", "Nilai", "9"))
        ):
            rule(cells(sheet, first + 20 * number, row), first + 20 * number + 20)
    sheet.text(72, 240, "Uraian berikut menerangkan hasil pengukuran selama satu tahun penuh di seluruh bagian kantor ini dan", size=9)
    sheet.text(72, 252, "menjadi bahan bagi penyusunan rencana tahun depan.", size=9)
    page = page_of(tmp_path, sheet)
    assert [len(grid.rows) for grid in grids(page)] == [3, 3]
    assert len(lines_of(page)) == 2


def test_a_number_and_its_unit_stay_in_one_column(tmp_path: Path) -> None:
    sheet = rule(cells(rule(Sheet(), 200), 200, HEAD), 220)
    rows = (
        ("1", "Terlaksananya pelatihan", "Jumlah peserta pelatihan", "9 Keputusan"),
        ("2", "Tersusunnya jadwal", "Persentase jadwal tepat", "      95%"),
        ("3", "Tersedianya sarana", "Persentase sarana baik", "      91%"),
        ("4", "Terjaganya arsip", "Persentase arsip tertata", "      88%"),
    )
    for number, row in enumerate(rows):
        rule(cells(sheet, 220 + 20 * number, row), 240 + 20 * number)
    (grid,) = grids(page_of(tmp_path, sheet))
    assert [row[-1].strip() for row in raws(grid)] == ["Target", "9 Keputusan", "95%", "91%", "88%"]


def test_the_lines_of_a_letterhead_are_no_table(tmp_path: Path) -> None:
    sheet = Sheet().text(150, 80, "BADAN CONTOH DAERAH", size=14).text(150, 96, "Jalan Contoh Nomor 5", size=9)
    for y in (104, 106.5, 780):
        rule(sheet, y)
    for number in range(6):
        sheet.text(72, 140 + 14 * number, "Laporan ini memuat uraian tentang pelaksanaan tugas selama satu tahun anggaran", size=10)
    assert not grids(page_of(tmp_path, sheet))


def test_header_and_body_boxes_that_touch_are_read_as_one_block(tmp_path: Path) -> None:
    sheet = Sheet().box(72, 200, 520, 218).box(72, 218, 520, 300)
    for number, row in enumerate(
        (HEAD, ("1", "Pelatihan", "Jumlah peserta", "12"), ("2", "Jadwal", "Nilai", "9"), ("3", "Arsip", "Nilai", "8"))
    ):
        cells(sheet, 200 + 20 * number, row)
    (grid,) = grids(page_of(tmp_path, sheet))
    assert raws(grid)[0] == list(HEAD)


def test_justified_text_below_a_table_and_above_a_rule_is_no_row(tmp_path: Path) -> None:
    sheet = rule(Sheet(), 150)
    for number, row in enumerate(
        (HEAD, ("1", "Terlaksananya pelatihan", "Jumlah peserta", "12"), ("2", "Tersusunnya jadwal", "Nilai", "9"))
    ):
        rule(cells(sheet, 150 + 20 * number, row), 170 + 20 * number)
    for number in range(2):
        words = "Sebagai pembanding pada tahun lalu anggaran kantor ini telah terserap hampir seluruhnya sampai akhir masa"
        width = sum(4.6 * len(word) for word in words.split())
        x = 72.0
        for word in words.split():
            sheet.text(x, 240 + 14 * number, word, size=9)
            x += 4.6 * len(word) + (446 - width) / words.count(" ")
    page = page_of(tmp_path, rule(sheet, 290))
    assert [len(grid.rows) for grid in grids(page) if grid.origin == "ruled"] == [3]


BODY = (("1", "Terlaksananya pelatihan", "Jumlah peserta", "12"), ("2", "Tersusunnya jadwal", "Nilai jadwal", "9"), ("3", "", "Nilai", "8"))


def test_a_ruled_header_over_rows_without_rules_in_a_box_leaves_the_rows_apart(tmp_path: Path) -> None:
    sheet = rule(rule(rule(Sheet(), 200), 218), 290)
    for number, row in enumerate((HEAD, *BODY)):
        cells(sheet, 200 + 20 * number, row)
    (grid,) = grids(page_of(tmp_path, sheet))
    assert raws(grid) == [list(HEAD), *map(list, BODY)]


def test_two_boxes_of_one_width_with_text_between_them_are_two_tables(tmp_path: Path) -> None:
    sheet = Sheet()
    for top in (100, 300):
        rule(rule(rule(sheet, top), top + 18), top + 90)
        for number, row in enumerate((HEAD, *BODY)):
            cells(sheet, top + 20 * number, row)
    sheet.text(72, 220, "Rincian menurut bidang", size=9).text(72, 240, "B. BANDINGAN", size=9).text(72, 260, "Lihat di bawah.", size=9)
    assert [raws(grid)[-1] for grid in grids(page_of(tmp_path, sheet))] == [list(BODY[-1])] * 2


def test_two_tables_of_one_width_with_a_gap_between_them_keep_their_own_columns(tmp_path: Path) -> None:
    goals = [(str(n), "Terlaksananya pelatihan", "Jumlah peserta yang lulus", "12 Keputusan") for n in range(1, 7)]
    sheet = rule(cells(rule(Sheet(), 200), 200, HEAD), 218)
    for n, row in enumerate(goals, start=1):
        rule(cells(sheet, 200 + 18 * n, row), 218 + 18 * n)
    programs = [
        ("CQ", "Penyelenggaraan Pelatihan dan Penguatan Lembaga", "1.250.000"),
        ("WA", "Program Dukungan Manajemen Bagian", "750.000"),
    ]
    rule(sheet, 332)
    for n, row in enumerate((("Kode", "Nama Program", "Anggaran"), *programs)):
        for x, text in zip((76, 160, 450), row, strict=True):
            sheet.text(x, 343 + 18 * n, text, size=9)
        rule(sheet, 350 + 18 * n)
    agreement, budget = grids(page_of(tmp_path, sheet))
    assert raws(agreement)[1:] == [list(row) for row in goals]
    assert raws(budget)[1:] == [list(row) for row in programs]


def test_two_ruled_tables_one_right_below_the_other_are_two(tmp_path: Path) -> None:
    sheet = rule(Sheet(), 100)
    for number, row in enumerate(
        (HEAD, *(("1", "Tertatanya arsip", "Jumlah berkas", "12"), ("2", "Lancarnya pasar", "Jumlah pasar", "4")))
    ):
        rule(cells(sheet, 100 + 18 * number, row), 118 + 18 * number)
    rule(sheet, 161)
    for number, (name, amount) in enumerate(
        (("Kegiatan dan Penanggung Jawab", "Anggaran"), ("Penataan arsip kota dan pasar", "2.500.000"))
    ):
        rule(sheet.text(80, 172 + 18 * number, name, size=9).text(460, 172 + 18 * number, amount, size=9), 179 + 18 * number)
    rule(sheet, 780)
    found = grids(page_of(tmp_path, sheet))
    assert raws(found[0]) == [list(HEAD), ["1", "Tertatanya arsip", "Jumlah berkas", "12"], ["2", "Lancarnya pasar", "Jumlah pasar", "4"]]
    assert raws(found[-1])[-1] == ["Penataan arsip kota dan pasar", "2.500.000"]


def test_a_header_of_two_rows_at_the_foot_of_a_page_is_a_table(tmp_path: Path) -> None:
    sheet = rule(rule(Sheet(), 740), 780)
    for x, text in ((76, "No"), (110, "Indikator Kinerja")):
        sheet.text(x, 764, text, size=9)
    for start, year in ((240, "2022"), (380, "2023")):
        rule(sheet, 760, start, start + 140).text(start + 60, 754, year, size=9)
        sheet.text(start + 8, 774, "Target", size=9).text(start + 82, 774, "Capaian", size=9)
    (grid,) = grids(page_of(tmp_path, sheet))
    assert [cell.raw for cell in grid.rows[0].cells if cell.lines] == ["No", "Indikator Kinerja", "2022", "2023"]
    assert [cell.raw for cell in grid.rows[1].cells if cell.lines] == ["Target", "Capaian", "Target", "Capaian"]


def test_a_row_that_the_foot_of_a_page_parts_from_its_rule_is_a_row(tmp_path: Path) -> None:
    sheet = rule(rule(cells(rule(Sheet(), 640), 640, HEAD), 658), 690)
    cells(sheet, 658, ("1", "Tertibnya arsip", "Jumlah arsip yang tertata", "12"))
    cells(sheet, 692, ("2", "Tertibnya pasar di|seluruh kecamatan", "Persentase pasar yang|tertata dan|bersih menurut", "95%"))
    (grid,) = grids(page_of(tmp_path, sheet))
    assert raws(grid)[-1] == ["2", "Tertibnya pasar di seluruh kecamatan", "Persentase pasar yang tertata dan bersih menurut", "95%"]


def test_rules_beside_a_cell_that_the_foot_of_a_page_cuts_off_part_its_entries(tmp_path: Path) -> None:
    sheet = rule(rule(cells(rule(Sheet(), 640), 640, HEAD), 658), 676)
    cells(sheet, 658, ("1", "Terlaksananya uji coba", "Jumlah uji coba", "4 Kali"))
    cells(sheet, 676, ("2", "Tersusunnya jadwal", "Persentase jadwal yang|ditepati", "95%"))
    cells(rule(sheet, 706, XS[2] - 4), 706, ("", "", "Jumlah jadwal|yang disusun", "3 Jadwal"))
    cells(rule(sheet, 736, XS[2] - 4), 736, ("", "", "Nilai jadwal", "81,5"))
    (grid,) = grids(page_of(tmp_path, sheet))
    assert [row[2:] for row in raws(grid)[2:]] == [
        ["Persentase jadwal yang ditepati", "95%"],
        ["Jumlah jadwal yang disusun", "3 Jadwal"],
        ["Nilai jadwal", "81,5"],
    ]
    assert [row.cells[1].merged for row in grid.rows[2:]] == [None, "above", "above"]


def test_the_rest_of_a_cell_at_the_head_of_a_page_stays_in_its_column(tmp_path: Path) -> None:
    """The rule below it is that of the whole row, and none of two columns under one heading."""
    sheet = rule(rule(cells(rule(Sheet(), 70), 70, HEAD), 88), 94, XS[2] - 4)
    sheet.text(XS[1], 99, "kota dan pasar", size=9)
    rule(cells(sheet, 94, ("", "", "Jumlah pasar", "3 Pasar")), 109)
    rule(cells(sheet, 109, ("2", "Tersusunnya jadwal", "Nilai jadwal", "81,5")), 127)
    (grid,) = grids(page_of(tmp_path, sheet))
    assert [cell.raw for cell in grid.rows[1].cells][:2] == ["", "kota dan pasar"]


def test_a_page_may_end_below_a_header_and_the_first_lines_of_an_entry(tmp_path: Path) -> None:
    """The pieces of the rules tell the columns; the figures of two of them nearly touch."""
    xs = (72, 90, 160, 240, 320, 350, 430, 510, 540)
    sheet = Sheet()
    for y, first in ((690, 0), (706, 2), (722, 0)):
        for left, right in pairwise(xs[first:]):
            rule(sheet, y, left, right)
    for x, text in ((74, "No"), (100, "Program"), (225, "2031"), (420, "2032")):
        sheet.text(x, 701, text, size=9)
    for c, text in enumerate(("Pagu", "Realisasi", "%") * 2):
        sheet.text(xs[c + 2] + 8, 717, text, size=9)
    for c, text in enumerate(("1", "Penataan", *("2.594.502.000,00", "2.488.631.054,00", "95,92") * 2)):
        sheet.text(xs[c] + 2, 734, text, size=9)
    for number, text in enumerate(("Arsip", "Kota dan"), start=1):
        sheet.text(92, 734 + 11 * number, text, size=9)
    (grid,) = grids(page_of(tmp_path, sheet))
    assert raws(grid)[-1] == ["1", "Penataan Arsip Kota dan", *("2.594.502.000,00", "2.488.631.054,00", "95,92") * 2]


def test_entries_without_rules_below_a_header_at_the_foot_of_a_page_are_not_one_row(tmp_path: Path) -> None:
    sheet = Sheet()
    for y in (690, 708):
        for left, right in pairwise((LEFT, 100, 290, 430, RIGHT)):
            rule(sheet, y, left, right)
    cells(sheet, 690, HEAD)
    cells(sheet, 710, ("1", "Tertatanya arsip", "Jumlah arsip", "12"))
    cells(sheet, 727, ("2", "Tertibnya pasar", "Jumlah pasar", "4"))
    (grid,) = grids(page_of(tmp_path, sheet))
    assert raws(grid)[-2:] == [["1", "Tertatanya arsip", "Jumlah arsip", "12"], ["2", "Tertibnya pasar", "Jumlah pasar", "4"]]


def test_the_numbers_of_the_columns_below_a_header_at_the_foot_of_a_page_are_no_part_of_an_entry(tmp_path: Path) -> None:
    sheet = Sheet()
    for y in (690, 708):
        for left, right in pairwise((LEFT, 100, 290, 430, RIGHT)):
            rule(sheet, y, left, right)
    cells(sheet, 690, HEAD)
    for n, row in enumerate((("(1)", "(2)", "(3)", "(4)"), ("1", "Tertib", "Jumlah", "4"), ("2", "Rapi", "Kios", "7"))):
        cells(sheet, 707 + 11 * n, row)
    (grid,) = grids(page_of(tmp_path, sheet))
    assert raws(grid)[-3:] == [["(1)", "(2)", "(3)", "(4)"], ["1", "Tertib", "Jumlah", "4"], ["2", "Rapi", "Kios", "7"]]


def test_the_entries_between_two_headers_of_one_width_are_no_row_of_the_second_one(tmp_path: Path) -> None:
    sheet = Sheet()
    for y in (600, 618, 725, 743):
        for left, right in pairwise((LEFT, 100, 290, 430, RIGHT)):
            rule(sheet, y, left, right)
    cells(sheet, 600, HEAD)
    for n in range(1, 5):
        cells(sheet, 604 + 17 * n, (str(n), "Tertatanya arsip", "Jumlah arsip", "12"))
    sheet.text(150, 715, "Uraian taman kota menurut wilayah", size=9)
    cells(sheet, 725, HEAD)
    cells(sheet, 745, ("1", "Tertibnya pasar", "Jumlah pasar", "4"))
    found = [raws(grid) for grid in grids(page_of(tmp_path, sheet))]
    assert found[0][1:5] == [[str(n), "Tertatanya arsip", "Jumlah arsip", "12"] for n in range(1, 5)]
    assert found[-1] == [list(HEAD), ["1", "Tertibnya pasar", "Jumlah pasar", "4"]]


def test_the_first_line_of_a_row_at_the_foot_of_a_page_may_stand_in_one_column_alone(tmp_path: Path) -> None:
    sheet = rule(rule(cells(rule(Sheet(), 690), 690, HEAD), 708), 726)
    cells(sheet, 708, ("1", "Tertatanya arsip", "Jumlah arsip", "12"))
    cells(sheet, 727, ("", "Tertibnya pasar di seluruh", "", ""))
    (grid,) = grids(page_of(tmp_path, sheet))
    assert raws(grid)[-1] == ["", "Tertibnya pasar di seluruh", "", ""]


@pytest.mark.parametrize(("text", "is_row"), [("CQ.6835 Pembentukan", True), ("Catatan: belum diperiksa", False)])
def test_a_code_below_the_first_column_at_the_foot_of_a_page_begins_a_row(tmp_path: Path, text: str, *, is_row: bool) -> None:
    sheet = rule(rule(cells(rule(Sheet(), 690), 690, ("Kegiatan", "", "Pagu", "Realisasi")), 708), 726)
    cells(sheet, 708, ("CQ.6713 Penataan", "", "1.500.000", "1.200.000"))
    cells(sheet, 727, (text, "", "", ""))
    page = page_of(tmp_path, sheet)
    assert (text in lines_of(page), [row[0] for row in raws(grids(page)[0])][-1] == text) == (not is_row, is_row)


def test_a_short_sentence_ends_a_table(tmp_path: Path) -> None:
    sheet = Sheet()
    for y, row in (
        (100, HEAD),
        (112, ("1", "Tertibnya arsip", "Jumlah arsip yang tertata", "12")),
        (124, ("2", "Tertibnya pasar", "Jumlah pasar", "9")),
    ):
        cells(sheet, y, row)
    sheet.text(72, 150, "Susunan pegawai adalah sebagai berikut:", size=9)
    for y, text in ((164, "PNS sebanyak 12 orang"), (176, "PPPK sebanyak 3 orang")):
        sheet.text(76, y, "-", size=9).text(110, y, text, size=9)
    assert "Susunan pegawai adalah sebagai berikut:" in lines_of(page_of(tmp_path, sheet))


def stripe(sheet: Sheet, top: float, bottom: float, xs: Sequence[float] = (72, 105, 295, 435, 520), fill: str = "0.8 0.9 0.8") -> Sheet:
    """A coloured row without lines, one area per cell."""
    for start, stop in pairwise(xs):
        sheet.box(start, top, stop, bottom, fill=fill, stroke=False)
    return sheet


def test_a_coloured_ground_at_the_foot_of_the_sheet_is_no_row(tmp_path: Path) -> None:
    sheet = Sheet()
    for top, bottom in ((100, 118), (136, 154), (172, 190), (790, 842)):
        stripe(sheet, top, bottom)
    for number, row in enumerate((HEAD, *BODY[:2], ("3", "Tertatanya arsip", "Nilai arsip", "8"))):
        cells(sheet, 101 + 18 * number, row)
    cells(stripe(sheet, 172, 190), 173, ("4", "Lancarnya pasar", "Nilai pasar", "5"))
    sheet.text(72, 230, "Menurut golongan terdiri dari:", size=9).text(72, 805, "Kantor Contoh", size=8).text(470, 805, "Halaman 7", size=8)
    (grid,) = grids(page_of(tmp_path, sheet))
    assert [row[0] for row in raws(grid)] == ["No", "1", "2", "3", "4"]


def test_coloured_rows_have_the_columns_of_their_coloured_header(tmp_path: Path) -> None:
    """Amounts cut by narrow columns, one coloured row between two white ones."""
    xs = (72, 105, 300, 362, 424, 486, 548)
    sheet = Sheet()
    for top in (100, 118, 136):
        stripe(sheet, top, top + 18, xs)
    for top, row in ((100, ("No", "Program", "Pagu", "Pakai", "Sisa", "Lain")), (118, ("a", "b", "c", "d", "e", "f"))):
        for x, text in zip(xs, row, strict=False):
            sheet.text(x + 3, top + 12, text, size=9)
    for x, text in zip(xs, ("(1)", "(2)", "(3)", "(4)", "(5)", "(6)"), strict=False):
        sheet.text(x + 3, 148, text, size=9)
    stripe(sheet, 178, 202, xs)
    for number, top in enumerate((154, 178, 202), start=1):
        for x, text in zip(xs, (str(number), f"Program ke-{number}", *["15.753.99"] * 4), strict=False):
            sheet.text(x + 3, top + 10, text, size=9)
        for x in xs[2:-1]:
            sheet.text(x + 40, top + 21, f"{number}.00", size=9)
    rows = [row for grid in grids(page_of(tmp_path, sheet)) for row in raws(grid)]
    assert rows[-3:] == [[str(n), f"Program ke-{n}", *[f"15.753.99 {n}.00"] * 4] for n in (1, 2, 3)]


def test_a_paragraph_and_a_caption_below_a_last_row_without_colour_part_two_tables(tmp_path: Path) -> None:
    sheet = Sheet()
    for top in (100, 118, 154):
        stripe(sheet, top, top + 18)
    last = ("3", "Lancarnya pasar|kota", "Jumlah pasar yang dibuka|pada pagi hari dan|siang", "4|Pasar")
    rows = (HEAD, ("(1)", "(2)", "(3)", "(4)"), *BODY[:2], last)
    for number, row in enumerate(rows):
        cells(sheet, 101 + 18 * number, row)
    sheet.text(72, 224, "Keadaan kendaraan dinas menurut jenisnya tampak pada tabel berikut, dari catatan bulanan kantor kota.", size=9)
    sheet.text(150, 240, "Jumlah Kendaraan Dinas Kantor Kota Menurut Jenisnya Sampai Akhir Tahun", size=9, bold=True)
    cars = (("No", "Jenis Kendaraan", "", "Jumlah"), ("1", "Roda dua", "", "40"), ("2", "Roda empat", "", "34"), ("3", "Perahu", "", "2"))
    for number, row in enumerate(cars):
        if number % 2 == 0:
            stripe(sheet, 246 + 18 * number, 264 + 18 * number, (72, 105, 435, 520))
        cells(sheet, 247 + 18 * number, row)
    first, second = (raws(grid) for grid in grids(page_of(tmp_path, sheet)))
    assert first[-1] == [text.replace("|", " ") for text in last]
    assert second == [[row[0], row[1], row[3]] for row in cars]


def test_a_percent_above_a_quantity_in_a_box_are_two_entries(tmp_path: Path) -> None:
    sheet = rule(rule(rule(Sheet(), 200), 218), 268)
    cells(sheet, 200, HEAD)
    cells(sheet, 218, ("1", "Terlaksananya pelatihan|di semua kantor", "Persentase peserta yang lulus", "97%"))
    cells(sheet, 244, ("", "", "Jumlah berkas yang tertata", "12 Berkas"))
    assert "97% 12 Berkas" not in [text for grid in grids(page_of(tmp_path, sheet)) for row in raws(grid) for text in row]


def test_a_heading_and_its_sentence_below_a_list_are_no_rows(tmp_path: Path) -> None:
    sheet = Sheet().text(80, 100, "Program Kerja", size=9, bold=True).text(440, 100, "Anggaran", size=9, bold=True)
    for y, text, amount in ((114, "Penataan Arsip Kota", "13.569.411.000"), (128, "Penataan Pasar Kota", "7.560.673.000")):
        sheet.text(80, y, text, size=9).text(440, y, amount, size=9)
    sheet.text(80, 148, "2.3 RENCANA ANGGARAN", size=9, bold=True).text(80, 164, "Kantor memperoleh alokasi 21.130.084.000.", size=9)
    page = page_of(tmp_path, sheet)
    assert raws(grids(page)[0])[-1] == ["Penataan Pasar Kota", "7.560.673.000"]
    assert lines_of(page) == ["2.3 RENCANA ANGGARAN", "Kantor memperoleh alokasi 21.130.084.000."]


def test_the_longest_row_of_a_list_above_two_signatures_is_a_row(tmp_path: Path) -> None:
    sheet = Sheet().text(200, 100, "Nama Program", size=9, bold=True).text(450, 100, "Anggaran", size=9, bold=True)
    sheet.text(75, 114, "Program Dukungan Manajemen", size=9).text(470, 114, "Rp 8.916.519.000", size=9)
    sheet.text(75, 128, "Penyelenggaraan Pelatihan Dasar dan Penguatan Lembaga Kota", size=9).text(470, 128, "Rp 19.684.582.000", size=9)
    sheet.text(360, 152, "Kuala Asri, 16 Januari 2024", size=9)
    for x, office, name in ((94, "Ketua Kantor Contoh,", "Lina Suryani"), (319, "Sekretaris Kantor Contoh,", "Kartika Widya")):
        sheet.text(x, 166, office, size=9).text(x + 20, 214, name, size=9)
    (grid,) = grids(page_of(tmp_path, sheet))
    assert raws(grid)[-1] == ["Penyelenggaraan Pelatihan Dasar dan Penguatan Lembaga Kota", "Rp 19.684.582.000"]


def test_entries_below_a_ruled_header_stay_apart_where_their_cells_had_room(tmp_path: Path) -> None:
    sheet = rule(rule(rule(Sheet(), 200), 218), 290)
    cells(sheet, 200, ("Kode", "Sasaran", "Indikator Kinerja", "Target"))
    for top, code, text, target in (
        (218, "IK.1", "Indeks layanan arsip", "72,50"),
        (234, "IK.2", "Rasio staf arsip|per kantor", "1:4"),
        (262, "IK.3", "Predikat arsip", "BB"),
    ):
        cells(sheet, top, (code, "Arsip tertata", text, target))
    rows = [row for grid in grids(page_of(tmp_path, sheet)) for row in raws(grid)]
    assert ["IK.1", "Arsip tertata", "Indeks layanan arsip", "72,50"] in rows
    assert ["IK.3", "Arsip tertata", "Predikat arsip", "BB"] in rows


def test_names_wider_than_the_figures_below_them_head_their_columns(tmp_path: Path) -> None:
    sheet = Sheet()
    for x, name in ((110, "Subbagian"), (238, "Pria"), (338, "Wanita"), (451, "Jumlah")):
        sheet.text(x, 180, name, size=9, bold=True)
    for y, row in (
        (194, ("Perencanaan Data", "2", "3", "5")),
        (208, ("Hukum", "2", "1", "3")),
        (222, ("Keuangan dan Umum", "4", "5", "9")),
    ):
        for x, text in zip((74, 243, 352, 466), row, strict=True):
            sheet.text(x, y, text, size=9)
    (grid,) = grids(page_of(tmp_path, sheet))
    assert raws(grid)[0] == ["Subbagian", "Pria", "Wanita", "Jumlah"]
    assert raws(grid)[-1] == ["Keuangan dan Umum", "4", "5", "9"]


def test_three_figures_of_one_column_between_two_headers_are_three_entries(tmp_path: Path) -> None:
    """Nothing but the rules of two headers: what stands between them are the entries of the first table."""
    sheet = rule(cells(rule(Sheet(), 200), 200, HEAD), 218)
    cells(sheet, 220, ("6", "Tertibnya taman", "Persentase taman yang|terawat sepanjang tahun", "96,04 %"))
    cells(sheet, 246, ("", "", "Jumlah kios yang memiliki|izin dan papan nama", "3 Kios"))
    cells(sheet, 272, ("", "", "Derajat kepuasan pengunjung", "94,62"))
    rule(cells(rule(sheet, 310), 310, ("Kode", "Program", "", "Anggaran")), 328)
    cells(sheet, 330, ("CQ", "Program Pertamanan", "", "12.500.000"))
    cells(sheet, 346, ("WA", "Program Dukungan", "", "3.400.000"))
    first = grids(page_of(tmp_path, sheet))[0]
    assert [row[-1] for row in raws(first) if any(ch.isdigit() for ch in row[-1])] == ["96,04 %", "3 Kios", "94,62"]


def test_a_table_without_a_rule_at_its_end_is_parted_from_the_one_below_it(tmp_path: Path) -> None:
    sheet = rule(cells(rule(Sheet(), 200), 200, HEAD), 218)
    cells(sheet, 218, ("1", "Tertibnya taman", "Jumlah kios yang memiliki|izin dan papan nama", "13 Kios"))
    cells(sheet, 244, ("2", "Warga senang", "Derajat kepuasan pengunjung|taman kota", "97 %"))
    rule(cells(rule(sheet, 290), 290, ("", "Kegiatan/Sub Kegiatan", "", "Anggaran")), 308)
    for top, text, amount in (
        (308, "1. Penataan Taman Kota dan Pemeliharaan Jalur Hijau di Kota", "Rp713.526.000"),
        (326, "2. Pengadaan Bangku dan Tempat Sampah di Taman Kota", "Rp2.295.608.000"),
        (344, "3. Penerangan Jalan Setapak dan Taman Bermain Anak", "Rp2.077.448.000"),
    ):
        sheet.text(76, top + 12, text, size=9)
        sheet.text(440, top + 12, amount, size=9)
        rule(sheet, top + 18)
    above, below = grids(page_of(tmp_path, sheet))
    assert raws(above)[-4:] == [
        ["1", "Tertibnya taman", "Jumlah kios yang memiliki", "13 Kios"],
        ["", "", "izin dan papan nama", ""],
        ["2", "Warga senang", "Derajat kepuasan pengunjung", "97 %"],
        ["", "", "taman kota", ""],
    ]
    assert [row[-1] for row in raws(below)] == ["Anggaran", "Rp713.526.000", "Rp2.295.608.000", "Rp2.077.448.000"]


def test_the_sum_below_the_last_coloured_row_is_a_row_be_it_taller_than_the_others(tmp_path: Path) -> None:
    sheet = Sheet()
    for top in (100, 136):
        stripe(sheet, top, top + 18)
    for number, row in enumerate((HEAD, ("1", "Tertibnya arsip", "Jumlah arsip", "12"), ("2", "Tertibnya pasar", "Jumlah pasar", "9"))):
        cells(sheet, 101 + 18 * number, row)
    cells(sheet, 162, ("", "JUMLAH", "2 indikator", "21"))
    assert ["", "JUMLAH", "2 indikator", "21"] in [row for grid in grids(page_of(tmp_path, sheet)) for row in raws(grid)]


def test_a_bold_heading_far_below_the_sum_of_a_list_is_no_row(tmp_path: Path) -> None:
    sheet = Sheet().text(80, 100, "Program Kerja", size=9, bold=True).text(440, 100, "Anggaran", size=9, bold=True)
    for y, text, amount in ((114, "Penataan Arsip Kota", "13.569.411.000"), (128, "Penataan Pasar Kota", "7.560.673.000")):
        sheet.text(80, y, text, size=9).text(440, y, amount, size=9)
    sheet.text(80, 142, "Jumlah", size=9, bold=True).text(440, 142, "21.130.084.000", size=9, bold=True)
    sheet.text(80, 164, "C. Rencana Anggaran", size=9, bold=True).text(80, 180, "Kantor memperoleh alokasi 21.130.084.000.", size=9)
    page = page_of(tmp_path, sheet)
    assert raws(grids(page)[0])[-1] == ["Jumlah", "21.130.084.000"]
    assert lines_of(page) == ["C. Rencana Anggaran", "Kantor memperoleh alokasi 21.130.084.000."]


def _pieces(sheet: Sheet, y: float, xs: Sequence[float]) -> None:
    for start, stop in pairwise((LEFT, *xs, RIGHT)):
        rule(sheet, y, start, stop)


def test_rules_whose_pieces_meet_elsewhere_are_those_of_another_table(tmp_path: Path) -> None:
    sheet = Sheet()
    for n, row in enumerate((("No", "Bagian", "Jumlah"), ("1.", "Arsip", "3"), ("2.", "Hukum", "4"))):
        _pieces(sheet, 100 + 18 * n, (106, 420))
        for x, text in zip((76, 110, 440), row, strict=True):
            sheet.text(x, 112 + 18 * n, text, size=9)
    _pieces(sheet, 154, (106, 420))
    sheet.text(72, 170, "2.1 Sarana", size=11, bold=True).text(200, 186, "Sarana Kerja Kantor", size=10, bold=True)
    for n, row in enumerate((("No", "Barang", "Banyaknya", "Keadaan"), ("1", "Meja", "29", "Baik"), ("2", "Lemari", "5", "Rusak"))):
        _pieces(sheet, 194 + 18 * n, (100, 340, 440))
        for x, text in zip((76, 110, 360, 450), row, strict=True):
            sheet.text(x, 206 + 18 * n, text, size=9)
    _pieces(sheet, 248, (100, 340, 440))
    page = page_of(tmp_path, sheet)
    staff, goods = grids(page)
    assert raws(staff) == [["No", "Bagian", "Jumlah"], ["1.", "Arsip", "3"], ["2.", "Hukum", "4"]]
    assert raws(goods)[1:] == [["1", "Meja", "29", "Baik"], ["2", "Lemari", "5", "Rusak"]]
    assert lines_of(page) == ["2.1 Sarana", "Sarana Kerja Kantor"]


def test_the_rule_over_headings_of_several_columns_does_not_tell_all_columns(tmp_path: Path) -> None:
    sheet = Sheet()
    for n, row in enumerate((("No", "Sasaran", "Target"), ("1", "Tertatanya arsip kota", "12"), ("2", "Lancarnya pasar", "4"))):
        for left, right, text in zip((LEFT, 110, 400), (110, 400, RIGHT), row, strict=True):
            if n != 1:
                sheet.box(left, 600 + 16 * n, right, 616 + 16 * n, fill="0.8 0.9 1", stroke=False)
            sheet.text(left + 4, 611 + 16 * n, text, size=8)
    sheet.text(72, 680, "Sebanyak dua indikator berhasil memenuhi target yang diperjanjikan pada awal tahun oleh kepala kantor.", size=9)
    sheet.text(72, 700, "B. Perbandingan", size=10).text(72, 716, "Uraian lengkap tercantum dalam tabel berikut:", size=9)
    for left, top, right, bottom in (
        (LEFT, 740, 110, 764), (110, 740, 300, 764), (300, 740, RIGHT, 752),
        (300, 752, 370, 764), (370, 752, 440, 764), (440, 752, RIGHT, 764),
    ):  # fmt: skip
        sheet.box(left, top, right, bottom, fill="0.8 0.9 1", stroke=False)
    sheet.text(80, 755, "No", size=8).text(150, 755, "Indikator", size=8).text(390, 749, "Realisasi", size=8)
    for x, text in ((320, "2021"), (390, "2022"), (460, "2023"), (80, "1"), (320, "71%"), (390, "72%"), (460, "74%")):
        sheet.text(x, 761 if text.startswith("20") else 775, text, size=8)
    sheet.text(114, 775, "Persentase berkas yang", size=8).text(114, 784, "tertata", size=8)
    assert raws(grids(page_of(tmp_path, sheet))[-1])[-1] == ["1", "Persentase berkas yang tertata", "71%", "72%", "74%"]


def test_a_heading_and_a_paragraph_part_two_ruled_tables_of_one_width(tmp_path: Path) -> None:
    plan = (
        (76, "No"), (97, "Sasaran Strategis"), (207, "Indikator Kinerja"), (320, "TARGET"), (390, "Kegiatan"), (470, "Anggaran (Rp)"),
    )  # fmt: skip
    rows = [
        ("1", "Tertatanya arsip|kota", "Persentase arsip yang|tertata", "76,2%", "Penataan Arsip|Kota", "4.207.183.000"),
        ("", "", "Jumlah berkas yang|dicatat kantor", "38 Berkas", "Pengembangan Pasar|dan Kios", "7.686.721.000"),
        (
            "2",
            "Meningkatnya peran|warga dalam pasar",
            "Jumlah peserta pasar|malam",
            "13.027|Orang",
            "Dukungan Manajemen|dan Tugas",
            "6.452.526.000",
        ),
        ("", "", "Nilai indikator kinerja|pelaksanaan", "94,60", "Pengembangan|Organisasi", "4.999.429.000"),
    ]
    sheet = rule(Sheet(), 100)
    for x, text in plan:
        sheet.text(x, 110, text, size=8)
    rule(sheet, 114)
    for n, row in enumerate(rows):
        for (x, _), text in zip(plan, row, strict=True):
            for line, part in enumerate(text.split("|")):
                sheet.text(x, 124 + 24 * n + 9 * line, part, size=8)
        rule(sheet, 138 + 24 * n)
    sheet.text(72, 230, "2.3 Perjanjian Kinerja", size=9, bold=True)
    sheet.text(72, 243, "Perjanjian kinerja tahun ini ditandatangani oleh kepala kantor wilayah kementerian pasar kota dan arsip", size=9)
    sheet.text(72, 255, "provinsi. Uraian lengkap tercantum dalam tabel berikut:", size=9)
    sheet.text(200, 268, "Perjanjian Kinerja Kantor Wilayah", size=9, bold=True)
    goals = [
        ("1", "Tertatanya arsip kota", "Persentase arsip yang tertata", "76,2%"),
        ("", "", "Jumlah berkas yang dicatat kantor wilayah", "38 Berkas"),
        ("2", "Meningkatnya peran warga", "Jumlah peserta pasar", "13.027 Orang"),
        ("", "", "Nilai indikator kinerja pelaksanaan anggaran", "94,60"),
    ]
    rule(sheet, 272)
    for n, row in enumerate((("No", "Sasaran Strategis", "Indikator Kinerja", "TARGET"), *goals)):
        for x, text in zip((76, 97, 270, 472), row, strict=True):
            sheet.text(x, 282 + 14 * n, text, size=8)
        rule(sheet, 286 + 14 * n)
    page = page_of(tmp_path, sheet)
    plans, agreement = grids(page)
    assert plans.origin == agreement.origin == "ruled"
    assert plans.width == len(plan)
    assert raws(agreement)[1:] == [list(row) for row in goals]


def test_a_text_in_larger_letters_parts_two_tables_of_the_same_columns(tmp_path: Path) -> None:
    sheet = rule(Sheet(), 100)
    staff = (("No", "Status", "Jumlah"), ("1.", "Ketua dan Anggota", "5"), ("2.", "Pegawai Negeri", "18"), ("3.", "Pegawai Kontrak", "5"))
    ranks = (("No", "Golongan", "Jumlah"), ("1.", "Golongan IV", "1"), ("2.", "Golongan III", "12"), ("3.", "Golongan II", "5"))
    for first, rows in ((100, staff), (204, ranks)):
        for n, row in enumerate(rows):
            for x, text in zip((76, 120, 450), row, strict=True):
                sheet.text(x, first + 12 + 18 * n, text, size=8)
            rule(sheet, first + 18 + 18 * n)
    sheet.text(76, 184, "Keadaan pegawai menurut golongan tampak pada tabel berikut.", size=10)
    sheet.text(180, 196, "Jumlah Menurut Golongan", size=10, bold=True)
    rule(sheet, 204)
    found = grids(page_of(tmp_path, sheet))
    assert [grid.origin for grid in found] == ["ruled", "ruled"]
    assert [raws(grid) for grid in found] == [[list(row) for row in rows] for rows in (staff, ranks)]


def test_a_boxed_list_whose_box_the_foot_of_a_page_leaves_open_is_not_one_row(tmp_path: Path) -> None:
    sheet = Sheet()
    for y in (614, 628, 641):
        for start, stop in pairwise((LEFT, 115, 344, 441, RIGHT)):
            rule(sheet, y, start, stop)
    rows = [("No.", "Indikator Kinerja", "Realisasi", ""), ("", "", "2023", "2024")]
    rows += [(str(n), f"Persentase berkas bagian {n} yang tertata", f"8{n},4%", f"9{n}%") for n in range(1, 9)]
    for n, row in enumerate(rows):
        for x, text in zip((76, 119, 380, 470), row, strict=True):
            if text:
                sheet.text(x, 624 + 13 * n, text, size=9)
    (grid,) = grids(page_of(tmp_path, sheet))
    assert raws(grid)[2:] == [list(row) for row in rows[2:]]


def test_turned_headings_stand_over_one_column_each(tmp_path: Path) -> None:
    """The heading of the last column begins at its border; only the headings beside it tell whose it is."""
    sheet = rule(rule(Sheet(), 200), 245)
    for x, text in ((76, "No"), (110, "Sasaran")):
        sheet.text(x, 211, text, size=9, bold=True)
    for x, text in ((360, "Satuan"), (408, "Target")):
        sheet.text(x, 240, text, size=9, bold=True, turn=3)
    rows = (("1", "Terlaksananya pelatihan", "Keputusan", "97"), ("2", "Tersusunnya jadwal", "Kegiatan", "95"), ("3", "Nilai", "%", "84"))
    for n, row in enumerate(rows):
        for x, text in zip((76, 110, 345, 430), row, strict=True):
            sheet.text(x, 258 + 20 * n, text, size=9)
        rule(sheet, 265 + 20 * n)
    (grid,) = grids(page_of(tmp_path, sheet))
    assert raws(grid) == [["No", "Sasaran", "Satuan", "Target"], *map(list, rows)]


def test_items_of_a_list_are_no_rows_of_the_table_below_them(tmp_path: Path) -> None:
    sheet = Sheet()
    items = [
        "Pimpinan berjumlah 1 (satu) orang;",
        "Bagian umum berjumlah 4 (empat) orang;",
        "Bagian arsip dan pasar berjumlah 7 (tujuh) orang;",
    ]
    for n, text in enumerate(items):
        sheet.text(76, 100 + 14 * n, "•", size=9).text(92, 100 + 14 * n, text, size=9)
    sheet.text(72, 150, "2. Sarana dan Prasarana", size=9, bold=True).text(190, 166, "Sarana Kerja Kantor Contoh", size=9, bold=True)
    rows = (
        ("No", "Jenis Barang", "Banyaknya", "Keadaan"),
        ("1", "Lemari", "14", "Baik"),
        ("2", "Kursi", "23", "Baik"),
        ("3", "Papan", "5", "Baik"),
    )
    for n, row in enumerate(rows):
        for x, text in zip((80, 110, 330, 440), row, strict=True):
            sheet.text(x, 180 + 14 * n, text, size=9, bold=not n)
    page = page_of(tmp_path, sheet)
    assert raws(grids(page)[0]) == [list(row) for row in rows]
    assert [line.removeprefix("• ") for line in lines_of(page)[:3]] == items


def test_the_one_row_below_a_coloured_header_has_its_columns(tmp_path: Path) -> None:
    """A page break left the sum alone below the repeated header; narrow columns cut its figures."""
    xs = (72, 100, 200, 258, 316, 350, 408, 466, 500)
    sheet = stripe(stripe(Sheet(), 100, 118, xs), 118, 136, xs)
    names = ("No", "Program", "Pagu", "Pakai", "%", "Pagu", "Pakai", "%")
    for x, text in zip(xs, names, strict=False):
        sheet.text(x + 4, 112, text, size=9, bold=True)
    for n, x in enumerate(xs[:-1], start=1):
        sheet.text(x + 10, 130, f"({n})", size=9)
    sheet.text(158, 148, "Jumlah", size=9, bold=True)
    for x, amount in ((204, "36.514.380"), (262, "35.467.721"), (354, "73.936.452"), (412, "71.593.894")):
        sheet.text(x, 148, amount, size=9, bold=True).text(x + 38, 159, ".000", size=9, bold=True)
    for x in (320, 470):
        sheet.text(x, 148, "97%", size=9, bold=True)
    sheet.text(72, 184, "Program penataan memperoleh pagu 32.114.655.000 dan terpakai 31.160.594.711.", size=9)
    row = [raws(grid)[-1] for grid in grids(page_of(tmp_path, sheet))][-1]
    assert row == ["", "Jumlah", "36.514.380 .000", "35.467.721 .000", "97%", "73.936.452 .000", "71.593.894 .000", "97%"]
