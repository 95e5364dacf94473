"""Titles in large letters of a squeezed text: their words stand further apart than letters of the text would, yet are one line."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise
from typing import Final

from extractor.reading.text_lines import SourceLine
from extractor.reading.text_squeezed_words import Word, is_figure, is_header, is_year, width_of, words_of

_BLANK: Final = 0.55
"""Width of a blank, in letters."""
_LEAST: Final = 2
"""Words of a title at least; more of them that name columns are a header."""
_LARGER: Final = (1.15, 4.0)
"""How much wider than those of the text such letters are."""
_OFF: Final = 1.2
_LOOSE: Final = 0.06
"""Cells, and share of the way from the first word, by which a word may be off its place."""
_OFF_CENTRE: Final = 2.0
"""Cells by which the line may be off the middle of the page."""


def with_titles(page: Sequence[SourceLine], width: int, small: float) -> list[SourceLine]:
    """The lines of a page, those in large letters with single blanks in the middle; ``small`` is the width of a letter of the text."""
    filled = ["", *(line.text.strip() for line in page), ""]
    return [
        _joined(line, width) if not above and not below and _is_large(words_of(line.text), width, small) else line
        for line, above, below in zip(page, filled, filled[2:], strict=False)
    ]


def _joined(line: SourceLine, width: int) -> SourceLine:
    text = " ".join(line.text.split())
    return replace(line, text=f"{'':<{max((width - len(text)) // 2, 0)}}{text}")


def _is_large(words: Sequence[Word], width: int, small: float) -> bool:
    """Whether the words stand where those of one line in larger letters do, in the middle of the page."""
    if len(words) < _LEAST or not all(word.fixed for word in words) or (len(words) > _LEAST and is_header(words)):
        return False
    if any(is_figure(word.text) and not is_year(word.text) for word in words):
        return False
    starts = [0.0]
    for word, _ in pairwise(words):
        starts.append(starts[-1] + width_of(word.text) + _BLANK)
    letter = sum((word.x0 - words[0].x0) * start for word, start in zip(words, starts, strict=True)) / sum(start**2 for start in starts)
    if not _LARGER[0] * small <= letter <= _LARGER[1] * small:
        return False
    off = (abs(word.x0 - words[0].x0 - letter * start) - _LOOSE * letter * start for word, start in zip(words, starts, strict=True))
    end = words[0].x0 + letter * (starts[-1] + width_of(words[-1].text))
    return max(off) <= _OFF and abs(words[0].x0 + end - width) <= 2 * _OFF_CENTRE
