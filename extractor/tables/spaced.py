"""The white between the lines of a table: cells keep a distance that the lines of one cell do not.

Word, LibreOffice and every style sheet pad their cells. Printed without rules, the padding is what a reader tells the
entries by: within a cell, lines follow at the leading; between two cells, further apart. How far apart is told by the table
itself: the leading by texts that plainly go on, the padding by how often the next distance occurs. A table whose distances
do not say so clearly, or contradict what is printed, is left to its words.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise
from statistics import median
from typing import Final, NamedTuple

from extractor.reading.document import Cell
from extractor.tables.broken import is_cut_amount
from extractor.tables.profile import looks
from extractor.tables.rows import SINGLE, is_open, list_item, stemmed
from extractor.tables.rows_model import PhysicalRow
from extractor.values.nip import nip_details

LEAST: Final = 3
"""Texts that plainly go on, and lines set apart, from which the distances of a table say something."""
TIGHT: Final = 1.12
"""Lines that follow closer than so many leadings belong to one cell."""
WIDEST: Final = 1.95
"""The distance of two cells that touch is less than two lines."""
EVEN: Final = 0.06
"""Leadings by which the distances between touching cells differ at most."""
HALF: Final = (1.38, 1.66)
"""Distances that two cells in the middle of their rows have without any padding: one of them has a line more."""
USUAL: Final = 0.3
"""Share of the lines that stand apart by less than two lines which must do so by the padding."""
HALF_STEP: Final = 0.75
"""Leadings by which the next line of another column stands lower at most where it is no next line of the same setting."""
KEPT: Final = 0.9
"""Share of the texts that plainly go on which must follow at the leading."""
ASTRAY: Final = 0.05
"""Share of the close lines that may nevertheless seem to be two cells."""


_DIGITS: Final = re.compile(r"[0-9 ]+")


class _Pair(NamedTuple):
    """Two neighbouring lines of a column: its number, the rows of both, and how much lower the second stands, in points."""

    column: int
    above: int
    below: int
    distance: float


def spaced(rows: list[PhysicalRow]) -> list[PhysicalRow]:
    """The rows with each cell marked that goes on from the one above, or stands apart from it; the same rows where nothing tells."""
    pairs = list(_pairs(rows))
    going_on = [pair.distance for pair in pairs if _goes_on(rows[pair.above].text[pair.column], rows[pair.below].text[pair.column])]
    if len(going_on) < LEAST:
        return rows
    leading = median(going_on)
    limit = TIGHT * leading
    if leading <= 0 or sum(distance <= limit for distance in going_on) < KEPT * len(going_on) or not _is_padded(rows, pairs, leading):
        return rows
    close = [pair for pair in pairs if pair.distance <= limit]
    if sum(_are_two(rows[pair.above].text[pair.column], rows[pair.below].text[pair.column]) for pair in close) > ASTRAY * len(close):
        return rows
    cells = [list(row.cells) for row in rows]
    for pair in pairs:
        cells[pair.below][pair.column] = replace(cells[pair.below][pair.column], close=pair.distance <= limit)
    return [row.with_cells(new) for row, new in zip(rows, cells, strict=True)]


def _pairs(rows: Sequence[PhysicalRow]) -> Iterator[_Pair]:
    """All neighbours in the columns, those of one page only."""
    above: dict[int, tuple[int, float]] = {}
    for n, row in enumerate(rows):
        if row.new_page:
            above.clear()
        for c, text in enumerate(row.text):
            bottom = _bottom(row.cells[c]) if text else None
            if bottom is None:
                continue
            if c in above:
                yield _Pair(c, above[c][0], n, bottom - above[c][1])
            above[c] = n, bottom


def _bottom(cell: Cell) -> float | None:
    """Where the one line of a cell stands, in points; None where it has more, or no place on a page."""
    box = cell.lines[0].place.box if len(cell.lines) == 1 else None
    return box[3] if box else None


def _goes_on(above: str, below: str) -> bool:
    return (below[0].islower() and not list_item(below)) or (is_open(above) and not stemmed(below))


def _is_padded(rows: Sequence[PhysicalRow], pairs: Sequence[_Pair], leading: float) -> bool:
    """Whether cells that touch stand one and the same distance apart, beyond the leading."""
    apart = sorted(pair.distance / leading for pair in pairs if TIGHT < pair.distance / leading < WIDEST)
    alike = [bisect_right(apart, distance + EVEN) - n for n, distance in enumerate(apart)]
    most = max(alike, default=0)
    if most < max(LEAST, USUAL * len(apart)):
        return False
    padding = apart[alike.index(most)]
    return not HALF[0] - EVEN <= padding <= HALF[1] or _is_level(rows, leading) or _is_banded(rows, padding, leading)


def _is_level(rows: Sequence[PhysicalRow], leading: float) -> bool:
    """Whether no line stands half a line lower than one beside it, as it does where cells stand in the middle of their rows."""
    steps = [
        below.place.box[3] - above.place.box[3]
        for above, below in pairwise(rows)
        if above.place.box and below.place.box and not below.new_page
    ]
    return sum(step < HALF_STEP * leading for step in steps) <= ASTRAY * len(steps)


def _is_banded(rows: Sequence[PhysicalRow], padding: float, leading: float) -> bool:
    """Whether white runs through all columns, always as wide as the padding makes it: the tallest cell of a row leaves none inside it."""
    boxes = [(row.place.box, row.new_page) for row in rows if row.place.box]
    height = median(box[3] - box[1] for box, _ in boxes)
    reached, white = 0.0, list[float]()
    for n, (box, new_page) in enumerate(boxes):
        if n and not new_page and box[1] - reached > TIGHT * leading - height:
            white.append((box[1] - reached + height) / leading)
        reached = box[3] if new_page else max(reached, box[3])
    return len(white) >= LEAST and sum(abs(each - padding) <= 2 * EVEN for each in white) >= KEPT * len(white)


def _are_two(above: str, below: str) -> bool:
    """Whether two lines are cells of their own by what they say: two whole values, more digits below than a figure has above, or a text
    that begins behind one that has ended.
    """
    if _DIGITS.fullmatch(above) and _DIGITS.fullmatch(below):
        return len(below) > len(above) and nip_details("".join(f"{above}{below}".split())) is None
    if looks(above) & SINGLE and looks(below) & SINGLE:
        return bool(looks(above) & looks(below) & SINGLE) and not is_cut_amount(above, below)
    return below[0].isupper() and stemmed(below) and not is_open(above)
