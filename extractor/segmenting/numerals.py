"""Numbers as headings state them: roman, arabic, in words, or a letter."""

from typing import Final

_ONES: Final = ("", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX")
_ROMAN: Final = {"X" * tens + ones: tens * 10 + value for tens in range(3) for value, ones in enumerate(_ONES) if tens or value}
_MISREAD: Final = str.maketrans(dict.fromkeys("l1|!iΙІ", "I") | dict.fromkeys("ХΧx", "X") | {"v": "V", "Ѵ": "V"})
"""Signs that stand where a scanner or a converter met a letter of a roman number."""

_WORDS: Final = ("SATU", "DUA", "TIGA", "EMPAT", "LIMA", "ENAM", "TUJUH", "DELAPAN", "SEMBILAN", "SEPULUH")
_ORDINALS: Final = {"PERTAMA": 1} | {f"KE{word}": value for value, word in enumerate(_WORDS, start=1)}
_MAX_CHAPTER: Final = 20
_LATIN: Final = str.maketrans("АВСЕНКМОРТХΑΒΕΖΗΙΚΜΝΟΡΤΥΧ", "ABCEHKMOPTXABEZHIKMNOPTYX")


def roman(token: str) -> int | None:
    """Value of a roman number in capitals (1 to 29), else None."""
    return _ROMAN.get(token)


def chapter_number(stated: str) -> tuple[int, str] | None:
    """Value and clean form of the number after "BAB": "III", "3", "Tiga", "Ketiga", or "Ill" and "111" as misread for III."""
    word = stated.upper()
    if stated in _ROMAN:
        return _ROMAN[stated], stated
    if word in _WORDS or word in _ORDINALS:
        return _ORDINALS.get(word) or _WORDS.index(word) + 1, stated
    if stated.isascii() and stated.isdigit() and (stated == "1" or set(stated) != {"1"}):
        return (int(stated), stated) if 0 < int(stated) <= _MAX_CHAPTER else None
    folded = stated.translate(_MISREAD)
    return (_ROMAN[folded], folded) if folded in _ROMAN else None


def latin(token: str) -> str:
    """Cyrillic and Greek capitals as the Latin letters that look the same."""
    return token.translate(_LATIN)


def letter(token: str) -> int | None:
    """1 for "A" to 26 for "Z"; None for anything else."""
    return ord(token) - ord("A") + 1 if len(token) == 1 and "A" <= token <= "Z" else None
