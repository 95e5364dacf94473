"""Tables drawn with horizontal rules alone: columns told by their printed numbers, headers parted from their rows by the page's end."""

from collections.abc import Sequence
from pathlib import Path

from extractor import extract
from extractor.model import BarisRealisasi
from extractor.reading.document import Grid, Page
from extractor.reading.pdf import read_pdf
from tests.reading.pdf_builder import Sheet, save

LEFT, RIGHT = 108, 516
XS = (116, 131, 229, 286, 343, 374, 431, 488)
"""Where the cells of the comparison begin: its amounts leave blanks between columns no wider than a few words do."""
RESTS = (116, 131, 263, 320, 358, 408, 465, 503)
"""Where the rests of the amounts begin, which end where the amounts do."""
HEADS = (113, 157, 242, 290, 349, 387, 435, 494)
NUMBERS = (113, 170, 247, 304, 348, 392, 449, 493)
"""Where headings and numbers begin, each in the middle of its column."""


def rule(sheet: Sheet, y: float, start: float = LEFT, stop: float = RIGHT) -> Sheet:
    return sheet.line(start, y, stop, y)


def cells(sheet: Sheet, top: float, row: Sequence[str], xs: Sequence[float] = XS) -> Sheet:
    """One row; a cell's lines are parted by "|", 11 points apart."""
    for x, text in zip(xs, row, strict=True):
        for number, line in enumerate(text.split("|")):
            if line:
                sheet.text(x, top + 11 + 11 * number, line, size=9.5)
    return sheet


def grids(page: Page) -> list[Grid]:
    return [block for block in page.blocks if isinstance(block, Grid)]


def raws(grid: Grid) -> list[list[str]]:
    return [[cell.raw.replace("\n", "") for cell in row.cells] for row in grid.rows]


AMOUNTS = (
    ("14,979,188,", "14,422,706,", "96.28", "18,577,898,", "18,183,033,", "97.87"),
    ("13,498,853,", "13,207,157,", "97.84", "19,130,042,", "18,653,508,", "97.51"),
    ("28,478,041,", "27,629,864,", "97.02", "37,707,940,", "36,836,542,", "97.69"),
)


def realised(path: Path) -> list[BarisRealisasi]:
    return [row for table in extract(path).realisasi_anggaran for row in table.baris]


def comparison() -> Sheet:
    """Pagu, realisasi and percent of two years, in columns so narrow that the amounts are cut."""
    sheet = rule(Sheet().text(190, 190, "Tabel 4 Perbandingan Realisasi Anggaran Tahun 2022 dan 2023", size=9), 200)
    sheet.text(286, 211, "2022", size=9).text(431, 211, "2023", size=9)
    rule(sheet, 214, 223)
    cells(sheet, 214, ("No", "Program", "Pagu", "Realisasi", "%", "Pagu", "Realisasi", "%"), HEADS)
    rule(cells(rule(sheet, 228), 228, [f"({n})" for n in range(1, 9)], NUMBERS), 242)
    rests = ("", "", "000", "752", "%", "000", "826", "%")
    first = ("1", "Penyelenggaraan|Layanan Kearsipan|dan Pelestarian|Naskah", *AMOUNTS[0])
    rule(cells(cells(sheet, 242, first), 253, rests, RESTS), 290)
    rule(cells(cells(sheet, 290, ("2", "Dukungan Layanan|Kantor", *AMOUNTS[1])), 301, rests, RESTS), 316)
    return rule(cells(cells(sheet, 316, ("", "JUMLAH", *AMOUNTS[2])), 327, rests, RESTS), 342)


def test_narrow_columns_are_told_by_their_printed_numbers(tmp_path: Path) -> None:
    (grid,) = grids(read_pdf(save(tmp_path, comparison()), "0" * 64).pages[0])
    assert raws(grid)[0] == ["No", "Program", "2022", "", "", "2023", "", ""]
    assert raws(grid)[4][2:] == ["13,498,853,000", "13,207,157,752", "97.84%", "19,130,042,000", "18,653,508,826", "97.51%"]


def test_the_amounts_of_both_years_are_records(tmp_path: Path) -> None:
    rows = realised(save(tmp_path, comparison()))
    found = [(row.tahun, row.pagu and row.pagu.nilai, row.realisasi and row.realisasi.nilai) for row in rows]
    assert found == [
        (2022, 14_979_188_000, 14_422_706_752),
        (2023, 18_577_898_000, 18_183_033_826),
        (2022, 13_498_853_000, 13_207_157_752),
        (2023, 19_130_042_000, 18_653_508_826),
        (2022, 28_478_041_000, 27_629_864_752),
        (2023, 37_707_940_000, 36_836_542_826),
    ]


WIDE = (113, 147, 290, 410)
HEADER = ("No", "Program/Kegiatan", "Alokasi Anggaran", "Realisasi")


def opened(header: Sequence[str], number: str = "3") -> tuple[Sheet, Sheet]:
    """A table whose header stands at the foot of one page, its rows on the next."""
    foot = Sheet().text(150, 700, "Rincian Realisasi Anggaran Tahun 2023", size=9)
    rule(cells(rule(foot, 710), 710, header, WIDE), 726).text(290, 800, number, size=9)
    body = rule(rule(cells(rule(Sheet(), 70), 70, ("(1)", "(2)", "(3)", "(4)"), WIDE), 86), 86)
    rows = (("1", "Layanan Arsip", "18.577.898.000", "18.183.033.826"), ("2", "Dukungan Kantor", "9.130.042.000", "8.653.508.403"))
    for number_of_row, row in enumerate(rows):
        rule(cells(body, 86 + 16 * number_of_row, row, WIDE), 102 + 16 * number_of_row)
    return foot, body


def test_a_header_alone_at_the_foot_of_a_page_heads_the_rows_of_the_next(tmp_path: Path) -> None:
    rows = realised(save(tmp_path, *opened(HEADER)))
    assert [(row.uraian, row.pagu and row.pagu.nilai, row.realisasi and row.realisasi.nilai) for row in rows] == [
        ("Layanan Arsip", 18_577_898_000, 18_183_033_826),
        ("Dukungan Kantor", 9_130_042_000, 8_653_508_403),
    ]


def test_words_that_are_no_header_between_two_rules_are_no_table(tmp_path: Path) -> None:
    foot, _ = opened(("Kantor", "Daerah Contoh", "Jalan Melati", "Bandar Baru"))
    assert not grids(read_pdf(save(tmp_path, foot), "0" * 64).pages[0])


def test_a_header_with_text_below_it_is_not_cut_off_by_the_page(tmp_path: Path) -> None:
    foot, _ = opened(HEADER, number="Catatan")
    assert not grids(read_pdf(save(tmp_path, foot), "0" * 64).pages[0])


def test_a_heading_over_a_rule_of_its_own_belongs_to_the_table(tmp_path: Path) -> None:
    xs = (113, 137, 230, 300, 330, 360, 390, 420)
    sheet = rule(Sheet(), 200).text(315, 211, "Waktu Pelaksanaan", size=9)
    rule(sheet, 216, 294, 416)
    cells(sheet, 216, ("No", "Rencana Aksi", "Target", "1", "2", "3", "4", "Pelaksana"), xs)
    rule(cells(rule(sheet, 232), 232, [f"({n})" for n in range(1, 9)], xs), 248)
    rows = (("1", "Menyusun jadwal", "90%", "x", "x", "", "", "Umum"), ("2", "Menata arsip", "95%", "", "x", "x", "x", "Data"))
    for number, row in enumerate(rows):
        rule(cells(sheet, 248 + 16 * number, row, xs), 264 + 16 * number)
    (grid,) = grids(read_pdf(save(tmp_path, sheet), "0" * 64).pages[0])
    assert [cell.raw for cell in grid.rows[0].cells] == ["No", "Rencana Aksi", "Target", "Waktu Pelaksanaan", "", "", "", "Pelaksana"]
    assert raws(grid)[3:] == [list(row) for row in rows]
