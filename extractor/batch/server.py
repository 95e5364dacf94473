"""The process from which the children are forked. Light to import: it is started before anything heavy is loaded here."""

import multiprocessing
import signal
import threading
from collections.abc import Iterable, Sequence
from multiprocessing import forkserver
from multiprocessing.context import BaseContext
from multiprocessing.process import BaseProcess
from pathlib import Path
from typing import Final

FIRST: Final = "extractor.batch.preload_first"
BESIDE: Final = "extractor.batch.preload_beside"
CLAIMS: Final = "extractor.batch.preload_claims"
CHECKS: Final = "extractor.batch.preload_checks"
STAGES: Final = "extractor.batch.preload"
BACKENDS: Final = {
    ".pdf": ["extractor.reading.pdf"],
    ".txt": ["extractor.reading.text"],
    ".md": ["extractor.reading.text", "bs4"],
}
"""Suffix -> what reads such a file; HTML is common in Markdown and rare in plain text."""


ADDRESS: Final = "://"


READERS: Final = ("extract", "check")
"""The commands that read documents."""


def is_url(given: str) -> bool:
    """Whether an input is the address of a bucket and no path."""
    return ADDRESS in given


def within(out: str, name: str) -> str:
    """A file of the output as it is shown, be that a folder or an address."""
    return f"{out.rstrip('/')}/{name}" if is_url(out) else str(Path(out) / name)


def start_early(arguments: Sequence[str]) -> None:
    """Start the server for a command line that is not parsed yet; a wrong guess at its inputs costs time, nothing else."""
    if arguments and arguments[0] in READERS and "--help" not in arguments:
        start_server(Path(name) for name, before in zip(arguments[1:], arguments, strict=False) if not {name[:1], before[:1]} & {"-"})


def start_server(inputs: Iterable[Path] = ()) -> BaseContext:
    """The context of child processes; where the system can fork, their server then runs and loads what they need meanwhile.

    ``inputs`` are the files and folders of the run: of the backends, those for their suffixes are loaded, and all for
    a folder. A server that runs already goes on.
    """
    if "forkserver" not in multiprocessing.get_all_start_methods():
        return multiprocessing.get_context("spawn")
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload(preloaded(inputs))
    forkserver.ensure_running()
    return context


def start_whole(process: BaseProcess) -> None:
    """Start a process; an interruption waits until the server has all that it was promised, or it would show a fault of its own.

    Handlers are held back rather than the signals masked: with other threads about, the system hands a masked signal to one of those.
    """
    if threading.current_thread() is not threading.main_thread():
        process.start()
        return
    noted: list[int] = []
    before = {number: handler for number in (signal.SIGINT, signal.SIGTERM) if (handler := signal.getsignal(number)) is not None}
    for number in before:
        signal.signal(number, lambda which, _: noted.append(which))
    try:
        process.start()
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)
    for received in noted:
        signal.raise_signal(received)


def preloaded(inputs: Iterable[Path]) -> list[str]:
    """The modules that the server loads for these files and folders; a document alone does not wait for those of claims and checks."""
    given = list(inputs)
    suffixes = [path.suffix.lower() for path in given]
    known = BACKENDS.keys() >= set(suffixes)
    wanted = sorted({module for suffix in (suffixes if known else BACKENDS) for module in BACKENDS[suffix]})
    alone = known and len(given) == 1 and not given[0].is_dir() and ":" not in given[0].parts[0]
    return [BESIDE, FIRST, *wanted, STAGES] if alone else [FIRST, *wanted, CLAIMS, CHECKS, STAGES]
