"""Marks of a schedule that a converter set one blank apart though their columns are wider.

A converter that aligns by blanks sets words near each other on one line as running text: the first one at its place, the others one blank
behind. In a schedule such a run is of neighbouring columns, for a column that is left out makes a wide blank. The row of column numbers
tells where the columns are.
"""

from collections.abc import Sequence
from itertools import pairwise
from typing import Final

from extractor.reading.column_kinds import kind_of
from extractor.reading.placed import PlacedLine, PlacedWord

_LEAST: Final = 6
"""Columns that a row of their numbers numbers at least."""
_OFF: Final = 1.5
"""Characters by which the first mark of a run may stand beside the number of its column."""
_AT_PLACE: Final = 0.9
"""Share of the runs below the numbers that begin at the place of one."""
_MOST_HEAD: Final = 4
"""Lines above the numbers that may name the months."""
_HALF: Final = 0.05
"""Half the width of a moved word in characters: so thin that a wide blank parts it from the next one where the numbers stand close."""

_Run = tuple[int, int]
"""The first word of a run and the one behind its last."""


def with_spread_marks(lines: Sequence[PlacedLine]) -> list[PlacedLine]:
    """The lines of a page, the marks of such runs, and the numbers of the months over them, each over its column's number."""
    found = list(lines)
    rows = [at for at, line in enumerate(lines) if _numbers_columns(line)]
    for row, below in pairwise([*rows, len(lines)]):
        places = [(word.x0 + word.x1) / 2 for word in lines[row].words]
        runs = {at: _runs(lines[at]) for at in range(row + 1, below)}
        firsts = [_column(lines[at], run, places) for at, found_runs in runs.items() for run in found_runs]
        told = [first for first in firsts if first is not None]
        if len(told) < max(_AT_PLACE * len(firsts), 1) or min(told) == 0:  # above the first number stand months, not the numbers of columns
            continue
        for at in range(max(row - _MOST_HEAD, 0), row):
            runs[at] = _months(lines[at])
        for at, found_runs in runs.items():
            for run in found_runs:
                found[at] = _spread(found[at], run, places)
    return found


def _numbers_columns(line: PlacedLine) -> bool:
    return len(line.words) >= _LEAST and [word.text.strip("()") for word in line.words] == [str(n + 1) for n in range(len(line.words))]


def _runs(line: PlacedLine) -> list[_Run]:
    """Two marks or more, each one blank behind the one before."""
    return _gathered(line, [kind_of(word.text) == "tick" for word in line.words])


def _months(line: PlacedLine) -> list[_Run]:
    """Two numbers or more, each one blank behind the one before."""
    return _gathered(line, [word.text.isdecimal() and len(word.text) <= 2 for word in line.words])


def _gathered(line: PlacedLine, wanted: Sequence[bool]) -> list[_Run]:
    runs: list[_Run] = []
    at = 0
    while at < len(wanted):
        stop = at + 1
        while wanted[at] and stop < len(wanted) and wanted[stop] and line.words[stop].x0 - line.words[stop - 1].x1 <= 1:
            stop += 1
        if stop - at > 1:
            runs.append((at, stop))
        at = stop
    return runs


def _column(line: PlacedLine, run: _Run, places: Sequence[float]) -> int | None:
    """The column of a run's first word, if it stands at the place of one and there are enough behind it."""
    first = (line.words[run[0]].x0 + line.words[run[0]].x1) / 2
    nearest = min(range(len(places)), key=lambda column: abs(places[column] - first))
    return nearest if abs(places[nearest] - first) <= _OFF and nearest + run[1] - run[0] <= len(places) else None


def _spread(line: PlacedLine, run: _Run, places: Sequence[float]) -> PlacedLine:
    """The line with the words of a run in neighbouring columns, where it has the room for them."""
    column = _column(line, run, places)
    if column is None:
        return line
    moved = [_at(word, places[column + at]) for at, word in enumerate(line.words[run[0] : run[1]])]
    if run[1] < len(line.words) and moved[-1].x1 >= line.words[run[1]].x0:
        return line
    return line._replace(words=(*line.words[: run[0]], *moved, *line.words[run[1] :]))


def _at(word: PlacedWord, place: float) -> PlacedWord:
    return word._replace(x0=place - _HALF, x1=place + _HALF)
