"""Borderless tables: found where columns line up, and nowhere else."""

import re
from collections.abc import Sequence
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractor.reading.columns import GridSpan, PlacedLine, PlacedWord, character_width, find_grids
from extractor.reading.document import Place


def placed(text: str, *, unit: float = 1.0, pitch: float = 1.0) -> list[PlacedLine]:
    """Lines as they are drawn in a test: one character is ``unit`` wide, blank lines become gaps."""
    lines: list[PlacedLine] = []
    gap = 0.0
    for number, raw in enumerate(text.split("\n"), start=1):
        words = tuple(
            PlacedWord(m.group(), m.start() * unit, m.end() * unit, number * pitch, (number + 1) * pitch) for m in re.finditer(r"\S+", raw)
        )
        if words:
            lines.append(PlacedLine(words, Place(lines=(number, number)), gap))
        gap = 0.0 if words else gap + 1.0
    return lines


def found(text: str, **options: float) -> list[GridSpan]:
    return find_grids(placed(text, **options), unit=options.get("unit", 1.0))


def table(text: str, **options: float) -> list[list[str]]:
    [span] = found(text, **options)
    return [[cell.raw for cell in row.cells] for row in span.grid.rows]


BUDGET = """
                   Program                        Anggaran           Keterangan
 1. Program Pembinaan Kearsipan           Rp.       90.000.000,-     APBD
    Daerah
 2. Program Peningkatan Perpustakaan      Rp.    6.500.250.000,-     APBD
    dan Minat Baca
 3. Program Pelayanan Umum                Rp.      150.000.000,-     APBD
"""


@pytest.mark.parametrize("unit", [1.0, 5.4])
def test_budget_list_under_a_header(unit: float) -> None:
    rows = table(BUDGET, unit=unit, pitch=12.0)
    assert [row[-2:] for row in rows] == [
        ["Anggaran", "Keterangan"],
        ["Rp. 90.000.000,-", "APBD"],
        ["", ""],
        ["Rp. 6.500.250.000,-", "APBD"],
        ["", ""],
        ["Rp. 150.000.000,-", "APBD"],
    ]
    assert [" ".join(row[:-2]).strip() for row in rows][1:3] == ["1. Program Pembinaan Kearsipan", "Daerah"]


def test_wrapped_lines_stay_rows_of_their_own_and_in_their_column() -> None:
    rows = table("""
      No     Sasaran Strategis        Indikator Kinerja            Target    Realisasi
      (1)          (2)                      (3)                      (4)        (5)
      1      Terwujudnya layanan      Persentase arsip yang         90%        95,5%
             arsip yang tertib        ditata menurut baku
                                      mutu
      2      Meningkatnya minat       Jumlah pengunjung           1.250        1.310
             baca                     perpustakaan
    """)
    assert rows[0] == ["No", "Sasaran Strategis", "Indikator Kinerja", "Target", "Realisasi"]
    assert rows[1] == ["(1)", "(2)", "(3)", "(4)", "(5)"]
    assert rows[4] == ["", "", "mutu", "", ""]
    assert rows[5] == ["2", "Meningkatnya minat", "Jumlah pengunjung", "1.250", "1.310"]


def test_cells_centred_vertically_stand_between_the_lines_of_their_neighbours() -> None:
    def line(top: float, *words: tuple[str, float]) -> PlacedLine:
        drawn = tuple(PlacedWord(text, x, x + 5.0 * len(text), top, top + 10.0) for text, x in words)
        return PlacedLine(drawn, Place(1, box=(50.0, top, 400.0, top + 10.0)), 0.0)

    lines = [line(0, ("No", 50), ("Uraian", 80), ("Jumlah", 300))]
    for number in range(1, 5):
        top = 30.0 * number
        lines += [
            line(top, ("Pengadaan", 80)),
            line(top + 5.5, (str(number), 50), ("1.250", 305)),
            line(top + 11, ("arsip", 80)),
        ]
    [span] = find_grids(lines, unit=5.0)
    rows = [[cell.raw for cell in row.cells] for row in span.grid.rows]
    assert rows[:4] == [["No", "Uraian", "Jumlah"], ["", "Pengadaan", ""], ["1", "", "1.250"], ["", "arsip", ""]]
    assert span.grid.origin == "columns"
    assert span.grid.rows[2].cells[2].place.box == (305.0, 35.5, 330.0, 45.5)


def test_two_tables_under_one_another_are_two() -> None:
    spans = found("""
      No   Sasaran                   Indikator              Target
      1    Tertibnya arsip           Persentase arsip         90%
      2    Naiknya minat baca        Jumlah pengunjung      1.250
      3    Terlayaninya warga        Indeks kepuasan           82


               Program                                Anggaran
      1.   Pembinaan Kearsipan Daerah             Rp 1.250.000
      2.   Pelayanan Perpustakaan Keliling        Rp 4.300.000
      3.   Pengadaan Buku Bacaan Anak             Rp 2.100.000
    """)
    assert [(span.grid.rows[0].cells[-1].raw, len(span.grid.rows)) for span in spans] == [("Target", 4), ("Anggaran", 4)]


def test_label_over_the_rows_does_not_end_the_table() -> None:
    rows = table("""
      Uraian                                       Pagu            Realisasi
      Program Pembinaan dan Pengembangan Kearsipan Daerah serta Perpustakaan Umum
      Pembinaan arsip desa                        1.250.000        1.200.000
      Pengolahan arsip statis                     4.300.000        4.100.000
      Program Pelayanan Administrasi Perkantoran dan Sarana Aparatur Daerah Kota
      Pelayanan surat menyurat                      750.000          750.000
      Pemeliharaan gedung                           900.000          880.000
    """)
    assert rows[2] == ["Pembinaan arsip desa", "1.250.000", "1.200.000"]
    assert rows[-1] == ["Pemeliharaan gedung", "900.000", "880.000"]


PROSE = """
 Laporan kinerja disusun sebagai pertanggungjawaban kepada pemangku kepentingan dan
 untuk  memenuhi  ketentuan  tentang  akuntabilitas  kinerja  instansi  pemerintahan
 yang  mewajibkan  setiap  unsur  penyelenggara  pemerintah  untuk  melaporkan tugas
 pokok    dan    fungsinya    serta    kewenangan    pengelolaan    sumber    daya.
 Pada tahun  2031  anggaran  sebesar  Rp 1.250.000,-  telah  diserap  sebesar  98%.
"""
LIST = """
 Dasar hukum penyusunan laporan ini adalah:
 1.   Undang-Undang Nomor 28 Tahun 1999 tentang Penyelenggaraan Negara yang bersih;
 2.   Undang-Undang      Nomor    25   Tahun   2004   tentang    Sistem   Perencanaan
      Pembangunan Nasional;
 3.   Peraturan Pemerintah Nomor 8 Tahun 2006.
 a.   melaksanakan putusan; dan
 b.   melaksanakan kewajiban lain.
"""
CONTENTS = """
                              DAFTAR ISI
 KATA PENGANTAR .............................................   i
 BAB I PENDAHULUAN ..........................................   1
     A. Latar Belakang ......................................   1
     B. Struktur Organisasi .................................   4
 BAB II PERENCANAAN KINERJA .................................   9
"""
BARE_CONTENTS = """
 KATA PENGANTAR                                                 i
 BAB I PENDAHULUAN                                              1
     A. Latar Belakang                                          1
     B. Struktur Organisasi                                     4
 BAB II PERENCANAAN KINERJA                                     9
     A. Rencana Strategis                                      12
"""
FORM = """
 Nama          :   Budi Santoso, S.Sos
 Jabatan       :   Kepala Dinas Kearsipan
 Selanjutnya disebut pihak pertama

 Nama          :   Siti Aminah
 Jabatan       :   Wali Kota
"""
SIGNATURES = """
                                              Kota Contoh, 2 Januari 2031
        Pihak Kedua,                          Pihak Pertama,
        Wali Kota                             Kepala Dinas Kearsipan



        Siti Aminah                           Budi Santoso, S.Sos
                                              NIP. 19700101 199503 1 001
"""
LETTERHEAD = """
                         PEMERINTAH KOTA CONTOH
                     DINAS KEARSIPAN DAN PERPUSTAKAAN
          Jalan Contoh No. 1  Telepon (000) 123456  Kota Contoh 10110
"""


@pytest.mark.parametrize("unit", [1.0, 5.0])
@pytest.mark.parametrize("text", [PROSE, LIST, CONTENTS, BARE_CONTENTS, FORM, SIGNATURES, LETTERHEAD])
def test_what_is_no_table_stays_text(text: str, unit: float) -> None:
    assert found(text, unit=unit, pitch=12.0) == []


def test_table_between_prose_is_cut_out_exactly() -> None:
    lines = placed(PROSE + BUDGET + PROSE)
    [span] = find_grids(lines, unit=1.0)
    texts = [" ".join(word.text for word in line.words) for line in lines[span.start : span.stop]]
    assert texts[0] == "Program Anggaran Keterangan"
    assert texts[-1].endswith("150.000.000,- APBD")


def test_lone_lines_and_nothing() -> None:
    assert find_grids([], unit=1.0) == []
    assert found("No    Uraian    Jumlah") == []
    assert character_width([]) == 1.0
    assert character_width(placed("kata lagi", unit=4.5)) == 4.5


WORDS = st.sampled_from(
    ["No", "Uraian", "1.", "12", "Rp.", "1.250.000", "dan", "Program", ":", "%", "-", "Jumlah", "arsip", "(1)", "........"]
)
LINES = st.lists(st.lists(st.tuples(WORDS, st.integers(0, 12)), min_size=1, max_size=7), max_size=14)


@given(LINES)
def test_every_word_of_a_table_is_in_exactly_one_cell(drawn: Sequence[Sequence[tuple[str, int]]]) -> None:
    lines = placed("\n".join("".join(" " * (blank + 1) + word for word, blank in line) for line in drawn))
    spans = find_grids(lines, unit=1.0)
    assert all(before.stop <= after.start for before, after in pairwise(spans))
    for span in spans:
        assert len(span.grid.rows) == span.stop - span.start
        for line, row in zip(lines[span.start : span.stop], span.grid.rows, strict=True):
            assert " ".join(cell.raw.replace("\n", " ") for cell in row.cells if cell.lines).split() == [word.text for word in line.words]
            assert len(row.cells) == len(span.grid.edges) - 1
            assert all(not cell.lines for cell in row.cells if cell.merged)


def test_title_below_the_number_of_the_table_is_no_row() -> None:
    rows = table("""
                      Tabel 3.1
        Realisasi Anggaran Program Tahun 2031
 No    Program               Anggaran         Realisasi
 1     Arsip                 120.000.000      110.000.000
 2     Pustaka                80.000.000       79.500.000
 3     Layanan                10.000.000        9.000.000
""")
    assert rows[0] == ["No", "Program", "Anggaran", "Realisasi"]
    assert len(rows) == 4


def test_header_and_total_centred_above_and_below_short_texts_make_no_column() -> None:
    rows = table("""
 No                    Golongan                      Pria   Wanita       Jumlah
 1    Juru                                              2       3            5
 2    Penata                                            7       9           16
                         Jumlah                         9      12           21
""")
    assert rows[0] == ["No", "Golongan", "Pria", "Wanita", "Jumlah"]
    assert rows[1] == ["1", "Juru", "2", "3", "5"]
    assert rows[3] == ["", "Jumlah", "9", "12", "21"]


def test_numbered_list_with_wide_blanks_is_no_table() -> None:
    assert (
        found("""
 1.    Meningkatkan tata kelola arsip
 2.    Meningkatkan minat baca warga
 3.    Meningkatkan mutu layanan
 4.    Meningkatkan disiplin pegawai
""")
        == []
    )


QUANTITIES = """
 No   Indikator                                 Target       Realisasi
 1    Persentase berkas yang selesai             95%            97%
 2    Jumlah keluhan warga                    4 Keluhan      3 Keluhan
 3    Jumlah pelatihan bagi petugas          12 Kegiatan    12 Kegiatan
 4    Jumlah naskah yang terbit              10 Naskah      11 Naskah
 5    Persentase ruang baca yang dipakai         80%            82%
"""


def test_figures_and_their_units_are_one_column() -> None:
    rows = table(QUANTITIES)
    assert [row[2:] for row in rows[1:5]] == [
        ["95%", "97%"],
        ["4 Keluhan", "3 Keluhan"],
        ["12 Kegiatan", "12 Kegiatan"],
        ["10 Naskah", "11 Naskah"],
    ]


def test_whole_figures_beside_each_other_are_two_columns() -> None:
    rows = table(
        """
No   Indikator                  2021  2022  2023
1    Persentase arsip tertata   95,6% 92,4% 100%
2    Persentase pasar tertata   81,0% 78,2% 96,5%
3    Persentase jalan tertata   71,5% 70,1% 98,5%
4    Persentase taman tertata   94,2% 95,0% 99,1%
"""
    )
    assert [row[2:] for row in rows[1:]] == [
        ["95,6%", "92,4%", "100%"],
        ["81,0%", "78,2%", "96,5%"],
        ["71,5%", "70,1%", "98,5%"],
        ["94,2%", "95,0%", "99,1%"],
    ]


def test_rests_of_figures_are_no_row_of_column_numbers() -> None:
    text = """
 No   Program           Pagu           Realisasi
 1    Arsip             10.143.858.0   9.773.313.4
                        00             91
 2    Pasar             4.995.786.0    4.826.223.0
                        00             14
      JUMLAH            15.139.644.0   14.599.536.5
                        00             14
"""
    assert table(text)[-2:] == [["", "JUMLAH", "15.139.644.0", "14.599.536.5"], ["", "", "00", "14"]]


def test_the_rest_of_the_last_cell_of_a_table_belongs_to_it() -> None:
    text = """
 No   Program           Pagu                Realisasi
 1    Arsip             16.559.359.000,-    15.706.909.630,-
 2    Pasar             23.472.034.000,-    23.472.034.000,-
                                                   (100,00%)

Dari seluruh program tersebut tercapai.
"""
    lines = [
        PlacedLine(line.words, Place(1, box=(0.0, line.words[0].top, 60.0, line.words[0].bottom)), line.gap)
        for line in placed(text, unit=5.0, pitch=12.0)
    ]
    [span] = find_grids(lines, unit=5.0)
    assert [cell.raw for cell in span.grid.rows[-1].cells] == ["", "", "", "(100,00%)"]


def test_a_label_as_wide_as_the_page_is_a_row_of_its_table() -> None:
    text = """
 No   Indikator Kinerja                                                   Target
 Sasaran 1 : Meningkatnya mutu arsip desa bagi warga
 1    Persentase arsip tertata                                            81%
 2    Persentase arsip dipindai                                           40%
 Sasaran 2 : Terwujudnya pasar yang bersih, sehat, dan nyaman bagi seluruh warga
 Kabupaten Contoh
 3    Persentase pasar bersih                                             90%
"""
    [span] = found(text)
    rows = [[cell.raw for cell in row.cells] for row in span.grid.rows]
    [label] = [row[0] for row in rows if row[0].startswith("Sasaran 2")]
    assert label.split()[-4:] == ["seluruh", "warga", "Kabupaten", "Contoh"]
    assert [row[0] for row in rows if row[-1].endswith("%")] == ["1", "2", "3"]


def test_a_header_that_ends_at_the_margin_with_even_blanks_is_no_stretched_prose() -> None:
    text = """
 No          NAMA              NIP          JABATAN       PENDIDIKAN
 1     Rina Wulan            19800101     Pengelola          SMA
       Adiputri              200001 2     Data
 2     Tono Harja            19810202     Pengelola          SMA
       Wiguna                200102 1     Arsip
"""
    assert table(text)[0] == ["No", "NAMA", "NIP", "JABATAN", "PENDIDIKAN"]


def test_names_of_columns_over_the_rest_of_the_first_one_are_no_stretched_prose() -> None:
    rows = table(
        """
No
mo          Sasaran Strategis                     Indikator                    Target         Realisasi       Capaian
r
 6   Terkelolanya arsip daerah     Persentase arsip yang tertata                97%          97,25%         100,26%
     secara tertib                 sampai akhir tahun
                                   Jumlah laporan barang milik daerah        4 Laporan      4 Laporan       100,00%
                                   yang disampaikan tepat waktu
                                   Nilai keterbukaan arsip daerah               93,82          95,65         101,95%
"""
    )
    names = next(row for row in rows if "Target" in row)
    assert names[-5:] == ["Sasaran Strategis", "Indikator", "Target", "Realisasi", "Capaian"]


def test_a_cut_amount_and_the_figure_beside_it_are_of_two_columns() -> None:
    rows = table(
        """
No   Program                Pagu         Realisasi  %
1    Penataan Arsip         5.036.688.00 4.805.008.35 95,40
                           0            0                %
2    Pelayanan Umum         8.445.681.00 8.119.923.95 96,14
                           0            6                %
3    Pembinaan Pasar        3.482.369.00 2.924.932.30 87,01
                           0            6                %
"""
    )
    assert [row[-2:] for row in rows[1:7:2]] == [["4.805.008.35", "95,40"], ["8.119.923.95", "96,14"], ["2.924.932.30", "87,01"]]
    assert [row[-1] for row in rows[2:7:2]] == ["%", "%", "%"]


@pytest.mark.parametrize("year", ["2023", "Tahun 2023"])
def test_a_year_in_bold_above_a_header_belongs_to_the_table(year: str) -> None:
    text = f"""
                             2022                  {year}
No  Program                 Pagu      Realisasi   Pagu      Realisasi
1   Penataan Arsip          5.036.688 4.805.008   6.036.688 5.805.008
2   Pelayanan Umum          8.445.681 8.119.923   9.445.681 9.119.923
3   Pembinaan Pasar         3.482.369 2.924.932   4.482.369 3.924.932
"""
    lines = [PlacedLine(line.words, line.place, line.gap, bold=at < 2) for at, line in enumerate(placed(text))]
    [span] = find_grids(lines, unit=1.0)
    assert span.start == 0
    assert year in [cell.raw for cell in span.grid.rows[0].cells]


SIGNS = """
 No  Program                         Anggaran         Realisasi
 1   Program Penataan Arsip               Rp.     1.091.159.446
     Kota                       1.116.656.000
 2   Program Penataan Pasar               Rp.     1.573.772.000
     dan Taman                  1.698.472.000
"""


@pytest.mark.parametrize("unit", [1.0, 5.4])
def test_a_sign_right_over_its_figure_is_not_that_of_the_figure_beside_it(unit: float) -> None:
    rows = table(SIGNS, unit=unit, pitch=12.0)
    assert [row[-2:] for row in rows[1:]] == [
        ["Rp.", "1.091.159.446"],
        ["1.116.656.000", ""],
        ["Rp.", "1.573.772.000"],
        ["1.698.472.000", ""],
    ]


def test_a_table_below_a_heading_and_a_title_is_one_of_its_own() -> None:
    spans = found("""
 Nomor                      Golongan                      JUMLAH
    1.    Golongan IV                                           2
    2.    Golongan III                                         25
    3.    Golongan II                                           4
                             Total                             31

2. Kebun dan Taman
                       Alat Kerja Dinas Kebun
 Nomo
                   Jenis Barang                    Unit         Keadaan
   r
    1     Gunting besar                             25         Rusak ringan
    2     Cangkul                                   21         Baik
    3     Gerobak                                   36         Baik
    """)
    assert [span.grid.rows[0].cells[0].raw for span in spans] == ["Nomor", "Nomo"]


def test_names_in_the_middle_of_wide_columns_each_head_one_of_them() -> None:
    rows = [
        [(0, "No"), (20, "Program"), (50, "Pagu"), (77, "Realisasi"), (101, "%"), (121, "Pagu"), (148, "Realisasi"), (172, "%")],
        [(0, "1"), (6, "Penataan arsip kota dan pasar"), (52, "46.077.621.000"), (83, "44.833.375.031"), (104, "97,29"),
         (125, "60.966.858.000"), (154, "59.369.321.341"), (175, "97,37")],
        [(0, "2"), (6, "Program Dukungan"), (52, "30.640.130.000"), (83, "29.647.196.418"), (104, "96,75"),
         (125, "26.846.366.000"), (154, "26.134.591.525"), (175, "97,34")],
        [(0, "3"), (6, "Program Pembinaan"), (52, "10.640.130.000"), (83, "10.647.196.418"), (104, "96,25"),
         (125, "16.846.366.000"), (154, "16.134.591.525"), (175, "97,14")],
    ]  # fmt: skip
    lines = []
    for row in rows:
        text = ""
        for x, cell in row:
            text = text.ljust(x) + cell
        lines.append(text)
    assert table("\n".join(lines)) == [[cell for _, cell in row] for row in rows]


@pytest.mark.parametrize(("size", "tables"), [(10.0, 2), (8.0, 1)])
def test_a_heading_in_larger_letters_parts_two_tables(size: float, tables: int) -> None:
    text = """
 No    Tingkat Pendidikan        Jumlah
 1.    S2                        4
 2.    S1                        11
       Total                     15
 2. Sarana dan Prasarana
 No    Jenis Barang              Banyaknya
 1     Komputer meja             15
 2     Lemari arsip              19
"""
    lines = [line._replace(size=8.0) for line in placed(text)]
    lines[4] = lines[4]._replace(size=size)
    assert len(find_grids(lines, unit=1.0)) == tables


def test_a_bold_header_a_little_below_a_table_begins_another_one() -> None:
    lines = placed("""
 No  Sasaran Program             Indikator Kinerja                           Target
 1   Tersedianya data yang       1. Persentase publikasi tepat waktu         98%
     bermutu
                                 2. Jumlah publikasi                         37 Publikasi
 2   Meningkatnya kepercayaan    3. Persentase pengguna yang puas            92,43%
     pengguna data
                                 4. Indeks pembangunan                       3,58
             Nama Program                                   Jumlah Anggaran
 Program Penyediaan dan Pelayanan Informasi Pasar          Rp. 15.325.545.000,00
 Program Dukungan Manajemen                                Rp. 14.623.337.000,00
               Jumlah                                      Rp. 29.948.882.000,00
""")
    lines = [line._replace(size=8.5, bold=n in (0, 7, 10), gap=0.45 if n == 7 else line.gap) for n, line in enumerate(lines)]
    assert [(span.start, span.stop) for span in find_grids(lines, unit=1.0)] == [(0, 7), (7, 11)]
