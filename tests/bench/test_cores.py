"""The measurement of what two processors give."""

import sys
from pathlib import Path

import pytest

from bench.cores import Spent, measured, parted
from tests.hostile import page_bomb

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="the time of processors is read as Linux tells it")


def test_two_halves_without_hostile_files(tmp_path: Path) -> None:
    halves = [sorted(path.name for path in half.iterdir()) for half in parted(tmp_path, 60, 1)]
    assert [len(names) for names in halves] == [30, 29]
    assert len({name for names in halves for name in names}) == 59
    assert all(page_bomb()[:200] not in path.read_bytes() for half in (tmp_path / "a", tmp_path / "b") for path in half.iterdir())


def test_the_time_of_processes_that_were_left_to_others_counts() -> None:
    busy = "import time\nwhile time.process_time() < 0.3: pass"
    spent = measured([[("-c", busy)], [("-c", busy), ("-c", busy)]])
    assert 0.8 <= spent.processor < 3
    assert spent.clock >= 0.6
    assert 0 <= spent.others <= 1


def test_a_run_that_fails_is_no_measurement() -> None:
    with pytest.raises(SystemExit, match="failed"):
        measured([[("-c", "raise SystemExit(3)")]])


def test_a_line_says_what_others_took() -> None:
    assert str(Spent(10.0, 9.5, 0.25)) == "10.0 s (processor 9.5 s, others 25% of the machine)"
