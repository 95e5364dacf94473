"""Which printed figures are the sum of which others, inside one table."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from fractions import Fraction
from itertools import pairwise

from extractor.checks.case import Case
from extractor.checks.outcome import Evidence, sources_of
from extractor.checks.views.grids import Grid, GridColumn, GridRow, grids
from extractor.checks.views.names import code_and_name, is_balance
from extractor.checks.views.outline import UNTOLD, children, levels
from extractor.values.codes import code_level
from extractor.values.numbers import is_empty

_SCALED = re.compile(r"(?:\bdalam|\brp\.?|\brupiah|\()\s*\(?(?:ribu|juta|mil[iy]ar|tril[iy]un)", re.IGNORECASE)
"""How a title or header says that figures are in thousands, millions …"""
_REST = "the table may go on over the page"
_BLANK = 2
"""Lines from the last of a table to the first of the next where one blank line parts them."""
_LEVELS = (2, 3, 4)
"""Levels on which the lines of a budget stand one under another."""


@dataclass(frozen=True, slots=True)
class Sum:
    """A total and its parts; ``problem`` says why they cannot be compared, where they cannot."""

    total: Evidence
    parts: tuple[Evidence, ...]
    unit: str | None
    where: str
    """The table, for people."""
    what: str
    """The total's own name, for people."""
    problem: str = ""
    rounded: bool = False
    """Whether the figures are printed in thousands or millions, and so may each be off by half a unit."""

    @property
    def computed(self) -> int | Decimal:
        """The sum of the parts."""
        return sum((part.value for part in self.parts if part.value is not None), start=Decimal(0))

    @property
    def holds(self) -> bool:
        off = abs(Fraction(self.computed) - Fraction(self.total.value or 0))
        return off <= Fraction(len(self.parts) + 1, 2) if self.rounded else not off


def sums(case: Case) -> list[Sum]:
    """All sums that tables state, with the parts that fit best."""
    found: list[Sum] = []
    tables = case.view(grids)
    parts = {grid.table.id for grid, following in pairwise(tables) if _goes_on(grid, following)}
    rests = {following.table.id for grid, following in pairwise(tables) if grid.table.id in parts}
    for grid in tables:
        row_levels = levels(case, grid)
        found += _totals(grid, row_levels, is_rest=grid.table.id in rests or _begins_late(grid))
        found += _parents(grid, row_levels, is_part=grid.table.id in parts, is_rest=grid.table.id in rests)
    return found


def _goes_on(grid: Grid, following: Grid) -> bool:
    """Whether a table without a total may go on in the next one, of as many columns: on the next page, or behind a blank line."""
    if grid.table.dokumen != following.table.dokumen or len(grid.columns) != len(following.columns):
        return False
    return (_turns_the_page(grid, following) or _adjoins(grid, following)) and not any(row.role == "total" for row in grid.rows)


def _turns_the_page(grid: Grid, following: Grid) -> bool:
    """Whether a table without a number begins on the page after the one on which another one ends."""
    pages = [{source.halaman for source in sources_of(g.table.sumber) if source.halaman is not None} for g in (grid, following)]
    return bool(pages[0] and pages[1]) and max(pages[0]) + 1 == min(pages[1]) and not following.table.nomor


def _adjoins(grid: Grid, following: Grid) -> bool:
    """Whether a table of a text names no columns, has no title and stands right below another one, a blank line between them."""
    if following.table.judul or any(sum(map(bool, line)) > 1 for line in following.table.kepala):
        return False
    lines = [[source.baris for source in sources_of(g.table.sumber) if source.baris is not None] for g in (grid, following)]
    return bool(lines[0] and lines[1]) and lines[1][0][0] - lines[0][-1][-1] <= _BLANK


def _begins_late(grid: Grid) -> bool:
    """Whether the numbers of a table's rows begin behind the first, as those of a page that a table goes on over do."""
    marks = [row.mark or row.cells[0].strip(" .)(") for row in grid.rows if row.role == "data"]
    first = marks[0] if marks else ""
    counted = len(first) <= 2 and first.isdecimal() and int(first) > 1 and "1" not in marks
    return counted or (len(first) == 1 and "B" <= first <= "H" and "A" not in marks)


def _addable(grid: Grid) -> list[GridColumn]:
    return [c for c in grid.columns if c.kind in ("amount", "number")]


def _totals(grid: Grid, row_levels: Sequence[int | None] | None, *, is_rest: bool) -> Iterator[Sum]:
    """Total rows against the rows they add up."""
    for row in grid.rows:
        if row.role != "total":
            continue
        columns = [c for c in _addable(grid) if row.figures[c.index] is not None]
        choices = _choices(grid, row, row_levels)
        made = {c.index: [_sum(grid, row, parts, [c]) for parts in choices] for c in columns}
        if len(columns) == 1 and len(_addable(grid)) > 1:
            made[columns[0].index] += [_sum(grid, row, parts, _addable(grid), columns[0]) for parts in choices]
        right = {at for options in made.values() for at, option in enumerate(options) if option.holds and not option.problem}
        for column in columns:
            options = made[column.index]
            holding = next((option for option in options if option.holds), None)
            if holding or not options:
                yield from [holding] if holding else []
                continue
            at = min(right, default=0)
            option = _judged(options[at if at < len(options) else 0], confirmed=bool(right), column=column)
            yield replace(option, problem=_REST) if is_rest and not right else option


def _choices(grid: Grid, total: GridRow, row_levels: Sequence[int | None] | None) -> list[list[GridRow]]:
    """The sets of rows that a total row may add up, the likeliest first."""
    before = list(grid.rows[: total.index])
    last = max((row.index for row in before if row.role == "total"), default=-1)
    data = [row for row in before if row.role == "data" or _is_empty_part(row, before)]
    since = [row for row in data if row.index > last]
    subtotals = [row for row in before if row.role == "total"]
    spent = [row for row in since if not is_balance(row.label)]
    sets = [_top(spent, row_levels), spent, _top(since, row_levels), since, _top(data, row_levels), data, subtotals]
    sets += [[row for row in data if row.index > earlier.index] for earlier in reversed(subtotals)]
    if not data:
        after = [row for row in grid.rows[total.index + 1 :] if row.role == "data"]
        sets = [_top(after, row_levels), after]
    unique: list[list[GridRow]] = []
    for rows in sets:
        subtotal_of_one = len(rows) == 1 and rows == since and last >= 0
        if (len(rows) > 1 or subtotal_of_one) and rows not in unique:
            unique.append(rows)
    return unique


def _is_empty_part(row: GridRow, rows: Sequence[GridRow]) -> bool:
    """Whether a row without figures is one of the parts, whose figure was left out or read elsewhere: it is numbered or coded like them,
    or has nothing below it whose heading it could be.
    """
    if row.role != "group":
        return False
    if row is rows[-1] and row.label:
        return True
    styles = (str.isdigit, str.isupper)
    marked = any(style(row.mark) and sum(r.role == "data" and style(r.mark) for r in rows) > 1 for style in styles)
    level = _coded_level(row)
    return marked or (level is not None and sum(r.role == "data" and _coded_level(r) == level for r in rows) > 1)


def _coded_level(row: GridRow) -> str | None:
    """The level of the budget code in a row; None where it has none."""
    codes = (code_and_name(text)[0] for text in row.cells if text.strip())
    return next((level for code in codes if code and (level := code_level(code))), None)


def _top(rows: list[GridRow], row_levels: Sequence[int | None] | None) -> list[GridRow]:
    """The rows of the coarsest level, with those without figures that are numbered like them."""
    if row_levels is None:
        return rows
    top = min((level for row in rows if (level := row_levels[row.index]) is not None and level < UNTOLD), default=None)
    found = [row for row in rows if row_levels[row.index] == top]
    return [row for row in rows if row in found or (row_levels[row.index] == UNTOLD and _is_empty_part(row, found))]


def _sum(grid: Grid, total: GridRow, rows: Sequence[GridRow], columns: Sequence[GridColumn], at: GridColumn | None = None) -> Sum:
    """One total cell against the cells of these rows in these columns."""
    target = at or columns[0]
    parts, unread = [], 0
    for row in rows:
        for column in columns:
            if row.figures[column.index] is not None:
                parts.append(grid.evidence(row, column.index))
            elif any(ch.isdigit() for ch in row.cells[column.index]) and not is_empty(row.cells[column.index]):
                unread += 1
    unit = "rupiah" if target.kind == "amount" else None
    what = " – ".join(part for part in (total.label, target.header) if part)
    blank = sum(not row.cells[c.index].strip() for row in rows for c in columns) if len(columns) == 1 else 0
    problem = "a part cannot be read" if unread else "there is but one part" if len(parts) < 2 else ""
    missing = (blank == 1 and len(rows) > 2) or any(_left_out(grid, row, target) for row in rows)
    problem = problem or ("a part is missing" if missing else "")
    scaled = bool(_SCALED.search(f"{grid.table.judul} {target.header}"))
    return Sum(grid.evidence(total, target.index), tuple(parts), None if scaled else unit, grid.title, what, problem, scaled)


def _left_out(grid: Grid, row: GridRow, column: GridColumn) -> bool:
    """Whether a part has no figure, not even nil, although its percent says that there is one."""
    if row.figures[column.index] is not None or any(ch.isdigit() for ch in row.cells[column.index]):
        return False
    percents = (row.figures[c.index] for c in grid.columns[column.index + 1 :] if c.kind == "percent")
    share = next(percents, None)
    return share is not None and bool(share.value)


def _judged(option: Sum, *, confirmed: bool, column: GridColumn) -> Sum:
    """The same sum, marked as not comparable where nothing shows that its parts are complete."""
    values = [Fraction(part.value) for part in option.parts if part.value is not None]
    within = bool(values) and min(values) <= Fraction(option.total.value or 0) <= max(values)
    if column.kind == "number" and within and any(value.denominator > 1 for value in values):
        return replace(option, problem="the column holds shares or averages")
    if option.problem or confirmed:
        return option
    stated, computed = option.total.value or 0, option.computed
    if any(Fraction(computed) == n * Fraction(stated) for n in _LEVELS) and len(option.parts) > 2:
        return replace(option, problem="the parts stand on several levels")
    near = stated and computed and Decimal("0.2") < Decimal(computed) / Decimal(stated) < 5
    if near and (column.kind == "amount" or len(option.parts) >= 3 or "jumlah" in option.what.lower() or "total" in option.what.lower()):
        return option
    return replace(option, problem="nothing shows that the parts are complete")


def _parents(grid: Grid, row_levels: Sequence[int | None] | None, *, is_part: bool, is_rest: bool) -> Iterator[Sum]:
    """Rows against the finer rows below them."""
    if row_levels is None:
        return
    for column in _addable(grid):
        made = []
        for row in grid.rows:
            below = [grid.rows[at] for at in children(row_levels, row.index)] if row.role == "data" else []
            if not below or row.figures[column.index] is None:
                continue
            option = _parent(grid, row, below, column, _gap(grid, row, row_levels, column))
            cut = is_rest or (is_part and _is_last(grid, row, row_levels))
            made.append(replace(option, problem=_REST) if cut and not option.holds else option)
        if column.kind == "amount" or any(s.holds and not s.problem for s in made):
            yield from made


def _is_last(grid: Grid, parent: GridRow, row_levels: Sequence[int | None]) -> bool:
    """Whether the lines under a row run on to the table's end."""
    own = row_levels[parent.index] or 0
    behind = (row_levels[row.index] for row in grid.rows[parent.index + 1 :])
    return not any(level is not None and level <= own for level in behind)


def _without_repeated_total(option: Sum) -> Sum:
    """The sum without a part that only says the total again one level below, where the other parts are that total's own parts."""
    if option.holds:
        return option
    for at, part in enumerate(option.parts):
        rest = replace(option, parts=option.parts[:at] + option.parts[at + 1 :])
        if part.value == option.total.value and rest.parts and rest.holds:
            return rest
    return option


def _gap(grid: Grid, parent: GridRow, row_levels: Sequence[int | None], column: GridColumn) -> bool:
    """Whether a numbered line below a row has lost its figure, or a line has one that does not say what it is a part of."""
    for row in grid.rows[parent.index + 1 :]:
        level, own = row_levels[row.index], row_levels[parent.index]
        if level is None or own is None or level <= own:
            return False
        lost = row.role == "group" and row.mark and row.figures[column.index] is None
        if lost or (level == UNTOLD and row.figures[column.index] is not None):
            return True
    return False


def _parent(grid: Grid, row: GridRow, below: Sequence[GridRow], column: GridColumn, gap: bool) -> Sum:
    option = _without_repeated_total(_sum(grid, row, below, [column]))
    missing = gap or any(r.figures[column.index] is None for r in below)
    problem = "a part is missing" if missing else "" if option.parts else "no part has a figure"
    if not problem and option.total.value and Fraction(option.computed) / Fraction(option.total.value) < Fraction(1, 2):
        problem = "so much is missing that parts may not have been read"
    if not problem and len(option.parts) > 2 and any(Fraction(option.computed) == n * Fraction(option.total.value or 0) for n in _LEVELS):
        problem = "the parts stand on several levels"
    return replace(option, problem=problem)
