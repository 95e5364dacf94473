"""X02: a province's figures about its kabupaten and kota."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final, Literal

from extractor.checks.case import Case
from extractor.checks.outcome import Evidence, Finding, Holds, NotEvaluable, Outcome
from extractor.checks.registry import check
from extractor.checks.samples import neighbour, report, spending, table
from extractor.checks.show import rupiah
from extractor.checks.views.grids import Grid, GridRow, grids
from extractor.checks.views.members import is_member
from extractor.checks.views.statements import evidence
from extractor.identity.regions import gazetteer, level_of
from extractor.identity.words import tokens
from extractor.model import Banding, Pernyataan, Satker

STRANGE: Final = 2
"""Rows of a column that must differ from the satkers' own reports, none agreeing, before the column is taken for something else."""
_MEASURES: Final[tuple[tuple[Literal["pagu", "realisasi"], re.Pattern[str]], ...]] = (
    ("realisasi", re.compile(r"\brealisasi\b", re.IGNORECASE)), ("pagu", re.compile(r"\b(?:pagu|anggaran|alokasi)\b", re.IGNORECASE)),
)  # fmt: skip
_ABOVE: Final = Satker(nama="KPU Provinsi Bali", tingkat="provinsi", wilayah="Bali", kode_wilayah="51", keyakinan=1)
_BELOW: Final = Satker(nama="KPU Kabupaten Tabanan", tingkat="kabupaten", wilayah="Tabanan", kode_wilayah="51.02", keyakinan=1)


def _example(told: str) -> Case:
    """A province's list of its satkers, and the report of one of them."""
    listed = table(f"No | Satuan Kerja | Pagu | Realisasi\n1 | KPU Kabupaten Tabanan | 2.500.000.000 | {told}")
    own = spending([("Jumlah", "total", "2.500.000.000", "2.415.700.000", "")])
    return Case(report(satker=_ABOVE, tabel=[listed]), [neighbour(report(satker=_BELOW, realisasi_anggaran=[own]))])


@dataclass(frozen=True, slots=True)
class _Told:
    """A figure of the province about a satker, and what that one states itself."""

    column: tuple[str, int]
    figure: Evidence
    own: tuple[Pernyataan, ...]
    source: Banding

    @property
    def agrees(self) -> bool:
        return any(item.nilai == self.figure.value for item in self.own)


@check(
    "X02", "member_mismatch", "peringatan", "Angka provinsi tentang satker kabupaten/kota berbeda dari laporan satker itu",
    wrong=lambda: _example("2.451.700.000"), right=lambda: _example("2.415.700.000"), across=True,
)  # fmt: skip
def member_mismatch(case: Case) -> Iterator[Outcome]:
    """A province states another figure of a kabupaten or kota than that one's own report.

    Compares: pagu and realisasi in the tables of a province's report whose rows name bodies of its kabupaten and kota, with the
        totals that the report of each body states for the same year.
    Rule: Perpres 29/2014: the report of a unit rests on those of the units below it.
    Tolerance: none for rupiah; any total that the satker states is right. Where it states several and none agrees, or where
        two figures or more of a column differ and none agrees, the column is about something else, and nothing is said.
    Wrong: Rp 2.451.700.000 for a kabupaten in the province's list, Rp 2.415.700.000 in its own report.
    Right: the same amount in both.
    Repair: the figure of the satker's own report.
    """
    members = {o.satker.kode_wilayah: o for o in case.others if o.tahun == case.report.tahun and is_member(o.satker, case.report.satker)}
    if not members:
        return
    told = [item for grid in case.view(grids) for row in grid.rows for item in _in_row(grid, row, members, case.report.tahun)]
    agreeing = Counter(item.column for item in told if item.agrees)
    differing = Counter(item.column for item in told if not item.agrees)
    for item in told:
        if item.agrees:
            yield Holds((item.figure,))
        elif (differing[item.column] >= STRANGE and not agreeing[item.column]) or len({str(x.nilai) for x in item.own}) > 1:
            yield NotEvaluable("the column is about something else, or the satker states several totals")
        else:
            yield _finding(item)


def _in_row(grid: Grid, row: GridRow, members: dict[str | None, Banding], year: int | None) -> Iterator[_Told]:
    source = members.get(_region(row.cells)) if row.role == "data" else None
    if source is None:
        return
    for column in grid.columns:
        measure = next((name for name, words in _MEASURES if words.search(column.header)), None)
        figure = row.figures[column.index]
        if measure is None or figure is None or figure.percent or column.kind != "amount" or column.year not in (None, year):
            continue
        own = tuple(x for x in source.pernyataan if x.bidang == "anggaran" and x.tingkat == "total" and x.ukuran == measure)
        if own and grid.table.tahun in (None, year):
            yield _Told((grid.table.id, column.index), grid.evidence(row, column.index), own, source)


def _region(cells: Sequence[str]) -> str | None:
    """The code of the one kabupaten or kota that a row names with its level."""
    found = set()
    for cell in cells:
        words = tokens(cell)
        for at, word in enumerate(words):
            level = level_of(word)
            match = gazetteer().at(words[at + 1 : at + 7], level, fuzzy=False) if level in ("kabupaten", "kota") else None
            if match is not None:
                found.add(match.region.code)
    return found.pop() if len(found) == 1 else None


def _finding(item: _Told) -> Finding:
    source, own, measure = item.source, item.own[0], item.own[0].ukuran
    stated, computed = item.figure.value or 0, own.nilai if not isinstance(own.nilai, str) else 0
    name, figures = source.satker.nama, (rupiah(stated), rupiah(computed))
    return Finding(
        id=f"{name} ({source.tahun}): {measure} {figures[0]} dalam laporan provinsi, {figures[1]} dalam laporannya sendiri.",
        en=f"{name} ({source.tahun}): {measure} {figures[0]} in the province's report, {figures[1]} in its own.",
        evidence=(item.figure, *(evidence(x, source) for x in item.own)), stated=stated, computed=computed, unit="rupiah", weight=5,
    )  # fmt: skip
