"""What the measure of tables without rules counts."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2] / "bench"))

from borderless import Count, filled, inserted, printed, section, unruled

from corpus.naskah import Cell, Report, Table


def table(*rows: tuple[Cell | None, ...]) -> Table:
    return Table(head=(), rows=rows, widths=(50.0, 50.0))


def test_a_merged_cell_counts_in_its_first_row_and_stacks_are_left_ruled() -> None:
    merged = table((Cell("Arsip  kota", down=2), Cell("12")), (None, Cell("14")))
    stacked = table((Cell("", stacked=("a", "b")), Cell("3")))
    report = unruled(Report("satu", "Laporan", "", "", "", (merged, stacked)))
    assert printed(report) == [("Arsipkota", "12"), ("14",)]


def test_white_space_and_empty_cells_do_not_count() -> None:
    assert filled(["a b", " ", "", "c\nd"]) == ("ab", "cd")


def test_the_section_takes_the_place_of_its_old_one() -> None:
    one, two = (section({"weasyprint": Count(2, 1.0, 4, n, 8, 8)}, "2030-01-01", "x") for n in (1, 3))
    page = inserted(inserted("# Judul\n", one), two)
    assert page.count("## Tables without rules") == 1
    assert "75.0 %" in page
    assert "25.0 %" not in page
