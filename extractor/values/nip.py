"""NIP and NIPPPK, the 18-digit numbers of civil servants.

NIP: Perka BKN 22/2007: birth date YYYYMMDD, month of appointment YYYYMM, sex (1 man, 2 woman), sequence of three digits.
NIPPPK (contract staff under PP 49/2018): birth date, year of appointment, 21, sex, sequence of three digits.
"""

import re
from datetime import date
from typing import Literal, NamedTuple

_DIGITS = re.compile(r"(?<![0-9])(?=((?:[0-9][\s.\-]*){17}[0-9])(?![0-9]))")
_NO_DIGIT = re.compile(r"[^0-9]")
_PARTS = re.compile(r"(?P<birth>[0-9]{8})(?P<year>[0-9]{4})(?P<month>[0-9]{2})(?P<sex>[12])(?P<sequence>[0-9]{3})")
_PPPK = "21"
_YOUNGEST_START = 15


class NipDetails(NamedTuple):
    """What a NIP says about its holder."""

    birth: str
    """ISO date of birth."""
    appointed: str
    """ISO month of appointment, or the year alone for PPPK."""
    sex: Literal["L", "P"]
    sequence: str
    """Three digits."""
    pppk: bool


def read_nip(text: str) -> str | None:
    """The 18 digits of the NIP in ``text``, printed with or without blanks, dots or hyphens; None where there is none.

    Digits are given as printed, possible or not; where two numbers stand in the text the possible one is preferred.
    """
    candidates = [_NO_DIGIT.sub("", m.group(1)) for m in _DIGITS.finditer(text)]
    return next((c for c in candidates if nip_details(c)), candidates[0] if candidates else None)


def nip_details(nip: str) -> NipDetails | None:
    """The parts of an 18-digit NIP, or None where they are impossible (no such date, no such sex, appointed as a child)."""
    match = _PARTS.fullmatch(nip)
    if match is None:
        return None
    birth = _day(match["birth"])
    year, month = int(match["year"]), match["month"]
    pppk = month == _PPPK
    if birth is None or not (pppk or 1 <= int(month) <= 12) or not birth.year + _YOUNGEST_START <= year <= 2099:
        return None
    appointed = match["year"] if pppk else f"{match['year']}-{month}"
    return NipDetails(birth.isoformat(), appointed, "L" if match["sex"] == "1" else "P", match["sequence"], pppk)


def _day(digits: str) -> date | None:
    try:
        day = date(int(digits[:4]), int(digits[4:6]), int(digits[6:]))
    except ValueError:
        return None
    return day if day.year >= 1900 else None
