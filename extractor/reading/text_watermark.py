"""Diagonal watermarks in aligned text: a converter prints each of their letters on a line of its own, further and further aside."""

from collections.abc import Sequence
from itertools import pairwise
from typing import Final

from extractor.reading.document import Line, Place
from extractor.reading.text_lines import SourceLine

_LEAST: Final = 4
"""Letters from which they are a watermark."""
_MOST_LETTERS: Final = 2
"""Letters on one of its lines."""
_SLOPES: Final = 4.0
"""How many times steeper one step may be than the usual one."""


def part_watermark(lines: Sequence[SourceLine]) -> tuple[list[SourceLine], list[Line]]:
    """The lines of a page without a diagonal watermark and the blank lines around its letters, and these letters."""
    loose = [index for index, line in enumerate(lines) if _is_loose(line.text)]
    if len(loose) < _LEAST or not _is_diagonal(lines, loose):
        return list(lines), []
    letters = [Line(lines[index].text.strip(), Place(lines=(lines[index].number, lines[index].number))) for index in loose]
    return without_lines(lines, loose), letters


def without_lines(lines: Sequence[SourceLine], loose: Sequence[int]) -> list[SourceLine]:
    """The lines without these and the blank ones around each."""
    dropped = set(loose)
    for index in loose:
        for step in (-1, 1):
            other = index + step
            while 0 <= other < len(lines) and lines[other].blank:
                dropped.add(other)
                other += step
    return [line for index, line in enumerate(lines) if index not in dropped]


def _is_loose(text: str) -> bool:
    word = text.strip()
    return 0 < len(word) <= _MOST_LETTERS and word.isalpha() and word.isupper() and text[:1] == " "


def _is_diagonal(lines: Sequence[SourceLine], loose: Sequence[int]) -> bool:
    """Whether the letters go aside steadily, always to the same side."""
    places = [len(lines[index].text) - len(lines[index].text.lstrip()) for index in loose]
    steps = [after - before for before, after in pairwise(places)]
    usual = sorted(map(abs, steps))[len(steps) // 2]
    one_way = all(step > 0 for step in steps) or all(step < 0 for step in steps)
    return one_way and all(abs(step) <= _SLOPES * usual for step in steps)
