"""A page's blocks in reading order, once it is known which of its lines are furniture."""

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise
from statistics import median
from typing import Final

from extractor.reading.columns import character_width, find_grids
from extractor.reading.document import Block, Box, Grid, GridRow, Line, Page
from extractor.reading.pdf_asides import parts
from extractor.reading.pdf_draft import PageDraft
from extractor.reading.pdf_joined import is_list, without_cut_columns
from extractor.reading.pdf_labels import with_labels
from extractor.reading.pdf_sides import in_reading_order
from extractor.reading.pdf_turned import place_back
from extractor.reading.placed import GridSpan, PlacedLine

_CENTRED: Final = 6.0
"""Points by which the middle of a centred line may miss the middle of the page or of its text."""
_INDENTED: Final = 0.06
"""Share of the page width that a centred line leaves free at both sides of the text area."""
_FLUSH: Final = 1.5
_LEADING: Final = (0.9, 2.4)
"""Range, in line heights, of the distance between baselines that counts as leading."""
_USUAL: Final = 1.15
_LEAST_ROWS: Final = 2
_APART: Final = 1.35
"""How much lower a heading stands below a table than the table's rows do below one another."""
_NUMBERED_HEADING: Final = re.compile(r"(?:[A-Z]|[IVX]+|\d{1,2}(?:\.\d{1,2})*)\.?\s+[^\W\d]")
_LEAST: Final = 1.0
"""Points of leading: letters that a broken matrix flattens have no height from which to take one."""


def assemble_page(draft: PageDraft, furniture: frozenset[int], area: tuple[float, float]) -> Page:
    """The page with furniture set apart.

    ``furniture`` numbers the draft's lines first and its grids after them; ``area`` is the left and right end of the
    document's text on pages of this width, in points.
    """
    count = len(draft.lines)
    kept = [number for number in range(count) if number not in furniture]
    grids = [grid for number, grid in enumerate(draft.grids, start=count) if number not in furniture]
    aside = [as_line(line) for number, line in enumerate(draft.lines) if number in furniture]
    for number, grid in enumerate(draft.grids, start=count):
        if number in furniture:
            aside.extend(line for row in grid.rows for cell in row.cells for line in cell.lines)
    leading = _leading([draft.lines[number] for number in kept])
    blocks: list[Block] = []
    turned = list(draft.turned)
    for item in _stretches(draft, kept, grids):
        blocks.extend([item] if isinstance(item, Grid) else _text_blocks(item, leading, draft, turned))
    blocks.extend(turned)
    page = Page(
        number=draft.number,
        blocks=_spaced(blocks, leading, area, draft.width),
        furniture=[*aside, *draft.stamps],
        width=round(draft.width, 2),
        height=round(draft.height, 2),
        has_text=draft.has_text,
        notes=draft.notes,
    )
    return place_back(page, draft.turn, draft.width, draft.height) if draft.turn else page


def as_line(line: PlacedLine) -> Line:
    """The printed line without the places of its single words."""
    return Line(" ".join(word.text for word in line.words), line.place, line.gap, line.bold, line.size)


def _box(item: PlacedLine | Block | GridRow) -> Box:
    box = item.place.box
    if box is None:
        raise ValueError("a block of a PDF page has a box")
    return box


def _stretches(draft: PageDraft, kept: Sequence[int], grids: Sequence[Grid]) -> list[list[PlacedLine] | Grid]:
    """Lines between ruled grids, the lines of each frame, and the grids, from top to bottom."""
    framed: dict[int, list[PlacedLine]] = {}
    open_lines: list[PlacedLine] = []
    for number in kept:
        frame = draft.frames[number]
        (open_lines if frame < 0 else framed.setdefault(frame, [])).append(draft.lines[number])
    items: list[PlacedLine | list[PlacedLine] | Grid] = [*open_lines, *framed.values(), *grids]
    found: list[list[PlacedLine] | Grid] = []
    growing: list[PlacedLine] | None = None
    for item in sorted(items, key=_reading_place):
        if not isinstance(item, PlacedLine):
            found.append(item)
            growing = None
        elif growing is None:
            growing = [item]
            found.append(growing)
        else:
            growing.append(item)
    return found


def _reading_place(item: PlacedLine | list[PlacedLine] | Grid) -> tuple[float, float]:
    if isinstance(item, list):
        return _box(item[0])[1], _box(item[0])[0]
    box = _box(item)
    return (box[1] if isinstance(item, Grid) else (box[1] + box[3]) / 2), box[0]


def _text_blocks(lines: list[PlacedLine], leading: float, draft: PageDraft, turned: list[Line]) -> list[Block]:
    """Lines and borderless grids of one stretch of text; turned headings that stand over such a grid leave ``turned``."""
    found: list[Block] = []
    for part in parts(lines):
        labelled, bands = with_labels(part, turned)
        spaced = _with_gaps(labelled, leading)
        spans = _grids(spaced, draft)
        used = {n for span in spans for n in range(span.start, span.stop) if n in bands}
        if len(used) < len(bands):
            labelled, bands = with_labels(part, [line for n in used for line in bands[n]])
            spaced = _with_gaps(labelled, leading)
            spans = _grids(spaced, draft)
        for line in (line for band in bands.values() for line in band):
            turned.remove(line)
        done = 0
        for span in map(_without_heading, spans):
            found.extend(as_line(line) for line in in_reading_order(spaced[done : span.start]))
            grid = without_cut_columns(span.grid)
            found.extend(map(as_line, spaced[span.start : span.stop]) if is_list(grid) else [grid])
            done = span.stop
        found.extend(as_line(line) for line in in_reading_order(spaced[done:]))
    return found


def _grids(lines: Sequence[PlacedLine], draft: PageDraft) -> list[GridSpan]:
    return find_grids(lines, unit=character_width(lines), rules=draft.rules)


def _without_heading(span: GridSpan) -> GridSpan:
    """The table without a heading below its last row, in bold and at its left edge, and the text that follows the heading."""
    rows = span.grid.rows
    last = len(rows)
    while last > 0 and _is_first_alone(rows[last - 1]):
        last -= 1
    at = next((n for n in range(max(last, _LEAST_ROWS), len(rows)) if _is_heading(rows, n)), None)
    if at is None:
        return span
    kept = rows[:at]
    place = kept[0].place
    for row in kept[1:]:
        place = place.union(row.place)
    return GridSpan(span.start, span.stop - (len(rows) - at), replace(span.grid, rows=kept, place=place))


def _is_first_alone(row: GridRow) -> bool:
    return bool(row.cells[0].lines) and not any(cell.lines for cell in row.cells[1:])


def _is_heading(rows: Sequence[GridRow], at: int) -> bool:
    lines = rows[at].cells[0].lines
    if not lines[0].bold or not _NUMBERED_HEADING.match(lines[0].text):
        return False
    return not all(line.bold for cell in rows[at - 1].cells for line in cell.lines) or _stands_apart(rows[: at + 1])


def _stands_apart(rows: Sequence[GridRow]) -> bool:
    """Whether the last row stands much lower below the one above than any other row does, as no row of a table in bold, such as its sum."""
    *steps, last = [_box(below)[1] - _box(above)[1] for above, below in pairwise(rows)]
    return bool(steps) and last > _APART * max(steps)


def _with_gaps(lines: Sequence[PlacedLine], leading: float) -> list[PlacedLine]:
    found: list[PlacedLine] = []
    before: Box | None = None
    for line in lines:
        box = _box(line)
        found.append(line._replace(gap=_gap(before, box, leading)))
        before = box
    return found


def _gap(before: Box | None, box: Box, leading: float) -> float:
    """Blank above a line in lines of the page's leading; 0 at the top of a page."""
    if before is None:
        return 0.0
    height = box[3] - box[1]
    distance = box[3] - before[3]
    return max(0.0, round(distance / max(leading, height * _LEADING[0]) - 1, 2))


def _leading(lines: Sequence[PlacedLine]) -> float:
    """The usual distance between the baselines of a page, in points."""
    boxes = [_box(line) for line in lines]
    distances = []
    for before, box in pairwise(boxes):
        height, distance = box[3] - box[1], box[3] - before[3]
        if _LEADING[0] * height <= distance <= _LEADING[1] * height:
            distances.append(distance)
    if distances:
        return max(_LEAST, median(distances))
    return max(_LEAST, _USUAL * median(box[3] - box[1] for box in boxes)) if boxes else 12.0


def _spaced(blocks: list[Block], leading: float, area: tuple[float, float], width: float) -> list[Block]:
    """The blocks with the gap above each, and centred lines marked."""
    found: list[Block] = []
    boxes = [_box(block) for block in blocks]
    before: Box | None = None
    for number, (block, box) in enumerate(zip(blocks, boxes, strict=True)):
        if isinstance(block, Line):
            gap = _gap(before, box, leading) if before is None or box[3] > before[1] else 1.0
            centred = _is_centred(box, area, width) and not _is_flush(box, boxes[max(0, number - 1) : number + 2])
            found.append(Line(block.text, block.place, gap, block.bold, block.size, centred))
        else:
            block.gap = 0.0 if before is None else max(0.0, round((box[1] - before[3]) / leading, 2))
            found.append(block)
        before = box
    return found


def _is_centred(box: Box, area: tuple[float, float], width: float) -> bool:
    middle = (box[0] + box[2]) / 2
    if min(abs(middle - width / 2), abs(middle - sum(area) / 2)) > _CENTRED:
        return False
    return box[0] - area[0] > _INDENTED * width and area[1] - box[2] > _INDENTED * width


def _is_flush(box: Box, neighbours: Sequence[Box]) -> bool:
    """Does a neighbouring line of another length begin at the same x?"""
    return any(abs(other[0] - box[0]) < _FLUSH and abs(other[2] - box[2]) > 3 * _FLUSH for other in neighbours)
