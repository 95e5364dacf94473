"""Numbered entries of aligned text whose columns are lists of their own."""

import pytest

from extractor.reading.document import Document
from tests.tables.printed import aligned_document, body, only_table

EDGES = (0, 4, 30, 66, 78)
HEADER = "No | Sasaran | Indikator Kinerja | Target"
TOP = [
    "1 | Meningkatnya mutu taman | Persentase taman yang rata | 95%",
    " | kota yang teduh | dan kering | 88,5",
    " | | Indeks kepuasan pengunjung |",
    " | | pada akhir musim |",
    "2 | Meningkatnya bacaan warga | Jumlah rak buku baru di semua | 12 Rak",
    " | | ruang baca | 40 Buku",
    " | | Jumlah buku yang dipinjam | 75%",
    " | | setiap bulan |",
    " | | Persentase rak yang dirawat |",
]
MIDDLE = [
    " | | Persentase taman yang rata | 95%",
    " | Meningkatnya mutu taman | dan kering | 88,5",
    "1 | | |",
    " | kota yang teduh | Indeks kepuasan pengunjung |",
    " | | pada akhir musim |",
    " | | Jumlah rak buku baru di semua | 12 Rak",
    " | | ruang baca | 40 Buku",
    "2 | Meningkatnya bacaan warga | Jumlah buku yang dipinjam | 75%",
    " | | setiap bulan |",
    " | | Persentase rak yang dirawat |",
]
WANTED = [
    ["1", "Meningkatnya mutu taman kota yang teduh", "Persentase taman yang rata dan kering", "95%"],
    ["", "", "Indeks kepuasan pengunjung pada akhir musim", "88,5"],
    ["2", "Meningkatnya bacaan warga", "Jumlah rak buku baru di semua ruang baca", "12 Rak"],
    ["", "", "Jumlah buku yang dipinjam setiap bulan", "40 Buku"],
    ["", "", "Persentase rak yang dirawat", "75%"],
]


def printed(lines: list[str]) -> Document:
    return aligned_document(["PERJANJIAN KINERJA TAHUN 2024", (EDGES, [HEADER, *lines])])


@pytest.mark.parametrize("lines", [TOP, MIDDLE], ids=["number on top", "number in the middle"])
def test_each_value_comes_to_the_text_of_its_own_place_in_the_lists(lines: list[str]) -> None:
    assert body(only_table(printed(lines))) == WANTED


def test_values_beside_the_beginnings_of_their_texts_stay_there() -> None:
    lines = [
        "1 | Meningkatnya mutu taman | Persentase taman yang rata | 95%",
        " | kota yang teduh | dan kering |",
        " | | Indeks kepuasan pengunjung | 88,5",
        "2 | Meningkatnya bacaan warga | Jumlah rak buku baru di semua | 12 Rak",
        " | | ruang baca |",
        " | | Jumlah buku yang dipinjam | 40 Buku",
    ]
    assert [row[2:] for row in body(only_table(printed(lines)))] == [
        ["Persentase taman yang rata dan kering", "95%"],
        ["Indeks kepuasan pengunjung", "88,5"],
        ["Jumlah rak buku baru di semua ruang baca", "12 Rak"],
        ["Jumlah buku yang dipinjam", "40 Buku"],
    ]


def test_lists_of_texts_without_a_value_are_dealt_out_where_they_agree_in_number() -> None:
    lines = [
        "1 | Meningkatnya mutu taman | Persentase taman yang rata dan | Jumlah yang tercatat pada | Rekap bidang",
        " | | kering | akhir tahun | Catatan bidang",
        " | | Indeks kepuasan pengunjung | Nilai yang diterbitkan |",
        "2 | Meningkatnya bacaan warga | Jumlah rak buku baru di semua | Jumlah yang dihitung | Rekap bidang",
        " | | ruang baca | Jumlah yang dipinjam pada | Rekap seksi",
        " | | Jumlah buku yang dipinjam | bulan itu |",
    ]
    header = "No | Sasaran | Indikator Kinerja | Formulasi | Sumber Data"
    table = only_table(aligned_document(["INDIKATOR KINERJA UTAMA", ((0, 4, 30, 62, 90, 108), [header, *lines])]))
    assert [row[2:] for row in body(table)] == [
        ["Persentase taman yang rata dan kering", "Jumlah yang tercatat pada akhir tahun", "Rekap bidang"],
        ["Indeks kepuasan pengunjung", "Nilai yang diterbitkan", "Catatan bidang"],
        ["Jumlah rak buku baru di semua ruang baca", "Jumlah yang dihitung", "Rekap bidang"],
        ["Jumlah buku yang dipinjam", "Jumlah yang dipinjam pada bulan itu", "Rekap seksi"],
    ]


def test_lists_without_values_are_told_by_how_things_are_counted_and_from_where() -> None:
    lines = [
        " | | Persentase taman yang rata | Banyaknya yang rata dibagi | Laporan petugas",
        " | Meningkatnya mutu taman | dan kering di semua | semuanya | Survei",
        "1 | | | |",
        " | kota yang teduh | wilayah | Hasil survei tahunan |",
        " | | Indeks kepuasan pengunjung | |",
        " | | pada akhir musim | |",
        " | | Jumlah rak buku baru di semua | Penghitungan langsung oleh | Rekapitulasi bulanan",
        " | | ruang baca | petugas di tempat | dari ruang baca",
        "2 | Meningkatnya bacaan warga | Persentase buku yang dipinjam | Jumlah yang dipinjam dibagi | Laporan petugas",
        " | | setiap bulan | jumlah seluruhnya |",
    ]
    edges = (0, 4, 30, 60, 88, 106)
    header = "No | Sasaran | Indikator Kinerja | Formulasi | Sumber Data"
    found = body(only_table(aligned_document(["INDIKATOR KINERJA UTAMA", (edges, [header, *lines])])))
    assert [row[2:] for row in found] == [
        ["Persentase taman yang rata dan kering di semua wilayah", "Banyaknya yang rata dibagi semuanya", "Laporan petugas"],
        ["Indeks kepuasan pengunjung pada akhir musim", "Hasil survei tahunan", "Survei"],
        [
            "Jumlah rak buku baru di semua ruang baca",
            "Penghitungan langsung oleh petugas di tempat",
            "Rekapitulasi bulanan dari ruang baca",
        ],
        ["Persentase buku yang dipinjam setiap bulan", "Jumlah yang dipinjam dibagi jumlah seluruhnya", "Laporan petugas"],
    ]


def test_lists_that_follow_each_other_without_a_hole_are_parted_where_a_longer_text_stands_alone() -> None:
    lines = [
        " | Meningkatnya mutu | Nilai taman kota | 95",
        "1 | taman kota yang | Predikat pengelolaan taman | 88",
        " | teduh | |",
        " | Meningkatnya bacaan | Jumlah rak buku baru di semua | 12 Rak",
        " | warga | ruang baca | 40 Buku",
        "2 | | |",
        " | | Jumlah buku yang dipinjam |",
        " | | setiap bulan |",
    ]
    assert body(only_table(printed(lines))) == [
        ["1", "Meningkatnya mutu taman kota yang teduh", "Nilai taman kota", "95"],
        ["", "", "Predikat pengelolaan taman", "88"],
        ["2", "Meningkatnya bacaan warga", "Jumlah rak buku baru di semua ruang baca", "12 Rak"],
        ["", "", "Jumlah buku yang dipinjam setiap bulan", "40 Buku"],
    ]
