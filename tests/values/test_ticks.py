import pytest

from extractor.values.ticks import is_tick


@pytest.mark.parametrize("text", ["√", "✓", "✔", "v", "V", " x ", "X", "●", "√ √", "✔\ufe0f", "(v)"])
def test_a_mark_alone_is_a_tick(text: str) -> None:
    assert is_tick(text)


@pytest.mark.parametrize("text", ["", "-", "VI", "XX", "IV", "vendor", "100%", "√ selesai", "1"])
def test_words_numbers_and_romans_are_no_ticks(text: str) -> None:
    assert not is_tick(text)
