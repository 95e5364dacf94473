"""Header words that stand upright in a table: a converter that orders letters from left to right writes them backwards."""

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from extractor.reading.column_lines import HEADER_WORDS
from extractor.reading.text_lines import SourceLine

_BACKWARDS: Final = re.compile(r"(?<!\S)[.)/%]*[a-z]*[A-Z(%][.]?(?!\S)")
"""A small letter at the beginning and a capital, or an opening bracket, at the end."""
_CAPITALS: Final = re.compile(r"(?<!\S)[A-Z]{4,}(?!\S)")
_LEAST_CAPITALS: Final = 4


def set_upright(lines: Sequence[SourceLine]) -> list[SourceLine]:
    """The lines, their backward header words forwards; also words of other kinds where a line holds nothing else."""
    return [replace(line, text=_upright(line.text)) if _is_suspect(line.text) else line for line in lines]


def _is_suspect(text: str) -> bool:
    return _BACKWARDS.search(text) is not None or any(map(is_known_backwards, _CAPITALS.findall(text)))


def _upright(text: str) -> str:
    alone = all(_is_backward(word) for word in text.split())
    text = _CAPITALS.sub(lambda found: found[0][::-1] if is_known_backwards(found[0]) else found[0], text)
    return _BACKWARDS.sub(lambda found: found[0][::-1] if _is_backward(found[0]) and (alone or _is_known(found[0])) else found[0], text)


def _is_backward(word: str) -> bool:
    return _BACKWARDS.fullmatch(word) is not None and len(word) > 1 and (word[0].islower() or word[0] in ").")


def is_known_backwards(word: str) -> bool:
    """Whether a word is a known word of headers, printed backwards."""
    return _is_known(word) and (_is_backward(word) or _is_capital(word))


def _is_capital(word: str) -> bool:
    """Whether a word of capitals reads as one of a header backwards, and as none forwards."""
    return len(word) >= _LEAST_CAPITALS and word.isupper() and word.isalpha() and word.lower() not in HEADER_WORDS


def _is_known(word: str) -> bool:
    return word[::-1].lower().strip("().,:/") in HEADER_WORDS
