"""Texts that a report holds as whole cells: reports name the same programmes, activities and indicators in many tables.

Where several names stand in one drawn cell, those that are cells of their own elsewhere tell where one ends and the next begins.
"""

import re
from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cached_property
from itertools import islice
from typing import Final

from extractor.reading.document import Block, Cell, Document, Grid, GridRow

_WORDS: Final = re.compile(r"[^\W_]+")
_CODE: Final = re.compile(r"^(?:[A-Za-z0-9]{0,6}[.\d][\w.]*|\([^)]*\))\s+")
"""A budget code or a number before a name."""
_TOP: Final = 3
"""Rows at the top of a page that may be a header and the rest of a row of the page before."""
_LEAST: Final = 12
"""Letters and digits that tell one name from another at least."""


class Names:
    """The texts of all cells of a document, gathered when they are first asked for."""

    def __init__(self, cells: Callable[[], Iterable[Cell]] = tuple) -> None:
        self._cells = cells

    @classmethod
    def of(cls, document: Document) -> "Names":
        """Those of all grids of a document but in rows that a page break may cut."""
        return cls(lambda: (cell for page in document.pages for row in _whole_rows(page.blocks) for cell in row.cells))

    @cached_property
    def _known(self) -> frozenset[str]:
        return frozenset(key for cell in self._cells() if len(key := _key([line.text for line in cell.lines])) >= _LEAST)

    @cached_property
    def _openings(self) -> frozenset[str]:
        return frozenset(key[:_LEAST] for key in self._known)

    def _may_begin(self, texts: Sequence[str]) -> bool:
        """Whether a name may begin with the first of these lines, as the letters tell at once that none does with most."""
        whole = " ".join(texts)
        return _CODE.match(whole) is not None or "".join(islice(filter(str.isalnum, whole.lower()), _LEAST)) in self._openings

    def parts(self, texts: Sequence[str]) -> list[tuple[int, int]]:
        """First and end of the lines of each name, where all the lines are several names of the report; nothing where they are not.

        A name may be part of a longer one, so that one among other words tells nothing.
        """
        if not self._may_begin(texts):
            return []
        at = [first for first in range(len(texts)) if self._may_begin(texts[first:])]
        best: list[tuple[int, int, list[tuple[int, int]]]] = [(0, 0, [])]
        for stop in range(1, len(texts) + 1):
            options = [(*best[stop - 1][:2], best[stop - 1][2])]
            for first in at[: bisect_left(at, stop)]:
                if stop - first < len(texts) and _key(texts[first:stop]) in self._known:
                    told, fewer, parts = best[first]
                    options.append((told + stop - first, fewer - 1, [*parts, (first, stop)]))
            best.append(max(options, key=lambda option: option[:2]))
        return best[-1][2] if best[-1][0] == len(texts) else []


NONE: Final = Names()
"""Of a report that names nothing twice."""


def _whole_rows(blocks: Sequence[Block]) -> Iterator[GridRow]:
    for at, block in enumerate(blocks):
        if isinstance(block, Grid):
            yield from block.rows[0 if at else _TOP : len(block.rows) - (at + 1 == len(blocks))]


def _letters(text: str) -> str:
    return "".join(_WORDS.findall(text.lower()))


def _key(texts: Sequence[str]) -> str:
    return _letters(_CODE.sub("", " ".join(texts)))
