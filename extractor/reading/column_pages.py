"""Tables aligned by blanks that go on over a page break: every page gets the columns of the whole table."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import Final, TypeAlias

from extractor.reading.column_cells import arrange
from extractor.reading.column_corridors import Columns
from extractor.reading.column_crowded import spread
from extractor.reading.column_glued import unglue
from extractor.reading.column_grid import build_grid
from extractor.reading.column_numbered import index_row
from extractor.reading.column_ordered import in_order
from extractor.reading.column_part import Part
from extractor.reading.column_settle import Sheet, settle
from extractor.reading.column_tracks import continues, share_columns
from extractor.reading.column_views import view_lines
from extractor.reading.document import Grid, Page
from extractor.reading.placed import PlacedLine

Source: TypeAlias = Callable[[int, Grid], Sequence[PlacedLine]]
"""The lines of a grid on the page with this index; empty where they are not to be had."""

_MAX_RUN: Final = 60
"""Pages of one table that are looked at together."""
_HEAD_LINES: Final = 4
_SAME_HEAD: Final = 0.6
"""Share of the words of a header that the table before must have in its own for it to be the same one."""


@dataclass(frozen=True, slots=True)
class _Held:
    """A grid with its lines, its page and its place among the blocks of the page."""

    page: int
    block: int
    grid: Grid
    part: Part


def align_pages(pages: Sequence[Page], source: Source) -> None:
    """Give tables that go on at the top of the next page the same columns on all their pages; changes the blocks of the pages."""
    run: list[_Held] = []
    for index, page in enumerate(pages):
        first = _held(index, page, 0, source)
        if first and run and len(run) < _MAX_RUN and _goes_on(run, first):
            run.append(first)
        else:
            _refit(pages, run)
            run = [first] if first else []
        if len(page.blocks) != 1:
            _refit(pages, run)
            for block in range(1, len(page.blocks) - 1):
                within = _held(index, page, block, source)
                _refit(pages, [within] if within else [])
            last = _held(index, page, len(page.blocks) - 1, source) if page.blocks else None
            run = [last] if last else []
    _refit(pages, run)


def _held(index: int, page: Page, block: int, source: Source) -> _Held | None:
    if not page.blocks or not isinstance(grid := page.blocks[block], Grid) or grid.origin != "layout" or len(grid.edges) < 3:
        return None
    lines = source(index, grid)
    if not lines:
        return None
    views, _ = view_lines(lines, 1.0)
    return _Held(index, block, grid, Part(views, Columns(tuple(grid.edges[1:-1]), grid.edges[0], grid.edges[-1])))


def _goes_on(run: Sequence[_Held], after: _Held) -> bool:
    """Whether a grid at the top of a page goes on with the table at the bottom of the page before."""
    if not continues(run[-1].part, after.part):
        return False
    heads = [view for view in after.part.views[:_HEAD_LINES] if view.is_header and not view.is_index]
    words = [word[2].lower() for view in heads for word in view.words]
    known = {word[2].lower() for view in run[0].part.views[: 2 * _HEAD_LINES] for word in view.words}
    return sum(word in known for word in words) >= _SAME_HEAD * len(words)


def _are_numbered(parts: Sequence[Part]) -> bool:
    """Whether every page numbers its columns, as many on each: the columns of one page are those of the next."""
    rows = [index_row(part.views, part.columns.separators) for part in parts]
    return (
        all(row and len(row.words) == len(parts[0].columns.edges) - 1 for row in rows)
        and len({len(part.columns.edges) for part in parts}) == 1
    )


def _refit(pages: Sequence[Page], run: Sequence[_Held]) -> None:
    parts = [held.part for held in run]
    own = [part.columns for part in parts]
    found = share_columns(parts) if len(run) > 1 else own
    if len(run) > 1 and _are_numbered(parts) and len(found[0].edges) != len(own[0].edges):
        found = own
    if not all(columns.separators for columns in found):
        return
    sheets = []
    for held, columns in zip(run, found, strict=True):
        rows = unglue(held.part.views, columns.separators, arrange(held.part.views, columns.separators))
        sheets.append(Sheet(held.part.views, columns.edges, rows))
    for held, columns, sheet, settled in zip(run, found, sheets, settle(sheets), strict=True):
        rows = spread(held.part.views, in_order(sheet, settled), len(columns.separators) + 1)
        grid = build_grid(held.part.views, rows, columns, 1.0, held.grid.confidence)
        pages[held.page].blocks[held.block] = replace(grid, gap=held.grid.gap)
