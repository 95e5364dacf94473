"""Labels over entries ("Sasaran 2. Meningkatnya …") that a converter wrapped in the narrow column of the running numbers."""

import re
from collections.abc import Sequence
from itertools import groupby
from typing import Final

from extractor.reading.document import Cell
from extractor.tables.profile import looks
from extractor.tables.rows import SHORTEST_LABEL
from extractor.tables.rows_model import PhysicalRow

_LEAST: Final = 2
"""Entries that are numbered in the column, and lines that a label takes in it."""
_BEGUN: Final = re.compile(r"(?:\(?\d{1,2}[.)]\s?)?[A-Z]")
"""How a label begins, after its own number where it has one."""
_USUAL: Final = 0.8
"""Share of the column's other texts that are numbers."""


def joined_labels(rows: Sequence[PhysicalRow]) -> list[PhysicalRow]:
    """The rows with those lines of the first column put together that stand alone there and are words, where the column else holds numbers.

    A line as long as a label is one by itself, and is left alone.
    """
    runs = [(label, list(group)) for label, group in groupby(rows, _is_piece)]
    others = [row.text[0] for label, group in runs if not label for row in group if row.text and row.text[0]]
    numbers = sum("ordinal" in looks(text) for text in others)
    if numbers < max(_LEAST, _USUAL * len(others)):
        return list(rows)
    return [row for label, group in runs for row in ([_joined(group)] if label and _is_label(group) else group)]


def _is_piece(row: PhysicalRow) -> bool:
    return bool(row.text) and not row.drawn and bool(row.text[0]) and not any(row.text[1:]) and "ordinal" not in looks(row.text[0])


def _is_label(run: Sequence[PhysicalRow]) -> bool:
    texts = [row.text[0] for row in run]
    short = max(map(len, texts)) <= SHORTEST_LABEL < sum(map(len, texts))
    return len(run) >= _LEAST and short and _BEGUN.match(texts[0]) is not None and len(run[0].text) > _LEAST


def _joined(run: Sequence[PhysicalRow]) -> PhysicalRow:
    first = run[0]
    place = first.place
    for row in run[1:]:
        place = place.union(row.place)
    cell = Cell(tuple(line for row in run for line in row.cells[0].lines), place)
    return PhysicalRow([cell, *first.cells[1:]], place, first.drawn, first.after_break, first.gap, first.new_page)
