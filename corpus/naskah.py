"""A report as data: headings, paragraphs, tables. What it looks like is the matter of the writers."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import TypeAlias

from corpus.printed import Printed


@dataclass(frozen=True, slots=True)
class Heading:
    """``level`` as in the contract: 0 front and back matter, 1 BAB, 2 and 3 below it. ``number`` as a reader would name it: "I", "A"."""

    level: int
    title: str
    number: str = ""
    listed: bool = True
    """Whether the expected JSON names it as a chapter; a mere title of a page is none."""
    lines: tuple[str, ...] = ()
    """The printed lines where they are not the usual ones: another numbering, a slip, number and title on one line."""
    contents: str = ""
    """What the table of contents prints instead of the heading; "-" leaves it out there."""
    contents_shift: int = 0
    """By how many pages the table of contents is wrong."""
    bare: bool = False
    """A mere bold line of the running text, without the space and the colour of a heading."""


@dataclass(frozen=True, slots=True)
class Paragraph:
    text: str
    style: str = ""
    """"", "tengah" or "tebal" (centred, bold and centred), "kiri" (bold, to the left), "catatan" (small: sources, notes)."""


@dataclass(frozen=True, slots=True)
class Items:
    """A list; ``marks`` stand before its items."""

    texts: tuple[str, ...]
    marks: str = "1."
    """"1.", "a.", "1)", "a)", "•" or "-"."""


@dataclass(frozen=True, slots=True)
class Cell:
    """One drawn cell. Slots that a merged cell covers besides its first one hold None."""

    text: str = ""
    down: int = 1
    across: int = 1
    align: str = ""
    """"", "c", "r"."""
    stacked: tuple[str, ...] = ()
    """Several entries one below the other in the same drawn cell, instead of ``text``."""
    bold: bool = False
    rotated: bool = False
    """Set from the bottom to the top."""
    fill: str = ""
    """Colour of the ground as "#rrggbb"."""


Row: TypeAlias = tuple[Cell | None, ...]


@dataclass(frozen=True, slots=True)
class Table:
    head: tuple[Row, ...]
    rows: tuple[Row, ...]
    widths: tuple[float, ...]
    """Share of the page's width, in percent."""
    caption: str = ""
    look: str = "kisi"
    """"kisi": all borders drawn; "garis": horizontal rules only; "kepala": only the header is ruled; "polos": no rules."""
    indexed: bool = False
    """Whether a row of column numbers stands under the header."""
    index_form: str = "({})"
    """How a column number is printed: "({})" or "{}"."""
    kind: str = ""
    """Kind of table as in the contract; "" where the report says nothing about it."""
    repeats: bool = True
    """Whether the header is repeated on every page."""
    caption_below: bool = False
    text_breaks: tuple[int, ...] = ()
    """Rows before which the text form has a page break."""
    text_wrapped: bool = False
    """Whether the text form spreads a row over several lines, as the converter found the wrapped lines of its cells."""


@dataclass(frozen=True, slots=True)
class Signature:
    """Place and date, position, a gap for the stamp, name; several stand beside each other."""

    columns: tuple[tuple[str, ...], ...]
    """Per signer the lines from top to bottom; "" is the gap for the stamp."""
    dateline: str = ""


@dataclass(frozen=True, slots=True)
class Fields:
    """ "Nama : …" and "Jabatan : …" of a cover page."""

    pairs: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Cover:
    lines: tuple[str, ...]
    seal: str


@dataclass(frozen=True, slots=True)
class Letterhead:
    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Contents:
    """Table of contents, made from the headings by whoever knows their pages. ``entries`` are (indent, text, page) given beforehand."""

    entries: tuple[tuple[int, str, int], ...] = ()
    depth: int = 2
    """Deepest level of the headings that it lists."""
    leader: str = "."
    """"." for dot leaders, " " for mere page numbers."""
    tables: bool = False
    """A list of tables: the captions that begin with "Tabel" and a number, instead of headings."""


@dataclass(frozen=True, slots=True)
class PageBreak:
    landscape: bool = False


@dataclass(frozen=True, slots=True)
class Stamp:
    """A round or square stamp across the text where it stands."""

    text: str


@dataclass(frozen=True, slots=True)
class Picture:
    """A drawing without figures that matter: an organisation chart, a photograph. ``texts`` stand inside it, ``caption`` below it."""

    caption: str = ""
    texts: tuple[str, ...] = ()


Block: TypeAlias = Heading | Paragraph | Items | Table | Signature | Fields | Cover | Letterhead | Contents | PageBreak | Stamp | Picture


@dataclass(frozen=True, slots=True)
class Report:
    name: str
    title: str
    running: str
    """Running header."""
    footer: str
    style: str
    """Name of the style sheet; "" leaves the choice to the typesetter."""
    blocks: tuple[Block, ...]
    truth: dict[str, object] = field(default_factory=dict)
    family: str = ""
    """Name of the layout family that the contents were drawn from; a measure of variety, nothing that is printed."""
    look: Mapping[str, str] = field(default_factory=dict)
    """What the office wants of its typesetting, for typesetters that can: "latar" (picture behind the text), "warna" (colour)."""


def heads(*texts: str) -> Row:
    """A header row of single cells."""
    return tuple(Cell(text, align="c", bold=True) for text in texts)


def plain(*texts: str | Printed, aligns: str = "") -> Row:
    """A row of single cells; ``aligns`` gives one letter per cell, "l" for the usual one."""
    aligned = aligns.ljust(len(texts), "l")
    return tuple(Cell(_text(text), align="" if a == "l" else a) for text, a in zip(texts, aligned, strict=True))


def merged(groups: Sequence[tuple[tuple[str, ...], Sequence[Row]]], aligns: str = "") -> tuple[Row, ...]:
    """Rows whose leading cells are merged over each group: (leading texts, rows of the other cells)."""
    result: list[Row] = []
    for leading, rows in groups:
        marks = aligns.ljust(len(leading), "l")
        for at, row in enumerate(rows):
            first = [Cell(text, down=len(rows), align="" if a == "l" else a) for text, a in zip(leading, marks, strict=True)]
            result.append((*(first if at == 0 else [None] * len(leading)), *row))
    return tuple(result)


def _text(text: str | Printed) -> str:
    return text if isinstance(text, str) else text.text
