"""Furniture that a page's table has swallowed: a footer below the last row, a page number between two rows.

Where other pages show a line to be furniture, its text and place are known here too, the number that counts the pages included.
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final, NamedTuple

from extractor.reading.document import Box
from extractor.reading.furniture import digits_aside, page_shift, with_page
from extractor.reading.pdf_draft import Furnishing, PageDraft

_ROOM: Final = 1.0
"""Points around a line within which its words stand on other pages."""
_SAME_PLACE: Final = 4.0
"""Points by which the top of a line may differ from page to page."""


class _Kind(NamedTuple):
    """Furniture of one wording at one height of pages of one size."""

    width: int
    height: int
    text: str
    row: int


@dataclass(slots=True)
class _Known:
    """The texts of a piece of furniture with the pages (0-based) that they stand on, and the area that they take."""

    texts: list[tuple[int, str]]
    box: Box

    def on(self, page: int) -> list[str]:
        """What it says on this page, which it may not stand on."""
        shift = page_shift(self.texts)
        if shift is None:
            return sorted({text for _, text in self.texts})
        return sorted({with_page(text, of + shift, page + shift) for of, text in self.texts})


def pages_to_read_again(drafts: Sequence[PageDraft], furniture: Mapping[int, set[int]]) -> dict[int, list[Furnishing]]:
    """The pages (0-based) whose tables hold a line that is furniture elsewhere, with the furniture to keep out of them.

    ``furniture`` numbers the lines and grids of every page that are furniture.
    """
    known = _known(drafts, furniture)
    found = {}
    for index, draft in enumerate(drafts):
        if not draft.grids:
            continue
        size = round(draft.width), round(draft.height)
        spots = [Furnishing(text, one.box) for kind, one in known.items() if kind[:2] == size for text in one.on(index)]
        if inside := [spot for spot in spots if _in_table(spot, draft)]:
            found[index] = inside
    return found


def _known(drafts: Sequence[PageDraft], furniture: Mapping[int, set[int]]) -> dict[_Kind, _Known]:
    pieces: defaultdict[_Kind, list[tuple[int, str, Box]]] = defaultdict(list)
    for index in sorted(furniture):
        draft = drafts[index]
        for line in (draft.lines[item] for item in sorted(furniture[index]) if item < len(draft.lines)):
            if line.place.box is not None:
                text = " ".join(word.text for word in line.words)
                row = round(line.place.box[1] / _SAME_PLACE)
                pieces[_Kind(round(draft.width), round(draft.height), digits_aside(text), row)].append((index, text, line.place.box))
    return {kind: _Known([(index, text) for index, text, _ in found], _cover([box for *_, box in found])) for kind, found in pieces.items()}


def _cover(boxes: Sequence[Box]) -> Box:
    x0, top, x1, bottom = zip(*boxes, strict=True)
    return min(x0) - _ROOM, min(top) - _ROOM, max(x1) + _ROOM, max(bottom) + _ROOM


def _in_table(spot: Furnishing, draft: PageDraft) -> bool:
    """Does a table hold a line at this place that is the furniture, a part of it that a border has cut off, or has it among its words?"""
    for grid in draft.grids:
        if grid.place.box is None or not _meet(grid.place.box, spot.box):
            continue
        for line in (line for row in grid.rows for cell in row.cells for line in cell.lines):
            box = line.place.box
            if box is None or not _meet(box, spot.box):
                continue
            if spot.text in line.text or (_within(box, spot.box) and line.text in spot.text):
                return True
    return False


def _meet(one: Box, other: Box) -> bool:
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]


def _within(box: Box, area: Box) -> bool:
    x, y = (box[0] + box[2]) / 2, (box[1] + box[3]) / 2
    return area[0] <= x <= area[2] and area[1] <= y <= area[3]
