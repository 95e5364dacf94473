"""Words of a squeezed line, and what they are."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from extractor.reading.column_glued import letter_width
from extractor.reading.column_lines import HEADER_WORDS
from extractor.reading.column_match import kind_of

_INDEX: Final = re.compile(r"\(?\d{1,2}\)?")
_NUMBER: Final = re.compile(r"\(?[-+<>]?\d{1,4}(?:[.,]\d{1,3})?\)?|AA|BB|CC|WTP|WDP|TMP")
"""Figures with decimals, and the predicates that stand in their place."""
_FIGURES: Final = frozenset(("amount", "percent", "number"))


@dataclass(frozen=True, slots=True)
class Word:
    """A word where it is printed; ``fixed`` where that is its true place."""

    text: str
    x0: float
    fixed: bool


@lru_cache(maxsize=8192)
def kind_of_word(word: str) -> str:
    """What kind of word this is; a figure with decimals is a number."""
    return "number" if (kind := kind_of(word)) in ("code", "word") and _NUMBER.fullmatch(word) else kind


@lru_cache(maxsize=8192)
def width_of(text: str) -> float:
    """The width of a text in a proportional font, an ordinary small letter being 1."""
    return sum(map(letter_width, text))


def is_figure(word: str) -> bool:
    """Whether a word is an amount, a percentage, a number or a predicate."""
    return kind_of_word(word) in _FIGURES


def is_index(words: Sequence[Word]) -> bool:
    """Whether a line is the row of column numbers."""
    return len(words) > 1 and all(_INDEX.fullmatch(word.text) for word in words)


def is_header(words: Sequence[Word]) -> bool:
    """Whether a line is made of header words or of column numbers."""
    bare = [word.text.lower().strip(".,:;/()") for word in words]
    known = sum(part in HEADER_WORDS for word in bare for part in word.split("/"))
    return 2 * known >= len(bare) or is_index(words)
