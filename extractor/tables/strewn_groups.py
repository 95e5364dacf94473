"""Which rows a merged cell covers where its table does not tell: as in the report's other tables, which repeat the same entries."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import Final

from rapidfuzz import fuzz, process

from extractor.reading.document import Cell, GridRow
from extractor.tables.strewn_grid import Gathered, place_of
from extractor.tables.strewn_merged import ALIKE, body_of, column_of, find_merged, is_whole, outcomes_of, pairs_of, texts_of, which_of
from extractor.tables.strewn_outcomes import by_means, means_of, segments, share_of, under_headings
from extractor.tables.strewn_starts import starts_told

_MOST_AGAINST: Final = 0.25
"""Share of indicators beside another outcome elsewhere up to which the rows of merged cells are believed."""
_SEVERAL: Final = 2
_WHOLE: Final = 3
"""Votes of a table with an outcome in every row."""
_WRITTEN: Final = 4
"""Votes of what the report says outside these tables."""
_MUCH: Final = 1
"""Votes by which another way must be better than what was read."""
_Told = Mapping[str, Counter[str]]
"""For each indicator the votes for outcomes."""


def regroup(tables: Sequence[Gathered], texts: Sequence[str] = ()) -> int:
    """Put the merged cells of tables that do not tell which rows they cover beside the rows that they cover elsewhere; in place.

    Where nothing tells, they are left out of the grid: a wrong outcome beside an indicator is worse than none. ``texts`` are the lines
    outside the tables. Gives the number of tables that lack them.
    """
    find_merged(tables)
    told = _told(tables)
    _tell_outside(told, tables, texts)
    contradicted = [table for table in tables if table.sure and table.spanning and not is_whole(table) and _is_contradicted(table, told)]
    for table in contradicted:
        table.sure = False
    begun = _begun([table for table in tables if not any(table is other for other in contradicted)])
    _reorder(tables, told, begun)
    for chain in _chains(tables):
        _regroup(chain, told, begun)
    return sum(
        _leave_out(table, all_of=any(table is other for other in contradicted)) for table in tables if table.spanning and not table.sure
    )


def _tell_outside(told: dict[str, Counter[str]], tables: Sequence[Gathered], texts: Sequence[str]) -> None:
    """Adds what the lines outside the tables tell of the outcome of an indicator; in place."""
    outcomes = list(dict.fromkeys(text for table in tables for text in outcomes_of(table)))
    indicators = list(dict.fromkeys(text for table in tables for text in texts_of(table, "indikator")))
    if len(outcomes) > 1:
        for indicator, outcome in under_headings(texts, outcomes, indicators):
            told.setdefault(indicator, Counter())[outcome] += _WRITTEN
        means = means_of(texts, outcomes)
        for chain in _chains(tables):
            shares = [share_of(text) for table in chain for text in texts_of(table, "capaian")]
            rows = [text for table in chain for text in texts_of(table, "indikator")]
            starts = by_means(shares, [mean for _, mean in means])
            for row, indicator in enumerate(rows if starts else []):
                group = sum(start <= row for start in starts) - 1
                told.setdefault(indicator, Counter())[means[group][0]] += _WRITTEN


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
            votes = _WHOLE if not table.spanning or is_whole(table) else 1
            for indicator, outcome in pairs_of(table):
                told.setdefault(indicator, Counter())[outcome] += votes
    return told


def _begun(tables: Iterable[Gathered]) -> dict[str, Counter[str]]:
    """For each indicator the votes for outcomes that begin at its row, by what is read behind these; tables of one kind, which are laid
    out and read alike, count once.
    """
    kinds: dict[tuple[str, str, str], int] = {}
    for table in tables:
        outcome, indicator = column_of(table, "sasaran"), column_of(table, "indikator")
        if outcome is None or indicator is None or outcome not in table.spanning:
            continue
        outcomes, rows = outcomes_of(table), texts_of(table, "indikator")
        for at, row, votes in starts_told(table.spanning[outcome], body_of(table), indicator):
            key = (table.head.spec.kind, rows[row], outcomes[at])
            kinds[key] = max(votes, kinds.get(key, 0))
    told: dict[str, Counter[str]] = {}
    for (_, text, name), votes in kinds.items():
        told.setdefault(text, Counter())[name] += votes
    return told


def _reorder(tables: Sequence[Gathered], told: _Told, begun: _Told) -> None:
    """Merged cells that were read in another order than in the report's other tables stand in that one, where more speaks for it;
    in place.
    """
    named = [outcomes_of(table) for table in tables]
    for table, own in zip(tables, named, strict=True):
        outcome, indicators = column_of(table, "sasaran"), texts_of(table, "indikator")
        if outcome is None or outcome not in table.spanning or len(own) < _SEVERAL or table.goes_on:
            continue
        votes, opening = ([_votes(text, own, spoken) for text in indicators] for spoken in (told, begun))
        ways = {**{way: _MUCH + 1 for other in named if (way := _order(own, other))}, tuple(range(len(own))): 0}
        worth = {way: _best(votes, opening, way) - cost for way, cost in ways.items()}
        best = max(ways, key=lambda way: worth[way])
        table.spanning[outcome] = [table.spanning[outcome][at] for at in best]


def _order(own: Sequence[str], other: Sequence[str]) -> tuple[int, ...]:
    """The places of the outcomes of a table in the order in which another one has them; nothing where it does not have each once."""
    like = [process.extractOne(text, other, scorer=fuzz.ratio, score_cutoff=ALIKE) for text in own]
    places = [found[2] for found in like if found]
    return tuple(sorted(range(len(own)), key=lambda at: places[at])) if len(set(places)) == len(own) else ()


def _best(votes: Sequence[Sequence[int]], opening: Sequence[Sequence[int]], way: Sequence[int]) -> int:
    """The most votes that groups in this order can have; below 0 where there are more of them than rows."""
    votes, opening = ([[vote[at] for at in way] for vote in given] for given in (votes, opening))
    starts, _ = segments(votes, opening)
    return _worth(votes, opening, starts) if starts else -1


def _is_contradicted(table: Gathered, told: _Told) -> bool:
    """Whether more tables have indicators of this one beside another outcome: the order of reading does not tell the rows here."""
    agrees: list[bool] = []
    for indicator, outcome in pairs_of(table):
        same = [found for text, found in told.items() if fuzz.ratio(text, indicator, score_cutoff=ALIKE)]
        mine = sum(votes for found in same for text, votes in found.items() if fuzz.ratio(text, outcome) >= ALIKE)
        agrees.append(2 * mine >= sum(found.total() for found in same))
    return _MOST_AGAINST * len(agrees) < len(agrees) - sum(agrees)


def _regroup(chain: Sequence[Gathered], told: _Told, begun_at: _Told) -> None:
    """Put the merged cells of a table, which pages may part, beside the rows that what is told says; in place."""
    outcome = column_of(chain[0], "sasaran")
    rows = [row for table in chain for row in body_of(table)]
    if outcome is None or outcome not in chain[0].spanning or not all(column_of(table, "indikator") is not None for table in chain):
        return
    groups = [text for table in chain for text in outcomes_of(table)]
    indicators = [text for table in chain for text in texts_of(table, "indikator")]
    votes = [_votes(text, groups, told) for text in indicators]
    opening = [_votes(text, groups, begun_at) for text in indicators]
    starts, alone = segments(votes, opening)
    begun = [at for at, row in enumerate(rows) if row.cells[outcome].lines]
    sure = all(table.sure for table in chain)
    if starts and sure and len(begun) == len(groups) and _worth(votes, opening, starts) <= _worth(votes, opening, begun) + _MUCH:
        return
    tops = [max(range(len(groups)), key=lambda group: vote[group]) if any(vote) else None for vote in votes]
    known = {top for top in tops if top is not None} | {group for group, row in enumerate(starts) if opening[row][group] or not row}
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


def _worth(votes: Sequence[Sequence[int]], opening: Sequence[Sequence[int]], starts: Sequence[int]) -> int:
    """The votes for groups that start at these rows."""
    within = sum(vote[max(sum(start <= row for start in starts) - 1, 0)] for row, vote in enumerate(votes))
    return within + sum(opening[row][group] for group, row in enumerate(starts))


def _votes(indicator: str, groups: Sequence[str], told: _Told) -> list[int]:
    """How much of what is told speaks for an indicator being of each group."""
    votes = [0] * len(groups)
    same = process.extract(indicator, told.keys(), scorer=fuzz.ratio, score_cutoff=ALIKE) if indicator else []
    for text, _, _ in same:
        for outcome, count in told[text].items():
            group = which_of(outcome, groups)
            if group is not None:
                votes[group] += count
    return votes


def _leave_out(table: Gathered, *, all_of: bool) -> bool:
    """Merged cells of which several would begin at one row, or which another table contradicts, stand below the table as printed."""
    rows, left = body_of(table), False
    for column, parts in table.spanning.items():
        begun = [row for row in rows if row.cells[column].lines]
        if all_of or len(begun) < len(parts):
            for row in begun:
                row.cells[column] = Cell()
            table.left += [line for part in parts for line in part]
            left = True
    return left


def _repeat(table: Gathered, belongs: Sequence[int]) -> None:
    """Each row with the merged cells of its group: rows that were not read in the order of their groups."""
    for column, parts in table.spanning.items():
        if len(parts) == max(belongs) + 1:
            for row, group in zip(body_of(table), belongs, strict=True):
                row.cells[column] = Cell(tuple(parts[group]), place_of(parts[group]))
    table.spanning, table.sure = {}, True
