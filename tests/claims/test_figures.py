from decimal import Decimal
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractor.claims.figures import find_figures
from extractor.values.terbilang import write_terbilang


@given(
    st.integers(0, 10**14),
    st.sampled_from(["Rp {}", "Rp. {},-", "Rp.{}", "RP. {}", "{},-"]),
    st.sampled_from(["{} rupiah", "{}", "{} Rupiah"]),
)
def test_an_amount_with_its_words_is_one_figure(amount: int, shape: str, wording: str) -> None:
    digits = f"{amount:,}".replace(",", ".")
    text = f"sebesar {shape.format(digits)} ({wording.format(write_terbilang(amount))}) dan"
    if not text.startswith("sebesar Rp") and "RP" not in text and amount < 10**6:
        return
    [figure] = find_figures(text)
    assert (figure.kind, figure.value) == ("rupiah", amount)
    assert figure.words is not None
    assert figure.words.value == amount


@given(st.integers(0, 999), st.sampled_from(["orang", "dokumen", "hari", "kali"]))
def test_a_count_with_its_words(count: int, noun: str) -> None:
    [figure] = find_figures(f"sebanyak {count} ({write_terbilang(count)}) {noun}")
    assert (figure.kind, figure.value, figure.words and figure.words.value) == ("jumlah", count, count)


@given(st.integers(1000, 999_999), st.sampled_from(["{}", "{:,}"]))
def test_a_count_of_thousands_with_its_words_whatever_sets_them_apart(count: int, shape: str) -> None:
    [figure] = find_figures(f"menerima {shape.format(count)} ({write_terbilang(count)}) perkara")
    assert (figure.kind, figure.value, figure.words and figure.words.value) == ("jumlah", count, count)


def test_a_year_with_its_words_counts_nothing() -> None:
    assert find_figures("pada tahun 2031 (dua ribu tiga puluh satu) telah") == ()


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("sebesar 97,25%", Decimal("97.25")),
        ("sebesar 97.25 %", Decimal("97.25")),
        ("sebesar 100 persen", Decimal(100)),
        ("sampai dengan 99,86%,", Decimal("99.86")),
        ("sebesar 25 (dua puluh lima) persen", Decimal(25)),
        ("sebesar 45% (empat puluh lima persen)", Decimal(45)),
    ],
)
def test_percents(text: str, value: Decimal) -> None:
    [figure] = find_figures(text)
    assert (figure.kind, figure.value) == ("persen", value)


@pytest.mark.parametrize(
    "text",
    [
        "Undang-Undang Nomor 7 Tahun 2017 Pasal 12 ayat (2)",
        "pada tanggal 27 November 2024",
        "realisasi dibagi target x 100%",
        "kategori baik 80% - 90%",
        "kategori cukup 70% s.d. 80%",
        "kriteria sangat baik adalah 80 % sampai dengan 119 %",
        "apabila nilainya > 90%",
        "Renstra 2020-2024 (perubahan kedua)",
        "NIP 19800101 200501 1 001",
        "lihat angka 3 (tabel terlampir)",
    ],
)
def test_numbers_that_count_nothing(text: str) -> None:
    assert find_figures(text) == ()


def test_words_that_are_no_number_are_kept_without_a_value() -> None:
    [figure] = find_figures("sebesar Rp. 5.300.000,- (lima juta tiga ratus ribu ribu rupiah)")
    assert figure.value == 5_300_000
    assert figure.words is not None
    assert (figure.words.raw, figure.words.value) == ("lima juta tiga ratus ribu ribu rupiah", None)


def test_words_before_the_digits() -> None:
    [figure] = find_figures("didukung oleh dua puluh satu (21) pegawai")
    assert (figure.raw, figure.value, figure.words and figure.words.value) == ("dua puluh satu (21)", 21, 21)


@pytest.mark.parametrize(
    ("text", "raw", "value"), [("terdapat 7 indikator", "7", 7), ("melalui tiga program", "tiga", 3), ("1.250 dokumen", "1.250", 1250)]
)
def test_counts_of_what_reports_count_need_no_words(text: str, raw: str, value: int) -> None:
    [figure] = find_figures(text)
    assert (figure.raw, figure.value, figure.words) == (raw, value, None)


@given(st.text(max_size=200))
def test_any_text_gives_figures_in_order_that_do_not_overlap(text: str) -> None:
    figures = find_figures(text)
    assert all(a.end <= b.start for a, b in pairwise(figures))
    assert all(0 <= f.start < f.digits_end <= f.end <= len(text) for f in figures)
