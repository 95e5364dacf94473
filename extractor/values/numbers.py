"""Amounts, counts and percents as Indonesian reports print them: exact integers and decimals, never floats.

A text is read only where a single reading is left; otherwise the readers give None and the caller keeps the raw text.
"""

import re
from collections.abc import Iterable, Iterator
from decimal import Decimal
from typing import NamedTuple

from extractor.values.digits import Convention, amount_of, evidence_of, number_of, percent_of, scaled_amount

__all__ = [
    "AmountMatch", "Convention", "PercentMatch", "column_convention", "find_amounts", "find_percents", "is_amount", "is_empty", "is_number",
    "is_percent", "read_amount", "read_number", "read_percent",
]  # fmt: skip


class AmountMatch(NamedTuple):
    """An amount found in running text."""

    start: int
    end: int
    text: str
    value: int | None
    """Integer rupiah; None for a figure after "Rp" whose digits cannot be read."""


class PercentMatch(NamedTuple):
    """A percent found in running text."""

    start: int
    end: int
    text: str
    value: Decimal | None
    """None for a figure before "%" whose digits cannot be read in one way only."""


_PLAIN = str.maketrans(
    {
        **dict.fromkeys("\u00a0\u2007\u2009\u200a\u202f\u2002\u2003\t\n\r", " "),
        **dict.fromkeys("\u2010\u2011\u2012\u2013\u2014\u2015\u2212", "-"),
        "％": "%", "，": ",", "．": ".", "：": ":", "（": "(", "）": ")",
    }
)  # fmt: skip

_BODY = r"[0-9](?:[0-9., ]*[0-9])?"
_MARK = r"(?<![A-Za-z])(?:Rp|IDR)[ .,:;]*"
_SCALE = r"(?: *(?P<scale>ribu|juta|mil[iy]ard?|tril[iy]un)\b)?"
_MARKED = re.compile(rf"(?P<minus>(?<![^ (])-)?{_MARK}(?P<sign>[-(] *)?(?P<body>{_BODY}){_SCALE}", re.IGNORECASE)
_BARE = re.compile(rf"(?:(?:Rp|IDR)[ .,:;]*)?(?P<sign>[-+])?(?P<body>{_BODY}){_SCALE}(?P<ending>[ .,;:/=-]*)", re.IGNORECASE)
_BRACKETED = re.compile(r"(?P<mark>(?:(?:Rp|IDR)[ .,:;]*)?)\( *(?P<inner>[^()]*?) *\)[ .,;:/=-]*", re.IGNORECASE)
_ANY_LARGE = re.compile(r"(?<![\w.,/-])[0-9]{1,3}(?:[.,][0-9]{3}){2,}(?:[.,]00)?(?![0-9]|[.,/-][0-9A-Za-z])")
_LARGE = re.compile(r"(?<![\w.,/-])[0-9]{1,3}(?:(?:\.[0-9]{3}){2,}|(?:,[0-9]{3}){2,})(?:[.,]00)?(?![0-9]|[.,/-][0-9A-Za-z])")
_PERCENT = re.compile(
    r"(?<![0-9A-Za-z])(?<![0-9][.,])(?P<sign>[-+]?)(?P<body>[0-9]{1,3}(?:\.[0-9]{3})+,[0-9]+|[0-9]+(?:[.,][0-9]+)?)"
    r" *(?:%|pers[ea]n\b|prosen\b)",
    re.IGNORECASE,
)
_PERCENT_CELL = re.compile(r"[ (]*(?P<sign>[-+]?)(?P<body>[0-9]+(?: ?[.,] ?[0-9]+)*)[ ).,;:%]*")
_TOKEN = re.compile(r"(?<![0-9A-Za-z])(?<![0-9A-Za-z][.,])(?P<sign>[-+]?)(?P<body>[0-9]+(?:[.,][0-9]+)*)(?![0-9A-Za-z])")
_SEPARATED = re.compile(r"[.,．，]")
_LOOSE_DIGIT = re.compile(r"(?<![A-Za-z])[0-9]")
# In prose a comma with a blank ends a clause, so only a dot may carry blanks, and a blank may only cut the last group.
_PROSE = re.compile(
    rf"{_MARK}\(?(?P<body>[0-9]{{1,3}}(?: ?\. ?[0-9]{{3}}(?![0-9])|,[0-9]{{3}}(?![0-9]))*"
    rf"(?:[.,](?:[0-9] [0-9]{{2}}|[0-9]{{2}} [0-9])(?![0-9]|[.,][0-9])|[.,][0-9]{{2}}(?![0-9 ]|[.,][0-9])|(?![0-9]|[.,][0-9]))"
    rf"|[0-9][0-9.,]*[0-9]|[0-9]){_SCALE}(?: ?[.,]? ?[-=]+|/)?",
    re.IGNORECASE,
)
_SHARE = re.compile(
    r"(?P<amount>[0-9](?:[.,] ?[0-9]{3})+(?:[.,](?:[0-9]{2}|-+))?-?)\s*\(\s*(?P<share>[0-9]{1,3}(?:[.,][0-9]{1,2})?\s*%?)\s*\)\s*$"
)
_MARK_ALONE = re.compile(_MARK, re.IGNORECASE)
_GROUPED = re.compile(r"[0-9] ?[.,] ?[0-9]{3}(?![0-9])|[0-9] ?[.,] ?-")
_LETTER = re.compile(r"[A-Za-z²³]")
_PERCENT_ALONE = re.compile(r"(?:Rp\.? ?)?[-+0-9., ]+(?:%|persen)", re.IGNORECASE)
_NUMBER_ALONE = re.compile(r"[-+]?[0-9]+(?:[.,][0-9]+)*")
_EMPTY = re.compile(r"[\s\-_.:;,~*'\"|/]*")


def read_amount(text: str, convention: Convention | None = None) -> int | None:
    """Integer rupiah printed in ``text``, or None where it cannot be read in one way only.

    Takes "Rp", "IDR", the endings ",-" ".-" ",00" "-" "/", blanks inside a figure, groups of three parted by either or
    both separators, brackets or a minus for negatives, "2,5 miliar", and words around an amount after "Rp".
    Sen are rounded half up to whole rupiah. A percent standing beside the amount is left out.
    """
    plain = _PERCENT.sub(" ", _SHARE.sub(r"\g<amount>", text.translate(_PLAIN))).replace("( )", " ").replace("()", " ").strip()
    bracketed = _BRACKETED.fullmatch(plain)
    if bracketed:
        value = read_amount(bracketed["mark"] + bracketed["inner"], convention)
        return None if value is None else -abs(value)
    bare = _BARE.fullmatch(plain)
    if bare:
        return _signed(scaled_amount(bare["body"], bare["scale"], convention), bare["sign"])
    values = set(_marked_values(plain, convention))
    if values:
        return values.pop() if len(values) == 1 else None
    large = _ANY_LARGE.findall(plain)
    if len(large) == 1 and not re.search(r"[0-9]", plain.replace(large[0], "")):
        return amount_of(large[0], convention)
    return None


def read_number(text: str, convention: Convention | None = None) -> int | Decimal | None:
    """A count or measure: int where it is whole, else Decimal; None where it cannot be read in one way only.

    Groups of three after dots are thousands ("2.295" is 2295), one or two digits after a lone separator are decimals
    ("1.0" is 1, "72,10"). "1,041" is read only under a known convention. Words around a single figure are passed over.
    """
    plain = text.translate(_PLAIN)
    tokens = list(_TOKEN.finditer(plain))
    if len(tokens) != 1 or _LOOSE_DIGIT.search(plain[: tokens[0].start()] + " " + plain[tokens[0].end() :]):
        return None
    value = number_of(tokens[0]["body"], convention)
    if value is None:
        return None
    negative = tokens[0]["sign"] == "-" and not re.search(r"[^\s(]", plain[: tokens[0].start()])
    return -value if negative else value


def read_percent(text: str) -> Decimal | None:
    """An exact percent, with or without its sign "%"; None where there is none, or more than one.

    A lone separator starts decimals ("84,98%", "82.5%"). Beside other figures only the one that carries "%" counts.
    """
    plain = text.translate(_PLAIN)
    cell = _PERCENT_CELL.fullmatch(plain)
    matches = [cell] if cell else list(_PERCENT.finditer(plain))
    if len(matches) != 1:
        return None
    match = matches[0]
    value = percent_of(match["body"].replace(" ", ""))
    negative = match["sign"] == "-" and not plain[: match.start("sign")].strip(" (")
    return -value if value is not None and negative else value


def share_behind(text: str) -> str | None:
    """The percent in brackets behind an amount, "%" or not ("1.234.567 (98,12)"); None where there is none."""
    match = _SHARE.search(text.translate(_PLAIN))
    return match["share"] if match else None


def column_convention(texts: Iterable[str]) -> Convention | None:
    """The convention that the figures of one column speak for, or None where they say nothing or disagree.

    Two groups, or groups with decimals, are worth more than a lone separator with three digits behind it.
    """
    weights = {Convention.DOT: 0, Convention.COMMA: 0}
    for text in texts:
        if not _SEPARATED.search(text):
            continue
        for match in _TOKEN.finditer(text.translate(_PLAIN)):
            convention, weight = evidence_of(match["body"])
            if convention:
                weights[convention] += weight
    best, other = sorted(weights, key=lambda c: -weights[c])
    return best if weights[best] > 2 * weights[other] else None


def is_empty(text: str) -> bool:
    """Whether a cell holds nothing but blanks, dashes and stops."""
    return not text[:1].isalnum() and _EMPTY.fullmatch(text.translate(_PLAIN)) is not None


def is_amount(text: str) -> bool:
    """Whether a cell looks like an amount of money: readable, and marked by "Rp", by groups of three or by ",-"."""
    plain = text.translate(_PLAIN)
    if read_amount(plain) is None:
        return False
    if _MARK_ALONE.search(plain):
        return True
    return _GROUPED.search(plain) is not None and not _LETTER.search(plain)


def is_percent(text: str) -> bool:
    """Whether a cell is a percent that carries its sign, and nothing else."""
    plain = text.translate(_PLAIN).strip(" ().,;:<>=≥≤±")
    return _PERCENT_ALONE.fullmatch(plain) is not None and read_percent(plain) is not None


def is_number(text: str) -> bool:
    """Whether a cell is a number and nothing else (neither unit nor "%")."""
    plain = text.translate(_PLAIN).strip(" ()")
    return _NUMBER_ALONE.fullmatch(plain) is not None and (read_number(plain) is not None or read_percent(plain) is not None)


def find_amounts(text: str) -> list[AmountMatch]:
    """Amounts in running text, in order: all figures after "Rp", and bare ones of seven digits or more in groups of three."""
    plain = text.translate(_PLAIN)
    marked = [_prose_match(text, m) for m in _PROSE.finditer(plain)]
    taken = [(m.start, m.end) for m in marked]
    bare = [
        AmountMatch(m.start(), m.end(), text[m.start() : m.end()], amount_of(m.group(), None))
        for m in _LARGE.finditer(plain)
        if not any(start < m.end() and m.start() < end for start, end in taken)
    ]
    return sorted(marked + bare)


def find_percents(text: str) -> list[PercentMatch]:
    """Percents in running text, in order: all figures before "%" or "persen", without a sign before them."""
    matches = _PERCENT.finditer(text.translate(_PLAIN))
    return [PercentMatch(m.start("body"), m.end(), text[m.start("body") : m.end()], percent_of(m["body"])) for m in matches]


def _prose_match(text: str, match: re.Match[str]) -> AmountMatch:
    value = scaled_amount(match["body"], match["scale"], None)
    return AmountMatch(match.start(), match.end(), text[match.start() : match.end()], value)


def _marked_values(plain: str, convention: Convention | None) -> Iterator[int | None]:
    for match in _MARKED.finditer(plain):
        value = scaled_amount(match["body"], match["scale"], convention)
        yield _signed(value, "-" if match["minus"] or match["sign"] else None)


def _signed(value: int | None, sign: str | None) -> int | None:
    return -value if value is not None and sign == "-" else value
