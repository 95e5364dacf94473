"""The diagonal watermark that the pages of an aligned text share, where its letters stand beside and between the words of the page."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
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
        spelled.update({(_steadily(found, way), way) for way in _DIRECTIONS if _LEAST <= len(found) <= _MOST})
    (text, way), pages = max(spelled.items(), key=lambda item: (item[1], len(item[0][0]), item[0]), default=(("", 1), 0))
    if pages < _LEAST_PAGES or len(text) < _LEAST:
        return [part_watermark(sheet) for sheet in sheets]
    marks = [_spelling(found, text, way) if len(found) <= _MOST else [] for found in letters]
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


def _without(lines: Sequence[SourceLine], letters: Sequence[_Letter]) -> tuple[list[SourceLine], list[Line]]:
    """The page without these letters, and without the lines on which nothing else stands."""
    changed = list(lines)
    for one in letters:
        line = changed[one.line]
        changed[one.line] = replace(line, text=f"{line.text[: one.place]} {line.text[one.place + 1 :]}".rstrip())
    aside = [Line(one.text, Place(lines=(lines[one.line].number, lines[one.line].number))) for one in letters]
    emptied = sorted(at for at in {one.line for one in letters} if changed[at].blank)
    return without_lines(changed, emptied), aside
