"""Percents, achievements, averages and magnitudes: rounding is decided by intervals from the printed digits."""

from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractor.checks import examine
from extractor.checks.samples import achievements, report, spending, table
from extractor.model import Temuan
from extractor.values.rounding import Interval, printed_decimals, printed_interval, rounded


def spent(pagu: str, realisasi: str, percent: str) -> list[Temuan]:
    return examine(report(realisasi_anggaran=[spending([("Sosialisasi", "kegiatan", pagu, realisasi, percent)])])).findings


@pytest.mark.parametrize("percent", ["66,66%", "66,67%", "66,7%", "66,6%", "67%", "66%", "66.667 %"])
def test_a_percent_is_right_rounded_or_truncated_at_its_decimals(percent: str) -> None:
    assert spent("3.000.000", "2.000.000", percent) == []


@pytest.mark.parametrize("percent", ["66,65%", "66,68%", "66,5%", "66,8%", "65%", "68%"])
def test_a_percent_one_unit_further_off_is_wrong(percent: str) -> None:
    (found,) = spent("3.000.000", "2.000.000", percent)
    assert (found.kode, found.dihitung, found.satuan) == ("A02", Decimal("66.67"), "%")
    assert "66,67 %" in found.pesan.id


@given(part=st.integers(0, 10**14), whole=st.integers(1, 10**14), decimals=st.integers(0, 3))
def test_what_rounding_or_truncating_gives_is_always_accepted(part: int, whole: int, decimals: int) -> None:
    exact = Fraction(part * 100, whole)
    truncated = Decimal(int(exact * 10**decimals)).scaleb(-decimals)
    for stated in (rounded(exact, decimals), truncated):
        assert exact in printed_interval(stated, decimals)
    assert exact not in printed_interval(truncated + Decimal(2).scaleb(-decimals), decimals)


@pytest.mark.parametrize(("raw", "decimals"), [("84,98%", 2), ("100%", 0), ("100.00", 2), ("-0.13", 2), ("99,5 %", 1), ("na", 0)])
def test_decimals_are_read_off_the_print(raw: str, decimals: int) -> None:
    assert printed_decimals(raw) == decimals


def test_intervals_meet_where_they_share_a_value() -> None:
    one, two, three = Fraction(1), Fraction(2), Fraction(3)
    assert Interval(one, two).meets(Interval(two, three))
    assert not Interval(one, two, closed=False).meets(Interval(two, three))
    assert not Interval(one, one).meets(Interval(two, two))


def test_a_lost_digit_group_is_named_as_such_and_its_consequences_follow_it() -> None:
    rows = [("Honor", "ro", "14.655.750.000", "14.655.750", "100%")]
    cause, *rest = examine(report(realisasi_anggaran=[spending(rows)])).findings
    assert (cause.kode, cause.dinyatakan, cause.dihitung) == ("A05", 14655750, 14655750000)
    assert [(f.kode, f.sebab, f.keparahan) for f in rest] == [("A02", cause.id, "info")]


def test_a_slip_copied_into_a_second_table_is_one_finding_with_both_places() -> None:
    row = ("Sosialisasi", "kegiatan", "9.874.215.000", "9.702.340.800", "99,26")
    (found,) = examine(report(realisasi_anggaran=[spending([row]), spending([row], "T02", first=30)])).findings
    assert {b.baris for b in found.bukti} == {(2, 2), (31, 31)}


def test_a_table_whose_percents_are_something_else_is_not_judged() -> None:
    rows = [(f"Kegiatan {n}", "kegiatan", f"{n}.000.000", "500.000", "33%") for n in (2, 3, 4, 5)]
    assert examine(report(realisasi_anggaran=[spending(rows)])).findings == []


@pytest.mark.parametrize(
    ("target", "realisasi", "capaian"),
    [
        ("80%", "90%", "112,5%"),
        ("10%", "8%", "120%"),
        ("10%", "8%", "125%"),
        ("4", "5", "100%"),
        ("66,67", "69,69", "104,53"),
    ],
)
def test_achievements_of_either_direction_and_of_rounded_inputs_hold(target: str, realisasi: str, capaian: str) -> None:
    rows = [("Pelatihan", "4", "5", "125%"), ("Indikator lain", target, realisasi, capaian)]
    assert examine(report(capaian_kinerja=[achievements(*rows)])).findings == []


@pytest.mark.parametrize(("beside", "codes"), [("110%", []), ("125%", ["A03"])])
def test_achievements_may_be_capped_where_none_of_their_table_is_greater(beside: str, codes: list[str]) -> None:
    rows = [("Pelatihan", "40", "44" if beside == "110%" else "50", beside), ("Pasar", "50", "75", "120%"), ("Taman", "8", "8", "100%")]
    assert [f.kode for f in examine(report(capaian_kinerja=[achievements(*rows)])).findings] == codes


def test_a_wrong_achievement_is_found_once_though_its_table_is_read_twice() -> None:
    text = """
    Indikator | Target | Realisasi | Capaian
    Desa      | 20     | 24        | 120%
    Pangan    | 80     | 60        | 75%
    Benih     | 40     | 42        | 105%
    Lumbung   | 24     | 27        | 115,2%
    """
    rows = [("Desa", "20", "24", "120%"), ("Pangan", "80", "60", "75%"), ("Benih", "40", "42", "105%"), ("Lumbung", "24", "27", "115,2%")]
    (found,) = examine(report(tabel=[table(text)], capaian_kinerja=[achievements(*rows)])).findings
    assert (found.kode, found.dinyatakan, found.dihitung) == ("A03", Decimal("115.2"), Decimal("112.5"))


def test_the_mean_of_a_column_and_a_difference_that_the_table_itself_shows() -> None:
    text = """
    Indikator | Capaian 2015 | Capaian 2016 | Selisih
    Satu      | 90,00        | 95,00        | 5,00
    Dua       | 80,00        | 84,50        | 4,50
    Tiga      | 70,00        | 71,25        | 1,25
    Empat     | 60,00        | 62,00        | -2,00
    RATA-RATA | 75,00        | 79,19        | 3,19
    """
    found = {f.dinyatakan: f.dihitung for f in examine(report(tabel=[table(text)])).findings}
    assert found == {Decimal("-2.00"): 2, Decimal("79.19"): Decimal("78.19"), Decimal("3.19"): Decimal("2.19")}


@pytest.mark.parametrize(("stated", "codes"), [("108,19%", ["A03"]), ("105,19%", []), ("118,19%", [])])
def test_a_digit_is_wrong_in_a_table_whose_other_targets_were_just_reached(stated: str, codes: list[str]) -> None:
    rows = [("Jalan terang", "81%", "81%", "100%"), ("Penumpang", "48 Orang", "48 Orang", "100%"), ("Kepuasan", "82,58", "86,87", stated)]
    assert [f.kode for f in examine(report(capaian_kinerja=[achievements(*rows)])).findings] == codes
