"""Words and lines with their places, as the search for borderless tables takes them."""

from dataclasses import dataclass
from typing import NamedTuple

from extractor.reading.document import Grid, Place


class PlacedWord(NamedTuple):
    """A word and its box; the unit is the caller's (points or character columns)."""

    text: str
    x0: float
    x1: float
    top: float
    bottom: float


class PlacedLine(NamedTuple):
    """One printed line: its words from left to right. ``gap`` is the blank space above, in line heights.

    ``stood`` is true for a line of a header with upright words, of which the order from left to right says more than the places.
    """

    words: tuple[PlacedWord, ...]
    place: Place
    gap: float
    bold: bool = False
    size: float | None = None
    stood: bool = False
    borders: tuple[float, ...] = ()
    """Where borders of drawn cells run between its words."""


@dataclass(frozen=True, slots=True)
class GridSpan:
    """The lines ``[start, stop)`` form ``grid``, one row per line."""

    start: int
    stop: int
    grid: Grid
