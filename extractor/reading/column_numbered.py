"""The row of column numbers below a header: it names every column, and stands in the middle of each.

Between two numbers lies one separator. It is where the lines speak most for one, also where they alone would show none or several:
ticks that a converter set a little off their column, figures with an ordinary blank before the text beside them.
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise
from typing import Final

from extractor.reading.column_corridors import Columns, Profiles
from extractor.reading.column_headed import merged
from extractor.reading.column_kinds import kind_of
from extractor.reading.column_lines import LineView

_LEAST: Final = 3
_CLEARLY: Final = 0.3
"""Share of what the lines say for the best place between two numbers that they say at least for one that parts columns there."""
_MORE: Final = 1.3
"""How many times what the lines say for a separator they say at least for another one that sets the number in the middle."""
_AT_NUMBER: Final = 0.6
"""The same for a separator right at the next number, which then would stand at the left of its column, not in the middle."""
_NEARER: Final = 5.0
"""Characters by which that other one is nearer to where the number would be in the middle."""
_WIDE: Final = 12.0
"""Characters from the middle of a number to the next one from which its column is wide."""
_BEYOND: Final = 4.0
"""Characters beyond a number up to which such a neighbour lies."""
_LEAST_GAP: Final = 2.0
"""Characters between the texts of two columns at least where no line has both."""
_BESIDE: Final = 0.5
"""Characters from a separator to the texts behind it."""
_MARKS: Final = frozenset(("tick", "percent", "amount"))
_MAX_SHARED: Final = 0.1
"""Share of the lines with several ticks or figures in which two of them may stand under one number."""


def index_row(views: Sequence[LineView], separators: Sequence[float]) -> LineView | None:
    """The row that numbers all columns from 1 on, if these lines hold one; months in a part of the columns are none."""
    for view in views:
        if not view.is_index or len(view.words) < _LEAST or not separators:
            continue
        counts_on = [int(word[2].strip("(⁽)⁾")) for word in view.words] == list(range(1, len(view.words) + 1))
        # What lies right of the last number is of its column, however far.
        last = separators[-2 if len(separators) == len(view.words) else -1]
        if counts_on and view.words[0][0] < separators[0] and view.words[-1][1] > last:
            return view
    return None


def numbered(views: Sequence[LineView], columns: Columns) -> Columns:
    """The columns that the row of their numbers names; the given ones where there is no such row, or it numbers groups of columns."""
    row = index_row(views, columns.separators)
    if row is None or _shares_numbers(views, row):
        return columns
    # lines of the table may reach beyond those that showed its columns
    left, right = min(columns.left, *(view.x0 for view in views)), max(columns.right, *(view.x1 for view in views))
    values, reach = Profiles(views).values(0, len(views), left, right), replace(columns, left=left, right=right)
    # a number in brackets may be wider than its column, so that the next column begins right of its middle
    separators: list[float] = []
    for before, after in pairwise(row.words):
        middle = (before[0] + before[1]) / 2
        place = _separator(values, reach, middle, after[0])
        separators.append(_centring(values, reach, (middle, after[0]), 2 * middle - (separators or [left])[-1], place))
    at = next(index for index, view in enumerate(views) if view is row)
    return replace(columns, separators=_filled(views[at + 1 :], reach.edges[0], separators, reach.right))


def _filled(views: Sequence[LineView], left: float, separators: list[float], right: float) -> tuple[float, ...]:
    """The separators; one beside a column in which no text begins stands where the texts of the column before it leave one gap."""
    found = [left, *separators, right]
    for at in range(1, len(found) - 1):
        before, after = ([c for view in views for c in view.chunks if found[n] <= c.x0 < found[n + 1]] for n in (at - 1, at))
        gaps = [right for (_, left), (right, _) in pairwise(merged((c.x0, c.x1) for c in before)) if right - left >= _LEAST_GAP]
        if not after and len(gaps) == 1:
            found[at] = gaps[0] - _BESIDE
    return tuple(found[1:-1])


def _separator(values: Sequence[float], columns: Columns, start: float, stop: float) -> float:
    """The place from the middle of a number to the next one that the lines speak most for; of several the last one,
    where the next column's texts begin.
    """
    first, last = Profiles.bin_of(start - columns.left) + 1, Profiles.bin_of(stop - columns.left) - 1
    shown = [Profiles.bin_of(place - columns.left) for place in columns.separators if start < place <= stop]

    def worth(index: int) -> tuple[float, int]:
        return (values[index] if 0 <= index < len(values) else 0.0, index)

    best = max(range(first, max(last, first) + 1), key=worth)
    own = max(shown, key=worth, default=best)
    # one that hardly any line shows is left where its neighbour lies on the other side of a number
    beyond = any(stop < place <= stop + _BEYOND or start - _BEYOND <= place <= start for place in columns.separators)
    best = own if not beyond or worth(own)[0] >= _CLEARLY * worth(best)[0] else best
    return columns.left + best / Profiles.bin_of(1.0)


def _centring(values: Sequence[float], columns: Columns, span: tuple[float, float], wanted: float, place: float) -> float:
    """The place of a separator, or another one in a wide span that the lines speak for and by which the number before it stands far nearer
    to the middle of its column, which ends at ``wanted`` if the number stands right there.
    """
    if span[1] - span[0] < _WIDE:
        return place
    first, last = (Profiles.bin_of(end - columns.left) for end in span)
    inner = range(max(first + 1, 1), min(last, len(values) - 1))
    peaks = [index for index in inner if values[index] > 0 and values[index - 1] <= values[index] > values[index + 1]]
    own = Profiles.bin_of(place - columns.left)
    least = (_AT_NUMBER if place >= span[1] else _MORE) * (values[own] if own < len(values) else 0.0)
    places = [columns.left + index / Profiles.bin_of(1.0) for index in peaks if values[index] >= least]
    nearest = min(places, key=lambda other: abs(other - wanted), default=place)
    return nearest if abs(place - wanted) - abs(nearest - wanted) >= _NEARER else place


def _shares_numbers(views: Sequence[LineView], row: LineView) -> bool:
    """Whether ticks or figures stand side by side under one number: it numbers a group of columns."""
    centres = [(x0 + x1) / 2 for x0, x1, _ in row.words]
    shared = several = 0
    for view in views:
        marks = [chunk for chunk in view.chunks if view is not row and not view.is_header and kind_of(chunk.text) in _MARKS]
        under = Counter(min(range(len(centres)), key=lambda index: abs(centres[index] - (mark.x0 + mark.x1) / 2)) for mark in marks)
        several += len(marks) > 1
        shared += any(count > 1 for count in under.values())
    return shared > _MAX_SHARED * several
