"""Entries told by a code and an amount on the first line of each: numbers and values that were centred in their rows stand below these."""

from collections.abc import Sequence
from itertools import pairwise
from typing import Final

from extractor.tables.profile import looks
from extractor.tables.rows_model import PhysicalRow, raise_cells

_LEAST: Final = 4
"""Entries that must have a code of their own."""
_NO_CODE: Final = frozenset({"ordinal", "amount", "percent", "nip", "year"})
_MAY_BE_CODE: Final = frozenset({"date", "number"})
"""What some codes look like besides, and no column of codes all over."""


def anchored(rows: Sequence[PhysicalRow]) -> list[PhysicalRow]:
    """The rows with the cells of each coded entry from its first line on; a page whose entries codes do not tell as it is."""
    begun = [at for at, row in enumerate(rows) if not at or row.new_page or row.drawn or rows[at - 1].drawn]
    return [row for first, end in pairwise([*begun, len(rows)]) for row in _anchored(rows[first:end])]


def _anchored(rows: Sequence[PhysicalRow]) -> list[PhysicalRow]:
    if len(rows) <= _LEAST:
        return list(rows)
    width = len(rows[0].text)
    filled = [[at for at, row in enumerate(rows) if row.text[c]] for c in range(width)]
    codes = next((c for c in range(width) if _are_codes([rows[at].text[c] for at in filled[c]])), None)
    if codes is None or not filled[codes] or filled[codes][0] > 0:
        return list(rows)
    starts = filled[codes]
    beside = [c for c in range(width) if filled[c] == starts and all("amount" in looks(rows[at].text[c]) for at in starts)]
    ranges = list(pairwise([*starts, len(rows)]))
    numbers = [c for c in range(codes) if _one_each([rows[at].text[c] for at in filled[c]], filled[c], ranges)]
    if not beside or not any(filled[c] != starts for c in numbers):
        return list(rows)
    return raise_cells(rows, ((first, end, c) for first, end in ranges for c in range(width)))


def _are_codes(texts: Sequence[str]) -> bool:
    """Whether these are codes of programmes and activities, no two alike."""
    found = [looks(text) for text in texts]
    plain = sum(bool(kinds & _MAY_BE_CODE) for kinds in found)
    coded = all("code" in kinds and not kinds & _NO_CODE for kinds in found)
    return len(texts) >= _LEAST and len(set(texts)) == len(texts) and coded and plain <= len(texts) / 2


def _one_each(texts: Sequence[str], filled: Sequence[int], ranges: Sequence[tuple[int, int]]) -> bool:
    """Whether each of these stretches has one running number."""
    counts = [sum(first <= at < end for at in filled) for first, end in ranges]
    return all("ordinal" in looks(text) for text in texts) and counts == [1] * len(ranges)
