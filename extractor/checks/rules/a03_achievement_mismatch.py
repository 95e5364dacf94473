"""A03: achievements against realisasi and target, differences and averages of performance tables."""

from collections.abc import Iterator
from fractions import Fraction

from extractor.checks.case import Case
from extractor.checks.outcome import Finding, Holds, Key, NotEvaluable, Outcome
from extractor.checks.registry import check
from extractor.checks.samples import achievements, report
from extractor.checks.show import number, short
from extractor.checks.views.achievements import Achievement, achieved, fits, row_key
from extractor.checks.views.averages import Average, averages
from extractor.checks.views.ratios import Ratio
from extractor.checks.views.relations import Difference, differences, ratio_relations
from extractor.values.rounding import Interval, rounded


@check(
    "A03", "achievement_mismatch", "galat", "Capaian tidak sesuai dengan target dan realisasinya",
    wrong=lambda: report(capaian_kinerja=[achievements(("Desa binaan", "80%", "90%", "115,2%"), ("Pelatihan", "4", "5", "125%"))]),
    right=lambda: report(capaian_kinerja=[achievements(("Desa binaan", "80%", "90%", "112,5%"), ("Pelatihan", "4", "5", "125%"))]),
)  # fmt: skip
def achievement_mismatch(case: Case) -> Iterator[Outcome]:
    """A stated achievement differs from realisasi divided by target.

    Compares: the capaian of every indicator with its target and realisasi; columns that in most rows are the difference or
        the quotient of two others; rows of averages with the rows above them.
    Rule: PermenPANRB 53/2014 has realisasi compared with target; in use are realisasi / target x 100 and, where less is
        better, (2 x target - realisasi) / target x 100 or target / realisasi x 100. A capaian may be capped at 100, or at 120 where none
        of its table is greater.
    Tolerance: rounding, of the inputs too where they are printed with decimals. A table none of whose rows follows the rule
        is taken to follow another one.
    Wrong: a target of 80 %, a realisasi of 90 % and a capaian of 115,2 %.
    Right: a capaian of 112,5 %.
    Repair: the capaian, as target and realisasi are the inputs.
    """
    done: set[object] = set()
    for item in case.view(achieved):
        done.add(item.row_key)
        if item.verdict is None:
            yield NotEvaluable("target, realisasi or capaian is no number")
        elif item.verdict:
            yield Holds(item.evidence)
        else:
            yield _achievement(item)
    for relation in case.view(ratio_relations):
        if relation.about_targets:
            yield from (_ratio(relation.where, r) for r in relation.ratios if row_key(r.stated.source) not in done)
    yield from (Holds((d.stated,)) if d.holds else _difference(d) for d in case.view(differences))
    yield from (Holds((a.stated,)) if a.holds else _average(a) for a in case.view(averages))


def _achievement(item: Achievement) -> Finding:
    stated, computed = item.capaian.value or 0, Fraction(rounded(item.computed, 2))
    texts = (short(item.name), number(stated), item.realisasi.raw, item.target.raw, number(computed))
    return Finding(
        id=f"{texts[0]}: capaian tertulis {texts[1]}, sedangkan realisasi {texts[2]} dari target {texts[3]} = {texts[4]}.",
        en=f"{texts[0]}: the capaian is stated as {texts[1]}, but a realisasi of {texts[2]} on a target of {texts[3]} is {texts[4]}.",
        evidence=item.evidence, stated=stated, computed=computed, unit="%", implied={item.capaian.key: item.bounds}, weight=15,
    )  # fmt: skip


def _ratio(where: str, ratio: Ratio) -> Outcome:
    if ratio.holds or fits(ratio.whole, ratio.part, ratio.stated):
        return Holds((ratio.stated, ratio.part, ratio.whole))
    name, shown = short(ratio.stated.name), number(ratio.shown)
    return Finding(
        id=f"{short(where)}: {name} tertulis {ratio.stated.raw}, sedangkan {ratio.part.raw} / {ratio.whole.raw} = {shown}.",
        en=f"{short(where)}: {name} is stated as {ratio.stated.raw}, but {ratio.part.raw} / {ratio.whole.raw} = {shown}.",
        evidence=(ratio.stated, ratio.part, ratio.whole), stated=ratio.stated.value, computed=ratio.shown, unit="%",
        implied=ratio.implied(), weight=14,
    )  # fmt: skip


def _difference(item: Difference) -> Finding:
    name, computed = short(item.stated.name), number(item.computed)
    stated = item.stated.raw.strip() or "(kosong)"
    return Finding(
        id=f"{short(item.where)}: {name} tertulis {stated}, sedangkan {item.minuend.raw} - {item.subtrahend.raw} = {computed}.",
        en=f"{short(item.where)}: {name} is stated as {stated}, but {item.minuend.raw} - {item.subtrahend.raw} = {computed}.",
        evidence=(item.stated, item.minuend, item.subtrahend),
        stated=item.stated.value if item.stated.value is not None else item.stated.raw,
        computed=item.computed, implied=_implied(item), weight=12,
    )  # fmt: skip


def _implied(item: Difference) -> dict[Key, Interval]:
    """What each of the three figures would be if the other two are right."""
    found = {item.stated.key: Interval.exactly(item.computed)}
    if item.stated.value is not None and item.minuend.value is not None and item.subtrahend.value is not None:
        stated, minuend, subtrahend = (Fraction(e.value or 0) for e in (item.stated, item.minuend, item.subtrahend))
        found |= {item.minuend.key: Interval.exactly(stated + subtrahend), item.subtrahend.key: Interval.exactly(minuend - stated)}
    return found


def _average(item: Average) -> Finding:
    name, stated, computed = short(item.stated.name), number(item.stated.value or 0), number(item.computed)
    return Finding(
        id=f"{short(item.where)}: {name} tertulis {stated}, rata-rata {len(item.parts)} angka di atasnya {computed}.",
        en=f"{short(item.where)}: {name} is stated as {stated}; the mean of the {len(item.parts)} figures above is {computed}.",
        evidence=(item.stated, *item.parts), stated=item.stated.value, computed=item.computed, weight=12,
        implied={item.stated.key: Interval.exactly(item.computed)},
    )  # fmt: skip
