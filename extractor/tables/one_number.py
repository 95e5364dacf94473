"""Tables whose single running number stands beside all their entries, printed without rules.

      Terlaksananya pelayanan     Persentase pelayanan yang selesai
                                                                       95%
    1 umum di kecamatan           tepat waktu
      Sukamaju                    Jumlah kegiatan pembinaan          12 kali

Where a table has more values than numbers and its only number is the first one, all that stands before the texts of the entries is one
cell, wherever Word centred it.
"""

from collections.abc import Sequence
from functools import reduce
from itertools import pairwise
from typing import Final

from extractor.reading.document import Cell, Place
from extractor.tables.centred import opens
from extractor.tables.profile import is_total_label, looks
from extractor.tables.rests import begun_values
from extractor.tables.rows import Columns, describe, is_open, list_item, ordinal_of
from extractor.tables.rows_model import PhysicalRow

_LEAST_VALUES: Final = 2
"""Values of a column from which a table has more entries than one number."""


def under_one_number(rows: list[PhysicalRow]) -> list[PhysicalRow]:
    """The rows, the cells before the texts of the entries on the first row of these; the same ones where the table is not such a one."""
    if len(rows) < _LEAST_VALUES or any(row.drawn or row.new_page for row in rows):
        return rows
    if any(is_total_label(next((text for text in row.text if text), "")) for row in rows):
        return rows
    leading = _leading(rows, describe(rows, len(rows[0].cells)))
    if not leading:
        return rows
    first = next(n for n, row in enumerate(rows) if any(row.text[len(leading) :]))
    lifted = [_whole([row.cells[c] for row in rows]) for c in leading]
    found = []
    for n, row in enumerate(rows):
        if any(row.text[len(leading) :]):
            own = lifted if n == first else [Cell(place=row.place) for _ in leading]
            found.append(row.with_cells([*own, *row.cells[len(leading) :]]))
    return found


def _leading(rows: Sequence[PhysicalRow], columns: Columns) -> range:
    """The columns of such cells, from the number on; nothing where the table has several numbers or not a text for all its entries."""
    numbers = [row.text[0] for row in rows if row.text[0]]
    if len(numbers) != 1 or "ordinal" not in looks(numbers[0]) or ordinal_of(numbers[0]) != 1:
        return range(0)
    valued = [c for c in columns.values if c and sum(begun_values(rows, c, columns)) >= _LEAST_VALUES]
    texts = [c for c in columns.texts if 0 < c < min(valued, default=0)]
    if len(texts) < 2 or texts != list(range(1, len(texts) + 1)) or not all(_is_one(rows, c) for c in texts[:-1]):
        return range(0)
    return range(texts[-1])


def _is_one(rows: Sequence[PhysicalRow], column: int) -> bool:
    """Whether the lines of a column are one text: no other one plainly begins below the first line."""
    texts = [row.text[column] for row in rows if row.text[column]]
    begun = (opens(text) or list_item(text) for above, text in pairwise(texts) if not is_open(above))
    return bool(texts) and not any(begun)


def _whole(cells: Sequence[Cell]) -> Cell:
    """All lines of these cells in one."""
    filled = [cell for cell in cells if cell.lines]
    return Cell(tuple(line for cell in filled for line in cell.lines), reduce(Place.union, (cell.place for cell in filled)))
