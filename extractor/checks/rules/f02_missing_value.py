"""F02: amounts that must be there."""

import re
from collections import defaultdict
from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction

from extractor.checks.case import Case
from extractor.checks.outcome import Evidence, Finding, Holds, Outcome, sources_of
from extractor.checks.registry import check
from extractor.checks.samples import report, table
from extractor.checks.show import rupiah, short
from extractor.checks.views.accounts import unsettled
from extractor.checks.views.budget import BudgetLine, budget
from extractor.checks.views.grids import Grid, GridColumn, GridRow, grids
from extractor.checks.views.outline import children, levels
from extractor.checks.views.prose import likeness
from extractor.values.rounding import rounded

_TABLE = """
No | Program  | Anggaran
A  | Pemilu   | 7.000.000
1  | Logistik | 7.000.000
B  | Dukungan | {}
1  | Gaji     | 5.000.000
"""

_NUMBER = re.compile(r"([0-9]{1,2})\.([0-9]{1,3})\.?")
_TITLED = 5
"""Performance tables with a number from which one without is telling."""
_LISTED = 10
"""Kegiatan of a table that may be taken to list all."""
_FEW = 2
"""More kegiatan than these that no table holds are lines of a finer level."""
_MOST = Fraction(1, 2)
"""Share of its ceiling that an unstated part must have spent, by the sum, before it is said to be missing."""
_NAMED = 80.0
_TWO = re.compile(r"[0-9]{1,3}(?:[.,][0-9]{3}){2,}(?:,[0-9]{2})?\s+[0-9]{1,3}(?:[.,][0-9]{3}){2,}")
"""Two whole amounts in one cell: the empty one beside it has lost its own."""


@check(
    "F02", "missing_value", "peringatan", "Angka yang seharusnya ada tidak diisi",
    wrong=lambda: report(tabel=[table(_TABLE.format(""))]),
    right=lambda: report(tabel=[table(_TABLE.format("5.000.000"))]),
)  # fmt: skip
def missing_value(case: Case) -> Iterator[Outcome]:
    """An amount is missing that its neighbours show must be there.

    Compares: the empty cells of lines that have parts with the cells of the other lines of their level; budget lines that
        state the percent spent with the realisasi that it is the percent of; the kegiatan whose ceiling and spending the text
        states with the table of kegiatan; the captions of the performance tables with each other.
    Rule: a table that states the amount of one line of a level states that of all; the parts below the empty one have amounts.
        What has a percent has an amount.
    Tolerance: a dash is a statement (none), not a gap, unless the sum above says that most of the line's ceiling was spent;
        lines without parts, and tables in which no line of the level has an amount, are left alone.
    Wrong: "A Pemilu 7.000.000", then "B Dukungan" with no amount above "1 Gaji 5.000.000".
    Right: "B Dukungan 5.000.000".
    Repair: the sum of the parts.
    """
    by_sums = list(_by_sums(case))
    empty = {_row_of(outcome.evidence[0]) for outcome in by_sums if isinstance(outcome, Finding)}
    yield from (found for found in _by_percents(case) if _row_of(found.evidence[0]) not in empty)
    yield from _untitled(case)
    yield from _unlisted(case)
    yield from by_sums


def _row_of(evidence: Evidence) -> tuple[str | None, int | None]:
    """The table and the row that an evidence is of."""
    source = next(iter(sources_of(evidence.source)), None)
    return (source.tabel, source.sel[0] if source.sel else None) if source else (None, None)


def _by_sums(case: Case) -> Iterator[Outcome]:
    """Empty cells of lines with parts, and of a part whose sum above tells what it must hold."""
    for grid in case.view(grids):
        told = levels(case, grid)
        if told is None:
            continue
        for column in (c for c in grid.columns if c.kind == "amount"):
            for row in grid.rows:
                below = [grid.rows[at] for at in children(told, row.index)] if told[row.index] is not None else []
                yield from _by_rest(grid, column, row, below)
                if below and all(b.figures[column.index] for b in below):
                    yield from _judged(grid, column, row, below, [r for r in grid.rows if told[r.index] == told[row.index]])


def _by_percents(case: Case) -> Iterator[Finding]:
    """Lines with a ceiling and a percent above nil, but no spending, in a table whose other lines have all three."""
    tables: dict[str, list[BudgetLine]] = defaultdict(list)
    for line in case.view(budget):
        if line.origin == "realisasi" and line.pagu is not None and line.pagu.value and line.persen is not None and line.persen.value:
            tables[line.table].append(line)
    for lines in tables.values():
        empty = [line for line in lines if line.realisasi is None]
        if len(empty) * 3 > len(lines):
            continue
        for line in empty:
            assert line.pagu is not None and line.persen is not None
            about = rounded(Fraction(line.pagu.value or 0) * Fraction(line.persen.value or 0) / 100, 0)
            name = short(line.label)
            yield Finding(
                id=f"{name}: realisasi kosong, padahal persennya {line.persen.raw} (kira-kira {rupiah(about)}).",
                en=f"{name}: the realisasi is empty, while its percent is {line.persen.raw} (about {rupiah(about)}).",
                evidence=(line.pagu._replace(raw=line.label), line.pagu, line.persen), stated="(kosong)", computed=int(about),
                unit="rupiah",
            )  # fmt: skip


def _untitled(case: Case) -> Iterator[Outcome]:
    """A performance table without number and title between tables whose numbers leave no room for one, where the others have theirs."""
    tables: dict[str, list[Grid]] = defaultdict(list)
    for grid in case.view(grids):
        tables[grid.table.dokumen].append(grid)
    for group in tables.values():
        numbered = [(at, number) for at, grid in enumerate(group) if (number := _number(grid.table.nomor)) is not None]
        known = sum(bool(grid.table.nomor) for grid in group if grid.table.jenis == "capaian_kinerja")
        for at, grid in enumerate(group):
            if known < _TITLED or grid.table.jenis != "capaian_kinerja" or grid.table.nomor or grid.table.judul:
                continue
            before, after = [n for i, n in numbered if i < at][-1:], [n for i, n in numbered if i > at][:1]
            if before and after and before[0][0] == after[0][0] and after[0][1] - before[0][1] in (0, 1):
                first = next((row.label for row in grid.rows if row.role == "data"), "")
                yield Finding(
                    id=f"Tabel capaian kinerja tanpa nomor dan judul (baris pertama: {short(first)}).",
                    en=f"A performance table has neither number nor title (its first row: {short(first)}).",
                    evidence=(Evidence(first, grid.table.sumber),), stated="(tanpa judul)", severity="info",
                )  # fmt: skip


def _number(text: str) -> tuple[int, int] | None:
    """Chapter and number of a table."""
    match = _NUMBER.fullmatch(text.strip())
    return (int(match[1]), int(match[2])) if match else None


def _unlisted(case: Case) -> Iterator[Outcome]:
    """A kegiatan whose ceiling and spending the text states, but that the table of kegiatan of the year does not hold."""
    lines = [line for line in case.view(budget) if line.origin == "realisasi"]
    known = {e.value for line in lines for e in (line.pagu, line.realisasi) if e is not None}
    absent = []
    for account in case.view(unsettled):
        pagu, spent = account.figures["pagu"], account.figures["realisasi"]
        names = [line.name for line in lines if line.level == "kegiatan" and line.year == account.year]
        subject = pagu.claim.subjek or ""
        if pagu.claim.cakupan != "kegiatan" or len(names) < _LISTED or {pagu.evidence.value, spent.evidence.value} & known:
            continue
        if max(likeness(subject, name) for name in names) < _NAMED:
            absent.append((subject, account))
    for subject, account in absent if len(absent) <= _FEW else []:
        ceiling, used = (account.figures[field].evidence for field in ("pagu", "realisasi"))
        yield Finding(
            id=f"{short(subject)}: ada dalam uraian (pagu {rupiah(ceiling.value or 0)}), tidak ada dalam tabel kegiatan {account.year}.",
            en=f"{short(subject)}: stands in the text (pagu {rupiah(ceiling.value or 0)}), not in the {account.year} table of kegiatan.",
            evidence=(ceiling, used), stated=ceiling.value, computed=None, unit="rupiah",
        )  # fmt: skip


def _by_rest(grid: Grid, column: GridColumn, row: GridRow, below: list[GridRow]) -> Iterator[Outcome]:
    """The one part without spending, where the sum above says that most of its ceiling was spent."""
    empty = [part for part in below if part.figures[column.index] is None]
    total = row.figures[column.index]
    if len(empty) != 1 or len(below) < _FEW or total is None or empty[0].cells[column.index].strip(" -–,.").strip():
        return
    part, others = empty[0], [b for b in below if b is not empty[0]]
    rest = Fraction(total.value or 0) - sum(Fraction(figure.value or 0) for b in others if (figure := b.figures[column.index]))
    before = (part.figures[c.index] for c in grid.columns[: column.index] if c.kind == "amount")
    within = any(figure is not None and _MOST * Fraction(figure.value) <= rest <= Fraction(figure.value) for figure in before)
    if within and rest > 0 and rest.denominator == 1:
        name, where = short(part.label), short(grid.title)
        yield Finding(
            id=f"{where}: {name} – {short(column.header)} tidak diisi; menurut jumlah di atasnya {rupiah(int(rest))}.",
            en=f"{where}: {name} – {short(column.header)} is not filled in; by the sum above it is {rupiah(int(rest))}.",
            evidence=(
                grid.evidence(part, column.index)._replace(raw=part.label), grid.evidence(row, column.index),
                *(grid.evidence(b, column.index) for b in others),
            ), stated="(kosong)", computed=int(rest), unit="rupiah",
        )  # fmt: skip


def _judged(grid: Grid, column: GridColumn, row: GridRow, below: list[GridRow], peers: list[GridRow]) -> Iterator[Outcome]:
    if row.figures[column.index] is not None:
        yield Holds((grid.evidence(row, column.index),))
        return
    if row.cells[column.index].strip() or any(_TWO.search(cell) for cell in row.cells) or not any(p.figures[column.index] for p in peers):
        return
    parts = tuple(grid.evidence(b, column.index) for b in below)
    total = sum((Decimal(p.value) for p in parts if p.value is not None), start=Decimal(0))
    name, where = short(row.label), short(grid.title)
    yield Finding(
        id=f"{where}: {name} – {short(column.header)} kosong, padahal rinciannya berjumlah {rupiah(total)}.",
        en=f"{where}: {name} – {short(column.header)} is empty, while its parts add up to {rupiah(total)}.",
        evidence=(grid.evidence(row, column.index)._replace(raw=row.label), *parts), stated="(kosong)", computed=total, unit="rupiah",
    )  # fmt: skip
