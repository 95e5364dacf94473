"""Tables drawn with signs (``+---+`` and ``|``, or box characters) whose rows are parted by rules, as Pandoc and others write them.

A rule says where every column begins, which cells end at it and which go on below (Pandoc User's Guide, "grid_tables"; docutils,
"Grid Tables"). A frame without rules between its rows says nothing of them and is left to :mod:`extractor.reading.text_tables`.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Final

from extractor.reading.document import Cell, Grid, GridRow
from extractor.reading.text_lines import SourceLine
from extractor.reading.text_marks import cell_of
from extractor.reading.text_tables import MOST_COLUMNS, is_pipe_line, place_of

_BOX: Final = {
    **dict.fromkeys(range(0x2500, 0x2580), "+"),
    **dict.fromkeys(map(ord, "─━┄┅┈┉╌╍╴╶╸╺╼╾"), "-"),
    **dict.fromkeys(map(ord, "═"), "="),
    **dict.fromkeys(map(ord, "│┃┆┇┊┋║╎╏╵╷╹╻╽╿"), "|"),
}
"""Box Drawing (Unicode block 2500–257F) as the signs of a plain grid; every character keeps its column."""
_DRAWN: Final = re.compile(r"[\u2500-\u257f]")
_FRAME: Final = re.compile(r"\s*\+(?:[-=:]{2,}\+)+\s*")
_RULE: Final = re.compile(r"(?=.*[+|][-=:]{2,}[+|])[+|].*[+|]")
"""A rule; where a cell goes on below, its part of the rule is blank or holds text."""
_JOINT: Final = re.compile(r"(?<=[-=:])\+|\+(?=[-=:])")
_CLOSED: Final = re.compile(r"[-=:+]+")
_LEAST_BANDS: Final = 3
"""Rows between rules from which the rules part rows; two are a header and a body, whose lines may be rows of their own."""


def plain_frames(lines: Sequence[SourceLine]) -> list[SourceLine]:
    """The same lines, frames of box characters drawn with plain signs."""
    return [replace(line, text=line.text.translate(_BOX)) if _DRAWN.search(line.text) else line for line in lines]


def drawn_grid(lines: Sequence[SourceLine], start: int, gap: float) -> tuple[int, Grid] | None:
    """The drawn table whose upper edge this line is, and the line after the table; None where no rules part its rows."""
    if _FRAME.fullmatch(lines[start].text) is None:
        return None
    stop = next((at for at in range(start, len(lines)) if not _belongs(lines[at].text)), len(lines))
    table = _Table(lines[start:stop], _edges(lines[start:stop]))
    bands = table.bands()
    stacked = len(bands) < _LEAST_BANDS and any(len(band.lines) > 1 for band in bands[1:])
    if len(bands) < 2 or len(table.edges) < 3 or stacked:
        return None
    rows = table.rows(bands)
    return stop, Grid("ruled", rows, rows[0].place.union(rows[-1].place), gap)


def _belongs(text: str) -> bool:
    return is_pipe_line(text) or _is_rule(text)


def _is_rule(text: str) -> bool:
    return _FRAME.fullmatch(text) is not None or _RULE.fullmatch(text.strip()) is not None


def _edges(lines: Sequence[SourceLine]) -> tuple[int, ...]:
    """The character columns in which any rule has a joint."""
    joints = {joint.start() for line in lines if _is_rule(line.text) for joint in _JOINT.finditer(line.text)}
    return tuple(sorted(joints)[: MOST_COLUMNS + 1])


@dataclass(slots=True)
class _Band:
    """A row: the rule above it and the lines down to the next one."""

    rule: SourceLine
    lines: list[SourceLine]


@dataclass(slots=True)
class _Table:
    lines: Sequence[SourceLine]
    edges: tuple[int, ...]

    def bands(self) -> list[_Band]:
        """The rows from top to bottom; of rules with nothing between, the last counts."""
        found: list[_Band] = []
        for line in self.lines:
            if _is_rule(line.text):
                found.append(_Band(line, []))
            else:
                found[-1].lines.append(line)
        return [band for band in found if band.lines]

    def rows(self, bands: Sequence[_Band]) -> list[GridRow]:
        """One row per band; a cell that goes on below or to the right stands in its first slot."""
        head = next((line.number for line in self.lines[1:] if _FRAME.fullmatch(line.text) and "=" in line.text), 0)
        rows: list[GridRow] = []
        shown: list[Cell] = []
        for band in bands:
            cells, shown = self._cells(band, shown)
            place = place_of(band.lines[0]).union(place_of(band.lines[-1]))
            rows.append(GridRow(cells, place, header=band.rule.number < head))
        return rows

    def _cells(self, band: _Band, above: Sequence[Cell]) -> tuple[list[Cell], list[Cell]]:
        """The cells of a band, and per column the cell that is seen in it, perhaps one of a row above."""
        cells: list[Cell] = []
        shown: list[Cell] = []
        for left, right in pairwise(self._cuts(band)):
            part = slice(self.edges[left] + 1, self.edges[right])
            ruled = band.rule.text[part].strip()
            over = above[left] if above and _CLOSED.fullmatch(ruled) is None else None
            texts = [band.rule, *band.lines] if over is not None else band.lines
            found = tuple(line for text in texts for line in cell_of(text.text[part], place_of(text)).lines)
            if over is None:
                over = Cell(found, place_of(band.lines[0]).union(place_of(band.lines[-1])))
                cells.append(over)
            else:
                over.lines, over.place = over.lines + found, over.place.union(place_of(band.lines[-1]))
                cells.append(Cell(place=over.place, merged="above"))
            cells += [Cell(place=over.place, merged="left") for _ in range(left + 1, right)]
            shown += [over] * (right - left)
        return cells, shown

    def _cuts(self, band: _Band) -> list[int]:
        """The edges at which the cells of a band end: those where every line has a bar, or ends before."""
        last = len(self.edges) - 1
        bars = [{line.text[edge : edge + 1] for line in band.lines} <= {"|", "+", ""} for edge in self.edges]
        inner = [at for at in range(1, last) if bars[at]]
        return [0, *inner, last]
