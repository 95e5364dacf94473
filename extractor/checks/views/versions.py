"""Budget lines stated in several tables, and which of these tables state the same version of the budget."""

import re
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import combinations

from extractor.checks.case import Case
from extractor.checks.outcome import Evidence
from extractor.checks.views.budget import BudgetLine, budget
from extractor.checks.views.clusters import clusters
from extractor.checks.views.plans import told_once
from extractor.values.codes import read_code

ALIKE = 90.0


@dataclass(frozen=True, slots=True)
class Mention:
    """One statement of a line's amount."""

    line: BudgetLine
    figure: Evidence
    version: int


@dataclass(frozen=True, slots=True)
class Restated:
    """A line of one year that several tables state: the mentions of its pagu, or of its realisasi."""

    name: str
    year: int
    field: str
    mentions: tuple[Mention, ...]

    def by_version(self) -> dict[int, list[Mention]]:
        """The mentions of each version of the budget."""
        found: dict[int, list[Mention]] = defaultdict(list)
        for mention in self.mentions:
            found[mention.version].append(mention)
        return dict(found)


def restated(case: Case) -> list[Restated]:
    """All lines that two tables or more state."""
    lines = [line for line in case.view(budget) if line.year is not None and line.level != "total" and line.name]
    alike = (told_once(case, group, lambda x: x.pagu) for group in clusters(lines, lambda x: x.name, _apart, lambda x: x.year, ALIKE))
    groups = [_unambiguous(group) for group in alike]
    groups = [group for group in groups if len({line.table for line in group}) > 1]
    found = []
    for field in ("pagu", "realisasi"):
        version = _versions(groups, field)
        for group in groups:
            mentions = tuple(Mention(x, e, version[x.table]) for x in group if (e := getattr(x, field)) is not None and e.value is not None)
            if len(mentions) > 1:
                found.append(Restated(group[0].label, group[0].year or 0, field, mentions))
    return found


def _apart(one: BudgetLine, other: BudgetLine) -> bool:
    """Whether two lines cannot be the same: other codes, other levels, outputs of other kegiatan, or spent from other budgets."""
    if one.origin == other.origin == "realisasi" and one.holder and other.holder and one.holder != other.holder:
        return True
    if one.level and other.level and one.level != other.level:
        return True
    if one.code and other.code and not compatible(one.code, other.code):
        return True
    return one.level == other.level == "ro" and bool(one.parent and other.parent) and one.parent != other.parent


def compatible(one: str, other: str) -> bool:
    """Whether two budget codes may be one, printed to different lengths ("CQ.6867" and "6867")."""
    a, b = ((read_code(code) or code).upper().split(".") for code in (one, other))
    short, long = (a, b) if len(a) <= len(b) else (b, a)
    return any(long[i : i + len(short)] == short for i in range(len(long) - len(short) + 1))


def _unambiguous(group: Sequence[BudgetLine]) -> list[BudgetLine]:
    """Without the lines of a table that has the name more than once."""
    times = Counter(line.table for line in group)
    return [line for line in group if times[line.table] == 1]


def _versions(groups: Sequence[Sequence[BudgetLine]], field: str) -> dict[str, int]:
    """A number per table; equal for tables that state one version of the budget.

    Two plans do so where at least one of their common lines agrees, and of all lines that their versions have in common, so far as
    these are put together, as many agree as differ; the tables of one plan, and agreements signed on one day, belong together from the
    start. Agreements signed months apart do so only where all agree.
    """
    first = {line.table: line for group in groups for line in group}
    plans: dict[object, int] = {}
    home = {table: plans.setdefault(_plan(line), len(plans)) for table, line in first.items()}
    dates = {home[table]: line.date for table, line in first.items()}
    agree: Counter[tuple[int, int]] = Counter()
    differ: Counter[tuple[int, int]] = Counter()
    for group in groups:
        alike: dict[tuple[int, int], bool] = defaultdict(bool)
        for one, other in combinations(group, 2):
            a, b = getattr(one, field), getattr(other, field)
            if a is not None and b is not None:
                pair = (min(home[one.table], home[other.table]), max(home[one.table], home[other.table]))
                alike[pair] |= a.value == b.value
        agree.update(pair for pair, equal in alike.items() if equal)
        differ.update(pair for pair, equal in alike.items() if not equal)
    version, pairs = {plan: plan for plan in home.values()}, {*agree, *differ}
    for one_plan, other_plan in sorted(agree, key=lambda p: (-agree[p], p)):
        old, new = version[other_plan], version[one_plan]
        apart = differ[one_plan, other_plan] and months_apart(dates[one_plan], dates[other_plan])
        between = [pair for pair in pairs if {version[pair[0]], version[pair[1]]} == {old, new}] if old != new else []
        if not apart and sum(agree[pair] for pair in between) >= sum(differ[pair] for pair in between):
            version = {plan: new if at == old else at for plan, at in version.items()}
    return {table: version[plan] for table, plan in home.items()}


def superseded(case: Case) -> frozenset[str]:
    """Dates of agreements that later ones replace: where the two differ on a line, the tables of spending go by the later one."""
    found = set()
    for item in case.view(restated):
        spent = {m.figure.value for m in item.mentions if m.line.origin == "realisasi"}
        agreed = [m for m in item.mentions if m.line.origin == "pk" and m.line.date]
        for old in agreed:
            later = [m for m in agreed if (m.line.date or "") > (old.line.date or "") and months_apart(m.line.date, old.line.date)]
            if old.line.date and old.figure.value not in spent and any(m.figure.value in spent for m in later):
                found.add(old.line.date)
    return frozenset(found)


def months_apart(one: str | None, other: str | None) -> bool:
    """Whether two agreements were signed in different months, which are not neighbours."""
    months = [12 * int(day[:4]) + int(day[5:7]) for day in (one, other) if day and re.match(r"[0-9]{4}-[0-9]{2}", day)]
    return len(months) == 2 and abs(months[0] - months[1]) > 1


def _plan(line: BudgetLine) -> object:
    """What a table is part of: a plan of one kind, year and holder, or the agreements of one day; else itself."""
    if line.origin == "rkt":
        return (line.origin, line.year, line.holder)
    return (line.origin, line.year, line.date) if line.date else line.table
