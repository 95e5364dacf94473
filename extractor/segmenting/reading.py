"""What numbering a line could carry: every reading of its beginning as the number of a heading."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Final, Literal, TypeAlias

from rapidfuzz import fuzz, process

from extractor.segmenting.lexicon import BACK, CHAPTERS, FRONT, SECTIONS
from extractor.segmenting.numerals import chapter_number, latin, letter, roman
from extractor.segmenting.wording import squeeze

Style: TypeAlias = Literal["front", "back", "bab", "bare", "letter", "decimal", "arabic", "roman", "triple", "small", "lettered", "paren"]
"""front and back matter; "BAB I"; a chapter's title alone or "I. PENDAHULUAN"; "A."; "1.1"; "1."; "I."; "1.1.1"; "a."; "A.1"; "1)"."""

_BAB: Final = re.compile(r"^BAB\b[\s.:–-]*(?P<number>[IVXivxlΙІХ|!1]+|\d{1,2}|[A-Za-z]{3,9})(?:\s*[.:,–—-]+\s*|\s+|$)(?P<title>.*)$", re.I)
_GLUED: Final = re.compile(r"^BAB(?P<number>[IVX]+|\d{1,2})(?:\s*[.:–-]\s*|\s+|$)(?P<title>.*)$", re.I)
_KNOWN: Final = "|".join(sorted((squeeze(title) for title in CHAPTERS), key=len, reverse=True))
_RUN_IN: Final = re.compile(rf"^BAB\s*(?P<number>[IVX]+|\d{{1,2}})\s*(?P<title>{_KNOWN})$")
_NUMBER_ALONE: Final = re.compile(r"^(?:BAB\s*[.:]?|[A-Z]\.|\d{1,2}\.\d{1,2}\.?)$")
_WORD_ALONE: Final = re.compile(r"^BAB\s*[.:]?$", re.I)

_PART: Final = r"(?:\d{1,2}|[IVX]{1,4})"
_BETWEEN_PARTS: Final = re.compile(r"[.,]")
_TITLE: Final = r"(?P<title>[^\d\s.,%)(].*)$"
_LETTERS: Final = "A-ZАВСЕНКМОРТХΑΒΕΖΗΙΚΜΝΟΡΤΥΧ"
_ENUMERATED: Final[Mapping[Style, re.Pattern[str]]] = {
    "triple": re.compile(rf"^(?P<number>(?:{_PART}|[A-Z])\s?\.\s?\d{{1,2}}\s?\.\s?(?:\d{{1,2}}|[a-z]))\s*[.)]?\s+(?P<title>\S.*)$"),
    "decimal": re.compile(rf"^(?P<number>{_PART}\s?[.,]\s?\d{{1,2}})(?:\s*[.)]\s*|\s+|(?=[A-Z][a-zA-Z])){_TITLE}"),
    "lettered": re.compile(rf"^(?P<number>[A-Z]\s?\.\s?\d{{1,2}})(?:\s*[.)]\s*|\s+){_TITLE}"),
    "letter": re.compile(rf"^(?P<number>[{_LETTERS}])\s?(?:(?P<dot>[.),])\s*|\s+(?=[A-Z])){_TITLE}"),
    "roman": re.compile(rf"^(?P<number>[IVX]{{1,5}})\s?[.)]\s*{_TITLE}"),
    "paren": re.compile(rf"^\(?(?P<number>\d{{1,2}})\)\s*{_TITLE}"),
    "arabic": re.compile(rf"^(?P<number>\d{{1,2}})\s?\.\s*{_TITLE}"),
    "small": re.compile(rf"^(?P<number>[a-z])\s?[.)]\s*{_TITLE}"),
}

_CHAPTER_TITLES: Final = tuple(CHAPTERS)
_MATTER: Final[tuple[tuple[Style, tuple[str, ...]], ...]] = (("front", FRONT), ("back", BACK))
_SAME_TITLE: Final = 88
"""rapidfuzz ratio from which a line is a known title with a slip of the pen or the scanner."""


@dataclass(frozen=True, slots=True)
class Reading:
    """One way to read a line as the beginning of a heading."""

    style: Style
    number: str
    """As it will be given: without trailing dot and inner blanks."""
    value: int
    """Rank among its siblings; 0 where it has none."""
    title: str
    over: tuple[int, ...] = ()
    """The parts that the number names above itself: 3 in "3.1", 3 and 1 in "3.1.2"."""
    known: float = 0.0
    """Agreement of the title with a known title, 0 to 1."""
    dotted: bool = True
    """False where only a blank stands between number and title."""


def readings(text: str) -> list[Reading]:
    """All readings of a line; none where it begins with nothing that numbers or names a part of a report."""
    return list(_readings(text)) if text else []


@lru_cache(maxsize=8192)
def _readings(text: str) -> tuple[Reading, ...]:
    return (*_chapter(text), *_matter(text), *_bare(text), *_enumerated(text))


def is_bab_word(text: str) -> bool:
    """Whether only the word "BAB" stands here, its number being on the next line."""
    return _WORD_ALONE.match(text) is not None


def is_number_alone(text: str) -> bool:
    """Whether a line is only "BAB", "A." or "1.1", the rest of the heading being on the next line."""
    return _NUMBER_ALONE.match(text) is not None


def known_title(text: str) -> tuple[str, float]:
    """The usual chapter title most like this one, and the likeness from 0 to 1."""
    return _most_like(squeeze(text), _CHAPTER_TITLES)


def known_section(text: str) -> float:
    """The likeness, from 0 to 1, with the usual section title most like this one."""
    return _most_like(squeeze(text), SECTIONS)[1]


def _most_like(squeezed: str, titles: tuple[str, ...]) -> tuple[str, float]:
    _, likeness, at = process.extractOne(squeezed, _squeezed(titles), scorer=fuzz.ratio)
    return titles[at], likeness / 100


@lru_cache(maxsize=16)
def _squeezed(titles: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(squeeze(title) for title in titles)


def _chapter(text: str) -> Iterator[Reading]:
    found = _RUN_IN.match(text) or _GLUED.match(text) or _BAB.match(text)
    number = chapter_number(found["number"]) if found else None
    if found and number:
        title = found["title"].strip()
        yield Reading("bab", number[1], number[0], title, known=known_title(title)[1] if title else 0.0)


def _matter(text: str) -> Iterator[Reading]:
    squeezed = squeeze(text)
    if not 6 <= len(squeezed) <= 30:
        return
    for style, titles in _MATTER:
        likeness = _most_like(squeezed, titles)[1]
        if likeness * 100 >= _SAME_TITLE:
            yield Reading(style, "", 0, text, known=likeness)
            return


def _bare(text: str) -> Iterator[Reading]:
    if next(_chapter(text), None) is not None:
        return
    number, title = "", text
    found = _ENUMERATED["roman"].match(text)
    if found:
        number, title = found["number"], found["title"]
    name, likeness = known_title(title)
    if likeness * 100 >= _SAME_TITLE:
        yield Reading("bare", number, roman(number) or CHAPTERS[name], title, known=likeness)


def _enumerated(text: str) -> Iterator[Reading]:
    for style, pattern in _ENUMERATED.items():
        found = pattern.match(text)
        reading = found and _read_number(style, found["number"].replace(" ", ""), found["title"].strip())
        if found and reading:
            yield replace(reading, dotted=False) if style == "letter" and not found["dot"] else reading


def _read_number(style: Style, number: str, title: str) -> Reading | None:
    if style == "letter":
        number = latin(number)
        value = letter(number)
    elif style == "roman":
        value = roman(number)
    elif style == "small":
        value = ord(number) - ord("a") + 1
    else:
        value = _last_number(number)
    if not value:
        return None
    return Reading(style, number.replace(",", "."), value, title, _above(number))


def _last_number(number: str) -> int | None:
    last = _BETWEEN_PARTS.split(number)[-1]
    return int(last) if last.isdecimal() else ord(last) - ord("a") + 1


def _above(number: str) -> tuple[int, ...]:
    """Values of all parts of a number but the last: digits, roman numbers or letters."""
    parts = _BETWEEN_PARTS.split(number)[:-1]
    return tuple(int(part) if part.isdecimal() else roman(part) or letter(part) or 0 for part in parts)
