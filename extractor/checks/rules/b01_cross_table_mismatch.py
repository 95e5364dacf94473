"""B01: one figure stated with different values in several tables."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from typing import Literal

from extractor.checks.case import Case
from extractor.checks.outcome import Evidence, Finding, Holds, Outcome
from extractor.checks.registry import check
from extractor.checks.samples import Level, report, spending
from extractor.checks.show import number, rupiah, short
from extractor.checks.views.budget import BudgetLine, budget
from extractor.checks.views.names import plain
from extractor.checks.views.performance import Result, results
from extractor.checks.views.twin_columns import Twins, twins
from extractor.checks.views.versions import Mention, Restated, months_apart, restated, superseded
from extractor.model import LaporanSatker
from extractor.values.rounding import Interval
from extractor.values.scale import may_be_one

_TELLING_WORDS = 10
_TELLING_AMOUNT = 10**6
_COPIES = 3


def _example(amount: str) -> LaporanSatker:
    """Two tables, the second with this amount for Logistik."""
    rows: list[tuple[str, Level, str, str, str]] = [
        ("Gaji", "kegiatan", "891.003.000", "", ""),
        ("Sarana", "kegiatan", "154.664.000", "", ""),
    ]
    first = spending([*rows, ("Logistik", "kegiatan", "602.000", "", "")])
    return report(realisasi_anggaran=[first, spending([*rows, ("Logistik", "kegiatan", amount, "", "")], "T02", first=20)])


@check(
    "B01", "cross_table_mismatch", "galat", "Angka yang sama berbeda di dua tabel",
    wrong=lambda: _example("620.000"), right=lambda: _example("602.000"),
)  # fmt: skip
def cross_table_mismatch(case: Case) -> Iterator[Outcome]:
    """The same figure is stated with different values in two tables.

    Compares: the pagu and the realisasi of a budget line of one year in all tables that state it (PK, RKT, RAK, realisasi);
        the realisasi and the capaian of an indicator of one year in all performance tables.
        Percents of the rows that two tables have in common, where most of two columns agree.
        Within one table: a long name that stands twice, and different lines whose pagu and realisasi are all the same.
    Rule: one line, year and version of the budget has one amount; one indicator and year has one result.
    Tolerance: none for rupiah, but an amount in thousands or millions may be rounded. Of two results with different decimals
        the shorter may be the longer rounded, unless its table prints decimals elsewhere. Tables of different versions (most of
        their common lines differ) are told as `info`.
    Wrong: 602.000 in one table, 620.000 in another whose other lines agree.
    Right: 602.000 in both.
    Repair: the value that most tables share, or with which the sums and percents around it hold.
    """
    replaced = case.view(superseded)
    for item in case.view(restated):
        yield from _line(item, replaced)
    for result in case.view(results):
        yield from _result(result)
    yield from (Holds((pair.one, pair.other)) if pair.holds else _pair(pair) for pair in case.view(twins))
    yield from _twins(case)
    yield from _copies(case)


def _line(item: Restated, replaced: frozenset[str]) -> Iterator[Outcome]:
    agreed = True
    for mentions in item.by_version().values():
        usual = _usual(mentions)
        odd = [m for m in mentions if not may_be_one((m.figure.raw, m.figure.value), (usual.figure.raw, usual.figure.value))]
        agreed &= not odd
        for value in dict.fromkeys(m.figure.value for m in odd):
            here = [m for m in odd if m.figure.value == value]
            right = [m for m in mentions if m.figure.value == usual.figure.value]
            yield _finding(item, here, right, "info" if _revised(here, right, replaced) else None)
    versions = [group[0] for group in item.by_version().values()]
    if len({m.figure.value for m in versions}) > 1:
        for other in versions[1:]:
            if not may_be_one((other.figure.raw, other.figure.value), (versions[0].figure.raw, versions[0].figure.value)):
                yield _finding(item, [versions[0]], [m for m in item.mentions if m.version == other.version], "info")
    elif agreed:
        yield Holds(tuple(m.figure for m in item.mentions))


def _revised(here: Sequence[Mention], right: Sequence[Mention], replaced: frozenset[str]) -> bool:
    """Whether those that differ are agreements, and the others later agreements, or tables that go by later agreements.

    An undated agreement may be one of those that were replaced, where there are such.
    """
    if not all(m.line.origin == "pk" for m in here):
        return False
    dated = [m.line.date for m in here if m.line.date]
    agreed = [m for m in right if m.line.origin == "pk"]
    if not all(months_apart(date, m.line.date) for date in dated for m in agreed if m.line.date):
        return False
    return (len(agreed) == len(right) and len(dated) == len(here)) or (bool(replaced) and replaced.issuperset(dated))


def _usual(mentions: Sequence[Mention]) -> Mention:
    """The mention whose value most tables share; between two, the realisation's, then the agreement's."""
    votes = Counter(m.figure.value for m in mentions)
    rank = {"realisasi": 0, "pk": 1, "rkt": 2, "rak": 3}
    return min(mentions, key=lambda m: (-votes[m.figure.value], rank[m.line.origin]))


def _finding(item: Restated, odd: Sequence[Mention], others: Sequence[Mention], severity: Literal["info"] | None) -> Finding:
    stated, computed = odd[0].figure.value or 0, others[0].figure.value or 0
    name, figures = short(item.name), (rupiah(stated), rupiah(computed))
    places = (_place(odd), _place(others))
    why = (" (versi anggaran yang berbeda)", " (different versions of the budget)") if severity else ("", "")
    implied = {m.figure.key: Interval.exactly(computed) for m in odd} | {m.figure.key: Interval.exactly(stated) for m in others}
    return Finding(
        id=f"{name} ({item.year}): {item.field} {figures[0]} di {places[0]}, {figures[1]} di {places[1]}{why[0]}.",
        en=f"{name} ({item.year}): {item.field} {figures[0]} in {places[0]}, {figures[1]} in {places[1]}{why[1]}.",
        evidence=tuple(m.figure for m in (*odd, *others)), stated=stated, computed=computed, unit="rupiah", severity=severity,
        implied={} if severity else implied, weight=25,
    )  # fmt: skip


def _pair(pair: Twins) -> Finding:
    """One row of two columns that agree in most of their other rows."""
    stated, computed, name = pair.one.value or 0, pair.other.value or 0, short(pair.name)
    figures, tables = (number(stated), number(computed)), tuple(map(short, pair.where))
    return Finding(
        id=f"{name}: {figures[0]} di {tables[0]}, {figures[1]} di {tables[1]}.",
        en=f"{name}: {figures[0]} in {tables[0]}, {figures[1]} in {tables[1]}.",
        evidence=(pair.one, pair.other), stated=stated, computed=computed, unit="%", weight=9,
        implied={pair.one.key: Interval.exactly(computed), pair.other.key: Interval.exactly(stated)},
    )  # fmt: skip


def _long(line: BudgetLine) -> bool:
    return (
        line.origin == "realisasi" and line.level != "total" and len(plain(line.name).split()) >= _TELLING_WORDS and line.pagu is not None
    )


def _twins(case: Case) -> Iterator[Outcome]:
    """One long name twice in one table of one year, with different ceilings and without a code that tells them apart."""
    named: dict[tuple[object, ...], list[BudgetLine]] = defaultdict(list)
    for line in case.view(budget):
        if _long(line) and not line.code:
            named[line.table, line.year, line.level, plain(line.name)].append(line)
    for lines in named.values():
        one, other = lines[0].pagu, lines[-1].pagu
        if len(lines) == 2 and one is not None and other is not None and one.value != other.value and lines[0].parent == lines[1].parent:
            figures = (rupiah(one.value or 0), rupiah(other.value or 0))
            yield Finding(
                id=f"{short(lines[0].label)} tertulis dua kali dalam satu tabel: pagu {figures[0]} dan {figures[1]}.",
                en=f"{short(lines[0].label)} stands twice in one table: pagu {figures[0]} and {figures[1]}.",
                evidence=(one, other), stated=one.value, computed=other.value, unit="rupiah", severity="peringatan", weight=5,
            )  # fmt: skip


def _copies(case: Case) -> Iterator[Outcome]:
    """Different lines of one table with the same ceiling and the same spending to the last rupiah: copied, most likely."""
    same: dict[tuple[object, ...], list[BudgetLine]] = defaultdict(list)
    for line in case.view(budget):
        if line.origin == "realisasi" and line.level != "total" and line.pagu is not None and line.realisasi is not None:
            spent = line.realisasi.value or 0
            if spent >= _TELLING_AMOUNT and spent != line.pagu.value:
                same[line.table, line.year, line.pagu.value, spent].append(line)
    for lines in same.values():
        names = {plain(line.name) for line in lines}
        if len(names) >= _COPIES and len({line.level for line in lines}) == 1:
            figures = tuple(e for line in lines for e in (line.pagu, line.realisasi) if e is not None)
            amounts = [rupiah(e.value or 0) for e in figures[:2]]
            yield Finding(
                id=f"{len(names)} baris yang berbeda bernilai sama persis: pagu {amounts[0]}, realisasi {amounts[1]}.",
                en=f"{len(names)} different lines have the same figures to the rupiah: pagu {amounts[0]}, realisasi {amounts[1]}.",
                evidence=figures, stated=figures[0].value, unit="rupiah", severity="peringatan", weight=3,
            )  # fmt: skip


def _place(mentions: Sequence[Mention]) -> str:
    names = {"realisasi": "tabel realisasi", "pk": "PK", "rkt": "RKT", "rak": "RAK"}
    found = dict.fromkeys(" ".join((names[m.line.origin], short(m.line.holder))).strip() for m in mentions)
    return ", ".join(found)


def _result(item: Result) -> Iterator[Outcome]:
    if item.agrees:
        yield Holds(item.figures)
        return
    odd, usual = item.odd
    stated, computed = odd.value or 0, usual.value or 0
    rest: tuple[Evidence, ...] = tuple(e for e in item.figures if e not in (odd, usual))
    name, figures = short(item.name), (number(stated), number(computed))
    yield Finding(
        id=f"{name} ({item.year}): {item.field} tertulis {figures[0]} di satu tabel dan {figures[1]} di tabel lain.",
        en=f"{name} ({item.year}): the {item.field} is stated as {figures[0]} in one table and {figures[1]} in another.",
        evidence=(odd, usual, *rest), stated=stated, computed=computed, weight=11,
        implied={odd.key: Interval.exactly(computed), usual.key: Interval.exactly(stated)},
    )  # fmt: skip
