"""Lines in which the texts of several columns stand an ordinary blank apart (invented texts)."""

from pathlib import Path

from tests.reading.aligned import grids, texts

TABLE = """
 No      Sasaran                     Indikator Kinerja                     Formulasi                   Sumber Data
 1     Tersedianya taman           Persentase bangku taman               Banyaknya yang dirawat      Survei
       kota yang                   yang dirawat di semua                 dibagi jumlah bangku        warga
       terawat                     kecamatan
 2     Terwujudnya kebun Nilai rawat tanaman kota Predikat yang diterima                             Laporan hasil
       warga yang                  oleh dinas                                                        evaluasi
       rindang dan terbuka Indeks kepuasan                Hasil survei tahunan                       Rekapitulasi
                           pengunjung taman                                                          bagian teknis
 3     Tersedianya bibit           Jumlah bibit pohon yang               Penghitungan langsung       Catatan
       pohon                       dibagikan                             oleh petugas                kebun
       Tersedianya pupuk           Jumlah karung pupuk yang              Penghitungan langsung       Catatan
       kandang                     dibagikan                             oleh petugas                kebun
 4     Tertatanya jalan            Persentase jalan setapak              Banyaknya yang ditata       Survei
       setapak                     yang ditata                           dibagi jumlah jalan         warga
"""


def test_words_of_a_crowded_line_go_to_the_columns_that_they_are_of(tmp_path: Path) -> None:
    [grid] = grids(tmp_path, TABLE)
    rows = texts(grid)
    assert ["2", "Terwujudnya kebun", "Nilai rawat tanaman kota", "Predikat yang diterima", "Laporan hasil"] in rows
    assert ["", "rindang dan terbuka", "Indeks kepuasan", "Hasil survei tahunan", "Rekapitulasi"] in rows


def test_every_word_stays_in_one_cell(tmp_path: Path) -> None:
    [grid] = grids(tmp_path, TABLE)
    for row, line in zip(texts(grid), TABLE.strip("\n").split("\n"), strict=True):
        assert " ".join(row).split() == line.split()
