"""Entries that a converter moved as a whole, and figures beside their signs and units (invented texts)."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractor.reading.column_cells import arrange
from extractor.reading.column_corridors import Columns
from extractor.reading.column_ordered import in_order
from extractor.reading.column_settle import Sheet
from extractor.reading.column_tidy import tidy
from extractor.reading.column_views import are_apart, view_lines
from tests.reading.aligned import grids, texts
from tests.reading.test_columns import placed

EDGES = (0.0, 5.0, 24.0, 36.0, 48.0, 60.0, 72.0, 84.0, 96.0)
USUAL = [
    f"  {n}  Persentase taman        9{n}%         8{n}%         7{n},5%      6{n}%         5{n}%         4{n},5%" for n in range(1, 6)
]
UNITS = ("Kelompok", "Dokumen", "Laporan")


def dealt(lines: list[str]) -> list[list[str]]:
    """What each column holds of these lines, below usual rows."""
    views, _ = view_lines(placed("\n".join([*USUAL, *lines])), 1.0)
    sheet = Sheet(views, EDGES, arrange(views, EDGES[1:-1]))
    columns: list[list[str]] = [[] for _ in EDGES[1:]]
    for row in in_order(sheet, sheet.rows)[len(USUAL) :]:
        for piece in row:
            columns[piece.column].append(piece.text)
    return columns


@given(st.integers(0, 8), st.sampled_from(UNITS), st.lists(st.integers(10, 99), min_size=4, max_size=4))
def test_a_moved_entry_fills_every_column_once(moved: int, unit: str, figures: list[int]) -> None:
    """Whatever the converter took away of the blanks before and between the figures."""
    apart = " " * (12 - moved)
    blank = f"{unit:^10}".replace(unit, "{}").format
    first, second = (f"{blank(f'{a:^{len(unit)}}')}{blank(f'{b:^{len(unit)}}')}" for a, b in (figures[:2], figures[2:]))
    units, share = blank(unit) * 2, f"{apart}100,00%"
    start = " " * 5 + "Jumlah taman" + " " * (17 - moved)
    lines = [
        f"{start}{first}{apart}       {second}",
        f"{'  6':<{len(start)}}{' ' * len(units)}{share}{' ' * len(units)}{share}",
        f"{'':<{len(start)}}{units}{apart}       {units}",
    ]
    cells = [[str(figure), unit] for figure in figures]
    assert [sorted(column) for column in dealt(lines)[2:]] == [*cells[:2], ["100,00%"], *cells[2:], ["100,00%"]]


def test_a_line_with_an_empty_cell_is_left_as_it_stands() -> None:
    line = f"{'  6  Jumlah taman':<29}40          41          97,5%       42                      90,5%"
    assert dealt([line])[2:] == [["40"], ["41"], ["97,5%"], ["42"], [], ["90,5%"]]


@given(st.integers(0, 999), st.integers(0, 99))
def test_a_sign_is_of_the_share_before_it_and_not_of_a_percent(whole: int, decimals: int) -> None:
    assert not are_apart(f"{whole},{decimals:02}", "%")
    assert are_apart(f"{whole},{decimals:02}%", "%")
    assert are_apart("%", f"{whole},{decimals:02}")


PAGE = """
                    Tabel 5 Perbandingan Capaian Kinerja Tahun 2022 dan 2023
           Indikator                     2021                                2022                              2023
 No.
            Kinerja
 Urut                       Target      Realisasi Capaian        Target     Realisasi Capaian    Target      Realisasi Capaian
            Utama
        Persentase
        taman
        yang dirawat                                101,04                             100,00                           103,09
   1                         96 %            97 %                 96 %       96 %                 97 %         100 %
        oleh warga                                  %                                  %                                %
        kota
        Persentase
        kolam yang
        sudah                                                                                                           106,17
   2                        92,5 %       91,1 %     98,49 %      93,2 %     88,2 %     94,64 %   94,0 %       99,8 %
        diunggah                                                                                                          %
        datanya
        Banyaknya
        kebun                 3            3        100,00          3          3       100,00       3           3       100,00
   3
        yang baru          Laporan      Laporan       %          Laporan    Laporan      %       Laporan     Laporan      %
        Tingkat kios
        yang
                                                    103,34                             103,00                           102,66
   4    tertata               96,77 %     100 %                   97,09 %     100 %               97,41 %       100 %
                                                      %                                  %                                %
        rapi
        Nilai
        pengelolaan
   6                           A              A     100 %           A          A       100 %        A            A      100 %
        arsip
        kota
        Persentase
        taman
        kota
   8                         98 %            97 %   98,98 %       98 %       95 %      96,94 %    99 %         95 %     95,96 %
        yang
        terang
"""


def test_signs_behind_their_figures_are_no_columns(tmp_path: Path) -> None:
    found = [row for grid in grids(tmp_path, PAGE) for row in texts(grid)]
    assert {len(row) for row in found} == {11}
    assert ["92,5 %", "91,1 %", "98,49 %", "93,2 %", "88,2 %", "94,64 %", "94,0 %", "99,8 %", ""] in [row[2:] for row in found]
    assert ["A", "A", "100 %"] * 3 in [row[2:] for row in found]


@pytest.mark.parametrize("unit", UNITS)
def test_units_beside_each_other_and_the_currency_before_a_share_are_of_two_columns(unit: str) -> None:
    views, _ = view_lines(placed(f"  yang tumbuh {unit} {unit}       {unit} {unit}\n  Taman          Rp. 96,08%\n"), 1.0)
    assert [chunk.text for chunk in views[0].chunks] == ["yang tumbuh", unit, unit, unit, unit]
    assert [chunk.text for chunk in views[1].chunks] == ["Taman", "Rp.", "96,08%"]


TORN = """
          Tabel 3.1 Capaian Kinerja Tahun 2023
N
o.       Sasaran                               Satu        Realis Capaia
                               Indikator            Target
Ur       Strategis                              an          asi     n
ut
(1)          (2)                   (3)          (4)     (5)      (6)       (7)
   Tertatanya        Persentase taman
   taman kota yang   yang dirawat tepat                                 101,02
                                                %      98        99
   bersih            pada waktunya                                        %
                     Persentase kolam
 1                   yang dibersihkan                                   102,30
                                                %     95,7      97,9
                     dalam dua hari                                       %
"""


def test_names_of_which_narrow_columns_left_the_ends_below_are_told_apart_and_name_columns_in_order(tmp_path: Path) -> None:
    (found,) = [grid for grid in grids(tmp_path, TORN) if len(grid.rows) > 1]
    index = next(at for at, row in enumerate(texts(found)) if row[0] == "(1)")
    names = [" ".join(part for part in column if part) for column in zip(*texts(found)[:index], strict=True)]
    assert names[1:] == ["Sasaran Strategis", "Indikator", "Satu an", "Target", "Realis asi", "Capaia n"]


STAFF = """
 No.               Nama                         NIP            Golongan           Jabatan     Pend.   Status
                                                                           Juru Rawat
        TARI WIDURI, S.IP,            19680801 199601 2
   1                                                               IV/a    Taman           S.2     PNS
        M.AP                          004
                                                                           Kota
        HENDRA PUTRA, S.IP,           19720721 199504 1
   2                                                               III/d   Juru Kolam      S.2     PNS
        M.AP                          022
        LIA SARI, S.Sos.              19950603 201904 2
   3                                                               III/b   Juru Kebun      S.1     PNS
                                      022
   4    TIKA YULI, S.T.               19730307 200202 2 008        III/b   Juru Pasar      S.1     PNS
   5    WIRA SIGIT                            -                      -     Staf Kebun      SMP     PPNPN
"""


def test_the_groups_of_a_number_of_staff_are_no_columns() -> None:
    views, _ = view_lines(placed(STAFF), 1.0)
    named = (7.0, 36.0, 61.0, 74.0, 90.0, 98.0)
    found = tidy(views, Columns((*named[:2], 53.5, *named[2:]), 1.0, 107.0))
    assert found.separators == named


BORN = """
 No           Nama Pegawai             Tanggal             NIP            Pangkat               Jabatan
                                        Lahir                           (Gol./Ruang)
              Tari Widuri,                       19721216 199903       Pembina, IV/a     Juru Rawat
 1            S.E., M.M.             16-Des-1972 1 021                                      Taman Kota
"""
NEXT = """              Hendra Putra,                      19680528 199802       Pembina, IV/b     Juru Kolam
 {}                                   28-Mei-1968
              S.E., M.M.                         2 019                                   Utara
"""


def test_of_two_borders_that_part_nothing_the_one_that_cuts_numbers_of_staff_goes() -> None:
    views, _ = view_lines(placed(BORN + "".join(map(NEXT.format, range(2, 10)))), 1.0)
    found = tidy(views, Columns((12.0, 35.0, 49.0, 57.5, 71.0, 89.0), 1.0, 100.0))
    assert found.separators == (12.0, 35.0, 49.0, 71.0, 89.0)
