"""The contract: one report (``LaporanDokumen``) and one satker-year (``LaporanSatker``)."""

from typing import Literal

from pydantic import Field

from extractor.model.nilai import Angka, Asal, Bilangan, Bukti, Model, Target

VERSI_SKEMA = "1"
DUGAAN = 0.5
"""``Tabel.keyakinan`` at most, where the converter lost the columns and which cell stands in which is a guess."""

Tingkat = Literal["pusat", "provinsi", "kabupaten", "kota", "perangkat_daerah", "kementerian", "lain"]
JenisDokumen = Literal["lkj", "pk", "rkt", "rak", "iku", "lain"]
JenisTabel = Literal[
    "pk", "pk_anggaran", "rkt", "rkt_anggaran", "rak", "capaian_kinerja", "realisasi_anggaran",
    "pegawai_daftar", "pegawai_rekap", "iku", "lain",
]  # fmt: skip


class Alat(Model):
    nama: str
    versi: str


class Satker(Model):
    nama: str
    tingkat: Tingkat
    wilayah: str | None = None
    provinsi: str | None = None
    kode_wilayah: str | None = None
    kode_satker: str | None = None
    keyakinan: float = Field(0.0, ge=0, le=1)


class Penandatangan(Model):
    nama: str
    jabatan: str | None = None
    nip: str | None = None


class Paragraf(Model):
    """A paragraph by which a passage copied from another report is known: one that names a region, or holds several figures."""

    hash: str
    sampel: str
    wilayah: list[str] = []
    angka: int = 0
    teks: str
    sumber: Asal = None


class Sidik(Model):
    """What a document is recognised by under another name or in another format; not meant for people."""

    kata: str = Field(description="cap kata: sampel hash kata yang berbeda-beda, 8 digit heksadesimal tiap hash")
    angka: str = Field(description="cap angka: sampel hash angka yang berbeda-beda (empat digit atau lebih)")
    paragraf: list[Paragraf] = []


class Dokumen(Model):
    id: str
    berkas: str
    sha256: str
    jenis: list[JenisDokumen]
    halaman: int
    metode_baca: Literal["teks", "pdf", "ocr"]
    pengodean: str | None = Field(None, description="pengodean karakter masukan teks")
    tempat: str | None = None
    tanggal: str | None = Field(None, description="ISO 8601, dapat tanpa hari atau bulan")
    penandatangan: list[Penandatangan] = []
    peran: Literal["utama", "salinan", "digantikan"] = "utama"
    rujukan: str | None = Field(None, description="id dokumen yang dipakai sebagai gantinya")
    sidik: Sidik | None = None


class Bab(Model):
    """A heading: level 0 front and back matter, 1 BAB, 2 lettered (or x.y under a BAB), 3 numbered below that."""

    dokumen: str
    tingkat: int = Field(ge=0, le=3)
    nomor: str = ""
    judul: str
    sumber: Asal = None
    anak: list["Bab"] = []


class Tabel(Model):
    """Every table of a report with its cells as printed; nothing is lost here."""

    id: str
    dokumen: str
    jenis: JenisTabel
    keyakinan: float = Field(ge=0, le=1)
    nomor: str = ""
    judul: str = ""
    tahun: int | None = None
    bab: str | None = Field(None, description="judul bab tempat tabel ini berada")
    sumber: Asal = None
    kepala: list[list[str]] = []
    baris: list[list[str]] = []
    sumber_baris: list[Asal] = []


class Pihak(Model):
    nama: str | None = None
    jabatan: str | None = None


class BarisPK(Model):
    nomor: str | None = None
    sasaran: str | None = None
    indikator: str | None = None
    target: Target | None = None
    sumber: Asal = None


class BarisAnggaran(Model):
    kode: str | None = None
    uraian: str
    jumlah: Angka | None = None
    sumber: Asal = None


class PerjanjianKinerja(Model):
    id: str
    dokumen: str
    tabel: str | None = None
    tahun: int | None = None
    unit: str | None = None
    pihak_pertama: Pihak | None = None
    pihak_kedua: Pihak | None = None
    tempat: str | None = None
    tanggal: str | None = None
    baris: list[BarisPK] = []
    anggaran: list[BarisAnggaran] = []


class BarisRencana(Model):
    nomor: str | None = None
    tingkat: str | None = None
    sasaran: str | None = None
    kegiatan: str | None = None
    indikator: str | None = None
    target: Target | None = None
    kode: str | None = None
    anggaran: Angka | None = None
    sumber: Asal = None


class RencanaKinerja(Model):
    id: str
    dokumen: str
    tabel: str | None = None
    tahun: int | None = None
    unit: str | None = None
    baris: list[BarisRencana] = []


class BarisAksi(Model):
    nomor: str | None = None
    sasaran: str | None = None
    indikator: str | None = None
    target: Target | None = None
    kegiatan: str | None = None
    jadwal: list[str] = []
    anggaran: Angka | None = None
    pelaksana: str | None = None
    sumber: Asal = None


class RencanaAksi(Model):
    id: str
    dokumen: str
    tabel: str | None = None
    tahun: int | None = None
    unit: str | None = None
    baris: list[BarisAksi] = []


class BarisCapaian(Model):
    tahun: int | None = None
    nomor: str | None = None
    sasaran: str | None = None
    indikator: str | None = None
    target: Target | None = None
    realisasi: Target | None = None
    capaian: Target | None = None
    sumber: Asal = None


class CapaianKinerja(Model):
    id: str
    dokumen: str
    tabel: str | None = None
    baris: list[BarisCapaian] = []


class BarisRealisasi(Model):
    tahun: int | None = None
    kode: str | None = None
    uraian: str
    tingkat: Literal["program", "kegiatan", "ro", "total"] | None = None
    pagu: Angka | None = None
    realisasi: Angka | None = None
    persen: Angka | None = None
    sumber: Asal = None


class RealisasiAnggaran(Model):
    id: str
    dokumen: str
    tabel: str | None = None
    baris: list[BarisRealisasi] = []


class NipRinci(Model):
    tanggal_lahir: str
    tmt: str
    jenis_kelamin: Literal["L", "P"]
    urut: str


class Pegawai(Model):
    nomor: str | None = None
    nama: str
    nip: str | None = Field(None, description="hanya angka")
    nip_rinci: NipRinci | None = None
    status: Literal["PNS", "PPPK", "PPNPN", "KOMISIONER"] | None = None
    golongan: str | None = None
    pangkat: str | None = None
    jabatan: str | None = None
    tmt_pangkat: str | None = None
    tmt_jabatan: str | None = None
    jenis_kelamin: Literal["L", "P"] | None = None
    pendidikan: str | None = None
    tanggal_lahir: str | None = None
    sumber: Asal = None


class RekapPegawai(Model):
    dimensi: Literal["status", "golongan", "pendidikan", "subbagian", "sertifikat", "total"]
    label: str
    jumlah: Angka
    sumber: Asal = None


class Kepegawaian(Model):
    daftar: list[Pegawai] = []
    rekap: list[RekapPegawai] = []


class Iku(Model):
    nomor: str | None = None
    indikator: str
    cara_hitung: str | None = None
    sumber_data: str | None = None
    sumber: Asal = None


class Terbilang(Model):
    mentah: str
    nilai: int | None = None


class Klaim(Model):
    """A figure stated in prose."""

    jenis: Literal["rupiah", "persen", "jumlah"]
    nilai: Angka
    terbilang: Terbilang | None = None
    subjek: str | None = None
    kunci: str | None = None
    ukuran: Literal["pagu", "realisasi", "penyerapan", "sisa", "target", "capaian"] | None = None
    cakupan: Literal["anggaran", "program", "kegiatan", "sasaran", "indikator", "pegawai"] | None = None
    kode: str | None = None
    tahun: int | None = None
    dasar_tahun: Literal["named", "relative", "context", "report"] | None = None
    peran: Literal["from", "to", "change", "whole", "total", "part", "share"] | None = None
    kelompok: int | None = None
    arah: Literal["up", "down"] | None = None
    kalimat: str
    sumber: Asal = None


class Sebutan(Model):
    """Something that the text names: who signed, a body, a law, a date that cannot be, an entry of a list of contents, a caption …"""

    dokumen: str
    jenis: Literal[
        "nama", "badan", "peraturan", "tanggal", "perbandingan", "daftar_isi", "sistematika", "judul_tabel", "predikat", "tahun", "data"
    ]
    teks: str
    nilai: str | None = None
    keterangan: str | None = None
    sumber: Asal = None


class Pesan(Model):
    id: str
    en: str


class Temuan(Model):
    """A contradiction, with both sides of its evidence."""

    id: str
    kode: str
    nama: str
    keparahan: Literal["galat", "peringatan", "info"]
    pesan: Pesan
    dinyatakan: str | Bilangan | None = None
    dihitung: str | Bilangan | None = None
    selisih: Bilangan | None = None
    satuan: str | None = None
    bukti: list[Bukti] = []
    sebab: str | None = None
    diterima: str | None = None
    rekonsiliasi: str | None = None


class Rekonsiliasi(Model):
    id: str
    jalur: str
    dinyatakan: str | Bilangan | None = None
    menjadi: str | Bilangan | None = None
    metode: str
    keyakinan: float = Field(ge=0, le=1)
    alasan: Pesan
    temuan: list[str] = []


class Peringatan(Model):
    """Something that a reader of the output should know, with its place where there is one."""

    kode: str
    pesan: str
    sumber: Asal = None


class Pemeriksaan(Model):
    """How often a check was made, by its four outcomes."""

    kode: str
    berlaku: int = 0
    dilanggar: int = 0
    tak_ternilai: int = 0
    gagal: int = 0


class Mutu(Model):
    tabel_lain: int = 0
    sel_tak_terbaca: int = Field(0, description="sel angka yang tidak dapat dibaca; nilainya null")
    halaman_ocr: int = Field(0, description="halaman tanpa lapisan teks")
    peringatan: list[Peringatan] = []
    pemeriksaan: list[Pemeriksaan] = []


class Laporan(Model):
    """All that is known of a satker-year."""

    versi_skema: Literal["1"] = "1"
    alat: Alat
    penyamaran: str | None = Field(None, description="dihapus, atau hmac: dan sidik kuncinya; null bila nama dan NIP dimuat")
    satker: Satker
    tahun: int | None
    dokumen: list[Dokumen]
    bab: list[Bab] = []
    tabel: list[Tabel] = []
    perjanjian_kinerja: list[PerjanjianKinerja] = []
    rencana_kinerja: list[RencanaKinerja] = []
    rencana_aksi: list[RencanaAksi] = []
    capaian_kinerja: list[CapaianKinerja] = []
    realisasi_anggaran: list[RealisasiAnggaran] = []
    pegawai: Kepegawaian = Kepegawaian()
    iku: list[Iku] = []
    klaim: list[Klaim] = []
    sebutan: list[Sebutan] = []
    temuan: list[Temuan] = []
    rekonsiliasi: list[Rekonsiliasi] = []
    mutu: Mutu = Mutu()


class LaporanDokumen(Laporan):
    """One document read: the unit of caching and of resuming.

    ``dokumen`` has exactly one entry. ``temuan`` and ``rekonsiliasi`` are empty until its satker-year was merged; they are its share
    of what was found there then (:func:`extractor.apportion.apportioned`), without comparisons between satker-years.
    """

    dokumen: list[Dokumen] = Field(min_length=1, max_length=1)


class LaporanSatker(Laporan):
    """All documents of one satker and year, merged."""

    dokumen: list[Dokumen] = Field(min_length=1)
