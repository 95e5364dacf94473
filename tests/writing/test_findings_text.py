from io import StringIO

from rich.console import Console

from extractor.checks.samples import report, table
from extractor.model import LaporanSatker
from extractor.report import checked
from extractor.writing.findings import rows
from extractor.writing.findings_text import show

BUDGET = "No | Uraian | Pagu (Rp)\n1 | Honorarium | 14.655.750.000\n2 | Perjalanan | 250.400.000\n | JUMLAH | {}"


def examined(total: str) -> LaporanSatker:
    return checked(report(tabel=[table(BUDGET.format(total))]), None)


def text(given: LaporanSatker) -> str:
    console = Console(width=200, file=StringIO())
    show([given], console)
    return console.file.getvalue()  # type: ignore[attr-defined]


def test_a_finding_says_what_would_settle_it() -> None:
    given = examined("14.906.510.000")
    assert "usulan (keyakinan 0,9" in text(given)
    assert "dengan 14.906.150.000" in text(given)
    (row,) = rows(given)
    assert "14.906.150.000" in row["usulan"]
    assert row["keyakinan_usulan"] > 0.9


def test_several_possible_values_are_counted_and_none_is_shown() -> None:
    given = examined("14.906.150.001")
    given.rekonsiliasi = [entry.model_copy(update={"metode": "alternatif"}) for entry in given.rekonsiliasi]
    for finding in given.temuan:
        finding.rekonsiliasi = None
    assert "tidak ada yang dipilih" in text(given)
    assert "usulan" not in text(given)
    assert rows(given)[0]["usulan"] is None


def test_a_clean_report_has_neither() -> None:
    assert "Tidak ada temuan." in text(examined("14.906.150.000"))
