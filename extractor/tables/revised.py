"""A figure before and after a revision, in two columns of one table: the later one is the figure of the record.

Budgets are revised within the year (DPA and DPPA of PP 12/2019, DIPA revisions of the centre), and tables show both beside
each other; what was spent and reached is measured against the last one.
"""

from collections.abc import Sequence
from typing import Final

from extractor.tables.table import Column
from extractor.tables.wording import fold

_EARLIER: Final = frozenset({"awal", "semula", "sebelum", "murni", "induk"})
_LATER: Final = frozenset({"revisi", "setelah", "sesudah", "perubahan", "akhir", "menjadi", "terakhir"})


def take_latest(columns: Sequence[Column]) -> None:
    """Gives the role of a column of earlier figures to the column that has the same figures after their revision."""
    for column in columns:
        if column.role is None or not _words(column) & _EARLIER:
            continue
        after = [other for other in columns if other.role in (None, column.role) and _is_revision(column, other)]
        if len(after) == 1:
            after[0].role, after[0].confidence = column.role, column.confidence
            column.role, column.confidence = None, 0.0


def _is_revision(before: Column, after: Column) -> bool:
    words, later = _words(before), _words(after)
    return bool(later & _LATER) and not later & _EARLIER and words - _EARLIER - _LATER == later - _LATER


def _words(column: Column) -> frozenset[str]:
    return frozenset(fold(column.header).split())
