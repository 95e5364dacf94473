"""A document as numbered lines of text, in the two forms that identification searches: as printed and folded."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from extractor.identity.words import fold
from extractor.reading.document import Document, Grid, Line
from extractor.values.lookalike import mend_lookalikes

FRONT_HEADINGS = ("KATA PENGANTAR", "KATASAMBUTAN", "DAFTAR ISI", "IKHTISAR EKSEKUTIF", "RINGKASAN EKSEKUTIF", "BAB I", "BAB 1")
TITLE_LINES = 60
TITLE_PAGES = 3
CELL_GAP = "  "
"""What stands between two cells of a row."""


class Printed(NamedTuple):
    """One line of text, or one row of a table with its cells side by side."""

    text: str
    page: int
    block: int = 0
    """Number of the block in ``document.blocks()``; of the next one for running headers."""
    table: bool = False
    furniture: bool = False


@dataclass(frozen=True, eq=False)
class Sheet:
    """Made once for a document, and equal to itself alone."""

    lines: Sequence[Printed]

    @classmethod
    def of_text(cls, text: str) -> "Sheet":
        """A sheet of one line."""
        return cls([Printed(text, 1)])

    @cached_property
    def folded(self) -> list[str]:
        """Every line in capitals without punctuation; the same numbers as ``lines``."""
        return fold("\n".join(line.text.replace("\n", " ") for line in self.lines)).split("\n") if self.lines else []

    @cached_property
    def running(self) -> str:
        """All folded lines joined by a blank, so that a name cut over two lines is found."""
        return " ".join(self.folded)

    @cached_property
    def _starts(self) -> list[int]:
        return offsets(self.folded)

    def line_at(self, offset: int) -> int:
        """The number of the line at an offset of ``running``."""
        return bisect_right(self._starts, offset) - 1

    @cached_property
    def title_end(self) -> int:
        """The number of the first line after the cover: of the first front-matter heading, at most ``TITLE_LINES`` in."""
        for number, (line, folded) in enumerate(zip(self.lines, self.folded, strict=True)):
            if number >= TITLE_LINES or line.page > TITLE_PAGES or folded.strip().startswith(FRONT_HEADINGS):
                return number
        return min(len(self.lines), TITLE_LINES)


def offsets(lines: Sequence[str]) -> list[int]:
    """Where each line starts once the lines are joined by one character."""
    starts, position = [], 0
    for line in lines:
        starts.append(position)
        position += len(line) + 1
    return starts


def sheet_of(document: Document) -> Sheet:
    """All lines of a document in reading order, running headers first on each page; letters that look like Latin ones are Latin."""
    return Sheet(list(_printed(document)))


def _printed(document: Document) -> Iterator[Printed]:
    number = 0
    for page in document.pages:
        for line in page.furniture:
            yield Printed(mend_lookalikes(line.text), page.number, number, furniture=True)
        for block in page.blocks:
            if isinstance(block, Line):
                yield Printed(mend_lookalikes(block.text), page.number, number)
            else:
                yield from _rows(block, page.number, number)
            number += 1


def _rows(grid: Grid, page: int, number: int) -> Iterator[Printed]:
    for row in grid.rows:
        cells = (" ".join(line.text for line in cell.lines) for cell in row.cells)
        yield Printed(mend_lookalikes(CELL_GAP.join(cell for cell in cells if cell)), page, number, table=True)
