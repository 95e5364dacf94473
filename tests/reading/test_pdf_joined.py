"""Columns that the search for them has cut through one text (invented figures)."""

from extractor.reading.document import Cell, Grid, GridRow, Line, Place
from extractor.reading.pdf_joined import is_list, without_cut_columns

Spot = tuple[str, float, float]


def grid(*rows: tuple[Spot | None, Spot | None]) -> Grid:
    """Two columns; each row a text with its left and right end, or nothing."""
    found = []
    for n, row in enumerate(rows):
        cells = []
        for spot in row:
            place = Place(1, box=(spot[1], 100.0 + 12 * n, spot[2], 110.0 + 12 * n)) if spot else Place(1)
            cells.append(Cell((Line(spot[0], place),), place) if spot else Cell((), place))
        found.append(GridRow(cells, Place(1, box=(300, 100.0 + 12 * n, 360, 110.0 + 12 * n))))
    return Grid("columns", found, Place(1, box=(300, 100, 360, 200)), edges=(300.0, 314.0, 360.0))


def test_rests_all_below_the_figures_of_the_column_beside_are_of_that_column() -> None:
    rows = (("%", 305.0, 314.0), None), (("96,0", 300.0, 320.5), None), (None, ("1", 314.7, 320.5)), (("96,5", 300.0, 320.5), None)
    joined = without_cut_columns(grid(*rows, (None, ("6", 314.7, 320.5))))
    assert [row.cells[0].raw for row in joined.rows] == ["%", "96,0", "1", "96,5", "6"]


def test_figures_that_stand_beside_or_further_right_keep_their_column() -> None:
    beside = grid((("96,0", 300.0, 320.5), ("12", 340.0, 350.0)), (None, ("1", 314.7, 320.5)))
    right = grid((("96,0", 300.0, 320.5), None), (None, ("1", 330.0, 336.0)))
    assert [without_cut_columns(each).width for each in (beside, right)] == [2, 2]


def test_items_whose_text_was_cut_in_two_columns_are_a_list() -> None:
    def rows(*marks: str) -> Grid:
        return grid(*(((mark, 300.0, 308.0), ("Pegawai 14 (empat belas) orang;", 314.0, 420.0)) for mark in marks))

    assert [is_list(each) for each in (rows("1)", "2)"), rows("•", "•"), rows("No", "1."), rows("1", "2"))] == [True, True, False, False]
