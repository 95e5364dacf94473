"""Figures in prose, contradictions, proposals, and how often each check was made."""

from typing import Final

from extractor.warehouse.columns import Column, Kind, Personal, Source, count, fact, figure, finding, flat, text, word

_RUPIAH_OR_NOT: Final = "sesuai satuan"

KLAIM: Final = fact(
    "fact_klaim",
    "Angka yang disebut dalam kalimat.",
    "Figures stated in prose.",
    (Source("klaim[]"),),
    ("jenis", "ukuran", "cakupan", "kode", "tahun", "nilai_mentah"),
    *flat(
        word("jenis", "jenis", "rupiah, persen, jumlah", "Kind of figure.", nullable=False),
        figure("nilai", "nilai", Kind.NUMBER, _RUPIAH_OR_NOT, "angka", "The figure."),
        text("satuan", "nilai.satuan", "satuan", "Unit."),
        text("terbilang", "terbilang.mentah", "angka dalam kata yang mengikutinya", "The amount in words beside it."),
        Column("terbilang_nilai", Kind.NUMBER, "terbilang.nilai", "kata itu sebagai angka", "The words as a number.", _RUPIAH_OR_NOT),
        word("ukuran", "ukuran", "pagu, realisasi, penyerapan, sisa, target, capaian", "What it measures."),
        word("cakupan", "cakupan", "anggaran, program, kegiatan, sasaran, indikator, pegawai", "What kind of thing it is about."),
        text("kode", "kode", "kode anggaran", "Budget code."),
        count("tahun", "tahun", "tahun angkanya", "Year the figure is of."),
        word("dasar_tahun", "dasar_tahun", "named, relative, context, report", "How the year is known."),
        word("peran", "peran", "from, to, change, whole, total, part, share", "What it does beside the others of its group."),
        word("arah", "arah", "up, down", "Whether a change is said to be up or down."),
        text("subjek", "subjek", "yang dibicarakan", "What the figure is about.", Personal.FREE),
        text("kalimat", "kalimat", "kalimatnya", "The sentence that states it.", Personal.FREE),
    ),
)

TEMUAN: Final = fact(
    "fact_temuan",
    "Satu baris per temuan (pertentangan angka atau isi).",
    "One row per finding (contradiction).",
    (Source("temuan[]"),),
    ("temuan_id",),
    *flat(
        finding("temuan_id", "id", "id pada JSON", "Id in the JSON.", nullable=False),
        word("kode", "kode", "kode pemeriksaan; lihat lkj explain", "Code of the check.", nullable=False),
        word("nama", "nama", "nama pemeriksaan", "Slug of the check.", nullable=False),
        word("keparahan", "keparahan", "galat, peringatan, info", "Severity.", nullable=False),
        text("pesan", "pesan.id", "pesan (Indonesia)", "The message in Indonesian.", Personal.FREE),
        text("pesan_en", "pesan.en", "pesan (Inggris)", "The message in English.", Personal.FREE),
        Column(
            "dinyatakan",
            Kind.NUMBER,
            "dinyatakan",
            "yang dinyatakan laporan, bila angka",
            "What is stated, where it is a number.",
            _RUPIAH_OR_NOT,
        ),
        text(
            "dinyatakan_teks",
            "dinyatakan#text",
            "yang dinyatakan, bila bukan angka",
            "What is stated, where it is no number.",
            Personal.FREE,
        ),
        Column(
            "dihitung", Kind.NUMBER, "dihitung", "yang mengikuti dari angka lain", "What follows from the other figures.", _RUPIAH_OR_NOT
        ),
        text("dihitung_teks", "dihitung#text", "yang mengikuti, bila bukan angka", "What follows, where it is no number.", Personal.FREE),
        Column("selisih", Kind.NUMBER, "selisih", "dinyatakan dikurangi dihitung", "dinyatakan minus dihitung.", _RUPIAH_OR_NOT),
        word("satuan", "satuan", "satuan", "Unit."),
        text("mentah", "bukti.0.mentah", "teks bukti pertama", "Text of the first piece of evidence.", Personal.FREE),
        finding(
            "sebab_id",
            "sebab",
            "temuan yang menjadi sebabnya; kosong bila ia sendiri sebab",
            "The finding that causes it; null for a cause.",
        ),
        text("diterima", "diterima", "alasan diterima (baseline)", "Why it is accepted, by the baseline file.", Personal.FREE),
        word("rekonsiliasi_id", "rekonsiliasi", "usulan yang menyelesaikannya", "The proposal that settles it."),
    ),
)

BUKTI: Final = fact(
    "fact_temuan_bukti",
    "Satu baris per bukti temuan: pertama yang dinyatakan, lalu pembandingnya.",
    "One row per piece of evidence: first what is stated, then what it is compared with.",
    (Source("temuan[].bukti[]"),),
    ("temuan_id", "urutan"),
    *flat(
        finding("temuan_id", "../id", "id temuan pada JSON", "Id of the finding in the JSON.", nullable=False),
        count("urutan", "=position", "urutan bukti, mulai dari 1", "Its position, counted from 1.", nullable=False),
        text("mentah", "mentah", "teks seperti tercetak", "The text as printed.", Personal.FREE),
        text(
            "berkas",
            "berkas",
            "nama berkas laporan lain yang memuatnya; kosong bila bukti ini dari laporan itu sendiri",
            "The file of the other report that prints it; null for the report itself.",
            Personal.FREE,
        ),
        count("sel_baris", "sel.0", "baris sel di tabel, mulai dari 0", "Row of the cell in the table, counted from 0."),
        count("sel_kolom", "sel.1", "kolom sel di tabel, mulai dari 0", "Column of the cell in the table, counted from 0."),
    ),
)

REKONSILIASI: Final = fact(
    "fact_rekonsiliasi",
    "Usulan angka yang benar; angka yang dinyatakan tidak pernah diubah.",
    "Proposed corrections; the stated figures stay as they are.",
    (Source("rekonsiliasi[]"),),
    ("rekonsiliasi_id",),
    *flat(
        word("rekonsiliasi_id", "id", "id pada JSON", "Id in the JSON.", nullable=False),
        word("jalur", "jalur", "penunjuk JSON ke angkanya", "JSON pointer to the figure.", nullable=False),
        word(
            "fakta",
            "=fact",
            "tabel fakta yang memuat angkanya",
            "The fact table that holds the figure; null where it stands in tabel alone.",
        ),
        word("fakta_key", "=fact", "kunci baris pada tabel itu", "Key of the row there."),
        word("kolom", "=fact", "kolomnya", "The column."),
        Column(
            "dinyatakan", Kind.NUMBER, "dinyatakan", "yang dinyatakan, bila angka", "What is stated, where it is a number.", _RUPIAH_OR_NOT
        ),
        text(
            "dinyatakan_teks",
            "dinyatakan#text",
            "yang dinyatakan, bila bukan angka",
            "What is stated, where it is no number.",
            Personal.FREE,
        ),
        text("mentah", "=figure", "teks angkanya seperti tercetak", "The text of the figure as printed."),
        Column("menjadi", Kind.NUMBER, "menjadi", "yang seharusnya", "What it should be.", _RUPIAH_OR_NOT),
        text(
            "menjadi_teks", "menjadi#text", "yang seharusnya, bila bukan angka", "What it should be, where it is no number.", Personal.FREE
        ),
        word("metode", "metode", "cara usulan ditemukan", "How the correction was found.", nullable=False),
        Column("keyakinan", Kind.FRACTION, "keyakinan", "keyakinan, 0–1", "Confidence, 0 to 1."),
        text("alasan", "alasan.id", "alasan (Indonesia)", "Why, in Indonesian.", Personal.FREE),
        text("alasan_en", "alasan.en", "alasan (Inggris)", "Why, in English.", Personal.FREE),
    ),
)

PEMERIKSAAN: Final = fact(
    "fact_pemeriksaan",
    "Berapa kali tiap pemeriksaan dilakukan, menurut hasilnya.",
    "How often each check was made, by its outcomes.",
    (Source("mutu.pemeriksaan[]"),),
    ("kode",),
    *flat(
        word("kode", "kode", "kode pemeriksaan", "Code of the check.", nullable=False),
        count("berlaku", "berlaku", "pembandingan yang cocok", "Comparisons that hold."),
        count("dilanggar", "dilanggar", "pembandingan yang dilanggar", "Comparisons that are violated."),
        count("tak_ternilai", "tak_ternilai", "pembandingan yang kekurangan angka", "Comparisons that lack a figure."),
        count("gagal", "gagal", "pemeriksaan yang gagal berjalan", "Runs in which the check itself failed."),
    ),
)
