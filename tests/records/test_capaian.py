"""Achievement tables: target, realisasi and capaian per indicator and year."""

from decimal import Decimal

from extractor.model import BarisCapaian
from extractor.records import capaian
from extractor.records.context import Context
from tests.tables.printed import only_table, tabbed

HEADER = "No | Sasaran Strategis | Indikator Kinerja | Target | Realisasi | Capaian (%)"
TITLE = "Tabel 3.1 Capaian Kinerja Tahun 2031"


def read(*rows: str, title: str = TITLE, year: int | None = None) -> list[BarisCapaian]:
    table = only_table(f"{title}\n{tabbed(*rows)}")
    assert table.kind == "capaian_kinerja"
    return capaian.read(table, Context("dok", year))


def told(row: BarisCapaian) -> tuple[str | None, ...]:
    return tuple(t.mentah if t else None for t in (row.target, row.realisasi, row.capaian))


def test_one_row_per_indicator_under_its_sasaran() -> None:
    rows = read(
        HEADER,
        "1 | Meningkatnya arsip tertib | Persentase arsip tertata | 85% | 80% | 94,12%",
        " | | Jumlah juru arsip | 12 orang | 14 orang | 116,67%",
        "2 | Terwujudnya pasar bersih | Opini pemeriksa | WTP | WDP | 50%",
    )
    assert [(r.nomor, r.sasaran, r.indikator) for r in rows] == [
        ("1", "Meningkatnya arsip tertib", "Persentase arsip tertata"),
        ("1", "Meningkatnya arsip tertib", "Jumlah juru arsip"),
        ("2", "Terwujudnya pasar bersih", "Opini pemeriksa"),
    ]
    assert [told(r) for r in rows] == [("85%", "80%", "94,12%"), ("12 orang", "14 orang", "116,67%"), ("WTP", "WDP", "50%")]
    assert {r.tahun for r in rows} == {2031}
    assert rows[0].capaian is not None
    assert rows[0].capaian.nilai == Decimal("94.12")


def test_one_row_per_year_that_has_a_value() -> None:
    rows = read(
        "No | Indikator Kinerja | Realisasi | | ",
        " | | 2029 | 2030 | 2031",
        "1 | Persentase arsip tertata | 70% | 71% | 72%",
        "2 | Indeks kebersihan pasar | | 81% | 82%",
        title="Tabel 3.2 Perbandingan Realisasi Kinerja Tahun 2029-2031",
    )
    assert [(r.indikator, r.tahun, told(r)[1]) for r in rows] == [
        ("Persentase arsip tertata", 2029, "70%"),
        ("Persentase arsip tertata", 2030, "71%"),
        ("Persentase arsip tertata", 2031, "72%"),
        ("Indeks kebersihan pasar", 2030, "81%"),
        ("Indeks kebersihan pasar", 2031, "82%"),
    ]


def test_values_of_one_year_stand_together() -> None:
    rows = read(
        "No | Indikator Kinerja | 2030 | | 2031 | ",
        " | | Target | Realisasi | Target | Realisasi",
        "1 | Persentase arsip tertata | 70% | 65% | 75% | 73%",
        "2 | Indeks kebersihan pasar | 80 | 81 | 82 | 83",
        title="Tabel 3.2 Perbandingan Capaian Kinerja",
    )
    assert [(r.tahun, told(r)[:2]) for r in rows] == [
        (2030, ("70%", "65%")),
        (2031, ("75%", "73%")),
        (2030, ("80", "81")),
        (2031, ("82", "83")),
    ]


def test_a_table_without_a_year_is_of_the_reporting_year() -> None:
    rows = read(
        HEADER,
        "1 | Arsip tertib | Nilai arsip | 85 | 80 | 94,12",
        "2 | Pasar bersih | Nilai pasar | 72 | 72 | 100",
        title="Capaian Kinerja",
        year=2033,
    )
    assert [r.tahun for r in rows] == [2033, 2033]


def test_the_unit_of_its_own_column_goes_to_the_values() -> None:
    header = "No | Indikator Kinerja | Satuan | Target | Realisasi | Capaian (%)"
    rows = read(header, "1 | Jumlah juru arsip | Orang | 12 | 14 | 116,67", "2 | Nilai pasar | Indeks | 72 | 72 | 100")
    assert [r.target.satuan for r in rows if r.target] == ["Orang", "Indeks"]


def test_the_average_has_neither_number_nor_sasaran() -> None:
    entries = ("1 | Arsip tertib | Nilai arsip | 85 | 80 | 94,12", "2 | Pasar bersih | Nilai pasar | 72 | 72 | 100")
    last = read(HEADER, *entries, "Rata-rata capaian | | | | | 97,06")[-1]
    assert (last.nomor, last.sasaran, last.indikator, told(last)[2]) == (None, None, "Rata-rata capaian", "97,06")


def test_every_row_says_where_it_stands() -> None:
    rows = read(HEADER, "1 | Arsip tertib | Nilai arsip | 85 | 80 | 94,12", "2 | Pasar bersih | Nilai pasar | 72 | 72 | 100")
    assert [r.sumber.baris for r in rows if r.sumber and not isinstance(r.sumber, list)] == [(3, 3), (4, 4)]


def test_a_unit_column_says_what_the_figures_are() -> None:
    [percent, documents] = read(
        "No | Indikator Kinerja | Satuan | Target | Realisasi | Capaian",
        "1 | Persentase arsip tertata | % | 85 | 80 | 94,12",
        "2 | Jumlah pedoman arsip | Dokumen | 12 | 9 | 75",
    )
    assert percent.target is not None
    assert documents.realisasi is not None
    assert (percent.target.mentah, percent.target.jenis, percent.target.nilai, percent.target.satuan) == ("85", "persen", 85, "%")
    assert (documents.realisasi.jenis, documents.realisasi.nilai, documents.realisasi.satuan) == ("jumlah", 9, "Dokumen")
    assert documents.capaian is not None
    assert documents.capaian.satuan is None


def test_a_header_with_the_percent_sign_makes_its_figures_percents() -> None:
    [row, _] = read(
        HEADER,
        "1 | Meningkatnya arsip tertib | Jumlah juru arsip | 12 orang | 14 orang | 116,67",
        "2 | Terwujudnya pasar bersih | Indeks kebersihan | 70 | 77 | 110",
    )
    assert row.capaian is not None
    assert (row.capaian.mentah, row.capaian.jenis, row.capaian.nilai) == ("116,67", "persen", Decimal("116.67"))


def test_a_sasaran_wrapped_beside_the_next_indicator_is_joined() -> None:
    rows = read(
        "Sasaran Strategis | Indikator Kinerja | Target | Realisasi | Capaian",
        "Meningkatnya ketersediaan | Jumlah juru arsip | 12 orang | 14 orang | 116,67%",
        "arsip kota | Persentase arsip tertata | 85% | 80% | 94,12%",
        "Terwujudnya pasar bersih | Indeks kebersihan pasar | 70 | 77 | 110%",
    )
    assert [r.sasaran for r in rows] == ["Meningkatnya ketersediaan arsip kota"] * 2 + ["Terwujudnya pasar bersih"]


def test_an_indicator_that_is_an_average_belongs_to_its_sasaran() -> None:
    rows = read(
        HEADER,
        "1 | Tertibnya arsip | Jumlah arsip | 5 | 5 | 100%",
        " | | Rata-rata hari peminjaman arsip | 2 | 2 | 100%",
        " | | Rata-rata nilai penataan arsip | 70 | 70 | 100%",
        "2 | Bersihnya pasar | Nilai pasar | 72 | 72 | 100%",
    )
    assert [row.sasaran for row in rows] == [*["Tertibnya arsip"] * 3, "Bersihnya pasar"]


def test_a_row_with_nothing_but_a_numbered_sasaran_covers_the_rows_below() -> None:
    rows = read(
        "No. Urut | Indikator Kinerja | Target | Realisasi | Capaian",
        "1. Tertibnya arsip kota | | | |",
        "1 | Jumlah arsip | 5 | 5 | 100%",
        "2 | Nilai arsip | 70 | 70 | 100%",
        "2. Bersihnya pasar di seluruh kecamatan | | | |",
        "3 | Nilai pasar | 72 | 72 | 100%",
    )
    assert [row.sasaran for row in rows] == [*["Tertibnya arsip kota"] * 2, "Bersihnya pasar di seluruh kecamatan"]


def test_a_unit_with_a_number_of_its_own_leaves_the_figures_readable() -> None:
    rows = read(
        "No | Indikator Kinerja | Satuan | Target | Realisasi | Capaian (%)", "1 | Angka kematian pasien | per 1000 | 25 | 21,30 | 114,80"
    )
    assert [t and t.nilai for t in (rows[0].target, rows[0].realisasi)] == [25, Decimal("21.3")]


def test_bare_years_hold_what_the_title_says() -> None:
    rows = read(
        "Indikator Kinerja | Kondisi Awal 2028 | 2029 | 2030 | 2031",
        "Indeks layanan arsip | 61,10 | 64,20 | 66,91 | 70,84",
        "Persentase arsip tertata | 90,00 | 92,10 | 95,00 | 97,44",
        title="Tabel 3.2 Realisasi Kinerja Tahun 2028-2031",
    )
    assert [(r.tahun, r.indikator, r.realisasi.nilai if r.realisasi else None) for r in rows][:3] == [
        (2029, "Indeks layanan arsip", Decimal("64.20")),
        (2030, "Indeks layanan arsip", Decimal("66.91")),
        (2031, "Indeks layanan arsip", Decimal("70.84")),
    ]


def test_single_letters_under_years_are_target_and_realisation() -> None:
    rows = read(
        "Indikator Kinerja | 2030 | | | 2031 | | ",
        " | T | R | % | T | R | %",
        "Indeks layanan arsip | 90 | 88,2 | 98,00 | 92 | 93,1 | 101,20",
        "Persentase arsip tertata | 68 | 69,9 | 102,79 | 70 | 71,02 | 101,46",
        title="Tabel 3.2 Perkembangan Capaian Kinerja Tahun 2030-2031",
    )
    assert [(r.tahun, *told(r)) for r in rows][:2] == [(2030, "90", "88,2", "98,00"), (2031, "92", "93,1", "101,20")]


def test_a_national_target_is_none_of_the_units_own() -> None:
    rows = read(
        "Indikator | Realisasi Kabupaten | Realisasi Provinsi | Realisasi Nasional | Target Nasional (RPJMN)",
        "Angka kematian ibu | 79,40 | 76,93 | 189 | 183",
        "Prevalensi stunting | 16,4 | 20,7 | 21,5 | 14",
        title="Tabel 3.2 Perbandingan Realisasi Kinerja dengan Provinsi dan Nasional",
    )
    assert [told(r) for r in rows] == [(None, "79,40", None), (None, "16,4", None)]


def test_a_label_with_a_dotted_number_and_no_sign_behind_it_names_the_sasaran() -> None:
    rows = read(
        "Sasaran/Indikator | Target | Realisasi | Capaian (%)",
        "SS1.1 Tertatanya arsip | | |",
        "1.1.1 Persentase arsip tertata | 85% | 80% | 94,12%",
        "SS2.1 Bersihnya pasar | | |",
        "2.1.1 Jumlah pasar bersih | 12 | 14 | 116,67%",
    )
    assert [(r.nomor, r.sasaran) for r in rows] == [("1.1", "Tertatanya arsip"), ("2.1", "Bersihnya pasar")]
