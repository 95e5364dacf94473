"""The truth of a made report as a whole document of the contract, with the identifiers that the contract asks for."""

from typing import Any

from corpus.naskah import Cell, Report, Row, Table
from corpus.printed import Json
from extractor.model import LaporanDokumen

IDENTITAS = "0" * 12
HANYA_BENAR = ("keterangan", "temuan_tertanam", "selip", "tabel", "klaim")
"""What the truth has besides the contract's sections, or in another form."""


def contract_of(report: Report, berkas: str = "laporan.txt") -> LaporanDokumen:
    """What a perfect reading of the report would give, without places. Raises ``pydantic.ValidationError`` where it does not fit."""
    truth: Any = report.truth
    found: dict[str, Any] = {key: value for key, value in truth.items() if key not in HANYA_BENAR}
    document = {"id": IDENTITAS, "berkas": berkas, "sha256": "0" * 64, "halaman": 1, "metode_baca": "teks", **truth["dokumen"]}
    found["dokumen"] = [document]
    found["alat"] = {"nama": "korpus", "versi": "1"}
    found["bab"] = [_chapter(node) for node in truth["bab"]]
    for section in ("perjanjian_kinerja", "rencana_kinerja", "rencana_aksi", "capaian_kinerja", "realisasi_anggaran"):
        found[section] = [{"id": f"{section}-{n}", "dokumen": IDENTITAS, **group} for n, group in enumerate(truth[section], 1)]
    found["klaim"] = [{key: claim[key] for key in ("jenis", "nilai", "terbilang", "kalimat")} for claim in truth["klaim"]]
    found["tabel"] = [_table(listed, report.blocks[listed["blok"]], truth["tahun"]) for listed in truth["tabel"]]
    return LaporanDokumen.model_validate(found)


def _chapter(node: Json) -> Json:
    return {"dokumen": IDENTITAS, **node, "anak": [_chapter(child) for child in node["anak"]]}


def _table(listed: Json, block: object, year: int) -> Json:
    """A table with its cells; entries stacked in one drawn cell stand in one cell, covered slots are empty."""
    if not isinstance(block, Table):
        raise TypeError(f"block {listed['blok']} is no table")
    head, rows = ([_texts(row) for row in part] for part in (block.head, block.rows))
    named = {"id": listed["id"], "dokumen": IDENTITAS, "jenis": listed["jenis"], "judul": listed["judul"].replace("\n", " ")}
    return {**named, "keyakinan": 1.0, "tahun": year, "kepala": head, "baris": rows}


def _texts(row: Row) -> list[str]:
    return [_text(cell) for cell in row]


def _text(cell: Cell | None) -> str:
    return "" if cell is None else "\n".join(cell.stacked) if cell.stacked else cell.text
