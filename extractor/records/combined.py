"""Tables that state performance and budget side by side: the performance half, read as a table of achievements."""

from dataclasses import replace

from extractor.records import capaian
from extractor.tables.recognise import assign, read_as
from extractor.tables.table import Table

_BUDGET = frozenset({"pagu", "sisa", "kode"})
_NEEDED = frozenset({"indikator", "target"})


def performance_half(table: Table) -> Table | None:
    """A table of achievements over the columns that do not speak of money, or None where they state no target with a result."""
    spent = [c.index for c in table.columns if c.role in ("pagu", "realisasi")]
    if table.kind != "realisasi_anggaran" or not spent:
        return None
    money = {c.index for c in table.columns if c.role in _BUDGET or c.index in spent or (c.role == "persen" and c.index > max(spent))}
    half = replace(table, columns=[replace(c, role=None, year=None, confidence=0.0) for c in table.columns if c.index not in money])
    reading = read_as(half, capaian.SPEC, (), ())
    found = {role for _, role, _ in reading.roles}
    if not found >= _NEEDED or not found & {"realisasi", "capaian"}:
        return None
    assign(half, reading)
    return half
