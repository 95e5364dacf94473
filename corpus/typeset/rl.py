"""Pages by reportlab, as programs of ministries print them: a third producer beside WeasyPrint and LibreOffice."""

import io
import subprocess
from collections.abc import Callable
from functools import cache
from html import escape
from pathlib import Path
from typing import Any

from reportlab.lib.colors import HexColor
from reportlab.lib.enums import TA_CENTER, TA_JUSTIFY, TA_LEFT
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm
from reportlab.lib.utils import ImageReader
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.platypus import BaseDocTemplate, Flowable, Frame, Image, KeepTogether, NextPageTemplate, PageTemplate, Spacer
from reportlab.platypus import PageBreak as NewPage
from reportlab.platypus import Paragraph as Text
from reportlab.platypus import Table as Grid

from corpus.naskah import (
    Block,
    Contents,
    Cover,
    Fields,
    Heading,
    Items,
    Letterhead,
    PageBreak,
    Paragraph,
    Picture,
    Report,
    Signature,
    Stamp,
    Table,
)
from corpus.typeset.lines import contents_entries, heading_lines, marks
from corpus.typeset.looks import PALETTES, PAPERS, SEAL, Look
from corpus.typeset.pictures import chart_picture, png, stamp_picture
from corpus.typeset.rl_tables import table_flowable

_MARGIN = 22 * mm
_ALIGN = {"": TA_JUSTIFY, "tengah": TA_CENTER, "tebal": TA_CENTER, "kiri": TA_LEFT, "catatan": TA_LEFT}


def write_pdf(report: Report, look: Look, path: Path) -> dict[int, int]:
    """Typeset the report into ``path``; gives the page on which each heading and table begins, by the block's number."""
    pages: dict[int, int] = {}
    for target in (io.BytesIO(), str(path)):  # the first run finds the pages that the table of contents states
        document = _Document(target, report, look)
        document.build(_Story(report, look, pages).flowables())
        pages = dict(document.found)
    return pages


@cache
def _font(name: str) -> tuple[str, str]:
    """Register the upright and the bold font of a family; gives their names."""
    names = []
    for weight in ("regular", "bold"):
        command = ["fc-match", "-f", "%{file}", f"{name}:style={'Book' if weight == 'regular' else 'Bold'}:weight={weight}"]
        file = subprocess.run(command, check=True, capture_output=True, text=True).stdout
        names.append(f"{name} {weight}")
        pdfmetrics.registerFont(TTFont(names[-1], file))
    return names[0], names[1]


class _Document(BaseDocTemplate):  # type: ignore[misc]
    """Upright and lying pages with running lines; notes the page of every flowable that carries a block's number."""

    def __init__(self, target: Any, report: Report, look: Look) -> None:
        self.report, self.look = report, look
        self.found: dict[int, int] = {}
        width, height = (side * mm for side in PAPERS[look.paper])
        title = f"{report.title} (DATA SIMULASI)"
        super().__init__(target, pagesize=(width, height), title=title, author="", invariant=1)
        sizes = {"tegak": (width, height), "lanskap": (height, width)}
        for name, (wide, high) in sizes.items():
            frame = Frame(_MARGIN, _MARGIN, wide - 2 * _MARGIN, high - 2 * _MARGIN, 0, 0, 0, 0)
            self.addPageTemplates(PageTemplate(name, [frame], onPage=self.running, pagesize=(wide, high)))

    def afterFlowable(self, flowable: Any) -> None:  # noqa: N802
        """What reportlab calls after each flowable."""
        block = getattr(flowable, "block", None)
        if block is not None:
            self.found.setdefault(block, self.page)

    def running(self, canvas: Any, _: Any) -> None:
        """Header and footer of a page."""
        if canvas.getPageNumber() == 1:
            return
        width, height = canvas._pagesize
        canvas.setFont(_font(self.look.body)[0], 7)
        if self.look.furniture == "kaki":
            canvas.setFillColor(HexColor(PALETTES[self.look.palette][0]))
            canvas.drawRightString(width - _MARGIN, height - 12 * mm, self.report.running)
            canvas.line(_MARGIN, 15 * mm, width - _MARGIN, 15 * mm)
            canvas.drawString(_MARGIN, 11 * mm, f"{self.report.footer} — DATA SIMULASI")
            canvas.drawRightString(width - _MARGIN, 11 * mm, f"Halaman {canvas.getPageNumber()}")
        else:
            canvas.drawCentredString(width / 2, height - 12 * mm, "DATA SIMULASI")
            canvas.drawCentredString(width / 2, 11 * mm, f"- {canvas.getPageNumber()} -")


class _Overlay(Flowable):  # type: ignore[misc]
    """A stamp that takes no room."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.picture = ImageReader(stamp_picture(text))

    def wrap(self, *_: float) -> tuple[float, float]:
        """No room."""
        return 0, 0

    def draw(self) -> None:
        """Draw over what stands above."""
        self.canv.drawImage(self.picture, 190, 5, 84, 84, mask="auto")


class _Story:
    """Turns blocks into flowables."""

    def __init__(self, report: Report, look: Look, pages: dict[int, int]) -> None:
        self.report, self.look, self.pages = report, look, pages
        self.upright, self.bold = _font(look.body)
        self.landscape = False

    def flowables(self) -> list[Any]:
        """The whole report."""
        return [part for number, block in enumerate(self.report.blocks) for part in self._block(block, number)]

    def _block(self, block: Block, number: int) -> list[Any]:
        writers: dict[type, Callable[[Any], list[Any]]] = {
            Heading: self._heading,
            Paragraph: self._text,
            Items: lambda b: [self._line(f"{m} {t}", left=18, first=-12) for m, t in zip(marks(b), b.texts, strict=True)],
            Table: self._table,
            Signature: self._signature,
            Fields: lambda b: [self._line(f"{name} : {value}", left=30) for name, value in b.pairs],
            Cover: self._cover,
            Letterhead: lambda b: [*(self._line(line, "tebal") for line in b.lines), Spacer(0, 8)],
            Contents: self._contents,
            PageBreak: self._page_break,
            Stamp: lambda b: [_Overlay(b.text)],
            Picture: self._picture,
        }
        made = writers[type(block)](block)
        if made and isinstance(block, Heading | Table):
            made[-1 if isinstance(block, Table) else 0].block = number
        return made

    def _line(
        self, text: str, style: str = "", *, size: float = 0, left: float = 0, first: float = 0, before: float = 0, keep: bool = False
    ) -> Text:
        size = size or self.look.size
        form = ParagraphStyle(
            "baris", fontName=self.bold if style in ("tebal", "kiri") else self.upright, fontSize=size, leading=size * self.look.leading,
            alignment=_ALIGN[style], leftIndent=left, firstLineIndent=first, spaceBefore=before, spaceAfter=3, keepWithNext=keep,
        )  # fmt: skip
        return Text("<br/>".join(map(escape, text.split("\n"))), form)

    def _width(self) -> float:
        width, height = PAPERS[self.look.paper]
        return float((height if self.landscape else width) * mm - 2 * _MARGIN)

    def _heading(self, block: Heading) -> list[Any]:
        style = "tebal" if block.level < 2 and not block.bare else "kiri"
        return [
            self._line("\n".join(heading_lines(block)), style, size=self.look.size + (2 if block.level < 2 else 0), before=8, keep=True)
        ]

    def _text(self, block: Paragraph) -> list[Any]:
        return [self._line(block.text, block.style, size=self.look.size - 1.5 if block.style == "catatan" else 0)]

    def _table(self, block: Table) -> list[Any]:
        caption = [self._line(block.caption, "tebal", keep=not block.caption_below)] if block.caption else []
        drawn = table_flowable(block, self.look, self._width(), (self.upright, self.bold))
        drawn.spaceAfter = 8
        # The table stands last, where its number is hung; a caption below it is therefore kept with the table.
        return [KeepTogether([drawn, *caption])] if block.caption_below and caption else [*caption, drawn]

    def _signature(self, block: Signature) -> list[Any]:
        columns = block.columns if len(block.columns) > 1 else ((), *block.columns)
        cells = [[part for line in lines for part in ([self._line(line, "tengah")] if line else [Spacer(0, 40)])] for lines in columns]
        grid = Grid(
            [[cell or "" for cell in cells]],
            colWidths=[self._width() / len(columns)] * len(columns),
            style=[("VALIGN", (0, 0), (-1, -1), "TOP")],
        )
        seal = [_Overlay(SEAL)] if self.look.stamped else []
        return [*([self._line(block.dateline, "tengah", left=self._width() / 2, before=10)] if block.dateline else []), grid, *seal]

    def _cover(self, block: Cover) -> list[Any]:
        seal = [Spacer(0, 120), self._line(block.seal, "tebal", size=12), Spacer(0, 120)]
        return [self._line("DATA SIMULASI", "tebal", size=14), *seal, *(self._line(line, "tebal", size=17) for line in block.lines)]

    def _page_break(self, block: PageBreak) -> list[Any]:
        self.landscape = block.landscape
        return [NextPageTemplate("lanskap" if block.landscape else "tegak"), NewPage()]

    def _picture(self, block: Picture) -> list[Any]:
        picture = io.BytesIO(png(chart_picture(block.texts, PALETTES[self.look.palette])))
        wide, high = ImageReader(picture).getSize()
        return [Image(picture, 400, 400 * high / wide), self._line(block.caption, "tebal")]

    def _contents(self, block: Contents) -> list[Any]:
        lines = [(indent, text, page) for indent, text, page in block.entries]
        known = ((e.indent, e.text, max(self.pages.get(e.block, 1) + e.shift, 1)) for e in contents_entries(block, self.report))
        return [self._leader(*line, dots=block.leader == ".") for line in (lines or known)]

    def _leader(self, indent: int, text: str, page: int, dots: bool) -> Any:
        room = self._width() - 24 - 14 * indent - pdfmetrics.stringWidth(text, self.upright, self.look.size)
        dot = pdfmetrics.stringWidth(".", self.upright, self.look.size)
        return self._line(f"{text} {'.' * max(int(room / dot) - 2, 3) if dots else ''} {page}", "catatan", left=14 * indent)
