"""Characters, frames and lines: the small parts of the PDF reader."""

import re
from collections import Counter
from pathlib import Path

import pypdfium2
import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractor.reading.document import Grid, Line
from extractor.reading.pdf import read_pdf
from extractor.reading.pdf_frame import Frame, turn_box
from extractor.reading.pdf_glyphs import clean, unreadable_share
from extractor.reading.pdf_lines import group_lines, without_doubles
from extractor.reading.pdf_page import Word
from tests.reading.pdf_builder import Sheet, save

SHARED = Path(__file__).resolve().parents[2].parent / "shared"
needs_shared = pytest.mark.skipif(not SHARED.is_dir(), reason="needs the shared reports beside the repository")


@pytest.mark.parametrize(
    ("printed", "plain"),
    [
        ("e\ufb01siensi", "efisiensi"),
        ("pro\ufb01l dan re\ufb02eksi", "profil dan refleksi"),
        ("perundang\ufffe", "perundang-"),
        ("perundang\x02", "perundang-"),
        ("\uf0b7 butir", "• butir"),
        ("\uf0fc", "✓"),
        ("ang\xadgaran", "anggaran"),
        ("\ufeffpagu\u200b", "pagu"),
        ("Rp\x07 5", "Rp 5"),
        ("µ é ½", "µ é ½"),
    ],
)
def test_clean(printed: str, plain: str) -> None:
    assert clean(printed) == plain


@given(st.text(st.characters(min_codepoint=32, max_codepoint=126)))
def test_clean_leaves_plain_text_alone(text: str) -> None:
    assert clean(text) == text


def test_unreadable_share() -> None:
    assert unreadable_share("") == 0
    assert unreadable_share("pagu anggaran") == 0
    assert unreadable_share("\ue001\ue002 ab") == 0.5


SIDE = st.integers(0, 400).map(float)


@given(x=SIDE, y=SIDE, w=SIDE, h=SIDE, turns=st.integers(0, 3))
def test_turning_back_restores_a_box(x: float, y: float, w: float, h: float, turns: int) -> None:
    box = (x, y, x + w, y + h)
    turned = turn_box(box, turns, 1000, 900)
    size = (900, 1000) if turns % 2 else (1000, 900)
    assert turn_box(turned, 4 - turns, *size) == box
    assert turned[0] <= turned[2]
    assert turned[1] <= turned[3]


@given(x=SIDE, y=SIDE, turns=st.integers(0, 3))
def test_viewed_points_stay_on_the_page(x: float, y: float, turns: int) -> None:
    frame = Frame(-10, -20, 500, 600, turns)
    px, py = frame.point(x, y)
    assert 0 <= px <= frame.width
    assert 0 <= py <= frame.height


def test_crop_box_is_the_page(tmp_path: Path) -> None:
    """Places count from the visible page's corner."""
    path = save(tmp_path, Sheet().text(172, 200, "Terlihat"))
    path.write_bytes(path.read_bytes().replace(b"/Rotate 0", b"/CropBox [100 92 500 742]"))
    page = read_pdf(path, "0" * 64).pages[0]
    assert (page.width, page.height) == (400, 650)
    box = page.blocks[0].place.box
    assert box is not None
    assert box[0] == pytest.approx(72)
    assert box[1] < 100 < box[3]


def word(text: str, x: float, top: float, height: float = 10, index: int = 0) -> Word:
    return Word(text, x, top, x + 5 * len(text), top + height, index)


@given(st.lists(st.tuples(st.integers(0, 8), st.integers(0, 8)), min_size=1, max_size=30, unique=True))
def test_lines_keep_every_word_once_and_in_order(cells: list[tuple[int, int]]) -> None:
    words = [word(f"k{row}{column}", 60.0 * column, 14.0 * row) for row, column in cells]
    lines = group_lines(words)
    assert sorted(w.text for line in lines for w in line.words) == sorted(w.text for w in words)
    assert [line.box[1] for line in lines] == sorted(line.box[1] for line in lines)
    assert len(lines) == len({row for row, _ in cells})
    for line in lines:
        assert [w.x0 for w in line.words] == sorted(w.x0 for w in line.words)


def test_tall_word_does_not_join_two_lines() -> None:
    words = [word("JUDUL", 0, 100, 28), word("atas", 200, 102, 9), word("bawah", 200, 113, 9)]
    assert len(group_lines(words)) >= 2


def test_doubles_go_neighbours_stay() -> None:
    words = [word("12", 0, 0), word("12", 0.4, 0.3), word("12", 14, 0), word("12", 0, 12)]
    assert without_doubles(words) == [words[0], words[2], words[3]]


def test_hyphen_at_a_line_end_stays(tmp_path: Path) -> None:
    sheet = Sheet().text(72, 100, "sesuai dengan peraturan perundang-").text(72, 114, "undangan yang berlaku")
    blocks = read_pdf(save(tmp_path, sheet), "0" * 64).pages[0].blocks
    assert [block.text for block in blocks if isinstance(block, Line)] == ["sesuai dengan peraturan perundang-", "undangan yang berlaku"]


def test_spaced_out_letters_make_words(tmp_path: Path) -> None:
    sheet = Sheet()
    for start, letters in ((72, "LAPORAN"), (200, "KINERJA")):
        for number, letter in enumerate(letters):
            sheet.text(start + 15 * number, 100, letter)
    blocks = read_pdf(save(tmp_path, sheet), "0" * 64).pages[0].blocks
    assert [block.text for block in blocks if isinstance(block, Line)] == ["LAPORAN KINERJA"]


def test_letters_of_columns_are_no_spaced_out_word(tmp_path: Path) -> None:
    """The last letters of a unit that six narrow columns cut: each stays below its own."""
    sheet = Sheet()
    for row, texts in enumerate((("12", "15", "80%") * 4, ("Kejadia", "Kejadia", "") * 4, ("n", "n", "") * 4, ("9%", "8%", "89%") * 4)):
        for number, text in enumerate(texts):
            sheet.text(60 + 40 * number, 100 + 10 * row, text, size=8)
    (grid,) = (block for block in read_pdf(save(tmp_path, sheet), "0" * 64).pages[0].blocks if isinstance(block, Grid))
    assert [cell.raw for cell in grid.rows[2].cells] == ["n", "n", ""] * 4


@needs_shared
@pytest.mark.parametrize("name", ["pdf/002-wrapped.pdf", "real/jabar-bakesbangpol-2016-lkip.pdf", "real/tangsel-kesbangpol-triwulan.pdf"])
def test_no_character_is_lost_or_doubled(name: str) -> None:
    path = SHARED / name
    document = read_pdf(path, "0" * 64)
    with pypdfium2.PdfDocument(path) as pdf:
        for page in document.pages:
            printed = Counter(re.findall(r"\w", pdf[page.number - 1].get_textpage().get_text_range()))
            texts = [line.text for line in page.furniture]
            for block in page.blocks:
                texts.extend([block.text] if isinstance(block, Line) else [cell.raw for row in block.rows for cell in row.cells])
            assert Counter(re.findall(r"\w", " ".join(texts))) == printed
