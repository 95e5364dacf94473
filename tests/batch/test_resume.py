"""What an earlier run did is not done again, and whatever struck it down, the bytes at the end are those of an undisturbed run."""

import errno
import json
import os
import random
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import duckdb
import pytest
from pydantic import BaseModel

from extractor.batch import worker
from extractor.batch.engine import Unwritable
from extractor.batch.plan import under
from extractor.checks.settings import Settings
from extractor.writing import write_json
from tests.batch.runs import counts, extract, files
from tests.hostile import plan, report

ROOT = Path(__file__).parents[2]
WRONG = """

Realisasi Anggaran
Uraian\tPagu\tRealisasi
Arsip\t12.500.000\t12.000.000
Pasar\t2.500.000\t2.000.000
JUMLAH\t51.000.000\t14.000.000
"""
"""A table of made-up figures whose total is not 15.000.000."""


def times(out: Path) -> dict[str, int]:
    """When each result was written."""
    return {
        str(path.relative_to(out)): path.stat().st_mtime_ns for folder in ("dokumen", "satker") for path in (out / folder).rglob("*.json")
    }


@pytest.fixture
def source(tmp_path: Path) -> Path:
    """Three satker-years with a wrong total each, one of them in two documents, and a broken one."""
    folder = tmp_path / "in"
    folder.mkdir()
    for year in (2021, 2022, 2023):
        (folder / f"{year}.txt").write_text(report(year, plan(2) + WRONG))
    (folder / "lampiran.txt").write_text(report(2023, "Lampiran tentang gudang logistik di kecamatan."))
    (folder / "rusak.pdf").write_bytes(b"%PDF-1.4\nbroken")
    return folder


def test_nothing_is_done_again_and_what_is_added_is_read_alone(source: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    assert counts(extract(source, out=out)) == (4, 0, 3, 1)
    before, written = files(out), times(out)
    assert counts(extract(source, out=out)) == (4, 4, 3, 1)
    assert (files(out), times(out)) == (before, written)
    (source / "2020.txt").write_text(report(2020, plan(2)))
    (source / "lampiran-2.txt").write_text(report(2022, "Lampiran tentang kegiatan sosialisasi."))
    assert counts(extract(source, out=out)) == (6, 4, 4, 1)
    new = {name for name, when in times(out).items() if written.get(name) != when}
    assert sorted(name for name in new if name.startswith("satker/")) == [f"satker/kabupaten-banyumas/{year}.json" for year in (2020, 2022)]
    assert len(new) == 4


def test_force_does_all_again(source: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    extract(source, out=out)
    before, written = files(out), times(out)
    assert counts(extract(source, out=out, force=True)) == (4, 0, 3, 1)
    assert files(out) == before
    assert not set(times(out).items()) & set(written.items())


def test_a_failure_is_remembered_until_it_is_to_be_tried_again(source: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    out = tmp_path / "out"
    told = []
    for retry in (False, False, True):
        assert extract(source, out=out, retry=retry).counts.failures == 1
        told.append("sudah gagal" in capsys.readouterr().err)
    assert told == [False, True, False]


def test_a_limit_that_was_met_is_tried_again_under_another_one(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "a.txt").write_text("\f".join([report(2023), *["Halaman lain."] * 5]))
    out = tmp_path / "out"
    for pages, failures, note in ((3, 1, False), (3, 1, True), (4, 1, False), (10, 0, False)):
        assert extract(tmp_path / "a.txt", out=out, pages=pages).counts.failures == failures
        assert ("sudah gagal" in capsys.readouterr().err) == note
    assert not (out / "gagal").exists()


def test_what_is_taken_out_of_the_inputs_leaves_the_output(source: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    extract(source, out=out)
    for name in ("2021.txt", "lampiran.txt", "rusak.pdf"):
        (source / name).unlink()
    assert counts(extract(source, out=out)) == (2, 2, 2, 0)
    extract(source, out=tmp_path / "anew")
    assert files(out) == files(tmp_path / "anew")


def test_inputs_that_are_not_given_again_stay(source: Path, tmp_path: Path) -> None:
    more, out = tmp_path / "susulan", tmp_path / "out"
    more.mkdir()
    (more / "2024.txt").write_text(report(2024, plan(2)))
    (more / "2023.txt").write_text(report(2023, "Lampiran susulan tentang rekonsiliasi data."))
    extract(source, out=out)
    assert counts(extract(more, out=out)) == (6, 4, 4, 1)
    extract(source, more, out=tmp_path / "anew")
    assert files(out) == files(tmp_path / "anew")


def test_settings_of_the_checks_merge_anew_and_read_nothing(source: Path, tmp_path: Path) -> None:
    out, settings = tmp_path / "out", Settings(ignore=frozenset({"A01"}))
    extract(source, out=out)
    written, before = times(out), codes(out)
    assert counts(extract(source, out=out, settings=settings)) == (4, 4, 3, 1)
    assert {name.split("/")[0] for name, when in times(out).items() if written[name] != when} == {"satker", "dokumen"}
    assert (before, codes(out)) == ([["A01"], ["A01"], ["A01"], []], [[], [], [], []])
    extract(source, out=tmp_path / "anew", settings=settings)
    assert files(out) == files(tmp_path / "anew")


def codes(out: Path) -> list[list[str]]:
    """Of the findings in each document, those with the most first."""
    read = [json.loads(path.read_bytes()) for path in (out / "dokumen").iterdir()]
    return sorted(([found["kode"] for found in one["temuan"]] for one in read), reverse=True)


@pytest.mark.parametrize("struck", [1, 2, 3])
def test_a_merge_struck_down_while_its_documents_are_written_leaves_none_without_its_findings(
    source: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, struck: int
) -> None:
    out, settings, merged = tmp_path / "out", Settings(ignore=frozenset({"A01"})), []
    extract(source, out=out, settings=settings)

    def stop(path: Path, report: BaseModel) -> None:
        merged.append(path)
        write_json(path, report)
        if len(merged) == struck:
            raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr(worker, "write_json", stop)
        with pytest.raises(KeyboardInterrupt):
            extract(source, out=out)
    extract(source, out=out)
    assert codes(out) == [["A01"], ["A01"], ["A01"], []]
    extract(source, out=tmp_path / "anew")
    assert files(out) == files(tmp_path / "anew")


def test_a_document_that_is_read_again_alone_has_its_findings_again(source: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    extract(source, out=out)
    before = files(out)
    ledger = out / "ledger.jsonl"
    for path in (out / "dokumen").iterdir():
        path.unlink()
        extract(source, out=out)
        assert files(out) == before
    kept = [line for line in ledger.read_text().splitlines() if '"kind":"document"' not in line]
    ledger.write_text("\n".join(kept) + "\n")
    extract(source, out=out)
    assert files(out) == before


def test_a_renamed_file_bears_its_new_name(source: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    extract(source, out=out)
    (source / "2021.txt").rename(source / "LKj FIX REVISI 2 (1).txt")
    (source / "rusak.pdf").rename(source / "sekali lagi.pdf")
    extract(source, out=out)
    extract(source, out=tmp_path / "anew")
    assert files(out) == files(tmp_path / "anew")


def test_damage_to_the_output_is_mended(source: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    extract(source, out=out)
    before = files(out)
    first, second, *_ = sorted((out / "dokumen").iterdir())
    first.unlink()
    second.write_bytes(second.read_bytes()[:100])
    (out / "dokumen" / f"{'0' * 64}.json").write_text("{}")
    (out / "dokumen" / f".{first.name}.1234-5.tmp").write_text("{")
    shutil.rmtree(out / "gagal")
    ledger = out / "ledger.jsonl"
    ledger.write_bytes(ledger.read_bytes()[:-40])
    extract(source, out=out)
    assert files(out) == before


@pytest.mark.parametrize("share", [0.1, 0.5, 0.9])
def test_a_ledger_that_breaks_off_anywhere_is_mended(source: Path, tmp_path: Path, share: float) -> None:
    out = tmp_path / "out"
    extract(source, out=out)
    before, ledger = files(out), out / "ledger.jsonl"
    ledger.write_bytes(ledger.read_bytes()[: int(ledger.stat().st_size * share)])
    extract(source, out=out)
    assert files(out) == before


def test_foreign_files_in_the_output_are_left_alone(source: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    (out / "satker" / "catatan").mkdir(parents=True)
    foreign = [out / "catatan.txt", out / "satker" / "catatan" / "x.json", out / ".lain.tmp"]
    for path in foreign:
        path.write_text("jangan dihapus")
    extract(source, out=out)
    (source / "2021.txt").unlink()
    extract(source, out=out)
    assert all(path.exists() for path in foreign)


@pytest.mark.parametrize(
    ("path", "root", "inside"),
    [
        ("a/b.pdf", "a", True), ("a/b.pdf", "a/", True), ("a/b.pdf", "./a", True), ("ab/c.pdf", "a", False), ("a.pdf", "a.pdf", True),
        ("b/c.pdf", ".", True), ("/b/c.pdf", ".", False), ("../c.pdf", ".", False), ("/b/c.pdf", "/", True),
        ("x/z.zip!/a/b.pdf", "x/z.zip", True),
        ("s3://ember/a/b.pdf", "s3://ember/a", True), ("s3://ember/a/b.pdf", "s3://ember2", False),
    ],
)  # fmt: skip
def test_whether_a_path_lies_in_an_input(path: str, root: str, inside: bool) -> None:
    assert under(path, root) is inside


@pytest.mark.skipif(sys.platform == "win32", reason="folders cannot be locked there")
def test_two_runs_do_not_write_to_one_folder(source: Path, tmp_path: Path) -> None:
    fcntl = pytest.importorskip("fcntl")
    (tmp_path / "out").mkdir()
    held = os.open(tmp_path / "out", os.O_RDONLY)
    fcntl.flock(held, fcntl.LOCK_EX)
    with pytest.raises(OSError, match="sedang dipakai"):
        extract(source, out=tmp_path / "out")
    os.close(held)


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="no process can be killed so here")
def test_runs_that_are_killed_at_any_moment_end_with_the_same_bytes(lkj, source: Path, tmp_path: Path) -> None:
    started = time.monotonic()
    lkj("extract", source, "--out", tmp_path / "undisturbed", "--jobs", "2")
    lasted = time.monotonic() - started
    chance, out = random.Random(5), tmp_path / "out"
    command = [sys.executable, "-m", "extractor", "extract", str(source), "--out", str(out), "--jobs", "2"]
    killed = 0
    for _ in range(3):
        process = subprocess.Popen(command, cwd=ROOT, stderr=subprocess.DEVNULL, start_new_session=True)
        time.sleep(chance.uniform(0.2, 0.8) * lasted)
        os.kill(process.pid, signal.SIGKILL)
        killed += process.wait() == -signal.SIGKILL
    assert killed, "nothing was interrupted"
    assert lkj("extract", source, "--out", out).returncode == 3
    assert files(out) == files(tmp_path / "undisturbed")
    assert loaded(out) == loaded(tmp_path / "undisturbed") != []


def loaded(out: Path) -> list[tuple[str, ...]]:
    """What the warehouse of a run was loaded from."""
    with duckdb.connect(str(out / "lkj.duckdb"), read_only=True) as connection:
        return connection.execute("SELECT berkas, sha256 FROM lkj_muatan ORDER BY berkas").fetchall()


def test_a_full_disk_stops_the_run_and_the_next_one_goes_on(source: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    out, written = tmp_path / "out", []

    def full(path: Path, report: BaseModel) -> None:
        written.append(path)
        if len(written) > 2:
            raise OSError(errno.ENOSPC, "No space left on device")
        write_json(path, report)

    with monkeypatch.context() as patch:
        patch.setattr(worker, "write_json", full)
        with pytest.raises(Unwritable):
            extract(source, out=out)
    assert not (out / "gagal").exists() or len(list((out / "gagal").iterdir())) <= 1
    assert counts(extract(source, out=out)) == (4, 2, 3, 1)
    extract(source, out=tmp_path / "anew")
    assert files(out) == files(tmp_path / "anew")
