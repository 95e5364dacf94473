"""Slips planted between reports, and what is counted of them."""

import random
from pathlib import Path
from typing import Any

import pytest

from bench.across import Planted, Report, agreement, altered, copied, last_year, provinces, summed, table, totals

INDICATOR = "Persentase warga yang memilih"


def made(folder: Path, name: str, place: str, year: int, text: str = "", told: int = 2023) -> Report:
    """A report of invented figures and its truth."""
    path = folder / f"{place}-{year}.txt"
    path.write_text(text)
    target = {"mentah": "83,3%", "jenis": "persen", "nilai": 83.3}
    truth: dict[str, Any] = {
        "satker": {"nama": name, "tingkat": "kabupaten", "wilayah": place, "kode_wilayah": "51.02"}, "tahun": year,
        "perjanjian_kinerja": [{"tahun": year, "unit": name, "baris": [{"indikator": INDICATOR, "sasaran": "Pemilu", "target": target}]}],
        "capaian_kinerja": [{"baris": [{"tahun": told, "indikator": INDICATOR, "realisasi": {"mentah": "78,20%", "nilai": 78.2}}]}],
        "realisasi_anggaran": [{"baris": [{"tingkat": "total", "tahun": year, "pagu": {"nilai": 2_000}, "realisasi": {"nilai": 1_500}}]}],
    }  # fmt: skip
    return Report(path, truth)


@pytest.mark.parametrize("printed", ["78,20%", "Rp 1.000", "12"])
def test_one_digit_is_another_and_the_form_stays(printed: str) -> None:
    for seed in range(20):
        wrong = altered(printed, random.Random(seed))
        assert wrong is not None
        assert len(wrong) == len(printed)
        assert sum(a != b for a, b in zip(wrong, printed, strict=True)) == 1


def test_last_years_figure_is_altered_in_the_later_report_alone(tmp_path: Path) -> None:
    before = made(tmp_path, "KPU Kabupaten Rekaan", "Rekaan", 2023, "78,20%")
    after = made(tmp_path, "KPU Kabupaten Rekaan", "Rekaan", 2024, "Tahun 2023: 78,20%\n")
    assert last_year(after, before, random.Random(1))
    assert "78,20%" not in after.text
    assert before.text == "78,20%"


def test_an_agreement_by_itself_has_another_target(tmp_path: Path) -> None:
    assert agreement(made(tmp_path, "KPU Kabupaten Rekaan", "Rekaan", 2024), tmp_path, random.Random(1))
    (written,) = tmp_path.glob("PK *.txt")
    assert INDICATOR in written.read_text()
    assert "83,3%" not in written.read_text()


def test_a_paragraph_of_another_body_stands_before_the_second_chapter(tmp_path: Path) -> None:
    words = "Kabupaten Lain " + " ".join(["kegiatan"] * 30)
    one, other = made(tmp_path, "A", "Rekaan", 2024, "BAB I\nx\nBAB II\ny\n"), made(tmp_path, "B", "Lain", 2023, words)
    assert copied(one, other)
    assert one.text.index(words) < one.text.index("BAB II")


def test_a_province_lists_its_bodies(tmp_path: Path) -> None:
    one, more = made(tmp_path, "KPU Kabupaten Tabanan", "Tabanan", 2024), tmp_path / "more"
    more.mkdir()
    assert totals(one) == (2_000, 1_500)
    planted = [list(provinces([one], more, random.Random(seed))) for seed in range(9)]
    assert {len(each) for each in planted} == {0, 1}
    assert "KPU Kabupaten Tabanan\t2.000\t" in next(more.iterdir()).read_text()


def test_what_is_missed_and_what_is_too_much_is_counted() -> None:
    a, b, c = Planted("X01", "A", 2024), Planted("X01", "B", 2024), Planted("X01", "C", 2024)
    counts = table([a, b], [(a, ""), (a, ""), (c, "")])
    assert counts["X01"] == (2, 1, 1)
    assert next(summed([counts, counts])) == "| X01 | 4 | 2 | 2 |"
