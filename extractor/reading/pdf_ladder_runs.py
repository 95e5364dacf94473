"""Which rules of one width have rows of one table between them, and which have a text."""

import re
from collections.abc import Callable, Sequence
from itertools import pairwise
from typing import Final

from extractor.reading.column_prose import LARGER
from extractor.reading.pdf_ladder_cells import Rung
from extractor.reading.pdf_ladder_parts import LEAST_RULES, WIDE, Ladder, between, is_parted, part, slots
from extractor.reading.pdf_lines import TextLine, group_lines
from extractor.reading.pdf_page import Edge, Word

_LONG: Final = 0.8
"""Share of a ladder's width that a line of running text takes."""
_WHOLE: Final = 0.95
"""Share of a ladder's width that a line set from edge to edge takes at least."""
_JUSTIFIED: Final = 1.3
"""Gap, in line heights, that justified text does not exceed."""
_EMPTY: Final = 5.0
"""Points between two rules with nothing between them that belong to two tables."""
_SEVERAL: Final = 3
_NEXT: Final = 3.0
"""Line heights below the header of a table within which its first row stands."""
_CAPTION: Final = re.compile(r"\W*(?:tabel|table|gambar|grafik)\W{0,3}[\dIVXivx]", re.IGNORECASE)


def runs(rules: Sequence[Edge], words: Sequence[Word], left: float, right: float) -> list[list[Edge]]:
    """Rules of one width with rows of one table between them."""
    found = [[rules[0]]]
    ladder = Ladder(left, right, tuple(Rung(rule.at, ()) for rule in rules), ())
    for (above, rule), inside in zip(pairwise(rules), slots(words, ladder), strict=True):
        if _is_row(inside, right - left, rule.at - above.at):
            found[-1].append(rule)
        else:
            found.append([rule])
    return found


def _is_row(words: Sequence[Word], width: float, height: float) -> bool:
    """Do these words between two rules stand in a row of a table, and not in text between tables?"""
    if not words:
        return height <= _EMPTY
    lines = [line for line in group_lines(words) if not line.turn]
    running = [line for line in lines if _is_running(line, width)]
    return len(running) <= 1 and not any(_CAPTION.match(line.text) for line in lines)


def _is_running(line: TextLine, width: float) -> bool:
    """Is this a line of running text? One set from edge to edge may have wider blanks."""
    extent = line.box[2] - line.box[0]
    return extent > _LONG * width and not is_parted(line, _JUSTIFIED if extent > _WHOLE * width else WIDE)


def is_text(words: Sequence[Word], ladder: Ladder) -> bool:
    """Whether these words are several lines of which none is parted and one runs over most of the ladder's width."""
    lines = group_lines([word for word in words if not word.turn])
    width = ladder.right - ladder.left
    return (
        len(lines) >= _SEVERAL
        and not any(is_parted(line, _JUSTIFIED) for line in lines)
        and any(_is_running(line, width) for line in lines)
    )


def parted_by_letters(ladder: Ladder, words: Sequence[Word], size: Callable[[Word], float], least: int = LEAST_RULES) -> list[Ladder]:
    """The parts of ``least`` rules and more between texts in larger letters than the rows beside them; nothing where there are none.

    ``size`` gives the font size of a word, in points.
    """
    rows = [group_lines(inside) for inside in slots(words, ladder, turned=False)]
    cuts = {n for n, lines in enumerate(rows) if n and lines and not any(is_parted(line, _JUSTIFIED) for line in lines)}
    cuts = {n for n in cuts if {n, n + 1} <= set(ladder.full) and _is_larger(rows, n, size)}
    if not cuts:
        return []
    ends = [-1, *sorted(cuts), len(rows)]
    return [part(ladder, a + 1, b) for a, b in pairwise(ends) if b - a >= least]


def _is_larger(rows: Sequence[Sequence[TextLine]], at: int, size: Callable[[Word], float]) -> bool:
    beside = [line for row in (*rows[at - 1 : at], *rows[at + 1 : at + 2]) for line in row]
    least = min(size(line.words[0]) for line in rows[at])
    return bool(beside) and least > LARGER * max(size(line.words[0]) for line in beside)


def without_next_head(ladder: Ladder, words: Sequence[Word], is_bold: Callable[[Word], bool]) -> list[Ladder]:
    """The ladder without its last row where this is in bold as the first one is, without a figure, and text follows right below it: the
    header of another table, whose rows have no rules; nothing where it is none. ``words`` are those of the page.
    """
    ends = [rung.at for rung in ladder.rungs]
    if len(ends) <= LEAST_RULES:
        return []
    first, *body, last = slots(words, ladder, turned=False)
    lines = group_lines(last) if last else []
    named = any(map(is_parted, lines)) and not any(ch.isdigit() for word in last for ch in word.text)
    if not (first and named and all(map(is_bold, [*first, *last]))) or all(is_bold(word) for row in body for word in row):
        return []
    below = group_lines(between(words, ladder, ends[-1], ends[-1] + _NEXT * lines[-1].height, turned=False))
    begun = any(is_parted(line) and not all(map(is_bold, line.words)) for line in below)
    return [part(ladder, 0, len(ends) - 2)] if begun else []
