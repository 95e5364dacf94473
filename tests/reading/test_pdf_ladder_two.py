"""Two tables of one width below one another, drawn with rules or coloured rows alone, and the row without a rule at the end of one."""

from collections.abc import Sequence
from pathlib import Path

import pytest

from extractor.reading.document import Grid
from extractor.reading.pdf import read_pdf
from extractor.reading.pdf_ladder_cells import Rung
from extractor.reading.pdf_ladder_parts import Ladder
from extractor.reading.pdf_ladder_runs import without_next_head
from extractor.reading.pdf_page import Word
from tests.reading.pdf_builder import Sheet, save

LEFT, RIGHT = 72, 520
DARK, LIGHT = "0.2 0.3 0.5", "0.86 0.9 0.95"
GOALS = ("No", "Sasaran", "Indikator Kinerja", "Target")
GOALS_AT = (76, 106, 270, 470)
GOAL_ROWS = [
    ("1", "Tertatanya arsip kota", "Jumlah berkas arsip yang ditata", "12 Berkas"),
    ("1", "Tertatanya arsip kota", "Persentase berkas yang dapat dicari", "97%"),
    ("2", "Lancarnya pasar warga", "Jumlah pasar yang dibuka pagi hari", "4 Pasar"),
]


def grids(folder: Path, sheet: Sheet) -> list[list[list[str]]]:
    blocks = read_pdf(save(folder, sheet), "0" * 64).pages[0].blocks
    found = [block for block in blocks if isinstance(block, Grid)]
    return [[[cell.raw.replace("\n", " ") for cell in row.cells] for row in grid.rows] for grid in found]


def striped(sheet: Sheet, top: float, at: Sequence[float], rows: Sequence[Sequence[str]]) -> float:
    """Rows of 18 points, every second one below the header coloured, the last one not: where they end."""
    for n, row in enumerate(rows):
        colour = DARK if not n else LIGHT if n % 2 == 0 else None
        if colour:
            sheet.box(LEFT, top + 18 * n, RIGHT, top + 18 * (n + 1), fill=colour, stroke=False)
        for x, text in zip(at, row, strict=True):
            sheet.text(x, top + 12 + 18 * n, text, size=8, bold=not n)
    return top + 18 * len(rows)


@pytest.mark.parametrize(
    ("at", "rows"),
    [
        ((76, 430), [("Nama Program", "Anggaran"), ("Penataan arsip dan pasar kota", "2.500.000"), ("Pembinaan pegawai pasar", "500.000")]),
        (
            (76, 106, 430),
            [
                ("No", "Nama Program", "Anggaran"),
                ("1.", "Penataan arsip kota sampai akhir tahun berjalan", "2.500.000"),
                ("2.", "Pembinaan pegawai pasar dan penjaga arsip", "500.000"),
                ("3.", "Penyediaan papan nama pedagang di pasar", "750.000"),
            ],
        ),
    ],
    ids=["other columns", "one border in common"],
)
def test_coloured_tables_with_a_little_white_between_them_are_two(
    tmp_path: Path, at: tuple[float, ...], rows: list[tuple[str, ...]]
) -> None:
    sheet = Sheet()
    end = striped(sheet, 100, GOALS_AT, [GOALS, *GOAL_ROWS])
    striped(sheet, end + 12, at, rows)
    goals, budget = grids(tmp_path, sheet)
    assert goals == [list(row) for row in (GOALS, *GOAL_ROWS)]
    assert budget == [list(row) for row in rows]


def test_a_row_below_the_last_coloured_one_moves_a_border_that_it_reaches_over(tmp_path: Path) -> None:
    last = ("3", "Terlaksananya pembinaan pegawai kota", "Jumlah pegawai yang dibina", "8 Orang")
    sheet = Sheet()
    striped(sheet, 100, GOALS_AT, [GOALS, *GOAL_ROWS[:2], last])
    (goals,) = grids(tmp_path, sheet)
    assert goals == [list(row) for row in (GOALS, *GOAL_ROWS[:2], last)]


def test_two_entries_below_a_header_of_many_lines_are_not_one_row(tmp_path: Path) -> None:
    sheet = Sheet()
    for y in (100, 136, 174):
        sheet.line(LEFT, y, RIGHT, y)
    for x, y, text in (
        (76, 110, "Kode"), (76, 120, "Kegiatan"), (76, 130, "Program"), (200, 120, "Nama Program"), (430, 120, "Anggaran (Rp)"),
        (76, 147, "WA"), (130, 147, "Penataan arsip kota"), (430, 147, "2.500.000,00"),
        (76, 162, "CQ"), (130, 158, "Pembinaan pegawai pasar dan penjaga"), (130, 168, "sampai akhir tahun"), (430, 162, "500.000,00"),
    ):  # fmt: skip
        sheet.text(x, y, text, size=8)
    (budget,) = grids(tmp_path, sheet)
    assert [row for row in budget if row[-1][:1].isdigit()] == [
        ["WA", "Penataan arsip kota", "2.500.000,00"],
        ["CQ", "", "500.000,00"],
    ]


def test_a_header_in_bold_a_little_below_the_rows_of_another_table_begins_its_own(tmp_path: Path) -> None:
    numbers = tuple(f"({n})" for n in range(1, 5))
    sheet = Sheet()
    for n, row in enumerate((GOALS, numbers, *GOAL_ROWS * 2)):
        for x, text in zip((88, 110, 270, 480), row, strict=True):
            sheet.text(x, 100 + 10 * n, text, size=8, bold=not n)
    budget = [
        ("Kode", "Nama Program", "Anggaran"),
        ("WA", "Pembinaan pegawai", "Rp 2.500.000"),
        ("CQ", "Penataan arsip dan pasar di seluruh wilayah kota", "Rp 11.500.000"),
    ]
    for n, (row, at) in enumerate(zip(budget, ((108, 260, 470), (88, 156, 470), (88, 156, 465)), strict=True)):
        for x, text in zip(at, row, strict=True):
            sheet.text(x, 183 + 10 * n, text, size=8, bold=not n)
    found = grids(tmp_path, sheet)
    assert [grid[-6:] for grid in found] == [[list(row) for row in GOAL_ROWS * 2], [list(row) for row in budget]]


@pytest.mark.parametrize(
    ("last", "below", "rungs"),
    [
        ((("Kegiatan", 150, True), ("Anggaran", 450, True)), (("1. Penataan", 76, False), ("387.828.000", 450, False)), 3),
        ((("Jumlah", 150, True), ("387.828.000", 450, True)), (("1. Penataan", 76, False), ("387.828.000", 450, False)), 4),
        ((("Kegiatan", 150, False), ("Anggaran", 450, False)), (("1. Penataan", 76, False), ("387.828.000", 450, False)), 4),
        ((("Kegiatan", 150, True), ("Anggaran", 450, True)), (("Uraian berikut menerangkan hasilnya.", 76, False),), 4),
    ],
    ids=["header of a list", "sum", "row", "last row above a text"],
)
def test_the_header_of_the_next_table_is_no_row_of_the_one_above_it(
    last: Sequence[tuple[str, float, bool]], below: Sequence[tuple[str, float, bool]], rungs: int
) -> None:
    """Tables with rules around their headers alone, the rules of the second right below the last entry of the first."""
    rows = (
        (104, (("No", 76, True), ("Sasaran", 110, True), ("Target", 460, True))),
        (118, (("1", 76, False), ("Tertatanya urusan kota", 110, False), ("98%", 460, False))),
        (132, (("Jumlah laporan", 110, False), ("10 Laporan", 460, False))),
        (158, last),
        (172, below),
    )
    texts = [(text, x, top) for top, row in rows for text, x, _ in row]
    words = [Word(text, x, top, x + 4.5 * len(text), top + 9, n) for n, (text, x, top) in enumerate(texts)]
    bold = [is_bold for _, row in rows for *_, is_bold in row]
    ladder = Ladder(LEFT, RIGHT, tuple(Rung(at, ((LEFT, RIGHT),)) for at in (102, 115, 156, 169)), (0, 1, 2, 3))
    found = without_next_head(ladder, words, lambda word: bold[word.index]) or [ladder]
    assert [len(each.rungs) for each in found] == [rungs]
