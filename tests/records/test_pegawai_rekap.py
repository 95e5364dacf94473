import pytest

from extractor.records.context import Context
from extractor.records.pegawai_rekap import read
from tests.records.staff_tables import table

Entry = tuple[str, str, int]


def entries(rows: list[str], roles: list[str | None], title: str = "", header_rows: int = 1) -> list[Entry]:
    return [(r.dimensi, r.label, int(r.jumlah.nilai or 0)) for r in read(table(rows, roles, title, header_rows), Context("dok"))]


SIMPLE: list[str | None] = ["nomor", "uraian", "jumlah"]


def test_status_rows_and_their_total() -> None:
    rows = [
        "No | Uraian | Jumlah",
        "1 | Anggota KPU | 5 orang",
        "2 | PNS | 17 orang",
        "3 | Tenaga Kontrak | 8 orang",
        " | JUMLAH | 30 orang",
    ]

    assert entries(rows, SIMPLE) == [
        ("status", "Anggota KPU", 5),
        ("status", "PNS", 17),
        ("status", "Tenaga Kontrak", 8),
        ("total", "JUMLAH", 30),
    ]


@pytest.mark.parametrize(
    ("header", "title", "labels", "dimension"),
    [
        ("Golongan", "", ("IV/a", "III/d"), "golongan"),
        ("Tingkat Pendidikan", "", ("S2", "SLTA"), "pendidikan"),
        ("Uraian", "Berdasarkan Tingkat Pendidikan", ("Stratum Dua", "Diploma 3"), "pendidikan"),
        ("Sub Bagian", "", ("Keuangan, Umum dan Logistik", "Hukum dan SDM"), "subbagian"),
        ("Jenis Sertifikat", "", ("Bendahara", "Pengadaan Barang/Jasa"), "sertifikat"),
    ],
)
def test_the_dimension_comes_from_label_header_or_title(header: str, title: str, labels: tuple[str, str], dimension: str) -> None:
    rows = [f"No | {header} | Jumlah", f"1 | {labels[0]} | 3", f"2 | {labels[1]} | 4"]

    assert entries(rows, SIMPLE, title) == [(dimension, labels[0], 3), (dimension, labels[1], 4)]


@pytest.mark.parametrize(
    ("title", "labels"), [("Berdasarkan Jenis Kelamin", ("Pria", "Wanita")), ("Berdasarkan Usia", ("41 s/d 45", "36 s/d 40"))]
)
def test_of_a_breakdown_without_a_dimension_only_the_total_counts(title: str, labels: tuple[str, str]) -> None:
    rows = ["No | Uraian | Jumlah", f"1 | {labels[0]} | 20", f"2 | {labels[1]} | 11", " | Jumlah | 31"]

    assert entries(rows, SIMPLE, title) == [("total", "Jumlah", 31)]


def test_golongan_in_the_columns_name_the_counts_of_civil_servants_only() -> None:
    rows = [
        "No | Uraian | Jumlah | | |",
        " | | Gol. IV | Gol. III | Gol. II | Non Gol",
        "1 | Komisioner | 5 | - | - | -",
        "2 | Pegawai Negeri Sipil | 1 | 9 | 2 | -",
        "3 | PPPK | - | - | - | 4",
        "TOTAL | | 21 | | |",
    ]
    roles: list[str | None] = ["nomor", "uraian", *["jumlah_golongan"] * 4]

    assert entries(rows, roles, header_rows=2) == [
        ("status", "Komisioner", 5),
        ("golongan", "Gol. IV", 1),
        ("golongan", "Gol. III", 9),
        ("golongan", "Gol. II", 2),
        ("status", "PPPK", 4),
        ("total", "TOTAL", 21),
    ]


def test_a_matrix_with_several_rows_names_its_counts_by_column_and_row() -> None:
    rows = ["Sub Bagian | PNS | PPPK | Jumlah", "Hukum | 3 | 1 | 4", "Teknis | 2 | 1 | 3", "Jumlah | 5 | 2 | 7"]
    roles: list[str | None] = ["uraian", "jumlah_status", "jumlah_status", "jumlah"]

    assert entries(rows, roles) == [
        ("status", "PNS (Hukum)", 3),
        ("status", "PPPK (Hukum)", 1),
        ("subbagian", "Hukum", 4),
        ("status", "PNS (Teknis)", 2),
        ("status", "PPPK (Teknis)", 1),
        ("subbagian", "Teknis", 3),
        ("status", "PNS", 5),
        ("status", "PPPK", 2),
        ("total", "Jumlah", 7),
    ]


def test_a_single_row_of_counts_under_statuses() -> None:
    rows = ["Komisioner | PNS | PPNPN | Jumlah", "5 | 13 | 6 | 24"]
    roles: list[str | None] = ["jumlah_status", "jumlah_status", "jumlah_status", "jumlah"]

    assert entries(rows, roles) == [("status", "Komisioner", 5), ("status", "PNS", 13), ("status", "PPNPN", 6), ("total", "Jumlah", 24)]


def test_columns_of_sex_percent_and_need_are_no_counts_of_a_dimension() -> None:
    rows = ["Status | L | P | Jumlah | % | Kebutuhan", "PNS | 8 | 5 | 13 | 68 | 20", "PPPK | 4 | 2 | 6 | 32 | 9"]
    roles: list[str | None] = ["uraian", "jenis_kelamin", "jenis_kelamin", "jumlah", "persen", "kebutuhan"]

    assert entries(rows, roles) == [("status", "PNS", 13), ("status", "PPPK", 6)]


def test_each_entry_knows_its_line_and_cell() -> None:
    found = read(table(["Status | Jumlah", "PNS | 13", "PPPK | 6"], ["uraian", "jumlah"]), Context("dok"))

    assert [r.sumber.baris for r in found] == [(2, 2), (3, 3)]  # type: ignore[union-attr]
    assert [r.jumlah.sumber.sel for r in found] == [(0, 1), (1, 1)]  # type: ignore[union-attr]


def test_labels_beside_their_column_are_still_labels() -> None:
    rows = ["No | | Golongan | Jumlah", "1 | Golongan IV | | 5", "2 | Golongan III | | 16", " | | Jumlah | 21"]
    assert entries(rows, ["nomor", None, "uraian", "jumlah"]) == [
        ("golongan", "Golongan IV", 5),
        ("golongan", "Golongan III", 16),
        ("total", "Jumlah", 21),
    ]


def test_a_matrix_of_units_with_a_column_of_unknown_staff() -> None:
    rows = [
        "Unit Kerja | PNS | Mitra | Jumlah",
        "Bidang Pendidikan Dasar | 9 | 4 | 13",
        "Bidang Taman Kota | 5 | 2 | 7",
        "Total | 14 | 6 | 20",
    ]
    roles: list[str | None] = ["uraian", "jumlah_status", None, "jumlah"]

    assert entries(rows, roles) == [
        ("status", "PNS (Bidang Pendidikan Dasar)", 9),
        ("subbagian", "Bidang Pendidikan Dasar", 13),
        ("status", "PNS (Bidang Taman Kota)", 5),
        ("subbagian", "Bidang Taman Kota", 7),
        ("status", "PNS", 14),
        ("total", "Total", 20),
    ]


def test_numbers_of_rows_count_nothing_though_prose_was_read_as_rows_below() -> None:
    rows = [
        " | Golongan | Jumlah",
        "1. | Golongan IV | 1",
        "2. | Golongan III | 15",
        " | Jumlah | 16",
        "Menurut unit | kerja terdiri dari: |",
    ]

    assert entries(rows, [None, "uraian", "jumlah"]) == [
        ("golongan", "Golongan IV", 1),
        ("golongan", "Golongan III", 15),
        ("total", "Jumlah", 16),
    ]
