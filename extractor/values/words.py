"""Whether a word is Indonesian: a list of roots and words, and the affixes that derive others from them."""

import re
from functools import lru_cache
from importlib.resources import files

# Prefixes with the first letters they may have swallowed (menulis from tulis, penyusunan from susun).
_PREFIXES = (
    ("memper", ("",)), ("member", ("",)), ("diper", ("",)),
    ("diber", ("",)), ("pember", ("",)), ("keber", ("",)), ("keter", ("",)), ("teper", ("",)),
    ("menge", ("",)), ("penge", ("",)), ("meny", ("s",)), ("peny", ("s",)), ("meng", ("", "k")), ("peng", ("", "k")), ("mem", ("", "p")),
    ("pem", ("", "p")), ("men", ("", "t")), ("pen", ("", "t")), ("ber", ("",)), ("per", ("",)), ("ter", ("",)), ("pel", ("",)),
    ("me", ("",)), ("pe", ("",)), ("be", ("",)), ("di", ("",)), ("ke", ("",)), ("se", ("",)),
)  # fmt: skip
_SUFFIXES = ("kannya", "annya", "inya", "nya", "kan", "an", "i", "lah", "pun")
# All words and abbreviations of one or two letters that stand alone in running text.
_SHORT = frozenset(
    re.findall(r"\w+", "di ke ya yg dg dr no th tk rt rw km kg ha cm jt rb hr bl ii iv vi ix xi mk pk zi ri tv it uu pp sk sd pt cv hp tu")
)


@lru_cache(maxsize=1)
def _roots() -> frozenset[str]:
    text = files("extractor.values").joinpath("words.txt").read_text(encoding="utf-8")
    lines = (line for line in text.splitlines() if not line.startswith("#"))
    return frozenset(re.findall(r"[a-z]+", " ".join(lines)))


@lru_cache(maxsize=65536)
def is_common_word(word: str) -> bool:
    """Whether a word, in any case, is a listed Indonesian word or derived from one by up to two prefixes and a suffix."""
    lower = word.lower()
    if len(lower) <= 2:
        return lower in _SHORT
    if lower in _roots():
        return True
    stems = {lower} | {lower.removesuffix(s) for s in _SUFFIXES if lower.endswith(s) and len(lower) - len(s) >= 3}
    return any(_has_root(stem, depth=2) for stem in stems)


def _has_root(stem: str, *, depth: int) -> bool:
    if stem in _roots():
        return len(stem) >= 3
    if depth == 0:
        return False
    return any(
        _has_root(swallowed + stem.removeprefix(prefix), depth=depth - 1)
        for prefix, starts in _PREFIXES
        if stem.startswith(prefix) and len(stem) - len(prefix) >= 3
        for swallowed in starts
    )
