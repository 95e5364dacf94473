"""Columns of two tables that state the same thing: in most of the rows that both tables have, their figures agree."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import Final

from extractor.checks.case import Case
from extractor.checks.outcome import Evidence
from extractor.checks.views.grids import Grid, GridColumn, GridRow, grids
from extractor.checks.views.names import core
from extractor.values.rounding import printed_decimals, printed_interval

_SHARE: Final = 0.6
"""Of the rows that two columns have in common so many must agree …"""
_ROWS: Final = 3
"""… and so many at least, with different figures."""
_WORDS: Final = 3
"""Words of a cell by which rows of two tables can be paired."""


@dataclass(frozen=True, slots=True)
class Twins:
    """One row of two such columns: the figure of the table that only repeats, then that of the other."""

    name: str
    one: Evidence
    other: Evidence
    where: tuple[str, str]

    @property
    def holds(self) -> bool:
        """Whether both may be one value, rounded."""
        return _same(self.one, self.other)


def twins(case: Case) -> list[Twins]:
    """The rows of all such columns of percents where one table at least is of no kind that the records compare."""
    able = [grid for grid in case.view(grids) if _percents(grid) and sum(row.role == "data" for row in grid.rows) >= _ROWS]
    keys = {grid.table.id: _keys(grid) for grid in able}
    found = []
    for one, other in combinations(able, 2):
        if "lain" in (one.table.jenis, other.table.jenis):
            first, second = (one, other) if one.table.jenis == "lain" else (other, one)
            pairs = [(keys[first.table.id][k], keys[second.table.id][k], k) for k in keys[first.table.id] if k in keys[second.table.id]]
            found += list(_columns(first, second, pairs))
    return found


def _percents(grid: Grid) -> list[GridColumn]:
    return [c for c in grid.columns if c.kind == "percent"]


def _keys(grid: Grid) -> dict[str, GridRow]:
    """The rows by a cell of words that stands in no other row of the table."""
    rows: dict[str, list[GridRow]] = defaultdict(list)
    for row in grid.rows:
        names = {core(row.cells[c.index]) for c in grid.columns if c.kind == "text"} if row.role == "data" else set()
        for name in names:
            if len(name.split()) >= _WORDS:
                rows[name.replace(" ", "")].append(row)
    return {name: same[0] for name, same in rows.items() if len(same) == 1}


def _columns(one: Grid, other: Grid, pairs: Sequence[tuple[GridRow, GridRow, str]]) -> Iterator[Twins]:
    """The best partner of each column, where it is the only one."""
    for column in _percents(one):
        made = [[_twins(one, other, pair, column, c) for pair in pairs if _both(pair, column, c)] for c in _percents(other)]
        fitting = [items for items in made if _are_twins(items)]
        if len(fitting) == 1:
            yield from fitting[0]


def _both(pair: tuple[GridRow, GridRow, str], column: GridColumn, partner: GridColumn) -> bool:
    return pair[0].figures[column.index] is not None and pair[1].figures[partner.index] is not None


def _twins(one: Grid, other: Grid, pair: tuple[GridRow, GridRow, str], column: GridColumn, partner: GridColumn) -> Twins:
    evidence = one.evidence(pair[0], column.index), other.evidence(pair[1], partner.index)
    return Twins(evidence[0].name, *evidence, (one.title, other.title))


def _are_twins(items: Sequence[Twins]) -> bool:
    values = Counter(item.one.value for item in items if item.holds)
    return len(values) >= _ROWS and values.total() >= _SHARE * len(items)


def _same(one: Evidence, other: Evidence) -> bool:
    if one.value == other.value:
        return True
    places = printed_decimals(one.raw), printed_decimals(other.raw)
    return places[0] != places[1] and printed_interval(one.value or 0, places[0]).meets(printed_interval(other.value or 0, places[1]))
