"""Targets: every indicator of every year with its target, wherever a plan, an agreement or a performance table states it."""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from extractor.checks.case import Case
from extractor.checks.outcome import Evidence
from extractor.checks.views.clusters import clusters
from extractor.checks.views.grids import Grid, grids
from extractor.checks.views.names import alike, core, plain
from extractor.model import Asal, Target
from extractor.values.rounding import printed_decimals, printed_interval
from extractor.values.target import read_target

Origin = Literal["pk", "rkt", "rak", "iku", "capaian", "renstra"]

ALIKE = 88.0
_GREATEST = 500
_NESTED = 4
"""Words of the shorter of two names, all of which the longer one has."""
_STRANGE = 3
"""Indicators in which a column must differ before it is taken for something else."""
_SPAN = 3
"""Years that a matrix of targets covers at least."""
_HEADER_ROWS = 2
_KEGIATAN = re.compile(r"[0-9]{4}")
_YEAR = re.compile(r"(?:19|20)[0-9]{2}")
_PLANNED = re.compile(r"\btargets?\b|\brenstra\b|\brencana strategis\b|\bperencanaan kinerja\b", re.IGNORECASE)
_REACHED = re.compile(r"\brealisasi\b|\bcapaian\b", re.IGNORECASE)
_PART = re.compile(r"\b(?:sub\s*-?\s*bag\w*|kasub\w*|kabag|bagian|bidang|seksi|kasi|kabid)\b", re.IGNORECASE)
_OFFICE = re.compile(r"\bsekretar", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Goal:
    """One statement of a target."""

    origin: Origin
    table: str
    holder: str
    """Who promised it: "lembaga", "sekretariat", the name of a part of it, or "" where the table does not say."""
    year: int
    name: str
    target: Target
    evidence: Evidence
    date: str | None
    aim: str = ""
    """The sasaran that the indicator stands under."""


def goals(case: Case) -> list[Goal]:
    """All targets that are stated, in the order of the documents."""
    return [*_agreed(case), *_planned(case), *_listed(case), *_achieved(case)]


def same_goals(case: Case) -> list[list[Goal]]:
    """Statements of one indicator, holder and year."""
    groups = clusters(case.view(goals), lambda g: g.name, _apart, lambda g: g.year, ALIKE)
    groups = _by_aim(groups)
    strange = _strange(groups)
    return [[goal for goal in group if (goal.table, goal.year) not in strange] for group in groups]


def _by_aim(groups: list[list[Goal]]) -> list[list[Goal]]:
    """The groups, two joined where each is the one indicator of the same sasaran and one name has all words of the other."""
    sole = Counter((g.table, core(g.aim)) for group in groups for g in group if g.aim)
    joined: list[list[Goal]] = []
    for group in groups:
        first = group[0]
        alone = len(group) == 1 and sole[first.table, core(first.aim)] == 1
        able = [j for j in joined if alone and len(j) == 1 and _one_aim(j[0], first) and sole[j[0].table, core(j[0].aim)] == 1]
        if len(able) == 1:
            able[0].append(first)
        else:
            joined.append(list(group))
    return joined


def _one_aim(one: Goal, other: Goal) -> bool:
    here, there = set(core(one.name).split()), set(core(other.name).split())
    nested = min(len(here), len(there)) >= _NESTED and (here <= there or there <= here)
    return nested and not _apart(one, other) and one.year == other.year and alike(one.aim, other.aim) >= ALIKE


def _strange(groups: list[list[Goal]]) -> set[tuple[str, int]]:
    """Performance tables whose targets of a year differ throughout from those that another table has in common with the plans.

    Such a column holds something else, the targets of another year for one. A Renstra that differs throughout was revised.
    """
    differs: Counter[tuple[str, int]] = Counter()
    agrees: Counter[tuple[str, int]] = Counter()
    for group in groups:
        for goal in group:
            others = [o for o in group if o.table != goal.table]
            if goal.origin not in ("capaian", "renstra") or not others:
                continue
            same = any(equal(goal.target, o.target) for o in others)
            settled = goal.origin == "renstra" or any(
                equal(a.target, b.target) for a in others for b in others if a.table != b.table and a.origin == "capaian"
            )
            agrees[goal.table, goal.year] += same
            differs[goal.table, goal.year] += settled and not same
    return {column for column, times in differs.items() if times >= _STRANGE and times > agrees[column]}


def equal(one: Target, other: Target) -> bool | None:
    """Whether two targets are the same; None where one of them is no figure and no grade."""
    if core(one.mentah) == core(other.mentah) and one.jenis == other.jenis == "lain":
        return True
    a, b = one.nilai, other.nilai
    if a is None or b is None:
        return None
    if isinstance(a, str) or isinstance(b, str):
        return _grade(one) == _grade(other)
    places = printed_decimals(one.mentah), printed_decimals(other.mentah)
    return a == b or (places[0] != places[1] and printed_interval(a, places[0]).meets(printed_interval(b, places[1])))


def _grade(target: Target) -> str:
    """The grade of a target, also of one that is printed with its figure: "BB (72,5)"."""
    graded = target.jenis == "angka" and target.satuan is not None
    return str(target.satuan if graded else target.nilai).casefold()


def is_misread(target: Target) -> bool:
    """Whether a target in percent is so great that a sign was read as a digit: "1009%"."""
    return target.jenis == "persen" and isinstance(target.nilai, int | Decimal) and target.nilai > _GREATEST


def holder_of(unit: str | None) -> str:
    """The holder in a form in which agreements and plans can be compared."""
    if not unit:
        return ""
    if _PART.search(unit):
        return core(unit)
    return "sekretariat" if _OFFICE.search(unit) else "lembaga"


def _apart(one: Goal, other: Goal) -> bool:
    if one.holder and other.holder and one.holder != other.holder:
        return True
    return one.table == other.table and core(one.name) != core(other.name)


def _goal(
    origin: Origin, table: str, unit: str | None, year: int | None, name: str | None, target: Target | None, place: Asal,
    date: str | None, aim: str | None = None,
) -> Iterator[Goal]:  # fmt: skip
    if year is None or not name or not plain(name) or target is None or target.jenis == "kosong" or is_misread(target):
        return
    value = target.nilai if isinstance(target.nilai, int | Decimal) else None
    yield Goal(origin, table, holder_of(unit), year, name, target, Evidence(target.mentah, place, value, name), date, aim or "")


def _agreed(case: Case) -> Iterator[Goal]:
    for block in case.report.perjanjian_kinerja:
        for line in block.baris:
            yield from _goal(
                "pk", block.tabel or block.id, block.unit, block.tahun, line.indikator, line.target, line.sumber, block.tanggal
            )


def _planned(case: Case) -> Iterator[Goal]:
    codes = {part for plan in case.report.rencana_kinerja for row in plan.baris for part in (row.kode or "").split(".")}
    for plan in case.report.rencana_kinerja:
        for row in plan.baris:
            if row.target is not None and _KEGIATAN.fullmatch(row.target.mentah.strip()) and row.target.mentah.strip() in codes:
                continue  # the code of the kegiatan slipped into the column of targets
            yield from _goal("rkt", plan.tabel or plan.id, plan.unit, plan.tahun, row.indikator, row.target, row.sumber, None, row.sasaran)
    for action in case.report.rencana_aksi:
        for step in action.baris:
            table, unit = action.tabel or action.id, action.unit
            yield from _goal("rak", table, unit, action.tahun, step.indikator, step.target, step.sumber, None, step.sasaran)


def _achieved(case: Case) -> Iterator[Goal]:
    for block in case.report.capaian_kinerja:
        for row in block.baris:
            yield from _goal("capaian", block.tabel or block.id, None, row.tahun, row.indikator, row.target, row.sumber, None)


def _listed(case: Case) -> Iterator[Goal]:
    """Lists of indicators with a column of targets per year: of the IKU, or of the whole span of a Renstra."""
    for grid in case.view(grids):
        named = next((c.index for c in grid.columns if "indikator" in c.header.lower() and c.kind == "text"), None)
        kind = grid.table.jenis
        years = _years(grid, printed_as_rows=kind == "lain")
        if named is None or len(set(years.values())) < (_SPAN if kind == "lain" else 2):
            continue
        if kind == "iku" or (kind == "lain" and _is_plan(grid)):
            yield from _by_year(grid, named, years, "iku" if kind == "iku" else "renstra")


def _is_plan(grid: Grid) -> bool:
    """Whether a matrix of years holds targets and nothing else."""
    words = f"{grid.title} {' '.join(c.header for c in grid.columns)}"
    return bool(_PLANNED.search(words)) and not _REACHED.search(words)


def _years(grid: Grid, *, printed_as_rows: bool) -> dict[int, int]:
    """The year of each column; of a table whose header broke off, from a row that holds nothing else but years beside its names."""
    found = {c.index: c.year for c in grid.columns if c.year is not None}
    if found or not printed_as_rows:
        return found
    for row in grid.rows[:_HEADER_ROWS]:
        printed = {at: int(text) for at, cell in enumerate(row.cells) if _YEAR.fullmatch(text := cell.strip())}
        if len(printed) >= _SPAN and list(printed.values()) == sorted(set(printed.values())):
            return printed
    return {}


def _by_year(grid: Grid, named: int, years: dict[int, int], origin: Origin) -> Iterator[Goal]:
    for row in grid.rows:
        for column, year in years.items():
            text = row.cells[column]
            if row.cells[named].strip() and not _YEAR.fullmatch(text.strip()):
                reading = read_target(text)
                target = Target(mentah=text, jenis=reading.jenis, nilai=reading.nilai, satuan=reading.satuan)
                place = grid.evidence(row, column).source
                yield from _goal(origin, grid.table.id, None, year, row.cells[named], target, place, None)
