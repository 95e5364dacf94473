"""Proposed figures beside the stated ones: what the JSON pointer of a proposal leads to."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Final, NamedTuple

from extractor.warehouse.columns import Column, Table

Json = dict[str, Any]
_CELL_STEPS: Final = 5
"""Of ``/tabel/7/baris/3/5``, split at the slashes, without the empty first."""


class Place(NamedTuple):
    """What two readings of one printed row have in common."""

    table: str
    page: int | None
    box: tuple[Any, ...]
    lines: tuple[Any, ...]


@dataclass(frozen=True, slots=True)
class Held:
    """A row of a table, where it stands in the JSON, and its values to be."""

    table: Table
    item: Json
    values: list[Any]

    @property
    def key(self) -> str:
        """Its key."""
        return str(self.values[0])


@dataclass(frozen=True, slots=True)
class Target:
    """The figure that a proposal is about."""

    row: Held
    column: Column


def place_of(source: Any, table: str | None = None) -> Place | None:
    """The first place of a source; None where it names no table."""
    first = source[0] if isinstance(source, list) and source else source
    if not isinstance(first, dict) or (table or first.get("tabel")) is None:
        return None
    return Place(table or first["tabel"], first.get("halaman"), tuple(first.get("kotak") or ()), tuple(first.get("baris") or ()))


def targets(report: Json, rows: dict[str, Held]) -> dict[str, Target]:
    """The figure of each proposal that is in a fact; ``rows`` are all rows by their JSON pointers."""
    wanted = {entry["jalur"]: entry["dinyatakan"] for entry in report["rekonsiliasi"] if entry["jalur"]}
    printed: dict[Place, list[Held]] = {}
    if any(pointer.startswith("/tabel/") for pointer in wanted):
        for held in rows.values():
            if "sumber" in held.item and (place := place_of(held.item["sumber"])) is not None:
                printed.setdefault(place, []).append(held)
    found = {pointer: _in_record(pointer, rows) or _in_cell(report, pointer, stated, printed) for pointer, stated in wanted.items()}
    return {pointer: target for pointer, target in found.items() if target is not None}


def _in_record(pointer: str, rows: dict[str, Held]) -> Target | None:
    steps = pointer.split("/")
    for end in range(len(steps) - 1, 1, -1):
        held = rows.get("/".join(steps[:end]))
        if held is not None:
            path = ".".join(steps[end:])
            return next((Target(held, column) for column in held.table.columns if column.path == path), None)
    return None


def _in_cell(report: Json, pointer: str, stated: Any, printed: dict[Place, list[Held]]) -> Target | None:
    """The only figure of the rows printed there that states the same."""
    steps = pointer.split("/")[1:]
    if len(steps) != _CELL_STEPS or steps[0] != "tabel":
        return None
    table, row = report["tabel"][int(steps[1])], int(steps[3])
    place = place_of(table["sumber_baris"][row], table["id"]) if row < len(table["sumber_baris"]) else None
    found = [target for held in printed.get(place, ()) for target in _stating(held, stated)] if place else []
    return found[0] if len(found) == 1 else None


def _stating(held: Held, stated: Any) -> Iterator[Target]:
    for column in held.table.columns:
        name, _, last = column.path.rpartition(".")
        if last == "nilai" and name in held.item and (held.item[name] or {}).get("nilai") == stated:
            yield Target(held, column)
