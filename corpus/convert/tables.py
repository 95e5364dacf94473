"""Rows of a table as lines of text, in the ways converters write them."""

import textwrap
from collections.abc import Callable, Sequence
from html import escape
from itertools import zip_longest

from corpus.naskah import Cell, Row, Table
from corpus.typeset.lines import index_texts

PAGE_WIDTH = 105
"""Characters of a page's width where rows are spread over the wrapped lines of their cells."""
Texts = list[str]
"""The texts of one row's slots; "" where a merged cell covers the slot."""


def row_texts(row: Row, between: str = " ") -> Texts:
    """The texts of a row; entries stacked in a cell are parted by ``between``."""
    return [_text(cell, between) for cell in row]


def head_texts(table: Table) -> list[Texts]:
    """The header rows, that of the column numbers included."""
    return [*(row_texts(row) for row in table.head), *([list(index_texts(table))] if table.indexed else [])]


def _text(cell: Cell | None, between: str) -> str:
    if cell is None:
        return ""
    return between.join(cell.stacked) if cell.stacked else cell.text


def tabbed(texts: Texts, _widths: Sequence[float]) -> list[str]:
    """One line, cells parted by tabs."""
    return ["\t".join(texts)]


def wrapped(texts: Texts, widths: Sequence[float]) -> list[str]:
    """One line per wrapped line of the cells; a word that is too long for its column is cut."""
    return _beside([_wrap(text, _letters(width)) for text, width in zip(texts, widths, strict=True)])


def cut(texts: Texts, widths: Sequence[float]) -> list[str]:
    """As wrapped, but a line ends where its column does, be it inside a word."""
    return _beside([_slices(text, _letters(width)) for text, width in zip(texts, widths, strict=True)])


def flowing(rows: Sequence[Texts], table: Table, form: str) -> list[list[str]]:
    """Lines of every row, wrapped or cut; the text of a cell merged over rows runs on beside all of them."""
    split = FLOWS[form]
    cells = [[split(text, _letters(width)) for text, width in zip(row, table.widths, strict=True)] for row in rows]
    merged = {(r, c): cell.down for r, row in enumerate(table.rows) for c, cell in enumerate(row) if cell is not None and cell.down > 1}
    heights = [max((len(lines) for c, lines in enumerate(row) if (r, c) not in merged), default=1) for r, row in enumerate(cells)]
    for (r, c), down in merged.items():
        heights[r + down - 1] += max(0, len(cells[r][c]) - sum(heights[r : r + down]))
    for (r, c), down in merged.items():
        rest = cells[r][c]
        for below in range(r, r + down):
            cells[below][c], rest = rest[: heights[below]], rest[heights[below] :]
    return [_beside(row) for row in cells]


def _beside(cells: Sequence[Sequence[str]]) -> list[str]:
    return ["\t".join(line) for line in zip_longest(*cells, fillvalue="")] or [""]


def _wrap(text: str, width: int) -> list[str]:
    return textwrap.wrap(text, width) or [""]


def _letters(width: float) -> int:
    return max(4, int(PAGE_WIDTH * width / 100))


def _slices(text: str, width: int) -> list[str]:
    """Slices of ``width`` letters; words that fit a line whole and begin near its end are still moved, as figures are."""
    lines, line = [], ""
    for word in text.split():
        joined = f"{line} {word}" if line else word
        if len(joined) > width and any(letter.isdigit() for letter in word) and line and len(word) <= width:
            lines.append(line)
            joined = word
        while len(joined) > width:
            lines.append(joined[:width].rstrip())
            joined = joined[width:].lstrip()
        line = joined
    return [*lines, line] if line or not lines else lines


def piped(texts: Texts, _widths: Sequence[float]) -> list[str]:
    """One line of a markdown table."""
    return ["| " + " | ".join(text.replace("|", "/") for text in texts) + " |"]


def in_html(texts: Texts, _widths: Sequence[float]) -> list[str]:
    """One row of an HTML table."""
    cells = ("<br>".join(escape(part, quote=False) for part in text.split("<br>")) for text in texts)
    return ["<tr>" + "".join(f"<td>{cell}</td>" for cell in cells) + "</tr>"]


FORMS: dict[str, Callable[[Texts, Sequence[float]], list[str]]] = {
    "tabs": tabbed,
    "wrapped": wrapped,
    "cut": cut,
    "pipes": piped,
    "html": in_html,
}
"""How a row becomes lines, by name."""
FLOWS: dict[str, Callable[[str, int], list[str]]] = {"wrapped": _wrap, "cut": _slices}
"""The forms in which a row is several lines, and how they split a text."""
BETWEEN = {"pipes": "<br>", "html": "<br>"}
"""What parts the entries stacked in a cell, where it is not a blank."""
