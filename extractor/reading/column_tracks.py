"""One table over several pages: the separators that its pages show, told from all of them together.

A converter that aligns tables by blanks scales every page by itself, and a page with few rows shows few separators. Each
separator is followed over the pages as a track; it stays where the lines of all pages together speak for it.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import Final

from extractor.reading.column_corridors import Columns
from extractor.reading.column_match import Column, Content, likeness, match_columns
from extractor.reading.column_part import Part, PartView, mapped, moved
from extractor.reading.column_tidy import parting

_LEAST_LIKE: Final = 0.4
"""How alike the columns of two pages must be on average to be those of one table."""
_LEAST_MATCHED: Final = 0.6
"""Share of the columns of the poorer page that the other one must show too."""


@dataclass(slots=True)
class _Track:
    """One separator on all pages: where it stands."""

    places: list[float]
    own: list[bool]
    """Whether the page shows it by itself."""


@dataclass(slots=True)
class _Table:
    """The pages of a table that were followed so far, its separators and what stands in its columns."""

    pages: list[PartView]
    tracks: list[_Track]
    contents: list[Content]


def share_columns(parts: Sequence[Part]) -> list[Columns]:
    """The columns of each page of one table, as many on every page."""
    pages = [PartView.of(part) for part in parts]
    table = _Table([pages[0]], [_Track([place], [True]) for place in pages[0].columns.separators], list(pages[0].contents))
    for page in pages[1:]:
        _follow(table, page)
    kept = [track for track in table.tracks if _support(track, table.tracks, pages) > 0]
    placed = [[track.places[index] for track in kept] for index in range(len(pages))]
    useful = parting([(part.views, places) for part, places in zip(parts, placed, strict=True)])
    return [
        Columns(tuple(places[index] for index in useful), page.columns.left, page.columns.right)
        for page, places in zip(pages, placed, strict=True)
    ]


def continues(before: Part, after: Part) -> bool:
    """Whether the columns of a page are those of the page before, up to the scale and a few that one page does not show."""
    old, new = PartView.of(before), PartView.of(after)
    known = _expected(old, new, old.columns.separators, old.contents)
    steps = match_columns(known, new.spans)
    matched = sum(1 for a, b in steps if a and b)
    return matched >= max(2.0, _LEAST_MATCHED * min(len(known), len(new.spans))) and likeness(steps, known, new.spans) >= _LEAST_LIKE


def _support(track: _Track, tracks: Sequence[_Track], pages: Sequence[PartView]) -> float:
    """What all pages say for a separator; one that lies in the corridor of another parts nothing there, and counts nothing."""
    total = 0.0
    for index, page in enumerate(pages):
        low, high = page.corridor(track.places[index])
        shared = any(other is not track and low <= other.places[index] <= high for other in tracks)
        value = page.value(track.places[index])
        total += value if track.own[index] or value < 0 or not shared else 0.0
    return total


def _expected(last: PartView, page: PartView, places: Sequence[float], contents: Sequence[Content]) -> list[Column]:
    """The columns between these places of the last page where they are expected on the next one."""
    corridors = mapped([last.corridor(place) for place in places], page.corridors, page.columns.left - last.columns.left)
    lefts = [page.columns.left, *(high for _, high in corridors)]
    rights = [*(low for low, _ in corridors), page.columns.right]
    return [Column(left, right, content) for left, right, content in zip(lefts, rights, contents, strict=True)]


def _follow(table: _Table, page: PartView) -> None:
    """Give every track its place on one more page, and add tracks for separators that only this page shows."""
    last = [track.places[-1] for track in table.tracks]
    steps = match_columns(_expected(table.pages[-1], page, last, table.contents), page.spans)
    anchors = _anchors(steps, table, page)
    follower = _Follower(table, page, anchors)
    i = j = 0
    for a, b in steps:
        follower.begin(i if a else 0, j if b else 0)
        if a and b:
            follower.meet()
        follower.take(i, a, j, b)
        i, j = i + a, j + b
    follower.meet()
    table.tracks, table.contents = follower.tracks, follower.contents
    table.pages.append(page)


def _anchors(steps: Sequence[tuple[int, int]], table: _Table, page: PartView) -> list[tuple[float, float]]:
    """Places that both pages show: the left edge and the separators between columns that stand for each other on both."""
    found = [(table.pages[-1].columns.left, page.columns.left)]
    i = j = 0
    before = (0, 0)
    for a, b in steps:
        if i and j and a and b and before[0] and before[1]:
            found.append((table.tracks[i - 1].places[-1], page.columns.separators[j - 1]))
        i, j, before = i + a, j + b, (a, b)
    return found


class _Follower:
    """Puts the tracks of a table and the separators of its next page together, from left to right."""

    def __init__(self, table: _Table, page: PartView, anchors: Sequence[tuple[float, float]]) -> None:
        self.tracks: list[_Track] = []
        self.contents: list[Content] = []
        self._table, self._page, self._anchors = table, page, anchors
        self._back = [(new, old) for old, new in anchors]
        self._old: list[int] = []
        self._new: list[int] = []
        self._alone: tuple[list[Content], list[Content]] = ([], [])

    def begin(self, i: int, j: int) -> None:
        """Note the separators on the left of the old column ``i`` and of the new one ``j``; 0 for none."""
        if i:
            self._old.append(i - 1)
        if j:
            self._new.append(j - 1)

    def meet(self) -> None:
        """The separators noted since the last columns that stand for each other are between them: pair them."""
        pairs = self._pairs()
        fresh = [index for index in self._new if index not in pairs.values()]
        for index in self._old:
            if index in pairs:
                self._extend(index, self._page.columns.separators[pairs[index]], own=True)
            else:
                self._extend(index, self._squeezed(index), own=False)
        for index in fresh:
            self._add(self._page.columns.separators[index])
        old, new = self._alone
        longer, shorter = (old, new) if len(old) >= len(new) else (new, old)
        self.contents.extend(content + other for content, other in zip(longer, shorter, strict=False))
        self.contents.extend(longer[len(shorter) :])
        self._old, self._new, self._alone = [], [], ([], [])

    def take(self, i: int, a: int, j: int, b: int) -> None:
        """One column of the table, and the separator inside it where one of the sides shows it as two."""
        old, new = self._table.contents[i : i + a], self._page.contents[j : j + b]
        if not a or not b:
            self._alone[0].extend(old)
            self._alone[1].extend(new)
        elif a == 2:
            self._extend(i, self._page.placed(self._expectation(i), self._taken()), own=False)
            self.contents.extend(old)
        elif b == 2:
            self._add(self._page.columns.separators[j])
            self.contents.extend([old[0] + new[0], new[1]])
        else:
            self.contents.append(old[0] + new[0])

    def _pairs(self) -> dict[int, int]:
        """Which old separator is which new one: as many as there can be, the nearest in sum, in order."""
        count = min(len(self._old), len(self._new))
        own = self._page.columns.separators
        options = [
            (sum(abs(self._expectation(i) - own[j]) for i, j in zip(old, new, strict=True)), old, new)
            for old in combinations(self._old, count)
            for new in combinations(self._new, count)
        ]
        _, old, new = min(options, default=(0.0, (), ()))
        return dict(zip(old, new, strict=True))

    def _expectation(self, index: int) -> float:
        return moved(self._table.tracks[index].places[-1], self._anchors)

    def _taken(self) -> list[float]:
        return [*(track.places[-1] for track in self.tracks), *self._page.columns.separators]

    def _squeezed(self, index: int) -> float:
        """The place of a separator that the page does not show: where it is white there, or where its neighbours meet."""
        place, page = self._expectation(index), self._page
        if page.columns.left < place < page.columns.right and page.is_white(place):
            return place
        if not self._new:
            return min(place, page.columns.left) if not self.tracks else max(place, page.columns.right)
        low, high = page.corridor(min((page.columns.separators[j] for j in self._new), key=lambda own: abs(own - place)))
        return min(max(place, low), high)

    def _extend(self, index: int, place: float, *, own: bool) -> None:
        track = self._table.tracks[index]
        track.places.append(max(place, self.tracks[-1].places[-1]) if self.tracks else place)
        track.own.append(own)
        self.tracks.append(track)

    def _add(self, place: float) -> None:
        """A new track; on the pages before it stands where this one says."""
        tracks, pages = self._table.tracks, self._table.pages
        places: list[float] = []
        expected = moved(place, self._back)
        for index in range(len(pages) - 1, -1, -1):
            places.append(pages[index].placed(expected, [track.places[index] for track in tracks]))
            if index:
                lefts = (pages[index].columns.left, pages[index - 1].columns.left)
                expected = moved(expected, [lefts, *((track.places[index], track.places[index - 1]) for track in tracks)])
        self.tracks.append(_Track([*places[::-1], place], [*[False] * len(pages), True]))
        self.tracks.sort(key=lambda track: track.places[-1])
