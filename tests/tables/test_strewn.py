"""Tables of texts whose columns are lost, put together again from cells in reading order."""

import re
from pathlib import Path

import pytest

from extractor import extract
from extractor.model import DUGAAN, LaporanDokumen
from extractor.reading.document import Document, Grid, Line, Page, Place
from extractor.records.registry import SPECS
from extractor.tables.strewn import gathered
from extractor.tables.strewn_echoes import Echoes
from extractor.tables.strewn_fit import ratio_agrees

PROSE = (
    "Laporan ini disusun sebagai bentuk pertanggungjawaban atas pelaksanaan tugas selama satu tahun",
    "anggaran, dan memuat hasil pengukuran kinerja beserta penyerapan anggaran yang dikelola unit",
    "kerja menurut rencana yang telah ditetapkan pada awal tahun. Rinciannya disajikan di bawah ini.",
)
ROW_BY_ROW = """No

Sasaran

Indikator Kinerja

Target

Realisasi

Capaian

1

Meningkatnya kualitas
layanan kepada warga

Persentase permohonan yang
selesai tepat waktu

80%

72%

90,00%

Jumlah forum warga

4 Forum

5 Forum

125,00%

2

Terwujudnya tata kelola
yang baik

Nilai evaluasi kinerja

70,00

77,00

110,00%
"""
COLUMN_BY_COLUMN = """Kode

Program/Kegiatan
Program Penataan Wilayah dan
Perumahan
Penyediaan Rumah Layak
Pembangunan Jalan Desa
Jumlah

Pagu
1.000.000.000
600.000.000
400.000.000
1.000.000.000

Realisasi
900.000.000
500.000.000
400.000.000
900.000.000

%
90,00
83,33
100,00
90,00
"""

STRETCHES = """No
1
2
3

Program/Kegiatan
Penyediaan Rumah Layak
Pembangunan Jalan Desa
Jumlah

Pagu
600.000.000

Realisasi
500.000.000

%
83,33

400.000.000
1.000.000.000

380.000.000
880.000.000

95,00
88,00
"""
TWO_TABLES = """No
1

Sasaran Strategis
Meningkatnya kualitas
layanan kepada warga

No
1.
2.

2

Terwujudnya tata kelola
yang baik

Indikator Kinerja
Persentase permohonan yang selesai
tepat waktu
Jumlah forum warga
Nilai evaluasi kinerja

Program
Penyelenggaraan Layanan Warga
Program Dukungan Manajemen

Target
80%
4 Forum
70,00

Anggaran (Rp)
Rp 600.000.000,Rp 400.000.000,-
"""
EVERY_ROW = """No Sasaran Strategis
1

Meningkatnya kualitas
layanan kepada warga

1

Meningkatnya kualitas
layanan kepada warga
Terwujudnya tata kelola
yang baik

2

Indikator Kinerja

Sat.

Jumlah forum warga

Forum

Target
4

Persentase permohonan yang
selesai tepat waktu

%

80

Nilai evaluasi kinerja

Poin

70
"""
STAFF = """No

Nama

NIP

L/P

1

BUDI SANTOSO, S.H.

19800101 200501 1 001

L

2

SITI RAHAYU, S.E.

19810202 200602 2 002

P
"""


def text_of(body: str, caption: str) -> str:
    return "\n".join([*PROSE, caption, body, *PROSE, *PROSE])


def document(body: str, caption: str = "Tabel 1 Tabel Tahun 2024") -> Document:
    lines: list[Grid | Line] = []
    gap = 0.0
    for number, text in enumerate(text_of(body, caption).split("\n"), start=1):
        if text:
            lines.append(Line(text, Place(lines=(number, number)), gap))
        gap = 0.0 if text else gap + 1.0
    return Document("laporan.txt", "0" * 64, "teks", [Page(1, lines)])


def table_of(found: Document) -> list[list[str]]:
    [grid] = [block for _, block in found.blocks() if isinstance(block, Grid)]
    return [[" ".join(cell.raw.split()) for cell in row.cells] for row in grid.rows]


def extracted(tmp_path: Path, body: str, caption: str) -> LaporanDokumen:
    path = tmp_path / "laporan.txt"
    path.write_text(text_of(body, caption), "utf-8")
    return extract(path)


def test_cells_that_follow_row_by_row() -> None:
    assert table_of(gathered(document(ROW_BY_ROW), SPECS)) == [
        ["No", "Sasaran", "Indikator Kinerja", "Target", "Realisasi", "Capaian"],
        [
            "1",
            "Meningkatnya kualitas layanan kepada warga",
            "Persentase permohonan yang selesai tepat waktu",
            "80%",
            "72%",
            "90,00%",
        ],
        ["", "", "Jumlah forum warga", "4 Forum", "5 Forum", "125,00%"],
        ["2", "Terwujudnya tata kelola yang baik", "Nilai evaluasi kinerja", "70,00", "77,00", "110,00%"],
    ]


def test_cells_that_follow_column_by_column_are_parted_by_the_room_on_their_lines() -> None:
    rows = table_of(gathered(document(COLUMN_BY_COLUMN.removeprefix("Kode\n\n")), SPECS))
    assert rows[1:] == [
        ["Program Penataan Wilayah dan Perumahan", "1.000.000.000", "900.000.000", "90,00"],
        ["Penyediaan Rumah Layak", "600.000.000", "500.000.000", "83,33"],
        ["Pembangunan Jalan Desa", "400.000.000", "400.000.000", "100,00"],
        ["Jumlah", "1.000.000.000", "900.000.000", "90,00"],
    ]


def test_the_records_of_a_strewn_table(tmp_path: Path) -> None:
    found = extracted(tmp_path, ROW_BY_ROW, "Tabel 1 Capaian Kinerja Tahun 2024")
    [rows] = [group.baris for group in found.capaian_kinerja]
    assert [row.indikator for row in rows] == [
        "Persentase permohonan yang selesai tepat waktu",
        "Jumlah forum warga",
        "Nilai evaluasi kinerja",
    ]
    assert [row.sumber.baris is not None for row in rows] == [True] * 3
    assert [table.keyakinan for table in found.tabel] == [DUGAAN]
    assert [warning.kode for warning in found.mutu.peringatan if "cocokkan setiap angka" in warning.pesan] == ["tabel"]


def test_figures_whose_shares_are_those_of_other_rows_are_no_table() -> None:
    shuffled = COLUMN_BY_COLUMN.removeprefix("Kode\n\n").replace("90,00\n83,33\n100,00\n90,00", "41,00\n52,00\n63,00\n74,00")
    found = gathered(document(shuffled), SPECS)
    assert not [block for _, block in found.blocks() if isinstance(block, Grid)]
    assert any("tidak dapat disusun kembali" in note for note in found.notes)


def test_no_line_is_lost() -> None:
    before = document(ROW_BY_ROW)
    after = gathered(before, SPECS)
    texts = [
        text
        for _, block in after.blocks()
        for text in (
            [line.text for row in block.rows for cell in row.cells for line in cell.lines] if isinstance(block, Grid) else [block.text]
        )
    ]
    assert sorted(texts) == sorted(block.text for _, block in before.blocks() if isinstance(block, Line))


def test_figures_in_stretches_of_their_columns_are_told_apart_by_their_shares() -> None:
    assert table_of(gathered(document(STRETCHES), SPECS))[1:] == [
        ["1", "Penyediaan Rumah Layak", "600.000.000", "500.000.000", "83,33"],
        ["2", "Pembangunan Jalan Desa", "400.000.000", "380.000.000", "95,00"],
        ["3", "Jumlah", "1.000.000.000", "880.000.000", "88,00"],
    ]


def test_a_budget_list_read_into_an_agreement_is_a_table_of_its_own(tmp_path: Path) -> None:
    found = extracted(tmp_path, TWO_TABLES, "PERJANJIAN KINERJA TAHUN 2024")
    [agreement] = found.perjanjian_kinerja
    assert [(row.indikator, row.target.mentah) for row in agreement.baris if row.target] == [
        ("Persentase permohonan yang selesai tepat waktu", "80%"),
        ("Jumlah forum warga", "4 Forum"),
        ("Nilai evaluasi kinerja", "70,00"),
    ]
    assert [(row.uraian, row.jumlah.nilai) for row in agreement.anggaran if row.jumlah] == [
        ("Penyelenggaraan Layanan Warga", 600_000_000),
        ("Program Dukungan Manajemen", 400_000_000),
    ]


def test_outcomes_that_stand_in_every_row_below_header_words_beside_each_other() -> None:
    assert table_of(gathered(document(EVERY_ROW, "Tabel 1 Perjanjian Kinerja Tahun 2024"), SPECS)) == [
        ["No", "Sasaran Strategis", "Indikator Kinerja", "Sat.", "Target"],
        ["1", "Meningkatnya kualitas layanan kepada warga", "Jumlah forum warga", "Forum", "4"],
        ["1", "Meningkatnya kualitas layanan kepada warga", "Persentase permohonan yang selesai tepat waktu", "%", "80"],
        ["2", "Terwujudnya tata kelola yang baik", "Nilai evaluasi kinerja", "Poin", "70"],
    ]


def test_values_of_a_column_head_no_other_one() -> None:
    assert table_of(gathered(document(STAFF), SPECS)) == [
        ["No", "Nama", "NIP", "L/P"],
        ["1", "BUDI SANTOSO, S.H.", "19800101 200501 1 001", "L"],
        ["2", "SITI RAHAYU, S.E.", "19810202 200602 2 002", "P"],
    ]


def test_words_of_prose_that_stand_apart_are_no_cells() -> None:
    spaced = re.sub(" ", "\n\n", "Realisasi Program Manajemen mencapai Rp880.000.000,- dari pagu sebesar Rp1.000.000.000,-.")
    rows = table_of(gathered(document(f"{STRETCHES}\n{spaced}\n"), SPECS))
    assert rows[-1] == ["3", "Jumlah", "1.000.000.000", "880.000.000", "88,00"]


def test_header_words_stay_beside_each_other_where_no_table_is_made() -> None:
    body = "No Sasaran Strategis\n\nSatu kata\n\nDua kata\n\nTiga kata\n"
    before = document(body)
    assert [block.text for _, block in gathered(before, SPECS).blocks() if isinstance(block, Line)] == [
        block.text for _, block in before.blocks() if isinstance(block, Line)
    ]


@pytest.mark.parametrize(
    ("above", "below", "told"),
    [
        ("Persentase permohonan yang", "selesai tepat waktu", 1),
        ("Jumlah forum warga", "Nilai evaluasi kinerja", -1),
        ("selesai tepat waktu", "Jumlah forum warga", -1),
        ("Luas taman", "Panjang jalan", 0),
        ("", "Panjang jalan", 0),
    ],
)
def test_what_a_report_says_elsewhere_of_two_lines(above: str, below: str, told: int) -> None:
    texts = ["Persentase permohonan yang selesai tepat waktu", "Jumlah forum warga", "Nilai evaluasi kinerja", "Penutup"]
    echoes = Echoes(Line(text, Place(), 1.0) for text in texts)
    assert echoes.between(above, below) == told


def test_a_document_with_tables_stays_as_it_is() -> None:
    strewn = gathered(document(ROW_BY_ROW), SPECS)
    assert gathered(strewn, SPECS) is strewn


@pytest.mark.parametrize(
    ("whole", "part", "share", "agrees"),
    [
        ("80%", "72%", "90,00%", True),
        ("1.000.000.000", "833.333.000", "83,33", True),
        ("1.000.000.000", "833.333.000", "83%", True),
        ("Rp 1,000,000,000", "Rp 833,333,000", "83.4", True),
        ("4 Forum", "5 Forum", "120,00%", False),
        ("AA", "BB", "100%", None),
        ("0", "5", "100%", None),
    ],
)
def test_whether_a_share_agrees(whole: str, part: str, share: str, agrees: bool | None) -> None:
    assert ratio_agrees(whole, part, share) is agrees
