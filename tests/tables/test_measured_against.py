"""Targets of the plan's last year and of other bodies are not those of the year."""

import pytest

from tests.tables.printed import only_table, tabbed

COVERAGE = ("Cakupan taman terawat", "Persentase pohon yang disiram", "Nilai kerapian kebun")
FIGURES = (("100%", "88%", "88,00%", "99%"), ("99%", "96%", "96,97%", "99%"), ("80", "72", "90,00%", "85"))
BOTH = (("100%", "90%", "88%", "97,78%", "88,00%"), ("99%", "95%", "96%", "101,05%", "96,97%"), ("80", "75", "72", "96,00%", "90,00%"))


def _roles(
    *headers: str, figures: tuple[tuple[str, ...], ...] = FIGURES, title: str = "Capaian Kinerja Tahun 2023"
) -> list[tuple[str | None, int | None]]:
    header = " | ".join(("No", "Indikator Kinerja", *headers))
    rows = [" | ".join((str(n + 1), COVERAGE[n], *row[: len(headers)])) for n, row in enumerate(figures)]
    table = only_table(f"{title}\n\n" + tabbed(header, *rows))
    assert table.kind == "capaian_kinerja"
    return [(column.role, column.year) for column in table.columns[2:]]


@pytest.mark.parametrize(
    ("headers", "found"),
    [
        (
            ("Target Akhir Renstra 2026", "Realisasi Tahun 2023", "Capaian (%)"),
            [("target", 2026), ("realisasi", 2023), ("capaian", 2026)],
        ),
        (
            ("Target Renstra Tahun 2026", "Realisasi Tahun 2023", "Capaian Terhadap Renstra 2026"),
            [("target", 2026), ("realisasi", 2023), ("capaian", 2026)],
        ),
        (
            ("Target 2023", "Realisasi 2023", "Capaian 2023", "Target Jangka Menengah 2026"),
            [("target", 2023), ("realisasi", 2023), ("capaian", 2023), ("target", 2026)],
        ),
    ],
)
def test_a_target_of_the_plan_is_that_of_its_own_year(headers: tuple[str, ...], found: list[tuple[str | None, int | None]]) -> None:
    assert _roles(*headers) == found


@pytest.mark.parametrize("standard", ["Standar Nasional", "Target Nasional", "Target Akhir Renstra"])
def test_an_achievement_by_a_target_of_no_year_is_not_the_years(standard: str) -> None:
    assert ("capaian", 2023) not in _roles(standard, "Realisasi 2023", "Capaian")


def test_the_years_own_target_stands_beside_that_of_the_plan() -> None:
    headers = ("Target Renstra", "Target", "Realisasi", "Capaian", "Capaian Terhadap Renstra")
    assert [role for role, _ in _roles(*headers, figures=BOTH)] == ["jangka_menengah", "target", "realisasi", "capaian", "jangka_menengah"]
    assert [role for role, _ in _roles("Target Renstra", "Realisasi", "Capaian")] == ["target", "realisasi", "capaian"]


def test_the_years_of_a_plan_stay_those_of_its_targets() -> None:
    header = "No | Indikator Kinerja | Target Renstra 2021-2025 | | Target 2023 | Realisasi 2023 | Capaian 2023"
    rows = [" | ".join((str(n + 1), COVERAGE[n], "4", *row)) for n, row in enumerate(FIGURES)]
    table = only_table("Capaian Kinerja Tahun 2023\n\n" + tabbed(header, " | | 2022 | 2024 | | |", *rows))
    assert [(column.role, column.year) for column in table.columns[2:5]] == [("target", 2022), ("target", 2024), ("target", 2023)]


def test_what_was_reached_of_a_plan_alone_is_what_was_reached() -> None:
    assert [role for role, _ in _roles("Target Renstra", "Realisasi Renstra", "Capaian")] == ["target", "realisasi", "capaian"]


def test_the_plans_end_is_in_the_title() -> None:
    found = _roles("Target Jangka Menengah", "Realisasi Tahun 2023", "(%)", title="Capaian Kinerja Tahun 2023 terhadap Renstra 2021-2026")
    assert found == [("target", 2026), ("realisasi", 2023), ("capaian", 2026)]


def test_the_realisation_of_a_year_before_is_no_target() -> None:
    found = _roles("Realisasi Tahun 2022", "Realisasi Tahun 2023", "(%)", title="Perbandingan Realisasi Kinerja Tahun 2022 dan 2023")
    assert found[:2] == [("realisasi", 2022), ("realisasi", 2023)]
    assert found[2][0] is None


def test_the_year_of_an_achievement_by_the_plan_is_not_the_one_that_was_reached() -> None:
    headers = ("Target Renstra", "Target 2023", "Realisasi 2023", "% Realisasi", "Capaian Tahun 2023 terhadap Target Akhir Renstra")
    roles = [role for role, _ in _roles(*headers, figures=BOTH)]
    assert roles[1:4] == ["target", "realisasi", "capaian"]
    assert roles[4] != "capaian"


def test_a_rise_since_another_year_is_no_share_of_what_was_spent() -> None:
    header = "Uraian | Anggaran 2023 | Realisasi 2023 | (%) | Realisasi 2022 | Naik/Turun (%)"
    rows = ("Taman | 7.000.000 | 6.750.000 | 96,43 | 6.200.000 | 8,87", "Kebun | 1.750.000 | 1.625.000 | 92,86 | 1.500.000 | 8,33")
    table = only_table("Realisasi Anggaran Tahun 2023\n\n" + tabbed(header, *rows))
    assert [column.index for column in table.columns if column.role == "persen"] == [3]
