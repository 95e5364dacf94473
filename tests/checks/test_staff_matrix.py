"""Counts of staff by two things at once."""

from extractor.checks import examine
from extractor.checks.samples import recap, staff


def test_the_cells_of_a_matrix_are_counts_of_parts() -> None:
    cells = [recap("status", f"PNS ({unit})", count, line, "T01") for line, (unit, count) in enumerate([("Perawat", 96), ("Bidan", 22)], 1)]
    whole = recap("status", "PNS", 118, 3, "T01")
    assert examine(staff(counted=[*cells, whole])).findings == []
    assert [f.kode for f in examine(staff(counted=[*cells, whole, recap("status", "PNS", 120, 9)])).findings] == ["D01"]


def test_a_unit_with_brackets_in_its_name_is_a_part_too() -> None:
    cells = [
        recap("golongan", f"Gol. III ({unit})", count, line, "T01")
        for line, (unit, count) in enumerate([("Camat", 11), ("Kelurahan (15)", 58)], 1)
    ]
    assert examine(staff(counted=[*cells, recap("golongan", "Gol. III", 69, 3, "T01")])).findings == []


def test_occupations_are_parts_of_the_honorary_staff() -> None:
    jobs = [recap("status", job, count, line, "T01") for line, (job, count) in enumerate([("Tenaga Pengamanan", 3), ("Pengemudi", 2)], 1)]
    assert examine(staff(counted=[*jobs, recap("status", "PPNPN", 5, 3, "T01")])).findings == []
    assert examine(staff(counted=jobs)).findings == []
    assert [f.kode for f in examine(staff(counted=[*jobs, recap("status", "Pengemudi", 4, 9)])).findings] == ["D01"]
