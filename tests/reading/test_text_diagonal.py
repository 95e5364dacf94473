"""The letters of a diagonal watermark beside and between the words of a page."""

from extractor.reading.text_diagonal import part_watermarks
from extractor.reading.text_lines import split_pages

ROWS = ("Uraian            Pagu", "Penataan arsip    1.250.000", "Pembinaan baca    4.300.000", "Perawatan         2.100.000")
MARK = "NAHITAL"
"""LATIHAN, read from its upper end."""


def marked(start: int, *, beside: int) -> list[str]:
    """The rows with the letters of the mark below each other, going to the left; the one of a number stands beside its row."""
    lines: list[str] = []
    for number, letter in enumerate(MARK):
        place = start - 4 * number
        row = ROWS[number % len(ROWS)]
        if number == beside:
            lines.append(f"{' ' * 2}{row:<{place - 2}}{letter}")
        else:
            lines += [f"  {row}", "", f"{' ' * place}{letter}", ""]
    return lines


def kept(pages: list[list[str]]) -> list[list[str]]:
    return [[line.text for line in lines] for lines, _ in part_watermarks(split_pages("\f".join("\n".join(page) for page in pages)))]


def rows() -> list[str]:
    return [f"  {ROWS[number % len(ROWS)]}" for number in range(len(MARK))]


def test_the_same_letters_going_aside_on_several_pages_are_dropped() -> None:
    assert kept([marked(70, beside=0), marked(64, beside=3), marked(72, beside=1)]) == [rows()] * 3


def test_letters_of_one_page_alone_stay() -> None:
    page = [f"{row:<{70 - 4 * number}}{letter}" for number, (row, letter) in enumerate(zip(rows(), MARK, strict=True))]
    assert kept([page, rows()]) == [page, rows()]


def test_letters_that_spell_something_else_stay() -> None:
    grades = [f"  {row:<40}{grade}" for row, grade in zip(ROWS, ("AA", "B", "BB", "A"), strict=True)]
    found = kept([marked(70, beside=0), marked(70, beside=0), grades])
    assert found[2] == grades


def test_many_letters_of_a_column_hide_no_mark_that_other_pages_tell() -> None:
    page = marked(70, beside=0)
    grades = [f"  {'Penataan arsip':<80}{'PL'[number % 2]}" for number in range(60)]
    found = kept([page, page, [*page, *grades]])
    assert found[2] == [*rows(), *grades]


def test_letters_of_a_header_stay() -> None:
    page = ["  NO  KEGIATAN        I    II    III    IV", "   1  Penataan arsip  x                   x"]
    assert kept([page, page, page]) == [page, page, page]


def test_what_is_dropped_stands_aside() -> None:
    pages = split_pages("\f".join("\n".join(marked(70, beside=0)) for _ in range(2)))
    assert ["".join(line.text for line in aside) for _, aside in part_watermarks(pages)] == [MARK] * 2


def test_a_letter_that_touches_a_figure_goes_as_well() -> None:
    page = marked(70, beside=0)
    index = next(at for at, line in enumerate(page) if line.strip() == MARK[3])
    touched = [*page[:index], f"{page[index]}73%", *page[index + 1 :]]
    found = kept([page, page, touched])[2]
    assert [line.split()[-1] for line in found if "%" in line] == ["73%"]


def test_blanks_that_a_tall_letter_beside_the_words_makes_are_dropped() -> None:
    page = marked(70, beside=0)
    spread = [part for line in page for part in ([line, "", "", ""] if line.endswith(MARK[0]) else [line])]
    assert kept([page, page, spread])[2] == rows()


def test_a_value_that_looks_like_a_letter_stays() -> None:
    page = marked(70, beside=0)
    at = next(index for index, line in enumerate(page) if line.strip() == "A")
    place = len(page[at]) - 1
    graded = [*page[: at + 2], f"  {ROWS[0]:<{place - 1}}A", *page[at + 2 :]]
    found = kept([page, page, graded])[2]
    assert [line.split()[-1] for line in found].count("A") == 1


def test_letters_written_below_the_ones_under_them_are_of_it() -> None:
    page = marked(70, beside=0)
    first, second = (next(index for index, line in enumerate(page) if line.strip() == letter) for letter in "IT")
    turned = list(page)
    turned[first], turned[second] = page[second], page[first]
    assert not [line for line in kept([page, page, turned])[2] if line.strip() in ("I", "T")]
