"""Contradictions that have nothing to do with each other, told apart, so that an open question leaves the others answerable."""

from dataclasses import dataclass, replace

from extractor.reconciling.localise import Limits, Repair, measured, violated
from extractor.reconciling.system import Constraint, System


@dataclass(frozen=True, slots=True)
class Conflict:
    """Violated constraints whose repairs meet, with all their repairs."""

    system: System
    """The component without the other conflicts' violated constraints."""
    failing: frozenset[Constraint]
    repairs: tuple[Repair, ...]
    complete: bool
    reach: frozenset[Constraint]
    """Every constraint in which a figure of one of the repairs takes part."""
    solved: int
    """How many systems were solved for it."""


def conflicts(component: System, limits: Limits | None = None) -> list[Conflict]:
    """The conflicts of a component: each violated constraint alone at first, joined while repairs of two take part in one constraint.

    The repairs of a component are the combinations of those of its conflicts.
    """
    failing, limits = violated(component), limits or Limits()
    found: list[Conflict] = []
    for one in failing:
        found.append(_conflict(component, frozenset({one}), failing, _left(limits, found)))
    spent = sum(conflict.solved for conflict in found)
    while True:
        pair = next(((a, b) for i, a in enumerate(found) for b in found[i + 1 :] if a.reach & b.reach), None)
        if pair is None:
            return found
        left = replace(limits, solutions=max(0, limits.solutions - spent))
        joined = _conflict(component, pair[0].failing | pair[1].failing, failing, left)
        spent += joined.solved
        found = [joined if other is pair[0] else other for other in found if other is not pair[1]]


def _left(limits: Limits, found: list[Conflict]) -> Limits:
    """The limits, less the work that was done already."""
    return replace(limits, solutions=max(0, limits.solutions - sum(conflict.solved for conflict in found)))


def _conflict(component: System, own: frozenset[Constraint], failing: tuple[Constraint, ...], limits: Limits) -> Conflict:
    others = frozenset(failing) - own
    left = System(component.variables, tuple(c for c in component.constraints if c not in others), component.soft)
    repairs, complete, solved = measured(left, limits)
    reach = {constraint for repair in repairs for key in repair.keys for constraint in component.touching[key]}
    return Conflict(left, own, tuple(repairs), complete, frozenset(reach | own), solved)
