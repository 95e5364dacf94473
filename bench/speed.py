"""Pages per second of this reader and of the whole `lkj extract`, beside pdfplumber, on the same PDFs in one run.

    python bench/speed.py [PDF...] [--repeat N] [--read-only]

Without PDFs: those of corpus/ and, where present, of ../shared. CPU time (user + system, children included) is what
counts; the best of the repeats is shown. `lkj extract` runs once over all files, start-up included. pdfplumber does
`extract_text` and `extract_tables`, closing every page.
"""

import argparse
import contextlib
import ctypes
import importlib.metadata
import os
import platform
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final

import pdfplumber
import pypdfium2

from extractor.reading.pdf import file_sha256, read_pdf

ROOT: Final = Path(__file__).resolve().parents[1]
PLACES: Final = (ROOT / "corpus", ROOT.parent / "shared" / "pdf", ROOT.parent / "shared" / "real")
_SET_CHILD_SUBREAPER: Final = 36
"""PR_SET_CHILD_SUBREAPER of Linux's prctl(2)."""
PACKAGES: Final = ("lkj-extractor", "pypdfium2", "pdfplumber", "pdfminer.six")


@dataclass(frozen=True)
class Timing:
    """CPU and clock seconds of one run over one file."""

    cpu: float
    wall: float


@dataclass(frozen=True)
class Measured:
    """One file, or all: its pages and the best run of every contestant; None where a contestant failed or was left out."""

    name: str
    pages: int
    read: Timing | None
    pdfplumber: Timing | None
    extract: Timing | None = None


def main() -> int:
    """Measure and print the table; 1 where there is nothing to measure."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("pdf", nargs="*", type=Path)
    parser.add_argument("--repeat", type=int, default=1, help="runs per file and contestant; the best counts")
    parser.add_argument("--read-only", action="store_true", help="leave out the whole `lkj extract`")
    options = parser.parse_args()
    paths = options.pdf or sorted(_bundled())
    if not paths:
        print("no PDF given and none found", file=sys.stderr)
        return 1
    print(_versions())
    head = f"{'CPU ms/p':>8} {'pages/s':>8}"
    print(f"{'file':44} {'pages':>5} | {'read_pdf':>17} | {'pdfplumber':>17} | {'lkj extract':>17} | faster by")
    print(f"{'':44} {'':5} | {head} | {head} | {head} | {'read':>6} {'whole':>6}")
    results = []
    for path in paths:
        results.append(measure(path, options.repeat))
        print(_row(results[-1]), flush=True)
    total = _total(results)
    if not options.read_only and total.read is not None:
        total = replace(total, extract=_whole(paths, total.read))
    print(_row(total))
    return 0


def measure(path: Path, repeat: int) -> Measured:
    """Time one file with both readers in turn."""
    with pypdfium2.PdfDocument(path) as pdf:
        pages = len(pdf)
    read = _best(lambda: read_pdf(path, file_sha256(path)), repeat)
    return Measured(path.name, pages, read, _best(lambda: _pdfplumber(path), repeat))


def _best(work: Callable[[], object], repeat: int) -> Timing | None:
    runs = []
    for _ in range(repeat):
        cpu, wall = _cpu(), time.perf_counter()
        try:
            work()
        except (OSError, ValueError, RuntimeError, subprocess.CalledProcessError) as error:
            print(f"  {type(error).__name__}: {error}", file=sys.stderr)
            return None
        runs.append(Timing(_cpu() - cpu, time.perf_counter() - wall))
    return min(runs, key=lambda run: run.cpu)


def _cpu() -> float:
    own, children = (resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    return own.ru_utime + own.ru_stime + children.ru_utime + children.ru_stime


def _extract(paths: Sequence[Path]) -> None:
    """Run `lkj extract` and wait for every process it leaves behind, so that their CPU time is counted as ours.

    Its workers hang below a fork server that outlives the command; unless they are adopted and waited for, the system
    counts them for nobody.
    """
    command = [sys.executable, "-m", "extractor", "extract"]
    usage = subprocess.run([*command, "--help"], check=True, capture_output=True, text=True).stdout
    # recognising scans takes seconds per page and is no reading of text layers
    switch = ["--ocr", "off"] if "--ocr" in usage else []
    with tempfile.TemporaryDirectory() as out:
        subprocess.run([*command, *map(str, paths), "--out", out, "--jobs", "1", *switch], check=True, capture_output=True, cwd=ROOT)
    with contextlib.suppress(ChildProcessError):
        while True:
            os.waitpid(-1, 0)


def _adopt_orphans() -> bool:
    """Make orphaned descendants our children (Linux); False where the system cannot."""
    if sys.platform != "linux":
        return False
    return ctypes.CDLL(None, use_errno=True).prctl(_SET_CHILD_SUBREAPER, 1, 0, 0, 0) == 0


def _whole(paths: Sequence[Path], read: Timing) -> Timing | None:
    """The whole extraction over all files; None, with a reason, where its CPU time cannot be known."""
    if not _adopt_orphans():
        print("lkj extract: the CPU time of its workers cannot be counted on this system", file=sys.stderr)
        return None
    whole = _best(lambda: _extract(paths), 1)
    if whole is not None and whole.cpu < read.cpu:
        print(f"lkj extract: {whole.cpu:.1f} s of CPU is less than its reading alone took ({read.cpu:.1f} s); not counted", file=sys.stderr)
        return None
    return whole


def _pdfplumber(path: Path) -> None:
    with pdfplumber.open(path) as pdf:
        for page in pdf.pages:
            page.extract_text()
            page.extract_tables()
            page.close()


def _bundled() -> Iterable[Path]:
    for place in PLACES:
        yield from place.rglob("*.pdf")


def _total(results: Sequence[Measured]) -> Measured:
    """All files that both readers read."""
    done = [one for one in results if one.read and one.pdfplumber]
    pages = sum(one.pages for one in done)
    return Measured("all", pages, _sum(one.read for one in done), _sum(one.pdfplumber for one in done))


def _sum(timings: Iterable[Timing | None]) -> Timing:
    found = [timing for timing in timings if timing is not None]
    return Timing(sum(timing.cpu for timing in found), sum(timing.wall for timing in found))


def _row(one: Measured) -> str:
    columns = " | ".join(_speed(timing, one.pages) for timing in (one.read, one.pdfplumber, one.extract))
    return f"{one.name[:44]:44} {one.pages:5} | {columns} | {_times(one.pdfplumber, one.read)} {_times(one.pdfplumber, one.extract)}"


def _speed(timing: Timing | None, pages: int) -> str:
    return f"{'-':>8} {'-':>8}" if timing is None or not pages else f"{1000 * timing.cpu / pages:8.2f} {pages / timing.cpu:8.1f}"


def _times(slow: Timing | None, fast: Timing | None) -> str:
    return f"{'-':>6}" if slow is None or fast is None or fast.cpu <= 0 else f"{slow.cpu / fast.cpu:6.1f}"


def _versions() -> str:
    found = [f"Python {platform.python_version()}"]
    for package in PACKAGES:
        try:
            found.append(f"{package} {importlib.metadata.version(package)}")
        except importlib.metadata.PackageNotFoundError:
            found.append(f"{package} (not installed)")
    return ", ".join(found)


if __name__ == "__main__":
    sys.exit(main())
