"""Turned headings over the columns of a table without rules."""

from pathlib import Path

import pytest

from extractor.reading.document import Grid, Line, Page, Place
from extractor.reading.pdf import read_pdf
from extractor.reading.pdf_labels import with_labels
from extractor.reading.placed import PlacedLine, PlacedWord
from tests.reading.pdf_builder import Sheet, save

XS = (72, 100, 300, 380, 440)
ROWS = (
    ("1", "Persentase arsip yang ditata", "81%", "79%", "97,5%"),
    ("2", "Jumlah berkas yang dipindai", "12", "14", "116,7%"),
    ("3", "Indeks layanan arsip", "3,41", "3,52", "103,2%"),
    ("4", "Jumlah pasar yang ditata", "4", "4", "100,0%"),
)


def page_of(folder: Path, sheet: Sheet) -> Page:
    return read_pdf(save(folder, sheet), "0" * 64).pages[0]


def sheet_with(*labels: str) -> Sheet:
    sheet = Sheet().text(72, 150, "No", bold=True).text(160, 150, "Indikator", bold=True)
    for x, label in zip(XS[2:], labels, strict=True):
        sheet.text(x + 12, 170, label, bold=True, turn=3)
    for number, row in enumerate(ROWS):
        for x, text in zip(XS, row, strict=True):
            sheet.text(x, 190 + 14 * number, text)
    return sheet


def grid_of(page: Page) -> Grid:
    (grid,) = [block for block in page.blocks if isinstance(block, Grid)]
    return grid


def test_turned_headings_stand_over_their_columns(tmp_path: Path) -> None:
    page = page_of(tmp_path, sheet_with("Target", "Realisasi", "Capaian"))
    rows = [[cell.raw for cell in row.cells] for row in grid_of(page).rows]
    header = rows[: -len(ROWS)]
    assert [" ".join(filter(None, column)) for column in zip(*header, strict=True)] == ["No", "Indikator", "Target", "Realisasi", "Capaian"]
    assert rows[-len(ROWS) :] == [list(row) for row in ROWS]
    assert not any(isinstance(block, Line) and block.text in ("Target", "Realisasi", "Capaian") for block in page.blocks)


def test_a_turned_text_beside_the_page_is_no_heading(tmp_path: Path) -> None:
    sheet = sheet_with("Target", "Realisasi", "Capaian").text(40, 400, "Arsip", turn=3)
    page = page_of(tmp_path, sheet)
    assert "Arsip" in [block.text for block in page.blocks if isinstance(block, Line)]


def test_two_turned_texts_above_one_another_are_two(tmp_path: Path) -> None:
    sheet = Sheet().text(300, 200, "Target", turn=3).text(300, 600, "Sisa", turn=3)
    assert [block.text for block in page_of(tmp_path, sheet).blocks if isinstance(block, Line)] == ["Sisa", "Target"]


@pytest.mark.parametrize(("turned", "stood"), [(("Target", "Realisasi", "Capaian"), True), (("Target",), False)])
def test_where_most_headings_are_turned_their_order_says_more_than_their_places(turned: tuple[str, ...], *, stood: bool) -> None:
    """The level headings beside them are of the same header, the entries below are not."""
    lines = [placed(100, "Indikator", "2031"), placed(180, "Persentase", "arsip", "97%")]
    labels = [Line(text, Place(1, box=(250 + 40 * n, 95, 257 + 40 * n, 140))) for n, text in enumerate(turned)]
    found, _ = with_labels(lines, labels)
    assert [line.stood for line in found] == [stood, stood, False]


@pytest.mark.parametrize(("above", "stood"), [(("2030", "2031"), False), (("Capaian", "Kinerja"), True)])
def test_years_right_above_turned_headings_stand_over_their_columns(above: tuple[str, ...], *, stood: bool) -> None:
    """Where only the order of the headings counted, the years would belong to none of them."""
    lines = [placed(80, *above), placed(100, "No", "Indikator"), placed(180, "1", "Persentase", "97%")]
    labels = [Line(text, Place(1, box=(250 + 40 * n, 95, 257 + 40 * n, 140))) for n, text in enumerate(("Target", "Realisasi") * 2)]
    found, _ = with_labels(lines, labels)
    assert [line.stood for line in found] == [False, stood, stood, False]


def placed(top: float, *texts: str) -> PlacedLine:
    words = tuple(PlacedWord(text, 100 + 120 * n, 140 + 120 * n, top, top + 8) for n, text in enumerate(texts))
    return PlacedLine(words, Place(1, box=(words[0].x0, top, words[-1].x1, top + 8)), 0.0)
