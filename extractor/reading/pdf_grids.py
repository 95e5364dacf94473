"""Drawn cells and words to grids: merged cells marked, every word in exactly one cell."""

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from extractor.reading.document import Box, Cell, Grid, GridRow, Line, Merged, Place
from extractor.reading.pdf_lines import TextLine, cover, group_lines
from extractor.reading.pdf_page import PageContent, Style, Word

_SLIVER: Final = 6.0
"""Points; an empty column or row narrower than this is a double border or a border out of line."""
_OVERHANG: Final = 2.0
"""Points by which a word may leave its cell before its characters are looked at."""
_APART: Final = 1.0
"""Points between two characters at a border that show two words."""
_STARTED: Final = 0.35
"""Share of a word that must stand in the cell where it starts for it to belong there."""
_FILLED: Final = 0.6


@dataclass(slots=True)
class Lattice:
    """The slots of one ruled table. ``owner[row][column]`` is the number of the drawn cell there, -1 in a hole."""

    xs: list[float]
    ys: list[float]
    owner: list[list[int]]
    cells: list[Box]

    @property
    def box(self) -> Box:
        return self.xs[0], self.ys[0], self.xs[-1], self.ys[-1]

    def slot(self, x: float, y: float) -> tuple[int, int] | None:
        """Row and column of a point, None outside."""
        column, row = bisect_right(self.xs, x) - 1, bisect_right(self.ys, y) - 1
        if 0 <= row < len(self.ys) - 1 and 0 <= column < len(self.xs) - 1:
            return row, column
        return None

    def cell_at(self, x: float, y: float) -> int:
        """The drawn cell at a point, -1 where there is none."""
        slot = self.slot(x, y)
        return -1 if slot is None else self.owner[slot[0]][slot[1]]


def lattice(cells: Sequence[Box], words: Sequence[Word]) -> Lattice:
    """Number the slots of a table's cells; empty slivers of columns and rows fall together with their neighbour.

    ``words`` are those of the page.
    """
    xs = sorted({x for cell in cells for x in (cell[0], cell[2])})
    ys = sorted({y for cell in cells for y in (cell[1], cell[3])})
    number_x, number_y = _numbered(xs), _numbered(ys)
    if _has_sliver(xs) or _has_sliver(ys):
        inside = [word for word in words if xs[0] <= (word.x0 + word.x1) / 2 <= xs[-1] and ys[0] <= (word.top + word.bottom) / 2 <= ys[-1]]
        xs, number_x = _without_slivers(xs, [(word.x0 + word.x1) / 2 for word in inside])
        ys, number_y = _without_slivers(ys, [(word.top + word.bottom) / 2 for word in inside])
    owner = [[-1] * (len(xs) - 1) for _ in range(len(ys) - 1)]
    for number, (x0, top, x1, bottom) in enumerate(cells):
        left, right = number_x[x0], number_x[x1]
        for row in range(number_y[top], number_y[bottom]):
            owner[row][left:right] = [number] * (right - left)
    return Lattice(xs, ys, owner, list(cells))


def _numbered(borders: Sequence[float]) -> dict[float, int]:
    return {border: number for number, border in enumerate(borders)}


def _has_sliver(borders: Sequence[float]) -> bool:
    return any(after - before < _SLIVER for before, after in pairwise(borders))


def _without_slivers(borders: list[float], centres: list[float]) -> tuple[list[float], dict[float, int]]:
    """The borders that count, and the number among them of every border."""
    centres.sort()
    kept, number = [borders[0]], {borders[0]: 0}
    for before, border in pairwise(borders):
        empty = bisect_right(centres, border) == bisect_right(centres, before)
        if not (border - before < _SLIVER and empty):
            kept.append(border)
        number[border] = len(kept) - 1
    return (kept, number) if len(kept) > 1 else (borders, _numbered(borders))


def share_out(
    words: Sequence[Word], tables: Sequence[Lattice], glyphs: Callable[[Word], list[Word]]
) -> tuple[list[list[list[Word]]], list[Word]]:
    """Each word to the cell that holds its centre, the innermost table first; the rest in their order.

    A word that runs over a border is cut there only where its characters stand apart; an amount too wide for its
    cell stays whole, in the cell where it starts if a good part of it stands there.
    """
    held: list[list[list[Word]]] = [[[] for _ in table.cells] for table in tables]
    order = sorted(range(len(tables)), key=lambda number: _area(tables[number].box))
    boxes = [(held[number], tables[number], tables[number].box) for number in order]
    free = []
    for word in words:
        x, y = (word.x0 + word.x1) / 2, (word.top + word.bottom) / 2
        for cells, table, (x0, top, x1, bottom) in boxes:
            if not (x0 <= x <= x1 and top <= y <= bottom):
                continue
            number = table.cell_at(x, y)
            if number < 0:
                continue
            left, _, right, _ = table.cells[number]
            if word.turn or (word.x0 >= left - _OVERHANG and word.x1 <= right + _OVERHANG):
                cells[number].append(word)
            else:
                for piece in _pieces(word, left, right, glyphs):
                    cells[_home(piece, table, number)].append(piece)
            break
        else:
            free.append(word)
    return held, free


def _home(word: Word, table: Lattice, near: int) -> int:
    """The cell of a word that runs over a border; text overflows its cell at the end, not at the start."""
    y = (word.top + word.bottom) / 2
    first = table.cell_at(word.x0, y)
    if first >= 0 and table.cells[first][2] - word.x0 >= _STARTED * (word.x1 - word.x0):
        return first
    centre = table.cell_at((word.x0 + word.x1) / 2, y)
    return centre if centre >= 0 else near


def _area(box: Box) -> float:
    return (box[2] - box[0]) * (box[3] - box[1])


def _pieces(word: Word, left: float, right: float, glyphs: Callable[[Word], list[Word]]) -> list[Word]:
    """The word cut at the borders it crosses, where its characters leave a gap there."""
    chars = glyphs(word)
    runs: list[list[Word]] = []
    last = 0
    for char in chars:
        middle = (char.x0 + char.x1) / 2
        side = -1 if middle < left else 1 if middle > right else 0
        if runs and not (side != last and char.x0 - runs[-1][-1].x1 > _APART):
            runs[-1].append(char)
        else:
            runs.append([char])
        last = side
    if len(runs) < 2:
        return [word]
    return [Word("".join(char.text for char in run), *cover(run), run[0].index, word.turn) for run in runs]


def build_grid(table: Lattice, held: Sequence[list[Word]], content: PageContent, page: int) -> Grid:
    """The grid of one ruled table; ``held`` are the words of each drawn cell."""
    lines = [cell_lines(words, page, content.style) if words else () for words in held]
    filled = _filled(table, content.fills)
    rows = []
    started: set[int] = set()
    for r, numbers in enumerate(table.owner):
        cells = []
        for c, number in enumerate(numbers):
            box = table.xs[c], table.ys[r], table.xs[c + 1], table.ys[r + 1]
            if number < 0:
                cells.append(Cell((), Place(page, box=box)))
            elif number in started:
                cells.append(Cell((), Place(page, box=box), _merged(table, r, c, number), number in filled))
            else:
                started.add(number)
                cells.append(Cell(lines[number], Place(page, box=table.cells[number]), None, number in filled))
        rows.append(GridRow(cells, Place(page, box=(table.xs[0], table.ys[r], table.xs[-1], table.ys[r + 1]))))
    return Grid("ruled", rows, Place(page, box=table.box), edges=tuple(round(x, 2) for x in table.xs))


def _merged(table: Lattice, row: int, column: int, number: int) -> Merged:
    return "left" if column and table.owner[row][column - 1] == number else "above"


def _filled(table: Lattice, fills: Sequence[Box]) -> set[int]:
    """The cells with coloured areas behind most of them."""
    if not fills:
        return set()
    covered = [0.0] * len(table.cells)
    for fill in fills:
        for number in _near(table, fill):
            covered[number] += _common(table.cells[number], fill)
    return {number for number, cell in enumerate(table.cells) if covered[number] >= _FILLED * _area(cell)}


def _near(table: Lattice, area: Box) -> set[int]:
    """The cells that an area may touch; one may reach beyond its slots by slivers, which end before the next slot does."""
    left, right = max(0, bisect_right(table.xs, area[0]) - 2), bisect_left(table.xs, area[2])
    top, bottom = max(0, bisect_right(table.ys, area[1]) - 2), bisect_left(table.ys, area[3])
    return {number for row in table.owner[top:bottom] for number in row[left:right] if number >= 0}


def _common(a: Box, b: Box) -> float:
    width = min(a[2], b[2]) - max(a[0], b[0])
    height = min(a[3], b[3]) - max(a[1], b[1])
    return width * height if width > 0 and height > 0 else 0.0


def cell_lines(words: Sequence[Word], page: int, style: Callable[[Word], Style]) -> tuple[Line, ...]:
    """The printed lines of a cell from top to bottom."""
    lines = group_lines(words) if len(words) > 1 else [TextLine(list(words), cover(words), words[0].turn)]
    kind = style(words[0])
    return tuple(Line(line.text, Place(page, box=line.box), bold=kind.bold, size=kind.size or None) for line in lines)
