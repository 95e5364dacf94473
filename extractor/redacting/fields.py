"""Which fields of the contract can hold personal data, and of what sort: the marks of the warehouse, for the JSON."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from extractor.warehouse.columns import Personal

_CELL: Final = (
    "Penandatangan.jabatan", "Dokumen.tempat", "Bab.nomor", "Bab.judul", "Tabel.nomor", "Tabel.judul", "Tabel.bab", "Tabel.kepala",
    "Tabel.baris", "Pihak.jabatan", "BarisPK.nomor", "BarisPK.sasaran", "BarisPK.indikator", "BarisAnggaran.kode", "BarisAnggaran.uraian",
    "PerjanjianKinerja.unit", "PerjanjianKinerja.tempat", "BarisRencana.nomor", "BarisRencana.tingkat", "BarisRencana.sasaran",
    "BarisRencana.kegiatan", "BarisRencana.indikator", "BarisRencana.kode", "RencanaKinerja.unit", "BarisAksi.nomor", "BarisAksi.sasaran",
    "BarisAksi.indikator", "BarisAksi.kegiatan", "BarisAksi.jadwal", "BarisAksi.pelaksana", "RencanaAksi.unit", "BarisCapaian.nomor",
    "BarisCapaian.sasaran", "BarisCapaian.indikator", "BarisRealisasi.kode", "BarisRealisasi.uraian", "Pegawai.nomor", "Pegawai.jabatan",
    "RekapPegawai.label", "Iku.nomor", "Iku.indikator", "Iku.cara_hitung", "Iku.sumber_data", "Terbilang.mentah", "Klaim.kode",
    "Angka.mentah", "Angka.satuan", "Target.mentah", "Target.nilai", "Target.satuan",
    "Pernyataan.nama", "Pernyataan.kode", "Pernyataan.tingkat", "Pernyataan.mentah", "Pernyataan.nilai",
)  # fmt: skip
_FREE: Final = (
    "Paragraf.teks", "Sidik.kata", "Sidik.angka", "Klaim.subjek", "Klaim.kunci", "Klaim.kalimat", "Sebutan.teks", "Sebutan.nilai",
    "Sebutan.keterangan", "Pesan.id", "Pesan.en", "Temuan.dinyatakan", "Temuan.dihitung", "Temuan.diterima", "Rekonsiliasi.dinyatakan",
    "Rekonsiliasi.menjadi", "Peringatan.pesan", "Bukti.mentah", "Bukti.berkas", "Dokumen.berkas", "Banding.berkas",
)  # fmt: skip
_NONE: Final = (
    "Alat.nama", "Alat.versi", "Satker.nama", "Satker.wilayah", "Satker.provinsi", "Satker.kode_wilayah", "Satker.kode_satker",
    "Paragraf.hash", "Paragraf.sampel", "Paragraf.wilayah", "Dokumen.id", "Dokumen.sha256", "Dokumen.pengodean", "Dokumen.tanggal",
    "Dokumen.rujukan", "Bab.dokumen", "Tabel.id", "Tabel.dokumen", "PerjanjianKinerja.id", "PerjanjianKinerja.dokumen",
    "PerjanjianKinerja.tabel", "PerjanjianKinerja.tanggal", "RencanaKinerja.id", "RencanaKinerja.dokumen", "RencanaKinerja.tabel",
    "RencanaAksi.id", "RencanaAksi.dokumen", "RencanaAksi.tabel", "CapaianKinerja.id", "CapaianKinerja.dokumen", "CapaianKinerja.tabel",
    "RealisasiAnggaran.id", "RealisasiAnggaran.dokumen", "RealisasiAnggaran.tabel", "Sebutan.dokumen", "Temuan.kode", "Temuan.nama",
    "Temuan.satuan", "Temuan.rekonsiliasi", "Rekonsiliasi.id", "Rekonsiliasi.jalur", "Rekonsiliasi.metode", "Peringatan.kode",
    "Pemeriksaan.kode", "Sumber.dokumen", "Sumber.tabel", "Bukti.dokumen", "Bukti.tabel", "Laporan.penyamaran",
    "Banding.slug", "Banding.tanggal", "Pernyataan.tabel",
)  # fmt: skip
_OTHERS: Final[Mapping[Personal, tuple[str, ...]]] = MappingProxyType({
    Personal.NAME: ("Penandatangan.nama", "Pihak.nama", "Pegawai.nama"),
    Personal.NIP: ("Penandatangan.nip", "Pegawai.nip"),
    Personal.TRAIT: ("Pegawai.nip_rinci", "Pegawai.tmt_pangkat", "Pegawai.tmt_jabatan", "Pegawai.tanggal_lahir",
                     "NipRinci.tanggal_lahir", "NipRinci.tmt", "NipRinci.urut"),
    Personal.ATTRIBUTE: ("Pegawai.golongan", "Pegawai.pangkat", "Pegawai.pendidikan"),
    Personal.DIGEST: ("Temuan.id", "Temuan.sebab", "Rekonsiliasi.temuan"),
    Personal.CELL: _CELL,
    Personal.FREE: _FREE,
    Personal.NONE: _NONE,
})  # fmt: skip

MARKS: Final[Mapping[str, Personal]] = MappingProxyType({name: mark for mark, names in _OTHERS.items() for name in names})
"""Model.field -> what it can hold; every field that can hold words is here, as a test proves."""
