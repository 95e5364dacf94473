"""Names that mean the same thing, gathered over all tables."""

from collections import defaultdict
from collections.abc import Callable, Hashable, Sequence
from itertools import combinations
from typing import TypeVar

from rapidfuzz import fuzz

from extractor.checks.views.names import alike, core

Item = TypeVar("Item")

MOST = 600
"""More different names than this are compared for equality only."""
_FIRST_LOOK = 75.0


def clusters(
    items: Sequence[Item], name: Callable[[Item], str], apart: Callable[[Item, Item], bool], group: Callable[[Item], Hashable], limit: float
) -> list[list[Item]]:
    """Items of one group whose names are alike, best pairs first; two items that are ``apart`` never come together.

    Order of the result: by first item. An item without a name stands alone.
    """
    by_group: dict[Hashable, list[int]] = defaultdict(list)
    for at, item in enumerate(items):
        by_group[group(item)].append(at)
    found = [members for indexes in by_group.values() for members in _within(items, indexes, name, apart, limit)]
    return [[items[i] for i in members] for members in sorted(found)]


def _within(
    items: Sequence[Item], indexes: list[int], name: Callable[[Item], str], apart: Callable[[Item, Item], bool], limit: float
) -> list[list[int]]:
    by_core: dict[str, list[int]] = defaultdict(list)
    for at in indexes:
        by_core[core(name(items[at]))].append(at)
    home = {at: [at] for at in indexes}
    for score, one, other in sorted(_pairs(by_core, {k: name(items[v[0]]) for k, v in by_core.items()}, limit), key=lambda p: -p[0]):
        for a in by_core[one]:
            for b in by_core[other]:
                if score and home[a] is not home[b] and not any(apart(items[x], items[y]) for x in home[a] for y in home[b]):
                    _join(home, a, b)
    unique = {id(members): sorted(members) for members in home.values()}
    return list(unique.values())


def _pairs(by_core: dict[str, list[int]], names: dict[str, str], limit: float) -> list[tuple[float, str, str]]:
    cores = [c for c in by_core if c]
    pairs = [(101.0, c, c) for c in cores if len(by_core[c]) > 1]
    if len(cores) > MOST:
        return pairs
    joined = [c.replace(" ", "") for c in cores]
    for i, j in combinations(range(len(cores)), 2):
        near = fuzz.ratio(joined[i], joined[j], score_cutoff=_FIRST_LOOK)
        if near and (score := alike(names[cores[i]], names[cores[j]])) >= limit:
            pairs.append((score, cores[i], cores[j]))
    return pairs


def _join(home: dict[int, list[int]], a: int, b: int) -> None:
    joined = home[a] + home[b]
    for at in joined:
        home[at] = joined
