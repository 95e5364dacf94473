"""Texts that touch the next column are cut where that column's own text begins."""

import re

from extractor.reading.column_cells import arrange
from extractor.reading.column_glued import unglue
from extractor.reading.column_views import view_lines
from extractor.reading.document import Place
from extractor.reading.placed import PlacedLine, PlacedWord

LEFT, MIDDLE = 6.0, 32.0
"""Where the texts of the second and third column begin."""


def unglued(text: str, *separators: float) -> list[dict[int, str]]:
    """For each line the texts by column."""
    lines = []
    for number, raw in enumerate(text.strip("\n").split("\n"), start=1):
        words = tuple(PlacedWord(m.group(), m.start(), m.end(), number, number + 1.0) for m in re.finditer(r"\S+", raw))
        lines.append(PlacedLine(words, Place(lines=(number, number)), 0.0))
    views, _ = view_lines(lines, 1.0)
    rows = unglue(views, separators, arrange(views, separators))
    return [{piece.column: piece.text for piece in pieces} for pieces in rows]


ROWS = """
  1   Tertibnya arsip statis    Persentase arsip yang      90%
      di setiap kecamatan       ditata menurut baku
      dan kelurahan pemekaran   mutu nasional
  2   Naiknya minat baca    Jumlah pengunjung tetap        75%
      warga kecamatan besar perpustakaan keliling
      dan warga kota        di pesisir
"""


def test_the_lines_of_a_row_that_was_moved_to_the_left_are_cut_at_one_place() -> None:
    rows = unglued(ROWS, LEFT - 1, MIDDLE - 1, 56.0)
    assert rows[3] == {0: "2", 1: "Naiknya minat baca", 2: "Jumlah pengunjung tetap", 3: "75%"}
    assert rows[4] == {1: "warga kecamatan besar", 2: "perpustakaan keliling"}


def test_a_label_over_several_columns_stays_whole() -> None:
    label = "      Program Pembinaan Kearsipan dan Perpustakaan Daerah"
    rows = unglued(ROWS + label, LEFT - 1, MIDDLE - 1, 56.0)
    assert rows[-1] == {1: label.strip()}


def test_a_small_word_between_a_figure_and_a_text_is_its_unit() -> None:
    rows = unglued(
        """
  1   Tertibnya arsip      90% Melakukan penataan
  2   Naiknya minat baca   12 kali Menyusun jadwal
  3   Terlayaninya warga   12 Menyiapkan ruang baca
""",
        LEFT - 1,
        MIDDLE - 6,
        MIDDLE - 2,
    )
    assert [(row[2], row[3]) for row in rows] == [
        ("90%", "Melakukan penataan"),
        ("12 kali", "Menyusun jadwal"),
        ("12", "Menyiapkan ruang baca"),
    ]
