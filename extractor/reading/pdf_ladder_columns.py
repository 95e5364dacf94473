"""The columns of a table that is drawn with horizontal rules alone: told by the rules' pieces, by numbers or by the text."""

from collections.abc import Callable, Iterable, Sequence
from itertools import pairwise
from statistics import median
from typing import Final, TypeAlias

from extractor.reading.columns import character_width, find_grids
from extractor.reading.document import Box, Grid
from extractor.reading.pdf_edges import SNAP
from extractor.reading.pdf_joined import without_cut_columns
from extractor.reading.pdf_ladder_cells import Rung, text_runs
from extractor.reading.pdf_ladder_numbers import numbered_columns
from extractor.reading.pdf_ladder_parts import USUAL, Ladder, between, is_open, part, with_open_end
from extractor.reading.pdf_ladder_runs import is_text
from extractor.reading.pdf_lines import TextLine, group_lines
from extractor.reading.pdf_page import Word
from extractor.reading.placed import PlacedLine

Placer: TypeAlias = Callable[[TextLine], PlacedLine]

_OFF: Final = 8.0
"""Points by which texts that nearly touch may put a border off its place."""
_WIDER: Final = 2.0
"""Widths of the widest text of a column that a word of a heading takes which stands over more than that column."""
_LEAST_PARTED: Final = 2
"""Rules of the smaller one of two tables with a text between them."""


def columns_of(ladder: Ladder, words: Sequence[Word], placed: Placer) -> tuple[float, ...] | None:
    """The borders of the columns; None where neither the rules nor the text tell any."""
    inner = told_by_pieces(ladder) or max(numbered_columns(words, _ends(ladder.rungs)), _by_text(words, placed, ladder.rungs), key=len)
    if not inner:
        return None
    left = min([ladder.left, *(word.x0 for word in words)])
    right = max([ladder.right, *(word.x1 for word in words)])
    return (left, *inner, right)


def parted_by_columns(ladder: Ladder, borders: Sequence[float], words: Sequence[Word], placed: Placer) -> list[Ladder]:
    """The two tables of a ladder with a text of some lines or a blank between them, each of which has all columns told and one more of
    them; nothing where there are none.
    """
    ends = [rung.at for rung in ladder.rungs]
    blanks = is_open(ladder, words)
    for n in range(1, len(ends) - _LEAST_PARTED):
        whole = n in ladder.full and n + 1 in ladder.full
        if not whole or not (blanks[n] or is_text(between(words, ladder, ends[n], ends[n + 1]), ladder)):
            continue
        parts = [with_open_end(ladder, n, words) if blanks[n] else part(ladder, 0, n), part(ladder, n + 1, len(ends) - 1)]
        told = [columns_of(each, between(words, each, each.rungs[0].at, each.rungs[-1].at), placed) for each in parts]
        if all(each and len(each) >= len(borders) for each in told) and any(each and len(each) > len(borders) for each in told):
            return parts
    return []


def told_by_pieces(ladder: Ladder) -> list[float]:
    """Where most of the rules over the whole width are put together from pieces, or most of those below the first one.

    The rule above a header whose headings span columns lacks the pieces of these columns.
    """
    rungs = [ladder.rungs[n] for n in ladder.full]
    broken = clustered(x for rung in rungs for x in rung.breaks if ladder.left + SNAP < x < ladder.right - SNAP)
    return [x for x in broken if _is_usual(x, rungs) or _is_usual(x, rungs[1:])]


def _is_usual(x: float, rungs: Sequence[Rung]) -> bool:
    return bool(rungs) and sum(any(abs(x - y) <= SNAP for y in rung.breaks) for rung in rungs) >= USUAL * len(rungs)


def _ends(rungs: Sequence[Rung]) -> list[float]:
    return [x for rung in rungs for span in rung.spans for x in span]


def _by_text(words: Sequence[Word], placed: Placer, rungs: Sequence[Rung]) -> list[float]:
    lines = [placed(line) for line in group_lines([word for word in words if word.turn == 0])]
    if not lines:
        return []
    spans = find_grids(lines, unit=character_width(lines), rules=[rung.at for rung in rungs])
    best = max(spans, key=lambda span: span.stop - span.start, default=None)
    if best is None or best.stop - best.start < USUAL * len(lines):
        return []
    return _gutters(without_cut_columns(best.grid), words, _ends(rungs))


def _gutters(grid: Grid, words: Sequence[Word], ends: Sequence[float]) -> list[float]:
    """Between each two columns the end of a rule, or the middle of the blank, where it can be one that no heading crosses."""
    boxes: list[list[Box]] = [[] for _ in range(grid.width)]
    for row in grid.rows:
        for c, cell in enumerate(row.cells):
            alone = c + 1 >= grid.width or row.cells[c + 1].merged != "left"
            if cell.lines and alone and cell.place.box:
                boxes[c].append(cell.place.box)
    found, texts = [], text_runs(words)
    for left, right in pairwise(boxes):
        if not left or not right:
            return []
        sides = without_spanning(left, right)
        start, stop = _beside_turned(max(box[2] for box in sides[0]), min(box[0] for box in sides[1]), sides, words)
        inside = next((x for x in ends if start - SNAP <= x <= stop + SNAP), None)
        found.append(_near_end(_widest(start, stop, texts), ends) if inside is None else inside)
    return found if found == sorted(found) else []


def without_spanning(left: Sequence[Box], right: Sequence[Box]) -> tuple[Sequence[Box], Sequence[Box]]:
    """The texts of two columns, from top to bottom, without a first one that reaches beyond most of the other column: a word of a
    heading over both, twice as wide as any other text of its column.
    """
    begin, end = median(box[0] for box in right), median(box[2] for box in left)
    if begin <= end:
        return left, right
    return left[left[0][2] > begin and _is_widest(left) :], right[right[0][0] < end and _is_widest(right) :]


def _is_widest(boxes: Sequence[Box]) -> bool:
    first, *others = (box[2] - box[0] for box in boxes)
    return bool(others) and first > _WIDER * max(others)


def _near_end(border: float, ends: Sequence[float]) -> float:
    """Where several rules end close to a border told from the text, the end of these rules: their cells end there."""
    near = [x for x in ends if abs(x - border) <= _OFF and sum(abs(x - y) <= SNAP for y in ends) > 1]
    return min(near, key=lambda x: abs(x - border), default=border)


def _beside_turned(start: float, stop: float, sides: tuple[Sequence[Box], Sequence[Box]], words: Sequence[Word]) -> tuple[float, float]:
    """The part of the blank between two columns that leaves a turned heading in it to the column that has no other heading beside it."""
    turned = [word for word in words if word.turn and start < word.x0 and word.x1 < stop]
    if turned:
        top, bottom = min(word.top for word in turned), max(word.bottom for word in turned)
        others = [(word.x0, word.top, word.x1, word.bottom) for word in words if word.turn and word not in turned]
        left, right = (any(top < (box[1] + box[3]) / 2 < bottom for box in [*side, *_over(side, others)]) for side in sides)
        if left and not right:
            return start, min(word.x0 for word in turned)
        if right and not left:
            return max(word.x1 for word in turned), stop
    return start, stop


def _over(side: Sequence[Box], headings: Sequence[Box]) -> list[Box]:
    """The turned headings that stand in the breadth of a column's texts."""
    left, right = min(box[0] for box in side), max(box[2] for box in side)
    return [box for box in headings if left < (box[0] + box[2]) / 2 < right]


def _widest(start: float, stop: float, texts: Sequence[tuple[float, float]]) -> float:
    """The middle of the widest part of an interval that no text reaches into; of the whole where there is none."""
    taken = sorted((max(start, x0), min(stop, x1)) for x0, x1 in texts if x0 < stop and x1 > start)
    best, at = (0.0, (start + stop) / 2), start
    for x0, x1 in [*taken, (stop, stop)]:
        best = max(best, (x0 - at, (at + x0) / 2))
        at = max(at, x1)
    return best[1]


def clustered(values: Iterable[float]) -> list[float]:
    groups: list[list[float]] = []
    for value in sorted(values):
        if groups and value - groups[-1][-1] <= SNAP:
            groups[-1].append(value)
        else:
            groups.append([value])
    return [sum(group) / len(group) for group in groups]
