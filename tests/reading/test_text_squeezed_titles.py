"""Titles, captions and headers above and between the tables of a squeezed text (all of it invented)."""

from pathlib import Path

from extractor.reading.document import Cell, Grid, GridRow, Line, Place
from extractor.reading.text_lines import SourceLine
from extractor.reading.text_squeezed import _margin
from extractor.reading.text_squeezed_heads import parts_of
from extractor.reading.text_squeezed_large import with_titles
from extractor.reading.text_squeezed_words import numbers_columns, width_of, words_of
from extractor.records.registry import SPECS
from extractor.tables.parts import header_of
from tests.reading.aligned import grids, texts
from tests.reading.test_text_squeezed import ROWS, page

WORDINGS = frozenset(word for spec in SPECS for role in spec.roles for word in role.words)
SECOND = (
    "          Kode        Nama Program                                Anggaran",
    "          1.01        Program Buku Keliling                       1.250.000",
    "          1.02        Program Arsip Desa                          2.500.000",
)


def parts(*lines: str) -> list[str]:
    """The first words of the stretches that each begin with a header."""
    return [" ".join(word.text for word in part[0]) for part in parts_of([words_of(line) for line in lines])]


def test_a_table_right_below_another_one_is_a_table_of_its_own(tmp_path: Path) -> None:
    first, second = grids(tmp_path, page(*ROWS, *SECOND))
    assert texts(first)[-1][1:3] == ["arsip dan pustaka", "laik pakai"]
    assert texts(second)[0] == ["Kode", "Nama Program", "Anggaran"]


def test_the_lines_that_name_columns_are_marked(tmp_path: Path) -> None:
    [grid] = grids(tmp_path, page(*ROWS))
    assert [row.header for row in grid.rows] == [True, *[False] * (len(grid.rows) - 1)]


def test_a_text_of_header_words_in_the_second_column_begins_no_table() -> None:
    row = "            1   Persentase arsip yang ditata        90%   91%"
    assert parts("          No    Indikator Kinerja             Target Realisasi", row, "            Nilai indikator kinerja") == [
        "No Indikator Kinerja Target Realisasi"
    ]


def test_the_ends_of_cells_begin_no_table() -> None:
    header, row = "          No    Kegiatan        Indikator      Target", "            1   Penyusunan Data dan   Nilai pelaksanaan     90%"
    assert parts(header, row, "              Evaluasi Kinerja        anggaran") == [" ".join(header.split())]
    assert parts(header, row, "              %       %       %") == [" ".join(header.split())]


def test_the_second_line_of_a_caption_is_no_row(tmp_path: Path) -> None:
    caption = ("             Tabel 2 Rencana Kinerja Tahunan Perpustakaan Kota", f"{'':<38}Tahun 2024", "")
    [grid] = grids(tmp_path, page(*caption, *ROWS))
    assert texts(grid)[0][0] == "No"


def test_a_title_in_large_letters_is_one_text() -> None:
    large, text, place = 1.1, "", 20.0
    for word in ("DINAS", "PERPUSTAKAAN", "DAERAH"):
        text = f"{text:<{int(place)}}{word}"
        place += large * (width_of(word) + 0.55)
    lines = [SourceLine(1, ""), SourceLine(2, text), SourceLine(3, "")]
    assert with_titles(lines, round(20 + place), 0.6)[1].text.strip() == "DINAS PERPUSTAKAAN DAERAH"


def test_names_of_columns_are_no_title() -> None:
    header = SourceLine(2, f"{'':<21}No   Nama    Jabatan     Gol.")
    assert with_titles([SourceLine(1, ""), header, SourceLine(3, "")], 76, 0.6)[1] == header


def test_the_names_of_columns_end_where_the_source_says() -> None:
    rows = [
        GridRow([_cell("No"), _cell("Sasaran Strategis"), _cell("Indikator Kinerja"), _cell("Target")], Place(), header=True),
        GridRow([_cell("Urut"), _cell(), _cell(), _cell()], Place()),
        GridRow([_cell(), _cell(), _cell("Jumlah pengunjung tetap perpustakaan"), _cell()], Place()),
        GridRow([_cell("1"), _cell("Tertibnya arsip"), _cell(), _cell("90%")], Place()),
    ]
    assert header_of(Grid("layout", rows, Place(), guessed=True), rows, WORDINGS).end == 2


def _cell(text: str = "") -> Cell:
    return Cell((Line(text, Place()),) if text else ())


def test_long_texts_of_a_page_that_begins_left_of_them_are_no_prose(tmp_path: Path) -> None:
    head = f"{'          No  Sasaran          Indikator           Formula             Sumber':<82}"
    numbers = f"{'          (1)   (2)             (3)                (4)                 (5)':<82}"
    long = "             {} tertatanya arsip daerah menurut baku mutu yang berlaku di semua desa sejak tahun lalu"
    rows = [long.format(word) for word in ("Semua", "Banyak", "Seluruh", "Segala")]
    foot = f"{'          Dinas Arsip                                              Halaman 1':<82}"
    pages = [[SourceLine(at, line) for at, line in enumerate((head, numbers, *rows, foot), start=1)] for _ in range(3)]

    assert _margin(pages, [82] * 3) == 10
    assert _margin([page[2:6] for page in pages], [82] * 3) == 13


def test_names_of_two_columns_between_the_lines_of_a_third_one_begin_a_table() -> None:
    rows = ("          1   Tertibnya arsip        97%", "          2   Naiknya minat baca     81%")
    kode = ("          Kode", "                   Program           Anggaran", "          Rekening")
    found = parts("          No  Sasaran Strategis      Target", *rows, *kode, *SECOND[1:])
    assert found == ["No Sasaran Strategis Target", "Kode"]
    assert parts("          No  Sasaran Strategis      Target", *rows, *kode[1:2], rows[1]) == ["No Sasaran Strategis Target"]


def test_the_number_of_a_wide_column_stands_under_the_end_of_its_name() -> None:
    header = [words_of("          Program/Kegiatan/Rincian         Anggaran    Realisasi")]
    assert numbers_columns(words_of("                       1                 2           3"), header)
    assert not numbers_columns(words_of("                                         1    2    3    4"), header)
    assert not numbers_columns(words_of("                       2                 3           4"), header)
