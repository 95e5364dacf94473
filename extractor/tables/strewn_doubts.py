"""Cells that cannot be what their column says: a name with digits, an office that ends with a degree, an indicator of a unit alone, a sign
of per cent without a figure.
"""

import re
from collections.abc import Callable, Mapping
from typing import Final

from extractor.tables.profile import is_total_label
from extractor.tables.strewn_heads import Head
from extractor.tables.strewn_texture import ends_with_degree, is_job

_FEW: Final = 1
"""Strange cells that any table may have."""
_MOST_STRANGE: Final = 0.25
"""Share of strange cells up to which a dealing is believed."""
_DIGITS: Final = re.compile(r"\d{2}")
_MONTH: Final = re.compile(
    r"(?:januari|februari|maret|april|mei|juni|juli|agustus|september|oktober|november|desember|jan|feb|mar|apr|jun|jul|agu|sep|okt|nov|des)\b",
    re.IGNORECASE,
)
_FIGURES: Final = frozenset({"target", "realisasi", "capaian", "persen"})
_SHORT: Final = 8
"""Letters that an indicator has at least."""


def is_strange(cells: Mapping[tuple[int, int], str], head: Head) -> bool:
    """Whether too many of these texts (by row and column) cannot be in their columns: the table was dealt wrongly."""
    names = [column.role.name for column in head.columns]
    judged = _STRANGE.keys() - (set() if "target" in names else {"indikator"})
    told = [_STRANGE[names[column]](text) for (_, column), text in cells.items() if text and names[column] in judged]
    figures = [text for (_, column), text in cells.items() if names[column] in _FIGURES]
    unsigned = [text.strip(" %") == "" for text in figures if text]
    return any(sum(found) > max(_FEW, _MOST_STRANGE * len(found)) for found in (told, unsigned))


def _name(text: str) -> bool:
    return bool(_DIGITS.search(text) or _MONTH.match(text)) or is_job(text)


def _office(text: str) -> bool:
    return bool(_DIGITS.search(text) or _MONTH.match(text)) or ends_with_degree(text)


def _indicator(text: str) -> bool:
    return sum(map(str.isalpha, text)) < _SHORT and not is_total_label(text)


_STRANGE: Final[Mapping[str, Callable[[str], bool]]] = {"nama": _name, "jabatan": _office, "indikator": _indicator}
