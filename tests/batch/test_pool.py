"""A task that hangs, grows or dies costs itself only."""

import os
import signal
import sys
import time
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

import pytest

from extractor.batch.engine import WRITING, Limits, Tell, Unwritable
from extractor.batch.pool import LocalEngine
from extractor.batch.server import preloaded
from extractor.model.proses import Failure

POSIX = pytest.mark.skipif(sys.platform == "win32", reason="POSIX limits and signals")


@dataclass(frozen=True)
class Errand:
    name: str
    sha256: str | None = None


def work(errand: Errand, tell: Tell) -> str:
    kind, _, detail = errand.name.partition(" ")
    tell("tables")
    if kind == "hangs":
        time.sleep(60)
    if kind == "spins":
        while True:
            pass
    if kind == "dies":
        os._exit(9)
    if kind == "killed":
        os.kill(os.getpid(), signal.SIGKILL)
    if kind == "grows":
        bytearray(8 << 30)
    if kind == "raises":
        raise KeyError(errand.name)
    if kind == "writes":
        Path(detail).write_bytes(bytes(3 << 20))
    if kind == "full":
        raise Unwritable(28, "No space left on device", "x")
    if kind == "closes":
        os.closerange(3, 100)
        time.sleep(60)
    return errand.name


def loaded(errand: Errand, tell: Tell) -> bool:
    return errand.name in sys.modules


def outcomes(names: list[str], limits: Limits | None = None, jobs: int = 2, share: int = 1) -> dict[str, tuple[str, str]]:
    """What became of each task: its result, or the reason and the stage of its failure."""
    engine = LocalEngine(jobs, limits or Limits(seconds=2))
    results = list(engine.run(work, [Errand(name) for name in names], share))
    assert len(results) == len(names)
    return {
        task.name: (result.reason, result.stage) if isinstance(result, Failure) else ("done" * (result == task.name), "")
        for task, result in results
    }


@pytest.mark.parametrize("share", [1, 7])
def test_every_end_has_its_reason_and_its_stage_and_the_rest_is_done(share: int) -> None:
    quick = [f"quick {i}" for i in range(40)]
    expected = {
        "hangs": ("waktu_habis", "tables"),
        "dies": ("proses_mati", "tables"),
        "killed": ("proses_mati", "tables"),
        "closes": ("proses_mati", "tables"),
        "raises": ("galat_internal", "batch"),
        **dict.fromkeys(quick, ("done", "")),
    }
    assert outcomes(["hangs", "dies", "killed", *quick, "raises", "closes"], share=share) == expected


def process(errand: Errand, tell: Tell) -> tuple[str, int]:
    return errand.name, os.getpid()


@pytest.mark.parametrize(("share", "processes"), [(1, 12), (5, 3)])
def test_a_process_does_its_share_of_tasks(share: int, processes: int) -> None:
    results = [result for _, result in LocalEngine(1, Limits()).run(process, [Errand(str(n)) for n in range(12)], share)]
    assert [name for name, _ in results] == [str(n) for n in range(12)]
    assert len({pid for _, pid in results}) == processes


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux limits the address space of a process")
def test_memory_is_limited_in_the_child() -> None:
    assert outcomes(["grows", "quick"], Limits(memory=2048)) == {"grows": ("memori_habis", "batch"), "quick": ("done", "")}


@POSIX
def test_processor_time_is_limited_in_the_child() -> None:
    limits = Limits(seconds=60, processor=1)
    for share in (1, 9):
        found = outcomes(["quick 1", "spins", "quick"], limits, 1, share)
        assert found == {"quick 1": ("done", ""), "spins": ("prosesor_habis", "tables"), "quick": ("done", "")}


@POSIX
def test_the_size_of_what_a_child_writes_is_limited(tmp_path: Path) -> None:
    limits = Limits(seconds=60, output=2)
    name = f"writes {tmp_path / 'large'}"
    assert outcomes([name, "quick"], limits) == {name: ("keluaran_terlalu_besar", "batch"), "quick": ("done", "")}


def test_a_full_disk_stops_the_run_and_blames_no_document() -> None:
    with pytest.raises(Unwritable) as caught:
        outcomes(["full", "quick", "quick 2"], Limits(seconds=60))
    assert (caught.value.errno, caught.value.filename) == (28, "x")


def test_tasks_are_taken_as_there_is_room_for_them() -> None:
    taken = []

    def errands() -> Iterator[Errand]:
        for number in range(20):
            taken.append(number)
            yield Errand(f"quick {number}")

    ahead = [len(taken) - done for done, _ in enumerate(LocalEngine(2, Limits()).run(work, errands()))]
    assert max(ahead) <= 4


def test_interruption_stops_the_children_at_once() -> None:
    began = time.monotonic()
    results = LocalEngine(1, Limits()).run(work, [Errand("quick"), Errand("hangs")])
    assert next(results)[1] == "quick"
    results.close()  # type: ignore[attr-defined]
    assert time.monotonic() - began < 20


@pytest.mark.parametrize(
    ("inputs", "loaded", "left_out"),
    [
        (["laporan.txt"], "extractor.reading.text", "extractor.reading.pdf"),
        (["laporan.PDF"], "extractor.reading.pdf", "extractor.reading.text"),
        (["laporan.txt", "lampiran.pdf"], "extractor.reading.pdf", "bs4"),
        (["folder"], "extractor.reading.pdf", "none"),
    ],
)
def test_server_loads_the_backends_that_the_inputs_need(inputs: list[str], loaded: str, left_out: str) -> None:
    names = preloaded([Path(name) for name in inputs])
    assert loaded in names
    assert left_out not in names


def test_prepared_child_has_loaded_and_does_the_first_task() -> None:
    with closing(LocalEngine(1, Limits(seconds=20))) as engine:
        engine.prepare(loaded, 2, "colorsys")
        assert [result for _, result in engine.run(loaded, [Errand("colorsys"), Errand("chunk")], 2)] == [True, False]


@POSIX
def test_prepared_child_that_is_gone_costs_nothing() -> None:
    with closing(LocalEngine(1, Limits(seconds=20))) as engine:
        engine.prepare(process, 1, "json")
        (child,) = engine._prepared.values()
        child.process.kill()
        child.process.join()
        ((_, result),) = engine.run(process, [Errand("a")])
    assert isinstance(result, tuple)


def test_prepared_child_that_is_not_needed_ends_with_its_engine() -> None:
    engine = LocalEngine(1, Limits(seconds=20))
    engine.prepare(process, 1, "json")
    (child,) = engine._prepared.values()
    engine.close()
    assert not child.process.is_alive()


def writes_together(errand: Errand, tell: Tell) -> bool:
    """Whether the other task begins while this one writes."""
    folder, own, other = errand.name.split(" ")
    tell(WRITING)
    Path(folder, own).touch()
    ends = time.monotonic() + 10
    while not Path(folder, other).exists() and time.monotonic() < ends:
        time.sleep(0.01)
    return Path(folder, other).exists()


def test_tasks_begin_while_others_write(tmp_path: Path) -> None:
    names = [f"{tmp_path} {own} {other}" for own, other in ("ac", "ba", "cb")]
    assert [result for _, result in LocalEngine(2, Limits(seconds=30)).run(writes_together, map(Errand, names))] == [True] * 3
