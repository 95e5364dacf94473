"""The kinds of table the program knows, each declared beside its record."""

from extractor.records import capaian, iku, pegawai_daftar, pegawai_rekap, pk, pk_anggaran, rak, realisasi, rkt
from extractor.tables.spec import KindSpec

SPECS: tuple[KindSpec, ...] = (
    pk.SPEC,
    pk_anggaran.SPEC,
    rkt.SPEC,
    rkt.SPEC_ANGGARAN,
    rak.SPEC,
    capaian.SPEC,
    realisasi.SPEC,
    pegawai_daftar.SPEC,
    pegawai_rekap.SPEC,
    iku.SPEC,
)
