"""Budget lists below an agreement whose headers are read among the agreement's cells. All texts are invented."""

from pathlib import Path

import pytest

from extractor import extract
from extractor.model import LaporanDokumen
from extractor.reading import read as read_text
from extractor.reading.document import Grid
from extractor.records.registry import SPECS
from extractor.tables.strewn import gathered

AGREEMENT = """PERJANJIAN KINERJA TAHUN 2024
No. Urut
1
2

Sasaran Strategis

Kode Program

Indikator Kinerja

Target

Meningkatnya kualitas layanan kepada warga

Indeks kepuasan warga kelurahan

88,00

Terwujudnya tata kelola yang baik

Jumlah forum warga kelurahan

4 Forum
"""
LIST = """
Program

Jumlah Anggaran

KB.1204

Program Penataan Wilayah

Rp600.000.000

WA.1205

Program Dukungan Manajemen

Rp400.000.000
"""
ALLOCATION = """
Alokasi Anggaran Kelurahan Melati Tahun 2024
No

Program/Kegiatan

Pagu

1

Program Penataan Wilayah

600.000.000

2

Program Dukungan Manajemen

400.000.000

Jumlah

1.000.000.000
"""


def read(tmp_path: Path, text: str) -> LaporanDokumen:
    path = tmp_path / "laporan.txt"
    path.write_text(text, encoding="utf-8")
    return extract(path)


def test_a_header_of_codes_among_those_of_the_agreement_heads_the_list_below_it(tmp_path: Path) -> None:
    (group,) = read(tmp_path, AGREEMENT + LIST).perjanjian_kinerja
    assert [(row.kode, row.uraian) for row in group.anggaran] == [
        ("KB.1204", "Program Penataan Wilayah"),
        ("WA.1205", "Program Dukungan Manajemen"),
    ]
    assert len(group.baris) == 2


@pytest.mark.parametrize(("before", "after"), [("\nUnit Kerja Lain\n", ""), ("", "QX\n\n")])
def test_what_stands_in_no_cell_between_an_agreement_and_its_list_stands_below_both(tmp_path: Path, before: str, after: str) -> None:
    path = tmp_path / "laporan.txt"
    agreement = AGREEMENT.replace("Kode Program\n\n", "") + before
    path.write_text(agreement + LIST.replace("Program\n\nJumlah", f"{after}Program\n\nJumlah"), encoding="utf-8")
    blocks = [block for _, block in gathered(read_text(path), SPECS).blocks()]
    assert [isinstance(block, Grid) for block in blocks] == [False, True, True, False]


def test_a_title_below_a_number_among_the_header_words_is_that_of_the_table(tmp_path: Path) -> None:
    title = "Alokasi Anggaran Kelurahan Melati Tahun 2024"
    (table,) = read(tmp_path, ALLOCATION.replace(f"{title}\nNo\n", f"No\n\nTabel 2.2\n{title}")).tabel
    assert table.judul == title


@pytest.mark.parametrize("heading", ["", "D. Program dan Anggaran Tahun 2024\n"])
def test_a_title_right_above_the_first_header_word_is_that_of_its_table(tmp_path: Path, heading: str) -> None:
    report = read(tmp_path, AGREEMENT.replace("Kode Program\n\n", "") + "\n" + heading + ALLOCATION)
    assert [table.jenis for table in report.tabel] == ["pk", "realisasi_anggaran"]
