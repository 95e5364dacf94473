"""Headers of which some words stand upright, as a converter that keeps the height of the page sets them."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractor.reading import read
from extractor.reading.document import Grid
from extractor.reading.text_lines import SourceLine
from extractor.reading.text_stood import gather_headers

HEADER = """

                                                                               Capaian
                                                                 Realisasi
  Nomor



                                                    Target
            Sasaran             Indikator


"""
BODY = """   1     Tertatanya kebun       Jumlah pohon yang      12 Pohon     11 Pohon      91,67%
         warga                  ditanam
   2     Terawatnya taman       Jumlah bangku baru     7 Bangku     7 Bangku      100,00%
         kota
"""
NAMES = ["Nomor", "Sasaran", "Indikator", "Target", "Realisasi", "Capaian"]


def gathered(text: str) -> list[SourceLine]:
    return gather_headers([SourceLine(number, line) for number, line in enumerate(text.split("\n"), start=1)])


def grid_of(tmp_path: Path, text: str) -> Grid:
    path = tmp_path / "laporan.txt"
    path.write_text(text, "utf-8")
    [grid] = [block for block in read(path).pages[0].blocks if isinstance(block, Grid)]
    return grid


def names(grid: Grid, lines: int) -> list[str]:
    """What the first lines of a grid hold, column by column."""
    columns = zip(*(row.cells for row in grid.rows[:lines]), strict=True)
    return [" ".join(line.text for cell in column for line in cell.lines) for column in columns]


def test_every_upright_word_names_its_column(tmp_path: Path) -> None:
    grid = grid_of(tmp_path, f"Hasil tahun ini tercantum dalam tabel berikut ini.\n{HEADER}{BODY}")
    assert names(grid, 5) == NAMES
    first = [" ".join(line.text for line in cell.lines) for cell in grid.rows[5].cells]
    assert first == ["1", "Tertatanya kebun", "Jumlah pohon yang", "12 Pohon", "11 Pohon", "91,67%"]


def test_a_name_that_reaches_further_right_than_the_figures_below_it_is_of_the_header(tmp_path: Path) -> None:
    cells = [
        ["1", "Tertatanya kebun", "Persentase pohon yang", "93.93%", "89.63%", "95.42%"],
        ["", "warga di kota", "ditanam menurut jadwal", "", "", ""],
        ["", "", "dan rencana tahunan", "", "", ""],
        ["", "", "Nilai perawatan kebun", "26.38", "27.91", "105.80%"],
        ["", "", "kota dan desa", "", "", ""],
        ["2", "Terawatnya taman", "Persentase bangku yang", "69%", "73%", "105.80%"],
        ["", "bermain anak", "dicat setiap tahun", "", "", ""],
    ]
    body = "\n".join("".join(" " * (at - end) + text for at, end, text in _set(row)) for row in cells)
    header = [(137, "Capaian (%)", 1), (1, "Nomor", 5), (11, "Sasaran Program/", 5), (110, "Realisasi", 1)]
    header += [(92, "Target", 1), (41, "Indikator Kinerja", 1), (15, "Kegiatan", 3)]
    lines = "".join(f"{' ' * at}{text}" + "\n" * blank for at, text, blank in header)
    grid = grid_of(tmp_path, f"             Tabel 3.1 Capaian Kinerja Dinas Pertamanan dan Kebun Kota Tahun 2023\n\n\n\n\n{lines}{body}\n")
    assert names(grid, 7)[-3:] == ["Target", "Realisasi", "Capaian (%)"]


def _set(row: list[str]) -> list[tuple[int, int, str]]:
    """Each text with its place and the end of the one before."""
    found, end = [], 0
    for at, text in zip((2, 9, 34, 90, 106, 137), row, strict=True):
        if text:
            found.append((at, end, text))
            end = at + len(text)
    return found


def test_rows_that_are_moved_further_than_their_header_keep_their_names(tmp_path: Path) -> None:
    moved = "\n".join(line[:50] + "   " + line[50:] for line in BODY.split("\n"))
    assert names(grid_of(tmp_path, f"{HEADER}{moved}"), 5) == NAMES


def test_a_second_header_begins_a_second_table(tmp_path: Path) -> None:
    second = """  Nomor



                          Program                            Anggaran

   1     Penghijauan kebun warga                          1.250.000.000
   2     Perawatan taman kota                               750.000.000
"""
    path = tmp_path / "laporan.txt"
    path.write_text(f"{HEADER}{BODY}{second}", "utf-8")
    grids = [block for block in read(path).pages[0].blocks if isinstance(block, Grid)]
    assert [grid.width for grid in grids] == [6, 3]
    assert names(grids[1], 2) == ["Nomor", "Program", "Anggaran"]


def test_blank_lines_of_such_a_header_go_and_others_stay() -> None:
    lines = gathered(f"Kata pengantar\n\n\n{HEADER}{BODY}\n\nPenutup")
    assert [line.text.strip() for line in lines if line.stood] == [
        "Capaian",
        "Realisasi",
        "Nomor",
        "Target",
        "Sasaran             Indikator",
    ]
    kept = [line for line in lines if not line.stood]
    assert sum(line.blank for line in kept) == 6


@pytest.mark.parametrize(
    "text",
    [
        "Target\n\n\n\nRealisasi\n\n\n\nTeks biasa tanpa kolom",
        f"  No    Sasaran       Indikator       Target\n{BODY}",
        "        Prasarana      Sarana\n\n\n  No.        Program          Anggaran\n  1.         Kebun            1.000",
        "Tabel 3\nCapaian Kinerja\n\n\n\nUraian 1 tahun   dua   tiga",
    ],
)
def test_other_lines_stay_as_they_are(text: str) -> None:
    assert gathered(text) == [SourceLine(number, line) for number, line in enumerate(text.split("\n"), start=1)]


@given(
    st.lists(
        st.sampled_from(["", "", "   Target", "Nomor      Sasaran", " 1   Kebun   12", "Tabel 1", "     Realisasi   Capaian (%)"]),
        max_size=14,
    )
)
def test_no_text_is_lost(texts: list[str]) -> None:
    lines = gather_headers([SourceLine(number, line) for number, line in enumerate(texts, start=1)])
    assert [line.text for line in lines if not line.blank] == [line for line in texts if line.strip()]


def test_names_with_a_year_and_a_number_row_that_is_not_level() -> None:
    text = (
        "\n  No\n\n\n\n        Sasaran        Indikator\n                                   Realisasi 2024\n\n  (1)\n   1     Kebun kota\n"
    )
    assert [line.text.strip() for line in gathered(text) if line.stood] == ["No", "Sasaran        Indikator", "Realisasi 2024"]


def test_a_title_over_two_lines_is_no_header() -> None:
    text = "RENCANA KINERJA TAHUN\n2024\n\n\n\n  No      Sasaran       Indikator\n   1      Kebun kota    Jumlah pohon"
    assert [line.text for line in gathered(text)] == text.split("\n")


def test_the_last_of_the_numbers_that_stand_one_below_the_other_stands_close_above_the_body() -> None:
    text = (
        "                                     Triwulan\n   No    Kegiatan          Target                       Pelaksana\n\n\n"
        "                                    1\n\n\n                                        2\n\n\n"
        "                                            3\n  (1)       (2)            (3)      (4) (5) (6)       (7)\n"
        "   1    Menata arsip       97%       v       v     Kasubbag\n"
    )
    assert [line.text.split() for line in gathered(text) if line.stood][-1] == ["1", "2", "3"]


def test_a_name_may_end_with_a_year_on_a_line_of_its_own(tmp_path: Path) -> None:
    text = HEADER.replace("Realisasi", "Realisasi tahun") + BODY
    dated = text.replace("            Sasaran             Indikator\n", "            Sasaran             Indikator\n" + " " * 65 + "2024\n")
    assert "2024" in [line.text.strip() for line in gathered(dated) if line.stood]


def test_texts_in_the_middle_of_their_rows_may_begin_above_the_first_figure() -> None:
    text = (
        HEADER
        + "         Tertatanya kebun       Jumlah pohon\n   1     warga                  yang ditanam         12 Pohon     11 Pohon\n"
    )
    assert [line.text.strip() for line in gathered(text) if line.stood][:3] == ["Capaian", "Realisasi", "Nomor"]


MONTHS = """
                                       Bulan
   No        Kegiatan       Target                       Pelaksana




                                                4

                                   1

                                       2

                                            3
  (1)          (2)           (3)   (4) (5)  (6) (7)         (8)
   1     Menata arsip        97%    v   v                 Kasubbag
   2     Merawat rak         12         v    v   v        Sekretaris
   3     Membuka ruang       35     v        v            Kasubbag
   4     Melatih juru        48         v    v            Sekretaris
"""


def test_months_one_below_the_other_are_named_in_one_line_and_have_one_label(tmp_path: Path) -> None:
    grid = grid_of(tmp_path, MONTHS)
    rows = [[cell.raw for cell in row.cells] for row in grid.rows]
    assert ["", "", "", "1", "2", "3", "4", ""] in rows
    label = next(row for row in grid.rows if any(cell.raw == "Bulan" for cell in row.cells))
    assert [cell.raw or cell.merged for cell in label.cells[3:7]] == ["Bulan", "left", "left", "left"]


def test_a_header_may_stand_right_below_its_caption() -> None:
    text = (
        "                Tabel 3.1 Capaian Kinerja Kebun\n  Nomor     Sasaran             Indikator\n\n\n\n" + " " * 52 + "Target\n\n\n\n"
    )
    text += " " * 65 + "Realisasi\n\n\n\n" + " " * 79 + "Capaian\n"
    assert [line.text.split() for line in gathered(text + BODY) if line.stood] == [
        ["Nomor", "Sasaran", "Indikator"],
        ["Target"],
        ["Realisasi"],
        ["Capaian"],
    ]


YEARS = """ No        Indikator                            2022                                      2023
                                                                 Capaian




                                                                                                          Capaian
                               Target




                                                                         Target
                                              Realisasi




                                                                                        Realisasi
      Persentase pohon yang
 1    dirawat oleh warga        97%           96%        98,97%            95%            94%              98,95%
      sekitar
 2    Jumlah bangku baru         88            89       101,14%            90             91              101,11%
"""


def test_years_over_names_that_are_repeated_span_them(tmp_path: Path) -> None:
    rows = grid_of(tmp_path, YEARS).rows
    years = next(row.cells for row in rows if "2022" in [cell.raw for cell in row.cells])
    assert [cell.raw for cell in years] == ["No", "Indikator", "2022", "", "", "2023", "", ""]
    assert [cell.merged for cell in years[2:]] == [None, "left", "left", None, "left", "left"]
    names = [[row.cells[column].raw for row in rows[:7] if row.cells[column].raw] for column in range(2, 8)]
    assert [found[-1] for found in names] == 2 * ["Target", "Realisasi", "Capaian"]


def test_the_first_line_of_an_entry_is_none_of_the_header() -> None:
    assert not any("pohon" in line.text for line in gathered(YEARS) if line.stood)


def test_a_header_begins_right_below_a_caption_with_a_single_word() -> None:
    text = "Tabel 3 Kebun\n  Nomor\n\n\n\n            Sasaran             Indikator          Target\n" + BODY
    assert [line.text.split() for line in gathered(text) if line.stood] == [["Nomor"], ["Sasaran", "Indikator", "Target"]]


def test_the_first_row_may_begin_with_texts_an_ordinary_blank_apart() -> None:
    row = "         Tertatanya kebun Jumlah pohon yang ditanam warga\n"
    figures = f"   1{' ' * 40}12 Pohon     11 Pohon      91,67%\n"
    assert [line.text.strip() for line in gathered(HEADER + row + figures) if line.stood][:3] == ["Capaian", "Realisasi", "Nomor"]


def test_upright_names_of_quarters_stand_in_one_line() -> None:
    text = "                                        Triwulan\n   No    Kegiatan          Target                       Pelaksana\n\n\n\n"
    text += "".join(f"{' ' * (32 + 4 * number)}T{number}\n\n\n" for number in (1, 2, 3))
    body = "   1    Menata arsip       97%       v       v     Kasubbag\n"
    assert ["T1", "T2", "T3"] in [line.text.split() for line in gathered(text + body) if line.stood]


STAFF_HEADER = """

                                                                                         Kelamin
 No         Nama Pegawai                 Nomor Induk        Pangkat/Golonga    Jabatan




                                                                                                    Status
                                           Pegawai                 n



"""
STAFF = """ 1     Wira Sigit, S.H.          19800101 200501 1   Penata, III/c        Juru Taman           L      PNS
                                 001
 2     Ratih Kencana             19820202 200601 2   Penata, III/c        Juru Bibit           P      PNS
                                 002
"""


def test_names_in_a_list_of_staff_are_names_of_columns_be_they_cut(tmp_path: Path) -> None:
    grid = grid_of(tmp_path, f"Daftar pegawai tercantum dalam tabel berikut ini.\n{STAFF_HEADER}{STAFF}")
    assert [name.split(" ")[0] for name in names(grid, 4)] == ["No", "Nama", "Nomor", "Pangkat/Golonga", "Jabatan", "Kelamin", "Status"]


HEADED = """



                                                                TMT Pangkat
                              Tgl. Lahir




                                                                                                                 Status
                                                                                                  Pendidikan
 No        Nama                              NIP.        GOL                            Jabatan
                                                                                                   Terakhir


 1           2                  3             4           5            6                    7               8          9
"""
CROWDED = """ {n}     {name:<18} 24/06/1980 19800624            III/c   01/10/2017 Juru                           S-1       PNS
       SIGIT, S.E.                   200212 2                               Kebun
                                     002                                    Kota,
                                                                            Taman, dan
                                                                            Hutan
"""


def test_rows_below_the_numbers_of_an_upright_header_show_columns_of_their_own(tmp_path: Path) -> None:
    rows = "".join(CROWDED.format(n=n, name=name) for n, name in enumerate(("WIRA", "RATIH", "JOKO", "MAYA", "AZIZ", "NANI"), start=3))
    grid = grid_of(tmp_path, f"Susunan pegawai tercantum dalam tabel di bawah ini.\n{HEADED}{rows}")
    texts = [[cell.raw for cell in row.cells] for row in grid.rows]
    assert ["3", "WIRA", "24/06/1980", "19800624", "III/c", "01/10/2017", "Juru", "S-1", "PNS"] in texts


def test_the_last_lines_of_an_entry_above_another_header_are_none() -> None:
    text = """
  No    Sasaran                         Indikator Kinerja                      Satuan       Target
        Terkelolanya barang             Nilai indikator pelaksanaan
  5     milik negara secara                                                    Nilai         93,77
                                        anggaran
        tertib


                                  Program                                                   Anggaran
 1. Penyelenggaraan Penataan Arsip                                                          Rp. 24.570.299.000,-
 2. Program Dukungan Manajemen                                                              Rp. 10.792.035.000,-
"""
    assert not any(line.stood for line in gathered(text))


def test_the_end_of_a_text_is_no_name_of_the_columns_of_a_list_below_it() -> None:
    text = """
                  Terkelolanya pemakaian arsip       kota
            2
                  dan pustaka                        Jumlah dokumen arsip yang ditata tepat
                                                                                                 8 Dokumen
                                                     waktu


              Kode                               Nama Program                             Anggaran
         5.01.02         Program Penataan Arsip Kota                                Rp. 42.456.318.000,-
         5.01.03         Program Pembinaan Pasar                                    Rp. 53.179.499.000,-
         5.01.01         Program Penunjang                                          Rp. 40.499.899.000,-
"""
    assert not any(line.stood for line in gathered(text))


def test_texts_of_the_first_entry_that_look_like_names_end_a_header_without_figures_below_it() -> None:
    text = """
 Nomor


          SASARAN STRATEGIS           Indikator Kinerja Utama                  Formulasi                  Sumber Data



                                                                     Jumlah yang memenuhi syarat
                                    Persentase berkas yang tertata                                     Laporan unit
                                                                     dibagi jumlah seluruhnya
         Tersedianya arsip kota     tepat waktu                                                        pelaksana
    1                                                                dikali seratus
         yang rapi
                                                                     Jumlah yang tercatat pada tahun
                                    Jumlah berkas arsip                                                Basis data internal
                                                                     berjalan
"""
    assert [line.text.split()[0] for line in gathered(text) if line.stood] == ["Nomor", "SASARAN"]


PERSONS = (
    "Warsito Adiguna Tirta, S.STP., M.Si.",
    "Laksmi Pertiwi, S.Hut., M.Si.",
    "Gunardi Tirta",
    "Sekar Melati Wangi, S.Hut.",
    "Bagus Tirta, S.E.",
    "Kirana Dewanti",
    "Panji Asmara Tirta, S.Hut.",
    "Ratih Kumala, S.E.",
    "Jaya Tirta",
    "Endah Wangi",
    "Sutan Palindih, S.Hut., M.Si.",
    "Galih Asmara",
    "Wira Sena",
)


def test_between_two_names_far_apart_lies_one_border(tmp_path: Path) -> None:
    blank = ["", "", ""]
    level = f"   No {'':23}Nama{'':20}Tgl. Lahir{'':18}NIP"
    header = [*blank, f"{'':100}Pendidikan", *blank, level, *blank, f"{'':90}Gol.", *blank]
    rows = [f"   {n:<9}{name:<42}{'2 Mei 1990':<20}19900502 201504 1 {n:03} III/b   S-1" for n, name in enumerate(PERSONS, start=1)]
    grid = grid_of(tmp_path, "\n".join(["Tabel 1 Daftar Pegawai", *header, *rows]))
    assert [row.cells[1].raw for row in grid.rows[-len(rows) :]] == list(PERSONS)
