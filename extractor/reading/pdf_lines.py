"""Words to printed lines: by baseline, with superscripts, doubled glyphs and turned text."""

from bisect import bisect_left, bisect_right, insort
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from operator import attrgetter
from statistics import median
from typing import Final

from extractor.reading.document import Box
from extractor.reading.pdf_frame import turn_box
from extractor.reading.pdf_page import Word

_SHARED: Final = 0.6
"""Share of the lower word's height that two words of one line have in common; a superscript shares more, the next line less."""
_ALIKE: Final = 1.8
"""Ratio of heights up to which words may stand on one line by overlap alone."""
_BASELINE: Final = 0.2
"""Share of a word's height that lies below its baseline."""
GLUED: Final = 0.05
"""Gap, in line heights, below which two words are one (a change of font inside a word)."""
TURNED_GLUED: Final = 0.12
"""The same for turned words, which are as high as their letters alone."""
_ANOTHER: Final = 2.0
"""Gap, in line heights, between two turned texts one after the other."""
_SPACED_LETTERS: Final = 6
_SPACED_SHARE: Final = 0.9
_BETWEEN_LETTERS: Final = 1.6
"""Gaps wider than the usual one by this factor separate the words of a line set in spaced-out letters."""
_WIDEST_LETTERS: Final = 2.0
"""Gap, in line heights, between such letters at most; letters further apart are those of columns."""
_LEFT, _TOP, _RIGHT, _BOTTOM = (attrgetter(name) for name in ("x0", "top", "x1", "bottom"))
_DOUBLED: Final = 0.2
"""Shift, in line heights, within which the same word printed again is an artificial bold or a shadow."""


@dataclass(slots=True)
class TextLine:
    """Words of one baseline from left to right, with their common box. ``turn``: quarter turns of the text clockwise."""

    words: list[Word]
    box: Box
    turn: int = 0

    @property
    def text(self) -> str:
        """The words joined by blanks, except where no gap is printed between them."""
        return join_words(self.words)

    @property
    def height(self) -> float:
        """Height of the tallest word in points."""
        if self.turn % 2:
            return self.box[2] - self.box[0]
        return max(word.bottom - word.top for word in self.words)


def join_words(words: Sequence[Word]) -> str:
    """The text of words that stand on one line, in order."""
    parts = [words[0].text]
    for before, word in pairwise(words):
        parts.append(word.text if is_glued(before, word) else " " + word.text)
    return "".join(parts)


def is_glued(before: Word, word: Word) -> bool:
    """Are these two neighbours of a line printed without a gap, as where the font changes inside a word?"""
    if word.apart:
        return False
    if before.turn == 0:
        return abs(word.x0 - before.x1) < GLUED * (word.bottom - word.top)
    return abs(_turned_gap(before, word)) < TURNED_GLUED * _turned_height(word)


def _turned_gap(before: Word, word: Word) -> float:
    """The gap between two neighbours of a turned line, in points."""
    return {1: word.top - before.bottom, 2: before.x0 - word.x1, 3: before.top - word.bottom}[before.turn]


def _turned_height(word: Word) -> float:
    return word.x1 - word.x0 if word.turn % 2 else word.bottom - word.top


def letter_gap(words: Sequence[Word]) -> float:
    """The widest gap, in points, inside the words of a line set in spaced-out letters; below 0 for any other line."""
    if len(words) < _SPACED_LETTERS or sum(len(word.text) == 1 and word.text.isalpha() for word in words) < _SPACED_SHARE * len(words):
        return -1.0
    usual = median(after.x0 - before.x1 for before, after in pairwise(words))
    return _BETWEEN_LETTERS * usual if usual <= _WIDEST_LETTERS * (words[0].bottom - words[0].top) else -1.0


def without_doubles(words: Iterable[Word]) -> list[Word]:
    """The words without those printed again at almost the same place."""
    seen: dict[str, list[Word]] = {}
    kept = []
    for word in words:
        twins = seen.get(word.text)
        if twins is None:
            seen[word.text] = [word]
        elif _has_twin(word, twins, _DOUBLED * max(word.bottom - word.top, 1.0)):
            continue
        elif twins[-1].top <= word.top:
            twins.append(word)
        else:
            insort(twins, word, key=_TOP)
        kept.append(word)
    return kept


def _has_twin(word: Word, twins: Sequence[Word], near: float) -> bool:
    """Is one of these words, sorted from top to bottom, less than ``near`` away?"""
    above, below = word.top - near, word.top + near
    if twins[-1].top <= above:
        return False
    first, last = bisect_right(twins, above, key=_TOP), bisect_left(twins, below, key=_TOP)
    return any(abs(word.x0 - twins[at].x0) < near for at in range(first, last))


def group_lines(words: Sequence[Word]) -> list[TextLine]:
    """Lines from top to bottom; text that is turned follows, in its own reading direction."""
    upright = [word for word in words if word.turn == 0]
    lines = [_line(group, 0) for group in _by_baseline(upright)]
    if len(upright) == len(words):
        return lines
    for turn in (1, 2, 3):
        lines.extend(_turned_lines([word for word in words if word.turn == turn], turn))
    return lines


def _turned_lines(words: list[Word], turn: int) -> list[TextLine]:
    """Group turned words as if the page were turned so that they read from left to right."""
    if not words:
        return []
    width, height = max(word.x1 for word in words), max(word.bottom for word in words)
    levelled: dict[int, tuple[Word, Word]] = {}
    for word in words:
        x0, top, x1, bottom = turn_box((word.x0, word.top, word.x1, word.bottom), 4 - turn, width, height)
        level = Word(word.text, x0, top, x1, bottom, word.index)
        levelled[id(level)] = (level, word)
    groups = [part for group in _by_baseline([level for level, _ in levelled.values()]) for part in _apart(group)]
    return [_line([levelled[id(level)][1] for level in group], turn) for group in groups]


def _apart(words: Sequence[Word]) -> list[list[Word]]:
    """The words of one turned line, taken apart where a wide blank parts two texts."""
    parts = [[words[0]]]
    for before, word in pairwise(words):
        if word.x0 - before.x1 > _ANOTHER * (word.bottom - word.top):
            parts.append([word])
        else:
            parts[-1].append(word)
    return parts


def _line(words: list[Word], turn: int) -> TextLine:
    return TextLine(words, cover(words), turn)


def cover(words: Sequence[Word]) -> Box:
    """The smallest box around the words."""
    if len(words) == 1:
        (word,) = words
        return word.x0, word.top, word.x1, word.bottom
    return min(map(_LEFT, words)), min(map(_TOP, words)), max(map(_RIGHT, words)), max(map(_BOTTOM, words))


def _by_baseline(words: list[Word]) -> list[list[Word]]:
    groups: list[list[Word]] = []
    tall: Word | None = None
    for word in sorted(words, key=lambda word: word.top + word.bottom):
        if tall is None or not _same_line(tall, word):
            groups.append([word])
            tall = word
            continue
        groups[-1].append(word)
        if word.bottom - word.top > tall.bottom - tall.top:
            tall = word
    for group in groups:
        group.sort(key=lambda word: word.x0)
    return groups


def _same_line(tall: Word, word: Word) -> bool:
    height, other = tall.bottom - tall.top, word.bottom - word.top
    low, high = (other, height) if other < height else (height, other)
    if high > _ALIKE * low:
        return abs((tall.bottom - _BASELINE * height) - (word.bottom - _BASELINE * other)) < 0.3 * low
    lower = tall.bottom if tall.bottom < word.bottom else word.bottom
    upper = tall.top if tall.top > word.top else word.top
    return lower - upper >= _SHARED * low
