"""Who has not sent a report."""

from pathlib import Path

import pytest

from extractor.batch.expected import read_expected
from tests.batch.runs import extract
from tests.hostile import plan, report

HEAD = "satker,tahun\n"


def belum(tmp_path: Path, listed: str) -> list[str]:
    (tmp_path / "in").mkdir(exist_ok=True)
    (tmp_path / "in" / "a.txt").write_text(report(2023, plan(2)))
    (tmp_path / "daftar.csv").write_text(listed, "utf-8-sig")
    extract(tmp_path / "in", out=tmp_path / "out", expect=str(tmp_path / "daftar.csv"))
    return (tmp_path / "out" / "belum.csv").read_text("utf-8-sig").splitlines()[1:]


@pytest.mark.parametrize("name", ["KPU Kabupaten Banyumas", "Kabupaten Banyumas", "KPU Kab. Banyumas", "kpu kabupaten banyumas"])
def test_a_satker_is_known_by_any_spelling_of_its_kind(tmp_path: Path, name: str) -> None:
    assert belum(tmp_path, f"{HEAD}{name},2023\nKPU Kabupaten Cilacap,2023\n") == ["KPU Kabupaten Cilacap,2023,belum mengirim"]


def test_the_year_counts_where_it_is_given(tmp_path: Path) -> None:
    assert belum(tmp_path, f"{HEAD}KPU Kabupaten Banyumas,2024\n") == ["KPU Kabupaten Banyumas,2024,belum mengirim"]
    assert belum(tmp_path, "satker\nKPU Kabupaten Banyumas\n") == []


def test_who_is_not_on_the_list_is_named(tmp_path: Path) -> None:
    lines = belum(tmp_path, "tahun;satker\n2023;KPU Kota Semarang\n")
    assert lines == ["KPU Kota Semarang,2023,belum mengirim", "KPU Kabupaten Banyumas,2023,tidak ada di daftar"]


def test_the_list_leaves_the_output_with_its_option(tmp_path: Path) -> None:
    belum(tmp_path, "satker\nKPU Kota Semarang\n")
    extract(tmp_path / "in", out=tmp_path / "out")
    assert not (tmp_path / "out" / "belum.csv").exists()


@pytest.mark.parametrize("listed", ["nama\nKPU Kota Semarang\n", "", f"{HEAD}KPU Kota Semarang,dua ribu\n"])
def test_what_is_no_list_is_refused(tmp_path: Path, listed: str) -> None:
    (tmp_path / "daftar.csv").write_text(listed)
    with pytest.raises(ValueError, match=r"daftar\.csv"):
        read_expected(tmp_path / "daftar.csv")
