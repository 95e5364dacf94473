"""Running headers, footers, page numbers and stamps, and what only looks like them."""

from pathlib import Path

import pytest

from extractor.reading.document import Document, Grid, Line
from extractor.reading.pdf import read_pdf
from tests.reading.pdf_builder import Sheet, save

SENTENCES = (
    "Kegiatan pertama dilaksanakan pada bulan Februari di aula kantor.",
    "Peserta berasal dari seluruh kecamatan dan mengikuti pelatihan penuh.",
    "Anggaran yang terserap mencapai sembilan puluh persen dari pagu.",
    "Hambatan utama adalah cuaca dan jarak tempuh ke lokasi kegiatan.",
    "Tindak lanjut dilakukan melalui rapat evaluasi setiap triwulan.",
    "Dokumentasi disimpan oleh subbagian umum dan dapat dilihat publik.",
)


def body(sheet: Sheet, number: int, top: float = 90) -> Sheet:
    """Text that differs from page to page."""
    for row in range(8 + number % 3):
        sheet.text(72, top + 18 * row, f"{number}{row} {SENTENCES[(number * 5 + row) % 6]}")
    return sheet


def read(folder: Path, sheets: list[Sheet]) -> Document:
    return read_pdf(save(folder, *sheets), "0" * 64)


def furniture(document: Document) -> list[list[str]]:
    return [sorted(line.text for line in page.furniture) for page in document.pages]


def test_header_footer_and_page_number(tmp_path: Path) -> None:
    sheets = [
        body(Sheet(), number).text(72, 40, "Laporan Tahunan Kantor").text(290, 810, f"- {number + 4} -").line(72, 46, 520, 46)
        for number in range(6)
    ]
    document = read(tmp_path, sheets)
    assert furniture(document) == [sorted(["Laporan Tahunan Kantor", f"- {number + 4} -"]) for number in range(6)]
    assert all(len(page.blocks) == 8 + number % 3 for number, page in enumerate(document.pages))


def test_boxed_header_is_no_table(tmp_path: Path) -> None:
    sheets = []
    for number in range(5):
        sheet = body(Sheet(), number)
        sheet.grid((72, 160, 400, 520), (30, 56))
        sheet.text(80, 46, "KANTOR").text(170, 46, "Laporan Kinerja").text(410, 46, f"Halaman {number + 1}")
        sheets.append(sheet)
    document = read(tmp_path, sheets)
    assert not [block for _, block in document.blocks() if isinstance(block, Grid)]
    assert furniture(document)[2] == ["Halaman 3", "KANTOR", "Laporan Kinerja"]


def test_repeated_table_header_stays(tmp_path: Path) -> None:
    sheets = []
    for number in range(5):
        rows = [("No", "Uraian", "Pagu")] + [(str(number * 9 + row), f"Paket {number}{row}", f"{row}.{number}50.000") for row in range(9)]
        sheets.append(Sheet().table((72, 110, 300, 400), range(60, 290, 22), rows))
    document = read(tmp_path, sheets)
    tables = [block for _, block in document.blocks() if isinstance(block, Grid)]
    assert [len(table.rows) for table in tables] == [10] * 5
    assert furniture(document) == [[]] * 5


def test_title_that_every_form_repeats_is_kept(tmp_path: Path) -> None:
    """Each form of a bundle begins with the same title, at the height where other pages have text."""
    sheets = []
    for number in range(6):
        sheets.append(body(Sheet().text(200, 80, "PERNYATAAN KESANGGUPAN", size=14, bold=True), number, 130))
        sheets.append(body(Sheet(), number + 20, 76))
    document = read(tmp_path, sheets)
    kept = [block.text for _, block in document.blocks() if isinstance(block, Line)]
    assert kept.count("PERNYATAAN KESANGGUPAN") == 6


@pytest.mark.parametrize("cells", [("Laporan", "3 Laporan"), ("Dokumen {n}", "{n} Dokumen")])
def test_table_that_every_form_repeats_at_the_same_place_is_kept(tmp_path: Path, cells: tuple[str, str]) -> None:
    sheets = []
    for number in range(8):
        indicator, target = (cell.format(n=number + 1) for cell in cells)
        sheet = Sheet().text(200, 80, "PERJANJIAN KINERJA", size=14).text(230, 110, "TAHUN 2031")
        sheets.append(sheet.table((72, 110, 360, 500), (150, 170, 190), [["No", "Indikator", "Target"], ["1", indicator, target]]))
    document = read(tmp_path, sheets)
    assert len([block for _, block in document.blocks() if isinstance(block, Grid)]) == 8


def test_header_of_one_chapter_only(tmp_path: Path) -> None:
    sheets = [body(Sheet(), number).text(72, 40, "Bab Pertama" if number < 6 else "Bab Kedua Pelaksanaan") for number in range(12)]
    assert furniture(read(tmp_path, sheets)) == [["Bab Pertama"]] * 6 + [["Bab Kedua Pelaksanaan"]] * 6


def test_roman_page_numbers(tmp_path: Path) -> None:
    sheets = [body(Sheet(), number).text(295, 812, roman) for number, roman in enumerate(("ii", "iii", "iv", "v", "vi"))]
    assert furniture(read(tmp_path, sheets)) == [["ii"], ["iii"], ["iv"], ["v"], ["vi"]]


def test_two_pages_prove_no_repetition(tmp_path: Path) -> None:
    sheets = [body(Sheet(), number).text(72, 40, "Lembar Pengesahan") for number in range(2)]
    assert furniture(read(tmp_path, sheets)) == [[], []]


def test_stamp_inside_a_table_is_kept_out_of_its_cells(tmp_path: Path) -> None:
    """The stamp is known from the pages where it stands free."""
    sheets = []
    for number in range(6):
        sheet = Sheet().text(400, 60, "Cetak percobaan", size=8)
        if number == 3:
            rows = [("No", "Uraian"), ("1", "Pengadaan"), ("2", "Distribusi")]
            sheet.table((72, 110, 540), (46, 70, 94, 118), rows)
            body(sheet, number, 150)
        else:
            body(sheet, number)
        sheets.append(sheet)
    document = read(tmp_path, sheets)
    (grid,) = [block for _, block in document.blocks() if isinstance(block, Grid)]
    assert [[cell.raw for cell in row.cells] for row in grid.rows] == [["No", "Uraian"], ["1", "Pengadaan"], ["2", "Distribusi"]]
    assert furniture(document) == [["Cetak percobaan"]] * 6


@pytest.mark.parametrize("landscape", [2, 4])
def test_landscape_insert_has_its_own_places(tmp_path: Path, landscape: int) -> None:
    sheets = []
    for number in range(10):
        wide = number // landscape % 2 == 1
        sheet = body(Sheet((842, 595) if wide else (595, 842)), number)
        sheets.append(sheet.text(400 if wide else 290, 565 if wide else 812, str(number + 1)))
    assert furniture(read(tmp_path, sheets)) == [[str(number + 1)] for number in range(10)]


def test_page_number_above_the_margin_counts_as_the_last_line(tmp_path: Path) -> None:
    sheets = [body(Sheet(), number).text(400, 660, str(number + 1)) for number in range(6)]
    assert furniture(read(tmp_path, sheets)) == [[str(number + 1)] for number in range(6)]


def test_numbered_last_lines_that_do_not_count_pages_stay(tmp_path: Path) -> None:
    sheets = [body(Sheet(), number).text(72, 660, f"{number * number + 3} orang") for number in range(6)]
    assert furniture(read(tmp_path, sheets)) == [[]] * 6


def test_a_page_number_that_a_table_has_swallowed_is_kept_out_of_its_rows(tmp_path: Path) -> None:
    """Its number differs from page to page: what stands here is known from the pages where it stands free."""
    sheets = []
    for number in range(1, 7):
        sheet = Sheet().text(72, 800, "Kantor Contoh", size=8).text(440, 800, f"Halaman {number}", size=8)
        if number == 4:
            sheet.table((70, 400, 540), (740, 762, 784, 812), [("Status", "Jumlah"), ("Tetap", "12")])
        sheets.append(body(sheet, number))
    document = read(tmp_path, sheets)
    (grid,) = [block for _, block in document.blocks() if isinstance(block, Grid)]
    assert [text for row in grid.rows for cell in row.cells if (text := cell.raw)] == ["Status", "Jumlah", "Tetap", "12"]
    assert "Halaman 4" in " ".join(furniture(document)[3])


def test_a_figure_of_a_table_where_other_pages_have_their_number_stays(tmp_path: Path) -> None:
    sheets = []
    for number in range(1, 7):
        sheet = Sheet()
        if number == 4:
            sheet.table((70, 400, 540), (740, 762, 784, 812), [("Status", "Jumlah"), ("Tetap", "12")]).text(440, 800, "97", size=8)
        else:
            sheet.text(440, 800, str(number), size=8)
        sheets.append(body(sheet, number))
    (grid,) = [block for _, block in read(tmp_path, sheets).blocks() if isinstance(block, Grid)]
    assert grid.rows[-1].cells[-1].raw == "97"
