"""Names over columns that a header counts (invented)."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractor.tables.counted import over_counted


@given(count=st.integers(3, 12), at=st.data())
def test_a_name_in_the_middle_of_counted_columns_stands_over_the_first(count: int, at: st.DataObject) -> None:
    place = at.draw(st.integers(0, count - 1))
    numbers = ["No", "Kegiatan", *map(str, range(1, count + 1)), "Pagu"]
    above = ["", "", *("Bulan" if n == place else "" for n in range(count)), ""]
    assert over_counted([above, numbers]) == [["", "", "Bulan", *[""] * count], numbers]


@pytest.mark.parametrize(
    "rows",
    [
        [["No", "Uraian", "", "Pagu"], ["1", "2", "3", "4"]],
        [["", "", "TW", "", "Hasil"], ["No", "Uraian", "I", "II", "III"]],
        [["", "", "Target"], ["No", "1", "2"]],
    ],
    ids=["the numbers of all columns", "two names", "two columns"],
)
def test_what_counts_no_columns_of_its_own_moves_nothing(rows: list[list[str]]) -> None:
    assert over_counted(rows) == rows


@pytest.mark.parametrize("place", range(4))
def test_a_name_put_together_with_one_of_the_numbers_is_over_all(place: int) -> None:
    numbers = [f"Triwulan {n + 1}" if n == place else str(n + 1) for n in range(4)]
    assert over_counted([["No", "Kegiatan", *numbers, "Pagu"]]) == [
        ["No", "Kegiatan", *(f"Triwulan | {n + 1}" for n in range(4)), "Pagu"],
    ]
    two = ["No", "Sasaran 1", "Sasaran 2", "Sasaran 3"]
    assert over_counted([two]) == [two]


def test_a_name_between_the_columns_of_two_years_is_over_both() -> None:
    years = ["Urut", "Indikator", "2031", "", "2032"]
    assert over_counted([["No.", "", "", "Realisasi", ""], years]) == [["No.", "", "Realisasi", "", ""], years]
    assert over_counted([["No.", "2031", "Realisasi", "2032"]]) == [["No.", "Realisasi | 2031", "", "Realisasi | 2032"]]
    named = [["No.", "", "", "Realisasi", ""], ["Urut", "Indikator", "Target", "", "Hasil"]]
    assert over_counted(named) == named


def test_a_column_of_its_own_between_two_years_keeps_its_name() -> None:
    header = [["No", "Indikator", "2022", "Satuan", "2023"]]
    assert over_counted(header, {0, 1, 2, 3, 4}) == header
    assert over_counted(header, {0, 1, 2, 4}) == [["No", "Indikator", "Satuan | 2022", "", "Satuan | 2023"]]
