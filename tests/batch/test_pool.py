"""A task that hangs, grows or dies costs itself only."""

import os
import sys
import time
from dataclasses import dataclass
from pathlib import Path

import pytest

from extractor.batch.pool import child_processes, in_children
from extractor.batch.server import preloaded
from extractor.model.proses import Failure


@dataclass(frozen=True)
class Errand:
    name: str
    sha256: str | None = None


def work(errand: Errand) -> str:
    if errand.name == "hangs":
        time.sleep(60)
    if errand.name == "dies":
        os._exit(9)
    if errand.name == "grows":
        bytearray(8 << 30)
    if errand.name == "raises":
        raise KeyError(errand.name)
    return errand.name


def outcomes(names: list[str], memory: int | None = None) -> dict[str, str]:
    """What became of each task: its result, or the reason of its failure."""
    with child_processes(2, memory) as pool:
        results = list(in_children(pool, work, [Errand(name) for name in names], timeout=2))
    return {result.path: result.reason for result in results if isinstance(result, Failure)} | {
        result: "done" for result in results if isinstance(result, str)
    }


def test_every_end_has_its_reason_and_the_rest_is_done() -> None:
    quick = [f"quick {i}" for i in range(40)]
    expected = {"hangs": "waktu_habis", "dies": "proses_mati", "raises": "galat_internal", **dict.fromkeys(quick, "done")}
    assert outcomes(["hangs", "dies", *quick, "raises"]) == expected


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux limits the address space of a process")
def test_memory_is_limited_in_the_child() -> None:
    assert outcomes(["grows", "quick"], memory=2048) == {"grows": "memori_habis", "quick": "done"}


def test_interruption_stops_the_children_at_once() -> None:
    began = time.monotonic()
    with pytest.raises(KeyboardInterrupt), child_processes(1, None) as pool:
        results = in_children(pool, work, [Errand("quick"), Errand("hangs")], timeout=60)
        assert next(results) == "quick"
        raise KeyboardInterrupt
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
