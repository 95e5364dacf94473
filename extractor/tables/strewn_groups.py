"""Which rows a merged cell covers where its table does not tell: as in the report's other tables, which repeat the same entries."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Final

from rapidfuzz import fuzz, process

from extractor.reading.document import Cell, GridRow, Place
from extractor.tables.strewn_grid import Gathered, place_of
from extractor.tables.strewn_outcomes import by_means, means_of, segments, share_of, under_headings

_MOST_AGAINST: Final = 0.25
"""Share of indicators beside another outcome elsewhere up to which the rows of merged cells are believed."""
_WHOLE: Final = 2
"""Votes of a table with an outcome in every row."""
_WRITTEN: Final = 4
"""Votes of what the report says outside these tables."""
_MUCH: Final = 1
"""Votes by which another way must be better than what was read."""
_ALIKE: Final = 88.0
"""Likeness of two texts that are the same, 0..100."""


def regroup(tables: Sequence[Gathered], texts: Sequence[str] = ()) -> int:
    """Put the merged cells of tables that do not tell which rows they cover beside the rows that they cover elsewhere; in place.

    Where nothing tells, they are left out of the grid: a wrong outcome beside an indicator is worse than none. ``texts`` are the lines
    outside the tables. Gives the number of tables that lack them.
    """
    for table in tables:
        _find_merged(table)
    told = _told(tables)
    _tell_outside(told, tables, texts)
    contradicted = [table for table in tables if table.sure and table.spanning and not _is_whole(table) and _is_contradicted(table, told)]
    for table in contradicted:
        table.sure = False
    for chain in _chains(tables):
        _regroup(chain, told)
    return sum(
        _leave_out(table, all_of=any(table is other for other in contradicted)) for table in tables if table.spanning and not table.sure
    )


def _tell_outside(told: dict[str, Counter[str]], tables: Sequence[Gathered], texts: Sequence[str]) -> None:
    """Adds what the lines outside the tables tell of the outcome of an indicator; in place."""
    outcomes = list(dict.fromkeys(text for table in tables for text in _outcomes(table)))
    indicators = list(dict.fromkeys(text for table in tables for text in _texts(table, "indikator")))
    if len(outcomes) > 1:
        for indicator, outcome in under_headings(texts, outcomes, indicators):
            told.setdefault(indicator, Counter())[outcome] += _WRITTEN
        means = means_of(texts, outcomes)
        for chain in _chains(tables):
            shares = [share_of(text) for table in chain for text in _texts(table, "capaian")]
            rows = [text for table in chain for text in _texts(table, "indikator")]
            starts = by_means(shares, [mean for _, mean in means])
            for row, indicator in enumerate(rows if starts else []):
                group = sum(start <= row for start in starts) - 1
                told.setdefault(indicator, Counter())[means[group][0]] += _WRITTEN


def _outcomes(table: Gathered) -> list[str]:
    """The outcomes of a table, in the order in which they were read."""
    outcome = _column(table, "sasaran")
    if outcome is None:
        return []
    if outcome in table.spanning:
        return [" ".join(line.text for line in part) for part in table.spanning[outcome]]
    return [text for text in _texts(table, "sasaran") if text]


def _texts(table: Gathered, role: str) -> list[str]:
    """The texts of a column from row to row; none where there is no such column."""
    column = _column(table, role)
    return [] if column is None else [_text(row.cells[column]) for row in _body(table)]


def _chains(tables: Iterable[Gathered]) -> list[list[Gathered]]:
    """The tables, those together that the ends of pages part."""
    chains: list[list[Gathered]] = []
    for table in tables:
        if chains and table.goes_on and table.spanning.keys() == chains[-1][-1].spanning.keys():
            chains[-1].append(table)
        else:
            chains.append([table])
    return chains


def _told(tables: Iterable[Gathered]) -> dict[str, Counter[str]]:
    """For each indicator how many tables have it beside which outcome; one that names the outcome in every row counts more."""
    told: dict[str, Counter[str]] = {}
    for table in tables:
        if table.sure or not table.spanning:
            votes = _WHOLE if not table.spanning or _is_whole(table) else 1
            for indicator, outcome in _pairs(table):
                told.setdefault(indicator, Counter())[outcome] += votes
    return told


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


def _regroup(chain: Sequence[Gathered], told: Mapping[str, Counter[str]]) -> None:
    """Put the merged cells of a table, which pages may part, beside the rows that what is told says; in place."""
    outcome = _column(chain[0], "sasaran")
    rows = [row for table in chain for row in _body(table)]
    if outcome is None or outcome not in chain[0].spanning or not all(_column(table, "indikator") is not None for table in chain):
        return
    groups = [text for table in chain for text in _outcomes(table)]
    votes = [_votes(text, groups, told) for table in chain for text in _texts(table, "indikator")]
    starts, alone = segments(votes)
    begun = [at for at, row in enumerate(rows) if row.cells[outcome].lines]
    sure = all(table.sure for table in chain)
    if starts and sure and len(begun) == len(groups) and _worth(votes, starts) <= _worth(votes, begun) + _MUCH:
        return
    tops = [max(range(len(groups)), key=lambda group: vote[group]) if any(vote) else None for vote in votes]
    known = {top for top in tops if top is not None}
    if not starts or not (alone or len(known) == len(groups)):
        return
    if None not in tops and tops != sorted(tops, key=lambda top: top or 0) and len(known) == len(groups) and len(chain) == 1:
        _repeat(chain[0], [top for top in tops if top is not None])
        return
    if chain[0].goes_on:
        starts[0] = next((at for at, vote in enumerate(votes) if any(vote)), 0)
    _place(chain, rows, starts, groups)


def _place(chain: Sequence[Gathered], rows: Sequence[GridRow], starts: Sequence[int], groups: Sequence[str]) -> None:
    """Put the merged cells at the rows at which their groups start; in place."""
    for column in chain[0].spanning:
        parts = [part for table in chain for part in table.spanning[column]]
        if len(parts) == len(groups):
            for at, row in enumerate(rows):
                lines = tuple(parts[starts.index(at)]) if at in starts else ()
                row.cells[column] = Cell(lines, place_of(lines))
    for table in chain:
        table.sure = True


def _worth(votes: Sequence[Sequence[int]], starts: Sequence[int]) -> int:
    """The votes for groups that start at these rows."""
    return sum(vote[max(sum(start <= row for start in starts) - 1, 0)] for row, vote in enumerate(votes))


def _votes(indicator: str, groups: Sequence[str], told: Mapping[str, Counter[str]]) -> list[int]:
    """How much of what is told speaks for an indicator being of each group."""
    votes = [0] * len(groups)
    same = process.extract(indicator, told.keys(), scorer=fuzz.ratio, score_cutoff=_ALIKE) if indicator else []
    for text, _, _ in same:
        for outcome, count in told[text].items():
            like = process.extractOne(outcome, groups, scorer=fuzz.ratio, score_cutoff=_ALIKE)
            if like:
                votes[like[2]] += count
    return votes


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
