"""What the tables stage sees while it puts tables together: their parts, the questions whether one goes on, and their physical rows."""

from collections.abc import Iterator, Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from typing import Any
from unittest.mock import patch

from bench.fit.listen import listening
from bench.fit.rows import Entries, true_starts
from bench.fit.truth import TrueTable
from extractor.reading.document import Document, Grid
from extractor.records.registry import SPECS
from extractor.segmenting import Segmentation
from extractor.tables import assemble, stitch
from extractor.tables.rows import Columns
from extractor.tables.rows_model import PhysicalRow
from extractor.tables.table import Item

Signals = dict[str, float]


@dataclass(frozen=True, slots=True)
class Asked:
    """Whether a part (its number) goes on with the table whose last part is given."""

    part: int
    last: Grid
    signals: Signals


@dataclass(frozen=True, slots=True)
class Heard:
    """All parts of tables in order; every question whether one goes on; physical rows and columns of every table, None where other things
    than the weights of rows tell its entries; the flow."""

    parts: list[Grid]
    asked: list[Asked]
    parted: list[tuple[list[PhysicalRow], Columns] | None]
    flow: list[Item]


def assembled(document: Document, segmentation: Segmentation) -> Heard:
    """Assembles the tables of a document as the tables stage does, and listens."""
    parts: list[Grid] = []
    asked: list[Asked] = []
    told: list[tuple[list[PhysicalRow], Columns]] = []
    parted: list[tuple[list[PhysicalRow], Columns] | None] = []
    original = assemble._Builder._part  # the one place where every part of a table comes by

    def part(self: Any, grid: Grid, page: Any, index: int) -> bool:
        parts.append(grid)
        return original(self, grid, page, index)

    def finished(_: Any, __: Any) -> tuple[list[PhysicalRow], Columns] | None:
        return told.pop() if told else None

    wordings = frozenset(word for spec in SPECS for role in spec.roles for word in role.words)
    with ExitStack() as stack:
        stack.enter_context(patch.object(assemble._Builder, "_part", part))
        stack.enter_context(
            listening(assemble, "continues", asked, lambda args, _: Asked(len(parts) - 1, args[0].grids[-1], stitch.signals(*args)))
        )
        stack.enter_context(listening(assemble, "partition", told, lambda args, _: (list(args[0]), args[1])))
        stack.enter_context(listening(assemble, "_finish", parted, finished))
        flow = assemble.assemble(document, segmentation.contents, wordings)
    return Heard(parts, asked, parted, flow)


def grid_texts(grid: Grid) -> Iterator[str]:
    """The texts of all cells."""
    return (cell.raw for row in grid.rows for cell in row.cells)


def continuations(heard: Heard, of_part: Sequence[int | None]) -> Iterator[tuple[Signals, bool]]:
    """Of the readings of a part that were tried the one that speaks most for going on, which decides; ``of_part``: the true tables."""
    number = {id(part): at for at, part in enumerate(heard.parts)}
    best: dict[int, tuple[float, int, Signals]] = {}
    for one in heard.asked:
        score = stitch.weighted(stitch.CONTINUATION, one.signals)
        if one.part not in best or score > best[one.part][0]:
            best[one.part] = score, number.get(id(one.last), -1), one.signals
    for at, (_, last, signals) in sorted(best.items()):
        before, own = of_part[last] if last >= 0 else None, of_part[at]
        if before is not None and own is not None:
            yield signals, before == own


def entries_of(parted: Sequence[tuple[list[PhysicalRow], Columns] | None], tables: Sequence[TrueTable | None]) -> Iterator[Entries]:
    """The physical rows of the tables whose true entries can be told surely."""
    for rows, table in zip(parted, tables, strict=True):
        starts = true_starts(rows[0], table) if rows and table else None
        if rows and starts is not None:
            yield Entries(*rows, starts)
