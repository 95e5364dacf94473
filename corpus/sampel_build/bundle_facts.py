"""Report 3, the figures: planning documents of an election commission's kota. All names and figures are invented."""

from corpus.printed import grade, number, percent, quantity
from corpus.sampel_build.facts import Activity, Goal, Indicator

YEAR = 2025
BODY = "KPU Kota Singkawang"
CHAIR = "Damianus Rangkaya"
SECRETARY, SECRETARY_NIP = "Maria Goreti Sanjung, S.Sos.", "197206181998032004"
DATELINE, DATED = "Singkawang, 6 Januari 2025", "2025-01-06"

INDICATORS = (
    ("Persentase tahapan yang dijalankan sesuai jadwal", "Jumlah tahapan tepat waktu dibagi jumlah seluruh tahapan dikali seratus",
     "Laporan tahapan"),
    ("Persentase data pemilih yang mutakhir", "Jumlah data yang lolos pencocokan dibagi jumlah data yang diperiksa dikali seratus",
     "Berita acara pemutakhiran"),
    ("Indeks layanan informasi publik", "Rata-rata tertimbang unsur layanan dari kuesioner pemohon", "Survei pemohon informasi"),
    ("Persentase aduan yang dijawab tepat waktu", "Jumlah aduan yang dijawab dalam sepuluh hari dibagi jumlah aduan dikali seratus",
     "Buku register aduan"),
    ("Nilai akuntabilitas kinerja", "Hasil evaluasi inspektorat atas penerapan SAKIP", "Lembar hasil evaluasi"),
)  # fmt: skip
"""IKU: indicator, formula, source of data."""

PLAN = (
    (Goal("1", "Tersusunnya tahapan yang tertib di tingkat kota", (
        Indicator("Persentase tahapan yang dijalankan sesuai jadwal", percent(100)),
        Indicator("Jumlah rapat koordinasi dengan pemangku kepentingan", quantity(12, "Kali")),
    )), (("3391.QGE.011", "Koordinasi dan Evaluasi Tahapan", 148_250_000), ("3391.QGE.012", "Rapat Koordinasi", 96_400_000))),
    (Goal("2", "Terpeliharanya daftar pemilih berkelanjutan", (
        Indicator("Persentase data pemilih yang mutakhir", percent(98)),
    )), (("3392.QGE.021", "Pemutakhiran Data Pemilih Berkelanjutan", 117_930_000),)),
    (Goal("3", "Meningkatnya layanan informasi dan pengaduan", (
        Indicator("Indeks layanan informasi publik", number(84)),
        Indicator("Persentase aduan yang dijawab tepat waktu", percent(95)),
    )), (("3393.EBA.958", "Layanan Hubungan Masyarakat", 54_175_000), ("3393.EBA.959", "Layanan Pengaduan", 21_600_000))),
    (Goal("4", "Terwujudnya dukungan perkantoran yang andal", (
        Indicator("Nilai akuntabilitas kinerja", grade("BB")),
        Indicator("Jumlah bulan layanan perkantoran", quantity(12, "Bulan")),
    )), (("3394.EBD.953", "Layanan Pemantauan dan Evaluasi", 18_900_000), ("3394.EBA.994", "Layanan Perkantoran", 1_248_600_000))),
)  # fmt: skip
"""RKT: goal, then code, kegiatan and budget beside each of its indicators."""

MONTHS = ("Jan", "Feb", "Mar", "Apr", "Mei", "Jun", "Jul", "Agt", "Sep", "Okt", "Nov", "Des")
_TECHNICAL, _FINANCE, _DATA = "Subbagian Teknis", "Subbagian Keuangan", "Subbagian Data"
ACTIONS = (
    (PLAN[0][0], (
        Activity("Menyusun jadwal kerja tahunan", ("Jan", "Feb"), _TECHNICAL, PLAN[0][0].indicators[0].text, percent(100)),
        Activity("Menyelenggarakan rapat koordinasi bulanan", MONTHS, _TECHNICAL, PLAN[0][0].indicators[1].text, quantity(12, "Kali")),
    )),
    (PLAN[1][0], (
        Activity("Memadankan data kematian dan pindah domisili", ("Mar", "Jun", "Sep", "Des"), _DATA, PLAN[1][0].indicators[0].text,
                 percent(89)),
    )),
    (PLAN[2][0], (
        Activity("Memperbarui daftar informasi publik", ("Jan", "Jul"), _DATA, PLAN[2][0].indicators[0].text, number(84)),
        Activity("Menjawab aduan melalui loket dan laman", MONTHS, _TECHNICAL, PLAN[2][0].indicators[1].text, percent(95)),
    )),
    (PLAN[3][0], (
        Activity("Menyusun laporan kinerja", ("Jan",), _DATA, PLAN[3][0].indicators[0].text, grade("BB")),
        Activity("Membayar langganan daya dan jasa", MONTHS, _FINANCE, PLAN[3][0].indicators[1].text, quantity(12, "Bulan")),
    )),
)  # fmt: skip


class Holder:
    """A head of a subdivision with the agreement he signs."""

    def __init__(self, name: str, nip: str, unit: str, goals: tuple[Goal, ...], budget: tuple[tuple[str, str, int], ...]) -> None:
        self.name, self.nip, self.unit, self.goals, self.budget = name, nip, unit, goals, budget

    @property
    def post(self) -> str:
        """The position as printed on the cover."""
        return f"{self.unit} {BODY}"


HOLDERS = (
    Holder(
        "Fransiskus Layar, S.E.", "198104222008011009", "Kepala Sub Bagian Keuangan, Umum dan Logistik",
        (
            Goal("1", "Terlaksananya pembayaran belanja perkantoran", (
                Indicator("Jumlah bulan layanan perkantoran", quantity(12, "Bulan")),
                Indicator("Persentase tagihan yang dibayar tepat waktu", percent(97.5)),
            )),
            Goal("2", "Tertibnya pencatatan barang milik negara", (
                Indicator("Jumlah laporan barang milik negara", quantity(2, "Laporan")),
            )),
        ),
        (("3394.EBA.994", "Layanan Perkantoran", 1_284_600_000),),
    ),
    Holder(
        "Yohana Mentari, S.IP.", "198612032011012005", "Kepala Sub Bagian Teknis Penyelenggaraan Pemilu",
        (
            Goal("1", "Tersusunnya petunjuk kerja tahapan", (Indicator("Jumlah petunjuk kerja yang ditetapkan", quantity(6, "Dokumen")),)),
            Goal("2", "Meningkatnya layanan pengaduan", (
                Indicator("Persentase aduan yang dijawab tepat waktu", percent(95)),
                Indicator("Indeks kepuasan pengadu", number(82.5)),
            )),
        ),
        (
            ("3391.QGE.011", "Koordinasi dan Evaluasi Tahapan", 148_250_000), ("3391.QGE.012", "Rapat Koordinasi", 96_400_000),
            ("3393.EBA.959", "Layanan Pengaduan", 21_600_000),
        ),
    ),
)  # fmt: skip


def planned_budget(code: str) -> int:
    """What the RKT plans for a code."""
    return next(amount for _, lines in PLAN for found, _, amount in lines if found == code)


AMOUNT = "Rp. {},-"
