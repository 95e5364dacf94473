"""Which column a text of a line is in."""

from collections.abc import Sequence
from re import finditer

from hypothesis import given, settings
from hypothesis import strategies as st

from extractor.reading.column_cells import arrange
from extractor.reading.column_views import view_lines
from extractor.reading.document import Place
from extractor.reading.placed import PlacedLine, PlacedWord

UNIT = 5.0


def line(*words: tuple[str, float, float], number: int = 1) -> PlacedLine:
    """A line of words on a page, each with its beginning and end in characters."""
    placed = tuple(PlacedWord(text, x0 * UNIT, x1 * UNIT, 12.0 * number, 12.0 * number + 9) for text, x0, x1 in words)
    return PlacedLine(placed, Place(1, box=(placed[0].x0, placed[0].top, placed[-1].x1, placed[0].bottom)), 0.0)


def columns(lines: Sequence[PlacedLine], separators: Sequence[float]) -> list[list[int]]:
    views, _ = view_lines(lines, UNIT)
    return [[piece.column for piece in row] for row in arrange(views, separators)]


@given(before=st.floats(0.0, 0.49), width=st.floats(0.3, 1.0))
@settings(deadline=None)
def test_a_sign_is_in_the_column_that_begins_as_near_to_it_as_its_border_is_known(before: float, width: float) -> None:
    lines = [line(("2.", 0, 1.5), ("Susi", 4, 8), ("-", 40 - before, 40 - before + width), ("Staf", 60, 64))]
    assert columns(lines, [3.0, 40.0, 58.0]) == [[0, 1, 2, 3]]


def test_of_two_texts_of_a_line_the_one_across_a_border_is_in_the_next_column() -> None:
    assert columns([line(("Realisasi", 10, 19), ("%", 28, 29.6), ("Pagu", 40, 44))], [5.0, 29.4, 38.0]) == [[1, 2, 3]]


def test_it_is_not_where_that_column_has_a_text_of_its_own() -> None:
    assert columns([line(("Realisasi", 10, 19), ("%", 28, 29.6), ("Pagu", 31.5, 36))], [5.0, 29.4, 38.0]) == [[1, 2]]


HEADS = [("Target", 36, 42), ("Realisasi", 50, 59), ("Capaian", 62, 69), ("Target", 73, 79), ("Realisasi", 85, 94), ("Capaian", 98, 105)]
HEAD_BORDERS = [4.0, 43.0, 48.0, 60.0, 71.0, 83.0, 96.0]


def test_the_first_of_many_names_goes_to_the_column_that_they_leave_out() -> None:
    over = line(("No", 1, 3), ("Indikator", 12, 21), ("2021", 52, 56), ("2022", 87, 91))
    assert columns([over, line(*HEADS, number=2)], HEAD_BORDERS)[1] == [2, 3, 4, 5, 6, 7]


def test_it_stays_where_nothing_else_names_its_column() -> None:
    over = line(("No", 1, 3), ("2021", 52, 56), ("2022", 87, 91))
    assert columns([over, line(*HEADS, number=2)], HEAD_BORDERS)[1] == [1, 3, 4, 5, 6, 7]


def test_it_stays_where_it_ends_far_from_the_border() -> None:
    over = line(("Nomor", 1, 6), ("Sasaran", 22, 29))
    names = line(("No", 1, 3), ("Sasaran", 22, 29), ("Indikator", 42, 51), ("Target", 62, 68), number=2)
    assert columns([over, names], [10.0, 20.0, 40.0, 60.0])[1] == [0, 2, 3, 4]


@given(st.integers(1, 3))
@settings(deadline=None)
def test_a_text_goes_on_below_one_that_was_moved_with_it(moved: int) -> None:
    place = 30 - moved
    lines = [
        " " * 4 + "Tersedianya rak buku".ljust(place - 4) + "Persentase rak yang ada".ljust(70 - place) + "99 %",
        " " * 4 + "dan buku".ljust(place - 4) + "di ruang baca".ljust(70 - place) + "96 %",
        " 4",
        " " * place + "Persentase buku rusak yang diganti",
    ]
    found = [
        PlacedLine(tuple(PlacedWord(m.group(), m.start(), m.end(), n, n + 1) for m in finditer(r"\S+", text)), Place(lines=(n, n)), 0.0)
        for n, text in enumerate(lines, start=1)
    ]
    views, _ = view_lines(found, 1.0)
    assert [piece.column for piece in arrange(views, (3.0, 30.0, 68.0))[3]] == [2]
