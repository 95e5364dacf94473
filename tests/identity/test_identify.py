"""Who made a document and when, judged on small invented documents."""

import random
import time

import pytest

from extractor.identity import Signer, doubts, identify
from extractor.identity.regions import gazetteer
from extractor.segmenting import Chapter, Segmentation
from tests.identity.paper import cover, document_of, grid_of

CHAPTERS = ("BAB I", "PENDAHULUAN", "Latar belakang.", "BAB IV PENUTUP", "Demikian laporan ini.")
FOREWORD = ("Puji syukur.", "Ambon, 20 Januari 2024", "Ketua,", "Yohanes Latu")
AGREEMENT = (
    "PERJANJIAN KINERJA TAHUN 2024",
    "yang bertanda tangan di bawah ini:",
    "Nama : Siti Rahmawati",
    "Jabatan : Sekretaris Komisi Pemilihan Umum Kota Ambon",
    "berjanji akan mewujudkan target kinerja",
    "Ambon, 5 Januari 2024",
)


def test_report_of_a_commission() -> None:
    found = identify(document_of(*cover("KOMISI PEMILIHAN UMUM KOTA AMBON"), *FOREWORD, *CHAPTERS, "LAMPIRAN", *AGREEMENT))
    assert (found.name, found.level, found.region, found.province, found.region_code) == (
        "KPU Kota Ambon",
        "kota",
        "Ambon",
        "Maluku",
        "81.71",
    )
    assert (found.year, found.kinds) == (2023, ["lkj"])
    assert (found.place, found.date) == ("Ambon", "2024-01-20")
    assert found.signers == [Signer("Yohanes Latu", "Ketua", None)]
    assert found.confidence > 0.7
    assert found.year_confidence > 0.6


@pytest.mark.parametrize(
    ("body", "name", "level", "province"),
    [
        ("KOMISI PEMILIHAN UMUM\nKABUPATEN\nBANDUNG", "KPU Kabupaten Bandung", "kabupaten", "Jawa Barat"),
        ("KPU KOTA BANDUNG", "KPU Kota Bandung", "kota", "Jawa Barat"),
        ("KOMISI PEMILIHAN UMUM PROVINSI GORONTALO", "KPU Provinsi Gorontalo", "provinsi", "Gorontalo"),
        ("KOMISI PEMILIHAN UMUM KOTA GORONTALO", "KPU Kota Gorontalo", "kota", "Gorontalo"),
        ("SEKRETARIAT JENDERAL KOMISI PEMILIHAN UMUM REPUBLIK INDONESIA", "KPU RI", "pusat", None),
        ("KOMISI INDEPENDEN PEMILIHAN KABUPATEN PIDIE", "KIP Kabupaten Pidie", "kabupaten", "Aceh"),
        ("KOMISI INDEPENDEN PEMILIHAN ACEH", "KIP Aceh", "provinsi", "Aceh"),
        ("K0MISI PEMIL1HAN UMUM KABUPATEM SUMBA TIMUR", "KPU Kabupaten Sumba Timur", "kabupaten", "Nusa Tenggara Timur"),
        ("DINAS PERIKANAN DAN KELAUTAN\nPROVINSI MALUKU", "Dinas Perikanan dan Kelautan Provinsi Maluku", "perangkat_daerah", "Maluku"),
        ("PEMERINTAH KOTA AMBON\nINSPEKTORAT KOTA AMBON", "Inspektorat Kota Ambon", "perangkat_daerah", "Maluku"),
        ("PEMERINTAH KABUPATEN BURU", "Pemerintah Kabupaten Buru", "kabupaten", "Maluku"),
        ("KEMENTERIAN KETENAGAKERJAAN\nREPUBLIK INDONESIA", "Kementerian Ketenagakerjaan", "kementerian", None),
        ("PENGADILAN NEGERI SAUMLAKI", "Pengadilan Negeri Saumlaki", "lain", None),
    ],
)
def test_bodies(body: str, name: str, level: str, province: str | None) -> None:
    found = identify(document_of("LAPORAN KINERJA", *body.split("\n"), "TAHUN 2023", "KATA PENGANTAR", *CHAPTERS))
    assert (found.name, found.level, found.province) == (name, level, province)


@pytest.mark.parametrize("noun", ["Badan Hukum", "Badan Usaha Milik Desa", "Badan Publik"])
def test_a_common_noun_is_no_body(noun: str) -> None:
    lines = ("RENCANA KINERJA TAHUNAN TAHUN 2023", "DINAS PERHUBUNGAN KOTA AMBON", "Jumlah angkutan yang menjadi " + noun, "Kota Ambon")
    assert identify(document_of(*lines)).name == "Dinas Perhubungan Kota Ambon"


def test_of_two_bodies_on_the_cover_the_upper_one_made_it() -> None:
    lines = ("DINAS PERIKANAN KOTA AMBON", "RENCANA KINERJA TAHUNAN TAHUN 2023", *["Jumlah kapal"] * 20, "Bersama Badan Pangan Kota Ambon")
    assert identify(document_of(*lines)).name == "Dinas Perikanan Kota Ambon"


def test_the_name_of_an_office_goes_on_over_the_end_of_its_line() -> None:
    lines = ("BADAN PENANGGULANGAN", "BENCANA DAERAH", "KOTA AMBON", "LAPORAN KINERJA TAHUN 2023")
    found = identify(document_of(*lines))
    assert (found.name, found.region) == ("Badan Penanggulangan Bencana Daerah Kota Ambon", "Ambon")


def test_what_a_document_does_not_tell_is_said() -> None:
    told = list(doubts(identify(document_of("Daftar kegiatan", "Penataan arsip"))))
    assert [next(word for word in ("nama", "tahun") if word in doubt.split()) for doubt in told] == ["nama", "tahun"]
    nowhere = list(doubts(identify(document_of("DINAS PERIKANAN", "LAPORAN KINERJA", "TAHUN 2023"))))
    assert any("provinsi, kabupaten atau kota" in doubt for doubt in nowhere)
    assert list(doubts(identify(document_of(*cover("KOMISI PEMILIHAN UMUM KOTA AMBON"), *FOREWORD, *CHAPTERS)))) == []


def test_own_body_outweighs_partners_named_more_often() -> None:
    partners = ["Rapat bersama KPU RI dan KPU Kabupaten Buru di Namlea."] * 4
    text = "Laporan Kinerja KPU Provinsi Maluku Tahun 2023 disusun oleh KPU Provinsi Maluku."
    found = identify(document_of(*cover("KOMISI PEMILIHAN UMUM PROVINSI MALUKU"), text, *partners, *CHAPTERS))
    assert found.name == "KPU Provinsi Maluku"


def test_running_headers_and_addresses_alone_suffice() -> None:
    assert identify(document_of("Uraian.", headers=["LKjIP Tahun 2023 KPU Kabupaten Seram Bagian Barat"])).region == "Seram Bagian Barat"
    assert identify(document_of("Email: kab_kepulauanaru@kpu.go.id")).name == "KPU Kabupaten Kepulauan Aru"


def test_abbreviated_header_joins_the_full_name() -> None:
    text = "Badan Kesatuan Bangsa dan Politik Kota Ambon melaksanakan tugas."
    found = identify(document_of(text, text, "Uraian", headers=["LKIP Tahun 2023 Badan Kesbangpol Kota Ambon"] * 8))
    assert found.name == "Badan Kesatuan Bangsa dan Politik Kota Ambon"


def test_region_of_an_agreement_comes_from_the_head_of_the_region() -> None:
    found = identify(
        document_of(
            "PERJANJIAN KINERJA TAHUN 2023",
            "kami yang bertanda tangan di bawah ini:",
            "Nama : Siti Rahmawati, S.H.",
            "Jabatan : KEPALA BADAN PENDAPATAN DAERAH",
            "Selanjutnya disebut PIHAK KESATU",
            "Nama : YOHANES LATU",
            "Jabatan : GUBERNUR MALUKU",
            "Selaku atasan PIHAK KESATU, selanjutnya disebut PIHAK KEDUA",
            "PIHAK KESATU berjanji akan mewujudkan target kinerja",
            "Ambon,            2023",
            "PIHAK KEDUA,  PIHAK KESATU,",
            "YOHANES LATU",
            "Siti Rahmawati, S.H.",
            "Pembina Utama Muda",
            "NIP. 19700101 199503 2 001",
        )
    )
    assert found.name == "Badan Pendapatan Daerah Provinsi Maluku"
    assert (found.kinds, found.year, found.date) == (["pk"], 2023, "2023")
    assert found.signers == [
        Signer("YOHANES LATU", "Gubernur Maluku", None),
        Signer("Siti Rahmawati, S.H.", "Kepala Badan Pendapatan Daerah", "197001011995032001"),
    ]


def test_bundle_of_plans_lists_its_kinds_and_signers() -> None:
    found = identify(
        document_of(
            "INDIKATOR KINERJA UTAMA TAHUN 2023",
            "KPU KABUPATEN BURU",
            grid_of(("No", "Indikator")),
            "Namlea, 9 Januari 2023",
            "Ketua Komisi Pemilihan Umum",
            "Kabupaten Buru,",
            "HASAN WAEL",
            "RENCANA AKSI KINERJA TAHUN 2023",
            "KPU KABUPATEN BURU",
            grid_of(("No", "Sasaran")),
            "Namlea, 10 Januari 2023",
            "Sekretaris KPU Kabupaten Buru",
            "NURLAILA TUASIKAL",
            "NIP 197501012000032001",
        )
    )
    assert found.kinds == ["iku", "rak"]
    assert (found.place, found.date, found.year) == ("Namlea", "2023-01-09", 2023)
    assert found.signers == [
        Signer("HASAN WAEL", "Ketua Komisi Pemilihan Umum Kabupaten Buru", None),
        Signer("NURLAILA TUASIKAL", "Sekretaris KPU Kabupaten Buru", "197501012000032001"),
    ]


def test_a_footer_left_from_the_year_before_does_not_outvote_the_cover() -> None:
    footers = ["Laporan Kinerja Instansi Pemerintah Tahun 2023"] * 9
    lines = [
        "LAPORAN KINERJA",
        "DINAS PERTAMANAN KABUPATEN CONTOH",
        "TAHUN 2024",
        "BAB I",
        "PENDAHULUAN",
        "Laporan ini memuat kinerja tahun 2024.",
    ]
    assert identify(document_of(*lines, headers=footers)).year == 2024


def test_year_is_neither_of_the_plan_nor_of_laws_nor_of_the_next_agreement() -> None:
    text = "Sesuai Renstra Tahun 2020-2024 dan Peraturan Nomor 8 Tahun 2022, capaian Tahun 2023 dibandingkan dengan Tahun 2022."
    next_year = [title for year in (2024, 2024) for title in (f"PERJANJIAN KINERJA TAHUN {year}", "Uraian")]
    found = identify(document_of("KPU KOTA TUAL", "KATA PENGANTAR", "Tual, 30 Januari 2024", *CHAPTERS, text, *next_year))
    assert found.year == 2023


def test_chapters_that_are_known_make_a_report_of_it() -> None:
    document = document_of("URUSAN PERTAMA", "Uraian.", "Ambon, 20 Januari 2024", *AGREEMENT, *AGREEMENT[-1:])
    assert identify(document).kinds == ["pk"]
    chapters = Segmentation([Chapter(1, "I", "URUSAN PERTAMA", (), 0, 2)])
    assert identify(document, chapters).kinds == ["lkj"]


def test_name_that_a_stamp_spoilt_is_mended_from_an_agreement() -> None:
    foreword = ("Ambon, 20 Januari 2024", "Sekretaris Komisi Pemilihan Umum", "Kota Ambon", "Sitl Rahmaw")
    found = identify(document_of(*cover("KPU KOTA AMBON"), *foreword, *CHAPTERS, *AGREEMENT))
    assert [signer.name for signer in found.signers] == ["Siti Rahmawati"]


@pytest.mark.parametrize(
    ("texts", "code"),
    [
        (("Kode Satker : 654321",), "654321"),
        (("DIPA Nomor SP DIPA-076.01.2.654321/2023",), "654321"),
        (("76.01.2 654321 KPU KOTA AMBON",), "654321"),
        (("076.01.2.654321", "076.01.2.654322"), None),
        (("Pagu Rp. 654.321.000 dan telepon 654321",), None),
    ],
)
def test_satker_code(texts: tuple[str, ...], code: str | None) -> None:
    assert identify(document_of(*texts)).satker_code == code


def test_a_silent_document_is_unknown_but_for_its_name() -> None:
    silent = identify(document_of())
    assert (silent.name, silent.level, silent.year, silent.kinds, silent.confidence) == (None, "lain", None, ["lain"], 0.0)
    named = identify(document_of(name="LKj_KPU Kab. Buru 2023 (1).pdf"))
    assert (named.name, named.year, named.kinds) == ("KPU Kabupaten Buru", 2023, ["lkj"])
    assert named.confidence <= 0.2


def test_every_commission_is_recognised_through_ocr_noise() -> None:
    wrong = []
    chance = random.Random(7)
    digits = str.maketrans("AOIBG", "40186")
    for region in gazetteer().regions:
        texts = [
            *cover(f"KOMISI PEMILIHAN UMUM {region.full.upper()}"),
            f"Laporan Kinerja KPU {region.full} disampaikan kepada KPU RI.",
            *CHAPTERS,
        ]
        noisy = ["".join(c.translate(digits) if chance.random() < 0.03 else c for c in text) for text in texts]
        if identify(document_of(*noisy)).region_code != region.code:
            wrong.append(region.full)
    assert len(wrong) <= 5, wrong


def test_a_long_report_is_identified_quickly() -> None:
    page = ["KPU Kabupaten Buru melaksanakan tahapan pemilihan sesuai ketentuan Tahun 2023 di wilayah Provinsi Maluku."] * 40
    document = document_of(*cover("KPU KABUPATEN BURU"), *FOREWORD, *CHAPTERS, *page * 80)
    identify(document)
    start = time.process_time()
    assert identify(document).name == "KPU Kabupaten Buru"
    assert time.process_time() - start < 2.0


def test_a_name_in_a_cell_does_not_run_into_the_next_cell() -> None:
    sources = grid_of(("No", "Indikator", "Sumber Data", "Penanggung Jawab"), ("1", "Luas kebun", "Dinas Pertanian", "Bidang Peternakan"))
    lines = ("LAPORAN KINERJA", "DINAS PERTANIAN", "KOTA AMBON", "TAHUN 2023", "KATA PENGANTAR", *CHAPTERS)
    assert identify(document_of(*lines, sources)).name == "Dinas Pertanian Kota Ambon"
