"""Whose, which year, which document, which plan: the dimensions that stand in the reports."""

from typing import Final

from extractor.warehouse.columns import (
    LAPORAN_KEY,
    YEAR,
    Column,
    Kind,
    Personal,
    Source,
    Table,
    count,
    day,
    flat,
    key,
    text,
    word,
)

_SATKER: Final = (
    word("slug", "=slug", "nama folder satker di OUT/satker", "Folder of the unit under OUT/satker.", nullable=False),
    word("satker", "/satker.nama", "nama satker", "Name of the unit.", nullable=False),
    word(
        "tingkat",
        "/satker.tingkat",
        "pusat, provinsi, kabupaten, kota, perangkat_daerah, kementerian, lain",
        "Level of the unit.",
        nullable=False,
    ),
    word("wilayah", "/satker.wilayah", "wilayah kerja", "Region that it is responsible for."),
    word("provinsi", "/satker.provinsi", "provinsi", "Province."),
    word("kode_wilayah", "/satker.kode_wilayah", "kode wilayah nasional", "Code of the region in the national list."),
    word("kode_satker", "/satker.kode_satker", "kode satker enam angka", "Six-digit code of the spending unit."),
    Column("keyakinan", Kind.FRACTION, "/satker.keyakinan", "keyakinan pengenalan satker, 0–1", "Confidence of the recognition, 0 to 1."),
)

DIM_SATKER: Final = Table(
    "dim_satker",
    "Satu baris per satker; ciri-cirinya dari laporan yang paling yakin, lalu yang terbaru.",
    "One row per reporting unit; what it says comes from the report of the greatest confidence, then of the latest year.",
    (key("satker_key", "kunci satker", "Key of the unit, made from its slug."), *_SATKER),
)

DIM_TAHUN: Final = Table(
    "dim_tahun",
    "Satu baris per tahun yang disebut laporan atau angkanya.",
    "One row per year that a report or a figure is of.",
    (
        Column("tahun", Kind.WHOLE, "=key", "tahun anggaran", "The budget year; it is the key.", nullable=False),
        count("rpjmn_awal", "=rpjmn", "tahun pertama RPJMN", "First year of the national plan (RPJMN) that it belongs to.", nullable=False),
        count("rpjmn_akhir", "=rpjmn", "tahun terakhir RPJMN", "Last year of that plan.", nullable=False),
    ),
)

DIM_LAPORAN: Final = Table(
    "dim_laporan",
    "Satu baris per satker dan tahun: satuan pemuatan. Semua fakta miliknya diganti sekaligus bila berkasnya berubah.",
    "One row per satker-year: the unit of loading. All its facts are replaced together where its file has changed.",
    (
        key(LAPORAN_KEY, "kunci laporan", "Key, made from slug and year."),
        key("satker_key", "satker yang melapor", "The reporting unit.", "dim_satker"),
        Column(YEAR, Kind.WHOLE, "/tahun", "tahun laporan; kosong bila tidak diketahui", "The reporting year.", refers="dim_tahun"),
        *_SATKER,
        word("berkas", "=berkas", "berkas JSON, relatif terhadap OUT", "The JSON file, relative to OUT.", nullable=False),
        word("versi_skema", "/versi_skema", "versi skema JSON", "Version of the JSON's schema.", nullable=False),
        word("versi_alat", "/alat.versi", "versi program yang membaca", "Version of the program that read it.", nullable=False),
        count("tabel_lain", "/mutu.tabel_lain", "tabel yang jenisnya tidak dikenal", "Tables whose kind is not known."),
        count(
            "sel_tak_terbaca",
            "/mutu.sel_tak_terbaca",
            "sel angka yang tidak terbaca",
            "Cells that should hold a number and cannot be read as one.",
        ),
        count("halaman_ocr", "/mutu.halaman_ocr", "halaman tanpa lapisan teks", "Pages without a text layer."),
        count(
            "di_luar_jangkauan",
            "=overflow",
            "angka yang tidak muat pada tipe kolomnya (nilainya kosong, teksnya tetap ada)",
            "Figures that do not fit the type of their column; they are null here, their text stands beside.",
            nullable=False,
        ),
    ),
    (Source(""),),
)

DIM_DOKUMEN: Final = Table(
    "dim_dokumen",
    "Satu baris per dokumen yang dibaca.",
    "One row per document read.",
    (
        key("dokumen_key", "32 angka pertama sha256 isinya", "First 32 digits of the hash of its content."),
        key(LAPORAN_KEY, "laporan yang memuatnya", "The satker-year it belongs to.", "dim_laporan"),
        key("satker_key", "satker yang melapor", "The reporting unit.", "dim_satker"),
        Column(YEAR, Kind.WHOLE, "/tahun", "tahun laporan", "The reporting year.", refers="dim_tahun"),
        *flat(
            word("dokumen_id", "id", "id pada JSON", "Id in the JSON.", nullable=False),
            word("sha256", "sha256", "hash isi berkas", "Hash of the file's content.", nullable=False),
            text("berkas", "berkas", "nama berkas asli", "The file's own name.", Personal.FREE),
            word("jenis", "jenis", "lkj, pk, rkt, rak, iku, lain; dipisah koma", "What it holds, separated by commas."),
            count("jumlah_halaman", "halaman", "jumlah halaman", "Number of pages; 1 for a text file."),
            word("metode_baca", "metode_baca", "teks, pdf, ocr", "How it was read."),
            text("tempat", "tempat", "tempat penandatanganan", "Place of signing."),
            day("tanggal", "tanggal", "tanggal penandatanganan", "Date of signing."),
            word("peran", "peran", "utama, salinan, digantikan", "Whether its content counts, or that of another document."),
            word("rujukan_key", "=rujukan", "dokumen yang dipakai sebagai gantinya", "The document that counts in its stead."),
        ),
    ),
    (Source("dokumen[]"),),
)

DIM_RENCANA: Final = Table(
    "dim_rencana",
    "Satu baris per dokumen perencanaan di dalam laporan: perjanjian kinerja (pk), rencana kinerja (rkt), rencana aksi (rak).",
    "One row per plan inside a report: performance agreement (pk), annual plan (rkt), action plan (rak).",
    (
        key("rencana_key", "kunci rencana", "Key of the plan."),
        key(LAPORAN_KEY, "laporan yang memuatnya", "The satker-year it belongs to.", "dim_laporan"),
        key("satker_key", "satker yang melapor", "The reporting unit.", "dim_satker"),
        Column(YEAR, Kind.WHOLE, "/tahun", "tahun laporan", "The reporting year.", refers="dim_tahun"),
        *flat(
            word("asal", "=asal", "pk, rkt atau rak", "pk, rkt or rak.", nullable=False),
            word("rencana_id", "id", "id pada JSON", "Id in the JSON.", nullable=False),
            count("tahun", "tahun", "tahun rencana", "Year of the plan."),
            text("unit", "unit", "pemilik rencana", "Whose plan it is."),
            text("pihak_pertama", "pihak_pertama.nama", "nama yang berjanji", "Name of the official who promises.", Personal.NAME),
            text("pihak_pertama_jabatan", "pihak_pertama.jabatan", "jabatan yang berjanji", "Office of the official who promises."),
            text("pihak_kedua", "pihak_kedua.nama", "nama atasan", "Name of the superior.", Personal.NAME),
            text("pihak_kedua_jabatan", "pihak_kedua.jabatan", "jabatan atasan", "Office of the superior."),
            text("tempat", "tempat", "tempat penandatanganan", "Place of signing."),
            day("tanggal", "tanggal", "tanggal penandatanganan", "Date of signing."),
            word("tabel_id", "tabel", "id tabel pada JSON", "Id of the table in the JSON."),
            key("dokumen_key", "dokumen yang memuatnya", "The document it stands in.", "dim_dokumen", nullable=True),
        ),
    ),
    (Source("perjanjian_kinerja[]", "pk"), Source("rencana_kinerja[]", "rkt"), Source("rencana_aksi[]", "rak")),
    ("asal", "rencana_id"),
)

DIM_INDIKATOR: Final = Table(
    "dim_indikator",
    "Satu baris per indikator; ejaan yang berbeda hanya pada huruf besar, tanda baca atau spasi adalah satu indikator.",
    "One row per indicator; spellings that differ in capitals, punctuation or blanks alone are one indicator.",
    (
        key("indikator_key", "kunci indikator", "Key, made from the words."),
        word(
            "indikator_baku",
            "=words",
            "kata-katanya, huruf kecil, tanpa tanda baca",
            "Its words in small letters, without punctuation.",
            nullable=False,
        ),
        text("indikator", "=spelling", "ejaan yang paling sering", "The most frequent spelling."),
    ),
)

DIM_ANGGARAN_KODE: Final = Table(
    "dim_anggaran_kode",
    "Satu baris per kode anggaran (mis. 6709.QGE.001) dengan bagian-bagiannya.",
    "One row per budget code (e.g. 6709.QGE.001), taken apart.",
    (
        key("anggaran_kode_key", "kunci kode", "Key, made from the code."),
        word("kode", "=kode", "kode dengan bagian dipisah titik", "The code, its parts joined by dots.", nullable=False),
        word("tingkat", "=tingkat", "program, kegiatan, ro; kosong bila tidak pasti", "What it names: program, kegiatan, ro."),
        word("kode_program", "=kode", "bagian program, mis. CQ, WA", "Its program part."),
        word("kode_kegiatan", "=kode", "bagian kegiatan, empat angka", "Its activity part, four digits."),
        word("kode_kro", "=kode", "bagian KRO, tiga huruf", "Its KRO part, three letters."),
        word("kode_ro", "=kode", "bagian RO, tiga angka", "Its RO part, three digits."),
        text("uraian", "=spelling", "uraian yang paling sering", "The most frequent description."),
    ),
)
