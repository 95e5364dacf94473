"""The letters of a diagonal watermark on a grid of equal cells, where words of the page push them to the right.

Such a converter writes a letter at its true place, or behind the word that reaches over it, or within that word. The watermark stands at
the same places on all pages of one width; pages on which all of its letters are free tell these places.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from statistics import median
from typing import Final

from extractor.reading.text_lines import SourceLine

_PADDED: Final = 0.5
"""Share of the lines of a page that are filled up with blanks to its width, from which words are pushed."""
_OFF: Final = 1
"""Cells by which a free letter may be off its place."""
_FREE: Final = re.compile(r"(?<=  )[A-Z](?=  |$)")
_PUSHED: Final = re.compile(
    r"(?<=\S )[A-Z](?= |$)|(?<=\s)[A-Z](?= \S)|(?<=\s)[A-Z](?=\d\d|\d+[.,]\d)|(?<=[a-z\d%])[A-Z](?![A-Z])|(?<=\d[.,])[A-Z](?![A-Z])"
)
"""A letter behind a word, before one, right before a figure, or at the end of a word or within it, where no word has a capital."""
_BESIDE: Final = 1.0
"""What it counts that a letter is not free, where one that is missing counts as much as ``_MISSING``."""
_MISSING: Final = 2.5
_DOWNWARD: Final = 0.15
"""What each line counts by which a letter stands higher or lower below the one before than on the other pages."""
_LEAST_FREE: Final = 1 / 3
"""Share of the letters that are free at least."""
_LACKING: Final = 2
"""Letters that may be missing."""


@dataclass(frozen=True, slots=True)
class Spot:
    """A letter of a page: index of the line, and place in it; or where one stands on most pages."""

    line: int
    place: int
    free: bool = True


def width_of_page(sheet: Sequence[SourceLine]) -> int:
    """The width to which the lines of a page are filled up with blanks; 0 where most are not."""
    filled = [len(line.text) for line in sheet if not line.blank]
    padded = Counter(len(line.text) for line in sheet if not line.blank and line.text.endswith(" "))
    width, count = max(padded.items(), key=lambda item: (item[1], item[0]), default=(0, 0))
    return width if count >= _PADDED * len(filled) else 0


def usual_spots(sheets: Sequence[Sequence[SourceLine]], marks: Sequence[Mapping[int, Spot]], text: str) -> dict[int, list[Spot]]:
    """By the width of the pages, where each letter of the watermark stands on those that have all of them."""
    full: defaultdict[int, list[Mapping[int, Spot]]] = defaultdict(list)
    for sheet, mark in zip(sheets, marks, strict=True):
        if len(mark) == len(text) and (width := width_of_page(sheet)):
            full[width].append(mark)
    return {width: [_middle([mark[k] for mark in found]) for k in range(len(text))] for width, found in full.items()}


def _middle(spots: Sequence[Spot]) -> Spot:
    return Spot(round(median(spot.line for spot in spots)), round(median(spot.place for spot in spots)))


def pushed_letters(sheet: Sequence[SourceLine], text: str, usual: Sequence[Spot]) -> dict[int, Spot]:
    """The letters that spell the text from line to line, each at its usual place or pushed to the right; none where too few are free."""
    best: list[tuple[float, int, Spot, dict[int, Spot]]] = []
    for k, letter in enumerate(text):
        found = []
        for spot in _spots(sheet, letter, usual[k].place):
            cost = _BESIDE * (not spot.free)
            ways = [(cost + _MISSING * k, {k: spot})]
            for before, j, last, run in best:
                if last.line <= spot.line and last != spot:
                    off = abs(spot.line - last.line - (usual[k].line - usual[j].line))
                    ways.append((before + cost + _MISSING * (k - j - 1) + _DOWNWARD * off, {**run, k: spot}))
            worth, run = min(ways, key=lambda way: way[0])
            found.append((worth, k, spot, run))
        best += found
    _, run = min(((worth + _MISSING * (len(text) - 1 - k), run) for worth, k, _, run in best), key=lambda way: way[0], default=(0.0, {}))
    enough = len(run) >= len(text) - _LACKING and sum(spot.free for spot in run.values()) >= _LEAST_FREE * len(text)
    return run if enough else {}


def _spots(sheet: Sequence[SourceLine], letter: str, place: int) -> Iterator[Spot]:
    """Where a letter may stand that has its place here."""
    for at, line in enumerate(sheet):
        if letter not in line.text:
            continue
        for match in _FREE.finditer(line.text):
            if match[0] == letter and abs(match.start() - place) <= _OFF:
                yield Spot(at, match.start())
        for match in _PUSHED.finditer(line.text):
            if match[0] == letter and match.start() >= place - _OFF:
                yield Spot(at, match.start(), free=False)


def without_letter(text: str, place: int) -> str:
    """A line without the letter at a place: what stands behind a wide blank stays where it is, a word that it parted is whole again."""
    if text[place - 1 : place].strip() and text[place + 1 : place + 2].strip():
        wide = text.find("  ", place)
        rest = text[place + 1 :] if wide < 0 else f"{text[place + 1 : wide]} {text[wide:]}"
        return f"{text[:place]}{rest}".rstrip()
    return f"{text[:place]} {text[place + 1 :]}".rstrip()
