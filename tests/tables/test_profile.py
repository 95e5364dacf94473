"""What rows and cells look like."""

import pytest

from extractor.tables.profile import completes_labels, is_index_row

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
