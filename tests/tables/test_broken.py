"""Entries whose figures a page break cuts, in columns too narrow for them."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractor import extract
from extractor.tables.broken import is_cut_amount, is_cut_percent
from tests.tables.printed import aligned_document, body, drawn_document, only_table, tabbed

HEAD = "No | Indikator Kinerja | Target | Realisasi | Capaian"
FIRST = [HEAD, "1 | Persentase jalan / yang rata | 96% | 95,9 / % | 100,9 / 5%", "2 | Nilai pasar | 84% | 85,8 / % | 103,3 / 7%"]
REST = "4 | Persentase arsip | 83% | 79,4 / % | 95,66 / %"


@pytest.mark.parametrize(("upper", "lower"), [("3", ""), ("", "3")])
def test_an_entry_that_a_page_break_cuts_is_one(upper: str, lower: str) -> None:
    """Its number stands in either part."""
    above = f"{upper} | Persentase | 97% | 97,93 | 100,9"
    below = f"{lower} | penyerapan anggaran / sampai akhir tahun | | % | 6%"
    table = only_table(drawn_document(["CAPAIAN KINERJA TAHUN 2024", [*FIRST, above]], [[HEAD, below, REST]]))
    assert body(table)[2:] == [
        ["3", "Persentase penyerapan anggaran sampai akhir tahun", "97%", "97,93%", "100,96%"],
        ["4", "Persentase arsip", "83%", "79,4%", "95,66%"],
    ]


def test_whole_figures_on_both_sides_of_a_page_break_are_two_entries() -> None:
    above, below = "3 | Persentase taman | 97% | 97,9% | 100,9%", "4 | Persentase arsip | 83% | 79,4% | 95,66%"
    table = only_table(drawn_document(["CAPAIAN KINERJA TAHUN 2024", [*FIRST, above]], [[HEAD, below]]))
    assert [row[0] for row in body(table)] == ["1", "2", "3", "4"]


@pytest.mark.parametrize(
    ("code", "names"), [("", ["CQ.6835 Pembentukan Taman Kota"]), ("CQ.6846 ", ["CQ.6835 Pembentukan", "CQ.6846 Taman Kota"])]
)
def test_a_code_alone_above_figures_without_one_is_their_entry(code: str, names: list[str]) -> None:
    head = "Kegiatan | Pagu | Realisasi"
    first = [head, "CQ.6713 Penataan Pasar | 500.000 | 400.000", "CQ.6724 Penataan Arsip | 700.000 | 600.000", "CQ.6835 Pembentukan | | "]
    rest = [head, f"{code}Taman Kota | 300.000 | 200.000", "CQ.6857 Penataan Kios | 900.000 | 800.000"]
    table = only_table(drawn_document(["REALISASI ANGGARAN TAHUN 2024", first], [rest]))
    assert [row[0] for row in body(table)][2:-1] == names


@pytest.mark.parametrize(("rest", "codes"), [("3357.EBD. / 955", ["WA. 3357.EBD. 955"]), ("CQ.6713", ["WA.", "CQ.6713"])])
def test_the_parts_of_a_code_below_a_page_break_follow_the_first_one_above_it(rest: str, codes: list[str]) -> None:
    head = "Kode | Kegiatan | Pagu | Realisasi"
    first = [head, "WA.3357.EBA. / 994 | Penataan Pasar | 500.000 | 400.000", "WA. | Penataan Arsip | 700.000 | 600.000"]
    below = [head, f"{rest} | | | ", "WA.3362 | Penataan Kios | 900.000 | 800.000"]
    table = only_table(drawn_document(["REALISASI ANGGARAN TAHUN 2024", first], [below]))
    assert [row[0] for row in body(table)][1:-1] == codes


def test_the_rests_of_figures_below_a_repeated_header_are_no_part_of_it() -> None:
    head = "No. / Ur / ut | Uraian Program/Kegiatan | Anggaran / Setelah / Perubahan | Penyerapan | Persent / ase"
    above = "A | Program Pertamanan Kota | Rp9.852.707.00 | Rp9.431.559.72 | 95,73"
    below = [head, " | | 0 | 3 | %", "1 | Penataan Taman | Rp9.852.707.000 | Rp9.431.559.723 | 95,73 / %"]
    table = only_table(drawn_document(["REALISASI ANGGARAN TAHUN 2024", [head, above]], [below]))
    assert body(table) == [
        ["A", "Program Pertamanan Kota", "Rp9.852.707.000", "Rp9.431.559.723", "95,73%"],
        ["1", "Penataan Taman", "Rp9.852.707.000", "Rp9.431.559.723", "95,73%"],
    ]


NUMBERED = """
Tabel 3.1 Realisasi Anggaran Tahun 2024
  No    Program/Kegiatan                      Anggaran          Realisasi       %
        Program Penataan Taman dan           1.614.411.000     1.605.947.000    99,48
   A
        Kolam
   1    Penataan Taman Kota                  1.614.411.000     1.605.947.000    99,48
        Program Pembinaan Kios dan           1.171.053.000     1.145.439.442    97,81
   B
        Pasar
   1    Pembinaan Kios                       1.171.053.000     1.145.439.442    97,81
   2    Pembinaan Pasar Kota                   410.602.000       392.141.000    95,50
"""


def test_a_number_between_the_two_lines_of_an_entry_is_its_own(tmp_path: Path) -> None:
    path = tmp_path / "laporan.txt"
    path.write_text(NUMBERED, encoding="utf-8")
    (table,) = extract(path).tabel
    assert [row[:3] for row in table.baris] == [
        ["A", "Program Penataan Taman dan Kolam", "1.614.411.000"],
        ["1", "Penataan Taman Kota", "1.614.411.000"],
        ["B", "Program Pembinaan Kios dan Pasar", "1.171.053.000"],
        ["1", "Pembinaan Kios", "1.171.053.000"],
        ["2", "Pembinaan Pasar Kota", "410.602.000"],
    ]


LABELLED = """
Tabel 3.1 Realisasi Anggaran Tahun 2024
       Kode                         Kegiatan                            Pagu                   Realisasi     %
        (1)                            (2)                                  (3)                   (4)           (5)
 AB Penyelenggaraan Taman Kota dan Penguatan Kolam
 AB.6713            Penyiapan Teknis Taman dan                     503.570.000             466.333.085     92,60
                    Kolam Kota
 AB.6835            Pembentukan dan Pengelolaan Kios               915.480.000             862.617.693     94,22
                    Pasar
 AB.6691            Pemutakhiran Data dan Daftar Kios              339.108.000             324.312.076     95,63
 WA Program Dukungan Kebun
 WA.3357            Pengelolaan Keuangan,                          715.069.000             660.856.000     92,41
                    Kebun, dan Barang Milik
                    Kota
 WA.3362            Sarana, Prasarana, dan Kebun                 2.549.599.000           2.498.054.707     97,97
                    Kantor
"""


def test_a_code_with_words_over_those_that_go_on_with_it_is_a_label_of_its_own(tmp_path: Path) -> None:
    path = tmp_path / "laporan.txt"
    path.write_text(LABELLED, encoding="utf-8")
    (table,) = extract(path).tabel
    labels = [row[0] for row in table.baris if not any(row[1:])]
    assert labels == ["AB Penyelenggaraan Taman Kota dan Penguatan Kolam", "WA Program Dukungan Kebun"]


@given(st.integers(1_000, 10**12), st.integers(1, 15))
def test_an_amount_cut_anywhere_but_at_a_group_is_known(value: int, at: int) -> None:
    printed = f"{value:,}".replace(",", ".")
    above, below = printed[:at], printed[at:]
    whole_groups = below.isdigit() and len(above.rsplit(".", 1)[-1]) == 3 and "." in above
    if below and not whole_groups:
        assert is_cut_amount(above, below) or not any(ch.isdigit() for ch in above)


@pytest.mark.parametrize(
    ("above", "below", "cut"),
    [("97,93", "%", True), ("100,9", "6%", True), ("97", "%", True), ("97", "6%", False), ("78.53", "88%", False)],
)
def test_a_percent_is_cut_before_its_sign_or_within_its_decimals(above: str, below: str, *, cut: bool) -> None:
    assert is_cut_percent(above, below) is cut


CUT = [
    "No | Program | Pagu 2023 | Realisasi 2023 | Pagu 2024 | Realisasi 2024",
    " | Penataan | 25.230.393.0 | 24.359.572.1 | 19.273.524.0 | 18.483.832.3",
    "1 | Arsip Lama dan | 00 | 51 | 00 | 95",
    " | Berkas Pegawai | | | | ",
    " | Penataan | 7.883.772.00 | 7.711.414.95 | 12.973.460.0 | 12.402.100.4",
    "2 | | | | | ",
    " | Taman | 0 | 0 | 00 | 30",
    " | | 33.114.165.0 | 32.070.987.1 | 32.246.984.0 | 30.885.932.8",
    " | Jumlah | | | | ",
    " | | 00 | 01 | 00 | 25",
]


def test_figures_that_go_on_below_bind_their_lines_and_what_stands_between() -> None:
    table = only_table(aligned_document(["REALISASI ANGGARAN TAHUN 2024", ((0, 4, 24, 38, 52, 66, 80), CUT)]))
    assert body(table) == [
        ["1", "Penataan Arsip Lama dan Berkas Pegawai", "25.230.393.000", "24.359.572.151", "19.273.524.000", "18.483.832.395"],
        ["2", "Penataan Taman", "7.883.772.000", "7.711.414.950", "12.973.460.000", "12.402.100.430"],
        ["", "Jumlah", "33.114.165.000", "32.070.987.101", "32.246.984.000", "30.885.932.825"],
    ]


CENTRED = [
    "No | Program | Pagu 2023 | Realisasi 2023 | % | Pagu 2024 | Realisasi 2024 | %",
    " | Penataan | 934.799.0 | 897.471.1 | 96,0 | 1.954.592 | 1.930.995 | 98,7",
    " | Arsip Lama | 00,00 | 67,00 | 1 | .000,00 | .413,00 | 9",
    "1 | | | | | | | ",
    " | Berkas Pegawai | | | | | | ",
    " | Kota | | | | | | ",
    " | Penataan | 1.772.170 | 1.711.267 | 96,5 | 1.223.527 | 1.124.567 | 91,9",
    " | Taman | .000,00 | .962,00 | 6 | .000,00 | .472,00 | 1",
    "2 | | | | | | | ",
    " | dan Kota | | | | | | ",
    " | Jumlah | 2.706.96 | 2.608.73 | 96,3 | 3.178.11 | 3.055.56 | 96,1",
    " | | 9.000,00 | 9.129,00 | 7 | 9.000,00 | 2.885,00 | 4",
]


def test_decimals_go_on_beside_cut_amounts_and_a_number_alone_stands_in_the_middle_of_its_entry() -> None:
    table = only_table(aligned_document(["REALISASI ANGGARAN TAHUN 2024", ((0, 4, 24, 38, 52, 60, 74, 88, 94), CENTRED)]))
    assert body(table) == [
        ["1", "Penataan Arsip Lama Berkas Pegawai Kota",
         "934.799.000,00", "897.471.167,00", "96,01", "1.954.592.000,00", "1.930.995.413,00", "98,79"],
        ["2", "Penataan Taman dan Kota",
         "1.772.170.000,00", "1.711.267.962,00", "96,56", "1.223.527.000,00", "1.124.567.472,00", "91,91"],
        ["", "Jumlah", "2.706.969.000,00", "2.608.739.129,00", "96,37", "3.178.119.000,00", "3.055.562.885,00", "96,14"],
    ]  # fmt: skip


@pytest.mark.parametrize("numbers", [("1", "2", "3"), ("", "", "")])
def test_measures_below_each_other_are_no_cut_amounts(numbers: tuple[str, ...]) -> None:
    header = "No | Sasaran | Indikator | Target Tahunan | TW I | TW II | TW III | TW IV"
    rows = (
        "Taman teduh | Tinggi pohon | 70,5 | - | - | - | 70,5",
        "Taman teduh | Lebar jalan | 14 | 18 | 17 | 15 | 14",
        "Kebun rapi | Nilai kebun | 75 | - | - | - | 75",
    )
    table = only_table(
        "Rencana Aksi Tahun 2031\n" + tabbed(header, *(f"{number} | {row}" for number, row in zip(numbers, rows, strict=True)))
    )
    assert [row[3] for row in body(table)] == ["70,5", "14", "75"]
