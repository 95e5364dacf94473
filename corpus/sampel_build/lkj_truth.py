"""Report 1, what a reader should find in it."""

from corpus.printed import Json, rupiah
from corpus.sampel_build import lkj_facts as facts
from corpus.sampel_build.facts import achievement_truth, agreement_truth, budget_truth, planted, recap_truth
from corpus.sampel_build.lkj_tables import COMBINED_FORM, PROGRAM_AMOUNTS, SECRETARIAT_AMOUNTS


def truth() -> Json:
    """Everything but the chapters, which follow from the headings."""
    return {
        "satker": {
            "nama": facts.BODY,
            "tingkat": "kabupaten",
            "wilayah": "Pacitan",
            "provinsi": "Jawa Timur",
            "kode_wilayah": "35.01",
        },
        "tahun": facts.YEAR,
        "dokumen": {
            "jenis": ["lkj"],
            "tempat": "Pacitan",
            "tanggal": "2025-01-24",
            "penandatangan": [{"nama": facts.CHAIR, "jabatan": "Ketua Komisi Pemilihan Umum Kabupaten Pacitan"}],
        },
        "perjanjian_kinerja": _agreements(),
        "rencana_kinerja": [{"tahun": facts.YEAR, "unit": facts.BODY, "baris": _plan()}],
        "rencana_aksi": [
            {"tahun": facts.YEAR, "unit": facts.BODY, "baris": [a.truth(g.number, g.text) for g, acts in facts.ACTIONS for a in acts]}
        ],
        "capaian_kinerja": [{"baris": achievement_truth(facts.GOALS, facts.YEAR)}, {"baris": _comparison()}],
        "realisasi_anggaran": [{"baris": [line.truth(facts.YEAR, share_form="{}") for line in facts.spending()]}, {"baris": _physical()}],
        "pegawai": {"daftar": [p.truth(n) for n, p in enumerate(facts.STAFF, 1)], "rekap": _recaps()},
        "iku": [],
        "temuan_tertanam": _planted(),
    }


def _agreements() -> list[Json]:
    chair = [(name, rupiah(amount, "Rp {},-")) for name, amount in PROGRAM_AMOUNTS]
    secretary = [(name, rupiah(amount, "Rp {},-")) for _, name, amount in SECRETARIAT_AMOUNTS]
    return [
        {
            "tahun": facts.YEAR,
            "unit": "Ketua KPU Kabupaten Pacitan",
            "baris": agreement_truth(facts.GOALS),
            "anggaran": budget_truth(chair),
        },
        {
            "tahun": facts.YEAR,
            "unit": "Sekretaris KPU Kabupaten Pacitan",
            "pihak_pertama": {"nama": facts.SECRETARY, "jabatan": "Sekretaris KPU Kabupaten Pacitan"},
            "pihak_kedua": {"nama": facts.CHAIR, "jabatan": "Ketua KPU Kabupaten Pacitan"},
            "tempat": "Pacitan",
            "tanggal": "2024-01-08",
            "baris": agreement_truth(facts.SECRETARIAT_GOALS),
            "anggaran": budget_truth(secretary, [code or "" for code, _, _ in SECRETARIAT_AMOUNTS]),
        },
    ]


def _plan() -> list[Json]:
    return [
        {
            "nomor": goal.number,
            "sasaran": goal.text,
            "kegiatan": activity,
            "indikator": goal.indicators[at].text,
            "target": goal.indicators[at].target.truth,
            "kode": None,
            "anggaran": rupiah(amount).truth,
        }
        for goal, lines in facts.PLANNED
        for at, activity, amount in lines
    ]


def _comparison() -> list[Json]:
    rows = []
    for n, (indicator, *years) in enumerate(facts.COMPARED, 1):
        for year, values in zip((2022, 2023, 2024), years, strict=True):
            if values:
                named = dict(zip(("target", "realisasi", "capaian"), (v.truth for v in values), strict=True))
                rows.append({"tahun": year, "nomor": str(n), "sasaran": None, "indikator": indicator, **named})
    return rows


def _physical() -> list[Json]:
    outputs = {line.code: line for line in facts.spending() if line.level == "ro"}
    rows = []
    for _, _, lines in facts.PHYSICAL:
        for code, _ in lines:
            row = outputs[code].truth(facts.YEAR)
            row["realisasi"]["mentah"] = COMBINED_FORM.format(row["realisasi"]["mentah"], row["persen"]["mentah"])
            rows.append(row)
    return rows


def _recaps() -> list[Json]:
    statuses = [recap_truth("status", label, n) for label, n in facts.HEADCOUNT]
    total = recap_truth("total", "Jumlah", sum(n for _, n in facts.HEADCOUNT))
    education = [recap_truth("pendidikan", label, n) for label, n in facts.BY_EDUCATION]
    grades = [recap_truth("golongan", label, n) for label, n in facts.BY_GRADE]
    return [*statuses, *statuses, total, *education, *grades]


def _planted() -> list[Json]:
    right = sum(output[3] for output in facts.OUTPUTS[facts.WRONG_ACTIVITY][1])
    return [
        planted(
            "A01",
            "sum_mismatch",
            "Realisasi kegiatan CQ.6682 tidak sama dengan jumlah rincian outputnya: dua angka tertukar.",
            "Tabel 3.3, baris CQ.6682",
            facts.WRONG_SPENT,
            right,
        ),
        planted(
            "A02",
            "percent_mismatch",
            "Persen realisasi 6681.QGE.007 tidak sesuai dengan pagu dan realisasinya.",
            "Tabel 3.3, baris 6681.QGE.007; juga Tabel 3.4",
            99.26,
            98.26,
        ),
        planted(
            "C01",
            "words_digits_mismatch",
            "Jumlah PNS tertulis 9 (sepuluh); daftar pegawai memuat 9 PNS.",
            "BAB I huruf C, uraian sumber daya manusia",
            9,
            10,
        ),
        planted(
            "D03",
            "nip_birthdate",
            "NIP Nila Cahyaningsih menyebut tanggal lahir 28 Juni 1988, daftar menyebut 26 Juni 1988.",
            "Tabel 1.1, nomor 7",
            "1988-06-26",
            "1988-06-28",
        ),
        planted(
            "B02",
            "target_mismatch",
            "Target persentase partisipasi pemilih dalam rencana aksi berbeda dari perjanjian kinerja.",
            "Lampiran Rencana Aksi, sasaran 1; Tabel 2.2",
            "80%",
            "81,5%",
        ),
    ]
