"""Tables that repeat one another: columns of percents, Renstra targets, plans of coded lines, rows of means, versions of agreements."""

from decimal import Decimal

import pytest

from extractor.checks import examine
from extractor.checks.samples import agreement, amount, place, report, spending, table
from extractor.model import BarisRencana, LaporanSatker, RencanaKinerja, Temuan

NAMES = (
    "Persentase angkutan umum layak",
    "Persentase terminal yang terawat",
    "Persentase dermaga yang tersedia",
    "Persentase rambu yang terpasang",
)


def _found(whole: LaporanSatker, code: str) -> list[Temuan]:
    return [f for f in examine(whole).findings if f.kode == code]


def _percents(last: str, kind: str, name: str, first: int):
    rows = "\n".join(f"{n} | {share}" for n, share in zip(NAMES, ("95,89", "28,85", "93,05", last), strict=True))
    return table(f"Indikator Kinerja | Penyerapan (%)\n{rows}", name=name, kind=kind, first=first)


@pytest.mark.parametrize(("last", "wrong"), [("74,54", []), ("74,5", []), ("71,60", [(Decimal("71.60"), Decimal("74.54"))])])
def test_columns_that_agree_in_most_rows_must_agree_in_all(last: str, wrong: list[tuple[Decimal, Decimal]]) -> None:
    tables = [_percents("74,54", "realisasi_anggaran", "T01", 1), _percents(last, "lain", "T02", 20)]
    assert [(f.dinyatakan, f.dihitung) for f in _found(report(tabel=tables), "B01")] == wrong


def test_columns_that_seldom_agree_state_different_things() -> None:
    rows = "\n".join(f"{n} | {share}" for n, share in zip(NAMES, ("95,89", "30,00", "90,00", "70,00"), strict=True))
    other = table(f"Indikator Kinerja | Capaian (%)\n{rows}", name="T02", first=20)
    assert _found(report(tabel=[_percents("74,54", "realisasi_anggaran", "T01", 1), other]), "B01") == []


MATRIX = """
Sasaran | Indikator Kinerja | Target | | |
        | Indikator Kinerja | 2022 | 2023 | 2024
Layanan | Indeks layanan publik | 70 | 75 | {}
Arsip | Persentase arsip tertata | 80% | 85% | 90%
"""


@pytest.mark.parametrize(("aimed", "wrong"), [("79", []), ("80", [(80, 79)])])
def test_targets_of_the_renstra_are_compared_with_the_agreement(aimed: str, wrong: list[tuple[int, int]]) -> None:
    promised = agreement(("Indeks layanan publik", "79"), ("Persentase arsip tertata", "90%"), first=40)
    plan = table(MATRIX.format(aimed), header=1, judul="Target Renstra 2022-2024")
    assert [(f.dinyatakan, f.dihitung) for f in _found(report(tabel=[plan], perjanjian_kinerja=[promised]), "B02")] == wrong


def _plan(*rows: tuple[str, str, str]) -> LaporanSatker:
    lines = [
        BarisRencana(kode=code, kegiatan=name, anggaran=amount(text, 10 + at, (at, 2), "T09"), sumber=place(10 + at, "T09", (at, 0)))
        for at, (code, name, text) in enumerate(rows)
    ]
    return report(rencana_kinerja=[RencanaKinerja(id="T09-rkt", dokumen="0" * 12, tabel="T09", tahun=2024, baris=lines)])


def _tree(kegiatan: str, program: str = "9.000.000") -> LaporanSatker:
    return _plan(
        ("076.01.WA", "Program Dukungan Manajemen", program), ("3355", "Pengelolaan Keuangan", kegiatan),
        ("3355.EBA", "Layanan Dukungan Internal", "4.000.000"), ("3360", "Operasional Perkantoran", "5.000.000"),
        ("3360.EBA", "Layanan Perkantoran", "5.000.000"),
    )  # fmt: skip


def test_codes_of_a_plan_tell_which_lines_make_which() -> None:
    assert _found(_tree("4.000.000"), "A01") == []
    [finding] = _found(_tree("4.000.000", "8.500.000"), "A01")
    assert (finding.dinyatakan, finding.dihitung) == (8_500_000, 9_000_000)


def test_an_only_part_must_be_the_whole_where_its_code_begins_with_it() -> None:
    assert (5_200_000, 4_000_000) in [(f.dinyatakan, f.dihitung) for f in _found(_tree("5.200.000"), "A01")]


def test_one_kegiatan_under_two_programs_is_found() -> None:
    whole = _plan(
        ("076.01.WA", "Program Dukungan Manajemen", "5.000.000"), ("6709", "Perencanaan Anggaran", "5.000.000"),
        ("076.01.CQ", "Program Penyelenggaraan Pemilu", "7.000.000"), ("6709", "Perencanaan Anggaran", "3.000.000"),
        ("6871", "Logistik", "4.000.000"),
    )  # fmt: skip
    [finding] = _found(whole, "E08")
    assert {finding.dinyatakan, finding.dihitung} == {"WA", "CQ"}


MEANS = "Indikator Kinerja | Capaian (%)\nIndeks layanan | 90,00\nRATA-RATA CAPAIAN SASARAN KE-{} | 90,00"


@pytest.mark.parametrize(("numbers", "wrong"), [((1, 2, 3), []), ((1, 2, 2), ["RATA-RATA CAPAIAN SASARAN KE-3"])])
def test_rows_of_means_count_on_from_table_to_table(numbers: tuple[int, ...], wrong: list[str]) -> None:
    tables = [table(MEANS.format(n), name=f"T{n}{at}", first=10 * at + 1) for at, n in enumerate(numbers)]
    assert [f.dihitung for f in _found(report(tabel=tables), "E06")] == wrong


def test_an_agreement_that_a_later_one_replaces_is_another_version() -> None:
    old = agreement(("Indeks", "80"), date="2024-01-15", budget=[("Logistik", "7.000.000"), ("Sarana", "2.000.000")], first=40)
    new = agreement(("Indeks", "80"), date="2024-10-01", budget=[("Logistik", "6.500.000"), ("Sarana", "2.000.000")], first=80)
    spent = spending([("Logistik", "kegiatan", "6.500.000", "6.000.000", ""), ("Sarana", "kegiatan", "2.000.000", "1.900.000", "")])
    assert {f.keparahan for f in _found(report(perjanjian_kinerja=[old, new], realisasi_anggaran=[spent]), "B01")} == {"info"}


TITLED = "No | Indikator Kinerja | Target | Realisasi | Capaian\n1 | Indeks layanan | 80 | 80 | 100%"


@pytest.mark.parametrize(
    ("numbers", "flagged"), [(("3.1", "3.2", "3.3", "3.4", "", "3.5"), True), (("3.1", "3.2", "3.3", "3.4", "", "3.6"), False)]
)
def test_a_performance_table_without_caption_is_told_where_the_numbers_leave_no_room(numbers: tuple[str, ...], flagged: bool) -> None:
    tables = [
        table(TITLED, name=f"T{at:02}", kind="capaian_kinerja", first=10 * at + 1, nomor=n, judul="Capaian" if n else "")
        for at, n in enumerate(numbers)
    ]
    assert bool(_found(report(tabel=tables), "F02")) is flagged


def test_three_levels_in_one_list_are_no_wrong_total() -> None:
    text = "Uraian | Pagu\nAA | 9.000.000\nBB | 9.000.000\nCC | 4.000.000\nDD | 5.000.000\nJUMLAH | 9.000.000"
    assert _found(report(tabel=[table(text)]), "A01") == []


def test_a_percent_with_the_sign_of_an_amount_is_malformed() -> None:
    wrong = spending([("Logistik", "kegiatan", "5.000.000", "4.953.000", "Rp.99.06 %")])
    assert [f.dinyatakan for f in _found(report(realisasi_anggaran=[wrong]), "F01")] == ["Rp.99.06 %"]


@pytest.mark.parametrize(
    ("second", "flagged"), [("Layanan sarana internal", True), ("Layanan  Umum", False), ("Layanan umum kantor", False)]
)
def test_one_table_lists_an_output_once(second: str, flagged: bool) -> None:
    text = f"Kode | Uraian | Pagu\nWA.3362.EBA.962 | Layanan umum | 5.000.000\nWA.3362.EBA.962 | {second} | 7.000.000"
    assert bool(_found(report(tabel=[table(text)]), "E08")) is flagged


def test_a_line_whose_parts_stand_on_two_levels_is_no_wrong_sum() -> None:
    text = "Kode | Uraian | Pagu\nCQ | Program Pemilu | 9.000.000\nCQ.6709 | A | 4.000.000\nCQ.6710 | B | 4.000.000\n"
    text += "CQ.6711 | C | 5.000.000\nCQ.6712 | D | 5.000.000"
    assert _found(report(tabel=[table(text)]), "A01") == []


def test_lines_of_a_program_whose_own_line_is_not_there_are_no_part_of_the_one_above() -> None:
    lines = ("DK", "Program Arsip", "9.000.000"), ("DK.7091", "Penataan", "4.000.000"), ("DK.7098", "Pemindaian", "{}")
    rest = ("WA.5327", "Gaji", "11.000.000"), ("WA.5331", "Pelatihan", "7.000.000")
    whole = [(code, name, text.format("5.000.000")) for code, name, text in (*lines, *rest)]
    assert _found(_plan(*whole), "A01") == []
    wrong = [(code, name, text.format("5.500.000")) for code, name, text in lines]
    assert [f.dinyatakan for f in _found(_plan(*wrong), "A01")] == [9_000_000]
