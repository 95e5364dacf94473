"""Corridors of lines of which some words stand outside of the edges that are asked about (invented texts)."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from extractor.reading.column_corridors import Profiles
from extractor.reading.column_views import view_lines
from tests.reading.test_columns import placed

ROWS = """
    1.   Penataan arsip desa         12 Berkas        1.250.000
         dan kelurahan
    2.   Pembinaan minat baca        30 Orang         4.300.000
                                                                      Catatan di luar tabel ini
"""


@settings(deadline=None)
@given(st.integers(0, 40), st.integers(10, 60))
def test_edges_may_leave_words_out(left: int, width: int) -> None:
    views, _ = view_lines(placed(ROWS), 1.0)
    assert Profiles(views).values(0, len(views), float(left), float(left + width))


def test_words_on_the_left_of_the_edge_cross_no_corridor_behind_it() -> None:
    views, _ = view_lines(placed(ROWS), 1.0)
    profiles = Profiles(views)
    whole = profiles.values(0, len(views), 4.0, 62.0)
    part = profiles.values(0, len(views), 28.0, 62.0)
    assert part[-10:] == pytest.approx(whole[-10:])
