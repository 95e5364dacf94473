"""Lines of running text between tables (invented texts)."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractor.reading.column_prose import is_larger, prose_lines
from extractor.reading.column_views import view_lines
from tests.reading.test_columns import placed

TABLE = """
  1    Wira Sigit           Juru Taman         III/c       S1       2001      Kebun Kota Baru
  2    Ratih Kencana        Juru Bibit         III/b       S1       2002      Kebun Kota Lama
{blank}{line}
  3    Joko Purwadi         Analis Kebun       III/a       S2       2003      Kebun Kota Baru
"""


def is_prose(line: str, *, below_blank: bool) -> bool:
    views, _ = view_lines(placed(TABLE.format(line=line, blank="\n" if below_blank else "")), 1.0)
    return prose_lines(views)[2]


@pytest.mark.parametrize(
    "line", ["Keadaan juru menurut golongan tampak pada tabel berikut.", "Menurut unit kerja, juru taman terdiri dari:"]
)
def test_a_short_sentence_below_a_blank_line_is_running_text(line: str) -> None:
    assert is_prose(line, below_blank=True)


@given(words=st.lists(st.sampled_from(("dan", "taman", "Kota", "kebun")), min_size=1, max_size=4), below_blank=st.booleans())
def test_the_rest_of_a_cell_is_none(words: list[str], below_blank: bool) -> None:
    assert not is_prose(f"       {' '.join(words)}", below_blank=below_blank)


@pytest.mark.parametrize(
    ("above", "below", "larger"), [(None, 8.5, True), (8.5, 8.5, True), (None, 9.5, False), (9.5, 8.5, False), (8.5, None, False)]
)
def test_a_line_in_larger_letters_than_the_columns_beside_it_is_a_heading(
    above: float | None, below: float | None, *, larger: bool
) -> None:
    """Above the first table of a page as well as between two of them."""
    lines = [line._replace(size=9.5) for line in placed("  Alokasi Anggaran Kebun Kota\n  1    Wira Sigit      Juru Taman")]
    views, _ = view_lines(lines, 1.0)
    assert [is_larger(view, above, below) for view in views] == [larger, False]
