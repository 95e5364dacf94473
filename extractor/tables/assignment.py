"""The best one-to-one assignment (linear sum assignment) of the few columns of a table to the roles of a kind."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from math import inf

NOBODY = -1


def best_assignment(scores: Sequence[Sequence[float]]) -> list[tuple[int, int]]:
    """Pairs (row, column) in order of the rows, no row or column twice, as many as possible, with the greatest sum of scores.

    ``scores`` is a matrix. The same matrix always gives the same pairs, also where several assignments are equally good.
    """
    if not scores or not scores[0]:
        return []
    tall = len(scores) > len(scores[0])
    rows = zip(*scores, strict=True) if tall else scores
    solver = _Solver([[-score for score in row] for row in rows], len(scores if tall else scores[0]))
    pairs = list(enumerate(solver.solve()))
    return sorted((column, row) for row, column in pairs) if tall else pairs


@dataclass(slots=True)
class _Solver:
    """Shortest augmenting paths: Crouse, "On implementing 2D rectangular assignment algorithms", IEEE TAES 52 (2016) 1679."""

    costs: list[list[float]]
    """Not more rows than columns."""
    width: int
    column_of: list[int] = field(default_factory=list)
    row_of: list[int] = field(default_factory=list)
    row_price: list[float] = field(default_factory=list)
    column_price: list[float] = field(default_factory=list)

    def solve(self) -> list[int]:
        """The column of each row."""
        self.row_of, self.column_price = [NOBODY] * self.width, [0.0] * self.width
        for row in range(len(self.costs)):
            self.column_of.append(NOBODY)
            self.row_price.append(0.0)
            self._add(row)
        return self.column_of

    def _add(self, start: int) -> None:
        """Assign one more row; rows before it may give their columns up for others."""
        distance, came_from = [inf] * self.width, [NOBODY] * self.width
        remaining = list(range(self.width - 1, -1, -1))
        row, reached, passed = start, 0.0, []
        while row != NOBODY:
            at = self._nearest(row, reached, remaining, distance, came_from)
            column = remaining[at]
            remaining[at] = remaining[-1]
            remaining.pop()
            reached = distance[column]
            passed.append((row, column))
            row = self.row_of[column]
        self._reprice(start, passed, distance, reached)
        self._augment(start, passed[-1][1], came_from)

    def _nearest(self, row: int, reached: float, remaining: list[int], distance: list[float], came_from: list[int]) -> int:
        """The place in ``remaining`` of the column nearest to the rows so far, free columns first, after a look from ``row``."""
        costs, price, prices, row_of = self.costs[row], self.row_price[row], self.column_price, self.row_of
        nearest, lowest = NOBODY, inf
        for at, column in enumerate(remaining):
            length = reached + costs[column] - price - prices[column]
            if length < distance[column]:
                came_from[column] = row
                distance[column] = length
            else:
                length = distance[column]
            if length < lowest or (length == lowest and row_of[column] == NOBODY):
                nearest, lowest = at, length
        return nearest

    def _reprice(self, start: int, passed: list[tuple[int, int]], distance: list[float], reached: float) -> None:
        for row, _ in passed:
            self.row_price[row] += reached if row == start else reached - distance[self.column_of[row]]
        for _, column in passed:
            self.column_price[column] -= reached - distance[column]

    def _augment(self, start: int, column: int, came_from: list[int]) -> None:
        row = NOBODY
        while row != start:
            row = came_from[column]
            self.row_of[column] = row
            self.column_of[row], column = column, self.column_of[row]
