"""Spelling slips: one letter added, lost, exchanged or swapped with its neighbour."""

from collections.abc import Iterable


def within_one_edit(a: str, b: str) -> bool:
    """Whether one insertion, deletion, exchange or swap of neighbours turns ``a`` into ``b``."""
    if a == b:
        return True
    if abs(len(a) - len(b)) > 1:
        return False
    if len(a) > len(b):
        a, b = b, a
    start = next((i for i, (x, y) in enumerate(zip(a, b, strict=False)) if x != y), len(a))
    if len(a) < len(b):
        return a[start:] == b[start + 1 :]
    return a[start + 1 :] == b[start + 1 :] or (a[start : start + 2] == b[start : start + 2][::-1] and a[start + 2 :] == b[start + 2 :])


def nearest(word: str, known: Iterable[str]) -> str | None:
    """The known word that ``word`` is, or the only one within one edit of it; None where none or several are."""
    words = list(known)
    if word in words:
        return word
    near = [k for k in words if within_one_edit(word, k)]
    return near[0] if len(near) == 1 else None
