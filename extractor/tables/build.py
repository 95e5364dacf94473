"""The tables stage on one screen: assemble, recognise, recover lost lists, number."""

from collections.abc import Sequence
from typing import Protocol

from extractor.reading.document import Document, Line
from extractor.tables.assemble import assemble, finish_flow
from extractor.tables.lists import recover_budget_lists
from extractor.tables.recognise import Reading, apply, choose, headed, in_context, read_each
from extractor.tables.spec import KindSpec
from extractor.tables.stitch import is_junk
from extractor.tables.table import Item, Table
from extractor.tables.wording import best_agreement

NEAR_LINES = 6
"""At most so many lines of text between two tables that belong together."""


class Chapters(Protocol):
    """What the tables stage asks of the segmentation."""

    @property
    def contents(self) -> frozenset[int]:
        """Blocks of the table of contents."""

    def path_at(self, block: int) -> Sequence["Titled"]:
        """The chapters around a block."""


class Titled(Protocol):
    @property
    def title(self) -> str: ...


def get_ready(specs: Sequence[KindSpec]) -> None:
    """Makes the wordings ready that the tables of every report are compared with; else the first table that asks for them does it."""
    best_agreement("", _wordings(specs))
    headed("", specs)


def build_tables(document: Document, specs: Sequence[KindSpec], chapters: Chapters) -> list[Item]:
    """The flow of a document: its lines and its tables with kind, columns, title and id."""
    flow = assemble(document, chapters.contents, _wordings(specs))
    recognise(flow, specs, chapters)
    return finish_flow(recover_budget_lists(flow), document.id)


def _wordings(specs: Sequence[KindSpec]) -> frozenset[str]:
    return frozenset(word for spec in specs for role in spec.roles for word in role.words)


def recognise(flow: Sequence[Item], specs: Sequence[KindSpec], chapters: Chapters) -> None:
    """Sets kind, confidence and column roles of every table of the flow, all decided together."""
    tables = [item for item in flow if isinstance(item, Table)]
    readings, near = readings_of(flow, specs, chapters)
    for table, weighed in zip(tables, in_context(readings, choose(readings, near), near), strict=True):
        apply(table, weighed[-1], weighed)


def readings_of(flow: Sequence[Item], specs: Sequence[KindSpec], chapters: Chapters) -> tuple[list[list[Reading]], list[bool]]:
    """For each table of the flow how it reads as each kind, and whether it directly follows the one before."""
    readings = []
    for table in (item for item in flow if isinstance(item, Table)):
        context = [line.text for line in table.before[-5:] if len(line.text) < 160]
        titles = [chapter.title for chapter in chapters.path_at(table.block)]
        readings.append(read_each(table, specs, context, titles))
    return readings, _near(flow)


def _has_caption(table: Table) -> bool:
    """Whether the table has a number or a title of its own; a single word above it is rather a piece of its header."""
    return bool(table.number) or len(table.title.split()) > 1


def _near(flow: Sequence[Item]) -> list[bool]:
    """For each table whether it directly follows the one before, but for a few short lines; a table with a caption stands for itself."""
    near: list[bool] = []
    lines = NEAR_LINES + 1
    for item in flow:
        if isinstance(item, Line):
            lines += 0 if is_junk(item.text) else 1
        else:
            near.append(lines <= NEAR_LINES and not _has_caption(item))
            lines = 0
    return near
