"""From the repairs of a component to what its figures should be, and how sure that is."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction
from math import exp, floor

from extractor.reconciling.conflicts import Conflict, conflicts
from extractor.reconciling.exact import Span, holds, solve
from extractor.reconciling.localise import Limits, Repair
from extractor.reconciling.slips import Slip, candidates, explain, unknown_cost
from extractor.reconciling.system import Constraint, Linear, Number, Ratio, System, Variable

SURE = 0.6
"""Below this the likeliest explanation is not chosen."""
ALTERNATIVES = 8
SOFT_COST = 3.0
LONE = 0.25
"""Odds that a value which one sum alone names, and the stated figure hardly confirms, is in truth several slips in that sum."""
UNRELATED = 1.0
"""Odds that two mentions that differ by no known slip are not of the same figure: another version of the budget, another holder."""
TELLING = 1000
"""A slip in fewer digits than this number has is too easily a coincidence to confirm the value."""
DEPTH = 2
"""How many figures of one repair may be guessed from slips; the others must follow."""


@dataclass(frozen=True, slots=True)
class Change:
    """One figure that is held wrong; ``value`` is None where only the place of the error is known."""

    key: str
    value: Number | None
    slip: str
    odds: float = 0.0
    """Against the value: that it is named by one sum, or by another mention, alone and is hardly confirmed by what is stated."""
    probability: float = 0.0
    """That the figure should be this, over all explanations."""


@dataclass(frozen=True, slots=True)
class Explanation:
    """Changes which together let all constraints of the component hold."""

    changes: tuple[Change, ...]
    cost: float
    satisfies: tuple[str, ...]
    """Names of the constraints in which the changed figures take part."""
    probability: float = 0.0
    """That all its changes are right together."""

    @property
    def keys(self) -> tuple[str, ...]:
        return tuple(change.key for change in self.changes)


@dataclass(frozen=True, slots=True)
class Verdict:
    """What is made of one conflict: ``chosen`` is None where several explanations are about as good."""

    chosen: Explanation | None
    alternatives: tuple[Explanation, ...]
    complete: bool
    """Whether all explanations within reach were looked at."""


def reconcile(system: System, limits: Limits | None = None) -> list[Verdict]:
    """A verdict for each conflict, component by component in the order of their smallest keys."""
    return [judge(conflict) for component in system.components() for conflict in conflicts(component, limits)]


def judge(conflict: Conflict) -> Verdict:
    """The verdict on one conflict."""
    explanations = [found for repair in conflict.repairs for found in _explanations(conflict.system, repair)]
    if not explanations:
        return Verdict(None, (), False)
    weighed = _weighed(explanations)
    best = weighed[0]
    sure = all(change.value is not None and change.probability >= SURE for change in best.changes)
    chosen = best if conflict.complete and sure and best.probability >= SURE else None
    shown = tuple(found for found in weighed if found.probability >= best.probability / 20)[:ALTERNATIVES]
    return Verdict(chosen, () if chosen else shown, conflict.complete)


def _weighed(explanations: list[Explanation]) -> list[Explanation]:
    """With probabilities that add up to one, likeliest first; equal ones in the order of their changes."""
    least = min(found.cost for found in explanations)
    weights = [exp(least - found.cost) for found in explanations]
    whole = sum(weights)
    shares: dict[tuple[str, Number | None], float] = defaultdict(float)
    for found, weight in zip(explanations, weights, strict=True):
        for change in found.changes:
            shares[change.key, change.value] += weight / whole
    return sorted((_with_shares(found, weight / whole, shares) for found, weight in zip(explanations, weights, strict=True)), key=_rank)


def _with_shares(found: Explanation, share: float, shares: Mapping[tuple[str, Number | None], float]) -> Explanation:
    """Each change as likely as all the explanations that make it, less where one sum alone names its value."""
    changes = [replace(c, probability=min(1.0, shares[c.key, c.value]) / (1 + c.odds)) for c in found.changes]
    return replace(found, changes=tuple(changes), probability=share)


def _rank(found: Explanation) -> tuple[float, int, list[tuple[str, bool, Number]]]:
    """Likeliest first; rounded, so that the last bits of a sum do not decide."""
    return -round(found.probability, 9), len(found.changes), [(c.key, c.value is None, c.value or 0) for c in found.changes]


def _explanations(system: System, repair: Repair) -> Iterator[Explanation]:
    """What the figures of a repair may be: the values that follow, or those that a slip would have turned into what is stated."""
    touched = list(dict.fromkeys(constraint for key in repair.keys for constraint in system.touching[key]))
    names = tuple(sorted({constraint.name for constraint in touched}))
    for values in _assignments(system, touched, repair.keys, {}, repair.spans, DEPTH):
        yield _explanation(system, repair, values, names)


def _assignments(
    system: System,
    touched: Sequence[Constraint],
    keys: tuple[str, ...],
    fixed: Mapping[str, Number],
    spans: Mapping[str, Span],
    depth: int,
) -> Iterator[dict[str, Number | None]]:
    """Values of the figures: those that follow are taken, one that does not is tried at the values that slips suggest."""
    values: dict[str, Number | None] = dict(fixed)
    values.update({key: span.value for key, span in spans.items() if key not in fixed})
    values = _with_ratios(system, touched, values)
    open_keys = [key for key in keys if values[key] is None]
    if _fails(system, touched, values):
        return
    yield values
    if not open_keys or not depth:
        return
    guess = open_keys[0]
    for value, _ in candidates(system.variables[guess]):
        if _outside(value, spans[guess]):
            continue
        trial = {**fixed, guess: value}
        rest = tuple(key for key in keys if key not in trial)
        left = solve(touched, _fixed(system, trial), rest) if rest else _all_hold(system, touched, trial)
        if left is not None:
            yield from _assignments(system, touched, keys, trial, {**left, guess: Span(value, value)}, depth - 1)


def _all_hold(system: System, touched: Sequence[Constraint], values: Mapping[str, Number]) -> dict[str, Span] | None:
    at = _fixed(system, values)
    return {} if all(holds(constraint, at) for constraint in touched) else None


def _outside(value: Number, span: Span) -> bool:
    return (span.low is not None and value < span.low) or (span.high is not None and value > span.high)


def _with_ratios(system: System, touched: Sequence[Constraint], values: dict[str, Number | None]) -> dict[str, Number | None]:
    """Free percents at what their figures give, at the printed decimals."""
    result = dict(values)
    for constraint in touched:
        if not isinstance(constraint, Ratio) or constraint.percent not in values or values[constraint.percent] is not None:
            continue
        part, whole = (result.get(key, system.variables[key].stated) for key in (constraint.part, constraint.whole))
        if part is None or not whole:
            continue
        step = system.variables[constraint.percent].step
        result[constraint.percent] = floor(Fraction(100 * part) / whole / step + Fraction(1, 2)) * step
    return result


def _fails(system: System, touched: Sequence[Constraint], values: Mapping[str, Number | None]) -> bool:
    """Whether the values, all being known, break a constraint: a percent can belong to two ratios."""
    known = {key: value for key, value in values.items() if value is not None}
    at = _fixed(system, known)
    whole = [constraint for constraint in touched if all(values.get(key, 0) is not None for key in constraint.keys)]
    return not all(holds(constraint, at) for constraint in whole)


def _fixed(system: System, values: Mapping[str, Number]) -> System:
    """The system with some figures stated otherwise; a rounded figure keeps the width of its rounding."""
    variables = dict(system.variables)
    for key, value in values.items():
        old = variables[key]
        variables[key] = Variable(
            key, value, value + old.low - old.stated, value + old.high - old.stated, old.step, old.role, old.doubt, old.near
        )
    return System(variables, system.constraints, system.soft)


def _explanation(system: System, repair: Repair, values: Mapping[str, Number | None], names: tuple[str, ...]) -> Explanation:
    changes, cost = [], repair.doubt
    for key in repair.keys:
        slip = _slip_of(system, key, values)
        changes.append(Change(key, values[key], slip.name, _odds(system, repair, values[key], slip, key)))
        cost += slip.cost
    known = {key: value for key, value in values.items() if value is not None}
    at = _fixed(system, known)
    broken = [soft for soft in system.soft if not holds(soft, at) and any(key in known for key in soft.keys)]
    return Explanation(tuple(changes), cost + SOFT_COST * len(broken), names)


def _odds(system: System, repair: Repair, value: Number | None, slip: Slip, key: str) -> float:
    """That the value is wrong although everything holds: nothing but one comparison speaks for it."""
    if not _unconfirmed(value, slip):
        return 0.0
    mentions = all(isinstance(c, Linear) and len(c.terms) == 2 for c in system.touching[key])
    return UNRELATED if mentions else LONE if _namings(system, key, repair.keys) < 2 else 0.0


def _unconfirmed(value: Number | None, slip: Slip) -> bool:
    """Whether what is stated tells little about the value: anything, or another cell's figure, could stand there."""
    return value is not None and (slip.name in ("sembarang", "tetangga") or value < TELLING)


def _namings(system: System, key: str, changed: tuple[str, ...]) -> int:
    """How many equalities name the value of a figure, nothing else in them being changed. A ratio names its percent only."""
    others = frozenset(changed) - {key}
    found = 0
    for constraint in system.touching[key]:
        if not others.isdisjoint(constraint.keys):
            continue
        if isinstance(constraint, Linear):
            found += constraint.low == constraint.high
        elif constraint.percent == key:
            found += 1 + all(_in_a_sum(system, name) for name in (constraint.part, constraint.whole))
    return found


def _in_a_sum(system: System, key: str) -> bool:
    """Whether a figure is confirmed by another equality, which held without a change to it."""
    return any(isinstance(constraint, Linear) for constraint in system.touching[key])


def _slip_of(system: System, key: str, values: Mapping[str, Number | None]) -> Slip:
    variable, value = system.variables[key], values[key]
    if value is None:
        return Slip("", unknown_cost(variable))
    return explain(variable, value, _parts(system, key, values))


def _parts(system: System, key: str, values: Mapping[str, Number | None]) -> list[Number]:
    """What the figure should be the sum of, where it is a total."""
    parts: list[Number] = []
    for constraint in system.touching[key]:
        if isinstance(constraint, Linear) and dict(constraint.terms)[key] == -1 and len(constraint.terms) > 2:
            others = (name for name, factor in constraint.terms if factor == 1)
            parts += [value for value in (values.get(name, system.variables[name].stated) for name in others) if value is not None]
    return parts
