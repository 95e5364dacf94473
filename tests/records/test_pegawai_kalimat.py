import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractor.records.context import Context
from extractor.records.pegawai_kalimat import read_flow, read_sentences
from tests.records.staff_tables import lines, table

Entry = tuple[str, str, int]


def entries(text: str, chapter: str = "") -> list[Entry]:
    return [(r.dimensi, r.label, int(r.jumlah.nilai or 0)) for r in read_sentences(lines(text), Context("dok"), chapter)]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Ketua dan Anggota KPU Kota Antah sebanyak 7 Orang;", [("status", "Ketua dan Anggota KPU Kota Antah", 7)]),
        ("Pegawai Pemerintah dengan Perjanjian Kerja 8 orang", [("status", "Pegawai Pemerintah dengan Perjanjian Kerja", 8)]),
        ("Aparatur Sipil Negara (ASN) Sekretariat KPU Kota Antah sebanyak 18 orang.", [("status", "Aparatur Sipil Negara (ASN)", 18)]),
        ("Sekretariat memiliki 41 PNS. 9 PPPK, dan 17 PPNPN.", [("status", "PNS", 41), ("status", "PPPK", 9), ("status", "PPNPN", 17)]),
        ("KPU didukung 5 (lima) orang Komisioner, 17 orang PNS.", [("status", "Komisioner", 5), ("status", "PNS", 17)]),
        ("Jumlah total pegawai pada Sekretariat sebanyak 36 orang.", [("total", "Jumlah total pegawai", 36)]),
        ("Jumlah pegawai Kecamatan Antah pada akhir tahun 2021 sebanyak 16 orang.", [("total", "Jumlah pegawai Kecamatan Antah", 16)]),
        ("Ketua, anggota, dan pegawai KPU Kota Antah berjumlah 19 orang.", [("total", "Ketua, anggota, dan pegawai KPU Kota Antah", 19)]),
        ("Sumber daya manusia Dinas Antah seluruhnya berjumlah 40 orang.", [("total", "Sumber daya manusia Dinas Antah", 40)]),
        ("Pegawai Inspektorat Kota Antah seluruhnya berjumlah 22 orang.", [("total", "Pegawai Inspektorat Kota Antah", 22)]),
        ("Inspektorat Daerah didukung oleh 32 (tiga puluh dua) orang pegawai.", [("total", "pegawai", 32)]),
        ("Pada tahun 2021 Dinas Pendidikan didukung oleh 27 (dua puluh tujuh) orang pegawai.", [("total", "pegawai", 27)]),
        ("Jumlah pegawai Dinas Antah Kabupaten Seram Bagian Barat sebanyak 42 (empat puluh dua) orang.",
         [("total", "Jumlah pegawai Dinas Antah Kabupaten Seram Bagian Barat", 42)]),
        ("Jumlah pegawai balai sebanyak 1.245 orang.", [("total", "Jumlah pegawai balai", 1245)]),
        ("Jumlah pegawai Kantor Antah 31 orang yang terdiri dari 23 orang pegawai bidang arsip dan 8 orang PPNPN.",
         [("total", "Jumlah pegawai Kantor Antah", 31), ("subbagian", "pegawai bidang arsip", 23), ("status", "PPNPN", 8)]),
        ("Menurut jenjang pendidikan pegawai, sebanyak 2 orang S2, 19 orang S1/D.IV, 3 orang D.III dan 4 orang SLTA.",
         [("pendidikan", "S2", 2), ("pendidikan", "S1/D.IV", 19), ("pendidikan", "D.III", 3), ("pendidikan", "SLTA", 4)]),
        ("Selain PNS terdapat 6 (enam) orang PPPK dan 8 orang PPNPN sehingga jumlah seluruh pegawai adalah 19 orang.",
         [("status", "PPPK", 6), ("status", "PPNPN", 8), ("total", "jumlah seluruh pegawai", 19)]),
        ("Selain PNS, PPPK di Kantor Antah sebanyak 4 orang.", [("status", "PPPK", 4)]),
        ("Di samping itu PPPK sebanyak 4 orang.", [("status", "PPPK", 4)]),
        ("Kantor didukung oleh 12 orang PNS dan 7 orang PPPK, sehingga seluruhnya berjumlah 19 (sembilan belas) orang.",
         [("status", "PNS", 12), ("status", "PPPK", 7), ("total", "seluruhnya", 19)]),
        ("Biro didukung oleh pegawai sebanyak 50 orang.", [("total", "pegawai", 50)]),
        ("Kantor ini memiliki pegawai sebanyak tiga puluh satu orang.", [("total", "pegawai", 31)]),
        ("Jumlah ASN adalah 48 orang yang terdiri dari 40 orang PNS dan 8 orang PPPK.",
         [("status", "ASN", 48), ("status", "PNS", 40), ("status", "PPPK", 8)]),
        ("Pendidikan pegawai terdiri dari S1 sebanyak 23 Orang, Diploma III sebanyak 5 Orang, SD 2 Orang.",
         [("pendidikan", "S1", 23), ("pendidikan", "Diploma III", 5), ("pendidikan", "SD", 2)]),
        ("PNS menurut golongan yaitu golongan III 12 orang dan golongan II 3 orang.",
         [("golongan", "golongan III", 12), ("golongan", "golongan II", 3)]),
        ("SDM terdiri dari Komisioner (5 orang), PNS (17 orang).", [("status", "Komisioner", 5), ("status", "PNS", 17)]),
        ("Kini jumlah PNS di sekretariat berjumlah 16 (tujuh belas) pegawai.", [("status", "PNS", 16)]),
        ("Fasilitasi seragam Satpam, PPPK, PPNPN sebanyak 15 (lima belas) orang selama 1 tahun", [("status", "Satpam, PPPK, PPNPN", 15)]),
    ],
)  # fmt: skip
def test_counts_of_staff(sentence: str, expected: list[Entry]) -> None:
    assert entries(sentence) == expected


@pytest.mark.parametrize(
    "sentence",
    [
        "Jumlah minimal PNS yang ditetapkan adalah 21 (dua puluh satu) pegawai.",
        "Masih terdapat kekurangan 8 (delapan) PNS.",
        "Kebutuhan pegawai menurut analisis beban kerja sebanyak 40 orang.",
        "Rapat dihadiri oleh 30 orang pegawai.",
        "Bimbingan teknis diikuti 25 orang PNS dan 5 PPNPN.",
        "Jumlah pemilih sebanyak 212.000 orang.",
        "Jumlah anggota PPK sebanyak 75 orang dan anggota PPS sebanyak 468 orang.",
        "Membayarkan tunjangan bagi Sekretaris dan Kepala Seksi sejumlah 7 (tujuh) orang selama setahun.",
        "Jumlah anggota KPU Kabupaten/Kota sebanyak 5 (lima) atau 7 (tujuh) orang.",
        "Peserta terdiri dari mahasiswa 40 orang dan pelajar SMA sebanyak 60 orang.",
        "Pegawai yang pensiun sebanyak 2 orang.",
        "Sosialisasi bagi 420 orang tokoh agama.",
        "Laporan disusun sebanyak 12 dokumen oleh 3 Sub Bagian untuk 60 TPS.",
        "Pegawai laki-laki sebanyak 20 orang dan perempuan sebanyak 11 orang.",
    ],
)
def test_other_counts_are_left_alone(sentence: str) -> None:
    assert entries(sentence) == []


def test_a_reference_back_is_not_counted_again() -> None:
    text = (
        "Jumlah SDM sebanyak 42 pegawai terdiri dari PPNPN sebanyak 9 orang, "
        "namun diantara 9 orang PPNPN itu ada 2 orang Pegawai yang diterima lewat tes PPPK."
    )

    assert entries(text) == [("total", "Jumlah SDM", 42), ("status", "PPNPN", 9), ("status", "Pegawai yang diterima lewat tes PPPK", 2)]


def test_a_heading_or_introduction_tells_what_a_list_counts() -> None:
    text = """
2. Sebaran ASN Menurut Sub Bagian

Jumlah ASN pada KPU Kota Antah sebagai berikut :

- Pejabat Fungsional Penata Kelola Pemilu sebanyak 2 pegawai
- Sub Bagian Hukum sebanyak 3 pegawai;

Kegiatan lain dilaksanakan oleh Pejabat Fungsional sebanyak 2 orang.
"""

    assert entries(text) == [("subbagian", "Pejabat Fungsional Penata Kelola Pemilu", 2), ("subbagian", "Sub Bagian Hukum", 3)]


def test_a_list_of_participants_is_left_alone() -> None:
    text = "Bimbingan teknis diikuti oleh:\n- Anggota KPU 5 orang\n- PNS sebanyak 10 orang"

    assert entries(text) == []


def test_a_list_with_colons_and_its_sum() -> None:
    text = "Jumlah pegawai sebagai berikut:\na. PNS : 17 orang\nb. PPPK : 2\nJumlah : 19 orang"

    assert entries(text) == [("status", "PNS", 17), ("status", "PPPK", 2), ("total", "Jumlah", 19)]


def test_a_sentence_over_a_page_break_keeps_the_line_of_its_figure() -> None:
    text = "Jumlah total pegawai yang ada pada Sekretariat Komisi\n\nUmum Kota Antah sampai dengan Desember sebanyak 30 Orang."
    found = read_sentences(lines(text), Context("dok"))

    assert [(r.dimensi, r.label) for r in found] == [("total", "Jumlah total pegawai")]
    assert [r.sumber.baris for r in found] == [(3, 3)]  # type: ignore[union-attr]


def test_the_figure_keeps_its_words_and_unit() -> None:
    figure = read_sentences(lines("PNS berjumlah 13 (tiga belas) pegawai."), Context("dok"))[0].jumlah

    assert (figure.mentah, figure.nilai, figure.satuan) == ("13 (tiga belas)", 13, "pegawai")


def test_education_without_staff_around_needs_a_chapter_about_staff() -> None:
    assert entries("S1 sebanyak 18 orang.") == []
    assert entries("S1 sebanyak 18 orang.", "Sumber Daya Manusia") == [("pendidikan", "S1", 18)]


def test_a_list_that_was_taken_for_a_table_is_read_as_text_and_other_tables_are_not() -> None:
    rows = ["PNS | sebanyak 7 orang", "PPPK | sebanyak 2 orang"]
    loose = table(rows, [None, None], header_rows=0)
    known = table(rows, ["uraian", "jumlah"], header_rows=0)
    known.kind = "pegawai_rekap"
    context = Context("dok")

    assert [(r.label, r.jumlah.nilai) for r in read_flow([loose, known], context)] == [("PNS", 7), ("PPPK", 2)]


@given(
    st.integers(1, 999),
    st.sampled_from(["PNS", "PPPK", "PPNPN", "Komisioner", "Golongan III", "Sub Bagian Hukum"]),
    st.sampled_from(["orang", "pegawai", "Orang"]),
)
def test_the_number_stated_is_the_number_read(number: int, label: str, unit: str) -> None:
    assert [(r[1], r[2]) for r in entries(f"Pegawai: {label} sebanyak {number} {unit}.")] == [(label, number)]


@given(st.text(alphabet="abc PNSorangpegawai0123456789.,;:()-/\n", max_size=200))
def test_any_text_is_read_without_failing(text: str) -> None:
    assert all(r.jumlah.nilai is not None for r in read_sentences(lines(text), Context("dok")))


def test_a_bare_total_under_a_list_is_the_total() -> None:
    text = "Berdasarkan status kepegawaian, pegawai terdiri dari:\n1) PNS : 4 orang\n2) PPNPN : 9 orang\nTotal : 13 orang"
    assert entries(text) == [("status", "PNS", 4), ("status", "PPNPN", 9), ("total", "Total", 13)]


def test_the_staff_of_the_body_is_a_total_also_under_a_list_of_subdivisions() -> None:
    listed = "Susunan organisasi pegawai menurut bidang:\n1. Bidang Arsip;"
    text = f"{listed}\n\nJumlah pegawai Dinas Arsip Kota Antah pada akhir tahun sebanyak 26 orang."
    assert entries(text) == [("total", "Jumlah pegawai Dinas Arsip Kota Antah", 26)]


def test_the_number_of_a_table_counts_nobody() -> None:
    assert entries("Tabel 1 Pegawai Menurut Unit Kerja", "Kepegawaian") == []
