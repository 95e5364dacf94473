"""The claims of a document, read in a process beside the one that reads the rest.

Their library takes as long to load as a report to read. Where the fork server has loaded it, once for many documents, no such process
is needed; where one document is read alone, the server first forks this process, which loads the library on a second processor meanwhile.
"""

import gc
import multiprocessing
import os
import signal
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from functools import partial
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess
from typing import TYPE_CHECKING, Final

from extractor.batch.orphans import end_with
from extractor.claims.reader import Answer, ClaimsReader, read_here

if TYPE_CHECKING:
    from extractor.claims.claim import Claim
    from extractor.claims.passage import Passage

LOADED: Final = "extractor.claims.read"
"""Where this module is loaded, claims are best read in place."""
STANDING: Final = "extractor.batch.preload_beside"
"""Where this module is loaded, its ``CONNECTION`` leads to a process that answers once."""


@contextmanager
def claims_reader() -> Iterator[ClaimsReader]:
    """The quickest way to the claims of one document: in place, in the process that stands ready, or in one started now, which is ended."""
    if LOADED in sys.modules or "fork" not in multiprocessing.get_all_start_methods():
        yield read_here
    elif STANDING in sys.modules:
        with sys.modules[STANDING].CONNECTION as ours:
            yield partial(_ask, ours)
    else:
        ours, process = start()
        try:
            with ours:
                yield partial(_ask, ours)
        finally:
            process.kill()
            process.join()


def start() -> tuple[Connection, BaseProcess]:
    """A process that loads what the claims need and answers one request over the connection; it ends with this one, however that ends."""
    context = multiprocessing.get_context("fork")
    ours, theirs = context.Pipe()
    process = context.Process(target=_serve, args=(ours, theirs, os.getpid()), daemon=True)
    process.start()
    theirs.close()
    return ours, process


def _ask(beside: Connection, passages: "Sequence[Passage]", year: int | None) -> Answer:
    """Sends the passages; where the process beside has no answer, whatever became of it, the claims are read here."""
    with suppress(OSError):
        beside.send((_limits(), passages, year))

    def answer() -> "Sequence[Claim]":
        try:
            claims: list[Claim] = beside.recv()
        except (EOFError, OSError):
            return read_here(passages, year)()
        return claims

    return answer


def _serve(theirs: Connection, ours: Connection, parent: int) -> None:
    """In the process beside: load, wait for the passages, answer. A fault is the asking process's to meet again and to record."""
    theirs.close()  # or the end of the asking process would not be seen
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # an interruption is the parent's to handle
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    end_with(parent)
    with suppress(Exception):
        gc.disable()
        from extractor.claims.bare import leave_out  # noqa: PLC0415  # this process does nothing but read claims

        leave_out()
        from extractor.claims.language import pipeline  # noqa: PLC0415  # loads spaCy
        from extractor.claims.read import read_claims  # noqa: PLC0415

        pipeline()
        gc.freeze()
        gc.enable()
        limits, passages, year = ours.recv()
        _limit(limits)
        ours.send(read_claims(passages, year))


def _limits() -> dict[int, tuple[int, int]]:
    """What this process may use, as it was limited itself; nothing on Windows."""
    if sys.platform == "win32":
        return {}
    import resource  # noqa: PLC0415  # does not exist on Windows

    return {kind: resource.getrlimit(kind) for kind in (resource.RLIMIT_AS, resource.RLIMIT_CPU)}


def _limit(limits: dict[int, tuple[int, int]]) -> None:
    if sys.platform != "win32":
        import resource  # noqa: PLC0415  # does not exist on Windows

        for kind, limit in limits.items():
            resource.setrlimit(kind, limit)
