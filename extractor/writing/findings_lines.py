"""Findings for other programs, one JSON object per line: each a ``result`` object of SARIF 2.1.0 (OASIS, 2020), section 3.27.

What SARIF has no field for (figures, page and box, proposal) stands in ``properties``.
"""

from collections.abc import Iterable
from typing import Any, Final
from urllib.parse import quote

from pydantic_core import to_json

from extractor.model import Bukti, LaporanSatker, Temuan
from extractor.writing.findings import proposed

LEVELS: Final = {"galat": "error", "peringatan": "warning", "info": "note"}
_FIGURES: Final = {"nama", "keparahan", "dinyatakan", "dihitung", "selisih", "satuan", "sebab"}


def as_lines(reports: Iterable[LaporanSatker]) -> bytes:
    """All findings, one per line, in the order of the reports; UTF-8."""
    found = (_result(report, finding) for report in reports for finding in report.temuan)
    return b"".join(to_json(result) + b"\n" for result in found)


def _result(report: LaporanSatker, finding: Temuan) -> dict[str, Any]:
    files = {document.id: document.berkas for document in report.dokumen}
    places = [_location(evidence, files) for evidence in finding.bukti]
    result: dict[str, Any] = {
        "ruleId": finding.kode,
        "level": LEVELS[finding.keparahan],
        "message": {"text": finding.pesan.id},
        "locations": places[:1],
        "partialFingerprints": {"temuan/v1": finding.id},
        "properties": _properties(report, finding),
    }
    if places[1:]:
        result["relatedLocations"] = places[1:]
    if finding.diterima:
        result["suppressions"] = [{"kind": "external", "status": "accepted", "justification": finding.diterima}]
    return result


def _properties(report: LaporanSatker, finding: Temuan) -> dict[str, Any]:
    proposal = proposed(report, finding)
    return {
        "satker": report.satker.nama,
        "tahun": report.tahun,
        "message_en": finding.pesan.en,
        **finding.model_dump(mode="json", include=_FIGURES, exclude_none=True),
        **({"usulan": proposal.model_dump(mode="json", include={"jalur", "menjadi", "metode", "keyakinan", "alasan"})} if proposal else {}),
    }


def _location(evidence: Bukti, files: dict[str, str]) -> dict[str, Any]:
    physical: dict[str, Any] = {"artifactLocation": {"uri": _uri(evidence.berkas or files.get(evidence.dokumen, evidence.dokumen))}}
    if evidence.baris is not None:
        physical["region"] = {"startLine": evidence.baris[0], "endLine": evidence.baris[1], "snippet": {"text": evidence.mentah}}
    places = evidence.model_dump(mode="json", include={"halaman", "kotak", "tabel", "sel", "mentah"}, exclude_none=True)
    return {"physicalLocation": physical, "properties": places}


def _uri(name: str) -> str:
    """A file name as a relative reference (RFC 3986)."""
    return quote(name.replace("\\", "/"))
