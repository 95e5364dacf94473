"""The report as the text converters make it: cells parted by tabs, or markdown with pipe tables."""

import textwrap
from collections.abc import Iterator, Mapping
from itertools import zip_longest

from corpus.naskah import (
    Block,
    Cell,
    Contents,
    Cover,
    Fields,
    Heading,
    Items,
    Letterhead,
    Paragraph,
    Picture,
    Report,
    Row,
    Signature,
    Stamp,
    Table,
)
from corpus.typeset.lines import anchor, heading_lines, index_texts, marks

WRAPPED_WIDTH = 105
"""Characters of a page's width where the rows of a table are spread over their wrapped lines."""


def to_tabs(report: Report, pages: Mapping[str, int]) -> str:
    """Plain text, cells parted by tabs; ``pages`` gives the page of each anchor, for the table of contents."""
    return _text(report, pages, markdown=False)


def to_markdown(report: Report, pages: Mapping[str, int]) -> str:
    """Markdown with headings, bold marks and pipe tables."""
    return _text(report, pages, markdown=True)


def _text(report: Report, pages: Mapping[str, int], markdown: bool) -> str:
    parts = []
    for block in report.blocks:
        if isinstance(block, Table):
            parts += [_bold(block.caption.replace("\n", " "), markdown)] if block.caption else []
            parts.append("\n".join(_pipes(block) if markdown else _tabs(block)))
        else:
            lines = list(_contents(report, pages)) if isinstance(block, Contents) else list(_lines(block, markdown))
            parts += ["\n".join(lines)] if lines else []
    return "\n\n".join(parts) + "\n"


def _lines(block: Block, markdown: bool) -> Iterator[str]:
    match block:
        case Heading():
            sign = "#" * max(block.level, 1) + " " if markdown else ""
            yield from (sign + line for line in heading_lines(block))
        case Paragraph():
            yield _bold(block.text, markdown) if block.style in ("tebal", "kiri") else block.text
        case Items():
            yield from (f"{mark} {text}" for mark, text in zip(marks(block), block.texts, strict=True))
        case Signature():
            yield from [block.dateline, ""] if block.dateline else []
            for column in block.columns:
                yield from (*column, "")
        case Fields():
            yield from (f"{name} : {value}" for name, value in block.pairs)
        case Cover():
            yield from ("DATA SIMULASI", "", *(_bold(line, markdown) for line in block.lines))
        case Letterhead():
            yield from block.lines
        case Picture():
            yield from (*block.texts, block.caption)
        case Stamp():
            yield block.text


def _bold(text: str, markdown: bool) -> str:
    return f"**{text}**" if markdown else text


def _contents(report: Report, pages: Mapping[str, int]) -> Iterator[str]:
    for number, block in enumerate(report.blocks):
        if isinstance(block, Heading) and block.listed and block.level < 3 and block.contents != "-":
            text = block.contents or " ".join(heading_lines(block))
            yield f"{text} {'.' * max(4, 70 - len(text))} {pages[anchor(number)] + block.contents_shift}"


def _tabs(table: Table) -> Iterator[str]:
    head = ["\t".join(_texts(row)) for row in table.head]
    if table.indexed:
        head.append("\t".join(index_texts(table)))
    yield from head
    for number, row in enumerate(table.rows):
        if number in table.text_breaks:
            yield from ("", *head)
        yield from _wrapped(row, table.widths) if table.text_wrapped else ["\t".join(_texts(row))]


def _wrapped(row: Row, widths: tuple[float, ...]) -> Iterator[str]:
    """The row as several lines, each with one wrapped line of every cell; a word that is too long for its column is cut."""
    cells = [textwrap.wrap(text, max(2, int(WRAPPED_WIDTH * width / 100))) or [""] for text, width in zip(_texts(row), widths, strict=True)]
    return ("\t".join(line) for line in zip_longest(*cells, fillvalue=""))


def _pipes(table: Table) -> Iterator[str]:
    rows = [_texts(row, "<br>") for row in table.head]
    yield _piped(rows[0])
    yield _piped(["---"] * len(table.widths))
    yield from map(_piped, rows[1:])
    if table.indexed:
        yield _piped(list(index_texts(table)))
    for number, row in enumerate(table.rows):
        if number in table.text_breaks:
            yield from ("", _piped(rows[0]), _piped(["---"] * len(table.widths)), *map(_piped, rows[1:]))
        yield _piped(_texts(row, "<br>"))


def _piped(cells: list[str]) -> str:
    return "| " + " | ".join(cells) + " |"


def _texts(row: Row, between: str = " ") -> list[str]:
    return [_cell(cell, between) for cell in row]


def _cell(cell: Cell | None, between: str) -> str:
    if cell is None:
        return ""
    return between.join(cell.stacked) if cell.stacked else cell.text
