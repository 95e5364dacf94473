"""The words by which sentences tell what a figure is: data, in one place."""

import re
from typing import Final

from extractor.claims.claim import Measure, Trend


def _words(text: str) -> frozenset[str]:
    return frozenset(re.findall(r"\S+", text))


COUNTED: Final = _words(
    "indikator sasaran program kegiatan output keluaran komponen tujuan misi orang pegawai pns asn pppk ppnpn cpns personil "
    "personel staf anggota pejabat tenaga komisioner pelaksana subbagian bagian bidang seksi satker dokumen laporan kecamatan "
    "kelurahan desa kabupaten kota tps paket kategori"
)
"""Nouns that are counted without the number in words beside it."""

STAFF: Final = _words("orang pegawai pns asn pppk ppnpn cpns personil personel staf pejabat tenaga komisioner karyawan honorer ppnpb")

ABBREVIATIONS: Final = _words(
    "rp no nom nr drs dra dr ir hj h kh prof jl jln kab prov kec kel ds tk tkt gol tgl hlm hal psl ps plt plh pj pjs bpk sdr an ub "
    "up cq wa ta th thn pt cv ud lamp bag subbag kabag kasubbag vol ed dkk dll dst dsb sbb yth st mr jend kol sek tap ay par ind"
)
"""Words that carry a stop of their own."""
CLOSING_ABBREVIATIONS: Final = _words("dll dst dsb dkk tbk")
"""Abbreviations that may stand at the end of a sentence."""

LINKS: Final = _words(
    "sebesar sebanyak sejumlah senilai berjumlah sebear adalah yaitu yakni mencapai tercapai terealisasi terserap menyerap ialah "
    "merupakan menjadi dengan nilai angka hanya sekitar kurang lebih dari rata-rata total ada terdapat memiliki : = sudah telah "
    "dapat berhasil bernilai ditargetkan dialokasikan direalisasikan dicapai ditetapkan diperoleh ini tersebut masing-masing baru "
    "sampai hingga menunjukkan atau yang maka jadi capaiannya kinerjanya nya realisasinya"
)
"""Words between what is measured and its figure."""
HOLDS: Final = _words(
    "memuat memperoleh mendapat mendapatkan menerima mengelola menyediakan mengalokasikan menganggarkan menggunakan "
    "membutuhkan merealisasikan"
)
"""Verbs of which an amount is the object."""
LEADS: Final = _words(
    ", . ; : ( ) - – — • dan serta sedangkan sementara itu namun sehingga dengan atau yang terdiri dari atas meliputi yaitu yakni "
    "adapun maka kemudian selain juga untuk bagi pada di dimana tetapi jadi bersumber melalui berdasarkan akan dapat disampaikan "
    "dilihat bahwa ini tersebut"
)
"""Words before what is measured that do not belong to its name."""
POINTING: Final = _words(
    "anggaran realisasi penyerapan pagu alokasi capaian pencapaian target kinerja masing masing-masing rupiah total jumlah angka "
    "hal tingkat akhir sebelumnya lalu berjalan menjadi sehingga naik turun meningkat menurun tercapai terealisasi capaiannya sisa "
    "dana serapan nya nilai pelaksanaan dialokasikan awal saldo keseluruhan seluruh secara kenaikan penurunan peningkatan "
    "persentase presentase mengalami sudah tahun tahunan ta terakhir memperoleh mendapat mendapatkan menerima diterima dicapai "
    "ditargetkan penggunaan baik besar demikian"
)
"""Words that do not say of what: a phrase of nothing else points back to what was named before."""
NAME_WORDS: Final = _words("peningkatan pelaksanaan penggunaan penurunan pengurangan penambahan persentase prosentase presentase")
"""Those of them that begin the name of a kegiatan, where they are capitalised, or of an indicator."""
TURNS: Final = _words("sedangkan sementara namun karena sehingga dimana tetapi jadi bahwa")
"""Words that begin another clause."""
OPENINGS: Final = _words(
    "program kegiatan indikator sasaran persentase prosentase presentase tingkat nilai jumlah indeks dengan pada untuk di dimana maka yang"
)
"""Words that begin another clause behind a comma."""
CONJUNCTIONS: Final = _words("dan serta maupun")
ENDS: Final = _words(
    ", . ; : ( ) terdiri yang sehingga dengan dan sedangkan serta maka karena selama sejak setelah dari untuk pada di atau"
)
"""Where the name of something counted ends, behind its figure."""
ANAPHORA: Final = _words("ini itu tersebut dimaksud")

NUMBERED: Final = _words("tabel gambar grafik bagan diagram lampiran bab pasal ayat huruf angka nomor no no. halaman hal")
"""What carries a number of its own: "Tabel 12 Program …" counts no programs."""
JOINTS: Final = _words("sebanyak sejumlah berjumlah sebesar adalah yaitu : =")
"""Links between what is counted and its number: the name stands before."""
PARTICLES: Final = _words(
    "yang untuk dari pada dengan adalah telah sudah dapat akan ini itu tersebut di ke bahwa karena sehingga oleh maka juga"
)
"""Words that sentences have and scraps of tables have not."""

RISE: Final = _words("naik meningkat kenaikan peningkatan bertambah penambahan tumbuh pertumbuhan meningkatnya naiknya melebihi")
FALL: Final = _words("turun menurun penurunan berkurang pengurangan menurunnya turunnya berkurangnya")
TRENDS: Final[dict[str, Trend]] = {**dict.fromkeys(sorted(RISE), "up"), **dict.fromkeys(sorted(FALL), "down")}

BREAKDOWNS: Final = (
    "terdiri dari", "terdiri atas", "terdiri dr", "meliputi", "mencakup", "dengan rincian", "dengan perincian", "rinciannya",
    "terbagi atas", "terbagi menjadi", "yang bersumber dari", "bersumber dari",
)  # fmt: skip
ANNOUNCEMENTS: Final = _words("yaitu yakni : meliputi masing-masing antara")
"""What stands between the number of parts and the parts themselves: "terdiri dari 2 program yaitu …"."""
BREAKS: Final = _words("namun diantara sehingga dimana tetapi bahwa karena . ;")
"""Where the parts of a breakdown end within a sentence."""

MEASURES: Final[dict[str, Measure]] = {
    "pagu": "pagu", "anggaran": "pagu", "alokasi": "pagu", "dialokasikan": "pagu", "dianggarkan": "pagu", "dipa": "pagu",
    "realisasi": "realisasi", "terealisasi": "realisasi", "direalisasikan": "realisasi", "penyerapan": "realisasi",
    "serapan": "realisasi", "terserap": "realisasi", "menyerap": "realisasi", "realisasi anggaran": "realisasi",
    "penyerapan anggaran": "realisasi", "realisasi penyerapan anggaran": "realisasi", "serapan anggaran": "realisasi",
    "realisasi pagu": "realisasi", "realisasi pagu anggaran": "realisasi", "realisasi belanja": "realisasi",
    "realisasi penggunaan anggaran": "realisasi", "daya serap": "realisasi", "daya serap anggaran": "realisasi",
    "penyerapan alokasi anggaran": "realisasi", "realisasi keuangan": "realisasi", "realisasinya": "realisasi",
    "realisasi fisik": "realisasi", "pencapaian realisasi anggaran": "realisasi", "capaian realisasi anggaran": "realisasi",
    "sisa": "sisa", "sisa anggaran": "sisa", "sisa pagu": "sisa", "sisa dana": "sisa", "tidak terpakai": "sisa", "tidak terserap": "sisa",
    "tidak diserap": "sisa", "tidak terealisasi": "sisa", "target": "target", "ditargetkan": "target", "target kinerja": "target",
    "target capaian": "target", "capaian": "capaian", "pencapaian": "capaian", "tercapai": "capaian", "mencapai": "capaian",
    "dicapai": "capaian", "capaian target": "capaian", "pencapaian target": "capaian", "mencapai target": "capaian",
    "capaian kinerja": "capaian", "pencapaian kinerja": "capaian", "realisasi kinerja": "realisasi", "realisasi target": "realisasi",
    "realisasi capaian": "capaian", "realisasi capaian kinerja": "capaian", "capaian realisasi kinerja": "capaian",
    "capaiannya": "capaian", "pencapaiannya": "capaian",
}  # fmt: skip
"""Words that name what was measured; of overlapping ones the longest counts."""
BUDGET: Final = _words("anggaran pagu dana belanja keuangan dipa serapan penyerapan terserap alokasi")
"""A percent beside one of these is one of the budget."""
