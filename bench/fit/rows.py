"""Which physical rows of a table begin an entry, by the rows of the made table; and what the partition saw of each."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from unittest.mock import patch

from bench.fit.truth import TrueTable
from extractor.tables import partition, rows
from extractor.tables.rows import Columns
from extractor.tables.rows_model import PhysicalRow

_ENTRIES = "entries"
"""The signal of what the whole entries gain where one begins here, on the scale of the partition."""
_MATCHED = 0.97
"""Share of a table's letters that the rows they are told to belong to must hold."""
_LOST = 4.0
"""What a row of the truth costs of which nothing is found, in letters."""


@dataclass(slots=True)
class Entries:
    """The physical rows of a table, its columns, and for each row whether an entry begins there."""

    rows: list[PhysicalRow]
    columns: Columns
    starts: list[bool]


def true_starts(physical: Sequence[PhysicalRow], table: TrueTable) -> list[bool] | None:
    """For each physical row whether an entry of the true table begins there; None where that cannot be told surely."""
    if not physical or not table.entries:
        return None
    gains = [[_gain(row, cells) for cells in table.entries] for row in physical]
    total = sum(_letters(row) for row in physical)
    labels, gain = _best_labels(gains)
    if gain < (2 * _MATCHED - 1) * total or len(set(labels)) != len(table.entries):
        return None
    return [at == 0 or labels[at] != labels[at - 1] for at in range(len(labels))]


def _solid(text: str) -> str:
    return "".join(text.split()).lower()


def _letters(row: PhysicalRow) -> int:
    return sum(len(_solid(text)) for text in row.text)


def _gain(row: PhysicalRow, cells: Sequence[str]) -> float:
    """Letters of the row's cells that stand in a cell of the entry, less those that do not."""
    texts = [_solid(text) for text in row.text if text]
    return float(sum(len(text) if any(text in cell for cell in cells) else -len(text) for text in texts))


def _best_labels(gains: Sequence[Sequence[float]]) -> tuple[list[int], float]:
    """The entry of each row, never falling, with the greatest sum of gains; entries of which no row is left cost."""
    best = [gain - _LOST * at for at, gain in enumerate(gains[0])]
    came: list[list[int]] = []
    for row in gains[1:]:
        sources, entering, origin = [], float("-inf"), 0
        reached = []
        for at, stay in enumerate(best):
            source = at if stay >= entering else origin
            reached.append(max(stay, entering) + row[at])
            sources.append(source)
            entering, origin = max((entering - _LOST, origin), (stay, at))
        came.append(sources)
        best = reached
    last = max(range(len(best)), key=lambda at: best[at] + _LOST * at)
    labels = [last]
    for sources in reversed(came):
        labels.append(sources[labels[-1]])
    return labels[::-1], best[last]


def seen(entries: Entries) -> Iterator[tuple[dict[str, float], bool]]:
    """For every row but the first that may go on with the one above: its signals between the true neighbours, and the answer."""
    physical, columns = entries.rows, entries.columns
    scores = [rows.start_score(physical, at, columns) for at in range(len(physical))]
    whole = partition.Entries(physical, columns, scores)
    alone = [rows.is_alone(row, columns) for row in physical]
    begins = [at for at, start in enumerate(entries.starts) if start] + [len(physical)]
    for at in range(1, len(physical)):
        before = max(begin for begin in begins if begin < at)
        after = min(begin for begin in begins if begin > at)
        if any(alone[before:after]):
            continue
        gain = whole.score(before, at) + whole.score(at, after) - whole.score(before, after)
        yield {**rows.features(physical, at, columns), _ENTRIES: gain}, entries.starts[at]


def parted(tables: Sequence[Entries], weights: Mapping[str, float]) -> Iterator[tuple[int, int]]:
    """For every table how many rows are taken wrongly for the begin of an entry or the contrary, of how many."""
    with patch.object(rows, "WEIGHTS", weights):
        for table in tables:
            found = {start for start, _ in partition.partition(table.rows, table.columns)}
            wrong = sum((at in found) is not start for at, start in enumerate(table.starts))
            yield wrong, len(table.starts)
