"""Which column of a page is which column of the pages before: the best assignment in order, by place and by content."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from extractor.reading.column_cells import arrange, by_column
from extractor.reading.column_kinds import kind_of
from extractor.reading.column_lines import LineView

_REACH: Final = 6.0
"""Characters by which the beginnings, ends or centres of a column on two pages differ to count as nothing alike."""
_PLACE: Final = 0.35
"""What the same place counts where the same content counts 1."""
_BIAS: Final = 0.1
"""What place and content must exceed for two columns to be the same one."""
_HEADER: Final = 0.6
"""What a header with the same words adds."""
_GAP: Final = -0.15
"""What a column costs that one page does not show."""
_JOINED: Final = -0.5
"""What two columns cost that another page shows as one."""


@dataclass(frozen=True, slots=True)
class Content:
    """What stands in a column: how many words of which kind, and the words of its header."""

    kinds: Counter[str]
    header: Counter[str]

    def __add__(self, other: "Content") -> "Content":
        return Content(self.kinds + other.kinds, self.header | other.header)


@dataclass(frozen=True, slots=True)
class Column:
    """Where the texts of a column begin and end, and what they are."""

    left: float
    right: float
    content: Content

    def joined(self, other: "Column") -> "Column":
        """This column and the next one as one."""
        return Column(self.left, other.right, self.content + other.content)


def contents(views: Sequence[LineView], separators: Sequence[float]) -> list[Content]:
    """What the lines put into each column."""
    found = []
    for pieces in by_column(arrange(views, separators), len(separators) + 1):
        kinds: Counter[str] = Counter()
        header: Counter[str] = Counter()
        for piece in pieces:
            if views[piece.row].is_header:
                header.update(piece.text.lower().split())
            elif not piece.spills:
                kinds.update(kind_of(word) for word in piece.text.split())
        found.append(Content(kinds, header))
    return found


def match_columns(old: Sequence[Column], new: Sequence[Column]) -> list[tuple[int, int]]:
    """How many columns of the old and of the new page stand for each other, from left to right.

    (1, 1) is a column of both, (1, 0) one that the new page lacks, (0, 1) one that only it shows, (2, 1) two that it shows as
    one, (1, 2) one that it shows as two. Dynamic programming over both pages.
    """
    best: list[list[tuple[float, tuple[int, int]]]] = [[(0.0, (0, 0))] * (len(new) + 1) for _ in range(len(old) + 1)]
    for i in range(len(old) + 1):
        for j in range(len(new) + 1):
            if i or j:
                options = [(best[i - a][j - b][0] + _worth(old[i - a : i], new[j - b : j]), (a, b)) for a, b in _STEPS if a <= i and b <= j]
                best[i][j] = max(options, key=lambda option: option[0])
    steps = []
    i, j = len(old), len(new)
    while i or j:
        step = best[i][j][1]
        steps.append(step)
        i, j = i - step[0], j - step[1]
    return steps[::-1]


_STEPS: Final = ((1, 1), (1, 0), (0, 1), (2, 1), (1, 2))


def likeness(steps: Sequence[tuple[int, int]], old: Sequence[Column], new: Sequence[Column]) -> float:
    """Mean worth of the columns that stand for each other; 0 where none do."""
    worth, count, i, j = 0.0, 0, 0, 0
    for a, b in steps:
        if a and b:
            worth, count = worth + _worth(old[i : i + a], new[j : j + b]), count + 1
        i, j = i + a, j + b
    return worth / count if count else 0.0


def _worth(old: Sequence[Column], new: Sequence[Column]) -> float:
    if not old or not new:
        return _GAP
    one = old[0] if len(old) == 1 else old[0].joined(old[1])
    other = new[0] if len(new) == 1 else new[0].joined(new[1])
    joined = _JOINED if len(old) + len(new) > 2 else 0.0
    return _PLACE * _place(one, other) + _alike(one.content, other.content) - _BIAS + joined


def _place(one: Column, other: Column) -> float:
    """1 where two columns begin, end or are centred at the same place, down to -1."""
    offsets = one.left - other.left, one.right - other.right, (one.left + one.right - other.left - other.right) / 2
    return max(1.0 - min(map(abs, offsets)) / _REACH, -1.0)


def _alike(one: Content, other: Content) -> float:
    """1 where all their words are of the same kinds, -1 where none is, 0 where one page shows nothing; more where their headers agree."""
    ours, theirs = one.kinds.total(), other.kinds.total()
    same = sum(min(one.kinds[kind] / ours, other.kinds[kind] / theirs) for kind in one.kinds) if ours and theirs else 0.5
    if not one.header or not other.header:
        return 2 * same - 1
    shared = (one.header & other.header).total() / min(one.header.total(), other.header.total())
    return 2 * same - 1 + _HEADER * (2 * shared - 1)
