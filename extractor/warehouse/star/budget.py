"""Money: what was allotted and spent, and what plans promise to spend."""

from typing import Final

from extractor.warehouse.columns import Kind, Source, count, fact, figure, flat, key, text, word

CODE_KEY: Final = key("anggaran_kode_key", "kode anggaran", "The budget code.", "dim_anggaran_kode", nullable=True)
PLAN_KEY: Final = key("rencana_key", "rencana yang memuatnya", "The plan it stands in.", "dim_rencana")

REALISASI: Final = fact(
    "fact_realisasi_anggaran",
    "Pagu, realisasi dan persentase per baris tabel realisasi anggaran.",
    "Ceiling, spending and percent per line of the budget tables.",
    (Source("realisasi_anggaran[].baris[]"),),
    ("tahun", "tingkat", "kode", "uraian"),
    *flat(
        count("tahun", "tahun", "tahun angkanya", "Year the figures are of."),
        CODE_KEY,
        text("kode", "kode", "kode seperti tercetak", "Budget code as printed."),
        text("uraian", "uraian", "uraian baris", "Description of the line."),
        word("tingkat", "tingkat", "program, kegiatan, ro, total", "Level of the line; total for a sum row."),
        figure("pagu", "pagu", Kind.RUPIAH, "rupiah", "pagu", "Budget ceiling."),
        figure("realisasi", "realisasi", Kind.RUPIAH, "rupiah", "realisasi", "What was spent."),
        figure("persen", "persen", Kind.NUMBER, "%", "realisasi terhadap pagu", "Spending in percent of the ceiling."),
    ),
)

ANGGARAN: Final = fact(
    "fact_anggaran",
    "Anggaran yang tercantum di bawah perjanjian kinerja, per program atau kegiatan.",
    "The budget under a performance agreement, per program or activity.",
    (Source("perjanjian_kinerja[].anggaran[]"),),
    ("rencana_key", "kode", "uraian"),
    *flat(
        PLAN_KEY,
        count("tahun", "../tahun", "tahun rencana", "Year of the plan."),
        CODE_KEY,
        text("kode", "kode", "kode seperti tercetak", "Budget code as printed."),
        text("uraian", "uraian", "uraian baris", "Description of the line."),
        figure("jumlah", "jumlah", Kind.RUPIAH, "rupiah", "anggaran", "Budget."),
    ),
)
