"""Years over the names of columns that are repeated for each."""

import pytest

from extractor.reading.column_piece import Piece
from extractor.reading.column_years import over_years


def _name(text: str, column: int) -> Piece:
    return Piece(column, 0, (), text, 0.0, 0.0, 0, joined=False)


@pytest.mark.parametrize(("years", "columns"), [(("2030", "2031"), [(1, 2), (3, 4)]), ((), None)])
def test_each_year_spans_the_names_that_are_repeated(years: tuple[str, ...], columns: list[tuple[int, int]] | None) -> None:
    names = [[_name("Program", 0), *(_name(text, at) for at, text in enumerate(["Pagu", "Realisasi"] * 2, start=1))]]
    printed = [_name(text, 9) for text in years]
    found = over_years(names, printed)
    assert (found and [(piece.column, piece.last) for piece in found]) == columns
