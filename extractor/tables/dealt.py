"""Several entries inside one drawn row whose lines do not stand beside each other: their values follow line by line, their names wrap.

    1 | Planning, Budgeting, and | 2.000.000 | 98,1
    2 | Evaluation               | 1.000.000 | 99,0
      | General Affairs          |           |

Each cell is dealt out for itself: the values tell how many entries there are, the names are cut where a line least goes on
with the one above.
"""

import re
from collections.abc import Sequence
from functools import reduce
from itertools import pairwise

from extractor.reading.document import Cell, Line, Place
from extractor.tables.broken import is_cut_amount
from extractor.tables.list_items import is_open
from extractor.tables.profile import looks
from extractor.tables.rows import SINGLE, list_item, ordinal_of, stemmed
from extractor.tables.rows_model import PhysicalRow

CLOSE = 1.3
"""Distances of lines in this row from one line of a column of values to the next one, at most, where values follow line by line."""
PADDING = 8.0
"""Points between the text and the border of its cell, at most."""
SHORT = 12
"""Characters of the longest word of a unit."""
FITTED, STEM, LISTED, LONE = 3.0, 2.0, 4.0, -1.0
"""What speaks for a line that begins a name: the line above had room for its first word; its word; its number; a piece of one word."""
CERTAIN = 2.0
NEVER = -9.0
LEAST_NAMES, LEAST_CERTAIN = 3, 2
"""Texts that must agree in how many names they hold, where no value tells, and those of them in which every beginning is plain."""
_WHOLE = frozenset({"amount", "percent", "number", "nip", "date"})
"""Looks of a value that a narrow column may have cut in two."""
_SPACED = frozenset({"nip", "date"})
"""Looks of a value that holds blanks."""
_LARGE = frozenset({"amount", "percent"})
_FIGURES = _LARGE | {"number"}
_UNGROUPED = re.compile(r"\d{4}")
"""Digits that no figure has side by side: two figures."""
LONGEST = 3
"""Digits of a plain number that no column is too narrow for."""


def deal(row: PhysicalRow) -> list[PhysicalRow]:
    """The entries of a drawn row; the row alone where it holds but one, or where this cannot be told."""
    values = [_values(cell.lines, counting=c == 0) for c, cell in enumerate(row.cells)]
    stacks = [items for items in values if items and len(items) > 1]
    counts = {len(items) for items in stacks}
    if not stacks:
        return _by_names(row, [c for c, items in enumerate(values) if items is None])
    if len(counts) != 1 or not _follow(row.cells, stacks):
        return [row]
    (count,) = counts
    sure = sum(len(items) == count for items in values if items)
    names = {c: found for c, cell in enumerate(row.cells) if values[c] is None and (found := _cuts(cell, count)) is not None}
    main = max(names, key=lambda c: (names[c][1], c), default=None)
    if main is None or (sure < 2 and not _certain(names[main], count)):
        return [row]
    parts: list[list[Sequence[Line]]] = []
    for c, cell in enumerate(row.cells):
        items = values[c]
        if items is not None and len(items) == count:
            parts.append(list(items))
        elif c in names and (c == main or _certain(names[c], count) or _are_units(cell.lines, count)):
            parts.append([cell.lines[a:b] for a, b in pairwise([0, *names[c][0], len(cell.lines)])])
        else:
            parts.append([cell.lines])
    return [_entry(row, [part[n] if n < len(part) else None for part in parts]) for n in range(count)]


def _by_names(row: PhysicalRow, texts: Sequence[int]) -> list[PhysicalRow]:
    """The entries of a row without stacked values where several texts plainly hold as many names each; the others stand beside them all."""
    begun = {c: {at: score for at, score in _scores(row.cells[c]).items() if score > NEVER} for c in texts}
    certain = [c for c in texts if begun[c] and min(begun[c].values()) >= CERTAIN]
    counts = {len(begun[c]) + 1 for c in certain}
    count = min(counts, default=1)
    names = {c: sorted(scores) for c, scores in begun.items() if len(scores) + 1 == count > 1}
    if len(counts) != 1 or len(certain) < LEAST_CERTAIN or len(names) < LEAST_NAMES:
        return [row]
    parts: list[list[Sequence[Line]]] = []
    for c, cell in enumerate(row.cells):
        parts.append([cell.lines[a:b] for a, b in pairwise([0, *names.get(c, []), len(cell.lines)])])
    return [_entry(row, [part[n] if n < len(part) else None for part in parts]) for n in range(count)]


def _values(lines: Sequence[Line], *, counting: bool) -> list[Sequence[Line]] | None:
    """The lines of each value of a cell; None for a cell that holds something else. Running numbers must be ``counting`` on."""
    items: list[list[Line]] = []
    for line in lines:
        if items and (not _is_value(line.text) or _goes_on(items[-1], line)):
            items[-1].append(line)
        else:
            items.append([line])
    if not items or not all(_is_value(" ".join(line.text for line in item)) for item in items):
        return None
    numbers = [ordinal_of(item[0].text) for item in items]
    if counting and any(a is None or b is None or b != a + 1 for a, b in pairwise(numbers)):
        return [lines]
    return list(items)


def _is_value(text: str) -> bool:
    return bool(looks(text) & (SINGLE | {"ordinal"})) and any(ch.isalnum() for ch in text)


def _goes_on(item: Sequence[Line], line: Line) -> bool:
    """Whether a line that might be a value by itself is the rest of the one above: a figure cut by a narrow column."""
    above, below = "".join(part.text.strip() for part in item), line.text.strip()
    if all(text.isdecimal() and len(text) <= LONGEST for text in (above, below)):
        return False
    whole = looks(above + below) & _WHOLE
    if looks(" ".join((*(part.text for part in item), line.text))) & _SPACED:
        return True
    if whole <= _FIGURES and _UNGROUPED.search(above + below):
        return False
    return is_cut_amount(above, below) or (bool(whole) and not looks(above) & looks(below) & _LARGE)


def _steps(lines: Sequence[Line]) -> list[float]:
    """From each line to the next one, in points."""
    tops = [line.place.box[1] for line in lines if line.place.box]
    return [below - above for above, below in pairwise(tops)]


def _follow(cells: Sequence[Cell], stacks: Sequence[Sequence[Sequence[Line]]]) -> bool:
    """Whether the values of these columns follow each other line by line."""
    usual = min((step for cell in cells for step in _steps(cell.lines)), default=0.0)
    return all(step < CLOSE * usual for stack in stacks for step in _steps([line for item in stack for line in item]))


def _cuts(cell: Cell, count: int) -> tuple[list[int], float] | None:
    """Where a text is best cut into so many names, and how much speaks for it; None where it cannot be."""
    scores = _scores(cell)
    best = sorted((at for at in scores if scores[at] > NEVER), key=lambda at: (-scores[at], at))[: count - 1]
    if len(best) < count - 1:
        return None
    return sorted(best), sum(scores[at] for at in best)


def _scores(cell: Cell) -> dict[int, float]:
    """How much speaks for a name that begins with each line of a cell but the first."""
    lines, drawn = cell.lines, cell.place.box
    room = max((line.place.box[2] for line in lines if line.place.box), default=0.0)
    room = max(room, drawn[2] - PADDING) if drawn else room
    return {at: _begins(lines, at, room) for at in range(1, len(lines))}


def _certain(cuts: tuple[list[int], float], count: int) -> bool:
    return cuts[1] >= CERTAIN * (count - 1)


def _begins(lines: Sequence[Line], at: int, room: float) -> float:
    """How much speaks for a name that begins with this line."""
    above, text = lines[at - 1], lines[at].text.strip()
    if list_item(text):
        return LISTED
    if text[:1].islower() or is_open(above.text):
        return NEVER
    score = FITTED * _would_have_fitted(above, text, room) + STEM * stemmed(text)
    return score + LONE * (" " not in text and at + 1 < len(lines))


def _would_have_fitted(above: Line, text: str, room: float) -> bool:
    box = above.place.box
    if box is None:
        return False
    letter = (box[2] - box[0]) / max(1, len(above.text))
    return box[2] + letter * (len(text.split(maxsplit=1)[0]) + 1) <= room


def _are_units(lines: Sequence[Line], count: int) -> bool:
    """One short word on each line, as in a column of units."""
    return len(lines) == count and all(len(line.text) <= SHORT and " " not in line.text.strip() for line in lines)


def _entry(row: PhysicalRow, parts: Sequence[Sequence[Line] | None]) -> PhysicalRow:
    cells = []
    for old, lines in zip(row.cells, parts, strict=True):
        if lines is None:
            cells.append(Cell((), old.place, "above" if old.lines else old.merged, old.filled))
        else:
            cells.append(Cell(tuple(lines), _place(lines, old.place), old.merged, old.filled))
    return PhysicalRow(cells, _place([line for lines in parts for line in lines or ()], row.place), row.drawn)


def _place(lines: Sequence[Line], otherwise: Place) -> Place:
    return reduce(Place.union, (line.place for line in lines)) if lines else otherwise
