"""The diagonal watermark that the pages of an aligned text share, where its letters stand beside and between the words of the page."""

import math
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby, takewhile
from typing import Final

from extractor.reading.document import Line, Place
from extractor.reading.text_diagonal_order import Mark, in_order
from extractor.reading.text_lines import SourceLine
from extractor.reading.text_watermark import part_watermark, without_lines

_LETTERS: Final = re.compile(r"(?<!\S)[A-Z]{1,2}(?!\S)")
_LEAST: Final = 6
"""Letters of a watermark at least."""
_LEAST_PAGES: Final = 2
_MISSING: Final = 2
"""Letters of it that a page may lack."""
_MOST: Final = 40
"""Letters on one page among which a watermark may be found where its text is not known; columns of letters make words as well."""
_MOST_KNOWN: Final = 120
"""The same where other pages tell its text."""
_ASIDE: Final = 0.01
"""What each character counts by which the next letter stands further aside, in letters."""
_DOWN: Final = 0.4
"""Lines for each letter at least."""
_DIRECTIONS: Final = (1, -1)
_TALL: Final = 3
"""Blank lines from which a tall letter beside the words made them."""
_BACK: Final = 30
"""Lines by which a letter may be written above the one before it, where lines are written column after column."""
_TALL_SHARE: Final = 0.2
"""Share of the letters of a report that such blank lines stand above, where the converter writes them so."""
_NEAR: Final = 6
"""Characters by which a letter may be off the line between its neighbours."""
_CLOSE: Final = re.compile(r"(?<=\s)[A-Z]{1,2}(?=\s|$|\d|-|[A-Z][a-z])|(?<=[a-z\d%,.])[A-Z]{1,2}(?!\S)")
"""Letters beside words, right before a figure or a word with a capital of its own, or right after one."""
_BESIDE: Final = 1.0
_CLOSER: Final = 2.0
"""What it counts that a letter stands on a line with words, and close to them."""
_DOWNWARD: Final = 0.3
"""What each line counts by which a letter is not between its neighbours."""
_SIDEWARD: Final = 0.2
"""What each character counts by which it is off the line between them."""
_FARTHEST: Final = 8.0
"""What a letter may count that is one of the watermark."""
_MOST_CLOSE: Final = 6
"""Letters of a watermark that may stand close to words."""


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
    marks = [_spelling(sheet, found, text, way) if len(found) <= _MOST_KNOWN else {} for sheet, found in zip(sheets, letters, strict=True)]
    tall = _are_tall(sheets, marks)
    return [_without(sheet, mark, tall=tall) if mark else part_watermark(sheet) for sheet, mark in zip(sheets, marks, strict=True)]


def _are_tall(sheets: Sequence[Sequence[SourceLine]], marks: Sequence[dict[int, _Letter]]) -> bool:
    """Whether the converter writes as many blank lines before the letters as tall ones take; else it keeps the order of all lines."""
    before = [
        sum(1 for _ in takewhile(lambda line: line.blank, reversed(sheet[: one.line])))
        for sheet, mark in zip(sheets, marks, strict=True)
        for one in mark.values()
    ]
    return sum(count >= _TALL for count in before) >= _TALL_SHARE * len(before)


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


def _spelling(sheet: Sequence[SourceLine], letters: Sequence[_Letter], text: str, way: int) -> dict[int, _Letter]:
    """The letters that spell the text while they go aside, hardly one missing, the nearest to each other; none where they do not."""
    alone = _longest([(one, 0.0) for one in letters], text, way)
    if len(alone) < min(max(_LEAST, len(text) - _MOST_CLOSE), len(text) - _MISSING):
        return {}
    apart = {(one.line, one.place) for one in letters}
    candidates = [(one, _BESIDE * (_LETTERS.sub("", sheet[one.line].text).strip() != "")) for one in letters]
    candidates += [(one, _CLOSER) for one in _close(sheet) if one.text in text and (one.line, one.place) not in apart]
    found = _settled(alone if len(alone) == len(text) else _longest(candidates, text, way), candidates, text)
    return found if len(found) >= len(text) - _MISSING and _goes_down([*found.values()]) else {}


def _longest(candidates: Sequence[tuple[_Letter, float]], text: str, way: int) -> dict[int, _Letter]:
    """Letters that go aside, by their places in the text; each of the candidates with what it counts that it may be none."""
    best: list[tuple[_Letter, int, float, dict[int, _Letter]]] = []
    for one, more in sorted(candidates, key=lambda item: (way * item[0].place, item[0].line)):
        following = []
        for k in (k for k, letter in enumerate(text) if letter == one.text):
            runs = [
                (score + 1 - _ASIDE * (abs(one.place - last.place) + max(last.line - one.line, 0) + more), run)
                for last, j, score, run in best
                if j < k and way * last.place < way * one.place and last.line <= one.line + _BACK
            ]
            score, run = max(runs, key=lambda found: found[0], default=(1.0 - _ASIDE * more, {}))
            following.append((one, k, score, {**run, k: one}))
        best += following
    return max(best, key=lambda item: item[2])[3] if best else {}


def _settled(mark: dict[int, _Letter], candidates: Sequence[tuple[_Letter, float]], text: str) -> dict[int, _Letter]:
    """The letters of a watermark nearest to where the others say that they stand, those that stand close to words among them."""
    found = dict(mark)
    for k in [*sorted(mark), *(k for k in range(len(text)) if k not in mark)]:
        others = {index: one for index, one in found.items() if index != k}
        near = [
            (_off(one, others, k) + more, one.line, one)
            for one, more in candidates
            if one.text == text[k] and one not in others.values() and _off(one, others, k) <= _FARTHEST
        ]
        if near:
            found[k] = min(near, key=lambda item: item[:2])[2]
    return _without_halves(found, [one for one, _ in candidates])


def _off(one: _Letter, others: dict[int, _Letter], k: int) -> float:
    """How far a letter is from the line between its neighbours in the text; infinite where it does not stand between them."""
    before, after = max((index for index in others if index < k), default=None), min((index for index in others if index > k), default=None)
    low = before if before is not None and after is not None else min(others)
    high = after if before is not None and after is not None else max(others)
    place = others[low].place + (k - low) * (others[high].place - others[low].place) / (high - low)
    reach = _NEAR + (abs(others[high].place - others[low].place) if before is not None and after is not None else _NEAR)
    way = 1 if others[high].place > others[low].place else -1
    ahead = before is None or way * others[before].place < way * one.place
    behind = after is None or way * one.place < way * others[after].place
    if not ahead or not behind or abs(one.place - place) > reach:
        return math.inf
    above = others[before].line if before is not None else one.line
    below = others[after].line if after is not None else one.line
    return _SIDEWARD * abs(one.place - place) + _DOWNWARD * max(above - one.line, one.line - below, 0)


def _without_halves(mark: dict[int, _Letter], letters: Sequence[_Letter]) -> dict[int, _Letter]:
    """The letters of a watermark without those of which another one, right beside them, is not part of it."""
    known = {(one.line, one.place) for one in mark.values()}
    others = {(one.line, one.place) for one in letters} - known
    return {k: one for k, one in mark.items() if not {(one.line, one.place - 1), (one.line, one.place + 1)} & others}


def _close(lines: Sequence[SourceLine]) -> Iterator[_Letter]:
    """Letters right beside words, and those that touch one."""
    for at, line in enumerate(lines):
        if line.text[:1] == " ":
            for match in _CLOSE.finditer(line.text):
                for place, letter in enumerate(match[0], start=match.start()):
                    yield _Letter(at, place, letter)


def _without(lines: Sequence[SourceLine], mark: dict[int, _Letter], *, tall: bool) -> tuple[list[SourceLine], list[Line]]:
    """The page in order, without these letters, the lines on which nothing else stands, and the blanks that the letters made."""
    changed = list(lines)
    letters = [mark[k] for k in sorted(mark)]
    for one in letters:
        line = changed[one.line]
        changed[one.line] = replace(line, text=f"{line.text[: one.place]} {line.text[one.place + 1 :]}".rstrip())
    aside = [Line(one.text, Place(lines=(lines[one.line].number, lines[one.line].number))) for one in letters]
    changed, left = in_order(changed, [Mark(one.line, one.place, k) for k, one in mark.items()]) if tall else (changed, set())
    emptied = {at for at in {one.line for one in letters} if changed[at].blank}
    return without_lines(changed, sorted(emptied | left | _made_blank(changed, letters))), aside


def _made_blank(lines: Sequence[SourceLine], letters: Sequence[_Letter]) -> set[int]:
    """Blank lines from the first to the last letter that stand together in as great a number as only tall letters make."""
    first, last = min(one.line for one in letters), max(one.line for one in letters)
    runs = [[*run] for blank, run in groupby(range(first, last + 1), lambda at: lines[at].blank) if blank]
    return {run[0] for run in runs if len(run) >= _TALL}
