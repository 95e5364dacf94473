"""What is told meanwhile."""

import json
from pathlib import Path

import pytest

from extractor.batch import progress
from extractor.batch.progress import JsonReporter, Reporter
from extractor.model.proses import DocumentRead, Failure

READ = DocumentRead(
    path="a.txt", sha256="a" * 64, file="dokumen/a.json", satker="KPU Contoh", slug="contoh", tahun=2023, tables=3, seconds=1.5
)
FAILED = Failure(sha256=None, path="b.pdf", reason="rusak", stage="reading", message="Rusak; unduh lagi.", traceback=None, versions={})


def test_plain_lines_say_how_far_the_run_is(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(progress, "EVERY", 2)
    with Reporter() as reporter:
        reporter.expect(4)
        reporter.fail(FAILED, " (dahulu)")
        reporter.step(READ)
        reporter.fail(FAILED)
        reporter.step(READ)
        reporter.step(READ)
    lines = capsys.readouterr().err.splitlines()
    assert lines[0] == "GAGAL b.pdf: Rusak; unduh lagi. (dahulu)"
    assert lines[1].startswith("[1/4] a.txt: KPU Contoh, 2023, 3 tabel")
    assert [line.split()[0] for line in lines] == ["GAGAL", "[1/4]", "GAGAL", "[3/4]", "[4/4]"]
    monkeypatch.setattr(progress, "EVERY", 3)
    with Reporter() as reporter:
        reporter.expect(4)
        reporter.fail(FAILED)
        reporter.step(READ)
        reporter.step(READ)
    (line,) = [line for line in capsys.readouterr().err.splitlines() if line.startswith("…")]
    assert line.startswith("… 3 dari 4,")
    assert "1 gagal" in line


def test_the_log_for_machines_is_one_object_per_line(lkj, tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "a.txt").write_text("LAPORAN KINERJA\nKOMISI PEMILIHAN UMUM KABUPATEN BANYUMAS\nTAHUN 2023\n")
    (tmp_path / "in" / "b\nc.pdf").write_bytes(b"%PDF-1.4")
    result = lkj("extract", "in", "--out", "out", "--log-json", cwd=tmp_path)
    events = [json.loads(line) for line in result.stderr.splitlines()]
    assert sorted(event["event"] for event in events) == ["document", "end", "failure", "satker", "start"]
    by_event = {event["event"]: event for event in events}
    assert (by_event["failure"]["reason"], by_event["failure"]["path"]) == ("rusak", r"in/b\nc.pdf")
    assert by_event["document"]["tahun"] == 2023
    assert by_event["end"]["counts"]["documents"] == 1
    assert all(event["time"].endswith("+00:00") for event in events)


def test_json_numbers_the_documents(capsys: pytest.CaptureFixture[str]) -> None:
    with JsonReporter() as reporter:
        reporter.expect(2)
        reporter.step(READ)
        reporter.fail(FAILED)
    told = [json.loads(line) for line in capsys.readouterr().err.splitlines()]
    assert [(event["event"], event.get("done"), event.get("failed")) for event in told] == [
        ("start", None, None),
        ("document", 1, 0),
        ("failure", 2, 1),
    ]
