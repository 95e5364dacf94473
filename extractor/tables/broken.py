"""Figures that a narrow column breaks over two lines, and entries that a page break cuts between the two."""

import re
from collections.abc import Sequence

from extractor.tables.rows_model import PhysicalRow, raise_cells

_LEAST = 2
"""Columns whose figures go on below a page break where one entry stands on both sides of it."""
_SIGN = re.compile(r"rp\.?|idr|\$", re.IGNORECASE)
_GROUPED = re.compile(r"(?:rp\.?)?(?:\d{1,3}(?:\.\d{3})+|\d{1,3}(?:,\d{3})+)", re.IGNORECASE)
_AMOUNT = re.compile(r"(?:rp\.?)?(?:\d{1,3}(?:\.\d{3})+(?:,\d{2}|,-)?|\d{1,3}(?:,\d{3})+(?:\.\d{2}|\.-)?)", re.IGNORECASE)
_CUT_PERCENT = re.compile(r"\d{1,3}(?:[.,]\d{0,2})?")
_REST_OF_DECIMALS = re.compile(r"\d{1,2}%")


def is_cut_amount(above: str, below: str) -> bool:
    """Whether a narrow column broke an amount between these lines: behind its sign, or within its groups of three digits."""
    above, below = "".join(above.split()), "".join(below.split())
    if _SIGN.fullmatch(above):
        return below[:1].isdigit()
    if not below or not any(ch.isdigit() for ch in above) or (_GROUPED.fullmatch(above) and below[:1] not in (".", ",")):
        return False
    return bool(_AMOUNT.fullmatch(above + below))


def is_cut_percent(above: str, below: str) -> bool:
    """Whether a narrow column broke a percent between these lines: before its sign, or within its decimals."""
    if not _CUT_PERCENT.fullmatch(above):
        return False
    return below == "%" or (not above.isdecimal() and _REST_OF_DECIMALS.fullmatch(below) is not None)


def over_break(rows: Sequence[PhysicalRow], at: int, ordinal: int | None) -> bool:
    """Whether row ``at`` is the rest of the entry that a page break cut: figures go on in several columns, and one number serves both."""
    if not at or not rows[at].new_page:
        return False
    above, row = rows[at - 1], rows[at]
    if ordinal is not None and above.text[ordinal] and row.text[ordinal]:
        return False
    pairs = [(a, b) for c, (a, b) in enumerate(zip(above.text, row.text, strict=True)) if c != ordinal and a and b]
    return sum(is_cut_percent(a, b) or is_cut_amount(a, b) for a, b in pairs) >= _LEAST


def numbers_before_breaks(rows: Sequence[PhysicalRow], ordinal: int | None) -> list[PhysicalRow]:
    """The rows, the number of an entry that a page break cuts raised to its first part."""
    if ordinal is None:
        return list(rows)
    cut = [at for at in range(1, len(rows)) if not rows[at - 1].text[ordinal] and over_break(rows, at, ordinal)]
    return raise_cells(rows, [(at - 1, at + 1, ordinal) for at in cut]) if cut else list(rows)
