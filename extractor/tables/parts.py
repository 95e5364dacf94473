"""One grid as a table or a part of one: its header rows, its body rows, and the header text of each column."""

import re
from collections.abc import Sequence

from extractor.reading.document import Cell, Grid, GridRow, Line
from extractor.tables.counted import over_counted
from extractor.tables.header_ladder import levels
from extractor.tables.header_words import parted
from extractor.tables.headers import Header, find_header, same_header, without_index
from extractor.tables.middle import header_end
from extractor.tables.named import NONE, Names
from extractor.tables.printed_header import printed_header
from extractor.tables.profile import is_index_row, looks
from extractor.tables.rows_model import PhysicalRow
from extractor.tables.stacked import joined_lines, joined_wraps, unstack
from extractor.tables.wording import fold, years
from extractor.tables.written import taken_apart

REPEATED = 0.92
DRAWN = frozenset({"ruled", "html", "pipe", "strewn"})
MARKED = frozenset({"html", "pipe"})
ALIGNED = frozenset({"layout", "columns"})
"""Columns without rules or signs between them; a row is a printed line."""

_MEASURE = re.compile(
    r"(?:pagu(?: anggaran)?|anggaran|realisasi|target|capaian|sisa|\(?%\)?|persen(?:tase)?)(?: \(?rp\.?\)?)?", re.IGNORECASE
)
_MEASURES = re.compile(rf"(?:(?<=\s)|^){_MEASURE.pattern}(?:\s+{_MEASURE.pattern})+$", re.IGNORECASE)
"""What the columns of a year hold, by the words in use over them."""
_SAME = 0.98
"""How alike a header that is repeated is the first one at least."""
_LEAST_NAMES = 3
"""Columns that such a header names at least; a line of a header with upright words names one."""
_MOST_LINES = 12
"""Printed lines of a header at most."""
_LEAST_NUMBERS = 3
"""Columns whose numbers make a row of column numbers."""
_INDEX = re.compile(r"(?:\s*\([0-9]{1,2}\))+\s*$")


def is_table(grid: Grid) -> bool:
    """More than one column with text in more than one row, or a drawn grid of at least two filled cells in a row."""
    used = {i for row in grid.rows for i, cell in enumerate(row.cells) if cell.lines}
    rows = [row for row in grid.rows if any(cell.lines for cell in row.cells)]
    return len(used) >= 2 and (len(rows) >= 2 or (grid.origin in DRAWN and len(used) >= 3))


def as_lines(grid: Grid) -> list[Line]:
    """A grid that is no table, as running text."""
    lines = []
    for at, row in enumerate(grid.rows):
        parts = [line for cell in row.cells for line in cell.lines]
        if parts:
            first = parts[0]
            text = " ".join(p.text for p in parts)
            lines.append(Line(text, row.place, grid.gap if at == 0 else 0.0, first.bold, first.size, first.centred))
    return lines


def split(
    grid: Grid, wordings: frozenset[str], known: Names = NONE, above: Sequence[Sequence[str]] = ()
) -> tuple[list[PhysicalRow], list[PhysicalRow], list[str]]:
    """Header rows, body rows, and the texts of what was dropped: repeated headers, rules and blank rows.

    ``wordings`` are the known header texts, ``known`` the names that the report holds as cells of their own, ``above`` the header of the
    table that may go on here.
    """
    kept = [row for row in grid.rows if any("empty" not in looks(cell.raw) for cell in row.cells)]
    keeps = {id(row) for row in kept}
    if grid.origin == "ruled" and kept:
        kept = [*levels(kept[0]), *kept[1:]]
    header = header_of(grid, kept, wordings)
    drawn, width = grid.origin in DRAWN, grid.width
    if grid.origin in ALIGNED and header.rows > 1 and not header.index:
        printed = [_physical(row, width, drawn) for row in kept]
        header = Header(_repeated_end(printed, above) or header_end(printed, header.rows))
    cleaned = [without_index(row) for row in kept]
    kept = [row for row, _ in cleaned]
    removed = [text for _, texts in cleaned for text in texts]
    top = [_physical(row, width, drawn) for row in kept[: header.end]]
    if grid.origin in ALIGNED or (grid.guessed and header.rows > 1):
        top = [*parted(joined_lines(top[: header.rows]), wordings), *top[header.rows :]]
    texts: Sequence[Sequence[str]] = [r.text for r in top if not is_index_row(r.text)] or above
    body: list[PhysicalRow] = []
    dropped = [line.text for row in grid.rows if id(row) not in keeps for cell in row.cells for line in cell.lines]
    dropped += removed
    naming = next((at for at, row in enumerate(texts) if sum(map(bool, row)) > 1), 0)  # a label over all columns is not repeated with them
    repeating, whole = False, grid.origin not in ALIGNED and not (grid.origin == "tab" and _is_wrapped(kept[header.end :]))
    for row in kept[header.end :]:
        physical = _physical(row, width, drawn)
        again = texts[naming : naming + 1] if not repeating else texts[naming + 1 :]
        repeating = any(same_header([text], [physical.text]) > REPEATED for text in again)
        if repeating or (is_index_row(physical.text) and header.index):
            dropped += physical.text
            continue
        body += _entries(physical, grid, known, whole=whole)
    return top, body, dropped


def _repeated_end(rows: Sequence[PhysicalRow], above: Sequence[Sequence[str]]) -> int:
    """How many printed lines make the very header of the table above; 0 where none do. In the middle of its cell, an entry that a page
    cuts may go on right below them.
    """
    ends = range(1, min(_MOST_LINES, len(rows)) + 1) if above else ()
    lines = {end: [row.text for row in joined_lines(rows[:end])] for end in ends}
    least = max(_named(above), _LEAST_NAMES)
    alike = {end: same_header(above, texts) for end, texts in lines.items() if _named(texts) >= least}
    best = max(alike, key=lambda end: (alike[end], -end), default=0)
    return best if best and alike[best] >= _SAME else 0


def _named(header: Sequence[Sequence[str]]) -> int:
    """How many columns a header names."""
    return sum(any(texts) for texts in zip(*header, strict=False))


def _is_wrapped(rows: Sequence[GridRow]) -> bool:
    """Whether some of these lines, without a number, go on with a sentence of the line above."""
    unnumbered = (row for row in rows if row.cells and not row.cells[0].lines)
    return any(cell.raw[:1].islower() and " " in cell.raw.strip() for row in unnumbered for cell in row.cells)


def _entries(row: PhysicalRow, grid: Grid, known: Names, *, whole: bool) -> list[PhysicalRow]:
    """The entries of a row that a source gives as one; a ``whole`` row is no line of one."""
    written = taken_apart(row, known) if whole else [row]
    if len(written) > 1 or grid.origin not in DRAWN:
        return written
    # a text marked up by a converter has no pages: rows that a page cut would name half of what they name
    return unstack(row, NONE if grid.origin in MARKED else known)


def header_of(grid: Grid, rows: Sequence[GridRow], wordings: frozenset[str]) -> Header:
    """The header by its rows, or by what its printed lines make together, whichever reaches further down."""
    if grid.origin == "strewn":
        return Header(sum(row.header for row in rows))  # the dealing knows it: a body without numbers is no second header row
    header = find_header(rows, wordings)
    named = _named_lines(rows)
    if grid.guessed and named and header.index == 0:
        return Header(min(max(header.rows, printed_header(rows, wordings).rows), named))
    if grid.origin not in ALIGNED or header.index:
        return header
    printed = printed_header(rows, wordings)
    return printed if printed.end > header.end else header


def _named_lines(rows: Sequence[GridRow]) -> int:
    """How many printed lines the source says to name the columns, with those below that hold but the last word of a name each."""
    end = next((at for at, row in enumerate(rows) if not row.header), 0)
    while 0 < end < len(rows) and all(len(cell.raw.split()) <= 1 for cell in rows[end].cells):
        end += 1
    return end


def _physical(row: GridRow, width: int, drawn: bool) -> PhysicalRow:
    cells = [*row.cells, *(Cell() for _ in range(width - len(row.cells)))]
    gap = max((cell.lines[0].gap for cell in row.cells if cell.lines), default=0.0)
    return PhysicalRow(cells, row.place, drawn, gap=gap)


def header_texts(header: Sequence[PhysicalRow]) -> list[list[str]]:
    return [row.text for row in header if not is_index_row(row.text)]


def names_more(repeated: Sequence[PhysicalRow], header: Sequence[PhysicalRow]) -> bool:
    """Whether a header that a page repeats has the same words as the table's own, but parts them into more columns."""
    words = [sorted(word for row in rows for text in row.text for word in text.split()) for rows in (repeated, header)]
    filled = [sum(bool(text) for row in rows for text in row.text) for rows in (repeated, header)]
    return bool(repeated) and len(repeated) == len(header) and words[0] == words[1] and filled[0] > filled[1]


def header_levels(header: Sequence[PhysicalRow]) -> list[PhysicalRow]:
    """The header's rows, one for each level of names, where printed lines are all that the source gives."""
    if any(row.drawn for row in header):
        return list(header)
    return [*joined_wraps([row for row in header if not is_index_row(row.text)]), *(row for row in header if is_index_row(row.text))]


def header_keys(header: Sequence[PhysicalRow], width: int, body: Sequence[PhysicalRow] = ()) -> list[str]:
    """Header text per column: the texts above it, a spanning one counted for every column under it; ``body`` are the table's rows."""
    levels = [row for row in header_levels(header) if not is_index_row(row.text)]
    filled = {c for row in body for c, text in enumerate(row.text) if text}
    rows = over_counted([_without_numbers(row.text) for row in levels], filled)
    merged = [row.cells for row in levels]
    parts: list[list[str]] = [[] for _ in range(width)]
    for level, row in enumerate(rows):
        left, at = "", 0
        for c in range(width):
            text = row[c] if c < len(row) else ""
            left, at = (text, c) if text else (left, at)
            under = all(any(n < len(lower) and lower[n] for lower in rows[level + 1 :]) for n in (at, c))
            spanned = c < len(merged[level]) and merged[level][c].merged == "left"
            if text or (left and not parts[c] and (spanned or under)):
                parts[c].append(left)
    return [" | ".join(p) for p in parts]


def _without_numbers(texts: Sequence[str]) -> list[str]:
    """The texts of a header row without the numbers of the columns, where each ends with its own: they are printed in the same cells."""
    if len(texts) < _LEAST_NUMBERS or not all(text.rstrip("\n").removesuffix(")")[-1:].isdigit() for text in texts):
        return list(texts)
    ends = [re.compile(rf"\s*\(?{c}\)?$") for c in range(1, len(texts) + 1)]
    bare = [end.sub("", text) for end, text in zip(ends, texts, strict=True)]
    counted = all(text and a != text for text, a in zip(texts, bare, strict=True))
    return bare if counted and any(bare) else list(texts)


def dealt_out(keys: Sequence[str]) -> list[str]:
    """Names of neighbouring columns that were read as one header over all of them, each over its own: "2021 Pagu Realisasi" over two."""
    result = list(keys)
    for at, key in enumerate(keys):
        if not key or (at and keys[at - 1] == key):
            continue
        width = 1
        while at + width < len(keys) and keys[at + width] in ("", key):
            width += 1
        match = _MEASURES.search(_INDEX.sub("", key).strip()) if width > 1 else None
        names = _MEASURE.findall(match[0]) if match else []
        if match and len(names) == width:
            over = _INDEX.sub("", key).strip()[: match.start()].strip()
            result[at : at + width] = [f"{over} {name}".strip() for name in names]
    return result


def under_years(keys: Sequence[str]) -> list[str]:
    """A column headed by nothing but a year belongs under the spanning header of the dated columns beside it.

    That header stands to its left, or, printed over the middle of its columns, to its right.
    """
    result: list[str] = []
    for key in keys:
        left = result[-1] if result else ""
        result.append(_under(left, key) if _is_year(key) and years(left) and fold(left) else key)
    for at in range(len(result) - 2, -1, -1):
        own, right = years(result[at]), years(result[at + 1])
        if _is_year(result[at]) and right and fold(result[at + 1]) and own[-1] < right[-1]:
            result[at] = _under(result[at + 1], result[at])
    return result


def _is_year(key: str) -> bool:
    return bool(years(key)) and not fold(key)


def _under(header: str, year: str) -> str:
    return f"{header.split(' | ', maxsplit=1)[0]} | {year}"
