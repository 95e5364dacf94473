"""Years against what the words around them tie them to."""

import pytest

from extractor.checks import examine
from extractor.checks.samples import mention, report
from extractor.model import Sebutan


def _found(*mentions: Sebutan) -> list[tuple[object, object]]:
    return [(f.dinyatakan, f.dihitung) for f in examine(report(sebutan=list(mentions))).findings if f.kode == "E04"]


@pytest.mark.parametrize(
    ("kind", "value", "found"),
    [
        ("laporan", "2023", [(2023, 2024)]), ("laporan", "2024", []),
        ("mendatang", "2024", [(2024, 2025)]), ("mendatang", "2025", []),
        ("urutan", "4 2020-2024", [(4, 5)]), ("urutan", "5 2020-2024", []), ("urutan", "4 2015-2019", []),
        ("dipa", "2023 2024", [(2023, 2024)]), ("dipa", "2024 2024", []),
        ("data", "16 Januari 2024", [("16 Januari 2024", None)]), ("data", "16 Januari 2025", []), ("data", "30 Juni 2024", []),
    ],
)  # fmt: skip
def test_a_year_is_judged_by_what_it_is_tied_to(kind: str, value: str, found: list[tuple[object, object]]) -> None:
    assert _found(mention("tahun", f"… {value}", value, kind)) == found


def test_the_term_that_stands_most_often_is_right() -> None:
    usual = [mention("tahun", "Renstra 2020-2024", "2020-2024", "masa", line=n) for n in range(3)]
    odd = mention("tahun", "Renstra 2020-2025", "2020-2025", "masa", line=9)
    older = mention("tahun", "Renstra 2015-2019", "2015-2019", "masa", line=11)
    assert _found(*usual, odd, older) == [("2020-2025", "2020-2024")]
    assert _found(usual[0], odd) == []
