"""What the parts of a report are called.

Chapters: PermenPANRB 53/2014, annex II (outline of a Laporan Kinerja), and the KPU decision 5/PR.03.1-Kpts/03/KPU/I/2018.
"""

from typing import Final

FRONT: Final = (
    "KATA PENGANTAR", "PENGANTAR", "PRAKATA", "SAMBUTAN", "SEKAPUR SIRIH", "IKHTISAR EKSEKUTIF", "RINGKASAN EKSEKUTIF", "IKHTISAR",
    "RINGKASAN", "EXECUTIVE SUMMARY", "DAFTAR ISI", "DAFTAR TABEL", "DAFTAR GAMBAR", "DAFTAR GRAFIK", "DAFTAR DIAGRAM", "DAFTAR BAGAN",
    "DAFTAR TABEL DAN GAMBAR", "DAFTAR LAMPIRAN", "DAFTAR SINGKATAN", "DAFTAR ISTILAH", "PERNYATAAN TELAH DIREVIU", "LEMBAR PENGESAHAN",
    "PERNYATAAN REVIU", "TIM PENYUSUN",
)  # fmt: skip
"""Front matter; comes before the first chapter."""

LISTS: Final = tuple(title for title in FRONT if title.startswith("DAFTAR"))
"""Front matter that lists other parts with their pages."""

BACK: Final = ("LAMPIRAN", "LAMPIRAN LAMPIRAN", "DAFTAR PUSTAKA")
"""Back matter; comes after the last chapter."""

CHAPTERS: Final = {
    "PENDAHULUAN": 1,
    "PERENCANAAN KINERJA": 2,
    "PERENCANAAN DAN PERJANJIAN KINERJA": 2,
    "PERENCANAAN DAN PENETAPAN KINERJA": 2,
    "RENCANA STRATEGIS DAN PERJANJIAN KINERJA": 2,
    "AKUNTABILITAS KINERJA": 3,
    "AKUNTABILITAS KINERJA DAN KEUANGAN": 3,
    "PENUTUP": 4,
}
"""Usual titles of the four chapters with their usual number."""

SECTIONS: Final = (
    "LATAR BELAKANG", "DASAR HUKUM", "LANDASAN HUKUM", "MAKSUD DAN TUJUAN", "TUGAS DAN FUNGSI", "TUGAS POKOK DAN FUNGSI", "GAMBARAN UMUM",
    "KEDUDUKAN TUGAS DAN FUNGSI", "STRUKTUR ORGANISASI", "SUMBER DAYA MANUSIA", "ASPEK STRATEGIS", "ISU STRATEGIS", "PERMASALAHAN UTAMA",
    "SISTEMATIKA", "SISTEMATIKA PENULISAN", "SISTEMATIKA PENYAJIAN", "SISTEMATIKA LAPORAN", "RENCANA STRATEGIS", "RENCANA KINERJA TAHUNAN",
    "PERJANJIAN KINERJA", "INDIKATOR KINERJA UTAMA", "RENCANA KERJA DAN ANGGARAN", "CAPAIAN KINERJA", "CAPAIAN KINERJA ORGANISASI",
    "ANALISIS CAPAIAN KINERJA", "PENGUKURAN KINERJA", "EVALUASI KINERJA", "REALISASI ANGGARAN", "AKUNTABILITAS KEUANGAN",
    "ANALISIS EFISIENSI PENGGUNAAN SUMBER DAYA", "KESIMPULAN", "SARAN", "RENCANA TINDAK LANJUT", "KESIMPULAN DAN SARAN", "REKOMENDASI",
)  # fmt: skip
"""Usual titles one level below the chapters."""

OPENERS: Final = (
    "memuat", "menyajikan", "menguraikan", "menjelaskan", "berisi", "berisikan", "membahas", "mengulas", "menggambarkan", "memaparkan",
    "menerangkan", "mendeskripsikan", "mencakup", "meliputi", "terdiri", "menyampaikan", "memberikan", "mengemukakan", "diuraikan",
    "disajikan", "dijelaskan", "bab ini", "pada bab", "dalam bab", "sub bab ini", "subbab ini", "pada sub", "pada subbab", "dalam sub",
    "bagian ini", "pada bagian", "dalam bagian",
)  # fmt: skip
"""How a sentence begins that says what a chapter will hold."""

RUNNING: Final = frozenset(
    {
        "ini", "itu", "tersebut", "memuat", "menyajikan", "menguraikan", "menjelaskan", "berisi", "berisikan", "membahas", "mengulas",
        "menggambarkan", "memaparkan", "menerangkan", "mendeskripsikan", "mencakup", "meliputi", "terdiri", "adalah", "merupakan", "yaitu",
        "yakni", "bahwa", "disajikan", "diuraikan", "dijelaskan", "sebagaimana", "tentang",
    }
)  # fmt: skip
"""Words of running text, rare in titles."""

CONNECTIVES: Final = frozenset(
    {
        "dan", "atau", "serta", "di", "ke", "dari", "pada", "untuk", "dengan", "dalam", "atas", "yang", "oleh", "terhadap", "tentang",
        "antara", "per", "sebagai", "maupun", "bagi", "guna", "tahun", "para", "s.d", "s.d.", "/", "&", "secara",
    }
)  # fmt: skip
"""Small words that titles write without a capital; at the end of a line they ask for more."""

APPENDED: Final = (
    "PERJANJIAN KINERJA", "PERNYATAAN PERJANJIAN KINERJA", "PENETAPAN KINERJA", "RENCANA KERJA TAHUNAN", "RENCANA KINERJA TAHUNAN",
    "RENCANA AKSI", "RENCANA AKSI KINERJA", "INDIKATOR KINERJA UTAMA",
)  # fmt: skip
"""Documents that stand behind a report without a heading of their own chapter."""
