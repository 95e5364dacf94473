"""Which physical rows of a table begin an entry, by the rows of the made table; and weights for its best partition."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from unittest.mock import patch

from bench.fit.truth import TrueTable
from extractor.tables import partition, rows
from extractor.tables.rows import Columns
from extractor.tables.rows_model import PhysicalRow

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


def parted(tables: Sequence[Entries], weights: Mapping[str, float]) -> Iterator[tuple[int, int]]:
    """For every table how many rows are taken wrongly for the begin of an entry or the contrary, of how many."""
    with patch.object(rows, "WEIGHTS", weights):
        for table in tables:
            found = {start for start, _ in partition.partition(table.rows, table.columns)}
            wrong = sum((at in found) is not start for at, start in enumerate(table.starts))
            yield wrong, len(table.starts)


def perceptron(tables: Sequence[Entries], reason: Mapping[str, float], *, step: float = 0.01, rounds: int = 5) -> dict[str, float]:
    """Averaged structured perceptron: from the weights by reason, small steps from the partition that was found to the true one.

    Michael Collins, "Discriminative training methods for hidden Markov models", EMNLP 2002.
    """
    weights, total, count = dict(reason), dict.fromkeys(reason, 0.0), 0
    hard = [table for table in tables if not all(table.starts)]
    for _ in range(rounds):
        for table in hard:
            for name, change in _towards(table, weights).items():
                weights[name] += step * change
            count += 1
            for name, weight in weights.items():
                total[name] += weight
    return {name: round(value / max(1, count), 4) for name, value in total.items()}


def _towards(table: Entries, weights: Mapping[str, float]) -> dict[str, float]:
    """Signals of starts that were missed, less those of starts that are none."""
    with patch.object(rows, "WEIGHTS", weights):
        found = {start for start, _ in partition.partition(table.rows, table.columns)}
    change: dict[str, float] = {}
    for at, start in enumerate(table.starts):
        if at and (at in found) is not start:
            for name, strength in rows.features(table.rows, at, table.columns).items():
                change[name] = change.get(name, 0.0) + (strength if start else -strength)
    return change
