"""A05: figures off by groups of three digits."""

from collections.abc import Iterator
from fractions import Fraction
from itertools import permutations

from extractor.checks.case import Case
from extractor.checks.outcome import Evidence, Finding, Holds, Outcome
from extractor.checks.registry import check
from extractor.checks.samples import report, spending
from extractor.checks.show import rupiah, short
from extractor.checks.views.budget import BudgetLine, budget, percent_lines, ratio_of
from extractor.checks.views.cross_sums import cross_sums
from extractor.checks.views.sums import Sum, sums
from extractor.checks.views.versions import compatible
from extractor.values.rounding import Interval

_FACTORS = tuple(Fraction(1000) ** k for k in (1, 2, 3, -1, -2, -3))
_TELLING = 10**7
_AMONG = 100
"""Times the greatest other amount of its table that a corrected amount may be."""
_LEAST = 1000
"""Smaller amounts say nothing of their digit groups."""


@check(
    "A05", "magnitude", "galat", "Angka kurang atau lebih satu kelompok tiga digit (faktor 1.000)",
    wrong=lambda: report(realisasi_anggaran=[spending([("QGE.002 Honorarium", "ro", "14.655.750.000", "14.655.750", "100%")])]),
    right=lambda: report(realisasi_anggaran=[spending([("QGE.002 Honorarium", "ro", "14.655.750.000", "14.655.750.000", "100%")])]),
)  # fmt: skip
def magnitude(case: Case) -> Iterator[Outcome]:
    """A figure is off by a factor of a thousand, or lacks or has too many groups of three digits.

    Compares: an amount with what its percent, its total or the total's other parts call for; a ceiling with that of the same
        code in another table.
    Rule: a comparison that fails as printed and holds once the amount is multiplied or divided by 1.000, 1.000.000 or
        1.000.000.000 shows a group of three digits lost or gained in typing.
    Tolerance: that of the comparison: none for sums, rounding for percents.
    Wrong: a realisasi of 14.655.750 on a pagu of 14.655.750.000, "100%".
    Right: a realisasi of 14.655.750.000.
    Repair: the amount with the group restored; it settles all comparisons that it takes part in.
    """
    seen = set()
    for finding in (*_by_percents(case), *_by_sums(case), *_by_twins(case)):
        if isinstance(finding, Finding) and finding.evidence[0].key in seen:
            continue
        if isinstance(finding, Finding):
            seen.add(finding.evidence[0].key)
        yield finding


def _by_percents(case: Case) -> Iterator[Outcome]:
    for line in case.view(percent_lines):
        ratio = ratio_of(line)
        if ratio is None or not ratio.stated.value:
            continue
        if ratio.holds:
            yield Holds((ratio.part, ratio.whole))
            continue
        factor = next((f for f in _FACTORS if ratio.computed * f in ratio.interval), None)
        if factor is not None:
            yield _finding(*_wrong_side(case, line, factor))


def _wrong_side(case: Case, line: BudgetLine, factor: Fraction) -> tuple[Evidence, Fraction, tuple[Evidence, ...]]:
    """Which of the two is off: the one whose correction a total calls for, else the one that stays among the amounts of its table.

    Where neither tells, the one that would have fewer digits.
    """
    assert line.pagu is not None and line.realisasi is not None and line.persen is not None
    choices = ((line.realisasi, factor), (line.pagu, 1 / factor))
    for evidence, by in choices:
        wanted = Fraction(evidence.value or 0) * by
        for item in [*case.view(sums), *case.view(cross_sums)]:
            if not item.holds and _called_for(item, evidence) == wanted:
                return evidence, wanted, (line.persen, line.pagu, line.realisasi)
    within = [choice for choice in choices if Fraction(choice[0].value or 0) * choice[1] <= _AMONG * _greatest_other(case, line)]
    evidence, by = within[0] if len(within) == 1 else choices[0] if factor > 1 else choices[1]
    return evidence, Fraction(evidence.value or 0) * by, (line.persen, line.pagu, line.realisasi)


def _greatest_other(case: Case, line: BudgetLine) -> Fraction:
    """The greatest amount of the other lines of the table."""
    others = [other for other in case.view(budget) if other.table == line.table and (other.order, other.name) != (line.order, line.name)]
    amounts = [Fraction(e.value) for other in others for e in (other.pagu, other.realisasi) if e is not None and e.value is not None]
    return max(amounts, default=Fraction(0))


def _called_for(item: Sum, evidence: Evidence) -> Fraction | None:
    """The value with which a sum would hold, if this figure takes part in it."""
    off = Fraction(item.total.value or 0) - Fraction(item.computed)
    if evidence.key == item.total.key:
        return Fraction(item.computed)
    return Fraction(evidence.value or 0) + off if any(part.key == evidence.key for part in item.parts) else None


def _by_sums(case: Case) -> Iterator[Finding]:
    for item in [*case.view(sums), *case.view(cross_sums)]:
        if item.problem or item.holds or item.unit != "rupiah":
            continue
        for evidence in (*item.parts, item.total):
            wanted, value = _called_for(item, evidence), evidence.value
            if wanted and value and abs(Fraction(value)) >= _LEAST and wanted / Fraction(value) in _FACTORS:
                yield _finding(evidence, wanted, (item.total, *item.parts))
                break


def _by_twins(case: Case) -> Iterator[Finding]:
    """A ceiling beside that of the same code in another table, which has one group of digits more."""
    lines = [line for line in case.view(budget) if line.code and line.pagu is not None and (line.pagu.value or 0) >= _TELLING]
    for one, other in permutations(lines, 2):
        if one.table == other.table or one.year != other.year or one.pagu is None or other.pagu is None:
            continue
        if _group_lost(int(one.pagu.value or 0), int(other.pagu.value or 0)) and compatible(one.code or "", other.code or ""):
            yield _finding(one.pagu, Fraction(other.pagu.value or 0), (other.pagu,))


def _group_lost(less: int, more: int) -> bool:
    """Whether a number is another one without a group of three digits between the first and the last that are not nil."""
    if not less * 100 < more < less * 10000:
        return False
    short, long = (f"{value:,}".split(",") for value in (less, more))
    return any(long[:at] + long[at + 1 :] == short for at in range(1, len(long)))


def _finding(evidence: Evidence, wanted: Fraction, others: tuple[Evidence, ...]) -> Finding:
    stated, computed = Fraction(evidence.value or 0), int(wanted)
    name, figures = short(evidence.name), (rupiah(stated), rupiah(computed))
    what = ("kurang", "lacks") if abs(computed) > abs(stated) else ("lebih", "has too many")
    return Finding(
        id=f"{name}: tertulis {figures[0]}, yang cocok dengan angka-angka di sekitarnya {figures[1]}: {what[0]} kelompok tiga digit.",
        en=f"{name}: stated as {figures[0]}; the figures around it call for {figures[1]}: it {what[1]} groups of three digits.",
        evidence=(evidence,), stated=evidence.value, computed=computed, unit="rupiah",
        implied={evidence.key: Interval.exactly(wanted)}, weight=100,
    ).with_evidence(others)  # fmt: skip
