"""Report 2, what a reader should find in it."""

from corpus.printed import Json, in_unit, rupiah
from corpus.sampel_build import dinas_facts as facts
from corpus.sampel_build.dinas_tables import AMOUNT, AMOUNT_SEN, PROGRAM_AMOUNTS, SUMMARY_SHARE
from corpus.sampel_build.facts import agreement_truth, budget_truth, planted, recap_truth


def truth() -> Json:
    """Everything but the chapters, which follow from the headings."""
    return {
        "satker": {
            "nama": facts.BODY,
            "tingkat": "perangkat_daerah",
            "wilayah": "Barru",
            "provinsi": "Sulawesi Selatan",
            "kode_wilayah": "73.11",
        },
        "tahun": facts.YEAR,
        "dokumen": {
            "jenis": ["lkj"],
            "tempat": "Barru",
            "tanggal": "2019-02-15",
            "penandatangan": [{"nama": facts.HEAD, "jabatan": "Kepala Dinas Ketahanan Pangan Kabupaten Barru", "nip": facts.HEAD_NIP}],
        },
        "perjanjian_kinerja": [
            {
                "tahun": facts.YEAR,
                "unit": facts.BODY,
                "baris": agreement_truth(facts.GOALS),
                "anggaran": budget_truth([(name, rupiah(amount, AMOUNT)) for name, amount in PROGRAM_AMOUNTS]),
            }
        ],
        "rencana_kinerja": [],
        "rencana_aksi": [],
        "capaian_kinerja": [{"baris": _achieved()}, {"baris": _earlier()}],
        "realisasi_anggaran": [
            {"baris": [line.truth(facts.YEAR, AMOUNT_SEN, SUMMARY_SHARE) for line in facts.expenditure()]},
            {"baris": [line.truth(facts.YEAR, AMOUNT) for line in facts.programs()]},
        ],
        "pegawai": {"daftar": [], "rekap": _recaps()},
        "iku": _indicators(),
        "temuan_tertanam": _planted(),
    }


def _achieved() -> list[Json]:
    return [
        {
            "tahun": facts.YEAR,
            "nomor": None,
            "sasaran": goal.text,
            "indikator": i.text,
            "target": i.target.truth,
            "realisasi": i.realised.truth if i.realised else None,
            "capaian": i.achieved.truth if i.achieved else None,
        }
        for goal in facts.GOALS
        for i in goal.indicators
    ]


def _earlier() -> list[Json]:
    return [
        {
            "tahun": year,
            "nomor": str(n),
            "sasaran": None,
            "indikator": indicator,
            "target": None,
            "realisasi": in_unit(value, unit).truth,
            "capaian": None,
        }
        for n, (indicator, unit, values) in enumerate(facts.EARLIER, 1)
        for year, value in zip((2016, 2017, 2018), values, strict=True)
    ]


def _recaps() -> list[Json]:
    grades = [recap_truth("golongan", label, men + women) for label, men, women in facts.BY_GRADE]
    total = recap_truth("total", "Jumlah", sum(men + women for _, men, women in facts.BY_GRADE))
    return [recap_truth("total", f"Jumlah pegawai {facts.BODY}", facts.STATED_STAFF), *grades, total]


def _indicators() -> list[Json]:
    found = [(goal.number, i.text) for goal in facts.GOALS for i in goal.indicators]
    return [
        {"nomor": number, "indikator": text, "cara_hitung": measure, "sumber_data": source}
        for (number, text), (measure, source) in zip(found, facts.MEASURES, strict=True)
    ]


def _planted() -> list[Json]:
    return [
        planted(
            "A01",
            "sum_mismatch",
            "Jumlah anggaran belanja langsung tidak sama dengan jumlah kegiatannya.",
            "Tabel 3.4, baris Jumlah; Tabel 3.3 memuat jumlah yang benar",
            facts.WRONG_TOTAL_PAGU,
            facts.direct()[0],
        ),
        planted(
            "A03",
            "achievement_mismatch",
            "Capaian desa yang memanfaatkan pekarangan tidak sesuai dengan target dan realisasinya.",
            "Tabel 3.1, baris terakhir",
            115.2,
            112.5,
        ),
        planted(
            "D01",
            "count_mismatch",
            "Jumlah pegawai dalam uraian berbeda dari jumlah pada tabel.",
            "1.3 Sumber Daya Aparatur; Tabel 1.1",
            facts.STATED_STAFF,
            sum(men + women for _, men, women in facts.BY_GRADE),
        ),
    ]
