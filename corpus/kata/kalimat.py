"""Sentences: several wordings per topic, with {names} of values. All of them are this project's own."""

from typing import Final

KALIMAT: Final[dict[str, tuple[str, ...]]] = {
    "kata_pengantar": (
        "Dengan rasa syukur kami sampaikan Laporan Kinerja {badan} Tahun {tahun}. Laporan ini memuat data simulasi dan disusun sebagai bahan contoh.",
        "Laporan Kinerja {badan} Tahun {tahun} telah selesai disusun. Seluruh nama dan angka di dalamnya adalah rekaan (data simulasi).",
        "Puji syukur kita panjatkan atas rampungnya laporan kinerja {badan} untuk tahun {tahun}, yang seluruh datanya merupakan data simulasi.",
    ),
    "kata_pengantar_2": (
        "Di dalamnya diuraikan apa yang dijanjikan pada awal tahun, apa yang dicapai, dan berapa anggaran yang dipakai.",
        "Kami menyadari masih ada kekurangan; saran pembaca sangat kami harapkan demi perbaikan pada tahun mendatang.",
        "Laporan ini menjadi sarana pertanggungjawaban sekaligus bahan umpan balik bagi perencanaan berikutnya.",
        "Ucapan terima kasih kami sampaikan kepada semua pihak yang membantu penyusunannya.",
    ),
    "ikhtisar_indikator": (
        "Pada tahun {tahun} {badan} menetapkan {sasaran} sasaran dengan {indikator} indikator kinerja.",
        "Kinerja tahun {tahun} diukur melalui {sasaran} sasaran yang dijabarkan ke dalam {indikator} indikator.",
        "{badan} memiliki {sasaran} sasaran strategis dan {indikator} indikator kinerja pada tahun {tahun}.",
    ),
    "ikhtisar_tercapai": (
        "Dari seluruh indikator tersebut, {tercapai} indikator mencapai atau melampaui target.",
        "Sebanyak {tercapai} indikator berhasil memenuhi target yang diperjanjikan.",
        "Hasil pengukuran menunjukkan {tercapai} indikator telah sesuai dengan target atau lebih baik.",
    ),
    "anggaran_total": (
        "Pagu anggaran tahun {tahun} sebesar {pagu} dan terserap sebesar {realisasi} atau {persen}.",
        "Dari anggaran sebesar {pagu}, telah direalisasikan {realisasi} atau setara dengan {persen}.",
        "Untuk melaksanakan seluruh program, {badan} mengelola anggaran {pagu} dengan realisasi {realisasi} ({persen}).",
        "Realisasi anggaran sampai dengan akhir tahun {tahun} tercatat {realisasi} dari pagu {pagu}, sehingga daya serapnya {persen}.",
    ),
    "anggaran_pagu": (
        "Pada tahun anggaran {tahun}, {badan} memperoleh alokasi sebesar {pagu}.",
        "Kegiatan tahun {tahun} dibiayai dengan anggaran sebesar {pagu}.",
        "Dokumen pelaksanaan anggaran {badan} tahun {tahun} memuat pagu {pagu}.",
    ),
    "anggaran_revisi": (
        "Pagu awal sebesar {awal} berubah menjadi {pagu} setelah revisi.",
        "Setelah beberapa kali revisi, pagu semula {awal} menjadi {pagu}.",
    ),
    "anggaran_program": (
        "{uraian} memperoleh pagu {pagu} dan terealisasi {realisasi} atau {persen}.",
        "Anggaran {uraian} sebesar {pagu} diserap sebesar {realisasi} ({persen}).",
        "Realisasi {uraian} mencapai {realisasi} dari pagu {pagu} atau sebesar {persen}.",
    ),
    "anggaran_butir": (
        "{uraian} sebesar {pagu} yang terdiri dari {banyak} kegiatan;",
        "{uraian} dengan anggaran {pagu} untuk {banyak} kegiatan;",
        "{uraian}, meliputi {banyak} kegiatan senilai {pagu};",
    ),
    "anggaran_lalu": (
        "Pada tahun {lalu} realisasi anggaran sebesar {realisasi} dari pagu {pagu} atau {persen}.",
        "Sebagai pembanding, tahun {lalu} anggaran {pagu} terserap {realisasi} atau {persen}.",
    ),
    "anggaran_naik": (
        "Dibandingkan tahun {lalu}, daya serap {arah} dari {persen_lalu} menjadi {persen}.",
        "Persentase penyerapan {arah} bila disandingkan dengan tahun {lalu}, yaitu dari {persen_lalu} menjadi {persen}.",
    ),
    "capaian_indikator": (
        "Indikator {indikator} ditargetkan {target} dan terealisasi {realisasi}, sehingga capaiannya {capaian}.",
        "Target indikator {indikator} pada tahun {tahun} adalah {target}; realisasinya {realisasi} dengan capaian {capaian}.",
        "Capaian indikator {indikator} sebesar {capaian} diperoleh dari realisasi {realisasi} terhadap target {target}.",
    ),
    "capaian_belum": (
        "Indikator {indikator} ditargetkan {target}, sedangkan hasilnya {realisasi} sehingga target belum tercapai.",
        "Target {target} untuk indikator {indikator} belum tercapai karena hasil penilaian menunjukkan {realisasi}.",
    ),
    "capaian_lalu": (
        "Pada tahun {lalu} realisasi indikator tersebut sebesar {lalu_hasil}.",
        "Tahun sebelumnya ({lalu}) hasil yang diperoleh adalah {lalu_hasil}.",
    ),
    "capaian_sebab": (
        "Hasil tersebut didukung oleh pembagian tugas yang jelas dan koordinasi yang rutin.",
        "Kendala yang dihadapi antara lain keterbatasan tenaga dan jarak antarwilayah.",
        "Upaya yang dilakukan meliputi pendampingan, pemantauan berkala, dan perbaikan jadwal kerja.",
        "Keberhasilan ini tidak lepas dari dukungan para pemangku kepentingan di daerah.",
        "Ke depan, langkah perbaikan diarahkan pada ketepatan data dan kecepatan layanan.",
        "Faktor pendorongnya adalah tersedianya pedoman kerja dan petugas yang terlatih.",
    ),
    "pegawai_total": (
        "Jumlah pegawai {badan} pada akhir tahun {tahun} sebanyak {jumlah} orang.",
        "Pada tahun {tahun} {badan} didukung oleh {jumlah} orang pegawai.",
        "Sumber daya manusia {badan} seluruhnya berjumlah {jumlah} orang.",
    ),
    "pegawai_total_anggota": (
        "Jumlah ketua, anggota, dan pegawai {badan} pada akhir tahun {tahun} sebanyak {jumlah} orang.",
        "Ketua, anggota, dan pegawai {badan} seluruhnya berjumlah {jumlah} orang.",
    ),
    "pegawai_butir": ("{label} sebanyak {jumlah} orang;", "{label} berjumlah {jumlah} orang;", "{label} {jumlah} orang;"),
    "latar": (
        "Setiap lembaga yang memakai uang rakyat perlu menerangkan hasil kerjanya secara terbuka.",
        "Laporan kinerja disusun agar pimpinan dan masyarakat dapat menilai kesesuaian antara janji dan hasil.",
        "Penyusunan laporan ini merupakan bagian dari siklus akuntabilitas yang dimulai dari perencanaan sampai evaluasi.",
        "Tahun {tahun} diwarnai oleh perubahan jadwal dan prioritas yang memengaruhi pelaksanaan kegiatan.",
        "Sebagai unit yang melayani warga, {badan} dituntut bekerja tertib, hemat, dan terukur.",
        "Dengan membandingkan rencana dan hasil, kelemahan dapat dikenali dan diperbaiki pada tahun berikutnya.",
        "Laporan ini juga menjadi bahan bagi penyusunan rencana dan anggaran periode berikutnya.",
    ),
    "renstra": (
        "Rencana strategis menjadi arah bagi seluruh kegiatan {badan} selama lima tahun.",
        "Arah kebijakan ditetapkan dengan memperhatikan hasil evaluasi periode sebelumnya.",
        "Tujuan jangka menengah dijabarkan ke dalam sasaran tahunan yang terukur.",
    ),
    "pengantar_tabel": (
        "Rinciannya disajikan pada tabel berikut.",
        "Selengkapnya dapat dilihat pada tabel di bawah ini.",
        "Uraian lengkap tercantum dalam tabel berikut:",
        "Hal tersebut tergambar dalam tabel di bawah ini:",
    ),
    "penutup": (
        "Demikian laporan kinerja ini disusun sebagai bentuk pertanggungjawaban {badan}.",
        "Secara umum kinerja tahun {tahun} berjalan sesuai rencana, dengan beberapa hal yang masih perlu dibenahi.",
        "Hasil yang dicapai akan menjadi pijakan bagi penyusunan rencana tahun berikutnya.",
        "Perbaikan akan diarahkan pada mutu data, ketepatan waktu, dan kerja sama antarunit.",
        "Capaian pada tahun {tahun} patut dipertahankan dan ditingkatkan.",
    ),
    "lain": (
        "Kegiatan dilaksanakan bertahap sesuai kalender kerja yang disepakati.",
        "Koordinasi dengan instansi terkait dilakukan melalui rapat rutin dan surat resmi.",
        "Data pendukung dihimpun oleh unit pelaksana dan diperiksa sebelum disajikan.",
        "Dokumentasi kegiatan disimpan pada unit masing-masing dan dapat ditelusuri.",
        "Pengendalian dilakukan setiap triwulan melalui pemantauan rencana aksi.",
        "Setiap simpangan dibahas bersama dan dituangkan dalam catatan tindak lanjut.",
        "Petugas di lapangan memperoleh pengarahan sebelum kegiatan dimulai.",
        "Masukan dari warga ditampung dan dijadikan bahan perbaikan layanan.",
        "Ketersediaan sarana kerja turut menentukan kelancaran pelaksanaan kegiatan.",
        "Pembagian peran antarunit diatur agar tidak terjadi tumpang tindih pekerjaan.",
        "Hambatan cuaca di beberapa wilayah sempat menggeser jadwal kunjungan.",
        "Hasil pemantauan menunjukkan bahwa sebagian besar langkah telah berjalan sesuai urutannya.",
        "Pelaporan dilakukan melalui aplikasi sehingga kemajuan dapat diikuti setiap saat.",
        "Unit pelaksana menyampaikan kemajuan pekerjaan dalam rapat evaluasi bulanan.",
        "Sebagian pekerjaan menunggu terbitnya petunjuk teknis dari tingkat yang lebih tinggi.",
        "Warga diberi ruang untuk menyampaikan keluhan melalui kotak saran dan pesan singkat.",
        "Kerja sama dengan lembaga pendidikan memperluas jangkauan kegiatan.",
        "Bahan tertulis dan bahan gambar disiapkan agar pesan mudah dipahami.",
        "Anggaran diarahkan terlebih dahulu pada pekerjaan yang berpengaruh langsung terhadap sasaran.",
        "Beberapa kegiatan digabung pelaksanaannya agar lebih hemat waktu dan biaya.",
        "Pegawai yang baru bergabung didampingi oleh pegawai yang lebih berpengalaman.",
        "Pengarsipan dokumen dilakukan segera setelah kegiatan selesai.",
        "Perubahan kebutuhan di tengah tahun ditampung melalui penyesuaian rencana.",
        "Kualitas keluaran diperiksa berjenjang sebelum diserahkan kepada pengguna.",
        "Pengalaman tahun sebelumnya dijadikan pelajaran dalam menyusun langkah kerja.",
        "Keterlibatan tokoh masyarakat membantu penyebaran informasi di desa.",
        "Sarana yang rusak segera diperbaiki agar tidak mengganggu layanan.",
    ),
}
"""Wordings by topic."""

JUDUL: Final[dict[str, tuple[str, ...]]] = {
    "bab1": ("PENDAHULUAN",),
    "bab2": ("PERENCANAAN KINERJA", "PERENCANAAN DAN PERJANJIAN KINERJA", "PERENCANAAN KINERJA", "RENCANA DAN PERJANJIAN KINERJA"),
    "bab3": ("AKUNTABILITAS KINERJA", "AKUNTABILITAS KINERJA", "AKUNTABILITAS KINERJA DAN KEUANGAN", "CAPAIAN DAN AKUNTABILITAS KINERJA"),
    "bab4": ("PENUTUP",),
    "pengantar": ("KATA PENGANTAR", "PENGANTAR"),
    "ikhtisar": ("IKHTISAR EKSEKUTIF", "RINGKASAN EKSEKUTIF", "IKHTISAR EKSEKUTIF"),
    "isi": ("DAFTAR ISI",),
    "daftar_tabel": ("DAFTAR TABEL",),
    "latar": ("Latar Belakang", "Latar Belakang Penyusunan", "Gambaran Umum"),
    "dasar": ("Dasar Hukum", "Landasan Hukum"),
    "tujuan": ("Maksud dan Tujuan", "Tujuan Penyusunan", "Maksud dan Manfaat"),
    "tugas": ("Tugas dan Fungsi", "Tugas, Fungsi, dan Wewenang", "Kedudukan, Tugas, dan Fungsi"),
    "struktur": ("Struktur Organisasi", "Struktur Organisasi dan Kepegawaian", "Susunan Organisasi dan Pegawai"),
    "pegawai": ("Sumber Daya Manusia", "Keadaan Pegawai", "Profil Pegawai"),
    "isu": ("Isu Strategis", "Permasalahan Utama", "Aspek dan Isu Strategis"),
    "sistematika": ("Sistematika Penyajian", "Sistematika Laporan", "Sistematika Penulisan"),
    "renstra": ("Rencana Strategis", "Rencana Strategis {awal}-{akhir}", "Arah Kebijakan dan Rencana Strategis"),
    "iku": ("Indikator Kinerja Utama", "Penetapan Indikator Kinerja Utama"),
    "rkt": ("Rencana Kinerja Tahunan", "Rencana Kerja Tahunan {tahun}", "Rencana Kinerja Tahun {tahun}"),
    "pk": ("Perjanjian Kinerja", "Perjanjian Kinerja Tahun {tahun}", "Penetapan Perjanjian Kinerja"),
    "anggaran_rencana": ("Alokasi Anggaran", "Program dan Anggaran Tahun {tahun}", "Rencana Anggaran"),
    "capaian": ("Capaian Kinerja Organisasi", "Capaian Kinerja", "Pengukuran dan Capaian Kinerja", "Capaian Kinerja Tahun {tahun}"),
    "perbandingan": ("Perbandingan Capaian Antartahun", "Perbandingan dengan Tahun Sebelumnya"),
    "analisis": ("Analisis Capaian Sasaran", "Evaluasi dan Analisis Kinerja", "Analisis Capaian Kinerja"),
    "realisasi": ("Realisasi Anggaran", "Akuntabilitas Keuangan", "Realisasi Anggaran Tahun {tahun}", "Penyerapan Anggaran"),
    "efisiensi": ("Efisiensi Penggunaan Sumber Daya", "Analisis Efisiensi"),
    "simpulan": ("Kesimpulan", "Simpulan"),
    "saran": ("Saran dan Tindak Lanjut", "Langkah Perbaikan", "Rencana Tindak Lanjut"),
    "lampiran": ("LAMPIRAN",),
}
"""Titles by part of the report."""

BUTIR_TUGAS: Final = (
    "menyusun rencana kerja dan anggaran tahunan;", "melaksanakan kegiatan sesuai jadwal yang ditetapkan;", "memberikan layanan kepada warga;",
    "mengelola data dan informasi;", "membina petugas di wilayah kerja;", "melakukan pemantauan dan evaluasi;", "menyusun laporan berkala; dan",
    "melaksanakan tugas lain yang diberikan pimpinan.",
)  # fmt: skip
BUTIR_DASAR: Final = (
    "Undang-Undang tentang keuangan negara;", "Peraturan Presiden tentang sistem akuntabilitas kinerja instansi pemerintah;",
    "Peraturan Menteri tentang petunjuk teknis perjanjian kinerja dan pelaporan kinerja;", "Keputusan pimpinan tentang rencana strategis; dan",
    "Keputusan pimpinan tentang penetapan indikator kinerja utama.",
)  # fmt: skip
SISTEMATIKA: Final = {
    "I": (
        "Bab ini memuat latar belakang, tugas, dan gambaran organisasi.",
        "Menjelaskan secara ringkas keadaan organisasi dan isu yang dihadapi.",
    ),
    "II": ("Bab ini menguraikan rencana strategis dan perjanjian kinerja.", "Memuat ringkasan rencana dan target kinerja."),
    "III": (
        "Bab ini menyajikan capaian setiap indikator dan realisasi anggaran.",
        "Menguraikan hasil pengukuran kinerja beserta penyerapan anggarannya.",
    ),
    "IV": ("Bab ini berisi simpulan dan langkah perbaikan.", "Memuat simpulan umum atas kinerja organisasi."),
}
SUMPAH: Final = (
    "Dalam rangka mewujudkan manajemen pemerintahan yang berdaya guna, terbuka, dan berorientasi pada hasil, kami yang bertanda tangan di bawah ini:",
    "Untuk mewujudkan tata kelola yang terukur dan dapat dipertanggungjawabkan, yang bertanda tangan di bawah ini:",
)
JANJI: Final = (
    "Pihak pertama berjanji mewujudkan target kinerja sebagaimana lampiran perjanjian ini. Keberhasilan dan kegagalan pencapaian target menjadi "
    "tanggung jawab pihak pertama.",
    "Pihak pertama menyanggupi target kinerja tahunan sesuai lampiran, dan bertanggung jawab atas pencapaiannya.",
)
JANJI_KEDUA: Final = (
    "Pihak kedua akan melakukan pembinaan dan evaluasi atas capaian kinerja serta mengambil tindakan yang diperlukan.",
    "Pihak kedua memberikan bimbingan dan menilai capaian kinerja dari perjanjian ini.",
)
