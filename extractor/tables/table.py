"""A whole table: its parts joined over pages, one list per logical row, its columns named."""

from dataclasses import dataclass, field
from typing import Literal, TypeAlias

from extractor.reading.document import Cell, Line, Place
from extractor.tables.profile import is_total_label

RowRole = Literal["data", "group", "total", "index"]
"""data; a label over the rows that follow; a sum row; the row of column numbers "(1) (2) (3)"."""


@dataclass(slots=True)
class TableCell:
    """A logical cell. ``text`` is mended (wrapped words joined), ``raw`` keeps the printed line breaks."""

    text: str = ""
    raw: str = ""
    places: tuple[Place, ...] = ()
    filled_down: bool = False
    """True where the text was taken from the merged cell above."""

    @classmethod
    def of(cls, cell: Cell, text: str) -> "TableCell":
        return cls(text, cell.raw, (cell.place,) if cell.lines else ())


@dataclass(slots=True)
class Row:
    cells: list[TableCell]
    places: tuple[Place, ...]
    """One place per page the row stands on."""
    role: RowRole = "data"

    def total_label(self) -> str:
        """ "JUMLAH", also where the label is cut over the first two cells; "" where the row is no sum row."""
        filled = [c.text for c in self.cells if c.text]
        for label in (*filled[:3], "".join(filled[:2])):
            if is_total_label(label):
                return label
        return ""

    def text(self, column: int | None) -> str:
        return "" if column is None or column >= len(self.cells) else self.cells[column].text


@dataclass(slots=True)
class Column:
    """What a column holds."""

    index: int
    header: str
    """The header texts above it from top to bottom, joined by a blank."""
    role: str | None = None
    year: int | None = None
    confidence: float = 0.0


@dataclass(slots=True)
class Table:
    """``rows`` are logical rows without repeated headers, in printed order."""

    id: str
    header: list[Row]
    rows: list[Row]
    columns: list[Column]
    places: tuple[Place, ...]
    """One place per page the table stands on."""
    kind: str = "lain"
    confidence: float = 0.0
    guessed: bool = False
    """Whether the converter lost its columns, so that which cell stands in which is a guess."""
    rival: str = ""
    """The kind that it would have been otherwise."""
    number: str = ""
    """"3.2" of "Tabel 3.2"."""
    title: str = ""
    year: int | None = None
    before: tuple[Line, ...] = ()
    """The lines of text between the table before (or the heading) and this one, nearest last."""
    after: tuple[Line, ...] = ()
    """The lines of text up to the next table, nearest first."""
    notes: list[str] = field(default_factory=list)
    block: int = 0
    """Index of its first block in ``document.blocks()``."""

    def column(self, role: str, year: int | None = None) -> int | None:
        """Index of the column with this role (and year), or None."""
        return next((c.index for c in self.columns if c.role == role and (year is None or c.year == year)), None)


Item: TypeAlias = Line | Table
"""What a document is once its grids are assembled: lines of text and whole tables, in reading order (the *flow*)."""
