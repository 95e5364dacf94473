"""Work of the run itself in a child process: what it raises is raised where its end is waited for."""

import os
from pathlib import Path

import pytest

from extractor.batch.aside import Aside


def note(path: Path) -> None:
    path.write_text(str(os.getpid()))


def refuse(path: Path) -> None:
    raise PermissionError(13, "denied", str(path))


def vanish() -> None:
    os._exit(3)


def test_it_is_done_in_another_process(tmp_path: Path) -> None:
    Aside(f"{__name__}:note", tmp_path / "pid").finish()
    assert int((tmp_path / "pid").read_text()) != os.getpid()


def test_its_fault_is_raised_here(tmp_path: Path) -> None:
    with pytest.raises(PermissionError, match="denied") as raised:
        Aside(f"{__name__}:refuse", tmp_path).finish()
    assert "in refuse" in "".join(raised.value.__notes__)


def test_a_process_that_dies_is_named() -> None:
    with pytest.raises(ChildProcessError, match="kode 3"):
        Aside(f"{__name__}:vanish").finish()
