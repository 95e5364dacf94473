"""Lines of running text between tables (invented texts)."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractor.reading.column_prose import prose_lines
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
