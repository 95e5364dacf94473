"""The figures of a paragraph: amounts, percents and counts, each with the words in brackets that repeat it."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache
from typing import Final

from extractor.claims.claim import Kind, Words
from extractor.claims.lexicon import COUNTED
from extractor.values.numbers import find_amounts, find_percents, read_number
from extractor.values.terbilang import is_numeral, read_terbilang


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure and where it stands in the text."""

    start: int
    digits_end: int
    """Where the digits (with "%" or ",-") end; the words in brackets stand behind."""
    end: int
    kind: Kind
    raw: str
    value: int | Decimal | None
    words: Words | None = None


_WORD: Final = re.compile(r"[^\W\d_]+")
_DIGIT: Final = re.compile(r"\d")
_NUMBER: Final = r"\d(?<![\w.,/%–-].)(?<![–-] .)\d{0,2}(?:\.\d{3})*(?:,\d{1,3})?(?![\d/]|[.,-]\d)"
"""What stands before a figure is asked behind its first digit, which is found at once."""
_BRACKET: Final = re.compile(r"[\s,.=/-]{0,4}[(\[]\s*(?P<words>[^()\[\]\d%]{2,260}?)\s*(?:[)\]]|(?=\.\s|[;:]|$))", re.DOTALL)
_UNGROUPED: Final = r"\d(?<![\w.,/%–-].)(?<![–-] .)(?<!tahun .)(?<!Tahun .)\d{3,8}(?![\d/]|[.,-]\d)"
_COUNT_WITH_WORDS: Final = re.compile(rf"(?:{_NUMBER}|{_UNGROUPED})(?=\s?\()")
_COMMA_GROUPS: Final = re.compile(r"\d{1,3}(?:,\d{3})+")
_DIGITS_IN_BRACKETS: Final = re.compile(r"(?<=[^\W\d_])\s?\((?P<number>\d{1,3}(?:\.\d{3})*)\)")
_WORD_REACH: Final = 120
"""Characters before the digits in brackets in which the words of their number stand."""
_COUNT_ALONE: Final = re.compile(rf"(?P<number>{_NUMBER})\s?(?P<unit>[^\W\d_]+)")
_NUMERAL_ALONE: Final = re.compile(
    r"(?<![\w(-])(?P<number>(?:se(?:puluh|belas)|(?:dua|tiga|empat|lima|enam|tujuh|delapan|sembilan)(?:\s(?:belas|puluh)(?:\s\w+)?)?))"
    r"\s(?P<unit>[^\W\d_]+)",
    re.IGNORECASE,
)
_PERCENT_WORDS: Final = re.compile(r"\s?\((?P<words>[^()\d%]{3,80})\)\s?(?:%|persen\b)", re.IGNORECASE)
_UNTIL: Final = r"(?:[–—-]|s\s?[./]\s?d\.?|(?:sampai|hingga)(?:\sdengan)?)"
_SCALE_BEFORE: Final = re.compile(rf"(?:[x×*∙·]|\\times|[<>≤≥=]|(?<!dari )\b[0-9]+(?:[.,][0-9]+)?\s?%?\s?{_UNTIL})\s?$", re.IGNORECASE)
_SCALE_BEHIND: Final = re.compile(rf"\s?(?:{_UNTIL}\s?[<>≤≥]?\s?\d|[x×*])", re.IGNORECASE)
_OUT_OF: Final = re.compile(rf"(?P<number>{_NUMBER})\sdari\s(?:total\s|jumlah\s|seluruh\s|sebanyak\s)*{_NUMBER}\s?[^\W\d_]")
_RUPIAH_BEHIND: Final = re.compile(r"\s?(?:,?\s?-|rupiah\b)", re.IGNORECASE)


@lru_cache(maxsize=1)
def find_figures(text: str) -> tuple[Figure, ...]:
    """All figures of a text that say how much or how many, in order, none overlapping another.

    Numbers of laws, dates, formulas and ranges of a scale are none. A count without words in brackets is one where the noun behind it
    is something that reports count. The last answer is kept: a paragraph's reader asks before its tokenizer does.
    """
    found: list[Figure] = []
    in_brackets = (_counts_with_words, _words_first) if "(" in text else ()
    for finder in (_amounts, _percents, *in_brackets, _counts) if _DIGIT.search(text) else (_counts,):
        for figure in finder(text):
            if not any(f.start < figure.end and figure.start < f.end for f in found):
                found.append(figure)
    return tuple(sorted(found, key=lambda f: f.start))


def _amounts(text: str) -> Iterator[Figure]:
    for match in find_amounts(text):
        words = _words_behind(text, match.end)
        marked = not match.text[0].isdigit()
        if not marked and not _RUPIAH_BEHIND.match(text, match.end) and not (words and "rupiah" in words[0].raw.lower()):
            continue
        end = match.end if words is None else words[1]
        yield Figure(match.start, match.end, end, "rupiah", match.text, match.value, words[0] if words else None)


def _percents(text: str) -> Iterator[Figure]:
    for match in find_percents(text):
        if _is_of_a_scale(text, match.start, match.end):
            continue
        words = _words_behind(text, match.end)
        end = match.end if words is None else words[1]
        yield Figure(match.start, match.end, end, "persen", match.text, match.value, words[0] if words else None)


def _is_of_a_scale(text: str, start: int, end: int) -> bool:
    """Whether a percent is a factor of a formula, a bound or the end of a range rather than something that was measured."""
    if _SCALE_BEFORE.search(text, max(0, start - 30), start):
        return True
    return _SCALE_BEHIND.match(text, end) is not None and not text[:start].endswith("dari ")


def _counts_with_words(text: str) -> Iterator[Figure]:
    for match in _COUNT_WITH_WORDS.finditer(text):
        words = _words_behind(text, match.end())
        if words is None:
            continue
        value = _said_by_words(match.group(), words[0])
        percent = _PERCENT_WORDS.match(text, match.end())
        if percent:
            raw = text[match.start() : percent.end()]
            yield Figure(match.start(), percent.end(), percent.end(), "persen", raw, None if value is None else Decimal(value), words[0])
        else:
            yield Figure(match.start(), match.end(), words[1], "jumlah", match.group(), value, words[0])


def _said_by_words(raw: str, words: Words) -> int | Decimal | None:
    """The number as printed; a comma sets apart thousands where the words say so ("1,187 (seribu seratus delapan puluh tujuh)")."""
    grouped = int(raw.replace(",", "")) if _COMMA_GROUPS.fullmatch(raw) else None
    return grouped if grouped is not None and grouped == words.value else read_number(raw)


def _words_first(text: str) -> Iterator[Figure]:
    """ "tiga belas (13) orang": the words are as many as belong to a number, read backwards."""
    for match in _DIGITS_IN_BRACKETS.finditer(text):
        reach = max(0, match.start() - _WORD_REACH)
        begin = match.start()
        for word in reversed(list(_WORD.finditer(text[reach : match.start()]))):
            between = text[reach + word.end() : begin].strip()
            if between or not is_numeral(word.group()):
                break
            begin = reach + word.start()
        raw = text[begin : match.start()]
        value = read_terbilang(raw) if raw else None
        if value is not None:
            yield Figure(
                begin, match.end(), match.end(), "jumlah", text[begin : match.end()], read_number(match["number"]), Words(raw, value)
            )


def _counts(text: str) -> Iterator[Figure]:
    """Counts without brackets, in digits or words, of things that reports count."""
    matches = [m for p in (_COUNT_ALONE, _NUMERAL_ALONE) for m in p.finditer(text) if m["unit"].lower() in COUNTED]
    for match in [*matches, *_OUT_OF.finditer(text)]:
        number = match["number"]
        value = read_number(number) if number[0].isdigit() else read_terbilang(number)
        if isinstance(value, int):
            yield Figure(match.start("number"), match.end("number"), match.end("number"), "jumlah", number, value)


def _words_behind(text: str, end: int) -> tuple[Words, int] | None:
    """The number in words that a bracket behind a figure holds, and where the bracket ends."""
    match = _BRACKET.match(text, end)
    if match is None:
        return None
    raw = match["words"].strip(" .,;:-=")
    tokens = [t for t in _WORD.findall(raw.lower()) if t not in {"rupiah", "dan", "koma", "persen", "terbilang"}]
    numerals = sum(map(is_numeral, tokens))
    if not tokens or numerals < 0.7 * len(tokens):
        return None
    return Words(raw, read_terbilang(raw)), match.end()
