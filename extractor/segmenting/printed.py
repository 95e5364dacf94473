"""The lines of a document in one row, as the segmenter looks at them: also those in a box, and tables as one opaque piece."""

import re
from collections.abc import Iterator
from statistics import median
from typing import Final, NamedTuple

from extractor.reading.document import Cell, Document, Grid, GridRow, Line, Origin, Place
from extractor.segmenting.wording import Vocabulary, bulleted, plain, unmarked
from extractor.values.lookalike import mend_lookalikes

_BOX_ROWS: Final = 2
"""A grid with more rows than this is a table, not the box around a heading."""

_NUMBER: Final = re.compile(r"^(?:BAB\s*)?(?:[IVX]{1,5}|[A-Z]|\d{1,2}(?:\s?\.\s?\d{1,2}){1,2})\s?\.?(?:\s|$)")
_UNDRAWN: Final[frozenset[Origin]] = frozenset({"columns", "layout", "tab"})


class Printed(NamedTuple):
    """One printed line that could be (part of) a heading, or a whole table (``rows`` not empty)."""

    block: int
    """Index in ``document.blocks()``."""
    text: str
    place: Place
    gap: float = 0.0
    bold: bool = False
    larger: float = 0.0
    """Font size over the usual size of the document, minus one; 0 where sizes are not known."""
    centred: bool = False
    bullet: bool = False
    first: bool = False
    """First piece of its page."""
    in_table: bool = False
    """A row of one cell in a table without drawn lines."""
    rows: tuple[str, ...] = ()
    words: int = 0

    @property
    def table(self) -> bool:
        return bool(self.rows)


def printed_lines(document: Document, vocabulary: Vocabulary) -> list[Printed]:
    """All lines and tables of a document in reading order; letter-spaced lines are given as words."""
    usual = _usual_size(document)
    result: list[Printed] = []
    page_number = None
    for index, (page, block) in enumerate(document.blocks()):
        first = page.number != page_number
        page_number = page.number
        for piece in _pieces(index, block, usual):
            result.append(piece._replace(text=plain(vocabulary.respaced(piece.text)), first=first))
            first = False
    return result


def _pieces(index: int, block: Line | Grid, usual: float | None) -> Iterator[Printed]:
    if isinstance(block, Line):
        yield _of_line(index, block, usual)
    elif _is_box(block):
        yield from _of_box(index, block, usual)
    else:
        yield from _of_table(index, block, usual)


def _of_line(index: int, line: Line, usual: float | None, gap: float | None = None) -> Printed:
    text, bullet = bulleted(unmarked(mend_lookalikes(line.text)))
    larger = line.size / usual - 1 if line.size and usual else 0.0
    return Printed(
        index, text, line.place, line.gap if gap is None else gap, line.bold, larger, line.centred, bullet, words=len(text.split())
    )


def _is_box(grid: Grid) -> bool:
    """A grid that frames a heading: one or two rows, each with lines in one cell or one line per cell."""
    return len(grid.rows) <= _BOX_ROWS and all(_box_row(_filled(row.cells)) for row in grid.rows)


def _box_row(cells: list[Cell]) -> bool:
    return len(cells) <= 1 or (len(cells) == 2 and len(cells[0].lines) == 1 and len(cells[0].raw) <= 8)


def _filled(cells: list[Cell]) -> list[Cell]:
    return [cell for cell in cells if cell.lines]


def _of_box(index: int, grid: Grid, usual: float | None) -> Iterator[Printed]:
    gap = grid.gap
    for row in grid.rows:
        for line in _row_lines(_filled(row.cells)):
            yield _of_line(index, line, usual, gap)
            gap = 0.0


def _row_lines(cells: list[Cell]) -> list[Line]:
    """The lines of a row; a narrow first cell (the number of the heading) goes before the first line of the second."""
    if len(cells) < 2:
        return [line for cell in cells for line in cell.lines]
    number, (head, *rest) = cells[0].lines[0], cells[1].lines
    place = number.place.union(head.place)
    return [Line(f"{number.text} {head.text}", place, head.gap, number.bold and head.bold, head.size, head.centred), *rest]


def _of_table(index: int, grid: Grid, usual: float | None) -> Iterator[Printed]:
    """A table in one piece, but where no lines are drawn a row that could be a heading stands alone: text may have slipped in."""
    rows: list[GridRow] = []
    for row in grid.rows:
        line = _slipped_in(_filled(row.cells)) if grid.origin in _UNDRAWN else None
        if line is None:
            rows.append(row)
            continue
        if rows:
            yield _table_piece(index, grid, rows)
        yield _of_line(index, line, usual)._replace(in_table=True)
        rows = []
    if rows:
        yield _table_piece(index, grid, rows)


def _slipped_in(cells: list[Cell]) -> Line | None:
    """The text of a row of one line per cell, where it is one cell or a number and its title cut at blanks."""
    if not cells or any(len(cell.lines) != 1 for cell in cells):
        return None
    first = cells[0].lines[0]
    if len(cells) > 1 and not (_NUMBER.match(first.text) and all(cell.lines[0].bold == first.bold for cell in cells)):
        return None
    if len(cells) > 2 and not first.bold:
        return None
    place = first.place.union(cells[-1].lines[0].place)
    return first._replace(text=" ".join(cell.lines[0].text for cell in cells), place=place)


def _table_piece(index: int, grid: Grid, rows: list[GridRow]) -> Printed:
    texts = tuple("\t".join(plain(cell.raw) for cell in row.cells) for row in rows)
    return Printed(index, "", rows[0].place, grid.gap, rows=texts, words=sum(len(text.split()) for text in texts))


def _usual_size(document: Document) -> float | None:
    sizes = [block.size for _, block in document.blocks() if isinstance(block, Line) and block.size for _ in block.text.split()]
    return median(sizes) if sizes else None
