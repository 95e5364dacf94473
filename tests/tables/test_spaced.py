"""The white between the lines of a table without rules tells where an entry begins."""

from collections.abc import Sequence

import pytest

from extractor.reading.document import Cell, Document, Grid, GridRow, Line, Page, Place
from extractor.tables.rests import begun_values
from extractor.tables.rows import describe
from extractor.tables.rows_model import PhysicalRow
from extractor.tables.spaced import spaced
from tests.tables.printed import body, only_table

LEADING, HEIGHT = 12.0, 10.0
Entry = Sequence[Sequence[str]]


def padded(header: str, entries: Sequence[Entry], padding: float) -> Document:
    """Entries set on top of their rows on a page of a PDF, so many points of white between them beyond the leading."""
    placed: list[tuple[float, list[str]]] = [(100.0, header.split(" | "))]
    top = 100.0 + LEADING + padding
    for entry in entries:
        height = max(map(len, entry))
        placed += [(top + LEADING * n, [cell[n] if n < len(cell) else "" for cell in entry]) for n in range(height)]
        top += LEADING * height + padding
    rows = []
    for at, texts in placed:
        place = Place(1, box=(70, at, 500, at + HEIGHT))
        rows.append(GridRow([Cell((Line(text, place),) if text else (), place) for text in texts], place))
    grid = Grid("columns", rows, Place(1, box=(70, 100, 500, 700)), edges=(70, 90, 220, 420, 500))
    page = Page(1, [Line("PERJANJIAN KINERJA", Place(1, box=(200, 60, 400, 70))), grid], width=595, height=842)
    return Document("a.pdf", "0" * 64, "pdf", [page])


HEADER = "No | Sasaran | Indikator Kinerja | Target"
ENTRIES: list[Entry] = [
    [["1"], ["Meningkatnya mutu taman", "kota yang teduh"], ["Persentase taman yang", "terawat sepanjang tahun"], ["81 %"]],
    [[], [], ["Opini warga atas kebersihan"], ["WTP"]],
    [[], [], ["Derajat kepuasan pengunjung", "taman kota"], ["87,66"]],
    [["2"], ["Tertibnya pedagang", "di trotoar"], ["Kios yang memiliki izin", "dan papan nama"], ["40 Kios"]],
    [[], [], ["Derajat ketertiban pedagang", "menurut warga"], ["90"]],
]
EXPECTED = [[" ".join(cell) for cell in entry] for entry in ENTRIES]


@pytest.mark.parametrize("padding", [3.0, 4.5, 6.0])
def test_a_text_without_a_usual_beginning_begins_an_entry_where_it_stands_apart(padding: float) -> None:
    assert body(only_table(padded(HEADER, ENTRIES, padding))) == EXPECTED


def test_a_line_of_capitals_at_the_leading_goes_on_with_the_text_above() -> None:
    entries = [
        [["1"], ["Penataan taman kota", "Persiapan Lahan dan", "Jumlah Pohon Peneduh"], ["Dinas Pertamanan"], ["12"]],
        [["2"], ["Perawatan jalan setapak", "sampai akhir tahun"], ["Bidang Taman", "dan Jalur Hijau"], ["40"]],
        [["3"], ["Pengadaan bangku taman", "yang tahan hujan"], ["Bidang Sarana", "dan Prasarana"], ["25"]],
    ]
    found = body(only_table(padded("No | Kegiatan | Pelaksana | Jumlah", entries, 5.0)))
    assert found == [[" ".join(cell) for cell in entry] for entry in entries]


def test_two_values_at_the_leading_show_that_the_white_says_nothing() -> None:
    """The leading of the names and the distance of the entries are the same: what is printed tells."""
    entries = [[[f"{n}"], ["Laksmi Pertiwi dari", "bagian umum"][: 1 + n % 2], ["Bendahara"], [f"{70 + n}"]] for n in range(1, 9)]
    found = body(only_table(padded("No | Nama | Jabatan | Nilai", entries, 0.0)))
    assert found == [[" ".join(cell) for cell in entry] for entry in entries]


def test_longer_figures_close_below_the_rest_of_others_show_that_the_white_says_nothing() -> None:
    """The names alone would tell a padding; the numbers cut by a narrow column follow each other line by line all the same."""
    rows = []
    for n in range(6):
        top = 100.0 + 23.0 * n
        lines = [
            (top, 0, f"Laksmi Pertiwi {n}"),
            (top + 10.4, 0, "dari bagian umum"),
            (top, 1, f"1979080720050{n}201"),
            (top + 11.5, 1, "1"),
        ]
        for at, column, text in sorted(lines):
            place = Place(1, box=(70, at, 500, at + HEIGHT))
            rows.append(PhysicalRow([Cell((Line(text, place),), place) if c == column else Cell((), place) for c in range(2)], place))
    assert spaced(rows) is rows
    names = [row.with_cells([row.cells[0], Cell((), row.place)]) for row in rows]
    assert [row.cells[0].close for row in spaced(names) if row.text[0]] == [None, True, *[False, True] * 5]


def test_a_name_that_ends_in_a_degree_does_not_go_on() -> None:
    """ "SE", the degree, is not the first half of "se-kota"."""
    entries = [[[f"Laksmi Pertiwi {n}, SE"], ["Bendahara penerima", "dan pengeluaran"]] for n in range(4)]
    rows = []
    for n, entry in enumerate(entries):
        for at in range(2):
            place = Place(1, box=(70, 100 + 29 * n + LEADING * at, 500, 100 + 29 * n + LEADING * at + HEIGHT))
            texts = [cell[at] if at < len(cell) else "" for cell in entry]
            rows.append(PhysicalRow([Cell((Line(text, place),) if text else (), place) for text in texts], place))
    assert [row.cells[1].close for row in spaced(rows)] == [None, True, *[False, True] * 3]


def test_a_rare_kind_of_figure_is_a_value_where_the_white_sets_it_apart() -> None:
    def rows(close: bool | None) -> list[PhysicalRow]:
        place = Place(1, box=(400, 100, 440, 110))
        texts = [*[f"{n} Kios" for n in range(20, 30)], "80", "40 Kios"]
        return [PhysicalRow([Cell((Line(text, place),), place, close=close if text == "80" else None)], place) for text in texts]

    found = [begun_values(made, 0, describe(made, 1)) for made in (rows(False), rows(None))]
    assert [each[10] for each in found] == [True, False]
