"""Markdown tables whose converter left out the slots of merged cells."""

from collections.abc import Sequence

from hypothesis import given
from hypothesis import strategies as st

from extractor.reading.text_lines import SourceLine
from extractor.reading.text_tables import pipe_grid

WORDS = st.sampled_from(["", "1", "12", "a.", "Tertibnya arsip", "95%", "412 Berkas", "WA.4480", "Rp 1.250.000"])


def cells(*rows: str) -> list[list[str]]:
    grid = pipe_grid([SourceLine(n, row) for n, row in enumerate(rows, start=1)], 0.0)
    assert grid is not None
    return [[" ".join(line.text for line in cell.lines) for cell in row.cells] for row in grid.rows]


def test_a_row_below_merged_cells_stands_under_its_headers() -> None:
    found = cells(
        "| No | Sasaran | Indikator | Target | Realisasi |",
        "| --- | --- | --- | --- | --- |",
        "| 1 | Tertibnya arsip | a. Persentase berkas yang tertata | 80% | 84% |",
        "| b. Jumlah berkas yang dipindai | 412 Berkas | 398 Berkas |",
        "| 2 | Cepatnya layanan | Indeks layanan | 79 | 81,2 |",
    )
    assert found[2] == ["", "", "b. Jumlah berkas yang dipindai", "412 Berkas", "398 Berkas"]


def test_the_second_row_of_a_header_stands_below_the_cell_over_several_columns() -> None:
    found = cells(
        "| Unit Kerja | Pendidikan | | | Jumlah |",
        "| --- | --- | --- | --- | --- |",
        "| SLTA | S1 | S2 |",
        "| Bagian Umum | 6 | 31 | 8 | 45 |",
    )
    assert found[1] == ["", "SLTA", "S1", "S2", ""]


def test_a_short_row_of_figures_is_no_header() -> None:
    found = cells("| Uraian | Jumlah | | Catatan |", "| --- | --- | --- | --- |", "| Rp 1.250.000 | 98% |", "| L | P |")
    assert found[1:] == [["Rp 1.250.000", "98%"], ["L", "P"]]


def test_a_short_row_that_fits_where_it_stands_stays() -> None:
    found = cells(
        "| No | Uraian | Pagu | Keterangan |",
        "| --- | --- | --- | --- |",
        "| 1 | Belanja pegawai | 1.250.000 | selesai |",
        "| 2 | Belanja barang | 750.000 |",
        "| 3 | Belanja modal | 500.000 | selesai |",
    )
    assert found[2] == ["2", "Belanja barang", "750.000"]


def test_without_a_whole_row_nothing_is_moved() -> None:
    assert cells("| No | Uraian | Pagu |", "| --- | --- | --- |", "| Belanja | 5 |")[1:] == [["Belanja", "5"]]


@given(st.lists(st.lists(WORDS, min_size=1, max_size=6), min_size=1, max_size=6))
def test_no_cell_is_lost_and_their_order_stays(rows: Sequence[Sequence[str]]) -> None:
    lines = ["| Satu | Dua | | Empat | Lima | Enam |", "| --- | --- | --- | --- | --- | --- |", *(f"| {' | '.join(row)} |" for row in rows)]
    found = cells(*lines)[1:]
    assert [[text for text in row if text] for row in found] == [[text for text in row if text] for row in rows]
