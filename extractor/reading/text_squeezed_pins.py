"""Figures at the ends of squeezed lines: the same columns in all lines that end alike."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, replace
from statistics import median
from typing import Final

from extractor.reading.column_cells import CURRENCY
from extractor.reading.text_squeezed_words import Word, is_figure, is_index, kind_of_word, width_of

_EMPTY: Final = frozenset("-–—")
_GRADE: Final = 2
_LEAST_RUNS: Final = 3
"""Lines with the same figures at their ends from which these are columns."""
_LEAST_SURE: Final = 2
SLACK: Final = 1.0
"""Cells by which the estimated end of a text may be wrong."""


@dataclass(frozen=True, slots=True)
class _Run:
    """The figures at the end of a line, from the last one to the left: the first word of each, and where it ends as printed."""

    line: int
    firsts: tuple[int, ...]
    ends: tuple[float, ...]
    sure: tuple[bool, ...]


def pinned(lines: Sequence[Sequence[Word]], scale: float) -> list[list[Word]]:
    """The lines, the figures at their ends at the places that all lines with as many of the same kinds allow.

    A figure is never printed left of its place: the column of each ends no further right than the leftmost of them is printed.
    """
    runs: defaultdict[tuple[str, ...], list[_Run]] = defaultdict(list)
    for index, words in enumerate(lines):
        kinds, run = _run(index, words, scale)
        if kinds:
            runs[kinds].append(run)
    result = [list(words) for words in lines]
    for kinds, found in runs.items():
        if len(found) >= _LEAST_RUNS:
            for column in range(len(kinds)):
                _pin(result, found, column, alone=kinds == ("number",))
            _pin_units(result, found)
    return result


def _pin(lines: Sequence[list[Word]], runs: Sequence[_Run], column: int, *, alone: bool) -> None:
    """Put one figure of each run at its place; a lone number is one of the column only where it can stand there."""
    sure = [run.ends[column] for run in runs if run.sure[column]]
    if alone and len(sure) < _LEAST_SURE:
        _pin_below(lines, runs)
        return
    edge = median(sure) if alone else min(run.ends[column] for run in runs)
    for run in runs:
        if not run.sure[column] and (not alone or run.ends[column] >= edge - SLACK):
            first = run.firsts[column]
            word = lines[run.line][first]
            lines[run.line][first] = replace(word, x0=word.x0 - max(run.ends[column] - edge, 0.0), fixed=True)


def _pin_below(lines: Sequence[list[Word]], runs: Sequence[_Run]) -> None:
    """Put lone figures that can stand there below the last column number, which is centred over its column."""
    last = [words[-1].x0 for words in lines if len(words) > 2 and is_index(words)]
    if not last:
        return
    for run in runs:
        first = run.firsts[0]
        word = lines[run.line][first]
        place = last[-1] - (run.ends[0] - word.x0) / 2
        if not word.fixed and place <= word.x0 + SLACK:
            lines[run.line][first] = replace(word, x0=min(place, word.x0), fixed=True)


def _pin_units(lines: Sequence[list[Word]], runs: Sequence[_Run]) -> None:
    """Where signs of per cent stand before the figures as their unit, the words there in other lines are units, too."""
    found = [(lines[run.line], run.firsts[-1] - 1) for run in runs if run.firsts[-1] > 1]
    if sum(words[at].text == "%" for words, at in found) < _LEAST_SURE:
        return
    units = [(words, at) for words, at in found if words[at].text == "%" or (words[at].text.istitle() and words[at].text.isalpha())]
    place = min(words[at].x0 for words, at in units)
    for words, at in units:
        if not words[at].fixed:
            words[at] = replace(words[at], x0=place, fixed=True)


def _run(index: int, words: Sequence[Word], scale: float) -> tuple[tuple[str, ...], _Run]:
    """The kinds of the figures at the end of a line, and where they stand."""
    kinds, firsts, ends = [], [], []
    last = len(words) - 1
    while last > 0:
        at = _figure_before(words, last)
        if at is None:
            break
        amount = any(kind_of_word(word.text) == "amount" for word in words[at : last + 1])
        kinds.append("amount" if amount else "number")
        firsts.append(at)
        ends.append(words[at].x0 + scale * width_of(" ".join(word.text for word in words[at : last + 1])))
        last = at - 1
    return tuple(kinds), _Run(index, tuple(firsts), tuple(ends), tuple(words[first].fixed for first in firsts))


def _figure_before(words: Sequence[Word], last: int) -> int | None:
    """The first word of a figure that ends with this word: its currency, or itself, or the figure of which it is the unit."""
    at = last
    is_unit = words[at].text == "%" or (words[at].text.istitle() and words[at].text.isalpha() and len(words[at].text) > _GRADE)
    if at > 1 and is_unit and kind_of_word(words[at - 1].text) == "number" and not words[at].fixed:
        at -= 1
    if not is_figure(words[at].text) and words[at].text not in _EMPTY:
        return None
    return at - 1 if at > 1 and CURRENCY.match(words[at - 1].text) else at
