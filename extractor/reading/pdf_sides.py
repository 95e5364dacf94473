"""Blocks of text side by side (signatures, two-column pages): the left block is read before the right one."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from extractor.reading.document import Place
from extractor.reading.placed import PlacedLine, PlacedWord

_GAP: Final = 1.8
"""Blank, in line heights, that separates two blocks."""
_LEAST_LINES: Final = 2
_FAR: Final = 10.0
"""Line heights from one line of a block to the next; a signature leaves room for the pen."""
_LETTERS: Final = 5
"""Letters that a side has per line on average; numbers, bullets and colons make a list, not a block of text."""


@dataclass(frozen=True, slots=True)
class _Split:
    line: PlacedLine
    left: tuple[PlacedWord, ...]
    right: tuple[PlacedWord, ...]


def in_reading_order(lines: Sequence[PlacedLine]) -> list[PlacedLine]:
    """The lines with side-by-side blocks taken apart: the left block's lines, then the right block's."""
    found: list[PlacedLine] = []
    index = 0
    while index < len(lines):
        block = _block(lines, index)
        if len(block) > 1:
            found.extend(_side(split.line, split.left) for split in block if split.left)
            found.extend(_side(split.line, split.right) for split in block if split.right)
            index += len(block)
        else:
            found.append(lines[index])
            index += 1
    return found


def _block(lines: Sequence[PlacedLine], start: int) -> list[_Split]:
    """The longest run of lines from ``start`` that one vertical blank divides, empty where there is none."""
    first = _gaps(lines[start])
    if not first and not (start + 1 < len(lines) and _gaps(lines[start + 1])):
        return []
    best: list[_Split] = []
    for gap in first or _gaps(lines[start + 1]):
        block = _divided(lines, start, gap)
        if len(block) > len(best) and _is_text(block):
            best = block
    return best


def _gaps(line: PlacedLine) -> list[tuple[float, float]]:
    words = line.words
    wide = _GAP * max(word.bottom - word.top for word in words)
    return [(a.x1, b.x0) for a, b in pairwise(words) if b.x0 - a.x1 >= wide]


def _divided(lines: Sequence[PlacedLine], start: int, gap: tuple[float, float]) -> list[_Split]:
    low, high = gap
    block: list[_Split] = []
    for line in lines[start:]:
        height = max(word.bottom - word.top for word in line.words)
        left = tuple(word for word in line.words if (word.x0 + word.x1) / 2 < (low + high) / 2)
        right = line.words[len(left) :]
        edge, begin = (left[-1].x1 if left else low), (right[0].x0 if right else high)
        if min(begin, high) - max(edge, low) < height or (block and _far(block[-1].line, line, height)):
            break
        low, high = max(low, edge), min(high, begin)
        block.append(_Split(line, left, right))
    while block and not (block[-1].left and block[-1].right) and _one_sided(block):
        block.pop()
    return block


def _far(before: PlacedLine, line: PlacedLine, height: float) -> bool:
    if before.place.box is None or line.place.box is None:
        return True
    return line.place.box[1] - before.place.box[3] > _FAR * height


def _one_sided(block: Sequence[_Split]) -> bool:
    """Do the last two lines stand on the left alone, as the text that follows the block would?"""
    tail = block[-2:]
    return all(split.left and not split.right for split in tail) and len(tail) == 2


def _is_text(block: Sequence[_Split]) -> bool:
    both = [split for split in block if split.left and split.right]
    if len(both) < _LEAST_LINES:
        return False
    if all(len(split.left) == 1 and len(split.right) > 1 for split in both):
        return False
    return all(_letters([getattr(split, side) for split in both]) >= _LETTERS for side in ("left", "right"))


def _letters(sides: Sequence[tuple[PlacedWord, ...]]) -> float:
    """Letters per line, 0 where the lines begin with a colon or an amount."""
    if sum(side[0].text[:1] in ":=" or side[0].text.startswith("Rp") for side in sides) * 2 >= len(sides):
        return 0.0
    return sum(sum(char.isalpha() for word in side for char in word.text) for side in sides) / len(sides)


def _side(line: PlacedLine, words: tuple[PlacedWord, ...]) -> PlacedLine:
    box = words[0].x0, min(w.top for w in words), words[-1].x1, max(w.bottom for w in words)
    return PlacedLine(words, Place(line.place.page, box=box), line.gap, line.bold, line.size)
