from decimal import Decimal

from extractor.checks import examine
from extractor.checks.samples import report, spending, table
from extractor.model import LaporanSatker, Rekonsiliasi
from extractor.reconciling import propose

BUDGET = """
No | Uraian | Pagu (Rp) | Realisasi (Rp)
1  | Honorarium petugas | 14.655.750.000 | {}
2  | Perjalanan dinas | 250.400.000 | 249.100.000
3  | Sewa gedung | 97.300.000 | 96.100.000
   | JUMLAH | 15.003.450.000 | {}
"""


def proposals(given: LaporanSatker) -> list[Rekonsiliasi]:
    found = examine(given)
    given.temuan = found.findings
    return propose(found.case, found.findings)


def at(given: LaporanSatker, path: str) -> object:
    """What a JSON pointer names."""
    node: object = given.model_dump(mode="json")
    for part in path.strip("/").split("/"):
        node = node[int(part)] if isinstance(node, list) else node[part]  # type: ignore[index]
    return node


def test_a_report_that_agrees_gets_no_proposal() -> None:
    assert proposals(report(tabel=[table(BUDGET.format("14.655.750.000", "15.000.950.000"))])) == []


def test_a_lost_group_is_proposed_at_its_cell_and_linked_to_its_finding() -> None:
    given = report(tabel=[table(BUDGET.format("14.655.750", "15.000.950.000"))])
    (entry,) = proposals(given)
    assert (entry.dinyatakan, entry.menjadi, entry.metode) == (14_655_750, 14_655_750_000, "deduktif")
    assert at(given, entry.jalur) == "14.655.750"
    assert "15.000.950.000" not in entry.alasan.id
    assert entry.keyakinan > 0.9
    assert entry.temuan
    assert {finding.rekonsiliasi for finding in given.temuan if finding.id in entry.temuan} == {entry.id}


def test_a_figure_that_is_in_a_record_is_named_there() -> None:
    given = report(realisasi_anggaran=[spending([("Dukungan Manajemen", "program", "3.045.667.000", "3.037.102.322", "97,92%")])])
    entries = proposals(given)
    paths = {entry.jalur: entry.menjadi for entry in entries}
    assert paths["/realisasi_anggaran/0/baris/0/persen/nilai"] == Decimal("99.72")
    assert at(given, "/realisasi_anggaran/0/baris/0/persen/nilai") == 97.92


def test_what_two_figures_could_explain_is_left_open() -> None:
    """13 against 14: nothing says which of the parts or the total is wrong."""
    given = report(tabel=[table("No | Kelompok | Orang\n1 | Golongan III | 4\n2 | Golongan II | 5\n3 | Golongan I | 6\n | JUMLAH | 14")])
    entries = proposals(given)
    assert all(entry.metode == "alternatif" for entry in entries)
    assert all(finding.rekonsiliasi is None for finding in given.temuan)


def test_an_amount_and_its_percent_in_one_cell_are_two_figures() -> None:
    given = report(realisasi_anggaran=[spending([("Dukungan Manajemen", "program", "3.045.667.000", "3.037.102.322", "97,92%")])])
    line = given.realisasi_anggaran[0].baris[0]
    assert line.realisasi is not None
    assert line.persen is not None
    line.persen.sumber = line.realisasi.sumber
    assert {entry.jalur for entry in proposals(given)} >= {"/realisasi_anggaran/0/baris/0/persen/nilai"}
