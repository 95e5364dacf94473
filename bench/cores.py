"""What two processors of this machine give: a loop, two independent runs, and one run with two workers, each beside one processor.

    python bench/cores.py [--documents 500] [--repeat 2] [--seed 1]

The loop and the two independent runs (each `lkj extract --jobs 1` of half of the documents into an OUT of its own) share nothing but the
machine: what two of them at once gain over one after the other is the ceiling of what two workers can gain. The run with one worker is
held to one processor (its merges and tables would take the other one), in turn with the run with two workers on both. Reports without
hostile ones, as `bench/archive.py` makes them. Beside each figure stands the share of the machine that others used
meanwhile: with much of it the figures say little. Where it may (as root), the program puts itself before the others. Linux alone.
"""

import argparse
import ctypes
import os
import random
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Final

ROOT: Final = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from bench.archive import make  # noqa: E402

LOOP: Final = "x = 0\nfor n in range(30_000_000): x += n * n % 7"
_SET_CHILD_SUBREAPER: Final = 36
"""PR_SET_CHILD_SUBREAPER of Linux's prctl(2)."""
EXTRACT: Final = ("-m", "extractor", "extract", "--format", "json,xlsx,duckdb")


@dataclass(slots=True)
class Spent:
    """Seconds on the clock, seconds of processor time, share of the machine's processor time that others used."""

    clock: float = 0.0
    processor: float = 0.0
    others: float = 0.0

    def __str__(self) -> str:
        return f"{self.clock:.1f} s (processor {self.processor:.1f} s, others {self.others:.0%} of the machine)"


def main() -> int:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--documents", type=int, default=500)
    parser.add_argument("--repeat", type=int, default=2)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    before_others()
    with tempfile.TemporaryDirectory(prefix="lkj-cores-") as name:
        folder = Path(name)
        halves = parted(folder, options.documents, options.seed)
        told("a loop", *pair([("-c", LOOP), ("-c", LOOP)]))
        told("two independent runs", *pair([(*EXTRACT, str(half), "--out", f"{half}-{{}}", "--jobs", "1") for half in halves]))
        whole = [str(half) for half in halves]
        for turn in range(options.repeat):
            one, two = (
                measured([[(*EXTRACT, *whole, "--out", str(folder / f"{turn}-{jobs}"), "--jobs", str(jobs))]], processors=jobs)
                for jobs in (1, 2)
            )
            told("one run, one worker on one processor and two on two", one, two)
    return 0


def before_others() -> None:
    """A session of its own, whose processes come first where that is allowed, and which this one is told the ends of (Linux)."""
    with suppress(OSError):
        if os.getpgrp() != os.getpid():  # else it leads a group already, and cannot
            os.setsid()
        os.nice(-20)
        Path("/proc/self/autogroup").write_text("-20")
    ctypes.CDLL(None).prctl(_SET_CHILD_SUBREAPER, 1, 0, 0, 0)


def parted(folder: Path, documents: int, seed: int) -> list[Path]:
    """Two folders with half of the reports each."""
    bad = make(folder / "in", documents, random.Random(seed))
    files = [path for path in sorted((folder / "in").rglob("*.*")) if path.name not in bad]
    halves = [folder / "a", folder / "b"]
    for number, path in enumerate(files):
        half = halves[number % 2]
        half.mkdir(exist_ok=True)
        path.rename(half / path.name)
    return halves


def pair(commands: Sequence[tuple[str, ...]]) -> tuple[Spent, Spent]:
    """Two commands one after the other, and both at once; ``{}`` in them is replaced so that each time is a first time."""
    after, at_once = ([tuple(word.replace("{}", turn) for word in command) for command in commands] for turn in ("after", "at-once"))
    return measured([[command] for command in after]), measured([at_once])


def measured(batches: Sequence[Sequence[Sequence[str]]], processors: int = 2) -> Spent:
    """Batches one after the other, the commands of each at once, on so many processors."""
    spent, known = Spent(), _children()
    with held_to(processors), clocked(spent):
        for batch in batches:
            started = [
                subprocess.Popen([sys.executable, *command], cwd=ROOT, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
                for command in batch
            ]
            if any(process.wait() for process in started):
                raise SystemExit("a run failed")
            for orphan in _children() - known:  # the fork servers, whose time is that of all they forked
                os.waitpid(orphan, 0)
    return spent


@contextmanager
def held_to(processors: int) -> Iterator[None]:
    """What is started meanwhile runs on the first so many of the processors."""
    every = os.sched_getaffinity(0)
    os.sched_setaffinity(0, sorted(every)[:processors])
    try:
        yield
    finally:
        os.sched_setaffinity(0, every)


@contextmanager
def clocked(spent: Spent) -> Iterator[None]:
    """What passes meanwhile; processes that were waited for count as our own, directly or by their parents."""
    began, own, busy = time.perf_counter(), _own(), _busy()
    yield
    spent.clock = time.perf_counter() - began
    spent.processor = _own() - own
    spent.others = max(0.0, _busy() - busy - spent.processor) / (spent.clock * (os.cpu_count() or 1))


def _children() -> set[int]:
    """Processes that this one has to wait for."""
    return {int(pid) for task in Path("/proc/self/task").iterdir() for pid in (task / "children").read_text().split()}


def _own() -> float:
    used = os.times()
    return used.children_user + used.children_system


def _busy() -> float:
    """Processor seconds of all since the machine was started (Linux): user, nice, system, interrupts."""
    ticks = list(map(int, Path("/proc/stat").read_text().splitlines()[0].split()[1:8]))
    return (sum(ticks) - ticks[3] - ticks[4]) / os.sysconf("SC_CLK_TCK")


def told(name: str, one: Spent, two: Spent) -> None:
    """A line."""
    print(f"{name}: {one}; two at once {two}; gain {one.clock / two.clock:.2f}", flush=True)


if __name__ == "__main__":
    sys.exit(main())
