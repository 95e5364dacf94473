"""Cells that narrow columns break into pieces: put together where that is sure, else no table (all texts are invented)."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractor.reading.document import Document, Grid, Line, Page, Place
from extractor.records.registry import SPECS
from extractor.tables.strewn import gathered
from extractor.tables.strewn_doubts import is_strange
from extractor.tables.strewn_fit import looks_of
from extractor.tables.strewn_heads import Wordings, find_labels, heads_of
from extractor.tables.strewn_model import Piece
from extractor.tables.strewn_units import with_signs

YEARS = "No\n\nIndikator Kinerja\n\n2023\n\nTarget\n\nRealisasi\n\nCapaian\n\n2024\n\nTarget\n\nRealisasi\n\nCapaian"
MEASURES = ("Jumlah pasar tertata", "Jumlah kios terisi", "Persentase pedagang terdata", "Jumlah taman terawat")


def lines_of(text: str) -> list[Line]:
    lines = text.split("\n")
    return [Line(line, Place(lines=(at, at)), gap=float(at == 1 or not lines[at - 2])) for at, line in enumerate(lines, start=1) if line]


def tables(text: str) -> list[list[list[str]]]:
    document = gathered(Document("laporan.txt", "0" * 64, "teks", [Page(1, lines_of(text))]), SPECS)
    grids = [block for _, block in document.blocks() if isinstance(block, Grid)]
    return [[[" ".join(cell.raw.split()) for cell in row.cells] for row in grid.rows] for grid in grids]


def of_years(shares: list[str]) -> str:
    rows = [
        f"{at}\n\n{measure}\n\n40\n\n20\n\n{share}\n\n60\n\n54\n\n{share if share == 'B' else '90,00%'}"
        for at, (measure, share) in enumerate(zip(MEASURES, shares, strict=True), start=1)
    ]
    return "\n\n".join(["Tabel 3 Perbandingan Capaian Kinerja Tahun 2023 dan 2024", YEARS, *rows])


def test_rows_of_several_years_are_a_table_where_their_shares_are_those_of_their_figures() -> None:
    (rows,) = tables(of_years(["50,00%"] * 4))
    assert rows[1] == ["1", MEASURES[0], "40", "20", "50,00%", "60", "54", "90,00%"]


def test_rows_of_several_years_of_which_hardly_any_share_tells_stay_text() -> None:
    assert tables(of_years(["50,00%", "B", "B", "B"])) == []


@pytest.mark.parametrize(("share", "strange"), [("90%", False), ("%", True)])
def test_signs_of_per_cent_without_figures_make_no_table(share: str, strange: bool) -> None:
    wordings = Wordings(SPECS)
    labels = find_labels(lines_of("No\n\nIndikator Kinerja\n\nTarget\n\nRealisasi\n\nCapaian"), wordings)
    head = next(head for head in heads_of(labels, (), "Capaian Kinerja", wordings) if head.spec.kind == "capaian_kinerja")
    cells = {(row, column): share if row > 1 else "80%" for row in range(4) for column in (2, 3, 4)}
    assert is_strange(cells, head) == strange


@pytest.mark.parametrize(
    ("texts", "whole"),
    [
        (["40", "20", "50,00", "%"], ["40", "20", "50,00%"]),
        (["80", "60", "75,00", "%", "%", "%"], ["80%", "60%", "75,00%"]),
        (["80", "50", "75,00", "%"], ["80", "50", "75,00", "%"]),
        (["96,26", "445.158.650", "%"], ["96,26%", "445.158.650"]),
    ],
)
def test_signs_of_per_cent_below_the_figures_of_a_block_stand_behind_them_where_that_is_sure(texts: list[str], whole: list[str]) -> None:
    found = with_signs([Piece(text, Line(text, Place()), opens=at == 0) for at, text in enumerate(texts)])
    assert [piece.text for piece in found] == whole


def test_shares_below_their_figures_are_a_column_that_no_header_names() -> None:
    text = "Tabel 1 Realisasi Anggaran Tahun 2024\n\nNo\n\nProgram/Kegiatan\n\nPagu\n\nRealisasi"
    names = ("Penataan Taman", "Penataan Pasar", "Pengelolaan Arsip")
    figures = (("10,000", "15,000", "150.00"), ("20,000", "25,000", "125.00"), ("40,000", "45,000", "112.50"))
    rows = "".join(
        f"\n\n{at}\n\n{name}\n\n{pagu},000,0\n00\n\n{spent},000,0\n00\n\n{share}"
        for at, (name, (pagu, spent, share)) in enumerate(zip(names, figures, strict=True), start=1)
    )
    (found,) = tables(text + rows)
    assert [row[2:] for row in found[1:]] == [[f"{pagu},000,000", f"{spent},000,000", share] for pagu, spent, share in figures]


@pytest.mark.parametrize("parts", [("3.956.158.0", "00,00"), ("3.956.158", ".000,00"), ("3.956.15", "8.000,00"), ("3.956.158.000,0", "0")])
def test_an_amount_that_a_narrow_column_breaks_is_whole(parts: tuple[str, str]) -> None:
    text = "Tabel 1 Alokasi Anggaran Tahun 2024\n\nNo\n\nProgram/Kegiatan\n\nPagu"
    rows = "".join(f"\n\n{at}\n\nPenataan {name}\n\n{parts[0]}\n{parts[1]}" for at, name in enumerate(("Taman", "Pasar"), start=1))
    assert [row[-1] for row in tables(text + rows)[0][1:]] == ["3.956.158.000,00"] * 2


@given(st.lists(st.integers(1, 99), min_size=3, max_size=5), st.sampled_from(["Penataan Taman", "Reviu laporan", "Pasar"]))
def test_a_budget_code_before_words_is_no_quantity(parts: list[int], words: str) -> None:
    assert "quantity" not in looks_of(f"{'.'.join(f'{part:02}' for part in parts)} {words}")
    assert "quantity" in looks_of(f"{parts[0]} Pasar")
