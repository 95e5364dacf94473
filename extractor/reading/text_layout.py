"""Running text, and the tables in it that are aligned by blanks (as ``pdftotext -layout`` writes them)."""

import re
from collections.abc import Iterator, Sequence
from typing import Final

from extractor.reading.columns import GridSpan, PlacedLine, PlacedWord, find_grids
from extractor.reading.document import Block, Grid, Line, Place
from extractor.reading.text_lines import SourceLine
from extractor.reading.text_marks import is_rule, mark_lines, strip_tags
from extractor.reading.text_ticked import with_spread_marks

_WORD: Final = re.compile(r"\S+")
_WIDE: Final = re.compile(r"\S {2,}(?=\S)")
_WIDE_BLANK: Final = re.compile(r" {3,}")
_DRAWN_RULE: Final = re.compile(r"^[\s+]*-{3,}[\s+-]*$")
_MIN_INDENT: Final = 4
"""Blanks on the left from which a line can be centred."""
_MAX_OFF_CENTRE: Final = 3.0


def text_blocks(lines: Sequence[SourceLine], gap: float) -> list[Block]:
    """Lines of text, and grids where blanks align them; ``gap`` is the number of blank lines above."""
    marked = mark_lines(lines)
    body = [line for line in marked if not line.blank and not is_rule(line.text) and not _DRAWN_RULE.match(line.text)]
    gaps = _gaps(marked, body, gap)
    width = max((len(line.text.rstrip()) for line in body), default=0)
    blocks: list[Block] = []
    at = 0
    for span in _spans(marked, body, gaps):
        blocks.extend(_lines(body[at : span.start], gaps[at : span.start], width))
        blocks.append(span.grid)
        at = span.stop
    blocks.extend(_lines(body[at:], gaps[at:], width))
    return blocks


def lines_of(grid: Grid, lines: Sequence[SourceLine]) -> list[PlacedLine]:
    """The lines that a grid was made from, among the lines of its page; empty where the page does not print just these words."""
    wanted = {row.place.lines[0] for row in grid.rows if row.place.lines}
    found = mark_lines([line for line in lines if line.number in wanted])
    gaps = _gaps_by_number(lines)
    placed = [PlacedLine(words_of(line), _place(line), gaps.get(line.number, 0.0), line.bold, stood=line.stood) for line in found]
    same = len(placed) == len(grid.rows) and all(
        sorted(word.text for word in line.words) == sorted(word for cell in row.cells for part in cell.lines for word in part.text.split())
        for line, row in zip(placed, grid.rows, strict=True)
    )
    return with_spread_marks(placed) if same else []


def _gaps(lines: Sequence[SourceLine], body: Sequence[SourceLine], gap: float) -> list[float]:
    """The number of blank lines above each line of the body."""
    gaps = []
    pending, kept = gap, {line.number for line in body}
    for line in lines:
        if line.blank:
            pending += 1.0
        elif line.number in kept:
            gaps.append(pending)
            pending = 0.0
    return gaps


def _gaps_by_number(lines: Sequence[SourceLine]) -> dict[int, float]:
    """The number of blank lines above each line; of several with one number above the first of them."""
    found: dict[int, float] = {}
    pending = 0.0
    for line in lines:
        if not line.blank:
            found.setdefault(line.number, pending)
        pending = pending + 1.0 if line.blank else 0.0
    return found


def _spans(lines: Sequence[SourceLine], body: Sequence[SourceLine], gaps: Sequence[float]) -> list[GridSpan]:
    """Tables aligned by blanks; only where at least two lines have wide blanks inside."""
    if sum(1 for line in body if _WIDE.search(line.text.strip())) < 2:
        return []
    placed = [PlacedLine(words_of(line), _place(line), gap, line.bold, stood=line.stood) for line, gap in zip(body, gaps, strict=True)]
    rules = [line.number + 0.5 for line in lines if _DRAWN_RULE.match(line.text)]
    return find_grids(with_spread_marks(placed), unit=1.0, rules=rules)


def words_of(line: SourceLine) -> tuple[PlacedWord, ...]:
    """The words with their character columns; the physical line is the vertical place."""
    top = float(line.number)
    if line.folded:
        return (PlacedWord(line.text, 0, len(line.text), top, top + 1.0),)
    return tuple(PlacedWord(m.group(), m.start(), m.end(), top, top + 1.0) for m in _WORD.finditer(line.text))


def _place(line: SourceLine) -> Place:
    return Place(lines=(line.number, line.number))


def _lines(body: Sequence[SourceLine], gaps: Sequence[float], width: int) -> Iterator[Line]:
    """Lines of text; a wide blank inside (texts side by side) is kept as three blanks, others become one."""
    for line, gap in zip(body, gaps, strict=True):
        centred = _is_centred(line.text, width)
        for index, part in enumerate(strip_tags(line.text)):
            text = "   ".join(" ".join(piece.split()) for piece in _WIDE_BLANK.split(part.strip()))
            if text:
                yield Line(text, _place(line), gap if index == 0 else 0.0, line.bold, None, centred)


def _is_centred(text: str, width: int) -> bool:
    left = len(text) - len(text.lstrip())
    right = width - len(text.rstrip())
    return left >= _MIN_INDENT and abs(left - right) <= _MAX_OFF_CENTRE
