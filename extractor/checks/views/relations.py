"""Rules that a table itself shows: a column that in most rows is the quotient, the difference or the sum of other columns."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction
from itertools import permutations

from extractor.checks.case import Case
from extractor.checks.outcome import Evidence
from extractor.checks.views.budget import percent_lines
from extractor.checks.views.grids import Grid, GridColumn, GridRow, grids
from extractor.checks.views.ratios import Ratio, could_be, interval_of
from extractor.checks.views.sums import Sum
from extractor.values.numbers import is_empty
from extractor.values.rounding import Interval

_SHARE = 0.6
"""Of the rows in which a rule can be tried it must hold in so many …"""
_ROWS = 3
"""… and in at least so many that are not trivial."""
_WIDEST = 14
_TARGETS = re.compile(r"\btarget\b|\bcapaian\b|\brealisasi\b|\bkinerja\b", re.IGNORECASE)
_MONEY = re.compile(r"\banggaran\b|\bpagu\b|\bkeuangan\b|\bbelanja\b|\brp\b", re.IGNORECASE)


_BRACKETED = re.compile(r"\([^()]*\)")


@dataclass(frozen=True, slots=True)
class RatioRelation:
    """A column of percents of two others."""

    grid: Grid
    ratios: tuple[Ratio, ...]
    about_targets: bool
    """Whether it speaks of performance (achievement of a target) rather than of money or counts."""

    @property
    def where(self) -> str:
        return self.grid.title


@dataclass(frozen=True, slots=True)
class Difference:
    """One row of a column that is ``minuend`` minus ``subtrahend``; ``stated`` may be empty."""

    where: str
    stated: Evidence
    minuend: Evidence
    subtrahend: Evidence

    @property
    def computed(self) -> Fraction:
        """The difference."""
        return Fraction(self.minuend.value or 0) - Fraction(self.subtrahend.value or 0)

    @property
    def holds(self) -> bool:
        """Whether rounding of the inputs can explain what is stated."""
        if self.stated.value is None:
            return self.computed == 0
        one, other, stated = interval_of(self.minuend), interval_of(self.subtrahend), interval_of(self.stated)
        near = Interval(one.low - other.high, one.high - other.low).meets(stated)
        return near if stated.low != stated.high or one.low != one.high else self.computed == self.stated.value


def ratio_relations(case: Case) -> list[RatioRelation]:
    """The quotients that tables of three rows or more show; budget tables are left to their records."""
    known: set[str] = {line.table for line in case.view(percent_lines)}
    return [relation for grid in case.view(grids) if _fit(grid) for relation in _ratios(grid, known)]


def differences(case: Case) -> list[Difference]:
    """The differences that tables of three rows or more show."""
    return [item for grid in case.view(grids) if _fit(grid) for item in _differences(grid)]


def row_sums(case: Case) -> list[Sum]:
    """Columns that are the sum of those to their left."""
    return [item for grid in case.view(grids) if _fit(grid) for item in _row_sums(grid)]


def _fit(grid: Grid) -> bool:
    return sum(row.role == "data" for row in grid.rows) >= _ROWS and 3 <= len(grid.numeric) <= _WIDEST


def _rows(grid: Grid, columns: Sequence[int]) -> Iterator[GridRow]:
    for row in grid.rows:
        if row.role in ("data", "total") and all(row.figures[c] is not None for c in columns):
            yield row


def _ratios(grid: Grid, known: set[str]) -> Iterator[RatioRelation]:
    used: list[set[int]] = []
    for column in reversed(grid.columns):
        if column.kind != "percent":
            continue
        others = [c for c in grid.numeric if c.index != column.index]
        best: tuple[int, tuple[Ratio, ...], GridColumn, GridColumn] | None = None
        for part, whole in permutations(others, 2):
            money = grid.table.id in known and part.kind == whole.kind == "amount"
            if money or {part.index, whole.index, column.index} in used or not _promising(grid, part, whole, column):
                continue
            ratios = tuple(_ratio(grid, row, part, whole, column) for row in _rows(grid, (column.index, part.index, whole.index)))
            score = _support([r.holds for r in ratios if r.evaluable], [_telling(r) for r in ratios if r.evaluable])
            if score and (best is None or score > best[0]):
                best = score, tuple(r for r in ratios if r.evaluable), part, whole
        if best is not None:
            words = " ".join((grid.title, column.header, best[2].header, best[3].header))
            used.append({best[2].index, best[3].index, column.index})
            yield RatioRelation(
                grid, best[1], bool(_TARGETS.search(words)) and not _MONEY.search(" ".join(words.split()[len(grid.title.split()) :]))
            )


def _ratio(grid: Grid, row: GridRow, part: GridColumn, whole: GridColumn, stated: GridColumn) -> Ratio:
    exact = part.kind != "percent" and whole.kind != "percent"
    return Ratio(grid.evidence(row, part.index), grid.evidence(row, whole.index), grid.evidence(row, stated.index), exact)


def _promising(grid: Grid, part: GridColumn, whole: GridColumn, stated: GridColumn) -> bool:
    rows = [row.figures for row in _rows(grid, (part.index, whole.index, stated.index))]
    tried = [(f[part.index], f[whole.index], f[stated.index]) for f in rows]
    if len(tried) < _ROWS:
        return False
    near = [(a, b) for a, b, c in tried if a and b and c and could_be(a, b, c)]
    return len(near) >= max(_ROWS, _SHARE * len(tried)) and sum(a.value not in (b.value, 0) for a, b in near) >= _ROWS


def _telling(ratio: Ratio) -> bool:
    return ratio.part.value not in (ratio.whole.value, 0)


def _support(holding: Sequence[bool], telling: Sequence[bool]) -> int:
    """How many telling rows hold, or 0 where too few do."""
    held = sum(holding)
    told = sum(h and t for h, t in zip(holding, telling, strict=True))
    return told if told >= _ROWS and held >= _SHARE * len(holding) else 0


def _differences(grid: Grid) -> Iterator[Difference]:
    for column in grid.numeric:
        best: tuple[int, GridColumn, GridColumn] | None = None
        others = [c for c in grid.numeric if c.index < column.index]
        for one, other in permutations(others, 2):
            if not _parted(grid, one, other, column):
                continue
            items = [_difference(grid, row, one, other, column) for row in _rows(grid, (column.index, one.index, other.index))]
            score = _support([i.holds for i in items], [i.computed != 0 and 0 not in (i.minuend.value, i.subtrahend.value) for i in items])
            if score and (best is None or score > best[0]):
                best = score, one, other
        if best is not None:
            rows = [row for row in _rows(grid, (best[1].index, best[2].index)) if _readable(row, column.index)]
            yield from (_difference(grid, row, best[1], best[2], column) for row in rows)


def _parted(grid: Grid, one: GridColumn, other: GridColumn, stated: GridColumn) -> bool:
    rows = [row.figures for row in _rows(grid, (one.index, other.index, stated.index))]
    tried = [(f[one.index], f[other.index], f[stated.index]) for f in rows]
    near = sum(bool(a and b and c and abs(float(a.value) - float(b.value) - float(c.value)) <= 0.05) for a, b, c in tried)
    return near >= max(_ROWS, _SHARE * len(tried))


def _readable(row: GridRow, column: int) -> bool:
    return row.figures[column] is not None or (bool(row.cells[column].strip()) and is_empty(row.cells[column]))


def _difference(grid: Grid, row: GridRow, one: GridColumn, other: GridColumn, stated: GridColumn) -> Difference:
    minuend, subtrahend = grid.evidence(row, one.index), grid.evidence(row, other.index)
    return Difference(grid.title, _signed(grid.evidence(row, stated.index)), minuend, subtrahend)


def _signed(stated: Evidence) -> Evidence:
    """A difference in brackets is below zero, as accounts print it; elsewhere brackets may hold any figure."""
    bracketed = _BRACKETED.fullmatch(stated.raw.strip()) and stated.value is not None and stated.value > 0
    return stated._replace(value=-stated.value) if bracketed and stated.value is not None else stated


def _row_sums(grid: Grid) -> Iterator[Sum]:
    numeric = [c for c in grid.columns if c.kind in ("amount", "number")]
    for at, column in enumerate(numeric):
        best: tuple[int, list[Sum]] | None = None
        for first in range(at - 1):
            parts = numeric[first:at]
            rows = list(_rows(grid, (column.index, *(p.index for p in parts))))
            if sum(_adds_up(row, parts, column) for row in rows) < max(_ROWS, _SHARE * len(rows)):
                continue
            items = [_row_sum(grid, row, parts, column) for row in rows]
            telling = [sum(bool(p.value) for p in item.parts) > 1 for item in items]
            score = _support([item.holds for item in items], telling)
            if score and (best is None or score > best[0]):
                best = score, items
        if best is not None:
            yield from best[1]


def _adds_up(row: GridRow, parts: Sequence[GridColumn], column: GridColumn) -> bool:
    total = row.figures[column.index]
    return total is not None and sum(f.value for p in parts if (f := row.figures[p.index])) == total.value


def _row_sum(grid: Grid, row: GridRow, parts: Sequence[GridColumn], column: GridColumn) -> Sum:
    total = grid.evidence(row, column.index)
    return Sum(
        total, tuple(grid.evidence(row, p.index) for p in parts), "rupiah" if column.kind == "amount" else None, grid.title, total.name
    )
