"""Which column of an open table each column of the part below it is: one assignment over header, place and contents."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from extractor.reading.document import Grid
from extractor.tables.profile import looks, shares
from extractor.tables.rows_model import PhysicalRow
from extractor.tables.wording import agreement

Pairs = list[tuple[int | None, int | None]]
Span = tuple[float, float]

HEADER, PLACE, CONTENTS = 1.0, 0.8, 0.4
UNLIKE = 0.45
"""Columns that agree less than this in all are two columns."""
SAME_KEY = 0.9
_COMPARED = ("text", "long", "amount", "percent", "ordinal", "tick", "number", "nip", "date", "code")


@dataclass(frozen=True, slots=True)
class Part:
    """The columns of a table or of a part of it."""

    keys: Sequence[str]
    """Header text per column, "" where there is none."""
    rows: Sequence[PhysicalRow]
    spans: Sequence[Span]
    """Left and right border per column; empty where there are none."""


def spans_of(grid: Grid, width: int) -> list[Span]:
    """The borders of a grid's columns, or nothing where the grid has none."""
    return list(pairwise(grid.edges)) if len(grid.edges) == width + 1 else []


def align(left: int, right: int, likeness: Callable[[int, int], float]) -> Pairs:
    """The best monotone pairing of two column sequences; unpaired columns stand alone."""
    return _align(left, right, likeness)[0]


def _align(left: int, right: int, likeness: Callable[[int, int], float]) -> tuple[Pairs, float]:
    best = [[0.0] * (right + 1) for _ in range(left + 1)]
    for i in range(left - 1, -1, -1):
        for j in range(right - 1, -1, -1):
            best[i][j] = max(best[i + 1][j], best[i][j + 1], best[i + 1][j + 1] + likeness(i, j))
    pairs: Pairs = []
    i = j = 0
    while i < left or j < right:
        if i < left and j < right and best[i][j] == best[i + 1][j + 1] + likeness(i, j) and likeness(i, j) > 0:
            pairs.append((i, j))
            i, j = i + 1, j + 1
        elif j >= right or (i < left and best[i][j] == best[i + 1][j]):
            pairs.append((i, None))
            i += 1
        else:
            pairs.append((None, j))
            j += 1
    return pairs, best[0][0]


def pair_printed(old: Part, new: Part) -> Pairs:
    """The pairing where pages are printed at different scales: of several scales the one under which the columns agree best."""
    contents = _by_contents(old, new)
    headed = [[_headed(a, b) for b in new.keys] for a in old.keys]
    best: tuple[Pairs, float] | None = None
    for spans in _scaled(old, new) or [[]]:

        def likeness(i: int, j: int, spans: Sequence[Span] = spans) -> float:
            place = PLACE * _overlap(spans[i], new.spans[j]) if spans else 0.0
            return HEADER * headed[i][j] + place + CONTENTS * contents(i, j) - UNLIKE

        found = _align(len(old.keys), len(new.keys), likeness)
        if best is None or found[1] > best[1] + 1e-9:
            best = found
    if best is None:
        raise RuntimeError("there is always one scale")
    return best[0]


def nearest(old: Sequence[Span], new: Sequence[Span]) -> list[int]:
    """For each of the old columns the new one that it shares most of its width with, in order."""
    result: list[int] = []
    for span in old:
        begin = result[-1] if result else 0
        result.append(max(range(begin, len(new)), key=lambda j: _overlap(span, new[j])))
    return result


def moved(old: Sequence[Span], new: Sequence[Span], pairs: Pairs) -> list[Span]:
    """The borders of all columns of the pairing, on the scale of the new part; nothing where either part has none."""
    if not old or not new:
        return []
    anchors = [(old[a], new[b]) for a, b in pairs if a is not None and b is not None]
    mapped = _mapped(old, *_scale(anchors))
    return [new[b] if b is not None else mapped[a or 0] for a, b in pairs]


def _headed(a: str, b: str) -> float:
    """Agreement of two header texts; nothing is known where one is missing."""
    if not a and not b:
        return 0.3
    return agreement(a, b) if a and b else 0.0


def _scaled(old: Part, new: Part) -> list[list[Span]]:
    """The old borders on the possible scales of the new part: as they are, end to end, and by columns of the same header."""
    if not old.spans or not new.spans:
        return []
    same = [
        (old.spans[i], new.spans[j])
        for i, a in enumerate(old.keys)
        for j, b in enumerate(new.keys)
        if a and b and old.keys.count(a) == new.keys.count(b) == 1 and agreement(a, b) >= SAME_KEY
    ]
    ends = [((old.spans[0][0], old.spans[-1][1]), (new.spans[0][0], new.spans[-1][1]))]
    anchors = [ends, same] if len(same) > 1 else [ends]
    return [list(old.spans), *(_mapped(old.spans, *_scale(pairs)) for pairs in anchors)]


def _scale(pairs: Sequence[tuple[Span, Span]]) -> tuple[float, float]:
    """Factor and shift that map the first spans onto the second ones, by least squares over their borders."""
    points = [(a, b) for one, two in pairs for a, b in zip(one, two, strict=True)]
    if not points:
        return 1.0, 0.0
    x, y = (sum(values) / len(points) for values in zip(*points, strict=True))
    spread = sum((a - x) ** 2 for a, _ in points)
    factor = sum((a - x) * (b - y) for a, b in points) / spread if spread else 1.0
    return (factor, y - factor * x) if factor > 0 else (1.0, y - x)


def _mapped(spans: Sequence[Span], factor: float, shift: float) -> list[Span]:
    return [(factor * a + shift, factor * b + shift) for a, b in spans]


def _overlap(a: Span, b: Span) -> float:
    shared = min(a[1], b[1]) - max(a[0], b[0])
    return max(0.0, shared / max(a[1] - a[0], b[1] - b[0], 1e-6))


def _by_contents(old: Part, new: Part) -> Callable[[int, int], float]:
    """0..1: how alike the cells of two columns look; 0 where one is empty."""
    above = [shares(row.text[c] for row in old.rows) for c in range(len(old.keys))] if old.rows else []
    below = [shares(row.text[c] if c < len(row.text) else "" for row in new.rows) for c in range(len(new.keys))] if new.rows else []

    def likeness(i: int, j: int) -> float:
        if not above or not below or not above[i]["filled"] or not below[j]["filled"]:
            return 0.0
        return min(1.0, sum(min(above[i].get(look, 0.0), below[j].get(look, 0.0)) for look in _COMPARED))

    return likeness


def pair_columns(table: Part, part: Part, *, repeated: bool, printed: bool) -> Pairs:
    """Which column of the table each column of the continuing part is.

    ``repeated``: the part stands under the drawn header of the table; ``printed``: the columns of both were guessed from blanks.
    """
    width = len(part.keys)
    same = [(i, i) for i in range(width)]
    if width == len(table.keys) and (repeated or not any(part.keys) or _agree(table.keys, part.keys)):
        return [*same]
    if printed:
        return pair_printed(table, part)
    if table.spans and part.spans:
        return align(len(table.keys), width, lambda i, j: _overlap(table.spans[i], part.spans[j]))
    if any(part.keys) and any(table.keys):
        return align(len(table.keys), width, lambda i, j: _headed(table.keys[i], part.keys[j]))
    return align(len(table.keys), width, _open_columns(table, part))


def _agree(one: Sequence[str], two: Sequence[str]) -> bool:
    return all(agreement(a, b) > 0.6 or not a or not b for a, b in zip(one, two, strict=True))


def _open_columns(table: Part, part: Part) -> Callable[[int, int], float]:
    """Without a header: alike contents, and columns that were still open on the last line above."""
    old = [shares(r.text[c] for r in table.rows) for c in range(len(table.keys))]
    new = [shares(r.text[c] if c < len(r.text) else "" for r in part.rows) for c in range(len(part.keys))]
    last = table.rows[-1].text if table.rows else [""] * len(table.keys)

    def likeness(i: int, j: int) -> float:
        if new[j]["filled"] == 0:
            return 0.05
        common = sum(
            min(old[i].get(k, 0.0), new[j].get(k, 0.0)) for k in ("text", "long", "amount", "percent", "ordinal", "tick", "number")
        )
        return 0.1 + common + (0.5 if last[i] and "text" in looks(last[i]) else 0.0)

    return likeness
