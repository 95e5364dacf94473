"""Lines that stand half a line below others: cells in the middle of their entry or of several, as none stand that all begin on top."""

from collections.abc import Sequence
from itertools import pairwise
from typing import Final

from extractor.tables.centred import opens
from extractor.tables.rows import list_item
from extractor.tables.rows_model import PhysicalRow

_HALF: Final = 0.5
"""Lines from a line to a cell that stands between it and the next one."""
_HALF_LINES: Final = 1.5
"""Half lines by which the lines of two cells stand apart at most where one is in the middle of the other's."""


def has_half_lines(
    rows: Sequence[PhysicalRow], at: Sequence[float], columns: tuple[Sequence[int], Sequence[int]], values: Sequence[Sequence[bool]]
) -> bool:
    """Whether a line stands half a line below another; where only the order of the lines is known, one between two lines of one text.

    ``at`` are the printed lines of the rows, ``columns`` those of texts and all those that are set with the entries, ``values`` say
    whether a value begins in each row, per column that tells the entries.
    """
    if any(row.place.box for row in rows):
        return any(0 < below - above < _HALF_LINES for above, below in pairwise(at))
    return any(_stands_between(rows, n, columns, values) for n in range(1, len(rows) - 1))


def _stands_between(
    rows: Sequence[PhysicalRow], n: int, columns: tuple[Sequence[int], Sequence[int]], values: Sequence[Sequence[bool]]
) -> bool:
    """Whether the rows above and below one hold lines of one text of which it has nothing, the upper one without a value.

    A value stands there, or the number of several entries alone.
    """
    texts, centred = columns
    above, row, below = (rows[at].text for at in (n - 1, n, n + 1))
    if any(flags[n - 1] for flags in values):
        return False
    holes = [c for c in range(len(row)) if above[c] and below[c] and not row[c]]
    goes_on = any(below[c][0].islower() and not list_item(below[c]) for c in holes)
    if any(flags[n] for flags in values):
        beside = [c for c in texts if row[c]]
        alone = goes_on and not any(above[c] or below[c] for c in beside)  # a unit in the middle beside its value
        return alone or (not beside and any(not opens(below[c]) for c in holes if c in texts))
    return not any(row[c] for c in centred) and goes_on


def without_lone(rows: Sequence[PhysicalRow], at: Sequence[float], columns: Sequence[int]) -> list[float]:
    """The lines of a text, half a line to one that holds none of these columns: a cell over several entries may stand between two of them.

    Lines of one column are a whole line apart.
    """
    if any(row.place.box for row in rows):
        return list(at)
    found = list(at[:1])
    lone = [not any(row.text[c] for c in columns) for row in rows]
    for n in range(1, len(rows)):
        step = at[n] - at[n - 1]
        beside = any(above and below for above, below in zip(rows[n - 1].text, rows[n].text, strict=True))
        found.append(found[-1] + (_HALF if step == 1.0 and (lone[n] or lone[n - 1]) and not beside else step))
    return found
