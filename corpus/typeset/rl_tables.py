"""Tables by reportlab."""

from html import escape
from typing import Any

from reportlab.lib import colors
from reportlab.lib.enums import TA_CENTER, TA_LEFT, TA_RIGHT
from reportlab.lib.styles import ParagraphStyle
from reportlab.platypus import Flowable, LongTable, Paragraph, TableStyle

from corpus.naskah import Cell, Table
from corpus.typeset.lines import index_texts
from corpus.typeset.looks import PALETTES, Look, in_middle, table_style

_ALIGN = {"": TA_LEFT, "c": TA_CENTER, "r": TA_RIGHT}
_LEAST_POINTS = 12.0
Command = tuple[Any, ...]


class Turned(Flowable):  # type: ignore[misc]
    """Text set from the bottom to the top."""

    def __init__(self, text: str, font: str, size: float) -> None:
        super().__init__()
        self.text, self.font, self.size = text, font, size

    def wrap(self, *_: float) -> tuple[float, float]:
        """Width and height that it takes."""
        return self.size * 1.2, len(self.text) * self.size * 0.62 + 4

    def draw(self) -> None:
        """Draw onto the canvas that reportlab has set."""
        self.canv.saveState()
        self.canv.rotate(90)
        self.canv.setFont(self.font, self.size)
        self.canv.drawString(2, -self.size, self.text)
        self.canv.restoreState()


def table_flowable(table: Table, look: Look, width: float, fonts: tuple[str, str]) -> Any:
    """The table; ``width`` of the column of text in points, ``fonts`` the upright and the bold one."""
    style = table_style(table, look)
    head = [*table.head, *([tuple(Cell(text, align="c") for text in index_texts(table))] if table.indexed else [])]
    rows = [*head, *table.rows]
    share = width * (0.84 if look.narrow and len(table.widths) <= 8 else 1.0) / max(sum(table.widths), 100)
    columns = [max(part * share, _LEAST_POINTS) for part in table.widths]
    size = look.table_size - (0.5 * max(0, len(columns) - 6) if len(columns) > 6 else 0)
    contents = [[_content(cell, at < len(head), style, look, fonts, max(size, 5.5)) for cell in row] for at, row in enumerate(rows)]
    drawn = LongTable(contents, colWidths=columns, repeatRows=len(head) if table.repeats else 0, splitInRow=int(look.rows_split))
    drawn.setStyle(TableStyle([*_spans(rows), *_fills(rows, len(head)), *_lines(style, look, len(head)), *_middles(rows, len(head), look)]))
    return drawn


def _content(cell: Cell | None, head: bool, style: str, look: Look, fonts: tuple[str, str], size: float) -> Any:
    if cell is None:
        return ""
    font = fonts[1] if head or cell.bold else fonts[0]
    if cell.rotated:
        return Turned(cell.text, font, size)
    color = PALETTES[look.palette][2] if head and style in ("warna", "zebra", "petak") else "#000000"
    form = ParagraphStyle(
        "sel", fontName=font, fontSize=size, leading=size * 1.2, alignment=_ALIGN[cell.align], textColor=color, splitLongWords=1
    )
    return [Paragraph(escape(text), form) for text in (cell.stacked or (cell.text,))]


def _spans(rows: list[Any]) -> list[Command]:
    return [
        ("SPAN", (c, r), (c + cell.across - 1, r + cell.down - 1))
        for r, row in enumerate(rows)
        for c, cell in enumerate(row)
        if cell is not None and (cell.across > 1 or cell.down > 1)
    ]


def _fills(rows: list[Any], head: int) -> list[Command]:
    filled = ((r, c, cell) for r, row in enumerate(rows[head:], head) for c, cell in enumerate(row) if cell is not None and cell.fill)
    return [("BACKGROUND", (c, r), (c + cell.across - 1, r + cell.down - 1), cell.fill) for r, c, cell in filled]


def _middles(rows: list[Any], head: int, look: Look) -> list[Command]:
    body = ((r, c, cell) for r, row in enumerate(rows[head:], head) for c, cell in enumerate(row) if cell is not None)
    return [("VALIGN", (c, r), (c, r), "MIDDLE") for r, c, cell in body if in_middle(cell, look)]


def _lines(style: str, look: Look, head: int) -> list[Command]:
    dark, light, _ = (colors.HexColor(color) for color in PALETTES[look.palette])
    all_, top, below = ((0, 0), (-1, -1)), ((0, 0), (-1, head - 1)), ((0, head), (-1, -1))
    tight = [
        ("VALIGN", *all_, "TOP"),
        ("LEFTPADDING", *all_, 3),
        ("RIGHTPADDING", *all_, 3),
        ("TOPPADDING", *all_, 1.5),
        ("BOTTOMPADDING", *all_, 2.5),
    ]
    styles: dict[str, list[Command]] = {
        "kisi": [("GRID", *all_, 0.5, colors.black), ("BACKGROUND", *top, light)],
        "warna": [("GRID", *all_, 0.5, dark), ("BACKGROUND", *top, dark)],
        "petak": [("BACKGROUND", *top, dark), ("BACKGROUND", *below, colors.HexColor("#f2f2f2")), ("GRID", *all_, 1.2, colors.white)],
        "zebra": [("BACKGROUND", *top, dark), ("ROWBACKGROUNDS", *below, (colors.white, light))],
        "garis": [("LINEBELOW", *all_, 0.5, dark), ("LINEABOVE", *top, 1, dark), ("LINEBELOW", *top, 1, dark)],
        "kepala": [("LINEABOVE", (0, 0), (-1, 0), 0.8, colors.black), ("LINEBELOW", (0, head - 1), (-1, head - 1), 0.8, colors.black)],
        "polos": [],
    }
    return [*tight, *styles[style]]
