"""A04: spending above its ceiling."""

from collections import defaultdict
from collections.abc import Iterator
from fractions import Fraction

from extractor.checks.case import Case
from extractor.checks.outcome import Finding, Holds, NotEvaluable, Outcome
from extractor.checks.registry import check
from extractor.checks.samples import report, spending
from extractor.checks.show import rupiah, short
from extractor.checks.views.budget import BudgetLine, budget, percent_lines, ratio_of
from extractor.checks.views.names import is_balance
from extractor.values.rounding import Interval

_MOST = Fraction(10**18)


@check(
    "A04", "realisasi_gt_pagu", "peringatan", "Realisasi melebihi pagu",
    wrong=lambda: report(realisasi_anggaran=[spending([("Program Dukungan Manajemen", "program", "2.526.500.000", "2.536.537.942", "")])]),
    right=lambda: report(realisasi_anggaran=[spending([("Program Dukungan Manajemen", "program", "2.526.500.000", "2.516.537.942", "")])]),
)  # fmt: skip
def realisasi_gt_pagu(case: Case) -> Iterator[Outcome]:
    """Spending is above its ceiling.

    Compares: realisasi with pagu of every budget line that states both.
    Rule: UU 1/2004 pasal 3 (3): no spending where no budget, or not enough of it, is available.
    Tolerance: none. A table most percents of which are not those of its pagu and realisasi is not judged.
    Wrong: a realisasi of 2.536.537.942 on a pagu of 2.526.500.000.
    Right: a realisasi of 2.516.537.942 on it.
    Repair: none is certain: a pagu raised by a revision that the table leaves out is as likely as a slip.
    """
    told = {(line.table, line.order) for line in case.view(percent_lines)}
    over: dict[tuple[int | None, object, object], list[BudgetLine]] = defaultdict(list)
    for line in case.view(budget):
        if is_balance(line.name):
            yield NotEvaluable("it is revenue or a balance, which has no ceiling")
        elif not line.name or line.pagu is None or line.realisasi is None or line.pagu.value is None or line.realisasi.value is None:
            yield NotEvaluable("pagu or realisasi is missing")
        elif line.realisasi.value > line.pagu.value and (line.table, line.order) not in told and not _fits(line):
            yield NotEvaluable("the percents of the table are of other figures")
        elif line.realisasi.value > line.pagu.value:
            over[line.year, line.pagu.value, line.realisasi.value].append(line)
        else:
            yield Holds((line.realisasi, line.pagu))
    for lines in over.values():
        yield _finding(lines)


def _fits(line: BudgetLine) -> bool:
    """Whether the percent of a line, where there is one, is that of its realisasi and its pagu."""
    ratio = ratio_of(line)
    return ratio is None or ratio.holds


def _finding(lines: list[BudgetLine]) -> Finding:
    line = lines[0]
    assert line.pagu is not None and line.realisasi is not None
    stated, limit = line.realisasi.value or 0, line.pagu.value or 0
    figures = (rupiah(stated), rupiah(limit), rupiah(stated - limit))
    sides = tuple(e for item in lines for e in (item.realisasi, item.pagu) if e is not None)
    implied = {e.key: Interval(Fraction(0), Fraction(limit)) if e.value == stated else Interval(Fraction(stated), _MOST) for e in sides}
    return Finding(
        id=f"{short(line.label)} ({line.year}): realisasi {figures[0]} melebihi pagu {figures[1]} sebesar {figures[2]}.",
        en=f"{short(line.label)} ({line.year}): realisasi {figures[0]} is above the pagu {figures[1]} by {figures[2]}.",
        evidence=sides, stated=stated, computed=limit, unit="rupiah", implied=implied, weight=5,
    )  # fmt: skip
