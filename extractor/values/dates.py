"""Dates as Indonesian reports print them, given as ISO 8601 (possibly without day or month)."""

import re
from collections.abc import Iterator
from datetime import date
from functools import lru_cache
from typing import NamedTuple

from extractor.values.spelling import within_one_edit


class DateMatch(NamedTuple):
    """A date found in running text."""

    start: int
    end: int
    text: str
    iso: str


_MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "januari january jan", "februari pebruari february feb peb pebr febr", "maret march mar mrt", "april apr", "mei may",
            "juni june jun", "juli july jul", "agustus august agt agst agus ags agu aug", "september sept sep", "oktober october okt oct",
            "november nopember nov nop", "desember december des dec",
        ),
        start=1,
    )
    for name in names.split()
}  # fmt: skip
_LONG_MONTHS = tuple(name for name in _MONTHS if len(name) >= 5)
_CENTURY_PIVOT = 35

# OCR reads a 1 as I, l or | and puts blanks between digits; a lone first stroke counts only where nothing else can own it.
_DAY = (
    r"(?:(?:^|(?<=,)|(?<=, )|(?<=anggal )|(?<=anggal: ))[Il|1-3]\s[0-9]"
    r"|(?<![0-9A-Za-z])(?<![0-9][.,/])(?:[0-3Il|]?[0-9]|[1-3][Il|]))"
)
_YEAR = r"(?:[12]\s?[09]\s?[0-9]\s?[0-9](?!\s?[.,]?[0-9])|[0-9]{2}(?![0-9A-Za-z]|[.,][0-9]))"
_FULL_YEAR = r"[12]\s?[09]\s?[0-9]\s?[0-9](?![0-9]|[.,][0-9])"
_SEPARATOR = r"\s*[-–—/.,]?\s*"
_NAMED = re.compile(rf"(?P<day>{_DAY}){_SEPARATOR}(?P<month>[A-Za-z]{{3,10}})\.?{_SEPARATOR}(?P<year>{_YEAR})", re.MULTILINE)
_MONTH_YEAR = re.compile(rf"(?<![A-Za-z])(?P<month>[A-Za-z]{{3,10}})\.?{_SEPARATOR}(?P<year>{_FULL_YEAR})")
_NUMERIC = re.compile(
    r"(?<![0-9A-Za-z.,/-])(?P<day>[0-9]{1,2})(?P<gap>\s*[-–—/.]\s*)(?P<month>[0-9]{1,2})\s*[-–—/.]\s*(?P<year>(?:19|20)\s[0-9]{2}(?=\W*$)|(?:19|20)?[0-9]{2})(?![0-9A-Za-z]|[.,/-][0-9])"
)
_ISO = re.compile(
    r"(?<![0-9A-Za-z.,/-])(?P<year>(?:19|20)[0-9]{2})[-/](?P<month>[0-9]{1,2})[-/](?P<day>[0-9]{1,2})(?![0-9A-Za-z]*[-/])(?![0-9])"
)
_NUMERIC_MONTH = re.compile(r"(?P<month>[0-9]{1,2})\s*[-/.]\s*(?P<year>(?:19|20)[0-9]{2})")
_YEAR_ALONE = re.compile(
    r"(?:[A-Za-z .]{3,40},)?[\s.…_]*(?:tahun|tanggal|thn|th)?[\s.:…_]*(?P<year>(?:19|20)[0-9]{2})[\s.]*", re.IGNORECASE
)
_BLANK = re.compile(r"\s")
_ONE_MISREAD = re.compile(r"[Il|]")
_DIGIT = re.compile(r"[0-9]")
_PLAUSIBLE_YEAR = re.compile(r"(?<![0-9])(?<![0-9][.,])20[0-9]{2}(?![0-9]|[.,][0-9])")


def read_date(text: str) -> str | None:
    """The one date in ``text`` as ISO 8601, "2024-01-31", "2024-01" or "2024"; None for none, several, or an impossible one.

    Day before month; months in words may be abbreviated, English, or one letter wrong. Years of two digits up to 35 are
    20xx, above 19xx.
    """
    candidates = list(_candidates(text))
    if candidates:
        isos = {iso for _, iso in candidates}
        return isos.pop() if len(isos) == 1 else None
    bare = text.strip(" \t\n.,;:()")
    month = _NUMERIC_MONTH.fullmatch(bare)
    if month:
        return _iso(month["year"], int(month["month"]), None)
    year = _YEAR_ALONE.fullmatch(text.strip())
    return year["year"] if year else None


def find_dates(text: str) -> list[DateMatch]:
    """Possible dates in running text, in order: full dates and months with their year (a year alone is in ``find_years``)."""
    return [DateMatch(m.start(), m.end(), m.group(), iso) for m, iso in _candidates(text) if iso]


def find_years(text: str) -> list[int]:
    """Years 2000 to 2099 in the order they stand in ``text``, each time they do; digits inside amounts and codes are none."""
    places = {m.start(): int(m.group()) for m in _PLAUSIBLE_YEAR.finditer(text)}
    for match in find_dates(text):
        year = re.search(match.iso[:4], match.text)
        if year and 2000 <= int(match.iso[:4]) <= 2099:
            places[match.start + year.start()] = int(match.iso[:4])
    return [year for _, year in sorted(places.items())]


def _candidates(text: str) -> Iterator[tuple[re.Match[str], str | None]]:
    """Whatever is shaped like a date, in order, with its ISO form or None where no such day exists."""
    if not _DIGIT.search(text):
        return
    end = 0
    found = [(m, iso) for pattern, read in _READERS for m in pattern.finditer(text) if (iso := read(m)) != ""]
    for match, iso in sorted(found, key=lambda f: (f[0].start(), -f[0].end())):
        if match.start() >= end:
            end = match.end()
            yield match, iso


def _named(match: re.Match[str]) -> str | None:
    month = _month(match["month"])
    return _iso(match["year"], month, match["day"]) if month else ""


def _month_year(match: re.Match[str]) -> str | None:
    month = _month(match["month"])
    return _iso(match["year"], month, None) if month else ""


def _numeric(match: re.Match[str]) -> str | None:
    return _iso(match["year"], int(match["month"]), match["day"])


_READERS = ((_NAMED, _named), (_NUMERIC, _numeric), (_ISO, _numeric), (_MONTH_YEAR, _month_year))


@lru_cache(maxsize=4096)
def _month(word: str) -> int | None:
    """The number of a month by its name."""
    lower = word.lower()
    if lower in _MONTHS:
        return _MONTHS[lower]
    near = {_MONTHS[name] for name in _LONG_MONTHS if len(lower) >= 5 and within_one_edit(lower, name)}
    return near.pop() if len(near) == 1 else None


def _iso(year: str, month: int, day: str | None) -> str | None:
    """ISO form of the parts, or None where they name no day of the calendar."""
    digits = _BLANK.sub("", year)
    full_year = int(digits) if len(digits) == 4 else int(digits) + (2000 if int(digits) <= _CENTURY_PIVOT else 1900)
    try:
        if day is None:
            return date(full_year, month, 1).isoformat()[:7]
        return date(full_year, month, int(_ONE_MISREAD.sub("1", _BLANK.sub("", day)))).isoformat()
    except ValueError:
        return None
