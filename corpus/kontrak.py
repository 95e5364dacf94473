"""The truth of a made report as a whole document of the contract, with the identifiers that the contract asks for."""

from typing import Any

from corpus.printed import Json
from extractor.model import LaporanDokumen

IDENTITAS = "0" * 12
HANYA_BENAR = ("keterangan", "temuan_tertanam", "selip", "tabel", "klaim")
"""What the truth has besides the contract's sections, or in another form."""


def contract_of(truth: Json, berkas: str = "laporan.txt") -> LaporanDokumen:
    """The truth checked against the contract's models. Raises ``pydantic.ValidationError`` where it does not fit."""
    found: dict[str, Any] = {key: value for key, value in truth.items() if key not in HANYA_BENAR}
    document = {"id": IDENTITAS, "berkas": berkas, "sha256": "0" * 64, "halaman": 1, "metode_baca": "teks", **truth["dokumen"]}
    found["dokumen"] = [document]
    found["alat"] = {"nama": "korpus", "versi": "1"}
    found["bab"] = [_chapter(node) for node in truth["bab"]]
    for section in ("perjanjian_kinerja", "rencana_kinerja", "rencana_aksi", "capaian_kinerja", "realisasi_anggaran"):
        found[section] = [{"id": f"{section}-{n}", "dokumen": IDENTITAS, **group} for n, group in enumerate(truth[section], 1)]
    found["klaim"] = [{key: claim[key] for key in ("jenis", "nilai", "terbilang", "kalimat")} for claim in truth["klaim"]]
    return LaporanDokumen.model_validate(found)


def _chapter(node: Json) -> Json:
    return {"dokumen": IDENTITAS, **node, "anak": [_chapter(child) for child in node["anak"]]}
