"""Two columns of percents beside a ceiling and a spending: the one that follows from them is the percent of the money.

The physical progress stands beside the financial one in reports of local government, and headers over narrow columns do not
always tell which is which; the figures do.
"""

from collections.abc import Iterator, Sequence
from decimal import Decimal
from fractions import Fraction
from typing import Final

from extractor.tables.table import Column, Table
from extractor.values.numbers import column_convention, read_amount, read_percent
from extractor.values.rounding import percent_of, printed_decimals, printed_interval

LEAST_ROWS: Final = 3
FOLLOWS, DIFFERS = 0.8, 0.5
"""Share of the rows in which the percent must follow, and at most may follow from the column that was taken for it."""


def take_proven(table: Table) -> None:
    """Gives the role of the percent to another column of percents where that follows from the amounts and this one does not."""
    roles = {role: [column for column in table.columns if column.role == role] for role in ("pagu", "realisasi", "persen")}
    if any(len(columns) != 1 for columns in roles.values()):
        return
    stated = roles["persen"][0]
    exact = list(_exact(table, roles["pagu"][0], roles["realisasi"][0]))
    if len(exact) < LEAST_ROWS or _share(table, stated, exact) > DIFFERS:
        return
    others = [column for column in table.columns if column.role not in roles and _share(table, column, exact) >= FOLLOWS]
    if len(others) == 1:
        others[0].role, stated.role = stated.role, others[0].role


def _exact(table: Table, pagu: Column, realisasi: Column) -> Iterator[tuple[int, Fraction]]:
    """Rows with both amounts, and what the percent is there."""
    conventions = [column_convention(row.text(column.index) for row in table.rows) for column in (pagu, realisasi)]
    for at, row in enumerate(table.rows):
        ceiling = read_amount(row.text(pagu.index), conventions[0])
        spent = read_amount(row.text(realisasi.index), conventions[1])
        percent = percent_of(spent, ceiling) if spent and ceiling else None
        if percent is not None:
            yield at, percent


def _share(table: Table, column: Column, exact: Sequence[tuple[int, Fraction]]) -> float:
    """Share of the rows whose figure in this column is the percent, rounded or cut at its decimals."""
    return sum(_is(table.rows[at].text(column.index), percent) for at, percent in exact) / len(exact)


def _is(text: str, percent: Fraction) -> bool:
    value = read_percent(text)
    return value is not None and percent in printed_interval(Decimal(value), printed_decimals(text))
