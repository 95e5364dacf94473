"""Results of indicators that a table lets one compute: the total of a column of it over the total of all, by the indicator's own name."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction
from typing import Final

from extractor.checks.case import Case
from extractor.checks.outcome import Evidence
from extractor.checks.views.grids import Grid, GridColumn, GridRow, grids
from extractor.checks.views.names import core
from extractor.checks.views.ratios import Ratio
from extractor.checks.views.reached import Indicator, indicators

_NEAR: Final = Fraction(1, 2)
"""Percentage points by which a result may be off the quotient and still be meant as it."""
_WHOLE: Final = re.compile(r"\b(?:jumlah|total)\b", re.IGNORECASE)
_YEAR: Final = re.compile(r"\b20[0-9]{2}\b")
_WORDS: Final = 2
"""Words of a column's header that the indicator's name must have, all of them."""


@dataclass(frozen=True, slots=True)
class Measured:
    """A result of an indicator and the two totals it is the quotient of."""

    indicator: Indicator
    ratio: Ratio
    where: str


def measured(case: Case) -> list[Measured]:
    """Every result near the quotient of two totals of one year, a part that the indicator names and the whole."""
    found: list[Measured] = []
    known = [i for i in case.view(indicators) if i.figures["realisasi"]]
    for grid in case.view(grids):
        totals = [row for row in grid.rows if row.role == "total"]
        if len(totals) == 1:
            found += [item for part, whole in _pairs(grid, totals[0]) for i in known if (item := _of(grid, totals[0], part, whole, i))]
    return found


def _pairs(grid: Grid, total: GridRow) -> Iterator[tuple[GridColumn, GridColumn]]:
    able = [c for c in grid.columns if c.kind in ("amount", "number") and total.figures[c.index] is not None]
    for part in able:
        for whole in able:
            if part.year == whole.year is not None and _WHOLE.search(whole.header) and not _WHOLE.search(part.header):
                yield part, whole


def _of(grid: Grid, total: GridRow, part: GridColumn, whole: GridColumn, indicator: Indicator) -> Measured | None:
    words = set(core(_YEAR.sub(" ", part.header)).split())
    if indicator.year != part.year or len(words) < _WORDS or not words <= set(core(indicator.name).split()):
        return None
    stated: Evidence = indicator.figures["realisasi"][0]
    ratio = Ratio(grid.evidence(total, part.index), grid.evidence(total, whole.index), stated)
    near = ratio.evaluable and abs(ratio.computed - Fraction(stated.value or 0)) <= _NEAR
    return Measured(indicator, ratio, grid.title) if near else None
