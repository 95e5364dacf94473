"""What a printed figure leaves open: the interval of exact values from which it may have been rounded."""

import re
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from functools import lru_cache

_TRAILING = re.compile(r"[.,]\s?(?P<decimals>[0-9 ]*[0-9])\D*$")


@dataclass(frozen=True, slots=True)
class Interval:
    """All values from ``low`` to ``high``; ``closed`` says whether ``high`` belongs to it."""

    low: Fraction
    high: Fraction
    closed: bool = True

    def __contains__(self, value: Fraction | int | Decimal) -> bool:
        exact = Fraction(value)
        return self.low <= exact < self.high or (self.closed and exact == self.high)

    def meets(self, other: "Interval") -> bool:
        """Whether the two have a value in common."""
        low, high = max(self.low, other.low), min(self.high, other.high)
        return low < high or (low == high and low in self and low in other)

    @classmethod
    def exactly(cls, value: Fraction | int | Decimal) -> "Interval":
        """The interval of one value."""
        exact = Fraction(value)
        return cls(exact, exact)


def printed_decimals(raw: str) -> int:
    """Digits behind the decimal separator as printed: 2 for "84,98%" and "100.00", 0 for "100%"."""
    match = _TRAILING.search(raw)
    return len(match["decimals"].replace(" ", "")) if match else 0


@lru_cache(maxsize=8192)
def printed_interval(value: int | Decimal, decimals: int) -> Interval:
    """The exact values that may stand behind ``value`` printed with ``decimals`` digits.

    Rounded half up, half even or truncated (SAKIP prescribes none of the three): for 92,31 these are 92,305 up to, but
    not including, 92,32. Below zero the interval is mirrored.
    """
    unit = Fraction(1, 10**decimals)
    exact = Fraction(value)
    if exact < 0:
        return Interval(exact - unit + Fraction(1, 10**40), exact + unit / 2)
    return Interval(exact - unit / 2, exact + unit, closed=False)


def rounded(value: Fraction, decimals: int) -> Decimal:
    """An exact value rounded half up (away from zero) to ``decimals`` digits."""
    scaled = abs(value) * 10**decimals + Fraction(1, 2)
    whole = scaled.numerator // scaled.denominator
    return Decimal(-whole if value < 0 else whole).scaleb(-decimals)


def percent_of(part: int | Decimal, whole: int | Decimal) -> Fraction | None:
    """``part`` in percent of ``whole``, exactly; None where there is no whole."""
    return Fraction(part) * 100 / Fraction(whole) if whole else None
