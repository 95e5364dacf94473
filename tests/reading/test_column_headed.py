"""Columns with several names over them (invented texts)."""

from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from extractor.reading.column_corridors import Columns
from extractor.reading.column_headed import headed
from extractor.reading.column_views import view_lines
from tests.reading.aligned import grids, texts
from tests.reading.test_columns import placed

TABLE = """
NO       Sasaran Program            Indikator Kinerja            Target
      Meningkatnya mutu      Persentase taman yang
 1                                                                 95%
      taman kota             dirawat warga
                             Jumlah pasar yang dibuka            4 pasar
"""


def test_the_number_has_a_column_of_its_own() -> None:
    views, _ = view_lines(placed(TABLE), 1.0)
    found = headed(views, Columns((29.0, 60.0), 0.0, 72.0))
    assert len(found.separators) == 3
    assert 2 < found.separators[0] <= 6


def test_the_grid_of_such_a_table_has_it(tmp_path: Path) -> None:
    [grid] = grids(tmp_path, TABLE)
    assert texts(grid)[0] == ["NO", "Sasaran Program", "Indikator Kinerja", "Target"]
    assert ["1", "", "", "95%"] in texts(grid)


@given(st.integers(1, 8))
@settings(deadline=None)
def test_names_over_texts_that_nothing_parts_leave_the_column_whole(gap: int) -> None:
    text = TABLE.replace("Sasaran Program", "Sasaran" + " " * gap + "Program")
    views, _ = view_lines(placed(text), 1.0)
    assert len(headed(views, Columns((4.0, 29.0, 60.0), 0.0, 72.0)).separators) == 3
