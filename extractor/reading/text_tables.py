"""Tables that the text itself draws: cells between tabs or between markdown pipes."""

import re
from collections.abc import Sequence
from typing import Final

from extractor.reading.document import Cell, Grid, GridRow, Line, Place
from extractor.reading.text_cut_marks import whole_marks
from extractor.reading.text_lines import SourceLine
from extractor.reading.text_marks import cell_of
from extractor.reading.text_spans import respread

_DASHES: Final = re.compile(r"^[\s|:=+-]*[-=][\s|:=+-]*$")
_OPEN_RULE: Final = re.compile(r"^\s*:?-{3,}:?\s*(?:\|\s*:?-{3,}:?\s*)+\|?\s*$")
_PIPE: Final = re.compile(r"(?<!\\)\|")
_FRAME: Final = re.compile(r"^\s*\+(?:[-=:]{2,}\+)+\s*$")
_ENUMERATOR: Final = re.compile(r"^\s*(?:\(?(?:\d{1,3}|[A-Za-z]|[ivxIVX]{1,5})[.)]{1,2}|[-•▪●➢✓*o])\s*$")
_COLON: Final = re.compile(r"^\s*:")
MOST_COLUMNS: Final = 256
"""Cells of one row; what a line holds beyond them stands in the last one."""
_LABEL: Final = re.compile(r"(?!\s*(?:tabel|table|gambar|grafik|bab)\b)\s*\w.{0,238}[^\s.:;,]\s*", re.I)
"""A merged row that runs across a table: no caption, and no sentence."""
_MAX_CELL_LINE: Final = 100
"""Characters of one text from which a line is a paragraph, not the rest of a wrapped cell."""


def is_tab_line(text: str) -> bool:
    return "\t" in text.strip("\n") and bool(text.strip())


def is_label_line(lines: Sequence[SourceLine], start: int, index: int) -> bool:
    """A merged row that lost its empty cells: one text between rows of as many cells, none of them apart, below two rows at least."""
    if index < start + 2 or index + 1 >= len(lines) or "\t" in lines[index].text or _LABEL.fullmatch(lines[index].text) is None:
        return False
    above, below = lines[index - 1].text, lines[index + 1].text
    if "\t" not in above:
        above = lines[index - 2].text
    return is_tab_line(above) and is_tab_line(below) and above.count("\t") == below.count("\t")


def is_pipe_line(text: str) -> bool:
    """A row of a markdown table, or the frame of a drawn one."""
    stripped = text.strip()
    return (stripped.startswith("|") and len(_PIPE.findall(stripped)) >= 2) or _FRAME.match(stripped) is not None


def begins_open_pipes(lines: Sequence[SourceLine], index: int) -> bool:
    """The header of a markdown table whose rows have no pipe at their ends, told by the rule below it."""
    return index + 1 < len(lines) and "|" in lines[index].text and _OPEN_RULE.match(lines[index + 1].text) is not None


def is_dashes(text: str) -> bool:
    """Only dashes (and what stands between the cells): a separator, not a row."""
    return _DASHES.match(text) is not None and ("--" in text or "==" in text or "|" in text or "\t" in text)


def place_of(line: SourceLine) -> Place:
    return Place(lines=(line.number, line.number))


def grid_of(origin_rows: list[GridRow], gap: float, *, pipe: bool = False) -> Grid:
    place = origin_rows[0].place.union(origin_rows[-1].place)
    return Grid("pipe" if pipe else "tab", origin_rows, place, gap)


def tab_row(line: SourceLine) -> GridRow:
    place = place_of(line)
    return GridRow([cell_of(part, place) for part in line.text.split("\t", MOST_COLUMNS - 1)], place, line.header)


def tab_blocks(lines: Sequence[SourceLine], gap: float, *, alone: bool, width_before: int) -> list[Line | Grid]:
    """A run of lines with tabs (blank rows between them are no rows): a grid, or lines of text where the tabs only indent.

    ``alone`` says that no line of text touches the run, ``width_before`` how many columns the grid just above has.
    """
    lines = whole_marks([line for line in lines if not line.blank and not is_dashes(line.text)])
    rows = [tab_row(line) for line in lines]
    if not rows:
        return []
    if _is_form(lines) or _is_list(lines, width_before) or (len(rows) == 1 and not alone and _filled(rows[0]) < 3):
        return _as_lines(rows, gap)
    return [grid_of(rows, gap)]


def _filled(row: GridRow) -> int:
    return sum(1 for cell in row.cells if cell.lines)


def _parts(line: SourceLine) -> list[str]:
    return [part for part in line.text.split("\t") if part.strip()]


def _is_form(lines: Sequence[SourceLine]) -> bool:
    """Rows as "Nama ⇥ : ⇥ X": labels and values, no table."""
    return all(len(parts := _parts(line)) in (2, 3) and _COLON.match(parts[1]) is not None for line in lines)


def _is_list(lines: Sequence[SourceLine], width_before: int) -> bool:
    """Every row is a paragraph, or an enumerator and its text, and continues no table that stands just above."""
    return all(_is_paragraph(line, width_before) or (width_before != 2 and _is_item(_parts(line))) for line in lines)


def _is_item(parts: Sequence[str]) -> bool:
    return len(parts) == 2 and _ENUMERATOR.match(parts[0]) is not None


def _is_paragraph(line: SourceLine, width_before: int) -> bool:
    """One text that a tab indents or ends; below a table a short one is taken as the rest of a wrapped cell."""
    return len(parts := _parts(line)) == 1 and (width_before == 0 or len(parts[0]) > _MAX_CELL_LINE)


def _as_lines(rows: Sequence[GridRow], gap: float) -> list[Line | Grid]:
    """Each row as one line of text, its cells joined by blanks."""
    lines: list[Line | Grid] = []
    for row in rows:
        texts = [line for cell in row.cells for line in cell.lines]
        if texts:
            lines.append(Line(" ".join(t.text for t in texts), row.place, gap if not lines else 0.0, all(t.bold for t in texts)))
    return lines


def pipe_grid(lines: Sequence[SourceLine], gap: float) -> Grid | None:
    """A markdown table, or one framed by ``+---+``; the rows above its first rule are its header."""
    rows: list[GridRow] = []
    headed = False
    for line in lines:
        if is_dashes(line.text):
            if rows and not headed and not _FRAME.match(line.text):
                rows[-1].header = headed = len(rows) == 1
            elif rows and not headed and "=" in line.text:
                headed = True
                for row in rows:
                    row.header = True
        else:
            place = place_of(line)
            rows.append(GridRow([_pipe_cell(part, place) for part in _pipe_parts(line.text)], place))
    return grid_of(respread(rows), gap, pipe=True) if rows else None


def _pipe_cell(part: str, place: Place) -> Cell:
    return cell_of(part.replace("\\|", "|"), place)


def _pipe_parts(text: str) -> list[str]:
    stripped = text.strip().removeprefix("|")
    parts = _PIPE.split(stripped, MOST_COLUMNS - 1)
    return parts[:-1] if len(parts) > 1 and not parts[-1].strip() else parts
