"""Numbers, wording, readings, zones and rows by themselves."""

from itertools import combinations, pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractor.reading.document import Line, Place
from extractor.segmenting import segment, to_bab
from extractor.segmenting.candidate import Candidate
from extractor.segmenting.evidence import FEATURES
from extractor.segmenting.numerals import chapter_number, roman
from extractor.segmenting.outline import outline_of
from extractor.segmenting.printed import Printed
from extractor.segmenting.reading import Reading, readings
from extractor.segmenting.sequence import best_labels, best_row
from extractor.segmenting.weights import LOCAL
from extractor.segmenting.wording import Vocabulary, join, letter_spaced, plain, split_tail
from tests.segmenting.paper import PROSE, boxed, line, text_document, typeset

ROMAN = ["I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII"]


@pytest.mark.parametrize(("value", "text"), list(enumerate(ROMAN, start=1)))
def test_roman_numbers(value: int, text: str) -> None:
    assert roman(text) == value
    assert chapter_number(text) == (value, text)


@pytest.mark.parametrize(
    ("stated", "value"),
    [("Ill", (3, "III")), ("lV", (4, "IV")), ("111", (3, "III")), ("1", (1, "1")), ("Ketiga", (3, "Ketiga")), ("DUA", (2, "DUA"))],
)
def test_chapter_numbers_in_other_forms(stated: str, value: tuple[int, str]) -> None:
    assert chapter_number(stated) == value


@given(st.text(alphabet="abcdefghkmnopqrstuwyz", min_size=1, max_size=8).filter(lambda t: t not in ("satu", "dua", "enam")))
def test_other_words_are_no_chapter_numbers(word: str) -> None:
    assert chapter_number(word) is None or word.removeprefix("ke") in (
        "tiga",
        "empat",
        "tujuh",
        "delapan",
        "sembilan",
        "sepuluh",
        "dua",
        "satu",
        "enam",
    )


@pytest.mark.parametrize(
    ("text", "title", "leader", "page"),
    [
        ("A. Latar Belakang ........ 12", "A. Latar Belakang", True, True),
        ("A. Latar Belakang........", "A. Latar Belakang", True, False),
        ("A. Latar Belakang…… iv", "A. Latar Belakang", True, True),
        ("BAB II PENUTUP 7", "BAB II PENUTUP", False, True),
        ("KATA PENGANTAR ii", "KATA PENGANTAR", False, True),
        ("C. Perjanjian Kinerja Tahun 2031", "C. Perjanjian Kinerja Tahun 2031", False, False),
        ("BAB II", "BAB II", False, False),
    ],
)
def test_page_numbers_and_leaders_are_told_from_titles(text: str, title: str, leader: bool, page: bool) -> None:
    tail = split_tail(text)
    assert (tail.title, tail.leader, tail.page) == (title, leader, page)


def test_a_very_long_leader_is_taken_off_at_once() -> None:
    assert split_tail("A. Judul " + "." * 50_000 + " 7").title == "A. Judul"


def test_marks_of_converters_are_taken_off() -> None:
    assert plain("## **BAB  I** <b>PENDAHULUAN</b>") == "BAB I PENDAHULUAN"


WORDS = Vocabulary(
    ["penyusunan laporan kegiatan", "undang-undang", "pertanggungjawaban kinerja tahunan di dalam bidang"], ["LAMPIRAN", "KATA PENGANTAR"]
)


@pytest.mark.parametrize(
    ("printed", "mended"),
    [
        ("LAMP IRAN", "LAMPIRAN"),
        ("K A T A P E N G A N T A R", "KATA PENGANTAR"),
        ("P e n y u s u n a n L a p o r a n 2 0 3 1", "Penyusunan Laporan 2031"),
        ("Laporan di dalam bidang", "Laporan di dalam bidang"),
        ("KATA PENGANTTAR", "KATA PENGANTTAR"),
    ],
)
def test_stray_blanks_are_closed_and_nothing_else_changed(printed: str, mended: str) -> None:
    assert WORDS.mend(printed) == mended


def test_hyphen_at_the_end_of_a_line() -> None:
    assert join(["Laporan pertang-", "gungjawaban kinerja"], WORDS) == "Laporan pertanggungjawaban kinerja"
    assert join(["Dasar undang-", "undang"], WORDS) == "Dasar undang-undang"


@given(st.lists(st.sampled_from(["Latar", "Belakang", "Kinerja", "Tahun"]), min_size=2, max_size=6))
def test_ordinary_titles_are_not_letter_spaced(parts: list[str]) -> None:
    assert not letter_spaced(" ".join(parts))


@pytest.mark.parametrize(
    ("text", "style", "number"),
    [
        ("A. Latar Belakang", "letter", "A"), ("В. Perjanjian Kinerja", "letter", "B"), ("3.1 Capaian", "decimal", "3.1"),
        ("3. 1. Capaian", "decimal", "3.1"), ("III.2 Realisasi", "decimal", "III.2"), ("3.1.2 Rincian", "triple", "3.1.2"),
        ("1. Umum", "arabic", "1"), ("a. Umum", "small", "a"), ("KATA PENGANTAR", "front", ""), ("LAMPIRAN-LAMPIRAN", "back", ""),
    ],
)  # fmt: skip
def test_readings(text: str, style: str, number: str) -> None:
    assert (style, number) in [(reading.style, reading.number) for reading in readings(text)]


@pytest.mark.parametrize(
    "text", ["", "13.322.950", "2.1 %", "Babak baru demokrasi", "Bab ini menjelaskan", "1.500 orang hadir", "Lampiran Keputusan Bupati"]
)
def test_figures_and_sentences_carry_no_number(text: str) -> None:
    assert readings(text) == []


def test_every_weight_has_its_feature() -> None:
    own = {name for name in LOCAL if not name.startswith(("style ", "joins "))}
    assert own == set(FEATURES)


def test_outline_agrees_with_garbled_entries_and_only_with_its_own() -> None:
    outline = outline_of(["BAB I\tPEN\tNDAHULUAN\t1", "\tA.\tLatar Bela\tkang\t2", "B. Tugas dan Wewenang ..... 3"])
    assert outline.agreement("bab", 1, "PENDAHULUAN") > 0.5
    assert outline.agreement("letter", 1, "LATAR BELAKANG") > outline.agreement("letter", 2, "LATAR BELAKANG") > 0
    assert outline.agreement("letter", 1, "KENDARAAN DINAS") == 0


def _candidate(start: int, stop: int, value: int, score: float) -> Candidate:
    look = Printed(start, "", Place())
    return Candidate(start, stop, Reading("letter", "", value, ""), "", look, 1, score)


def _step(before: Candidate | None, after: Candidate) -> float:
    return 0.0 if before is None else 1.0 if after.value == before.value + 1 else -2.0


@given(st.lists(st.tuples(st.integers(0, 8), st.integers(1, 3), st.integers(1, 4), st.integers(-3, 3)), max_size=7))
def test_best_row_is_the_best_of_all_rows(drawn: list[tuple[int, int, int, int]]) -> None:
    found = sorted((_candidate(start, start + length, value, float(score)) for start, length, value, score in drawn), key=lambda c: c.start)
    best = 0.0
    for size in range(1, len(found) + 1):
        for row in combinations(found, size):
            if all(a.stop <= b.start for a, b in pairwise(row)):
                best = max(best, sum(c.score + _step(b, c) for b, c in zip((None, *row), row, strict=False)))
    total, row = best_row(found, _step, most=1.0)
    assert total == pytest.approx(best)
    assert all(a.stop <= b.start for a, b in pairwise(row))


def test_one_numbering_for_all_chapters() -> None:
    assert best_labels([{"A": 5.0}, {"A": 4.0, "1": 5.0}, {}, {"A": 3.0}], 3.0) == ["A", "A", None, "A"]
    assert best_labels([{"A": 5.0}, {"1": 9.0, "A": 1.0}], 3.0) == ["A", "1"]


SOUP = [
    "BAB I", "BAB II PENUTUP", "PENDAHULUAN", "A. Umum", "B. Khusus", "1.1 Dasar", "1. butir;", "KATA PENGANTAR", "DAFTAR ISI",
    "LAMPIRAN", "BAB III ..... 4", "x\ty", "BAB I\tPENDAHULUAN\t1", "Memuat penjelasan umum.", PROSE, "BAB", "Tabel 1.1 Rincian",
]  # fmt: skip


@given(st.lists(st.sampled_from(SOUP), max_size=25), st.booleans())
def test_any_order_of_lines_gives_a_sound_tree(parts: list[str], spaced: bool) -> None:
    document = text_document(("\n\n" if spaced else "\n").join(parts))
    found = segment(document)
    count = sum(1 for _ in document.blocks())
    for chapter in found.walk():
        assert 0 <= chapter.start < chapter.stop <= count
        inner = [chapter.start, *[start for child in chapter.children for start in (child.start, child.stop)], chapter.stop]
        assert inner == sorted(inner)
        assert all(child.level > chapter.level for child in chapter.children)
        assert chapter in found.path_at(chapter.start) or any(
            other.start == chapter.start for other in found.walk() if other is not chapter
        )
    assert all(0 <= block < count for block in found.contents)
    assert all(0 <= zone.start < zone.stop <= count for zone in found.systematics)


def test_bab_states_places_of_all_lines_of_a_heading() -> None:
    prose = [Line(PROSE, Place(2, None, (72.0, 60.0, 500.0, 70.0)))]
    page = [line("BAB IV", 2, top=10, bold=True, centred=True), line("PENUTUP", 2, top=30, bold=True, centred=True), *prose]
    [bab] = to_bab(segment(typeset([[boxed("LAPORAN KINERJA")], page])), "abc")
    assert (bab.tingkat, bab.nomor, bab.judul, bab.dokumen) == (1, "IV", "PENUTUP", "abc")
    assert not isinstance(bab.sumber, list)
    assert bab.sumber is not None
    assert (bab.sumber.halaman, bab.sumber.kotak) == (2, (72.0, 10.0, 500.0, 41.0))


def test_bab_keeps_the_lines_of_a_text() -> None:
    [bab] = to_bab(segment(text_document(f"\nBAB I\nPENDAHULUAN\n\n{PROSE}")), "abc")
    assert not isinstance(bab.sumber, list)
    assert bab.sumber is not None
    assert bab.sumber.baris == (2, 3)
