"""Findings as rows: ``OUT/temuan.csv``, and what ``lkj check`` gives to other programs."""

import csv
import io
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import Any

from pydantic_core import to_json

from extractor.model import LaporanSatker, Rekonsiliasi, Sumber, Temuan
from extractor.writing.files import write_atomically

COLUMNS = (
    "satker", "tahun", "id", "kode", "nama", "keparahan", "pesan", "message", "dinyatakan", "dihitung", "selisih", "satuan",
    "berkas", "tempat", "bukti", "usulan", "keyakinan_usulan", "sebab", "diterima",
)  # fmt: skip
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def place(evidence: Sumber) -> str:
    """Where a piece of evidence is printed: "hal. 28" or "baris 931-933"."""
    if evidence.halaman is not None and evidence.baris is None:
        return f"hal. {evidence.halaman}"
    if evidence.baris is None:
        return "tanpa letak"
    first, last = evidence.baris
    return f"baris {first}" if first == last else f"baris {first}-{last}"


def proposed(report: LaporanSatker, finding: Temuan) -> Rekonsiliasi | None:
    """What would settle a finding; None where nothing does, or several values would do as well."""
    return next((entry for entry in report.rekonsiliasi if entry.id == finding.rekonsiliasi), None)


def rows(report: LaporanSatker) -> list[dict[str, Any]]:
    """One flat row per finding."""
    files = {document.id: document.berkas for document in report.dokumen}
    return [_row(report, finding, files) for finding in report.temuan]


def _row(report: LaporanSatker, finding: Temuan, files: dict[str, str]) -> dict[str, Any]:
    plain = finding.model_dump(mode="json")
    proposal = proposed(report, finding)
    documents = dict.fromkeys(b.berkas or files.get(b.dokumen, b.dokumen) for b in finding.bukti)
    return {
        "satker": report.satker.nama, "tahun": report.tahun, **{name: plain[name] for name in ("id", "kode", "nama", "keparahan")},
        "pesan": finding.pesan.id, "message": finding.pesan.en,
        **{name: plain[name] for name in ("dinyatakan", "dihitung", "selisih", "satuan")},
        "berkas": "; ".join(documents), "tempat": "; ".join(dict.fromkeys(place(b) for b in finding.bukti)),
        "bukti": "; ".join(f"{place(b)}: {b.mentah}" for b in finding.bukti),
        "usulan": proposal and proposal.alasan.id, "keyakinan_usulan": proposal and proposal.keyakinan,
        "sebab": finding.sebab, "diterima": finding.diterima,
    }  # fmt: skip


def as_csv(reports: Iterable[LaporanSatker]) -> bytes:
    """All findings as CSV: UTF-8 with a mark, so that Excel reads it, and no cell that a spreadsheet takes for a formula."""
    text = io.StringIO(newline="")
    writer = csv.DictWriter(text, COLUMNS)
    writer.writeheader()
    for report in reports:
        writer.writerows({name: _cell(value) for name, value in row.items()} for row in rows(report))
    return ("\ufeff" + text.getvalue()).encode()


def _cell(value: Any) -> Any:
    return f"'{value}" if isinstance(value, str) and value.startswith(_FORMULA) else value


def as_json(reports: Iterable[LaporanSatker]) -> bytes:
    """All findings as a JSON list, each with its satker and year and its evidence whole."""
    found = [
        {"satker": report.satker.nama, "tahun": report.tahun, **finding.model_dump(mode="json", exclude_none=True)}
        for report in reports
        for finding in report.temuan
    ]
    return to_json(found, indent=1) + b"\n"


def findings_writer(out: Path) -> Callable[[Sequence[str]], None]:
    """What writes ``OUT/temuan.csv`` from the files of the satker-years, one at a time. It raises OSError."""

    def write(files: Sequence[str]) -> None:
        reports = (LaporanSatker.model_validate_json((out / name).read_bytes()) for name in files)
        write_atomically(out / "temuan.csv", as_csv(reports))

    return write


def as_baseline(reports: Iterable[LaporanSatker]) -> bytes:
    """A baseline file to be filled in: every finding that is not accepted yet, without a reason."""
    text = io.StringIO(newline="")
    writer = csv.writer(text)
    writer.writerow(("id", "alasan", "kode", "pesan"))
    for report in reports:
        writer.writerows((t.id, t.diterima or "", t.kode, _cell(t.pesan.id)) for t in report.temuan if t.sebab is None)
    return ("\ufeff" + text.getvalue()).encode()
