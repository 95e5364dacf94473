"""A02: percents against realisasi and pagu."""

from collections import defaultdict
from collections.abc import Iterator
from fractions import Fraction

from extractor.checks.case import Case
from extractor.checks.outcome import Evidence, Finding, Holds, NotEvaluable, Outcome
from extractor.checks.registry import check
from extractor.checks.samples import report, spending
from extractor.checks.show import percent, rupiah, short
from extractor.checks.views.budget import BudgetLine, percent_lines, ratio_of
from extractor.checks.views.measured import Measured, measured
from extractor.checks.views.prose import Pattern, patterns
from extractor.checks.views.ratios import Ratio
from extractor.checks.views.relations import RatioRelation, ratio_relations
from extractor.values.numbers import read_number, read_percent

_NEAR = 2
"""Percentage points by which a percent beside two counts may be off their quotient and still be meant as it."""


@check(
    "A02", "percent_mismatch", "galat", "Persentase yang tertulis tidak sama dengan realisasi dibagi pagu",
    wrong=lambda: report(realisasi_anggaran=[spending([("Dukungan Manajemen", "program", "3.045.667.000", "3.037.102.322", "97,92%")])]),
    right=lambda: report(realisasi_anggaran=[spending([("Dukungan Manajemen", "program", "3.045.667.000", "3.037.102.322", "99,72%")])]),
)  # fmt: skip
def percent_mismatch(case: Case) -> Iterator[Outcome]:
    """A stated percent differs from realisasi divided by pagu.

    Compares: the percent of every budget line with its realisasi and pagu; and, in every other table, the percents of a
        column that is the quotient of two others in most of its rows; in prose, a percent of two counts; the result of an
        indicator with the totals, in a table of the same year, of the column that its name describes and of all.
    Rule: penyerapan = realisasi / pagu x 100 (PMK 62/2023); a quotient is what the table itself shows it to be.
    Tolerance: rounding only. A percent of n decimals is right if the exact quotient gives it rounded half up, half even or
        truncated at n decimals.
    Wrong: 3.037.102.322 of 3.045.667.000 as 97,92 %.
    Right: 99,72 %.
    Repair: the percent, where realisasi and pagu stand elsewhere too; else the figure that its other sums call for.
    """
    wrong: dict[tuple[object, ...], list[Ratio]] = defaultdict(list)
    names: dict[tuple[object, ...], BudgetLine] = {}
    for line in case.view(percent_lines):
        ratio = ratio_of(line)
        if ratio is None or ratio.holds:
            yield Holds((ratio.stated, ratio.part, ratio.whole)) if ratio else NotEvaluable("pagu, realisasi or percent is missing")
            continue
        same: tuple[object, ...] = (line.year, ratio.stated.value, ratio.part.value, ratio.whole.value)
        wrong[same].append(ratio)
        names.setdefault(same, line)
    for what, ratios in wrong.items():
        yield _finding(names[what], ratios)
    for pattern in case.view(patterns):
        if pattern.kind in ("bagian", "kebutuhan"):
            yield _in_prose(pattern)
    for item in case.view(measured):
        yield Holds((item.ratio.stated,)) if item.ratio.holds else _measured(item)
    for relation in case.view(ratio_relations):
        if not relation.about_targets:
            yield from _related(relation)


def _finding(line: BudgetLine, ratios: list[Ratio]) -> Finding:
    """One finding for a slip that is copied from table to table."""
    ratio, name = ratios[0], short(line.label)
    stated, spent, pagu = percent(ratio.stated.value or 0), rupiah(ratio.part.value or 0), rupiah(ratio.whole.value or 0)
    year = f" ({line.year})" if line.year else ""
    return Finding(
        id=f"{name}{year}: tertulis {stated}, sedangkan {spent} / {pagu} = {percent(ratio.shown)}.",
        en=f"{name}{year}: stated as {stated}, but {spent} / {pagu} = {percent(ratio.shown)}.",
        evidence=tuple(e for r in ratios for e in (r.stated, r.part, r.whole)), stated=ratio.stated.value, computed=ratio.shown, unit="%",
        implied={key: interval for r in ratios for key, interval in r.implied().items()}, weight=15,
    )  # fmt: skip


def _in_prose(pattern: Pattern) -> Outcome:
    """ "15 dari 27 … atau 59,26 %"; where no "dari" ties the two counts together, the percent must be near their quotient."""
    place = pattern.claim.nilai.sumber or pattern.claim.sumber
    part, whole, stated = (Evidence(pattern.parts[name], place, read_number(pattern.parts[name])) for name in ("part", "whole", "stated"))
    ratio = Ratio(part, whole, stated._replace(value=read_percent(stated.raw)))
    if not ratio.evaluable:
        return NotEvaluable("a count is missing")
    if ratio.holds:
        return Holds((ratio.stated,))
    if pattern.kind == "kebutuhan" and abs(ratio.computed - Fraction(ratio.stated.value or 0)) > _NEAR:
        return NotEvaluable("the percent may be of something else")
    said, quotient = percent(ratio.stated.value or 0), f"{part.raw} / {whole.raw} = {percent(ratio.shown)}"
    return Finding(
        id=f"{short(pattern.claim.kalimat)}: tertulis {said}, sedangkan {quotient}.",
        en=f"{short(pattern.claim.kalimat)}: stated as {said}, but {quotient}.",
        evidence=(ratio.stated, part, whole), stated=ratio.stated.value, computed=ratio.shown, unit="%", weight=14,
    )  # fmt: skip


def _measured(item: Measured) -> Finding:
    """A result of an indicator against the totals of the table that it is taken from."""
    ratio, name = item.ratio, short(item.indicator.name)
    stated, quotient = percent(ratio.stated.value or 0), f"{ratio.part.raw} / {ratio.whole.raw} = {percent(ratio.shown)}"
    return Finding(
        id=f"{name} ({item.indicator.year}): tertulis {stated}, sedangkan menurut {short(item.where)} {quotient}.",
        en=f"{name} ({item.indicator.year}): stated as {stated}, but by {short(item.where)} {quotient}.",
        evidence=(*item.indicator.figures["realisasi"], ratio.part, ratio.whole), stated=ratio.stated.value, computed=ratio.shown, unit="%",
        severity="peringatan", weight=8,
    )  # fmt: skip


def _related(relation: RatioRelation) -> Iterator[Outcome]:
    for ratio in relation.ratios:
        if ratio.holds:
            yield Holds((ratio.stated, ratio.part, ratio.whole))
            continue
        stated, name, where = percent(ratio.stated.value or 0), short(ratio.stated.name), short(relation.where)
        quotient = f"{ratio.part.raw} / {ratio.whole.raw} = {percent(ratio.shown)}"
        yield Finding(
            id=f"{where}: {name} tertulis {stated}, sedangkan {quotient}.",
            en=f"{where}: {name} is stated as {stated}, but {quotient}.",
            evidence=(ratio.stated, ratio.part, ratio.whole), stated=ratio.stated.value, computed=ratio.shown, unit="%",
            implied=ratio.implied(), weight=14,
        )  # fmt: skip
