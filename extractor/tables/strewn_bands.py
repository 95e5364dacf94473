"""Lines over the whole width of a table that name the outcome of the rows below them: "Sasaran 1. Meningkatnya …".

Such a band stands in no column; it is the merged cell of a column that the header does not name.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Final

from extractor.reading.document import Block, Line
from extractor.values.starts import INDIKATOR

_BAND: Final = re.compile(r"((?:Sasaran|Tujuan)(?: [A-Z]\w+)?) ?\d{1,2} ?[:.] ?(?=[A-Z])")
_ENDED: Final = re.compile(r"[.:;]$")
_MOST_LINES: Final = 3
"""Lines of a cell in a wide column at most."""


def band_of(text: str) -> tuple[str, str] | None:
    """The word with which a band begins and the outcome that it names; None for any other text."""
    match = _BAND.match(text)
    return (match[1], text[match.end() :]) if match else None


def wide_cells(blocks: Sequence[Block]) -> Iterator[int]:
    """The lines that are long enough for prose, but are bands, or an indicator that is a block of its own and no sentence."""
    starts = [at for at, block in enumerate(blocks) if at == 0 or not isinstance(block, Line) or block.gap > 0]
    for start, stop in pairwise([*starts, len(blocks)]):
        lines = [block.text for block in blocks[start:stop] if isinstance(block, Line)]
        bands = [text for text in lines if band_of(text)]
        cells = [text for text in lines if not band_of(text)]
        named = bool(cells) and INDIKATOR.match(cells[0]) is not None and " " in cells[0]
        if len(lines) == stop - start and len(cells) <= _MOST_LINES and not _ENDED.search(lines[-1]) and (bands or named):
            yield from range(start, stop)
