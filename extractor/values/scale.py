"""Amounts printed in thousands, millions or milliards: what a header or title says of them, and what they leave open."""

import re
from collections.abc import Sequence
from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction
from typing import Final

from extractor.values.numbers import Convention, read_amount, read_number
from extractor.values.rounding import printed_decimals

FACTORS: Final = {"ribu": 10**3, "juta": 10**6, "miliar": 10**9, "milyar": 10**9, "triliun": 10**12, "trilyun": 10**12}
_WORD = r"(?P<scale>ribu|juta|mil[iy]ar|tril[iy]un)(?:an)?\b"
_SAYS: Final = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        rf"\bdalam\s+(?:satuan\s+)?(?:rp\.?\s*|rupiah\s+)?{_WORD}",
        rf"(?:\brp\.?|[(\[]\s*(?:x\s*)?(?:rp\.?)?|\brupiah)\s*[(]?\s*{_WORD}",
        r"(?:^|\|\s*)(?P<scale>ribu|juta|mil[iy]ar|tril[iy]un)(?:an\s*(?:rupiah|rp)\b|\s*(?:rupiah|rp)\s*(?:$|\|))",
    )
)
"""How a header or title says it: "(dalam ribuan rupiah)", "Rp juta", "(Rp Miliar)", "jutaan rupiah"."""
_ZEROS = re.compile(
    r"[(\[]\s*(?:(?:x|dalam)\s*)?(?:rp\.?\s*)?(?:1[.,])?(?P<zeros>000(?:[.,]000)*)(?:,-)?\s*(?:rupiah)?\s*[)\]]", re.IGNORECASE
)
""" "(Rp. 000)", "(x Rp 1.000)", "(000.000)"."""
_OWN_SCALE = re.compile(r"[0-9]\s*(?:ribu|juta|mil[iy]ar|tril[iy]un)\b|,-", re.IGNORECASE)
_HIGHEST = 10**15
"""A thousand trillion rupiah, beyond the budget of any body that reports: a figure so high is not in the unit that is named."""


def factor_of(text: str) -> int:
    """What the figures under a header or title are to be multiplied by; 1 where it says nothing."""
    for pattern in _SAYS:
        match = pattern.search(text)
        if match:
            return FACTORS[match["scale"].lower()]
    zeros = _ZEROS.search(text)
    return int(10 ** zeros["zeros"].count("0")) if zeros else 1


def fitting_factor(texts: Sequence[str], factor: int) -> int:
    """The factor that is said of these amounts, or 1 where one of them times it would be beyond any budget."""
    values = [Decimal(value).copy_abs() for text in texts if (value := read_number(text)) is not None]
    return factor if not values or max(values) * factor < _HIGHEST else 1


def read_scaled(text: str, factor: int, convention: Convention | None = None) -> int | None:
    """Integer rupiah of a figure printed in units of ``factor``; a figure that names its own unit or ends in ",-" is read as it is."""
    if factor == 1 or _OWN_SCALE.search(text):
        return read_amount(text, convention)
    value = read_number(text.replace("(", " ").replace(")", " "), convention)
    if value is None:
        return None
    whole = int((Decimal(value) * factor).to_integral_value(ROUND_HALF_UP))
    return -abs(whole) if re.fullmatch(r"\s*(?:rp\.?\s*)?\([^()]*\)\s*", text, re.IGNORECASE) else whole


def step_of(raw: str, value: int | Decimal | None) -> Fraction:
    """What one unit of the last printed digit is worth: a million for "61.200" read as 61.200.000.000, one for plain rupiah."""
    if not value or read_amount(raw) == value or read_number(raw) == value:
        return Fraction(1)
    for factor in sorted(set(FACTORS.values())):
        for convention in (None, *Convention):
            printed = read_number(raw.replace("(", " ").replace(")", " "), convention)
            if printed and abs(Fraction(printed)) * factor == abs(Fraction(value)):
                whole = printed == int(printed) and not re.search(r"[.,]0{1,2}\D*$", raw)
                return Fraction(factor, 1 if whole else 10 ** printed_decimals(raw))
    return Fraction(1)


def may_be_one(one: tuple[str, int | Decimal | None], other: tuple[str, int | Decimal | None]) -> bool:
    """Whether two amounts, each as printed and as read, may be one, rounded to different units."""
    if one[1] is None or other[1] is None or one[1] == other[1]:
        return one[1] == other[1]
    step = max(step_of(*one), step_of(*other))
    return step > 1 and abs(Fraction(one[1]) - Fraction(other[1])) < step
