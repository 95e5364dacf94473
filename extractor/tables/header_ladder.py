"""The levels of a header that is drawn as one coloured row: a name in the middle of its columns, their own names below it.

    No | Program |      | Tahun 2022 |   |      | Tahun 2023 |
       |         | Pagu | Realisasi  | % | Pagu | Realisasi  | %

No rule tells the levels apart, so that the name over several columns stands in the cell of the one in their middle.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import reduce
from itertools import pairwise
from typing import Final

from extractor.reading.document import Box, Cell, GridRow, Line, Place

_LEVEL: Final = 1.0
"""Points by which lines of one level may stand higher or lower."""
_APART: Final = 1.35
"""Distances between the lines of one name from which on two lines are two names."""
_LEADING: Final = 1.4
"""Heights of a line's letters by which the next line of one name stands lower at most."""
_CENTRED: Final = 0.1
"""Share of its columns' width by which the middle of a name over them may miss theirs."""
_NUMBER: Final = re.compile(r"\(?\d{1,2}\)?")
_LEAST: Final = 3
"""Columns under a name that stands within one of them."""


def levels(row: GridRow) -> list[GridRow]:
    """The rows of a drawn header row, one for each level; the row alone where it has but one."""
    row, spans = _with_own_names(row)
    numbers = _numbers(row)
    names = _with_cells(row, [replace(cell, lines=cell.lines[:-1]) for cell in row.cells]) if numbers else row
    groups = [*_groups(names), *spans]
    if not groups:
        return [row]
    above, below = list(names.cells), [replace(cell, lines=(), merged="above") for cell in names.cells]
    for first, middle, end in groups:
        for c in range(first, end):
            lines = names.cells[c].lines
            above[c] = replace(names.cells[c], lines=(), merged="left")
            below[c] = replace(names.cells[c], lines=lines[1:] if c == middle else lines, merged=None)
        above[first] = replace(names.cells[first], lines=names.cells[middle].lines[:1])
    return [_with_cells(row, above), _with_cells(row, below), *numbers]


def _with_own_names(row: GridRow) -> tuple[GridRow, list[tuple[int, int, int]]]:
    """The row with the names below one over several columns each in its own column, and these columns as ``_groups`` gives them.

    A name over a border makes one cell of the columns on both sides of it, with the names of these columns word by word on one line.
    """
    cells, spans = list(row.cells), list[tuple[int, int, int]]()
    for first, cell in enumerate(row.cells):
        end = first + 1
        while end < len(cells) and row.cells[end].merged == "left" and not row.cells[end].lines:
            end += 1
        above = 0 if all(map(_is_number, cell.lines[1:])) else 1  # above nothing but numbers stand the names themselves
        own = [line.text.split() for line in cell.lines[above:]]
        if end - first == 1 or len(cell.lines) < 2 or any(len(words) != end - first for words in own):
            continue
        for n in range(end - first):
            lines = tuple(line._replace(text=words[n]) for line, words in zip(cell.lines[above:], own, strict=True))
            cells[first + n] = replace(row.cells[first + n], lines=(*cell.lines[:above], *lines) if not n else lines, merged=None)
        spans += [(first, first, end)] * above
    return replace(row, cells=cells), spans


def _is_number(line: Line) -> bool:
    """Whether a line holds nothing but numbers of columns."""
    return all(_NUMBER.fullmatch(word) for word in line.text.split())


def _with_cells(row: GridRow, cells: list[Cell]) -> GridRow:
    places = [line.place for cell in cells for line in cell.lines]
    return replace(row, cells=cells, place=reduce(Place.union, places) if places else row.place)


def _numbers(row: GridRow) -> list[GridRow]:
    """The numbers of the columns as a row of their own, where each cell ends with its own."""
    if not all(cell.lines and cell.lines[-1].text.strip("() ") == str(n) for n, cell in enumerate(row.cells, start=1)):
        return []
    return [_with_cells(row, [replace(cell, lines=cell.lines[-1:]) for cell in row.cells])]


def _groups(row: GridRow) -> Iterator[tuple[int, int, int]]:
    """Each name over several columns: the first of these, the one that it stands in, and the one behind the last."""
    tops = [_tops(cell) for cell in row.cells]
    highest = min((own[0] for own in tops if own), default=0.0)
    usual = min((b - a for own in tops for a, b in pairwise(own)), default=0.0)
    upper = {c for c, own in enumerate(tops) if len(own) > 1 and own[0] <= highest + _LEVEL}
    heads = {c for c in upper if tops[c][1] - tops[c][0] > _APART * min(usual, _LEADING * _height(row.cells[c]))}
    lower = [own[1:] if c in heads else own for c, own in enumerate(tops)]
    for head in sorted(heads):
        first = end = head
        while first and _is_level(lower[first - 1], lower[head]):
            first -= 1
        while end < len(lower) and _is_level(lower[end], lower[head]):
            end += 1
        among = [c for c in range(first, end) if c in heads]
        width, rest = divmod(end - first, len(among))
        if rest or width < _LEAST:
            continue
        at = first + width * among.index(head)
        if _is_over(row.cells[head], row.cells[at : at + width]) and at < head < at + width - 1:
            yield at, head, at + width


def _height(cell: Cell) -> float:
    box = cell.lines[0].place.box
    return box[3] - box[1] if box else 0.0


def _tops(cell: Cell) -> list[float]:
    return [line.place.box[1] for line in cell.lines if line.place.box]


def _is_level(one: Sequence[float], other: Sequence[float]) -> bool:
    return bool(one) and len(one) == len(other) and all(abs(a - b) <= _LEVEL for a, b in zip(one, other, strict=True))


def _is_over(head: Cell, cells: Sequence[Cell]) -> bool:
    """Whether the first line of a cell stands in the middle of these cells."""
    line, outer = head.lines[0].place.box, [_box(cells[0]), _box(cells[-1])]
    if line is None or outer[0] is None or outer[1] is None:
        return False
    left, right = outer[0][0], outer[1][2]
    return abs(line[0] + line[2] - left - right) / 2 <= _CENTRED * (right - left)


def _box(cell: Cell) -> Box | None:
    return cell.place.box
