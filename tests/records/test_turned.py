"""Figures of performance tables whose columns were taken for one another."""

import pytest

from extractor.checks.samples import achievements
from extractor.records.turned import settle_order

RIGHT = [("a", "78.9", "76.1", "96.45%"), ("b", "41", "39", "95.12%"), ("c", "95", "91.66", "96.48%")]
Row = tuple[str, str, str, str]


def _settled(rows: list[Row]) -> list[Row]:
    block = achievements(*rows)
    settle_order(block.baris)
    return [
        (r.indikator or "", *(t.mentah for t in (r.target, r.realisasi, r.capaian) if t is not None))  # type: ignore[misc]
        for r in block.baris
    ]


def test_figures_in_another_order_are_put_right() -> None:
    assert _settled([(n, c, t, r) for n, t, r, c in RIGHT]) == RIGHT


@pytest.mark.parametrize(
    "rows",
    [
        RIGHT,
        RIGHT[:2],
        [(n, c, t, r) for n, t, r, c in RIGHT[:2]],
        [*((n, c, t, r) for n, t, r, c in RIGHT[:2]), RIGHT[2]],
        [(n, c.strip("%"), t, r) for n, t, r, c in RIGHT],
        [("a", "10", "20", "70%"), ("b", "11", "13", "17%"), ("c", "19", "23", "29%")],
    ],
    ids=["right", "right and few", "few", "one row is right", "no sign tells target and capaian", "no order holds"],
)
def test_what_is_right_or_cannot_be_told_stays(rows: list[Row]) -> None:
    assert _settled(rows) == rows
