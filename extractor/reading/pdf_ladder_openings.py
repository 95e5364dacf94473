"""The header of a table that the foot of a page parts from its rows: two rules with the names of the columns between them.

Shorter rules may stand between the two, below headings over several columns.
"""

from collections.abc import Sequence
from itertools import pairwise
from typing import Final

from extractor.reading.column_lines import HEADER_WORDS
from extractor.reading.document import Box
from extractor.reading.pdf_edges import SNAP, merge_edges
from extractor.reading.pdf_grids import Lattice
from extractor.reading.pdf_ladder_cells import Rung, merged_cells, text_runs
from extractor.reading.pdf_lines import group_lines
from extractor.reading.pdf_page import Edge, Word

_LEAST_COLUMNS: Final = 3
_MOST_LINES: Final = 4
_KNOWN: Final = 0.6
"""Share of the words between the rules that are words of headers."""


def find_opening(
    edges: Sequence[Edge], words: Sequence[Word], taken: Sequence[Box], width: float, fills: Sequence[Box] = ()
) -> Lattice | None:
    """The header that stands alone between the last two long rules of a page, None where there is none.

    ``edges`` are the rules outside other tables, ``taken`` the areas of those; ``width`` is the least width of the rules, ``fills`` are
    coloured areas. Nothing but a page number may stand below, and the first table of the next page says whether the header is its own.
    """
    rules = sorted((edge for edge in merge_edges(edges) if edge.axis == "h"), key=lambda edge: edge.at)
    below = rules[-1] if rules else None
    alike = [n for n, rule in enumerate(rules[:-1]) if below and _is_alike(rule, below)]
    if below is None or not alike:
        return None
    above, inner = rules[alike[-1]], rules[alike[-1] + 1 : -1]
    within = all(above.start - SNAP <= rule.start and rule.stop <= above.stop + SNAP for rule in inner)
    if not within or below.stop - below.start < width or any(box[3] > above.at + SNAP for box in taken):
        return None
    inside = [word for word in words if word.turn == 0 and above.at < (word.top + word.bottom) / 2 < below.at]
    rest = [word for word in words if word.turn == 0 and (word.top + word.bottom) / 2 > below.at]
    if not inside or any(ch.isalpha() for word in rest for ch in word.text) or not _is_header(inside):
        return None
    borders = _borders(inside)
    if len(borders) + 1 < _LEAST_COLUMNS:
        return None
    xs = [min(above.start, *(word.x0 for word in inside)), *borders, max(above.stop, *(word.x1 for word in inside))]
    heights = sorted({rule.at for rule in inner})
    spans = [tuple((rule.start, rule.stop) for rule in inner if rule.at == at) for at in heights]
    whole = ((xs[0], xs[-1]),)
    rungs = [Rung(above.at, whole), *map(Rung, heights, spans), Rung(below.at, whole)]
    owner, cells = merged_cells(xs, rungs, inside, fills)
    return Lattice(xs, [rung.at for rung in rungs], owner, cells)


def _is_alike(rule: Edge, other: Edge) -> bool:
    return abs(rule.start - other.start) <= SNAP and abs(rule.stop - other.stop) <= SNAP


def _is_header(words: Sequence[Word]) -> bool:
    parts = [part for word in words for part in word.text.lower().strip(".,:;()").split("/")]
    return len(group_lines(words)) <= _MOST_LINES and sum(part in HEADER_WORDS for part in parts) >= _KNOWN * len(parts)


def _borders(words: Sequence[Word]) -> list[float]:
    """The middles of the blanks that part the texts of all lines."""
    columns: list[tuple[float, float]] = []
    for x0, x1 in sorted(text_runs(words)):
        if columns and x0 < columns[-1][1]:
            columns[-1] = columns[-1][0], max(columns[-1][1], x1)
        else:
            columns.append((x0, x1))
    return [(before[1] + after[0]) / 2 for before, after in pairwise(columns)]
