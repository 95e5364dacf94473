"""The row of column numbers below a header, where it is strewn as well: "(1)", "(2)" or bare "1", "2"."""

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import Final

from extractor.reading.document import Line
from extractor.tables.profile import looks

_INDEX: Final = re.compile(r"\((\d{1,2})\)")
_DIGITS: Final = 3
_LEAST_RUN: Final = 2
_UNSEEN: Final = 2
"""Column numbers that may be missing."""
_COUNTED: Final = re.compile(r"\d{1,2}\.?|[A-H]\.?")


def index_of(text: str) -> int | None:
    """The number of a column in brackets: "(3)"."""
    match = _INDEX.fullmatch(text.strip())
    return int(match[1]) if match else None


def bare_index(lines: Sequence[Line], labels: Collection[int], columns: int, *, numbered: bool = True) -> dict[int, int]:
    """The lines that are bare column numbers: line -> number; none where most are missing.

    ``labels`` are the lines of the header; ``numbered`` says that one of its columns counts the rows.
    """
    whole = _in_header(lines, labels, columns, numbered)
    if whole:
        return whole
    found = _in_runs(lines, labels, columns, numbered)
    for at, number in _beside(lines, labels, columns).items():
        if number not in found.values():
            found[at] = number
    return found


def _number(line: Line) -> int:
    return int(line.text) if line.text.isdecimal() and len(line.text) < _DIGITS else 0


def _in_header(lines: Sequence[Line], labels: Collection[int], columns: int, numbered: bool) -> dict[int, int]:
    """The numbers among the header words where they are just those of the columns; the rows are counted elsewhere or not at all."""
    if not labels:
        return {}
    found = {at: _number(lines[at]) for at in range(min(labels), max(labels) + 1) if at not in labels and _number(lines[at])}
    last, at = max(found.values(), default=0), max(labels) + 1
    while at < len(lines) and _number(lines[at]) == last + 1:
        found[at] = last = last + 1
        at += 1
    whole = sorted(found.values()) == list(range(1, last + 1)) and columns <= last <= columns + 1
    counted = not numbered or _are_rows_counted(lines, found)
    return found if whole and last > _LEAST_RUN and counted else {}


def _are_rows_counted(lines: Sequence[Line], found: Mapping[int, int]) -> bool:
    """Whether other numbers or letters count the rows: from the first one on, or on from a page before: others than those found.

    These may be the same as some of those: a second page begins with row 2, below the numbers of its columns.
    """
    marks = [line.text.rstrip(".") for at, line in enumerate(lines) if at not in found and _COUNTED.fullmatch(line.text)]
    numbers = {int(mark) for mark in marks if mark.isdecimal()}
    letters = {ord(mark) for mark in marks if not mark.isdecimal()}
    if 1 in numbers or any(letter + 1 in letters for letter in letters):
        return True
    again = any({number, number + 1, number + 2} <= numbers for number in numbers)
    return bool(numbers) and (again or min(numbers) > max(found.values(), default=0) + 1)


def _in_runs(lines: Sequence[Line], labels: Collection[int], columns: int, numbered: bool) -> dict[int, int]:
    """Numbers that stand one after the other, each as a block of its own; the rows are counted elsewhere, or not at all."""
    found: dict[int, int] = {}
    for run in _runs(lines):
        if len(run) >= _LEAST_RUN or run[0] - 1 in labels or run[0] - 1 in found:
            numbers = {at: _number(lines[at]) for at in run}
            if not set(numbers.values()) & set(found.values()) and max(numbers.values()) <= columns + 1:
                found.update(numbers)
    counted = _are_rows_counted(lines, found) if numbered else set(found.values()) == set(range(1, columns + 1))
    return found if counted and len(found) >= max(_LEAST_RUN + 1, columns - _UNSEEN) and 1 in found.values() else {}


def _runs(lines: Sequence[Line]) -> Iterator[list[int]]:
    """Lines that are numbers, each a block of its own, as long as they count on."""
    run: list[int] = []
    for at, line in enumerate(lines):
        number, opens = _number(line), at == 0 or line.gap > 0
        if run and number == _number(lines[run[-1]]) + 1 and opens and run[-1] == at - 1:
            run.append(at)
            continue
        if run and (run[-1] + 1 == len(lines) or lines[run[-1] + 1].gap or len(run) == 1):
            yield run
        elif run:
            yield run[:-1]
        run = [at] if number else []
    if run:
        yield run


def _beside(lines: Sequence[Line], labels: Collection[int], columns: int) -> dict[int, int]:
    """Numbers below a header or above a column: "2" above the texts of the second one."""
    found: dict[int, int] = {}
    for at, line in enumerate(lines):
        number = _number(line)
        below = at in labels or (at > 0 and at - 1 in labels and not line.gap)
        above = at + 1 < len(lines) and not lines[at + 1].gap and not looks(lines[at + 1].text) & {"ordinal"}
        if 1 < number <= columns + 1 and number not in found.values() and (below or ((at == 0 or line.gap > 0) and above)):
            found[at] = number
    if len(found) < max(2, columns - _UNSEEN):
        return {}
    first = next((at for at, line in enumerate(lines) if line.text == "1" and (at - 1 in labels or at < min(found))), None)
    return found if first is None else {**found, first: 1}
