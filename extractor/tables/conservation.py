"""Conservation of digits: every digit token printed inside a table's area must stand in exactly one of its cells."""

import re
from collections import Counter
from collections.abc import Iterable, Sequence

from extractor.reading.document import Grid
from extractor.tables.table import Row

_TOKEN = re.compile(r"\d+")


def tokens(texts: Iterable[str]) -> Counter[str]:
    """How often each run of digits occurs."""
    return Counter(token for text in texts for token in _TOKEN.findall(text))


def difference(grids: Sequence[Grid], kept: Iterable[Row], dropped: Iterable[str]) -> tuple[list[str], list[str]]:
    """(lost, doubled) digit tokens between the printed grids and the table made of them; ``dropped`` are repeated headers."""
    printed = tokens(line.text for grid in grids for row in grid.rows for cell in row.cells for line in cell.lines)
    found = tokens(cell.raw for row in kept for cell in row.cells) + tokens(dropped)
    return sorted((printed - found).elements()), sorted((found - printed).elements())
