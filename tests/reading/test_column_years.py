"""Years over the names of columns that are repeated for each."""

from dataclasses import dataclass
from typing import cast

import pytest

from extractor.reading.column_piece import Piece
from extractor.reading.column_years import over_years


@dataclass(frozen=True)
class Name:
    """As much of a piece as is looked at."""

    text: str
    column: int
    last: int = 0


@pytest.mark.parametrize(("years", "columns"), [(("2030", "2031"), [(1, 2), (3, 4)]), ((), None)])
def test_each_year_spans_the_names_that_are_repeated(years: tuple[str, ...], columns: list[tuple[int, int]] | None) -> None:
    names = [[Name("Program", 0), *(Name(text, at) for at, text in enumerate(["Pagu", "Realisasi"] * 2, start=1))]]
    printed = [Name(text, 9) for text in years]
    found = over_years(cast("list[list[Piece]]", names), cast("list[Piece]", printed))
    assert (found and [(piece.column, piece.last) for piece in found]) == columns
