"""White that runs through all columns of a table without rules, whose cells stand in the middle of their rows. All texts are invented."""

from collections.abc import Sequence
from itertools import groupby

from hypothesis import given, settings
from hypothesis import strategies as st

from extractor.reading.document import Cell, Document, Grid, GridRow, Line, Page, Place
from tests.tables.printed import body, only_table

LEADING, HEIGHT, FIRST = 11.4, 10.4, 100.0
XS = (70.0, 90.0, 170.0, 210.0, 270.0, 330.0, 400.0, 420.0)
HEADER = ("No", "Nama Pegawai", "Lahir", "NIP", "Pangkat", "Jabatan", "L/P")
NAMES = ("Wirya Adimarta", "Sekar Ayu Melati, S.E.", "Bagja Laksana Putra, S.T., M.T.", "Rengganis")
POSTS = ("Kepala Bidang Taman dan Hutan Kota", "Analis Arsip", "Penata Ruang", "Kepala Subbagian Umum dan Layanan Warga")


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


@settings(deadline=None, max_examples=40)
@given(
    people=st.lists(st.tuples(st.sampled_from(NAMES), st.sampled_from(POSTS), st.integers(10, 28)), min_size=6, max_size=12),
    padding=st.sampled_from((4.5, 6.0)),
)
def test_white_through_all_columns_parts_the_entries(people: list[tuple[str, str, int]], padding: float) -> None:
    entries = [
        [
            [str(n)],
            wrapped(name, 16),
            [f"{day}", "Agustus", "1980"],
            [f"198008{day}", f"200101 1 0{day}"],
            ["Penata", "(III/c)"],
            wrapped(post, 16),
            ["L"],
        ]
        for n, (name, post, day) in enumerate(people, start=1)
    ]
    going_on = sum(line[0].islower() or line.startswith("dan ") for entry in entries for cell in entry for line in cell[1:])
    read = body(only_table(centred(entries, padding)))
    if going_on >= 3:
        assert read == [[" ".join(cell) for cell in entry] for entry in entries]
