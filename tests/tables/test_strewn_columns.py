"""Columns without a header word, cells of several columns on one line, and rows that a page cut, in texts whose columns are lost."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from extractor.reading.document import Document, Grid, Line, Page, Place
from extractor.records.registry import SPECS
from extractor.tables.strewn import gathered
from extractor.tables.strewn_counts import running_numbers
from extractor.tables.strewn_doubts import is_strange
from extractor.tables.strewn_heads import Head, Wordings, find_labels, heads_of
from extractor.tables.strewn_index import bare_index
from extractor.tables.strewn_model import Piece
from extractor.tables.strewn_ties import Ties

BUDGET = """Program

Anggaran

1.

Program Penataan Wilayah

Rp 600.000.000

2.

Program Dukungan Manajemen

Rp 400.000.000
"""
SPENT = """Kode

Uraian

Anggaran (Rp)

1

2

3

Realisasi
4

Persen
5

1.01.01

Program Penataan Wilayah

600.000.000

500.000.000

83,33

1.01.02

Program Dukungan Manajemen

400.000.000

400.000.000

100,00
"""
STAFF = """No

Nama

NIP

Pangkat/Gol.

Jabatan

1

Budi Santoso, S.H.

1980010120050 Pembina (IV/
11001
a)

Kepala Seksi Taman

2

Siti Rahayu, S.E.

198102022006022002 Penata (III/c)

Analis Pertamanan
"""
CUT = """No

Program/Kegiatan

Pagu

Realisasi

Persen

1

Penataan Taman Warga

60.000.000.000 50.000.000.000
,00
,00

83,33

2

Pembangunan Jalan Desa

4.000.000.000,0 4.000.000.000,0
0
0

100,00
"""
REST = """No

Indikator Kinerja

Target

Realisasi

Capaian

kepada warga
2

Jumlah forum warga
4 Forum

5 Forum

125,00%

3

Persentase taman yang terawat

80%

72%

90,00%

4

Persentase jalan yang terawat

50%

50%

100,00%

5

Nilai evaluasi kinerja

70,00

77,00

110,00%
"""
MERGED = """No

Sasaran

1

Meningkatnya kualitas layanan

Indikator Kinerja

Target

Jumlah forum warga

4 Forum

2

Terwujudnya tata kelola

Nilai evaluasi kinerja

70,00

Jumlah laporan warga

2 Laporan
"""
TOLD = """No

Sasaran

Indikator Kinerja

Target

1

Meningkatnya kualitas layanan

Jumlah forum warga

4 Forum

1

Meningkatnya kualitas layanan

Nilai evaluasi kinerja

70,00

2

Terwujudnya tata kelola

Jumlah laporan warga

2 Laporan
"""


def lines_of(text: str) -> list[Line]:
    lines: list[Line] = []
    gap = 1.0
    for number, line in enumerate(text.split("\n"), start=1):
        if line:
            lines.append(Line(line, Place(lines=(number, number)), gap))
        gap = 0.0 if line else gap + 1.0
    return lines


def tables(*bodies: str) -> list[list[list[str]]]:
    found = gathered(Document("laporan.txt", "0" * 64, "teks", [Page(1, lines_of("\n\n".join(bodies)))]), SPECS)
    grids = [block for _, block in found.blocks() if isinstance(block, Grid)]
    return [[[" ".join(cell.raw.split()) for cell in row.cells] for row in grid.rows] for grid in grids]


def test_running_numbers_without_a_header_word_are_a_column() -> None:
    assert tables("PERJANJIAN KINERJA TAHUN 2024", BUDGET)[0][1:] == [
        ["1.", "Program Penataan Wilayah", "Rp 600.000.000"],
        ["2.", "Program Dukungan Manajemen", "Rp 400.000.000"],
    ]


def test_codes_without_a_header_word_are_a_column() -> None:
    coded = BUDGET.replace("1.\n", "1.01.01\n").replace("2.\n", "1.01.02\n")
    assert [row[0] for row in tables("PERJANJIAN KINERJA TAHUN 2024", coded)[0][1:]] == ["1.01.01", "1.01.02"]


def test_numbers_among_the_header_words_are_those_of_the_columns_where_no_column_counts_the_rows() -> None:
    assert tables("Tabel 1 Realisasi Anggaran Tahun 2024", SPENT)[0][1:] == [
        ["1.01.01", "Program Penataan Wilayah", "600.000.000", "500.000.000", "83,33"],
        ["1.01.02", "Program Dukungan Manajemen", "400.000.000", "400.000.000", "100,00"],
    ]


@given(st.integers(min_value=3, max_value=9), st.integers(min_value=0, max_value=12))
@settings(deadline=None)
def test_only_a_whole_count_of_the_columns_is_a_row_of_column_numbers(columns: int, counted: int) -> None:
    lines = lines_of("\n\n".join([*(f"Kolom {chr(64 + at)}" for at in range(1, columns + 1)), *map(str, range(1, counted + 1)), "Isi"]))
    found = bare_index(lines, set(range(columns)), columns, numbered=False)
    if counted in (columns, columns + 1):
        assert list(found.values()) == list(range(1, counted + 1))
    else:
        assert not found or counted < columns


def test_a_number_of_staff_and_a_rank_on_one_line_are_two_cells_and_what_follows_completes_them() -> None:
    assert tables("Tabel 1 Daftar Pegawai Tahun 2024", STAFF)[0][1:] == [
        ["1", "Budi Santoso, S.H.", "1980010120050 11001", "Pembina (IV/a)", "Kepala Seksi Taman"],
        ["2", "Siti Rahayu, S.E.", "198102022006022002", "Penata (III/c)", "Analis Pertamanan"],
    ]


def test_words_within_the_text_of_a_cell_head_no_column() -> None:
    lines = lines_of("No\n\nNama\n\nJabatan\n\n1\n\nBudi Cahyo\n\nKepala\nSubbagian\nPerencanaan dan\nKeuangan\n\n2\n\nSari\n\nSubbagian")
    assert [label.text for label in find_labels(lines, Wordings(SPECS))] == ["No", "Nama", "Jabatan", "Subbagian"]
    assert [label.start for label in find_labels(lines, Wordings(SPECS))][-1] == len(lines) - 1


def test_decimals_that_narrow_columns_put_below_two_amounts() -> None:
    assert [row[2:] for row in tables("Tabel 1 Realisasi Anggaran Tahun 2024", CUT)[0][1:]] == [
        ["60.000.000.000,00", "50.000.000.000,00", "83,33"],
        ["4.000.000.000,00", "4.000.000.000,00", "100,00"],
    ]


def test_the_rest_of_a_row_that_a_page_cut_moves_no_figure() -> None:
    rows = tables("Tabel 1 Capaian Kinerja Tahun 2024", REST)[0][1:]
    assert rows[0] == ["", "kepada warga", "", "", ""]
    assert rows[1:] == [
        ["2", "Jumlah forum warga", "4 Forum", "5 Forum", "125,00%"],
        ["3", "Persentase taman yang terawat", "80%", "72%", "90,00%"],
        ["4", "Persentase jalan yang terawat", "50%", "50%", "100,00%"],
        ["5", "Nilai evaluasi kinerja", "70,00", "77,00", "110,00%"],
    ]


@given(st.integers(min_value=1, max_value=60), st.integers(min_value=4, max_value=20))
@settings(deadline=None)
def test_numbers_that_count_on_are_running_numbers_from_whatever_number_on(first: int, length: int) -> None:
    texts = [text for number in range(first, first + length) for text in (str(number), "Isi")]
    pieces = [Piece(text, Line(text, Place()), True) for text in texts]
    assert running_numbers(pieces) == {id(piece) for piece in pieces[::2]}


def test_merged_cells_that_another_table_contradicts_stand_as_that_one_tells() -> None:
    rows = tables("Tabel 1 Perjanjian Kinerja Tahun 2024", MERGED, "Tabel 2 Perjanjian Kinerja Tahun 2024", TOLD)[0][1:]
    outcomes = {row[2]: row[1] for row in rows}
    assert outcomes["Nilai evaluasi kinerja"] != "Terwujudnya tata kelola"


def test_a_budget_list_below_merged_cells_of_which_nothing_tells_the_rows_is_near_its_agreement() -> None:
    merged = MERGED.replace("1\n\nMeningkatnya kualitas layanan\n\n", "") + "\n1\n\nMeningkatnya kualitas layanan\n"
    found = gathered(
        Document("laporan.txt", "0" * 64, "teks", [Page(1, lines_of(f"PERJANJIAN KINERJA TAHUN 2024\n\n{merged}\n{BUDGET}"))]), SPECS
    )
    blocks = [block for _, block in found.blocks()]
    grids = [at for at, block in enumerate(blocks) if isinstance(block, Grid)]
    assert len(grids) == 2
    assert grids[1] - grids[0] == 1


@pytest.mark.parametrize(
    ("indicator", "figure", "sign"),
    [
        ("Persentase taman yang terawat", "80%", 1),
        ("Persentase taman yang terawat", "4 Forum", -1),
        ("2. Jumlah forum warga", "4 Forum", 1),
        ("Jumlah forum warga", "80%", -1),
        ("Nilai evaluasi kinerja", "80%", 0),
        ("Jumlah forum warga", "4", 0),
    ],
)
def test_shares_are_given_in_per_cent_and_counts_are_not(indicator: str, figure: str, sign: int) -> None:
    class Went:
        place, text, before = (0, 0), indicator, None

    worth = Ties(["indikator", "target"]).worth(1, figure, 0, Went(), (1, 0))
    assert (worth > 0) - (worth < 0) == sign


def test_amounts_below_the_signatures_are_the_column_that_the_list_above_lacks() -> None:
    items = "Program\nProgram Penataan Wilayah\nProgram Dukungan Manajemen\n"
    signed = "\nSekretaris Dinas Taman,\n\nPihak Pertama,\n\nBUDI SANTOSO\n"
    rows = tables("PERJANJIAN KINERJA TAHUN 2024", f"No\n1\n2\n\n{items}{signed}\nAnggaran\nRp 600.000.000\nRp 400.000.000\n")[0][1:]
    assert rows == [["1", "Program Penataan Wilayah", "Rp 600.000.000"], ["2", "Program Dukungan Manajemen", "Rp 400.000.000"]]


def test_cells_that_cannot_be_in_their_columns_make_no_table() -> None:
    head = next(head for head in _heads("No\n\nNama\n\nNIP\n\nJabatan") if head.spec.kind == "pegawai_daftar")
    good = {(0, 1): "Budi Santoso, S.H.", (0, 3): "Kepala Seksi Taman", (1, 1): "Siti Rahayu, S.E.", (1, 3): "Analis Pertamanan"}
    moved = {(0, 1): "Februari", (0, 3): "Budi Santoso, S.H.", (1, 1): "Kepala Seksi Taman", (1, 3): "Siti Rahayu, S.E."}
    assert not is_strange(good, head)
    assert is_strange(moved, head)


def _heads(text: str) -> list[Head]:
    wordings = Wordings(SPECS)
    return heads_of(find_labels(lines_of(text), wordings), (), "Daftar Pegawai", wordings)
