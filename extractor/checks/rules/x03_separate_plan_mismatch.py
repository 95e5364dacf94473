"""X03: a plan that was submitted by itself differs from the one in the report."""

from collections.abc import Iterator, Sequence
from typing import Final, Literal

from extractor.checks.case import Case
from extractor.checks.outcome import Finding, Holds, NotEvaluable, Outcome
from extractor.checks.registry import check
from extractor.checks.samples import agreement, second_document
from extractor.checks.show import Number, rupiah, short
from extractor.checks.views.budget import BudgetLine, budget
from extractor.checks.views.goals import Goal, equal, goals, holder_of
from extractor.checks.views.names import alike
from extractor.checks.views.plans import document_of, separate
from extractor.checks.views.versions import compatible
from extractor.model import LaporanSatker

ALIKE: Final = 90.0
_NAMES: Final = {"pk": "PK", "rkt": "RKT"}
_INDICATOR: Final = "Persentase partisipasi pemilih"


def _example(told: str) -> LaporanSatker:
    """An agreement that was handed in by itself, and the one in the report."""
    apart, within = agreement((_INDICATOR, "81,5%")), agreement((_INDICATOR, told), first=40)
    return second_document([apart], [within])


@check(
    "X03", "separate_plan_mismatch", "peringatan", "PK atau RKT tersendiri berbeda dari yang dimuat dalam LKj",
    wrong=lambda: _example("80%"), right=lambda: _example("81,5%"),
)  # fmt: skip
def separate_plan_mismatch(case: Case) -> Iterator[Outcome]:
    """A PK or RKT submitted by itself differs from the same plan in the report.

    Compares: the targets and the budget lines of a PK or RKT in a document that holds no LKj with those of the same kind, holder
        and year in the LKj of the satker-year.
    Rule: PermenPANRB 53/2014: the report rests on the agreement that was signed and handed in.
    Tolerance: that of B02 for targets, none for rupiah. What any version in the report states is right; where both dates of
        signing are known and differ, the two are versions and the difference is `info`. A line that stands in one of the
        two only is not told.
    Wrong: 81,5 % in the PK that was handed in, 80 % in the PK of the report.
    Right: 81,5 % in both.
    Repair: the signed agreement's value.
    """
    apart = case.view(separate)
    reports = {d.id for d in case.report.dokumen if "lkj" in d.jenis}
    if not apart:
        return
    aims = [goal for goal in case.view(goals) if goal.origin in _NAMES]
    for goal in (g for g in aims if document_of(g.evidence) in apart):
        same = [g for g in aims if document_of(g.evidence) in reports and _one_goal(goal, g)]
        if same:
            yield _judged_goal(goal, same)
    lines = [line for line in case.view(budget) if line.origin in _NAMES and line.pagu is not None and line.level != "total"]
    for line in (x for x in lines if document_of(x.pagu) in apart):
        twins = [x for x in lines if document_of(x.pagu) in reports and _one_line(line, x)]
        if twins:
            yield _judged_line(line, twins)


def _one_goal(one: Goal, other: Goal) -> bool:
    fits = one.origin == other.origin and one.year == other.year and one.holder == other.holder
    return fits and alike(one.name, other.name) >= ALIKE


def _one_line(one: BudgetLine, other: BudgetLine) -> bool:
    if (one.origin, one.year, holder_of(one.holder)) != (other.origin, other.year, holder_of(other.holder)):
        return False
    if (one.level and other.level and one.level != other.level) or (one.code and other.code and not compatible(one.code, other.code)):
        return False
    return alike(one.name, other.name) >= ALIKE


def _severity(date: str | None, dates: Sequence[str | None]) -> Literal["info"] | None:
    """A difference between versions is for information."""
    return "info" if date and all(other and other != date for other in dates) else None


def _judged_goal(goal: Goal, same: Sequence[Goal]) -> Outcome:
    verdicts = [equal(goal.target, other.target) for other in same]
    if True in verdicts:
        return Holds((goal.evidence,))
    if None in verdicts:
        return NotEvaluable("a target that is neither a figure nor a grade")
    said, told = short(goal.target.mentah), " / ".join(dict.fromkeys(short(g.target.mentah) for g in same))
    values: list[Number | str] = [g.evidence.value if g.evidence.value is not None else g.target.mentah.strip() for g in (same[0], goal)]
    where, severity = (_NAMES[goal.origin], goal.year), _severity(goal.date, [other.date for other in same])
    return Finding(
        id=f"Target {where[1]} “{short(goal.name)}”: {told} dalam {where[0]} yang dimuat LKj, {said} dalam {where[0]} tersendiri.",
        en=f"The {where[1]} target of “{short(goal.name)}” is {told} in the {where[0]} of the LKj and {said} in the separate {where[0]}.",
        evidence=(*(other.evidence for other in same), goal.evidence), stated=values[0], computed=values[1],
        unit="%" if goal.target.jenis == same[0].target.jenis == "persen" else None, severity=severity, weight=9,
    )  # fmt: skip


def _judged_line(line: BudgetLine, same: Sequence[BudgetLine]) -> Outcome:
    figures = [other.pagu for other in same if other.pagu is not None]
    if line.pagu is None or any(figure.value == line.pagu.value for figure in figures):
        return Holds(tuple(figures))
    if len({figure.value for figure in figures}) > 1 or line.pagu.value is None or figures[0].value is None:
        return NotEvaluable("several amounts")
    name, where, severity = short(line.label), _NAMES[line.origin], _severity(line.date, [other.date for other in same])
    told, said = rupiah(figures[0].value), rupiah(line.pagu.value)
    return Finding(
        id=f"{name} ({line.year}): {told} dalam {where} yang dimuat LKj, {said} dalam {where} tersendiri.",
        en=f"{name} ({line.year}): {told} in the {where} of the LKj, {said} in the separate {where}.",
        evidence=(*figures, line.pagu), stated=figures[0].value, computed=line.pagu.value, unit="rupiah", severity=severity, weight=24,
    )  # fmt: skip
