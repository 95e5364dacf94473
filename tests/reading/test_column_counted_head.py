"""Headers of many short lines above the row that numbers the columns."""

from pathlib import Path

from tests.reading.aligned import grids, texts

STAFF = """
Pegawai taman kota tahun 2031 adalah sebagai berikut.

                                                                                Jen
 No                                      Nomor                                   is
                Tanggal                             Pangkat/
 m Nama Pegawai                           Induk                    Jabatan      Kel Pend.
                 Lahir                                Gol.
 or                                      Pegawai                                ami
                                                                                 n
  1            2                3           4          5               6         7    8
    TARI                               19730105    Pembina      Kepala Taman
                              05
    WIDURI, S.E.,                      200302 2    Utama        Kota
  1                         Januari                                              P   S2
    M.M.                               012         Muda (IV/    Raya
                             1973
                                                   c)           Utara
    HENDRA                             19800109    Pembina      Juru
                              09
    WIRA                               200703 1    Tk. I (IV/b) Kolam
  2                         Januari                                              L    S3
    PUTRA,                             003                      Selatan
                             1980
    S.H., M.H.
    LIA                                19840711    Penata Tk.   Kepala
    SARI,                    11 Juli   201301 2    I (III/d)    Subbagian
  3                                                                              P   S1
    S.T.                      1984     007                      Umum dan
                                                                Kebun
    TIKA                      20       19700820    Penata Tk.   Juru Rawat
  4 YULIA,                  Agustus    199401 1    I (III/d)    Pasar        L    S1
    S.Sos.                   1970      010
"""


def test_each_name_of_such_a_header_is_that_of_one_column(tmp_path: Path) -> None:
    [grid] = grids(tmp_path, STAFF)
    rows = texts(grid)
    numbers = next(at for at, row in enumerate(rows) if row == list("12345678"))
    names = [" ".join(part for part in column if part) for column in zip(*rows[:numbers], strict=True)]
    assert names == [
        "No m or",
        "Nama Pegawai",
        "Tanggal Lahir",
        "Nomor Induk Pegawai",
        "Pangkat/ Gol.",
        "Jabatan",
        "Jen is Kel ami n",
        "Pend.",
    ]
    assert [row[0] for row in rows[numbers + 1 :] if row[0]] == ["1", "2", "3", "4"]
    assert rows[numbers + 1][1:6] == ["TARI", "", "19730105", "Pembina", "Kepala Taman"]


OUTCOMES = """
 No
                                                                     TARGE Realisasi Capaian
 m             Sasaran                 Indikator Kinerja Utama
                                                                       T   Kinerja Kinerja
 or
  1                  2                            3                      4            5           6
    Terawatnya taman               Persentase taman yang
                                                                     96,71%      97,58%     100,90%
    kota dan                       dirawat warga kota
  1 kebun raya di
                                   Persentase pohon yang
    seluruh wilayah                                                    0,50%     0,47%      106,00%
                                   ditebang tanpa izin
      Ramainya pasar               Rata-rata nilai
                                                                       74,00      72,79         98,36%
      di pusat kota                kebersihan pasar
  2                                Jumlah pasar yang
                                                                        289       307
                                   dibuka kembali                                           106,23%
                                                                       Pasar     Pasar
                                   tahun ini
"""


def test_three_names_an_ordinary_blank_apart_add_no_column_to_those_that_are_numbered(tmp_path: Path) -> None:
    [grid] = grids(tmp_path, OUTCOMES)
    rows = texts(grid)
    assert list("123456") in rows
    assert ["96,71%", "97,58%", "100,90%"] in [row[3:] for row in rows]
