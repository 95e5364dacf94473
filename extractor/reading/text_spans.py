"""Rows of a markdown table whose converter left out the slots of merged cells: each cell back under its own header.

Markdown has no merged cells. Converters from HTML and Word write a cell over several columns as a cell and empty ones, and of a cell over
several rows nothing in the rows below: these are short, and all their cells stand too far to the left.
"""

import re
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise
from typing import Final

from extractor.reading.document import Cell, GridRow

_ORDINAL: Final = re.compile(r"\(?(?:[0-9]{1,2}|[A-Za-z])[.)]*")
_CODE: Final = re.compile(r"(?=[^\s]*[A-Z])(?=[^\s]*[0-9])[A-Z0-9.]{4,}")
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
    result = [rows[0], *([_under(rows[0], rows[1])] if len(rows) > 1 else [])]
    body = rows[len(result) :] if len(result) > 1 and result[1].header else rows[1:]
    result = result if len(result) > 1 and result[1].header else result[:1]
    columns = _profiles([row for row in body if len(row.cells) == width], width)
    return [*result, *(_spread(row, columns) if 1 < len(row.cells) < width else row for row in body)]


def _under(upper: GridRow, row: GridRow) -> GridRow:
    """The second row of a header, below the cells over several columns, where there are as many cells as such columns; else the row."""
    texts = [bool(cell.lines) for cell in upper.cells]
    starts = [at for at, text in enumerate(texts) if text or at == 0]
    spans = [range(a, b) for a, b in pairwise([*starts, len(texts)]) if b - a > 1 and texts[a]]
    slots = [at for span in spans for at in span]
    if len(slots) != len(row.cells) or not slots or len(slots) == len(texts):
        return row
    return GridRow(_placed(row, slots, len(texts)), row.place, header=True)


def _profiles(rows: Sequence[GridRow], width: int) -> list[Profile]:
    """Per column the share of each look among the cells of whole rows."""
    counts = [Counter(look for row in rows if (look := _look(row.cells[c])) != "empty") for c in range(width)]
    return [{look: n / count.total() for look, n in count.items()} for count in counts]


def _look(cell: Cell) -> str:
    text = " ".join(line.text for line in cell.lines).strip()
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
    """The best columns for the cells in their order, and how well they fit, by dynamic programming."""
    ends = {at: (-_OUTER * at + _fit(looks[0], columns[at]), [at]) for at in range(len(columns) - len(looks) + 1)}
    for n, look in enumerate(looks[1:], start=1):
        ends = {
            at: max(
                (score - _INNER * (at - last - 1) + _fit(look, columns[at]), [*slots, at])
                for last, (score, slots) in ends.items()
                if last < at
            )
            for at in range(n, len(columns) - len(looks) + n + 1)
        }
    return max((score - _OUTER * (len(columns) - 1 - at), slots) for at, (score, slots) in ends.items())


def _placed(row: GridRow, slots: Sequence[int], width: int) -> list[Cell]:
    """The cells of a row in these slots; a slot before the last of them is covered by the cell above."""
    given = dict(zip(slots, row.cells, strict=True))
    return [given.get(at) or Cell(place=row.place, merged="above" if at < slots[-1] else None) for at in range(width)]
