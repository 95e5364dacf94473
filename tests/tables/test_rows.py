"""Printed lines joined to logical rows."""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from extractor.reading.document import Cell, Line, Place
from extractor.tables.partition import partition
from extractor.tables.rows import describe, is_cut_value
from extractor.tables.rows_model import PhysicalRow
from tests.tables.printed import aligned_document, body, drawn_document, only_table, tabbed

PK = "No | Sasaran Strategis | Indikator Kinerja | Target"
BUDGET = "No | Uraian | Pagu | Realisasi | %"


def rows_of(*rows: str) -> list[list[str]]:
    return body(only_table(tabbed(*rows)))


def roles_of(*rows: str) -> list[str]:
    return [row.role for row in only_table(tabbed(*rows)).rows]


def test_each_line_holds_one_wrapped_line_of_every_cell() -> None:
    rows = rows_of(
        PK,
        "1 | Meningkatnya mutu | Persentase ruas jalan | 81%",
        " | jalan desa di seluruh | desa yang mantap | ",
        " | kecamatan perbatasan | | ",
        "2 | Terwujudnya pasar | Indeks kebersihan | 72",
        " | bersih dan nyaman | pasar | ",
    )
    assert rows == [
        ["1", "Meningkatnya mutu jalan desa di seluruh kecamatan perbatasan", "Persentase ruas jalan desa yang mantap", "81%"],
        ["2", "Terwujudnya pasar bersih dan nyaman", "Indeks kebersihan pasar", "72"],
    ]


def test_number_and_value_centred_on_the_middle_line() -> None:
    rows = rows_of(
        PK,
        " | Meningkatnya mutu jalan | Persentase ruas jalan | ",
        "1 | desa di seluruh wilayah | desa yang sudah | 81%",
        " | kecamatan perbatasan | diaspal tebal | ",
        " | Terwujudnya pasar yang | Indeks kebersihan di | ",
        "2 | bersih dan nyaman untuk | pasar rakyat seluruh | 72",
        " | para pedagang kecil | kecamatan | ",
        " | Tersedianya air minum | Jumlah sambungan air | ",
        "3 | yang sehat dan terjangkau | minum untuk rumah | 900 unit",
        " | bagi warga pesisir | tangga pesisir | ",
    )
    assert [(row[0], row[3]) for row in rows] == [("1", "81%"), ("2", "72"), ("3", "900 unit")]
    assert rows[1][1] == "Terwujudnya pasar yang bersih dan nyaman untuk para pedagang kecil"


def test_merged_leading_cells_stay_empty_and_each_indicator_is_a_row() -> None:
    rows = rows_of(
        PK,
        "1 | Meningkatnya mutu jalan desa | Persentase jalan mantap | 81%",
        " | | Jumlah jembatan layak | 4 unit",
        " | | Indeks kepuasan warga | 79",
        "2 | Terwujudnya pasar bersih | Indeks kebersihan | 72",
    )
    assert [row[2:] for row in rows] == [
        ["Persentase jalan mantap", "81%"],
        ["Jumlah jembatan layak", "4 unit"],
        ["Indeks kepuasan warga", "79"],
        ["Indeks kebersihan", "72"],
    ]
    assert [row[0] for row in rows] == ["1", "", "", "2"]


def test_a_line_in_small_letters_goes_on_with_the_cell_above() -> None:
    rows = rows_of(
        BUDGET,
        "1 | Penataan arsip | 12.500.000 | 12.000.000 | 96,00%",
        " | daerah terpencil | | |",
        "2 | Pelatihan | 7.500.000 | 7.500.000 | 100%",
    )
    assert [row[1] for row in rows] == ["Penataan arsip daerah terpencil", "Pelatihan"]


def test_words_cut_by_wrapping_are_whole_again() -> None:
    rows = rows_of(
        PK, "1 | Terlaksanany | Persentase pela- | 90%", " | a penataan arsip | yanan arsip | ", "2 | Terwujudnya pasar | Indeks pasar | 72"
    )
    assert rows[0][1:3] == ["Terlaksananya penataan arsip", "Persentase pelayanan arsip"]


@pytest.mark.parametrize("marks", [("1", "2", "3"), ("1.", "2.", "3."), ("(1)", "(2)", "(3)"), ("a.", "b.", "c."), ("A", "B", "C")])
def test_every_number_starts_a_row(marks: tuple[str, ...]) -> None:
    names = ("Pembelian rak", "Pelatihan juru arsip", "Perawatan gudang")
    lines = [f"{mark} | {name} | {n}.500.000 | {n}.000.000 | 90%" for n, (mark, name) in enumerate(zip(marks, names, strict=True), start=2)]
    assert [row[:2] for row in rows_of(BUDGET, *lines)] == [list(pair) for pair in zip(marks, names, strict=True)]


def test_total_rows_are_told_from_data_also_where_the_label_is_cut() -> None:
    data = ("1 | Pembelian rak | 12.500.000 | 12.000.000 | 96%", "2 | Pelatihan | 7.500.000 | 7.500.000 | 100%")
    for total in (
        "Jumlah | | 20.000.000 | 19.500.000 | 97,5%",
        "Jum | lah | 20.000.000 | 19.500.000 | 97,5%",
        " | TOTAL | 20.000.000 | 19.500.000 | 97,5%",
    ):
        assert roles_of(BUDGET, *data, total) == ["data", "data", "total"]


def test_a_label_over_the_rows_that_follow_is_a_group() -> None:
    rows = only_table(
        tabbed(
            PK,
            "Urusan Kearsipan Daerah | | | ",
            "1 | Meningkatnya arsip tertib | Nilai arsip | B",
            "2 | Meningkatnya juru arsip | Jumlah juru arsip | 12 orang",
            "Urusan Pasar Daerah | | | ",
            "1 | Terwujudnya pasar bersih | Indeks pasar | 72",
        )
    ).rows
    assert [row.role for row in rows] == ["group", "data", "data", "group", "data"]


def test_rows_keep_their_order_and_their_lines() -> None:
    table = only_table(
        "Pembuka.\n\n" + tabbed(BUDGET, *(f"{n} | Kegiatan nomor urut | {n}.000.000 | {n}.000.000 | 100%" for n in range(1, 9)))
    )
    assert [row.cells[0].text for row in table.rows] == [str(n) for n in range(1, 9)]
    assert [row.places[0].lines for row in table.rows] == [(n + 3, n + 3) for n in range(1, 9)]


def test_a_joined_row_stands_on_all_its_lines() -> None:
    table = only_table(
        tabbed(
            BUDGET, "1 | Penataan arsip | 12.500.000 | 12.000.000 | 96%", " | daerah | | |", "2 | Pelatihan | 7.500.000 | 7.500.000 | 100%"
        )
    )
    assert [row.places[0].lines for row in table.rows] == [(2, 3), (4, 4)]


def test_a_drawn_row_is_a_row_whatever_its_letters() -> None:
    drawn = [
        BUDGET,
        "1 | penataan arsip / daerah | 1.500.000 | 1.000.000 | 67%",
        "2 | pelatihan / juru arsip | 2.500.000 | 2.500.000 | 100%",
    ]
    assert [row[1] for row in body(only_table(drawn_document(["Realisasi Anggaran", drawn])))] == [
        "penataan arsip daerah",
        "pelatihan juru arsip",
    ]


IKU = "No | Sasaran Strategis | Indikator Kinerja Utama | Formulasi | Sumber Data"


def test_entries_without_a_number_begin_where_all_their_texts_begin() -> None:
    rows = rows_of(
        IKU,
        "1 | Meningkatnya mutu arsip | Persentase arsip yang dipindai | Arsip yang dipindai dibagi seluruhnya | Laporan unit",
        " | | Lama waktu pencarian arsip | Hasil pengamatan | Survei",
        "2 | Tertibnya kas daerah | Kesesuaian buku kas | Hasil pemeriksaan | Rekap bagian keuangan",
        " | | Waktu penyerahan laporan | Hari sejak akhir bulan | Laporan unit",
    )
    assert [row[2] for row in rows] == [
        "Persentase arsip yang dipindai",
        "Lama waktu pencarian arsip",
        "Kesesuaian buku kas",
        "Waktu penyerahan laporan",
    ]


def test_capitals_inside_wrapped_titles_begin_no_entry() -> None:
    rows = rows_of(
        "No | Sasaran | Indikator | Kegiatan | Pelaksana",
        "1 | Tersusunnya | Persentase | Pengelolaan | Sub",
        " | Dokumen | Penyediaan | Dokumen | Bagian",
        " | Teknis Pasar | Dokumen | Teknis | Teknis",
        " | desa | teknis pasar | pasar desa | desa",
        "2 | Terlayaninya | Jumlah izin | Penerbitan | Sub",
        " | izin usaha | usaha yang | izin usaha | Bagian",
        " | kecil | terbit | kecil | izin",
    )
    assert rows == [
        [
            "1",
            "Tersusunnya Dokumen Teknis Pasar desa",
            "Persentase Penyediaan Dokumen teknis pasar",
            "Pengelolaan Dokumen Teknis pasar desa",
            "Sub Bagian Teknis desa",
        ],
        ["2", "Terlayaninya izin usaha kecil", "Jumlah izin usaha yang terbit", "Penerbitan izin usaha kecil", "Sub Bagian izin"],
    ]


def test_a_currency_sign_above_its_figure_and_a_cut_figure_are_one_value() -> None:
    rows = rows_of(
        "Program | Pagu | Realisasi | Pagu | Realisasi",
        "Umum | 5.200.000 | 4.900.000 | 3.100.000 | 2.800.000",
        "AB. | Rp. | Rp. | Rp. | Rp.",
        "Pembinaan | 8.361.571. | 8.110.717. | 26.729.708 | 26.482.284.",
        "arsip desa | 000 | 251 | .000 | 374",
        "CD. | Rp. | | Rp. | ",
        "Program | 8.490.014. | 8.410.203 | 8.049.630. | 8.039.799.",
        "Dukungan | 000 | .048 | 000 | 424",
    )
    assert [(row[0], row[1], row[4]) for row in rows[1:]] == [
        ("AB. Pembinaan arsip desa", "Rp. 8.361.571.000", "Rp. 26.482.284.374"),
        ("CD. Program Dukungan", "Rp. 8.490.014.000", "8.039.799.424"),
    ]


def test_what_narrow_columns_cut_off_a_total_belongs_to_it() -> None:
    rows = rows_of(
        BUDGET,
        "1 | Penyuluhan Pertanian | 2.110.835.000 | 1.904.939.655 | 90,25%",
        "2 | Dukungan Manajemen | 1.078.804.000 | 1.058.840.911 | 98,15%",
        " | Jumlah | 3.189.639.0 | 2.963.780.5 | 92,92",
        " |  | 00 | 66 | %",
    )
    assert rows[-1] == ["", "Jumlah", "3.189.639.000", "2.963.780.566", "92,92%"]


def test_a_date_and_an_nip_cut_in_two_are_whole_again() -> None:
    rows = rows_of(
        "No | Nama | Tanggal Lahir | NIP | Jabatan",
        "1 | Raka Wisesa, S.H. | 22 Februari | 19800222 200804 | Sekretaris Kecamatan",
        " | | 1980 | 1 020 | Rawa Jaya",
        "2 | Sekar Ayuning, S.E. | 13 Maret | 19830313 201410 | Kepala Subbagian",
        " | | 1983 | 2 012 | Perencanaan",
        "3 | Bima Laksana | 19 Juni | 19700619 200103 | Kepala Bidang",
        " | | 1970 | 1 022 | Pengembangan",
    )
    assert [(row[2], row[3].replace(" ", "")) for row in rows] == [
        ("22 Februari 1980", "198002222008041020"),
        ("13 Maret 1983", "198303132014102012"),
        ("19 Juni 1970", "197006192001031022"),
    ]


def test_the_word_for_a_total_cut_by_a_narrow_column_is_one_word() -> None:
    for above, below in (("Jumla", "h"), ("TOTA", "L"), ("Tot", "al")):
        rows = rows_of(
            BUDGET,
            "1 | Penyuluhan Pertanian | 2.110.835.000 | 1.904.939.655 | 90,25%",
            "2 | Dukungan Manajemen | 1.078.804.000 | 1.058.840.911 | 98,15%",
            f"{above} |  | 3.189.639.000 | 2.963.780.566 | 92,92%",
            f"{below} |  |  |  | ",
        )
        rows[-1][0] = rows[-1][0].replace(" ", "")  # a capital alone may be a word of its own
        assert rows[-1] == [above + below, "", "3.189.639.000", "2.963.780.566", "92,92%"]


def test_a_table_of_which_only_the_header_is_there_has_no_entries() -> None:
    assert partition([], describe([], 4)) == []


def test_units_and_decimals_cut_by_narrow_columns_go_on() -> None:
    rows = rows_of(
        "No | Uraian | Satuan | Pagu | Realisasi",
        "1 | Penataan arsip | Kunjunga | 15.195.410.000 | 14.775.524.932",
        " | daerah | n | ,00 | ,00",
        "2 | Pelayanan | Kunjunga | 8.109.661.000, | 7.867.250.384,",
        " | umum | n | 00 | 00",
        " | Jumlah | | 23.305.071.00 | 22.642.775.31",
        " | | | 0,00 | 6,00",
    )
    assert [row[3:] for row in rows] == [
        ["15.195.410.000,00", "14.775.524.932,00"],
        ["8.109.661.000,00", "7.867.250.384,00"],
        ["23.305.071.000,00", "22.642.775.316,00"],
    ]


def test_a_percent_and_a_quantity_below_each_other_are_two_values() -> None:
    rows = rows_of(
        PK,
        "1 | Tertibnya arsip | Persentase arsip yang tertata | 98%",
        " | di kantor | rapi | ",
        "2 | Terlaksananya acara | Persentase acara yang sesuai jadwal | 100%",
        " | | Jumlah kegiatan yang ramai | 30 Kegiatan",
    )
    assert [row[3] for row in rows] == ["98%", "100%", "30 Kegiatan"]


def test_numbers_of_columns_in_the_cells_of_a_header_are_no_part_of_it() -> None:
    """A year between the other years carries the heading over all of them."""
    table = only_table(
        drawn_document(
            [
                "Tabel 3.2 Perbandingan Capaian Kinerja",
                [
                    "No / 1 | Indikator Kinerja / 2 | 2022 / 3 | Realisasi / 2023 / 4 | 2024 / 5",
                    "1 | Jumlah ruas jalan | 3 Ruas | 4 Ruas | 5 Ruas",
                    "2 | Nilai pasar | 84,9 | 83,6 | 84,1",
                ],
            ]
        )
    )
    assert [(column.role, column.year) for column in table.columns][2:] == [("realisasi", year) for year in (2022, 2023, 2024)]


def test_a_lone_percent_sign_is_no_value_of_its_own() -> None:
    rows = rows_of(
        "No | Sasaran | Indikator | 2021 | 2022 | 2023",
        "1 | Tertibnya arsip | Persentase arsip yang | 10 | 10 | 10",
        " | di kantor | tertata | % | % | %",
        " | dan di gudang | rapi | 100% | 100% | 100%",
        "2 | Terlaksananya acara | Persentase acara yang | 95% | 96% | 97%",
        " | kantor | ramai | | | ",
    )
    assert [row[2] for row in rows] == ["Persentase arsip yang tertata rapi", "Persentase acara yang ramai"]


def test_the_first_lettered_indicator_does_not_go_on_with_the_sasaran_above_it() -> None:
    drawn = [
        "No | Sasaran Kegiatan, Indikator Kinerja | Satuan | Target",
        "1 | Meningkatnya kualitas bimbingan kearsipan | | ",
        " | a. Persentase juru arsip yang dibina kompetensinya | % | 80",
        " | b. Jumlah kelompok arsip yang diberdayakan | Kelompok | 412",
        "2 | Meningkatnya kualitas layanan ruang baca | | ",
        " | a. Persentase ruang baca yang memenuhi standar | % | 65,5",
        " | b. Indeks layanan ruang baca | Indeks | 79",
        "3 | Meningkatnya akses arsip madrasah | | ",
        " | a. APK MI/Ula | % | 12,31",
        " | b. APK MTs/Wustha | % | 20,05",
    ]
    rows = body(only_table(drawn_document(["Tabel 2.1 Perjanjian Kinerja Tahun 2031", drawn])))
    assert [row[1] for row in rows][-3:] == ["Meningkatnya akses arsip madrasah", "a. APK MI/Ula", "b. APK MTs/Wustha"]


def test_lines_that_each_have_their_value_and_a_whole_text_are_entries() -> None:
    long = "Jumlah laporan barang milik daerah yang disampaikan tepat waktu Kota Lama"
    rows = rows_of(
        PK,
        "1 | Meningkatnya mutu jalan | Persentase ruas jalan desa | 81%",
        f" | | {long} | 4 Laporan",
        " | | Rata-rata hari kerja | 95.16",
        "2 | Terwujudnya pasar bersih | Indeks kebersihan pasar | 72",
        f" | | {long} | 7 Laporan",
        " | | Rata-rata hari pasar | 80",
        "3 | Tertatanya kios | Persentase kios yang tertata | 60%",
    )
    assert [row[3] for row in rows] == ["81%", "4 Laporan", "95.16", "72", "7 Laporan", "80", "60%"]


def test_an_indicator_with_its_value_begins_below_a_full_line() -> None:
    rows = rows_of(
        "No | Sasaran Strategis | Indikator Kinerja | Satuan | Target",
        "1 | Terwujudnya pasar | Opini pemeriksa atas laporan keuangan | Nilai | WTP",
        " | yang terbuka dan | Indeks kepuasan pedagang terhadap layanan | Indeks | 88",
        " | tertata | kebersihan | | ",
        " | | Nilai keterbukaan informasi pasar | Nilai | 90.3",
        "2 | Meningkatnya arsip | Persentase arsip yang tertata di setiap | % | 98",
        " | daerah | kecamatan | | ",
        "3 | Tertatanya kios | Jumlah kios yang tertata | Kios | 50",
    )
    assert [row[4] for row in rows] == ["WTP", "88", "90.3", "98", "50"]


@pytest.mark.parametrize("empty", [" |", ""])
def test_a_named_sasaran_over_its_indicators_stands_alone(empty: str) -> None:
    rows = rows_of(
        "SASARAN / INDIKATOR KINERJA | TARGET",
        "(1) | (2)",
        f"Sasaran 1 : Meningkatnya jumlah pasar yang tertata{empty}",
        "Persentase kios yang tertata | 100 %",
        f"Sasaran 2 : Meningkatnya kebersihan pasar{empty}",
        "Nilai kebersihan pasar | BB",
        "Opini pedagang atas kebersihan | WTP",
    )
    assert [row[0] for row in rows] == [
        "Sasaran 1 : Meningkatnya jumlah pasar yang tertata",
        "Persentase kios yang tertata",
        "Sasaran 2 : Meningkatnya kebersihan pasar",
        "Nilai kebersihan pasar",
        "Opini pedagang atas kebersihan",
    ]


def test_a_sum_row_that_lost_its_figure_is_no_part_of_the_row_above() -> None:
    rows = rows_of("No | Golongan | Jumlah", "1. | Golongan IV | 1", "2. | Golongan III | 12", "3. | Golongan II | 4", "Jumlah | | ")
    assert rows[-2:] == [["3.", "Golongan II", "4"], ["Jumlah", "", ""]]


def test_a_total_whose_label_and_amounts_go_on_below_is_one_row() -> None:
    rows = rows_of(
        "No | Kegiatan | Pagu | Realisasi | %",
        "1 | Penataan arsip | Rp. 1.250.000.000 | Rp. 1.000.000.000 | 80,00",
        "2 | Penataan taman | Rp. 2.250.000.000 | Rp. 2.250.000.000 | 100",
        "TOTAL | | Rp. | Rp. | 92,86",
        "ANGGARAN | | 3.500.000.000 | 3.250.000.000 | ",
    )
    assert [rows[-1][c] for c in (0, 2, 3, 4)] == ["TOTAL ANGGARAN", "Rp. 3.500.000.000", "Rp. 3.250.000.000", "92,86"]


def test_texts_that_begin_large_together_begin_an_entry_where_no_value_does() -> None:
    rows = rows_of(
        "No | Sasaran | Indikator Kinerja | Cara Penghitungan | Sumber Data",
        "1 | Meningkatnya | Persentase warga yang | Banyaknya yang sesuai | Laporan unit",
        " | kunjungan warga | merawat kebunnya | dibagi total dikali 100% | pelaksana",
        " | ke kebun | Tingkat anak sekolah | Banyaknya yang sesuai | Laporan hasil",
        " | | yang merawat kebun | dibagi total dikali 100% | evaluasi",
        " | | sekolah | | ",
        "2 | Tertatanya taman | Persentase bangku taman | Banyaknya yang sesuai | Laporan unit",
        " | yang rapi | yang sudah dirawat | dibagi total dikali 100% | pelaksana",
    )
    assert [row[2] for row in rows] == [
        "Persentase warga yang merawat kebunnya",
        "Tingkat anak sekolah yang merawat kebun sekolah",
        "Persentase bangku taman yang sudah dirawat",
    ]


def test_the_sum_below_wrapped_amounts_is_a_row_of_its_own() -> None:
    rows = rows_of(
        "No | Nama Program | Pagu | Realisasi | %",
        "1 | Program Penataan | Rp. | Rp. | 95,79",
        " | Arsip | 3.518.212.000 | 3.370.018.100 | %",
        "2 | Program Pembinaan | Rp. | Rp. | 99,59",
        " | Pasar | 6.346.389.000 | 6.320.526.723 | %",
        "3 | Program Penunjang | Rp. | Rp. | 97,06",
        " | Kantor | 6.082.407.000 | 5.903.780.596 | %",
        " | Total | Rp. | Rp. | 98,24",
        " | | 9.864.601.00 | 9.690.544.82 | %",
        " | | 0 | 3 | ",
    )
    assert [[text.replace(" %", "%") for text in row] for row in rows] == [
        ["1", "Program Penataan Arsip", "Rp. 3.518.212.000", "Rp. 3.370.018.100", "95,79%"],
        ["2", "Program Pembinaan Pasar", "Rp. 6.346.389.000", "Rp. 6.320.526.723", "99,59%"],
        ["3", "Program Penunjang Kantor", "Rp. 6.082.407.000", "Rp. 5.903.780.596", "97,06%"],
        ["", "Total", "Rp. 9.864.601.000", "Rp. 9.690.544.823", "98,24%"],
    ]


BIRTHS = st.dates(date(1960, 1, 1), date(1999, 12, 31))


@given(births=st.tuples(BIRTHS, BIRTHS), month=st.integers(1, 12), sex=st.integers(1, 2), sequence=st.integers(1, 40))
@settings(deadline=None)
def test_a_number_of_staff_goes_on_with_its_own_end_alone(births: tuple[date, date], month: int, sex: int, sequence: int) -> None:
    (own, other), rest = (f"{birth:%Y%m%d}" for birth in births), f"2018{month:02} {sex} {sequence:03}"
    assert is_cut_value(own, rest)
    assert not is_cut_value(rest, other)


def test_a_letter_of_another_script_hides_no_amount() -> None:
    rows = rows_of(
        "Program | Anggaran",
        "1. Program Penataan Arsip Kota dan Perpustakaan | Rp. 8.448.708.000,-",
        "2. Program Pembinaan Pasar Rakyat | R\u0440. 9.959.642.000,-",
        "3. Program Penunjang Urusan Pemerintahan | Rp. 11.205.799.000,-",
    )
    assert [row[1] for row in rows] == ["Rp. 8.448.708.000,-", "Rp. 9.959.642.000,-", "Rp. 11.205.799.000,-"]


def test_values_apart_from_each_other_are_no_pieces_of_one() -> None:
    rows = rows_of(
        "No | Sasaran | Indikator | Satuan | Target",
        "1 | Tertatanya arsip di | Persentase berkas lama yang | % | 98,19",
        " | seluruh kota | tertata rapi | | ",
        " | | Persentase berkas baru yang | % | 0,73",
        " | | belum tertata | | ",
        " | | Jumlah arsip daerah | Dokumen | 9",
        "2 | Lancarnya pasar rakyat | Nilai kebersihan pasar | Nilai | A",
        " | dan pasar hewan | menurut pedagang | | ",
        " | | Opini pemeriksa atas pasar | Nilai | WTP",
        " | | Indeks kepuasan pengunjung | Indeks | 87,08",
        " | | pasar | | ",
        "3 | Tertibnya keuangan | Persentase penyerapan | % | 96,95",
        " | daerah | anggaran | | ",
        " | | Jumlah laporan keuangan | Laporan | 4",
    )
    assert [row[-1] for row in rows] == ["98,19", "0,73", "9", "A", "WTP", "87,08", "96,95", "4"]


def test_the_sign_of_a_percent_below_a_total_and_the_rests_of_its_figures_belong_to_it() -> None:
    rows = ["1 | Penataan Arsip | Rp3.051.217.000 | 97,01", " | Kota | | %", "2 | Pasar | Rp2.051.217.000 | 96,11 %"]
    for figures in ((" | Total | Rp5.102.434.000 | 95,77", " | | | %"), (" | Total | Rp5.102 | 95,7", " | | .434.000 | 7 %")):
        document = aligned_document(["Realisasi Anggaran", ((0, 4, 30, 50, 60), ["No | Program | Pagu | %", *rows, *figures])])
        assert [cell.replace(" ", "") for cell in body(only_table(document))[-1]] == ["", "Total", "Rp5.102.434.000", "95,77%"]


def test_a_value_alone_is_that_of_the_text_above_it() -> None:
    lines = [["Jumlah laporan kebun yang dibuat warga", "10 laporan"], ["Persentase warga yang ikut serta", ""], ["", "98%"]]
    rows = [
        PhysicalRow([Cell((Line(text, place),) if text else (), place) for text in texts], place)
        for texts, place in ((texts, Place(lines=(at, at))) for at, texts in enumerate(lines))
    ]
    assert partition(rows, describe(rows, 2)) == [(0, 1), (1, 3)]


def test_texts_that_begin_together_beside_a_short_one_begin_an_entry() -> None:
    rows = rows_of(
        "No | Sasaran | Indikator Kinerja Utama | Cara Penghitungan | Sumber Data",
        "1 | Tertatanya arsip | Persentase berkas yang | Jumlah yang tertata | Survei",
        " | kota | tertata rapi | dibagi seluruhnya | ",
        " | | Persentase pemakai yang | Jumlah yang puas dibagi | Laporan",
        " | | puas di seluruh kota 20 | seluruh pemakai | bagian",
        " | | Rata-rata hari peminjaman | Penghitungan langsung | Survei",
        " | | arsip | | ",
        "2 | Lancarnya pasar | Indeks kepuasan pedagang | Hasil survei tahunan | Survei",
        " | rakyat | pasar | | ",
    )
    assert [row[2] for row in rows] == [
        "Persentase berkas yang tertata rapi", "Persentase pemakai yang puas di seluruh kota 20", "Rata-rata hari peminjaman arsip",
        "Indeks kepuasan pedagang pasar",
    ]  # fmt: skip
