from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractor.values.numbers import (
    Convention,
    column_convention,
    find_amounts,
    is_amount,
    is_empty,
    is_number,
    is_percent,
    read_amount,
    read_number,
    read_percent,
)

RUPIAH = st.integers(min_value=0, max_value=10**15)
ENDINGS = ["", ",-", ".-", "-", "/", ",--", " ,-", ",00-", "."]
MARKS = ["", "Rp", "Rp ", "Rp.", "Rp. ", "RP. ", "rp ", "IDR ", "Rp : "]


def grouped(number: int, separator: str = ".") -> str:
    return f"{number:,}".replace(",", separator)


@given(RUPIAH, st.sampled_from(MARKS), st.sampled_from(ENDINGS))
def test_amounts_read_back_in_every_indonesian_spelling(number: int, mark: str, ending: str) -> None:
    assert read_amount(f"{mark}{grouped(number)}{ending}") == number


@given(RUPIAH, st.sampled_from(MARKS), st.sampled_from(["", "-", "/"]))
def test_amounts_read_back_with_comma_thousands(number: int, mark: str, ending: str) -> None:
    assert read_amount(f"{mark}{grouped(number, ',')}{ending}") == number


@given(st.integers(min_value=10**6, max_value=10**15))
def test_decimals_of_zero_do_not_change_an_amount(number: int) -> None:
    assert read_amount(f"{grouped(number)},00") == number
    assert read_amount(f"{grouped(number, ',')}.00") == number


@given(st.integers(min_value=1000, max_value=10**15), st.data())
def test_separators_may_be_mixed_where_all_groups_have_three_digits(number: int, data: st.DataObject) -> None:
    text = "".join(data.draw(st.sampled_from(".,")) if c == "," else c for c in f"{number:,}")
    assert read_amount(text) == number


@given(st.integers(min_value=10**6, max_value=10**15), st.data())
def test_a_blank_inside_the_groups_does_not_change_an_amount(number: int, data: st.DataObject) -> None:
    text = grouped(number)
    at = data.draw(st.integers(text.index(".") + 1, len(text) - 1))
    assert read_amount(f"Rp {text[:at]} {text[at:]}") == number


@given(st.integers(min_value=10**6, max_value=10**15), st.integers(1, 2))
def test_a_figure_that_lost_digits_at_its_end_is_not_read(number: int, lost: int) -> None:
    assert read_amount(grouped(number)[:-lost]) is None


@given(st.integers(min_value=1000, max_value=10**15))
def test_brackets_and_a_minus_are_negative(number: int) -> None:
    assert read_amount(f"({grouped(number)})") == -number
    assert read_amount(f"Rp ({grouped(number)})") == -number
    assert read_amount(f"-{grouped(number)}") == -number


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Proses Rp. 41.505.123.000", 41505123000),
        ("Rp 2.750.000,- (dua juta tujuh ratus lima puluh ribu rupiah)", 2750000),
        ("19. 203,455.000-", 19203455000),
        ("7.215.333.10 4", 7215333104),
        ("31.222.000 (84,98%)", 31222000),
        ("Anggaran 215,180.000", 215180000),
        ("Rp 2,5 miliar", 2500000000),
        ("Rp 750 juta", 750000000),
        ("1.250.000,49", 1250000),
        ("1.250.000,50", 1250001),
        ("2.000", 2000),
        ("0", 0),
        ("Rp 1 250 000", 1250000),
        ("Rp. 5.000 dari Rp. 5.000", 5000),
    ],
)
def test_amounts_in_odd_spellings(text: str, value: int) -> None:
    assert read_amount(text) == value


@pytest.mark.parametrize(
    "text",
    [
        "", "-", "Rp", "Rp. -", "12.48.000", "1 41.505.123.000", "Rp. 5.000 / Rp. 6.000", "500.00", "84,98%", "Rp.99.06 %", "1.2.3",
        "5.250 m²", "tiga ribu", "2 Laporan", "3.000.000 4.000.000", "0.500.000", "- 1.000",
        "199001012015011001", "1" * 5000, "1" + ".000" * 2000,
    ],
)  # fmt: skip
def test_what_has_no_single_reading_is_no_amount(text: str) -> None:
    assert read_amount(text) is None


def test_a_lone_decimal_pair_is_read_under_the_column_convention() -> None:
    assert read_amount("500,00") == 500
    assert read_amount("500,00", Convention.COMMA) is None
    assert read_amount("500.00", Convention.COMMA) == 500
    assert read_amount("500.00", Convention.DOT) is None


@given(st.decimals(min_value=0, max_value=999, places=2), st.sampled_from(",."), st.sampled_from(["%", " %", "", " persen"]))
def test_percents_read_back(value: Decimal, point: str, sign: str) -> None:
    text = f"{value:f}".replace(".", point)
    assert read_percent(text + sign) == value
    assert read_percent(f"({text}{sign})") == value


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("100", "100"), ("Rp.97.06 %", "97.06"), ("31.222.000 (84,98%)", "84.98"), ("sebesar 92,5% dari pagu", "92.5"), ("-0,8%", "-0.8"),
        ("1.234,56%", "1234.56"), ("97, 06%", "97.06"), ("98.765%", "98.765"),
    ],
)  # fmt: skip
def test_percents_in_odd_spellings(text: str, value: str) -> None:
    assert read_percent(text) == Decimal(value)


@pytest.mark.parametrize("text", ["", "-", "%06", "85% dan 90%", "1.250%", "tujuh puluh persen", "31.222.000 17.000"])
def test_what_has_no_single_reading_is_no_percent(text: str) -> None:
    assert read_percent(text) is None


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("1.0", 1), ("3.295", 3295), ("72,10", Decimal("72.1")), ("1.041", 1041), ("12 orang", 12), ("13 (tiga belas)", 13),
        ("0,125", Decimal("0.125")),
        ("1.234,5", Decimal("1234.5")), ("1,234.5", Decimal("1234.5")), ("7.000.000", 7000000), ("-3", -3), ("21.80", Decimal("21.8")),
        ("2.295 m2", 2295),
    ],
)  # fmt: skip
def test_numbers(text: str, value: int | Decimal) -> None:
    assert read_number(text) == value


@pytest.mark.parametrize("text", ["", "-", "5 - 7", "S1", "QGE.001", "1,041", "1.23.456", "12 dari 15"])
def test_what_has_no_single_reading_is_no_number(text: str) -> None:
    assert read_number(text) is None


def test_a_lone_comma_before_three_digits_depends_on_the_convention() -> None:
    assert read_number("1,041", Convention.COMMA) == 1041
    assert read_number("1,041", Convention.DOT) == Decimal("1.041")
    assert read_number("1.041", Convention.COMMA) == Decimal("1.041")


@given(st.integers(min_value=0, max_value=10**12))
def test_whole_numbers_are_int_and_never_float(number: int) -> None:
    value = read_number(grouped(number))
    assert value == number
    assert type(value) is int


@given(st.lists(st.integers(min_value=10**6, max_value=10**12), min_size=1))
def test_the_convention_shows_in_the_groups_of_a_column(numbers: list[int]) -> None:
    assert column_convention([grouped(n) for n in numbers]) is Convention.DOT
    assert column_convention([grouped(n, ",") for n in numbers]) is Convention.COMMA


def test_the_convention_of_a_column_needs_evidence() -> None:
    assert column_convention(["12", "", "-"]) is None
    assert column_convention(["1.000.000", "1,000,000"]) is None
    assert column_convention(["84,98", "7,5", "100"]) is Convention.DOT
    assert column_convention(["84.98", "7.5"]) is Convention.COMMA
    assert column_convention(["1.234", "5.678"]) is Convention.DOT


def test_shapes_of_cells() -> None:
    assert [is_amount(t) for t in ("Rp. 5.000", "1.250.000", "750,-", "2.000", "2024", "84,98%", "5.250 m²", "Rp.")] == [True] * 4 + [
        False
    ] * 4
    assert [is_percent(t) for t in ("84,98%", "(92 %)", "≥ 85%", "84,98", "31.222.000 (84,98%)")] == [True, True, True, False, False]
    assert [is_number(t) for t in ("12", "72,10", "1.041", "12 orang", "85%", "-", "")] == [True] * 3 + [False] * 4
    assert [is_empty(t) for t in ("", " - ", "–", "...", "0", "x")] == [True] * 4 + [False] * 2


def test_amounts_in_prose_carry_their_place_and_text() -> None:
    text = "Pagu Rp 41.505.123.000,- (empat puluh satu miliar …) terserap Rp. 600.000, 500 orang hadir; sisanya 7.215.333.104."
    found = find_amounts(text)
    assert [m.value for m in found] == [41505123000, 600000, 7215333104]
    assert [text[m.start : m.end] for m in found] == [m.text for m in found] == ["Rp 41.505.123.000,-", "Rp. 600.000", "7.215.333.104"]


def test_amounts_in_prose_may_be_cut_or_broken() -> None:
    assert [m.value for m in find_amounts("sebesar Rp7.215.333.10 4,- dan Rp. 26.48.000 serta Rp 2,5 miliar.")] == [
        7215333104,
        None,
        2500000000,
    ]


def test_codes_years_and_section_numbers_are_no_amounts_in_prose() -> None:
    assert find_amounts("Tabel 3.1.2 tahun 2024, kode 076.01.006.709, 27.12.2024, NIP 19881128 200701 1 002") == []


@given(RUPIAH)
def test_every_amount_after_rp_is_found_in_prose(number: int) -> None:
    assert [m.value for m in find_amounts(f"Anggaran sebesar Rp. {grouped(number)},- telah terserap")] == [number]
