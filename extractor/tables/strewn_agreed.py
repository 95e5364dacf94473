"""Figures that were dealt to each other's rows, put right where the report's other tables have each of them beside the name of one row."""

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Final

from extractor.reading.document import GridRow
from extractor.tables.profile import is_total_label
from extractor.tables.strewn_fit import ratio_agrees, ratio_columns
from extractor.tables.strewn_grid import Gathered
from extractor.tables.strewn_orders import reordered

_VOTES: Final = 2
"""Other tables that must tell of the figures of these rows: of two tables that differ, either may be wrong."""
_AMOUNTS: Final = ("anggaran", "jumlah", "pagu")
_NAMED: Final[Mapping[str, tuple[str, ...]]] = {
    "indikator": ("target",), "kegiatan": _AMOUNTS, "program": _AMOUNTS, "uraian": _AMOUNTS,
}  # fmt: skip
"""Columns of names, and those of the figures that tables repeat beside them."""
_FOLDED: Final = re.compile(r"(?:,00|,-)$|[^\w%]+")
_Key = tuple[str, str]


def give_back_figures(tables: Sequence[Gathered]) -> None:
    """Gives figures that other tables have beside the name of another row to this row, in place."""
    for table in tables:
        _exchange(table, [other for other in tables if other is not table])


def _exchange(table: Gathered, others: Sequence[Gathered]) -> None:
    names = [column.role.name for column in table.head.columns]
    for name, roles in _NAMED.items():
        for column in (at for at, role in enumerate(names) if role in roles and names.count(role) == 1 and names.count(name) == 1):
            _exchange_in(table, names.index(name), column, _known(others, name))


def _exchange_in(table: Gathered, name: int, column: int, known: Mapping[_Key, set[int]]) -> None:
    """Moves figures of a column to the row beside whose name other tables have them."""
    body = [row for row in table.grid.rows if not row.header]
    texts = [(_folded(_text(row, name)), _folded(_text(row, column))) for row in body]
    named = {text for text, _ in known}
    rows = [at for at, (text, figure) in enumerate(texts) if text in named and figure and not known.get((text, figure))]
    order = reordered([texts[at][1] for at in rows], lambda row, figure: (texts[rows[row]][0], figure) in known)
    tellers = {table for row, source in order.items() for table in known[texts[rows[row]][0], texts[rows[source]][1]]}
    if len(tellers) < _VOTES:
        return
    whole = [row.cells[column] for row in body]
    for at, source in order.items():
        body[rows[at]].cells[column] = whole[rows[source]]
    if not _shares_agree(table, column, [body[rows[at]] for at in order]):
        for row, cell in zip(body, whole, strict=True):
            row.cells[column] = cell


def _shares_agree(table: Gathered, column: int, rows: Sequence[GridRow]) -> bool:
    """Whether no share of these rows is another one's now."""
    groups = [columns for columns in ratio_columns([column.role.name for column in table.head.columns]) if column in columns]
    return not any(ratio_agrees(*(_text(row, at) for at in columns)) is False for columns in groups for row in rows)


def _known(tables: Iterable[Gathered], name: str) -> dict[_Key, set[int]]:
    """Which tables have each figure beside each name."""
    names = ("kegiatan", "program", "uraian") if _NAMED[name] is _AMOUNTS else (name,)
    found: dict[_Key, set[int]] = {}
    for number, table in enumerate(tables):
        roles = [column.role.name for column in table.head.columns]
        named = [at for at, role in enumerate(roles) if role in names]
        figures = [at for at, role in enumerate(roles) if role in _NAMED[name]]
        rows = [row for row in table.grid.rows if not row.header]
        pairs = [(_folded(_text(row, a)), _folded(_text(row, b))) for row in rows for a in named for b in figures]
        for text, figure in pairs:
            if text and figure and not is_total_label(text):
                found.setdefault((text, figure), set()).add(number)
    return found


def _text(row: GridRow, column: int) -> str:
    return " ".join(row.cells[column].raw.split())


def _folded(text: str) -> str:
    """Words and figures without their signs; amounts without their currency."""
    return _FOLDED.sub("", text.lower().strip()).removeprefix("rp")
