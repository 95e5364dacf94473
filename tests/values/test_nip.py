from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractor.values.nip import nip_details, read_nip

BIRTHS = st.dates(date(1950, 1, 1), date(2000, 12, 31))
MONTHS = st.integers(1, 12)
SEQUENCES = st.integers(1, 999)


@given(BIRTHS, st.integers(18, 40), MONTHS, st.sampled_from("12"), SEQUENCES, st.sampled_from(["", " ", ".", "-", "\n"]))
def test_a_nip_reads_back_with_its_parts(birth: date, age: int, month: int, sex: str, sequence: int, gap: str) -> None:
    appointed = f"{birth.year + age}{month:02}"
    parts = [f"{birth:%Y%m%d}", appointed, sex, f"{sequence:03}"]
    nip = read_nip(f"NIP. {gap.join(parts)}")
    assert nip == "".join(parts)
    assert nip_details(nip) == (birth.isoformat(), f"{appointed[:4]}-{month:02}", "LP"[int(sex) - 1], f"{sequence:03}", False)


@given(BIRTHS, st.integers(18, 40), st.sampled_from("12"), SEQUENCES)
def test_a_nipppk_has_21_for_the_month(birth: date, age: int, sex: str, sequence: int) -> None:
    details = nip_details(f"{birth:%Y%m%d}{birth.year + age}21{sex}{sequence:03}")
    assert details is not None
    assert details.pppk
    assert details.appointed == str(birth.year + age)


@pytest.mark.parametrize(
    "nip",
    ["199002302015011001", "199013012015011001", "199001012015131001", "199001012015013001", "199001011995011001", "19900101201501100", ""],
)
def test_impossible_parts_give_no_details(nip: str) -> None:
    assert nip_details(nip) is None


@pytest.mark.parametrize("text", ["", "-", "12345", "19900101 201501 1 00", "1990010120150110011", "Rp 1.990.010.120"])
def test_other_numbers_are_no_nip(text: str) -> None:
    assert read_nip(text) is None


def test_the_possible_number_is_preferred_and_an_impossible_one_is_given_as_printed() -> None:
    assert read_nip("1 19900101 201501 1 001") == "199001012015011001"
    assert read_nip("19900230 201501 1 001") == "199002302015011001"
