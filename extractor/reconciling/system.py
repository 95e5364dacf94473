"""The stated figures as variables, and what must hold between them as constraints."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from fractions import Fraction
from functools import cached_property
from typing import Literal

Number = int | Fraction
"""Exact: whole rupiah and counts as int, which is faster, all else as Fraction."""
Role = Literal["bagian", "total", "persen"]
"""A figure that others are built from, a total, or a ratio: the last two are computed by hand and go wrong more often."""


@dataclass(frozen=True, slots=True)
class Variable:
    """One stated figure.

    ``stated``: its faithful reading; ``low``/``high``: all that it can stand for, ``low <= x < high`` where it is rounded and
    ``low == high == stated`` where it is exact. ``step``: the unit in which it counts on (1 rupiah, 0.01 percent points).
    ``doubt``: cost in nats of holding it wrong; a figure that is confirmed elsewhere costs more, one read by OCR less.
    """

    key: str
    stated: Number
    low: Number
    high: Number
    step: Number = 1
    role: Role = "bagian"
    doubt: float = 5.0
    near: tuple[Number, ...] = ()
    """Stated figures beside it (same row, same column), which a shifted or swapped cell would show."""

    @property
    def exact(self) -> bool:
        """Whether it stands for one value only."""
        return self.low == self.high


def exact_variable(key: str, value: int, role: Role = "bagian", doubt: float = 5.0, near: Iterable[int] = ()) -> Variable:
    """A figure that is printed in full: rupiah, a count."""
    return Variable(key, value, value, value, 1, role, doubt, tuple(near))


@dataclass(frozen=True, slots=True)
class Linear:
    """``low <= sum(coefficient * x) <= high``; a sum is ``parts - total`` with both bounds 0."""

    name: str
    terms: tuple[tuple[str, int], ...]
    low: Number = 0
    high: Number = 0

    @property
    def keys(self) -> tuple[str, ...]:
        return tuple(key for key, _ in self.terms)


@dataclass(frozen=True, slots=True)
class Ratio:
    """``percent`` is 100 * ``part`` / ``whole`` as printed, rounded or cut off."""

    name: str
    percent: str
    part: str
    whole: str

    @property
    def keys(self) -> tuple[str, ...]:
        return (self.percent, self.part, self.whole)


Constraint = Linear | Ratio


def total(name: str, parts: Iterable[str], whole: str) -> Linear:
    """The parts add up to the whole."""
    return Linear(name, (*((part, 1) for part in parts), (whole, -1)))


def same(name: str, one: str, other: str) -> Linear:
    """Two mentions of one figure."""
    return Linear(name, ((one, 1), (other, -1)))


@dataclass(frozen=True)
class System:
    """Variables by key and the constraints over them. The order of neither matters."""

    variables: Mapping[str, Variable]
    constraints: tuple[Constraint, ...]
    soft: tuple[Linear, ...] = ()
    """What usually holds (realisasi <= pagu): never repaired for, but it speaks against a value that breaks it."""

    @cached_property
    def touching(self) -> dict[str, tuple[Constraint, ...]]:
        """The constraints in which a variable takes part."""
        found: dict[str, list[Constraint]] = {key: [] for key in self.variables}
        for constraint in self.constraints:
            for key in dict.fromkeys(constraint.keys):
                found[key].append(constraint)
        return {key: tuple(constraints) for key, constraints in found.items()}

    def components(self) -> list["System"]:
        """The parts of the system that share no figure, those of the smallest key first."""
        root = {key: key for key in self.variables}

        def find(key: str) -> str:
            while root[key] != key:
                root[key] = root[root[key]]
                key = root[key]
            return key

        for constraint in self.constraints:
            first, *others = sorted(find(key) for key in constraint.keys)
            for other in others:
                root[find(other)] = find(first)
        members: dict[str, list[str]] = {}
        for key in sorted(self.variables):
            members.setdefault(find(key), []).append(key)
        shares: dict[str, list[Constraint]] = {}
        for constraint in sorted(self.constraints, key=lambda c: (c.name, c.keys)):
            shares.setdefault(find(constraint.keys[0]), []).append(constraint)
        return [self._part(keys, tuple(shares.get(top, ()))) for top, keys in sorted(members.items())]

    def _part(self, keys: list[str], constraints: tuple[Constraint, ...]) -> "System":
        own = frozenset(keys)
        soft = tuple(usual for usual in self.soft if own.issuperset(usual.keys))
        return System({key: self.variables[key] for key in keys}, constraints, soft)
