"""Where the parts of a workbook lie does not show in it, and nothing of them stays."""

from pathlib import Path

import pytest

from extractor.checks.samples import report, spending
from extractor.writing.workbook import as_workbook, scratch
from extractor.writing.workbook.scratch import scratch_for


@pytest.fixture
def memory(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder that stands for the one in memory."""
    monkeypatch.setattr(scratch, "_MEMORY", tmp_path)
    return tmp_path


def test_parts_of_a_small_workbook_lie_in_memory_and_are_gone_afterwards(memory: Path) -> None:
    with scratch_for(1000) as folder:
        assert folder is not None
        assert Path(folder).parent == memory
        Path(folder, "part").touch()
    assert list(memory.iterdir()) == []


@pytest.mark.parametrize("size", [65 << 20, 1 << 62])
def test_parts_of_a_large_workbook_lie_on_the_disk(memory: Path, size: int) -> None:
    with scratch_for(size) as folder:
        assert folder is None
    assert list(memory.iterdir()) == []


def test_parts_lie_on_the_disk_where_there_is_no_room_in_memory(memory: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(scratch, "_ROOM", 1 << 60)
    with scratch_for(1000) as folder:
        assert folder is None


def test_where_the_parts_lie_does_not_show(tmp_path: Path) -> None:
    reports = [report(realisasi_anggaran=[spending([("Program", "program", "100", "90", "90,00")])])]
    assert as_workbook(reports, scratch=str(tmp_path)) == as_workbook(reports)
    assert list(tmp_path.iterdir()) == []
