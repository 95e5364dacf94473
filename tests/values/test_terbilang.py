import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractor.values.terbilang import read_terbilang, write_terbilang

NUMBERS = st.one_of(st.integers(0, 10**15), st.integers(0, 3000))


@given(NUMBERS)
def test_words_read_back(number: int) -> None:
    assert read_terbilang(write_terbilang(number)) == number


@given(NUMBERS)
def test_capitals_commas_spelling_and_run_together_words_do_not_matter(number: int) -> None:
    words = write_terbilang(number)
    assert read_terbilang(words.upper() + " RUPIAH") == number
    assert read_terbilang(words.replace("miliar", "milyar").replace(" ribu", " ribu,").title()) == number
    assert read_terbilang(words.replace(" belas", "belas").replace(" puluh", "puluh").replace(" ratus", "ratus")) == number


@pytest.mark.parametrize(
    ("number", "words"),
    [
        (0, "nol"),
        (11, "sebelas"),
        (1533, "seribu lima ratus tiga puluh tiga"),
        (100000, "seratus ribu"),
        (2016000001, "dua miliar enam belas juta satu"),
        (10**15, "seribu triliun"),
    ],
)
def test_numbers_in_words(number: int, words: str) -> None:
    assert write_terbilang(number) == words


@pytest.mark.parametrize("number", [-1, 10**18])
def test_numbers_beyond_the_words_are_refused(number: int) -> None:
    with pytest.raises(ValueError, match="can be written in words"):
        write_terbilang(number)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("embilan", 9),
        ("duabelas", 12),
        ("du ratus ribu", 200000),
        ("tujuh blas", 17),
        ("lima pulh juta", 50000000),
        ("delapn", 8),
        ("satu ratus", 100),
    ],
)
def test_typos_within_one_letter(text: str, value: int) -> None:
    assert read_terbilang(text) == value


@pytest.mark.parametrize(
    "text",
    [
        "", "rupiah", "ratus juta", "lima lima", "dua puluh sebelas", "tiga puluh tiga sembilan ribu", "dua puluh nol",
        "dua juta tiga miliar",
        "ratu", "sub bagian", "dua ribu tiga ribu", "belas", "se", "2 ribu",
    ],
)  # fmt: skip
def test_what_is_no_well_formed_number_is_not_read(text: str) -> None:
    assert read_terbilang(text) is None
