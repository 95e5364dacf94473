"""Target, realisasi and capaian whose columns were taken for one another: their own quotient tells which is which."""

from collections.abc import Sequence
from decimal import Decimal
from itertools import permutations
from typing import Final

from extractor.model import BarisCapaian, Target

_FIELDS: Final = ("target", "realisasi", "capaian")
_FEWEST: Final = 3
"""Rows that must show another order, and none the one that was read."""
_NEAR: Final = Decimal("0.06")
"""Percentage points by which rounding may move a capaian."""


def settle_order(rows: Sequence[BarisCapaian]) -> None:
    """Exchanges the three figures of all rows where capaian = realisasi / target fails in each, and holds in each in another order.

    Rows without three figures, and those in which all orders are the same, say nothing. The quotient holds with target and capaian
    exchanged as well: of these two orders that counts in which every capaian carries a "%" and not every target does.
    """
    telling = [figures for row in rows if (figures := _figures(row)) is not None and len(set(figures)) > 1]
    if len(telling) < _FEWEST or any(_fits(*figures) for figures in telling):
        return
    able = [order for order in permutations(range(3)) if all(_fits(*(figures[i] for i in order)) for figures in telling)]
    shares = [all("%" in t.mentah for row in rows if (t := getattr(row, field)) is not None) for field in _FIELDS]
    marked = [order for order in able if shares[order[2]] and not shares[order[0]]]
    if len(marked) != 1:
        return
    for row in rows:
        stated: list[Target | None] = [getattr(row, field) for field in _FIELDS]
        for field, i in zip(_FIELDS, marked[0], strict=True):
            setattr(row, field, stated[i])


def _figures(row: BarisCapaian) -> tuple[Decimal, Decimal, Decimal] | None:
    values = [t.nilai for t in (row.target, row.realisasi, row.capaian) if t is not None and isinstance(t.nilai, int | Decimal)]
    return (Decimal(values[0]), Decimal(values[1]), Decimal(values[2])) if len(values) == len(_FIELDS) else None


def _fits(target: Decimal, realised: Decimal, achieved: Decimal) -> bool:
    return target > 0 and abs(realised * 100 / target - achieved) <= _NEAR
