"""Target, realisation and achievement side by side: which of the columns is which follows from the figures, whatever the headers say.

Upright or narrow headers are often read in another order than their columns stand. The achievement is the quotient of the other two.
"""

from collections.abc import Iterator, Sequence
from decimal import Decimal
from fractions import Fraction
from typing import Final

from extractor.tables.proven import DIFFERS, LEAST_ROWS
from extractor.tables.table import Column, Table
from extractor.tables.wording import years
from extractor.values.rounding import percent_of, printed_decimals, printed_interval
from extractor.values.target import read_target

_ROLES: Final = ("target", "realisasi", "capaian")
_LEAST_NAMED: Final = 2
"""Columns of three that a header names, rightly or not, as one of these."""
_UNIT: Final = "satuan"
_SIZE: Final = len(_ROLES)
_FOLLOWS: Final = 0.7
"""Share of the rows in which the third figure must be the quotient; some are printed wrongly."""
_FULL: Final = 100
_Figure = tuple[Decimal, int, str | None]
"""A figure, its printed decimals and its unit."""


def take_proven_shares(table: Table) -> None:
    """Gives the roles of target, realisation and achievement to three neighbours of which the third is the quotient of the others,
    where the headers named them otherwise; those of other years beside them stand in the same order, each with its own year.

    The quotient alone would allow the first and the third to be exchanged: what was reached has the unit of its target.
    """
    groups = [group for start in range(_SIZE) if (group := _side_by_side(table, start))]
    if len(groups) != 1:
        return
    right = all(_roles(three) == _ROLES for three in groups[0])
    if len(groups[0]) > 1 and not (right and all(len({column.year for column in three}) == 1 for three in groups[0])):
        _set_years(groups[0])
    if right:
        return
    first, last = (table.columns.index(column) for column in (groups[0][0][0], groups[0][-1][-1]))
    if any(column.role in _ROLES for column in (*table.columns[: max(first - 1, 0)], *table.columns[last + 2 :])):
        return  # another part of the table, as a budget beside the achievement, has these names
    confidence = min(column.confidence for three in groups[0] for column in three if column.role is not None)
    for three in groups[0]:
        _give_unit(table, three)
        for column, role in zip(three, _ROLES, strict=True):
            column.role, column.confidence = role, confidence
    for column in (*table.columns[max(first - 1, 0) : first], *table.columns[last + 1 : last + 2]):
        if column.role in _ROLES:
            column.role, column.confidence = None, 0.0


def _set_years(group: Sequence[Sequence[Column]]) -> None:
    """The year that one header of three names, whichever it stands over, holds for all of them; in place."""
    for three in group:
        named: set[int | None] = {year for column in three for year in years(column.header)}
        named = named or {column.year for column in three}
        for column in three:
            column.year = next(iter(named)) if len(named) == 1 else None


def _give_unit(table: Table, three: Sequence[Column]) -> None:
    """The name of the column of units belongs to the one before these, where they have taken it; in place."""
    at = table.columns.index(three[0])
    if any(column.role == _UNIT for column in three) and at and table.columns[at - 1].role is None:
        table.columns[at - 1].role = _UNIT


def _side_by_side(table: Table, start: int) -> list[tuple[Column, Column, Column]]:
    """The threes side by side from the columns ``start``, ``start`` + 3, ... on, of which one is proven; the others are so, or the headers
    name them in another order, too.
    """
    columns = table.columns
    threes = [(columns[at], columns[at + 1], columns[at + 2]) for at in range(start, len(columns) - _SIZE + 1, _SIZE)]
    groups: list[list[tuple[Column, Column, Column]]] = [[]]
    for three in threes:
        if _is_named(three) and (_is_turned(three) or _is_proven(table, three)):
            groups[-1].append(three)
        elif groups[-1]:
            groups.append([])
    return next((group for group in groups if any(_is_proven(table, three) for three in group)), [])


def _roles(three: Sequence[Column]) -> tuple[str | None, ...]:
    return tuple(column.role for column in three)


def _is_turned(three: Sequence[Column]) -> bool:
    """Whether headers name the columns in an order in which these do not stand."""
    named = [_ROLES.index(column.role) for column in three if column.role in _ROLES]
    return named != sorted(named)


def _is_named(three: Sequence[Column]) -> bool:
    roles = _roles(three)
    if len({year for column in three[:2] for year in years(column.header)}) > 1:
        return False  # the same figure of two years, and how it changed
    return all(role in (*_ROLES, _UNIT, None) for role in roles) and sum(role in _ROLES for role in roles) >= _LEAST_NAMED


def _is_proven(table: Table, three: Sequence[Column]) -> bool:
    """Whether the third figure is the quotient of the others in enough rows, and the first one has the unit of the second; where no unit
    tells, headers that name them the other way round are believed.
    """
    rows = [[_figure(row.text(column.index)) for column in three] for row in table.rows]
    told = [row for row in ([figure for figure in figures if figure] for figures in rows) if len(row) == len(three)]
    apart = [row for row in told if row[0][0] != row[1][0]]
    if len(apart) < LEAST_ROWS:
        return False
    plain = [_is_share(row, percent_of(row[1][0], row[0][0])) for row in apart]
    turned = [any(_is_share(row, share) for share in _turned(row)) for row in apart]
    follows = sum(a or b for a, b in zip(plain, turned, strict=True)) >= _FOLLOWS * len(apart) and sum(plain) > DIFFERS * len(apart)
    first, third = (sum(row[at][2] == row[1][2] != row[2 - at][2] for row in told) for at in (0, 2))
    return follows and (first > third or (first == third and _roles(three) != _ROLES[::-1]))


def _figure(text: str) -> _Figure | None:
    value = read_target(text)
    if isinstance(value.nilai, str) or value.nilai is None:
        return None
    return Decimal(value.nilai), printed_decimals(text), value.satuan


def _turned(row: Sequence[_Figure]) -> Iterator[Fraction | None]:
    """What was achieved where less is better: as much below the target as this is above it, or the other quotient."""
    (target, *_), (reached, *_) = row[0], row[1]
    share = percent_of(reached, target)
    yield None if share is None else 2 * _FULL - share
    yield percent_of(target, reached)


def _is_share(row: Sequence[_Figure], share: Fraction | None) -> bool:
    value, decimals, _ = row[2]
    return share is not None and share in printed_interval(value, decimals)
