"""A satker-year as rows of the star: follows the paths that the tables declare."""

import re
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from functools import cache
from typing import Any, Final

from extractor.warehouse.columns import Column, Source, Table
from extractor.warehouse.computed import COMPUTED, Row
from extractor.warehouse.keys import digest
from extractor.warehouse.proposals import Held
from extractor.warehouse.redact import Redaction
from extractor.warehouse.star import REPORTED, STAR
from extractor.warehouse.unit import Unit
from extractor.warehouse.values import CONVERT, DoesNotFit

Values = tuple[Any, ...]
Getter = Callable[[Row, Unit], Any]
_WORDS_ONLY: Final = "#text"
_NOTHING: Final[dict[str, Any]] = {}


@dataclass(slots=True)
class Rows:
    """Rows by table, in the order in which the report has them."""

    reported: dict[str, list[Values]] = field(default_factory=lambda: {table.name: [] for table in REPORTED})
    shared: dict[str, dict[str, Values]] = field(default_factory=lambda: {"dim_indikator": {}, "dim_anggaran_kode": {}})
    """Dimension -> key -> row."""


def flatten(unit: Unit, redaction: Redaction, into: Rows) -> None:
    """Add the rows of a satker-year."""
    cleaner = redaction.cleaner(unit.data)
    made: dict[str, list[list[Any]]] = {table.name: [] for table in REPORTED}
    for table in REPORTED:
        seen: Counter[str] = Counter()
        wanted, getters = _recipe(table.name)
        for source in table.sources:
            for row in _rows(source, unit.data):
                row.clean, row.shared = cleaner.text, into.shared
                values = [get(row, unit) for get in getters]
                if redaction.on:
                    values = [cleaner.value(column, value) for column, value in zip(table.columns, values, strict=True)]
                if values[0] is None:
                    values[0] = _own_key(table, unit, values, wanted, seen)
                unit.rows[row.pointer] = Held(table, row.item, values)
                made[table.name].append(values)
    _put_proposals(unit)
    made["dim_laporan"][0][STAR["dim_laporan"].names.index("di_luar_jangkauan")] = unit.overflow  # known only now
    for name, rows in made.items():
        into.reported[name] += map(tuple, rows)


def _put_proposals(unit: Unit) -> None:
    """What the reconciliation proposes, beside what is stated."""
    for entry in unit.data["rekonsiliasi"]:
        target = unit.targets.get(entry["jalur"]) if unit.targets else None
        if target is None or entry["menjadi"] is None:
            continue
        table, name = target.row.table, f"{target.column.name}_rekonsiliasi"
        with suppress(DoesNotFit):  # the proposal stands whole in its own table
            target.row.values[table.names.index(name)] = CONVERT[table[name].kind](entry["menjadi"])


@cache
def _recipe(name: str) -> tuple[tuple[int, ...], tuple[Getter, ...]]:
    """Which values name a row of this table beside its report, and how all are got."""
    table = STAR[name]
    natural = tuple(table.names.index(column) for column in (*table.natural, "dokumen_key") if column in table.names)
    return natural, tuple(_converted(column, _getter(column)) for column in table.columns)


def _own_key(table: Table, unit: Unit, values: Sequence[Any], natural: Sequence[int], seen: Counter[str]) -> str:
    named = digest(table.name, unit.key, *(values[at] for at in natural))
    seen[named] += 1
    return named if seen[named] == 1 else digest(named, seen[named])


def _converted(column: Column, get: Getter) -> Getter:
    """The value as the column's type. Places and proposals need no care: the ones fit always, the others come later."""
    if column.path.startswith(("@", "~")):
        return get
    convert = CONVERT[column.kind]

    def converted(row: Row, unit: Unit) -> Any:
        value = get(row, unit)
        if value is None:
            return None
        try:
            return convert(value)
        except DoesNotFit:
            unit.overflow += 1
            return None

    return converted


def _getter(column: Column) -> Getter:
    path = column.path
    if path.startswith("="):
        return COMPUTED[path, column.name] if (path, column.name) in COMPUTED else COMPUTED[path, ""]
    if path.startswith("@"):
        part = path[1:]
        return lambda row, _: row.place.get(part)
    if path.startswith("~"):
        return lambda _, __: None  # put in when all rows are made
    return _walker(path)


def _walker(path: str) -> Getter:
    """Follows a path; nine in ten have one step or two within the row, and are followed without a loop."""
    first, _, second = path.partition(".")
    if re.fullmatch(r"\w+", path):
        return lambda row, _: row.item.get(path)
    if re.fullmatch(r"\w+\.[a-z_]+", path):
        return lambda row, _: (row.item.get(first) or _NOTHING).get(second)
    return _long_walker(path)


def _long_walker(path: str) -> Getter:
    words_only = path.endswith(_WORDS_ONLY)
    bare = path.removesuffix(_WORDS_ONLY)
    level = 0 if bare.startswith("/") else -1 - bare.count("../")
    steps = tuple(int(step) if step.isdigit() else step for step in bare.replace("../", "").lstrip("/").split("."))

    def walk(row: Row, _: Unit) -> Any:
        if -level > len(row.chain):
            return None
        node = row.chain[level]
        for step in steps:
            node = _step(node, step)
        return node if not words_only or isinstance(node, str) else None

    return walk


def _step(node: Any, step: str | int) -> Any:
    if isinstance(node, dict):
        return node.get(step)
    if isinstance(node, list) and isinstance(step, int):
        return node[step] if step < len(node) else None
    return None


def _rows(source: Source, data: dict[str, Any]) -> Iterator[Row]:
    yield from _descend([step for step in source.path.split(".") if step], (data,), "", 0, source.constant)


def _descend(steps: Sequence[str], chain: tuple[Any, ...], pointer: str, position: int, constant: str | None) -> Iterator[Row]:
    """Every row at the end of the path, with all that encloses it."""
    if not steps:
        yield Row(chain[-1], chain, pointer, position, constant)
        return
    name, within = steps[0].removesuffix("[]"), chain[-1]
    if not steps[0].endswith("[]"):
        yield from _descend(steps[1:], (*chain, within[name]), f"{pointer}/{name}", position, constant)
        return
    for at, item in enumerate(within[name]):
        yield from _descend(steps[1:], (*chain, item), f"{pointer}/{name}/{at}", at, constant)
