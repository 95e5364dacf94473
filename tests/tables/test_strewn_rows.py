"""Rows of strewn tables on short plans and over pages, and figures that arithmetic tells apart. All names and figures are invented."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from extractor.reading.document import Cell, Document, Grid, GridRow, Line, Page, Place
from extractor.records.registry import SPECS
from extractor.tables.parts import split
from extractor.tables.strewn import gathered
from extractor.tables.strewn_bands import band_of, wide_cells
from extractor.tables.strewn_cut import with_cut_headers
from extractor.tables.strewn_heads import Wordings
from extractor.tables.strewn_index import bare_index
from extractor.tables.strewn_model import Piece
from extractor.tables.strewn_running import without_running
from extractor.tables.strewn_units import with_rows, with_units
from extractor.tables.strewn_woven import beside_outcome

WORDINGS = Wordings(SPECS)
PLAN = ["Sasaran Strategis", "Indikator Kinerja", "Target", "DATA CONTOH", "L"]
"""What each page of a short plan has alike: the header words of its table, a running line, and a letter of a watermark."""
YEARS = """No

Indikator Kinerja

Target

Realisasi

Capaian

1

Jumlah pasar tertata

40

20

50,00%

2

Jumlah taman kota

50

45

90,00%

3

Jumlah kios baru

80

60

41,00%

4

Jumlah lapak

90

30

52,00%

5

Jumlah los

70

35

63,00%
"""
"""Two rows whose shares are their own, and three of which none is."""


def lines_of(text: str) -> list[Line]:
    found: list[Line] = []
    gap = 1.0
    for row in text.splitlines():
        if row:
            found.append(Line(row, Place(), gap=gap))
        gap = 0.0 if row else 1.0
    return found


def pieces(*texts: str) -> list[Piece]:
    return [Piece(text, Line(text, Place()), opens=at == 0) for at, text in enumerate(texts)]


def kept(pages: int, texts: list[str]) -> list[list[str]]:
    """What is left on each of so many pages that have these texts alike, and one of their own."""
    made = [Page(at, blocks=lines_of("\n\n".join([f"Bab {chr(65 + at)}", *texts]))) for at in range(pages)]
    return [[block.text for block in page.blocks if isinstance(block, Line)] for page in without_running(made, WORDINGS)]


@pytest.mark.parametrize("pages", [3, 5, 12])
def test_header_words_on_every_page_are_no_running_lines(pages: int) -> None:
    assert kept(pages, PLAN)[1] == ["Bab B", *PLAN[:3]]


def test_a_text_of_some_pages_of_a_short_plan_is_no_running_line() -> None:
    made = [Page(at, blocks=lines_of("Meningkatnya mutu jalan desa" if at < 3 else f"Lain {at}")) for at in range(5)]
    assert [len(page.blocks) for page in without_running(made, WORDINGS)] == [1] * 5


def test_header_words_of_a_list_of_staff_beside_each_other_are_a_header_each() -> None:
    assert [line.text for line in with_cut_headers(lines_of("JK Pendidikan"), WORDINGS)] == ["JK", "Pendidikan"]
    assert [line.text for line in with_cut_headers(lines_of("Realisasi Anggaran"), WORDINGS)] == ["Realisasi Anggaran"]


def test_units_below_figures_with_shares_between_them_belong_to_the_figures() -> None:
    found = with_units(pieces("3", "4", "75,00%", "5", "4", "80,00%", "Kios Kios", "Kios Kios"))
    assert [piece.text for piece in found] == ["3 Kios", "4 Kios", "75,00%", "5 Kios", "4 Kios", "80,00%"]


def test_a_block_of_targets_their_figures_and_their_shares_is_read_across() -> None:
    assert [piece.inline for piece in with_rows(pieces("40", "20", "50,00%", "50", "45", "90,00%"))] == [False, *[True] * 5]


@settings(deadline=None)
@given(st.lists(st.integers(60, 120), min_size=3, max_size=9))
def test_a_block_is_read_across_only_where_every_share_is_that_of_the_figures_before_it(figures: list[int]) -> None:
    found = with_rows(pieces(*map(str, figures)))
    triples = [figures[at : at + 3] for at in range(0, len(figures), 3)]
    right = all(len(set(found)) == 3 or len(set(found)) == 2 for found in triples) and len(figures) % 3 == 0
    right = right and all(abs(100 * part / whole - share) <= 1.1 for whole, part, share in triples)
    assert any(piece.inline for piece in found) == right


def test_column_numbers_of_a_page_that_goes_on_with_the_second_row() -> None:
    header = "No\n\nIndikator\n\nTarget\n\n1\n\n2\n\n3"
    lines = lines_of(header + "\n\n2\n\nJumlah taman\n\n3\n\nJumlah los\n\n4\n\nJumlah kios")
    assert bare_index(lines, range(3), 3) == {3: 1, 4: 2, 5: 3}


def test_rows_above_the_first_one_with_a_share_of_another_row_keep_their_figures() -> None:
    found = gathered(Document("laporan.txt", "0" * 64, "teks", [Page(1, blocks=lines_of("Tabel 1 Capaian Kinerja\n\n" + YEARS))]), SPECS)
    grid = next(block for page in found.pages for block in page.blocks if isinstance(block, Grid))
    rows = [[" ".join(cell.raw.split()) for cell in row.cells][2:] for row in grid.rows if not row.header]
    assert rows == [["40", "20", "50,00%"], ["50", "45", "90,00%"], *[["", "", ""]] * 3]
    assert any("dikosongkan" in note for note in found.notes)


def grids_of(text: str) -> list[list[list[str]]]:
    found = gathered(Document("laporan.txt", "0" * 64, "teks", [Page(1, blocks=lines_of(text))]), SPECS)
    grids = [block for page in found.pages for block in page.blocks if isinstance(block, Grid)]
    return [[[" ".join(cell.raw.split()) for cell in row.cells] for row in grid.rows] for grid in grids]


def test_rows_without_merged_cells_are_no_header_of_a_strewn_table() -> None:
    texts = ["Indikator Kinerja", "Formula"], ["Jumlah taman kota", "Banyaknya taman"], ["Jumlah kios baru", "Banyaknya kios"]
    cells = [[Cell((Line(text, Place()),)) if text else Cell() for text in ("", *row)] for row in texts]
    grid = Grid("strewn", [GridRow(row, Place(), header=at == 0) for at, row in enumerate(cells)], Place())
    header, body, _ = split(grid, frozenset())
    assert [row.text for row in header] == [["", *texts[0]]]
    assert [row.text for row in body] == [["", *row] for row in texts[1:]]


def test_codes_of_a_budget_list_below_an_agreement_have_its_header() -> None:
    agreement = "\n\n".join(["No", "Sasaran", "Indikator Kinerja", "Target", "1", "Meningkatnya mutu taman"])
    agreement += "\n\nJumlah taman\n\n12 Taman\n\nJumlah bibit\nKode Rekening\n\nNama Program\n\n7 Bibit\n\nPagu Anggaran"
    listed = "\n\n5.01.01\n\nProgram Penataan Taman\n\n1.000.000\n\n5.01.02\n\nProgram Penataan Los\n\n2.000.000"
    found = grids_of("Perjanjian Kinerja Tahun 2024\n\n" + agreement + listed)
    assert found[-1] == [
        ["Kode Rekening", "Nama Program", "Pagu Anggaran"],
        ["5.01.01", "Program Penataan Taman", "1.000.000"],
        ["5.01.02", "Program Penataan Los", "2.000.000"],
    ]


@pytest.mark.parametrize(
    ("text", "at"),
    [
        ("Terpeliharanya taman milik Persentase taman yang terawat", 27),
        ("Meningkatnya mutu taman kota", 0),
        ("Jumlah taman dan Persentase taman", 0),
        ("Meningkatnya Persentase taman yang terawat", 13),
    ],
)
def test_an_outcome_and_an_indicator_on_one_line_are_two_cells(text: str, at: int) -> None:
    assert beside_outcome(text) == at


def test_bands_of_outcomes_over_the_rows_are_the_column_that_no_header_names() -> None:
    rows = """Sasaran 1. Meningkatnya taman kota yang terawat di seluruh kelurahan dan desa
Persentase taman kota yang terawat di seluruh kelurahan dan desa

1

81%

2

Jumlah bibit pohon yang tertanam di seluruh taman kota dan desa

70 Bibit

Sasaran 2. Terwujudnya pasar rakyat yang bersih dan tertib di seluruh kota
3

Persentase pasar rakyat yang bersih dan tertib di seluruh kota

92%
"""
    prose = "Taman dan pasar dirawat oleh petugas yang telah dilatih pada awal tahun ini."
    found = grids_of(f"{prose}\n\nTabel 1 Perjanjian Kinerja\n\nNo\n\nIndikator Kinerja\n\nTarget\n\n{rows}")
    assert [row[0] for row in found[0][1:]] == [
        "Meningkatnya taman kota yang terawat di seluruh kelurahan dan desa",
        "",
        "Terwujudnya pasar rakyat yang bersih dan tertib di seluruh kota",
    ]
    assert [row[1::2] for row in found[0]] == [["No", "Target"], ["1", "81%"], ["2", "70 Bibit"], ["3", "92%"]]


@pytest.mark.parametrize("text", ["Sasaran Strategis", "Meningkatnya mutu taman", "Sasaran 12", "Sasaran 1 yang tercapai: semua"])
def test_header_words_and_prose_are_no_bands(text: str) -> None:
    assert band_of(text) is None


@settings(deadline=None)
@given(
    st.lists(
        st.sampled_from(["Sasaran 1. Meningkatnya taman", "Jumlah bibit yang tertanam", "1", "", "Petugas merawat taman."]), max_size=9
    )
)
def test_long_cells_are_lines_of_the_page_and_no_sentences(texts: list[str]) -> None:
    blocks = [Line(text, Place(), gap=1.0) if text else Grid("strewn", [], Place()) for text in texts]
    found = set(wide_cells(blocks))
    assert found == {at for at, text in enumerate(texts) if text.startswith(("Sasaran", "Jumlah"))}


def test_a_programme_behind_a_code_without_noughts_is_no_heading() -> None:
    rows = [("2.11.09 Program Penataan Taman", "1.000.000", "900.000"), ("2.11.11 Program Penataan Pasar", "2.000.000", "1.500.000")]
    header = ["Program/Kegiatan", "Pagu", "Realisasi"]
    found = grids_of("Tabel 1 Realisasi Anggaran\n\n" + "\n\n".join([*header, *(text for row in rows for text in row)]))
    assert [row[-2:] for grid in found for row in grid] == [header[1:], *[list(row[1:]) for row in rows]]
