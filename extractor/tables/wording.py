"""How well a header text agrees with a wording of the vocabulary, misspelt, cut or with years in it."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import TypeAlias

from rapidfuzz import fuzz, process

_NOISE = re.compile(r"1(?<!\w1)9\d{2}\b|2(?<!\w2)0\d{2}\b|t(?<!\wt)\.?\s?a\.?(?=\s|$)|r(?<!\wr)p\.?(?=\W|$)|[^a-z0-9% ]")
"""Each begins with a sign, so that the others are passed over at once; whether a word begins there is asked behind it."""
_YEARS = re.compile(r"(?<!\d)((?:19|20)\d{2})(?!\d)")
Group: TypeAlias = tuple[str, str]
"""Whose wordings these are, and what for."""
_OPENING = 3
"""Letters by which a wording is sought inside a text."""
CLOSE = 0.8
"""Texts less alike than this agree only where one contains the other."""


@lru_cache(maxsize=16384)
def fold(text: str) -> str:
    """Lower case, without years, currency, punctuation and superfluous blanks; years alone stay empty."""
    return " ".join(_NOISE.sub(" ", text.lower()).split())


@dataclass(frozen=True, slots=True)
class _Wordings:
    """Wordings made ready for many comparisons, the shortest first."""

    folded: tuple[str, ...]
    solid: tuple[str, ...]
    """The same without blanks."""
    lines: str
    """All of ``solid``, a line each."""
    lengths: tuple[int, ...]
    """Length of each of ``solid``."""
    openings: Mapping[str, Sequence[int]]
    """Where in ``solid`` those are that begin with ``_OPENING`` letters; shorter ones are not among them."""


@lru_cache(maxsize=1024)
def _prepared(wordings: Collection[str]) -> _Wordings:
    pairs = sorted({(text.replace(" ", ""), text) for text in map(fold, wordings) if text}, key=lambda pair: (len(pair[0]), pair))
    solid = tuple(pair[0] for pair in pairs)
    openings: dict[str, list[int]] = {}
    for at, text in enumerate(solid):
        if len(text) >= _OPENING:
            openings.setdefault(text[:_OPENING], []).append(at)
    return _Wordings(tuple(pair[1] for pair in pairs), solid, "\n".join(solid), tuple(map(len, solid)), openings)


def agreement(header: str, wording: str) -> float:
    """0..1: equal texts 1, a misspelt or cut one a little less, one contained in the other less still."""
    return best_agreement(header, (wording,))


@lru_cache(maxsize=65536)
def best_agreement(header: str, wordings: tuple[str, ...] | frozenset[str]) -> float:
    """The agreement of a header text with the wording that it agrees with best; 0 where there are no wordings."""
    return max(agreements(header, wordings).values(), default=0.0)


def agreements(header: str, wordings: tuple[str, ...] | frozenset[str]) -> dict[str, float]:
    """The wordings (folded) that a header text agrees with at all, and how well."""
    text, known = fold(header), _prepared(wordings)
    solid = text.replace(" ", "")
    if not solid:
        return {}
    found = {known.folded[at]: likeness**2 for at, likeness in _alike(solid, known)}
    for at in _overlapping(solid, known):
        wording = known.folded[at]
        found[wording] = max(found.get(wording, 0.0), _contained(text, solid, wording, known.solid[at]))
    return found


class Lexicon:
    """Groups of wordings that a text is compared with all at once."""

    def __init__(self, groups: Mapping[Group, Collection[str]]) -> None:
        self._groups: dict[str, list[Group]] = {}
        for group, wordings in groups.items():
            for wording in {fold(text) for text in wordings}:
                self._groups.setdefault(wording, []).append(group)
        self._wordings = frozenset(self._groups)
        self._looked_up = lru_cache(maxsize=16384)(self._look_up)

    def agreements(self, text: str) -> Mapping[Group, float]:
        """The agreement of a text with the best wording of each group; groups with which it agrees not at all are left out."""
        return self._looked_up(fold(text))

    def _look_up(self, folded: str) -> Mapping[Group, float]:
        best: dict[Group, float] = {}
        for wording, value in agreements(folded, self._wordings).items():
            for group in self._groups[wording]:
                best[group] = max(value, best.get(group, 0.0))
        return best


def _alike(solid: str, known: _Wordings) -> Iterator[tuple[int, float]]:
    """The wordings that a text is like, and how like (0..1)."""
    shortest, longest = len(solid) * CLOSE / (2 - CLOSE), len(solid) * (2 - CLOSE) / CLOSE
    start, stop = bisect_left(known.lengths, int(shortest)), bisect_right(known.lengths, int(longest) + 1)
    for _, score, at in process.extract(solid, known.solid[start:stop], scorer=fuzz.ratio, score_cutoff=100 * CLOSE - 1, limit=None):
        if score / 100 >= CLOSE:
            yield start + at, score / 100


def _overlapping(solid: str, known: _Wordings) -> list[int]:
    """The wordings, other than the text itself, that stand in a text or in which it stands."""
    shorter = bisect_left(known.lengths, len(solid))
    looked_at = shorter if shorter <= len(solid) else bisect_left(known.lengths, min(_OPENING, len(solid)))
    inside = [at for at, other in enumerate(known.solid[:looked_at]) if other in solid]
    if looked_at < shorter:  # the others by what they begin with, at each letter of the text
        inside += sorted({
            at
            for start in range(len(solid) - _OPENING + 1)
            for at in known.openings.get(solid[start : start + _OPENING], ())
            if at < shorter and solid.startswith(known.solid[at], start)
        })  # fmt: skip
    # most texts stand in no wording, which one search tells
    if solid not in known.lines:
        return inside
    longer = bisect_right(known.lengths, len(solid))
    return inside + [at for at, other in enumerate(known.solid[longer:], start=longer) if solid in other]


def _contained(text: str, solid: str, wording: str, other: str) -> float:
    """The agreement of two different texts of which one contains the other."""
    shorter = min(len(solid), len(other))
    cover = shorter / max(len(solid), len(other))
    if f" {wording} " in f" {text} ":
        return (0.62 if text.startswith(wording) else 0.5) + 0.35 * cover
    if shorter < 5:
        return 0.0
    return 0.45 + 0.35 * cover if other in solid else 0.3 + 0.4 * cover


def years(text: str) -> list[int]:
    """Years named in a header or title, in order."""
    return [int(y) for y in _YEARS.findall(text)]
