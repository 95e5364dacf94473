"""White that runs through all columns, where the padding of the cells is known: what stands between two such bands is an entry.

Cells in the middle of their rows stand lower or higher than the ones beside them, but the tallest cell of a row leaves no white inside
it that is wider than that between two of its lines.
"""

from collections.abc import Sequence
from itertools import pairwise
from statistics import median
from typing import Final

from extractor.tables.profile import is_total_label, looks
from extractor.tables.rows_model import PhysicalRow, raise_cells

LEAST: Final = 4
"""Entries of a table whose white says something."""
FULL: Final = 0.9
"""Share of the entries that must have something in a column that tells them."""
TIGHT: Final = 1.12
"""Lines that follow closer than so many leadings belong to one cell."""


def banded(rows: Sequence[PhysicalRow]) -> tuple[list[PhysicalRow], list[tuple[int, int]]] | None:
    """The rows with the lines of each entry's cells from its first line on, and the entries; None where white does not tell these.

    The rows know which cells go on from the one above (see ``spaced``).
    """
    starts = _starts(rows)
    ranges = [*pairwise([*starts, len(rows)])]
    if len(ranges) < LEAST or not all(_is_one(rows[first:end]) for first, end in ranges):
        return None
    numbers = _numbers(rows, ranges)
    if numbers is None:
        return None
    found: list[tuple[int, int]] = []
    whole = True
    for (first, end), number in zip(ranges, numbers, strict=True):
        if rows[first].new_page and found and not (number and whole):
            found[-1] = found[-1][0], end
        else:
            found.append((first, end))
        whole = number
    return raise_cells(rows, ((first, end, c) for first, end in found for c in range(len(rows[0].cells)))), found


def _starts(rows: Sequence[PhysicalRow]) -> list[int]:
    """The rows above which there is white, and the first ones of the pages; nothing where the leading is not known."""
    boxes = [row.place.box for row in rows]
    known = [box for box in boxes if box]
    steps = [_step(rows, n, c) for n, row in enumerate(rows) for c, cell in enumerate(row.cells) if cell.close]
    leading = median([step for step in steps if step is not None] or [0.0])
    if not leading or len(known) < len(rows):
        return []
    widest = TIGHT * leading - median(box[3] - box[1] for box in known)
    found, reached = [0], known[0][3]
    for n, box in enumerate(known[1:], start=1):
        if rows[n].new_page or box[1] - reached > widest:
            found.append(n)
            reached = box[3]
        reached = max(reached, box[3])
    return found


def _step(rows: Sequence[PhysicalRow], at: int, column: int) -> float | None:
    """How much lower a cell stands than the nearest one above it in its column."""
    above = next((rows[n].cells[column] for n in range(at - 1, -1, -1) if rows[n].cells[column].lines), None)
    boxes = above and above.lines[-1].place.box, rows[at].cells[column].lines[0].place.box
    return boxes[1][3] - boxes[0][3] if boxes[0] and boxes[1] else None


def _is_one(rows: Sequence[PhysicalRow]) -> bool:
    """Whether the cells of every column go on with each other from the first row to the last, and the first go on with none above."""
    for column in zip(*(row.cells for row in rows), strict=True):
        filled = [cell for cell in column if cell.lines]
        if any(cell.close is not True for cell in filled[1:]) or (filled and filled[0].close):
            return False
    return True


def _numbers(rows: Sequence[PhysicalRow], ranges: Sequence[tuple[int, int]]) -> list[bool] | None:
    """For each entry whether it has what all entries have: a running number, or something in each column; None where they have not."""
    texts = [["".join(row.text[c] for row in rows[first:end]) for c in range(len(rows[0].cells))] for first, end in ranges]
    ordinal = ["ordinal" in looks(own[0]) for own in texts]
    full = [all(own) for own in texts]
    counted = [n for n, own in enumerate(texts) if not is_total_label(next((text for text in own if text), ""))]
    told = next((flags for flags in (ordinal, full) if sum(flags[n] for n in counted) >= FULL * len(counted)), None)
    return None if told is None else [flag or n not in counted for n, flag in enumerate(told)]
