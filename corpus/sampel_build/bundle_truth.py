"""Report 3, what a reader should find in it."""

from corpus.printed import Json, rupiah
from corpus.sampel_build import bundle_facts as facts
from corpus.sampel_build.facts import agreement_truth, budget_truth, planted


def truth() -> Json:
    """A bundle has no chapters."""
    actions = [a.truth(goal.number, goal.text) for goal, found in facts.ACTIONS for a in found]
    return {
        "satker": {
            "nama": facts.BODY,
            "tingkat": "kota",
            "wilayah": "Singkawang",
            "provinsi": "Kalimantan Barat",
            "kode_wilayah": "61.72",
        },
        "tahun": facts.YEAR,
        "dokumen": {"jenis": ["iku", "rkt", "rak", "pk"], "tempat": "Singkawang", "tanggal": facts.DATED},
        "perjanjian_kinerja": [_agreement(holder) for holder in facts.HOLDERS],
        "rencana_kinerja": [{"tahun": facts.YEAR, "unit": facts.BODY, "baris": _plan()}],
        "rencana_aksi": [{"tahun": facts.YEAR, "unit": facts.BODY, "baris": actions}],
        "capaian_kinerja": [],
        "realisasi_anggaran": [],
        "pegawai": {"daftar": [], "rekap": []},
        "iku": [
            {"nomor": str(n), "indikator": indicator, "cara_hitung": measure, "sumber_data": source}
            for n, (indicator, measure, source) in enumerate(facts.INDICATORS, 1)
        ],
        "temuan_tertanam": _planted(),
    }


def _agreement(holder: facts.Holder) -> Json:
    return {
        "tahun": facts.YEAR,
        "unit": holder.unit,
        "pihak_pertama": {"nama": holder.name, "jabatan": holder.post},
        "pihak_kedua": {"nama": facts.SECRETARY, "jabatan": f"Sekretaris {facts.BODY}"},
        "tempat": "Singkawang",
        "tanggal": facts.DATED,
        "baris": agreement_truth(holder.goals),
        "anggaran": budget_truth([(name, rupiah(amount, facts.AMOUNT)) for _, name, amount in holder.budget]),
    }


def _plan() -> list[Json]:
    return [
        {
            "nomor": goal.number,
            "tingkat": "ro",
            "sasaran": goal.text,
            "kegiatan": name,
            "indikator": indicator.text,
            "target": indicator.target.truth,
            "kode": code,
            "anggaran": rupiah(amount).truth,
        }
        for goal, lines in facts.PLAN
        for indicator, (code, name, amount) in zip(goal.indicators, lines, strict=True)
    ]


def _planted() -> list[Json]:
    return [
        planted(
            "B01",
            "cross_table_mismatch",
            "Anggaran Layanan Perkantoran dalam perjanjian kinerja berbeda dari RKT: dua angka tertukar.",
            "Perjanjian Kinerja Kepala Sub Bagian Keuangan, Umum dan Logistik; RKT kode 3394.EBA.994",
            facts.HOLDERS[0].budget[0][2],
            facts.planned_budget("3394.EBA.994"),
        ),
        planted(
            "B02",
            "target_mismatch",
            "Target persentase data pemilih yang mutakhir dalam rencana aksi berbeda dari RKT.",
            "Rencana Aksi, sasaran 2; RKT, sasaran 2",
            "89%",
            "98%",
        ),
    ]
