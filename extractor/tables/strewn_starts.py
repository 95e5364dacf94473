"""Where merged cells begin, told by what is read next: a converter mostly reads a cell before the first row that it covers.

One table alone errs too often to be believed. But a report prints the same outcomes and indicators in several tables, whose cells are
not read in the same order; where most of them agree, the rows are known.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from extractor.reading.document import GridRow, Line

_BESIDE, _ALONE = 3, 2
"""Votes for a row whose first words stand on the line with which the cell begins (nine cells in ten begin there), and for one that is read
behind this cell alone (seven in ten do); of cells that are read one after the other hardly any begins at the row behind them.
"""


def starts_told(cells: Sequence[Sequence[Line]], rows: Sequence[GridRow], column: int) -> Iterator[tuple[int, int, int]]:
    """Each merged cell with the row that is read next, and the votes for its beginning there; the first row tells nothing.

    ``column`` is that of the texts by which rows are known.
    """
    followed = _followed(cells, rows, column)
    shared = Counter(row for _, row in filter(None, followed))
    for at, found in enumerate(followed):
        if found and found[1] and (found[0] or shared[found[1]] == 1):
            yield at, found[1], _BESIDE if found[0] else _ALONE


def tell_rows(cells: Sequence[Sequence[Line]], rows: Sequence[GridRow], column: int) -> bool:
    """Whether each merged cell is read before a row of its own; else the order of reading does not tell where all of them begin."""
    followed = [found[1] for found in _followed(cells, rows, column) if found]
    return len(set(followed)) == len(cells)


def _followed(cells: Sequence[Sequence[Line]], rows: Sequence[GridRow], column: int) -> list[tuple[bool, int] | None]:
    """For each cell the row that is read next, and whether its first words stand on the same line; None behind the last row."""
    read = sorted((line, at) for at, row in enumerate(rows) if (line := _line_of(row.cells[column].lines)))
    lines = [_line_of(cell) for cell in cells]
    return [next(((line == own, row) for line, row in read if line >= own), None) if own else None for own in lines]


def _line_of(lines: Iterable[Line]) -> int:
    """The number of the first line of a cell in the text; 0 where that is not known."""
    return next((line.place.lines[0] for line in lines if line.place.lines), 0)
