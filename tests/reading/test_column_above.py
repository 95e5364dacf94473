"""Headers that stand off the columns of the rows below them, and rows at other places than those below (invented texts)."""

from extractor.reading.columns import find_grids
from tests.reading.test_columns import placed

UNEVEN = """
 Nomor
                                                                Pangkat (Gol./
                      Nama                       NIP                                      Jabatan
                                                                   Ruang)

                                        1967062019971010
  1         Joko Purwadi, S.IP, M.AP                        Pembina (IV/a)         Analis Kebun
                                        05
            Drs. Maya Kencana,          1972021119960220                           Sekretaris Dinas
  2                                                         Penata Tk. I (III/d)
            M.M.                        07                                         Kebun Kota
            Aziz Setyabudi, S.STP.,     1969092619980210
  3                                                         Penata Tk. I (III/d)   Juru Rawat Taman
            M.Si.                       15
            Nani Rahayu, S.IP           1984062720141020                           Juru Tulis
  4                                                         Penata (III/c)
                                        20                                         Kebun
  5         Novi Lembayung, S.AP        1971081020010120    Penata (III/c)         Juru Bibit
  6         Imam Effendi, S.H., M.H.    1968111320001210    Penata (III/c)         Juru Taman
"""


def rows_of(text: str) -> list[list[list[str]]]:
    return [[[cell.raw for cell in row.cells] for row in span.grid.rows] for span in find_grids(placed(text), unit=1.0)]


def names(rows: list[list[str]], lines: int) -> list[str]:
    return [" ".join(filter(None, column)) for column in zip(*rows[:lines], strict=True)]


def test_a_header_above_a_blank_line_is_that_of_the_rows_below() -> None:
    [rows] = rows_of(UNEVEN)
    assert names(rows, 4) == ["Nomor", "Nama", "NIP", "Pangkat (Gol./ Ruang)", "Jabatan"]


LABELLED = """
  No                      Indikator Kinerja                     Target           Realisasi         Capaian (%)
  (1)                             (2)                             (3)                (4)                (5)
1. Tertatanya kebun dan taman kota yang terbuka bagi seluruh warga di semua kecamatan dan kelurahan
        Persentase bangku taman yang dirawat dalam
   1                                                             94%               94,8%             100,85%
        dua hari
   2    Jumlah pohon yang tumbang                              3 Pohon            3 Pohon            100,00%
2. Meningkatnya kunjungan warga ke kebun kota
   3    Persentase warga yang mengunjungi kebun                  81%               85,1%             105,06%
        Persentase murid yang mengikuti kelas
   4                                                             83%                81%               97,59%
        berkebun
"""


def test_a_wide_label_parts_no_header_from_its_rows() -> None:
    [rows] = rows_of(LABELLED)
    assert names(rows, 1) == ["No", "Indikator Kinerja", "Target", "Realisasi", "Capaian (%)"]
    assert ["2", "Jumlah pohon yang tumbang", "3 Pohon", "3 Pohon", "100,00%"] in rows


TITLED = """
    Kelas        Peserta       Pelatih
    Anyaman      dua belas     satu
    Tembikar     sembilan      dua

Program Kegiatan Anggaran

    Anyaman      1.250.000     750.000
    Tembikar     2.400.000     900.000
    Ukiran       1.100.000     450.000
"""


def test_a_title_over_several_columns_is_no_header() -> None:
    assert all("Program" not in " ".join(row) for rows in rows_of(TITLED)[1:] for row in rows)


HEAD = """
                                            Pangkat,
                         Nomor Induk                                                           Status
No        Nama                                Gol.            Jabatan        Pendidikan
                           Pegawai                                                          Kepegawaian
                                             Ruang
 (1)       (2)                (3)                 (4)            (5)              (6)             (7)
"""
FIRST = """ 1     Dr. Wira   197701112003041021 Penata              Sekretaris Dinas         S3             PNS
       Sigit                         Tk. I (III/         Kebun Kota
       Ramadi,                       d)                  Kabupaten
       S.E., M.M.                                        Selatan
"""
NEXT = """ {n}     Galih         19741016200604101{n} Penata      Kepala                        S.1            PNS
       Muliadi,                         Tk. I (III/ Subbagian
       SH                               d)          Bibit dan
                                                    Bangku Taman
"""
MOVED = HEAD + FIRST + "".join(NEXT.format(n=number) for number in range(2, 8))


def test_rows_at_other_places_than_those_below_stay_in_the_table() -> None:
    rows = [row for rows in rows_of(MOVED) for row in rows]
    assert len(rows_of(MOVED)) == 1
    assert [row[0] for row in rows if row[0].isdigit()] == [str(number) for number in range(1, 8)]


DATED = """
                                                  2022                           Tahun 2023
 Nomor
              Program
                                         Pagu             Realisasi    %        Pagu         Realisasi       %
 (1)               (2)                     (3)                  (4)    (5)       (6)            (7)          (8)
  1      Perawatan Kebun       17.442.687.000 17.279.575.321           99% 74.847.109.000 72.663.289.107     97%
         dan Taman Kota
  2      Penanaman Pohon            24.971.820.000 24.398.480.867      98% 17.682.473.000 17.197.489.122     97%
         di Tepi Jalan
             Jumlah                 42.414.507.000 41.678.056.188      98% 92.529.582.000 89.860.778.229     97%
"""


def test_years_above_a_header_belong_to_it() -> None:
    [rows] = rows_of(DATED)
    assert [text for text in rows[0] if text] == ["2022", "Tahun 2023"]
