"""What a check says of one comparison: it holds, it is violated, it cannot be evaluated. (The fourth, a crash, is the runner's.)"""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from decimal import Decimal
from fractions import Fraction
from typing import Literal, NamedTuple

from extractor.checks.show import Number
from extractor.model import Angka, Asal, Sumber, Target
from extractor.values.rounding import Interval

Key = tuple[object, ...]


class Evidence(NamedTuple):
    """One printed figure or text that takes part in a comparison."""

    raw: str
    """As printed."""
    source: Asal
    value: int | Decimal | None = None
    name: str = ""
    """Whose figure it is, for people."""
    file: str | None = None
    """The file, where it is a report of another satker or year."""

    @property
    def key(self) -> Key:
        """Which printed figure this is: the same for every comparison that uses it. One cell can hold two: an amount and its percent."""
        first = sources_of(self.source)[:1]
        if not first:
            return ("", self.raw)
        place = first[0]
        if place.tabel is not None and place.sel is not None:
            return (place.tabel, *place.sel, self.value)
        return (place.dokumen, place.halaman, place.baris, place.kotak, self.raw)


class Holds(NamedTuple):
    """A comparison that holds; ``evidence`` is what it vouches for."""

    evidence: tuple[Evidence, ...] = ()


@dataclass(frozen=True, slots=True)
class NotEvaluable:
    """A comparison that lacks a figure, or whose meaning the report does not make certain."""

    why: str


@dataclass(frozen=True, slots=True)
class Finding:
    """A violated comparison. ``evidence[0]`` is what is stated, the rest is what it is compared with."""

    id: str
    """The message in Indonesian."""
    en: str
    """The message in English; figures in Indonesian format in both."""
    evidence: tuple[Evidence, ...]
    stated: Number | str | None = None
    computed: Number | str | None = None
    unit: str | None = None
    severity: Literal["galat", "peringatan", "info"] | None = None
    """Where it differs from the check's own."""
    implied: Mapping[Key, Interval] = field(default_factory=dict)
    """For a figure that may be the wrong one: the values with which this comparison would hold."""
    weight: int = 0
    """How directly it names the wrong figure; the greatest of several findings with one cause is its name."""

    @property
    def difference(self) -> Number | None:
        """Stated minus computed, where both are numbers."""
        if isinstance(self.stated, str | None) or isinstance(self.computed, str | None):
            return None
        return Fraction(self.stated) - Fraction(self.computed)

    def with_evidence(self, more: tuple[Evidence, ...]) -> "Finding":
        """The same with further evidence; what is there already is not repeated."""
        known = {e.key for e in self.evidence}
        added = tuple({e.key: e for e in more if e.key not in known}.values())
        return replace(self, evidence=self.evidence + added)


Outcome = Holds | NotEvaluable | Finding


def sources_of(source: Asal) -> list[Sumber]:
    """A source as a list."""
    return source if isinstance(source, list) else [source] if source is not None else []


def figure(angka: Angka | None, fallback: Asal = None, name: str = "") -> Evidence | None:
    """The evidence of a record's figure; None where there is none."""
    if angka is None:
        return None
    return Evidence(angka.mentah, angka.sumber or fallback, angka.nilai, name)


def aim(target: Target | None, source: Asal, name: str = "") -> Evidence | None:
    """The evidence of a target, realisation or achievement, placed at its row."""
    if target is None or target.jenis == "kosong":
        return None
    value = target.nilai if isinstance(target.nilai, int | Decimal) else None
    return Evidence(target.mentah, source, value, name)
