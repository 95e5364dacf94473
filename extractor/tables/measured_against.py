"""What an achievement is measured against: the year's own target, or one that is not the year's.

Reports set the same realisation beside the target of the year, that of the plan's last year and the nation's standard (Permen PAN-RB
53/2014, annex II); only the first quotient is the achievement of the year.
"""

import re
from collections.abc import Sequence
from typing import Final

from extractor.tables.table import Column
from extractor.tables.wording import years

_PLAN: Final = re.compile(r"\b(?:renstra|rpjm[nd]?|jangka\s+menengah|rencana\s+strategis)\b", re.IGNORECASE)
_REACHED: Final = re.compile(r"capaian|realisasi|kemajuan", re.IGNORECASE)
_OF_PLAN: Final = "jangka_menengah"
_OTHERS: Final = ("nasional", "target_lain")
"""Roles of columns with targets of other bodies."""


def take_other_targets(columns: Sequence[Column]) -> None:
    """Gives a target of the plan, and the achievement measured by it, the year that its header names; an achievement that is measured
    by a target of no year, or by another body's, is not the year's and loses its role. In place.
    """
    plan = [column for column in columns if column.role in ("target", "capaian", _OF_PLAN) and _PLAN.search(column.header)]
    reached = [column for column in plan if _REACHED.search(column.header)]
    targets = [column for column in plan if column not in reached and _is_dated(column, "target", plan, columns)]
    for column in columns:
        if column in reached:
            _is_dated(column, "capaian", plan, columns)
        elif column.role == "capaian" and not _has_own_target(column, columns):
            _move(column, targets, columns)


def _is_dated(column: Column, role: str, plan: Sequence[Column], columns: Sequence[Column]) -> bool:
    """Whether the header of a column of the plan names the year, which becomes its own with this role; one without a year, or with
    that of another such column, has no role beside columns of the role that are not the plan's.
    """
    named = years(column.header)
    others = [other for other in columns if other is not column and other.role == role]
    if len(named) == 1 and all(other.year != named[0] for other in others):
        column.role, column.year = role, named[0]
        return True
    if column.role != role or any(other not in plan for other in others):
        column.role, column.confidence = None, 0.0
    return False


def _has_own_target(column: Column, columns: Sequence[Column]) -> bool:
    return any(other.role == "target" and (other.year == column.year or None in (other.year, column.year)) for other in columns)


def _move(column: Column, targets: Sequence[Column], columns: Sequence[Column]) -> None:
    """An achievement beside the plan's only target is of that year; beside targets that are not the year's alone, of none."""
    free = [target for target in targets if all((other.role, other.year) != ("capaian", target.year) for other in columns)]
    if len(free) == 1:
        column.year = free[0].year
    elif any(other.role in _OTHERS or _PLAN.search(other.header) for other in columns):
        column.role, column.confidence = None, 0.0
