"""How well a header text agrees with a wording of the vocabulary, misspelt, cut or with years in it."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Collection
from dataclasses import dataclass
from functools import lru_cache

from rapidfuzz import fuzz, process

_NOISE = re.compile(r"\b(?:19|20)\d{2}\b|\bt\.?\s?a\.?(?=\s|$)|\brp\.?(?=\W|$)|[^a-z0-9% ]")
_YEARS = re.compile(r"(?<!\d)((?:19|20)\d{2})(?!\d)")
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
    whole: frozenset[str]
    """The set of ``solid``."""
    lines: str
    """All of ``solid``, a line each."""
    lengths: tuple[int, ...]
    """Length of each of ``solid``."""


@lru_cache(maxsize=1024)
def _prepared(wordings: Collection[str]) -> _Wordings:
    pairs = sorted({(text.replace(" ", ""), text) for text in map(fold, wordings) if text}, key=lambda pair: (len(pair[0]), pair))
    solid = tuple(pair[0] for pair in pairs)
    return _Wordings(tuple(pair[1] for pair in pairs), solid, frozenset(solid), "\n".join(solid), tuple(map(len, solid)))


def agreement(header: str, wording: str) -> float:
    """0..1: equal texts 1, a misspelt or cut one a little less, one contained in the other less still."""
    return best_agreement(header, (wording,))


@lru_cache(maxsize=65536)
def best_agreement(header: str, wordings: tuple[str, ...] | frozenset[str]) -> float:
    """The agreement of a header text with the wording that it agrees with best; 0 where there are no wordings."""
    text, known = fold(header), _prepared(wordings)
    solid = text.replace(" ", "")
    if not solid or solid in known.whole:
        return float(bool(solid))
    best = _likeness(solid, known) ** 2
    # only a shorter text can stand in this one; a longer one is looked through only where this one stands in any
    reach = len(known.solid) if solid in known.lines else bisect_left(known.lengths, len(solid))
    for folded, other in zip(known.folded[:reach], known.solid[:reach], strict=True):
        if other in solid or solid in other:
            best = max(best, _contained(text, solid, folded, other))
    return best


def _likeness(solid: str, known: _Wordings) -> float:
    """0..1: how like a text is to the wording most like it; 0 where none is close."""
    shortest, longest = len(solid) * CLOSE / (2 - CLOSE), len(solid) * (2 - CLOSE) / CLOSE
    choices = known.solid[bisect_left(known.lengths, int(shortest)) : bisect_right(known.lengths, int(longest) + 1)]
    closest = process.extractOne(solid, choices, scorer=fuzz.ratio, score_cutoff=100 * CLOSE - 1)
    return closest[1] / 100 if closest and closest[1] / 100 >= CLOSE else 0.0


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
