"""What the table of contents says: its entries, and how well a heading agrees with one of them."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from rapidfuzz import fuzz

from extractor.segmenting.reading import Reading, Style, is_bab_word, readings
from extractor.segmenting.wording import Tail, split_tail, squeeze

_MIN_LIKENESS: Final = 78
_MIN_SHARED: Final = 6
"""Letters that two titles must share at least, where one is the beginning of the other."""
_MIN_LISTED: Final = 4
_OTHER_NUMBER: Final = 0.4


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of the table of contents."""

    style: Style
    value: int
    squeezed: str


@dataclass(frozen=True, slots=True)
class Outline:
    """The entries of the table of contents; empty where a report has none."""

    entries: tuple[Entry, ...] = ()

    def agreement(self, style: Style, value: int, title: str) -> float:
        """How well a heading agrees with an entry, 0 to 1; less than half where the number differs."""
        squeezed = squeeze(title)
        if len(squeezed) < 4:
            return 0.0
        return max((_agree(entry, style, value, squeezed) for entry in self.entries if _rank(entry.style) == _rank(style)), default=0.0)

    def lacks(self, style: Style, value: int, title: str) -> bool:
        """Whether headings numbered like this are listed, but none with this title."""
        listed = sum(entry.style == style for entry in self.entries)
        return listed >= _MIN_LISTED and self.agreement(style, value, title) == 0


def _rank(style: Style) -> int:
    return 0 if style in ("front", "back") else 1 if style in ("bab", "bare") else 2


def _agree(entry: Entry, style: Style, value: int, squeezed: str) -> float:
    short = min(len(entry.squeezed), len(squeezed))
    likeness = fuzz.ratio(entry.squeezed, squeezed)
    if short >= _MIN_SHARED:
        likeness = max(likeness, fuzz.ratio(entry.squeezed[:short], squeezed[:short]) - 8)
    if likeness < _MIN_LIKENESS:
        return 0.0
    strength = 0.5 + (likeness - _MIN_LIKENESS) / (100 - _MIN_LIKENESS) / 2
    return strength if (entry.style, entry.value) == (style, value) or _rank(style) < 2 else strength * _OTHER_NUMBER


def entry_tail(text: str) -> Tail:
    """A line of a list of contents without leader and page number; the number of "BAB 1" alone is no page number."""
    tail = split_tail(text)
    return Tail(text, False, False) if is_bab_word(tail.title) and not tail.leader else tail


def outline_of(texts: Sequence[str]) -> Outline:
    """The outline from the lines of the table of contents (tabs between the cells of a line are allowed)."""
    entries = []
    for text in texts:
        title = entry_tail(text).title
        reading = first_reading(" ".join(title.split()))
        if reading:
            entries.append(Entry(reading.style, reading.value, squeeze(reading.title)))
    return Outline(tuple(entries))


def first_reading(text: str) -> Reading | None:
    """The most telling reading of a line of a list of contents, or None."""
    return next(iter(readings(text)), None)
