from extractor.checks import examine
from extractor.checks.samples import report, table

PLAN = """
No | Uraian | Anggaran (Rp)
1 | Sarana kantor | 3.000.000.000
a | Layanan sarana | 3.000.000.000
b | Gedung | 2.000.000.000
c | Kendaraan | {}
2 | Data pemilih | 500.000.000
a | Layanan data | 500.000.000
b | Pemutakhiran | 500.000.000
"""


def sums(amount: str) -> list[str]:
    found = examine(report(tabel=[table(PLAN.format(amount))])).findings
    return [finding.pesan.id for finding in found if finding.kode == "A01"]


def test_a_line_that_says_its_parent_again_is_not_added_to_its_own_parts() -> None:
    assert sums("1.000.000.000") == []


def test_parts_that_do_not_add_up_are_told_all_the_same() -> None:
    (message,) = sums("1.200.000.000")
    assert "Sarana kantor" in message
