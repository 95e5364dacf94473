"""Report 2, the figures: LKIP of a food office of local government. All names and figures are invented."""

from corpus.printed import in_unit, share
from corpus.printed import percent as percent_target
from corpus.sampel_build.facts import Goal, Indicator, Spending

YEAR = 2018
BODY = "Dinas Ketahanan Pangan Kabupaten Barru"
HEAD, HEAD_NIP = "Ir. Muh. Syahrir Daeng Mattola, M.Si.", "196704121993031007"

GOALS = (
    Goal("1", "Meningkatnya ketersediaan pangan daerah", (
        Indicator("Ketersediaan energi per kapita", in_unit(2400, "kkal/hari"), in_unit(2463, "kkal/hari"), percent_target(102.63)),
        Indicator("Cadangan pangan pemerintah kabupaten", in_unit(85, "Ton"), in_unit(80, "Ton"), percent_target(94.12)),
    )),
    Goal("2", "Terjaganya keterjangkauan pangan bagi rumah tangga", (
        Indicator("Persentase kestabilan harga pangan pokok", in_unit(90, "%"), in_unit(92.5, "%"), percent_target(102.78)),
        Indicator("Jumlah lumbung pangan warga yang aktif", in_unit(18, "Unit"), in_unit(18, "Unit"), percent_target(100)),
    )),
    Goal("3", "Meningkatnya mutu dan keamanan konsumsi pangan", (
        Indicator("Skor pola pangan harapan", in_unit(87.2, "Skor"), in_unit(86.4, "Skor"), percent_target(99.08)),
        Indicator("Jumlah desa yang memanfaatkan pekarangan untuk pangan", in_unit(24, "Desa"), in_unit(27, "Desa"), percent_target(115.2)),
    )),
)  # fmt: skip

MEASURES = (
    ("Jumlah energi dari pangan yang tersedia dibagi jumlah penduduk dan jumlah hari", "Neraca bahan makanan"),
    ("Jumlah beras yang disimpan di gudang cadangan pada akhir tahun", "Berita acara stok gudang"),
    ("Jumlah komoditas yang harganya bergerak di bawah sepuluh persen dibagi jumlah komoditas yang dipantau", "Laporan pemantauan harga"),
    ("Jumlah lumbung yang masih melakukan simpan pinjam selama tahun berjalan", "Laporan penyuluh"),
    ("Penjumlahan skor sembilan kelompok pangan hasil survei konsumsi", "Survei konsumsi rumah tangga"),
    ("Jumlah desa dengan sedikitnya satu kelompok pekarangan yang berproduksi", "Laporan bidang konsumsi"),
)
"""How each indicator is measured and where its data come from, in the order of the goals."""

BY_GRADE = (("Golongan IV", 2, 3), ("Golongan III", 7, 9), ("Golongan II", 3, 1))
"""Label, men, women."""

STATED_STAFF = 26
"""What the sentence says; the table has 25."""

PROGRAMS = (
    ("Program Peningkatan Ketersediaan Pangan", (
        ("Pengadaan cadangan pangan daerah", 612_400_000, 598_730_500),
        ("Pembinaan lumbung pangan warga", 184_650_000, 181_902_000),
        ("Penyusunan neraca bahan makanan", 47_300_000, 46_115_250),
    )),
    ("Program Stabilisasi Distribusi Pangan", (
        ("Pemantauan harga pangan pokok", 96_800_000, 94_377_400),
        ("Pasar pangan murah menjelang hari raya", 228_500_000, 221_960_000),
    )),
    ("Program Penganekaragaman Konsumsi Pangan", (
        ("Gerakan pemanfaatan pekarangan", 342_750_000, 339_084_600),
        ("Pengawasan keamanan pangan segar", 118_200_000, 112_465_000),
        ("Lomba cipta menu pangan lokal", 65_400_000, 65_400_000),
    )),
)  # fmt: skip
"""Program, then kegiatan with anggaran and realisasi."""

EARLIER = (
    ("Ketersediaan energi per kapita", "kkal/hari", (2371, 2418, 2463)),
    ("Persentase kestabilan harga pangan pokok", "%", (86.5, 89, 92.5)),
    ("Skor pola pangan harapan", "Skor", (83.1, 85.6, 86.4)),
)
"""Indicator, unit, what was reached in 2016, 2017 and 2018."""

INDIRECT = (2_836_915_000, 2_790_448_317)
WRONG_TOTAL_PAGU = 1_696_900_000
"""Printed as the sum of the kegiatan, which is 1.696.000.000."""


def programs() -> list[Spending]:
    """Each program with its kegiatan, then the sum row, whose pagu is off by a digit."""
    lines = []
    for name, activities in PROGRAMS:
        below = [Spending(n, "kegiatan", pagu, spent) for n, pagu, spent in activities]
        lines += [Spending(name, "program", sum(b.pagu for b in below), sum(b.realisasi for b in below)), *below]
    pagu, spent = direct()
    return [*lines, Spending("Jumlah", "total", WRONG_TOTAL_PAGU, spent, percent=share(spent, pagu))]


def direct() -> tuple[int, int]:
    """Belanja langsung: the right sums of all kegiatan."""
    found = [activity for _, activities in PROGRAMS for activity in activities]
    return sum(a[1] for a in found), sum(a[2] for a in found)


def expenditure() -> list[Spending]:
    """Belanja tidak langsung and langsung with their sum."""
    pagu, spent = direct()
    return [
        Spending("Belanja Tidak Langsung", "", *INDIRECT),
        Spending("Belanja Langsung", "", pagu, spent),
        Spending("Jumlah Belanja", "total", INDIRECT[0] + pagu, INDIRECT[1] + spent),
    ]
