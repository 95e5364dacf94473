"""Amounts printed in thousands or millions."""

from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractor.values.scale import factor_of, may_be_one, read_scaled, step_of


@pytest.mark.parametrize(
    ("text", "factor"),
    [
        ("Realisasi Anggaran per Program (dalam ribuan rupiah)", 1000),
        ("Pagu (Rp juta)", 10**6),
        ("Realisasi Keuangan | Rp juta", 10**6),
        ("Anggaran (Rp. 000)", 1000),
        ("Pagu (x Rp 1.000)", 1000),
        ("Alokasi (Rp Miliar)", 10**9),
        ("jutaan rupiah", 10**6),
        ("Pagu (Rp)", 1),
        ("Realisasi Anggaran Tahun 2031", 1),
        ("Pagu sebesar Rp 98.745,50 juta telah direalisasikan", 1),
        ("Bantuan seratus juta rupiah", 1),
    ],
)
def test_what_a_header_or_title_says(text: str, factor: int) -> None:
    assert factor_of(text) == factor


@pytest.mark.parametrize(
    ("text", "factor", "value"),
    [
        ("21.450.120", 1000, 21_450_120_000),
        ("61.200,00", 10**6, 61_200_000_000),
        ("57.018,42", 10**6, 57_018_420_000),
        ("(4.598)", 1000, -4_598_000),
        ("Rp 2,5 miliar", 10**6, 2_500_000_000),
        ("12.500.000,-", 1000, 12_500_000),
        ("nihil", 1000, None),
        ("21.450.120", 1, 21_450_120),
    ],
)
def test_rupiah_behind_a_figure(text: str, factor: int, value: int | None) -> None:
    assert read_scaled(text, factor) == value


@given(st.integers(1000, 10**8), st.sampled_from([10**3, 10**6]))
def test_the_last_digit_is_worth_the_unit_and_rounding_within_it_is_no_difference(printed: int, factor: int) -> None:
    raw = f"{printed:,}".replace(",", ".")
    value = read_scaled(raw, factor)
    assert value == printed * factor
    assert step_of(raw, value) == factor
    exact = value + factor // 2 - 1
    assert may_be_one((raw, value), (f"Rp {exact:,}".replace(",", "."), exact))
    assert not may_be_one((raw, value), (f"{value + 2 * factor:,}".replace(",", "."), value + 2 * factor))


def test_plain_rupiah_leave_nothing_open() -> None:
    assert step_of("Rp 12.500.000", 12_500_000) == Fraction(1)
    assert step_of("8.000", 8_000) == Fraction(1)
    assert step_of("57.018,42", Decimal(57_018_420_000)) == 10_000
    assert not may_be_one(("12.500.000", 12_500_000), ("12.500.001", 12_500_001))


def test_the_end_of_an_amount_in_words_names_no_unit() -> None:
    """A sentence that wraps within its words: "(… dua puluh lima" / "ribu rupiah), sehingga …"."""
    assert factor_of("ribu rupiah), sehingga daya serapnya 96,29%.") == 1
    assert factor_of("Pagu | juta rupiah") == 1_000_000
