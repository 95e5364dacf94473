"""Sentences that count indicators or sasaran, and what the tables of that year count."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Final, Literal

from extractor.checks.case import Case
from extractor.checks.outcome import Evidence, figure
from extractor.checks.views.grids import is_average_label
from extractor.checks.views.names import core
from extractor.checks.views.reached import Indicator, indicators
from extractor.model import BarisCapaian, BarisPK, BarisRencana, Klaim
from extractor.tables.profile import is_total_label

Unit = Literal["indikator", "sasaran"]
Kind = Literal["reached", "missed", "up", "down"]

_UNITS: Final = frozenset({"indikator", "sasaran"})
_NEAR: Final = 2
"""A number that is more than so many times greater or smaller counts something else."""
_AGREEING: Final = 2
"""Tables that must have as many items before their number is taken for the number of all."""
_FEWEST: Final = 3
_WHOLE: Final = re.compile(
    r"\s*(?:\([\w ]+\)\s*)?(?:indikator|sasaran)(?:\s+(?:kinerja|sasaran|strategis|utama|dinas|badan))*\s+yang\s+(?:telah\s+)?"
    r"(?:diperjanjikan|ditetapkan|direncanakan|dijanjikan|diukur)",
    re.IGNORECASE,
)
"""Wordings behind a number that make it that of all items, beside "dari N indikator"."""
_NOT: Final = r"(?:tidak|belum|kurang)\s+(?:\w+\s+){0,2}?"
_KINDS: Final[tuple[tuple[Kind, re.Pattern[str]], ...]] = (
    ("missed", re.compile(rf"{_NOT}(?:tercapai|dicapai|mencapai|memenuhi|berhasil|terpenuhi)|di\s?bawah\s+target", re.IGNORECASE)),
    (
        "reached",
        re.compile(
            r"\btercapai|\bdicapai|(?:mencapai|memenuhi|melampaui|melebihi)\s+(?:dari\s+)?(?:target|100)|sesuai\s+(?:dengan\s+)?target",
            re.I,
        ),
    ),
    ("down", re.compile(r"perlambatan|pelambatan|penurunan|menurun\b|\bturun\b", re.IGNORECASE)),
    ("up", re.compile(r"percepatan|peningkatan|meningkat\b|\bnaik\b|kenaikan", re.IGNORECASE)),
)
_WORDS: Final[dict[Kind, tuple[str, str]]] = {
    "reached": ("tercapai", "reached"), "missed": ("tidak tercapai", "not reached"), "up": ("naik", "higher than the year before"),
    "down": ("turun", "lower than the year before"),
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Counted:
    """A number of a sentence and the numbers that the tables allow; ``right`` is the one to show."""

    said: Evidence
    unit: Unit
    allowed: frozenset[int]
    right: int
    year: int
    kind: Kind | None = None
    evidence: tuple[Evidence, ...] = ()

    @property
    def holds(self) -> bool:
        """Whether the tables bear it out."""
        return self.said.value in self.allowed

    @property
    def words(self) -> tuple[str, str]:
        """What is counted, in Indonesian and in English."""
        return _WORDS[self.kind] if self.kind else ("", "")


def item_counts(case: Case) -> list[Counted]:
    """Every number of all indicators or sasaran of a year, and of those that are said to be reached, missed, better or worse."""
    counts = [c for c in case.report.klaim if c.jenis == "jumlah" and c.nilai.satuan in _UNITS and isinstance(c.nilai.nilai, int)]
    found = [item for claim in counts if (item := _of_all(case, claim)) is not None]
    for sentence, claims in groupby(counts, key=lambda claim: claim.kalimat):
        found += _classes(case, sentence, list(claims))
    return found


@dataclass(frozen=True, slots=True)
class Size:
    """How many items one table has in a year, and how many stand under each sasaran of it."""

    items: int
    groups: tuple[int, ...]
    performance: bool


def _of_all(case: Case, claim: Klaim) -> Counted | None:
    said = figure(claim.nilai, claim.sumber, claim.subjek or "")
    year = claim.tahun
    if said is None or year is None or year != case.report.tahun or not isinstance(said.value, int) or not _speaks_of_all(claim):
        return None
    unit: Unit = "indikator" if claim.nilai.satuan == "indikator" else "sasaran"
    sizes = case.view(_indicator_sizes if unit == "indikator" else _sasaran_sizes)
    right = _usual(sizes)
    known = frozenset(size.items for size in sizes) | frozenset(group for size in sizes for group in size.groups)
    if right is None or not right <= said.value * _NEAR or not said.value <= right * _NEAR:
        return None
    return Counted(said, unit, known, right, year)


def _speaks_of_all(claim: Klaim) -> bool:
    at = claim.kalimat.find(claim.nilai.mentah)
    return claim.peran == "whole" or (at >= 0 and _WHOLE.match(claim.kalimat, at + len(claim.nilai.mentah)) is not None)


def _usual(sizes: Sequence[Size]) -> int | None:
    """The number that several tables have: that of most performance tables, of two the greater."""
    votes = Counter(size.items for size in sizes)
    reported = Counter(size.items for size in sizes if size.performance)
    shared = [n for n, times in votes.items() if times >= _AGREEING and n >= _FEWEST]
    return max(shared, key=lambda n: (reported[n], n), default=None)


def _indicator_sizes(case: Case) -> list[Size]:
    found = []
    for rows, performance in _tables(case):
        aims: dict[str, set[str]] = defaultdict(set)
        for row in rows:
            aims[core(row.sasaran or "")].add(core(row.indikator or ""))
        found.append(Size(len({name for names in aims.values() for name in names}), tuple(map(len, aims.values())), performance))
    return found


def _sasaran_sizes(case: Case) -> list[Size]:
    return [Size(len({core(row.sasaran) for row in rows if row.sasaran}), (), performance) for rows, performance in _tables(case)]


_Row = BarisCapaian | BarisPK | BarisRencana


def _tables(case: Case) -> Iterator[tuple[list[_Row], bool]]:
    """The rows with an indicator of each performance table and plan of the reporting year."""
    year, report = case.report.tahun, case.report
    for block in report.capaian_kinerja:
        yield [row for row in block.baris if row.tahun == year and _is_item(row.indikator)], True
    for agreement in report.perjanjian_kinerja:
        if agreement.tahun == year:
            yield [line for line in agreement.baris if _is_item(line.indikator)], False
    for plan in report.rencana_kinerja:
        if plan.tahun == year:
            yield [step for step in plan.baris if _is_item(step.indikator)], False


def _is_item(name: str | None) -> bool:
    return bool(name and core(name)) and not is_average_label(name or "") and not is_total_label(name or "")


def _classes(case: Case, sentence: str, claims: Sequence[Klaim]) -> Iterator[Counted]:
    """ "dari 9 indikator, 7 berhasil dicapai dan 2 tidak", where the tables hold as many indicators."""
    whole = [c for c in claims if _speaks_of_all(c) and c.nilai.satuan == "indikator"]
    if len(whole) != 1 or len(claims) < 2 or whole[0].tahun is None:
        return
    known = [i for i in case.view(indicators) if _is_item(i.name)]
    reached = 0
    for claim, after in zip(claims, [*claims[1:], None], strict=True):
        start = sentence.find(claim.nilai.mentah, reached)
        end = sentence.find(after.nilai.mentah, start + 1) if after is not None else len(sentence)
        before, reached = sentence[reached : max(start, 0)], max(start, 0) + len(claim.nilai.mentah)
        kind = _kind_of(sentence[reached:end], before)
        said = figure(claim.nilai, claim.sumber, claim.subjek or "")
        if claim is whole[0] or kind is None or said is None or claim.nilai.satuan != "indikator":
            continue
        year, all_of_them = case.report.tahun or 0, whole[0].nilai.nilai
        item = _change(known, kind, said, year) if kind in ("up", "down") else _attained(known, kind, said, year)
        if item is not None and item[1] == all_of_them:
            yield item[0]


def _kind_of(behind: str, before: str) -> Kind | None:
    """What is said of a number: the first word of a kind behind it, else the last one before it."""
    later = [(match.start(), kind) for kind, pattern in _KINDS if (match := pattern.search(behind))]
    if later:
        return min(later)[1]
    earlier = [(match.end(), kind) for kind, pattern in _KINDS for match in pattern.finditer(before)]
    return max(earlier)[1] if earlier else None


def _attained(known: Sequence[Indicator], kind: Kind, said: Evidence, year: int) -> tuple[Counted, int] | None:
    here = [i for i in known if i.year == year]
    figures = [{float(e.value or 0) >= 100 for e in i.figures["capaian"]} for i in here]
    if any(len(verdicts) > 1 for verdicts in figures) or any(i.graded for i in here):
        return None
    yes, no, empty = (sum(v == verdict for v in figures) for verdict in ({True}, {False}, set[bool]()))
    allowed = {yes} if kind == "reached" else set(range(no, no + empty + 1))
    evidence = tuple(e for i in here for e in i.figures["capaian"][:1])
    return Counted(said, "indikator", frozenset(allowed), min(allowed), year, kind, evidence), len(here)


def _change(known: Sequence[Indicator], kind: Kind, said: Evidence, year: int) -> tuple[Counted, int] | None:
    """Indicators with figures of both years: by their capaian or by their realisasi."""
    allowed: list[int] = []
    evidence: tuple[Evidence, ...] = ()
    size = 0
    for field in ("capaian", "realisasi"):
        now, before = ({core(i.name): i.figures[field] for i in known if i.year == y and i.figures[field]} for y in (year, year - 1))
        pairs = [(now[name][0], before[name][0]) for name in now if name in before]
        ups = [(e, o) for e, o in pairs if ((e.value or 0) > (o.value or 0) if kind == "up" else (e.value or 0) < (o.value or 0))]
        if len(pairs) >= _FEWEST:
            allowed.append(len(ups))
            size, evidence = (len(pairs), tuple(e for e, _ in pairs)) if not size else (size, evidence)
    return (Counted(said, "indikator", frozenset(allowed), allowed[0], year, kind, evidence), size) if allowed else None
