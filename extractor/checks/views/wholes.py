"""The budget of a year as a whole: what total rows state of it."""

from dataclasses import dataclass

from extractor.checks.case import Case
from extractor.checks.outcome import Evidence
from extractor.checks.views.budget import BudgetLine, budget


@dataclass(frozen=True, slots=True)
class Whole:
    """The total of a year, and all percents that the tables of that year state."""

    year: int
    total: BudgetLine
    percents: frozenset[object]
    """Every percent of that year, of whatever line or indicator."""

    @property
    def persen(self) -> Evidence | None:
        """The percent of the total that was spent; without a realisasi beside it a percent is the share of something."""
        return self.total.persen if self.total.realisasi is not None else None


def wholes(case: Case) -> dict[int, Whole]:
    """By year: the total row with the greatest pagu."""
    found: dict[int, Whole] = {}
    lines = case.view(budget)
    for line in lines:
        if line.level != "total" or line.year is None or line.pagu is None or line.pagu.value is None:
            continue
        before = found.get(line.year)
        if before is None or _size(line) > _size(before.total):
            found[line.year] = Whole(line.year, line, _percents(case, lines, line.year))
    return found


def _size(line: BudgetLine) -> tuple[int, bool]:
    return (int(line.pagu.value or 0) if line.pagu is not None else 0, line.persen is not None)


def _percents(case: Case, lines: list[BudgetLine], year: int) -> frozenset[object]:
    budgeted = {line.persen.value for line in lines if line.year == year and line.persen is not None}
    reached = {
        target.nilai
        for block in case.report.capaian_kinerja
        for row in block.baris
        if row.tahun == year
        for target in (row.target, row.realisasi, row.capaian)
        if target is not None
    }
    return frozenset(budgeted | reached) - {None}
