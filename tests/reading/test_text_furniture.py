"""Running headers and footers of a text whose pages form feeds part."""

from collections.abc import Callable

import pytest

from extractor.reading.text_furniture import without_furniture
from extractor.reading.text_lines import split_pages

BODY = "Uraian halaman ini panjang.\n\nKalimat penutup halaman."


def parted(page: Callable[[int], str], count: int = 5) -> tuple[list[str], list[list[str]]]:
    """The text that stays, and the furniture of each page."""
    result = without_furniture(split_pages("\f".join(page(number) for number in range(1, count + 1))))
    return ["\n".join(line.text for line in lines).strip() for lines, _ in result], [[one.text for one in aside] for _, aside in result]


def test_header_and_counted_footer_stand_aside() -> None:
    kept, aside = parted(lambda number: f"      LKIP Badan Arsip\n\n\n\n{BODY}\n\n\nData uji      Halaman {number}\n")
    assert kept == [BODY] * 5
    assert aside == [["LKIP Badan Arsip", f"Data uji Halaman {number}"] for number in range(1, 6)]


def test_lone_page_numbers_stand_aside() -> None:
    kept, aside = parted(lambda number: f"{BODY}\n\n          {number + 7}\n")
    assert kept == [BODY] * 5
    assert aside == [[str(number + 7)] for number in range(1, 6)]


@pytest.mark.parametrize(
    "page",
    [
        f"PERJANJIAN KINERJA\n{BODY}",
        f"No   Sasaran   Target\n\n\n{BODY}",
        f"{BODY}\n\n\n\nNIP. 19700101 199903 1 001",
    ],
    ids=["title on its text", "header of a table", "signature"],
)
def test_what_forms_repeat_stays(page: str) -> None:
    kept, aside = parted(lambda _: page)
    assert kept == [page] * 5
    assert aside == [[]] * 5


def test_few_pages_show_no_repetition() -> None:
    kept, aside = parted(lambda _: f"LKIP Badan Arsip\n\n\n{BODY}", count=2)
    assert aside == [[], []]
    assert all(text.startswith("LKIP") for text in kept)


def test_numbers_that_do_not_follow_the_pages_stay() -> None:
    _, aside = parted(lambda number: f"{BODY}\n\n          {number * number * 3}\n")
    assert aside == [[]] * 5


def test_a_footer_that_touches_the_text_counts_the_pages_with_the_others() -> None:
    def page(number: int) -> str:
        gap = "\n" if number == 3 else "\n\n\n"
        return f"{BODY}\n1  Arsip\n2  Pustaka\n3  Naskah{gap}Badan Arsip     Halaman {number}\n"

    kept, aside = parted(page)
    assert aside == [[f"Badan Arsip Halaman {number}"] for number in range(1, 6)]
    assert "Halaman 3" not in kept[2]


def test_a_last_line_that_does_not_count_on_stays() -> None:
    def page(number: int) -> str:
        gap, shown = ("\n", 94) if number == 3 else ("\n\n\n", number)
        return f"{BODY}\n1  Arsip\n2  Pustaka\n3  Naskah{gap}Berkas {shown}\n"

    kept, _ = parted(page)
    assert "Berkas 94" in kept[2]


def test_a_page_number_above_rows_that_were_printed_below_the_foot_stands_aside() -> None:
    def page(number: int) -> str:
        mark = f"          - {number} -"
        return f"{BODY}\n\n\n{mark}" if number != 4 else f"{BODY}\n{mark}\nNo   Uraian\n1    Penataan arsip"

    kept, aside = parted(page, 6)
    assert aside == [[f"- {number} -"] for number in range(1, 7)]
    assert kept[3] == f"{BODY}\nNo   Uraian\n1    Penataan arsip"


@pytest.mark.parametrize("line", ["                    - 4 -", "          - 5 -"], ids=["at another place", "another number"])
def test_other_numbers_inside_of_a_page_stay(line: str) -> None:
    kept, _ = parted(lambda number: f"{BODY}\n\n\n          - {number} -" if number != 4 else f"{BODY}\n{line}\nNo   Uraian", 6)
    assert line in kept[3]


def test_a_number_at_the_margin_inside_of_a_page_may_be_one_of_a_table() -> None:
    kept, _ = parted(lambda number: f"{BODY}\n\n{number}" if number != 4 else f"{BODY}\n4\nPenataan arsip", 6)
    assert kept[3] == f"{BODY}\n4\nPenataan arsip"
