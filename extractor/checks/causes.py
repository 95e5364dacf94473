"""One cause, one finding: findings that a single wrong figure explains are told as that figure's, the others as its consequences."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from fractions import Fraction

from extractor.checks.outcome import Evidence, Finding, Key
from extractor.checks.registry import Check
from extractor.values.rounding import Interval


@dataclass(frozen=True, slots=True)
class Suspect:
    """The one figure whose other value settles all findings of a group."""

    key: Key
    value: Interval

    @property
    def wanted(self) -> Fraction | None:
        """The value, where it is a single one."""
        return self.value.low if self.value.low == self.value.high else None


@dataclass(frozen=True, slots=True)
class Traced:
    """A finding whose cause is known."""

    check: Check
    finding: Finding
    cause: int | None = None
    """Index, in the same list, of the finding that is its cause; causes come first. None where it is one itself."""
    suspect: Evidence | None = None
    """For a cause with consequences: the wrong figure, where only one can be."""
    wanted: Fraction | None = None
    """The value that settles them all, where there is but one."""


def trace(found: Sequence[tuple[Check, Finding]]) -> list[Traced]:
    """Findings with their causes: a group is formed around the figure that explains most findings with one value.

    A figure explains a finding where the comparison would hold if the figure had another value; it explains several
    where one value would do for all. Each finding belongs to one group. The finding that states the wrong figure, else
    the most direct one, names the group.
    """
    groups: list[tuple[list[int], Suspect | None]] = []
    free = set(range(len(found)))
    explained = _explained(found)
    for members in sorted(explained, key=lambda m: (-len(m), m)):
        mine = [i for i in members if i in free]
        if len(mine) > 1:
            groups.append((mine, explained[members][0] if len(explained[members]) == 1 else None))
            free -= set(mine)
    groups += [([i], None) for i in free]
    return _in_order(found, groups)


def _explained(found: Sequence[tuple[Check, Finding]]) -> dict[tuple[int, ...], list[Suspect]]:
    """The sets of findings that one figure explains with one value, and which figures do."""
    by_key: dict[Key, list[tuple[int, Interval]]] = defaultdict(list)
    for at, (_, finding) in enumerate(found):
        for key, interval in finding.implied.items():
            by_key[key].append((at, interval))
    sets: dict[tuple[int, ...], list[Suspect]] = defaultdict(list)
    for key, entries in by_key.items():
        together = {_together(entries, seed) for _, seed in entries} if len(entries) > 1 else set()
        for members, value in sorted(together, key=lambda t: (-len(t[0]), t[0])):
            if len(members) > 1 and key not in {s.key for s in sets[members]}:
                sets[members].append(Suspect(key, value))
    return {members: suspects for members, suspects in sets.items() if suspects}


def _together(entries: Iterable[tuple[int, Interval]], seed: Interval) -> tuple[tuple[int, ...], Interval]:
    """The findings that a value within ``seed`` settles together, and the values that do."""
    common, members = seed, []
    for at, interval in entries:
        if common.meets(interval):
            low, high = max(common.low, interval.low), min(common.high, interval.high)
            common = Interval(low, high, low == high or (common.closed and interval.closed))
            members.append(at)
    return tuple(members), common


def _in_order(found: Sequence[tuple[Check, Finding]], groups: Iterable[tuple[Sequence[int], Suspect | None]]) -> list[Traced]:
    causes: list[Traced] = []
    followers: list[Traced] = []
    for members, suspect in sorted(groups, key=lambda g: min(g[0])):
        key = suspect.key if suspect else None
        ordered = sorted(members, key=lambda i: (-found[i][1].weight // 50, found[i][1].evidence[0].key != key, -found[i][1].weight, i))
        check, chief = found[ordered[0]]
        others = [found[i] for i in ordered[1:]]
        evidence = tuple(e for _, other in others for e in other.evidence)
        whole = chief.with_evidence(evidence)
        wrong = next((e for e in whole.evidence if e.key == key), None)
        causes.append(Traced(check, whole, suspect=wrong, wanted=suspect.wanted if suspect and wrong else None))
        followers += [Traced(c, f, cause=len(causes) - 1) for c, f in others]
    return causes + followers
