"""Report 1, the figures: laporan kinerja of an election commission's kabupaten. All names and figures are invented."""

from decimal import Decimal

from corpus.printed import grade, number, percent, quantity, rupiah, target
from corpus.sampel_build.facts import Activity, Goal, Indicator, Person, Spending

YEAR = 2024
BODY = "KPU Kabupaten Pacitan"
CHAIR, SECRETARY = "Wiratmoko Adiluhung", "Endah Kusumaningtyas"
SECRETARY_NIP = "197503142000032001"
MEMBERS = ("Sekar Widyaningrum", "Bagas Prakosa", "Anjar Setyowati", "Tulus Hermanu")
NO_VALUE = target("kosong", "-", None)

GOALS = (
    Goal("1", "Terselenggaranya tahapan Pemilu dan Pemilihan yang tertib dan tepat waktu", (
        Indicator("Persentase tahapan yang selesai sesuai jadwal", percent(100), percent(100), percent(100)),
        Indicator("Persentase partisipasi pemilih", percent(81.5), percent(82.9), percent(101.72)),
        Indicator("Persentase logistik yang diterima tepat jumlah dan tepat waktu", percent(98), percent(97.2), percent(99.18)),
    )),
    Goal("2", "Meningkatnya mutu layanan informasi dan pendidikan pemilih", (
        Indicator("Indeks kepuasan pengguna layanan informasi", number(82), number(83.4), percent(101.71)),
        Indicator("Jumlah kelompok warga yang mengikuti pendidikan pemilih", quantity(24, "Kelompok"), quantity(26, "Kelompok"),
                  percent(108.33)),
    )),
    Goal("3", "Terwujudnya tata kelola kelembagaan yang akuntabel", (
        Indicator("Nilai evaluasi akuntabilitas kinerja", grade("BB"), grade("BB"), percent(100)),
        Indicator("Opini atas laporan keuangan", grade("WTP"), grade("WTP"), percent(100)),
        Indicator("Persentase penyerapan anggaran", percent(97), percent(98.78), percent(101.84)),
    )),
)  # fmt: skip
"""The chairman's agreement with what became of it."""

SECRETARIAT_GOALS = (
    Goal("1", "Tersedianya dukungan administrasi dan logistik yang memadai", (
        Indicator("Persentase pemenuhan kebutuhan sarana kerja", percent(95)),
        Indicator("Jumlah laporan barang milik negara yang disampaikan", quantity(2, "Laporan")),
    )),
    Goal("2", "Meningkatnya kompetensi pegawai sekretariat", (
        Indicator("Persentase pegawai yang mengikuti pelatihan sesuai jabatannya", percent(90)),
    )),
    Goal("3", "Meningkatnya ketertiban pengelolaan keuangan", (
        Indicator("Nilai kinerja pelaksanaan anggaran", number(94)),
        Indicator("Jumlah rekonsiliasi keuangan", quantity(12, "Kali")),
    )),
)  # fmt: skip

FULL = (percent(100), percent(100), percent(100))
COMPARED = (
    ("Persentase tahapan yang selesai sesuai jadwal", None, FULL, FULL),
    (
        "Indeks kepuasan pengguna layanan informasi",
        (number(78), number(77.1), percent(98.85)),
        (number(80), number(81.2), percent(101.5, 2)),
        (number(82), number(83.4), percent(101.71)),
    ),
    (
        "Jumlah kelompok warga yang mengikuti pendidikan pemilih",
        (number(12), number(12), percent(100)),
        (number(18), number(19), percent(105.56)),
        (number(24), number(26), percent(108.33)),
    ),
    (
        "Nilai evaluasi akuntabilitas kinerja",
        (grade("B"), grade("B"), percent(100)),
        (grade("B"), grade("B"), percent(100)),
        (grade("BB"), grade("BB"), percent(100)),
    ),
    (
        "Persentase penyerapan anggaran",
        (percent(95), percent(96.4), percent(101.47)),
        (percent(96), percent(97.05), percent(101.09)),
        (percent(97), percent(98.78), percent(101.84)),
    ),
)
"""Indicator, then target, realisasi and capaian of 2022, 2023 and 2024."""

STAFF = (
    Person("Endah Kusumaningtyas, S.Sos., M.AP.", SECRETARY_NIP, "Pembina", "IV/a", "Sekretaris", "P", "S2", "1975-03-14"),
    Person("Bambang Triatmojo, S.E.", "197907022005011004", "Penata Tk. I", "III/d", "Kepala Subbagian Keuangan, Umum dan Logistik", "L",
           "S1", "1979-07-02"),
    Person("Retno Palupi, S.H., M.H.", "198211232009122003", "Penata Tk. I", "III/d", "Kepala Subbagian Hukum dan SDM", "P", "S2",
           "1982-11-23"),
    Person("Guntur Wahyudi, S.Kom.", "198505092010011002", "Penata", "III/c", "Kepala Subbagian Perencanaan, Data dan Informasi", "L",
           "S1", "1985-05-09"),
    Person("Lestari Handayani, S.IP.", "198401302009122006", "Penata", "III/c", "Kepala Subbagian Teknis Penyelenggaraan", "P", "S1",
           "1984-01-30"),
    Person("Sutopo Raharjo, S.E.", "197808172007011003", "Penata Muda Tk. I", "III/b", "Bendahara Pengeluaran", "L", "S1", "1978-08-17"),
    Person("Nila Cahyaningsih, S.Pd.", "198806282014022002", "Penata Muda", "III/a", "Penyusun Bahan Sosialisasi", "P", "S1", "1988-06-26"),
    Person("Dyah Arumdalu, A.Md.", "199102052015032002", "Pengatur Tk. I", "II/d", "Pengolah Data", "P", "D3", "1991-02-05"),
    Person("Harun Kurniawan", "198010112009101001", "Pengatur", "II/c", "Pengadministrasi Umum", "L", "SMA", "1980-10-11"),
    Person("Yoga Pramudita, S.T.", "199304032023211005", "", "IX", "Penata Kelola Sistem Informasi", "L", "S1", "1993-04-03"),
    Person("Mira Anggarsari, S.H.", "199509192023212008", "", "IX", "Penata Layanan Operasional", "P", "S1", "1995-09-19"),
)  # fmt: skip

HEADCOUNT = (
    ("Ketua dan Anggota", 5),
    ("Pegawai Negeri Sipil (PNS)", 9),
    ("Pegawai Pemerintah dengan Perjanjian Kerja (PPPK)", 2),
    ("Pegawai Pemerintah Non Pegawai Negeri (PPNPN)", 4),
)
BY_EDUCATION = (("S2", 2), ("S1", 7), ("D3", 1), ("SMA", 1))
BY_GRADE = (("Golongan IV", 1), ("Golongan III", 6), ("Golongan II", 2))

PROGRAMS = ("Program Penyelenggaraan Pemilu dalam Proses Konsolidasi Demokrasi", "Program Dukungan Manajemen")
_PHASES, _ADHOC, _GOODS = (
    "Fasilitasi Tahapan Pemilu dan Pemilihan", "Pembentukan dan Operasional Badan Ad Hoc", "Pengelolaan Logistik Pemilu dan Pemilihan",
)  # fmt: skip
_OFFICE, _DATA = "Pengelolaan Keuangan dan Perkantoran", "Perencanaan, Data dan Pelaporan"

OUTPUTS = {
    "CQ.6681": (
        _PHASES,
        (
            ("6681.QGE.001", "Sosialisasi dan Pendidikan Pemilih", 412_760_000, 409_113_500),
            ("6681.QGE.004", "Pemutakhiran Daftar Pemilih", 1_286_430_000, 1_279_905_250),
            ("6681.QGE.007", "Pemungutan dan Penghitungan Suara", 9_874_215_000, 9_702_340_800),
        ),
    ),
    "CQ.6682": (
        _ADHOC,
        (
            ("6682.QGE.002", "Seleksi Badan Ad Hoc", 365_180_000, 361_442_000),
            ("6682.QGE.003", "Honorarium Badan Ad Hoc", 6_908_550_000, 6_899_125_000),
        ),
    ),
    "CQ.6683": (_GOODS, (("6683.QGE.005", "Pengadaan dan Distribusi Logistik", 1_744_090_000, 1_688_217_475),)),
    "WA.3382": (
        _OFFICE,
        (
            ("3382.EBA.956", "Layanan Barang Milik Negara", 24_600_000, 24_150_000),
            ("3382.EBA.994", "Layanan Perkantoran", 2_418_307_000, 2_390_664_218),
        ),
    ),
    "WA.3383": (
        _DATA,
        (
            ("3383.EBA.962", "Layanan Umum dan Kepegawaian", 57_915_000, 55_870_600),
            ("3383.EBD.953", "Layanan Pemantauan dan Evaluasi", 18_240_000, 18_240_000),
        ),
    ),
}
"""Kegiatan -> its name and its rincian output: code, name, pagu, realisasi."""

WRONG_ACTIVITY, WRONG_SPENT = "CQ.6682", 7_206_567_000
WRONG_OUTPUT, WRONG_PERCENT = "6681.QGE.007", Decimal("99.26")


def spending() -> list[Spending]:
    """All lines of the budget table from program to rincian output, then the total; two slips are planted."""
    lines = []
    for code, name in zip(("CQ", "WA"), PROGRAMS, strict=True):
        below = [activity for key in OUTPUTS if key.startswith(code) for activity in _activity(key)]
        outputs = [line for line in below if line.level == "ro"]
        lines += [Spending(name, "program", sum(o.pagu for o in outputs), sum(o.realisasi for o in outputs), code), *below]
    programs = [line for line in lines if line.level == "program"]
    return [*lines, Spending("JUMLAH", "total", sum(p.pagu for p in programs), sum(p.realisasi for p in programs))]


def _activity(code: str) -> list[Spending]:
    name, outputs = OUTPUTS[code]
    pagu, spent = sum(o[2] for o in outputs), sum(o[3] for o in outputs)
    head = Spending(name, "kegiatan", pagu, spent, code, stated=WRONG_SPENT if code == WRONG_ACTIVITY else None)
    lines = [Spending(o[1], "ro", o[2], o[3], o[0], percent=WRONG_PERCENT if o[0] == WRONG_OUTPUT else None) for o in outputs]
    return [head, *lines]


PHYSICAL = (
    ("1", "Tersosialisasinya tahapan kepada pemilih", (("6681.QGE.001", percent(100)), ("6681.QGE.004", percent(100)))),
    ("2", "Terlaksananya pemungutan suara di seluruh TPS", (("6681.QGE.007", percent(100)), ("6683.QGE.005", percent(97.2)))),
    ("3", "Terbentuknya badan ad hoc", (("6682.QGE.002", percent(100)), ("6682.QGE.003", percent(100)))),
)
"""Sasaran of the combined table with the rincian output under each and what was reached of them."""

PLANNED = (
    (GOALS[0], ((0, _PHASES, 11_573_405_000), (1, _ADHOC, 7_273_730_000), (2, _GOODS, 1_744_090_000))),
    (GOALS[1], ((0, _DATA, 76_155_000),)),
    (GOALS[2], ((0, _OFFICE, 2_442_907_000),)),
)
"""RKT: goal, then (index of the indicator, kegiatan, budget)."""

QUARTERS = ("I", "II", "III", "IV")
ACTIONS = (
    (GOALS[0], (
        Activity("Menyusun jadwal dan petunjuk teknis tahapan", ("I",), "Subbagian Teknis", GOALS[0].indicators[0].text, percent(100)),
        Activity("Melaksanakan sosialisasi di seluruh kecamatan", ("I", "II", "III"), "Subbagian Teknis", GOALS[0].indicators[1].text,
                 percent(80), rupiah(412_760_000)),
        Activity("Mengadakan dan mendistribusikan logistik", ("I", "III", "IV"), "Subbagian Keuangan, Umum dan Logistik",
                 GOALS[0].indicators[2].text, percent(98), rupiah(1_744_090_000)),
    )),
    (GOALS[1], (
        Activity("Memperbarui laman dan layanan PPID", QUARTERS, "Subbagian Perencanaan, Data dan Informasi", GOALS[1].indicators[0].text,
                 number(82)),
        Activity("Menyelenggarakan kelas pendidikan pemilih", ("II", "IV"), "Subbagian Teknis", GOALS[1].indicators[1].text,
                 quantity(24, "Kelompok")),
    )),
    (GOALS[2], (
        Activity("Menyusun laporan kinerja dan tindak lanjut evaluasi", ("I", "IV"), "Subbagian Perencanaan, Data dan Informasi",
                 GOALS[2].indicators[0].text, grade("BB"), rupiah(18_240_000)),
        Activity("Menyusun laporan keuangan semesteran dan tahunan", ("I", "III"), "Subbagian Keuangan, Umum dan Logistik",
                 GOALS[2].indicators[1].text, grade("WTP")),
    )),
)  # fmt: skip
