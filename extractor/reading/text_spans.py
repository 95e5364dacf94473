"""Rows of a markdown table whose converter left out the slots of merged cells: each cell back under its own header.

Markdown has no merged cells. Converters from HTML and Word write a cell over several columns as a cell and empty ones, and of a cell over
several rows nothing in the rows below: these are short, and all their cells stand too far to the left.
"""

import re
from collections import Counter
from collections.abc import Sequence
from itertools import accumulate, pairwise
from typing import Final

from extractor.reading.document import Cell, GridRow

_ORDINAL: Final = re.compile(r"\(?(?:[0-9]{1,2}|[A-Za-z])[.)]*")
_CODE: Final = re.compile(r"(?=[^\s]*[A-Z])(?=[^\s]*[0-9])[A-Z0-9.]{4,}")
_YEAR: Final = re.compile(r"(?:19|20)[0-9]{2}\b")
_FIGURE: Final = re.compile(r"(?:Rp\.?|[<>≥≤±(-])*\s*[0-9]", re.IGNORECASE)

_OUTER: Final = 0.1
"""Cost of a slot without a cell before the first or after the last cell of a row; merged cells mostly lead their rows."""
_INNER: Final = 0.3
"""The same between two cells."""
_GAIN: Final = 0.6
"""By how much cells must fit better where they are moved to; 2 is the most that one cell can gain."""

Profile = dict[str, float]


def respread(rows: Sequence[GridRow]) -> list[GridRow]:
    """The rows of one markdown table with a rule, the first one its header; short rows spread over the columns where the cells show it."""
    width = len(rows[0].cells) if rows else 0
    if not rows or not rows[0].header or all(len(row.cells) >= width for row in rows):
        return list(rows)
    second = _under(rows[0], rows[1])
    header, body = ([rows[0], second], rows[2:]) if second else ([rows[0]], rows[1:])
    columns = _profiles([row for row in body if len(row.cells) == width], width)
    return [*header, *(_spread(row, columns) if 1 < len(row.cells) < width else row for row in body)]


def _under(upper: GridRow, row: GridRow) -> GridRow | None:
    """A row below a header's cells over several columns, where it has as many names as there are such columns; else None."""
    texts = [bool(cell.lines) for cell in upper.cells]
    starts = [at for at, text in enumerate(texts) if text or at == 0]
    spans = [range(a, b) for a, b in pairwise([*starts, len(texts)]) if b - a > 1 and texts[a]]
    slots = [at for span in spans for at in span]
    if len(slots) != len(row.cells) or len(slots) == len(texts) or not all(map(_is_name, row.cells)):
        return None
    return GridRow(_placed(row, slots, len(texts)), row.place, header=True)


def _is_name(cell: Cell) -> bool:
    """Whether a cell may name a column: no figure, but perhaps a year."""
    text = _text(cell)
    return bool(text) and (_FIGURE.match(text) is None or _YEAR.match(text) is not None)


def _profiles(rows: Sequence[GridRow], width: int) -> list[Profile]:
    """Per column the share of each look among the cells of whole rows."""
    counts = [Counter(look for row in rows if (look := _look(row.cells[c])) != "empty") for c in range(width)]
    return [{look: n / count.total() for look, n in count.items()} for count in counts]


def _text(cell: Cell) -> str:
    return " ".join(line.text for line in cell.lines).strip()


def _look(cell: Cell) -> str:
    text = _text(cell)
    if not any(ch.isalnum() for ch in text):
        return "empty"
    if _ORDINAL.fullmatch(text):
        return "ordinal"
    if _CODE.fullmatch(text):
        return "code"
    return "figure" if _FIGURE.match(text) else "text"


def _fit(look: str, column: Profile) -> float:
    """From -1 (no cell of the column looks so) to 1 (all do); a small figure may look like an ordinal and the other way round."""
    if look == "empty" or not column:
        return 0.0
    share = column.get(look, 0.0)
    if look == "ordinal":
        share = max(share, column.get("figure", 0.0))
    return 2 * share - 1


def _spread(row: GridRow, columns: Sequence[Profile]) -> GridRow:
    """A short row, its cells in the columns that they look like; as it is where that is not clearly better."""
    looks = [_look(cell) for cell in row.cells]
    asis = sum(_fit(look, column) for look, column in zip(looks, columns, strict=False)) - _OUTER * (len(columns) - len(looks))
    best, slots = _best(looks, columns)
    return GridRow(_placed(row, slots, len(columns)), row.place, row.header) if best >= asis + _GAIN else row


def _best(looks: Sequence[str], columns: Sequence[Profile]) -> tuple[float, list[int]]:
    """The best columns for the cells in their order, the later ones of equals, and how well they fit, by dynamic programming."""
    free = len(columns) - len(looks)
    scores = [_fit(looks[0], columns[at]) - _OUTER * at for at in range(free + 1)]
    came = []
    for n, look in enumerate(looks[1:], start=1):
        passed = list(accumulate(enumerate(scores), _better))
        came.append([before for before, _ in passed])
        scores = [score - _INNER * (at - before) + _fit(look, columns[n + at]) for at, (before, score) in enumerate(passed)]
    score, at = max((score - _OUTER * (free - at), at) for at, score in enumerate(scores))
    slots = [len(looks) - 1 + at]
    for n in range(len(came) - 1, -1, -1):
        at = came[n][at]
        slots.append(n + at)
    return score, slots[::-1]


def _better(one: tuple[int, float], other: tuple[int, float]) -> tuple[int, float]:
    """Of two places for the cell before, as far to the right as the later of them, the one to come from."""
    return other if other[1] >= one[1] - _INNER * (other[0] - one[0]) else one


def _placed(row: GridRow, slots: Sequence[int], width: int) -> list[Cell]:
    """The cells of a row in these slots; a slot before the last of them is covered by the cell above."""
    given = dict(zip(slots, row.cells, strict=True))
    return [given.get(at) or Cell(place=row.place, merged="above" if at < slots[-1] else None) for at in range(width)]
