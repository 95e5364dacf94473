"""The report as a Word document, for LibreOffice to typeset: offices write in Word."""

import io
from collections.abc import Callable, Mapping
from datetime import datetime
from pathlib import Path
from types import MappingProxyType
from typing import Any

import docx
from docx.document import Document
from docx.enum.section import WD_ORIENT, WD_SECTION
from docx.shared import Mm, Pt
from docx.text.paragraph import Paragraph as DocxParagraph

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
from corpus.typeset.lines import Entry, anchor, contents_entries, heading_lines, marks
from corpus.typeset.looks import PALETTES, PAPERS, SEAL, Look
from corpus.typeset.office_tables import table_xml
from corpus.typeset.pictures import chart_picture, png, stamp_picture
from corpus.typeset.word import element, field, float_picture, paragraph, run

_MARGINS = (24, 20, 22, 25)
"""Top, right, bottom, left in millimetres."""
_TWIPS_PER_MM = 1440 / 25.4
_STYLES = {"": "both", "tengah": "center", "tebal": "center", "kiri": "left", "catatan": "left"}


def write_docx(report: Report, look: Look, path: Path, pages: Mapping[str, int] = MappingProxyType({})) -> None:
    """Write the report as a Word document; the same report and look give the same bytes.

    ``pages`` are those of the anchors in a first typesetting, needed where the table of contents states others (``wrong_contents``).
    """
    document = docx.Document()
    _properties(document, report)
    _letters(document, look)
    section = document.sections[0]
    _paper(section, look, landscape=False)
    _furniture(section, report, look)
    writer = _Writer(document, report, look, pages)
    for number, block in enumerate(report.blocks):
        writer.write(block, number)
    document.save(str(path))


def _properties(document: Document, report: Report) -> None:
    core = document.core_properties
    core.title, core.author, core.comments = f"{report.title} (DATA SIMULASI)", "", ""
    core.created = core.modified = datetime(2025, 1, 1)


def _letters(document: Document, look: Look) -> None:
    dark = PALETTES[look.palette][0].lstrip("#")
    for name in ("Normal", "Heading 1", "Heading 2", "Heading 3"):
        style = document.styles[name]
        face = look.body if name == "Normal" else look.display
        style.font.name, style.font.size = face, Pt(look.size + (1 if name == "Heading 1" else 0))
        fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
        for key in list(fonts.attrib):
            del fonts.attrib[key]
        for key in ("ascii", "hAnsi", "cs", "eastAsia"):
            fonts.set(f"{{{fonts.nsmap['w']}}}{key}", face)
        style.paragraph_format.space_after = Pt(4)
        style.paragraph_format.line_spacing = look.leading
        if name != "Normal":
            style.paragraph_format.space_before = Pt(8)
            style.font.bold = True
            style.font.color.rgb = docx.shared.RGBColor.from_string(dark if look.palette not in ("abu",) else "000000")


def _paper(section: Any, look: Look, landscape: bool) -> None:
    width, height = PAPERS[look.paper]
    section.orientation = WD_ORIENT.LANDSCAPE if landscape else WD_ORIENT.PORTRAIT
    section.page_width, section.page_height = (Mm(height), Mm(width)) if landscape else (Mm(width), Mm(height))
    section.top_margin, section.right_margin, section.bottom_margin, section.left_margin = map(Mm, _MARGINS)


def _furniture(section: Any, report: Report, look: Look) -> None:
    """Running header and footer, from the second page on."""
    section.different_first_page_header_footer = True
    small = 8.0
    forms: dict[str, tuple[str, str]] = {
        "garis-atas": (run(f"{report.running} — DATA SIMULASI", italic=True, size=small), field("PAGE")),
        "tengah": (run("DATA SIMULASI", bold=True, size=small), f"{run('- ', size=small)}{field('PAGE')}{run(' -', size=small)}"),
        "kaki": (run(report.running, size=small), f"{run(f'{report.footer} — DATA SIMULASI - Halaman ', size=small)}{field('PAGE')}"),
    }
    above, below = forms[look.furniture]
    rule = '<w:pBdr><w:{0} w:val="single" w:sz="6" w:space="1" w:color="444444"/></w:pBdr>'
    align = {"garis-atas": "left", "tengah": "center", "kaki": "right"}[look.furniture]
    for part, inner, properties in (
        (section.header, above, (rule.format("bottom") if look.furniture == "garis-atas" else "") + f'<w:jc w:val="{align}"/>'),
        (section.footer, below, (rule.format("top") if look.furniture == "kaki" else "") + '<w:jc w:val="center"/>'),
    ):
        old = part.paragraphs[0]._p
        old.getparent().replace(old, element(paragraph(inner, properties)))


class _Writer:
    """Appends blocks to the document; remembers a page break until the next paragraph, which carries it."""

    def __init__(self, document: Document, report: Report, look: Look, pages: Mapping[str, int]) -> None:
        self.document, self.report, self.look, self.pages = document, report, look, pages
        self.landscape = self.breaks = False

    def write(self, block: Block, number: int) -> None:
        """Append one block."""
        writers: dict[type, Callable[[Any], None]] = {
            Heading: lambda b: self._heading(b, number),
            Paragraph: self._text,
            Items: self._items,
            Table: self._table,
            Signature: self._signature,
            Fields: self._fields,
            Cover: self._cover,
            Letterhead: self._letterhead,
            Contents: self._contents,
            PageBreak: self._page_break,
            Stamp: self._stamp,
            Picture: self._picture,
        }
        writers[type(block)](block)

    def _append(self, markup: str) -> Any:
        added = element(markup)
        self.document.element.body.insert(len(self.document.element.body) - 1, added)
        return added

    def _paragraph(self, inner: str, properties: str = "", bookmark: tuple[int, str] | None = None, style: str = "") -> Any:
        first = (f'<w:pStyle w:val="{style}"/>' if style else "") + ("<w:pageBreakBefore/>" if self.breaks else "")
        self.breaks = False
        return self._append(paragraph(inner, first + properties, bookmark))

    def _page_break(self, block: PageBreak) -> None:
        if block.landscape == self.landscape:
            self.breaks = True
            return
        self.landscape = block.landscape
        section = self.document.add_section(WD_SECTION.NEW_PAGE)
        _paper(section, self.look, block.landscape)
        section.different_first_page_header_footer = False

    def _heading(self, block: Heading, number: int) -> None:
        lines = "<w:r><w:br/></w:r>".join(run(line, bold=block.bare) for line in heading_lines(block))
        align = "center" if block.level < 2 and not block.bare else "left"
        style = "" if block.bare else f"Heading{max(block.level, 1)}"
        self._paragraph(lines, f'<w:keepNext/><w:jc w:val="{align}"/>', (number, anchor(number)), style)

    def _text(self, block: Paragraph) -> None:
        note = block.style == "catatan"
        inner = run(block.text, bold=block.style in ("tebal", "kiri"), italic=note, size=self.look.size - 2 if note else 0)
        self._paragraph(inner, f'<w:jc w:val="{_STYLES[block.style]}"/>')

    def _items(self, block: Items) -> None:
        for mark, text in zip(marks(block), block.texts, strict=True):
            self._paragraph(
                run(f"{mark}\t{text}"), '<w:tabs><w:tab w:val="left" w:pos="720"/></w:tabs><w:ind w:left="720" w:hanging="360"/>'
            )

    def _width(self) -> int:
        width, height = PAPERS[self.look.paper]
        return round(((height if self.landscape else width) - _MARGINS[1] - _MARGINS[3]) * _TWIPS_PER_MM)

    def _table(self, block: Table) -> None:
        if block.caption and not block.caption_below:
            self._caption(block)
        elif self.breaks:
            self._paragraph("")
        self._append(table_xml(block, self.look, self._width()))
        if block.caption and block.caption_below:
            self._caption(block)
        self._paragraph(run(" ", size=4))

    def _caption(self, block: Table) -> None:
        lines = "<w:r><w:br/></w:r>".join(run(line, bold=True) for line in block.caption.splitlines())
        self._paragraph(lines, '<w:keepNext/><w:jc w:val="center"/>')

    def _signature(self, block: Signature) -> None:
        if block.dateline:
            self._paragraph(run(block.dateline), '<w:ind w:left="4800"/><w:jc w:val="center"/>')
        columns = block.columns if len(block.columns) > 1 else (("",), *block.columns)
        width = self._width() // len(columns)
        cells = "".join(f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/></w:tcPr>{_signed(lines)}</w:tc>' for lines in columns)
        grid = f'<w:gridCol w:w="{width}"/>' * len(columns)
        properties = f'<w:tblPr><w:tblW w:w="{self._width()}" w:type="dxa"/></w:tblPr><w:tblGrid>{grid}</w:tblGrid>'
        self._append(f"<w:tbl>{properties}<w:tr>{cells}</w:tr></w:tbl>")
        self._paragraph(run(" ", size=4))
        if self.look.stamped:
            self._stamp(Stamp(SEAL))

    def _fields(self, block: Fields) -> None:
        for name, value in block.pairs:
            self._paragraph(run(f"{name}\t: {value}"), '<w:tabs><w:tab w:val="left" w:pos="2200"/></w:tabs><w:ind w:left="720"/>')

    def _cover(self, block: Cover) -> None:
        self._paragraph(run("DATA SIMULASI", bold=True, size=14, color="#aa0000"), '<w:spacing w:after="2400"/><w:jc w:val="center"/>')
        self._paragraph(run(block.seal, bold=True, size=12), '<w:spacing w:after="2400"/><w:jc w:val="center"/>')
        for line in block.lines:
            self._paragraph(run(line, bold=True, size=17), '<w:jc w:val="center"/>')

    def _letterhead(self, block: Letterhead) -> None:
        for number, line in enumerate(block.lines):
            last = number == len(block.lines) - 1
            rule = '<w:pBdr><w:bottom w:val="double" w:sz="12" w:space="1" w:color="000000"/></w:pBdr>' if last else ""
            self._paragraph(run(line, bold=not last, size=self.look.size - (2 if last else -1)), f'{rule}<w:jc w:val="center"/>')

    def _contents(self, block: Contents) -> None:
        leader = "dot" if block.leader == "." else "none"
        tabs = f'<w:tabs><w:tab w:val="right" w:leader="{leader}" w:pos="{self._width()}"/></w:tabs>'
        for indent, text, page in block.entries:
            self._paragraph(run(f"{text}\t{page}"), f'{tabs}<w:ind w:left="{360 * indent}"/>')
        for entry in () if block.entries else contents_entries(block, self.report):
            shown = run("") if block.tables else self._page_of(entry)
            self._paragraph(run(f"{entry.text}\t") + shown, f'{tabs}<w:ind w:left="{360 * entry.indent}"/>')

    def _page_of(self, entry: Entry) -> str:
        name = anchor(entry.block)
        if entry.shift and name in self.pages:
            return run(str(max(self.pages[name] + entry.shift, 1)))
        return field(f"PAGEREF {name}")

    def _stamp(self, block: Stamp) -> None:
        inline = self._run().add_picture(io.BytesIO(png(stamp_picture(block.text))), width=Pt(84))._inline
        float_picture(inline, x=150, y=-72)

    def _picture(self, block: Picture) -> None:
        self._run().add_picture(io.BytesIO(png(chart_picture(block.texts, PALETTES[self.look.palette]))), width=Mm(140))
        self._paragraph(run(block.caption, bold=True), '<w:jc w:val="center"/>')

    def _run(self) -> Any:
        return DocxParagraph(self._paragraph("", '<w:jc w:val="center"/>'), self.document._body).add_run()


def _signed(lines: tuple[str, ...]) -> str:
    tight = '<w:spacing w:before="0" w:after="0"/><w:jc w:val="center"/>'
    gap = '<w:spacing w:before="0" w:after="700"/><w:jc w:val="center"/>'
    return "".join(paragraph(run(line), tight) if line else paragraph(run(" "), gap) for line in lines)
