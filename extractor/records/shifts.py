"""Cells that an empty neighbour has pushed into the wrong column, put back where their contents belong."""

from collections import Counter
from collections.abc import Sequence

from extractor.tables.profile import looks

MOVE = 0.2
"""What moving a cell by any distance costs, in units of agreement with its column."""
GAIN = 0.4
"""How much better the whole row must fit before it is touched."""
MAJORITY = 0.5
"""Contents that fewer of a column's cells share do not speak for it."""
_FAMILIES = ("tick", "amount", "percent", "number", "quantity", "grade", "text")


def family(text: str) -> str:
    """The one look of a cell that matters for its column: tick, amount, percent, number, quantity, grade, text, or empty."""
    found = looks(text)
    return "empty" if "empty" in found else next((name for name in _FAMILIES if name in found), "text")


def agreements(rows: Sequence[Sequence[str]]) -> list[dict[str, float]]:
    """For every column the family that most of its filled cells belong to, with their share."""
    columns = []
    for column in zip(*rows, strict=True):
        counts = Counter(f for f in map(family, column) if f != "empty")
        total = sum(counts.values())
        columns.append({name: n / total for name, n in counts.items() if n >= MAJORITY * total})
    return columns


def settle(row: Sequence[str], columns: Sequence[dict[str, float]]) -> list[int | None]:
    """For every column the index of the cell that belongs there (None for none): the best order-preserving placement.

    The row stays as it is unless another placement fits the columns clearly better.
    """
    cells = [i for i, text in enumerate(row) if family(text) != "empty"]
    kinds = [family(row[i]) for i in cells]
    stay = sum(columns[i].get(kind, 0.0) for i, kind in zip(cells, kinds, strict=True))
    score, places = _best(cells, kinds, columns)
    if score < stay + GAIN:
        return [i if i in cells else None for i in range(len(row))]
    placed: list[int | None] = [None] * len(row)
    for cell, place in zip(cells, places, strict=True):
        placed[place] = cell
    return placed


def _best(cells: Sequence[int], kinds: Sequence[str], columns: Sequence[dict[str, float]]) -> tuple[float, list[int]]:
    """Dynamic programming over cells (in order) and columns."""
    width, count = len(columns), len(cells)
    minus = float("-inf")
    best = [[0.0] * (width + 1)] + [[minus] * (width + 1) for _ in range(count)]
    for i in range(1, count + 1):
        for j in range(1, width + 1):
            fit = columns[j - 1].get(kinds[i - 1], 0.0) - (MOVE if cells[i - 1] != j - 1 else 0.0)
            best[i][j] = max(best[i][j - 1], best[i - 1][j - 1] + fit)
    places: list[int] = []
    i, j = count, width
    while i:
        if best[i][j] == best[i][j - 1]:
            j -= 1
            continue
        places.append(j - 1)
        i, j = i - 1, j - 1
    return best[count][width], places[::-1]
