"""Figures that only the rest of the report can tell."""

import pytest

from extractor.records import capaian
from extractor.records.context import Context
from extractor.records.grouped import settle_groups
from tests.tables.printed import drawn_document, tables


@pytest.mark.parametrize(
    ("amounts", "value"),
    [(("1,250,000,000", "2,500,000"), 6259), (("1.250.000.000", "2.500.000"), 6.259), (("1,250,000", "2.500.000"), 6.259)],
)
def test_a_count_is_grouped_as_the_amounts_of_the_report_are(amounts: tuple[str, str], value: float) -> None:
    goals = [
        "No | Sasaran | Indikator Kinerja | Target | Realisasi | Capaian",
        "1 | Tertib | Jumlah berkas | 6,259 Berkas | 6 Berkas | 100%",
    ]
    budget = ["No | Program | Pagu | Realisasi", f"1 | Arsip | {amounts[0]} | {amounts[1]}", "2 | Pasar | - | -"]
    flow = tables(drawn_document(["Capaian Kinerja", goals, "Realisasi Anggaran", budget]))
    [row] = capaian.read(flow[0], Context("dok", 2024))
    settle_groups([row.target, row.realisasi, row.capaian], flow)
    assert row.target is not None
    assert float(row.target.nilai or 0) == value
    assert row.target.satuan == "Berkas"
