"""Borders of columns that rules show beside a line: where the pieces of the rules above and below it meet at one place.

Each cell of a header has its own border. Its names then stand in cells of their own, however near to each other, although no
vertical line is drawn; a name over several columns has a rule of one piece above it.
"""

from collections.abc import Iterable, Sequence
from typing import Final

from extractor.reading.document import Box
from extractor.reading.pdf_edges import SNAP, merge_edges
from extractor.reading.pdf_ladder_cells import Rung
from extractor.reading.pdf_ladders import breaks_of, rungs_of
from extractor.reading.pdf_page import Edge

_LEAST: Final = 3
"""Places on both rules where pieces meet, from which they are those of one table."""
_TALLEST: Final = 6.0
"""Heights of the line from the rule above it to the one below, at most: a row of a header."""


def broken_rules(edges: Iterable[Edge]) -> list[Rung]:
    """The levels of rules that are put together from pieces, from top to bottom."""
    level = [edge for edge in edges if edge.axis == "h"]
    rules = [edge for edge in merge_edges(level) if edge.axis == "h"]
    return [rung for rung in rungs_of(rules, breaks_of(level, rules)) if len(rung.breaks) >= _LEAST]


def borders_beside(box: Box, rules: Sequence[Rung]) -> tuple[float, ...]:
    """Where borders run through a line; nothing where it does not stand closely between two rules of one table."""
    middle = (box[1] + box[3]) / 2
    above = next((rung for rung in reversed(rules) if rung.at <= middle), None)
    below = next((rung for rung in rules if rung.at > middle), None)
    if above is None or below is None or below.at - above.at > _TALLEST * (box[3] - box[1]):
        return ()
    common = [x for x in above.breaks if any(abs(x - other) <= SNAP for other in below.breaks)]
    return tuple(x for x in common if box[0] < x < box[2]) if len(common) >= _LEAST else ()
