"""What the loader remembers of its own work."""

from typing import Final

from extractor.warehouse.columns import LAPORAN_KEY, Column, Kind, Table, count, key, word

MUATAN: Final = Table(
    "lkj_muatan",
    "Catatan pemuatan: satu baris per laporan yang termuat. Berkas yang isinya sama tidak dimuat ulang.",
    "Record of loading: one row per satker-year loaded. A file of the same content is not loaded again.",
    (
        key(LAPORAN_KEY, "laporan", "The satker-year.", "dim_laporan"),
        word("berkas", "=berkas", "berkas JSON, relatif terhadap OUT", "The JSON file, relative to OUT.", nullable=False),
        word("sha256", "=record", "hash isi berkas", "Hash of the file's content.", nullable=False),
        Column("dimuat", Kind.MOMENT, "=record", "waktu pemuatan (UTC)", "When it was loaded (UTC).", nullable=False),
    ),
)

VERSI: Final = Table(
    "lkj_versi",
    "Versi skema gudang yang pernah dipasang; yang terbesar berlaku. Mode penyamaran berlaku untuk seluruh gudang.",
    "Versions of the warehouse's schema that were installed; the greatest is in force. Redaction is one mode for the whole warehouse.",
    (
        count("versi", "=record", "versi skema gudang", "Version of the warehouse's schema.", nullable=False),
        word(
            "penyamaran",
            "=record",
            "tanpa, dihapus, atau hmac:<sidik kunci>",
            "tanpa (none), dihapus (left out), or hmac:<print of the key>.",
            nullable=False,
        ),
        Column("dipasang", Kind.MOMENT, "=record", "waktu pemasangan (UTC)", "When it was installed (UTC).", nullable=False),
    ),
)
