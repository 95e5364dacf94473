"""Where the texts of squeezed cells break (invented rows): what the report says of two words tells in which cell a line goes on."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from extractor.reading.text_squeezed_breaks import Breaks, Line
from extractor.reading.text_squeezed_deal import Text
from extractor.reading.text_squeezed_fit import fitted
from extractor.reading.text_squeezed_ties import Ties
from extractor.reading.text_squeezed_words import TIED, words_of
from tests.reading.test_text_squeezed import SCALE, placed

COLUMNS = (10, 14, 30, 48, 64)
PROSE = (
    "Persentase arsip yang ditata menurut baku mutu naik, sedangkan luas gudang arsip tetap sejak tahun lalu.",
    "Uraian ada dalam laporan hasil tahunan dinas.",
)
HEAD = placed(*zip(COLUMNS, ("No", "Sasaran", "Indikator", "Formula", "Sumber"), strict=True))
INDEX = placed(*zip((11, 20, 38, 55, 68), ("1", "2", "3", "4", "5"), strict=True))


def row(*cells: str) -> str:
    return placed(*((x0, cell) for x0, cell in zip(COLUMNS, cells, strict=True) if cell))


def dealt(rows: tuple[str, ...], ties: Ties) -> list[list[str]]:
    """The cells of rows below the header."""
    lines = [ties.tied(words_of(line)) for line in (HEAD, INDEX, *rows)]
    found = []
    for line in fitted(lines, SCALE, SCALE, (), ties.follows)[2:]:
        cells = [""] * 5
        for word in line:
            cells[word.column] = f"{cells[word.column]} {word.text}".strip()
        found.append(cells)
    return found


@pytest.mark.parametrize("indicator", ["menurut baku mutu yang baik", "baku mutu daerah yang tetap"])
@pytest.mark.parametrize("formula", ["gudang", "gudang arsip daerah"])
def test_a_line_goes_on_with_the_cell_whose_last_word_it_follows_elsewhere(indicator: str, formula: str) -> None:
    rows = (
        row("1", "Tertibnya arsip", "Persentase arsip ditata", "Luas ruang dibagi luas", "Laporan hasil"),
        row("", "semua desa", indicator, formula, "tahunan"),
        row("2", "Naiknya minat baca", "Jumlah pengunjung tetap", "Penghitungan langsung", "Survei"),
    )
    told = Ties(words_of(line) for line in (*PROSE, HEAD, INDEX, *rows))

    assert dealt(rows, told)[1] == ["", "semua desa", indicator, formula, "tahunan"]


def test_the_factor_of_a_formula_is_tied_to_it() -> None:
    words = words_of("tepat waktu dikali 100% Survei 96%")

    assert [word.tie >= TIED for word in Ties([words]).tied(words)] == [False, False, False, True, False, False]


def lines(*columns: tuple[str, str]) -> list[Line]:
    """Lines of one text in a column each."""
    found = [Line(words_of(text), head=False) for text, _ in columns]
    for line, (_, column) in zip(found, columns, strict=True):
        line.texts = [Text(0, len(line.words), int(column), 0.0, 1.0)]
    return found


def test_a_break_of_another_row_tells_and_that_of_the_line_itself_does_not() -> None:
    breaks = Breaks(lambda _before, _word: 0.0)
    once = lines(("dibagi luas", "3"), ("gudang arsip", "3"))
    breaks.learn([once])
    assert breaks.led(once, 1)(3, "gudang") == 0.0

    twice = [*once, *lines(("Survei", "4"), ("dibagi luas", "3"), ("gudang arsip", "3"))]
    breaks.learn([twice])
    assert breaks.led(twice, 1)(3, "gudang") > 0.0
    assert breaks.leads(twice, 0)(3, "luas") > 0.0
    assert breaks.led(twice, 1)(2, "gudang") == 0.0


@settings(deadline=None)
@given(st.lists(st.tuples(st.text("abc ", min_size=1).filter(str.strip), st.sampled_from("0123")), min_size=1, max_size=9))
def test_what_breaks_tell_is_a_share(columns: list[tuple[str, str]]) -> None:
    breaks = Breaks(lambda _before, _word: 0.0)
    found = lines(*columns)
    breaks.learn([found])

    for index, line in enumerate(found):
        for column in range(4):
            assert 0.0 <= breaks.led(found, index)(column, line.words[0].text) <= 1.0
            assert 0.0 <= breaks.leads(found, index)(column, line.words[-1].text) <= 1.0
