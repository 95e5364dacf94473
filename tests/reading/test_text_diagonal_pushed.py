"""Letters of a watermark that words push aside on a grid of equal cells (invented pages)."""

from hypothesis import given, settings
from hypothesis import strategies as st

from extractor.reading.text_diagonal import part_watermarks
from extractor.reading.text_diagonal_pushed import Spot, pushed_letters, without_letter
from extractor.reading.text_lines import SourceLine

WIDTH = 60
TEXT = "TIDAKSAH"
SPOTS = [Spot(2 * k, 50 - 5 * k) for k in range(len(TEXT))]


def sheet(*words: tuple[int, str]) -> list[str]:
    """A page with the watermark, where these lines hold words: a letter stands behind them where they reach over its place."""
    lines = [" " * WIDTH for _ in range(2 * len(TEXT))]
    for at, text in words:
        lines[at] = f"{text:<{WIDTH}}"
    for letter, spot in zip(TEXT, SPOTS, strict=True):
        line = lines[spot.line].rstrip()
        lines[spot.line] = f"{line:<{max(spot.place, len(line) + 1)}}{letter}".ljust(WIDTH)
    return lines


def page(lines: list[str]) -> list[SourceLine]:
    return [SourceLine(number, line) for number, line in enumerate(lines, start=1)]


PUSHED = ((4, f"     1. Tertatanya arsip {'di semua kantor desa':<22}"), (6, "     Meningkatnya mutu layanan arsip di daerah"))


def test_letters_that_words_push_aside_are_of_the_watermark_of_other_pages() -> None:
    free = sheet((1, "     Kata pengantar"), (3, "     Daftar isi"))
    texts = [lines for lines, _ in part_watermarks([page(free), page(free), page(sheet(*PUSHED))])]

    assert [line.text.strip() for line in texts[-1] if not line.blank] == [text.strip() for _, text in PUSHED]


def test_a_word_that_a_letter_parted_is_whole_again_and_words_behind_it_keep_their_places() -> None:
    assert without_letter("   JumlaAh   97%  baik", 8) == "   Jumlah    97%  baik"
    assert without_letter("   1.250.00I0", 11) == "   1.250.000"
    assert without_letter("   95%A", 6) == "   95%"
    assert without_letter("   Tahun 2031 S", 14) == "   Tahun 2031"


def test_a_page_without_the_watermark_keeps_its_letters() -> None:
    lines = page([f"     {letter} Program {letter.lower()}".ljust(WIDTH) for letter in "ABCDHIKST"])
    assert pushed_letters(lines, TEXT, SPOTS) == {}


@settings(deadline=None)
@given(st.sets(st.integers(0, 7), max_size=4), st.integers(8, 50))
def test_a_letter_is_found_wherever_words_push_it(behind: set[int], width: int) -> None:
    lines = page(sheet(*((SPOTS[k].line, "     " + "abc " * (width // 4)) for k in behind)))
    found = pushed_letters(lines, TEXT, SPOTS)

    assert all(lines[spot.line].text[spot.place] == TEXT[k] for k, spot in found.items())
    assert [found[k].line for k in sorted(found)] == [SPOTS[k].line for k in sorted(found)]
    assert len(found) >= len(TEXT) - len(behind)
