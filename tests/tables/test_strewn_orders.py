"""Figures that were dealt to each other's rows and are given back. All names and figures are invented."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from extractor.reading.document import Cell, Grid, GridRow, Line, Place
from extractor.records.registry import SPECS
from extractor.tables.strewn_agreed import give_back_figures
from extractor.tables.strewn_grid import Gathered
from extractor.tables.strewn_heads import Head
from extractor.tables.strewn_model import Lost
from extractor.tables.strewn_orders import by_shares, reordered

BUDGET = next(spec for spec in SPECS if spec.kind == "pk_anggaran")
NAMES = ["Penataan Taman", "Penataan Pasar", "Perbaikan Jalan"]
AMOUNTS = ["1.250.000", "3.417.000", "2.980.000"]


def listed(amounts: list[str], names: list[str] = NAMES) -> Gathered:
    """A list of these names and amounts."""
    columns = tuple(Lost(role, "") for role in BUDGET.roles if role.name in ("uraian", "jumlah"))
    first = columns[0].role.name == "uraian"
    pairs = [pair if first else pair[::-1] for pair in zip(names, amounts, strict=True)]
    rows = [GridRow([Cell((Line(text, Place()),)) for text in pair], Place()) for pair in pairs]
    return Gathered(Head(BUDGET, columns, {}, 1.0), Grid("strewn", rows, Place()), [])


def amounts_of(table: Gathered) -> list[str]:
    at = [column.role.name for column in table.head.columns].index("jumlah")
    return [row.cells[at].raw for row in table.grid.rows]


def turned(amounts: list[str]) -> list[str]:
    return [*amounts[1:], amounts[0]]


def test_figures_that_two_other_tables_have_beside_other_names_move_to_these() -> None:
    tables = [listed(turned(AMOUNTS)), listed(AMOUNTS), listed(AMOUNTS)]
    give_back_figures(tables)
    assert [amounts_of(table) for table in tables] == [AMOUNTS] * 3


def test_of_two_tables_that_differ_neither_is_changed() -> None:
    tables = [listed(turned(AMOUNTS)), listed(AMOUNTS)]
    give_back_figures(tables)
    assert [amounts_of(table) for table in tables] == [turned(AMOUNTS), AMOUNTS]


@settings(deadline=None)
@given(st.integers(0, 2), st.integers(1_000, 9_999_999))
def test_a_figure_that_is_printed_otherwise_stays(at: int, amount: int) -> None:
    slipped = [*AMOUNTS[:at], f"{amount:,}".replace(",", "."), *AMOUNTS[at + 1 :]]
    tables = [listed(slipped), listed(AMOUNTS), listed(AMOUNTS)]
    give_back_figures(tables)
    assert amounts_of(tables[0]) == slipped


@settings(deadline=None)
@given(st.permutations(list(range(6))))
def test_figures_of_which_each_fits_one_row_come_back_from_any_order(order: list[int]) -> None:
    figures = [str(source) for source in order]
    moved = reordered(figures, lambda row, figure: figure == str(row))
    assert [figures[moved.get(row, row)] for row in range(len(order))] == [str(row) for row in range(len(order))]


def test_nothing_moves_where_there_are_two_orders_or_one_row() -> None:
    assert reordered(["1", "2"], lambda _row, _figure: True) == {}
    assert reordered(["1", "2"], lambda row, figure: row == 0 and figure == "2") == {}


@pytest.mark.parametrize("column", [0, 1, 2])
def test_shares_tell_which_column_was_dealt_to_other_rows(column: int) -> None:
    rows = [["2.000.000", "1.500.000", "75,00"], ["1.600.000", "1.400.000", "87,50"], ["4.000.000", "3.680.000", "92,00"]]
    dealt = [list(row) for row in rows]
    for row, source in enumerate((1, 2, 0)):
        dealt[row][column] = rows[source][column]
    moved = by_shares(3, (0, 1, 2), lambda row, c: dealt[row][c])
    assert [[dealt[moved.get((row, c), row)][c] for c in range(3)] for row in range(3)] == rows


def test_a_single_wrong_share_is_printed_so() -> None:
    rows = [["2.000.000", "1.500.000", "75,00"], ["1.600.000", "1.400.000", "78,50"]]
    assert by_shares(2, (0, 1, 2), lambda row, c: rows[row][c]) == {}
