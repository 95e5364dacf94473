"""Claims are read in a process beside that of the document, and whatever becomes of it, they are the same."""

import os
import signal
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from extractor.batch import beside
from extractor.batch.beside import claims_reader
from extractor.batch.engine import Limits, Tell
from extractor.batch.pool import LocalEngine
from extractor.batch.server import CLAIMS, preloaded
from extractor.claims import read
from extractor.claims.passage import Passage
from extractor.model.proses import Failure
from extractor.reading.document import Place
from tests.claims.prose import claims_of

TEXT = "Pagu tahun 2024 sebesar Rp 50.000.000 terealisasi sebesar Rp 40.000.000 atau 80,00% dari pagu anggaran."
PASSAGES = (Passage(TEXT, "", False, False, (), (Place(None, (1, 1)),), (0,), (0,)),)

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="processes are looked up under /proc")


@dataclass(frozen=True)
class Errand:
    name: str
    """The file into which the process beside is noted."""
    dies: bool
    sha256: str | None = None


@pytest.fixture(autouse=True)
def _not_loaded(monkeypatch: pytest.MonkeyPatch) -> None:
    """As in a child of a run of one document."""
    monkeypatch.setattr(beside, "LOADED", "no.such.module")


def children() -> set[int]:
    """The processes that this one has started and not yet waited for."""
    return {int(pid) for task in Path("/proc/self/task").iterdir() for pid in (task / "children").read_text().split()}


@pytest.fixture
def no_process_left() -> Iterator[None]:
    before = children()
    yield
    assert children() <= before


@pytest.mark.usefixtures("no_process_left")
def test_claims_are_those_read_in_place() -> None:
    with claims_reader() as reader:
        assert children()
        claims = list(reader(PASSAGES, 2024)())
    assert claims == claims_of(TEXT)


@pytest.mark.usefixtures("no_process_left")
def test_claims_come_though_the_process_beside_is_killed() -> None:
    before = children()
    with claims_reader() as reader:
        (process,) = children() - before
        os.kill(process, signal.SIGKILL)
        claims = list(reader(PASSAGES, 2024)())
    assert claims == claims_of(TEXT)


@pytest.mark.usefixtures("no_process_left")
def test_nothing_is_left_of_a_document_that_fails() -> None:
    with pytest.raises(KeyError), claims_reader():
        raise KeyError("unreadable")


def read_without_end(errand: Errand, tell: Tell) -> None:
    """A document whose claims take for ever."""
    read.read_claims = lambda passages, year: time.sleep(600)  # type: ignore[assignment]
    beside.LOADED = "no.such.module"  # type: ignore[misc]
    with claims_reader() as reader:
        answer = reader((), 2024)
        Path(errand.name).write_text(" ".join(map(str, children())))
        if errand.dies:
            os.kill(os.getpid(), signal.SIGKILL)
        answer()


@pytest.mark.parametrize(("dies", "reason"), [(False, "waktu_habis"), (True, "proses_mati")])
def test_the_process_beside_ends_with_its_document(tmp_path: Path, dies: bool, reason: str) -> None:
    errand = Errand(str(tmp_path / "process"), dies)
    ((_, failed),) = LocalEngine(1, Limits(seconds=2)).run(read_without_end, [errand])
    assert isinstance(failed, Failure)
    assert failed.reason == reason
    process = Path("/proc", Path(errand.name).read_text())
    waited = time.monotonic() + 5
    while process.exists() and time.monotonic() < waited:
        time.sleep(0.05)
    assert not process.exists()


@pytest.mark.parametrize(("inputs", "loads"), [(["a.txt"], False), (["a.pdf", "b.pdf"], True), (["folder"], True), ([], True)])
def test_the_server_loads_for_claims_where_several_documents_may_follow(inputs: list[str], loads: bool) -> None:
    assert (CLAIMS in preloaded([Path(name) for name in inputs])) is loads
