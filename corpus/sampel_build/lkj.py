"""Report 1: laporan kinerja of an election commission's kabupaten, with its agreements and its action plan as appendices."""

from corpus.naskah import (
    Block,
    Contents,
    Cover,
    Fields,
    Heading,
    Items,
    Letterhead,
    PageBreak,
    Paragraph,
    Report,
    Signature,
)
from corpus.printed import grouped, share, words
from corpus.sampel_build import lkj_facts as facts
from corpus.sampel_build.facts import chapters_truth
from corpus.sampel_build.lkj_tables import (
    achievement_table,
    action_table,
    agreement_table,
    budget_list,
    budget_table,
    comparison_table,
    physical_table,
    plan_table,
    recap_table,
    secretariat_budget,
    secretariat_table,
    staff_table,
)
from corpus.sampel_build.lkj_truth import truth

SIGNED = "Pacitan, 24 Januari 2025"
AGREED = "Pacitan, 8 Januari 2024"


def report() -> Report:
    """The whole report with its truth."""
    blocks = (*_front(), *_introduction(), *_planning(), *_accountability(), *_closing(), *_appendices())
    headings = [(b.level, b.number, b.title) for b in blocks if isinstance(b, Heading) and b.listed]
    return Report(
        name="1-lkj-kpu-kabupaten",
        title="Laporan Kinerja KPU Kabupaten Pacitan Tahun 2024",
        running="Laporan Kinerja KPU Kabupaten Pacitan Tahun 2024",
        footer="",
        style="kpu",
        blocks=blocks,
        truth={**truth(), "bab": chapters_truth(headings)},
    )


def _totals() -> tuple[str, str, str]:
    total = facts.spending()[-1]
    return grouped(total.pagu), grouped(total.realisasi), f"{share(total.realisasi, total.pagu):.2f}".replace(".", ",")


def _front() -> tuple[Block, ...]:
    pagu, spent, percent = _totals()
    total = facts.spending()[-1].pagu
    return (
        Cover(("LAPORAN KINERJA", "KOMISI PEMILIHAN UMUM", "KABUPATEN PACITAN", "TAHUN 2024"), "SIMULASI"),
        PageBreak(),
        Heading(0, "KATA PENGANTAR"),
        Paragraph(
            "Syukur kami haturkan karena Laporan Kinerja KPU Kabupaten Pacitan Tahun 2024 dapat disusun tepat pada waktunya. Laporan ini "
            "merupakan bahan contoh: nama, angka, dan peristiwa di dalamnya rekaan belaka."
        ),
        Paragraph(
            "Isi laporan menggambarkan janji kinerja yang dibuat pada awal tahun, hasil yang dicapai, serta anggaran yang dipakai untuk "
            "mencapainya. Kami berharap laporan ini berguna sebagai bahan perbaikan pada tahun berikutnya."
        ),
        Signature((("Ketua Komisi Pemilihan Umum", "Kabupaten Pacitan,", "", facts.CHAIR),), SIGNED),
        PageBreak(),
        Heading(0, "IKHTISAR EKSEKUTIF"),
        Paragraph(
            "Pada tahun 2024 KPU Kabupaten Pacitan menetapkan 3 (tiga) sasaran strategis dengan 8 (delapan) indikator kinerja. Tujuh "
            "indikator mencapai atau melampaui target, satu indikator belum tercapai sepenuhnya."
        ),
        Paragraph(
            f"Pagu anggaran sebesar Rp {pagu},- ({words(total)} rupiah) terserap Rp {spent},- atau {percent}%. Penyerapan terbesar "
            "terdapat pada pemungutan dan penghitungan suara."
        ),
        Heading(0, "DAFTAR ISI"),
        Contents(()),
    )


def _introduction() -> tuple[Block, ...]:
    education = ", ".join(f"{label} sebanyak {n} orang" for label, n in facts.BY_EDUCATION)
    return (
        PageBreak(),
        Heading(1, "PENDAHULUAN", "I"),
        Heading(2, "Latar Belakang", "A"),
        Paragraph(
            "Setiap satuan kerja yang memakai anggaran negara berkewajiban menerangkan apa yang telah dihasilkannya. Kewajiban itu "
            "dipenuhi melalui laporan kinerja tahunan yang membandingkan rencana dengan hasil."
        ),
        Paragraph(
            "Tahun 2024 merupakan tahun yang padat karena dua pemungutan suara berlangsung dalam satu tahun anggaran. Keadaan tersebut "
            "memengaruhi susunan kegiatan, jadwal, dan penyerapan anggaran."
        ),
        Heading(2, "Tugas dan Wewenang", "B"),
        Heading(3, "Tugas", "1"),
        Items(
            (
                "menjalankan tahapan di wilayah kabupaten sesuai jadwal;",
                "memelihara daftar pemilih secara berkelanjutan; dan",
                "menyebarluaskan informasi tahapan kepada warga.",
            ),
            "a.",
        ),
        Heading(3, "Wewenang", "2"),
        Items(("membentuk badan ad hoc; dan", "menetapkan hasil rekapitulasi tingkat kabupaten."), "a."),
        Heading(2, "Struktur Organisasi dan Sumber Daya Manusia", "C"),
        Paragraph(
            f"KPU Kabupaten Pacitan dipimpin oleh seorang ketua, {facts.CHAIR}, bersama {', '.join(facts.MEMBERS[:-1])}, dan "
            f"{facts.MEMBERS[-1]} sebagai anggota. Pegawai sekretariat tercantum pada tabel berikut."
        ),
        staff_table(),
        Paragraph("Susunan pegawai menurut status kepegawaian adalah sebagai berikut:"),
        Items(
            (
                "Ketua dan Anggota sebanyak 5 (lima) orang;",
                "Pegawai Negeri Sipil (PNS) sebanyak 9 (sepuluh) orang;",
                "Pegawai Pemerintah dengan Perjanjian Kerja (PPPK) sebanyak 2 (dua) orang; dan",
                "Pegawai Pemerintah Non Pegawai Negeri (PPNPN) sebanyak 4 (empat) orang.",
            ),
            "a.",
        ),
        recap_table(),
        Paragraph(f"Berdasarkan tingkat pendidikan, pegawai sekretariat terdiri dari {education}."),
        Paragraph("Pegawai Negeri Sipil menurut golongan terdiri dari:"),
        Items(tuple(f"{label} sebanyak {n} orang;" for label, n in facts.BY_GRADE), "-"),
        Heading(2, "Sistematika Penyajian", "D"),
        Paragraph("Laporan ini disajikan dengan urutan berikut:"),
        Paragraph("BAB I PENDAHULUAN", "kiri"),
        Paragraph("Memuat latar belakang, tugas dan wewenang, serta keadaan pegawai."),
        Paragraph("BAB II PERENCANAAN KINERJA", "kiri"),
        Paragraph("Memuat rencana strategis, rencana kinerja tahunan, dan perjanjian kinerja."),
        Paragraph("BAB III AKUNTABILITAS KINERJA", "kiri"),
        Paragraph("Memuat capaian setiap indikator dan realisasi anggarannya."),
        Paragraph("BAB IV PENUTUP", "kiri"),
        Paragraph("Memuat simpulan dan rencana perbaikan."),
    )


def _planning() -> tuple[Block, ...]:
    return (
        PageBreak(),
        Heading(1, "PERENCANAAN KINERJA", "II"),
        Heading(2, "Rencana Strategis", "A"),
        Paragraph("Rencana strategis tahun 2020-2024 mengarahkan seluruh kegiatan pada:"),
        Items(
            (
                "tahapan yang tertib dan warga yang mengenal hak pilihnya; serta",
                "lembaga yang terbuka dan dapat dipercaya.",
            )
        ),
        Heading(2, "Rencana Kinerja Tahunan", "B"),
        Paragraph("Sasaran strategis dijabarkan ke dalam kegiatan dan kebutuhan anggarannya sebagaimana tabel berikut."),
        plan_table(),
        Heading(2, "Perjanjian Kinerja", "C"),
        Paragraph("Ketua KPU Kabupaten Pacitan menandatangani perjanjian kinerja pada 8 Januari 2024 dengan target sebagai berikut."),
        agreement_table(),
        budget_list(),
    )


def _accountability() -> tuple[Block, ...]:
    pagu, spent, percent = _totals()
    return (
        PageBreak(),
        Heading(1, "AKUNTABILITAS KINERJA", "III"),
        Heading(2, "Capaian Kinerja Organisasi", "A"),
        Paragraph("Capaian dihitung dengan membandingkan realisasi terhadap target setiap indikator pada akhir tahun 2024."),
        achievement_table(),
        Paragraph(
            "Distribusi logistik belum mencapai target karena dua kecamatan baru dapat dijangkau setelah cuaca membaik. Sebagai tindak "
            "lanjut, gudang singgah akan disiapkan lebih awal."
        ),
        Paragraph("Perkembangan capaian selama tiga tahun disajikan pada tabel di bawah ini."),
        comparison_table(),
        Heading(2, "Realisasi Anggaran", "B"),
        Paragraph(f"Dari pagu sebesar Rp {pagu},- telah direalisasikan Rp {spent},- atau {percent}% dengan rincian sebagai berikut."),
        budget_table(),
        Paragraph(
            "Keterkaitan hasil fisik dan penyerapan rincian output yang berhubungan langsung dengan tahapan ditunjukkan di bawah ini."
        ),
        physical_table(),
    )


def _closing() -> tuple[Block, ...]:
    return (
        Heading(1, "PENUTUP", "IV"),
        Paragraph(
            "Secara umum kinerja KPU Kabupaten Pacitan tahun 2024 berjalan sesuai rencana. Hal yang perlu diperbaiki ialah kesiapan "
            "distribusi di wilayah yang sulit dijangkau dan ketelitian pencatatan anggaran badan ad hoc."
        ),
        Paragraph("Langkah perbaikan tersebut akan dimasukkan ke dalam perjanjian kinerja tahun berikutnya."),
    )


def _appendices() -> tuple[Block, ...]:
    secretary = "Sekretaris KPU Kabupaten Pacitan"
    chair = "Ketua KPU Kabupaten Pacitan"
    return (
        PageBreak(),
        Heading(0, "LAMPIRAN"),
        Letterhead(("KOMISI PEMILIHAN UMUM", "KABUPATEN PACITAN", "Jalan Simulasi Nomor 7, Pacitan (alamat rekaan)")),
        Heading(0, "PERJANJIAN KINERJA TAHUN 2024", listed=False),
        Paragraph(
            "Untuk mewujudkan pengelolaan kantor yang terbuka, hemat, dan mengutamakan hasil, kami yang bertanda tangan di bawah ini:"
        ),
        Fields((("Nama", facts.SECRETARY), ("Jabatan", secretary))),
        Paragraph("selanjutnya disebut Pihak Pertama,"),
        Fields((("Nama", facts.CHAIR), ("Jabatan", chair))),
        Paragraph("selaku atasan Pihak Pertama, selanjutnya disebut Pihak Kedua."),
        Paragraph(
            "Pihak Pertama berjanji akan mewujudkan target kinerja yang tercantum dalam lampiran dan bertanggung jawab atas hasilnya. "
            "Pihak Kedua akan membimbing, memantau, dan menilai pelaksanaannya."
        ),
        Signature(
            (
                ("Pihak Kedua,", chair, "", facts.CHAIR),
                ("Pihak Pertama,", secretary, "", facts.SECRETARY, "NIP. 19750314 200003 2 001"),
            ),
            AGREED,
        ),
        PageBreak(),
        Heading(0, "PERJANJIAN KINERJA TAHUN 2024", listed=False),
        Paragraph("SEKRETARIS KPU KABUPATEN PACITAN", "tebal"),
        secretariat_table(),
        secretariat_budget(),
        Signature(
            (
                ("Pihak Kedua,", chair, "", facts.CHAIR),
                ("Pihak Pertama,", secretary, "", facts.SECRETARY, "NIP. 19750314 200003 2 001"),
            ),
            AGREED,
        ),
        PageBreak(landscape=True),
        Heading(0, "RENCANA AKSI KINERJA TAHUN 2024", listed=False),
        Paragraph("KOMISI PEMILIHAN UMUM KABUPATEN PACITAN", "tebal"),
        action_table(),
        Signature((("Ketua KPU Kabupaten Pacitan,", "", facts.CHAIR),), AGREED),
    )
