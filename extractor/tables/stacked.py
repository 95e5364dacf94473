"""Several entries inside one drawn row: taken apart by the lines of their cells."""

from collections.abc import Sequence
from dataclasses import replace
from functools import reduce
from itertools import pairwise

from extractor.reading.document import Cell, Line, Place
from extractor.tables.dealt import deal
from extractor.tables.named import NONE, Names
from extractor.tables.profile import looks
from extractor.tables.rows import stemmed
from extractor.tables.rows_model import PhysicalRow

APART = 1.6
"""Line heights from one entry's number to the next one's, at least."""
_SAME_LEVEL = 2.0
"""Points by which lines beside each other may differ in height."""
_SAME_RULE = 5.0
"""Points by which a rule may stand elsewhere on the next page."""
_ONE_VALUE = frozenset({"amount", "percent", "nip", "date", "grade", "quantity"})


def unstack(row: PhysicalRow, known: Names = NONE) -> list[PhysicalRow]:
    """The printed lines of a drawn row as rows of their own, where two columns or the numbering hold several single values."""
    dealt = deal(row, known)
    if len(dealt) > 1:
        return dealt
    level = _level(row)
    if level:
        return [_slice(row, top - _SAME_LEVEL, below - _SAME_LEVEL) for top, below in pairwise([*level, float("inf")])]
    stacked = [c for c, cell in enumerate(row.cells) if len(cell.lines) >= 2 and _single_values(cell)]
    numbered = bool(row.cells) and _counts_on(row.cells[0])
    if len(stacked) < 2 and not numbered:
        return [row]
    tops = sorted({round(line.place.box[1], 1) for cell in row.cells for line in cell.lines if line.place.box})
    if not tops:
        return [row]
    bands = _bands(tops, _height(row))
    return [_slice(row, top, bottom) for top, bottom in bands]


def _level(row: PhysicalRow) -> list[float]:
    """Where entries without a rule between them begin: values stand well apart, and beside each of them begins a name or a code."""
    values = [_tops(cell) for cell in row.cells if len(cell.lines) > 1 and _single_values(cell) and _apart(cell)]
    names = [_tops(cell) for cell in row.cells if all(_begins(line.text.strip()) for line in cell.lines)]
    return next((tops for tops in values if any(_are_level(tops, beside) for beside in names)), [])


def _begins(text: str) -> bool:
    """Whether a line begins a name as most do, or is a code in capitals: "CQ", "WA.3357"."""
    return text[:1].isupper() and (stemmed(text) or (text.isupper() and " " not in text))


def _are_level(tops: Sequence[float], beside: Sequence[float]) -> bool:
    return len(tops) == len(beside) > 1 and all(abs(a - b) <= _SAME_LEVEL for a, b in zip(tops, beside, strict=True))


def _tops(cell: Cell) -> list[float]:
    return [line.place.box[1] for line in cell.lines if line.place.box]


def joined_lines(rows: Sequence[PhysicalRow]) -> list[PhysicalRow]:
    """Printed lines of a header as rows: its cells are centred each for itself, so that only a spanning cell parts them."""
    spanning = [at for at, row in enumerate(rows) if any(cell.merged == "left" for cell in row.cells)]
    upper = spanning[-1] + 1 if spanning and spanning[-1] + 1 < len(rows) else 0
    return [_below_each_other(part) for part in (rows[:upper], rows[upper:]) if part]


def joined_wraps(rows: Sequence[PhysicalRow]) -> list[PhysicalRow]:
    """Printed lines of a header as rows: a line goes on with the cells above where it fills none of the columns that they leave empty."""
    parts: list[list[PhysicalRow]] = []
    filled: set[int] = set()
    for row in rows:
        own = {c for c, text in enumerate(row.text) if text}
        if parts and own <= filled:
            parts[-1].append(row)
        else:
            parts.append([row])
            filled = set()
        filled |= own
    return [_below_each_other(part) for part in parts]


def _below_each_other(rows: Sequence[PhysicalRow]) -> PhysicalRow:
    first = rows[0]
    cells = []
    for column in zip(*(row.cells for row in rows), strict=True):
        first_filled = next((cell for cell in column if cell.lines), column[0])
        cells.append(replace(first_filled, lines=tuple(line for cell in column for line in cell.lines)))
    return PhysicalRow(cells, reduce(Place.union, (row.place for row in rows)), first.drawn, first.after_break, first.gap)


def moved_row(row: PhysicalRow, columns: Sequence[int], width: int) -> PhysicalRow:
    """A row with its cells at other columns; cells that come to the same one are joined."""
    cells = [Cell(place=row.place) for _ in range(width)]
    for cell, at in zip(row.cells, columns, strict=True):
        place = cells[at].place.union(cell.place) if cells[at].lines and cell.lines else cell.place if cell.lines else cells[at].place
        cells[at] = Cell((*cells[at].lines, *cell.lines), place, filled=cell.filled)
    return row.with_cells(cells)


def goes_on_below(above: Sequence[float], below: Sequence[float]) -> bool:
    """Whether all vertical rules of one part of a drawn table go on in the next, which may have more between them."""
    ends = len(above) > 2 and len(below) >= len(above) and max(abs(above[0] - below[0]), abs(above[-1] - below[-1])) <= _SAME_RULE
    nearest = [min(below, key=lambda other: abs(edge - other)) for edge in above]
    return ends and len(set(nearest)) == len(above) and all(abs(a - b) <= _SAME_RULE for a, b in zip(above, nearest, strict=True))


def widened(row: PhysicalRow, above: Sequence[float], below: Sequence[float]) -> PhysicalRow:
    """A row on the columns between other rules: a cell that takes several of them reaches over these."""
    cells = [Cell(place=row.place, merged="left") for _ in below[1:]]
    for cell, edge in zip(row.cells, above, strict=False):
        cells[min(range(len(cells)), key=lambda c: abs(below[c] - edge))] = cell
    return row.with_cells(cells)


def currency_columns(rows: Sequence[PhysicalRow]) -> list[int]:
    """Columns that hold nothing but "Rp." beside a column with something in it."""
    width = max((len(row.cells) for row in rows), default=0)
    found = []
    for c in range(width - 1):
        texts = [row.text[c] for row in rows if row.text[c]]
        if texts and all("currency" in looks(t) for t in texts) and any(row.text[c + 1] for row in rows):
            found.append(c)
    return found


def joined_with_next(row: PhysicalRow, column: int) -> PhysicalRow:
    """A row whose cell in this column has gone into the one to its right."""
    sign, amount = row.cells[column], row.cells[column + 1]
    if sign.lines and amount.lines:
        first = amount.lines[0]._replace(text=f"{row.text[column]} {amount.lines[0].text}")
        amount = Cell((first, *amount.lines[1:]), sign.place.union(amount.place), amount.merged, amount.filled)
    elif sign.lines:
        amount = sign
    cells = [*row.cells[:column], amount, *row.cells[column + 2 :]]
    return row.with_cells(cells)


def _single_values(cell: Cell) -> bool:
    """Every line is a whole value, and the lines together are none: a wrapped figure is not a stack."""
    whole = all(looks(line.text) & _ONE_VALUE for line in cell.lines)
    return whole and not looks("".join(line.text.strip() for line in cell.lines)) & _ONE_VALUE


def _counts_on(cell: Cell) -> bool:
    """Running numbers, one a line: 1, 2, 3."""
    numbers = [line.text.strip(" .)") for line in cell.lines]
    if len(numbers) < 2 or not all(n.isdecimal() and len(n) <= 3 for n in numbers) or not _apart(cell):
        return False
    return all(int(b) == int(a) + 1 for a, b in pairwise(numbers))


def _apart(cell: Cell) -> bool:
    """More space between the lines than a wrapped number has."""
    boxes = [line.place.box for line in cell.lines if line.place.box]
    return all(b[1] - a[1] > APART * (a[3] - a[1]) for a, b in pairwise(boxes))


def _height(row: PhysicalRow) -> float:
    return min((line.place.box[3] - line.place.box[1] for cell in row.cells for line in cell.lines if line.place.box), default=8.0)


def _bands(tops: list[float], height: float) -> list[tuple[float, float]]:
    """Ranges of line tops that stand on one printed line."""
    bands = [[tops[0], tops[0]]]
    for top in tops[1:]:
        if top - bands[-1][1] < 0.5 * height:
            bands[-1][1] = top
        else:
            bands.append([top, top])
    return [(a - 0.1, b + 0.1) for a, b in bands]


def _slice(row: PhysicalRow, top: float, bottom: float) -> PhysicalRow:
    cells = []
    for cell in row.cells:
        lines: tuple[Line, ...] = tuple(line for line in cell.lines if line.place.box and top <= line.place.box[1] <= bottom)
        place = lines[0].place if lines else Place(row.place.page)
        for line in lines[1:]:
            place = place.union(line.place)
        cells.append(Cell(lines, place, cell.merged, cell.filled))
    places = [c.place for c in cells if c.lines]
    place = places[0]
    for other in places[1:]:
        place = place.union(other)
    return PhysicalRow(cells, place, drawn=False)
