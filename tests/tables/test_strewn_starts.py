"""Which rows merged outcomes cover, told by what is read behind them in several tables (all texts are invented)."""

from itertools import combinations

from hypothesis import given, settings
from hypothesis import strategies as st

from extractor.reading.document import Cell, Document, Grid, GridRow, Line, Page, Place
from extractor.records.registry import SPECS
from extractor.tables.strewn import gathered
from extractor.tables.strewn_merged import which_of
from extractor.tables.strewn_outcomes import segments
from extractor.tables.strewn_starts import starts_told, tell_rows

OUTCOMES = ("Meningkatnya mutu taman kota", "Tertatanya pasar rakyat", "Terkelolanya arsip kelurahan")
MEASURES = ("Jumlah taman terawat", "Persentase pohon sehat", "Jumlah pasar tertata", "Nilai arsip", "Jumlah berkas tertata")
PROSE = "Sasaran dan indikator tahun ini, beserta target yang hendak dicapai, disajikan pada tabel di bawah ini."
HEADER = ("No", "Sasaran", "Indikator Kinerja", "Target")


def lines_of(text: str) -> list[Line]:
    lines = text.split("\n")
    return [Line(line, Place(lines=(at, at)), gap=float(at == 1 or not lines[at - 2])) for at, line in enumerate(lines, start=1) if line]


def table(title: str, *parts: str) -> str:
    """A table whose cells are read in this order; "1".."3" stand for an outcome with its number, "a".."e" for the cells of a row."""
    cells: list[str] = []
    for part in " ".join(parts).split():
        if part.isdecimal():
            cells += [part, OUTCOMES[int(part) - 1]]
        else:
            at = ord(part) - ord("a")
            cells += [MEASURES[at], f"{80 + at}%"]
    return "\n\n".join([PROSE, title, *HEADER, *cells])


def grids_of(*tables: str) -> list[list[str]]:
    """The outcomes of each table from row to row."""
    pages = [Page(at, lines_of(text)) for at, text in enumerate(tables, start=1)]
    document = gathered(Document("laporan.txt", "0" * 64, "teks", pages), SPECS)
    grids = [block for _, block in document.blocks() if isinstance(block, Grid)]
    return [[" ".join(row.cells[1].raw.split()) for row in grid.rows[1:]] for grid in grids]


RIGHT = [OUTCOMES[0], "", OUTCOMES[1], OUTCOMES[2], ""]
PLAN = "Tabel 1 Rencana Kinerja Tahun 2024"
AGREED = "Tabel 2 Perjanjian Kinerja Tahun 2024"


def test_tables_that_are_read_in_different_orders_tell_together_where_outcomes_begin() -> None:
    """Each of them leaves one beginning open: that of the outcomes that are read one after the other, and of those read last."""
    assert grids_of(table(PLAN, "1 a b 2 c d e 3"), table(AGREED, "1 2 a b c 3 d e")) == [RIGHT, RIGHT]


def test_outcomes_read_in_another_order_stand_in_that_of_the_other_table() -> None:
    assert grids_of(table(PLAN, "1 a b 2 c 3 d e"), table(AGREED, "a b 2 c 3 d e 1"))[1] == RIGHT


def test_a_line_that_is_no_outcome_does_not_hide_where_the_others_begin() -> None:
    strange = table(AGREED, "1 a b 2 c 3 d e").replace(MEASURES[2], f"{MEASURES[2]}\n\nKelurahan Contoh")
    found = grids_of(table(PLAN, "1 a b 2 c 3 d e"), strange)
    assert [text for text in found[1] if text] == list(OUTCOMES)


ROWS = st.integers(1, 6).flatmap(
    lambda groups: st.lists(st.lists(st.integers(0, 3), min_size=groups, max_size=groups), min_size=groups, max_size=7)
)


@settings(deadline=None)
@given(ROWS, st.data())
def test_groups_begin_where_most_speaks_for_their_rows_and_first_rows(votes: list[list[int]], data: st.DataObject) -> None:
    groups = len(votes[0])
    opening = data.draw(st.lists(st.lists(st.integers(0, 3), min_size=groups, max_size=groups), min_size=len(votes), max_size=len(votes)))
    starts, alone = segments(votes, opening)
    ways = {
        cuts: sum(vote[sum(cut <= row for cut in cuts)] for row, vote in enumerate(votes))
        + sum(opening[cut][group] for group, cut in enumerate(cuts, start=1))
        for cuts in combinations(range(1, len(votes)), groups - 1)
    }
    best = max(ways.values())
    assert ways[tuple(starts[1:])] == best
    assert alone == (list(ways.values()).count(best) == 1)


def rows_at(*lines: int) -> list[GridRow]:
    return [GridRow([Cell((Line(f"baris {at}", Place(lines=(at, at))),), Place())], Place()) for at in lines]


def cells_at(*lines: int) -> list[list[Line]]:
    return [[Line("sel", Place(lines=(at, at)))] for at in lines]


@settings(deadline=None)
@given(st.sets(st.integers(1, 40), min_size=2, max_size=8), st.sets(st.integers(1, 40), min_size=1, max_size=6))
def test_a_cell_votes_for_the_row_that_is_read_next_alone(rows: set[int], cells: set[int]) -> None:
    ordered, parts = sorted(rows), sorted(cells)
    for at, row, votes in starts_told(cells_at(*parts), rows_at(*ordered), 0):
        assert ordered[row] >= parts[at] > ordered[row - 1]
        others = [other for other in parts if other != parts[at] and ordered[row - 1] < other <= ordered[row]]
        assert not others or ordered[row] == parts[at]
        assert votes > 0
    alone = all(sum(low < cell <= high for cell in parts) <= 1 for low, high in zip([0, *ordered], ordered, strict=False))
    assert tell_rows(cells_at(*parts), rows_at(*ordered), 0) == (alone and parts[-1] <= ordered[-1])


def test_the_first_words_of_an_outcome_tell_which_one_it_is_where_no_other_begins_so() -> None:
    assert which_of("Meningkatnya mutu", OUTCOMES) == 0
    assert which_of("Meningkatnya mutu", (*OUTCOMES, "Meningkatnya mutu pasar")) is None
    assert which_of("Tertibnya arsip desa", OUTCOMES) is None
