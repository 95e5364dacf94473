"""Budget realisation tables: pagu, realisasi and percent per line and year."""

from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from extractor.model import Angka, BarisRealisasi, Sumber
from extractor.records import realisasi
from extractor.records.context import Context
from tests.tables.printed import only_table, tabbed

HEADER = "Kode | Uraian | Pagu | Realisasi | %"
TITLE = "Tabel 3.9 Realisasi Anggaran Tahun 2031"


def read(*rows: str, title: str = TITLE) -> list[BarisRealisasi]:
    table = only_table(f"{title}\n{tabbed(*rows)}")
    assert table.kind == "realisasi_anggaran"
    return realisasi.read(table, Context("dok"))


def value(figure: Angka | None) -> int | Decimal | None:
    return figure.nilai if figure else None


def figures(row: BarisRealisasi) -> tuple[int | Decimal | None, ...]:
    return value(row.pagu), value(row.realisasi), value(row.persen)


def test_codes_levels_and_figures() -> None:
    rows = read(
        HEADER,
        "CQ | Program Pekan Raya | 35.000.000 | 34.500.000 | 98,57%",
        "6709 | Penataan arsip | 12.500.000 | 12.000.000 | 96,00%",
        "6709.QGE.001 | Laporan arsip | 12.500.000 | 12.000.000 | 96,00%",
        "Jumlah | | 35.000.000 | 34.500.000 | 98,57%",
    )
    assert [(r.kode, r.uraian, r.tingkat) for r in rows] == [
        ("CQ", "Program Pekan Raya", "program"),
        ("6709", "Penataan arsip", "kegiatan"),
        ("6709.QGE.001", "Laporan arsip", "ro"),
        (None, "Jumlah", "total"),
    ]
    assert figures(rows[1]) == (12_500_000, 12_000_000, Decimal("96.00"))
    assert {r.tahun for r in rows} == {2031}


def test_a_code_before_the_name_is_its_code() -> None:
    rows = read(
        "No | Kegiatan | Pagu | Realisasi",
        "1 | 6709 Penataan arsip | 12.500.000 | 12.000.000",
        "2 | 6710 Penataan pasar | 2.500.000 | 2.000.000",
    )
    assert [(r.kode, r.uraian) for r in rows] == [("6709", "Penataan arsip"), ("6710", "Penataan pasar")]


def test_the_rest_of_the_pagu_is_not_its_realisasi() -> None:
    header = "No | Uraian | Pagu | Realisasi | Sisa | %"
    rows = read(header, "1 | Arsip | 12.500.000 | 12.000.000 | 500.000 | 96%", "2 | Pasar | 22.500.000 | 22.000.000 | 500.000 | 97,78%")
    assert [figures(r) for r in rows] == [(12_500_000, 12_000_000, 96), (22_500_000, 22_000_000, Decimal("97.78"))]


def test_a_percent_in_brackets_inside_the_realisasi() -> None:
    rows = read(
        "No | Program | Pagu | Realisasi",
        "1 | Arsip | Rp 12.500.000 | Rp 12.000.000 (96,00%)",
        "2 | Pasar | Rp 22.500.000 | Rp 22.500.000 (100%)",
    )
    assert [figures(r) for r in rows] == [(12_500_000, 12_000_000, 96), (22_500_000, 22_500_000, 100)]


@pytest.mark.parametrize(
    ("top", "below", "order"),
    [
        ("Uraian | 2030 | | 2031 | ", " | Pagu | Realisasi | Pagu | Realisasi", (0, 1, 2, 3)),
        ("Uraian | Pagu | | Realisasi | ", " | 2030 | 2031 | 2030 | 2031", (0, 2, 1, 3)),
    ],
)
def test_two_years_give_two_rows_per_line(top: str, below: str, order: tuple[int, ...]) -> None:
    stated = ("12.500.000", "12.000.000", "13.500.000", "13.100.000")
    other = ("2.500.000", "2.000.000", "3.500.000", "3.100.000")
    lines = [" | ".join((name, *(texts[i] for i in order))) for name, texts in (("Belanja Modal", stated), ("Belanja Jasa", other))]
    rows = read(top, below, *lines, title="Tabel 3.9 Pagu dan Realisasi Anggaran")
    assert [(r.uraian, r.tahun, *figures(r)[:2]) for r in rows] == [
        ("Belanja Modal", 2030, 12_500_000, 12_000_000),
        ("Belanja Modal", 2031, 13_500_000, 13_100_000),
        ("Belanja Jasa", 2030, 2_500_000, 2_000_000),
        ("Belanja Jasa", 2031, 3_500_000, 3_100_000),
    ]


def test_a_budget_table_with_achievements_beside_it() -> None:
    header = "No | Sasaran | Program | Capaian Kinerja | Pagu Anggaran | Realisasi Anggaran | Penyerapan (%)"
    rows = read(
        header,
        "1 | Arsip tertib | Program Arsip | 94,12% | 12.500.000 | 12.000.000 | 96%",
        "2 | Pasar bersih | Program Pasar | 100% | 2.500.000 | 2.000.000 | 80%",
    )
    assert [(r.uraian, *figures(r)) for r in rows] == [
        ("Program Arsip", 12_500_000, 12_000_000, 96),
        ("Program Pasar", 2_500_000, 2_000_000, 80),
    ]


def test_a_label_without_amounts_is_no_row_and_a_dash_no_figure() -> None:
    rows = read(
        HEADER,
        " | URUSAN KEARSIPAN | | | ",
        "6709 | Penataan arsip | 12.500.000 | - | ",
        "6710 | Penataan pasar | 2.500.000 | 2.000.000 | 80%",
    )
    assert [r.uraian for r in rows] == ["Penataan arsip", "Penataan pasar"]
    assert figures(rows[0]) == (12_500_000, None, None)


def test_comma_thousands_are_read_in_a_column_of_comma_thousands() -> None:
    rows = read(HEADER, "6709 | Arsip | 133,094,243,000 | 132,094,243,000 | 99.25%", "6710 | Pasar | 850,000 | 700,000 | 82.35%")
    assert figures(rows[1]) == (850_000, 700_000, Decimal("82.35"))


def test_amounts_are_cited_with_their_cell() -> None:
    [first, _] = read(HEADER, "6709 | Arsip | 12.500.000 | 12.000.000 | 96%", "6710 | Pasar | 2.500.000 | 2.000.000 | 80%")
    assert first.pagu is not None
    assert first.pagu.sumber is not None
    assert not isinstance(first.pagu.sumber, list)
    assert (first.pagu.sumber.sel, first.pagu.sumber.baris) == ((0, 2), (3, 3))


CONVENTIONS = {
    "dots": lambda n: f"{n:,}".replace(",", "."),
    "commas": lambda n: f"{n:,}",
    "rupiah": lambda n: f"Rp {n:,}".replace(",", "."),
    "ending": lambda n: f"Rp. {n:,},-".replace(",", ".").replace(".-", ",-"),
    "sen": lambda n: f"{n:,}".replace(",", ".") + ",00",
}
amounts = st.integers(1_000_000, 999_999_999_999)
names = st.sampled_from(
    ["Penataan arsip", "Pelatihan juru arsip", "Pembelian rak baja", "Layanan pasar rakyat", "Perawatan gudang", "Penyediaan air"]
)
codes = st.integers(3000, 9999).filter(lambda n: not 1900 <= n <= 2099).map(str)


@settings(max_examples=100, derandomize=True)
@given(
    st.lists(st.tuples(codes, names, amounts, amounts), min_size=3, max_size=10, unique_by=lambda line: line[0]),
    st.sampled_from(list(CONVENTIONS)),
)
def test_what_is_printed_is_what_is_read(lines: list[tuple[str, str, int, int]], convention: str) -> None:
    printed = CONVENTIONS[convention]
    rows = read(
        HEADER,
        *(f"{code} | {name} | {printed(pagu)} | {printed(spent)} | {n},5%" for n, (code, name, pagu, spent) in enumerate(lines, start=10)),
    )
    assert [(r.kode, r.uraian, *figures(r)) for r in rows] == [(*line, Decimal(f"{n}.5")) for n, line in enumerate(lines, start=10)]


def test_a_bare_percent_in_brackets_behind_the_realisasi() -> None:
    rows = read(
        "No | Uraian | Pagu | Realisasi",
        "1 | Penataan Arsip | 2.000.000,00 | 1.900.000,00 (95,00)",
        "2 | Penataan Pasar | 3.000.000,00 | 2.700.000,00 (90,00)",
        "Total | | 5.000.000,00 | 4.600.000,00 (92,00)",
    )
    assert [figures(row)[1:] for row in rows] == [(1_900_000, 95), (2_700_000, 90), (4_600_000, 92)]


def test_a_percent_in_brackets_says_which_cell_it_stands_in() -> None:
    [first, _] = read(
        "No | Program | Pagu | Realisasi",
        "1 | Arsip | Rp 12.500.000 | Rp 12.000.000 (96,00%)",
        "2 | Pasar | Rp 22.500.000 | Rp 22.500.000 (100%)",
    )
    assert first.persen is not None
    assert isinstance(first.persen.sumber, Sumber)
    assert first.persen.sumber.sel == (0, 3)


def test_lines_lettered_as_a_program_are_programs() -> None:
    rows = read(
        "No | Program/Kegiatan | Pagu | Realisasi",
        "A | Penyelenggaraan Pekan Raya | 5.000.000 | 4.000.000",
        "1 | Penataan arsip | 5.000.000 | 4.000.000",
        "B | Program Dukungan Kantor | 7.500.000 | 2.000.000",
        "1 | Penataan pasar | 7.500.000 | 2.000.000",
    )
    assert [r.tingkat for r in rows] == ["program", "kegiatan", "program", "kegiatan"]


def test_a_sub_kegiatan_is_the_finest_level() -> None:
    rows = read(
        HEADER,
        "7.01.02 | Program Pelayanan | 5.000.000 | 4.000.000 | 80%",
        "7.01.02.2.02 | Pelayanan loket | 5.000.000 | 4.000.000 | 80%",
        "7.01.02.2.02.0001 | Penyediaan loket | 5.000.000 | 4.000.000 | 80%",
    )
    assert [r.tingkat for r in rows] == ["program", "kegiatan", "ro"]


def test_a_code_cut_by_its_narrow_column_is_whole() -> None:
    rows = read(
        HEADER, "CQ.6713.QGE.0 02 | Penerimaan berkas | 5.000.000 | 4.000.000 | 80%", "CQ.6713.QGE.003 | Uji | 1.000 | 1.000 | 100%"
    )
    assert (rows[0].kode, rows[0].tingkat) == ("CQ.6713.QGE.002", "ro")


def test_amounts_in_thousands_are_rupiah() -> None:
    title = "Tabel 3.9 Realisasi Anggaran per Program Tahun 2031 (dalam ribuan rupiah)"
    rows = read(
        HEADER,
        "WA | Program Taman Kota | 21.450.120 | 20.998.447 | 97,89",
        "DF | Program Pasar Kota | 10.230.500 | 9.871.002 | 96,49",
        title=title,
    )
    assert figures(rows[0])[:2] == (21_450_120_000, 20_998_447_000)
    assert rows[0].pagu is not None
    assert rows[0].pagu.mentah == "21.450.120"


def test_amounts_in_millions_by_their_headers() -> None:
    rows = read("No | Program | Pagu (Rp juta) | Realisasi (Rp juta) | %", "1 | Program Taman Kota | 61.200,00 | 57.018,42 | 93,17",
                "2 | Program Pasar Kota | 21.545,50 | 20.104,76 | 93,31")  # fmt: skip
    assert figures(rows[0])[:2] == (61_200_000_000, 57_018_420_000)


def test_a_row_for_each_year_is_what_was_spent_in_it() -> None:
    rows = read(
        "Tahun | Pagu | Realisasi | %",
        "2030 | 2.904.331.000 | 2.870.112.340 | 98,82",
        "2031 | 3.120.440.000 | 3.098.000.125 | 99,28",
        title="Tabel 3.9 Pagu dan Realisasi Anggaran Tahun 2030-2031",
    )
    assert [(r.tahun, r.uraian, r.tingkat, value(r.pagu)) for r in rows] == [
        (2030, "2030", "total", 2904331000),
        (2031, "2031", "total", 3120440000),
    ]


def test_spent_up_to_this_period_is_the_realisation() -> None:
    rows = read(
        "Kode | Uraian | Pagu Revisi | Lock Pagu | Periode Lalu | Periode Ini | s.d. Periode | % | Sisa",
        "6709 | Penataan arsip | 12.500.000 | 12.500.000 | 7.000.000 | 5.000.000 | 12.000.000 | 96,00% | 500.000",
        "6710 | Penataan pasar | 10.000.000 | 10.000.000 | 0 | 9.000.000 | 9.000.000 | 90,00% | 1.000.000",
    )
    assert [figures(r) for r in rows] == [(12500000, 12000000, 96), (10000000, 9000000, 90)]


def test_a_component_names_its_line_under_its_program() -> None:
    rows = read(
        "Program | KRO | Komponen | Pagu | Realisasi | %",
        "Program Penataan Arsip | QIA Arsip Kota | 051 Persiapan | 12.500.000 | 12.000.000 | 96,00",
        " | | 052 Pelaksanaan | 10.000.000 | 9.000.000 | 90,00",
        " | | Jumlah | 22.500.000 | 21.000.000 | 93,33",
    )
    assert [(r.kode, r.uraian, r.tingkat) for r in rows] == [
        (None, "051 Persiapan", "ro"),
        (None, "052 Pelaksanaan", "ro"),
        (None, "Jumlah", "total"),
    ]


def test_numbered_subtotals_are_totals() -> None:
    rows = read(
        "Kode | Uraian | Pagu | Realisasi | %", "1 | Rapat | 3.000.000 | 3.000.000 | 100", " | JUMLAH I | 3.000.000 | 3.000.000 | 100"
    )
    assert [(r.uraian, r.tingkat) for r in rows] == [("Rapat", "kegiatan"), ("JUMLAH I", "total")]


def test_lines_named_by_their_year_are_of_that_year() -> None:
    rows = read(
        "Uraian | Pagu | Realisasi | %",
        "Tahun 2030 | 30.000.000 | 27.000.000 | 90,00%",
        "T.A. 2031 | 40.000.000 | 38.000.000 | 95,00%",
        title="Tabel 3.9 Perbandingan Realisasi Anggaran",
    )
    assert [(r.tahun, r.uraian, r.tingkat) for r in rows] == [(2030, "Tahun 2030", "total"), (2031, "T.A. 2031", "total")]


def test_an_account_is_the_code_of_its_line() -> None:
    rows = read(
        "Akun | Jenis Belanja | Pagu | Realisasi | %",
        "51 | Belanja Pegawai | 12.500.000 | 12.000.000 | 96,00%",
        "52 | Belanja Barang | 2.500.000 | 2.000.000 | 80,00%",
        "53 | Belanja Modal | 1.500.000 | 1.500.000 | 100%",
    )
    assert [(r.kode, r.uraian) for r in rows] == [("51", "Belanja Pegawai"), ("52", "Belanja Barang"), ("53", "Belanja Modal")]


def test_numbers_with_parts_tell_the_levels_before_sums_do() -> None:
    rows = read(
        "No | Program/Kegiatan | Anggaran | Realisasi | %",
        "1 | Urusan Pohon | 12.500.000 | 11.875.000 | 95,00",
        "1.1 | Menanam | 7.500.000 | 7.125.000 | 95,00",
        "1.2 | Menyiram | 5.000.000 | 4.750.000 | 95,00",
        "2 | Program Taman | 2.500.000 | 2.400.000 | 96,00",
        " | Total | 15.000.000 | 14.275.000 | 95,17",
    )
    assert [row.tingkat for row in rows] == ["program", "kegiatan", "kegiatan", "program", "total"]


def test_a_line_without_any_other_name_is_that_of_its_sasaran() -> None:
    rows = read(
        "No | Sasaran Strategis | Jumlah Indikator | Anggaran (Rp) | Realisasi (Rp) | Capaian (%)",
        "1 | Kebun rapi | 2 | 12.500.000 | 11.875.000 | 95,00",
        "2 | Taman teduh | 1 | 2.500.000 | 2.400.000 | 96,00",
    )
    assert [row.uraian for row in rows] == ["Kebun rapi", "Taman teduh"]


def test_a_line_may_be_named_by_the_source_of_its_money() -> None:
    rows = read(
        "No | Sumber Dana | Pagu | Realisasi | Persentase",
        "1 | RM | 75.000.000 | 71.250.000 | 95,00",
        "2 | PNBP | 25.000.000 | 23.750.000 | 95,00",
    )
    assert [row.uraian for row in rows] == ["RM", "PNBP"]
