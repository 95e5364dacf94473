"""Headers above the row of column numbers, and tables whose ends and neighbours look like text."""

from extractor.reading.columns import find_grids
from tests.reading.test_columns import placed


def rows_of(text: str) -> list[list[str]]:
    [span] = find_grids(placed(text), unit=1.0)
    return [[cell.raw for cell in row.cells] for row in span.grid.rows]


STAFF = """
Nom               NAMA                       NIP.           Pangkat, Gol.                  Jabatan            Kelam Pendidika
 or                                                            Ruang                                            in      n
                                                                                                                     Terakhir
 (1)                 (2)                      (3)                  (4)                        (5)               (6)       (7)
                                      19681123 199103 1
  1    Sekar Wibisono, S.Sos.                             Pembina (IV/a)          Sekretaris Dinas Taman        P        S-1
                                      019
                                                                                  Kepala Subbagian
                                      19691112 199812 1
  2    Umar Purnama, S.Sos.                               Penata Tk. I (III/d)    Keuangan, Umum, dan           L        S-1
                                      015
                                                                                  Logistik
                                      19730628 199704 2                           Pranata Komputer Ahli
  3    Lestari Kamil, S.T.                                Penata Tk. I (III/d)                                  P        S-1
                                      021                                         Pertama
                                                                                  Kepala Subbagian
                                      19790316 200810 1
  4    Anton Lazuardi, SE                                 Penata (III/c)          Perencanaan, Data, dan        L        S-2
                                      012
                                                                                  Informasi
"""


def test_every_name_stands_over_its_number() -> None:
    start = STAFF.index("                                      19681123")
    rows = rows_of(STAFF[:start] + 8 * STAFF[start:])
    assert rows[0] == ["Nom", "NAMA", "NIP.", "Pangkat, Gol.", "Jabatan", "Kelam", "Pendidika"]
    assert rows[2] == ["", "", "", "", "", "", "Terakhir"]
    assert rows[3] == ["(1)", "(2)", "(3)", "(4)", "(5)", "(6)", "(7)"]


QUARTERS = """
No         Kegiatan                Waktu Pelaksanaan           Pelaksana
                                1      2      3      4
(1)           (2)              (3)    (4)    (5)    (6)           (7)
1    Menata arsip lama          v             v            Kasubbag Umum
2    Melatih juru arsip                v      v            Kepala Seksi
3    Membuka ruang baca         v      v             v     Kasubbag Umum
"""


def test_a_name_over_several_names_is_none_of_them() -> None:
    rows = rows_of(QUARTERS)
    assert "Waktu Pelaksanaan" in rows[0]
    assert rows[1] == ["", "", "1", "2", "3", "4", ""]


TOUCHING = """
                                                                                       Target Tahun
No        Sasaran Strategis                    Indikator Kinerja                 Sat.
                                                                                           2023
1                 2                                   3                            4         5
                                  Indeks kepuasan masyarakat                    Indeks     85,21
     Meningkatnya mutu layanan
1                                 Persentase layanan yang selesai sesuai
     kecamatan di Kota Pontianak                                                  %           95
                                  standar waktu
                                  Persentase desa yang menyusun rencana
                                                                                  %           94
     Meningkatnya pemberdayaan kerja tepat waktu
2
     warga desa di Kota Pontianak Jumlah lembaga kemasyarakatan yang           Lembag
                                                                                              27
                                  dibina                                          a
"""


def test_lines_that_touch_at_the_end_of_a_table_belong_to_it() -> None:
    rows = rows_of(TOUCHING)
    assert rows[-1][3] == "a"
    assert rows[-3][1:3] == ["warga desa di Kota Pontianak", "Jumlah lembaga kemasyarakatan yang"]


BETWEEN = """
                                                                          Realisasi
 No                  Indikator Kinerja Utama
                                                                   2021               2022                   2023
  1         Persentase taman yang dirawat dalam             96,88 %                 91,69 %                98,85 %
            setiap bulan
  2         Persentase rak yang memiliki kartu                67 %                    64 %                   68 %
            buku
  3         Rata-rata hari penataan arsip desa               3 Hari                  3 Hari                 2 Hari
  4         Indeks kepuasan pengunjung                         88                      88                    84,49


C. Penyerapan Anggaran
Pagu anggaran tahun 2023 sebesar Rp42.956.476.000 (empat puluh dua miliar sembilan ratus lima puluh
enam juta empat ratus tujuh puluh enam ribu rupiah) dan terserap sebesar Rp41.505.929.153 atau 96,63
persen. Rinciannya disajikan pada tabel berikut.
                Realisasi Anggaran Dinas Taman dan Kebun Tahun 2023
                                                               Anggaran Setelah
  No                            Program                                          Realisasi Anggaran                    %
                                                                 Perubahan
  1.       Program Perawatan Taman                              Rp19.895.038.000  Rp18.853.666.200                      94,77
  2.       Program Penataan Arsip                               Rp12.234.536.000  Rp12.077.578.436                      98,72
  3.       Program Penunjang Urusan Kebun dan Taman             Rp10.826.902.000       Rp10.578.284                     97,70
           Kota
                           Total                               Rp42.956.476.000           Rp41.509.529.153              96,63
"""


def test_a_paragraph_parts_tables_that_are_wider_than_it() -> None:
    found = [[[cell.raw for cell in row.cells] for row in span.grid.rows] for span in find_grids(placed(BETWEEN), unit=1.0)]
    assert [len(rows) for rows in found] == [9, 8]


TICKED = """
 No.           Sasaran Strategis                       Kegiatan                     Waktu Pelaksanaan              Anggaran        Pelaksana
 Urut
                                                                                I        II     III      IV
        Tertatanya arsip desa dan kota      Menyusun daftar arsip lama                                         1.254.233.000  Juru Umum
                                                                                √        √      √
        yang terbuka                        kelurahan
                                            Menata rak di semua ruang                                          2.613.667.000  Juru Arsip
                                                                                √        √      √
                                            baca
  1
                                            Merawat buku lama dan                                               895.562.000   Juru Umum
                                                                                         √      √         √
                                            menjilidnya
                                            Melatih juru arsip di desa                                         2.618.185.000  Juru Umum
                                                                                √        √      √         √
                                            binaan
"""


def test_ticks_that_never_stand_beside_another_text_have_columns_of_their_own() -> None:
    rows = rows_of(TICKED)
    ticks = [[at for at, text in enumerate(row) if text == "√"] for row in rows]
    assert [len(row) for row in ticks if row] == [3, 3, 3, 4]
    columns = {at for row in ticks for at in row}
    amounts = {at for row in rows for at, text in enumerate(row) if text.endswith(".000") or text.endswith(".562.000")}
    texts = {at for row in rows for at, text in enumerate(row) if text.startswith(("Menyusun", "Melatih"))}
    assert len(columns) == 4 and not columns & amounts and not columns & texts


MOVED_TICKS = """
No        Kegiatan                  Target                        Rencana Aksi                   TW     TW    TW       Penanggungjawab
                                                                                          TW I
                                                                                                 II    III   IV
1    Tertatanya arsip lama           94%          Melatih juru arsip di kelurahan          X      X      X     X      Kasubbag Umum
     kelurahan kota
2    Terawatnya rak buku           3 Rak          Menyusun daftar arsip                    X     X      X        X   Kasubbag Umum
                                                  kelurahan
3    Terbukanya ruang baca           94%          Menata rak di semua ruang                X     X      X            Kasubbag Arsip
                                                  baca
4    Bertambahnya bacaan              44          Merawat buku lama dan                    X     X      X        X   Kasubbag Teknis
                                     Buku         menjilidnya
"""


def test_ticks_that_a_converter_moved_are_of_the_column_they_were_moved_from() -> None:
    rows = rows_of(MOVED_TICKS)
    ticks = [[at for at, text in enumerate(row) if text == "X"] for row in rows]
    assert [row for row in ticks if row] == [[4, 5, 6, 7], [4, 5, 6, 7], [4, 5, 6], [4, 5, 6, 7]]
    assert rows[1][4] == "TW I"
