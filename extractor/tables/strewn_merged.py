"""The merged cells of tables that were put together again: which cells these are, and in which order they stand."""

from collections.abc import Iterator, Sequence
from typing import Final

from rapidfuzz import fuzz, process

from extractor.reading.document import Cell, GridRow
from extractor.tables.strewn_grid import Gathered, place_of
from extractor.tables.strewn_starts import tell_rows
from extractor.values.starts import SASARAN

ALIKE: Final = 88.0
"""Likeness of two texts that are the same, 0..100."""
_FIRST_WORDS: Final = 16
"""Letters from which the first words of an outcome tell which one it is."""


def column_of(table: Gathered, role: str) -> int | None:
    """The place of the first column of a role."""
    return next((at for at, column in enumerate(table.head.columns) if column.role.name == role), None)


def body_of(table: Gathered) -> list[GridRow]:
    """The rows below the header."""
    return [row for row in table.grid.rows if not row.header]


def text_of(cell: Cell) -> str:
    """The lines of a cell as one."""
    return " ".join(cell.raw.split())


def texts_of(table: Gathered, role: str) -> list[str]:
    """The texts of a column from row to row; none where there is no such column."""
    column = column_of(table, role)
    return [] if column is None else [text_of(row.cells[column]) for row in body_of(table)]


def outcomes_of(table: Gathered) -> list[str]:
    """The outcomes of a table, in the order in which they were read."""
    outcome = column_of(table, "sasaran")
    if outcome is None:
        return []
    if outcome in table.spanning:
        return [" ".join(line.text for line in part) for part in table.spanning[outcome]]
    return [text for text in texts_of(table, "sasaran") if text]


def is_whole(table: Gathered) -> bool:
    """Whether every row has an outcome of its own."""
    outcome = column_of(table, "sasaran")
    return outcome is not None and all(row.cells[outcome].lines for row in body_of(table))


def pairs_of(table: Gathered) -> Iterator[tuple[str, str]]:
    """Each indicator with the outcome to which it belongs."""
    outcome, indicator = column_of(table, "sasaran"), column_of(table, "indikator")
    if outcome is None or indicator is None:
        return
    current = ""
    for row in body_of(table):
        current = text_of(row.cells[outcome]) or (current if outcome in table.spanning else "")
        if current and text_of(row.cells[indicator]):
            yield text_of(row.cells[indicator]), current


def which_of(outcome: str, groups: Sequence[str]) -> int | None:
    """Which of the groups an outcome is, be it that only the first words of one were read; None where it is none, or may be several."""
    like = process.extractOne(outcome, groups, scorer=fuzz.ratio, score_cutoff=ALIKE)
    if like:
        return like[2]
    begun = [
        at
        for at, group in enumerate(groups)
        if min(len(group), len(outcome)) >= _FIRST_WORDS and (group.startswith(outcome) or outcome.startswith(group))
    ]
    return begun[0] if len(begun) == 1 else None


def find_merged(tables: Sequence[Gathered]) -> None:
    """Tells merged cells apart from those of single rows, and from what is no outcome; in place."""
    for table in tables:
        _find(table)
        _unite(table)
    named = [outcomes_of(table) for table in tables]
    for at, table in enumerate(tables):
        _set_aside(table, [text for other in (*named[:at], *named[at + 1 :]) for text in other if SASARAN.match(text)])


def _find(table: Gathered) -> None:
    """Where cells were dealt to single rows, but some rows have no outcome, these cells are merged; those that are not read before a row
    of their own each do not tell their rows.
    """
    outcome, number, indicator = (column_of(table, role) for role in ("sasaran", "nomor", "indikator"))
    if table.spanning or outcome is None or is_whole(table):
        return
    parts = {
        column: [list(row.cells[column].lines) for row in body_of(table) if row.cells[column].lines]
        for column in (outcome, number)
        if column is not None
    }
    table.spanning = {column: found for column, found in parts.items() if len(found) == len(parts[outcome])}
    table.sure = indicator is None or tell_rows(table.spanning[outcome], body_of(table), indicator)


def _unite(table: Gathered) -> None:
    """An outcome that all rows repeat, but for some that lack it, is one cell."""
    outcome = column_of(table, "sasaran")
    if outcome is None or outcome not in table.spanning or column_of(table, "indikator") is None:
        return
    texts = outcomes_of(table)
    kept = [at for at, text in enumerate(texts) if not at or fuzz.ratio(text, texts[at - 1]) < ALIKE]
    if len(kept) < len(texts):
        table.spanning = {column: [parts[at] for at in kept] for column, parts in table.spanning.items() if len(parts) == len(texts)}
        table.sure = False


def _set_aside(table: Gathered, others: Sequence[str]) -> None:
    """What does not begin as outcomes do, and is none of the ``others``, stands below the table, where it has outcomes besides."""
    outcome, texts = column_of(table, "sasaran"), outcomes_of(table)
    if outcome is None or outcome not in table.spanning or column_of(table, "indikator") is None or not any(map(SASARAN.match, texts)):
        return
    parts = table.spanning[outcome]
    foreign = [
        part for part, text in zip(parts, texts, strict=True)
        if not SASARAN.match(text) and process.extractOne(text, others, scorer=fuzz.ratio, score_cutoff=ALIKE) is None
    ]  # fmt: skip
    table.spanning[outcome] = [part for part in parts if part not in foreign]
    table.left += [line for part in foreign for line in part]
    gone = {id(line) for part in foreign for line in part}
    for row in body_of(table) if gone else ():
        kept = tuple(line for line in row.cells[outcome].lines if id(line) not in gone)
        row.cells[outcome] = Cell(kept, place_of(kept))
