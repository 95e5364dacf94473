"""B03: indicators promised and not reported."""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import islice

from extractor.checks.case import Case
from extractor.checks.outcome import Evidence, Finding, Holds, NotEvaluable, Outcome
from extractor.checks.registry import check
from extractor.checks.samples import achievements, agreement, report
from extractor.checks.show import short
from extractor.checks.views.doubts import doubts
from extractor.checks.views.names import alike, core
from extractor.model import BarisCapaian, BarisPK, LaporanSatker, PerjanjianKinerja

_FOUND = 80.0
_GONE = 65.0
"""An indicator with a name as near as this to a reported one may be that one, reworded."""
_COVERED = 0.6
"""Share of an agreement's indicators that must be reported before one is said to be missing."""
_HEADER = frozenset({"indikator", "kinerja", "utama", "sasaran", "strategis", "target", "no"})
_NUMBERED = re.compile(r"\s*\(?[0-9]{1,2}[.)]\s+")
_MONEY = re.compile(r"\W*Rp\W*[0-9]")
"""The target of a line of the budget below the agreement, read as one of its rows."""
_WHOLE = 20
"""Letters from which a name inside another is the name of an indicator."""
_FEWEST = 3


def _example(*promised: tuple[str, str]) -> LaporanSatker:
    """An agreement, and a report of three indicators."""
    rows = [("Indeks layanan", "80", "80", "100%"), ("Opini BPK", "WTP", "WTP", "100%"), ("Nilai SAKIP", "B", "B", "100%")]
    return report(perjanjian_kinerja=[agreement(*promised)], capaian_kinerja=[achievements(*rows, first=20)])


@check(
    "B03", "indicator_missing", "peringatan", "Indikator dalam PK tidak dilaporkan capaiannya",
    wrong=lambda: _example(("Indeks layanan", "80"), ("Opini BPK", "WTP"), ("Nilai SAKIP", "B"), ("Jumlah pelatihan", "4")),
    right=lambda: _example(("Indeks layanan", "80"), ("Opini BPK", "WTP"), ("Nilai SAKIP", "B")),
)  # fmt: skip
def indicator_missing(case: Case) -> Iterator[Outcome]:
    """An indicator promised in the PK is not reported.

    Compares: the indicators of the agreements of the reporting year with those of the performance tables.
    Rule: PermenPANRB 53/2014: the report gives the realisation and the achievement of every indicator of the PK.
    Tolerance: wording: names that are alike are one indicator, and one that resembles a reported one, or stands
        in its cell, is not missing. An agreement of which less than 60 % is reported (a subordinate's, another year's) is left alone.
        One that only a comparison of years has is missing where the tables of the one year have all others.
    Wrong: four indicators in the PK, three of them in the table of achievements.
    Right: all of them in the table.
    Repair: none: what was reached is not in the report.
    """
    year = case.report.tahun
    tables = case.report.capaian_kinerja
    reported = [row for block in tables for row in block.baris if row.indikator and row.tahun == year]
    of_one_year = [row for block in tables if {row.tahun for row in block.baris} == {year} for row in block.baris if row.indikator]
    missing: dict[str, list[tuple[BarisPK, PerjanjianKinerja]]] = defaultdict(list)
    for block in case.report.perjanjian_kinerja:
        if block.tahun != year or len(block.baris) < _FEWEST:
            continue
        for outcome in _compared(block, of_one_year if _all_but_one(block, of_one_year) else reported):
            if isinstance(outcome, BarisPK):
                missing[core(outcome.indikator or "")].append((outcome, block))
            else:
                yield outcome
    rows = (Evidence(row.indikator or "", row.sumber, None, row.indikator or "") for row in reported)
    misread = tuple(islice((row for row in rows if case.view(doubts).about(row)), 1))
    yield from (_finding(promises, misread) for promises in missing.values())


def _best(block: PerjanjianKinerja, reported: Sequence[BarisCapaian]) -> list[tuple[BarisPK, float]]:
    """How alike each promised indicator is to the reported one that is most so, those left aside that another one is by its very name."""
    named = [row for row in block.baris if _is_named(row.indikator) and not (row.target and _MONEY.match(row.target.mentah))]
    names = {core(row.indikator or "") for row in named}
    found = []
    for row in named:
        own = core(row.indikator or "")
        others = (r for r in reported if (name := core(r.indikator or "")) == own or name not in names)
        found.append((row, max((alike(row.indikator or "", r.indikator or "") for r in others), default=0.0)))
    return found


def _all_but_one(block: PerjanjianKinerja, reported: Sequence[BarisCapaian]) -> bool:
    scores = [score for _, score in _best(block, reported)]
    return len(scores) > _FEWEST and sum(score >= _FOUND for score in scores) == len(scores) - 1


def _compared(block: PerjanjianKinerja, reported: Sequence[BarisCapaian]) -> Iterator[Outcome | BarisPK]:
    """What is said of each promise; the row itself where it is missing."""
    best = _best(block, reported)
    covered = sum(score >= _FOUND for _, score in best)
    if not best or covered < _COVERED * len(best):
        yield NotEvaluable("the performance tables are not of this agreement")
        return
    inside = [core(r.indikator or "").replace(" ", "") for r in reported]
    for row, score in best:
        if score >= _GONE or any(_shared(core(row.indikator or "").replace(" ", ""), text) for text in inside):
            yield Holds()
        else:
            yield row


def _is_named(name: str | None) -> bool:
    """Whether it is a name, and neither the repeated header of its column nor the rest of a name that begins elsewhere."""
    return bool(name) and not (name or "")[0].islower() and not set(core(name or "").split()) <= _HEADER


def _shared(one: str, other: str) -> bool:
    """Whether one name stands whole inside the other: two indicators were read as one."""
    return bool(one and other) and min(len(one), len(other)) >= _WHOLE and (one in other or other in one)


def _finding(promises: Sequence[tuple[BarisPK, PerjanjianKinerja]], misread: tuple[Evidence, ...]) -> Finding:
    """An indicator that is missing, with every agreement that promises it, and a reported one whose reading is doubted."""
    row, block = promises[0]
    stated = _NUMBERED.sub("", row.indikator or "")
    name, unit = short(stated), short(block.unit)
    return Finding(
        id=f"Indikator “{name}” dalam PK {unit} {block.tahun} tidak dilaporkan pada tabel capaian kinerja.",
        en=f"The indicator “{name}” of the {block.tahun} PK of {unit} is not in the performance tables.",
        evidence=(*(Evidence(r.indikator or "", r.sumber, None, r.indikator or "") for r, _ in promises), *misread), stated=stated,
    )  # fmt: skip
