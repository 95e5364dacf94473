"""Entries whose code and amount stand on their first line, and their number in the middle."""

from hypothesis import given, settings
from hypothesis import strategies as st

from extractor.reading.document import Cell, Line, Place
from extractor.tables.anchored import anchored
from extractor.tables.rows_model import PhysicalRow


def rows_of(lines: list[list[str]], *, new_page: int = -1) -> list[PhysicalRow]:
    return [
        PhysicalRow([Cell((Line(text, Place(1)),) if text else ()) for text in line], Place(1, (n, n)), new_page=n == new_page)
        for n, line in enumerate(lines)
    ]


def entry(number: int, height: int, middle: int, code: str) -> list[list[str]]:
    lines = [["", "", f"Penataan arsip kota bagian {number}" if not n else "dan kearsipan", "", ""] for n in range(height)]
    lines[0][1], lines[0][4] = code, f"{number}.250.000"
    lines[min(middle, height - 1)][0] = str(number)
    lines[min(middle, height - 1)][3] = f"{number} Berkas"
    return lines


@given(st.lists(st.tuples(st.integers(1, 4), st.integers(0, 2)), min_size=4, max_size=8))
@settings(deadline=None)
def test_numbers_and_values_are_raised_to_the_line_of_their_code(shapes: list[tuple[int, int]]) -> None:
    entries = [entry(n, height, middle, f"CQ.{6700 + n}") for n, (height, middle) in enumerate(shapes, start=1)]
    rows = anchored(rows_of([line for lines in entries for line in lines]))
    first = [row.text for row in rows if row.text[1]]
    assert [(text[0], text[1], text[3]) for text in first] == [(str(n), f"CQ.{6700 + n}", f"{n} Berkas") for n in range(1, len(shapes) + 1)]
    assert sum(bool(row.text[0]) for row in rows) == len(shapes)


def test_rows_without_codes_stay_as_they_are() -> None:
    lines = [line for n in range(1, 6) for line in entry(n, 3, 1, "")]
    assert [row.text for row in anchored(rows_of(lines))] == lines


def test_an_entry_with_two_numbers_leaves_its_page_as_it_is() -> None:
    lines = [line for n in range(1, 6) for line in entry(n, 3, 1, f"CQ.{6700 + n}")]
    lines[2][0] = "9"
    assert [row.text for row in anchored(rows_of(lines))] == lines


def test_each_page_is_looked_at_for_itself() -> None:
    lines = [line for n in range(1, 6) for line in entry(n, 3, 1, f"CQ.{6700 + n}")]
    rest = [["", "", "dan bahan pustaka", "", ""], *entry(6, 3, 1, "CQ.6706")]
    rows = anchored(rows_of([*lines, *rest], new_page=len(lines)))
    assert rows[0].text[0] == "1"
    assert [row.text for row in rows[len(lines) :]] == rest
