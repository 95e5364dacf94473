"""What the table of contents says: its entries, and how well a heading agrees with one of them."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from rapidfuzz import fuzz, process

from extractor.segmenting.reading import Reading, Style, is_bab_word, readings
from extractor.segmenting.wording import Tail, split_tail, squeeze

_MIN_LIKENESS: Final = 78
_MIN_SHARED: Final = 6
"""Letters that two titles must share at least, where one is the beginning of the other."""
_SHORTENED: Final = 8
"""Points lost where only beginnings are compared."""
_MIN_LISTED: Final = 4
_OTHER_NUMBER: Final = 0.4


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of the table of contents."""

    style: Style
    value: int
    squeezed: str


@dataclass(frozen=True, slots=True, eq=False)
class Outline:
    """The entries of the table of contents; empty where a report has none."""

    entries: tuple[Entry, ...] = ()

    def agreement(self, style: Style, value: int, title: str) -> float:
        """How well a heading agrees with an entry, 0 to 1; less than half where the number differs."""
        squeezed = squeeze(title)
        if len(squeezed) < 4:
            return 0.0
        alike = _alike(self, _rank(style), squeezed)
        return max((_strength(entry, likeness, style, value) for entry, likeness in alike), default=0.0)

    def lacks(self, style: Style, value: int, title: str) -> bool:
        """Whether headings numbered like this are listed, but none with this title."""
        return _listed(self, style) >= _MIN_LISTED and self.agreement(style, value, title) == 0


@lru_cache(maxsize=16)
def _listed(outline: Outline, style: Style) -> int:
    return sum(entry.style == style for entry in outline.entries)


def _rank(style: Style) -> int:
    return 0 if style in ("front", "back") else 1 if style in ("bab", "bare") else 2


@lru_cache(maxsize=4096)
def _alike(outline: Outline, rank: int, squeezed: str) -> list[tuple[Entry, float]]:
    """The entries of a rank that read like a title, or of which one is the beginning of the other, each with the likeness."""
    texts, entries = _of_rank(outline, rank)
    likeness = {at: score for _, score, at in process.extract(squeezed, texts, scorer=fuzz.ratio, score_cutoff=_MIN_LIKENESS, limit=None)}
    if len(squeezed) >= _MIN_SHARED:
        for length, places in _by_length(outline, rank).items():
            short = min(length, len(squeezed))
            beginnings = [texts[at][:short] for at in places]
            cutoff = _MIN_LIKENESS + _SHORTENED
            for _, score, at in process.extract(squeezed[:short], beginnings, scorer=fuzz.ratio, score_cutoff=cutoff, limit=None):
                likeness[places[at]] = max(likeness.get(places[at], 0.0), score - _SHORTENED)
    return [(entries[at], score) for at, score in likeness.items()]


@lru_cache(maxsize=16)
def _of_rank(outline: Outline, rank: int) -> tuple[list[str], list[Entry]]:
    entries = [entry for entry in outline.entries if _rank(entry.style) == rank]
    return [entry.squeezed for entry in entries], entries


@lru_cache(maxsize=16)
def _by_length(outline: Outline, rank: int) -> dict[int, list[int]]:
    """Length of the titles of a rank, where it is enough to compare beginnings -> their places."""
    found: dict[int, list[int]] = {}
    for at, text in enumerate(_of_rank(outline, rank)[0]):
        if len(text) >= _MIN_SHARED:
            found.setdefault(len(text), []).append(at)
    return found


def _strength(entry: Entry, likeness: float, style: Style, value: int) -> float:
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
