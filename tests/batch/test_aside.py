"""Work of the run itself in a child process: what it raises is raised where its end is waited for."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest

from extractor.batch.aside import Aside


def note(path: Path) -> Callable[[str], object]:
    return lambda name: (path / name).write_text(str(os.getpid()))


def refuse(path: Path) -> Callable[[], object]:
    raise PermissionError(13, "denied", str(path))


def refuse_later(path: Path) -> Callable[[], object]:
    return partial(refuse, path)


def vanish() -> Callable[[], object]:
    return partial(os._exit, 3)


def test_it_is_done_in_another_process(tmp_path: Path) -> None:
    aside = Aside(f"{__name__}:note", tmp_path)
    aside.begin("pid")
    aside.finish()
    assert int((tmp_path / "pid").read_text()) != os.getpid()


@pytest.mark.parametrize("name", ["refuse", "refuse_later"])
def test_its_fault_is_raised_here(tmp_path: Path, name: str) -> None:
    aside = Aside(f"{__name__}:{name}", tmp_path)
    aside.begin()
    with pytest.raises(PermissionError, match="denied") as raised:
        aside.finish()
    assert "in refuse" in "".join(raised.value.__notes__)


def test_a_process_that_dies_is_named() -> None:
    aside = Aside(f"{__name__}:vanish")
    aside.begin()
    with pytest.raises(ChildProcessError, match="kode 3"):
        aside.finish()


def test_what_is_not_told_to_begin_does_nothing(tmp_path: Path) -> None:
    Aside(f"{__name__}:note", tmp_path).close()
    assert not list(tmp_path.iterdir())


def test_the_run_itself_loads_no_stage() -> None:
    ask = "import sys, extractor.cli, extractor.batch.run; print([name for name in sys.modules if name in sys.argv])"
    stages = ["extractor.pipeline", "extractor.report", "extractor.model.laporan", "extractor.checks.run", "spacy", "duckdb", "xlsxwriter"]
    found = subprocess.run([sys.executable, "-c", ask, *stages], check=True, capture_output=True, text=True)
    assert found.stdout.strip() == "[]"


def sleep(path: Path) -> Callable[[], object]:
    return partial(begun_and_slept, path)


def begun_and_slept(path: Path) -> None:
    (path / "begun").touch()
    time.sleep(60)


def test_one_whose_end_nobody_waits_for_is_stopped_at_its_work(tmp_path: Path) -> None:
    aside = Aside(f"{__name__}:sleep", tmp_path)
    aside.begin()
    began = time.monotonic()
    while not (tmp_path / "begun").exists():
        assert time.monotonic() < began + 30
        time.sleep(0.01)
    aside.close()
    assert time.monotonic() < began + 50


@pytest.mark.skipif(sys.platform == "win32", reason="POSIX signals")
def test_an_interruption_is_left_to_the_run(tmp_path: Path) -> None:
    aside = Aside(f"{__name__}:handling", tmp_path)
    aside.begin()
    aside.finish()
    assert (tmp_path / "handling").read_text() == "ignored"


def handling(path: Path) -> Callable[[], object]:
    told = "ignored" if signal.getsignal(signal.SIGINT) is signal.SIG_IGN else "not ignored"
    return lambda: (path / "handling").write_text(told)
