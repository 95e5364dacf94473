"""Physical progress in prose ("realisasi fisik sebesar …") and the column of it in the tables of kegiatan."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import Final

from extractor.checks.case import Case
from extractor.checks.outcome import Evidence, sources_of
from extractor.checks.views.grids import grid_of
from extractor.checks.views.prose import Named, Spoken, named, spoken, spoken_of
from extractor.values.rounding import printed_decimals, printed_interval, rounded

_PHYSICAL: Final = re.compile(r"\bfisik\b", re.IGNORECASE)
_MONEY: Final = re.compile(r"\bkeuangan\b|\banggaran\b", re.IGNORECASE)
_WAYS: Final = ("weighted", "mean")
_CONFIRMED: Final = 2
"""Statements that one way of taking the mean must give before others are held against it."""


@dataclass(frozen=True, slots=True)
class Physical:
    """A physical progress in prose, that of the lines it is said of, and the means that may be meant, by way."""

    said: Evidence
    name: str
    lines: tuple[Evidence, ...]
    means: dict[str, Fraction]

    def fits(self, way: str) -> bool:
        """Whether rounding can make this mean what is stated."""
        return self.means[way] in printed_interval(self.said.value or 0, printed_decimals(self.said.raw))

    @property
    def holds(self) -> bool:
        """Whether one of the means is what is stated."""
        return any(self.fits(way) for way in self.means)

    def shown(self, way: str) -> Fraction:
        """The mean, with two digits at least."""
        return Fraction(rounded(self.means[way], max(2, printed_decimals(self.said.raw))))


def physical(case: Case) -> list[tuple[Physical, str | None]]:
    """All of them, each with the way in which its lines are to be put together; None where nothing shows it."""
    found = [item for item in case.view(spoken) if _is_physical(item)]
    made = [entry for item in found if (entry := _of(case, item)) is not None]
    votes = Counter(way for entry in made if len(entry.lines) > 1 for way in _WAYS if entry.fits(way))
    usual = next((way for way in _WAYS if votes[way] >= _CONFIRMED), None)
    return [(entry, "weighted" if len(entry.lines) == 1 else usual) for entry in made]


def _is_physical(item: Spoken) -> bool:
    last = list(_PHYSICAL.finditer(item.since))
    return bool(last) and item.claim.jenis == "persen" and item.evidence.value is not None and not _MONEY.search(item.since, last[-1].end())


def _of(case: Case, item: Spoken) -> Physical | None:
    """Where a table with a column of physical progress holds all the lines that the sentence speaks of."""
    for thing in (*_by_amount(case, item), *spoken_of(case, item)):
        cells = [_cell(case, pagu) for pagu in thing.pagu]
        weights = [Fraction(e.value or 0) for e in thing.pagu]
        known = [e for e in cells if e is not None and e.value is not None]
        if known and len(known) == thing.lines == len(weights) and sum(weights):
            values = [Fraction(e.value or 0) for e in known]
            weighted = sum((v * w for v, w in zip(values, weights, strict=True)), start=Fraction(0)) / sum(weights)
            mean = sum(values, start=Fraction(0)) / len(values)
            return Physical(item.evidence, thing.name, tuple(known), {"weighted": weighted, "mean": mean})
    return None


def _by_amount(case: Case, item: Spoken) -> Iterator[Named]:
    """Things that have the ceiling that stands last before the percent in its sentence."""
    before: Sequence[Spoken] = [
        s
        for s in case.view(spoken)
        if s.claim.kalimat == item.claim.kalimat and s.claim.ukuran == "pagu" and len(s.before) < len(item.before)
    ]
    if before:
        yield from (thing for thing in case.view(named) if thing.total("pagu") == before[-1].evidence.value)


def _cell(case: Case, pagu: Evidence) -> Evidence | None:
    """The physical progress in the row of a ceiling."""
    place = next((s for s in sources_of(pagu.source) if s.sel is not None), None)
    grid = grid_of(case, place.tabel) if place is not None else None
    if grid is None or place is None or place.sel is None or place.sel[0] >= len(grid.rows):
        return None
    columns = [c for c in grid.columns if _PHYSICAL.search(c.header) and c.kind in ("percent", "number")]
    return grid.evidence(grid.rows[place.sel[0]], columns[0].index) if len(columns) == 1 else None
