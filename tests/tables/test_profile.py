"""What rows and cells look like."""

import pytest

from extractor.tables.profile import completes_labels, is_index_rest, is_index_row

HEAD = [["No", "Kegiatan", "Jadwal", "", ""], ["", "", "T", "T", "T"]]


def test_numbers_below_cut_labels_end_them() -> None:
    numbers = ["", "", "2", "3", "4"]
    assert is_index_row(numbers)
    assert completes_labels(HEAD, numbers)


@pytest.mark.parametrize("row", [["1", "2", "3", "4", "5"], ["", "", "3", "", ""], ["", "2", "3", "4", "5"]])
def test_column_numbers_end_no_label(row: list[str]) -> None:
    assert not completes_labels(HEAD, row)


def test_column_numbers_cut_by_narrow_columns_count_on() -> None:
    assert is_index_row(["(8)", "(9 )", "(1 0)", "(1 1)", "(1 2)"]) is False
    assert is_index_row(["(1)", "(2)", "(3 )", "(4 )", "(5)", "(6)", "(7)", "(8 )", "(9)", "(1 0)", "(1 1)"])


@pytest.mark.parametrize("last", ["6=5/4", "(6)=(5)/(4)", "6 = 5 : 4 x 100%", "6=(5/4)X100"])
def test_the_number_of_a_column_may_say_how_it_is_computed(last: str) -> None:
    assert is_index_row(["1", "2", "3", "4", "5", last])


@pytest.mark.parametrize("last", ["Laba = 5", "6 = enam", "5 buah"])
def test_a_row_with_words_numbers_no_columns(last: str) -> None:
    assert not is_index_row(["1", "2", "3", "4", "5", last])


def test_a_percent_numbers_no_column() -> None:
    assert not is_index_rest(["1", "", "", "98%"])
    assert not is_index_row(["1", "", "", "2 %"])
    assert is_index_rest(["", "(2)", "", "(4)"])
