"""Report 2: LKIP of a local government's office, in another layout than the commission's reports."""

from corpus.naskah import Block, Contents, Cover, Heading, Items, PageBreak, Paragraph, Report, Signature
from corpus.printed import grouped, share, words
from corpus.sampel_build import dinas_facts as facts
from corpus.sampel_build.dinas_tables import (
    achievement_table,
    activity_table,
    agreement_table,
    budget_list,
    earlier_table,
    expenditure_table,
    indicator_table,
    staff_table,
)
from corpus.sampel_build.dinas_truth import truth
from corpus.sampel_build.facts import chapters_truth


def report() -> Report:
    """The whole report with its truth."""
    blocks = (*_front(), *_introduction(), *_planning(), *_accountability(), *_closing())
    headings = [(b.level, b.number, b.title) for b in blocks if isinstance(b, Heading) and b.listed]
    return Report(
        name="2-lkip-dinas",
        title="LKIP Dinas Ketahanan Pangan Kabupaten Barru Tahun 2018",
        running="LKIP Tahun 2018",
        footer="Dinas Ketahanan Pangan Kabupaten Barru",
        style="dinas",
        blocks=blocks,
        truth={**truth(), "bab": chapters_truth(headings)},
    )


def _front() -> tuple[Block, ...]:
    return (
        Cover(
            (
                "LAPORAN KINERJA INSTANSI PEMERINTAH",
                "(LKIP)",
                "TAHUN 2018",
                "DINAS KETAHANAN PANGAN",
                "KABUPATEN BARRU",
            ),
            "SIMULASI",
        ),
        PageBreak(),
        Heading(0, "KATA PENGANTAR"),
        Paragraph(
            "Laporan ini menguraikan pelaksanaan perjanjian kinerja Dinas Ketahanan Pangan Kabupaten Barru sepanjang tahun 2018. Seluruh "
            "nama dan angka di dalamnya rekaan untuk keperluan contoh."
        ),
        Paragraph("Ucapan terima kasih kami sampaikan kepada penyuluh dan kelompok lumbung yang membantu pengumpulan data di lapangan."),
        Signature(
            (("Kepala Dinas Ketahanan Pangan", "Kabupaten Barru,", "", facts.HEAD, "NIP. 19670412 199303 1 007"),),
            "Barru, 15 Februari 2019",
        ),
        Heading(0, "DAFTAR ISI"),
        Contents(()),
    )


def _introduction() -> tuple[Block, ...]:
    stated = facts.STATED_STAFF
    return (
        PageBreak(),
        Heading(1, "PENDAHULUAN", "I"),
        Heading(2, "Latar Belakang", "1.1"),
        Paragraph(
            "Pangan yang cukup, terjangkau, dan aman merupakan urusan wajib pemerintah daerah. Laporan ini menjadi bagian dari "
            "pertanggungjawaban urusan tersebut kepada Bupati."
        ),
        Heading(2, "Tugas dan Fungsi", "1.2"),
        Paragraph("Dinas membantu Bupati mengurus ketersediaan, distribusi, dan konsumsi pangan melalui fungsi:"),
        Items(
            (
                "perumusan kebijakan teknis bidang pangan;",
                "pengelolaan cadangan pangan kabupaten;",
                "pemantauan harga dan pasokan; serta",
                "pembinaan mutu konsumsi dan keamanan pangan segar.",
            ),
            "a.",
        ),
        Heading(2, "Sumber Daya Aparatur", "1.3"),
        Paragraph(
            f"Jumlah pegawai Dinas Ketahanan Pangan Kabupaten Barru pada akhir tahun 2018 sebanyak {stated} ({words(stated)}) orang dengan "
            "rincian sebagaimana tabel berikut."
        ),
        staff_table(),
        Heading(2, "Sistematika Penulisan", "1.4"),
        Items(
            (
                "BAB I Pendahuluan, menerangkan alasan penyusunan laporan dan keadaan organisasi.",
                "BAB II Perencanaan Kinerja, menerangkan sasaran, indikator, dan perjanjian kinerja.",
                "BAB III Akuntabilitas Kinerja, menerangkan capaian dan penggunaan anggaran.",
                "BAB IV Penutup, menerangkan simpulan.",
            ),
            "-",
        ),
    )


def _planning() -> tuple[Block, ...]:
    return (
        PageBreak(),
        Heading(1, "PERENCANAAN KINERJA", "II"),
        Heading(2, "Rencana Strategis", "2.1"),
        Paragraph(
            "Rencana strategis 2016-2021 mengarahkan dinas pada tiga sasaran: ketersediaan, keterjangkauan, dan mutu konsumsi pangan."
        ),
        Heading(2, "Indikator Kinerja Utama", "2.2"),
        Paragraph("Keberhasilan setiap sasaran diukur dengan indikator yang ditetapkan dalam tabel berikut."),
        indicator_table(),
        Heading(2, "Perjanjian Kinerja Tahun 2018", "2.3"),
        Paragraph("Target tahun 2018 yang disepakati dengan Bupati adalah sebagai berikut."),
        agreement_table(),
        Paragraph("Target tersebut didukung oleh tiga program."),
        budget_list(),
    )


def _accountability() -> tuple[Block, ...]:
    pagu, spent = facts.direct()
    percent = f"{share(spent, pagu):.2f}".replace(".", ",")
    return (
        PageBreak(),
        Heading(1, "AKUNTABILITAS KINERJA", "III"),
        Heading(2, "Capaian Kinerja Tahun 2018", "3.1"),
        Paragraph("Pengukuran dilakukan dengan membandingkan realisasi dan target pada akhir tahun."),
        achievement_table(),
        Paragraph(
            "Cadangan pangan belum memenuhi target karena pengadaan tahap kedua baru selesai pada pekan terakhir Desember. Skor pola "
            "pangan harapan tertahan oleh rendahnya konsumsi kacang-kacangan."
        ),
        Heading(2, "Perbandingan dengan Tahun Sebelumnya", "3.2"),
        Paragraph("Tiga indikator yang diukur dengan cara yang sama sejak tahun 2016 dibandingkan di bawah ini."),
        earlier_table(),
        Heading(2, "Akuntabilitas Keuangan", "3.3"),
        Paragraph(
            f"Belanja langsung yang terealisasi sebesar Rp {grouped(spent)},- dari anggaran Rp {grouped(pagu)},- atau {percent}%. Gambaran "
            "seluruh belanja tampak pada tabel berikut."
        ),
        expenditure_table(),
        Paragraph("Rincian belanja langsung menurut program dan kegiatan adalah sebagai berikut."),
        activity_table(),
    )


def _closing() -> tuple[Block, ...]:
    return (
        Heading(1, "PENUTUP", "IV"),
        Paragraph(
            "Empat dari enam indikator mencapai target. Pengadaan cadangan pangan akan dimulai lebih awal dan kampanye konsumsi "
            "kacang-kacangan akan diperluas pada tahun berikutnya."
        ),
    )
