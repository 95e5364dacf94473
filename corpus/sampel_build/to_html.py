"""The report as HTML for the typesetter."""

from collections.abc import Callable
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
from corpus.sampel_build.styles import STYLES


def to_html(report: Report) -> str:
    """The whole report with its style sheet."""
    style = STYLES[report.style].replace("%RUNNING%", report.running).replace("%FOOTER%", report.footer)
    title = escape(f"{report.title} (DATA SIMULASI)")
    body, inside = [], False
    for number, block in enumerate(report.blocks):
        if isinstance(block, PageBreak):
            body.append(("</section>" if inside else "") + f'<section class="{"lanskap" if block.landscape else "halaman"}">')
            inside = True
        else:
            body.append(_html(block, number, report))
    return f"<html lang=id><head><title>{title}</title><style>{style}</style></head><body>{''.join(body)}</section></body></html>"


def anchor(number: int) -> str:
    """Name of the place where a block begins, for the table of contents."""
    return f"b{number}"


def heading_lines(heading: Heading) -> tuple[str, ...]:
    """The printed lines of a heading: a BAB stands over its title."""
    if heading.lines:
        return heading.lines
    if heading.level == 1:
        return (f"BAB {heading.number}", heading.title)
    if not heading.number:
        return (heading.title,)
    return (f"{heading.number} {heading.title}" if "." in heading.number else f"{heading.number}. {heading.title}",)


def marks(items: Items) -> tuple[str, ...]:
    """What stands before each item of a list."""
    if items.marks in ("1.", "1)"):
        return tuple(f"{n}{items.marks[1]}" for n in range(1, len(items.texts) + 1))
    if items.marks in ("a.", "a)"):
        return tuple(f"{chr(96 + n)}{items.marks[1]}" for n in range(1, len(items.texts) + 1))
    return (items.marks,) * len(items.texts)


def index_texts(table: Table) -> tuple[str, ...]:
    """The row of column numbers under a header."""
    return tuple(table.index_form.format(n) for n in range(1, len(table.widths) + 1))


def _html(block: Block, number: int, report: Report) -> str:
    writers: dict[type, Callable[[Any], str]] = {
        Paragraph: lambda b: f'<p class="{b.style}">{escape(b.text)}</p>',
        Items: _items,
        Table: _table,
        Signature: _signature,
        Fields: _fields,
        Cover: _cover,
        Letterhead: lambda b: f'<div class="kop">{_paragraphs(b.lines)}</div>',
        Stamp: lambda b: f'<p class="tengah">({escape(b.text)})</p>',
        Picture: lambda b: f'<div>{_paragraphs(b.texts)}</div><p class="tengah">{escape(b.caption)}</p>',
    }
    if isinstance(block, Heading):
        return _heading(block, number)
    return _contents(report) if isinstance(block, Contents) else writers[type(block)](block)


def _heading(heading: Heading, number: int) -> str:
    tag = {0: "h1", 1: "h1", 2: "h2", 3: "h3"}[heading.level]
    style = ' class="judul"' if not heading.listed else ""
    return f'<{tag} id="{anchor(number)}"{style}>{"<br>".join(map(escape, heading_lines(heading)))}</{tag}>'


def _items(items: Items) -> str:
    pairs = zip(marks(items), items.texts, strict=True)
    return '<div class="butir">' + "".join(f'<p><span class="tanda">{m}</span>{escape(t)}</p>' for m, t in pairs) + "</div>"


def _table(table: Table) -> str:
    columns = "".join(f'<col style="width: {width}%">' for width in table.widths)
    head = "".join(_row(row, "th") for row in table.head)
    if table.indexed:
        head += '<tr class="nomor">' + "".join(f"<td>{text}</td>" for text in index_texts(table)) + "</tr>"
    caption = f'<p class="judul-tabel">{"<br>".join(map(escape, table.caption.splitlines()))}</p>' if table.caption else ""
    body = "".join(_row(row, "td") for row in table.rows)
    return f'{caption}<table class="{table.look}"><colgroup>{columns}</colgroup><thead>{head}</thead><tbody>{body}</tbody></table>'


def _row(row: Row, tag: str) -> str:
    return "<tr>" + "".join(_cell(cell, tag) for cell in row if cell is not None) + "</tr>"


def _cell(cell: Cell, tag: str) -> str:
    spans = (f' rowspan="{cell.down}"' if cell.down > 1 else "") + (f' colspan="{cell.across}"' if cell.across > 1 else "")
    style = " ".join(filter(None, (cell.align, "b" if cell.bold else "")))
    text = _paragraphs(cell.stacked) if cell.stacked else escape(cell.text)
    return f'<{tag}{spans} class="{style}">{text}</{tag}>'


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


def _contents(report: Report) -> str:
    lines = []
    for number, block in enumerate(report.blocks):
        if isinstance(block, Heading) and block.listed and block.level < 3 and block.contents != "-":
            text = escape(block.contents or " ".join(heading_lines(block)))
            lines.append(f'<p class="d{max(block.level - 1, 0)}"><a href="#{anchor(number)}">{text}</a></p>')
    return f'<div class="isi">{"".join(lines)}</div>'
