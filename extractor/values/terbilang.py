"""Numbers in words (terbilang): "dua belas juta tiga ratus ribu" and 12300000."""

import re
from functools import lru_cache

from extractor.values.spelling import nearest

_UNITS = ("nol", "satu", "dua", "tiga", "empat", "lima", "enam", "tujuh", "delapan", "sembilan")
_DIGITS = {word: value for value, word in enumerate(_UNITS)} | {"kosong": 0}
_SCALES = {"triliun": 10**12, "miliar": 10**9, "juta": 10**6, "ribu": 10**3}
_SPELLINGS = {
    "milyar": "miliar", "milyard": "miliar", "miliard": "miliar", "trilyun": "triliun", "trilyiun": "triliun", "triliyun": "triliun",
    "sepuluh": "se puluh", "sebelas": "se belas", "seratus": "se ratus", "seribu": "se ribu", "sejuta": "se juta",
    "semiliar": "se miliar", "semilyar": "se miliar", "setriliun": "se triliun", "setrilyun": "se triliun",
}  # fmt: skip
_WORDS = frozenset({*_DIGITS, *_SCALES, *_SPELLINGS, "belas", "puluh", "ratus", "se"})
_IGNORED = frozenset({"rupiah", "rp", "dan", "terbilang", "sen"})
_LIMIT = 10**18


def read_terbilang(text: str) -> int | None:
    """The whole number that Indonesian words state, or None where they are no well-formed number.

    Case, commas, "rupiah" and run-together words do not matter; each word may be one edit away from its spelling.
    """
    words: list[str] = []
    for token in re.findall(r"[^\W_]+", text.lower()):
        if token in _IGNORED:
            continue
        known = _known_words(token)
        if known is None:
            return None
        words.extend(known)
    return _number(words) if words else None


def is_numeral(word: str) -> bool:
    """Whether a word is part of a number in words: "puluh", "duabelas", also with one letter wrong; "rupiah" and "dan" are none."""
    return _known_words(word.lower()) is not None


def write_terbilang(number: int) -> str:
    """``number`` in Indonesian words, lower case and without "rupiah". ValueError outside 0 to 10**18 - 1."""
    if not 0 <= number < _LIMIT:
        raise ValueError(f"only 0 to {_LIMIT - 1} can be written in words, not {number}")
    return " ".join(_spell(number)) or "nol"


def _spell(number: int) -> list[str]:
    for word, scale in _SCALES.items():
        if number >= scale:
            count, rest = divmod(number, scale)
            head = ["seribu"] if word == "ribu" and count == 1 else [*_spell(count), word]
            return head + _spell(rest)
    if number >= 100:
        return _multiple(number // 100, "ratus") + _spell(number % 100)
    if number >= 20:
        return [_UNITS[number // 10], "puluh", *_spell(number % 10)]
    if number > 11:
        return [_UNITS[number - 10], "belas"]
    return [] if number == 0 else ["sepuluh"] if number == 10 else ["sebelas"] if number == 11 else [_UNITS[number]]


def _multiple(count: int, word: str) -> list[str]:
    return [f"se{word}"] if count == 1 else [_UNITS[count], word]


@lru_cache(maxsize=4096)
def _known_words(token: str) -> tuple[str, ...] | None:
    """The number words a token stands for: itself, its right spelling, or the words run together in it."""
    if token in _WORDS:
        return tuple(_SPELLINGS.get(token, token).split())
    parts = _run_together(token)
    if parts:
        return parts
    near = nearest(token, _WORDS) if len(token) > 1 else None
    return tuple(_SPELLINGS.get(near, near).split()) if near else None


def _run_together(token: str) -> tuple[str, ...] | None:
    """Number words that, set end to end, give the token."""
    if not token:
        return ()
    for word in sorted(_WORDS, key=len, reverse=True):
        if token.startswith(word):
            rest = _run_together(token[len(word) :])
            if rest is not None:
                return (*_SPELLINGS.get(word, word).split(), *rest)
    return None


def _number(words: list[str]) -> int | None:
    """Words in falling order of scale; None where a scale repeats, stands out of order or lacks its count."""
    if words in (["nol"], ["kosong"]):
        return 0
    for scale, value in _SCALES.items():
        if scale not in words:
            continue
        at = words.index(scale)
        # Only thousands of trillions are said ("seribu triliun"); below that a scale counts fewer than a thousand.
        count = 1 if words[:at] == ["se"] else _number(words[:at]) if scale == "triliun" else _below_thousand(words[:at])
        rest = _number(words[at + 1 :]) if words[at + 1 :] else 0
        if not count or rest is None or rest >= value or (rest == 0 and words[at + 1 :]):
            return None
        return count * value + rest
    return _below_thousand(words)


def _below_thousand(words: list[str]) -> int | None:
    total = 0
    rest = list(words)
    if "ratus" in rest:
        at = rest.index("ratus")
        count = _count(rest[:at])
        if count is None:
            return None
        total, rest = count * 100, rest[at + 1 :]
    below = _below_hundred(rest) if rest else 0
    return None if below is None or not words else total + below


def _below_hundred(words: list[str]) -> int | None:
    if "puluh" in words:
        at = words.index("puluh")
        tens = _count(words[:at])
        units = _count(words[at + 1 :]) if words[at + 1 :] else 0
        return None if tens is None or units is None or (words[at + 1 :] == ["se"]) else tens * 10 + units
    if words[1:] == ["belas"]:
        count = _count(words[:1])
        return None if count is None else 10 + count
    return _DIGITS[words[0]] or None if len(words) == 1 and words[0] in _DIGITS else None


def _count(words: list[str]) -> int | None:
    """One word from one to nine, or "se-"."""
    if len(words) != 1:
        return None
    return 1 if words[0] == "se" else _DIGITS.get(words[0]) or None
