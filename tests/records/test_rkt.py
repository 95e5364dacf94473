"""Annual plans: budget lines, stacked codes, cells cut by a border that is not there."""

import pytest

from extractor.model import BarisRencana
from extractor.records import rkt
from extractor.records.context import Context
from extractor.records.cuts import is_cut_from, rejoin, vocabulary
from extractor.records.lines_of_row import dealt, entries, is_code
from extractor.tables.table import Item
from tests.records.staff_tables import lines, table

LETTERED = ["nomor", "kegiatan", "sasaran", "indikator", "target", "kegiatan", "anggaran"]
LETTERED_HEADER = "No | Program/Kegiatan | Sasaran | Indikator | Target | Program/Kegiatan | Anggaran"
CODED: list[str | None] = ["sasaran", "indikator", "target", None, None, "kegiatan", "anggaran"]
CODED_HEADER = "SASARAN | INDIKATOR | TARGET | | | KEGIATAN | ANGGARAN"


def plan(header: str, roles: list[str | None], *rows: str) -> list[BarisRencana]:
    return rkt.read(table([header, *rows], roles), Context("dok"))


def coded(*rows: str) -> list[tuple[str | None, str | None, int | None]]:
    return [(r.kode, r.kegiatan, r.anggaran.nilai if r.anggaran else None) for r in plan(CODED_HEADER, CODED, *rows)]  # type: ignore[misc]


def test_program_rows_with_label_and_amount_only_are_rows_without_sasaran() -> None:
    rows = plan(
        LETTERED_HEADER,
        [*LETTERED],
        "A. | Penyelenggaraan Pekan Raya | | | | | 48.366.000",
        "1 | Teknis Pekan Raya | Terwujudnya pekan raya | Persentase stan | 100% | Stan | 26.030.000",
        "B | Program Dukungan Manajemen | | | | |",
        "1 | Gaji | Terlaksananya gaji | Jumlah bulan | 12 bulan | Gaji | 2.176.000",
    )
    assert [(r.nomor, r.kegiatan, r.sasaran) for r in rows] == [
        ("A", "Penyelenggaraan Pekan Raya", None),
        ("1", "Teknis Pekan Raya", "Terwujudnya pekan raya"),
        ("B", "Program Dukungan Manajemen", None),
        ("1", "Gaji", "Terlaksananya gaji"),
    ]
    assert [r.anggaran.nilai if r.anggaran else None for r in rows] == [48_366_000, 26_030_000, None, 2_176_000]


def test_sasaran_is_filled_down_and_indicator_stands_only_where_it_starts() -> None:
    rows = plan(
        CODED_HEADER,
        CODED,
        "Terwujudnya gudang pangan secara | Persentase ketepatan waktu dinas atau | 100% | 6709 | | Perencanaan Pangan | 116.000.000",
        "Berkelanjutan | unit kerja | | | 6709.RAN | Sarana Pangan | 100.000.000",
        " | | | | 6709.RAN.001 | Kebutuhan Sarana | 16.000.000",
    )
    assert {r.sasaran for r in rows} == {"Terwujudnya gudang pangan secara Berkelanjutan"}
    assert [r.indikator for r in rows] == ["Persentase ketepatan waktu dinas atau unit kerja", None, None]
    assert [r.target.mentah if r.target else None for r in rows] == ["100%", None, None]
    assert [r.tingkat for r in rows] == ["kegiatan", "ro", "ro"]


def test_several_codes_and_amounts_in_one_row_are_several_rows() -> None:
    texts = "Kelola Arsip 3355.EBA Layanan Arsip 3355.EBA.994 Rak Arsip"
    assert coded(f"Meningkatnya arsip | Nilai arsip | B | 3355 | | {texts} | 9.000.000 5.000.000 4.000.000") == [
        ("3355", "Kelola Arsip", 9_000_000),
        ("3355.EBA", "Layanan Arsip", 5_000_000),
        ("3355.EBA.994", "Rak Arsip", 4_000_000),
    ]


def test_codes_beside_a_cell_of_several_lines_get_a_line_each() -> None:
    source = table([CODED_HEADER, " | | | | 6982.QGE 6982.QGE.002 | Tata Kelola Hasil Panen | 77.582.000 4.070.000"], [*CODED])
    source.rows[0].cells[5].raw = "Tata Kelola\nHasil Panen"
    found = rkt.read(source, Context("dok"))
    assert [(r.kode, r.kegiatan) for r in found] == [("6982.QGE", "Tata Kelola"), ("6982.QGE.002", "Hasil Panen")]


def test_a_program_row_cut_over_all_columns_is_put_together() -> None:
    assert coded(
        "076.01.WA | Program Dukungan M | anajemen | | | | 15.068.000",
        "Meningkatnya arsip | Nilai arsip | B | 3355 | Layanan Manaj | emen Arsip | 5.000.000",
        " | | | 3360 | | Manajemen Umum | 4.000.000",
    ) == [
        ("076.01.WA", "Program Dukungan Manajemen", 15_068_000),
        ("3355", "Layanan Manajemen Arsip", 5_000_000),
        ("3360", "Manajemen Umum", 4_000_000),
    ]


def test_an_activity_cut_by_the_scan_takes_the_wording_of_the_same_code() -> None:
    rows = coded(
        "Meningkatnya arsip | Nilai arsip | B | 6709 | | Perencanaan Program dan Anggaran, serta Penyusunan Peraturan Gudang | 5.000.000",
        "Terwujudnya pasar | Nilai pasar | A | 6709 | | ogram dan Anggaran, serta Penyusunan raturan Gudang | 4.000.000",
    )
    assert rows[1][1] == "Perencanaan Program dan Anggaran, serta Penyusunan Peraturan Gudang"


def test_versions_of_one_row_become_one() -> None:
    rows = coded(
        "Terwujudnya Dukungan Logistik | Persentase keberhasilan distribusi logistik pasar | | 6871 | | Pengelolaan | 1.000.000",
        "Terwujudnya Dukungan Logistik dalam Pasar | Persentase keberhasilan distribusi logistik pasar malam raya | | 6871 | | "
        "Pengelolaan Pasar | 1.000.000",
    )
    assert rows == [("6871", "Pengelolaan Pasar", 1_000_000)]


def test_two_activities_of_one_wording_stay_two() -> None:
    same = "Terwujudnya Dukungan Logistik | Persentase keberhasilan distribusi logistik pasar | 90% | 6871 | | Pengelolaan | 1.000.000"
    assert len(coded(same, same)) == 2


def test_plans_without_activities_have_one_row_per_indicator() -> None:
    rows = plan(
        "Misi | Sasaran | Indikator | Target",
        ["tujuan", "sasaran", "indikator", "target"],
        "Maju | Meningkatnya angkutan umum | Persentase bus laik | 55,56",
        " | | Persentase halte |21",
    )
    assert [(r.sasaran, r.indikator) for r in rows] == [
        ("Meningkatnya angkutan umum", "Persentase bus laik"),
        ("Meningkatnya angkutan umum", "Persentase halte"),
    ]


def test_year_and_unit_come_from_the_heading() -> None:
    source = table([LETTERED_HEADER, "1 | Gaji | Terlaksananya gaji | Jumlah bulan | 12 bulan | Gaji | 2.176.000"], [*LETTERED])
    source.kind = "rkt"
    flow: list[Item] = [*lines("RENCANA KERJA TAHUNAN (RKT)\nNAMA LEMBAGA : DINAS ARSIP KOTA\nCONTOH TAHUN : 2031"), source]
    [found] = rkt.read_plans(flow, Context("dok", 2030, "Dinas Arsip"))
    assert (found.tahun, found.unit, len(found.baris)) == (2031, "Dinas Arsip Kota Contoh", 1)
    [plain] = rkt.read_plans([source], Context("dok", 2030, "Dinas Arsip"))
    assert (plain.tahun, plain.unit) == (2030, "Dinas Arsip")


def test_a_running_header_is_not_part_of_the_unit() -> None:
    source = table([LETTERED_HEADER, "1 | Gaji | Terlaksananya gaji | Jumlah bulan | 12 bulan | Gaji | 2.176.000"], [*LETTERED])
    source.kind = "rkt"
    flow: list[Item] = [*lines("RENCANA KINERJA TAHUNAN 2031\nDINAS ARSIP KOTA CONTOH\nDinas Arsip Laporan Kinerja"), source]
    assert rkt.read_plans(flow, Context("dok", 2030))[0].unit == "Dinas Arsip Kota Contoh"


def test_a_cut_word_is_joined_behind_the_line_it_belongs_to() -> None:
    words = vocabulary(["Layanan Perkantoran", "Sarana Prasarana"])
    assert rejoin("Operasional Per Prasarana", "kantoran dan Sarana", words) == "Operasional Perkantoran dan Sarana Prasarana"
    assert rejoin("Layanan", "Umum", words) == "Layanan Umum"
    assert rejoin("", "Umum", words) == "Umum"


def test_cut_from_needs_all_letters_in_order() -> None:
    assert is_cut_from("ogram dan Anggaran", "Perencanaan Program dan Anggaran")
    assert not is_cut_from("ogram dan Anggaran", "Perencanaan Anggaran dan Program Kerja")
    assert not is_cut_from("Program dan Anggaran", "Perencanaan Program dan Anggaran")


def test_lines_are_dealt_where_they_do_not_go_on() -> None:
    assert dealt(["Tata Kelola dan", "Hukum", "Penyusunan Aturan"], 2) == ["Tata Kelola dan Hukum", "Penyusunan Aturan"]


def test_a_year_in_an_activity_is_no_code() -> None:
    [entry] = entries([["Pekan Raya 2024"]], "5.000.000", frozenset())
    assert (entry.code, entry.text, entry.amount) == (None, "Pekan Raya 2024", "5.000.000")
    assert not is_code("14")


def test_a_misread_repetition_of_the_last_words_is_left_out() -> None:
    row = "Meningkatnya arsip | Persentase puas di Dinas Kabupaten/Kota naoupaten/nota | 90% | 3355 | | Arsip | 1.000.000"
    source = table([CODED_HEADER, row], [*CODED])
    source.rows[0].cells[1].raw = "Persentase puas di\nDinas Kabupaten/Kota\nnaoupaten/ nota"
    assert rkt.read(source, Context("dok"))[0].indikator == "Persentase puas di Dinas Kabupaten/Kota"


def test_a_row_run_together_with_the_next_one_is_left_out() -> None:
    assert coded(
        "076.01.CQ | Penyelenggaraan Pasar | | | | | 2.401.000",
        "076.01.CQ Terwujudnya Pasar | Persentase stan | | | | Raya | 2.401.000 641.000",
        "Terwujudnya Pasar Malam | Persentase stan pasar | 90% | 6871 | | Pekan Raya | 641.000",
    ) == [("076.01.CQ", "Penyelenggaraan Pasar", 2_401_000), ("6871", "Pekan Raya", 641_000)]


def test_a_last_line_of_plain_words_is_no_repetition() -> None:
    source = table([CODED_HEADER, "Terlaksananya Layanan dan Sarana Prasarana | Nilai A | B | 3355 | | Arsip | 1.000.000"], [*CODED])
    source.rows[0].cells[0].raw = "Terlaksananya Layanan dan Sarana\nPrasarana"
    assert rkt.read(source, Context("dok"))[0].sasaran == "Terlaksananya Layanan dan Sarana Prasarana"


@pytest.mark.parametrize(
    ("heading", "unit"),
    [
        ("RENCANA KINERJA TAHUNAN 2031\nKOMISI PEMILIHAN UMUM KABUPATEN ANTAH", "KPU Kabupaten Antah"),
        ("RENCANA KINERJA TAHUNAN 2031\nSEKRETARIAT KOMISI PEMILIHAN UMUM KABUPATEN ANTAH", "Sekretariat KPU Kabupaten Antah"),
        ("RENCANA KINERJA TAHUNAN 2031\nKOMISI PEMILIHAN UMUM KABUPATEN ANTAN", "KPU Kabupaten Antah"),
        ("RENCANA KINERJA TAHUNAN 2031", "KPU Kabupaten Antah"),
    ],
)
def test_the_unit_stands_in_its_normal_form(heading: str, unit: str) -> None:
    source = table([LETTERED_HEADER, "1 | Gaji | Terlaksananya gaji | Jumlah bulan | 12 bulan | Gaji | 2.176.000"], [*LETTERED])
    source.kind = "rkt"
    assert rkt.read_plans([*lines(heading), source], Context("dok", 2031, "KPU Kabupaten Antah"))[0].unit == unit


def test_two_letters_in_the_column_of_the_codes_are_a_program() -> None:
    header, roles = "No | Kode | Kegiatan | Indikator | Target | Anggaran", ["nomor", "kode", "kegiatan", "indikator", "target", "anggaran"]
    rows = plan(
        header,
        [*roles],
        "A | CQ | Penyelenggaraan Pekan Raya | | | 48.366.000",
        "1 | \u041a\u0412.6713 | Penataan Stan | Jumlah stan | 12 Stan | 26.030.000",
        "B | KB | Pelayanan Pasar | | | 2.176.000",
    )
    assert [(r.kode, r.kegiatan) for r in rows] == [
        ("CQ", "Penyelenggaraan Pekan Raya"),
        ("KB.6713", "Penataan Stan"),
        ("KB", "Pelayanan Pasar"),
    ]


def test_a_code_in_a_column_of_its_own_leaves_the_other_columns_theirs() -> None:
    rows = plan(
        "Kode | Program/Kegiatan | Sasaran | Indikator | Target | Anggaran",
        ["kode", "kegiatan", "sasaran", "indikator", "target", "anggaran"],
        "076.01.WA | Program Dukungan | | | | 4.000.000",
        "3355 | Pengelolaan Keuangan | Meningkatnya akuntabilitas | Nilai evaluasi | BB | 3.000.000",
        "3360.EBA.994 | Layanan Perkantoran | | Jumlah layanan | 12 Bulan | 1.000.000",
    )
    assert [(r.kode, r.kegiatan, r.sasaran, r.indikator) for r in rows] == [
        ("076.01.WA", "Program Dukungan", None, None),
        ("3355", "Pengelolaan Keuangan", "Meningkatnya akuntabilitas", "Nilai evaluasi"),
        ("3360.EBA.994", "Layanan Perkantoran", "Meningkatnya akuntabilitas", "Jumlah layanan"),
    ]


def test_a_further_indicator_of_an_activity_is_a_row_without_an_amount() -> None:
    rows = plan(
        "No | Kegiatan | Sasaran | Indikator | Target | Anggaran",
        ["nomor", "kegiatan", "sasaran", "indikator", "target", "anggaran"],
        "1 | Pengelolaan Keuangan | Meningkatnya akuntabilitas | Persentase serapan | 95% | 3.000.000",
        " | | | Jumlah laporan keuangan | 3 Laporan |",
        " | | | Jumlah surat yang | 5 |",
        " | | | terdistribusi | |",
    )
    assert [(r.kegiatan, r.indikator, r.anggaran is not None) for r in rows] == [
        ("Pengelolaan Keuangan", "Persentase serapan", True),
        ("Pengelolaan Keuangan", "Jumlah laporan keuangan", False),
        ("Pengelolaan Keuangan", "Jumlah surat yang terdistribusi", False),
    ]


def test_a_program_beside_its_activities_is_no_part_of_them() -> None:
    header = "Sasaran | Indikator | Target | {} | Kegiatan | Anggaran"
    roles: list[str | None] = ["sasaran", "indikator", "target", "kegiatan", "kegiatan", "anggaran"]
    row = "Taman teduh | Jumlah taman | 2 | Penataan Taman | Penanaman | 2.500.000"
    assert [r.kegiatan for r in plan(header.format("Program"), roles, row)] == ["Penanaman"]
    assert [r.kegiatan for r in plan(header.format("Kegiatan"), roles, row)] == ["Penataan Taman Penanaman"]
