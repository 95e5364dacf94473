"""Every calculation that a satker-year's tables state: what is stated, from which figures it follows, and how."""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from typing import Literal

from extractor.checks.case import Case
from extractor.checks.outcome import Evidence, sources_of
from extractor.checks.views.achievements import Achievement, achieved
from extractor.checks.views.averages import averages
from extractor.checks.views.budget import percent_lines, ratio_of
from extractor.checks.views.cells import read_cell
from extractor.checks.views.cross_sums import cross_sums
from extractor.checks.views.ratios import Ratio, interval_of
from extractor.checks.views.relations import differences, ratio_relations, row_sums
from extractor.checks.views.sums import Sum, sums
from extractor.values.rounding import printed_decimals
from extractor.writing.papers.cells import Cell, Cells

Kind = Literal["jumlah", "persen", "selisih", "rata_rata", "sama"]


@dataclass(frozen=True, slots=True)
class Operand:
    """A figure that takes part."""

    value: int | Decimal
    raw: str
    name: str
    cell: Cell | None


@dataclass(frozen=True, slots=True)
class Calculation:
    """A stated figure and those from which it follows."""

    kind: Kind
    stated: Operand
    parts: tuple[Operand, ...]
    """The summands; part and whole of a percent; minuend and subtrahend; the other mention of the same figure."""
    decimals: int
    """Digits behind the comma of what is stated."""
    slack: Fraction = Fraction(0)
    """By how much the figures, where they are printed rounded, may be off."""

    @property
    def computed(self) -> Fraction:
        """What follows from the parts, exactly."""
        values = [Fraction(part.value) for part in self.parts]
        if self.kind == "persen":
            return values[0] * 100 / values[1]
        if self.kind == "selisih":
            return values[0] - values[1]
        whole = sum(values, start=Fraction(0))
        return whole / len(values) if self.kind == "rata_rata" else whole

    @property
    def off(self) -> Fraction:
        """Stated minus computed; 0 where rounding, halves up, halves to even or towards zero, explains the difference."""
        stated, computed, scale = Fraction(self.stated.value), self.computed, 10**self.decimals
        cut = Fraction(abs(computed) * scale // 1, scale)
        half_up = Fraction((abs(computed) * scale + Fraction(1, 2)) // 1, scale)
        sign = -1 if computed < 0 else 1
        if stated in (sign * cut, sign * half_up) or (self.slack and abs(stated - computed) <= self.reach):
            return Fraction(0)
        return stated - sign * half_up

    @property
    def reach(self) -> Fraction:
        """The greatest distance between stated and computed that rounding explains."""
        return self.slack + Fraction(1, 10**self.decimals) if self.slack else Fraction(0)


def calculations(case: Case) -> list[Calculation]:
    """All calculations whose figures are known, sums first; each stated figure once per kind.

    Two mentions of one figure are compared where a finding says that they differ.
    """
    cells = Cells(case.report)
    made: dict[tuple[object, ...], Calculation] = {}
    for item in [*_sums(case, cells), *_percents(case, cells), *_others(case, cells), *_mentions(case, cells)]:
        key = (item.kind, item.stated.cell or (item.stated.raw, item.stated.name))
        made.setdefault(key, item)
    return list(made.values())


def _sums(case: Case, cells: Cells) -> Iterator[Calculation]:
    for item in [*case.view(sums), *case.view(row_sums), *case.view(cross_sums)]:
        if not item.problem:
            slack = Fraction(len(item.parts) + 1, 2) if item.rounded else Fraction(0)
            yield from _made("jumlah", item.total, _given(item), cells, slack)


def _given(item: Sum) -> tuple[Evidence, ...]:
    return tuple(part for part in item.parts if part.value is not None)


def _percents(case: Case, cells: Cells) -> Iterator[Calculation]:
    stated = [ratio for line in case.view(percent_lines) if (ratio := ratio_of(line)) is not None]
    for ratio in [*stated, *(r for relation in case.view(ratio_relations) for r in relation.ratios)]:
        yield from _made("persen", ratio.stated, (ratio.part, ratio.whole), cells, _slack(ratio))
    for item in case.view(achieved):
        if item.verdict is not None and (not item.verdict or _direct(item)):
            slack = _slack(Ratio(item.realisasi, item.target, item.capaian, exact=False))
            yield from _made("persen", item.capaian, (item.realisasi, item.target), cells, slack)


def _direct(item: Achievement) -> bool:
    """Whether the achievement follows the plain formula; where less is better, another one holds."""
    return item.bounds.meets(interval_of(item.capaian))


def _slack(ratio: Ratio) -> Fraction:
    bounds = ratio.bounds
    return max(ratio.computed - bounds.low, bounds.high - ratio.computed)


def _others(case: Case, cells: Cells) -> Iterator[Calculation]:
    for gap in case.view(differences):
        yield from _made("selisih", gap.stated, (gap.minuend, gap.subtrahend), cells, _half(gap.minuend) + _half(gap.subtrahend))
    for mean in case.view(averages):
        halves = sum((_half(part) for part in mean.parts), start=Fraction(0))
        yield from _made("rata_rata", mean.stated, mean.parts, cells, halves / len(mean.parts))


def _mentions(case: Case, cells: Cells) -> Iterator[Calculation]:
    for finding in case.report.temuan:
        if not finding.bukti or isinstance(finding.dinyatakan, str | None) or isinstance(finding.dihitung, str | None):
            continue
        first, *others = finding.bukti
        same = next((b for b in others if (figure := read_cell(b.mentah)) is not None and figure.value == finding.dihitung), None)
        if same is not None:
            stated, other = Evidence(first.mentah, first, finding.dinyatakan), Evidence(same.mentah, same, finding.dihitung)
            yield from _made("sama", stated, (other,), cells, Fraction(0))


def _half(figure: Evidence) -> Fraction:
    """Half the width of what a printed figure may stand for; 0 for a whole number."""
    width = interval_of(figure)
    return (width.high - width.low) / 2


def _made(kind: Kind, stated: Evidence, parts: tuple[Evidence, ...], cells: Cells, slack: Fraction) -> Iterator[Calculation]:
    whole, given = _operand(stated, cells), [_operand(part, cells) for part in parts]
    known = tuple(part for part in given if part is not None)
    if whole is None or len(known) < len(given) or not known or (kind == "persen" and not known[1].value):
        return
    decimals = 0 if isinstance(whole.value, int) and abs(whole.value) >= 1000 else printed_decimals(whole.raw)
    yield Calculation(kind, whole, known, decimals, slack)


def _operand(evidence: Evidence, cells: Cells) -> Operand | None:
    if evidence.value is None:
        return None
    sources = sources_of(evidence.source)
    cell = cells.find(sources[0], evidence.raw) if sources else None
    return Operand(evidence.value, evidence.raw, evidence.name, cell)
