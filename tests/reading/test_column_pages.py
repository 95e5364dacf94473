"""Tables aligned by blanks that go on over a page break, each page scaled by itself."""

from pathlib import Path

from extractor.reading import read
from extractor.reading.document import Grid

FIRST = """
Tabel 1. Rencana Kegiatan Arsip

  No   Sasaran                     Indikator                   Target   Keterangan
   1   Tertibnya arsip statis      Persentase arsip yang       90%      Bidang Arsip
       di setiap kecamatan         ditata menurut baku mutu             Statis
   2   Naiknya minat baca          Jumlah pengunjung           1.250    Bidang Pustaka
       warga kota                  perpustakaan keliling                Keliling
   3   Terlayaninya warga          Indeks kepuasan atas        82       Sekretariat
       yang meminjam buku          pelayanan pinjaman                   Umum
"""
LAST_ROW = """
     4 Terpeliharanya gedung           Persentase ruang baca             75%      Sekretariat
       arsip dan pustaka               yang laik pakai                            Umum
"""


def grids(tmp_path: Path, *pages: str) -> list[Grid]:
    path = tmp_path / "laporan.txt"
    path.write_text("\f".join(pages), encoding="utf-8")
    return [block for _, block in read(path).blocks() if isinstance(block, Grid)]


def texts(grid: Grid) -> list[list[str]]:
    return [[cell.raw for cell in row.cells] for row in grid.rows]


def test_a_page_with_one_row_gets_the_columns_of_the_page_before(tmp_path: Path) -> None:
    _, last = grids(tmp_path, FIRST, LAST_ROW)
    assert texts(last) == [
        ["4", "Terpeliharanya gedung", "Persentase ruang baca", "75%", "Sekretariat"],
        ["", "arsip dan pustaka", "yang laik pakai", "", "Umum"],
    ]


def test_a_table_with_other_columns_keeps_its_own(tmp_path: Path) -> None:
    other = """
   Uraian                                                   Pagu            Realisasi
   Pembinaan arsip desa                                1.250.000            1.200.000
   Pengolahan arsip statis                             4.300.000            4.100.000
   Pengadaan rak arsip                                 2.000.000            1.900.000
"""
    [alone] = grids(tmp_path, other)
    first, second = grids(tmp_path, FIRST, other)
    assert (first.width, second.width) == (5, 3)
    assert texts(second) == texts(alone)


def test_no_word_is_lost_or_doubled(tmp_path: Path) -> None:
    found = grids(tmp_path, FIRST, LAST_ROW)
    words = sorted(word for grid in found for row in texts(grid) for text in row for word in text.split())
    assert words == sorted((FIRST.split("Arsip\n", 1)[1] + LAST_ROW).split())


BUDGETED = """
  No   Sasaran                  Target   T1   T2   T3   T4    Anggaran      Pelaksana
   1   Arsip statis tertata     90%      ✓    ✓    ✓    ✓     12.500.000    Bidang Arsip
       menurut baku
   2   Minat baca warga naik    85%           ✓         ✓     41.250.000    Bidang Pustaka
   3   Peminjam terlayani       82       ✓         ✓           9.800.000    Sekretariat
"""
UNBUDGETED = """
  4   Gedung arsip laik pakai       75%       ✓     ✓    ✓     ✓      Sekretariat
  5   Katalog tersusun lengkap      95%       ✓          ✓            Bidang Pustaka
      dan terbuka
"""


def test_a_page_that_fills_no_cell_of_a_column_keeps_its_place(tmp_path: Path) -> None:
    first, second = grids(tmp_path, BUDGETED, UNBUDGETED)
    assert texts(first)[1][7:] == ["12.500.000", "Bidang Arsip"]
    assert texts(second)[0] == ["4", "Gedung arsip laik pakai", "75%", "✓", "✓", "✓", "✓", "", "Sekretariat"]
    assert texts(second)[1][3:] == ["✓", "", "✓", "", "", "Bidang Pustaka"]


CENTRED = """
  No   Sasaran                    Target     Kegiatan                  Jadwal              Pelaksana
                                                                    I     II    III
   1   Tertibnya arsip statis           90%  Menata arsip          ✓     ✓     ✓           Bidang Arsip
       di kecamatan                          menurut baku mutu
   2   Naiknya minat baca               85%  Membuka ruang baca    ✓     ✓     ✓           Bidang Pustaka
   3   Terlayaninya warga               82%  Menambah jam buka     ✓     ✓     ✓           Sekretariat
   4   Terpeliharanya gedung            75%  Memperbaiki atap      ✓     ✓     ✓           Sekretariat
"""


def test_a_centred_header_beside_its_texts_makes_no_column(tmp_path: Path) -> None:
    more = CENTRED.replace("   1 ", "   5 ").replace("   2 ", "   6 ").replace("   3 ", "   7 ").replace("   4 ", "   8 ")
    found = grids(tmp_path, CENTRED, more)
    assert [grid.width for grid in found] == [8, 8]
    assert [texts(grid)[2][:5] for grid in found] == [[n, "Tertibnya arsip statis", "90%", "Menata arsip", "✓"] for n in ("1", "5")]


def test_columns_that_hold_nothing_but_their_header_keep_their_places(tmp_path: Path) -> None:
    head = """
                  INDIKATOR
     SASARAN                 TARGET   KODE           KEGIATAN         ANGGARAN
                  KINERJA
"""
    full = """
     Tertibnya    Persentase   90%    6709           Penataan         1.250.000
     arsip desa   arsip yang          6709.QGE       Tata kelola      1.250.000
                  ditata                             arsip desa
     Naiknya      Jumlah       40     6710           Pembinaan        4.300.000
     minat baca   pembaca             6710.QGE       Pengadaan        4.300.000
                                                     rak buku
"""
    rest = """
                                      6711           Pengolahan       2.000.000
                                      6711.QGE       Pengadaan        1.100.000
                                                     meja baca
                                      6711.QGF       Perawatan          900.000
                                                     gedung
"""
    first, last = grids(tmp_path, head + full, head + rest)
    assert first.width == last.width == 6
    header = [" ".join(row[column] for row in texts(last)[:3] if row[column]) for column in range(6)]
    assert header == ["SASARAN", "INDIKATOR KINERJA", "TARGET", "KODE", "KEGIATAN", "ANGGARAN"]
