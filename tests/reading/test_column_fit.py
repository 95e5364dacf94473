"""How well a line fits into columns that other lines have."""

from hypothesis import given
from hypothesis import strategies as st

from extractor.reading.column_corridors import Columns
from extractor.reading.column_fit import line_fit
from extractor.reading.column_views import view_lines
from extractor.reading.document import Place
from extractor.reading.placed import PlacedLine, PlacedWord

UNIT = 5.0
COLUMNS = Columns((2.4, 55.0), 0.0, 75.0)


def fit(number: str) -> float:
    """How well an entry of a list fits, whose number reaches over the border behind the numbers of one digit."""
    end = 1.3 * len(number)
    words = [
        (number, 0.0, end),
        ("Sarana", end + 0.6, end + 6.6),
        ("Kantor", end + 7.2, end + 13),
        ("Rp.", 58, 61),
        ("1.463.849.000,-", 62, 75),
    ]
    placed = tuple(PlacedWord(text, x0 * UNIT, x1 * UNIT, 12.0, 21.0) for text, x0, x1 in words)
    line = PlacedLine(placed, Place(1, box=(0.0, 12.0, 75 * UNIT, 21.0)), 0.0)
    (view,), _ = view_lines([line], UNIT)
    return line_fit(view, COLUMNS, is_prose=False)


@given(st.integers(10, 99))
def test_numbers_from_the_tenth_on_reach_over_the_border_behind_the_others(number: int) -> None:
    assert fit(f"{number}.") > fit("Dan.")
    assert fit(f"{number}.") > 0
