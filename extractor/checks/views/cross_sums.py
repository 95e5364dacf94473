"""Budget lines of one table against the finer lines that another table of the same year lists under them."""

from collections import defaultdict
from collections.abc import Iterator

from extractor.checks.case import Case
from extractor.checks.outcome import Evidence
from extractor.checks.views.budget import BudgetLine, budget
from extractor.checks.views.names import plain, same
from extractor.checks.views.sums import Sum

_COARSER = {"ro": ("kegiatan",), "kegiatan": ("program",)}
_FIELDS = ("pagu", "realisasi")


def cross_sums(case: Case) -> list[Sum]:
    """A kegiatan and the rincian output that another table lists under it, pagu and realisasi.

    They are compared only where the other of the two columns adds up, which shows that the list is complete.
    """
    lines = [line for line in case.view(budget) if line.origin == "realisasi"]
    found: list[Sum] = []
    for (table, parent), parts in _families(lines).items():
        for whole in _wholes(lines, table, parent, parts):
            found += _compared(whole, parts)
    return found


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
            yield line


def _compared(whole: BudgetLine, parts: list[BudgetLine]) -> Iterator[Sum]:
    made = {name: item for name in _FIELDS if (item := _sum(whole, parts, name)) is not None}
    complete = any(item.holds for item in made.values())
    for item in made.values():
        yield item if complete else Sum(item.total, item.parts, item.unit, item.where, item.what, "nothing shows that the list is complete")


def _sum(whole: BudgetLine, parts: list[BudgetLine], name: str) -> Sum | None:
    total: Evidence | None = getattr(whole, name)
    pieces: list[Evidence | None] = [getattr(part, name) for part in parts]
    given = tuple(p for p in pieces if p is not None and p.value is not None)
    if total is None or total.value is None or len(given) < len(parts):
        return None
    return Sum(total, given, "rupiah", "Rincian output per kegiatan", f"{name} {whole.label}")
