from decimal import Decimal

import pytest

from extractor.claims.claim import Claim
from extractor.claims.passages import passages
from extractor.claims.read import read_claims
from extractor.reading.document import Document, Line, Page, Place
from extractor.segmenting import Segmentation
from tests.claims.prose import claims_of


def by_role(claims: list[Claim]) -> dict[str | None, list[object]]:
    found: dict[str | None, list[object]] = {}
    for claim in claims:
        found.setdefault(claim.role, []).append(claim.value)
    return found


def test_a_comparison_with_the_year_before() -> None:
    claims = claims_of("Capaian kinerja meningkat sebesar 2,15% menjadi 91,40% dari tahun sebelumnya yaitu 89,35%.")
    assert by_role(claims) == {"change": [Decimal("2.15")], "to": [Decimal("91.40")], "from": [Decimal("89.35")]}
    assert len({claim.group for claim in claims}) == 1
    assert [claim.trend for claim in claims] == ["up", "up", None]
    assert [(claim.year, claim.year_basis) for claim in claims] == [(2024, "report"), (2024, "report"), (2023, "relative")]
    assert {claim.subject.measure for claim in claims} == {"capaian"}


def test_a_fall_between_named_years() -> None:
    claims = claims_of("Realisasi anggaran turun dari Rp 90.000.000 pada tahun 2022 menjadi Rp 75.000.000 pada tahun 2023.")
    assert by_role(claims) == {"from": [90_000_000], "to": [75_000_000]}
    assert [claim.year for claim in claims] == [2022, 2023]
    assert claims[1].trend == "down"


def test_a_total_and_its_parts() -> None:
    claims = claims_of(
        "Total anggaran sebesar Rp. 9.000.000,- (sembilan juta rupiah) terdiri dari 2 (dua) program yaitu Program Tata Kelola sebesar",
        "Rp. 4.000.000,- dan Program Layanan Umum sebesar Rp. 5.000.000,-.",
    )
    assert by_role(claims) == {"total": [9_000_000], "part": [4_000_000, 5_000_000], None: [2]}
    assert [c.subject.key for c in claims if c.role == "part"] == ["tata kelola", "layanan umum"]
    assert len({c.group for c in claims if c.kind == "rupiah"}) == 1


def test_parts_in_the_sentence_after_the_total() -> None:
    claims = claims_of("Saldo aset adalah sebesar Rp 700.000. Jumlah tersebut terdiri dari tanah sebesar Rp 500.000 dan mobil Rp 200.000.")
    assert by_role(claims) == {"total": [700_000], "part": [500_000, 200_000]}


def test_staff_groups() -> None:
    claims = claims_of("Pegawai sebanyak 20 orang terdiri dari PNS sebanyak 12 orang, PPPK sebanyak 5 orang dan PPNPN sebanyak 3 orang.")
    assert by_role(claims) == {"total": [20], "part": [12, 5, 3]}
    assert [claim.subject.text for claim in claims[1:]] == ["PNS", "PPPK", "PPNPN"]
    assert {claim.unit for claim in claims} == {"orang"}


def test_a_share_belongs_to_its_amount_and_its_ceiling() -> None:
    claims = claims_of("Dari pagu sebesar Rp 50.000.000 terealisasi sebesar Rp 40.000.000 atau 80,00% dari pagu anggaran.")
    assert [(claim.role, claim.subject.measure) for claim in claims] == [("whole", "pagu"), (None, "realisasi"), ("share", "penyerapan")]
    assert len({claim.group for claim in claims}) == 1


def test_out_of_so_many() -> None:
    claims = claims_of("Dari 7 (tujuh) indikator kinerja, 5 indikator mencapai target.")
    assert [(claim.role, claim.value, claim.unit) for claim in claims] == [("whole", 7, "indikator"), (None, 5, "indikator")]


def test_words_that_differ_from_the_digits_are_both_kept() -> None:
    [claim] = claims_of("Jumlah PNS berjumlah 13 (empat belas) pegawai.")
    assert (claim.value, claim.unit) == (13, "pegawai")
    assert claim.words is not None
    assert (claim.words.raw, claim.words.value) == ("empat belas", 14)


def test_budget_codes_and_names() -> None:
    [claim] = claims_of("Kegiatan CQ.6709 Penyusunan Rencana Kerja terealisasi 100% sesuai perjanjian kinerja.")
    assert (claim.subject.code, claim.subject.key, claim.subject.scope) == ("CQ.6709", "penyusunan rencana kerja", "kegiatan")


def test_this_activity_is_the_one_named_above() -> None:
    claims = claims_of(
        "3. Kegiatan Penguatan Arsip Daerah. Jumlah anggaran yang dialokasikan untuk pelaksanaan kegiatan ini sebesar Rp. 500.000,00 dan",
        "realisasi anggaran sebesar Rp. 450.000,00.",
    )
    assert [(claim.subject.text, claim.subject.measure) for claim in claims] == [
        ("Kegiatan Penguatan Arsip Daerah", "pagu"),
        ("Kegiatan Penguatan Arsip Daerah", "realisasi"),
    ]


@pytest.mark.parametrize(
    ("text", "years"),
    [
        ("Pagu Tahun 2022 sebesar Rp 5.000.000 dan pagu Tahun 2023 sebesar Rp 6.000.000.", [2022, 2023]),
        ("Realisasi sebesar Rp 5.000.000 pada tahun lalu.", [2023]),
        ("Sesuai Peraturan Nomor 5 Tahun 2014, realisasi kinerja sebesar 95%.", [2024]),
        ("Dalam Renstra 2020-2024 target kinerja sebesar 95%.", [2024]),
        ("Capaian tahun ini sebesar 95%.", [2024]),
        ("Capaian TA. 2021 sebesar 95%, realisasi sebesar Rp 4.000.000.", [2021, 2021]),
    ],
)
def test_years(text: str, years: list[int]) -> None:
    assert [claim.year for claim in claims_of(text)] == years


def test_a_figure_over_lines_knows_where_its_digits_stand() -> None:
    [claim] = claims_of(
        "Penyerapan anggaran adalah sebesar Rp.", "9.500.000,- (sembilan juta lima", "", "ratus ribu rupiah) pada akhir tahun."
    )
    assert claim.words is not None
    assert claim.words.value == 9_500_000
    assert [place.lines for place in claim.places] == [(2, 2), (4, 4)]
    assert claim.position == 1


def test_rows_of_a_table_that_fell_apart_are_no_claims() -> None:
    assert claims_of("Evaluasi Pelaksanaan Layanan dan Rp. 7.411.000 Penghitungan", "", "Bidang Umum 100 % Perencanaan") == []


def test_a_list_of_amounts_is_one() -> None:
    claims = claims_of("1) Penguatan Peran Forum, dengan anggaran sebesar Rp. 300.000,00;", "2) Rapat Kerja Bidang : Rp. 200.000,00;")
    assert [(claim.subject.text, claim.value) for claim in claims] == [("Penguatan Peran Forum", 300_000), ("Rapat Kerja Bidang", 200_000)]


def test_groups_of_different_sentences_differ() -> None:
    claims = claims_of("Capaian sebesar 90%.", "", "Capaian naik 2% menjadi 92%.")
    assert claims[0].group != claims[1].group == claims[2].group


def groups(claims: list[Claim]) -> list[list[object]]:
    """The values of each group that has several, in printed order."""
    found: dict[int, list[object]] = {}
    for claim in claims:
        found.setdefault(claim.group, []).append(claim.value)
    return [values for values in found.values() if len(values) > 1]


def test_target_realisasi_and_capaian_of_one_indicator_are_a_group() -> None:
    claims = claims_of(
        "Persentase layanan tepat waktu realisasinya sebesar 78,80 % dari target 79,00 % atau tercapai 99,75 %.",
        "Persentase arsip digital realisasinya sebesar 45,00 % dari target yang ditetapkan 50,00 % dengan capaian kinerja 90,00 %.",
    )
    measures = ["realisasi", "target", "capaian"]
    assert [claim.subject.measure for claim in claims] == measures * 2
    assert groups(claims) == [
        [Decimal("78.80"), Decimal("79.00"), Decimal("99.75")],
        [Decimal("45.00"), Decimal("50.00"), Decimal("90.00")],
    ]
    assert [claim.subject.key for claim in claims[::3]] == ["persentase layanan tepat waktu", "persentase arsip digital"]


def test_pagu_realisasi_and_share_of_one_program_are_a_group() -> None:
    claims = claims_of(
        "Sasaran ini didukung oleh 2 program, yaitu Program Tata Kelola yang terdiri dari 3 kegiatan dengan alokasi anggaran sebesar",
        "Rp. 8,000,000.00 dengan realisasi sebesar Rp. 6,000,000.00 atau 75,00% dan Program Layanan Umum yang terdiri dari 1 kegiatan",
        "dengan alokasi anggaran sebesar Rp. 4,000,000.00 dengan realisasi sebesar Rp. 1,000,000.00 atau 25,00%.",
    )
    assert groups(claims) == [[8_000_000, 6_000_000, Decimal("75.00")], [4_000_000, 1_000_000, Decimal("25.00")]]
    amounts = [c for c in claims if c.kind != "jumlah"]
    assert [c.subject.text for c in amounts] == ["Program Tata Kelola"] * 3 + ["Program Layanan Umum"] * 3
    assert [c.subject.measure for c in amounts] == ["pagu", "realisasi", "penyerapan"] * 2
    assert not [c for c in claims if c.role in ("total", "part")]


def test_respective_amounts_with_their_names_behind() -> None:
    claims = claims_of(
        "Penyerapan anggaran tersebut masing-masing adalah Rp. 700.000,00 atau 70,00% untuk Belanja Modal dan sebesar Rp. 900.000,00 atau",
        "90,00% untuk Belanja Pegawai.",
    )
    assert [(c.subject.text, c.subject.measure) for c in claims if c.kind == "rupiah"] == [
        ("Belanja Modal", "realisasi"),
        ("Belanja Pegawai", "realisasi"),
    ]


def test_so_many_out_of_so_many() -> None:
    claims = claims_of("Sampai akhir tahun jumlah desa yang ikut serta adalah sebanyak 15 dari 30 desa atau 50,00 %.")
    assert by_role(claims) == {None: [15], "whole": [30], "share": [Decimal("50.00")]}
    assert groups(claims) == [[15, 30, Decimal("50.00")]]


@pytest.mark.parametrize("text", ["Kota ini dibagi menjadi 3 (tiga) wilayah.", "Lahan menjadi milik negara dengan luas sebesar 40%."])
def test_what_something_is_made_into_is_no_comparison(text: str) -> None:
    assert {claim.role for claim in claims_of(text)} == {None}


def test_the_fiscal_year_is_no_budget() -> None:
    [claim] = claims_of("Capaian kinerja Tahun Anggaran 2023 sebesar 97%.")
    assert (claim.subject.measure, claim.year) == ("capaian", 2023)


def test_the_claims_of_a_long_text_take_time_in_proportion() -> None:
    line = "Realisasi anggaran sebesar Rp 1.000.000 (satu juta rupiah) atau 90% dari pagu, naik 2% dari tahun lalu yaitu 88%."
    assert len(claims_of(*[line, ""] * 200)) == 800


def test_counts_of_a_target_and_what_was_reached() -> None:
    claims = claims_of(
        "Indikator jumlah rekomendasi mencapai target, dari target 4 dokumen terealisasi 5 dokumen sehingga capaiannya sebesar 125%."
    )
    assert [(claim.value, claim.subject.measure) for claim in claims] == [(4, "target"), (5, "realisasi"), (125, "capaian")]


def test_the_number_of_a_table_counts_nothing() -> None:
    assert claims_of("Tabel 12 Program dan Kegiatan", "", "Pasal 3 kegiatan") == []


def test_figures_between_the_names_of_a_lost_table_are_no_claims() -> None:
    assert claims_of("Persentase keluarga yang layak 0.1% Dibantu namun belum tercatat pada data penerima yang disusun oleh desa") == []


def test_the_items_of_a_list_are_parts_of_what_announces_it() -> None:
    claims = claims_of(
        "Jumlah pegawai pada unit ini sebanyak 9 orang, terdiri dari :",
        "1. Golongan II sebanyak 2 orang;",
        "2. Golongan III sebanyak 7 pegawai;",
        "Selain itu terdapat 3 orang tenaga kontrak.",
    )
    assert [(claim.role, claim.value) for claim in claims] == [("total", 9), ("part", 2), ("part", 7), (None, 3)]
    assert [claim.group for claim in claims] == [0, 0, 0, 1]


def test_the_items_of_a_list_of_something_else_are_no_parts() -> None:
    claims = claims_of("Dijabarkan dalam 2 (dua) kegiatan, yaitu :", "1. Rapat sebesar Rp 500.000;", "2. Survei sebesar Rp 700.000;")
    assert [claim.role for claim in claims] == [None, None, None]


def test_percents_are_no_parts_of_a_percent() -> None:
    claims = claims_of("Capaian sebesar 95%, dengan uraian :", "1. Layanan sebesar 90%;", "2. Survei sebesar 100%;")
    assert [claim.role for claim in claims] == [None, None, None]


def test_a_figure_of_a_pdf_has_its_page_and_box() -> None:
    lines = [
        Line("Anggaran tahun ini adalah sebesar Rp.", Place(4, None, (70.0, 700.0, 500.0, 712.0))),
        Line("7.000.000,- dan telah direalisasikan.", Place(5, None, (70.0, 72.0, 500.0, 84.0))),
    ]
    document = Document("laporan.pdf", "0" * 64, "pdf", [Page(4, [lines[0]]), Page(5, [lines[1]])])
    [claim] = read_claims(passages(document, lines, Segmentation()), 2024)
    assert (claim.value, claim.places) == (7_000_000, (Place(5, None, (70.0, 72.0, 500.0, 84.0)),))


def test_lists_of_contents_are_not_read() -> None:
    lines = [Line("Realisasi anggaran sebesar 98%", Place(None, (1, 1))), Line("Capaian kinerja sebesar 97%", Place(None, (2, 2)), gap=1.0)]
    document = Document("laporan.txt", "0" * 64, "teks", [Page(1, list(lines))])
    assert [claim.value for claim in read_claims(passages(document, lines, Segmentation(contents=frozenset({0}))), 2024)] == [97]


@pytest.mark.parametrize(
    "text", ["Target 97%", "Anggaran Rp. 4.337.190.000, Rp. 3.389.652.000,-", "Capaian 1 2 3 4 75% 75% 100,00% yang dari untuk"]
)
def test_cells_on_lines_of_their_own_are_no_claims(text: str) -> None:
    assert [claim for claim in claims_of(text) if claim.kind != "jumlah"] == []


def test_amounts_with_nothing_but_a_verb_between_are_claims() -> None:
    claims = claims_of("Sebagai pembanding, tahun 2021 anggaran Rp8.200.000 terserap Rp7.900.000 atau 96,34%.")
    assert [(claim.subject.measure, claim.year) for claim in claims] == [("pagu", 2021), ("realisasi", 2021), ("penyerapan", 2021)]


def test_a_bare_pagu_in_a_sentence_is_a_claim() -> None:
    claims = claims_of("Program Layanan Umum memperoleh pagu Rp 8.500.000,- dan terealisasi Rp 8.000.000,-.")
    assert [(claim.value, claim.subject.measure) for claim in claims] == [(8_500_000, "pagu"), (8_000_000, "realisasi")]


def test_the_object_of_a_verb_is_stated_without_any_particle() -> None:
    assert [claim.value for claim in claims_of("Dokumen pelaksanaan anggaran Dinas Contoh memuat pagu Rp 2.450.000.000,-.")] == [
        2_450_000_000
    ]
