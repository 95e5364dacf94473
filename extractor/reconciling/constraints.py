"""The constraints of a satker-year, built from what its tables and claims state: sums, quotients, equal mentions, words and digits."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from decimal import Decimal
from fractions import Fraction

from extractor.checks.case import Case
from extractor.checks.outcome import Evidence
from extractor.checks.show import short
from extractor.checks.views.budget import BudgetLine, budget, percent_lines, ratio_of
from extractor.checks.views.cross_sums import cross_sums
from extractor.checks.views.grids import Grid, grids
from extractor.checks.views.ratios import Ratio as StatedRatio
from extractor.checks.views.ratios import interval_of
from extractor.checks.views.relations import ratio_relations, row_sums
from extractor.checks.views.sums import Sum, sums
from extractor.checks.views.versions import restated
from extractor.reconciling.system import Linear, Number, Ratio, Role, System, Variable, same, total
from extractor.values.rounding import printed_decimals, printed_interval

_DOUBTS: dict[Role, float] = {"bagian": 5.0, "total": 4.0, "persen": 4.0}
"""Nats of holding a figure wrong: about one in 150 is, and one in 50 of those that are worked out by hand."""
_UNBOUNDED = 10**18
"""More rupiah than any budget has."""


@dataclass
class Statement:
    """The system of a satker-year, and the evidence behind each of its figures."""

    system: System
    evidence: dict[str, Evidence]


@dataclass
class _Builder:
    evidence: dict[str, Evidence] = field(default_factory=dict)
    roles: dict[str, Role] = field(default_factory=dict)
    widths: dict[str, tuple[Number, Number]] = field(default_factory=dict)
    """What a figure that is printed rounded can stand for."""
    constraints: list[Linear | Ratio] = field(default_factory=list)
    soft: list[Linear] = field(default_factory=list)

    def add(self, evidence: Evidence, role: Role = "bagian") -> str:
        """The key of a figure, the same for every mention of the same printed cell."""
        key = "|".join("" if part is None else str(part) for part in evidence.key)
        self.evidence.setdefault(key, evidence)
        if role != "bagian":
            self.roles[key] = role
        return key

    def variables(self, near: dict[str, tuple[Number, ...]]) -> dict[str, Variable]:
        return {key: self._variable(key, near.get(cell_of(key), ())) for key in sorted(self.evidence)}

    def _variable(self, key: str, near: tuple[Number, ...]) -> Variable:
        evidence, role = self.evidence[key], self.roles.get(key, "bagian")
        value = exact(evidence.value or 0)
        decimals = max(0, -int(Decimal(evidence.value or 0).as_tuple().exponent)) if isinstance(evidence.value, Decimal) else 0
        low, high = self.widths.get(key, (value, value))
        if role == "persen":
            decimals = printed_decimals(evidence.raw)
        step = 1 if not decimals else Fraction(1, 10**decimals)
        return Variable(key, value, low, high, step, role, _DOUBTS[role], near)


def cell_of(key: str) -> str:
    """Table, row and column of a figure's key; a cell can hold two figures."""
    return "|".join(key.split("|")[:3])


def exact(value: int | Decimal) -> Number:
    """A figure as an exact number, whole ones as int."""
    return value if isinstance(value, int) else int(value) if value == value.to_integral_value() else Fraction(value)


def statement(case: Case) -> Statement:
    """Everything that must hold between the figures of a satker-year."""
    build = _Builder()
    for item in [*case.view(sums), *case.view(row_sums), *case.view(cross_sums)]:
        _sum(build, item)
    for line in case.view(percent_lines):
        ratio = ratio_of(line)
        if ratio is not None:
            _ratio(build, ratio, f"persen {short(line.label)}")
    for relation in case.view(ratio_relations):
        for ratio in relation.ratios:
            _ratio(build, ratio, f"persen {short(ratio.stated.name)}")
    for spending in case.view(budget):
        _within(build, spending)
    for figure in case.view(restated):
        for mentions in figure.by_version().values():
            _equal(build, f"semua sebutan {short(figure.name)}", [mention.figure for mention in mentions])
    system = System(
        build.variables(_neighbours(case.view(grids))), tuple(dict.fromkeys(build.constraints)), tuple(dict.fromkeys(build.soft))
    )
    return Statement(system, build.evidence)


def _sum(build: _Builder, item: Sum) -> None:
    if item.problem or item.total.value is None:
        return
    whole = build.add(item.total, "total")
    parts = [build.add(part) for part in item.parts if part.value is not None]
    stated = total(f"jumlah {short(item.what)}", parts, whole)
    slack = Fraction(len(parts) + 1, 2) if item.rounded else 0
    build.constraints.append(replace(stated, low=-slack, high=slack) if slack else stated)


def _ratio(build: _Builder, ratio: StatedRatio, name: str) -> None:
    if not ratio.evaluable or any((e.value or 0) < 0 for e in (ratio.part, ratio.whole, ratio.stated)):
        return
    percent, part, whole = build.add(ratio.stated, "persen"), build.add(ratio.part), build.add(ratio.whole)
    bounds = printed_interval(ratio.stated.value or 0, ratio.decimals)
    build.widths[percent] = bounds.low, bounds.high
    if not ratio.exact:
        for key, evidence in ((part, ratio.part), (whole, ratio.whole)):
            width = interval_of(evidence)
            build.widths[key] = width.low, width.high
    build.constraints.append(Ratio(name, percent, part, whole))


def _within(build: _Builder, line: BudgetLine) -> None:
    """Spending stays within its ceiling, as a rule."""
    if line.pagu is not None and line.realisasi is not None and line.pagu.value is not None and line.realisasi.value is not None:
        whole, part = build.add(line.pagu), build.add(line.realisasi)
        build.soft.append(Linear(f"pagu {short(line.label)}", ((whole, 1), (part, -1)), high=_UNBOUNDED))


def _equal(build: _Builder, name: str, mentions: Sequence[Evidence]) -> None:
    """Several mentions of one figure, each against the first."""
    keys = [build.add(mention) for mention in mentions if mention.value is not None]
    build.constraints += [same(name, keys[0], other) for other in keys[1:] if other != keys[0]]


def _neighbours(tables: Iterable[Grid]) -> dict[str, tuple[Number, ...]]:
    """The figures beside each cell of a table: above, below, left, right."""
    return {key: near for grid in tables for key, near in _beside(grid)}


def _beside(grid: Grid) -> Iterator[tuple[str, tuple[Number, ...]]]:
    columns = [column.index for column in grid.numeric]
    for at, row in enumerate(grid.rows):
        for place, column in enumerate(columns):
            if row.figures[column] is None:
                continue
            around = [(at - 1, column), (at + 1, column)]
            around += [(at, columns[other]) for other in (place - 1, place + 1) if 0 <= other < len(columns)]
            figures = [grid.rows[r].figures[c] for r, c in around if 0 <= r < len(grid.rows)]
            yield f"{grid.table.id}|{row.index}|{column}", tuple(exact(f.value) for f in figures if f is not None)
