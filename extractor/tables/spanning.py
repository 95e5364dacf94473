"""Cells that stand once over several entries, printed without rules: their lines run on beside the entries below.

    1 | Meningkatnya mutu jalan | Persentase jalan mantap | 81%
      | desa                    | Jumlah jembatan         | 4 unit

The numbers tell where such a cell begins; no line of it says anything about where the entries beside it do.
"""

from collections.abc import Collection, Sequence

from extractor.reading.document import Cell
from extractor.tables.centred import begins, is_rest, opens
from extractor.tables.profile import looks
from extractor.tables.rows import Columns, is_alone
from extractor.tables.rows_model import PhysicalRow

FILLED = 0.8
"""Share of the numbers that must have a text beside them in such a column."""
ASTRAY = 0.1
"""Share of its texts that may seem to begin where no number stands."""


def spanning_columns(rows: Sequence[PhysicalRow], columns: Columns) -> tuple[int, ...]:
    """The columns whose texts begin at the numbers alone, while others behind them begin between the numbers, too."""
    ordinal = columns.ordinal
    if ordinal is None or columns.centred or columns.one_each:
        return ()
    numbered = {n for n, row in enumerate(rows) if "ordinal" in looks(row.text[ordinal]) and sum(map(bool, row.text)) > 1}
    between = [n for n in range(len(rows)) if n not in numbered]
    last = max((c for n in between for c in _entering(rows, n, columns) if _stands_above(rows, n, c, numbered)), default=0)
    found = []
    for c in columns.texts:
        filled = sum(bool(rows[n].text[c]) for n in numbered)
        astray = sum(_is_new(rows[n - 1].text[c], rows[n].text[c]) for n in between if n)
        if ordinal < c < last and filled >= FILLED * len(numbered) > 0 and astray <= ASTRAY * filled:
            found.append(c)
        else:
            break
    return tuple(found)


def _stands_above(rows: Sequence[PhysicalRow], n: int, column: int, numbered: Collection[int]) -> bool:
    """Whether the column has a text since the last number: else the one that begins here is the first of its entry."""
    first = next((m for m in range(n - 1, -1, -1) if m in numbered), 0)
    return any(rows[m].text[column] for m in range(first, n))


def _is_new(above: str, text: str) -> bool:
    """Whether a text can be no rest of the line above."""
    return bool(text) and not text[0].islower() and (not above or opens(text))


def _entering(rows: Sequence[PhysicalRow], n: int, columns: Columns) -> list[int]:
    """The columns in which a text begins here for certain: with a value beside it, or with a word that indicators begin with."""
    begun = [c for c in columns.texts if begins(rows, n, c, columns)]
    return begun if _has_value(rows, n, columns) else [c for c in begun if opens(rows[n].text[c])]


def _has_value(rows: Sequence[PhysicalRow], n: int, columns: Columns) -> bool:
    """Whether a value stands here that is no rest of the one above."""
    pairs = zip(columns.values, columns.value_looks, strict=True)
    return any(looks(rows[n].text[c]) & usual and not (n and is_rest(rows[n - 1].text[c], rows[n].text[c])) for c, usual in pairs)


def gathered(
    rows: Sequence[PhysicalRow], ranges: Sequence[tuple[int, int]], columns: Columns, spanning: Sequence[int]
) -> list[dict[int, list[Cell]]]:
    """For each entry its cells in the spanning columns: every text with all its lines where it begins."""
    found: list[dict[int, list[Cell]]] = [{c: [] for c in spanning} for _ in ranges]
    entries = [number for number, (start, stop) in enumerate(ranges) for _ in range(start, stop)]
    apart = [is_alone(row, columns) or (columns.ordinal is not None and bool(row.text[columns.ordinal])) for row in rows]
    for c in spanning:
        entry = 0
        for n, row in enumerate(rows):
            if row.text[c]:
                begun = not n or apart[n] or not rows[n - 1].text[c] or opens(row.text[c])
                entry = entries[n] if begun else entry
                found[entry][c].append(row.cells[c])
    return found
