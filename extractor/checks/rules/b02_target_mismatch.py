"""B02: one indicator with different targets."""

from collections.abc import Iterator, Sequence
from typing import Literal

from extractor.checks.case import Case
from extractor.checks.outcome import Finding, Holds, NotEvaluable, Outcome
from extractor.checks.registry import check
from extractor.checks.samples import achievements, agreement, report
from extractor.checks.show import short
from extractor.checks.views.goals import Goal, equal, same_goals
from extractor.checks.views.plans import told_once

_RANK = {"pk": 0, "rkt": 1, "iku": 2, "capaian": 3, "rak": 4, "renstra": 5}
_NAMES = {"pk": "PK", "rkt": "RKT", "iku": "IKU", "capaian": "tabel capaian", "rak": "RAK", "renstra": "Renstra"}
_ENGLISH = {
    "pk": "the PK",
    "rkt": "the RKT",
    "iku": "the IKU",
    "capaian": "the performance table",
    "rak": "the RAK",
    "renstra": "the Renstra",
}


@check(
    "B02", "target_mismatch", "peringatan", "Target satu indikator berbeda antara PK, RKT, RAK dan capaian",
    wrong=lambda: report(perjanjian_kinerja=[agreement(("Persentase partisipasi pemilih", "81,5%"))],
                         capaian_kinerja=[achievements(("Persentase partisipasi pemilih", "80%", "80%", "100%"), first=20)]),
    right=lambda: report(perjanjian_kinerja=[agreement(("Persentase partisipasi pemilih", "81,5%"))],
                         capaian_kinerja=[achievements(("Persentase partisipasi pemilih", "81,5%", "81,5%", "100%"), first=20)]),
)  # fmt: skip
def target_mismatch(case: Case) -> Iterator[Outcome]:
    """The same indicator has different targets.

    Compares: the target of an indicator, holder and year in the PK with that in the RKT, the RAK, the list of IKU, the
        Renstra's matrix of years and the performance tables; without a PK these with each other.
    Rule: PermenPANRB 53/2014: the PK takes its targets from the plan, and the report measures against the PK.
    Tolerance: "80%" and "80" are one target, and so are a figure and its rounding. Agreements of different dates are
        versions: a difference between them is `info`, and a target that any of them has is right. A Renstra most of whose
        targets of a year differ was revised and is left alone.
    Wrong: 81,5 % in the PK and 80 % in the table of achievements.
    Right: 81,5 % in both.
    Repair: the target of the last PK in force.
    """
    for goals in case.view(same_goals):
        group = told_once(case, goals, lambda goal: goal.evidence)
        if len(group) > 1:
            yield from _judged(group)


def _judged(group: Sequence[Goal]) -> Iterator[Outcome]:
    best = min(_RANK[g.origin] for g in group)
    reference = [g for g in group if _RANK[g.origin] == best]
    odd = [g for g in group if g not in reference and not any(equal(g.target, r.target) for r in reference)]
    if any(equal(g.target, r.target) is None for g in group for r in reference if g is not r):
        yield NotEvaluable("a target is neither a figure nor a grade")
    telling = [g for g in odd if all(equal(g.target, r.target) is False for r in reference)]
    if telling:
        yield _finding(telling, reference, None)
    first = reference[0]
    other = [r for r in reference[1:] if equal(first.target, r.target) is False]
    if other:
        dates = {r.date for r in reference if r.date}
        yield _finding(other, [first], "info" if len(dates) > 1 else None)
    elif not telling:
        yield Holds(tuple(g.evidence for g in group))


def _finding(odd: Sequence[Goal], reference: Sequence[Goal], severity: Literal["info"] | None) -> Finding:
    one, right = odd[0], reference[0]
    said, name = " / ".join(dict.fromkeys(short(g.target.mentah) for g in odd)), short(one.name)
    numbers = [g.evidence.value if g.evidence.value is not None else g.target.mentah.strip() for g in (one, right)]
    unit = "%" if one.target.jenis == right.target.jenis == "persen" else None
    aim = short(right.target.mentah)
    return Finding(
        id=f"Target {one.year} “{name}”: {_NAMES[one.origin]} {said}, {_NAMES[right.origin]} {aim}.",
        en=f"The {one.year} target of “{name}” is {said} in {_ENGLISH[one.origin]} and {aim} in {_ENGLISH[right.origin]}.",
        evidence=tuple(g.evidence for g in (*odd, *reference)), stated=numbers[0], computed=numbers[1], unit=unit,
        severity=severity, weight=8,
    )  # fmt: skip
