"""Texts set beside the running text, as in a box: told by lines that stand at other heights, in another leading."""

from collections.abc import Sequence
from itertools import pairwise
from statistics import median
from typing import Final

from extractor.reading.document import Place
from extractor.reading.placed import PlacedLine, PlacedWord

_BLANK: Final = 1.2
"""Blank, in line heights, between the two texts."""
_LEAST_LINES: Final = 3
_OTHER: Final = (1.12, 1.8)
"""Ratio of the leadings of the two texts; the columns of a table have one leading, or wrapped cells stand beside short ones."""
_REGULAR: Final = 0.12
_MOST_REGULAR: Final = 0.8
_LETTERS: Final = 8
"""Letters that each text has per line on average."""
_FAR: Final = 3.0
"""Line heights from one line to the next beyond which a text has ended."""


def parts(lines: Sequence[PlacedLine]) -> list[list[PlacedLine]]:
    """The lines as stretches to be read one after the other.

    Where a text stands beside another, the narrower one (the box) comes first, so that the running text goes on below it.
    """
    found: list[list[PlacedLine]] = [[]]
    index = 0
    while index < len(lines):
        block = _block(lines, index)
        if block is None:
            found[-1].append(lines[index])
            index += 1
            continue
        stop, left, right = block
        narrow, wide = sorted((left, right), key=_width)
        above = _above(found[-1], wide)
        found[-1] = found[-1][: len(found[-1]) - above]
        found.extend((narrow, [*lines[index - above : index], *wide]))
        index = stop
    return [part for part in found if part]


def _above(lines: Sequence[PlacedLine], text: Sequence[PlacedLine]) -> int:
    """How many of the last of these lines go on in the text: narrowed as it is, in its leading."""
    left, right = min(line.words[0].x0 for line in text), max(line.words[-1].x1 for line in text)
    below, count = text[0], 0
    for line in reversed(lines):
        near = _bottom(below) - _bottom(line) <= (1 + _REGULAR) * _leading(text)
        if not near or line.words[0].x0 < left - _height(line) or line.words[-1].x1 > right + _height(line):
            break
        below, count = line, count + 1
    return count


def _block(lines: Sequence[PlacedLine], start: int) -> tuple[int, list[PlacedLine], list[PlacedLine]] | None:
    """The end of the two texts that begin side by side at this line, and the lines of each; None where none do."""
    for first in (start, start + 1):
        if first + 1 < len(lines) and (gap := _between(lines[first], lines[first + 1])) is not None:
            break
    else:
        return None
    low, high = gap
    left: list[PlacedLine] = []
    right: list[PlacedLine] = []
    stop = start
    for line in lines[start:]:
        sides = _divide(line, (low, high))
        if sides is None or _has_ended(line, left, right):
            break
        before, after = sides
        low, high = max([low, *(word.x1 for word in before)]), min([high, *(word.x0 for word in after)])
        left.extend([_side(line, before)] if before else [])
        right.extend([_side(line, after)] if after else [])
        stop += 1
    return (stop, left, right) if _are_texts(left, right) else None


def _between(upper: PlacedLine, lower: PlacedLine) -> tuple[float, float] | None:
    """The blank between two lines of which one stands beside the other, not quite at its height."""
    if not _top(lower) < _bottom(upper) - 0.1 * _height(upper):
        return None
    words = sorted((*upper.words, *lower.words), key=lambda word: word.x0)
    reach, widest = words[0].x1, (0.0, 0.0)
    for word in words[1:]:
        if word.x0 - reach > widest[1] - widest[0]:
            widest = reach, word.x0
        reach = max(reach, word.x1)
    return widest if widest[1] - widest[0] >= _BLANK * _height(upper) else None


def _divide(line: PlacedLine, gap: tuple[float, float]) -> tuple[tuple[PlacedWord, ...], tuple[PlacedWord, ...]] | None:
    """The words on both sides of the blank, None where they leave too little of it."""
    low, high = gap
    middle = (low + high) / 2
    before = tuple(word for word in line.words if (word.x0 + word.x1) / 2 < middle)
    after = line.words[len(before) :]
    least = _BLANK * _height(line)
    free = min([high, *(word.x0 for word in after)]) - max([low, *(word.x1 for word in before)])
    return (before, after) if free >= least else None


def _has_ended(line: PlacedLine, left: Sequence[PlacedLine], right: Sequence[PlacedLine]) -> bool:
    """Does this line stand well below the last line of one of the texts, or of both?"""
    return any(side and _top(line) - _bottom(side[-1]) > _FAR * _height(line) for side in (left, right))


def _are_texts(left: Sequence[PlacedLine], right: Sequence[PlacedLine]) -> bool:
    """Two texts of several lines in different leading."""
    if min(len(left), len(right)) < _LEAST_LINES or min(map(_letters, (left, right))) < _LETTERS:
        return False
    close, wide = sorted(_leading(side) for side in (left, right))
    return close >= _height(left[0]) * (1 - _REGULAR) and _OTHER[0] < wide / close < _OTHER[1]


def _leading(side: Sequence[PlacedLine]) -> float:
    """The distance of the lines where it is the same between most of them, else 0."""
    distances = [_bottom(after) - _bottom(before) for before, after in pairwise(side)]
    usual = median(distances)
    alike = sum(abs(distance - usual) <= _REGULAR * usual for distance in distances)
    return usual if alike >= _MOST_REGULAR * len(distances) else 0.0


def _letters(side: Sequence[PlacedLine]) -> float:
    return sum(sum(char.isalpha() for char in word.text) for line in side for word in line.words) / len(side)


def _side(line: PlacedLine, words: tuple[PlacedWord, ...]) -> PlacedLine:
    box = words[0].x0, min(word.top for word in words), words[-1].x1, max(word.bottom for word in words)
    return line._replace(words=words, place=Place(line.place.page, box=box))


def _width(side: Sequence[PlacedLine]) -> float:
    return median(line.words[-1].x1 - line.words[0].x0 for line in side)


def _top(line: PlacedLine) -> float:
    return min(word.top for word in line.words)


def _bottom(line: PlacedLine) -> float:
    return max(word.bottom for word in line.words)


def _height(line: PlacedLine) -> float:
    return max(word.bottom - word.top for word in line.words)
