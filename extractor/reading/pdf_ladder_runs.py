"""Which rules of one width have rows of one table between them, and which have a text."""

import re
from collections.abc import Sequence
from itertools import pairwise
from typing import Final

from extractor.reading.pdf_edges import SNAP
from extractor.reading.pdf_ladder_parts import WIDE, Ladder, is_between, is_parted
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
_CAPTION: Final = re.compile(r"\W*(?:tabel|table|gambar|grafik)\W{0,3}[\dIVXivx]", re.IGNORECASE)


def runs(rules: Sequence[Edge], words: Sequence[Word], left: float, right: float) -> list[list[Edge]]:
    """Rules of one width with rows of one table between them."""
    found = [[rules[0]]]
    within = [word for word in words if left - SNAP <= (word.x0 + word.x1) / 2 <= right + SNAP]
    for above, rule in pairwise(rules):
        inside = [word for word in within if is_between(word, above.at, rule.at)]
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
