"""What tells the column and the row of strewn cells: schedules, column numbers, texts known elsewhere, numbers of staff."""

from extractor.reading.document import Document, Grid, Line, Page, Place
from extractor.records.registry import SPECS
from extractor.tables.strewn import gathered
from extractor.tables.strewn_counts import row_counts
from extractor.tables.strewn_index import bare_index
from extractor.tables.strewn_model import Lost, Piece
from extractor.tables.strewn_ties import Ties
from extractor.tables.strewn_woven import Whole, unwoven

PLAN = """No

Sasaran

Indikator Kinerja

Target

Rencana Aksi

1

2

3

4

5

TW I

TW II

TW III

TW IV

Pelaksana

6

7

8

9

10

1

Meningkatnya kualitas
layanan kepada warga

Persentase permohonan yang
selesai tepat waktu

80%

Menyusun jadwal pelayanan

√

√

Kepala Bidang
Pelayanan

2

Terwujudnya tata kelola
yang baik

Jumlah forum warga

47
Forum

Mengadakan rapat warga

√

√

√

Sekretaris
"""
NUMBERED = """No

Sasaran

Indikator Kinerja

Target

1

2

3

4

1

Meningkatnya kualitas layanan

Jumlah forum warga

4 Forum

2

Terwujudnya tata kelola

Jumlah laporan warga

2 Laporan
"""
MERGED = """No

Indikator Kinerja
Persentase permohonan yang selesai
Jumlah forum warga
Nilai evaluasi kinerja

Target
80%
4 Forum
70,00

Sasaran

1

Meningkatnya kualitas layanan

2

Terwujudnya tata kelola
"""
STAFF = """No

Nama

NIP

Tgl. Lahir

L/P Pendidikan

1

Budi Santoso,
S.H.

19800101 200501 1 001

01Jan-1980

L

S1

2

3

Siti Rahayu, S.E.

Tono Wibowo, S.E.

19900405 201502 2
002

05-04-1990

P

L

S1

S2

19810202 200602 1 003

02-02-1981
"""


def lines_of(text: str) -> list[Line]:
    lines: list[Line] = []
    gap = 1.0
    for number, line in enumerate(text.split("\n"), start=1):
        if line:
            lines.append(Line(line, Place(lines=(number, number)), gap))
        gap = 0.0 if line else gap + 1.0
    return lines


def made(*bodies: str) -> Document:
    return gathered(Document("laporan.txt", "0" * 64, "teks", [Page(1, lines_of("\n\n".join(bodies)))]), SPECS)


def rows_of(grid: Grid) -> list[list[str]]:
    return [[" ".join(cell.raw.split()) for cell in row.cells] for row in grid.rows]


def tables(found: Document) -> list[list[list[str]]]:
    return [rows_of(block) for _, block in found.blocks() if isinstance(block, Grid)]


def test_a_ticked_schedule_is_set_aside_and_its_ticks_stay_as_text() -> None:
    found = made("RENCANA AKSI KINERJA TAHUN 2024", PLAN)
    assert tables(found) == [
        [
            ["No", "Sasaran", "Indikator Kinerja", "Target", "Rencana Aksi", "Pelaksana"],
            [
                "1",
                "Meningkatnya kualitas layanan kepada warga",
                "Persentase permohonan yang selesai tepat waktu",
                "80%",
                "Menyusun jadwal pelayanan",
                "Kepala Bidang Pelayanan",
            ],
            ["2", "Terwujudnya tata kelola yang baik", "Jumlah forum warga", "47 Forum", "Mengadakan rapat warga", "Sekretaris"],
        ]
    ]
    assert [block.text for _, block in found.blocks() if isinstance(block, Line)].count("√") == 5
    assert any("Jadwal 1 tabel" in note for note in found.notes)


def test_a_row_of_bare_column_numbers_is_no_row() -> None:
    assert tables(made("Tabel 1 Perjanjian Kinerja Tahun 2024", NUMBERED))[0][1:] == [
        ["1", "Meningkatnya kualitas layanan", "Jumlah forum warga", "4 Forum"],
        ["2", "Terwujudnya tata kelola", "Jumlah laporan warga", "2 Laporan"],
    ]


def test_merged_cells_of_which_nothing_tells_the_rows_stay_text() -> None:
    found = made("Tabel 1 Perjanjian Kinerja Tahun 2024", MERGED)
    assert [row[1] for row in tables(found)[0][1:]] == ["", "", ""]
    assert [row[2:] for row in tables(found)[0][1:]] == [
        ["Persentase permohonan yang selesai", "80%"],
        ["Jumlah forum warga", "4 Forum"],
        ["Nilai evaluasi kinerja", "70,00"],
    ]
    assert "Terwujudnya tata kelola" in [block.text for _, block in found.blocks() if isinstance(block, Line)]
    assert any("sel gabungannya" in note for note in found.notes)


def test_merged_cells_stand_beside_the_rows_that_they_cover_in_another_table() -> None:
    told = NUMBERED.replace("Jumlah laporan warga", "Nilai evaluasi kinerja")
    rows = tables(made("Tabel 1 Perjanjian Kinerja Tahun 2024", told, "Tabel 2 Perjanjian Kinerja Tahun 2024", MERGED))[1][1:]
    assert [row[1] for row in rows] == ["Meningkatnya kualitas layanan", "", "Terwujudnya tata kelola"]


def test_running_numbers_are_no_column_numbers_where_nothing_else_is_counted() -> None:
    lines = lines_of("No\n\n1\n\n2\n\n3\n\nNama\n\nSatu\n\nDua\n\nTiga")
    assert bare_index(lines, {0, 4}, 2) == {}


def test_a_number_of_staff_tells_the_row_of_a_birth_date() -> None:
    assert tables(made("Tabel 1 Daftar Pegawai Tahun 2024", STAFF))[0] == [
        ["No", "Nama", "NIP", "Tgl. Lahir", "L/P", "Pendidikan"],
        ["1", "Budi Santoso, S.H.", "19800101 200501 1 001", "01Jan-1980", "L", "S1"],
        ["2", "Siti Rahayu, S.E.", "19900405 201502 2 002", "05-04-1990", "P", "S1"],
        ["3", "Tono Wibowo, S.E.", "19810202 200602 1 003", "02-02-1981", "L", "S2"],
    ]


def test_what_cells_of_staff_say_for_each_other() -> None:
    ties = Ties(["nomor", "nip", "tanggal_lahir", "jenis_kelamin"])

    class Went:
        place, text, before = (1, 0), "19800101 200501 1 001", None

    assert ties.worth(2, "1 Januari 1980", 0, Went(), (1, 1, 0, 0)) > 0 > ties.worth(2, "2 Januari 1980", 0, Went(), (1, 1, 0, 0))
    assert ties.worth(2, "1 Januari", 0, Went(), (1, 1, 0, 0)) == ties.worth(2, "1 Januari 1980", 1, Went(), (1, 1, 0, 0)) == 0
    assert ties.worth(3, "L", 0, Went(), (1, 1, 0, 0)) > 0 > ties.worth(3, "P", 0, Went(), (1, 1, 0, 0))


def test_lines_written_through_each_other_are_parted_by_a_text_known_elsewhere() -> None:
    known = "Meningkatnya kualitas layanan kepada warga"
    block = ["Persentase permohonan yang selesai", "Meningkatnya kualitas layanan", "tepat waktu", "kepada warga", "Jumlah forum warga"]
    whole = Whole([Line(known, Place(), 1.0), Line("Penutup", Place(), 1.0)])
    lines = unwoven([Line(text, Place(), float(at == 0)) for at, text in enumerate(block)], whole)
    assert [(line.text, line.gap > 0) for line in lines] == [
        ("Meningkatnya kualitas layanan", True),
        ("kepada warga", False),
        ("Persentase permohonan yang selesai", True),
        ("tepat waktu", False),
        ("Jumlah forum warga", False),
    ]


def test_lines_beside_each_other_are_parted_within_the_line() -> None:
    whole = Whole([Line("Terwujudnya tata kelola yang baik", Place(), 1.0)])
    block = ["Terwujudnya tata 1. Nilai evaluasi", "kelola yang baik kinerja"]
    lines = unwoven([Line(text, Place(), float(at == 0)) for at, text in enumerate(block)], whole)
    assert [line.text for line in lines] == ["Terwujudnya tata", "kelola yang baik", "1. Nilai evaluasi", "kinerja"]


def test_a_text_that_stands_by_itself_stays_one_block() -> None:
    block = [Line("Terwujudnya tata kelola", Place(), 1.0), Line("yang baik", Place(), 0.0)]
    assert unwoven(block, Whole([Line("Terwujudnya tata kelola yang baik", Place(), 1.0)])) == block


def test_numbers_that_go_on_from_another_page_count_from_where_they_begin() -> None:
    [number] = [role for spec in SPECS for role in spec.roles if role.name == "nomor"][:1]
    pieces = [Piece(text, Line(text, Place(), 1.0), True) for text in ("38", "Satu", "37", "Dua", "39", "Tiga")]
    assert row_counts(pieces, [Lost(number, "No")])[0] == 3


def test_numbers_of_staff_over_several_lines_count_the_rows() -> None:
    [nip] = [role for spec in SPECS for role in spec.roles if role.name == "nip"][:1]
    texts = ("19800101", "200501 1 001", "19900405", "201502 2 002", "19810202 200602 1", "003", "2019", "20.150.000")
    pieces = [Piece(text, Line(text, Place(), 1.0), True) for text in texts]
    assert row_counts(pieces, [Lost(nip, "NIP")])[0] == 3


def test_amounts_cut_by_a_narrow_column_are_whole() -> None:
    body = """Program/Kegiatan

Pagu

Realisasi

%

Penyediaan Rumah Layak

2.600.000.000, 2.500.000.000,
00
00

96,15

Pembangunan Jalan Desa

1.400.000.0
00

1.380.000.000

98,57

Jumlah

4.000.000.000,0
0

3.880.000.000,00

97,00
"""
    assert tables(made("Tabel 1 Realisasi Anggaran Tahun 2024", body))[0][1:] == [
        ["Penyediaan Rumah Layak", "2.600.000.000,00", "2.500.000.000,00", "96,15"],
        ["Pembangunan Jalan Desa", "1.400.000.000", "1.380.000.000", "98,57"],
        ["Jumlah", "4.000.000.000,00", "3.880.000.000,00", "97,00"],
    ]


def test_a_row_that_no_other_column_has_yet_tells_nothing() -> None:
    class Went:
        place, text, before = (1, 0), "198001012010011001", None

    ties = Ties(["nomor", "nip", "tanggal_lahir", "jenis_kelamin"])
    assert ties.worth(2, "2 Januari 1980", 0, Went(), (1, 1, 0, 0)) < 0
    assert ties.worth(2, "2 Januari 1980", 0, Went(), (1, 0, 0, 0)) == 0
