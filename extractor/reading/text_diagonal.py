"""The diagonal watermark that the pages of an aligned text share, where its letters stand beside and between the words of the page."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby
from typing import Final

from extractor.reading.document import Line, Place
from extractor.reading.text_lines import SourceLine
from extractor.reading.text_watermark import part_watermark, without_lines

_LETTERS: Final = re.compile(r"(?<!\S)[A-Z]{1,2}(?!\S)")
_LEAST: Final = 6
"""Letters of a watermark at least."""
_LEAST_PAGES: Final = 2
_MISSING: Final = 2
"""Letters of it that a page may lack."""
_MOST: Final = 40
"""Letters that may be those of a watermark on one page."""
_ASIDE: Final = 0.01
"""What each character counts by which the next letter stands further aside, in letters."""
_DOWN: Final = 0.4
"""Lines for each letter at least."""
_DIRECTIONS: Final = (1, -1)
_TALL: Final = 3
"""Blank lines from which a tall letter beside the words made them."""
_NEAR: Final = 6
"""Characters by which a letter may be off the line between its neighbours."""
_AT_WORD: Final = re.compile(r"(?<=\s)[A-Z](?=\d|[A-Z][a-z])")
"""A letter right before a figure or a word with a capital of its own."""


@dataclass(frozen=True, slots=True)
class _Letter:
    """A letter that stands apart: index of the line, and place in it."""

    line: int
    place: int
    text: str


def part_watermarks(sheets: Sequence[Sequence[SourceLine]]) -> list[tuple[list[SourceLine], list[Line]]]:
    """The lines of each page without the letters of a diagonal watermark, and these letters.

    Its text is what the letters that go aside steadily spell on several pages; where no pages agree, it is told by letters
    that stand alone.
    """
    letters = [list(_letters(sheet)) for sheet in sheets]
    spelled: Counter[tuple[str, int]] = Counter()
    for found in letters:
        runs = [(_steadily(found, way), way) for way in _DIRECTIONS if _LEAST <= len(found) <= _MOST]
        spelled.update(run for run in runs if len(run[0]) >= _LEAST)
    (text, way), pages = max(spelled.items(), key=lambda item: (item[1], len(item[0][0]), item[0]), default=(("", 1), 0))
    if pages < _LEAST_PAGES:
        return [part_watermark(sheet) for sheet in sheets]
    marks = [_spelling(found, text, way) if len(found) <= _MOST else [] for found in letters]
    marks = [_with_touching(sheet, mark, text) for sheet, mark in zip(sheets, marks, strict=True)]
    return [_without(sheet, mark) if mark else part_watermark(sheet) for sheet, mark in zip(sheets, marks, strict=True)]


def _letters(lines: Sequence[SourceLine]) -> Iterator[_Letter]:
    """Letters with wide blanks on both sides, or beside others of that kind."""
    for at, line in enumerate(lines):
        matches = list(_LETTERS.finditer(line.text)) if line.text[:1] == " " else []
        rest = _LETTERS.sub(lambda match: " " * len(match[0]), line.text) if matches else ""
        for match in matches:
            if not rest[max(match.start() - 2, 0) : match.end() + 2].strip():
                for place, letter in enumerate(match[0], start=match.start()):
                    yield _Letter(at, place, letter)


def _aside(letters: Sequence[_Letter], way: int) -> list[_Letter]:
    return sorted(letters, key=lambda one: (one.line, way * one.place))


def _steadily(letters: Sequence[_Letter], way: int) -> str:
    """What the longest run of letters that goes aside this way spells; nothing where it hardly goes down."""
    best: list[list[_Letter]] = []
    ordered = _aside(letters, way)
    for at, one in enumerate(ordered):
        before = [best[k] for k in range(at) if way * ordered[k].place < way * one.place]
        best.append([*max(before, default=[], key=len), one])
    run = max(best, default=[], key=len)
    return "".join(one.text for one in run) if _goes_down(run) else ""


def _goes_down(run: Sequence[_Letter]) -> bool:
    """Whether most letters of a run stand on lines of their own; those of a header stand beside each other."""
    return len({one.line for one in run}) >= _DOWN * len(run)


def _spelling(letters: Sequence[_Letter], text: str, way: int) -> list[_Letter]:
    """The letters that spell the text while they go aside, hardly one missing, the nearest to each other; none where they do not."""
    best: dict[tuple[int, int], tuple[float, list[_Letter]]] = {}
    ordered = _aside(letters, way)
    for at, one in enumerate(ordered):
        for k in (k for k, letter in enumerate(text) if letter == one.text):
            runs = [
                (score + 1 - _ASIDE * abs(one.place - ordered[i].place), run)
                for (i, j), (score, run) in best.items()
                if j < k and way * ordered[i].place < way * one.place
            ]
            score, run = max(runs, key=lambda found: found[0], default=(1.0, []))
            best[at, k] = (score, [*run, one])
    _, found = max(best.values(), key=lambda value: value[0], default=(0.0, []))
    return found if len(found) >= len(text) - _MISSING and _goes_down(found) else []


def _with_touching(lines: Sequence[SourceLine], mark: Sequence[_Letter], text: str) -> list[_Letter]:
    """The letters of a watermark on a page with those that touch a word, between the two where the text says that they stand."""
    found: list[_Letter] = []
    left = text
    for one in mark:
        lacking, left = left[: left.index(one.text)], left[left.index(one.text) + 1 :]
        if found and len(lacking) == 1:
            found += _touching(lines, found[-1], one, lacking)
        found.append(one)
    return found


def _touching(lines: Sequence[SourceLine], before: _Letter, after: _Letter, text: str) -> list[_Letter]:
    """The one letter of this text between two others that touches the word behind it; nothing where there are several."""
    low, high = sorted((before.place, after.place))
    places = [
        _Letter(at, match.start(), text)
        for at in range(before.line, after.line + 1)
        for match in _AT_WORD.finditer(lines[at].text)
        if match[0] == text and low - _NEAR <= match.start() <= high + _NEAR
    ]
    return places if len(places) == 1 else []


def _without(lines: Sequence[SourceLine], letters: Sequence[_Letter]) -> tuple[list[SourceLine], list[Line]]:
    """The page without these letters, without the lines on which nothing else stands, and without the blanks that the letters made."""
    changed = list(lines)
    for one in letters:
        line = changed[one.line]
        changed[one.line] = replace(line, text=f"{line.text[: one.place]} {line.text[one.place + 1 :]}".rstrip())
    aside = [Line(one.text, Place(lines=(lines[one.line].number, lines[one.line].number))) for one in letters]
    emptied = {at for at in {one.line for one in letters} if changed[at].blank}
    return without_lines(changed, sorted(emptied | _made_blank(changed, letters))), aside


def _made_blank(lines: Sequence[SourceLine], letters: Sequence[_Letter]) -> set[int]:
    """Blank lines from the first to the last letter that stand together in as great a number as only tall letters make."""
    first, last = min(one.line for one in letters), max(one.line for one in letters)
    runs = [[*run] for blank, run in groupby(range(first, last + 1), lambda at: lines[at].blank) if blank]
    return {run[0] for run in runs if len(run) >= _TALL}
