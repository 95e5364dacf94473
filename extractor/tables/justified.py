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
    return [c for c in range(width - 1) if named[c] and not named[c + 1] and _go_on([(row.text[c], row.text[c + 1]) for row in rows])]


def _go_on(pairs: Sequence[tuple[str, str]]) -> bool:
    beside = [(left, right) for left, right in pairs if right]
    words = all(left and _is_words(left) and _is_words(right) for left, right in beside)
    shorter = any(left and not right for left, right in pairs)
    return len(beside) >= _LEAST and words and shorter and any(right[:1].islower() for _, right in beside)


def _is_words(text: str) -> bool:
    return any(map(str.isalpha, text)) and not any(map(str.isdecimal, text))
