"""Texts that a converter moved beside their columns, told by what all lines of the table show of them."""

from pathlib import Path

import pytest

from extractor.reading import read
from extractor.reading.document import Grid

PLAN = """
Tabel 1. Rencana Aksi Dinas Arsip

   No   Sasaran                     Target     Kegiatan                    Anggaran         Pelaksana
   1    Tertibnya arsip statis      90%        Menata arsip statis         12.500.000       Bidang Arsip
        di setiap kecamatan                    menurut baku mutu                            Statis
   2    Naiknya minat baca          85%        Menjalankan perpustakaan    41.250.000       Bidang Pustaka
        warga kota                             keliling                                     Keliling
   3    Terlayaninya warga          82%        Menambah jam buka           9.800.000        Sekretariat
        yang meminjam buku                     ruang baca                                   Umum
   4    Terpeliharanya gedung       75%        Memperbaiki atap dan        22.300.000       Sekretariat
        arsip                                  dinding                                      Umum
{line}
   6    Terlatihnya arsiparis       12 Orang   Mengadakan pelatihan        18.000.000       Bidang Arsip
        di desa                                bagi arsiparis                               Statis
"""


def row(tmp_path: Path, line: str) -> list[str]:
    """The cells of this line in the table."""
    path = tmp_path / "rencana.txt"
    path.write_text(PLAN.format(line=line), encoding="utf-8")
    [grid] = [block for _, block in read(path).blocks() if isinstance(block, Grid)]
    assert grid.width == 6
    words = line.split()
    found = [[cell.raw for cell in row.cells] for row in grid.rows]
    return next(texts for texts in found if " ".join(texts).split() == words)


@pytest.mark.parametrize(
    ("line", "cells"),
    [
        (
            "   5    Tersusunnya daftar arsip    70%        Menyusun daftar                7.150.000 Bidang Arsip",
            ["5", "Tersusunnya daftar arsip", "70%", "Menyusun daftar", "7.150.000", "Bidang Arsip"],
        ),
        (
            "       5 Tersusunnya daftar arsip   70%        Menyusun daftar             7.150.000        Bidang Arsip",
            ["5", "Tersusunnya daftar arsip", "70%", "Menyusun daftar", "7.150.000", "Bidang Arsip"],
        ),
        (
            "        yang dapat dicari                  daftar daring                                    Statis",
            ["", "yang dapat dicari", "", "daftar daring", "", "Statis"],
        ),
        (
            "   5    Tersusunnya daftar arsip    15 Orang Menyusun daftar               7.150.000        Bidang Arsip",
            ["5", "Tersusunnya daftar arsip", "15 Orang", "Menyusun daftar", "7.150.000", "Bidang Arsip"],
        ),
        (
            "   5    Tersusunnya daftar arsip    70%        Menyusun daftar             Rp   7.150.000   Bidang Arsip",
            ["5", "Tersusunnya daftar arsip", "70%", "Menyusun daftar", "Rp 7.150.000", "Bidang Arsip"],
        ),
    ],
    ids=["glued to the figure before", "glued to its number", "words below figures", "unit before the next column", "currency"],
)
def test_a_text_goes_where_contents_and_places_fit(tmp_path: Path, line: str, cells: list[str]) -> None:
    assert row(tmp_path, line) == cells


def test_a_line_that_fits_as_it_stands_is_left_alone(tmp_path: Path) -> None:
    line = "   5    Tersusunnya daftar 2 arsip  B          Menyusun daftar 7 arsip     belum ada        Bidang Arsip 3"
    assert row(tmp_path, line) == ["5", "Tersusunnya daftar 2 arsip", "B", "Menyusun daftar 7 arsip", "belum ada", "Bidang Arsip 3"]
