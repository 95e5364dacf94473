"""Columns that the loader makes: keys, and what a value says when it is taken apart."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Any, Final

from extractor.checks.views.staff import education
from extractor.values.codes import code_level, code_parts, read_code
from extractor.warehouse.keys import DOCUMENT_DIGITS, digest, words_of
from extractor.warehouse.proposals import Target, targets
from extractor.warehouse.unit import Unit


@dataclass(slots=True)
class Row:
    """One row of the JSON, with all that encloses it."""

    item: dict[str, Any]
    """The row itself."""
    chain: tuple[Any, ...]
    """From the top of the file to the row."""
    pointer: str
    position: int
    constant: str | None
    clean: Callable[[str], str] = str
    shared: dict[str, dict[str, tuple[Any, ...]]] = field(default_factory=dict)
    _place: dict[str, Any] | None = None

    @property
    def place(self) -> dict[str, Any]:
        """Where it is printed, by the names of the columns."""
        if self._place is None:
            self._place = _place(self.figure if "jalur" in self.item else self.item)
        return self._place

    @property
    def figure(self) -> dict[str, Any]:
        """What a proposal is about: its text and its place."""
        return _figure(self.chain[0], str(self.item["jalur"]).split("/")[1:])


def _figure(report: dict[str, Any], steps: Sequence[str]) -> dict[str, Any]:
    """The figure that a JSON pointer leads to, or the cell of a table as if it were one."""
    node: Any = report
    for at, step in enumerate(steps):
        if isinstance(node, dict) and "sumber_baris" in node and len(steps) == at + 3:
            row, column = int(steps[at + 1]), int(steps[at + 2])
            return {"mentah": node["baris"][row][column], "sumber": node["sumber_baris"][row] if node["sumber_baris"] else node["sumber"]}
        node = node[int(step)] if isinstance(node, list) else node[step]
        if isinstance(node, dict) and "mentah" in node:
            return node
    return {}


_NO_BOX: Final = (None, None, None, None)


def _place(item: dict[str, Any]) -> dict[str, Any]:
    source = item.get("sumber") or (item.get("bukti") or None)
    if source is None and "dokumen" in item and "mentah" in item:
        source = item  # a piece of evidence is a place itself
    sources = source if isinstance(source, list) else [source] if source else []
    if not sources:
        return {}
    first, last = sources[0], sources[-1] if item.get("sumber") else sources[0]
    lines, box = first.get("baris") or (None, None), first.get("kotak")
    x0, top, x1, bottom = map(float, box) if box else _NO_BOX
    return {
        "dokumen": first["dokumen"], "halaman": first.get("halaman"), "halaman_akhir": last.get("halaman"), "baris_awal": lines[0],
        "baris_akhir": (last.get("baris") or lines)[-1], "tabel": first.get("tabel"),
        "kotak_x0": x0, "kotak_atas": top, "kotak_x1": x1, "kotak_bawah": bottom,
    }  # fmt: skip


def _document(row: Row, unit: Unit) -> str | None:
    """The document itself, that of the row's place, that of what encloses it, or the only one."""
    for node in reversed(row.chain[1:]):
        if "sha256" in node:
            return str(node["sha256"])[:DOCUMENT_DIGITS]
    named = row.place.get("dokumen") or next((node["dokumen"] for node in reversed(row.chain[1:]) if "dokumen" in node), None)
    if named is None and len(unit.documents) == 1:
        return next(iter(unit.documents.values()))
    return unit.documents.get(named) if named else None


def _plan(row: Row, unit: Unit) -> str:
    plan = row.chain[1]
    return digest("dim_rencana", unit.key, row.constant or "pk", plan["dokumen"], plan["id"])


def _indicator(row: Row, _: Unit) -> str | None:
    words = words_of(row.clean(row.item.get("indikator") or ""))
    if not words:
        return None
    key = digest("indikator", words)
    row.shared["dim_indikator"].setdefault(key, (key, words, None))
    return key


def _budget_code(row: Row, _: Unit) -> str | None:
    printed = row.clean(row.item.get("kode") or "")
    if not printed:
        return None
    code = read_code(printed) or printed.strip()
    key, parts = digest("kode", code), code_parts(code)
    named = (parts.get(name) for name in ("program", "kegiatan", "kro", "ro"))
    row.shared["dim_anggaran_kode"].setdefault(key, (key, code, code_level(code), *named, None))
    return key


def _education(row: Row, _: Unit) -> str | None:
    """Of a person, or of a count of persons by their education."""
    item = row.item
    stated = item.get("pendidikan") or (item.get("label") if item.get("dimensi") == "pendidikan" else None)
    return education(stated) if stated else None


def _replacement(row: Row, unit: Unit) -> str | None:
    return unit.documents.get(row.item.get("rujukan") or "")


def _target(row: Row, unit: Unit) -> Target | None:
    if unit.targets is None:
        unit.targets = targets(unit.data, unit.rows)
    return unit.targets.get(str(row.item["jalur"]))


def _fact_table(row: Row, unit: Unit) -> str | None:
    target = _target(row, unit)
    return None if target is None else target.row.table.name


def _fact_key(row: Row, unit: Unit) -> str | None:
    target = _target(row, unit)
    return None if target is None else target.row.key


def _fact_column(row: Row, unit: Unit) -> str | None:
    target = _target(row, unit)
    return None if target is None else target.column.name


COMPUTED: Final[Mapping[tuple[str, str], Callable[[Row, Unit], Any]]] = MappingProxyType({
    ("=key", ""): lambda _, __: None,
    ("=key", "laporan_key"): lambda _, unit: unit.key,
    ("=key", "satker_key"): lambda _, unit: unit.satker,
    ("=key", "dokumen_key"): _document,
    ("=key", "rencana_key"): _plan,
    ("=key", "indikator_key"): _indicator,
    ("=key", "anggaran_kode_key"): _budget_code,
    ("=slug", ""): lambda _, unit: unit.file.slug,
    ("=berkas", ""): lambda _, unit: unit.file.name,
    ("=overflow", ""): lambda _, __: 0,
    ("=asal", ""): lambda row, _: row.constant,
    ("=position", ""): lambda row, _: row.position + 1,
    ("=rujukan", ""): _replacement,
    ("=jenjang", ""): _education,
    ("=figure", "mentah"): lambda row, _: row.figure.get("mentah"),
    ("=fact", "fakta"): _fact_table,
    ("=fact", "fakta_key"): _fact_key,
    ("=fact", "kolom"): _fact_column,
})  # fmt: skip
"""Path and name of a column -> how it is made; the empty name stands for all others of the path."""
