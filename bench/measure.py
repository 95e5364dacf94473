"""Time and memory of a piece of work, each run in a process of its own."""

import contextlib
import ctypes
import os
import resource
import struct
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

ROOT: Final = Path(__file__).resolve().parents[1]
_SET_CHILD_SUBREAPER: Final = 36
"""PR_SET_CHILD_SUBREAPER of Linux's prctl(2)."""
_RECORD: Final = struct.Struct("ddd")
_KIB: Final = 1 if sys.platform == "darwin" else 1024
"""Bytes in the unit of ru_maxrss."""


@dataclass(frozen=True)
class Run:
    """CPU and clock seconds, and MB of memory at the peak."""

    cpu: float
    wall: float
    memory: float


def best(work: Callable[[], object], repeat: int = 1) -> Run | None:
    """The run of the least CPU time (user + system, children included); None where the work fails.

    Its memory is what the work added to a process in which all libraries are loaded.
    """
    runs = [_in_child(work, _grown) for _ in range(repeat)]
    done = [run for run in runs if run is not None]
    return min(done, key=lambda run: run.cpu) if len(done) == len(runs) else None


def extraction(paths: Sequence[Path], repeat: int = 1) -> Run | None:
    """`lkj extract` over the files, start-up included; its memory is that of the largest process, whole."""
    runs = [_in_child(lambda: _extract(paths), lambda _: _peak(resource.RUSAGE_CHILDREN)) for _ in range(repeat)]
    done = [run for run in runs if run is not None]
    return min(done, key=lambda run: run.wall) if done else None


def command(*arguments: str, repeat: int = 5) -> float:
    """The shortest clock time of an `lkj` command in seconds."""
    times = []
    for _ in range(repeat):
        began = time.perf_counter()
        subprocess.run([sys.executable, "-m", "extractor", *arguments], check=True, capture_output=True, cwd=ROOT)
        times.append(time.perf_counter() - began)
    return min(times)


def _in_child(work: Callable[[], object], memory: Callable[[float], float]) -> Run | None:
    receiver, sender = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(receiver)
        os._exit(_report(work, memory, sender))
    os.close(sender)
    with os.fdopen(receiver, "rb") as pipe:
        data = pipe.read()
    os.waitpid(child, 0)
    return Run(*_RECORD.unpack(data)) if len(data) == _RECORD.size else None


def _report(work: Callable[[], object], memory: Callable[[float], float], sender: int) -> int:
    """Do the work and send what it took; the exit code of the child."""
    before, cpu, wall = _peak(resource.RUSAGE_SELF), _cpu(), time.perf_counter()
    try:
        work()
    except Exception as error:  # noqa: BLE001  # a contestant may fail in any way
        print(f"  {type(error).__name__}: {error}", file=sys.stderr, flush=True)
        return 1
    os.write(sender, _RECORD.pack(_cpu() - cpu, time.perf_counter() - wall, memory(before)))
    return 0


def _grown(before: float) -> float:
    return max(_peak(resource.RUSAGE_SELF) - before, _peak(resource.RUSAGE_CHILDREN))


def _peak(who: int) -> float:
    return resource.getrusage(who).ru_maxrss * _KIB / 1e6


def _cpu() -> float:
    own, children = (resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    return own.ru_utime + own.ru_stime + children.ru_utime + children.ru_stime


def _extract(paths: Sequence[Path]) -> None:
    """Run `lkj extract` and wait for every process it leaves behind, so that their CPU time is counted as ours.

    Its workers hang below a fork server that outlives the command; unless they are adopted and waited for, the system
    counts them for nobody. Raises RuntimeError where the system cannot do that.
    """
    if sys.platform != "linux" or ctypes.CDLL(None, use_errno=True).prctl(_SET_CHILD_SUBREAPER, 1, 0, 0, 0) != 0:
        raise RuntimeError("the CPU time of the workers cannot be counted on this system")
    program = [sys.executable, "-m", "extractor", "extract"]
    with tempfile.TemporaryDirectory() as out:
        subprocess.run([*program, *map(str, paths), "--out", out, "--jobs", "1"], check=True, stderr=subprocess.DEVNULL, cwd=ROOT)
    with contextlib.suppress(ChildProcessError):
        while True:
            os.waitpid(-1, 0)
