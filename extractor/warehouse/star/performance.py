"""What was promised and what was reached."""

from typing import Final

from extractor.warehouse.columns import Kind, Source, count, fact, figure, flat, key, target, text, word
from extractor.warehouse.star.budget import CODE_KEY, PLAN_KEY

_INDICATOR_KEY: Final = key("indikator_key", "indikator", "The indicator.", "dim_indikator", nullable=True)
_INDICATOR: Final = (
    _INDICATOR_KEY,
    text("nomor", "nomor", "nomor seperti tercetak", "Number as printed."),
    text("sasaran", "sasaran", "sasaran; berlaku untuk semua baris selnya", "Objective; filled down where one cell covers several rows."),
    text("indikator", "indikator", "indikator seperti tercetak", "Indicator as printed."),
)

KINERJA: Final = fact(
    "fact_kinerja",
    "Target, realisasi dan capaian per indikator dan tahun.",
    "Target, realisation and achievement per indicator and year.",
    (Source("capaian_kinerja[].baris[]"),),
    ("tahun", "sasaran", "indikator"),
    *flat(
        count("tahun", "tahun", "tahun angkanya", "Year the figures are of."),
        _INDICATOR,
        target("target", "target", "What was promised."),
        target("realisasi", "realisasi", "What was reached."),
        target("capaian", "capaian terhadap target", "Achievement in percent of the target."),
    ),
)

TARGET: Final = fact(
    "fact_target",
    "Target per indikator pada perjanjian kinerja (pk), rencana kinerja (rkt) dan rencana aksi (rak).",
    "Targets per indicator of agreements (pk), annual plans (rkt) and action plans (rak).",
    (
        Source("perjanjian_kinerja[].baris[]", "pk"),
        Source("rencana_kinerja[].baris[]", "rkt"),
        Source("rencana_aksi[].baris[]", "rak"),
    ),
    ("rencana_key", "sasaran", "kegiatan", "indikator"),
    *flat(
        word("asal", "=asal", "pk, rkt atau rak", "pk, rkt or rak.", nullable=False),
        PLAN_KEY,
        count("tahun", "../tahun", "tahun rencana", "Year of the plan."),
        text("tingkat", "tingkat", "tingkat baris, bila tabelnya bertingkat", "Level of the row, where the table has several."),
        _INDICATOR,
        text("kegiatan", "kegiatan", "kegiatan", "Activity."),
        target("target", "target", "What was promised."),
        CODE_KEY,
        text("kode", "kode", "kode anggaran seperti tercetak", "Budget code as printed."),
        figure("anggaran", "anggaran", Kind.RUPIAH, "rupiah", "anggaran baris ini", "Budget of this row."),
        text("jadwal", "jadwal", "triwulan atau bulan terjadwal, dipisah koma", "Quarters or months scheduled, separated by commas."),
        text("pelaksana", "pelaksana", "pelaksana", "Who carries it out."),
    ),
)

IKU: Final = fact(
    "fact_iku",
    "Indikator kinerja utama dengan cara hitung dan sumber datanya.",
    "Key performance indicators: how they are calculated and from which data.",
    (Source("iku[]"),),
    ("indikator",),
    *flat(
        _INDICATOR_KEY,
        text("nomor", "nomor", "nomor seperti tercetak", "Number as printed."),
        text("indikator", "indikator", "indikator seperti tercetak", "Indicator as printed."),
        text("cara_hitung", "cara_hitung", "cara menghitung", "How it is calculated."),
        text("sumber_data", "sumber_data", "sumber data", "Where its data come from."),
    ),
)
