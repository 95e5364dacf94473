from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractor.identity.dateline import read_dateline

MONTHS = ["Januari", "Februari", "Maret", "April", "Mei", "Juni", "Juli", "Agustus", "September", "Oktober", "November", "Desember"]


@given(st.dates(date(2001, 1, 1), date(2034, 12, 31)), st.sampled_from(["Ambon", "Kota Agung", "TUAL"]))
def test_every_written_date_is_read(day: date, place: str) -> None:
    found = read_dateline(f"{place}, {day.day} {MONTHS[day.month - 1]} {day.year}")
    assert found == (place, day.isoformat(), "")


@pytest.mark.parametrize(
    ("text", "following", "place", "iso", "after"),
    [
        ("Ambon, I 6 Januari 2025 Sekretaris KPU", "", "Ambon", "2025-01-16", "Sekretaris KPU"),
        ("Ambon, & Januari 2024", "", "Ambon", "2024-01", ""),
        ("Ambon, 27 - 12 -", "2024", "Ambon", "2024-12-27", ""),
        ("Ambon 73-12- 2024", "", "Ambon", "2024-12", ""),
        ("Ambon, ........ 2024", "", "Ambon", "2024", ""),
        ("Ambon,               2024", "", "Ambon", "2024", ""),
        ("Ambon, Pebruari 2017", "", "Ambon", "2017-02", ""),
        ("PIHAK KEDUA,   Ambon, 3 Mei 2021", "", "Ambon", "2021-05-03", ""),
        ("Ditetapkan di Ambon", "pada tanggal 4 Maret 2022", "Ambon", "2022-03-04", ""),
    ],
)
def test_noisy_and_partial_dates(text: str, following: str, place: str, iso: str, after: str) -> None:
    assert read_dateline(text, following) == (place, iso, after)


@pytest.mark.parametrize(
    "text",
    [
        "Rabu, 14 Februari 2024",
        "TAHUN 2024",
        "Rencana Strategis 2020 - 2024",
        "Pemilihan Wali Kota Ambon Tahun 2024",
        "Ambon, 14 Februari 2024 yang diikuti oleh seluruh pegawai",
        "Kode 6709, 2024",
        "",
    ],
)
def test_other_lines_are_no_dateline(text: str) -> None:
    assert read_dateline(text) is None
