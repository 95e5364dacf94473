"""Where a run of rules of one width holds more than one table: the parts of a *ladder*."""

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median
from typing import Final

from extractor.reading.pdf_edges import SNAP
from extractor.reading.pdf_ladder_cells import Rung
from extractor.reading.pdf_lines import TextLine, group_lines
from extractor.reading.pdf_page import Word

LEAST_RULES: Final = 3
WIDE: Final = 0.9
"""Gap, in line heights, between words of one line that shows columns."""
USUAL: Final = 0.6
"""Share of the rules, or of the lines, that must agree for columns to be believed."""
_MANY: Final = 0.34
"""The same where many lines stand between the outermost rules."""
_TALL: Final = 5.0
"""Height of the space between two tables, in heights of an ordinary row."""
_LABEL_LINES: Final = 2
"""Lines of a label over the rows that follow it."""
_LEADING: Final = 1.35
"""Distance, in line heights, of the lines of one cell at most."""
_TOUCHING: Final = 0.5
"""Points by which a figure may touch a border that was told from others."""
_OPEN_END: Final = 1.0
"""Blank, in line heights and beyond that of the other rows, below the last entries of a table that has no rule at its end."""


@dataclass(frozen=True, slots=True)
class Ladder:
    """Rules of one width below one another, which may be those of a table."""

    left: float
    right: float
    rungs: tuple[Rung, ...]
    full: tuple[int, ...]
    """Which of the rungs run over the whole width."""


def without_text(ladder: Ladder, borders: Sequence[float], words: Sequence[Word]) -> list[Ladder]:
    """The parts of a ladder between stretches of text that know nothing of its columns; a label inside it is no such text."""
    cuts: dict[int, float | None] = {}
    for n, inside in enumerate(slots(words, ladder)):
        lines = [line for line in group_lines(inside) if not line.turn]
        heads = [] if n + 1 in ladder.full else [line for line in lines if _is_over_rule(line, ladder.rungs[n + 1])]
        crossing = sum(crosses(line, borders) for line in lines if line not in heads)
        outermost = n in (0, len(ladder.rungs) - 2)
        whole = not any(is_parted(line) for line in lines) and (outermost or len(lines) > _LABEL_LINES)
        many = len(lines) > _LABEL_LINES and outermost
        end = _end_above_text(lines, borders)
        if end is not None or crossing > (0 if whole else max(1.0, (_MANY if many else USUAL) * len(lines))):
            cuts[n] = end
    if not cuts:
        return [ladder]
    starts, stops = [0, *(n + 1 for n in cuts)], [*cuts, len(ladder.rungs) - 1]
    parts = [_ended(part(ladder, a, b), cuts.get(b)) for a, b in zip(starts, stops, strict=True) if b > a]
    return [each for each in parts if len(each.rungs) >= LEAST_RULES]


def _end_above_text(lines: Sequence[TextLine], borders: Sequence[float]) -> float | None:
    """Where the last row ends whose lines stand between two rules above a paragraph and what follows it, or None."""
    at = next((n for n in range(1, len(lines)) if not is_one_entry(lines[n - 1 : n + 1])), 0)
    below = lines[at:]
    if not at or is_one_entry(below) or any(map(is_parted, below)) or not any(crosses(line, borders) for line in below):
        return None
    return lines[at - 1].box[3] + 1


def _ended(ladder: Ladder, end: float | None) -> Ladder:
    """A ladder with the row below it that has no rule at its end."""
    if end is None:
        return ladder
    return Ladder(ladder.left, ladder.right, (*ladder.rungs, Rung(end, ((ladder.left, ladder.right),))), (*ladder.full, len(ladder.rungs)))


def parted_by_blank(ladder: Ladder, borders: Sequence[float], words: Sequence[Word]) -> list[Ladder]:
    """The two tables of a ladder that a blank parts and of which one has other columns; nothing where there is no such blank.

    The blank is all there is between two rules, or stands below the last entries of a table that has no rule at its end.
    """
    ends = [rung.at for rung in ladder.rungs]
    open_ends = is_open(ladder, words)
    for n in range(1, len(ends) - LEAST_RULES):
        if n not in ladder.full or n + 1 not in ladder.full or not open_ends[n]:
            continue
        parts = [with_open_end(ladder, n, words), part(ladder, n + 1, len(ends) - 1)]
        if any(_has_others(each, borders, words) for each in parts):
            return [each for each in parts if len(each.rungs) >= LEAST_RULES]
    return []


def is_open(ladder: Ladder, words: Sequence[Word]) -> list[bool]:
    """Whether a table may end between each two rules: nothing but a blank is there, or more of it than below the lines of other rows."""
    ends = [rung.at for rung in ladder.rungs]
    blanks = [_blank_below(inside, bottom) for inside, bottom in zip(slots(words, ladder), ends[1:], strict=True)]
    usual = median([blank for blank in blanks if blank is not None] or [0.0])
    return [n >= LEAST_RULES - 1 if blank is None else blank > usual + _OPEN_END for n, blank in enumerate(blanks)]


def with_open_end(ladder: Ladder, last: int, words: Sequence[Word]) -> Ladder:
    """The rules up to ``last`` with the entry below it that has no rule at its end."""
    lines = group_lines(between(words, ladder, ladder.rungs[last].at, ladder.rungs[last + 1].at, turned=False))
    upper = part(ladder, 0, last)
    if not lines or not is_one_entry(lines):
        return upper
    return _ended(upper, lines[-1].box[3] + 1)


def is_one_entry(lines: Sequence[TextLine]) -> bool:
    """Whether lines follow each other as those of one cell do, and not as entries without rules between them."""
    return all(below.box[3] - above.box[3] <= _LEADING * below.height for above, below in pairwise(lines))


def _has_others(ladder: Ladder, borders: Sequence[float], words: Sequence[Word]) -> bool:
    """Whether texts run on over these borders in half of the rows."""
    rows = slots(words, ladder, turned=False)
    return 2 * sum(any(crosses(line, borders) for line in group_lines(row)) for row in rows) >= max(1, len(rows))


def parted_by_pieces(ladder: Ladder, least: int = LEAST_RULES) -> list[Ladder]:
    """The two tables of a ladder whose rules are put together from pieces that meet at other places, each with ``least`` rules and more;
    nothing where they do not.
    """
    inner = [[x for x in rung.breaks if ladder.left + SNAP < x < ladder.right - SNAP] for rung in ladder.rungs]
    for n in range(1, len(ladder.rungs) - LEAST_RULES + 1):
        above, below = inner[n], inner[n + 1]
        whole = n in ladder.full and n + 1 in ladder.full
        if whole and above and below and not any(abs(x - y) <= SNAP for x in above for y in below):
            parts = [part(ladder, 0, n), part(ladder, n + 1, len(ladder.rungs) - 1)]
            return [each for each in parts if len(each.rungs) >= least]
    return []


def _blank_below(words: Sequence[Word], end: float) -> float | None:
    """The blank, in line heights, below the last of the lines above this height; None where there are no lines."""
    lines = group_lines([word for word in words if not word.turn])
    return (end - lines[-1].box[3]) / lines[-1].height if lines else None


def apart(ladder: Ladder, words: Sequence[Word]) -> list[Ladder]:
    """The parts of a ladder between spaces that part two tables: empty ones, and one far taller than the others."""
    heights = [rung.at - above.at for above, rung in pairwise(ladder.rungs)]
    empty = {n for n, inside in enumerate(slots(words, ladder)) if not inside}
    cuts = sorted(empty | {n for n, height in enumerate(heights) if height == max(heights) >= _TALL * median(heights)})
    starts, stops = [0, *(n + 1 for n in cuts)], [*cuts, len(ladder.rungs) - 1]
    return [part(ladder, a, b) for a, b in zip(starts, stops, strict=True) if b - a >= LEAST_RULES - 1] if cuts else []


def part(ladder: Ladder, first: int, last: int) -> Ladder:
    """The rules from ``first`` to ``last`` as a ladder of their own."""
    full = tuple(n - first for n in ladder.full if first <= n <= last)
    return Ladder(ladder.left, ladder.right, ladder.rungs[first : last + 1], full)


def crosses(line: TextLine, borders: Sequence[float]) -> bool:
    """Does the line hold a text that runs on over a border?"""
    return any(
        before.x0 < border < word.x1
        and word.x0 - before.x1 < WIDE / 2 * (word.bottom - word.top)
        and not _are_figures(before, word, border)
        for before, word in pairwise(line.words)
        for border in borders[1:-1]
    )


def _are_figures(before: Word, word: Word, border: float) -> bool:
    """Whether two figures stand on both sides of a border: no text runs on over it, however near they are."""
    between_them = before.x1 - _TOUCHING <= border <= word.x0 + _TOUCHING
    return between_them and before.text[:1].isdecimal() and word.text[:1].isdecimal()


def _is_over_rule(line: TextLine, rung: Rung) -> bool:
    """Does the line stand in the middle of a rule of its own: a heading over the columns that the rule spans?"""
    middle = (line.box[0] + line.box[2]) / 2
    return any(abs(middle - (start + stop) / 2) <= SNAP and start <= line.box[0] and line.box[2] <= stop for start, stop in rung.spans)


def is_parted(line: TextLine, gap: float = WIDE) -> bool:
    """Whether words of the line stand further apart than those of a text."""
    return any(after.x0 - before.x1 > gap * line.height for before, after in pairwise(line.words))


def between(words: Sequence[Word], ladder: Ladder, top: float, bottom: float, *, turned: bool = True) -> list[Word]:
    """The words of the ladder's width between two heights."""
    words = words if turned else [word for word in words if word.turn == 0]
    left, right = ladder.left - SNAP, ladder.right + SNAP
    return [w for w in words if top < (w.top + w.bottom) / 2 < bottom and left <= (w.x0 + w.x1) / 2 <= right]


def slots(words: Sequence[Word], ladder: Ladder, *, turned: bool = True) -> list[list[Word]]:
    """The words of the ladder's width between each rule and the next one."""
    ends = [rung.at for rung in ladder.rungs]
    found: list[list[Word]] = [[] for _ in ends[1:]]
    for word in between(words, ladder, ends[0], ends[-1], turned=turned):
        middle = (word.top + word.bottom) / 2
        at = bisect_left(ends, middle)
        if middle < ends[at]:  # a word on a rule stands on neither side of it
            found[at - 1].append(word)
    return found
