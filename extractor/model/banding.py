"""What one satker-year offers to the checks that compare several reports: ``OUT/banding/<slug>/<tahun>.json``."""

from typing import Literal

from extractor.model.laporan import Paragraf, Satker
from extractor.model.nilai import Asal, Bilangan, Model

VERSI_BANDING = "1"


class Pernyataan(Model):
    """A figure that a report states of its own year."""

    bidang: Literal["indikator", "anggaran", "pegawai"]
    ukuran: Literal["target", "realisasi", "capaian", "pagu", "jumlah"]
    nama: str
    kode: str | None = None
    tingkat: str | None = None
    tahun: int
    nilai: str | Bilangan
    mentah: str
    desimal: int = 0
    tabel: str
    sumber: Asal = None


class Banding(Model):
    """The excerpt of a satker-year."""

    versi_skema: Literal["1"] = "1"
    slug: str
    satker: Satker
    tahun: int | None
    tanggal: str | None = None
    berkas: dict[str, str]
    tahun_lalu: list[int] = []
    pernyataan: list[Pernyataan] = []
    paragraf: list[Paragraf] = []
