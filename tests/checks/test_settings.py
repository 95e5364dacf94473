"""What a run is told about checks: the command line before the file, unknown codes are errors, accepted findings stay silent."""

import pickle
from pathlib import Path

import pytest

from extractor.checks import examine
from extractor.checks.samples import report, spending
from extractor.checks.settings import Settings, SettingsError, load, read_baseline

YEAR = report(realisasi_anggaran=[spending([("Logistik", "kegiatan", "1.000.000", "2.000.000", "190%")])])


def test_without_a_file_all_checks_run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert load(None) == Settings()
    assert {f.kode for f in examine(YEAR, settings=load(None)).findings} == {"A02", "A04"}


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("lkj.toml", 'select = ["A"]\nignore = ["A02"]\n[severity]\nA04 = "info"\n'),
        ("lkj.toml", '[tool.lkj]\nselect = ["A"]\nignore = ["percent_mismatch"]\nseverity = { A04 = "info" }\n'),
        ("pyproject.toml", '[project]\nname = "x"\n[tool.lkj]\nselect = ["A"]\nignore = ["A02"]\nseverity = { A04 = "info" }\n'),
    ],
)
def test_a_file_in_the_working_folder_is_followed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str, text: str) -> None:
    (tmp_path / name).write_text(text)
    monkeypatch.chdir(tmp_path)
    assert [(f.kode, f.keparahan) for f in examine(YEAR, settings=load(None)).findings] == [("A04", "info")]


def test_the_command_line_stands_before_the_file(tmp_path: Path) -> None:
    config = tmp_path / "x.toml"
    config.write_text('select = ["D"]\n')
    assert [f.kode for f in examine(YEAR, settings=load(config, select="A02")).findings] == ["A02"]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ('select = ["Z9"]', "Z9"),
        ('ignore = "A01"', "daftar kode"),
        ('[severity]\nA04 = "berat"', "berat"),
        ('[severity]\nQ1 = "info"', "Q1"),
        ('pilih = ["A"]', "pilih"),
        ("select = [", "tidak dapat dibaca"),
    ],
)
def test_what_cannot_be_followed_is_said(tmp_path: Path, text: str, said: str) -> None:
    config = tmp_path / "lkj.toml"
    config.write_text(text)
    with pytest.raises(SettingsError, match=said):
        load(config)


def test_an_accepted_finding_keeps_its_place_and_its_reason(tmp_path: Path) -> None:
    (first, *_) = examine(YEAR).findings
    baseline = tmp_path / "diterima.csv"
    baseline.write_text(f"id,alasan\n{first.id},pagu direvisi\n", encoding="utf-8-sig")
    found = {f.id: f.diterima for f in examine(YEAR, settings=load(None, baseline=baseline)).findings}
    assert found[first.id] == "pagu direvisi" and list(found.values()).count(None) == len(found) - 1


@pytest.mark.parametrize("text", ["id,alasan\nA01-1,\n", "kode\nA01\n"])
def test_a_baseline_without_reasons_is_refused(tmp_path: Path, text: str) -> None:
    path = tmp_path / "b.csv"
    path.write_text(text)
    with pytest.raises(SettingsError):
        read_baseline(path)


def test_settings_reach_other_processes() -> None:
    settings = load(None, select="A,D03", ignore="A01")
    assert pickle.loads(pickle.dumps(settings)) == settings


def test_ids_do_not_change_from_run_to_run_and_differ_between_satkers() -> None:
    other = YEAR.model_copy(deep=True)
    other.satker.nama = "KPU Kota Lain"
    ids = [{f.id for f in examine(year).findings} for year in (YEAR, YEAR, other)]
    assert ids[0] == ids[1] and not ids[0] & ids[2]
