"""Harm that converters and scanners do to text, and the bytes that a file of text may consist of."""

import re
from dataclasses import dataclass
from random import Random

from corpus.convert.tables import Texts

LOOKALIKES = str.maketrans("ABCEHKMOPTXaeopcx", "АВСЕНКМОРТХаеорсх")
"""Latin letters and the Cyrillic ones that look like them."""
_LIKE = frozenset("ABCEHKMOPTXaeopcx")
_WORD = re.compile(r"[A-Za-z]+")
_WORDS_SWAPPED = 0.5
_LETTERS_SWAPPED = 0.02
ENCODINGS = ("utf-8", "utf-8-sig", "utf-16", "cp1252")
_JUNK = ("~ '", ". :", "ii 1 l", "( . )", "_ -", "' , .", "I:", "° ~")


@dataclass(frozen=True, slots=True)
class Lost:
    """A cell whose text the harm took away: block, row and column, counted from zero, and what stood there."""

    blok: int
    baris: int
    kolom: int
    teks: str


def lookalikes(text: str, random: Random) -> str:
    """Words that consist of letters with a Cyrillic twin are swapped whole, of other words now and then a letter."""

    def swap(found: re.Match[str]) -> str:
        word = found[0]
        if _LIKE.issuperset(word):
            return word.translate(LOOKALIKES) if word.isupper() and random.random() < _WORDS_SWAPPED else word
        at = random.randrange(len(word))
        return word[:at] + word[at].translate(LOOKALIKES) + word[at + 1 :] if random.random() < _LETTERS_SWAPPED else word

    return _WORD.sub(swap, text)


def lose(rows: list[Texts], block: int, random: Random) -> list[Lost]:
    """Empty one cell of the rows, in place; gives what was lost, nothing where the table is too small."""
    filled = [(r, c) for r, row in enumerate(rows) for c, text in enumerate(row) if text and c]
    if len(filled) < 6:
        return []
    row, column = random.choice(filled)
    lost = Lost(block, row, column, rows[row][column])
    rows[row][column] = ""
    return [lost]


def junk(random: Random) -> str:
    """A line as a stamp or a signature leaves it."""
    return " ".join(random.choice(_JUNK) for _ in range(random.randint(1, 3)))


def encode(text: str, encoding: str, newline: str) -> tuple[bytes, str]:
    """The bytes of a text, and the encoding they are in: utf-8-sig where the wanted one has no place for a letter."""
    ended = text.replace("\n", newline)
    try:
        return ended.encode(encoding), encoding
    except UnicodeEncodeError:
        return ended.encode("utf-8-sig"), "utf-8-sig"
