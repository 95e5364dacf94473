"""Pages whose content lies on its side though the page itself is not rotated."""

from collections.abc import Callable
from dataclasses import replace
from typing import Final

from extractor.reading.document import Block, Box, Cell, Grid, GridRow, Line, Page, Place
from extractor.reading.pdf_frame import turn_box
from extractor.reading.pdf_page import Edge, PageContent, Word

_MOST: Final = 0.8
_LEAST_WORDS: Final = 3


def page_turn(content: PageContent) -> int:
    """Quarter turns clockwise that most of a page's text is rotated by, 0 for an upright page."""
    letters = [0, 0, 0, 0]
    for word in content.words:
        letters[word.turn] += len(word.text)
    turn = max(range(4), key=lambda number: letters[number])
    enough = len(content.words) >= _LEAST_WORDS and letters[turn] >= _MOST * sum(letters)
    return turn if enough else 0


def upright(content: PageContent, turn: int) -> PageContent:
    """The page turned so that text rotated by ``turn`` quarter turns reads from left to right."""
    back = (4 - turn) % 4
    width, height = content.width, content.height

    def box(old: Box) -> Box:
        return turn_box(old, back, width, height)

    def word(old: Word) -> Word:
        return Word(old.text, *box((old.x0, old.top, old.x1, old.bottom)), old.index, (old.turn - turn) % 4)

    def glyphs(new: Word) -> list[Word]:
        old = Word(new.text, new.x0, new.top, new.x1, new.bottom, new.index, (new.turn + turn) % 4)
        return [word(char) for char in content.glyphs(old)]

    return replace(
        content,
        width=height if turn % 2 else width,
        height=width if turn % 2 else height,
        words=[word(old) for old in content.words],
        slanted=[word(old) for old in content.slanted],
        edges=[_edge(edge, box) for edge in content.edges],
        shade_edges=[_edge(edge, box) for edge in content.shade_edges],
        fills=[box(fill) for fill in content.fills],
        glyphs=glyphs,
    )


def _edge(edge: Edge, turn: Callable[[Box], Box]) -> Edge:
    if edge.axis == "h":
        x0, top, x1, bottom = turn((edge.start, edge.at, edge.stop, edge.at))
    else:
        x0, top, x1, bottom = turn((edge.at, edge.start, edge.at, edge.stop))
    return Edge("h", top, x0, x1) if x1 - x0 >= bottom - top else Edge("v", x0, top, bottom)


def place_back(page: Page, turn: int, width: float, height: float) -> Page:
    """The page with every place as it is viewed; ``width`` and ``height`` are those of the turned page in points."""

    def place(old: Place) -> Place:
        return old if old.box is None else old._replace(box=turn_box(old.box, turn, width, height))

    def line(old: Line) -> Line:
        return old._replace(place=place(old.place))

    def cell(old: Cell) -> Cell:
        return replace(old, lines=tuple(line(one) for one in old.lines), place=place(old.place))

    def block(old: Block) -> Block:
        if isinstance(old, Line):
            return line(old)
        rows = [GridRow([cell(one) for one in row.cells], place(row.place), row.header) for row in old.rows]
        return Grid(old.origin, rows, place(old.place), old.gap, old.edges, old.confidence)

    return replace(
        page,
        blocks=[block(one) for one in page.blocks],
        furniture=[line(one) for one in page.furniture],
        width=page.height if turn % 2 else page.width,
        height=page.width if turn % 2 else page.height,
    )
