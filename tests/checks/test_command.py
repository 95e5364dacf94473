"""``lkj check`` and ``lkj explain``: what is typed and what comes out."""

import csv
import io
import json
from pathlib import Path

import pytest

REPORT = """LAPORAN KINERJA
KOMISI PEMILIHAN UMUM KABUPATEN BANYUMAS
TAHUN 2023

BAB III
AKUNTABILITAS KINERJA

Tabel 3.1 Realisasi Anggaran Tahun 2023

No\tProgram\tPagu\tRealisasi\t%
1\tProgram Dukungan Manajemen\t3.045.667.000\t3.037.102.322\t{percent}
2\tProgram Penyelenggaraan Pemilu\t26.285.780.000\t25.919.081.281\t98,60%
\tJUMLAH\t29.331.447.000\t28.956.183.603\t98,72%
"""


@pytest.fixture
def wrong(tmp_path: Path) -> Path:
    path = tmp_path / "laporan.txt"
    path.write_text(REPORT.format(percent="97,92%"))
    return path


def test_a_galat_is_exit_code_1_and_a_clean_report_0(lkj, wrong: Path) -> None:
    result = lkj("check", wrong)
    assert result.returncode == 1, result.stderr
    assert "GALAT (1)" in result.stdout and "A02 percent_mismatch" in result.stdout
    assert "97,92 %" in result.stdout and "99,72 %" in result.stdout and "baris 11" in result.stdout
    assert "\x1b[" not in result.stdout
    wrong.write_text(REPORT.format(percent="99,72%"))
    clean = lkj("check", wrong)
    assert (clean.returncode, "Tidak ada temuan." in clean.stdout) == (0, True)


def test_json_and_csv_are_data_for_other_programs(lkj, wrong: Path) -> None:
    (finding,) = json.loads(lkj("check", wrong, "--format", "json").stdout)
    assert (finding["kode"], finding["dinyatakan"], finding["dihitung"]) == ("A02", 97.92, 99.72)
    assert finding["bukti"][0]["baris"] == [11, 11] and finding["bukti"][0]["mentah"] == "97,92%"
    (row,) = csv.DictReader(io.StringIO(lkj("check", wrong, "--format", "csv").stdout.lstrip("\ufeff")))
    assert (row["kode"], row["selisih"], row["tempat"]) == ("A02", "-1.8", "baris 11")


def test_checks_are_chosen_and_findings_accepted(lkj, wrong: Path) -> None:
    assert lkj("check", wrong, "--ignore", "A").returncode == 0
    unknown = lkj("check", wrong, "--select", "Z9")
    assert unknown.returncode == 2 and "Z9" in unknown.stderr
    baseline = wrong.parent / "diterima.csv"
    assert lkj("check", wrong, "--write-baseline", baseline).returncode == 1
    assert lkj("check", wrong, "--baseline", baseline).returncode == 2
    head, line = baseline.read_text("utf-8-sig").splitlines()
    baseline.write_text(f"{head}\n{line.replace(',,', ',sudah dijelaskan,', 1)}\n")
    accepted = lkj("check", wrong, "--baseline", baseline)
    assert accepted.returncode == 0 and "1 temuan diterima" in accepted.stdout


def test_extract_writes_the_findings_and_check_reads_what_it_wrote(lkj, wrong: Path, tmp_path: Path) -> None:
    out = tmp_path / "hasil"
    assert lkj("extract", wrong, "--out", out).returncode == 0
    (row,) = csv.DictReader(io.StringIO((out / "temuan.csv").read_text("utf-8-sig")))
    satker = json.loads(next((out / "satker").rglob("*.json")).read_text())
    assert row["id"] == satker["temuan"][0]["id"]
    assert {t["kode"] for t in satker["mutu"]["pemeriksaan"]} >= {"A01", "F02"}
    assert lkj("check", out).returncode == 1
    assert lkj("check", out, "--ignore", "A02").returncode == 0


def test_explain(lkj) -> None:
    assert "UU 1/2004" in lkj("explain", "a04").stdout
    assert lkj("explain", "nip_gender").stdout.startswith("D04 nip_gender")
    assert lkj("explain").stdout.count("\n") >= 20
    assert lkj("explain", "Z9").returncode == 2
