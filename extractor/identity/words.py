"""Forms of words in which names are compared: folded (capitals, plain letters), squeezed (no blanks), title case."""

import re
import unicodedata
from functools import lru_cache

from rapidfuzz import fuzz

CONNECTIVES = frozenset({"dan", "serta", "di", "ke", "dari", "untuk", "atas", "dengan", "pada", "atau", "yang", "bagi", "oleh"})


def word_set(text: str) -> frozenset[str]:
    """The words of a text as a set."""
    return frozenset(text.split())


ACRONYMS = word_set(
    "KPU KIP RI DPR DPD DPRD DPRA DPRK RSUD RSU UPT UPTD UPTB SDM TU SH MH MM SE IT BMN PNS ASN APBD APBN BPBD BPMPD LLAJ II III IV VI"
)
ABBREVIATED_TITLES = frozenset({"PLT", "PLH", "PJ", "PJS", "PYMT", "PAW"})

ABBREVIATED_DEGREES = frozenset({"DRS", "DRG", "DRH", "MHD", "MST"})
"""Short for words, so written with small letters though no vowel is in them."""
_CLASS = re.compile(r"[IVX]{1,4}[A-E]?")
"""A class with its letter, as of courts and prisons: "Kelas IIA"."""
_CLASSES = re.compile(r"\b(?:KELAS|TIPE|GOLONGAN|ESELON)\s+$")

_LETTER_FOR_DIGIT = str.maketrans("01458", "OIASB")
_ACCENT = re.compile("[\u0300-\u036f]+")
_DIGIT = re.compile(r"\d")
_NOT_WORD = re.compile(r" [^A-Z0-9\n]+|[^A-Z0-9\n ][^A-Z0-9\n]*")
"""What stands between words, but for a single blank, which most of them have between them and which stays."""
_MISREAD = re.compile(r"\b(?=[A-Z]*\d)(?![A-Z0-9]*\d\d)(?=(?:[A-Z0-9]*?[A-Z]){3})[A-Z0-9]+\b")
_WORD = re.compile(r"[^\W\d_]+")
LINE = 300
"""Longer texts are whole documents: folded once, not worth keeping."""


def fold(text: str) -> str:
    """Capitals without accents or punctuation; line feeds stay, so that lines keep their numbers.

    Single digits inside a word of at least three letters are read as the letters they resemble ("PR0VINSI").
    """
    return _fold_line(text) if len(text) <= LINE else _fold(text)


def _fold(text: str) -> str:
    plain = text if text.isascii() else _ACCENT.sub("", unicodedata.normalize("NFKD", text))
    words = _NOT_WORD.sub(" ", plain.upper())
    return _with_letters(words) if _DIGIT.search(words) else words


def _with_letters(words: str) -> str:
    """Folded words with letters for the digits misread in them; most are letters alone and not looked at again."""
    parts = [word if word.isalpha() else _MISREAD.sub(_as_letters, word) for word in words.split(" ")]
    return " ".join(parts)


def _as_letters(word: re.Match[str]) -> str:
    return word[0].translate(_LETTER_FOR_DIGIT)


_fold_line = lru_cache(maxsize=16384)(_fold)


def tokens(text: str) -> list[str]:
    """The folded words of a text."""
    return fold(text).split()


def squeeze(text: str) -> str:
    """The folded text without blanks: equal for "Tanjung Balai", "Tanjungbalai" and a name cut by wrapping."""
    return "".join(fold(text).split())


def says(text: str, phrase: str, cutoff: float = 85) -> bool:
    """Whether a text holds a phrase, allowing a few misread letters and lost or added blanks."""
    here, wanted = squeeze(text), squeeze(phrase)
    if wanted in here:
        return True
    return len(here) >= 0.8 * len(wanted) and fuzz.partial_ratio(wanted, here) >= cutoff


def title_case(text: str) -> str:
    """A name printed in capitals as it is written in running text; text that has small letters is only freed of double blanks."""
    text = " ".join(text.split())
    if any(c.islower() for c in text):
        return text
    return _WORD.sub(lambda match: _title_word(match, text), text)


def _title_word(match: re.Match[str], text: str) -> str:
    word = match[0]
    if word in ACRONYMS or _is_spelled(word) or (_CLASS.fullmatch(word) and _CLASSES.search(text, 0, match.start())):
        return word
    if word.lower() in CONNECTIVES and match.start() > 0:
        return word.lower()
    if word in ABBREVIATED_TITLES:
        return word.capitalize()
    return word.capitalize() if len(word) > 1 or text[match.end() : match.end() + 1] != "'" else word


def _is_spelled(word: str) -> bool:
    """Whether it is said letter by letter: no word of the language is without a vowel."""
    return len(word) >= 3 and not set(word) & set("AEIOUY") and word not in ABBREVIATED_TITLES | ABBREVIATED_DEGREES


def is_short_for(short: str, long: str) -> bool:
    """Whether one name is an abbreviation or contraction of another ("Badan Kesbangpol", "Bappeda"), or its beginning.

    After the words that both begin with, the letters of the short one stand in the long one in order, from the first.
    """
    a, b = tokens(short), tokens(long)
    while a and b and a[0] == b[0]:
        a, b = a[1:], b[1:]
    rest, full = "".join(a), "".join(b)
    if not rest or not full:
        return bool(full)
    if len(rest) < 3 or len(rest) > 0.6 * len(full) or rest[0] != full[0]:
        return False
    letters = iter(full)
    return all(letter in letters for letter in rest)
