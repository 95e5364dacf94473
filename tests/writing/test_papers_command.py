"""The working paper and the pages, as they are asked for on the command line."""

import io
from pathlib import Path

import pytest
from bs4 import BeautifulSoup
from openpyxl import load_workbook

REPORT = """LAPORAN KINERJA
KOMISI PEMILIHAN UMUM KABUPATEN BANYUMAS
TAHUN 2023

BAB III
AKUNTABILITAS KINERJA

Tabel 3.1 Realisasi Anggaran Tahun 2023

No\tProgram\tPagu\tRealisasi\t%
1\tProgram Dukungan Manajemen\t3.045.667.000\t3.037.102.322\t97,92%
2\tProgram Penyelenggaraan Pemilu\t26.285.780.000\t25.919.081.281\t98,60%
\tJUMLAH\t29.331.447.000\t28.956.183.603\t98,72%
"""


@pytest.fixture
def wrong(tmp_path: Path) -> Path:
    path = tmp_path / "laporan.txt"
    path.write_text(REPORT)
    return path


def test_check_writes_both(lkj, wrong: Path, tmp_path: Path) -> None:
    book, folder = tmp_path / "kertas" / "temuan.xlsx", tmp_path / "halaman"
    result = lkj("check", wrong, "--xlsx", book, "--html", folder)
    assert result.returncode == 1 and "A02" in result.stdout and str(book) in result.stderr
    assert load_workbook(book)["Temuan"]["D2"].value == "A02"
    (page,) = (path for path in folder.iterdir() if path.name != "index.html")
    marked = BeautifulSoup(page.read_text(), "html.parser").select_one("mark.first")
    assert marked.get_text().endswith("97,92%") and "Program Dukungan" in marked.find_parent("span", class_="line").get_text()


def test_extract_writes_the_working_paper_unless_told_otherwise(lkj, wrong: Path, tmp_path: Path) -> None:
    out, bare, folder = tmp_path / "out", tmp_path / "bare", tmp_path / "halaman"
    assert lkj("extract", wrong, "--out", out).returncode == 0
    assert lkj("extract", wrong, "--out", bare, "--format", "json").returncode == 0
    assert load_workbook(io.BytesIO((out / "temuan.xlsx").read_bytes()))["Temuan"]["D2"].value == "A02"
    assert not (bare / "temuan.xlsx").exists()
    assert lkj("check", out, "--html", folder, "--lang", "en").returncode == 1
    assert any("mark class" in path.read_text() for path in folder.iterdir()), "the report is found where it was read"


def test_an_unknown_language_is_wrong_usage(lkj, wrong: Path, tmp_path: Path) -> None:
    result = lkj("check", wrong, "--html", tmp_path / "x", "--lang", "fr")
    assert result.returncode == 2 and "'fr'" in result.stderr
