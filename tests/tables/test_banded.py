"""White that runs through all columns of a table without rules, whose cells stand in the middle of their rows. All texts are invented."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import groupby

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from extractor.reading.document import Cell, Document, Grid, GridRow, Line, Page, Place
from extractor.tables.printed_rows import told_by_places
from extractor.tables.rows_model import PhysicalRow
from extractor.tables.stitch import OpenTable
from tests.tables.printed import body, only_table

LEADING, HEIGHT, FIRST = 11.4, 10.4, 100.0
XS = (70.0, 90.0, 170.0, 210.0, 270.0, 330.0, 400.0, 420.0)
FIRST_ENTRY = (["1"], ["Rengganis"], ["3 Mei 1980"], ["198005032001011003"], ["Penata"], ["Arsiparis"], ["L"])
HEADER = ("No", "Nama Pegawai", "Lahir", "NIP", "Pangkat", "Jabatan", "L/P")
NAMES = ("Wirya Adimarta", "Sekar Ayu Melati, S.E.", "Bagja Laksana Putra, S.T., M.T.", "Rengganis")
POST = "Kepala Bidang Taman dan Hutan Kota"


def wrapped(text: str, width: int) -> list[str]:
    lines = [""]
    for word in text.split():
        lines = [*lines[:-1], f"{lines[-1]} {word}".strip()] if len(lines[-1]) + len(word) < width else [*lines, word]
    return lines


def centred(entries: Sequence[Sequence[Sequence[str]]], padding: float) -> Document:
    """Every cell in the middle of its row, so many points of white between two rows beyond the leading."""
    placed: list[tuple[float, int, str]] = [(FIRST, c, text) for c, text in enumerate(HEADER)]
    top = FIRST + LEADING + padding
    for entry in entries:
        height = max(map(len, entry))
        for c, lines in enumerate(entry):
            placed += [(top + LEADING * (n + (height - len(lines)) / 2), c, line) for n, line in enumerate(lines)]
        top += LEADING * height + padding
    rows = []
    for at, pieces in groupby(sorted(placed), key=lambda piece: piece[0]):
        place = Place(1, box=(XS[0], at, XS[-1], at + HEIGHT))
        own = {c: Line(text, Place(1, box=(XS[c], at, XS[c + 1], at + HEIGHT)), bold=at == FIRST) for _, c, text in pieces}
        rows.append(GridRow([Cell((own[c],) if c in own else (), place) for c in range(len(HEADER))], place))
    grid = Grid("columns", rows, Place(1, box=(70, 100, 500, 700)), edges=XS)
    page = Page(1, [Line("DAFTAR PEGAWAI", Place(1, box=(200, 60, 400, 70))), grid], width=595, height=842)
    return Document("a.pdf", "0" * 64, "pdf", [page])


@settings(deadline=None, max_examples=30)
@given(people=st.lists(st.tuples(st.sampled_from(NAMES), st.integers(10, 28)), min_size=6, max_size=12), padding=st.floats(4.2, 5.2))
def test_white_through_all_columns_parts_the_entries(people: list[tuple[str, int]], padding: float) -> None:
    entries: list[Sequence[Sequence[str]]] = [FIRST_ENTRY]
    for n, (name, day) in enumerate(people, start=2):
        number = [f"198008{day}", f"200101 1 0{day}"]
        entries.append([[str(n)], wrapped(name, 16), [f"{day} Agustus", "1980"], number, ["Penata (III/", "c)"], wrapped(POST, 16), ["L"]])
    read = body(only_table(centred(entries, padding)))
    assert [["".join(cell.split()) for cell in row] for row in read] == [
        ["".join("".join(cell).split()) for cell in entry] for entry in entries
    ]


def drawn_above(document: Document, *entries: Sequence[Sequence[str]]) -> Document:
    """The table on a second page, its header and these entries drawn at the foot of the first one."""
    title, grid = document.pages[0].blocks
    assert isinstance(grid, Grid)
    header = replace(grid, origin="ruled", rows=grid.rows[:1], place=grid.rows[0].place)
    for entry in entries:
        header.rows.append(GridRow([Cell(tuple(Line(text, header.place) for text in cell), header.place) for cell in entry], header.place))
    below = [replace(row, place=row.place._replace(page=2)) for row in grid.rows[1:]]
    pages = [Page(1, [title, header], width=595, height=842), Page(2, [replace(grid, rows=below)], width=595, height=842)]
    return Document("a.pdf", "0" * 64, "pdf", pages)


STAFF: Sequence[Sequence[Sequence[str]]] = [
    [[str(n)], wrapped(name, 16), ["3 Agustus", "1980"], [f"198008{n}", f"200101 1 0{n}"], ["Penata (III/", "c)"], wrapped(POST, 16), ["L"]]
    for n, name in enumerate(NAMES * 3, start=11)
]


@pytest.mark.parametrize("drawn", [0, 1])
def test_a_header_drawn_above_the_lines_leaves_their_white_its_say(drawn: int) -> None:
    """The foot of a page holds a drawn header, and maybe an entry; the next page prints the others without rules."""
    read = body(only_table(drawn_above(centred(STAFF, 4.6), *[FIRST_ENTRY] * drawn)))
    expected = [*[FIRST_ENTRY] * drawn, *STAFF]
    assert [["".join(cell.split()) for cell in row] for row in read] == [
        ["".join("".join(cell).split()) for cell in entry] for entry in expected
    ]


def test_a_page_may_cut_the_entry_that_is_drawn_below_the_header() -> None:
    rest: list[Sequence[Sequence[str]]] = [[[], ["M.Si."], [], [], [], ["dan Hutan Kota"], []]]
    document = drawn_above(centred([*rest, *STAFF], 4.6), [["1"], ["Rengganis, S.T.,"], *FIRST_ENTRY[2:5], ["Kepala Taman"], ["L"]])
    grids = [block for _, block in document.blocks() if isinstance(block, Grid)]
    header, drawn = (PhysicalRow(row.cells, row.place, drawn=True) for row in grids[0].rows)
    lines = [PhysicalRow(row.cells, row.place, new_page=not n) for n, row in enumerate(grids[1].rows)]
    table = OpenTable([header.text], list(HEADER), [drawn, *lines], grids, [header])
    _, found = told_by_places(table)
    assert found is not None
    assert found[:2] == [(0, 2), (2, 7)]


def drawn_below(document: Document, entry: Sequence[Sequence[str]]) -> Document:
    """The table with this entry drawn at the head of the next page."""
    grid = document.pages[-1].blocks[-1]
    assert isinstance(grid, Grid)
    page = document.pages[-1].number + 1
    place = grid.rows[0].place._replace(page=page)
    last = GridRow([Cell(tuple(Line(text, place) for text in cell), place) for cell in entry], place)
    below = replace(grid, origin="ruled", rows=[last], place=place)
    return Document("a.pdf", "0" * 64, "pdf", [*document.pages, Page(page, [below], width=595, height=842)])


def test_an_entry_drawn_on_the_last_page_leaves_the_lines_above_their_say() -> None:
    read = body(only_table(drawn_below(drawn_above(centred(STAFF[:-1], 4.6)), STAFF[-1])))
    assert [["".join(cell.split()) for cell in row] for row in read] == [["".join("".join(cell).split()) for cell in row] for row in STAFF]


def test_a_page_may_cut_the_entry_whose_rest_is_drawn() -> None:
    document = drawn_below(centred(STAFF, 4.6), [[], ["dan", "Taman", "Kota"], [], [], [], [], []])
    grids = [block for _, block in document.blocks() if isinstance(block, Grid)]
    header, *lines = (PhysicalRow(row.cells, row.place) for row in grids[0].rows)
    drawn = [PhysicalRow(row.cells, row.place, drawn=True, new_page=True) for row in grids[1].rows]
    _, found = told_by_places(OpenTable([header.text], list(HEADER), [*lines, *drawn], grids, [header]))
    assert found is not None
    assert found[-1][1] == len(lines) + 1
    assert len(found) == len(STAFF)
