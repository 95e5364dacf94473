"""Two columns of percents beside a ceiling and a spending: the one that follows from them is the percent of the money.

The physical progress stands beside the financial one in reports of local government, and headers over narrow columns do not
always tell which is which; the figures do.
"""

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from fractions import Fraction
from typing import Final

from extractor.tables.table import Column, Table
from extractor.values.numbers import column_convention, read_amount, read_percent
from extractor.values.rounding import percent_of, printed_decimals, printed_interval

LEAST_ROWS: Final = 3
_SPENT: Final = re.compile(r"realisasi|serap|capai", re.IGNORECASE)
_ORDER: Final = ("pagu", "realisasi", "persen")
_MONEY: Final = 100_000
"""The least ceiling that can only be money, in rupiah."""
FOLLOWS, DIFFERS = 0.8, 0.5
"""Share of the rows in which the percent must follow, and at most may follow from the column that was taken for it."""


def take_proven(table: Table) -> None:
    """Gives the role of the percent to another column of percents where that follows from the amounts and this one does not.

    One ceiling and one spending have one percent: of several columns that are headed so, as those of the achievement beside them, the
    one that follows stays the percent; where none does, the first one behind the amounts.
    """
    roles = {role: [column for column in table.columns if column.role == role] for role in _ORDER}
    if roles["pagu"] and not roles["realisasi"]:
        _forget_parts([column for column in roles["persen"] if not _pairs(table, column)])
    if len(roles["pagu"]) != 1 or len(roles["realisasi"]) != 1 or not roles["persen"]:
        return
    (pagu,), (realisasi,) = roles["pagu"], roles["realisasi"]
    exact = list(_exact(table, pagu, realisasi))
    behind = max(pagu.index, realisasi.index)
    stated = min(roles["persen"], key=lambda column: (not _is_proven(table, column, exact), column.index < behind))
    for column in roles["persen"]:
        if column is not stated:
            column.role, column.confidence = None, 0.0
    if len(exact) < LEAST_ROWS or _share(table, stated, exact) > DIFFERS:
        return
    others = [column for column in table.columns if column.role not in roles and _is_proven(table, column, exact)]
    if len(others) == 1:
        others[0].role, stated.role = stated.role, others[0].role


def _forget_parts(columns: Sequence[Column]) -> None:
    """A percent beside amounts of which none was spent is a part of their sum, unless its header says otherwise; in place."""
    for column in columns:
        if not _SPENT.search(column.header):
            column.role, column.confidence = None, 0.0


def take_proven_amounts(table: Table) -> None:
    """Gives the roles of ceiling and spending to the two columns of amounts of which the percent is the quotient, where it is not
    that of the two that were taken for them: of several revisions, or of the quarters and their total, only one pair is; and narrow
    headers may be read beside their columns, that of the percent too.
    """
    roles = {role: [column for column in table.columns if column.role == role] for role in _ORDER}
    named = [*roles["pagu"], *roles["realisasi"]]
    if len(roles["persen"]) > 1 or not named or _years(table) > 1:
        return
    stated, pagu, realisasi = (next(iter(roles[role]), None) for role in ("persen", "pagu", "realisasi"))
    if stated and pagu and realisasi and _agrees(table, stated, pagu, realisasi):
        return
    pairs = [(*pair, stated) for pair in _pairs(table, stated)] if stated else []
    threes = pairs or _threes(table)
    if not threes or (not pairs and len(threes) > 1):
        return
    chosen = max(threes, key=lambda three: (three[0] is pagu, three[1] is realisasi, three[0].index, three[1].index))
    sure = min(column.confidence for column in named)
    confidence = [column.confidence if column else sure for column in (pagu, realisasi, stated)]
    for column in (*named, *roles["persen"]):
        column.role, column.confidence = None, 0.0
    for column, role, value in zip(chosen, _ORDER, confidence, strict=True):
        column.role, column.confidence = role, value


def _pairs(table: Table, stated: Column) -> list[tuple[Column, Column]]:
    """The columns left of a percent of which it is the quotient."""
    before = [column for column in table.columns if column.index < stated.index]
    return [(a, b) for a in before for b in before if a.index < b.index and _follows(table, stated, a, b)]


def _threes(table: Table) -> list[tuple[Column, Column, Column]]:
    """Three columns side by side of which the first two are amounts of money and the third is their quotient."""
    return [
        (a, b, c)
        for a, b, c in zip(table.columns, table.columns[1:], table.columns[2:], strict=False)
        if _follows(table, c, a, b) and all((read_amount(row.text(a.index)) or _MONEY) >= _MONEY for row in table.rows)
    ]


def _years(table: Table) -> int:
    return len({column.year for column in table.columns if column.role in ("pagu", "realisasi", "persen")})


def _agrees(table: Table, stated: Column, pagu: Column, realisasi: Column) -> bool:
    exact = list(_exact(table, pagu, realisasi))
    return len(exact) > 0 and _share(table, stated, exact) > DIFFERS


def _follows(table: Table, stated: Column, pagu: Column, realisasi: Column) -> bool:
    return _is_proven(table, stated, list(_exact(table, pagu, realisasi)))


def _exact(table: Table, pagu: Column, realisasi: Column) -> Iterator[tuple[int, Fraction]]:
    """Rows with both amounts, and what the percent is there."""
    conventions = [column_convention(row.text(column.index) for row in table.rows) for column in (pagu, realisasi)]
    for at, row in enumerate(table.rows):
        ceiling = read_amount(row.text(pagu.index), conventions[0])
        spent = read_amount(row.text(realisasi.index), conventions[1])
        percent = percent_of(spent, ceiling) if spent and ceiling else None
        if percent is not None:
            yield at, percent


def _is_proven(table: Table, column: Column, exact: Sequence[tuple[int, Fraction]]) -> bool:
    return len(exact) >= LEAST_ROWS and _share(table, column, exact) >= FOLLOWS


def _share(table: Table, column: Column, exact: Sequence[tuple[int, Fraction]]) -> float:
    """Share of the rows whose figure in this column is the percent, rounded or cut at its decimals."""
    return sum(_is(table.rows[at].text(column.index), percent) for at, percent in exact) / len(exact)


def _is(text: str, percent: Fraction) -> bool:
    value = read_percent(text)
    return value is not None and percent in printed_interval(Decimal(value), printed_decimals(text))
