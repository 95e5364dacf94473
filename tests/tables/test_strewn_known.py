"""Texts of cells that the report's other tables tell, where columns are lost. All texts are invented."""

import pytest

from extractor.reading.document import Document, Grid, Line, Page, Place
from extractor.records.registry import SPECS
from extractor.tables.strewn import gathered
from extractor.tables.strewn_grid import Gathered
from extractor.tables.strewn_heads import Head
from extractor.tables.strewn_known import Known
from extractor.tables.strewn_model import Lost

AGREEMENT = """PERJANJIAN KINERJA TAHUN 2024

No

Sasaran Strategis

Indikator Kinerja

Target

1

Meningkatnya kualitas layanan kepada warga

Indeks kepuasan warga kelurahan

88,00

2

Terwujudnya tata kelola yang baik

Jumlah forum warga kelurahan

4 Forum

3

Meningkatnya minat baca warga

Persentase warga yang membaca

70%
"""
MEASURES = """INDIKATOR KINERJA UTAMA

No

Sasaran Strategis

Indikator Kinerja

Cara Perhitungan

Sumber Data

1
Meningkatnya kualitas
layanan kepada warga
Indeks kepuasan
Warga Kelurahan
Hasil survei tahunan
Laporan unit

2
Terwujudnya tata kelola
yang baik
Jumlah forum
Warga Kelurahan
Dihitung tiap bulan
Laporan unit

3
Meningkatnya minat
baca warga
Persentase warga
yang membaca
Warga yang membaca dibagi
semua warga
Basis data
"""


def _document(*bodies: str) -> Document:
    pages: list[Page] = []
    for number, body in enumerate(bodies, 1):
        lines: list[Line] = []
        gap = 1.0
        for at, raw in enumerate(body.splitlines(), 1000 * number):
            if raw:
                lines.append(Line(raw, Place(lines=(at, at)), gap))
            gap = 0.0 if raw else gap + 1.0
        pages.append(Page(number, list(lines)))
    return Document("laporan.txt", "0" * 64, "teks", pages)


def tables(*bodies: str) -> list[list[list[str]]]:
    found = gathered(_document(*bodies), SPECS)
    grids = [block for _, block in found.blocks() if isinstance(block, Grid)]
    return [[[" ".join(cell.raw.split()) for cell in row.cells] for row in grid.rows[1:]] for grid in grids]


def test_texts_of_a_block_begin_and_end_where_another_table_tells() -> None:
    assert [row[:3] for row in tables(AGREEMENT, MEASURES)[-1]] == [
        ["1", "Meningkatnya kualitas layanan kepada warga", "Indeks kepuasan Warga Kelurahan"],
        ["2", "Terwujudnya tata kelola yang baik", "Jumlah forum Warga Kelurahan"],
        ["3", "Meningkatnya minat baca warga", "Persentase warga yang membaca"],
    ]


@pytest.mark.parametrize(
    ("role", "text", "sign"),
    [
        ("indikator", "1. Jumlah forum warga kelurahan", 1),
        ("indikator", "Jumlah forum", 1),
        ("sasaran", "Jumlah forum", -1),
        ("cara_hitung", "Jumlah forum warga kelurahan", -1),
        ("indikator", "Jumlah forum warga kelurahan dan desa", 0),
        ("indikator", "Jumlah", 0),
    ],
)
def test_known_texts_and_their_beginnings_belong_in_their_column(role: str, text: str, sign: int) -> None:
    grid = next(block for block in gathered(_document(AGREEMENT), SPECS).pages[0].blocks if isinstance(block, Grid))
    labels = [" ".join(cell.raw.split()) for cell in grid.rows[0].cells]
    spec = next(spec for spec in SPECS if spec.kind == "pk")
    roles = dict(zip(("No", "Sasaran Strategis", "Indikator Kinerja", "Target"), ("nomor", "sasaran", "indikator", "target"), strict=True))
    columns = tuple(Lost(next(role for role in spec.roles if role.name == roles[label]), label) for label in labels)
    worth = Known([Gathered(Head(spec, columns, {}, 0.0), grid, [grid])]).worth(role, text)
    assert (worth > 0) - (worth < 0) == sign
