"""Lines of a text report with the words of the evidence marked."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

AROUND = 2
"""Lines that are shown before and after."""
APART = 8
"""Evidence that is further apart than so many lines is shown apart."""
LONGEST = 600
"""Characters of a line that are shown."""


class Quoted(NamedTuple):
    """A piece of evidence in a text."""

    lines: tuple[int, int]
    """First and last."""
    number: int
    """Which piece of its finding, from 1: the first is what is stated."""
    raw: str
    before: int = 0
    """How often the same text stands to the left in the same row."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A part of a line; ``number`` is that of the evidence that it is, 0 for none."""

    text: str
    number: int = 0


@dataclass(frozen=True, slots=True)
class Line:
    """A physical line."""

    number: int
    pieces: tuple[Piece, ...]
    named: bool
    """Whether the evidence names this line."""


@dataclass(frozen=True, slots=True)
class Excerpt:
    """Lines that stand together."""

    lines: tuple[Line, ...]
    numbers: tuple[int, ...]


def excerpts(lines: Mapping[int, str], pieces: Iterable[Quoted]) -> Iterator[Excerpt]:
    """The lines around the evidence of one document, from top to bottom."""
    groups: list[list[Quoted]] = []
    for entry in sorted(pieces):
        if groups and entry.lines[0] - max(other.lines[1] for other in groups[-1]) <= APART:
            groups[-1].append(entry)
        else:
            groups.append([entry])
    for group in groups:
        first, last = group[0].lines[0], max(entry.lines[1] for entry in group)
        shown = range(first - AROUND, last + AROUND + 1)
        made = tuple(_line(number, lines[number], group) for number in shown if number in lines)
        yield Excerpt(made, tuple(sorted({entry.number for entry in group})))


def _line(number: int, text: str, group: Sequence[Quoted]) -> Line:
    here = [entry for entry in group if entry.lines[0] <= number <= entry.lines[1]]
    return Line(number, _marked(text.replace("\t", "  │  ")[:LONGEST], here), bool(here))


def _marked(text: str, wanted: Sequence[Quoted]) -> tuple[Piece, ...]:
    """The line cut at the evidence."""
    spans: list[tuple[int, int, int]] = []
    for entry in wanted:
        words = [re.escape(word) for word in entry.raw.split()]
        if not words:
            continue
        pattern = rf"(?<![\w.,]){'[ │]*'.join(words)}(?!\w)"
        hits = [match.span() for match in re.finditer(pattern, text)]
        wished = hits[min(entry.before, len(hits) - 1) :] + hits
        free = (hit for hit in wished if not any(hit[0] < end and start < hit[1] for start, end, _ in spans))
        spans += [(start, end, entry.number) for start, end in list(free)[:1]]
    made, at = [], 0
    for start, end, number in sorted(spans):
        made += [Piece(text[at:start]), Piece(text[start:end], number)]
        at = end
    return tuple(piece for piece in (*made, Piece(text[at:])) if piece.text)
