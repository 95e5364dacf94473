"""Values with the way they are printed: the text for the page and the truth for the expected JSON, from one number."""

from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from typing import Any, TypeAlias

Json: TypeAlias = dict[str, Any]
MONTHS = (
    "Januari", "Februari", "Maret", "April", "Mei", "Juni", "Juli", "Agustus", "September", "Oktober", "November", "Desember",
)  # fmt: skip
_ONES = ("nol", "satu", "dua", "tiga", "empat", "lima", "enam", "tujuh", "delapan", "sembilan", "sepuluh", "sebelas")


@dataclass(frozen=True, slots=True)
class Printed:
    """A text on the page and what it says."""

    text: str
    truth: Json


def target(kind: str, text: str, value: float | int | str | None, unit: str | None = None) -> Printed:
    """A target, realisasi or capaian as the contract states it."""
    return Printed(text, {"mentah": text, "jenis": kind, "nilai": value, "satuan": unit})


def percent(value: float, decimals: int | None = None) -> Printed:
    """A target in percent, with a decimal comma: 81.5 is "81,5%"."""
    text = f"{value:g}" if decimals is None else f"{value:.{decimals}f}"
    return target("persen", text.replace(".", ",") + "%", value, "%")


def quantity(value: int, unit: str) -> Printed:
    """A number with its unit: "12 Laporan"."""
    return target("jumlah", f"{grouped(value)} {unit}", value, unit)


def number(value: float) -> Printed:
    """A bare number: "82,4"."""
    return target("angka", f"{value:g}".replace(".", ","), value)


def grade(value: str) -> Printed:
    """A predicate such as "BB" or "WTP"."""
    return target("predikat", value, value)


def in_unit(value: float, unit: str) -> Printed:
    """A number whose unit stands in a column of its own; the truth leaves open how the two are joined."""
    whole = float(value).is_integer()
    text = grouped(int(value)) if whole else f"{value:g}".replace(".", ",")
    kind = "persen" if unit == "%" else "jumlah"
    return Printed(text, {"jenis": kind, "nilai": int(value) if whole else value, "satuan": unit})


def grouped(value: int) -> str:
    """1250000 as "1.250.000"."""
    return f"{value:,}".replace(",", ".")


def rupiah(value: int, form: str = "{}") -> Printed:
    """An amount; ``form`` is what surrounds the digits, as "Rp {},-"."""
    text = form.format(grouped(value))
    return Printed(text, {"mentah": text, "nilai": value, "satuan": "rupiah"})


def share(part: int, whole: int) -> Decimal:
    """Percent of two amounts, rounded half up at two decimals."""
    return (Decimal(part) * 100 / Decimal(whole)).quantize(Decimal("0.01"), ROUND_HALF_UP)


def share_printed(value: Decimal, form: str = "{}%") -> Printed:
    """A percent of a budget table with two decimals and a comma."""
    text = form.format(f"{value:.2f}".replace(".", ","))
    return Printed(text, {"mentah": text, "nilai": float(value), "satuan": "%"})


def count(value: int, unit: str | None = None) -> Json:
    """The truth of a count of persons; how its text is printed beside words is left open."""
    return {"nilai": value} if unit is None else {"nilai": value, "satuan": unit}


def long_date(iso: str) -> str:
    """2025-01-24 as "24 Januari 2025"."""
    year, month, day = iso.split("-")
    return f"{int(day)} {MONTHS[int(month) - 1]} {year}"


def words(value: int) -> str:
    """A whole number below a thousand trillions in Indonesian words."""
    if value < 12:
        return _ONES[value]
    if value < 20:
        return f"{_ONES[value - 10]} belas"
    for size, name, single in (
        (10**12, "triliun", None),
        (10**9, "miliar", None),
        (10**6, "juta", None),
        (1000, "ribu", "seribu"),
        (100, "ratus", "seratus"),
        (10, "puluh", None),
    ):
        head, rest = divmod(value, size)
        if head:
            first = single if head == 1 and single else f"{words(head)} {name}"
            return f"{first} {words(rest)}" if rest else first
    raise ValueError("a whole number of at least zero is needed")
