from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractor.values.dates import find_dates, find_years, read_date

MONTHS = ["Januari", "Februari", "Maret", "April", "Mei", "Juni", "Juli", "Agustus", "September", "Oktober", "November", "Desember"]
SHORT = ["Jan", "Feb", "Mar", "Apr", "Mei", "Jun", "Jul", "Agst", "Sept", "Okt", "Nop", "Des"]
DAYS = st.dates(date(1900, 1, 1), date(2099, 12, 31))


@given(DAYS)
def test_days_read_back_in_every_form(day: date) -> None:
    d, m, y = day.day, day.month, day.year
    forms = [
        f"{d} {MONTHS[m - 1]} {y}", f"{d:02}-{SHORT[m - 1]}-{y}", f"{d:02}/{m:02}/{y}", f"{d}/{m}/{y}", f"{d} - {m} - {y}",
        f"{d:02}.{m:02}.{y}",
        day.isoformat(), f"Kota Contoh, {d} {MONTHS[m - 1].upper()} {y}", f"{d} {MONTHS[m - 1]}{y}",
    ]  # fmt: skip
    assert {read_date(form) for form in forms} == {day.isoformat()}


@given(DAYS)
def test_partial_dates(day: date) -> None:
    assert read_date(f"{MONTHS[day.month - 1]} {day.year}") == day.isoformat()[:7]
    assert read_date(f"{day.month}/{day.year}") == day.isoformat()[:7]
    assert read_date(f"Tahun {day.year}") == str(day.year)
    assert read_date(f"Kota Contoh,         {day.year}") == str(day.year)


@pytest.mark.parametrize(
    ("text", "iso"),
    [
        ("I 7 Januari 2025", "2025-01-17"),
        ("l7 Januari 2025", "2025-01-17"),
        ("Kota Contoh, 1 7 Januari 2025", "2025-01-17"),
        ("2 Januarl 2024", "2024-01-02"),
        ("2 Febuari 2024", "2024-02-02"),
        ("2 Pebruari 20 24", "2024-02-02"),
        ("01-04-19", "2019-04-01"),
        ("01/04/88", "1988-04-01"),
        ("22/10/19 77", "1977-10-22"),
        ("tanggal 5-6 Maret 2024", "2024-03-06"),
    ],
)
def test_slips_of_ocr_and_typing(text: str, iso: str) -> None:
    assert read_date(text) == iso


@pytest.mark.parametrize(
    "text",
    [
        "",
        "-",
        "31 Februari 2024",
        "30/02/2024",
        "31/13/2024",
        "2.295",
        "2 Januari",
        "Rp. 2024",
        "5 orang 2024",
        "2 Jan 2024 s.d 3 Feb 2024",
        "12.345.000",
    ],
)
def test_what_is_no_single_possible_date_is_not_read(text: str) -> None:
    assert read_date(text) is None


def test_dates_in_prose_carry_their_place() -> None:
    text = "Ditetapkan tanggal 14 Maret 2024, berlaku Juli 2024 sampai 31 Februari 2025; rapat 27-11-2024."
    found = find_dates(text)
    assert [m.iso for m in found] == ["2024-03-14", "2024-07", "2024-11-27"]
    assert [text[m.start : m.end] for m in found] == [m.text for m in found]


def test_years_stand_neither_in_amounts_nor_in_codes() -> None:
    text = "Renstra 2020-2024, Peraturan 5/2018, 27.12.2023, Rp 2.024.000, kode 076.01.2024, tahun 2024. Tahun 1999"
    assert find_years(text) == [2020, 2024, 2018, 2023, 2024]
