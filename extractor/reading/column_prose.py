"""Lines of running text, which end a table told from what stands under what."""

import re
from collections.abc import Sequence
from itertools import groupby
from typing import Final

from extractor.reading.column_lines import LineView
from extractor.reading.column_views import nearby

_PROSE_WORDS: Final = 7
_PROSE_WIDTH: Final = 0.62
"""A line without wide blanks is prose from this share of the page's text width."""
_PROSE_MARGIN: Final = 0.13
"""How far, as a share of that width, it may end before the right margin."""
_SENTENCE: Final = re.compile(r"[A-Z][a-z]*(?:\s\S+){3,}(?:\s(?:berikut|ini)[.:]?|[a-z]:)|[A-Z][a-z]*(?:\s\S+){5,}[a-z]\.")
"""A short sentence that stands between two tables or lists: it announces one, or ends with a full stop."""
_ENDED: Final = re.compile(r"[a-z%)][.:;]$")
"""How the last line of a paragraph ends."""
_LEAST_SPREAD: Final = 6
"""Words of a line of a paragraph that was stretched, at least."""
_SPREAD_WORDS: Final = 0.6
_SPREAD: Final = 0.75
"""Share of its blanks that are wide, at least; texts of a table have narrow ones between their words."""
_ITEM_MARKS: Final = frozenset("-–•▪●➢✓*")
_LEAST_ITEMS: Final = 3
_INDENT: Final = 6.0
"""Characters between the mark of an item and its text, at most."""
_AT_MARGIN: Final = 1.5
"""Characters right of the page's text at which it begins at most."""
LARGER: Final = 1.08
"""Size of a heading between two tables, in those of their lines, at least."""


def prose_lines(views: Sequence[LineView]) -> list[bool]:
    """Which lines are running text for certain: no wide blank, most of the page wide, and up to its right margin."""
    lefts, rights = nearby([view.x0 for view in views], min), nearby([view.x1 for view in views], max)
    found = [_is_prose(view, left, right) for view, left, right in zip(views, lefts, rights, strict=True)]
    among = _paragraphs(views, lefts)
    listed = _listed(views)
    return [any(told) for told in zip(found, among, listed, strict=True)]


def _listed(views: Sequence[LineView]) -> list[bool]:
    """Which lines of a page are items of a list, each a mark and one text: nothing of the header or the table right below them."""
    items = [_is_item(view) for view in views]
    runs = [(is_item, sum(1 for _ in run)) for is_item, run in groupby(items)]
    return [is_item and length >= _LEAST_ITEMS for is_item, length in runs for _ in range(length)]


def _is_item(view: LineView) -> bool:
    if view.line.place.box is None or len(view.chunks) != 2:
        return False
    mark, text = view.chunks
    return mark.text in _ITEM_MARKS and text.x0 - mark.x1 <= _INDENT and text.stop - text.first > 1


def _paragraphs(views: Sequence[LineView], lefts: Sequence[float]) -> list[bool]:
    """Which lines are of a paragraph of two full lines or more; tables may be wider than the text around them."""
    worded = [_is_worded(view) and view.x0 <= left + _AT_MARGIN for view, left in zip(views, lefts, strict=True)]
    rights = nearby([view.x1 if alone else left for view, alone, left in zip(views, worded, lefts, strict=True)], max)
    full = [alone and _is_prose(view, left, right) for view, alone, left, right in zip(views, worded, lefts, rights, strict=True)]
    below = [index > 0 and view.line.gap == 0 and not view.is_split for index, view in enumerate(views)]
    found = [False] * len(views)
    for index in range(1, len(views)):
        if below[index] and views[index - 1].x0 <= lefts[index - 1] + _AT_MARGIN and _is_spread(views[index - 1], views[index]):
            found[index - 1] = True
        if below[index] and full[index] and full[index - 1]:
            found[index - 1] = found[index] = True
        elif below[index] and found[index - 1] and abs(views[index].x0 - views[index - 1].x0) <= 1.0 and _ENDED.search(views[index].text):
            found[index] = True
    return found


def _is_worded(view: LineView) -> bool:
    """Whether a line of text aligned by blanks reads as running text: one text, mostly of words in small letters."""
    small = sum(word[2].strip(".,;:()").isalpha() and word[2][0].islower() for word in view.words)
    return not (view.line.place.box or view.is_split) and view.words[0][2][0].isalpha() and 2 * small >= len(view.words) >= _PROSE_WORDS


def _is_prose(view: LineView, left: float, right: float) -> bool:
    if view.is_split or view.is_group:
        return False
    if announces(view) and view.x0 <= left + _AT_MARGIN:
        return True
    if len(view.words) < _PROSE_WORDS:
        return False
    return view.x1 - view.x0 >= _PROSE_WIDTH * (right - left) and view.x1 >= right - _PROSE_MARGIN * (right - left)


def announces(view: LineView) -> bool:
    """Whether a line is a sentence such as stands between two tables or lists; in text aligned by blanks below a blank line alone."""
    apart = bool(view.line.place.box) or (view.line.gap >= 1 and not view.is_split)
    return apart and not view.line.bold and _SENTENCE.fullmatch(view.text) is not None


def _is_spread(view: LineView, below: LineView) -> bool:
    """Whether a line of text aligned by blanks is one of a paragraph, stretched to the margin unevenly, above another line of it."""
    wide = len(view.chunks) - 1
    words = sum(word[2].strip(".,;:()").isalpha() and word[2].islower() for word in view.words)  # names of columns begin large
    alone = view.line.place.box is None and abs(view.x0 - below.x0) <= 1.0 and view.words[0][2].isalpha()
    return (
        alone and len(view.words) >= _LEAST_SPREAD and words > _SPREAD_WORDS * len(view.words) and wide >= _SPREAD * (len(view.words) - 1)
    )


def is_larger(view: LineView, above: float | None, below: float | None) -> bool:
    """Whether a line of one text is set in larger letters than the nearest lines of columns above and below it, of which these are the
    sizes in points: a heading between two tables, or above the first one.
    """
    if view.is_split or view.line.size is None or below is None:
        return False
    return view.line.size > LARGER * max(above or 0.0, below)


def sizes_below(views: Sequence[LineView]) -> list[float | None]:
    """For each line the size of the first line of columns below it; None where there is none."""
    found: list[float | None] = []
    size: float | None = None
    for view in reversed(views):
        found.append(size)
        size = view.line.size if view.is_split else size
    return found[::-1]
