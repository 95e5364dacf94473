"""A row as the source gives it."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import reduce
from statistics import median

from extractor.reading.document import Cell, Place
from extractor.values.lookalike import mend_lookalikes

_CUT_NUMBER = re.compile(r"^(\d) (\d)(?=\.?$)")
"""A running number of two digits that a narrow column has cut in two."""


_STEP = 0.5
"""Heights of a line's letters by which a cell in the middle of two lines stands below the first: a text prints it on a line of its own."""
_LEAST = 1.0
"""Points of a line at least: letters that a broken font flattens have no height."""


@dataclass(slots=True)
class PhysicalRow:
    """One row as the source gives it, on the columns of the whole table."""

    cells: list[Cell]
    place: Place
    drawn: bool = False
    """True where rules (or markup) limit the row."""
    after_break: bool = False
    """The first row after a page break or a blank line inside the table."""
    gap: float = 0.0
    new_page: bool = False
    """The first row of its page."""
    doubtful: bool = False
    """One of several entries in a drawn row that can be dealt out in more than one way."""
    text: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.text = [with_whole_number(_mended(" ".join(cell.raw.split()))) for cell in self.cells]

    def with_cells(self, cells: list[Cell]) -> "PhysicalRow":
        """The row with other cells, on as many columns as these are."""
        return PhysicalRow(cells, self.place, self.drawn, self.after_break, self.gap, self.new_page, self.doubtful)


def _mended(text: str) -> str:
    """The text in Latin letters; a letter alone may be a speck, which says more of what it is by what it was read as."""
    return mend_lookalikes(text) if len(text) > 1 else text


def with_whole_number(text: str) -> str:
    """The text of a cell; a running number that a narrow column has cut in two is put together again."""
    return _CUT_NUMBER.sub(r"\1\2", text) if text[1:2] == " " else text  # the second sign tells most texts


def in_one_cell(cells: Sequence[Cell], otherwise: Place) -> Cell:
    """The lines of cells below each other in one cell, in the area that they take; ``otherwise`` where none holds any."""
    filled = [cell for cell in cells if cell.lines]
    place = reduce(Place.union, (cell.place for cell in filled)) if filled else otherwise
    return Cell(tuple(line for cell in filled for line in cell.lines), place)


def printed_lines(rows: Sequence[PhysicalRow]) -> list[float]:
    """The line that each row is printed on: its number in a text; on a page of a PDF its place, in half lines."""
    boxes = [row.place.box for row in rows]
    heights = [box[3] - box[1] for box in boxes if box]
    step = _STEP * max(median(heights), _LEAST) if heights else _LEAST
    found = []
    for n, (row, box) in enumerate(zip(rows, boxes, strict=True)):
        found.append(float(row.place.lines[0]) if row.place.lines else (box[1] + box[3]) / 2 / step if box else float(n))
    return found if heights else _without_removed(rows, found)


def _without_removed(rows: Sequence[PhysicalRow], at: Sequence[float]) -> list[float]:
    """Lines of a text, counted as if those taken out of it (letters of a watermark with the blanks around them) had never been."""
    found = list(at[:1])
    for n in range(1, len(rows)):
        step, above = at[n] - at[n - 1], rows[n - 1].place.lines
        height = above[1] - above[0] + 1 if above else 1
        found.append(found[-1] + (min(step, height + rows[n].gap) if step > 0 else step))
    return found


def raise_cells(rows: Sequence[PhysicalRow], parts: Iterable[tuple[int, int, int]]) -> list[PhysicalRow]:
    """The rows with the lines of each part one below the other from its first row on; a part is first row, row behind the last, column."""
    cells = [list(row.cells) for row in rows]
    for first, end, c in parts:
        filled = [cells[n][c] for n in range(first, end) if cells[n][c].lines]
        for n in range(first, end):
            cells[n][c] = filled[n - first] if n - first < len(filled) else Cell(place=rows[n].place)
    return [row.with_cells(new) for new, row in zip(cells, rows, strict=True)]
