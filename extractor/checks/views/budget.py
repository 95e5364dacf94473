"""All budget lines of a satker-year, from every table that states one, in one form."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction
from itertools import groupby
from typing import Literal, cast

from extractor.checks.case import Case
from extractor.checks.outcome import Evidence, figure, sources_of
from extractor.checks.views.grids import Grid, grid_of, grids
from extractor.checks.views.names import plain
from extractor.checks.views.ratios import Ratio
from extractor.model import Angka, Asal, BarisRealisasi
from extractor.values.codes import code_level, split_code

_LEAST = 100
"""Smaller figures are column numbers that slipped among the lines."""
_COARSE = re.compile(r"\W*(?:nama )?(?:program|kegiatan)\b", re.IGNORECASE)
"""Headers of columns that name what a line belongs to."""

_FUND = re.compile(r"\bDIPA\W{0,2}(0?[1-9])\b", re.IGNORECASE)

Origin = Literal["realisasi", "pk", "rkt", "rak"]


@dataclass(frozen=True, slots=True)
class BudgetLine:
    """A budget line as one table states it."""

    table: str
    order: int
    origin: Origin
    holder: str
    """Whose plan or agreement it is; of a realisation the fund that the table's title names ("DIPA 01"), "" where it names none."""
    year: int | None
    level: str | None
    code: str | None
    name: str
    parent: str
    """The line it belongs to, as printed; "" where the table does not say."""
    pagu: Evidence | None
    realisasi: Evidence | None
    persen: Evidence | None
    place: Asal
    date: str | None = None
    """When the plan or agreement was signed."""

    @property
    def label(self) -> str:
        """Code and name, for people."""
        return " ".join(part for part in (self.code, self.name) if part)


def budget(case: Case) -> list[BudgetLine]:
    """Every budget line, table by table in printed order."""
    known = [*_realised(case), *_agreed(case), *_planned(case)]
    read = {place.tabel for line in known for e in (line.pagu, line.realisasi) if e is not None for place in sources_of(e.source)}
    return [line for line in (*known, *_attached(case, read)) if _is_money(line)]


def _is_money(line: BudgetLine) -> bool:
    """Whether a line is one: column numbers that slipped among the lines are not."""
    figures = [e.value for e in (line.pagu, line.realisasi) if e is not None and e.value is not None]
    return not any(figures) or (bool(line.name) and max(abs(Fraction(value)) for value in figures) >= _LEAST)


def _realised(case: Case) -> Iterator[BudgetLine]:
    for block in case.report.realisasi_anggaran:
        grid = grid_of(case, block.tabel)
        for order, line in enumerate(block.baris):
            yield BudgetLine(
                table=block.tabel or block.id, order=order, origin="realisasi", holder=_fund(grid), year=line.tahun, level=line.tingkat,
                code=line.kode, name=line.uraian, parent=_parent(grid, line) if grid else "", place=line.sumber,
                pagu=figure(line.pagu, line.sumber, line.uraian), realisasi=figure(line.realisasi, line.sumber, line.uraian),
                persen=figure(line.persen, line.sumber, line.uraian),
            )  # fmt: skip


def _fund(grid: Grid | None) -> str:
    """Which of several budgets of one office a table is of: courts have one for each of two units above them."""
    named = {f"DIPA {match[1]}" for match in _FUND.finditer(grid.table.judul or "")} if grid else set()
    return named.pop() if len(named) == 1 else ""


def _agreed(case: Case) -> Iterator[BudgetLine]:
    for block in case.report.perjanjian_kinerja:
        for order, line in enumerate(block.anggaran):
            yield _plan(
                block.tabel or block.id,
                order,
                "pk",
                block.unit,
                block.tahun,
                line.kode,
                line.uraian,
                line.jumlah,
                line.sumber,
                block.tanggal,
            )


def _planned(case: Case) -> Iterator[BudgetLine]:
    for plan in case.report.rencana_kinerja:
        for order, line in enumerate(plan.baris):
            name = line.kegiatan or line.sasaran or ""
            if line.anggaran is not None and name:
                yield _plan(plan.tabel or plan.id, order, "rkt", plan.unit, plan.tahun, line.kode, name, line.anggaran, line.sumber)
    for action in case.report.rencana_aksi:
        for order, step in enumerate(action.baris):
            if step.anggaran is not None and step.kegiatan:
                yield _plan(
                    action.tabel or action.id, order, "rak", action.unit, action.tahun, None, step.kegiatan, step.anggaran, step.sumber
                )


def _attached(case: Case, read: set[str | None]) -> Iterator[BudgetLine]:
    """Budget lists under a plan or an agreement that no record holds; their year is that of the plan before them."""
    year: int | None = None
    holder = {plan.tabel: plan.unit or "" for plan in case.report.rencana_kinerja}
    held = ""
    for grid in case.view(grids):
        kind = grid.table.jenis
        year = grid.table.tahun if kind in ("rkt", "pk", "rak") else year
        held = holder.get(grid.table.id, held)
        if kind not in ("rkt_anggaran", "pk_anggaran") or grid.table.id in read:
            continue
        amounts = [c.index for c in grid.columns if c.kind == "amount"]
        for row in grid.rows:
            if len(amounts) == 1 and row.role == "data" and row.figures[amounts[0]] is not None and row.label:
                code, name = split_code(row.label)
                amount, origin = grid.evidence(row, amounts[0]), "rkt" if kind == "rkt_anggaran" else "pk"
                yield BudgetLine(
                    grid.table.id, row.index, cast(Origin, origin), held, grid.table.tahun or year, code_level(code) if code else None,
                    code, name or row.label, "", amount, None, None, row.place,
                )  # fmt: skip


def _plan(
    table: str,
    order: int,
    origin: Origin,
    holder: str | None,
    year: int | None,
    code: str | None,
    name: str,
    amount: Angka | None,
    place: Asal,
    date: str | None = None,
) -> BudgetLine:
    level = code_level(code) if code else "program" if plain(name).startswith("program ") else None
    return BudgetLine(table, order, origin, holder or "", year, level, code, name, "", figure(amount, place, name), None, None, place, date)


def _parent(grid: Grid, line: BarisRealisasi) -> str:
    """What the table names above the line: the coarser cell of its row (or of a row before), else the group row above."""
    source = next((s for f in (line.pagu, line.realisasi) if f is not None for s in sources_of(f.sumber) if s.sel), None)
    if source is None or source.sel is None or line.tingkat == "total" or source.sel[0] >= len(grid.rows):
        return ""
    at = source.sel[0]
    own = next((c.index for c in grid.columns if c.kind == "text" and _names(grid.rows[at].cells[c.index], line)), None)
    for column in reversed(range(own or 0)):
        if grid.columns[column].kind != "text":
            continue
        above = _filled_down(grid, at, column)
        code = split_code(above)[0]
        if above and (code_level(code) not in (None, line.tingkat) if code else _COARSE.match(grid.columns[column].header)):
            return above
    return next((row.label for row in reversed(grid.rows[:at]) if row.role == "group" and row.label), "")


def _filled_down(grid: Grid, at: int, column: int) -> str:
    """The whole text of a merged cell: that of the row or the nearest above it, with the pieces that wrapped into later rows."""
    start = next((i for i in reversed(range(at + 1)) if (text := grid.rows[i].cells[column].strip()) and not _goes_on(text)), None)
    if start is None:
        return ""
    pieces = [grid.rows[start].cells[column].strip()]
    for row in grid.rows[start + 1 :]:
        text = row.cells[column].strip()
        if text and not _goes_on(text):
            break
        pieces += [text] if text else []
    return " ".join(pieces)


def _goes_on(text: str) -> bool:
    return text[0].islower() or text[0] == "("


def _names(cell: str, line: BarisRealisasi) -> bool:
    return bool(cell.strip()) and plain(cell).endswith(plain(line.uraian)) and bool(plain(line.uraian))


def percent_lines(case: Case) -> list[BudgetLine]:
    """Lines that state pagu, realisasi and the percent of the two.

    A table in which most percents are something else (a physical realisation, an achievement) is left out.
    """
    found: list[BudgetLine] = []
    for _, group in groupby(case.view(budget), key=lambda line: line.table):
        lines = [(line, ratio) for line in group if (ratio := ratio_of(line)) is not None]
        failing = sum(not ratio.holds for _, ratio in lines)
        if failing <= 2 or failing <= len(lines) / 2:
            found += [line for line, _ in lines]
    return found


def ratio_of(line: BudgetLine) -> Ratio | None:
    """Its percent against realisasi and pagu; None where one is missing."""
    if line.pagu is None or line.realisasi is None or line.persen is None:
        return None
    ratio = Ratio(line.realisasi, line.pagu, line.persen)
    return ratio if ratio.evaluable else None
