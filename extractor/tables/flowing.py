"""Entries of a text whose cells held lists, set as running text and wrapped anew: a line of a cell may hold the end of one and the next.

    1   Layanan     Persentase berkas yang        95 % 3
        yang baik   selesai Jumlah keluhan        Keluhan

The running numbers tell the rows that were; what each held is told as in a row on one line.
"""

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from extractor.reading.document import Cell, Line
from extractor.tables.cells import merge
from extractor.tables.centred import counting_rows
from extractor.tables.packed import drawn_row
from extractor.tables.profile import is_total_label
from extractor.tables.rows import describe
from extractor.tables.rows_model import PhysicalRow
from extractor.tables.written import holds_several, indicators_apart
from extractor.values.joining import Vocabulary


def unflowed(rows: Sequence[PhysicalRow], vocabulary: Vocabulary) -> list[PhysicalRow] | None:
    """The entries of such a table, each a row of its own; None where the table is not such a one.

    A row whose values cannot be dealt to its indicators stays one, and is doubtful.
    """
    if any(row.drawn or not row.place.lines or is_total_label(next((text for text in row.text if text), "")) for row in rows):
        return None
    numbers = counting_rows(rows, describe(rows, len(rows[0].cells)).ordinal) if rows else []
    if numbers[:1] != [0]:
        return None
    wrapped = [rows[first:end] for first, end in pairwise([*numbers, len(rows)])]
    parts = [indicators_apart(_in_one_line(part, vocabulary)) for part in wrapped]
    several = [(part, entries) for part, entries in zip(wrapped, parts, strict=True) if len(entries) > 1]
    if 2 * sum(_flow(part, entries) for part, entries in several) <= len(several):
        return None
    return [entry for entries in parts for entry in _told(entries)]


def _told(entries: Sequence[PhysicalRow]) -> list[PhysicalRow]:
    """The entries of a row, of which but the first one may follow a page break."""
    doubtful = len(entries) == 1 and holds_several(entries[0])
    return [replace(entry, after_break=entry.after_break and not n, doubtful=doubtful) for n, entry in enumerate(entries)]


def _in_one_line(rows: Sequence[PhysicalRow], vocabulary: Vocabulary) -> PhysicalRow:
    """The printed lines of a row as one, words and figures that the wrapping cut put together."""
    whole = drawn_row(rows)
    return whole.with_cells([_joined(cell, vocabulary) for cell in whole.cells])


def _joined(cell: Cell, vocabulary: Vocabulary) -> Cell:
    text = merge([cell], vocabulary, value=False).text
    return replace(cell, lines=(Line(text, cell.place),) if text else ())


def _flow(rows: Sequence[PhysicalRow], entries: Sequence[PhysicalRow]) -> bool:
    """Whether entries share lines: what is dealt to them is printed without a hole, and some of them begin within a line."""
    dealt = [c for c in range(len(rows[0].cells)) if all(entry.text[c] for entry in entries)]
    lines = {c: [row.text[c] for row in rows if row.text[c]] for c in dealt}
    if any(not row.text[c] for c in dealt for row in rows[: len(lines[c])]):
        return False
    begun = [(c, entry.text[c]) for entry in entries[1:] for c in dealt]
    return any(not any(text.startswith(line) or line.startswith(text) for line in lines[c]) for c, text in begun)
