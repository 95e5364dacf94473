"""Tables that no record is made of, but whose sums must hold: voters and polling stations, equipment, efficiency."""

from decimal import Decimal

from corpus.acak import rng
from corpus.fakta.kinerja import rounded
from corpus.isi.draf import Isi, Kolom, Tabel
from corpus.isi.gaya import Hitung, Persen
from corpus.isi.penulis import Penulis
from corpus.kata.nama import TEMPAT_A, TEMPAT_B

BARANG = (
    "Komputer meja",
    "Komputer jinjing",
    "Pencetak",
    "Kendaraan roda empat",
    "Kendaraan roda dua",
    "Meja kerja",
    "Lemari arsip",
    "Proyektor",
)


def tabel_sarana(p: Penulis) -> Tabel:
    """Equipment and its state."""
    draw = p.pilih.draw
    rows: list[Isi] = [
        {"nomor": str(n), "barang": name, "jumlah": Hitung(draw.randint(1, 40)), "keadaan": p.pilih.satu("Baik", "Rusak ringan", "Baik")}
        for n, name in enumerate(BARANG[: draw.randint(4, 8)], 1)
    ]
    columns = [
        p.kolom("nomor", "{nomor}", 8, "c"),
        Kolom("Jenis Barang", "{barang}", 50),
        Kolom(p.pilih.satu("Banyaknya", "Unit"), "{jumlah}", 18, "c"),
        Kolom("Keadaan", "{keadaan}", 22),
    ]
    return p.tabel(Tabel("lain", f"Sarana Kerja {p.fakta.badan.singkat}", columns, rows, p.info(), kunci="sarana"))


def tabel_pemilih(p: Penulis) -> Tabel:
    """Polling stations and voters per kecamatan, men, women and both, with sums; the same in every report of the year."""
    draw = rng(p.fakta.seed, p.fakta.nomor, p.tahun, "pemilih")
    names = draw.sample([f"{a} {b}" for a in TEMPAT_A for b in TEMPAT_B], draw.randint(5, 14))
    rows: list[Isi] = []
    for number, name in enumerate(names, 1):
        men = draw.randint(4000, 30000)
        women = men + draw.randint(-900, 900)
        rows.append(
            {
                "nomor": f"{number}.",
                "nama": name,
                "tps": Hitung((men + women) // 260),
                "l": Hitung(men),
                "p": Hitung(women),
                "jumlah": Hitung(men + women),
            }
        )
    sums: Isi = {key: Hitung(sum(row[key].nilai for row in rows)) for key in ("tps", "l", "p", "jumlah")}
    rows.append({"_bentang": 2, "_label": p.pilih.satu("Jumlah", "JUMLAH", "Total"), **sums})
    columns = [
        p.kolom("nomor", "{nomor}", 7, "c"),
        Kolom(p.pilih.satu("Kecamatan", "KECAMATAN", "Nama Kecamatan"), "{nama}", 35),
        Kolom(p.pilih.satu("TPS", "Jumlah TPS"), "{tps}", 12, "r"),
        Kolom(p.pilih.satu("L", "Laki-laki"), "{l}", 15, "r", "Pemilih"),
        Kolom(p.pilih.satu("P", "Perempuan"), "{p}", 15, "r", "Pemilih"),
        Kolom(p.pilih.satu("L+P", "Jumlah"), "{jumlah}", 16, "r", "Pemilih"),
    ]
    return p.tabel(Tabel("lain", f"Rekapitulasi Daftar Pemilih Tahun {p.tahun}", columns, rows, p.info(), kunci="pemilih"))


def tabel_efisiensi(p: Penulis) -> Tabel:
    """Achievement against absorption per goal, in percent."""
    budget = p.fakta.anggaran
    spent = Decimal(budget.realisasi) * 100 / Decimal(budget.pagu)
    rows: list[Isi] = []
    for number, goal in enumerate(p.fakta.sasaran, 1):
        values = [value for i in goal.indikator if (value := i.capaian(p.tahun, 2)) is not None]
        if values:
            mean = rounded(sum(values, Decimal(0)) / len(values), 2)
            share = rounded(spent, 2)
            row = {
                "nomor": str(number),
                "sasaran": goal.teks,
                "capaian": Persen(mean),
                "serap": Persen(share),
                "selisih": Persen(mean - share),
            }
            rows.append(row)
    columns = [
        p.kolom("nomor", "{nomor}", 7, "c"),
        p.kolom("sasaran", "{sasaran}", 42),
        Kolom("Rata-rata Capaian", "{capaian}", 17, "c"),
        Kolom("Penyerapan Anggaran", "{serap}", 17, "c"),
        Kolom("Tingkat Efisiensi", "{selisih}", 17, "c"),
    ]
    return p.tabel(Tabel("lain", f"Efisiensi Penggunaan Anggaran Tahun {p.tahun}", columns, rows, p.info(), kunci="efisiensi"))
