"""Header words of an aligned table that a narrow blank left in the column beside: dealt out so that each column has a known wording.

"No Sasaran | Strategis" is "No | Sasaran Strategis", and "Target Realisasi | " is "Target | Realisasi": printed headers
are centred over their columns, often with a single blank between them, and no place on the line tells one from the next.
"""

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from extractor.reading.document import Cell, Line
from extractor.tables.rows_model import PhysicalRow
from extractor.tables.wording import fold, years

_NUMBER: Final = frozenset({"no", "nomor", "no urut"})


def parted(rows: Sequence[PhysicalRow], wordings: frozenset[str]) -> list[PhysicalRow]:
    """The header rows with the words of neighbouring cells dealt out where this makes two known wordings of them."""
    return [_parted(row, wordings) for row in rows]


def _parted(row: PhysicalRow, wordings: frozenset[str]) -> PhysicalRow:
    cells, found = list(row.cells), False
    for c in range(len(cells) - 1):
        pair = _dealt(cells[c], cells[c + 1], wordings)
        if pair:
            cells[c : c + 2] = pair
            found = True
    return replace(row, cells=cells) if found else row


def _dealt(left: Cell, right: Cell, wordings: frozenset[str]) -> tuple[Cell, Cell] | None:
    """Both cells with the last words of the left one in the right one; None where this makes nothing better of them."""
    if len(left.lines) != 1 or len(right.lines) > 1:
        return None
    line, beside = left.lines[0], right.lines[0] if right.lines else None
    if beside and _is_known(line.text, wordings) and _is_known(beside.text, wordings):
        return None
    words = line.text.split()
    for at in range(1, len(words)):
        first, rest = " ".join(words[:at]), " ".join(words[at:])
        second = f"{rest} {beside.text}" if beside else rest
        if _is_known(first, wordings) and _is_known(second, wordings):
            moved = Line(second, line.place.union(beside.place) if beside else line.place, bold=line.bold, size=line.size)
            return replace(left, lines=(line._replace(text=first),)), replace(right, lines=(moved,), place=moved.place, merged=None)
    return None


def _is_known(text: str, wordings: frozenset[str]) -> bool:
    folded = fold(text)
    return folded in wordings or folded in _NUMBER or text.strip() == "%" or (not folded and bool(years(text)))
