"""How well a header text agrees with a wording of the vocabulary, misspelt, cut or with years in it."""

import re
from functools import lru_cache

from rapidfuzz import fuzz

_NOISE = re.compile(r"\b(?:19|20)\d{2}\b|\bt\.?\s?a\.?(?=\s|$)|\brp\.?(?=\W|$)|[^a-z0-9% ]")
_YEARS = re.compile(r"(?<!\d)((?:19|20)\d{2})(?!\d)")


@lru_cache(maxsize=16384)
def fold(text: str) -> str:
    """Lower case, without years, currency, punctuation and superfluous blanks; years alone stay empty."""
    return " ".join(_NOISE.sub(" ", text.lower()).split())


@lru_cache(maxsize=131072)
def agreement(header: str, wording: str) -> float:
    """0..1: equal texts 1, a misspelt or cut one a little less, one contained in the other less still."""
    a, b = fold(header), fold(wording)
    if not a or not b:
        return 0.0
    solid_a, solid_b = a.replace(" ", ""), b.replace(" ", "")
    if solid_a == solid_b:
        return 1.0
    whole = fuzz.ratio(solid_a, solid_b) / 100
    best = whole**2 if whole >= 0.8 else 0.0
    shorter = min(len(solid_a), len(solid_b))
    cover = shorter / max(len(solid_a), len(solid_b))
    if f" {b} " in f" {a} ":
        at_start = a.startswith(b)
        best = max(best, (0.62 if at_start else 0.5) + 0.35 * cover)
    elif shorter >= 5 and solid_b in solid_a:
        best = max(best, 0.45 + 0.35 * cover)
    elif shorter >= 5 and len(solid_b) > len(solid_a) and solid_a in solid_b:
        best = max(best, 0.3 + 0.4 * cover)
    return best


@lru_cache(maxsize=65536)
def best_agreement(header: str, wordings: tuple[str, ...] | frozenset[str]) -> float:
    """The agreement of a header text with the wording that it agrees with best."""
    return max((agreement(header, wording) for wording in wordings), default=0.0)


def years(text: str) -> list[int]:
    """Years named in a header or title, in order."""
    return [int(y) for y in _YEARS.findall(text)]
