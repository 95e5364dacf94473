"""Results of indicators (realisasi, capaian) that several performance tables state for one year."""

import re
from collections import Counter, defaultdict
from collections.abc import Callable
from dataclasses import dataclass

from extractor.checks.case import Case
from extractor.checks.outcome import Evidence, aim
from extractor.checks.views.clusters import clusters
from extractor.checks.views.names import core
from extractor.tables.profile import is_total_label
from extractor.values.rounding import printed_decimals, printed_interval

ALIKE = 88.0
_AVERAGE = re.compile(r"\W*(?:rata\W*rata|rerata)\b", re.IGNORECASE)
_STRANGE = 3
"""Indicators in which a column must differ from the other tables before it is taken for something else."""
_OVERLAP = 0.6
"""Share of common indicators from which averages of two tables are of the same thing."""


@dataclass(frozen=True, slots=True)
class _Row:
    table: str
    name: str
    year: int | None
    field: str
    figure: Evidence


@dataclass(frozen=True, slots=True)
class Result:
    """One field of one indicator and year, as several tables state it. ``precise`` has the decimals that each table prints."""

    name: str
    year: int
    field: str
    figures: tuple[Evidence, ...]
    precise: tuple[int, ...]

    @property
    def agrees(self) -> bool:
        """Whether all may be one value, rounded."""
        return all(_agree(a, p, b, q) for a, p in self._pairs for b, q in self._pairs)

    @property
    def _pairs(self) -> list[tuple[Evidence, int]]:
        return list(zip(self.figures, self.precise, strict=True))

    @property
    def odd(self) -> tuple[Evidence, Evidence]:
        """The figure that differs and one of those it differs from: the value that most share, else the earlier one."""
        votes = Counter(e.value for e in self.figures)
        usual, decimals = min(self._pairs, key=lambda p: -votes[p[0].value])
        odd = next(e for e, p in reversed(self._pairs) if not _agree(e, p, usual, decimals))
        return odd, usual


def _agree(one: Evidence, decimals: int, other: Evidence, places: int) -> bool:
    if one.value == other.value:
        return True
    return printed_interval(one.value or 0, decimals).meets(printed_interval(other.value or 0, places)) and decimals != places


def results(case: Case) -> list[Result]:
    """Every result that two tables or more state."""
    rows = _rows(case)
    decimals: dict[tuple[str, str], int] = defaultdict(int)
    for row in rows:
        decimals[row.table, row.field] = max(decimals[row.table, row.field], printed_decimals(row.figure.raw))
    found: list[Result] = []
    for group in _trusted(clusters(rows, lambda r: r.name, _apart_in(rows), lambda r: (r.year, r.field), ALIKE)):
        if len(group) > 1 and group[0].year is not None:
            precise = tuple(decimals[r.table, r.field] for r in group)
            found.append(Result(group[0].name, group[0].year, group[0].field, tuple(r.figure for r in group), precise))
    return found


def _trusted(groups: list[list[_Row]]) -> list[list[_Row]]:
    """The groups without the columns that disagree with the other tables more often than not: they hold something else."""
    agrees: Counter[tuple[object, ...]] = Counter()
    differs: Counter[tuple[object, ...]] = Counter()
    for group in groups:
        for row in group:
            others = [o for o in group if o.table != row.table]
            if others:
                (agrees if any(o.figure.value == row.figure.value for o in others) else differs)[row.table, row.year, row.field] += 1
    wrong = {column for column, times in differs.items() if times >= _STRANGE and times > agrees[column]}
    return [[row for row in group if (row.table, row.year, row.field) not in wrong] for group in groups]


def _rows(case: Case) -> list[_Row]:
    found = []
    for block in case.report.capaian_kinerja:
        for row in block.baris:
            for field in ("realisasi", "capaian"):
                figure = aim(getattr(row, field), row.sumber, row.indikator or "")
                if figure is not None and figure.value is not None and row.indikator and row.tahun:
                    found.append(_Row(block.tabel or block.id, row.indikator, row.tahun, field, figure))
    return found


def _apart_in(rows: list[_Row]) -> Callable[[_Row, _Row], bool]:
    """Whether two rows cannot be of one indicator: of one table, or averages of tables with other indicators."""
    names: dict[str, set[str]] = defaultdict(set)
    for row in rows:
        names[row.table].add(core(row.name))

    def apart(one: _Row, other: _Row) -> bool:
        if one.table == other.table:
            return True
        if not _AVERAGE.match(one.name) and not is_total_label(one.name):
            return False
        here, there = names[one.table], names[other.table]
        return len(here & there) < _OVERLAP * max(len(here), len(there))

    return apart
