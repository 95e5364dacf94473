"""Headers of several levels that are drawn as one coloured row. All texts are invented."""

from collections.abc import Sequence
from dataclasses import replace

from extractor.reading.document import Cell, Grid, GridRow, Line, Place
from extractor.tables.header_ladder import levels
from extractor.tables.parts import header_keys, split

XS = (60, 84, 200, 260, 330, 370, 430, 500, 530)
SIZE = 6.0


def cell(column: int, lines: Sequence[tuple[float, str]], bottom: float) -> Cell:
    """A drawn cell; every line stands in its middle, at the height given."""
    left, right = XS[column], XS[column + 1]
    made = []
    for top, text in lines:
        half = 1.7 * len(text)
        box = ((left + right) / 2 - half, top, (left + right) / 2 + half, top + SIZE)
        made.append(Line(text, Place(1, box=box)))
    return Cell(tuple(made), Place(1, box=(left, 80.0, right, bottom)))


def row(cells: Sequence[Sequence[tuple[float, str]]], bottom: float) -> GridRow:
    return GridRow([cell(c, lines, bottom) for c, lines in enumerate(cells)], Place(1, box=(XS[0], 80.0, XS[-1], bottom)))


def grid(header: GridRow) -> Grid:
    amounts = ("4.000.000", "3.000.000", "75,00")
    body = [[(130.0 + 10 * n, text) for text in (str(n), "Penataan Arsip", *amounts, *amounts)] for n in (1, 2)]
    rows = [header, *(row([[line] for line in lines], 140.0) for lines in body)]
    return Grid("ruled", rows, Place(1, box=(XS[0], 80.0, XS[-1], 160.0)), edges=XS)


def test_a_name_in_the_middle_of_its_columns_heads_them_all() -> None:
    under = [[(98.0, "Pagu")], [(82.0, "Tahun 2031"), (98.0, "Realisasi")], [(98.0, "%")]]
    again = [[(98.0, "Pagu")], [(82.0, "Tahun 2032"), (98.0, "Realisasi")], [(98.0, "%")]]
    names = [[(82.0, "Nom"), (89.0, "or")], [(82.0, "Program")], *under, *again]
    for numbers in (False, True):
        cells = [[*lines, (110.0, str(n))] for n, lines in enumerate(names, start=1)] if numbers else names
        header, body, _ = split(grid(row(cells, 118.0)), frozenset({"program", "pagu", "realisasi", "nomor"}))
        assert header_keys(header, 8)[2:] == [f"Tahun {year} | {name}" for year in (2031, 2032) for name in ("Pagu", "Realisasi", "%")]
        assert [r.text[0] for r in body] == ["1", "2"]


def test_a_name_of_two_lines_beside_names_at_the_foot_of_the_row_heads_its_own_column_alone() -> None:
    names = [
        [(89.0, "No")],
        [(89.0, "Program")],
        [(89.0, "Pagu")],
        [(82.0, "Realisasi"), (89.0, "Dana")],
        [(89.0, "%")],
        *[[(89.0, "Sisa")]] * 3,
    ]
    header, _, _ = split(grid(row(names, 98.0)), frozenset({"program", "pagu", "realisasi dana", "no"}))
    assert header_keys(header, 8)[:5] == ["No", "Program", "Pagu", "Realisasi Dana", "%"]


def test_a_name_over_a_border_heads_the_names_that_stand_word_by_word_below_it() -> None:
    """The cell over the border takes the columns on both sides of it; where numbers alone stand below, its words are the names."""
    names: list[list[tuple[float, str]]] = [
        [(82.0, "No Program"), (98.0, "(1) (2)")],
        [],
        *([(82.0, f"Nilai {n}"), (98.0, f"({n})")] for n in (3, 4, 5)),
    ]
    names += [[(82.0, "Realisasi"), (89.0, "2031 2032"), (98.0, "(6) (7)")], [], [(82.0, "Sisa"), (98.0, "(8)")]]
    made = row(names, 118.0)
    made = replace(made, cells=[replace(cell, merged=None if cell.lines else "left") for cell in made.cells])
    header, _, _ = split(grid(made), frozenset({"program", "realisasi", "sisa"}))
    keys = header_keys(header, 8)
    assert (keys[:2], keys[5:]) == (["No", "Program"], ["Realisasi | 2031", "Realisasi | 2032", "Sisa"])


def test_a_name_of_one_line_keeps_the_columns_that_its_drawn_cell_spans() -> None:
    """Of three and more columns, those behind its first one are empty; without names below, they are no cells of their own."""
    names: list[list[tuple[float, str]]] = [[(82.0, "No")], [(82.0, "Program")], [(82.0, "2031")], [], [], [(82.0, "2032")], [], []]
    made = row(names, 90.0)
    made = replace(made, cells=[replace(cell, merged=None if cell.lines else "left") for cell in made.cells])
    assert levels(made) == [made]
