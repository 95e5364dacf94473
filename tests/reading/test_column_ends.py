"""Where a table in text aligned by blanks ends (invented texts)."""

import pytest

from extractor.reading.column_corridors import Columns, Region
from extractor.reading.column_ends import ended
from extractor.reading.column_views import view_lines
from tests.reading.test_columns import placed

ROWS = """
          Tertibnya layanan kebun              Persentase bibit yang dibagikan tepat
                                                                                                         97%
                                               waktu
   2
                                               Jumlah warga yang mengikuti pelatihan
{rest}"""
FOUND = 5
"""Lines that the table was found to have."""


def lines_below(rest: str) -> int:
    """How many of the lines below the table are of it."""
    views, _ = view_lines(placed(ROWS.format(rest=rest)), 1.0)
    region = Region(0, FOUND, Columns((8.0, 47.0, 70.0, 103.0), 1.0, 109.0), 1.0)
    [found] = ended(views, [False] * len(views), [region])
    return found.stop - FOUND


@pytest.mark.parametrize("rest", [" " * 103 + "203\n" + " " * 47 + "dasar\n", " " * 47 + "dasar\n"])
def test_rests_of_the_last_cells_are_of_the_table(rest: str) -> None:
    assert lines_below(rest) == rest.count("\n")


@pytest.mark.parametrize("rest", [" Bagian berikut memuat uraian\n", " " * 60 + "Kepala Dinas Kebun\n"])
def test_what_begins_elsewhere_is_not(rest: str) -> None:
    assert lines_below(rest) == 0
