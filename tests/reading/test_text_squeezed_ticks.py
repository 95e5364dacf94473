"""Ticks that texts pushed out of the columns of a schedule (all of it invented)."""

from collections import Counter
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from extractor.reading.text_squeezed_columns import Column, columns_of
from extractor.reading.text_squeezed_deal import Frame, Near, deal
from extractor.reading.text_squeezed_ticks import names_in_order, schedule_of, told, with_schedule
from extractor.reading.text_squeezed_ties import Ties
from extractor.reading.text_squeezed_words import places_of, schedule_names, words_of
from extractor.values.ticks import without_ticks
from tests.reading.aligned import grids, texts
from tests.reading.test_text_squeezed import page
from tests.reading.test_text_squeezed_heads import lines_of, placed

COLUMNS = [
    Column(10, 10, False, Counter(word=4)),
    *(Column(place, place, False, Counter(tick=3)) for place in (40, 44, 48, 52)),
    Column(56, 60, True, Counter(amount=4)),
]


def dealt(line: str) -> dict[int, str]:
    """What a line has in each of the columns."""
    words = words_of(line)
    texts = deal(words, Frame(COLUMNS, 0.6), Near())[1]
    found = told(words, texts, COLUMNS, schedule_of(COLUMNS))
    assert [index for text in found for index in range(text.first, text.stop)] == list(range(len(words)))
    return {text.column: " ".join(word.text for word in words[text.first : text.stop]) for text in found}


def test_the_columns_of_a_schedule_stand_side_by_side() -> None:
    assert schedule_of(COLUMNS) == range(1, 5)
    assert schedule_of(COLUMNS[:2]) == range(0)


def test_ticks_in_all_columns_are_told() -> None:
    found = dealt("          Menata arsip desa dan kelurahan di kecamatan √ √ √ √ 1.250.000")
    assert [found.get(column) for column in range(1, 5)] == ["√"] * 4


def test_ticks_at_their_places_are_told() -> None:
    found = dealt("          Menata arsip desa                 √       √   1.250.000")
    assert [found.get(column) for column in range(1, 5)] == [None, "√", None, "√"]


@settings(deadline=None)
@given(st.integers(1, 3))
def test_ticks_that_were_pushed_into_some_of_the_columns_stay_with_the_text_before_them(count: int) -> None:
    found = dealt(f"          Menata arsip desa dan kelurahan di kecamatan{' √' * count} 1.250.000")
    assert not any(column in found for column in range(1, 5))
    assert without_ticks(found[0]) == "Menata arsip desa dan kelurahan di kecamatan"
    assert found[0].count("√") == count


def test_more_ticks_than_columns_are_left_as_they_are() -> None:
    line = "          Menata arsip desa dan kelurahan di kecamatan √ √ √ √ √ 1.250.000"
    words = words_of(line)
    texts = deal(words, Frame(COLUMNS, 0.6), Near())[1]
    assert told(words, texts, COLUMNS, schedule_of(COLUMNS)) == texts


@settings(deadline=None)
@given(st.text("ab √", min_size=1).map(str.strip))
def test_nothing_but_ticks_behind_a_text_is_left_out(text: str) -> None:
    bare = without_ticks(text)
    assert text.startswith(bare)
    assert not text[len(bare) :].strip("√ ")


def test_a_name_that_is_wider_than_its_figures_shows_where_their_column_begins() -> None:
    head = placed((10, "No"), (14, "Indikator"), (49, "Kinerja"))
    rows = [placed((10, str(at)), (14, "Arsip desa"), (50, "78%")) for at in range(1, 4)]
    assert [column.left for column in columns_of(lines_of(head), lines_of(*rows), 0.6)] == [10, 14, 49]


def test_a_number_with_a_mark_of_thousands_has_a_unit() -> None:
    lines = [
        words_of(line) for line in ("   1  Buku     12 Judul", "   2  Peta     34 Judul", "   3  Jumlah pengunjung tetap 36.931 Judul")
    ]
    assert [word.tie > 0 for word in Ties(lines).tied(lines[2])][-1]


def test_names_of_columns_in_the_middle_of_the_page_are_no_title(tmp_path: Path) -> None:
    rows = (
        "          No  Indikator         2031                         2032",
        "                         Kinerja Target Realisasi Capaian Target Realisasi Capaian",
        "          1   Arsip   90%     91%      101%    92%     93%     101%",
        "          2   Buku    80%     81%      101%    82%     83%     101%",
    )
    [grid] = grids(tmp_path, page(*rows))
    assert texts(grid)[0][0] == "No"


@settings(deadline=None)
@given(st.integers(1, 60), st.floats(2.0, 6.0))
def test_the_months_stand_as_wide_apart_as_each_other(start: int, step: float) -> None:
    line, names = " " * start, [str(month) for month in range(1, 13)]
    for index, name in enumerate(names):
        line += " " * max(round(start + index * step) - len(line), index > 0) + name

    places = places_of(schedule_names(words_of(line)))
    assert len(places) == 12
    assert all(abs(place - start - index * step) <= 1.0 for index, place in enumerate(places))


def test_the_names_of_a_schedule_may_stand_among_other_names_but_not_numbers() -> None:
    assert [word.text for word in schedule_names(words_of("Kegiatan  T1  T2  T3 T4  Pelaksana"))] == ["T1", "T2", "T3", "T4"]
    assert [word.text for word in schedule_names(words_of("TWI  TWII  TWIII  TWIV"))] == ["TWI", "TWII", "TWIII", "TWIV"]
    assert not schedule_names(words_of("Uraian  1  2  3  4"))


def test_the_names_of_a_schedule_and_the_numbers_of_columns_are_in_their_columns() -> None:
    schedule = range(1, 5)
    assert [text.column for text in names_in_order(words_of("1 2 3 4"), COLUMNS, schedule)] == [1, 2, 3, 4]
    assert [text.column for text in names_in_order(words_of("1 2 3 4 5 6"), COLUMNS, schedule)] == [0, 1, 2, 3, 4, 5]
    assert not names_in_order(words_of("2 3 4 5 6 7"), COLUMNS, schedule)
    assert not names_in_order(words_of("Uraian Kegiatan"), COLUMNS, schedule)


def test_numbers_of_columns_that_were_pushed_stand_under_the_months() -> None:
    heads = [
        words_of("          Uraian                       Bulan                           Pelaksana"),
        words_of("                              1 2 3 4 5 6 7 8 9 10 11 12"),
        words_of("            1                 2 3 4 5 6 7 8 9 10 11 12 13             14"),
    ]
    body = [words_of(f"          Menata arsip {'':<{place - 23}}√{'':<{66 - place}}Bagian Umum") for place in (30, 40, 52)]

    columns = columns_of(heads, body, 0.6)
    assert len(columns) == 14
    assert [round(column.left) for column in with_schedule(heads, columns)[0][1:13]] == [round(29.4 + 2 * month) for month in range(12)]
