from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractor.values.target import read_target


@given(st.decimals(min_value=0, max_value=999, places=1), st.sampled_from(",."))
def test_percents(value: Decimal, point: str) -> None:
    assert read_target(f"{value:f}".replace(".", point) + "%") == ("persen", value, "%")


@given(st.integers(min_value=0, max_value=999999), st.sampled_from(["Laporan", "Lap", "hari kerja", "kali", "m²", "Dokumen"]))
def test_quantities(count: int, unit: str) -> None:
    assert read_target(f"{count:,} {unit}".replace(",", ".")) == ("jumlah", count, unit)


@pytest.mark.parametrize("grade", ["AA", "A", "BB", "B", "CC", "C", "D", "WTP", "WDP", "Sangat Baik", "Tercapai"])
def test_predicates(grade: str) -> None:
    assert read_target(f" {grade} ") == ("predikat", grade, None)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("79", ("angka", 79, None)),
        ("55,56", ("angka", Decimal("55.56"), None)),
        ("118.77", ("angka", Decimal("118.77"), None)),
        ("64 (B)", ("angka", 64, "B")),
        ("BB (72,10)", ("angka", Decimal("72.1"), "BB")),
        ("1.0 Layanan", ("jumlah", 1, "Layanan")),
        ("1 (satu) Dokumen", ("jumlah", 1, "Dokumen")),
        ("≥ 85 %", ("persen", 85, "%")),
        ("85 persen", ("persen", 85, "%")),
        ("-", ("kosong", None, None)),
        ("", ("kosong", None, None)),
        ("91 – 100", ("lain", None, None)),
        (">80 s.d 90", ("lain", None, None)),
        ("80% - 90%", ("lain", None, None)),
        ("76 % 38", ("lain", None, None)),
        ("NA", ("lain", None, None)),
        ("na", ("lain", None, None)),
        ("Proses", ("lain", None, None)),
        ("Belum dinilai", ("lain", None, None)),
    ],
)
def test_other_targets(text: str, expected: tuple[object, ...]) -> None:
    assert read_target(text) == expected


def test_a_unit_that_counts_among_many() -> None:
    assert read_target("85 per 100.000 KH") == ("jumlah", 85, "per 100.000 KH")
    assert read_target("9,5 per 1.000 KH") == ("jumlah", Decimal("9.5"), "per 1.000 KH")
