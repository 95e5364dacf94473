"""What a PDF backend gives for one page: words, ruling lines and coloured areas, in viewed orientation."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Final, Literal, NamedTuple, Protocol

from extractor.reading.document import Box

_EDGE: Final = 1.0
"""Points from the edge of the sheet within which a colour reaches it."""


class Edge(NamedTuple):
    """A ruling line or one side of a drawn rectangle. ``at`` is its x (vertical) or y (horizontal), in points."""

    axis: Literal["h", "v"]
    at: float
    start: float
    stop: float


@dataclass(slots=True)
class Word:
    """Characters printed without a blank between them. ``turn`` is the number of quarter turns clockwise they are rotated by."""

    text: str
    x0: float
    top: float
    x1: float
    bottom: float
    index: int
    """Where the word begins among the page's characters, in the backend's own count."""
    turn: int = 0
    apart: bool = False
    """True where a blank is printed before the word though no gap shows it (a font with wrong widths)."""


class Style(NamedTuple):
    """How a word is set: bold or not, font size in points (0 where it is unknown)."""

    bold: bool
    size: float


@dataclass(frozen=True, slots=True)
class Limits:
    """What a document, and one page of it, may hold before the rest is given up."""

    pages: int = 10_000
    pages_at_once: int = 100
    """Pages after which the file is opened anew: PDFium keeps of every page what it has parsed."""
    characters: int = 200_000
    objects: int = 60_000
    edges: int = 40_000
    segments: int = 4_000
    """Segments of one path; a longer path is a drawing, not a ruling."""
    nesting: int = 6
    """Forms inside forms."""


@dataclass(slots=True)
class PageContent:
    """One page as the backend sees it. ``glyphs`` and ``style`` may be called only while the page is open."""

    width: float
    height: float
    words: list[Word]
    edges: list[Edge]
    glyphs: Callable[[Word], list[Word]]
    """The characters of a word, each with its own box."""
    style: Callable[[Word], Style]
    fills: list[Box] = field(default_factory=list)
    """Areas with a background other than white."""
    shade_edges: list[Edge] = field(default_factory=list)
    """The sides of such areas where no line is drawn; ``edges`` holds drawn lines only."""
    slanted: list[Word] = field(default_factory=list)
    """Words at an angle that is no quarter turn: stamps and watermarks."""
    image_share: float = 0.0
    """Share of the page that images cover, 0 to 1."""
    objects: int = 0
    unmapped: float = 0.0
    """Share of the characters, 0 to 1, for which the font names no letter."""
    hidden: bool = False
    """True where the text is invisible, as in a scan with a recognised text layer."""
    notes: list[str] = field(default_factory=list)


def bleeds(box: Box, height: float) -> bool:
    """Whether a coloured area runs on over the upper or lower edge of the sheet (``height`` in points): a ground, no cell of a table."""
    return box[1] <= _EDGE or box[3] >= height - _EDGE


class PageSource(Protocol):
    """An open PDF. A page's content lives only until the next one is asked for."""

    def __len__(self) -> int:
        """Number of pages."""

    def content(self, index: int) -> PageContent:
        """The page with this 0-based index.

        Raises OSError, ValueError or RuntimeError where the page is broken.
        """

    def close(self) -> None:
        """Release the file."""
