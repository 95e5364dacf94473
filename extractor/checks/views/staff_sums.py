"""Groups of staff that add up: the counts of one dimension in one place, and the staff that they can be all of."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from extractor.checks.views.staff import Count, groups_of
from extractor.model import Pegawai

_FEW = 2
"""Persons by which the sum of groups and the count of other staff are not taken for one another."""
_STATUS = ("PNS", "PPPK", "PPNPN", "KOMISIONER")
"""In the order in which reports add them to a count: the ranked first."""
_MEMBERS = (5, 7)
"""Members of a commission, who are no staff (UU 7/2017 pasal 10)."""
Tally = Mapping[tuple[str, str], int]


@dataclass(frozen=True, slots=True)
class Parted:
    """The counts of all groups of one dimension in one table, or in the sentences."""

    dimension: str
    counts: tuple[Count, ...]

    @property
    def total(self) -> int:
        """Their sum."""
        return sum(count.value for count in self.counts)


def parted(stated: Sequence[Count], dimensions: Sequence[str]) -> Iterator[Parted]:
    """Groups counted in one place, two at least, none of them twice; tables with a total of their own are left out."""
    places: dict[tuple[str, str | None], list[Count]] = defaultdict(list)
    summed = {count.table for count in stated if count.group == "total" and count.table is not None}
    for count in stated:
        if count.dimension in dimensions and count.table not in summed:
            places[count.dimension, count.table].append(count)
    for (dimension, _), counts in places.items():
        if len(counts) > 1 and len({count.group for count in counts}) == len(counts):
            yield Parted(dimension, tuple(counts))


def missed(parts: Parted, stated: Sequence[Count]) -> Count | None:
    """The count of the staff that the groups are of, where their sum just misses it; None where it fits one that may be meant."""
    status = {group: count.value for group in _STATUS for count in stated if count.dimension == "status" and count.group == group}
    totals = [count for count in stated if count.group == "total" and count.table is None]
    added = [status[group] for group in _STATUS if group in status]
    ranked = {*added, *(sum(added[:size]) for size in range(1, len(added) + 1))}
    if parts.dimension == "status":
        ranked, wholes = set(), [count for count in totals if count.value not in ranked]
    else:
        wholes = [count for count in stated if (count.dimension, count.group) == ("status", "PNS")]
        wholes += totals if parts.dimension == "pendidikan" else []
    fitting = ranked | {count.value for count in (*wholes, *totals)}
    if any(parts.total + more in fitting for more in (0, *_MEMBERS)):
        return None
    near = [count for count in wholes if abs(count.value - parts.total) <= _FEW]
    return min(near, key=lambda count: (abs(count.value - parts.total), -count.value), default=None)


def listed_groups(people: Sequence[Pegawai], parts: Parted, whole: int) -> Tally:
    """Persons per group by a list that tells the group of all it is of, where it contradicts the counts in one group at most."""
    tally = Counter(group for person in people if (group := groups_of(person).get(parts.dimension)))
    stated = {count.group: count.value for count in parts.counts}
    differing = [group for group in {*tally, *stated} if tally[group] != stated.get(group, 0)]
    if tally.total() != whole or len(differing) > 1 or not set(differing) <= set(stated):
        return {}
    return {(parts.dimension, group): tally[group] for group in stated}
