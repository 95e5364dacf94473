"""Stages of a document alone, done in a process that is forked from the document's own: it has all it needs, and nothing is copied."""

import multiprocessing
import os
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, contextmanager, suppress
from functools import partial
from multiprocessing.connection import Connection
from typing import Any

from extractor.batch.beside import STANDING
from extractor.batch.orphans import end_with
from extractor.meanwhile import Meanwhile, in_turn


@contextmanager
def meanwhile() -> Iterator[Meanwhile]:
    """Where one document is read alone, its processes beside; else every processor has a document of its own, and stages go in turn."""
    if STANDING not in sys.modules:
        yield in_turn
        return
    with ExitStack() as started:
        yield lambda *works: _begun(started, works)  # type: ignore[misc]  # as many results as works


def _begun(started: ExitStack, works: Sequence[Callable[[], Any]]) -> tuple[Callable[[], Any], ...]:
    """The works in a process of their own, which ends with the stack."""
    context = multiprocessing.get_context("fork")
    ours, theirs = context.Pipe(duplex=False)
    process = context.Process(target=_serve, args=(theirs, works, os.getpid()), daemon=True)
    process.start()
    theirs.close()
    started.callback(process.join)
    started.callback(process.kill)
    results = _Results(started.enter_context(ours))
    return tuple(partial(results.get, number, work) for number, work in enumerate(works))


class _Results:
    """What comes over the connection, in the order of the works, for those who ask in any order."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._received: list[Any] = []

    def get(self, number: int, work: Callable[[], Any]) -> Any:
        """The result of a work; where none came, whatever became of the process, it is done here and may fail here."""
        try:
            while len(self._received) <= number:
                self._received.append(self._connection.recv())
        except (EOFError, OSError):
            return work()
        return self._received[number]


def _serve(theirs: Connection, works: Sequence[Callable[[], Any]], parent: int) -> None:
    """In the process beside: a fault ends it, and is the asking process's to meet again and to record."""
    end_with(parent)
    with suppress(Exception):
        for work in works:
            theirs.send(work())
