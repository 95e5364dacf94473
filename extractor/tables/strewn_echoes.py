"""What a report says elsewhere of the lines of a cell: reports name the same indicators, programmes and offices in many places.

Tables break the same text in different places. Where the words on both sides of a line's end stand within one line elsewhere, they
are one text; where what ends there ends a block elsewhere, and what begins there begins one, they are two.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from typing import Final

from extractor.reading.document import Line

_WORD: Final = re.compile(r"[^\W\d_]+")
_LEAST: Final = 9
"""Letters that words have together at least to be told again."""
_EDGE: Final = 3
"""Words by which the beginning and the end of a block are told."""


class Echoes:
    """The words that stand beside each other in the lines of a report, and with which its blocks begin and end."""

    def __init__(self, lines: Iterable[Line] = ()) -> None:
        self._within: Counter[tuple[str, ...]] = Counter()
        self._starts: Counter[tuple[str, ...]] = Counter()
        self._ends: Counter[tuple[str, ...]] = Counter()
        self._known: dict[tuple[str, str], int] = {}
        before: tuple[str, ...] = ()
        for line in lines:
            words = _words(line.text)
            self._within.update(set(_triples(words)))
            if line.gap > 0:
                self._starts.update((words[:_EDGE],))
                self._ends.update((before[-_EDGE:],))
            before = words

    def between(self, above: str, below: str) -> int:
        """1 where the two lines are one text elsewhere, -1 where they are two, 0 where the report does not tell."""
        key = (above, below)
        if key not in self._known:
            self._known[key] = self._between(_words(above), _words(below))
        return self._known[key]

    def _between(self, above: tuple[str, ...], below: tuple[str, ...]) -> int:
        if not above or not below:
            return 0
        if any(self._within[triple] for triple in _across(above, below)):
            return 1
        ended, begun = above[-_EDGE:], below[:_EDGE]
        apart = self._ends[ended] > _told(ended) and self._starts[begun] > _told(begun)
        return -1 if apart and _is_long(ended) and _is_long(begun) else 0


def _told(words: tuple[str, ...]) -> int:
    """How often words stand at an edge by themselves: a single word tells little."""
    return 0 if len(words) > 1 else 1


def _across(above: tuple[str, ...], below: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
    joined = (*above[-2:], *below[:2])
    cut = min(len(above), 2)
    for at in range(len(joined) - 2):
        if at < cut < at + 3 and _is_long(joined[at : at + 3]):
            yield joined[at : at + 3]


def _triples(words: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
    return (words[at : at + 3] for at in range(len(words) - 2))


def _is_long(words: tuple[str, ...]) -> bool:
    return sum(map(len, words)) >= _LEAST


def _words(text: str) -> tuple[str, ...]:
    return tuple(_WORD.findall(text.lower()))
