"""Header lines on which a converter wrote the words of several columns beside each other: "No Sasaran Strategis"."""

from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import Final

from extractor.reading.document import Line
from extractor.tables.strewn_fit import VALUED
from extractor.tables.strewn_heads import Wordings

_MOST_WORDS: Final = 8
_LIKE: Final = 0.95
"""Agreement with a wording from which words beside others are a header of their own."""
_FIGURES: Final = ("target", "realisasi", "capaian")
_STAFF: Final = "pegawai_daftar"
_NUMBERS: Final = frozenset(("no", "no.", "nomor"))


def with_cut_headers(lines: Sequence[Line], wordings: Wordings) -> list[Line]:
    """The lines; one that is nothing but headers of several columns as a line for each of them."""
    return [part for line in lines for part in _cut(line, wordings)]


def _cut(line: Line, wordings: Wordings) -> Iterator[Line]:
    words, times = repeated(tuple(line.text.split()))
    found = _labels(words, wordings) * times if len(words) * times > 1 and _is_short(words) else ()
    figures = all(any(wordings.names(text, "capaian_kinerja", role) for role in _FIGURES) for text in found)
    staff = any(wordings.names(text, _STAFF, role) for text in found for role in VALUED)
    clear = len(found) > 2 or figures or staff or any(text.lower() in _NUMBERS or " " in text or "/" in text for text in found)
    if len(found) < 2 or not clear:
        yield line
        return
    for at, text in enumerate(found):
        yield line._replace(text=text, gap=line.gap if at == 0 else 0.0)


def _is_short(words: tuple[str, ...]) -> bool:
    return len(words) <= _MOST_WORDS and not any(map(str.isdigit, "".join(words)))


def repeated(words: tuple[str, ...]) -> tuple[tuple[str, ...], int]:
    """The words that a line repeats, and how often, as where each year has the same columns."""
    for length in range(1, len(words) // 2 + 1):
        if len(words) % length == 0 and words == words[:length] * (len(words) // length):
            return words[:length], len(words) // length
    return words, 1


@lru_cache(maxsize=1024)
def _labels(words: tuple[str, ...], wordings: Wordings) -> tuple[str, ...]:
    """The headers that the words make, as few as possible; none where some words are no header."""
    best: list[tuple[str, ...] | None] = [()]
    for stop in range(1, len(words) + 1):
        found = [
            (*before, text)
            for start in range(stop)
            if (before := best[start]) is not None and _is_label(text := " ".join(words[start:stop]), wordings)
        ]
        best.append(min(found, key=lambda texts: (len(texts), texts), default=None))
    return best[-1] or ()


def _is_label(text: str, wordings: Wordings) -> bool:
    return text[0].isupper() and max(wordings.like(text).values(), default=0.0) >= _LIKE
