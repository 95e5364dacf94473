"""How far left pushed words stand at least, so that those behind them find room on the page."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from extractor.reading.text_squeezed_deal import BLANK
from extractor.reading.text_squeezed_words import Word, width_of

_LEAST_SHARE: Final = 0.85
"""How wide letters are at least, for each as wide as they are held to be."""
_MANY: Final = 2
"""Lines with words at their true places behind the right margin, from which a table reaches over it."""


def within(lines: Sequence[Sequence[Word]], rights: Sequence[float], scale: float) -> list[list[Word]]:
    """The lines of a table, no word further right than leaves room for those behind it up to where its page ends, or where the table
    does: that is further right where words at their true places are.
    """
    least = _LEAST_SHARE * scale
    ends = [max((word.x0 + least * width_of(word.text) for word in words if word.fixed), default=0.0) for words in lines]
    over = [end for end, right in zip(ends, rights, strict=True) if end > right]
    reach = max(over) if len(over) >= _MANY else 0.0
    return [_within(words, max(right, reach), least) for words, right in zip(lines, rights, strict=True)]


def _within(words: Sequence[Word], right: float, scale: float) -> list[Word]:
    """The words of a line, none further right than leaves room for those behind it up to ``right``; letters are so wide at least."""
    found: list[Word] = []
    for word in reversed(words):
        right -= scale * width_of(word.text)
        found.append(word if word.fixed else replace(word, x0=min(word.x0, right)))
        right = min(right, found[-1].x0) - BLANK * scale
    return found[::-1]
