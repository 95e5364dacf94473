"""Reports as a converter or a PDF backend would print them, written out in a test; and tables as plain lists."""

from hashlib import sha256

from extractor.reading.document import Box, Cell, Document, Grid, GridRow, Line, Page, Place
from extractor.reading.text import page_blocks
from extractor.reading.text_lines import split_pages
from extractor.records.registry import SPECS
from extractor.segmenting import segment
from extractor.tables.build import build_tables
from extractor.tables.table import Item, Table

HEIGHT, PITCH, COLUMN = 10.0, 12.0, 100.0
"""Height of a printed line, distance of lines, width of a column, in points."""


def text_document(text: str) -> Document:
    """A text report: tabs part cells, a form feed begins a page."""
    pages = [Page(n, page_blocks(lines)) for n, lines in enumerate(split_pages(text), start=1)]
    return Document("laporan.txt", sha256(text.encode()).hexdigest(), "teks", pages)


def drawn_grid(rows: list[str], page: int = 1, top: float = 100.0) -> Grid:
    """A grid of drawn cells: " | " parts the cells of a row, " / " the printed lines of a cell."""
    drawn, y = [], top
    for row in rows:
        texts = [[part.strip() for part in cell.split(" / ") if part.strip()] for cell in row.split("|")]
        bottom = y + PITCH * max(1, *(len(t) for t in texts))
        drawn.append(
            GridRow(
                [_cell(t, (COLUMN * c, y, COLUMN * (c + 1), bottom), page) for c, t in enumerate(texts)], _place(page, y, bottom, texts)
            )
        )
        y = bottom
    width = max(len(row.cells) for row in drawn)
    return Grid("ruled", drawn, Place(page, box=(0, top, COLUMN * width, y)), edges=tuple(COLUMN * c for c in range(width + 1)))


def _place(page: int, top: float, bottom: float, cells: list[list[str]]) -> Place:
    return Place(page, box=(0, top, COLUMN * len(cells), bottom))


def _cell(lines: list[str], box: Box, page: int) -> Cell:
    printed = (
        Line(t, Place(page, box=(box[0] + 2, box[1] + PITCH * n, box[2] - 2, box[1] + PITCH * n + HEIGHT))) for n, t in enumerate(lines)
    )
    return Cell(tuple(printed), Place(page, box=box))


def aligned_grid(rows: list[str], edges: tuple[float, ...], first: int = 1) -> Grid:
    """A table of columns aligned by blanks: every string is a printed line, " | " parts its cells; ``edges`` are character columns."""
    built = []
    for number, row in enumerate(rows, start=first):
        place = Place(lines=(number, number))
        texts = [text.strip() for text in row.split("|")]
        built.append(GridRow([Cell((Line(t, place),) if t else (), place) for t in texts], place))
    return Grid("layout", built, built[0].place.union(built[-1].place), edges=edges)


def aligned_document(*pages: list[str | tuple[tuple[float, ...], list[str]]]) -> Document:
    """A text with aligned tables: each page a list of lines of text (strings) and tables (edges and rows)."""
    built, number = [], 1
    for page, blocks in enumerate(pages, start=1):
        built.append(Page(page))
        for block in blocks:
            if isinstance(block, str):
                built[-1].blocks.append(Line(block, Place(lines=(number, number))))
                number += 1
            else:
                built[-1].blocks.append(aligned_grid(block[1], block[0], number))
                number += len(block[1])
    return Document("laporan.txt", sha256(repr(pages).encode()).hexdigest(), "teks", built)


def drawn_document(*pages: list[str | list[str]]) -> Document:
    """A PDF: each page a list of lines of text (strings) and drawn grids (lists of rows)."""
    built = []
    for number, blocks in enumerate(pages, start=1):
        page, y = Page(number, width=595, height=842), 60.0
        for block in blocks:
            if isinstance(block, str):
                page.blocks.append(Line(block, Place(number, box=(70, y, 500, y + HEIGHT))))
                y += PITCH
            else:
                grid = drawn_grid(block, number, y)
                page.blocks.append(grid)
                y = (grid.place.box or (0, 0, 0, y))[3] + PITCH
        built.append(page)
    return Document("laporan.pdf", sha256(repr(pages).encode()).hexdigest(), "pdf", built)


def flow(document: Document | str) -> list[Item]:
    """Lines and tables of a report in reading order, kinds recognised."""
    read = text_document(document) if isinstance(document, str) else document
    return build_tables(read, SPECS, segment(read))


def tables(document: Document | str) -> list[Table]:
    return [item for item in flow(document) if isinstance(item, Table)]


def only_table(document: Document | str) -> Table:
    """The one table that the report holds."""
    found = tables(document)
    assert len(found) == 1, [body(t) for t in found]
    return found[0]


def body(table: Table) -> list[list[str]]:
    """The cells of the logical rows."""
    return [[cell.text for cell in row.cells] for row in table.rows]


def head(table: Table) -> list[list[str]]:
    """The cells of the header rows."""
    return [[cell.text for cell in row.cells] for row in table.header]


def tabbed(*rows: str) -> str:
    """Rows with bars between the cells as tab-separated lines."""
    return "\n".join("\t".join(cell.strip() for cell in row.split("|")) for row in rows)
