"""A figure before and after a revision, in several columns of one table: the latest one is the figure of the record.

Budgets are revised within the year (DPA and DPPA of PP 12/2019, DIPA revisions of the centre), and tables show them beside
each other; what was spent and reached is measured against the last one.
"""

import re
from collections.abc import Sequence
from typing import Final

from extractor.tables.table import Column
from extractor.tables.wording import fold

_EARLIER: Final = frozenset({"awal", "semula", "sebelum", "murni", "induk"})
_LATER: Final = frozenset({"revisi", "setelah", "sesudah", "perubahan", "akhir", "menjadi", "terakhir"})
_COUNT: Final = re.compile(r"ke|[0-9]{1,2}|[ivx]{1,4}")
"""What counts the revisions: "Revisi ke-3", "Revisi II"."""


def take_latest(columns: Sequence[Column]) -> None:
    """Gives the role of a column of earlier figures to the column that has the same figures after their (last) revision."""
    for column in columns:
        if column.role is None or not _words(column) & _EARLIER:
            continue
        after = [other for other in columns if other.role in (None, column.role) and _is_revision(column, other)]
        counted = len(after) > 1 and all(any(_COUNT.fullmatch(word) for word in _words(other)) for other in after)
        if len(after) == 1 or counted:
            role, confidence = column.role, column.confidence
            for other in (column, *after):
                other.role, other.confidence = None, 0.0
            after[-1].role, after[-1].confidence = role, confidence


def _is_revision(before: Column, after: Column) -> bool:
    words, later = _words(before), _words(after)
    rest = {word for word in later - _LATER if not _COUNT.fullmatch(word)}
    short = not rest and after.index > before.index
    return bool(later & _LATER) and not later & _EARLIER and (short or words - _EARLIER - _LATER == rest)


def _words(column: Column) -> frozenset[str]:
    return frozenset(fold(column.header).split())
