"""Which lines between rules run on over the borders of columns."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from extractor.reading.pdf_ladder_cells import Rung
from extractor.reading.pdf_ladder_columns import without_spanning
from extractor.reading.pdf_ladder_parts import Ladder, crosses, parted_by_pieces
from extractor.reading.pdf_lines import group_lines
from extractor.reading.pdf_page import Word


def is_across(before: str, after: str, border: float, height: float = 12.6) -> bool:
    """Whether two words, 5.6 points apart, run on over a border."""
    words = [Word(before, 400.0, 100.0, 463.4, 100.0 + height, 0), Word(after, 469.0, 100.0, 498.8, 100.0 + height, len(before))]
    (line,) = group_lines(words)
    return crosses(line, (107.0, border, 502.0))


@given(border=st.floats(463.4, 469.0), height=st.floats(8.0, 20.0))
@settings(deadline=None)
def test_two_figures_beside_a_border_are_no_text_across_it(border: float, height: float) -> None:
    assert not is_across("17.657.839.", "96,62", border, height)


@pytest.mark.parametrize(("before", "after"), [("Jumlah", "Total"), ("sebanyak", "12"), ("12", "orang")])
def test_words_with_a_blank_at_a_border_run_on(before: str, after: str) -> None:
    assert is_across(before, after, 466.0)


def test_a_figure_across_a_border_runs_on() -> None:
    assert is_across("17.657.839.", "96,62", 480.0)


@pytest.mark.parametrize(("rules", "parts"), [(4, [3, 4]), (2, [3]), (3, [3, 3])])
def test_rules_whose_pieces_meet_elsewhere_make_a_part_where_there_are_enough_of_them(rules: int, parts: list[int]) -> None:
    above, below = (110.0, 420.0), (90.0, 340.0)
    rungs = [Rung(100.0 + 20 * n, ((72.0, 520.0),), above if n < 3 else below) for n in range(3 + rules)]
    ladder = Ladder(72.0, 520.0, tuple(rungs), tuple(range(len(rungs))))
    assert [len(part.rungs) for part in parted_by_pieces(ladder)] == parts
    assert not parted_by_pieces(Ladder(72.0, 520.0, tuple(rungs[:3]), (0, 1, 2)))


def test_words_of_a_heading_over_both_columns_tell_nothing_of_their_border() -> None:
    ticks = [(518.0, 100.0 + 10 * n, 522.0, 106.0 + 10 * n) for n in range(3)]
    right = [(545.0, top, 549.0, bottom) for _, top, _, bottom in ticks]
    word = (530.0, 90.0, 550.0, 96.0)
    assert without_spanning([word, *ticks], right) == (ticks, right)
    assert without_spanning(ticks, [(500.0, 90.0, 540.0, 96.0), *right]) == (ticks, right)
    assert without_spanning(ticks, right) == (ticks, right)
    assert without_spanning([*ticks, word], right) == ([*ticks, word], right)
