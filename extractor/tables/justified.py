"""Cells set in justified text, printed with blanks so wide that a converter's columns part their words.

Meningkatnya      kapasitas
Organisasi Perangkat Daerah
"""

from collections.abc import Sequence
from typing import Final

from extractor.tables.rows_model import PhysicalRow

_LEAST: Final = 2
"""Lines with words on both sides of such blanks."""


def spread_columns(rows: Sequence[PhysicalRow], header: Sequence[PhysicalRow]) -> list[int]:
    """The columns whose texts go on in the next one: that has no name, and words that never stand without those before them."""
    width = len(rows[0].cells) if rows else 0
    named = [any(c < len(row.text) and row.text[c] for row in header) for c in range(width)]
    alone = (c for c in range(1, width - 1) if named[c] and not named[c + 1])
    return [c for c in alone if _go_on([(row.text[0], row.text[c], row.text[c + 1]) for row in rows])]


def _go_on(lines: Sequence[tuple[str, str, str]]) -> bool:
    """Whether words go on with those before them, of lines with the number, the words and what stands behind wide blanks: where an entry
    begins, nothing else begins beside it.
    """
    beside = [(number, left, right) for number, left, right in lines if right]
    words = all(left and _is_words(left) and _is_words(right) for _, left, right in beside)
    first = [right for number, _, right in beside if number]
    shorter = any(left and not right for _, left, right in lines)
    return len(beside) >= _LEAST and words and shorter and bool(first) and all(right[:1].islower() for right in first)


def _is_words(text: str) -> bool:
    return any(map(str.isalpha, text)) and not any(map(str.isdecimal, text))
