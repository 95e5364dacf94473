"""Signs of the currency on a line above the figures of amounts."""

from extractor.tables.sign_above import with_signs
from tests.tables.printed import aligned_grid

EDGES = (0.0, 4.0, 30.0, 50.0, 70.0, 80.0)


def texts(*rows: str) -> list[list[str]]:
    return [[" ".join(cell.raw.split()) for cell in row.cells] for row in with_signs(aligned_grid(list(rows), EDGES)).rows]


def test_an_entry_between_the_signs_and_the_figures_of_its_amounts_is_one_line() -> None:
    rows = texts(
        "No | Program | Anggaran | Realisasi | %",
        "| | Rp. | Rp. |",
        "A | Layanan Arsip | | | 98,58",
        "| | 9.895.956.000 | 9.755.922.069 |",
        "| | Rp. | Rp. |",
        "Jumlah | | | | 98,58",
        "| | 9.895.956.000 | 9.755.922.069 |",
    )
    assert rows[1:] == [
        ["A", "Layanan Arsip", "Rp. 9.895.956.000", "Rp. 9.755.922.069", "98,58"],
        ["Jumlah", "", "Rp. 9.895.956.000", "Rp. 9.755.922.069", "98,58"],
    ]


def test_signs_that_figures_do_not_follow_in_their_columns_stay() -> None:
    rows = ["| | Rp. | Rp. |", "A | Layanan Arsip | | | 98,58", "| | 9.895.956.000 | |"]
    assert len(texts(*rows)) == 3
    assert len(texts("| | Rp. | Rp. |", "A | Layanan | 7.000.000 | | 98,58", "| | 9.895.956.000 | 9.755.922.069 |")) == 3
