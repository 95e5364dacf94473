"""Truth as the CSV files of the hand-checked annotations, so that one scorer judges both."""

import csv
import json
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from corpus.printed import Json

BIDANG: dict[str, tuple[str, ...]] = {
    "bab": ("level", "nomor", "judul"),
    "realisasi_anggaran": ("table", "tahun", "kode", "uraian", "tingkat", "pagu", "realisasi", "persen"),
    "pk": ("table", "tahun", "unit", "nomor", "sasaran", "indikator", "target_raw"),
    "pk_anggaran": ("table", "tahun", "unit", "kode", "uraian", "jumlah"),
    "rkt": ("table", "tahun", "nomor", "sasaran", "kegiatan", "indikator", "target_raw", "kode", "anggaran"),
    "rak": ("table", "tahun", "nomor", "sasaran", "indikator", "target_raw", "kegiatan", "jadwal", "anggaran", "pelaksana"),
    "capaian_kinerja": ("table", "tahun", "sasaran", "indikator", "target_raw", "realisasi_raw", "capaian_raw"),
    "pegawai": (
        "table", "nama", "nip", "status", "golongan", "pangkat", "jabatan", "tmt_pangkat", "tmt_jabatan", "jenis_kelamin", "pendidikan",
        "tanggal_lahir",
    ),
    "pegawai_rekap": ("dimensi", "label", "jumlah"),
    "klaim": ("jenis", "raw", "nilai", "terbilang_nilai"),
}  # fmt: skip
"""Columns of each file."""


def write_gold(truth: Json, folder: Path, berkas: str, kunci: str) -> None:
    """Write meta.json and one CSV per section that the truth has into ``folder``; places are not known."""
    folder.mkdir(parents=True, exist_ok=True)
    satker, document = truth["satker"], truth["dokumen"]
    names = ("tingkat", "wilayah", "provinsi", "kode_satker")
    meta = {"satker": satker["nama"], **{name: satker.get(name) for name in names}, "tahun": truth["tahun"]}
    meta |= {"tempat": document["tempat"], "tanggal": document["tanggal"], "berkas": berkas, "kunci": kunci}
    (folder / "meta.json").write_text(json.dumps(meta, ensure_ascii=False, indent=1), "utf-8")
    for name, rows in sections(truth).items():
        if rows:
            with (folder / f"{name}.csv").open("w", encoding="utf-8", newline="") as file:
                writer = csv.DictWriter(file, BIDANG[name])
                writer.writeheader()
                writer.writerows(rows)


def sections(truth: Json) -> dict[str, list[dict[str, Any]]]:
    """Rows of every file by its name."""
    staff = truth["pegawai"]
    found = {
        "bab": [_row("bab", {**node, "level": node["tingkat"]}) for node in _chapters(truth["bab"]) if node["tingkat"] < 3],
        "pegawai": [_row("pegawai", person) for person in staff["daftar"]],
        "pegawai_rekap": [_row("pegawai_rekap", count) for count in staff["rekap"]],
        "klaim": [_row("klaim", _claim(claim)) for claim in truth["klaim"] if claim["jenis"] != "jumlah" or claim["terbilang"]],
    }
    for name, place, inner in (
        ("realisasi_anggaran", "realisasi_anggaran", "baris"), ("pk", "perjanjian_kinerja", "baris"),
        ("pk_anggaran", "perjanjian_kinerja", "anggaran"), ("rkt", "rencana_kinerja", "baris"), ("rak", "rencana_aksi", "baris"),
        ("capaian_kinerja", "capaian_kinerja", "baris"),
    ):  # fmt: skip
        found[name] = [_row(name, row) for row in _nested(truth[place], inner)]
    return found


def _nested(groups: Iterable[Json], inner: str) -> Iterator[Json]:
    for number, group in enumerate(groups, 1):
        outer = {key: value for key, value in group.items() if not isinstance(value, (list, dict))}
        for row in group.get(inner) or []:
            yield {**outer, **row, "table": f"T{number:02}"}


def _chapters(nodes: Iterable[Json]) -> Iterator[Json]:
    for node in nodes:
        yield node
        yield from _chapters(node["anak"])


def _claim(claim: Json) -> Json:
    words = claim["terbilang"] or {}
    return {"jenis": claim["jenis"], "raw": claim["nilai"]["mentah"], "nilai": claim["nilai"], "terbilang_nilai": words.get("nilai")}


def _row(name: str, record: Json) -> dict[str, Any]:
    return {column: _cell(column, record) for column in BIDANG[name]}


def _cell(column: str, record: Json) -> Any:
    value = record.get(column.removesuffix("_raw") if column != "raw" else "raw")
    if isinstance(value, list):
        return ";".join(value)
    if isinstance(value, dict):
        return value.get("mentah") if column.endswith("_raw") else value.get("nilai")
    return "" if value is None else value
