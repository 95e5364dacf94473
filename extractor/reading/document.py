"""What is printed and where: the model that every reading backend produces.

A :class:`Document` is a sequence of pages, a page a sequence of blocks in reading order; a block is a
:class:`Line` of running text or a :class:`Grid` of cells. Every line and cell keeps its :class:`Place`.
Nothing here knows what the words mean.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Final, Literal, NamedTuple, TypeAlias

Box: TypeAlias = tuple[float, float, float, float]
"""x0, top, x1, bottom in PDF points, the origin in the upper left corner of the page as it is viewed."""

Origin: TypeAlias = Literal["ruled", "columns", "tab", "layout", "pipe", "html", "strewn"]
"""How a grid was told: drawn lines; aligned words on a PDF page; tabs; blanks of a text layout; markdown; HTML; or guessed, from cells that
stand one below the other."""

Merged: TypeAlias = Literal["left", "above"]


class Place(NamedTuple):
    """Where something is printed: a page and box of a PDF, or the first and last physical line of a text."""

    page: int | None = None
    lines: tuple[int, int] | None = None
    box: Box | None = None

    def union(self, other: "Place") -> "Place":
        """The smallest place that covers both; both must be on the same page (or in the same text)."""
        if self.page != other.page:
            raise ValueError("places on different pages have no union")
        return Place(self.page, _span(self.lines, other.lines), _cover(self.box, other.box))


NOWHERE: Final = Place()


def by_page(places: Iterable[Place]) -> tuple[Place, ...]:
    """One place for each page (or text) that these are on, in their order: the smallest that covers them there."""
    joined: dict[int | None, Place] = {}
    for place in places:
        joined[place.page] = joined[place.page].union(place) if place.page in joined else place
    return tuple(joined.values())


def _span(a: tuple[int, int] | None, b: tuple[int, int] | None) -> tuple[int, int] | None:
    if a is None or b is None:
        return a or b
    return min(a[0], b[0]), max(a[1], b[1])


def _cover(a: Box | None, b: Box | None) -> Box | None:
    if a is None or b is None:
        return a or b
    return min(a[0], b[0]), min(a[1], b[1]), max(a[2], b[2]), max(a[3], b[3])


class Line(NamedTuple):
    """One printed line of text, outside a table or inside a cell."""

    text: str
    place: Place
    gap: float = 0.0
    """Blank space above, in line heights (0 for the next line of a paragraph; a blank line of a text file is 1)."""
    bold: bool = False
    size: float | None = None
    """Font size in points; None in a text file."""
    centred: bool = False


@dataclass(slots=True)
class Cell:
    """One cell of a grid: its printed lines from top to bottom."""

    lines: tuple[Line, ...] = ()
    place: Place = NOWHERE
    merged: Merged | None = None
    """Set where a drawn cell covers several slots and this is not its first one; such a cell has no lines."""
    filled: bool = False
    """True where the cell has a coloured background."""
    close: bool | None = None
    """Whether its lines stand below those of the cell above as the lines of one text do, closer than cells; None where nothing tells."""

    @property
    def raw(self) -> str:
        """The printed lines, joined by a line feed."""
        return "\n".join([line.text for line in self.lines])


@dataclass(slots=True)
class GridRow:
    """One physical row: a drawn row, or one line of a text table."""

    cells: list[Cell]
    place: Place
    header: bool = False
    """True only where the source itself says so (<th>, the rows above a markdown rule), or where words were put back
    into columns under their names."""


@dataclass(slots=True)
class Grid:
    """A table, or the part of one that stands on one page."""

    origin: Origin
    rows: list[GridRow]
    place: Place
    gap: float = 0.0
    edges: tuple[float, ...] = ()
    """x of the column borders from left to right (points or character columns); empty where there are none."""
    confidence: float = 1.0
    guessed: bool = False
    """Whether the converter lost the places of its words, so that which cell they stand in is a guess."""

    @property
    def width(self) -> int:
        return max((len(row.cells) for row in self.rows), default=0)


Block: TypeAlias = Line | Grid


@dataclass(slots=True)
class Page:
    number: int
    """1-based."""
    blocks: list[Block] = field(default_factory=list)
    furniture: list[Line] = field(default_factory=list)
    """Running headers, footers, page numbers and stamps, kept out of the blocks."""
    width: float | None = None
    height: float | None = None
    has_text: bool = True
    notes: list[str] = field(default_factory=list)
    """What a reader should know of this page ("no text layer", "more objects than the limit"), in Indonesian."""


@dataclass(slots=True)
class Document:
    """A report as printed. Pages hold text and places only, so that memory does not grow with images or glyphs."""

    name: str
    """File name without folders."""
    sha256: str
    method: Literal["teks", "pdf", "ocr"]
    pages: list[Page]
    encoding: str | None = None
    notes: list[str] = field(default_factory=list)

    @property
    def id(self) -> str:
        """A short name for references inside the output: the first twelve digits of the content hash."""
        return self.sha256[:12]

    def blocks(self) -> Iterator[tuple[Page, Block]]:
        """All blocks in reading order, each with its page."""
        for page in self.pages:
            for block in page.blocks:
                yield page, block
