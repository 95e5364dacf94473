"""Average rows against the rows they are the mean of."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction

from extractor.checks.case import Case
from extractor.checks.outcome import Evidence
from extractor.checks.views.grids import Grid, GridRow, grids
from extractor.checks.views.ratios import interval_of
from extractor.values.rounding import Interval, printed_decimals, rounded


@dataclass(frozen=True, slots=True)
class Average:
    """A stated mean and the figures it is of; ``gaps`` counts the rows that are empty."""

    stated: Evidence
    parts: tuple[Evidence, ...]
    gaps: int
    where: str

    @property
    def computed(self) -> Fraction:
        """The mean of what is printed, to two digits more than the stated one has."""
        mean = sum((Fraction(p.value or 0) for p in self.parts), start=Fraction(0)) / len(self.parts)
        return Fraction(rounded(mean, max(2, printed_decimals(self.stated.raw))))

    @property
    def holds(self) -> bool:
        """Whether rounding can explain it, empty rows taken for nothing or left out."""
        intervals = [interval_of(p) for p in self.parts]
        low, high = sum((i.low for i in intervals), start=Fraction(0)), sum((i.high for i in intervals), start=Fraction(0))
        stated = interval_of(self.stated)
        return any(Interval(low / n, high / n).meets(stated) for n in {len(intervals), len(intervals) + self.gaps})


def averages(case: Case) -> list[Average]:
    """All means that tables state, each with the rows that fit best."""
    return [item for grid in case.view(grids) for item in _of(grid)]


def _of(grid: Grid) -> Iterator[Average]:
    for row in grid.rows:
        if row.role != "average":
            continue
        for column in grid.columns:
            if row.figures[column.index] is None:
                continue
            options = [a for rows in _choices(grid, row) if (a := _average(grid, row, rows, column.index)) is not None]
            if options:
                yield next((option for option in options if option.holds), options[0])


def _choices(grid: Grid, average: GridRow) -> Iterator[list[GridRow]]:
    before = grid.rows[: average.index]
    last = max((row.index for row in before if row.role == "average"), default=-1)
    yield [row for row in before if row.index > last and row.role == "data"]
    yield [row for row in before if row.role == "data"]
    yield [row for row in before if row.role == "average"]


def _average(grid: Grid, row: GridRow, rows: Sequence[GridRow], column: int) -> Average | None:
    parts = tuple(grid.evidence(r, column) for r in rows if r.figures[column] is not None)
    return Average(grid.evidence(row, column), parts, len(rows) - len(parts), grid.title) if len(parts) > 1 else None
