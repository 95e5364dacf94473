import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractor.values.codes import code_level, read_code, split_code

KRO = st.sampled_from(["QGE", "EBA", "EBD", "BDB", "RAN", "PEA"])
KEGIATAN = st.integers(2100, 9999).map(str)
RO = st.integers(1, 999).map("{:03}".format)
GAPS = st.sampled_from([".", ". ", ",", " ."])


@given(KEGIATAN, KRO, RO, GAPS)
def test_separators_and_blanks_are_made_dots(kegiatan: str, kro: str, ro: str, gap: str) -> None:
    assert read_code(gap.join([kegiatan, kro, ro])) == f"{kegiatan}.{kro}.{ro}"
    assert read_code(gap.join([kro, ro])) == f"{kro}.{ro}"


@given(KEGIATAN, KRO, RO)
def test_a_code_is_taken_off_the_front_or_out_of_the_brackets(kegiatan: str, kro: str, ro: str) -> None:
    words = "Pengelolaan Gudang Arsip"
    for code in (f"{kegiatan}.{kro}.{ro}", f"{kegiatan}.{kro}", f"{kro}.{ro}", f"CQ.{kegiatan}", f"076.01.CQ.{kegiatan}.{kro}.{ro}"):
        assert split_code(f"{code} {words}") == (code, words)
        assert split_code(f"{words} ({code})") == (code, words)
        assert split_code(code) == (code, "")


@pytest.mark.parametrize(
    ("text", "code", "rest"),
    [
        ("WA. Program Dukungan", "WA", "Program Dukungan"),
        ("Wa. Program Dukungan", "WA", "Program Dukungan"),
        ("CQ Pembinaan Arsip", "CQ", "Pembinaan Arsip"),
        ("CQ 6639 Pembinaan Arsip", "CQ.6639", "Pembinaan Arsip"),
        ("QGE. Evaluasi Arsip", "QGE", "Evaluasi Arsip"),
        ("6709 Pembinaan Arsip", "6709", "Pembinaan Arsip"),
        ("051.0Q Pelaporan", "051.0Q", "Pelaporan"),
        ("5.01.02 Program Contoh", "5.01.02", "Program Contoh"),
        ("Pembinaan Arsip (6892)", "6892", "Pembinaan Arsip"),
        ("Program Dukungan(076.01.WA)", "076.01.WA", "Program Dukungan"),
    ],
)
def test_codes_cut_in_many_places(text: str, code: str, rest: str) -> None:
    assert split_code(text) == (code, rest)


@pytest.mark.parametrize(
    "text",
    [
        "A. Capaian", "DPR, DPD", "KPU Provinsi", "2024 Laporan", "Tahun (2024)", "12 Laporan", "1500 Orang",
        "3.1 Capaian", "3.1.2 Capaian", "BAB I",
        "BMN 500.000.000", "TA. 2024", "PAW Anggota", "TPS 345", "IT Pusat", "14 Maret 2024", "27.12.2024",
        "Rp. 12.000.000", "IDR 500.000", "WAKIL Ketua",
        "S1 Hukum", "100 Persen", "Laporan (BMN)", "1.234.000 Rupiah",
    ],
)  # fmt: skip
def test_ordinary_words_numbers_and_years_are_no_codes(text: str) -> None:
    assert split_code(text) == (None, text)
    assert read_code(text) is None


@pytest.mark.parametrize(
    ("code", "level"),
    [
        ("076.01.CQ", "program"), ("WA", "program"), ("018.04.DK", "program"), ("CQ.6709", "kegiatan"), ("6709",
        "kegiatan"), ("6709.QGE", "ro"),
        ("QGE.001", "ro"), ("QGE", "ro"), ("051.0A", None), ("076.01.2.123456", None), ("5.01.02", "program"), ("5.01.02.2.01", "kegiatan"),
        ("1.20.1.20.03.01.02", "kegiatan"), ("Capaian", None),
    ],
)  # fmt: skip
def test_levels(code: str, level: str | None) -> None:
    assert code_level(code) == level


@pytest.mark.parametrize(
    ("text", "code", "rest"),
    [
        ("2.11.11 Program Pengelolaan Persampahan", "2.11.11", "Program Pengelolaan Persampahan"),
        ("3.27.12", "3.27.12", ""),
        ("2.11.11", None, "2.11.11"),
        ("1.10.15 Kepala Seksi", None, "1.10.15 Kepala Seksi"),
    ],
)
def test_a_program_none_of_whose_numbers_begins_with_nil_is_told_from_a_date(text: str, code: str | None, rest: str) -> None:
    assert split_code(text) == (code, rest)
