"""Digits and separators: the figure itself, without currency, unit or words around it."""

import re
from decimal import ROUND_HALF_UP, Decimal
from enum import Enum

# Words that multiply the figure before them.
_SCALES = {
    "ribu": 10**3,
    "juta": 10**6,
    "miliar": 10**9,
    "milyar": 10**9,
    "miliard": 10**9,
    "milyard": 10**9,
    "triliun": 10**12,
    "trilyun": 10**12,
}


_SPACED_SEPARATOR = re.compile(r" *([.,]) *")
_SEPARATOR = re.compile(r"([.,])")
_IN_BLANK_GROUPS = re.compile(r"[1-9][0-9]{0,2}(?: [0-9]{3})+")
_SHORT_DECIMALS = re.compile(r"[0-9]{1,3}[.,][0-9]{1,2}")
_ONE_DECIMAL = re.compile(r"[0-9]{1,3}[.,][0-9]")
_ONE_DIGIT = re.compile(r"[0-9]")
_COMMA_DECIMALS = re.compile(r"[0-9]+,[0-9]{1,2}")
_ENDS_IN_DECIMALS = re.compile(r"[.,][0-9]{1,2}$")

# Characters of a figure that is still one: 999 quadrillions with their separators and decimals.
_LONGEST = 30


class Convention(Enum):
    """Which separator groups the thousands and which starts the decimals."""

    DOT = "."
    """Dot thousands, comma decimals: 1.234.567,89 (the Indonesian spelling)."""
    COMMA = ","
    """Comma thousands, dot decimals: 1,234,567.89."""


def scaled_amount(body: str, scale: str | None, convention: Convention | None) -> int | None:
    if scale is None:
        return amount_of(body, convention)
    value = number_of(_close_separators(body), convention)
    if value is None or value >= 10**6:
        return None
    product = value * _SCALES[scale.lower()]
    return int(product) if product == int(product) else None


def amount_of(body: str, convention: Convention | None) -> int | None:
    """Digits and separators as whole rupiah."""
    compact = _without_blanks(body)
    if compact is None or len(compact) > _LONGEST:
        return None
    groups, separators = _pieces(compact)
    if len(groups) == 1:
        # Longer runs of bare digits are NIPs, account and letter numbers.
        return int(compact) if _plain_whole(compact) and len(compact) <= 15 else None
    if _in_threes(groups):
        return int("".join(groups))
    decimals = groups.pop()
    point = separators.pop()
    if not groups[1:]:
        expected = "." if convention is Convention.COMMA else ","
        return int(groups[0]) if point == expected and not decimals.strip("0") and _plain_whole(groups[0]) else None
    if not _in_threes(groups) or set(separators) == {".", ","} or point in separators:
        return None
    return int(Decimal(f"{''.join(groups)}.{decimals}").to_integral_value(ROUND_HALF_UP))


def number_of(body: str, convention: Convention | None) -> int | Decimal | None:
    """Digits and separators, without blanks, as a general number."""
    groups, separators = _pieces(body)
    if len(body) > _LONGEST:
        return None
    if len(groups) == 1:
        return int(body)
    if len(groups) == 2:
        return _lone_separator(groups, separators[0], convention)
    if len(set(separators)) == 1:
        return int("".join(groups)) if _in_threes(groups) else None
    *whole, decimals = groups
    if not _in_threes(whole) or separators[-1] in separators[:-1] or len(set(separators[:-1])) > 1:
        return None
    return _whole_or_decimal("".join(whole), decimals)


def _lone_separator(groups: list[str], separator: str, convention: Convention | None) -> int | Decimal | None:
    whole, rest = groups
    if not _in_threes(groups):
        return _whole_or_decimal(whole, rest) if _plain_whole(whole) else None
    if convention is None and separator == ",":
        return None
    thousands = convention.value if convention else "."
    return int(whole + rest) if separator == thousands else _whole_or_decimal(whole, rest)


def percent_of(body: str) -> Decimal | None:
    groups, separators = _pieces(body)
    if len(body) > _LONGEST:
        return None
    if len(groups) == 1:
        return Decimal(body)
    if len(groups) > 2:
        value = number_of(body, None)
        return None if value is None else Decimal(value)
    whole, rest = groups
    # "1.250%" may be 1250 or 1.25; a longer first group in thousands would be no percent.
    if len(rest) == 3 and separators[0] == "." and len(whole) == 1 and whole != "0":
        return None
    return Decimal(f"{whole}.{rest}") if _plain_whole(whole) else None


def _whole_or_decimal(whole: str, decimals: str) -> int | Decimal:
    return Decimal(f"{whole}.{decimals}") if decimals.strip("0") else int(whole)


def _without_blanks(body: str) -> str | None:
    """The figure with its inner blanks closed, or None where a blank may part two figures."""
    closed = _close_separators(body)
    if " " not in closed:
        return closed
    if _IN_BLANK_GROUPS.fullmatch(closed):
        return closed.replace(" ", "")
    head = _SEPARATOR.split(closed, maxsplit=1)[0]
    return None if " " in head else closed.replace(" ", "")


def _close_separators(body: str) -> str:
    return _SPACED_SEPARATOR.sub(r"\1", body) if " " in body else body


def _pieces(compact: str) -> tuple[list[str], list[str]]:
    """Groups of digits and the separators between them."""
    parts = _SEPARATOR.split(compact)
    return parts[::2], parts[1::2]


def _in_threes(groups: list[str]) -> bool:
    """Whether the groups are thousands: one to three digits without a leading zero, then always three."""
    first, *rest = groups
    return 1 <= len(first) <= 3 and not first.startswith("0") and all(len(g) == 3 for g in rest)


def _plain_whole(digits: str) -> bool:
    """Whether the digits are a whole number without superfluous zeros in front."""
    return digits == "0" or (bool(digits) and not digits.startswith("0"))


def evidence_of(body: str) -> tuple[Convention | None, int]:
    """What one figure says about the convention, and how strongly."""
    groups, separators = _pieces(body)
    if not separators:
        return None, 0
    first, last = separators[0], separators[-1]
    if len(separators) > 1:
        if _in_threes(groups):
            return (Convention(first), 4) if len(set(separators)) == 1 else (None, 0)
        return (Convention(first), 4) if first != last and _in_threes(groups[:-1]) else (None, 0)
    if _in_threes(groups):
        return Convention(first), 1
    return Convention("," if first == "." else "."), 2


_GROUPS = r"[1-9][0-9]{0,2}(?:[.,][0-9]{3})"
_GROUPED = re.compile(rf"{_GROUPS}+(?:,00)?")
_LEFT_FIGURE = re.compile(r"[0-9][0-9.,]*$")
_RIGHT_FIGURE = re.compile(r"[.,]?[0-9]+(?:[.,][0-9]+)*")
_HUNDRED = re.compile(r"100(?:[.,]0+)?")


def is_cut_figure(left: str, right: str) -> bool:
    """Whether the figure at the end of ``left`` goes on at the front of ``right``: what is printed there is but half of one.

    Two whole figures side by side are not one, so "12" and "15" are left apart.
    """
    head, tail = _LEFT_FIGURE.search(left), _RIGHT_FIGURE.match(right)
    if head is None or tail is None:
        return False
    whole, follower = head.group() + tail.group(), right[tail.end() :].lstrip()[:1]
    at_separator = head.group()[-1] in ".," or tail.group()[0] in ".,"
    if at_separator and _SHORT_DECIMALS.fullmatch(whole):
        return follower == "%"
    if _ONE_DECIMAL.fullmatch(head.group()) and _ONE_DIGIT.fullmatch(tail.group()) and follower == "%":
        return True
    if _COMMA_DECIMALS.fullmatch(head.group()) and follower.isalpha():  # decimals, and a quantity with its unit
        return False
    if at_separator or _ENDS_IN_DECIMALS.search(head.group()):
        return _GROUPED.fullmatch(whole) is not None
    return _HUNDRED.fullmatch(whole) is not None and follower == "%"
