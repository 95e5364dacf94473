"""Sentences that say in how many places something is found, and the table that lists the places."""

from collections.abc import Set
from dataclasses import dataclass
from itertools import groupby
from typing import Final

from extractor.checks.case import Case
from extractor.checks.outcome import Evidence, figure
from extractor.checks.views.grids import Grid, grids
from extractor.model import Klaim

_PLACES: Final = frozenset({"kabupaten", "kota", "kecamatan", "kelurahan", "desa", "provinsi"})
_FEWEST: Final = 3
"""Rows of a list of places."""


@dataclass(frozen=True, slots=True)
class Spread:
    """A number of places, and those of a table whose total is the quantity that the sentence states."""

    said: Evidence
    unit: str
    total: Evidence
    places: tuple[Evidence, ...]
    listed: int

    @property
    def holds(self) -> bool:
        """Whether so many places have some of it, or so many are listed."""
        return self.said.value in (len(self.places), self.listed)


def spreads(case: Case) -> list[Spread]:
    """ "40 alat … bagi 5 kecamatan": the quantity is a column's total, the places are its rows above nil."""
    found: list[Spread] = []
    counts = (claim for claim in case.report.klaim if claim.jenis == "jumlah" and isinstance(claim.nilai.nilai, int))
    for _, same in groupby(counts, key=lambda claim: claim.kalimat):
        claims = list(same)
        places = [c for c in claims if c.nilai.satuan in _PLACES]
        amounts = {c.nilai.nilai for c in claims if c.nilai.satuan not in _PLACES}
        if len(places) == 1 and len(amounts) == 1:
            found += [item for grid in case.view(grids) if (item := _in_table(grid, places[0], amounts)) is not None]
    return found


def _in_table(grid: Grid, claim: Klaim, amounts: Set[object]) -> Spread | None:
    """Where the table lists such places and one of its columns adds up to the quantity."""
    unit, said = claim.nilai.satuan or "", figure(claim.nilai, claim.sumber, claim.subjek or "")
    totals = [row for row in grid.rows if row.role == "total"]
    rows = [row for row in grid.rows if row.role == "data"]
    if (
        said is None
        or len(totals) != 1
        or len(rows) < _FEWEST
        or not any(unit in c.header.lower() for c in grid.columns if c.kind == "text")
    ):
        return None
    for column in grid.columns:
        total = totals[0].figures[column.index]
        figures = [f for row in rows if (f := row.figures[column.index]) is not None]
        if column.kind != "number" or total is None or total.value not in amounts or len(figures) < len(rows):
            continue
        if sum(f.value for f in figures) == total.value:
            some = tuple(grid.evidence(row, column.index) for row in rows if (f := row.figures[column.index]) is not None and f.value)
            return Spread(said, unit, grid.evidence(totals[0], column.index), some, len(rows))
    return None
