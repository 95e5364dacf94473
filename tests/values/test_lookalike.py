import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractor.values.lookalike import mend_lookalikes


@given(st.text(st.characters(max_codepoint=0x17F, exclude_characters="ı")))
def test_latin_text_is_left_alone(text: str) -> None:
    assert mend_lookalikes(text) == text


@given(st.text(st.characters(max_codepoint=0x4FF)))
def test_mending_twice_changes_nothing_more(text: str) -> None:
    once = mend_lookalikes(text)
    assert mend_lookalikes(once) == once


@pytest.mark.parametrize(
    ("text", "mended"),
    [
        ("В", "B"),
        ("ВВ", "BB"),
        ("Α", "A"),
        ("а", "a"),
        ("Kаbupаten Соntоh", "Kabupaten Contoh"),
        ("микомико", "MUKOMUKO"),
        ("ıpun", "ipun"),
        ("ﬁsik", "fisik"),
        ("ＡＢ１", "AB1"),
    ],
)
def test_letters_of_the_same_shape_become_latin(text: str, mended: str) -> None:
    assert mend_lookalikes(text) == mended


@pytest.mark.parametrize("text", ["π", "α = 0,05", "Σ", "µm", "√", "✓", "12 m²", "Ω", "Программа", "≥ 85%"])
def test_symbols_and_foreign_words_stay(text: str) -> None:
    assert mend_lookalikes(text) == text
