"""The columns of several years side by side, pushed through each other (all of it invented)."""

from collections import Counter

from hypothesis import given, settings
from hypothesis import strategies as st

from extractor.reading.text_lines import split_pages
from extractor.reading.text_squeezed import unsqueezed
from extractor.reading.text_squeezed_columns import Column
from extractor.reading.text_squeezed_deal import Frame, Near, Text, deal
from extractor.reading.text_squeezed_heads import head_length
from extractor.reading.text_squeezed_room import within
from extractor.reading.text_squeezed_words import words_of
from extractor.reading.text_squeezed_years import years_of
from tests.reading.test_text_squeezed import SCALE, WIDTH, page, placed

LEFT, STEP, NAMES = 28.0, 18.0, ("Target", "Realisasi", "Capaian")
TEXTS = ("Persentase arsip desa yang ditata", "Jumlah arsip pinjam", "Persentase warga pembaca", "Nilai layanan pustaka")


def _centred(place: float, text: str) -> tuple[float, str]:
    return place - SCALE * len(text) / 2, text


def _row(number: str, text: str, figures: list[str]) -> str:
    width = STEP / len(NAMES)
    cells = [_centred(LEFT + width * (at + 0.5), figure) for at, figure in enumerate(figures)]
    return f"{placed((10, number), (13, text), *cells):<{WIDTH}}"


def _header(years: list[str]) -> list[str]:
    dated = [_centred(LEFT + STEP * (at + 0.5), year) for at, year in enumerate(years)]
    return [f"{placed(*dated):<{WIDTH}}", _row("No", "Indikator", [*NAMES] * len(years))]


def _dealt(rows: list[str]) -> list[list[str]]:
    [lines] = split_pages(page(*rows))
    [found] = unsqueezed([lines])
    return [[cell.strip() for cell in line.text.split("\t")] for line in found if "\t" in line.text and line.text.strip()]


@settings(deadline=None, max_examples=40)
@given(
    st.integers(min_value=2, max_value=3),
    st.lists(st.lists(st.integers(min_value=10, max_value=99), min_size=9, max_size=9), min_size=3, max_size=4),
)
def test_the_figures_and_names_of_all_years_stand_in_their_columns(count: int, rows: list[list[int]]) -> None:
    years = [str(2025 - count + at) for at in range(count)]
    figures = [[f"{value}%" for value in row[: 3 * count]] for row in rows]
    lines = [_row(str(at + 1), text, row) for at, (text, row) in enumerate(zip(TEXTS, figures, strict=False))]
    found = _dealt([*_header(years), *lines])
    header = next(cells for cells in found if NAMES[0] in cells)
    assert header[2:] == [*NAMES] * count
    assert [cells[2:] for cells in found if cells[0].isdigit()] == figures[: len(lines)]


def test_a_header_of_names_cut_by_narrow_columns_is_one() -> None:
    lines = [
        words_of("                        2022              2023"),
        words_of("    No  Indikator  Targe Reali Capai Targe Reali Capai"),
        words_of("                     t   sasi  an    t   sasi  an"),
        words_of("    1   Persentase  90%   91%  100%  90%   92%  102%"),
    ]
    assert head_length(lines) == 3


def test_an_indicator_below_the_names_is_no_header() -> None:
    lines = [
        words_of("                        2022              2023"),
        words_of("    No  Indikator  Target Hasil Capaian Target Hasil Capaian"),
        words_of("        Persentase"),
        words_of("    1   arsip       90%   91%  100%  90%   92%  102%"),
    ]
    assert head_length(lines) == 2


def test_rows_with_more_figures_than_the_names_say_tell_no_years() -> None:
    heads = [words_of("                        2022              2023"), words_of("    No  Uraian     Target   Hasil    Target   Hasil")]
    body = [words_of(f"    {number}   arsip      9{number}%  91%  100%  90%  92%  102%") for number in range(1, 6)]
    assert years_of(heads, body, SCALE) is None
    found = years_of(heads, [words[:5] for words in body], SCALE)
    assert found is not None
    assert (found.names, found.seats) == (2, {"Target": 0, "Hasil": 1})


def test_names_behind_a_stray_letter_stand_below_their_years() -> None:
    heads = [words_of("                        2022              2023"), words_of("    No  Uraian A   Target   Hasil    Target   Hasil")]
    years = years_of(heads, [], SCALE)
    assert years is not None
    columns = years.columns([], [], SCALE)
    outer = [columns[0], columns[0]]
    texts = [Text(0, 1, 0, 4, 6), Text(1, 2, 1, 8, 14), Text(2, 3, 2, 15, 16), Text(3, 7, 3, 19, 50)]
    found = years.texts(heads[1], texts, [*outer, *columns])
    assert [(text.first, text.stop, text.column) for text in found] == [(0, 1, 0), (1, 3, 1), (3, 4, 2), (4, 5, 3), (5, 6, 4), (6, 7, 5)]


def test_words_of_a_table_that_reaches_over_the_margin_are_not_pushed_back() -> None:
    lines = [words_of("  1   arsip      90%   91%"), words_of("  2   pustaka    92%   93%"), words_of("  3   peminjaman 92% 93%")]
    assert within(lines, [20.0] * 3, SCALE)[2][-1].x0 == lines[2][-1].x0
    assert within(lines[2:], [20.0], SCALE)[0][-1].x0 < lines[2][-1].x0


def test_the_units_of_several_figures_are_several_texts() -> None:
    columns = [Column(4, 4, False, Counter(word=9)), *(Column(at, at + 4, True, Counter(word=2, number=6)) for at in (26, 31, 36))]
    words = words_of("    warga yang menjadi peminjam Orang Orang Orang")
    texts = deal(words, Frame(columns, SCALE), Near())[1]
    assert [(text.first, text.stop, text.column) for text in texts] == [(0, 4, 0), (4, 5, 1), (5, 6, 2), (6, 7, 3)]


def test_a_name_that_says_a_word_twice_is_one_text() -> None:
    columns = [Column(4, 4, False, Counter(word=9)), Column(30, 34, True, Counter(number=6)), Column(36, 40, True, Counter(number=6))]
    words = words_of("    warga Kota Bau Bau       12    14")
    texts = deal(words, Frame(columns, SCALE), Near())[1]
    assert [(text.first, text.stop, text.column) for text in texts] == [(0, 4, 0), (4, 5, 1), (5, 6, 2)]


def test_a_year_stands_with_the_word_that_says_that_it_is_one() -> None:
    heads = [
        words_of("    No  Uraian      Tahun 2023           Tahun 2024"),
        words_of("                   Pagu  Hasil  %       Pagu  Hasil  %"),
    ]
    years = years_of(heads, [], SCALE)
    assert years is not None
    columns = years.columns([], [], SCALE)
    texts = [Text(0, 1, 0, 4, 6), Text(1, 3, 1, 8, 26), Text(3, 6, 3, 26, 50)]
    found = years.texts(heads[0], texts, [columns[0], columns[0], *columns])
    assert [(text.first, text.stop, text.column) for text in found] == [(0, 1, 0), (1, 2, 1), (2, 4, 2), (4, 6, 5)]


@settings(deadline=None)
@given(st.integers(min_value=0, max_value=3))
def test_narrow_columns_that_no_figure_shows_stand_where_their_numbers_are(pushed: int) -> None:
    years, offsets = (40.0, 60.0), (-5.5, 2.0, 8.0)
    middles = [year + offset for year in years for offset in offsets]
    heads = [
        words_of(placed(*(_centred(year, text) for year, text in zip(years, ("2023", "2024"), strict=True)))),
        words_of(placed((4, "No"), (8, "Uraian"), *map(_centred, middles, ["Pagu", "Hasil", "%"] * 2))),
        words_of(placed((4, "1"), (8, "2"), *map(_centred, middles, "345678"))),
    ]
    body = [
        words_of(placed((4, str(at)), (8, "arsip"), *map(_centred, middles, [f"1.{at}50.000", f"9{at}0.000", f"9{at}%"] * 2)))
        for at in range(1, 4 + pushed)
    ]
    told = years_of(heads, body, SCALE)
    assert told is not None
    found = told.columns([], body, SCALE)
    assert all(column.left <= middle <= column.last for column, middle in zip(found, middles, strict=True))
