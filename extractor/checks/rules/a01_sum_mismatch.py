"""A01: totals against their parts."""

from collections.abc import Iterator
from fractions import Fraction

from extractor.checks.case import Case
from extractor.checks.outcome import Finding, Holds, NotEvaluable, Outcome
from extractor.checks.registry import check
from extractor.checks.samples import report, table
from extractor.checks.show import number, short, with_unit
from extractor.checks.views.cross_sums import cross_sums
from extractor.checks.views.plan_tree import plan_sums
from extractor.checks.views.relations import row_sums
from extractor.checks.views.spoken_sums import spoken_sums
from extractor.checks.views.sums import Sum, sums
from extractor.values.rounding import Interval

_TABLE = """
No | Kelurahan | Laki-laki | Perempuan
1  | Sukamaju  | 1.204     | 1.250
2  | Sukasari  | 980       | 1.011
   | JUMLAH    | {}     | 2.261
"""


@check(
    "A01", "sum_mismatch", "galat", "Jumlah yang tertulis tidak sama dengan jumlah rinciannya",
    wrong=lambda: report(tabel=[table(_TABLE.format("2.148"))]),
    right=lambda: report(tabel=[table(_TABLE.format("2.184"))]),
)  # fmt: skip
def sum_mismatch(case: Case) -> Iterator[Outcome]:
    """A stated total differs from the sum of its parts.

    Compares: every total row with the rows it adds up, in every table and column that can be added; every program with its
        kegiatan and every kegiatan with its rincian output, in one table or across two of the same year; every coded line of
        a plan with the lines whose codes put them under it; an amount or quantity in prose with those that the same sentence
        says it consists of.
    Rule: addition. The budget is built up from its lines (PMK 62/2023 tentang Perencanaan Anggaran): the pagu and the
        spending of a level are the sums of the level below.
    Tolerance: none; a table that says it is in thousands or millions may be off by half a unit per part. Where several
        sets of rows may be meant (all rows, the top level, the subtotals), one that adds up is enough.
    Wrong: 1.204 and 980 under a JUMLAH of 2.148.
    Right: 1.204 and 980 under a JUMLAH of 2.184.
    Repair: the figure whose change makes all its other sums and percents hold; where several would do, none is proposed.
    """
    for item in [*case.view(sums), *case.view(row_sums), *case.view(cross_sums), *case.view(plan_sums), *case.view(spoken_sums)]:
        if item.problem:
            yield NotEvaluable(item.problem)
        elif item.holds:
            yield Holds((item.total, *item.parts))
        else:
            yield _finding(item)


def _finding(item: Sum) -> Finding:
    stated, computed = item.total.value, item.computed
    assert stated is not None
    off = Fraction(stated) - Fraction(computed)
    total, summed, rest = with_unit(stated, item.unit), with_unit(computed, item.unit), number(off)
    where, what, count = short(item.where), short(item.what), len(item.parts)
    implied = {item.total.key: Interval.exactly(computed)}
    for part in item.parts:
        if part.value is not None and Fraction(part.value) + off >= 0:
            implied[part.key] = Interval.exactly(Fraction(part.value) + off)
    return Finding(
        id=f"{where}: {what} tertulis {total}, jumlah {count} rinciannya {summed} (selisih {rest}).",
        en=f"{where}: {what} is stated as {total}; its {count} parts add up to {summed} (difference {rest}).",
        evidence=(item.total, *item.parts), stated=stated, computed=computed, unit=item.unit, implied=implied, weight=20,
    )  # fmt: skip
