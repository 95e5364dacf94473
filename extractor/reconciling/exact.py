"""Whether a system can hold when some of its figures may change: decided in fractions, never in floating point.

Fourier-Motzkin elimination (Schrijver, Theory of Linear and Integer Programming, 12.2); only a handful of figures is ever free.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from fractions import Fraction
from math import gcd, lcm
from typing import NamedTuple

from extractor.reconciling.system import Constraint, Linear, Number, System

Terms = tuple[tuple[str, int], ...]


class Bound(NamedTuple):
    """``sum(coefficient * x) + constant >= 0``, or ``> 0`` where ``strict``; all in whole numbers."""

    terms: Terms
    constant: int
    strict: bool = False


@dataclass(frozen=True, slots=True)
class Span:
    """What is left to a free figure; an end that is None is open."""

    low: Number | None
    high: Number | None

    @property
    def value(self) -> Number | None:
        """The one value that it must have."""
        return self.low if self.low == self.high else None


def holds(constraint: Constraint, system: System) -> bool:
    """Whether the constraint holds with all figures as stated."""
    if isinstance(constraint, Linear):
        low, high = _reach(constraint, system)
        return low <= constraint.high and high >= constraint.low
    return _tidy(_bounds_of(constraint, system, frozenset())) is not None


def _reach(constraint: Linear, system: System) -> tuple[Number, Number]:
    """The least and the greatest that its sum can be."""
    low: Number = 0
    high: Number = 0
    for key, factor in constraint.terms:
        variable = system.variables[key]
        one, other = factor * variable.low, factor * variable.high
        low += one if factor > 0 else other
        high += other if factor > 0 else one
    return low, high


def solve(constraints: Sequence[Constraint], system: System, free: Sequence[str]) -> dict[str, Span] | None:
    """What is left to each free figure when all constraints hold, or None when they cannot.

    The other figures are as stated. A free figure is not negative unless it is stated so, and counts in its steps.
    """
    return Solver(system, free).solve(constraints)


class Solver:
    """The same for several sets of constraints on the same free figures: the bounds of a constraint are worked out once."""

    def __init__(self, system: System, free: Sequence[str]) -> None:
        self._system, self._free, self._names = system, frozenset(free), tuple(sorted(free))
        self._signs = [Bound(((key, 1),), 0) for key in free if system.variables[key].stated >= 0]
        self._known: dict[int, list[Bound]] = {}
        # by identity: to hash a long sum takes as long as to work it out

    def solve(self, constraints: Iterable[Constraint]) -> dict[str, Span] | None:
        """See :func:`solve`."""
        variables = self._system.variables
        spans = _solve([*(bound for constraint in constraints for bound in self._bounds(constraint)), *self._signs], self._names)
        if spans is None:
            return None
        stepped = {key: _on_grid(span, variables[key].step, variables[key].exact) for key, span in spans.items()}
        return None if any(_empty(span) for span in stepped.values()) else stepped

    def _bounds(self, constraint: Constraint) -> list[Bound]:
        known = self._known.get(id(constraint))
        if known is None:
            known = self._known[id(constraint)] = _bounds_of(constraint, self._system, self._free)
        return known


def _empty(span: Span) -> bool:
    return span.low is not None and span.high is not None and span.low > span.high


def _on_grid(span: Span, step: Number, whole: bool) -> Span:
    """The ends moved inwards to whole steps; a rounded figure may lie between them."""
    if not whole:
        return span
    low = None if span.low is None else -(-span.low // step) * step
    high = None if span.high is None else span.high // step * step
    return Span(low, high)


def _bounds_of(constraint: Constraint, system: System, free: frozenset[str]) -> list[Bound]:
    if isinstance(constraint, Linear):
        above = _bound(constraint.terms, -constraint.low, system, free)
        below = _bound([(key, -factor) for key, factor in constraint.terms], constraint.high, system, free)
        return [above, below]
    if constraint.percent in free:
        return []
    percent = system.variables[constraint.percent]
    above = _bound([(constraint.part, 100), (constraint.whole, -percent.low)], 0, system, free)
    below = _bound([(constraint.part, -100), (constraint.whole, percent.high)], 0, system, free)
    return [above, Bound(below.terms, below.constant, not percent.exact)]


def _bound(terms: Iterable[tuple[str, Number]], constant: Number, system: System, free: frozenset[str]) -> Bound:
    """Terms of the free figures; the others are put in at the end of their rounding that makes the bound weakest."""
    kept: dict[str, Number] = {}
    for key, factor in terms:
        if key in free:
            kept[key] = kept.get(key, 0) + factor
        else:
            variable = system.variables[key]
            constant += factor * (variable.high if factor > 0 else variable.low)
    scale = lcm(constant.denominator, *(factor.denominator for factor in kept.values()))
    return Bound(tuple((key, int(kept[key] * scale)) for key in sorted(kept) if kept[key]), int(constant * scale))


def _solve(bounds: list[Bound], names: tuple[str, ...]) -> dict[str, Span] | None:
    """The span of each name, the others eliminated; None where no values will do."""
    tidy = _tidy(bounds)
    if tidy is None:
        return None
    if not names:
        return {}
    spans = {}
    for name in names:
        left: list[Bound] | None = tidy
        for other in names:
            if other != name:
                left = None if left is None else _without(left, other)
        if left is None:
            return None
        span = _span(left)
        if span is None:
            return None
        spans[name] = span
    return spans


def _without(bounds: list[Bound], name: str) -> list[Bound] | None:
    """The bounds on the other figures: each lower bound of ``name`` paired with each upper bound."""
    rising: list[Bound] = []
    falling: list[Bound] = []
    rest: list[Bound] = []
    for bound in bounds:
        factor = next((factor for key, factor in bound.terms if key == name), 0)
        (rising if factor > 0 else falling if factor < 0 else rest).append(bound)
    paired = [_combined(up, down, name) for up in rising for down in falling]
    return _tidy([*rest, *paired])


def _combined(up: Bound, down: Bound, name: str) -> Bound:
    first, second = dict(up.terms), dict(down.terms)
    a, b = -second[name], first[name]
    factors = ((key, a * first.get(key, 0) + b * second.get(key, 0)) for key in sorted({*first, *second} - {name}))
    return Bound(tuple((key, factor) for key, factor in factors if factor), a * up.constant + b * down.constant, up.strict or down.strict)


def _tidy(bounds: Iterable[Bound]) -> list[Bound] | None:
    """The tightest bound of each direction; None where a bound without figures fails."""
    tightest: dict[Terms, tuple[int, Bound]] = {}
    for bound in bounds:
        if not bound.terms:
            if bound.constant < 0 or (bound.strict and bound.constant == 0):
                return None
            continue
        scale = gcd(*(factor for _, factor in bound.terms))
        direction = bound.terms if scale == 1 else tuple((key, factor // scale) for key, factor in bound.terms)
        held = tightest.get(direction)
        if held is None or _tighter(bound, scale, held[1], held[0]):
            tightest[direction] = scale, bound
    return [tightest[direction][1] for direction in sorted(tightest)]


def _tighter(bound: Bound, scale: int, other: Bound, other_scale: int) -> bool:
    one, two = bound.constant * other_scale, other.constant * scale
    return one < two or (one == two and bound.strict and not other.strict)


def _span(bounds: list[Bound]) -> Span | None:
    """The ends that bounds on a single figure leave. An open end is moved in by less than any step."""
    low: tuple[Number, bool] | None = None
    high: tuple[Number, bool] | None = None
    for bound in bounds:
        factor = bound.terms[0][1]
        whole, rest = divmod(-bound.constant, factor)
        end: Number = Fraction(-bound.constant, factor) if rest else whole  # whole numbers compare in a tenth of the time
        if factor > 0:
            low = (end, bound.strict) if low is None else max(low, (end, bound.strict))
        else:
            high = (end, bound.strict) if high is None else min(high, (end, bound.strict), key=lambda e: (e[0], not e[1]))
    if low is not None and high is not None and (low[0] > high[0] or (low[0] == high[0] and (low[1] or high[1]))):
        return None
    return Span(_inwards(low, 1), _inwards(high, -1))


TINY = Fraction(1, 10**12)
"""Less than the step of any figure: an open end is as good as one that much further in."""


def _inwards(end: tuple[Number, bool] | None, way: int) -> Number | None:
    return None if end is None else end[0] + way * TINY if end[1] else end[0]
