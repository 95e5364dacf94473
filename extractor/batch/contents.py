"""What a satker-year holds, in figures."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from extractor.model import LaporanSatker


def count_records(report: "LaporanSatker") -> dict[str, int]:
    """Rows per kind of record."""
    return {
        "perjanjian_kinerja": sum(len(pk.baris) + len(pk.anggaran) for pk in report.perjanjian_kinerja),
        "rencana_kinerja": sum(len(rkt.baris) for rkt in report.rencana_kinerja),
        "rencana_aksi": sum(len(rak.baris) for rak in report.rencana_aksi),
        "capaian_kinerja": sum(len(capaian.baris) for capaian in report.capaian_kinerja),
        "realisasi_anggaran": sum(len(realisasi.baris) for realisasi in report.realisasi_anggaran),
        "pegawai": len(report.pegawai.daftar),
        "iku": len(report.iku),
    }


def count_findings(report: "LaporanSatker") -> dict[str, int]:
    """Contradictions by severity."""
    return {severity: sum(found.keparahan == severity for found in report.temuan) for severity in ("galat", "peringatan", "info")}


def total_budget(report: "LaporanSatker") -> tuple[int | None, int | None]:
    """Pagu and realisasi in rupiah of the greatest stated total row of the reporting year, one with both before one without; None where
    nothing is stated."""
    totals = [
        (int(row.pagu.nilai), int(row.realisasi.nilai) if row.realisasi and row.realisasi.nilai is not None else None)
        for table in report.realisasi_anggaran
        for row in table.baris
        if row.tingkat == "total" and row.tahun in (None, report.tahun) and row.pagu and row.pagu.nilai is not None
    ]
    return max(totals, key=lambda total: (total[0], total[1] is not None), default=(None, None))
