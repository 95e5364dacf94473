"""The grid that a dealing makes, without the figures of which the shares beside them say that they are another row's."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import reduce
from itertools import groupby
from typing import Final

from extractor.reading.document import NOWHERE, Block, Cell, Grid, GridRow, Line, Place
from extractor.tables.strewn_doubts import is_strange
from extractor.tables.strewn_fit import ratio_agrees, ratio_columns
from extractor.tables.strewn_heads import Head
from extractor.tables.strewn_model import Dealt, Piece
from extractor.tables.strewn_orders import by_shares
from extractor.tables.strewn_regions import caption_lines

_LEAST_RATIOS: Final = 4
_LEAST_RIGHT: Final = 0.5
"""Share of rows whose figures agree from which a dealing is believed, where so many can be told; of the rows of several years, all count:
their narrow columns break most cells, and what can be no figure tells nothing."""
_RUN: Final = 2
"""Rows one below the other whose figures disagree: these were dealt wrongly, a single one may be printed so."""
_Cells = dict[tuple[int, int], list[Line]]


@dataclass
class Gathered:
    """A table made of strewn cells: ``blocks`` in place of its lines, the grid among them, and what is known of its merged cells."""

    head: Head
    grid: Grid
    blocks: list[Block]
    spanning: dict[int, list[list[Line]]] = field(default_factory=dict)
    """The cells of each column whose cells span rows."""
    sure: bool = True
    """Whether it is known which rows these cover."""
    emptied: int = 0
    """Rows whose figures were left out."""
    left: list[Line] = field(default_factory=list)
    """Merged cells of which it is not known which rows they cover."""
    goes_on: bool = False
    """Whether its rows may be those of the table before it, which the end of a page interrupts."""

    def around(self) -> tuple[list[Block], list[Block]]:
        """What stands above the grid, and what below it."""
        at = next(at for at, block in enumerate(self.blocks) if block is self.grid)
        return self.blocks[:at], self.blocks[at + 1 :]


def gathered_table(lines: Sequence[Line], pieces: Sequence[Piece], dealt: Dealt, head: Head) -> Gathered | None:
    """The table; None where its shares say that it was dealt wrongly."""
    cells: _Cells = {}
    spanning: dict[int, list[list[Line]]] = {at: [] for at, column in enumerate(head.columns) if column.spans}
    for piece, place in zip(pieces, dealt.places, strict=True):
        if place is not None:
            column, row = place
            line = piece.line._replace(text=piece.text)
            if column in spanning:
                found = spanning[column]
                found += [[] for _ in range(row + 1 - len(found))]
                found[row].append(line)
            else:
                cells.setdefault((row, column), []).append(line)
    _exchange(cells, dealt.rows, head)
    doubtful = _doubtful(cells, dealt.rows, head)
    if doubtful is None or is_strange({at: " ".join(line.text for line in found) for at, found in cells.items()}, head):
        return None
    for at in doubtful:
        cells.pop(at, None)
    starts, sure = _span_rows(dealt, spanning)
    for column, found in _ordered(spanning, head).items():
        for row, part in zip(starts[column], found, strict=True):
            cells.setdefault((row, column), []).extend(part)
    used = {
        id(line) for piece, place in zip(pieces, dealt.places, strict=True) if piece.heads or place for line in (piece.line, *piece.more)
    }
    grid = _grid(cells, dealt.rows, head, lines)
    return Gathered(head, grid, _around(lines, used, grid), spanning, sure, len({row for row, _ in doubtful}))


def _exchange(cells: _Cells, rows: int, head: Head) -> None:
    """Gives figures of which the shares prove that they are another row's to that row; in place."""
    for columns in ratio_columns([column.role.name for column in head.columns]):
        moved = by_shares(rows, columns, lambda row, c: " ".join(line.text for line in cells.get((row, c), ())))
        cells.update({place: cells[source, place[1]] for place, source in moved.items()} if moved else {})


def gathered_pair(lines: Sequence[Line], pieces: Sequence[Piece], dealt: Dealt, head: Head) -> Gathered | None:
    """The table, the one that is attached to it following it."""
    if head.attached is None:
        return gathered_table(lines, pieces, dealt, head)
    count = len(head.columns)
    first = Dealt(tuple(place if place and place[0] < count else None for place in dealt.places), dealt.rows, dealt.score)
    others = [(place[0] - count, place[1]) if place and place[0] >= count else None for place in dealt.places]
    second = Dealt(tuple(others), max((place[1] + 1 for place in others if place), default=0), dealt.score)
    mine = [_is_mine(piece, place, count) for piece, place in zip(pieces, dealt.places, strict=True)]
    theirs = {id(piece.line) for piece, own in zip(pieces, mine, strict=True) if not own}
    theirs |= {id(lines[at]) for at in head.attached.labels}
    theirs -= {id(piece.line) for piece, own in zip(pieces, mine, strict=True) if own}
    found = [_share(lines, pieces, part, of, keep) for part, of, keep in (
        (first, replace(head, attached=None), lambda line: id(line) not in theirs),
        (second, head.attached, lambda line: id(line) in theirs),
    )]  # fmt: skip
    if found[0] is None or found[1] is None:
        return None
    above, below = found[1].around()
    own, aside = found[0].around()
    blocks = [*own, found[0].grid, found[1].grid, *aside, *above, *below]
    return replace(found[0], blocks=blocks, emptied=found[0].emptied + found[1].emptied)


def _is_mine(piece: Piece, place: tuple[int, int] | None, count: int) -> bool:
    """Whether a piece is of the first of two tables, which has this many columns; what has no column stays with it."""
    column = place[0] if place else piece.column
    return column is None or column < count


def _share(lines: Sequence[Line], pieces: Sequence[Piece], dealt: Dealt, head: Head, keep: Callable[[Line], bool]) -> Gathered | None:
    """One of two tables, with its own lines."""
    kept = [at for at, line in enumerate(lines) if keep(line)]
    labels = {kept.index(at): column for at, column in head.labels.items() if at in kept}
    own = [(piece, place) for piece, place in zip(pieces, dealt.places, strict=True) if place or keep(piece.line)]
    shared = replace(dealt, places=tuple(place for _, place in own))
    if not shared.rows or not any(shared.places):
        return None
    return gathered_table([lines[at] for at in kept], [piece for piece, _ in own], shared, replace(head, labels=labels))


def _doubtful(cells: _Cells, rows: int, head: Head) -> set[tuple[int, int]] | None:
    """Figures that were dealt wrongly, by the shares printed beside them; None where most were."""
    doubtful: set[tuple[int, int]] = set()
    right: list[Sequence[bool | None]] = []
    lost = False
    shares = list(ratio_columns([column.role.name for column in head.columns]))
    for columns in shares:
        agree = [ratio_agrees(*(" ".join(line.text for line in cells.get((row, c), ())) for c in columns)) for row in range(rows)]
        told = [value for value in agree if value is not None]
        if len(told) >= _LEAST_RATIOS and sum(told) < _LEAST_RIGHT * len(told):
            lost = True
        right.append(agree)
        for wrong, run in groupby(range(rows), key=lambda row: agree[row] is False):
            found = list(run)
            if wrong and len(found) >= _RUN:
                doubtful.update((row, c) for row in found for c in columns)
    if len({whole for whole, _, _ in shares}) > 1 and sum(agree.count(True) for agree in right) < _LEAST_RIGHT * rows * len(shares):
        return None
    return _behind(right, [c for columns in shares for c in columns]) if lost else doubtful


def _behind(agree: Sequence[Sequence[bool | None]], columns: Sequence[int]) -> set[tuple[int, int]] | None:
    """The figures below the first row in which a share is another row's: from there on the dealing has lost its way; None where that is
    from the beginning.
    """
    rows = list(zip(*agree, strict=True))
    kept = next((at for at, row in enumerate(rows) if not any(row) or not all(value is not False for value in row)), len(rows))
    return {(row, c) for row in range(kept, len(rows)) for c in columns} if kept else None


def _span_rows(dealt: Dealt, spanning: Mapping[int, Sequence[object]]) -> tuple[dict[int, list[int]], bool]:
    """For each column whose cells span rows, the row at which each of its cells begins, and whether this is known."""
    starts: dict[int, list[int]] = {at: [] for at in spanning}
    rows = 0
    for place in dealt.places:
        if place is not None and place[0] not in starts:
            rows = max(rows, place[1] + 1)
        elif place is not None and place[1] == len(starts[place[0]]):
            starts[place[0]].append(rows)
    best = max(starts.values(), key=lambda found: (len(set(found)), -sum(found)), default=[])
    counts = {len(found) for found in starts.values()}
    apart = len(set(best)) == len(best) and all(row < dealt.rows for row in best)
    if len(counts) == 1 and apart:
        return dict.fromkeys(starts, best), bool(best) and best[0] == 0
    if counts == {dealt.rows}:
        return {column: list(range(dealt.rows)) for column in starts}, True
    return {at: _spread(found, dealt.rows) for at, found in starts.items()}, False


def _spread(starts: Sequence[int], rows: int) -> list[int]:
    """Rows one after the other where several cells begin at one: which of them each covers is not known."""
    result: list[int] = []
    for at in starts:
        result.append(max(at, result[-1] + 1) if result else at)
    return [min(at, max(rows - 1, 0)) for at in result]


def _ordered(spanning: dict[int, list[list[Line]]], head: Head) -> dict[int, list[list[Line]]]:
    """The spanning cells, running numbers in their order."""
    for column, found in spanning.items():
        numbers = [" ".join(line.text for line in part).strip(" .()") for part in found]
        if head.columns[column].role.name == "nomor" and all(map(str.isdecimal, numbers)):
            found.sort(key=lambda part: int(" ".join(line.text for line in part).strip(" .()")))
    return spanning


def _around(lines: Sequence[Line], used: set[int], grid: Grid) -> list[Block]:
    """What stands before the table, the grid, and what belongs to none of its cells."""
    first = min(at for at, line in enumerate(lines) if id(line) in used)
    outside = [(at, line) for at, line in enumerate(lines) if id(line) not in used]
    captions = caption_lines(lines)
    above = [line for at, line in outside if at < first or at in captions]
    below = [line for at, line in outside if at >= first and at not in captions]
    return [*above, grid, *below]


def _grid(cells: _Cells, rows: int, head: Head, lines: Sequence[Line]) -> Grid:
    named = [lines[at] for at in head.labels]
    top = place_of(named)
    header = [Cell((Line(column.header, top),), top) for column in head.columns]
    grid_rows = [GridRow(header, top, header=True)] if named else []
    for row in range(rows):
        found = [Cell(tuple(cells.get((row, c), ())), place_of(cells.get((row, c), ()))) for c in range(len(head.columns))]
        grid_rows.append(GridRow(found, place_of([line for cell in found for line in cell.lines])))
    return Grid("strewn", grid_rows, reduce(Place.union, (row.place for row in grid_rows)), lines[0].gap)


def place_of(lines: Sequence[Line]) -> Place:
    """The place that covers these lines."""
    return reduce(Place.union, (line.place for line in lines)) if lines else NOWHERE
