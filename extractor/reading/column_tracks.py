"""One table over several pages: the separators that its pages show, told from all of them together.

A converter that aligns tables by blanks scales every page by itself, and a page with few rows shows few separators. Each
separator is followed over the pages as a track; it stays where the lines of all pages together speak for it.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final, TypeAlias

from extractor.reading.column_corridors import Columns, Profiles
from extractor.reading.column_lines import LineView

_MATCH: Final = 3.0
"""Characters by which the corridor of a separator may miss the one of the page before."""
_SCALES: Final = tuple(step / 25 for step in range(18, 38))
"""How much wider or narrower than the page before a page may be."""
_SHIFTS: Final = (-4, -2, 0, 2, 4)
_SCALE_COST: Final = 1.5
_SHIFT_COST: Final = 0.1
"""What a scale other than 1, and each character of a shift, cost where a separator that meets its corridor counts 1."""
_RIGHT_WEIGHT: Final = 0.3
_LEAST_MATCHED: Final = 0.6
"""Share of the separators of the poorer page that the other one must show too."""
_SNAP: Final = 3.0
"""Characters around its expected place in which a separator is looked for."""
_SNAP_COST: Final = 0.35
"""What each character away from the expected place costs there."""
_APART: Final = 1.5
"""Characters that two separators are apart at least."""
_BESIDE: Final = 0.6
"""Characters that a text may reach over a separator."""
_MAX_AGAINST: Final = -1.5
"""How much a page's lines may speak against a separator that other pages show."""


Corridor: TypeAlias = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Part:
    """The lines of a table on one page, and the columns that they show by themselves."""

    views: Sequence[LineView]
    columns: Columns


@dataclass(slots=True)
class _Track:
    """One separator on all pages: where it stands."""

    places: list[float]
    own: list[bool]
    """Whether the page shows it by itself."""


@dataclass(frozen=True, slots=True)
class _Page:
    columns: Columns
    values: Sequence[float]
    starts: Sequence[float]
    ends: Sequence[float]
    """Where the texts begin and end."""

    def value(self, place: float) -> float:
        return self.values[index] if 0 <= (index := Profiles.bin_of(place - self.columns.left)) < len(self.values) else 0.0

    def corridor(self, place: float) -> Corridor:
        """How far the white around a separator reaches, up to the nearest texts that lie beside it."""
        low = max((end for end in self.ends if end <= place + _BESIDE), default=self.columns.left)
        high = min((start for start in self.starts if start >= place - _BESIDE), default=self.columns.right)
        return min(low, place), max(high, place)

    @property
    def corridors(self) -> list[Corridor]:
        return [self.corridor(place) for place in self.columns.separators]

    def snapped(self, place: float, low: float, high: float) -> float:
        """The place near the expected one that the lines of this page speak most for."""
        places = [place + step / 2 for step in range(int(-2 * _SNAP), int(2 * _SNAP) + 1)]
        options = [near for near in places if low + _APART <= near <= high - _APART]
        return max(options, key=lambda near: self.value(near) - _SNAP_COST * abs(near - place), default=place)


def share_columns(parts: Sequence[Part]) -> list[Columns]:
    """The columns of each page of one table, as many on every page; those of the pages themselves where they do not agree."""
    pages = [_page(part) for part in parts]
    tracks = [_Track([place], [True]) for place in pages[0].columns.separators]
    for index, page in enumerate(pages[1:], start=1):
        tracks = _followed(tracks, pages[:index], page)
    kept = [track for track in tracks if _support(track, tracks, pages) > 0]
    return [_agreed(page, [(track.places[index], track.own[index]) for track in kept]) for index, page in enumerate(pages)]


def _agreed(page: _Page, places: Sequence[tuple[float, bool]]) -> Columns:
    """These separators, or those of the page itself where its lines speak against one of them."""
    if any(not own and page.value(place) < _MAX_AGAINST for place, own in places):
        return page.columns
    return Columns(tuple(place for place, _ in places), page.columns.left, page.columns.right)


def _support(track: _Track, tracks: Sequence[_Track], pages: Sequence[_Page]) -> float:
    """What all pages say for a separator; one that lies in the corridor of another parts nothing there, and counts nothing."""
    total = 0.0
    for index, page in enumerate(pages):
        low, high = page.corridor(track.places[index])
        shared = any(other is not track and low <= other.places[index] <= high for other in tracks)
        value = page.value(track.places[index])
        total += value if track.own[index] or value < 0 or not shared else 0.0
    return total


def continues(before: Part, after: Part) -> bool:
    """Whether the columns of a page are those of the page before, up to the scale and a few that one page does not show."""
    old, new = _page(before), _page(after)
    matched = _matched(old.corridors, new.corridors, new.columns.left - old.columns.left)
    return len(matched) >= max(1.0, _LEAST_MATCHED * min(len(old.columns.separators), len(new.columns.separators)))


def _page(part: Part) -> _Page:
    profiles = Profiles(part.views)
    values = profiles.values(0, len(part.views), part.columns.left, part.columns.right)
    chunks = [chunk for view in part.views for chunk in view.chunks]
    starts, ends = sorted({chunk.x0 for chunk in chunks}), sorted({chunk.x1 for chunk in chunks})
    return _Page(part.columns, values, starts, ends)


def _followed(tracks: Sequence[_Track], before: Sequence[_Page], page: _Page) -> list[_Track]:
    """The tracks, each with its place on one more page, and new ones for separators that only this page shows."""
    own, last = page.columns.separators, [track.places[-1] for track in tracks]
    old = [before[-1].corridor(place) for place in last]
    matched = _matched(old, page.corridors, page.columns.left - before[-1].columns.left)
    anchors = [(before[-1].columns.left, page.columns.left), *((last[index], own[found]) for index, found in matched.items())]
    taken = list(own)
    for index, track in enumerate(tracks):
        place = own[matched[index]] if index in matched else _placed(page, _moved(last[index], anchors), taken)
        track.places.append(place)
        track.own.append(index in matched)
        taken.append(place)
    fresh = [place for found, place in enumerate(own) if found not in matched.values()]
    back = [(after, before) for before, after in anchors]
    absent = [False] * len(before)
    added = [_Track([*_backwards(tracks, before, _moved(place, back)), place], [*absent, True]) for place in fresh]
    return sorted([*tracks, *added], key=lambda track: track.places[-1])


def _backwards(tracks: Sequence[_Track], pages: Sequence[_Page], place: float) -> list[float]:
    """Where a separator that a later page shows stands on the pages before; ``place`` is where the last of them expects it."""
    places: list[float] = []
    for index in range(len(pages) - 1, -1, -1):
        taken = [track.places[index] for track in tracks]
        places.append(_placed(pages[index], place, taken))
        if index:
            lefts = (pages[index].columns.left, pages[index - 1].columns.left)
            place = _moved(place, [lefts, *((track.places[index], track.places[index - 1]) for track in tracks)])
    return places[::-1]


def _placed(page: _Page, place: float, taken: Sequence[float]) -> float:
    low = max((other for other in taken if other <= place), default=page.columns.left - _SNAP)
    high = min((other for other in taken if other > place), default=page.columns.right + _SNAP)
    return page.snapped(place, low, high)


def _moved(place: float, anchors: Sequence[tuple[float, float]]) -> float:
    """A place of one page on another, between the places that both show."""
    low = max((pair for pair in anchors if pair[0] <= place), default=None)
    high = min((pair for pair in anchors if pair[0] > place), default=None)
    if low and high:
        return low[1] + (place - low[0]) * (high[1] - low[1]) / (high[0] - low[0])
    near = low or high
    return place if near is None else near[1] + place - near[0]


def _matched(old: Sequence[Corridor], own: Sequence[Corridor], shift: float) -> dict[int, int]:
    """Which corridor of the page is which one of the page before: the nearest first, in the same order."""
    moved = _mapped(old, own, shift)
    near = [(_distance(a, b), i, j) for i, a in enumerate(moved) for j, b in enumerate(own) if _gap(a, b) <= _MATCH]
    found: dict[int, int] = {}
    for _, i, j in sorted(near):
        if i not in found and j not in found.values() and all((i < k) == (j < found[k]) for k in found):
            found[i] = j
    return dict(sorted(found.items()))


def _mapped(old: Sequence[Corridor], own: Sequence[Corridor], shift: float) -> list[Corridor]:
    """The corridors of one page where they stand on the next one, scaled so that most of them meet one there."""
    origin = min((low for low, _ in old), default=0.0)
    best, found = float("-inf"), list(old)
    for scale in _SCALES:
        for offset in _SHIFTS:
            base = origin + offset + shift
            moved = [(base + scale * (low - origin), base + scale * (high - origin)) for low, high in old]
            score = _meeting(moved, own) - _SCALE_COST * abs(scale - 1.0) - _SHIFT_COST * abs(offset)
            if score > best:
                best, found = score, moved
    return found


def _meeting(moved: Sequence[Corridor], own: Sequence[Corridor]) -> float:
    return sum(max(0.0, 1.0 - min((_distance(one, other) for other in own), default=_MATCH) / _MATCH) for one in moved)


def _gap(one: Corridor, other: Corridor) -> float:
    return max(one[0] - other[1], other[0] - one[1], 0.0)


def _distance(one: Corridor, other: Corridor) -> float:
    """How far apart two corridors are; also how far their right ends are, where the texts of the next column begin."""
    return _gap(one, other) + _RIGHT_WEIGHT * abs(one[1] - other[1])
