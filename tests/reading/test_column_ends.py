"""Where a table in text aligned by blanks ends (invented texts)."""

from dataclasses import replace

import pytest

from extractor.reading.column_corridors import Columns, Region
from extractor.reading.column_ends import ended
from extractor.reading.column_views import view_lines
from extractor.reading.document import Place
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


SUM = """
    1  Penataan arsip kota         Rp7.397.231.000  Rp7.289.256.600
    2  Pembinaan pegawai           Rp2.371.725.000  Rp2.341.773.215
{last}
"""


@pytest.mark.parametrize(
    ("last", "more"),
    [
        ("           TOTAL ANGGARAN      Rp1.239.768.956.000  Rp9.631.029.815", 1),
        ("           TOTAL ANGGARAN      Rp1.239.768.956.000", 1),
        ("           Sisa anggaran       Rp1.239.768.956.000  Rp9.631.029.815", 0),
        ("           TOTAL ANGGARAN        Rp1.239.768.956.000  Rp9.631.029.815", 0),
    ],
    ids=["a sum", "one figure", "no sum", "figures that end elsewhere"],
)
def test_a_sum_below_a_table_of_a_page_is_of_it_where_its_figures_end_below_those_above(last: str, more: int) -> None:
    lines = [
        replace(line, place=Place(1, box=(70, 100.0 + 12 * n, 500, 110.0 + 12 * n))) for n, line in enumerate(placed(SUM.format(last=last)))
    ]
    views, _ = view_lines(lines, 1.0)
    [found] = ended(views, [False] * len(views), [Region(0, 2, Columns((6.0, 34.0, 51.0), 3.0, 67.0), 1.0)])
    assert found.stop == 2 + more
