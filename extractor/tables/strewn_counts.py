"""How many rows pieces may make: what there is of values of each look, shared by the columns that hold such values."""

from collections import Counter
from collections.abc import Sequence
from typing import Final

from extractor.tables.strewn_fit import MEASURED, NUMBERED, WORDS, looks_of
from extractor.tables.strewn_model import Lost, Piece
from extractor.values.starts import INDIKATOR, SASARAN

_DIGITS: Final = 3
_STARTS: Final = 6
"""Numbers at which a count may begin that goes on from another page."""
_TRIALS: Final = 4
"""Numbers of rows that are tried."""


def row_counts(pieces: Sequence[Piece], columns: Sequence[Lost]) -> list[int]:
    """The likeliest numbers of rows."""
    body = [piece.text for piece in pieces if not piece.heads]
    counts: Counter[int] = Counter()
    names = {column.role.name for column in columns}
    running = _longest_count(body) if "nomor" in names else 0
    for look in ("amount", "nip", "measured"):
        shared = sum(1 for column in columns if _holds(column, look))
        found = sum(1 for text in body if _is(text, look))
        if shared and look == "measured" and found > running:
            counts.update({round((found - running) / shared): 2})
        if shared and found:
            counts.update({round(found / shared): 2, found // shared: 1, found // shared + 1: 1})
    if running:
        counts.update({running: 1})
    if "indikator" in names:
        plain = [NUMBERED.sub("", text) for text in body]
        counts.update({sum(1 for text in plain if INDIKATOR.match(text) and not SASARAN.match(text)): 1})
    counts.pop(0, None)
    ordered = sorted(counts.items(), key=lambda item: (-item[1], item[0]))
    return [count for count, _ in ordered[:_TRIALS]] or [max(len(body) // max(len(columns), 1), 1)]


def _holds(column: Lost, look: str) -> bool:
    wanted = set(column.role.looks)
    if look == "measured":
        return bool(wanted & MEASURED) and not wanted & WORDS and column.role.name != "nomor"
    return look in wanted and not wanted & (MEASURED | WORDS)


def _is(text: str, look: str) -> bool:
    seen = looks_of(text)
    return bool(seen & MEASURED) and "amount" not in seen if look == "measured" else look in seen


def _longest_count(texts: Sequence[str]) -> int:
    """How far running numbers count."""
    numbers = [int(text) for raw in texts if (text := raw.strip(" .()")).isdecimal() and len(text) < _DIGITS]
    return max((_counted(numbers[at:]) for at in range(len(numbers)) if at == 0 or numbers[at] == 1), default=0)


def _counted(numbers: Sequence[int]) -> int:
    """How many numbers the count from the first one has, others between them passed over; it may begin anywhere."""
    best = 0
    for at, first in enumerate(numbers[:_STARTS]):
        expected, length = first, 0
        for number in numbers[at:]:
            if number == expected:
                expected, length = expected + 1, length + 1
        best = max(best, length)
    return best
