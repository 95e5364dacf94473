"""Budget lines of one table against the finer lines that another table of the same year lists under them."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import replace

from extractor.checks.case import Case
from extractor.checks.outcome import Evidence
from extractor.checks.views.budget import BudgetLine, budget
from extractor.checks.views.names import plain, same
from extractor.checks.views.sums import Sum

_COARSER = {"ro": ("kegiatan",), "kegiatan": ("program",)}
_WHERE = {"kegiatan": "Rincian output per kegiatan", "program": "Kegiatan per program"}
_FIELDS = ("pagu", "realisasi")
_ENOUGH = 3
"""Sums between two tables that must hold before one that does not is an error."""


def cross_sums(case: Case) -> list[Sum]:
    """A kegiatan and the rincian output that another table lists under it, pagu and realisasi.

    They are compared only where the other of the two columns adds up, or where most sums between the two tables do, which
    shows that the list is complete.
    """
    lines = [line for line in case.view(budget) if line.origin == "realisasi"]
    between: dict[tuple[str, str], list[list[Sum]]] = defaultdict(list)
    for (table, parent), parts in _families(lines).items():
        for whole in _wholes(lines, table, parent, parts):
            between[table, whole.table].append([item for name in _FIELDS if (item := _sum(whole, parts, name)) is not None])
    return [item for pairs in between.values() for item in _judged(pairs)]


def _families(lines: list[BudgetLine]) -> dict[tuple[str, str], list[BudgetLine]]:
    """Lines of one table that stand under one parent."""
    families: dict[tuple[str, str], list[BudgetLine]] = defaultdict(list)
    for line in lines:
        if line.parent and line.level in _COARSER:
            families[line.table, line.parent].append(line)
    return families


def _wholes(lines: list[BudgetLine], table: str, parent: str, parts: list[BudgetLine]) -> Iterator[BudgetLine]:
    """The lines of other tables that are the parent."""
    wanted, year = _COARSER[parts[0].level or ""], parts[0].year
    for line in lines:
        if line.table != table and line.level in wanted and line.year == year and plain(line.name) and same(line.name, parent):
            alone = sum(other.table == line.table and same(other.name, parent) for other in lines) == 1
            yield from [line] if alone else []


def _judged(pairs: list[list[Sum]]) -> Iterator[Sum]:
    """The sums between two tables; those of which nothing shows that the list is complete are marked."""
    holding = sum(item.holds for items in pairs for item in items)
    mostly = holding > sum(not item.holds for items in pairs for item in items) and holding >= _ENOUGH
    for items in pairs:
        complete = mostly or any(item.holds for item in items)
        yield from (item if complete else replace(item, problem="nothing shows that the list is complete") for item in items)


def _sum(whole: BudgetLine, parts: list[BudgetLine], name: str) -> Sum | None:
    total: Evidence | None = getattr(whole, name)
    pieces: list[Evidence | None] = [getattr(part, name) for part in parts]
    given = tuple(p for p in pieces if p is not None and p.value is not None)
    if total is None or total.value is None or len(given) < len(parts):
        return None
    return Sum(total, given, "rupiah", _WHERE[whole.level or ""], f"{name} {whole.label}")
