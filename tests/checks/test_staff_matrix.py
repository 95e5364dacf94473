"""Counts of staff by two things at once."""

from extractor.checks import examine
from extractor.checks.samples import recap, staff


def test_the_cells_of_a_matrix_are_counts_of_parts() -> None:
    cells = [recap("status", f"PNS ({unit})", count, line, "T01") for line, (unit, count) in enumerate([("Perawat", 96), ("Bidan", 22)], 1)]
    whole = recap("status", "PNS", 118, 3, "T01")
    assert examine(staff(counted=[*cells, whole])).findings == []
    assert [f.kode for f in examine(staff(counted=[*cells, whole, recap("status", "PNS", 120, 9)])).findings] == ["D01"]
