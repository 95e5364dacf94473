"""What an achievement is measured against: the year's own target, or something that is not the year's.

Reports set the same realisation beside the target of the year, that of the plan's last year, the nation's standard and the realisation
of years before (Permen PAN-RB 53/2014, annex II); only the first quotient is the achievement of the year.
"""

import re
from collections.abc import Sequence
from typing import Final

from extractor.tables.table import Column, Table
from extractor.tables.wording import years

_PLAN: Final = re.compile(r"\b(?:renstra|rpjm[nd]?|jangka\s+menengah|rencana\s+strategis)\b", re.IGNORECASE)
_END: Final = re.compile(r"\b(?:akhir|jangka\s+menengah)\b", re.IGNORECASE)
"""Words of a target that only the plan's last year has."""
_PERIOD: Final = re.compile(r"\b(?:19|20)\d{2}\s*[-–—/]\s*((?:19|20)\d{2})\b")
_REACHED: Final = re.compile(r"capaian|realisasi|kemajuan", re.IGNORECASE)
_QUOTIENT: Final = re.compile(r"\b(?:terhadap|dengan|dari)\b", re.IGNORECASE)
_CHANGE: Final = re.compile(r"\b(?:naik|turun|kenaikan|penurunan|peningkatan|pertumbuhan|selisih|tren|deviasi)\b", re.IGNORECASE)
_OF_PLAN: Final = "jangka_menengah"
_OTHERS: Final = ("nasional", "target_lain")
"""Roles of columns with targets of other bodies."""


def forget_changes(columns: Sequence[Column]) -> None:
    """A percent by which a figure rose or fell since another year is no achievement and no share of what was spent; in place."""
    for column in columns:
        if column.role in ("capaian", "persen") and _CHANGE.search(column.header):
            column.role, column.confidence = None, 0.0


def take_plan(table: Table) -> None:
    """Gives the targets of the plan, and the achievements that are measured by them, the year that their header, or for its end the
    table's title, names; in place. Those of no year stay the plan's beside the year's own.
    """
    plan = [
        column for column in table.columns if column.role in ("target", "realisasi", "capaian", _OF_PLAN) and _PLAN.search(column.header)
    ]
    targets = [column for column in plan if not _REACHED.search(column.header)]
    own = [column for column in table.columns if column not in plan]
    for column in targets:
        _give(column, "target", _year(column.header) or _end(column.header, table.title), own)
        if column.role == "target" and column.year is None and _END.search(column.header):
            column.role = _OF_PLAN
    dated = [column.year for column in targets if column.role == "target" and column.year is not None]
    for column in (column for column in plan if column not in targets):
        if column.role == "realisasi" and not _QUOTIENT.search(column.header):
            _give(column, "realisasi", _year(column.header), own)
        else:
            _give(column, "capaian", _year_against(column.header) or (dated[0] if len(dated) == 1 else None), own)


def take_other_targets(columns: Sequence[Column]) -> None:
    """An achievement without a target of its year belongs to the year of the plan's only target; measured by that of another body, or
    beside nothing but realisations of several years, it is no year's and loses its role. In place.
    """
    for column in columns:
        if column.role == "capaian" and not _PLAN.search(column.header) and not _has_own_target(column, columns):
            _move(column, columns)


def _year(header: str) -> int | None:
    """The one year that a header names, beside the first and last one of the plan."""
    named = years(_PERIOD.sub(" ", header))
    return named[0] if len(named) == 1 else None


def _year_against(header: str) -> int | None:
    """The year of what an achievement is measured by, not the one in which it was reached."""
    parts = (_QUOTIENT.search(header), _PLAN.search(header))
    return _year(header[min(part.start() for part in parts if part) :])


def _end(header: str, title: str) -> int | None:
    period = _PERIOD.search(title) if _END.search(header) else None
    return int(period[1]) if period else None


def _give(column: Column, role: str, year: int | None, own: Sequence[Column]) -> None:
    """Gives a column of the plan this role and year, unless another one has both or, where it is of no year, the role."""
    if any(other.role == role and year in (None, other.year) for other in own):
        column.role = _OF_PLAN
    elif year is not None:
        column.role, column.year = role, year
    elif column.role != role:
        column.role = _OF_PLAN


def _has_own_target(column: Column, columns: Sequence[Column]) -> bool:
    return any(other.role == "target" and (other.year == column.year or None in (other.year, column.year)) for other in columns)


def _move(column: Column, columns: Sequence[Column]) -> None:
    targets = {other.year for other in columns if other.role == "target" and _PLAN.search(other.header)}
    taken = {other.year for other in columns if other.role == "capaian" and other is not column}
    free = targets - taken
    reached = {other.year for other in columns if other.role == "realisasi"}
    of_years = len(reached) > 1 and not _REACHED.search(column.header) and not any(other.role == "target" for other in columns)
    if len(free) == 1:
        column.year = next(iter(free))
    elif of_years or any(other.role in _OTHERS or _PLAN.search(other.header) for other in columns):
        column.role, column.confidence = None, 0.0
