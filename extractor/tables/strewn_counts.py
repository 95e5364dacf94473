"""How many rows pieces may make: what there is of values of each look, shared by the columns that hold such values."""

import re
from collections import Counter
from collections.abc import Sequence
from itertools import count
from typing import Final

from extractor.tables.strewn_fit import MEASURED, NUMBERED, UNITS, WORDS, is_money, looks_of
from extractor.tables.strewn_model import Lost, Piece
from extractor.values.starts import INDIKATOR, SASARAN

_NIP_BEGINS: Final = re.compile(r"(?:19|20)\d\d(?:0[1-9]|1[0-2])[0-3]\d(?![.,])")
"""The birth date with which a number of staff begins, whole or on the first of its lines."""
_DIGITS: Final = 3
_LEAST_RUN: Final = 4
_LEAST_AGAIN: Final = 1.5
"""How much longer a count is in which numbers stand again than one that only counts on, at least."""
_RESTS: Final = 2
"""Numbers of rows that are tried with one more for the rest of a row."""
_TRIALS: Final = 4
"""Numbers of rows that are tried."""


def likely_rows(pieces: Sequence[Piece], columns: Sequence[Lost]) -> tuple[int, list[int]]:
    """How many rows an attached list of amounts has, and the likeliest numbers of rows of the table itself, the best one first."""
    first = [column for column in columns if not column.attached]
    more = sum(1 for piece in pieces if not piece.heads and is_money(piece.text)) if len(first) < len(columns) else 0
    counts = row_counts(pieces, first)
    rests = [count + 1 for count in counts[:_RESTS] if begins_within(pieces)]
    return more, list(dict.fromkeys([*rests, *counts]))


def below_headers(pieces: Sequence[Piece]) -> dict[int, frozenset[int]]:
    """The pieces of the line below headers that stand one after the other, by their identities, each with the columns of these."""
    found: dict[int, frozenset[int]] = {}
    run: set[int] = set()
    line = None
    for piece in pieces:
        if piece.heads:
            run = {*(run if line is None else ()), *(() if piece.column is None else (piece.column,))}
            line = None
        elif run and (line is None or piece.line is line):
            found[id(piece)], line = frozenset(run), piece.line
        else:
            run, line = set(), None
    return found


def row_counts(pieces: Sequence[Piece], columns: Sequence[Lost]) -> list[int]:
    """The likeliest numbers of rows."""
    body = [piece.text for piece in pieces if not piece.heads]
    counts: Counter[int] = Counter()
    names = {column.role.name for column in columns}
    if "satuan" in names:
        body = [text for text in body if text.lower() not in UNITS]
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
    if running and min(_numbers(body)) > 1:
        counts.update({running + 1: 1})
    if "indikator" in names:
        plain = [NUMBERED.sub("", text) for text in body]
        counts.update({sum(1 for text in plain if INDIKATOR.match(text) and not SASARAN.match(text)): 1})
    counts.pop(0, None)
    ordered = sorted(counts.items(), key=lambda item: (-item[1], item[0]))
    return [number for number, _ in ordered[:_TRIALS]] or [max(len(body) // max(len(columns), 1), 1)]


def _holds(column: Lost, look: str) -> bool:
    wanted = set(column.role.looks)
    if look == "measured":
        return bool(wanted & MEASURED) and not wanted & WORDS and column.role.name != "nomor"
    return look in wanted and not wanted & (MEASURED | WORDS)


def _is(text: str, look: str) -> bool:
    seen = looks_of(text)
    if look == "nip":
        return "nip" in seen or _NIP_BEGINS.match(text) is not None
    return bool(seen & MEASURED) and "amount" not in seen if look == "measured" else look in seen


def running_numbers(pieces: Sequence[Piece], *, again: bool = False) -> frozenset[int]:
    """The identities of the pieces that are numbers and count on one after the other, from whatever number on; the longest such count.

    ``again`` says that a number may stand in several rows, as where each row has that of its outcome: "1", "1", "2", "2", "2".
    """
    numbers = [
        (int(text), id(piece))
        for piece in pieces
        if not piece.heads and (text := piece.text.strip(" .()")).isdecimal() and len(text) < _DIGITS
    ]
    best = _longest_run(numbers, again=False)
    repeated = _longest_run(numbers, again=True) if again else []
    if len(repeated) >= max(_LEAST_AGAIN * len(best), _LEAST_RUN) and len(best) > 1:
        return frozenset(repeated)
    return frozenset(best) if len(best) >= _LEAST_RUN else frozenset()


def _longest_run(numbers: Sequence[tuple[int, int]], *, again: bool) -> list[int]:
    """The pieces of the longest count, of numbers with the piece that each is; ``again`` where it may stand still."""
    ends: dict[int, list[int]] = {}
    for number, piece in numbers:
        before = [ends.get(number - 1, []), ends.get(number, []) if again else []]
        run = [*max(before, key=len), piece]
        if len(run) > len(ends.get(number, [])):
            ends[number] = run
    return max(ends.values(), key=len, default=[])


def begins_within(pieces: Sequence[Piece]) -> bool:
    """Whether the first cell goes on with a row that the page before has begun."""
    first = next((piece.text for piece in pieces if not piece.heads), "")
    return first[:1].islower() or (first.endswith((")", ",")) and first[:1].isalpha() and " " not in first)


def _longest_count(texts: Sequence[str]) -> int:
    """How many numbers there are that count on without a gap, in whatever order they are read."""
    known = _numbers(texts)
    stretches = [
        next(stop for stop in count(start) if stop not in known) - start for start in known if start and start - 1 not in known - {0}
    ]
    return max(stretches, default=0)


def _numbers(texts: Sequence[str]) -> set[int]:
    return {int(text) for raw in texts if (text := raw.strip(" .()")).isdecimal() and len(text) < _DIGITS}
