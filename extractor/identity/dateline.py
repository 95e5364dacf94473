"""The line over a signature: "Place, date"."""

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from extractor.values.dates import find_dates, read_date

_PLACE = r"(?P<place>[A-Z][A-Za-z.'’-]{1,40}(?: [A-Z][A-Za-z.'’-]{1,40}){0,3})"
_LEADER = r"[\d&.…_:|IlO ]{0,60}"
# behind the whole leader a year may follow at any distance: a year within it is a digit already
_DATE_MAY_FOLLOW = rf"(?:{_LEADER}(?:[A-Z][a-z]{{2,9}}\b|[A-Z]{{3,9}}\b|\d)|{_LEADER}+[\W\d_IlO]{{0,60}}20\d\d)"
_START = re.compile(rf"(?:^|\s{{2,}}|\t)[\W_]*{_PLACE}\s*(?P<comma>,)?\s*(?={_DATE_MAY_FOLLOW})")
_NOISY_NUMBERS = re.compile(r"\W{0,4}\d{1,2}\s*[-/. ]+\s*(?P<month>\d{1,2})\s*[-/. ]+\s*(?P<year>20\d\d)\b")
_NOISY_MONTH = re.compile(r"[\W\dIl|]{0,16}(?P<month>[A-Za-z]{3,10})[\W_]{0,6}(?P<year>20\d\d)\b")
_YEAR_ONLY = re.compile(r"[\W\d_]{0,60}?(?P<year>20\d\d)\b\s*$")
_DECREED_AT = re.compile(rf"^\W*(?:ditetapkan|dibuat|dikeluarkan)?\s*di\s*:?\s*{_PLACE}\W*$", re.IGNORECASE)
_ON_DATE = re.compile(r"^\W*pada\s+tanggal\s*:?\s*(?P<date>.{4,40})$", re.IGNORECASE)
_CUT_DATE = re.compile(r"[\d\s./-]{2,14}[-/.]\s*")
_SMALL = re.compile(r"[a-z]")
_DIGIT = re.compile(r"\d")
_NO_PLACE = re.compile(
    r"\b(?:senin|selasa|rabu|kamis|jum'?at|sabtu|minggu|ahad|tahun|tanggal|nomor|bulan|tabel|gambar|jl|jalan|pihak|nip|undang|peraturan|triwulan|"
    r"januari|februari|maret|april|mei|juni|juli|agustus|september|oktober|november|desember|ta|kpu)\b",
    re.IGNORECASE,
)  # fmt: skip
DATE_WITHIN = 12
"""Characters of blanks and OCR noise that may stand between the comma and the date."""


class Dateline(NamedTuple):
    place: str
    date: str
    """ISO 8601, without day or month where they are left open or cannot be read."""
    after: str
    """What stands behind it on the same line."""


@lru_cache(maxsize=8192)
def read_dateline(text: str, following: str = "") -> Dateline | None:
    """The place and date that a line holds; ``following`` is the next line, which may hold the rest of a date or "pada tanggal ..."."""
    decreed, on = _DECREED_AT.match(text), _ON_DATE.match(following)
    if decreed and on:
        date = read_date(on["date"])
        return Dateline(decreed["place"], date, "") if date else None
    if not _DIGIT.search(text) and not _DIGIT.search(following.strip()[:4]):
        return None
    for start in _places(text):
        if _NO_PLACE.search(start["place"]) or len(text) - start.end() > 160:
            continue
        found = _date_in(text[start.end() :], bool(start["comma"]))
        if found is None and start["comma"] and _CUT_DATE.fullmatch(text, start.end()):
            found = _date_in(f"{text[start.end() :]} {following.strip()[:4]}", True)
        if found:
            return Dateline(start["place"], *found)
    return None


def _places(text: str) -> Iterator[re.Match[str]]:
    """Words that may be a place before a date; what follows a comma is looked at again."""
    position = 0
    while start := _START.search(text, position):
        yield start
        position = start.end("place")


def _date_in(rest: str, comma: bool) -> tuple[str, str] | None:
    """(ISO date, what follows it) where the text begins with a date, however noisy."""
    for found in find_dates(rest[:50])[:1]:
        if found.start <= DATE_WITHIN and not _SMALL.search(rest, 0, found.start):
            return _allowed(found.iso, rest[found.end :], comma)
    for pattern, form in ((_NOISY_NUMBERS, "{month}-{year}"), (_NOISY_MONTH, "{month} {year}"), (_YEAR_ONLY, "{year}")):
        match = pattern.match(rest) if comma or pattern is not _YEAR_ONLY else None
        date = read_date(form.format(**match.groupdict())) if match else None
        if match and pattern is _NOISY_NUMBERS:
            return _allowed(date or match["year"], rest[match.end() :], comma)
        if match and date and len(date) > (4 if pattern is _NOISY_MONTH else 0):
            return _allowed(date, rest[match.end() :], comma)
    return None


def _allowed(date: str, after: str, comma: bool) -> tuple[str, str] | None:
    """A date without a comma before it must end its line; after one, a new sentence part must begin with a capital."""
    after = after.strip(" .,*_")
    if after and (not comma or not after[0].isupper()):
        return None
    return date, after
