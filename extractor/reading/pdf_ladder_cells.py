"""The cells between the rules of a table without verticals: which slots a rule leaves together, which a text or a colour spans."""

from collections.abc import Sequence
from itertools import pairwise
from typing import Final, NamedTuple

from extractor.reading.column_views import are_apart
from extractor.reading.document import Box
from extractor.reading.pdf_edges import SNAP
from extractor.reading.pdf_lines import group_lines
from extractor.reading.pdf_page import Word

_PHRASE: Final = 0.45
"""Gap, in line heights, between words of one text."""
_CENTRED: Final = 0.25
"""Share of its columns' width by which the middle of a text over them may miss their middle."""
_EVEN: Final = 0.1
"""The same for two texts that stand beside each other, each in the middle of its own column."""
_ACROSS: Final = 2.0
"""Points by which a text must reach over a border on both sides to stand across it."""


class Rung(NamedTuple):
    """A level of rules: ``at`` its height, ``spans`` what it covers, ``breaks`` where its pieces meet."""

    at: float
    spans: tuple[tuple[float, float], ...]
    breaks: tuple[float, ...] = ()

    def covers(self, x: float) -> bool:
        """Whether a rule of this level runs through x."""
        return any(start <= x <= stop for start, stop in self.spans)


def merged_cells(
    borders: Sequence[float], rungs: Sequence[Rung], words: Sequence[Word], fills: Sequence[Box]
) -> tuple[list[list[int]], list[Box]]:
    """(owner of each slot, boxes of the cells) of a table with these borders of columns and these rules."""
    columns = [_stretches((a + b) / 2, rungs) for a, b in pairwise(borders)]
    owner = [[-1] * len(columns) for _ in range(len(rungs) - 1)]
    cells: list[Box] = []
    for top, bottom in sorted({stretch for column in columns for stretch in column}):
        slots = [c for c, column in enumerate(columns) if (top, bottom) in column]
        box_words = [w for w in words if rungs[top].at < (w.top + w.bottom) / 2 < rungs[bottom].at]
        for first, last in _joined(slots, borders, box_words, (rungs[top], rungs[bottom]), fills):
            for row in range(top, bottom):
                owner[row][first : last + 1] = [len(cells)] * (last + 1 - first)
            cells.append((borders[first], rungs[top].at, borders[last + 1], rungs[bottom].at))
    return owner, cells


def _stretches(x: float, rungs: Sequence[Rung]) -> set[tuple[int, int]]:
    """Numbers of the rules above and below each cell of the column around x."""
    crossing = [n for n, rung in enumerate(rungs) if rung.covers(x) or n in (0, len(rungs) - 1)]
    return set(pairwise(crossing))


def _joined(
    slots: Sequence[int], borders: Sequence[float], words: Sequence[Word], around: tuple[Rung, Rung], fills: Sequence[Box]
) -> list[tuple[int, int]]:
    """First and last column of each cell of one row; neighbouring slots with one text across them are one."""
    inside = [word for word in words if any(borders[c] <= (word.x0 + word.x1) / 2 <= borders[c + 1] for c in slots)]
    phrases = text_runs(inside, borders)
    groups = _coloured(slots, borders, around, fills) or _centred(slots, borders, phrases, around[1])
    found: list[tuple[int, int]] = []
    for c in slots:
        before = found[-1][1] if found else -2
        together = before == c - 1 and (
            any(a <= before and c <= b for a, b in groups)
            or any(x0 < borders[c] - _ACROSS and x1 > borders[c] + _ACROSS for x0, x1 in phrases)
        )
        if together:
            found[-1] = found[-1][0], c
        else:
            found.append((c, c))
    return found


def text_runs(words: Sequence[Word], borders: Sequence[float] = ()) -> list[tuple[float, float]]:
    """Where each run of words with no more than a blank between them begins and ends.

    Texts that stand in the middle of their columns on both sides of a border are two, however near.
    """
    found: list[tuple[float, float]] = []
    for line in group_lines(words) if words else []:
        for n, word in enumerate(line.words):
            near = n > 0 and not line.turn and word.x0 - found[-1][1] <= _PHRASE * (word.bottom - word.top)
            if near and not are_apart(line.words[n - 1].text, word.text):
                found[-1] = found[-1][0], max(found[-1][1], word.x1)
            else:
                found.append((word.x0, word.x1))
    return [part for run in found for part in _parted(run, borders, words)]


def _parted(run: tuple[float, float], borders: Sequence[float], words: Sequence[Word]) -> list[tuple[float, float]]:
    """The texts of a run over one border, where each stands in the middle of its column."""
    crossed = [n for n, x in enumerate(borders) if run[0] < x < run[1]]
    if len(crossed) != 1 or not 0 < crossed[0] < len(borders) - 1:
        return [run]
    left, border, right = borders[crossed[0] - 1 : crossed[0] + 2]
    inside = [word for word in words if run[0] <= word.x0 and word.x1 <= run[1]]
    if any(word.x0 < border < word.x1 for word in inside):
        return [run]
    parts = (run[0], max(word.x1 for word in inside if word.x1 <= border)), (min(word.x0 for word in inside if word.x0 >= border), run[1])
    middle = all(_in_middle(part, a, b, _EVEN) for part, (a, b) in zip(parts, ((left, border), (border, right)), strict=True))
    return list(parts) if middle else [run]


def _coloured(slots: Sequence[int], borders: Sequence[float], around: tuple[Rung, Rung], fills: Sequence[Box]) -> list[tuple[int, int]]:
    """Columns that one coloured area between the two rules spans, where such areas tell cells apart."""
    areas = [fill for fill in fills if abs(fill[1] - around[0].at) <= SNAP and abs(fill[3] - around[1].at) <= SNAP]
    found = []
    for fill in areas:
        inside = [c for c in slots if fill[0] - SNAP <= borders[c] and borders[c + 1] <= fill[2] + SNAP]
        if len(inside) > 1 and len(areas) > 1:
            found.append((inside[0], inside[-1]))
    return found


def _centred(slots: Sequence[int], borders: Sequence[float], phrases: Sequence[tuple[float, float]], below: Rung) -> list[tuple[int, int]]:
    """Columns under which a rule of their own runs, with one text in their middle: a heading over several columns."""
    found = []
    for start, stop in below.spans:
        under = [c for c, (left, right) in enumerate(pairwise(borders)) if start - SNAP <= (left + right) / 2 <= stop + SNAP]
        if len(under) < 2 or len(under) == len(borders) - 1 or not set(under) <= set(slots):
            continue
        texts = [p for p in phrases if borders[under[0]] <= sum(p) / 2 <= borders[under[-1] + 1]]
        if not texts or len(under) % len(texts) or len(under) == len(texts):
            continue
        size = len(under) // len(texts)
        parts = [(under[n], under[n + size - 1]) for n in range(0, len(under), size)]
        if all(_in_middle(text, borders[a], borders[b + 1]) for text, (a, b) in zip(sorted(texts), parts, strict=True)):
            found += parts
    return found


def _in_middle(text: tuple[float, float], left: float, right: float, share: float = _CENTRED) -> bool:
    return abs(sum(text) / 2 - (left + right) / 2) <= share * (right - left)
