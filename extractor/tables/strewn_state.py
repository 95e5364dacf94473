"""A dealing on its way: what stands where so far, the rows that columns have left out, and what the way from cell to cell says.

A cell in the middle of its row may be read after those of the next rows. A row that a column leaves out is therefore a hole, which
a later piece may fill.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

WEIGHTS: Final = {
    "next": 0.7, "beside": 0.2, "wrap": 0.5, "below": 0.3, "up": -0.4, "ahead": -1.5, "skipped": -2.0, "too": -0.5, "unnumbered": -0.5,
    "late": -1.5, "stacked": 0.5, "turned": -0.8,
}  # fmt: skip
"""Evidence of the order of reading; set by reason. A row that several columns leave out is skipped once, and by the others "too";
late cells of a column are read in their order, too."""
_MOST_HOLES: Final = 2
"""Holes of a column, the first ones, that a piece may fill: those of one column are read in their order."""
Hole = tuple[int, int]
"""Column and row."""


@dataclass(frozen=True, slots=True)
class Path:
    """Where each piece went, the last one first."""

    place: tuple[int, int] | None
    text: str
    before: "Path | None"


@dataclass(frozen=True, slots=True)
class State:
    """The pieces so far: their worth, how many cells each column has, where the last piece stands and the text of its cell."""

    score: float
    counts: tuple[int, ...]
    column: int = -1
    text: str = ""
    last: str = ""
    headed: bool = False
    path: Path | None = None
    row: int = -1
    """The row of the last piece."""
    holes: tuple[Hole, ...] = ()
    top: int = -1
    """The row of the first of the cells of its column that were read one after the other."""


def with_cell(state: State, column: int, row: int) -> tuple[tuple[int, ...], tuple[Hole, ...]]:
    """How many cells each column has, and the holes, once there is a cell in this place."""
    count = state.counts[column]
    if row < count:
        return state.counts, tuple(hole for hole in state.holes if hole != (column, row))
    counts = (*state.counts[:column], row + 1, *state.counts[column + 1 :])
    return counts, (*state.holes, *((column, left) for left in range(count, row))) if row > count else state.holes


def holes_of(state: State, column: int) -> list[int]:
    """The rows of a column that a late piece may fill."""
    return [row for at, row in state.holes if at == column][:_MOST_HOLES] if state.holes else []


def skipped(state: State, column: int, row: int, *, numbers: bool) -> float:
    """What it costs to leave out the rows between the cells of a column so far and this one; ``numbers`` where it counts them."""
    if numbers:
        return WEIGHTS["unnumbered"] * (row - state.counts[column])
    known = {at for _, at in state.holes}
    return sum(WEIGHTS["too" if at in known else "skipped"] for at in range(state.counts[column], row))


def filled(state: State, column: int, row: int, *, numbers: bool) -> float:
    """What it is worth that a late piece fills a hole: what leaving it out has cost, less something for the first of its row."""
    late = order(row, state.column, row, column) if state.row == row else WEIGHTS["late"]
    late += WEIGHTS["turned"] * (state.column == column and row < state.row)
    if numbers:
        return late - WEIGHTS["unnumbered"]
    others = any(hole[1] == row and hole[0] != column for hole in state.holes)
    return late - WEIGHTS["too" if others else "skipped"]


def left_open(holes: Sequence[Hole], numbers: frozenset[int]) -> float:
    """What holes cost that nothing has filled in the end, so that each costs as much as the first of its row."""
    found = [row for column, row in holes if column not in numbers]
    return (WEIGHTS["skipped"] - WEIGHTS["too"]) * (len(found) - len(set(found)))


def unwound(path: Path | None) -> list[tuple[int, int] | None]:
    """The place of each piece, in their order."""
    places = []
    while path is not None:
        places.append(path.place)
        path = path.before
    return places[::-1]


def order(before: int, from_column: int, row: int, column: int, top: int = -1) -> float:
    """What the way from one cell to the next says; ``top`` is the first row of the cells of ``from_column`` that were read together."""
    if row == top < before and column > from_column:
        return WEIGHTS["stacked"]
    if row == before:
        return WEIGHTS["next"] + WEIGHTS["beside"] * (column == from_column + 1) if column > from_column else WEIGHTS["up"]
    if row == before + 1:
        return WEIGHTS["below"] if column == from_column else WEIGHTS["wrap"] if column < from_column else WEIGHTS["ahead"]
    return WEIGHTS["up"] if row < before else WEIGHTS["ahead"]
