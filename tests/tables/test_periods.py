"""Parts of a year side by side, revisions one after another: which column is the record's."""

import pytest

from extractor.tables.periods import is_part
from extractor.tables.table import Table
from tests.tables.printed import only_table, tabbed


def roles(table: Table) -> dict[str, str | None]:
    return {column.header: column.role for column in table.columns}


@pytest.mark.parametrize(
    ("header", "part"),
    [
        ("Semester I | Target", True), ("Realisasi Triwulan | IV", True), ("TW II", True), ("Realisasi TW 3", True),
        ("Target", False), ("Total Realisasi", False), ("Realisasi s.d. TW IV", False), ("Realisasi | Periode Lalu", True),
        ("s.d. Periode Ini", False),
        ("Realisasi Triwulan | Jumlah", False),
        ("2031 | Target", False),
    ],
)  # fmt: skip
def test_headers_of_parts_of_a_year(header: str, part: bool) -> None:
    assert is_part(header) == part


def test_the_total_of_the_quarters_is_the_realisation() -> None:
    table = only_table(
        tabbed(
            "Program/Kegiatan | Pagu | Realisasi TW I | Realisasi TW II | Realisasi TW III | Realisasi TW IV | Total Realisasi | %",
            "Program Taman Kota | 400.000.000 | 50.000.000 | 60.000.000 | 70.000.000 | 180.000.000 | 360.000.000 | 90,00",
            "Program Pasar Kota | 200.000.000 | 20.000.000 | 30.000.000 | 40.000.000 | 100.000.000 | 190.000.000 | 95,00",
        )
    )
    assert table.kind == "realisasi_anggaran"
    assert [header for header, role in roles(table).items() if role == "realisasi"] == ["Total Realisasi"]


def test_the_second_half_year_of_figures_that_add_up_is_that_of_the_year() -> None:
    table = only_table(
        "Tabel 3.1 Capaian Kinerja Tahun 2031\n"
        + tabbed(
            "No | Indikator Kinerja | Target Semester I | Realisasi Semester I | Target Semester II | Realisasi Semester II",
            "1 | Persentase arsip tertata | 50 | 45 | 100 | 95",
            "2 | Nilai kebersihan pasar | - | - | 75 | 76,35",
        )
    )
    assert table.kind == "capaian_kinerja"
    assert {h: r for h, r in roles(table).items() if r in ("target", "realisasi")} == {
        "Target Semester II": "target", "Realisasi Semester II": "realisasi",
    }  # fmt: skip


def test_the_amounts_of_which_the_percent_is_the_quotient() -> None:
    table = only_table(
        tabbed(
            "Uraian | Pagu Awal | Revisi ke-1 | Revisi ke-2 | Realisasi | %",
            "Belanja Pegawai | 904.118.000 | 880.000.000 | 876.440.000 | 871.225.310 | 99,40",
            "Belanja Barang | 1.393.750.000 | 1.210.000.000 | 1.205.000.000 | 1.176.092.074 | 97,60",
            "Belanja Modal | 30.000.000 | 25.000.000 | 20.000.000 | 19.600.000 | 98,00",
        )
    )
    assert [header for header, role in roles(table).items() if role == "pagu"] == ["Revisi ke-2"]
    assert roles(table)["Realisasi"] == "realisasi"


def test_what_was_reached_and_its_percent() -> None:
    table = only_table(
        "Tabel 3.1 Capaian Kinerja Tahun 2031\n"
        + tabbed(
            "No | Indikator Kinerja | Target | Capaian | Persentase Capaian",
            "1 | Persentase arsip tertata | 90% | 95% | 105,56%",
            "2 | Jumlah juru arsip | 60 orang | 54 orang | 90%",
        )
    )
    assert (roles(table)["Capaian"], roles(table)["Persentase Capaian"]) == ("realisasi", "capaian")
