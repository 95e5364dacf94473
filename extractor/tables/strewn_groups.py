"""Which rows a merged cell covers where its table does not tell: as in the report's other tables, which repeat the same entries."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Final

from rapidfuzz import fuzz, process

from extractor.reading.document import Cell, GridRow, Place
from extractor.tables.strewn_grid import Gathered, place_of

_MOST_AGAINST: Final = 0.25
"""Share of indicators beside another outcome elsewhere up to which the rows of merged cells are believed."""
_WHOLE: Final = 2
"""Votes of a table with an outcome in every row."""
_ALIKE: Final = 88.0
"""Likeness of two texts that are the same, 0..100."""


def regroup(tables: Sequence[Gathered]) -> int:
    """Put the merged cells of tables that do not tell which rows they cover beside the rows that they cover elsewhere; in place.

    Where no other table tells, they are left out of the grid: a wrong outcome beside an indicator is worse than none. Gives the number
    of such tables.
    """
    for table in tables:
        _find_merged(table)
    told = _told(tables)
    contradicted = [table for table in tables if table.sure and table.spanning and not _is_whole(table) and _is_contradicted(table, told)]
    for table in contradicted:
        table.sure = False
    known = _known(tables)
    for table in tables:
        if not table.sure and known:
            _regroup(table, known)
    return sum(
        _leave_out(table, all_of=any(table is other for other in contradicted)) for table in tables if table.spanning and not table.sure
    )


def _told(tables: Iterable[Gathered]) -> dict[str, Counter[str]]:
    """For each indicator how many tables have it beside which outcome; one that names the outcome in every row counts more."""
    told: dict[str, Counter[str]] = {}
    for table in tables:
        if table.sure or not table.spanning:
            votes = _WHOLE if not table.spanning or _is_whole(table) else 1
            for indicator, outcome in _pairs(table):
                told.setdefault(indicator, Counter())[outcome] += votes
    return told


def _known(tables: Iterable[Gathered]) -> dict[str, str]:
    """The outcome of each indicator, as most of the tables have it that tell."""
    return {indicator: max(found.items(), key=lambda item: (item[1], item[0]))[0] for indicator, found in _told(tables).items()}


def _find_merged(table: Gathered) -> None:
    """Where cells were dealt to single rows, but some rows have no outcome, these cells are merged; in place."""
    outcome, number = _column(table, "sasaran"), _column(table, "nomor")
    if table.spanning or outcome is None or _is_whole(table):
        return
    parts = {
        column: [list(row.cells[column].lines) for row in _body(table) if row.cells[column].lines]
        for column in (outcome, number)
        if column is not None
    }
    table.spanning = {column: found for column, found in parts.items() if len(found) == len(parts[outcome])}
    table.sure = True


def _is_whole(table: Gathered) -> bool:
    """Whether every row has an outcome of its own."""
    outcome = _column(table, "sasaran")
    return outcome is not None and all(row.cells[outcome].lines for row in _body(table))


def _is_contradicted(table: Gathered, told: Mapping[str, Counter[str]]) -> bool:
    """Whether more tables have indicators of this one beside another outcome: the order of reading does not tell the rows here."""
    agrees: list[bool] = []
    for indicator, outcome in _pairs(table):
        same = [found for text, found in told.items() if fuzz.ratio(text, indicator, score_cutoff=_ALIKE)]
        mine = sum(votes for found in same for text, votes in found.items() if fuzz.ratio(text, outcome) >= _ALIKE)
        agrees.append(2 * mine >= sum(found.total() for found in same))
    return _MOST_AGAINST * len(agrees) < len(agrees) - sum(agrees)


def _column(table: Gathered, role: str) -> int | None:
    return next((at for at, column in enumerate(table.head.columns) if column.role.name == role), None)


def _body(table: Gathered) -> list[GridRow]:
    return [row for row in table.grid.rows if not row.header]


def _text(cell: Cell) -> str:
    return " ".join(cell.raw.split())


def _pairs(table: Gathered) -> Iterator[tuple[str, str]]:
    """Each indicator with the outcome to which it belongs."""
    outcome, indicator = _column(table, "sasaran"), _column(table, "indikator")
    if outcome is None or indicator is None:
        return
    current = ""
    for row in _body(table):
        current = _text(row.cells[outcome]) or (current if outcome in table.spanning else "")
        if current and _text(row.cells[indicator]):
            yield _text(row.cells[indicator]), current


def _regroup(table: Gathered, known: Mapping[str, str]) -> None:
    outcome, indicator = _column(table, "sasaran"), _column(table, "indikator")
    if outcome is None or indicator is None or outcome not in table.spanning:
        return
    groups = [" ".join(line.text for line in part) for part in table.spanning[outcome]]
    belongs = [_group_of(_text(row.cells[indicator]), groups, known) for row in _body(table)]
    starts = _starts(belongs, groups)
    if len(starts) < len(groups):
        if None not in belongs and set(belongs) == set(range(len(groups))):
            _repeat(table, [group for group in belongs if group is not None])
        return
    for column, parts in table.spanning.items():
        if len(parts) == len(groups):
            for at, row in enumerate(_body(table)):
                lines = tuple(parts[starts.index(at)]) if at in starts else ()
                row.cells[column] = Cell(lines, place_of(lines))
    table.sure = True


def _leave_out(table: Gathered, *, all_of: bool) -> bool:
    """Merged cells of which several would begin at one row, or which another table contradicts, stand below the table as printed."""
    rows, left = _body(table), False
    for column, parts in table.spanning.items():
        begun = [row for row in rows if row.cells[column].lines]
        if all_of or len(begun) < len(parts):
            for row in begun:
                row.cells[column] = Cell((), Place())
            table.left += [line for part in parts for line in part]
            left = True
    return left


def _repeat(table: Gathered, belongs: Sequence[int]) -> None:
    """Each row with the merged cells of its group: rows that were not read in the order of their groups."""
    for column, parts in table.spanning.items():
        if len(parts) == max(belongs) + 1:
            for row, group in zip(_body(table), belongs, strict=True):
                row.cells[column] = Cell(tuple(parts[group]), place_of(parts[group]))
    table.spanning, table.sure = {}, True


def _starts(belongs: Sequence[int | None], groups: Sequence[str]) -> list[int]:
    """The row at which each group begins; fewer where this is not known of all."""
    starts = [belongs.index(group) for group in range(len(groups)) if group in belongs]
    told = [group for group in belongs if group is not None]
    return starts if told == sorted(told) else []


def _group_of(indicator: str, groups: Sequence[str], known: Mapping[str, str]) -> int | None:
    same = process.extractOne(indicator, known.keys(), scorer=fuzz.ratio, score_cutoff=_ALIKE) if indicator else None
    if same is None:
        return None
    like = process.extractOne(known[same[0]], groups, scorer=fuzz.ratio, score_cutoff=_ALIKE)
    return int(like[2]) if like else None
