"""Where a table in text aligned by blanks ends (invented texts)."""

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
        line._replace(place=Place(1, box=(70, 100.0 + 12 * n, 500, 110.0 + 12 * n))) for n, line in enumerate(placed(SUM.format(last=last)))
    ]
    views, _ = view_lines(lines, 1.0)
    [found] = ended(views, [False] * len(views), [Region(0, 2, Columns((6.0, 34.0, 51.0), 3.0, 67.0), 1.0)])
    assert found.stop == 2 + more


@pytest.mark.parametrize(
    ("number", "end", "more"),
    [(3, 60, 1), (4, 60, 0), (3, 56, 0)],
    ids=["the next entry", "another number", "a figure that ends elsewhere"],
)
def test_the_entry_that_counts_on_below_a_table_of_a_page_is_of_it(number: int, end: int, more: int) -> None:
    rows = [("1. Penataan Arsip Kota", "Rp5.875.977.000", 60), ("2. Pembinaan Pegawai", "Rp9.938.868.000", 60)]
    last = (f"{number}. Penunjang Urusan Tata Kota", "Rp11.035.476.000", end)
    text = "".join(f"{name}{figure:>{stop - len(name)}}\n" for name, figure, stop in (*rows, last))
    assert _more(f"\n{text}", (24.0, 44.0)) == more


def test_the_rest_of_a_figure_that_begins_before_a_border_is_of_the_table() -> None:
    text = """
    1  Penataan arsip kota         Rp7.397.231.000  Rp538.520.000 (97,19
       Jumlah                      Rp7.397.231.000   Rp20.538.520.000 (9
                                                                  7,19%)
"""
    assert _more(text, (6.0, 34.0, 49.0, 55.0)) == 1


def _more(text: str, separators: tuple[float, ...]) -> int:
    """Lines below the first two that a table of a page has."""
    lines = [line._replace(place=Place(1, box=(70, 100.0 + 12 * n, 500, 110.0 + 12 * n))) for n, line in enumerate(placed(text))]
    views, _ = view_lines(lines, 1.0)
    [found] = ended(views, [False] * len(views), [Region(0, 2, Columns(separators, 3.0, 72.0), 1.0)])
    return found.stop - 2


def test_a_text_below_one_of_the_last_entry_is_of_the_table_also_over_a_border_that_parts_nothing() -> None:
    text = ROWS.format(rest=" " * 47 + "dasar di kelurahan Sukamaju\n")
    views, _ = view_lines(placed(text), 1.0)
    region = Region(0, FOUND, Columns((8.0, 47.0, 58.0, 103.0), 1.0, 109.0), 1.0)
    [found] = ended(views, [False] * len(views), [region])
    assert found.stop == FOUND + 1


def test_a_code_and_a_text_that_touch_are_the_rests_of_the_cells_above() -> None:
    page = "076.02.AB.   Penataan taman kota         1.250.000      98,41\n6868.QGE.001 dan kolam\nKegiatan lain dan kolam\n"
    views, _ = view_lines(placed(page), 1.0)
    region = Region(0, 1, Columns((12.0, 40.0, 54.0), 0.0, 60.0), 1.0)
    [found] = ended(views, [False] * len(views), [region])
    assert found.stop == 2


ENTRIES = """
   1  Meningkatnya mutu kebun     Indeks mutu bibit                    90,08
   2  Tertatanya pasar bunga      Persentase kios yang bersih         79,59%
{last}
"""


@pytest.mark.parametrize(
    ("last", "more"),
    [
        ("                                  Jumlah kelompok bibit yang aktif    76 Unit", 1),
        ("                                  Jumlah kelompok pembibit        76 Unit", 0),
        ("                                  Jumlah kelompok bibit yang aktif    Unit", 0),
        ("                                    Jumlah kelompok bibit yang aktif  79,59%", 0),
    ],
    ids=["an entry", "a figure elsewhere", "no figure", "a text elsewhere"],
)
def test_an_entry_right_below_a_table_of_a_page_is_of_it_where_its_texts_stand_below_those_above(last: str, more: int) -> None:
    lines = [
        line._replace(place=Place(1, box=(70, 100.0 + 12 * n, 500, 110.0 + 12 * n)))
        for n, line in enumerate(placed(ENTRIES.format(last=last)))
    ]
    views, _ = view_lines(lines, 1.0)
    [found] = ended(views, [False] * len(views), [Region(0, 2, Columns((5.0, 33.0, 53.0, 70.0), 3.0, 77.0), 1.0)])
    assert found.stop == 2 + more
