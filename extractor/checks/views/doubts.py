"""Rows and tables whose reading shows signs of a slip of its own: what rests on them alone is no contradiction of the report."""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

from extractor.checks.case import Case
from extractor.checks.outcome import Evidence, sources_of
from extractor.checks.views.budget import budget
from extractor.checks.views.grids import grids
from extractor.checks.views.misread import FIGURE, LETTER, Reason, holds_a_row, is_shifted, lacks_years, several, signs, takes_turns
from extractor.checks.views.names import plain
from extractor.checks.views.staff_numbers import staff_numbers
from extractor.checks.views.versions import restated
from extractor.model import DUGAAN, Sumber
from extractor.values.nip import nip_details

_ALONE = re.compile(FIGURE)
_WIDEST = 24
"""Letters that no single figure exceeds."""
_SHARE = 0.25
_FEWEST = 3


@dataclass(frozen=True, slots=True)
class Doubts:
    """Where the reading is not to be trusted, and why."""

    tables: Mapping[str, Reason]
    rows: Mapping[tuple[str, int], Reason]
    places: Mapping[tuple[object, ...], int]
    """Row by table and place, for evidence that is placed at a whole row."""
    crowded: frozenset[tuple[str | None, int, int]]
    """Cells that hold several figures."""
    figures: frozenset[tuple[str, int, int]]
    """Cells that hold one."""

    def about(self, evidence: Evidence) -> Reason | None:
        """Why the reading of an evidence is doubted; None where it is not."""
        for place in sources_of(evidence.source):
            if place.tabel is None:
                continue
            row = place.sel[0] if place.sel else self.places.get((place.tabel, *_spot(place)), -1)
            reason = self.tables.get(place.tabel) or self.rows.get((place.tabel, row))
            if reason and reason != "gap" and not (reason == "crowded" and self._is_told_apart(evidence, place)):
                return reason
        return None

    def _is_told_apart(self, evidence: Evidence, place: Sumber) -> bool:
        """Whether an evidence is no figure, or the one figure that the records took from a cell of several."""
        if evidence.value is None and LETTER.search(evidence.raw.replace("Rp", "")):
            return True
        alone = len(evidence.raw) <= _WIDEST and _ALONE.fullmatch(evidence.raw.strip()) is not None
        return alone and place.sel is not None and (place.tabel, *place.sel) in self.crowded

    def among(self, evidence: Sequence[Evidence]) -> tuple[Reason, ...]:
        """Why what rests on several figures is doubted, each once.

        Where three or more are of one column, as the parts of a sum are, the rows between them and those that seem to be missing count.
        """
        found = [reason for piece in evidence if (reason := self.about(piece))]
        columns: dict[tuple[str, int], list[int]] = defaultdict(list)
        for place in (place for piece in evidence if piece.value is not None for place in sources_of(piece.source)):
            if place.tabel is not None and place.sel is not None:
                columns[place.tabel, place.sel[1]].append(place.sel[0])
        for (table, column), rows in columns.items():
            between = range(min(rows) + 1, max(rows) + 1) if len(rows) >= _FEWEST else ()
            if any((table, row, column) in self.figures for row in between if row not in rows):
                continue  # the parts stand on a level above these rows
            told = [(row, reason) for row in between if (reason := self.rows.get((table, row)))]
            found += [reason for row, reason in told if reason == "gap" or row not in rows]
        return tuple(dict.fromkeys(found))


def doubts(case: Case) -> Doubts:
    """All signs of slips of the reading in the tables of a satker-year."""
    tables: dict[str, Reason] = {table.id: "columns" for table in case.report.tabel if table.keyakinan <= DUGAAN}
    tables |= {name: "digits" for name in _misnumbered(case) if name not in tables}
    converted = {document.id for document in case.report.dokumen if document.metode_baca == "teks"}
    rows: dict[tuple[str, int], Reason] = {}
    places: dict[tuple[object, ...], int] = {}
    for grid in case.view(grids):
        if holds_a_row(grid.table):
            tables.setdefault(grid.table.id, "header")
        if is_shifted(grid) or lacks_years(grid) or takes_turns(grid):
            tables.setdefault(grid.table.id, "columns")
        for at, reason in signs(grid, converted=grid.table.dokumen in converted):
            rows.setdefault((grid.table.id, at), reason)
        for row in grid.rows:
            places |= {(grid.table.id, *_spot(place)): row.index for place in sources_of(row.place)}
    for spot in _moved(case):
        rows.setdefault(spot, "moved")
    crowded = {(grid.table.id, row.index, at) for grid in case.view(grids) for row in grid.rows for at in several(grid, row)}
    figures = {
        (grid.table.id, row.index, at)
        for grid in case.view(grids)
        for row in grid.rows
        for at, figure in enumerate(row.figures)
        if figure is not None
    }
    return Doubts(tables, rows, places, frozenset(crowded), frozenset(figures))


def _moved(case: Case) -> Iterator[tuple[str, int]]:
    """Rows of two tables whose amounts are each other's, but for a row or two: names and amounts were read out of step in one of them.

    A single line, and two whose amounts have just changed places, are left alone: whoever typed them may have done that.
    """
    at: dict[tuple[str, str, object], list[tuple[int, str]]] = defaultdict(list)
    for line in case.view(budget):
        for field, figure in (("pagu", line.pagu), ("realisasi", line.realisasi)):
            if figure is not None and (spot := _cell(figure)) is not None:
                at[spot[0], field, figure.value].append((spot[1], plain(line.name)))
    found: dict[frozenset[str], dict[str, list[tuple[str, int]]]] = defaultdict(lambda: defaultdict(list))
    for item in case.view(restated):
        for one, other in combinations(item.mentions, 2):
            spots = _cell(one.figure), _cell(other.figure)
            if one.version != other.version or one.figure.value == other.figure.value or spots[0] is None or spots[1] is None:
                continue
            there = _near(at[spots[0][0], item.field, other.figure.value], spots[0][1])
            here = _near(at[spots[1][0], item.field, one.figure.value], spots[1][1])
            if there and here and there != here:
                found[frozenset((spots[0][0], spots[1][0]))][item.name] += [spot for spot in spots if spot is not None]
    for lines in found.values():
        if len(lines) > 1:
            yield from (spot for spots in lines.values() for spot in spots)


def _near(rows: Sequence[tuple[int, str]], row: int) -> str:
    """The line that has an amount, not this one but one nearby; "" where none or several have it."""
    return rows[0][1] if len(rows) == 1 and 0 < abs(rows[0][0] - row) <= _FEWEST else ""


def _cell(evidence: Evidence) -> tuple[str, int] | None:
    """Table and row of an evidence."""
    return next(((place.tabel, place.sel[0]) for place in sources_of(evidence.source) if place.tabel and place.sel), None)


def _spot(place: Sumber) -> tuple[object, ...]:
    return (place.halaman, place.baris, place.kotak)


def _misnumbered(case: Case) -> Iterator[str]:
    """Lists of staff in which too many numbers to have been typed so cannot be, or contradict the dates of birth or the sex beside them."""
    judged: dict[tuple[str, str], list[bool]] = defaultdict(list)
    for person, number in zip(case.report.pegawai.daftar, case.view(staff_numbers), strict=True):
        place = next(iter(sources_of(person.sumber)), None)
        if number is None or place is None or place.tabel is None:
            continue
        details = nip_details(number)
        judged[place.tabel, "number"].append(details is not None)
        if details is not None and person.tanggal_lahir:
            judged[place.tabel, "birth"].append(details.birth.startswith(person.tanggal_lahir))
        if details is not None and person.jenis_kelamin:
            judged[place.tabel, "sex"].append(details.sex == person.jenis_kelamin)
    for (name, _), right in judged.items():
        if right.count(False) > max(_FEWEST, _SHARE * len(right)):
            yield name
