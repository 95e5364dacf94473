"""The blocks of a report as HTML."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from html import escape
from typing import Any

from corpus.naskah import (
    Block,
    Cell,
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
    Row,
    Signature,
    Stamp,
    Table,
)
from corpus.typeset.lines import Entry, anchor, contents_entries, heading_lines, index_texts, marks

_EM_PER_LETTER = 0.56
"""Width of a letter; what a cell with turned text needs as height."""


@dataclass(frozen=True)
class Drawing:
    """How the blocks are drawn: the class of a table, the markup of a stamp, and the pages that are known from a first run."""

    report: Report
    table_class: Callable[[Table], str] = lambda table: table.look
    stamp: Callable[[Stamp], str] = lambda stamp: f'<div class="cap-bulat"><span>{escape(stamp.text)}</span></div>'
    pages: Mapping[str, int] = field(default_factory=dict)
    seal: str = ""
    """What a stamp across every signature says; "" for none."""
    place_tables: bool = False
    """Whether tables are anchors too, so that their pages are known."""


def body(drawing: Drawing) -> str:
    """All blocks; every block that is no page break begins at an anchor of its own."""
    parts, inside = [], False
    for number, block in enumerate(drawing.report.blocks):
        if isinstance(block, PageBreak):
            parts.append(("</section>" if inside else "") + f'<section class="{"lanskap" if block.landscape else "halaman"}">')
            inside = True
        else:
            parts.append(_block(block, number, drawing))
    return "".join(parts) + ("</section>" if inside else "")


def _block(block: Block, number: int, drawing: Drawing) -> str:
    writers: dict[type, Callable[[Any], str]] = {
        Heading: lambda b: _heading(b, number),
        Paragraph: lambda b: f'<p class="{b.style}">{escape(b.text)}</p>',
        Items: _items,
        Table: lambda b: _table(b, number, drawing),
        Signature: lambda b: _signature(b) + (drawing.stamp(Stamp(drawing.seal)) if drawing.seal else ""),
        Fields: _fields,
        Cover: _cover,
        Letterhead: lambda b: f'<div class="kop">{_paragraphs(b.lines)}</div>',
        Contents: lambda b: _contents(b, drawing),
        Stamp: drawing.stamp,
        Picture: _picture,
    }
    return writers[type(block)](block)


def _heading(heading: Heading, number: int) -> str:
    tag = "p" if heading.bare else {0: "h1", 1: "h1", 2: "h2", 3: "h3"}[heading.level]
    style = ' class="kiri"' if heading.bare else "" if heading.listed else ' class="judul"'
    return f'<{tag} id="{anchor(number)}"{style}>{"<br>".join(map(escape, heading_lines(heading)))}</{tag}>'


def _items(items: Items) -> str:
    pairs = zip(marks(items), items.texts, strict=True)
    return '<div class="butir">' + "".join(f'<p><span class="tanda">{m}</span>{escape(t)}</p>' for m, t in pairs) + "</div>"


def _table(table: Table, number: int, drawing: Drawing) -> str:
    columns = "".join(f'<col style="width: {width}%">' for width in table.widths)
    head = "".join(_row(row, "th") for row in table.head)
    if table.indexed:
        head += '<tr class="nomor">' + "".join(f"<td>{text}</td>" for text in index_texts(table)) + "</tr>"
    style = f"{drawing.table_class(table)}{'' if table.repeats else ' sekali'}"
    rows = "".join(_row(row, "td") for row in table.rows)
    place = f' id="{anchor(number)}"' if drawing.place_tables else ""
    drawn = f'<table{place} class="{style}"><colgroup>{columns}</colgroup><thead>{head}</thead><tbody>{rows}</tbody></table>'
    if not table.caption:
        return drawn
    place = ' class="judul-tabel bawah"' if table.caption_below else ' class="judul-tabel"'
    caption = f"<p{place}>{'<br>'.join(map(escape, table.caption.splitlines()))}</p>"
    return drawn + caption if table.caption_below else caption + drawn


def _row(row: Row, tag: str) -> str:
    return "<tr>" + "".join(_cell(cell, tag) for cell in row if cell is not None) + "</tr>"


def _cell(cell: Cell, tag: str) -> str:
    spans = (f' rowspan="{cell.down}"' if cell.down > 1 else "") + (f' colspan="{cell.across}"' if cell.across > 1 else "")
    fill = f' style="background: {cell.fill}"' if cell.fill else ""
    style = " ".join(filter(None, (cell.align, "b" if cell.bold else "", "tumpuk" if cell.stacked else "")))
    text = _paragraphs(cell.stacked) if cell.stacked else escape(cell.text)
    return f'<{tag}{spans}{fill} class="{style}">{_turned(cell.text) if cell.rotated else text}</{tag}>'


def _turned(text: str) -> str:
    return f'<div class="putar" style="height: {len(text) * _EM_PER_LETTER + 0.6:.1f}em"><span>{escape(text)}</span></div>'


def _paragraphs(lines: tuple[str, ...]) -> str:
    return "".join(f"<p>{escape(line)}</p>" for line in lines)


def _signature(signature: Signature) -> str:
    dateline = f'<p class="tanggal">{escape(signature.dateline)}</p>' if signature.dateline else ""
    columns = "".join(f'<div class="kolom">{"".join(map(_signed, column))}</div>' for column in signature.columns)
    empty = '<div class="kolom"></div>' if len(signature.columns) == 1 else ""
    return f'<div class="ttd">{dateline}{empty}{columns}</div>'


def _signed(line: str) -> str:
    return f"<p>{escape(line)}</p>" if line else '<p class="cap"></p>'


def _fields(fields: Fields) -> str:
    return '<div class="isian">' + "".join(f"<p><span>{escape(a)}</span>: {escape(b)}</p>" for a, b in fields.pairs) + "</div>"


def _cover(cover: Cover) -> str:
    lines = "".join(f"<p>{escape(line)}</p>" for line in cover.lines)
    return f'<div class="sampul"><p class="simulasi">DATA SIMULASI</p><div class="lambang">{escape(cover.seal)}</div>{lines}</div>'


def _picture(picture: Picture) -> str:
    first, *others = picture.texts or ("",)
    below = "".join(f"<span>{escape(text)}</span>" for text in others)
    boxes = f"<p><span>{escape(first)}</span></p><p>{below}</p>" if picture.texts else '<p class="foto"></p>'
    return f'<div class="bagan">{boxes}</div><p class="tebal">{escape(picture.caption)}</p>'


def _contents(contents: Contents, drawing: Drawing) -> str:
    style = "isi" if contents.leader == "." else "isi kosong"
    lines = "".join(_entry(entry, drawing.pages) for entry in contents_entries(contents, drawing.report))
    given = "".join(f'<p class="d{indent} tetap" data-hal="{page}">{escape(text)}</p>' for indent, text, page in contents.entries)
    return f'<div class="{style}">{given or lines}</div>'


def _entry(entry: Entry, pages: Mapping[str, int]) -> str:
    name = anchor(entry.block)
    if entry.shift and name in pages:
        return f'<p class="d{entry.indent} tetap" data-hal="{max(pages[name] + entry.shift, 1)}">{escape(entry.text)}</p>'
    return f'<p class="d{entry.indent}"><a href="#{name}">{escape(entry.text)}</a></p>'
