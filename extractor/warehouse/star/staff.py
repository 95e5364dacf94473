"""Staff: counts, persons, signatures."""

from typing import Final

from extractor.warehouse.columns import Kind, Personal, Source, day, fact, figure, flat, text, word

REKAP: Final = fact(
    "fact_pegawai_rekap",
    "Jumlah pegawai yang disebut laporan, per status, golongan, pendidikan, subbagian.",
    "Counts of staff as stated, per status, rank, education, section.",
    (Source("pegawai.rekap[]"),),
    ("dimensi", "label"),
    *flat(
        word(
            "dimensi",
            "dimensi",
            "status, golongan, pendidikan, subbagian, sertifikat, total",
            "What the count is broken down by.",
            nullable=False,
        ),
        text("label", "label", "yang dihitung, seperti tercetak", "What is counted, as printed."),
        word("jenjang", "=jenjang", "jenjang pendidikan baku (S1, D3, SMA …)", "Level of education in its usual name."),
        figure("jumlah", "jumlah", Kind.RUPIAH, "orang", "jumlah pegawai", "How many."),
    ),
)

PEGAWAI: Final = fact(
    "fact_pegawai",
    "Satu baris per orang pada daftar pegawai. DATA PRIBADI.",
    "One row per person of a staff list. PERSONAL DATA.",
    (Source("pegawai.daftar[]"),),
    (),
    *flat(
        text("nomor", "nomor", "nomor urut tercetak", "Number as printed."),
        text("nama", "nama", "nama dengan gelar", "Name with titles.", Personal.NAME),
        text("nip", "nip", "NIP, hanya angka", "Employee number, digits only.", Personal.NIP),
        word("status", "status", "PNS, PPPK, PPNPN, KOMISIONER", "Status."),
        text("golongan", "golongan", "golongan ruang", "Rank code.", Personal.ATTRIBUTE),
        text("pangkat", "pangkat", "pangkat", "Rank.", Personal.ATTRIBUTE),
        text("jabatan", "jabatan", "jabatan", "Office held.", Personal.CELL),
        day("tmt_pangkat", "tmt_pangkat", "tanggal mulai pangkat", "Date since which the rank is held.", Personal.TRAIT),
        day("tmt_jabatan", "tmt_jabatan", "tanggal mulai jabatan", "Date since which the office is held.", Personal.TRAIT),
        text("jenis_kelamin", "jenis_kelamin", "L atau P", "L man, P woman.", Personal.ATTRIBUTE),
        text("pendidikan", "pendidikan", "pendidikan seperti tercetak", "Education as printed.", Personal.ATTRIBUTE),
        text("jenjang", "=jenjang", "jenjang pendidikan baku (S1, D3, SMA …)", "Level of education in its usual name.", Personal.ATTRIBUTE),
        day("tanggal_lahir", "tanggal_lahir", "tanggal lahir", "Date of birth.", Personal.TRAIT),
    ),
)

PENANDATANGAN: Final = fact(
    "fact_penandatangan",
    "Siapa yang menandatangani tiap dokumen. DATA PRIBADI.",
    "Who signed each document. PERSONAL DATA.",
    (Source("dokumen[].penandatangan[]"),),
    (),
    *flat(
        text("nama", "nama", "nama penandatangan", "Name.", Personal.NAME),
        text("jabatan", "jabatan", "jabatan", "Office held.", Personal.CELL),
        text("nip", "nip", "NIP, hanya angka", "Employee number, digits only.", Personal.NIP),
    ),
)
