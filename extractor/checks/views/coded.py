"""Every place where a table names a budget line together with its code."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from extractor.checks.case import Case
from extractor.checks.outcome import Evidence
from extractor.checks.views.grids import Grid, GridRow, grids
from extractor.checks.views.names import code_and_name, plain
from extractor.values.codes import code_level

_BEGINS_WITH_CODE = re.compile(r"(?:[A-Z]{2,3}|[0-9]{3,4})\s?\.|[A-Z](?:\s?[A-Z]){2}\s?[.:,]\s?[0-9]{3}")
"""What follows a code is no name where it is the next line's code, or more of the same, be it cut by a blank."""

_AMOUNT_BEHIND = re.compile(r"\W*(?:Rp\.?\s*)?[0-9]{1,3}(?:[.,][0-9]{3}){2,}\W*$")
"""An amount printed in the cell of the name."""


@dataclass(frozen=True, slots=True)
class Coded:
    """A code and the name beside it."""

    code: str
    name: str
    table: str
    evidence: Evidence


def coded(case: Case) -> list[Coded]:
    """All codes of kegiatan, and of outputs that name their kegiatan, with their names."""
    return [item for grid in case.view(grids) for row in grid.rows for item in _in_row(grid, row)]


def _in_row(grid: Grid, row: GridRow) -> Iterator[Coded]:
    for column in grid.columns:
        text = row.cells[column.index].strip()
        if not text or column.kind in ("amount", "number", "percent"):
            continue
        code, name = code_and_name(text)
        if code and not name and column.index + 1 < len(grid.columns):
            name = row.cells[column.index + 1].strip()
        name = _AMOUNT_BEHIND.sub("", name)
        if code and len(plain(name)) > 5 and not _BEGINS_WITH_CODE.match(name) and code_and_name(name)[0] is None and _whole(code):
            yield Coded(code, name, grid.table.id, Evidence(text, grid.evidence(row, column.index).source, None, name))


def _whole(code: str) -> bool:
    """Whether a code says which line it is without what stands above it."""
    level = code_level(code)
    return level == "kegiatan" or (level == "ro" and any(len(part) == 4 and part.isdigit() for part in code.split(".")))
