"""A budget list drawn under a table of targets without a gap: one grid on paper, two tables in meaning."""

import itertools
import re
from collections.abc import Sequence
from dataclasses import replace

from extractor.reading.document import Grid, GridRow, Line, Place
from extractor.tables.list_tokens import header_kinds
from extractor.tables.profile import looks
from extractor.tables.wording import best_agreement

DRAWN = frozenset({"ruled", "html", "pipe", "tab", "strewn"})
"""Origins whose rows are rows; the rows of other grids are guessed from aligned words."""
_NUMBERS = ("no", "nomor", "no urut")
HEADER_LINES = 3
LEAST_LINES = 0.2
"""Share of the printed lines of a list, its wrapped items included, that hold an amount."""
_AMOUNT_BEFORE_FIGURE = re.compile(r"^(?:jumlah\s+)?(?:anggaran|pagu)\b.*\d[.,]\d{3}", re.IGNORECASE)


def split_attached(grid: Grid) -> list[Grid | Line]:
    """The grid, or its two parts where a header row of a budget list ("Kegiatan … | Anggaran") stands inside it.

    A header row that is the last one of its page is given back as lines; so are the rows of a list whose rows were only guessed and that is
    not laid out in columns.
    """
    guessed = grid.origin not in DRAWN
    for at in range(1, len(grid.rows)):
        rest = grid.rows[at:]
        if all(map(_says_nothing_else, grid.rows[:at])):
            continue  # above is a line of the same header
        if guessed and _row_text(rest[0])[:1].islower():
            continue
        if guessed and len(rest) <= HEADER_LINES and all(map(_is_header_line, rest)) and not _goes_on(grid.rows[at - 1], rest):
            return [_part(grid, grid.rows[:at]), *(Line(_row_text(row), row.place) for row in rest)]
        if guessed and not _says_nothing_else(rest[0]):
            continue
        announced = announces([_text(c.raw) for c in rest[0].cells])
        if announced == {"header_item", "header_amount"} and len(rest) == 1:
            return [_part(grid, grid.rows[:at]), *(Line(_text(c.raw), c.place) for c in rest[0].cells if c.lines)]
        if announced == {"header_item", "header_amount"} and _mostly_amounts(rest[1:], printed=guessed):
            return [_part(grid, grid.rows[:at]), _part(grid, rest)]
        if announced == {"header_item"} and guessed and any(_AMOUNT_BEFORE_FIGURE.match(_row_text(row)) for row in rest[1:]):
            return [_part(grid, grid.rows[:at]), *(Line(_row_text(row), row.place) for row in rest if _row_text(row))]
    return [grid]


def announces(texts: Sequence[str]) -> set[str]:
    """What the cells of a header row announce: items, amounts; a word cut by a border ("Anggar" | "an") counts as one."""
    filled = [text for text in texts if text.strip(" •-")]
    joined = [a + b for a, b in itertools.pairwise(filled)]
    return {kind for text in (*filled, *joined) for kind in header_kinds(text)} if len(filled) <= 4 else set()


def _is_header_line(row: GridRow) -> bool:
    return bool(header_kinds(_row_text(row))) and _says_nothing_else(row)


def _goes_on(above: GridRow, rest: Sequence[GridRow]) -> bool:
    """Whether lines at the foot of a page hold one cell alone, with text of it above: a wrapped word ("… dan | Anggaran")."""
    filled = {c for row in rest for c, cell in enumerate(row.cells) if cell.raw.strip()}
    return len(filled) == 1 and any(c in filled for c, cell in enumerate(above.cells) if cell.raw.strip())


def _says_nothing_else(row: GridRow) -> bool:
    """Whether a printed line holds no cell beside those that announce items, amounts or their numbers; a word may be cut by a border."""
    texts = [text for cell in row.cells if (text := _text(cell.raw)).strip(" •-.")]
    joined = [a + b if a[-1:].isalpha() else "" for a, b in itertools.pairwise(texts)]
    return all(_is_header_word(text) or any(map(header_kinds, joined[max(0, at - 1) : at + 1])) for at, text in enumerate(texts))


def _is_header_word(text: str) -> bool:
    return bool(header_kinds(text)) or best_agreement(text, _NUMBERS) > 0.9


def _mostly_amounts(rows: Sequence[GridRow], *, printed: bool) -> bool:
    """Whether half of the rows or more hold an amount, and no more than one each; of printed lines those that begin an entry."""
    counts = [sum("amount" in looks(_text(c.raw)) for c in row.cells) for row in rows]
    if not counts or max(counts) > 1:
        return False
    if not printed:
        return sum(counts) >= 0.5 * len(counts)
    return sum(counts) >= max(1, LEAST_LINES * len(counts)) and not any("percent" in looks(_text(c.raw)) for row in rows for c in row.cells)


def _part(grid: Grid, rows: list[GridRow]) -> Grid:
    place = rows[0].place
    for row in rows[1:]:
        place = _union(place, row.place)
    return replace(grid, rows=rows, place=place, gap=grid.gap if rows[0] is grid.rows[0] else 0.0)


def _union(a: Place, b: Place) -> Place:
    return a.union(b) if a.page == b.page else a


def _row_text(row: GridRow) -> str:
    return _text(" ".join(c.raw for c in row.cells))


def _text(raw: str) -> str:
    return " ".join(raw.split())
