"""Columns that a row of their numbers names, and columns that texts only seem to show."""

import pytest

from extractor.reading.column_cells import arrange
from extractor.reading.column_corridors import Columns
from extractor.reading.column_numbered import numbered
from extractor.reading.column_views import view_lines
from extractor.reading.columns import find_grids
from tests.reading.test_columns import placed


def rows_of(text: str) -> list[list[str]]:
    [span] = find_grids(placed(text), unit=1.0)
    return [[cell.raw for cell in row.cells] for row in span.grid.rows]


TICKS = """
No     Kegiatan                       Jadwal              Anggaran     Pelaksana
                                TW I   TW II  TW III
1         2                       3      4      5             6            7
1    Menata arsip lama            v                        4.100.000   Kasubbag Umum
2    Melatih juru arsip                 v      v           2.250.000   Kepala Seksi
3    Membuka ruang baca                   v                  900.000   Kasubbag Umum
4    Mengundang penulis          v       v                 1.000.000   Sekretaris
5    Merawat rak buku            v              v          3.750.000   Kasubbag Umum
"""


def test_ticks_beside_their_place_stand_under_the_number_nearest_to_them() -> None:
    rows = rows_of(TICKS)
    assert {len(row) for row in rows} == {7}
    assert [row[2:5] for row in rows[3:]] == [["v", "", ""], ["", "v", "v"], ["", "v", ""], ["v", "v", ""], ["v", "", "v"]]
    assert [row[6] for row in rows[3:]] == ["Kasubbag Umum", "Kepala Seksi", "Kasubbag Umum", "Sekretaris", "Kasubbag Umum"]


MONTHS = """
No   Kegiatan                      Target              Bulan                Pelaksana
                                             1    2    3    4    5
1    Menata arsip lama kota        97%       v    v                       Kasubbag Umum
2    Melatih juru arsip desa       12                 v    v              Kepala Seksi
3    Membuka ruang baca            35                      v    v         Kasubbag Umum
"""


def test_months_in_a_part_of_the_header_do_not_number_the_columns() -> None:
    assert [(row[0], row[1], row[2], row[-1]) for row in rows_of(MONTHS)[2:]] == [
        ("1", "Menata arsip lama kota", "97%", "Kasubbag Umum"),
        ("2", "Melatih juru arsip desa", "12", "Kepala Seksi"),
        ("3", "Membuka ruang baca", "35", "Kasubbag Umum"),
    ]


RANKS = """
No   Nama Pegawai            Pangkat, Gol. Ruang    Jabatan
1    Rina Kusnadi            Penata Tk. I (III/d)   Sekretaris
2    Wahyu Rangkuti          Penata (III/c)         Kepala Seksi
3    Anton Hidayat           Penata Muda (III/a)    Arsiparis
4    Nur Ramadhan            Penata (III/c)         Pengelola Data
5    Satria Pambudi          Penata Muda (III/a)    Pengemudi
6    Tika Nasution           Penata (III/c)         Bendahara
7    Lukman Basri            Penata Tk. I (III/d)   Arsiparis
"""


def test_texts_that_begin_with_the_same_word_are_not_parted_behind_it() -> None:
    assert [row[2] for row in rows_of(RANKS)[1:4]] == ["Penata Tk. I (III/d)", "Penata (III/c)", "Penata Muda (III/a)"]


CENTRED = """
   No                Golongan                        Jenis Pegawai            Jumlah
                                              L                     P
    1     Golongan IV                         3                     1          4
    2     Golongan III                        14                    11        25
    3     Golongan II                         5                     2          7
    4     PPPK IX                             2                     3          5
"""


def test_a_header_centred_over_its_column_does_not_cut_the_texts_below() -> None:
    assert [row[:2] for row in rows_of(CENTRED)[2:]] == [
        ["1", "Golongan IV"],
        ["2", "Golongan III"],
        ["3", "Golongan II"],
        ["4", "PPPK IX"],
    ]


CLOSE = """
 No   Program                      Tahun 2023                           2024
                           Pagu       Realisasi    %       Pagu        Realisasi     %
(1)     (2)                 (3)          (4)      (5)       (6)           (7)       (8)
 1    Arsip Kota       25.230.393.0 24.359.572.1 96,55 19.273.524.0 18.483.832.3   95,90
                                 00           51     %           00           95       %
 2    Taman Kota       17.883.772.0 17.711.414.9 97,81 12.973.460.0 12.402.100.4   95,60
                                 00           50     %           00           30       %
"""


def test_figures_with_one_blank_between_them_are_those_of_two_columns() -> None:
    rows = rows_of(CLOSE)
    assert rows[3][2:] == ["25.230.393.0", "24.359.572.1", "96,55", "19.273.524.0", "18.483.832.3", "95,90"]
    assert rows[4][2:] == ["00", "51", "%", "00", "95", "%"]


NAMES = """
No    Nama                  NIP             Pangkat        Jabatan            L/P
1    Rina Kusnadi     197801072001041009 Pembina      Sekretaris            P
     Adiputra                            Tk. I        Dinas
2    Anton Basri      198405112006011014 Penata              Kepala         L
                                                             Seksi
"""


def test_a_name_close_behind_a_number_that_cannot_go_on_is_in_the_next_column() -> None:
    assert rows_of(NAMES)[1] == ["1", "Rina Kusnadi", "197801072001041009", "Pembina", "Sekretaris", "P"]


UNITS = """
No   Indikator Kinerja                           Satuan Target Realisasi    Capaian (%)
 1   Panjang jalan yang mantap                     %      78,20    76,94        98,39
 2   Rumah yang berakses air minum                 %      91,00    92,35       101,48
 3   Luas genangan di kota                         Ha     14,5      16,2        88,28
"""


def test_unit_and_target_are_two_columns_however_close_their_names() -> None:
    assert rows_of(UNITS)[0] == ["No", "Indikator Kinerja", "Satuan", "Target", "Realisasi", "Capaian (%)"]
    assert rows_of(UNITS)[3] == ["3", "Luas genangan di kota", "Ha", "14,5", "16,2", "88,28"]


CUT_NAME = """
No    Program                              Pagu (Rp)         Realisasi     Tingkat
                                                                           Penyera
                                                                             pan
"""


def test_a_word_below_the_one_that_it_goes_on_with_stands_in_its_column() -> None:
    views, _ = view_lines(placed(CUT_NAME), 1.0)
    assert [pieces[-1].column for pieces in arrange(views, [5.0, 40.0, 58.0, 76.5])] == [4, 4, 4]


@pytest.mark.parametrize(("left", "right"), [(0.0, 75.0), (3.0, 75.0), (0.0, 40.0), (3.0, 40.0)])
def test_lines_may_reach_beyond_those_that_showed_the_columns(left: float, right: float) -> None:
    views, _ = view_lines(placed(TICKS), 1.0)
    separators = (5.0, 31.0, 38.0, 45.0, 52.0, 63.0)
    whole = numbered(views, Columns(separators, 0.0, 75.0))
    found = numbered(views, Columns(tuple(place for place in separators if left < place < right), left, right))
    assert found.separators[:3] == whole.separators[:3]
    assert (found.left, found.right) == (left, right)


PERIODS = """
 No.            Sasaran                Target              Langkah Aksi                         Bulan                  Penanggung Jawab
                                                                                1    2    3   4    5   6
  1                2                      3                      4              5    6    7   8    9   10                     11
  1     Tertatanya kebun kota           83,2%       Menata arsip lama                     ✓   ✓    ✓   ✓               Juru Taman
  2     Terawatnya taman                 83%        Melatih juru taman          ✓    ✓                                 Juru Bibit
  3     Tertanamnya pohon                98%        Mengundang warga                          ✓                        Juru Taman
  4     Terbukanya jalan                 97%        Mengukur jalan              ✓    ✓    ✓                            Juru Bibit
"""


def test_a_name_in_the_middle_of_the_periods_that_a_line_numbers_is_over_all_of_them() -> None:
    lines = placed(PERIODS)
    [span] = find_grids(lines, unit=1.0)
    views, _ = view_lines(lines, 1.0)
    [over] = [piece for piece in arrange(views, span.grid.edges[1:-1])[0] if piece.text == "Bulan"]
    assert (over.column, over.last) == (4, 9)


MOVED = """
   1                 2                         3                4                5
   1    WIRA                          19730511 200212          IV/a      Juru Taman
   2    RATIH                         19711211 200212          IV/a      Sekretaris
   3    MAYA                          19830523 200504          III/d     Kepala Kebun
   4    JOKO                          19820422 200812          III/d     Kepala Taman
   5    ASEP                          19720210 199312          III/d     Juru Bibit
"""


def test_a_column_does_not_begin_inside_its_texts_where_the_place_before_them_lies_beyond_a_number() -> None:
    views, _ = view_lines(placed(MOVED), 1.0)
    columns = numbered(views, Columns((6.0, 20.0, 46.9, 58.0, 70.0), 3.0, 86.0))
    assert len(columns.separators) == 4
    assert 22.0 < columns.separators[1] <= 38.0


def test_rows_from_the_tenth_on_are_moved_left_under_a_number_in_brackets() -> None:
    names = ("Warsito Adiguna,", "Laksmi Pertiwi,", "Gunardi Tirta,", "Sekar Melati,")
    rows = []
    for number in range(1, 21):
        indent = 6 if number < 10 else 3
        name, born = f"{number:<{indent}}{names[number % 4]}", f"19{60 + number}0502"
        rows += [f"{name:<25}{born:<19}III/d      Juru Taman", f"{'':{indent}}{'S.Hut., M.Si.':<{25 - indent}}201503 1 016"]
    header = [
        "No          Nama              NIP                Gol.        Jabatan",
        "(1)           (2)             (3)        (4)          (5)",
    ]
    found = rows_of("\n".join([*header, *rows]))
    assert [row[0] for row in found if row[0].isdigit()] == [str(number) for number in range(1, 21)]
    assert [row[1] for row in found[3::2]] == ["S.Hut., M.Si."] * 20


BETWEEN = """
 No.                     Sasaran                                                Indikator                           Target
  1                          2                                                     3                                  4
                                                    Indeks kebersihan pasar                                         65,59
  1     Meningkatnya mutu taman kota
                                                    Indeks keteduhan taman                                          89,71
                                                    Persentase taman yang dirawat                                   76,93%
  2     Meningkatnya kebersihan pasar
                                                    Jumlah pasar yang dibuka baru                                   75 Unit
"""


def test_no_line_has_the_texts_of_both_columns_between_two_numbers() -> None:
    rows = rows_of(BETWEEN)
    assert rows[2] == ["", "", "Indeks kebersihan pasar", "65,59"]
    assert rows[3] == ["1", "Meningkatnya mutu taman kota", "", ""]
