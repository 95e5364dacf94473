"""Error localisation: the smallest sets of figures that, changed, let every constraint hold.

Fellegi and Holt, "A systematic approach to automatic edit and imputation", JASA 71 (1976) 17. The solver (HiGHS) only chooses
sets that hit every conflict found so far; whether a chosen set suffices is decided exactly, and a set that does not yields the
next conflict (lazily added cuts: implicit hitting set). Floating point therefore never touches an amount.
"""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, field
from heapq import heappop, heappush

from extractor.reconciling.exact import Solver, Span, holds
from extractor.reconciling.system import Constraint, System


@dataclass(frozen=True, slots=True)
class Repair:
    """Figures which, changed together, let the system hold; no part of them does."""

    keys: tuple[str, ...]
    spans: dict[str, Span]
    doubt: float
    """Sum of the doubts of its figures, in nats."""


@dataclass(frozen=True, slots=True)
class Limits:
    """Where the search ends: ``margin`` in nats above the cheapest repair, sizes in figures, steps of the search, rounds of the solver.

    All are counts, not seconds, so that the same report gives the same proposals on any machine.
    """

    margin: float = 4.0
    figures: int = 4
    repairs: int = 40
    attempts: int = 200
    rounds: int = 5
    solutions: int = 2000
    """Systems solved for one component, all its conflicts together; what is left then stays open."""


def violated(system: System) -> tuple[Constraint, ...]:
    """The constraints that fail with all figures as stated."""
    return tuple(constraint for constraint in system.constraints if not holds(constraint, system))


def localise(system: System, limits: Limits | None = None) -> tuple[list[Repair], bool]:
    """All repairs of one component within the margin of the cheapest, cheapest first, and whether the search was complete.

    Few figures are found by best-first search over the conflicts; where that grows too large, the solver chooses. Both give the same.
    """
    repairs, complete, _ = measured(system, limits or Limits())
    return repairs, complete


def measured(system: System, limits: Limits) -> tuple[list[Repair], bool, int]:
    """The same, with how many systems were solved for it."""
    search = _Search(system, limits, violated(system))
    if not search.failing:
        return [], True, 0
    complete = by_search(search)
    if complete is None:
        complete = by_solver(search)
    return _sorted(search.repairs), complete, search.solved


@dataclass(slots=True)
class _Search:
    """What has been learnt of a component: conflicts that every repair must hit, and repairs."""

    system: System
    limits: Limits
    failing: tuple[Constraint, ...]
    cuts: list[frozenset[str]] = field(default_factory=list)
    repairs: list[Repair] = field(default_factory=list)
    solved: int = 0
    """Systems solved so far."""

    @property
    def hopeless(self) -> bool:
        """Whether more conflicts share no figure than figures may be changed, or the work is used up."""
        apart: set[str] = set()
        count = 0
        for cut in sorted(self.cuts, key=lambda cut: (len(cut), sorted(cut))):
            if apart.isdisjoint(cut):
                apart |= cut
                count += 1
        return count > self.limits.figures or self.solved > self.limits.solutions

    def doubt(self, keys: Iterable[str]) -> float:
        return sum(self.system.variables[key].doubt for key in keys)

    def beyond(self, keys: Collection[str]) -> bool:
        """Whether a set is dearer than the cheapest repair by more than the margin."""
        return bool(self.repairs) and self.doubt(keys) > min(repair.doubt for repair in self.repairs) + self.limits.margin

    def unhit(self, keys: frozenset[str]) -> frozenset[str] | None:
        """A conflict that the set does not touch, an exact attempt made where all known ones are; None where it is a repair."""
        for cut in self.cuts:
            if not cut & keys:
                return cut
        chosen = tuple(sorted(keys))
        spans, conflict, solved = attempt(self.system, self.failing, chosen)
        self.solved += solved
        if spans is not None:
            self.repairs.append(Repair(chosen, spans, self.doubt(chosen)))
            return None
        self.cuts = [cut for cut in self.cuts if not cut >= conflict]
        self.cuts.append(conflict)
        return conflict


def by_search(search: _Search) -> bool | None:
    """Best-first over the sets of figures (Reiter, "A theory of diagnosis from first principles", 1987).

    Returns whether all repairs within the limits were found, or None where the sets are too many.
    """
    queue: list[tuple[float, tuple[str, ...]]] = [(0.0, ())]
    seen: set[tuple[str, ...]] = {()}
    for _ in range(search.limits.attempts):
        if not queue or search.beyond(queue[0][1]):
            return True
        if len(queue[0][1]) > search.limits.figures or len(search.repairs) >= search.limits.repairs or search.hopeless:
            return False
        keys = frozenset(heappop(queue)[1])
        if any(keys.issuperset(repair.keys) for repair in search.repairs):
            continue
        conflict = search.unhit(keys)
        if conflict is None:
            continue
        for key in conflict:
            larger = tuple(sorted(keys | {key}))
            if larger not in seen:
                seen.add(larger)
                heappush(queue, (round(search.doubt(larger), 9), larger))
    return None


def by_solver(search: _Search) -> bool:
    """The same by integer programming: the cheapest set that hits all conflicts known so far, again and again; whether complete."""
    for _ in range(search.limits.rounds):
        chosen = _cheapest_hit(search.system, search.cuts, [frozenset(repair.keys) for repair in search.repairs])
        if chosen is None or search.beyond(chosen):
            return True
        if len(chosen) > search.limits.figures or len(search.repairs) >= search.limits.repairs or search.hopeless:
            return False
        search.unhit(frozenset(chosen))
    return False


def _sorted(repairs: list[Repair]) -> list[Repair]:
    return sorted(repairs, key=lambda repair: (repair.doubt, repair.keys))


def attempt(system: System, failing: Sequence[Constraint], chosen: tuple[str, ...]) -> tuple[dict[str, Span] | None, frozenset[str], int]:
    """What is left to the chosen figures, or a set of figures of which at least one more must change; and how many systems were solved."""
    free = frozenset(chosen)
    for constraint in failing:
        if not free.intersection(constraint.keys):
            return None, frozenset(constraint.keys), 0
    touched = list(dict.fromkeys(constraint for key in chosen for constraint in system.touching[key]))
    solver = Solver(system, chosen)
    spans = solver.solve(touched)
    if spans is not None:
        return spans, frozenset(), 1
    core = _irreducible(touched, solver)
    return None, frozenset(key for constraint in core for key in constraint.keys) - free, 1 + len(touched)


def _irreducible(constraints: list[Constraint], solver: Solver) -> list[Constraint]:
    """A subset of which no constraint can be spared: the deletion filter (Chinneck and Dravnieks, ORSA J. Computing 3 (1991) 157)."""
    core = list(constraints)
    for constraint in constraints:
        rest = [other for other in core if other is not constraint]
        if solver.solve(rest) is None:
            core = rest
    return core


_SOLVER = {"node_limit": 2000, "mip_rel_gap": 0.0}


def _cheapest_hit(system: System, cuts: list[frozenset[str]], known: list[frozenset[str]]) -> tuple[str, ...] | None:
    """The set of least doubt that takes a figure of every cut and does not contain a known repair; None where there is none."""
    import numpy as np  # noqa: PLC0415 - only reports with contradictions need the solver
    from scipy.optimize import Bounds, LinearConstraint, milp  # noqa: PLC0415

    if not all(cuts):
        return None
    if not cuts:
        return ()
    keys = sorted(frozenset().union(*cuts))
    at = {key: i for i, key in enumerate(keys)}
    rows = np.zeros((len(cuts) + len(known), len(keys)))
    for i, group in enumerate([*cuts, *known]):
        for key in group:
            if key in at:
                rows[i, at[key]] = 1
    least = [1.0] * len(cuts) + [-np.inf] * len(known)
    most = [np.inf] * len(cuts) + [len(group) - 1.0 for group in known]
    costs = np.array([system.variables[key].doubt for key in keys])
    answer = milp(
        costs, integrality=np.ones(len(keys)), bounds=Bounds(0, 1), constraints=LinearConstraint(rows, least, most), options=_SOLVER
    )
    if answer.x is None:
        return None
    return tuple(key for key, taken in zip(keys, answer.x, strict=True) if taken > 0.5)
