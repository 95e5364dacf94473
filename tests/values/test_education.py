import pytest

from extractor.values.education import read_pendidikan


@pytest.mark.parametrize(
    "level",
    [
        "S1", "S-2", "S.3", "D3", "D.III", "D-IV/S1", "SMA", "SMK", "SD", "SMP", "P.C", "Paket C", "SLTA/Sederajat",
        "Strata 1", "Diploma III", "Magister",
        "Sarjana (S1)", "Doktor", "Sekolah Menengah Atas",
    ],
)  # fmt: skip
def test_levels_are_given_as_printed(level: str) -> None:
    assert read_pendidikan(level) == level
    assert read_pendidikan(f"{level}  Hukum") == level


@pytest.mark.parametrize("text", ["", "-", "Hukum", "Ilmu Pemerintahan", "S.IP", "KPU", "2009"])
def test_fields_of_study_are_no_levels(text: str) -> None:
    assert read_pendidikan(text) is None
