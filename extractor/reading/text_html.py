"""Tables that a converter left as HTML in a text."""

import re
from collections.abc import Sequence
from itertools import takewhile
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from bs4 import BeautifulSoup, Tag

from extractor.reading.document import Block, Cell, Grid, GridRow, Line, Merged, Place
from extractor.reading.text_lines import SourceLine
from extractor.reading.text_marks import cell_of
from extractor.reading.text_tables import MOST_COLUMNS
from extractor.values.lookalike import mend_lookalikes

_OPEN: Final = re.compile(r"<table\b", re.I)
_TAG: Final = re.compile(r"<table\b[^<>]*>?|</table\s*>", re.I)
_PART: Final = re.compile(r"</?(?:tr|td|th|thead|tbody)\b", re.I)
_STRUCTURE: Final = re.compile(r"<(?P<opens>t[dh])\b|</?(?:tr|td|th)\b|<(?P<table>table)\b|(?P<ends></table)\s*>", re.I)
_FOREIGN_TAG: Final = re.compile(r"</?[^\W\d_]+(?=[\s/>])")
_HIDDEN: Final = re.compile(r"<(style|script|title)\b[^<>]*>.*?</\1\s*>|<!--.*?-->", re.I | re.S)
_MAX_SPAN: Final = 1000
"""Rows or columns that one cell may cover (HTML standard, "processing model for tables")."""


def without_hidden(text: str) -> str:
    """Without what a web page does not show (styles, scripts, comments); every line keeps its number."""
    if "</" not in text and "<!--" not in text:
        return text
    return _HIDDEN.sub(lambda found: re.sub(r"[^\r\n\f]+", "", found.group()), text)


def with_plain_tags(text: str) -> str:
    """With Latin letters in the names of tags, where a scanner set others that look like them; what is no tag is left as it is."""
    if "<" not in text or text.isascii():
        return text
    return _FOREIGN_TAG.sub(lambda found: mend_lookalikes(found.group()), text)


def html_block(lines: Sequence[SourceLine], start: int, gap: float) -> tuple[int, list[Block]] | None:
    """The HTML table that begins in this line and the line after its end, or None where none begins."""
    if _OPEN.search(lines[start].text) is None:
        return None
    stop = _end(lines, start)
    part = lines[start:stop]
    text = "\n".join(line.text for line in part)
    outer = [table for table in _parsed(text).find_all("table") if table.find_parent("table") is None]
    around = _outside(text)
    blocks: list[Block] = []
    for index, (number, between) in enumerate(around):
        blocks.extend(_as_lines(between, part[number], gap if not blocks else 0.0))
        grid = _grid(outer[index], part, 0.0 if blocks else gap) if index < len(outer) else None
        if grid is not None:
            blocks.append(grid)
    return stop, blocks


def _parsed(text: str) -> "BeautifulSoup":
    """The HTML as a tree; marked sections that the parser rejects ("<![x]>") are taken as text."""
    # Loaded on use: most texts hold no HTML table, and the parser takes longer to load than they take to read.
    from bs4 import BeautifulSoup  # noqa: PLC0415
    from bs4.exceptions import ParserRejectedMarkup  # noqa: PLC0415

    try:
        return BeautifulSoup(text, "html.parser")
    except ParserRejectedMarkup:
        return BeautifulSoup(text.replace("<![", "&lt;!["), "html.parser")


def _outside(text: str) -> list[tuple[int, str]]:
    """What stands before, between and after the outer tables, each with the number of the line that it begins on."""
    parts: list[tuple[int, str]] = []
    depth = at = 0
    for tag in _TAG.finditer(text):
        closing = tag.group().startswith("</")
        if depth == 0 and not closing:
            parts.append((text.count("\n", 0, at), text[at : tag.start()]))
        depth = max(depth - 1, 0) if closing else depth + 1
        at = tag.end()
    return [*parts, (text.count("\n", 0, at), text[at:] if depth == 0 else "")]


def _as_lines(text: str, line: SourceLine, gap: float) -> tuple[Line, ...]:
    """What stands on the same line before or after a table."""
    lines = cell_of(text, Place(lines=(line.number, line.number))).lines
    return tuple(one._replace(gap=gap if index == 0 else 0.0) for index, one in enumerate(lines))


def _end(lines: Sequence[SourceLine], start: int) -> int:
    """The line after the closing tag; for a table that was cut, after the last line with a piece of a table.

    One that begins in a later line, outside a cell, is another table: the one before it was never closed.
    """
    depth, last, in_cell = 0, start, False
    for index in range(start, len(lines)):
        text = lines[index].text
        for tag in _STRUCTURE.finditer(text):
            if tag["table"] and depth == 1 and not in_cell and index > start:
                return last + 1
            depth += bool(tag["table"]) - bool(tag["ends"])
            if not tag["table"]:
                in_cell = bool(tag["opens"] or tag["ends"])  # a table that ends inside another stands in its cell
        if depth <= 0:
            return index + 1
        last = index if _PART.search(text) else last
    return last + 1


def _grid(table: "Tag", lines: Sequence[SourceLine], gap: float) -> Grid | None:
    """One row per <tr>; a cell that covers several slots stands in its first one."""
    tags = [row for row in table.find_all("tr") if row.find_parent("table") is table]
    firsts = [_index(tag, lines) for tag in tags]
    slots: dict[tuple[int, int], Cell] = {}
    rows: list[GridRow] = []
    for number, tag in enumerate(tags):
        following = firsts[number + 1] if number + 1 < len(tags) else len(lines)
        last = max(firsts[number], following - 1)
        place = Place(lines=(lines[firsts[number]].number, lines[last].number))
        cells = [cell for cell in tag.find_all(["td", "th"]) if cell.find_parent("tr") is tag]
        _place_cells(cells, number, len(tags), place, slots)
        header = bool(cells) and (all(cell.name == "th" for cell in cells) or tag.find_parent("thead") is not None)
        rows.append(GridRow([], place, header))
    width = 1 + max((column for row, column in slots if row < len(rows)), default=-1)
    for number, row in enumerate(rows):
        row.cells = [slots.get((number, column), Cell(place=row.place)) for column in range(width)]
    return Grid("html", rows, rows[0].place.union(rows[-1].place), gap) if rows and width else None


def _index(tag: "Tag", lines: Sequence[SourceLine]) -> int:
    """Which of the lines this tag begins on."""
    return min(max((tag.sourceline or 1) - 1, 0), len(lines) - 1)


def _place_cells(cells: Sequence["Tag"], row: int, rows: int, place: Place, slots: dict[tuple[int, int], Cell]) -> None:
    """Put the cells of a row into the slots that no cell from above covers; those beyond the last column go into it."""
    column = 0
    for tag in cells:
        while (row, column) in slots:
            column += 1
        cell = cell_of(" ".join(tag.decode_contents().split()), place)
        if column >= MOST_COLUMNS:
            last = slots[row, MOST_COLUMNS - 1]
            slots[row, MOST_COLUMNS - 1] = Cell(last.lines + cell.lines, place)
            continue
        wide = range(column, min(column + _span(tag, "colspan"), MOST_COLUMNS))
        free = tuple(takewhile(lambda at: (row, at) not in slots, wide))
        for down in range(row, min(row + _span(tag, "rowspan"), rows)):
            for right in free:
                merged: Merged | None = "left" if right > column else "above" if down > row else None
                slots[down, right] = cell if merged is None else Cell(place=place, merged=merged)
        column += 1


def _span(tag: "Tag", name: str) -> int:
    value = str(tag.get(name, "1")).strip()
    if not (value.isascii() and value.isdecimal()):
        return 1
    return _MAX_SPAN if len(value.lstrip("0")) > len(str(_MAX_SPAN)) else min(max(int(value), 1), _MAX_SPAN)
