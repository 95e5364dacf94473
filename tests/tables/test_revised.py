"""Figures before and after a revision, side by side."""

import pytest

from tests.tables.printed import only_table, tabbed


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("Pagu Awal (Rp)", "Pagu Revisi (Rp)"),
        ("Anggaran Sebelum Perubahan", "Anggaran Setelah Perubahan"),
        ("Anggaran Semula", "Anggaran Menjadi"),
        ("Anggaran Murni (Rp)", "Anggaran Perubahan (Rp)"),
    ],
)
def test_the_figure_after_a_revision_is_that_of_the_record(before: str, after: str) -> None:
    table = only_table(
        tabbed(
            f"No | Program | {before} | {after} | Realisasi | %",
            "1 | Program Penunjang Urusan | 2.914.650.300 | 2.987.215.450 | 2.874.332.126 | 96,22",
            "2 | Program Pertamanan | 214.500.000 | 198.750.000 | 189.446.800 | 95,32",
            " | JUMLAH | 3.129.150.300 | 3.185.965.450 | 3.063.778.926 | 96,16",
        )
    )
    roles = {column.header: column.role for column in table.columns}
    assert table.kind == "realisasi_anggaran"
    assert roles[after] == "pagu"
    assert roles[before] is None


def test_a_lone_earlier_figure_keeps_its_role() -> None:
    table = only_table(
        tabbed("No | Program | Pagu Awal | Realisasi | %", "1 | Program Pertamanan | 200.000.000 | 189.446.800 | 94,72",
               "2 | Program Kebersihan | 300.000.000 | 150.000.000 | 50,00")
    )  # fmt: skip
    assert {column.header: column.role for column in table.columns}["Pagu Awal"] == "pagu"
