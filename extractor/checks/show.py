"""Figures as people in Indonesia read them: 51.412.431.000 and 92,31 %."""

from decimal import Decimal
from fractions import Fraction

from extractor.values.rounding import rounded

Number = int | Decimal | Fraction

LONGEST = 90


def number(value: Number) -> str:
    """Dots between thousands, a comma before decimals."""
    plain = rounded(value, 4).normalize() if isinstance(value, Fraction) else Decimal(value)
    sign, digits, exponent = plain.as_tuple()
    decimals = max(0, -int(exponent))
    whole, _, rest = f"{abs(plain):.{decimals}f}".partition(".")
    grouped = f"{int(whole):,}".replace(",", ".")
    return f"{'-' if sign and any(digits) else ''}{grouped}{',' + rest if rest else ''}"


def rupiah(value: Number) -> str:
    """ "Rp 51.412.431.000"."""
    return f"Rp {number(value)}"


def percent(value: Number) -> str:
    """ "92,31 %"."""
    return f"{number(value)} %"


def with_unit(value: Number, unit: str | None) -> str:
    """A figure in its unit: rupiah, %, or the name of what is counted."""
    if unit == "rupiah":
        return rupiah(value)
    return percent(value) if unit == "%" else number(value)


def short(text: str | None) -> str:
    """A label cut to a length that fits a message, on one line."""
    plain = " ".join((text or "").split()).strip(" .:;-")
    return plain if len(plain) <= LONGEST else plain[: LONGEST - 1].rsplit(" ", 1)[0] + "…"


_MONTHS = (
    "Januari", "Februari", "Maret", "April", "Mei", "Juni", "Juli", "Agustus", "September", "Oktober", "November", "Desember",
)  # fmt: skip


def date(iso: str) -> str:
    """An ISO date, month or year as people write it: "26 Desember 1968"."""
    year, *rest = iso.split("-")
    month = [_MONTHS[int(rest[0]) - 1]] if rest else []
    day = [str(int(rest[1]))] if len(rest) > 1 else []
    return " ".join([*day, *month, year])
