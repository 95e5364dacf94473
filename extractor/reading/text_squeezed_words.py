"""Words of a squeezed line, and what they are."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from typing import Final

from extractor.reading.column_kinds import kind_of
from extractor.reading.column_lines import HEADER_WORDS

_INDEX: Final = re.compile(r"\(?\d{1,2}\)?")
TIED: Final = 3.0
"""From how much on a word is a part of one number with the word before, or its unit."""
_AT_LEFT: Final = 6
"""Cells by which the number of the first column may stand right of the beginning of a header."""
_RARER: Final = frozenset(("urut",))
"""Words that head a column only beside others."""
_QUARTER: Final = re.compile(r"tw|triwulan|(?:tw|t|q)?(?:[1-4]|i{1,3}|iv)")
_COUNTED: Final = (("1", "2", "3", "4"), ("I", "II", "III", "IV"), tuple(map(str, range(1, 13))))
"""Names of quarters and of months in a header."""
_QUARTER_MARK: Final = re.compile(r"^TW?(?=.)")
_QUARTERS: Final = 3
"""Marks of quarters from which a line is a header."""
_YEARS: Final = 2
"""The same for years."""
_YEAR: Final = re.compile(r"(?:19|20)\d\d")
_NUMBER: Final = re.compile(r"\(?[-+<>]?\d{1,4}(?:[.,]\d{1,3})?\)?|AA|BB|CC|WTP|WDP|TMP")
"""Figures with decimals, and the predicates that stand in their place."""
_THOUSANDS: Final = re.compile(r"[1-9]\d{0,2}\.\d{3}")
_FIGURES: Final = frozenset(("amount", "percent", "number", "date", "staff"))
_DATE: Final = re.compile(r"\d{1,2}[-/.]\d{1,2}[-/.](?:19|20)\d{2}|\d{1,2}([-/])\d{1,2}\1(?:[12]\d{0,2})?")
"""A date, or the beginning of one that a narrow column breaks."""
_STAFF: Final = re.compile(r"(?:19|20)\d{6}(?:\d{10})?")
"""The number of a civil servant, or its first part: the date of birth."""
_LEVEL: Final = re.compile(r"S[-.]?(?:[1-3]|I{1,3})|D[-.]?(?:[1-4]|I{1,3}|IV)|SMA|SMU|SMK|SLTA|SMP|SLTP|SMA/Sederajat")
"""A level of education."""
_STATUS: Final = re.compile(r"PNS|CPNS|PPPK|P3K|PPNPN|ASN|Honorer")
"""What kind of servant somebody is."""
_SEX: Final = re.compile(r"[LP]")
_GRADE: Final = re.compile(r"(?:I{1,3}|IV)/[a-e]")
MARKS: Final = {"level": _LEVEL, "status": _STATUS, "sex": _SEX, "grade": _GRADE}
"""What stands in a column of its own in a staff list."""
_LETTERS: Final = {
    letter: width
    for width, letters in (
        (0.45, "'|"),
        (0.5, "ijl"),
        (0.55, "t .,:;/"),
        (0.65, "fI!"),
        (0.7, "r()-"),
        (0.8, '"'),
        (0.9, "sJ"),
        (0.95, "cz"),
        (1.05, "bdghnopqu0123456789–"),
        (1.25, "FLPSTZ"),
        (1.3, "EB"),
        (1.4, "ACKRVXY"),
        (1.45, "wDHNU"),
        (1.55, "GOQ"),
        (1.7, "mM%"),
        (2.0, "W—"),
    )
    for letter in letters
}
"""Widths in common proportional fonts (the mean of Times and Helvetica), an ordinary small letter being 1."""


@dataclass(frozen=True, slots=True)
class Word:
    """A word where it is printed, or further left; ``fixed`` where that is its true place, ``tie`` what binds it to the word before."""

    text: str
    x0: float
    fixed: bool
    tie: float = 0.0


def words_of(text: str) -> list[Word]:
    """The words of a line with their places; those behind one blank may have been pushed there."""
    found: list[Word] = []
    at = end = 0
    for word in text.split():
        at = text.index(word, end)
        found.append(Word(word, at, fixed=not found or at - end > 1))
        end = at + len(word)
    return found


@lru_cache(maxsize=8192)
def kind_of_word(word: str) -> str:
    """What kind of word this is; a figure with decimals is a number, a date and the number of a civil servant are kinds of their own."""
    if _DATE.fullmatch(word):
        return "date"
    if _STAFF.fullmatch(word):
        return "staff"
    for mark, pattern in MARKS.items():
        if pattern.fullmatch(word):
            return mark
    return "number" if (kind := kind_of(word)) in ("code", "word") and _NUMBER.fullmatch(word) else kind


@lru_cache(maxsize=8192)
def width_of(text: str) -> float:
    """The width of a text in a proportional font, an ordinary small letter being 1."""
    return sum(_LETTERS.get(letter, 1.0) for letter in text)


def is_figure(word: str) -> bool:
    """Whether a word is an amount, a percentage, a number or a predicate."""
    return kind_of_word(word) in _FIGURES


def is_entry(word: str) -> bool:
    """Whether a word stands in a column of its own wherever it is printed: a figure, or a mark of a person in a staff list."""
    return is_figure(word) or kind_of_word(word) in MARKS


def is_count(word: str) -> bool:
    """Whether a word is a number that may have a unit, be it with one mark of thousands."""
    return kind_of_word(word) == "number" or _THOUSANDS.fullmatch(word) is not None


def is_year(word: str) -> bool:
    return _YEAR.fullmatch(word) is not None


def is_index(words: Sequence[Word]) -> bool:
    """Whether a line is the row of column numbers."""
    return len(words) > 1 and all(_INDEX.fullmatch(word.text) for word in words)


def numbers_columns(words: Sequence[Word], header: Sequence[Sequence[Word]]) -> bool:
    """Whether a line of a header numbers all columns, and not the quarters or months at its right: it begins under the first name."""
    first = min((line for line in header if line), key=lambda line: line[0].x0, default=())
    left = first[0].x0 if first else 0.0
    last = next((before for before, word in pairwise(first) if word.fixed), first[-1] if first else None)
    end = last.x0 + len(last.text) if last and words and words[0].text.strip("()") == "1" else left
    return is_index(words) and words[0].x0 <= max(left + _AT_LEFT, end)


def is_header(words: Sequence[Word]) -> bool:
    """Whether a line is made of header words, of years or of column numbers."""
    bare = [word.text.lower().strip(".,:;/()") for word in words]
    known = sum(part in HEADER_WORDS or part in _RARER for word in bare for part in word.split("/"))
    marks = sum(_QUARTER.fullmatch(part) is not None for part in bare)
    years = sum(map(is_year, bare))
    return (
        2 * (known + marks * (marks >= _QUARTERS) + years * (known > 0 and years >= _YEARS)) >= len(bare)
        or is_index(words)
        or (len(bare) > 1 and all(map(is_year, bare)))
    )


def schedule_names(words: Sequence[Word]) -> Sequence[Word]:
    """The names of quarters or months in a line of a header, numbers only where it has nothing else."""
    names = [_QUARTER_MARK.sub("", word.text.upper().strip("().")) for word in words]
    if tuple(names) in _COUNTED:
        return words
    starts = (at for at in range(len(words) - 3) if words[at].text[0].isalpha() and tuple(names[at : at + 4]) in _COUNTED)
    return next((words[at : at + 4] for at in starts), ())


def places_of(names: Sequence[Word]) -> list[float]:
    """Where the names of quarters or months stand.

    Columns of a schedule are as wide as each other, and too narrow for two digits and a blank; what stands behind one blank was pushed.
    """
    steps = [(word.x0 - names[0].x0) / index for index, word in enumerate(names) if index]
    step = min(steps[len(steps) // 2 :], default=0.0)
    return [float(word.x0) if word.fixed else min(float(word.x0), names[0].x0 + index * step) for index, word in enumerate(names)]
