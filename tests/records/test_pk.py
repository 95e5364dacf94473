"""Agreements: targets with the sasaran that covers them, the budget list, and both grouped into one agreement."""

from dataclasses import dataclass
from decimal import Decimal

import pytest

from extractor.model import BarisAnggaran, BarisPK
from extractor.records import pk, pk_anggaran
from extractor.records.agreements import read_agreements
from extractor.records.context import Context
from extractor.tables.table import Item, Table
from tests.records.staff_tables import lines, table

ROLES = ["nomor", "sasaran", "indikator", "target"]
HEADER = "No | Sasaran Strategis | Indikator Kinerja | Target"
BUDGET = ["nomor", "uraian", "mata_uang", "jumlah"]
BUDGET_HEADER = "No | Program | | Anggaran"


def targets(*rows: str, roles: list[str | None] | None = None, header: str = HEADER) -> list[BarisPK]:
    return pk.read(table([header, *rows], list(roles or ROLES)), Context("dok"))


def told(rows: list[BarisPK]) -> list[tuple[str | None, str | None, str | None, str | None]]:
    return [(r.nomor, r.sasaran, r.indikator, r.target.mentah if r.target else None) for r in rows]


def budget(*rows: str, roles: list[str | None] | None = None) -> list[BarisAnggaran]:
    return pk_anggaran.read(table([BUDGET_HEADER, *rows], list(roles or BUDGET)), Context("dok"))


def test_sasaran_and_number_hold_for_all_indicators_of_the_merged_cell() -> None:
    rows = targets(
        "1. | Meningkatnya mutu jalan desa | Persentase jalan mantap | 81%",
        " | | Jumlah jembatan | 4 unit",
        "2. | Terwujudnya pasar bersih | Indeks kebersihan | 72",
    )
    assert told(rows) == [
        ("1", "Meningkatnya mutu jalan desa", "Persentase jalan mantap", "81%"),
        ("1", "Meningkatnya mutu jalan desa", "Jumlah jembatan", "4 unit"),
        ("2", "Terwujudnya pasar bersih", "Indeks kebersihan", "72"),
    ]
    assert rows[1].target is not None
    assert (rows[1].target.jenis, rows[1].target.nilai, rows[1].target.satuan) == ("jumlah", 4, "unit")


@pytest.mark.parametrize(
    ("first", "rest", "whole"),
    [
        ("Tata kelola arsip dan", "Kearsipan (QZA)", "Tata kelola arsip dan Kearsipan (QZA)"),
        ("Menyelenggarakan Bursa/Pekan", "Raya Yang Tertib, Aman", "Menyelenggarakan Bursa/Pekan Raya Yang Tertib, Aman"),
        ("Meningkatnya kinerja", "dan akuntabilitas", "Meningkatnya kinerja dan akuntabilitas"),
    ],
)
def test_the_wrapped_rest_of_a_sasaran_beside_the_next_indicator_belongs_to_it(first: str, rest: str, whole: str) -> None:
    rows = targets(
        f"1 | {first} | Persentase A | 10%", f" | {rest} | Persentase B | 20%", " | | Persentase C | 30%", "2 | Lain | Nilai D | B"
    )
    assert [r.sasaran for r in rows] == [whole, whole, whole, "Lain"]


def test_a_sasaran_without_a_number_of_its_own_is_a_new_one() -> None:
    rows = targets("1 | Meningkatnya panen | Nilai A | B", " | | Nilai B | A", " | Terwujudnya lumbung desa | Nilai C | A")
    assert told(rows)[2] == (None, "Terwujudnya lumbung desa", "Nilai C", "A")


def test_cells_filled_down_count_as_merged_ones() -> None:
    source = table([HEADER, "1 | Meningkatnya panen | Nilai A | 80%", "1 | Meningkatnya panen | Nilai B | 80%"], list(ROLES))
    for column in (0, 1, 3):
        source.rows[1].cells[column].filled_down = True
    assert told(pk.read(source, Context("dok")))[1] == ("1", "Meningkatnya panen", "Nilai B", "80%")


def test_label_rows_name_the_sasaran_of_the_indicators_below() -> None:
    rows = targets(
        "Sasaran 1 : Meningkatnya gizi anak | ",
        "Persentase balita sehat | 90 %",
        "Sasaran 2 : Terwujudnya posyandu aktif | ",
        "Jumlah posyandu | 12",
        roles=["indikator", "target"],
        header="SASARAN INDIKATOR KINERJA | TARGET",
    )
    assert told(rows) == [
        ("1", "Meningkatnya gizi anak", "Persentase balita sehat", "90 %"),
        ("2", "Terwujudnya posyandu aktif", "Jumlah posyandu", "12"),
    ]


@pytest.mark.parametrize("mark", ["Sasaran 1 : ", "1. ", "I. "])
def test_a_label_across_a_table_of_numbered_indicators_names_their_sasaran(mark: str) -> None:
    rows = targets(
        f"{mark}Meningkatnya mutu jalan desa | | ",
        "1 | Persentase jalan mantap | 81%",
        "2 | Jumlah jembatan | 4 unit",
        roles=["nomor", "indikator", "target"],
        header="No | Indikator | Target",
    )
    assert [(r.nomor, r.sasaran) for r in rows] == [("1", "Meningkatnya mutu jalan desa"), ("2", "Meningkatnya mutu jalan desa")]


@pytest.mark.parametrize("first", ["1", "2"])
def test_a_label_whose_number_stands_in_the_column_of_numbers(first: str) -> None:
    """An entry that lost its target is no label: the next one counts on."""
    rows = targets(
        "1. | Meningkatnya mutu jalan desa | ",
        f"{first} | Persentase jalan mantap | 81%",
        "2. Terwujudnya posyandu aktif | | ",
        "3 | Jumlah jembatan | 4 unit",
        roles=["nomor", "indikator", "target"],
        header="No | Indikator | Target",
    )
    labelled = ["Meningkatnya mutu jalan desa", "Terwujudnya posyandu aktif"]
    assert [r.sasaran for r in rows] == (labelled if first == "1" else [None, None, labelled[1]])


def test_labels_all_of_which_fell_into_the_columns_of_the_entries() -> None:
    rows = targets(
        " | 1. Meningkatnya mutu jalan desa | ",
        "1 | Persentase jalan mantap | 81%",
        "2. | Terwujudnya posyandu aktif | ",
        "2 | Jumlah jembatan | 4 unit",
        "3 | Jumlah kader | 12 orang",
        "3. | Tersedianya air minum | ",
        "4 | Persentase rumah tersambung | 75%",
        roles=["nomor", "indikator", "target"],
        header="No | Indikator | Target",
    )
    assert [(r.sasaran, r.indikator) for r in rows] == [
        ("Meningkatnya mutu jalan desa", "Persentase jalan mantap"),
        ("Terwujudnya posyandu aktif", "Jumlah jembatan"),
        ("Terwujudnya posyandu aktif", "Jumlah kader"),
        ("Tersedianya air minum", "Persentase rumah tersambung"),
    ]


def test_a_label_row_joined_to_the_indicator_above_holds_for_the_next() -> None:
    rows = targets(
        "Sasaran 1 : Meningkatnya gizi anak | ",
        "Persentase balita sehat Sasaran 2 : Terwujudnya posyandu aktif | 90 %",
        "Jumlah posyandu | 12",
        roles=["indikator", "target"],
        header="INDIKATOR | TARGET",
    )
    assert [(r.nomor, r.indikator) for r in rows] == [("1", "Persentase balita sehat"), ("2", "Jumlah posyandu")]


def test_words_of_a_label_that_slipped_over_the_border_are_put_back() -> None:
    rows = targets(
        "Sasaran 1 : Meningkatnya Layanan Dalam Pe Pasar | enyelenggaraan",
        "Persentase Penyelenggaraan pasar | 90 %",
        roles=["indikator", "target"],
        header="INDIKATOR | TARGET",
    )
    assert rows[0].sasaran == "Meningkatnya Layanan Dalam Penyelenggaraan Pasar"


def test_a_separate_unit_is_joined_to_the_target() -> None:
    rows = targets(
        "1 | Terlaksananya survei | Jumlah survei | Laporan | 12",
        "2 | Meningkatnya mutu | Persentase puas | % | 85",
        "3 | Terwujudnya tata kelola | Nilai evaluasi | Nilai | BB",
        roles=["nomor", "sasaran", "indikator", "satuan", "target"],
        header="No | Sasaran | Indikator | Satuan | Target",
    )
    assert [r.target.mentah for r in rows if r.target] == ["12 Laporan", "85%", "BB"]


def test_an_unreadable_indicator_and_a_lost_target_leave_their_rows() -> None:
    rows = targets(
        "1 | Terwujudnya arsip | THE STATE OF THE ART | 100%", "2 | Meningkatnya mutu | Persentase puas |", "(1) | (2) | (3) | (4)"
    )
    assert [(r.indikator, r.target.jenis if r.target else None) for r in rows] == [(None, "persen"), ("Persentase puas", "kosong")]


def test_list_numbers_of_indicators_stay_as_printed() -> None:
    assert targets("1 | Meningkatnya mutu | 2. Persentase puas | 51,30%")[0].indikator == "2. Persentase puas"
    row = targets("1 | Meningkatnya mutu | Persentase puas | 51,30%")[0]
    assert row.target is not None
    assert row.target.nilai == Decimal("51.30")


def test_budget_items_lose_list_number_and_code_and_read_the_amount_wherever_it_stands() -> None:
    rows = budget(
        "1. | Layanan Arsip (3355.EBA) | Rp. | 4.877.000",
        " | 2. Program Dukungan Manajemen | | Rp. 2.647.529.000,-",
        "3. | Pengelolaan Gudang | 7.000.500 |",
    )
    assert [(r.kode, r.uraian, r.jumlah.nilai if r.jumlah else None) for r in rows] == [
        ("3355.EBA", "Layanan Arsip", 4_877_000),
        (None, "Program Dukungan Manajemen", 2_647_529_000),
        (None, "Pengelolaan Gudang", 7_000_500),
    ]
    assert rows[0].jumlah is not None
    assert rows[0].jumlah.mentah == "Rp. 4.877.000"


def test_words_that_slipped_into_the_amount_do_not_hide_it() -> None:
    [row] = budget("1 | Penyelenggaraan Bursa | | Proses Rp. 26.608.000")
    assert row.jumlah is not None
    assert row.jumlah.nilai == 26_608_000


def test_total_rows_are_no_items_and_a_lost_amount_is_null() -> None:
    rows = budget("1 | Program Alfa | | 5.000.000", "2 | Program Beta | |", "Jumlah Anggaran | Jumlah Anggaran | | 5.000.000")
    assert [(r.uraian, r.jumlah is None) for r in rows] == [("Program Alfa", False), ("Program Beta", True)]


@dataclass(frozen=True)
class Cover:
    start: int
    stop: int
    first: None = None
    second: None = None
    year: int | None = 2031
    place: str | None = "Kota Contoh"
    date: str | None = "2031-01-03"


def _kinds(*kinds: str) -> list[Table]:
    found = []
    for n, kind in enumerate(kinds):
        roles: list[str | None] = [*BUDGET] if kind == "pk_anggaran" else [*ROLES]
        header, row = (
            (BUDGET_HEADER, f"1 | Program {n} | | 1.000.000")
            if kind == "pk_anggaran"
            else (HEADER, f"1 | Meningkatnya {n} | Nilai {n} | B")
        )
        found.append(table([header, row], roles))
        found[-1].kind, found[-1].id = kind, f"T{n}"
    return found


def test_a_budget_list_belongs_to_the_targets_before_it() -> None:
    first, list_a, plan, list_b, second, list_c = _kinds("pk", "pk_anggaran", "rkt", "pk_anggaran", "pk", "pk_anggaran")
    flow: list[Item] = [first, list_a, plan, list_b, second, list_c]
    found = read_agreements(flow, [], Context("dok", 2030), lambda cover, title, body: None)
    assert [(a.tabel, [b.uraian for b in a.anggaran]) for a in found] == [("T0", ["Program 1"]), ("T4", ["Program 5"])]
    assert [a.tahun for a in found] == [2030, 2030]


def test_year_of_the_heading_cover_and_holder() -> None:
    flow: list[Item] = [
        *lines("PERJANJIAN KINERJA TAHUN 2031\nyang bertanda tangan di bawah ini\nPERJANJIAN KINERJA TAHUN 2032\nBAGIAN ARSIP"),
        *_kinds("pk"),
    ]
    seen = []
    [found] = read_agreements(
        flow, [Cover(0, 2)], Context("dok", 2030, "Dinas X"), lambda *given: seen.append(given) or "Kepala Bagian Arsip"
    )
    assert (found.tahun, found.unit, found.tempat, found.tanggal) == (2032, "Kepala Bagian Arsip", "Kota Contoh", "2031-01-03")
    assert seen == [(Cover(0, 2), "PERJANJIAN KINERJA TAHUN 2032 BAGIAN ARSIP", "Dinas X")]


def test_a_cover_belongs_to_the_first_targets_after_it_only() -> None:
    first, second = _kinds("pk", "pk")
    flow: list[Item] = [*lines("PERJANJIAN KINERJA"), first, second]
    found = read_agreements(flow, [Cover(0, 1)], Context("dok", 2030), lambda cover, title, body: None)
    assert [a.tempat for a in found] == ["Kota Contoh", None]


def test_targets_without_a_cover_are_dated_by_the_signature_below_them() -> None:
    first, budget, second = _kinds("pk", "pk_anggaran", "pk")
    flow: list[Item] = [first, budget, *lines("Kota Contoh, 8 Januari 2031\nKETUA,\nPERJANJIAN KINERJA TAHUN 2031\nREVISI"), second]
    flow += lines("Anggaran di atas berlaku sejak rapat pleno di Kota Contoh, 5 Mei 2031\nKota Contoh, 15 November 2031")
    found = read_agreements(flow, [], Context("dok", 2031), lambda cover, title, body: None)
    assert [(a.tempat, a.tanggal) for a in found] == [("Kota Contoh", "2031-01-08"), ("Kota Contoh", "2031-11-15")]
    [alone] = read_agreements(
        [first, *lines("PERJANJIAN KINERJA\nKota Contoh, 8 Januari 2031")], [], Context("dok", 2031), lambda *given: None
    )
    assert alone.tanggal is None


def test_an_item_cut_over_neighbouring_columns_is_read_across_its_lines() -> None:
    source = table(
        [" | | Program | Anggaran", "1. | Program Kota | Penataan Arsip dan Gudang | Rp. 900.000"], ["nomor", None, "uraian", "jumlah"]
    )
    source.rows[0].cells[1].raw = "Program\nKota"
    source.rows[0].cells[2].raw = "Penataan Arsip\ndan Gudang"
    assert pk_anggaran.read(source, Context("dok"))[0].uraian == "Program Penataan Arsip Kota dan Gudang"


def test_a_number_cut_by_a_narrow_column_is_joined() -> None:
    assert targets("1 0. | Meningkatnya mutu | Nilai A | B")[0].nomor == "10"


def test_a_line_without_number_and_amount_is_no_item_of_a_numbered_list() -> None:
    rows = budget(
        "1. | Program Alfa | | 5.000.000",
        "2. | Program Beta | | 6.000.000",
        " | 2.4 Program dan Anggaran Tahun | | 2016",
        "3. | Program Gama | |",
    )
    assert [r.uraian for r in rows] == ["Program Alfa", "Program Beta", "Program Gama"]


def test_a_local_code_whose_last_digit_stands_on_the_next_line_is_whole() -> None:
    source = table(["Kode | Program | Anggaran", "2.11.01.2.0 1 | Penataan Arsip | Rp. 900.000"], ["kode", "uraian", "jumlah"])
    source.rows[0].cells[0].raw = "2.11.01.2.0\n1"
    assert pk_anggaran.read(source, Context("dok"))[0].kode == "2.11.01.2.01"


def test_one_column_of_sasaran_and_the_indikator_below_each() -> None:
    rows = targets(
        "1 | Meningkatnya mutu bimbingan warga | | ",
        " | a. Persentase penyuluh yang dibina | % | 80",
        " | b. Jumlah kelompok yang dibina | Kelompok | 412",
        "2 | Meningkatnya mutu pelayanan kantor | | ",
        " | a. Indeks layanan kantor | Indeks | 79",
        roles=["nomor", "indikator", "satuan", "target"],
        header="No | Sasaran Kegiatan / Indikator Kinerja | Satuan | Target",
    )
    assert told(rows) == [
        ("1", "Meningkatnya mutu bimbingan warga", "a. Persentase penyuluh yang dibina", "80%"),
        ("1", "Meningkatnya mutu bimbingan warga", "b. Jumlah kelompok yang dibina", "412 Kelompok"),
        ("2", "Meningkatnya mutu pelayanan kantor", "a. Indeks layanan kantor", "79 Indeks"),
    ]


def test_an_indicator_in_foreign_terms_is_no_noise() -> None:
    rows = targets("1 | Meningkatnya kemandirian keuangan | 1. Cost Recovery Rate | 95 %", "2 | Meningkatnya mutu | Net Death Rate | 25")
    assert [r.indikator for r in rows] == ["1. Cost Recovery Rate", "Net Death Rate"]


def test_unusual_words_beside_a_target_are_an_indicator() -> None:
    rows = targets("1 | Meningkatnya kesehatan | Angka kematian (AK) | 85", "2 | | Prevalensi stunting | 18%")
    assert [row.indikator for row in rows] == ["Angka kematian (AK)", "Prevalensi stunting"]


def test_a_coded_amount_that_lost_its_name_is_kept() -> None:
    rows = pk_anggaran.read(
        table(
            ["Kode | Program | Anggaran", "8.01.03 | | 7.226.771.000", "8.01.04 | Penataan Arsip | 6.668.618.000", " | | 13.895.389.000"],
            ["kode", "uraian", "jumlah"],
        ),
        Context("dok"),
    )
    assert [(r.kode, r.uraian, r.jumlah and r.jumlah.nilai) for r in rows] == [
        ("8.01.03", "", 7_226_771_000),
        ("8.01.04", "Penataan Arsip", 6_668_618_000),
    ]
