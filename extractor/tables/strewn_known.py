"""The texts of cells that the report's other tables tell: plans, agreements and results name the same outcomes and indicators.

A first dealing finds them where a table is easy to put together; a second one knows in the others where such a text begins and ends,
and in which column it stands.
"""

import re
from collections.abc import Iterable, Iterator
from typing import Final

from extractor.tables.strewn_fit import NUMBERED
from extractor.tables.strewn_grid import Gathered

_GROUPS: Final = {
    "sasaran": "sasaran", "tujuan": "sasaran", "indikator": "indikator", "uraian": "uraian", "kegiatan": "uraian", "program": "uraian",
}  # fmt: skip
"""Roles whose texts reports repeat, those together that name the same things."""
WEIGHTS: Final = {"whole": 2.0, "begun": 1.0, "other": -1.5}
_WORD: Final = re.compile(r"[^\W_]+")
_LEAST_WORDS, _MOST_WORDS = 2, 40
_LEAST_LETTERS: Final = 9
"""Letters of the first words of a text by which it is known."""
_Words = tuple[str, ...]


class Known:
    """Texts of cells by the group of roles in whose columns they stand."""

    def __init__(self, tables: Iterable[Gathered] = ()) -> None:
        votes: dict[str, set[_Words]] = {}
        for table in tables:
            for group, words in _texts(table):
                votes.setdefault(group, set()).add(words)
        self._whole = votes
        self._begun = {group: {words[:stop] for words in found for stop in range(1, len(words))} for group, found in votes.items()}

    def tells_of(self, roles: Iterable[str]) -> bool:
        """Whether there are texts of one of these roles."""
        return any(self._whole.get(_GROUPS.get(role, "")) for role in roles)

    def worth(self, role: str, text: str) -> float:
        """What a text gains in a column of this role by being, or beginning, one that is known there; what it loses by being one of
        another column alone.
        """
        if not self._whole:
            return 0.0
        words = _words(text)
        if sum(map(len, words)) < _LEAST_LETTERS:
            return 0.0
        group = _GROUPS.get(role, "")
        if words in self._whole.get(group, ()):
            return WEIGHTS["whole"]
        if words in self._begun.get(group, ()):
            return WEIGHTS["begun"]
        elsewhere = any(words in found for name, found in (*self._whole.items(), *self._begun.items()) if name != group)
        return WEIGHTS["other"] if elsewhere and len(words) >= _LEAST_WORDS else 0.0


def _texts(table: Gathered) -> Iterator[tuple[str, _Words]]:
    roles = [column.role.name for column in table.head.columns]
    spanning = [(roles[at], " ".join(line.text for line in part)) for at, parts in table.spanning.items() for part in parts]
    cells = [(roles[at], cell.raw) for row in table.grid.rows if not row.header for at, cell in enumerate(row.cells)]
    for role, text in (*spanning, *cells):
        words = _words(text)
        if role in _GROUPS and _LEAST_WORDS <= len(words) <= _MOST_WORDS and (text[:1].isupper() or text[:1].isdigit()):
            yield _GROUPS[role], words


def _words(text: str) -> _Words:
    return tuple(_WORD.findall(NUMBERED.sub("", text).lower()))
