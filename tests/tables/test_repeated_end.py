"""How many lines of aligned text make the header of the table above (invented texts)."""

import pytest

from extractor.reading.document import Cell, Line, Place
from extractor.tables.parts import _repeated_end
from extractor.tables.rows_model import PhysicalRow

ABOVE = [["Nomor", "Sasaran", "Indikator Kinerja", "Target"]]


def rows(*lines: str) -> list[PhysicalRow]:
    place = Place(lines=(1, 1))
    return [PhysicalRow([Cell((Line(text.strip(), place),), place) for text in line.split("|")], place) for line in lines]


def test_one_word_is_no_header() -> None:
    assert _repeated_end(rows("Nomor | | | ", " | Kegiatan | Anggaran | Pelaksana"), [["Nomor", "", "", ""]]) == 0


@pytest.mark.parametrize(
    ("lines", "end"),
    [
        (("Nomor | | | ", " | Sasaran | Indikator Kinerja | Target", " | | yang selesai | "), 2),
        (("Nomor | | | ", " | Kegiatan | Anggaran | Pelaksana"), 0),
    ],
)
def test_a_line_of_a_header_is_not_the_header(lines: tuple[str, ...], end: int) -> None:
    assert _repeated_end(rows(*lines), ABOVE) == end
