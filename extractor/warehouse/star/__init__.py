"""The star: every table of the warehouse, declared as data."""

from types import MappingProxyType
from typing import Final

from extractor.warehouse.star import budget, dimensions, findings, performance, records, staff

SHARED: Final = (dimensions.DIM_SATKER, dimensions.DIM_TAHUN, dimensions.DIM_INDIKATOR, dimensions.DIM_ANGGARAN_KODE)
"""Dimensions that many reports share; they follow from what the other tables hold."""

REPORTED: Final = (
    dimensions.DIM_LAPORAN,
    dimensions.DIM_DOKUMEN,
    dimensions.DIM_RENCANA,
    budget.REALISASI,
    budget.ANGGARAN,
    performance.KINERJA,
    performance.TARGET,
    performance.IKU,
    staff.REKAP,
    staff.PEGAWAI,
    staff.PENANDATANGAN,
    findings.KLAIM,
    findings.TEMUAN,
    findings.BUKTI,
    findings.REKONSILIASI,
    findings.PEMERIKSAAN,
)
"""Tables whose rows belong to one satker-year each, and are replaced with it. Proposals come after what they are about."""

RECORDS: Final = (records.MUATAN, records.VERSI)
"""What the loader keeps; not part of the exchange form."""

STAR: Final = MappingProxyType({table.name: table for table in (*SHARED, *REPORTED)})
"""Name -> table of the star, in the order in which they are made."""
