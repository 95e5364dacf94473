"""Where a figure stands in the contract's JSON, as a JSON pointer (RFC 6901)."""

from collections.abc import Iterator, Mapping
from typing import Any

from pydantic import BaseModel

from extractor.checks.outcome import Evidence, sources_of
from extractor.model import Angka, LaporanSatker

_RECORDS = ("realisasi_anggaran", "perjanjian_kinerja", "rencana_kinerja", "rencana_aksi", "pegawai", "klaim")


def pointers(report: LaporanSatker, evidence: Mapping[str, Evidence]) -> dict[str, str]:
    """The pointer of every figure: to its record's ``nilai`` where it is in one, else to its cell in ``tabel``."""
    records: dict[tuple[object, ...], str] = {}
    for name in _RECORDS:
        for path, figure in _figures(getattr(report, name), f"/{name}"):
            for key in _keys(figure):
                records.setdefault(key, f"{path}/nilai")
    tables = {table.id: at for at, table in enumerate(report.tabel)}
    return {key: records.get(found.key) or _cell(found, tables) for key, found in evidence.items()}


def _figures(node: Any, path: str) -> Iterator[tuple[str, Angka]]:
    if isinstance(node, Angka):
        yield path, node
    elif isinstance(node, BaseModel):
        for name, value in node:
            if isinstance(value, BaseModel | list):
                yield from _figures(value, f"{path}/{name}")
    elif isinstance(node, list):
        for at, item in enumerate(node):
            yield from _figures(item, f"{path}/{at}")


def _keys(figure: Angka) -> Iterator[tuple[object, ...]]:
    yield from ((place.tabel, *place.sel, figure.nilai) for place in sources_of(figure.sumber)[:1] if place.tabel and place.sel)


def _cell(evidence: Evidence, tables: Mapping[str, int]) -> str:
    for place in sources_of(evidence.source)[:1]:
        if place.tabel is not None and place.tabel in tables and place.sel is not None:
            return f"/tabel/{tables[place.tabel]}/baris/{place.sel[0]}/{place.sel[1]}"
    return ""
