"""Columns headed by nothing but a year: the table's title says what their figures are ("Realisasi Kinerja Tahun 2021-2024")."""

import re
from typing import Final

from extractor.tables.table import Table
from extractor.tables.wording import fold, years

_YEAR: Final = re.compile(r"(?:(?:tahun|ta)\W*)?(?:19|20)\d{2}", re.IGNORECASE)
_WORD: Final = "realisasi"
"""What such a column may be taken for; a target of another year is none of this year's."""
_OTHER: Final = frozenset({"target", "capaian", "pagu", "anggaran", "belanja"})
_LEAST: Final = 2
_PLANNED: Final = frozenset({"", "tahun", "target", "target tahun"})
"""What stands beside the year over a column of a plan."""
_PLAN: Final = 3
"""Years from which columns are those of a plan over years; two are last year's and this one's."""


def full_headers(table: Table) -> list[str]:
    """The header of each column; years alone with the word of the title before them, where the title leaves no doubt about it.

    A text above the years that says nothing of what they hold reaches over them from the column beside.
    """
    headers = [column.header for column in table.columns]
    bare = {at for at, header in enumerate(headers) if _is_bare(header)}
    told = set(fold(table.title).split())
    named = {word for at, header in enumerate(headers) if at not in bare for word in fold(header).split()}
    if len(bare) < _LEAST or _WORD not in told or _WORD in named or told & (_OTHER - named):
        return headers
    return [f"{_WORD} {header.split(' | ')[-1]}" if at in bare else header for at, header in enumerate(headers)]


def spans_years(table: Table) -> bool:
    """Whether the columns are of several years, as those of a plan of five years are."""
    lowest = (column.header.split(" | ")[-1] for column in table.columns)
    found = {year for header in lowest for year in years(header) if fold(header) in _PLANNED}
    return len(found) >= _PLAN


def _is_bare(header: str) -> bool:
    *above, last = header.split(" | ")
    words = {word for part in above for word in fold(part).split()}
    return _YEAR.fullmatch(last.strip()) is not None and not words & (_OTHER | {_WORD})
