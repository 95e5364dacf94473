"""Ticks, ordinary blanks and broken header words as evidence for columns of tables aligned by blanks."""

from pathlib import Path

from tests.reading.aligned import grids, texts

TICKS = """
  No   Kegiatan                Target   T1 T2 T3 T4   Pelaksana
   1   Pameran buku daerah     90%      ✓  ✓ ✓  ✓    Bidang Pustaka
   2   Lomba bertutur anak     85%      ✓  ✓ ✓  ✓    Bidang Arsip
   3   Pelatihan pustakawan    75%         ✓ ✓       Sekretariat
   4   Penyusunan katalog      80%      ✓  ✓ ✓  ✓    Bidang Pustaka
"""


def test_ticks_beside_each_other_stand_in_columns_of_their_own(tmp_path: Path) -> None:
    [grid] = grids(tmp_path, TICKS)
    assert texts(grid)[1][3:7] == ["✓", "✓", "✓", "✓"]
    assert texts(grid)[3][3:7] == ["", "✓", "✓", ""]


FULL_VALUES = """
  No.  Sasaran Arsip               Indikator                     Target       Ket
   1   Tertibnya arsip statis      Persentase arsip tertata        95% Tercapai
       di setiap kecamatan         menurut baku mutu
   2   Naiknya minat baca          Jumlah kunjungan baca         1.200 Tercapai
       warga kota                  keliling
   3   Terlayaninya peminjam       Indeks kepuasan pinjam           82 Belum
       buku
   4   Terpeliharanya gedung       Persentase ruang laik           70% Tercapai
"""


def test_figures_that_touch_the_next_column_are_parted_from_it(tmp_path: Path) -> None:
    [grid] = grids(tmp_path, FULL_VALUES)
    values = [row[3:] for row in texts(grid) if row[0].isdigit()]
    assert values == [["95%", "Tercapai"], ["1.200", "Tercapai"], ["82", "Belum"], ["70%", "Tercapai"]]


def test_blanks_inside_numbers_that_are_printed_alike_part_nothing(tmp_path: Path) -> None:
    staff = """
  No   Nama              NIP                     Jabatan
   1   Sari Wulandari    19900214 201503 2 001   Arsiparis
   2   Bima Prakoso      19881130 201403 1 007   Pustakawan
   3   Lia Anggraini     19920721 201802 2 011   Penata Arsip
   4   Toni Hermawan     19850409 201001 1 003   Sekretaris
"""
    [grid] = grids(tmp_path, staff)
    assert texts(grid)[1] == ["1", "Sari Wulandari", "19900214 201503 2 001", "Arsiparis"]


LABELLED = """
RENCANA KEGIATAN ARSIP KOTA
TAHUN 2031
                                              TARGE       PELAKSANAAN
  No   Sasaran           Indikator            T           I     II    III
   1   Arsip tertata     Persentase arsip     90%         √     √     √
   2   Minat baca naik   Jumlah pengunjung    1.250       √           √
   3   Peminjam puas     Indeks kepuasan      82                √     √
"""


def test_header_lines_of_one_text_above_the_columns_belong_to_the_table(tmp_path: Path) -> None:
    label = LABELLED.replace("TARGE       PELAKSANAAN", "            PELAKSANAAN")
    [grid] = grids(tmp_path, label)
    assert [text for text in texts(grid)[0] if text] == ["PELAKSANAAN"]
    assert "TAHUN 2031" not in [text for row in texts(grid) for text in row]


def test_the_first_part_of_a_broken_header_word_belongs_to_the_header(tmp_path: Path) -> None:
    [grid] = grids(tmp_path, LABELLED)
    assert [text for text in texts(grid)[0] if text] == ["TARGE", "PELAKSANAAN"]
