"""What rests on a slip of the reading is told as info, with the reason; a real slip in a table that was read well stays what it is."""

from pathlib import Path

import pytest

from extractor import extract, merge
from extractor.checks import examine
from extractor.checks.samples import Level, achievements, agreement, mention, person, recap, report, spending, staff, table
from extractor.model import LaporanSatker, Sumber, Temuan
from tests import hostile

_WRONG = """
No | Program   | Anggaran
1  | Logistik  | 7.000.000
2  | Pelatihan | 2.000.000
3  | Gaji      | 5.000.000
   | JUMLAH    | 14.900.000
"""
"""A total that whoever wrote it got wrong."""
_SEVERAL = """
No  | Program          | Anggaran            | Realisasi
1 2 | Logistik Gaji    | 7.000.000 2.000.000 | 6.000.000
3   | Pelatihan        | 5.000.000           | 4.000.000
4   | Arsip            | 1.000.000           | 1.000.000
    | JUMLAH           | 15.000.000          | 12.500.000
"""
_WRAPPED = """
Program         | Anggaran      | Realisasi
Logistik pemilu | 7.000.000.000 | 6.000.000.000
Gaji pegawai    | 5.000.000.000 | 4.000.000.000
Arsip daerah    | 5.000.000.00{} | 4.000.000.000
                | {}            |
"""
_TORN = """
No | Indikator kinerja                   | Target | Realisasi | Capaian
1  | Persentase desa binaan yang mandiri | 80     | 80        | 100,00%
2  | Indeks kepuasan masyarakat          |        |           |
   | terhadap layanan                    | 80     | 90        | 120,50%
3  | Jumlah pelatihan bagi pegawai       | 4      | 5         | 125,00%
4  | Nilai akuntabilitas kinerja         | 70     | 77        | 110,00%
"""
_NAMELESS = """
No | Program   | Anggaran
1  | Logistik  | 7.000.000
2  | Pelatihan | 2.000.000
   |           | 2.500.000
3  | Arsip     | 1.000.000
4  | Rapat     | 1.000.000
5  | Gaji      | 5.000.000
   | JUMLAH    | 16.000.000
"""
_OUTSIDE = """
Program                        | Anggaran
Logistik                       | 7.000.000
Pelatihan 2.000.000 bagi warga |
Arsip                          | 1.000.000
Gaji                           | 5.000.000
JUMLAH                         | 15.000.000
"""


_CUT = """
Program         | Anggaran      | Realisasi
Logistik pemilu | 7.000.000.00  | 6.000.000.000
Gaji pegawai    | 5.000.000.0{} | 4.000.000.000
Arsip daerah    | 5.000.000.000 | 4.000.000.000
"""
_TURNS = """
No | Kecamatan    | Taman |     | Kolam
1  | Tanjung Batu | 168   |     | 10
2  | Ujung Sari   | 221   |     | 20
3  | Lubuk Jati   |       | 149 | 30
4  | Pulau Mas    |       | 106 | 40
   | JUMLAH       |       | 644 | 100
"""
_TWO_SIGNS = """
No  | Program          | Anggaran                    | Realisasi
1 2 | Logistik Gaji    | Rp. 7.000.000 Rp. 2.000.000 | Rp. 6.000.000
3   | Pelatihan        | Rp. 5.000.000               | Rp. 4.000.000
4   | Arsip            | Rp. 1.000.000               | Rp. 1.000.000
    | JUMLAH           | Rp. 15.000.000              | Rp. 12.500.000
"""
_TWICE = """
No | Indikator kinerja                   | Target                 | Realisasi | Capaian
1  | Persentase desa binaan yang mandiri | 80                     | 80        | 100,00%
2  | Jumlah keputusan                    | 40 Dokumen Dokumen     | 50        | 120,50%
3  | Jumlah pelatihan bagi pegawai       | 4                      | 5         | 125,00%
4  | Nilai akuntabilitas kinerja         | 70                     | 77        | 110,00%
"""


def _found(*texts: str) -> list[Temuan]:
    return examine(report(tabel=[table(text, f"T{at:02d}") for at, text in enumerate(texts, start=1)])).findings


@pytest.mark.parametrize("misread", [_SEVERAL, _NAMELESS, _OUTSIDE, _TURNS, _TWO_SIGNS])
def test_a_misread_table_has_no_grave_finding_and_hides_none_beside_it(misread: str) -> None:
    assert [f for f in _found(misread) if f.keparahan != "info"] == []
    (grave,) = [f for f in _found(misread, _WRONG) if f.keparahan != "info"]
    assert (grave.kode, grave.keparahan, grave.dinyatakan, grave.dihitung) == ("A01", "galat", 14_900_000, 14_000_000)
    assert "tidak pasti" not in grave.pesan.id


def test_the_reason_is_told() -> None:
    (found,) = _found(_NAMELESS)
    assert (found.kode, found.keparahan) == ("A01", "info")
    assert found.pesan.id.endswith("Pembacaannya tidak pasti (barisnya tanpa nama, padahal baris lain bernama); periksa naskah.")
    assert found.pesan.en.endswith("The reading is uncertain (its row has no name, while the others have one); see the report.")


def test_a_total_in_the_same_shape_that_was_read_whole_is_judged() -> None:
    """The same tables without the sign of the slip: the finding is as grave as the check says."""
    named = _NAMELESS.replace("   |           | 2.500.000", "9  | Sewa      | 2.500.000")
    assert [(f.kode, f.keparahan) for f in _found(named)] == [("A01", "galat")]


@pytest.mark.parametrize(("rest", "graver"), [("0", "info"), ("", "peringatan")])
def test_an_amount_whose_last_digit_stands_in_the_row_below(rest: str, graver: str) -> None:
    grid = table(_WRAPPED.format("", rest))
    lines: list[tuple[str, Level, str, str, str]] = [(row[0], "kegiatan", row[1], row[2], "") for row in grid.baris[:3]]
    found = examine(report(tabel=[grid], realisasi_anggaran=[spending(lines)])).findings
    assert [(f.kode, f.keparahan) for f in found] == [("F01", graver)]


@pytest.mark.parametrize(("rest", "grave"), [("", set()), ("00", {"peringatan"})])
def test_amounts_of_one_column_that_lack_their_last_digits(rest: str, grave: set[str]) -> None:
    grid = table(_CUT.format(rest))
    lines: list[tuple[str, Level, str, str, str]] = [(row[0], "kegiatan", row[1], row[2], "") for row in grid.baris]
    found = examine(report(tabel=[grid], realisasi_anggaran=[spending(lines)])).findings
    assert {f.keparahan for f in found if f.kode == "F01"} - {"info"} == grave


def _reached(text: str) -> LaporanSatker:
    grid = table(text)
    block = achievements(*((row[1], row[2], row[3], row[4]) for row in grid.baris), first=0)
    places = [Sumber.model_validate(place).model_copy(update={"tabel": grid.id}) for place in grid.sumber_baris]
    rows = [line.model_copy(update={"sumber": place}) for line, place in zip(block.baris, places, strict=True)]
    return report(tabel=[grid], capaian_kinerja=[block.model_copy(update={"baris": rows})])


def test_an_achievement_in_a_row_that_begins_in_the_middle_of_a_name() -> None:
    assert [(f.kode, f.keparahan) for f in examine(_reached(_TORN)).findings if f.dinyatakan is not None] == [("A03", "info")]
    whole = _TORN.replace("terhadap layanan ", "Terhadap layanan ")
    assert [(f.kode, f.keparahan) for f in examine(_reached(whole)).findings if f.dinyatakan is not None] == [("A03", "galat")]


@pytest.mark.parametrize(("unit", "severity"), [("Dokumen Dokumen", "info"), ("Doku 6% men", "info"), ("Dokumen", "galat")])
def test_an_achievement_beside_the_unit_of_two_cells(unit: str, severity: str) -> None:
    given = _reached(_TWICE.replace("Dokumen Dokumen", unit))
    document = given.dokumen[0].model_copy(update={"metode_baca": "teks"})
    found = examine(given.model_copy(update={"dokumen": [document]})).findings
    assert [(f.kode, f.keparahan) for f in found if f.dinyatakan is not None] == [("A03", severity)]


@pytest.mark.parametrize(("stated", "severity"), [("120", "info"), ("120%", "galat")])
def test_an_achievement_whose_decimals_and_sign_went_elsewhere(stated: str, severity: str) -> None:
    given = _reached(_TWICE.replace("Dokumen Dokumen", "Dokumen").replace("120,50%", stated))
    assert [(f.kode, f.keparahan) for f in examine(given).findings if f.dinyatakan is not None] == [("A03", severity)]


def test_a_figure_without_a_sign_among_percents_without_decimals_may_be_no_percent() -> None:
    given = _reached(_TWICE.replace("Dokumen Dokumen", "Dokumen").replace("120,50%", "50").replace(",00%", "%"))
    assert [(f.kode, f.keparahan) for f in examine(given).findings if f.dinyatakan is not None] == [("A03", "galat")]


@pytest.mark.parametrize(
    ("above", "below", "severity"),
    [
        (("1.250.000", ""), ("", "2.250.000"), "info"),
        (("1.250.000", ""), ("2.250.000", ""), "galat"),
        (("3355", ""), ("", "3355.EBA Layanan"), "galat"),
    ],
    ids=["one column in two places", "one column", "codes and names"],
)
def test_columns_of_figures_that_take_turns_are_one(above: tuple[str, str], below: tuple[str, str], severity: str) -> None:
    lines = (
        ("1", "Persentase desa binaan yang mandiri", "80", "80", "100%", *above),
        ("2", "Jumlah keputusan", "40", "50", "120%", *above),
        ("3", "Jumlah pelatihan bagi pegawai", "4", "5", "125%", *below),
        ("4", "Nilai akuntabilitas kinerja", "70", "77", "110%", *below),
    )
    given = _reached("\n".join(map(" | ".join, (("No", "Indikator kinerja", "Target", "Realisasi", "Capaian", "Anggaran", ""), *lines))))
    assert [(f.kode, f.keparahan) for f in examine(given).findings if f.dinyatakan is not None] == [("A03", severity)]


def test_two_columns_under_the_title_of_a_list_of_indicators_are_no_years() -> None:
    grid = table("""
        No | INDIKATOR TAHUN 2024      |                   |
        No | Indikator Kinerja          | Formulasi         | Sumber
        1  | Persentase taman terawat   | dibagi kali 100%  | Survei
        2  | Persentase kolam terawat   | dibagi kali 100%  | Survei
    """).model_copy(update={"jenis": "iku"})
    agreed = agreement(("Persentase taman terawat", "84%"), ("Persentase kolam terawat", "73%"))
    assert not [f for f in examine(report(tabel=[grid], perjanjian_kinerja=[agreed])).findings if f.kode == "B02"]


@pytest.mark.parametrize(("gap", "severity"), [("", "galat"), (" |", "info")])
def test_years_that_stand_unevenly_over_the_names_that_they_share(gap: str, severity: str) -> None:
    grid = table(f"""
        No | Indikator | Target | 2021 Realisasi | Capaian | Target | 2022 Realisasi | Capaian |{gap} Target | 2023 Realisasi | Capaian
        1  | Jumlah taman | 80% | 80% | 100% | 80% | 80% | 100% |{gap} 80% | 90% | 120,5%
        2  | Jumlah kolam | 4 | 5 | 125% | 4 | 5 | 125% |{gap} 4 | 5 | 125%
        3  | Jumlah kios | 4 | 5 | 125% | 4 | 5 | 125% |{gap} 4 | 5 | 125%
    """)
    block = achievements(("Jumlah taman", "80%", "90%", "120,5%"), *[("Jumlah kolam", "4", "5", "125%")] * 2, first=0)
    places = [Sumber.model_validate(place).model_copy(update={"tabel": grid.id}) for place in grid.sumber_baris]
    rows = [line.model_copy(update={"sumber": place}) for line, place in zip(block.baris, places, strict=True)]
    given = report(tabel=[grid], capaian_kinerja=[block.model_copy(update={"baris": rows})])
    assert {f.keparahan for f in examine(given).findings if f.kode == "A03"} == {severity}


_LINES = ("Logistik pemilu", "Gaji pegawai", "Pelatihan warga", "Arsip daerah", "Rapat kerja", "Sewa gedung")
_AMOUNTS = (7_100_000, 6_200_000, 5_300_000, 4_400_000, 3_500_000, 2_600_000)


def _spent(order: tuple[int, ...]) -> LaporanSatker:
    """Two tables of one budget; in the second the lines have the amounts of these lines."""

    def rows(at: tuple[int, ...]) -> list[tuple[str, Level, str, str, str]]:
        return [(name, "kegiatan", f"{_AMOUNTS[n]:,}".replace(",", "."), "", "") for name, n in zip(_LINES, at, strict=True)]

    plain = tuple(range(len(_LINES)))
    blocks = [spending(rows(plain), "T01", first=1), spending(rows(order), "T02", first=20)]
    return report(realisasi_anggaran=blocks)


@pytest.mark.parametrize(
    ("order", "grave"),
    [((0, 2, 3, 1, 4, 5), set()), ((0, 2, 1, 3, 4, 5), {"galat"}), ((0, 2, 2, 3, 4, 5), {"galat"})],
    ids=["out of step", "two lines changed places", "one amount copied"],
)
def test_amounts_out_of_step_with_their_names(order: tuple[int, ...], grave: set[str]) -> None:
    found = [f for f in examine(_spent(order)).findings if f.kode == "B01"]
    assert found and {f.keparahan for f in found if not f.sebab} - {"info"} == grave


def test_numbers_of_a_staff_list_most_of_which_cannot_be() -> None:
    good = [person(f"Wahyu Lestari {at}", f"19681226199003100{at}", at + 1) for at in range(8)]
    bad = [person(f"Bima Prakasa {at}", f"1968122619900310{at}1968", at + 20) for at in range(8)]
    listed = [p.model_copy(update={"sumber": Sumber.model_validate(p.sumber).model_copy(update={"tabel": "T01"})}) for p in (*good, *bad)]
    assert {f.keparahan for f in examine(staff(listed)).findings if f.kode == "D02"} == {"info"}
    assert {f.keparahan for f in examine(staff([*listed[:8], listed[8]])).findings if f.kode == "D02"} == {"peringatan"}


@pytest.mark.parametrize(("born", "code"), [("2020-10-01", "D03"), (None, "D04")])
@pytest.mark.parametrize(("wrong", "grave"), [(6, "info"), (2, "galat")])
def test_a_column_of_a_staff_list_that_contradicts_most_numbers(born: str | None, code: str, wrong: int, grave: str) -> None:
    """Dates of appointment read as dates of birth, and a column L/P out of step; one or two were typed so."""
    right = {"tanggal_lahir": "1968-12-26"} if born else {"jenis_kelamin": "L"}
    off = {"tanggal_lahir": born} if born else {"jenis_kelamin": "P"}
    listed = [person(f"Wahyu Lestari {at}", f"19681226199003100{at}", at + 1, **(off if at < wrong else right)) for at in range(9)]
    placed = [p.model_copy(update={"sumber": Sumber.model_validate(p.sumber).model_copy(update={"tabel": "T01"})}) for p in listed]
    found = [f for f in examine(staff(placed)).findings if f.kode == code]
    assert (len(found), {f.keparahan for f in found}) == (wrong, {grave})


@pytest.mark.parametrize(("stated", "codes"), [(31, []), (32, ["D01"])])
def test_a_total_of_ranked_staff_says_nothing_of_all_staff(stated: int, codes: list[str]) -> None:
    """31 employees beside 23 who have a golongan: the others have none."""
    ranked = [recap("golongan", "Golongan IV", 2, 1, "T01"), recap("golongan", "Golongan III", 21, 2, "T01")]
    counted = [*ranked, recap("total", "Jumlah", 23, 3, "T01"), recap("total", "Jumlah pegawai", stated, 9)]
    alone = [f.kode for f in examine(staff(counted=counted)).findings if f.keparahan != "info"]
    others = [f.kode for f in examine(staff(counted=[*counted, recap("status", "PPNPN", 8, 8)])).findings if f.keparahan != "info"]
    assert (alone, others) == ([], codes)


def test_a_promise_that_two_agreements_make_is_missed_once() -> None:
    names = ["Indeks layanan", "Persentase arsip tertata", "Jumlah desa binaan"]
    reached = achievements(*((name, "80", "80", "100%") for name in names), first=40)
    promised = [agreement(*((f"{n}. {name}", "80") for n, name in enumerate([*names, "Nilai budaya kerja"])), first=at) for at in (1, 20)]
    (found,) = [f for f in examine(report(perjanjian_kinerja=promised, capaian_kinerja=[reached])).findings if f.kode == "B03"]
    assert found.dinyatakan == "Nilai budaya kerja" and len(found.bukti) == 2


def test_an_indicator_that_another_promise_is_by_its_very_name_is_not_taken_for_two() -> None:
    names = ["Persentase warga yang menggunakan hak pilihnya", "Indeks layanan", "Nilai arsip"]
    reached = achievements(*((name, "80", "80", "100%") for name in names), first=40)
    promised = agreement(*((name, "80") for name in (*names, "Persentase pemula yang menggunakan hak pilihnya")))
    found = [f.dinyatakan for f in examine(report(perjanjian_kinerja=[promised], capaian_kinerja=[reached])).findings if f.kode == "B03"]
    assert found == ["Persentase pemula yang menggunakan hak pilihnya"]


@pytest.mark.parametrize(("spent", "codes"), [("-", []), ("2.000.000", ["A01"])])
def test_a_dash_beside_a_percent_is_a_gap_and_no_nil(spent: str, codes: list[str]) -> None:
    text = f"""
    No | Program   | Anggaran   | Realisasi  | %
    1  | Logistik  | 7.000.000  | 6.300.000  | 90,00
    2  | Pelatihan | 2.500.000  | {spent}    | 80,00
    3  | Gaji      | 5.000.000  | 4.500.000  | 90,00
       | JUMLAH    | 14.500.000 | 12.700.000 | 87,59
    """
    assert [f.kode for f in _found(text) if f.kode == "A01"] == codes


@pytest.mark.parametrize(("shares", "codes"), [(("95,00%", "96,00%", "97,00%"), []), (("", "", ""), ["A04"] * 3)])
def test_a_table_whose_percents_are_of_other_figures_is_not_taken_for_overspent(shares: tuple[str, ...], codes: list[str]) -> None:
    lines: list[tuple[str, Level, str, str, str]] = [
        (name, "program", f"{at}.000.000", f"{at}.400.000", share)
        for at, (name, share) in enumerate(zip(_LINES, shares, strict=False), start=2)
    ]
    assert [f.kode for f in examine(report(realisasi_anggaran=[spending(lines)])).findings if f.kode == "A04"] == codes


@pytest.mark.parametrize(("odd", "codes"), [("WahyuS Lestari", []), ("D Wahyu Lestari", []), ("Wahyu Lestary", ["E06"])])
def test_a_capital_of_a_stamp_in_a_name(odd: str, codes: list[str]) -> None:
    signed = [mention("nama", name, None, "Sekretaris", 3 + at) for at, name in enumerate(["Wahyu Lestari", "Wahyu Lestari", odd])]
    assert [f.kode for f in examine(report(sebutan=signed)).findings if f.kode == "E06"] == codes


@pytest.mark.parametrize(("last", "grave"), [("104", 0), ("110", 1)])
def test_achievements_all_printed_without_decimals(last: str, grave: int) -> None:
    rows = [
        ("Indeks layanan", "97", "98", "101"),
        ("Opini", "70", "69", "98"),
        ("Desa binaan", "81", "83", "102"),
        ("Nilai", "96", "100", last),
    ]
    more = [("Arsip", "80", "80", "100"), ("Rapat", "4", "5", "125")]
    whole = report(capaian_kinerja=[achievements(*rows, *more)])
    assert sum(f.kode == "A03" for f in examine(whole).findings) == grave


@pytest.mark.parametrize(
    ("before", "codes"), [("Target indikator Nilai akuntabilitas kinerja", []), ("Nilai akuntabilitas kinerja", ["C02"])]
)
def test_a_grade_that_was_aimed_at(before: str, codes: list[str]) -> None:
    reached = achievements(("Nilai akuntabilitas kinerja", "A", "AA", "100%"), first=20)
    said = mention("predikat", "A", "2024", f"{before} pada tahun 2024 adalah")
    assert [f.kode for f in examine(report(capaian_kinerja=[reached], sebutan=[said])).findings if f.kode == "C02"] == codes


@pytest.mark.parametrize(("number", "grave"), [("3", ["galat"]), ("4", [])])
def test_a_sum_over_rows_whose_numbers_skip_one(number: str, grave: list[str]) -> None:
    text = f"""
    No | Program   | Anggaran
    1  | Logistik  | 7.000.000
    2  | Pelatihan | 2.000.000
    {number}  | Gaji      | 5.000.000
       | JUMLAH    | 16.000.000
    """
    assert [f.keparahan for f in _found(text) if f.keparahan != "info"] == grave


def test_what_a_row_behind_a_gap_states_is_not_doubted() -> None:
    text = """
    No | Program   | Anggaran  | Realisasi | Sisa
    1  | Logistik  | 7.000.000 | 6.000.000 | 1.000.000
    2  | Pelatihan | 2.000.000 | 1.500.000 | 500.000
    4  | Gaji      | 5.000.000 | 4.000.000 | 1.100.000
    5  | Arsip     | 3.000.000 | 2.000.000 | 1.000.000
    """
    assert [(f.kode, f.keparahan) for f in _found(text)] == [("A03", "galat")]


def test_finer_rows_between_the_parts_of_a_sum_are_no_part_of_it() -> None:
    """Two figures in one cell far below the programs that the total adds up."""
    text = """
    No  | Program          | Anggaran
    A   | Pemilu           | 9.000.000
    1   | Logistik         | 7.000.000
    2   | Arsip            | 2.000.000
    B   | Dukungan         | 6.000.000
    1 2 | Gaji dan rapat   | 5.000.000 1.000.000
    C   | Pengawasan       | 4.000.000
    1   | Patroli          | 4.000.000
        | JUMLAH           | 19.500.000
    """
    assert ("A01", "galat") in [(f.kode, f.keparahan) for f in _found(text) if f.dinyatakan == 19_500_000]


_HEADLESS = """
No | Program   | Pagu      | Realisasi
1  | Logistik  | 7.000.000 | 6.000.000
2  | Pelatihan | Pagu      | 1.500.000
3  | Gaji      | 5.000.000 | 4.000.000
   | JUMLAH    | 14.000.000 | 12.500.000
"""
_BELOW = """
Program   | Anggaran
Logistik  | 7.000.000
Pelatihan | 2.000.000
Gaji      | 5.000.000
JUMLAH    | 6.900.000
          | 14.000.000
"""
_CUT_OFF = """
1 | 2         | 3
1 | Logistik  | 7.000.000
2 | Pelatihan | 2.000.000
3 | Gaji      | 5.000.000
  | JUMLAH    | 24.000.000
"""


@pytest.mark.parametrize(
    "misread", [_HEADLESS, _BELOW, _CUT_OFF], ids=["name of a column", "figures below a total", "numbers of columns alone"]
)
def test_a_header_or_a_total_that_was_torn(misread: str) -> None:
    found = _found(misread)
    assert found and {f.keparahan for f in found} == {"info"}


@pytest.mark.parametrize(("count", "grave"), [("75%", []), ("4 Kejadian", ["peringatan"])])
def test_a_share_and_a_count_with_the_targets_of_each_other(count: str, grave: list[str]) -> None:
    text = f"""
    Indikator Kinerja                           | Target
    Persentase berita acara yang diunggah       | 40 Kelompok
    Jumlah kejadian pemungutan suara ulang      | {count}
    Indeks kepuasan masyarakat terhadap layanan | 80
    Nilai akuntabilitas kinerja satuan kerja    | 70
    """
    grid = table(text, "PK1", kind="pk", first=0)
    promised = agreement(*((row[0], row[1]) for row in grid.baris), first=1)
    reached = achievements(
        *((row[0], "75%" if "%" not in row[1] and "acara" in row[0] else row[1], row[1], "100%") for row in grid.baris), first=40
    )
    found = [f for f in examine(report(tabel=[grid], perjanjian_kinerja=[promised], capaian_kinerja=[reached])).findings if f.kode == "B02"]
    assert found and [f.keparahan for f in found if f.keparahan != "info"] == grave


@pytest.mark.parametrize(("pushed", "grave"), [("102,86% 38 Kelompok | 38 | 100,00% |", 0), ("90,00% | 38 | 38 | 100,00%", 1)])
def test_a_percent_and_the_quantity_of_the_next_column_in_one_cell(pushed: str, grave: int) -> None:
    text = f"""
    No | Indikator kinerja           | Target 2023 | Realisasi 2023 | Capaian 2023 | Target | Realisasi | Capaian
    1  | Persentase warga yang hadir | 82          | 80             | 97,56%       | 83     | 83        | 100,00%
    2  | Jumlah kelompok yang diajar | 35          | 36             | {pushed}
    3  | Indeks kepuasan masyarakat  | 80          | 80             | 100,00%      | 80     | 80        | 100,00%
    4  | Nilai keterbukaan informasi | 91          | 91             | 100,00%      | 92     | 92        | 100,00%
    """
    grid = table(text)
    block = achievements(*((row[1], row[2], row[3], row[4]) for row in grid.baris), first=1)
    places = [Sumber.model_validate(place).model_copy(update={"tabel": grid.id}) for place in grid.sumber_baris]
    rows = [line.model_copy(update={"sumber": place}) for line, place in zip(block.baris, places, strict=True)]
    found = examine(report(tabel=[grid], capaian_kinerja=[block.model_copy(update={"baris": rows})])).findings
    assert sum(f.keparahan == "galat" for f in found) == grave


_WITHIN_NAME = """
Program Pagu                   | Realisasi
Logistik                       | 7.000.000
Pelatihan 2.000.000 bagi warga | 2.000.000
Arsip                          | 1.000.000
Gaji                           | 5.000.000
JUMLAH                         | 16.000.000
"""
_UNNAMED = """
No | Program   |           | Anggaran
1  | Logistik  |           | 7.000.000
2  | Pelatihan | 3.000.000 | 2.000.000
3  | Arsip     |           | 1.000.000
4  | Gaji      |           | 5.000.000
   | JUMLAH    |           | 16.000.000
"""
_TWO = """
Program         | Anggaran      | Realisasi
Logistik pemilu | 7.000.000.000 | 6.000.000.000
Gaji pegawai    | 5.000.000.000 | 4.000.000.000
Arsip daerah    | {}            | 4.000.000.000
Sewa gedung     | 5.000.000.000 | 4.000.000.000
Rapat kerja     | 5.000.000.000 | 4.000.000.000
"""


@pytest.mark.parametrize("misread", [_WITHIN_NAME, _UNNAMED], ids=["an amount in a name", "a column without a name"])
def test_figures_that_a_converter_moved_out_of_their_column(misread: str) -> None:
    found = _found(misread)
    assert found and {f.keparahan for f in found} == {"info"}


@pytest.mark.parametrize("both", ["5.000.000.000, 4.000.000.000", "Rp. 5.000.000.000. 4.000.000.000"])
def test_two_amounts_in_one_cell_with_a_sign_between_them(both: str) -> None:
    grid = table(_TWO.format(both))
    lines: list[tuple[str, Level, str, str, str]] = [(row[0], "kegiatan", row[1], row[2], "") for row in grid.baris]
    found = examine(report(tabel=[grid], realisasi_anggaran=[spending(lines)])).findings
    assert [f.keparahan for f in found if f.kode == "F01"] == ["info"]


def test_two_amounts_in_most_cells_of_a_column() -> None:
    lines = [f"Kegiatan {n} | {n}.{both}" for n, both in enumerate(["807.683.000, 1.756.440.400,00"] * 4 + ["500.000.000"], start=1)]
    grid = table("\n".join(["Program | Anggaran", *lines]))
    cells: list[tuple[str, Level, str, str, str]] = [(row[0], "kegiatan", row[1], "", "") for row in grid.baris]
    found = examine(report(tabel=[grid], realisasi_anggaran=[spending(cells)])).findings
    assert {f.keparahan for f in found if f.kode == "F01"} == {"info"}


@pytest.mark.parametrize(
    ("first", "number", "severity"),
    [
        ("Rina Wahyuni, S.H.", "19690809 199101 1", "info"),
        ("Rina Wahyuni, S.H.", "19690809 199101 1 01", "peringatan"),
        ("S.IP, M.AP Rina Wahyuni", "19691309 199101 2 001", "info"),
        ("S. Wahyuni, S.H.", "19691309 199101 2 001", "peringatan"),
        ("M.Yusuf Wahyuni, S.H.", "19691309 199101 2 001", "peringatan"),
    ],
)
def test_a_number_of_staff_beside_the_rest_of_another_name_or_without_its_last_group(
    tmp_path: Path, first: str, number: str, severity: str
) -> None:
    rows = [(first, number), ("Dimas Prakoso", "19900101 201501 1 001"), ("Bima Prakasa", "19850505 201001 1 002")]
    lines = [f"{at}\t{name}\t{nip}\tIII/c\tPelaksana" for at, (name, nip) in enumerate(rows, start=1)]
    path = tmp_path / "laporan.txt"
    path.write_text(hostile.report(2031, "\n".join(["Daftar Pegawai", "No\tNama\tNIP\tGolongan\tJabatan", *lines])), encoding="utf-8")
    assert [f.keparahan for f in merge([extract(path)]).temuan if f.kode == "D02"] == [severity]
