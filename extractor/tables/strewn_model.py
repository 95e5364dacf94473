"""What a text in reading order is taken apart into: columns that a header names, and pieces that belong into them."""

from dataclasses import dataclass

from extractor.reading.document import Line
from extractor.tables.spec import Role


@dataclass(frozen=True, slots=True)
class Lost:
    """A column whose place on the page is lost: what it holds, the printed words of its header, and whether its cells span rows."""

    role: Role
    header: str
    spans: bool = False
    attached: bool = False
    """Of a second table whose cells are read between those of the first one."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A line of text, or a part of one, that stands in one cell."""

    text: str
    line: Line
    opens: bool
    """First of a block: a blank line stands above it."""
    inline: bool = False
    """Not the first of its line."""
    column: int | None = None
    """The column that it heads, where it is the (last line of the) header of one, or in which it begins a cell, where that is sure."""
    heads: bool = False
    """Part of the header, or a column number."""
    room: int = 0
    """1 where its first word would have fitted on the line above in its block, -1 where it would not, 0 where that is not known."""
    more: tuple[Line, ...] = ()
    """Other lines that held parts of its text."""


@dataclass(frozen=True, slots=True)
class Dealt:
    """The pieces of a table, each with its column and its row; pieces that belong nowhere have none."""

    places: tuple[tuple[int, int] | None, ...]
    rows: int
    score: float
    """Evidence per piece."""
