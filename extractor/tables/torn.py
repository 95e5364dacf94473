"""Drawn rows that a page break tears in two: one part lacks what every row of the table has, and the other part has it.

17 | Sari | 16       | 19931216     | Analis
------------------------------------------------ page break
   | Ayu  | Mei 1993 | 201804 2 009 | Arsip
"""

from collections.abc import Sequence
from typing import Final

from extractor.tables.profile import is_total_label, looks
from extractor.tables.rows_model import PhysicalRow

LEAST: Final = 4
"""Whole rows from which it is known what every row of a table has."""
ALWAYS: Final = 0.9
"""Share of the whole rows that must have what each of them has: others of them may be torn, too."""
_WHOLE: Final = frozenset({"amount", "percent", "nip", "date", "ordinal", "tick"})
"""Looks of a value of which a row has but one."""
_FIGURES: Final = frozenset({"amount", "percent"})
_WORD: Final = 4
"""Letters from which on a text is no sign beside a figure."""


def torn_rows(rows: Sequence[PhysicalRow]) -> frozenset[int]:
    """The rows that go on with the one above, the last of the page before."""
    breaks = [n for n in range(1, len(rows)) if rows[n].new_page and rows[n].drawn and rows[n - 1].drawn]
    if not breaks or len(rows) - 2 * len(breaks) < LEAST:
        return frozenset()
    beside = {m for n in breaks for m in (n - 1, n)}
    whole = [row for n, row in enumerate(rows) if n not in beside and not is_total_label(_first(row))]
    always = [c for c in range(len(rows[0].text)) if sum(bool(row.text[c]) for row in whole) >= ALWAYS * len(whole)]
    return frozenset(n for n in breaks if len(whole) >= LEAST and _is_torn(rows[n - 1], rows[n], always))


def _is_torn(above: PhysicalRow, below: PhysicalRow, always: Sequence[int]) -> bool:
    """Whether exactly one of both has something in a column that is always filled, and no column has a whole value in both."""
    if any(is_total_label(_first(row)) or _is_label(row) for row in (above, below)):
        return False
    halves = any(bool(above.text[c]) != bool(below.text[c]) for c in always)
    together = all(above.text[c] or below.text[c] for c in always)
    return halves and together and not any(_are_two(a, b) for a, b in zip(above.text, below.text, strict=True))


def _is_label(row: PhysicalRow) -> bool:
    """Whether a row has nothing but a text in its first column, as labels over the entries below them."""
    return not any(row.text[1:]) and "ordinal" not in looks(row.text[0])


def _are_two(above: str, below: str) -> bool:
    """Whether no cell holds both: two whole values, or words and a figure."""
    figures = [bool(looks(text) & _FIGURES) for text in (above, below)]
    words = [sum(ch.isalpha() for ch in text) >= _WORD for text in (above, below)]
    return bool(looks(above) & looks(below) & _WHOLE) or (any(figures) and any(words))


def _first(row: PhysicalRow) -> str:
    return next((text for text in row.text if text), "")
