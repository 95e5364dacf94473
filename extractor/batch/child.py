"""What happens inside a child process: limits are set, a task is done, its result is sent."""

import logging
import os
import signal
import sys
from contextlib import suppress
from importlib import import_module
from math import ceil
from multiprocessing.connection import Connection
from typing import Final

from extractor.batch.engine import AnyTask, Limits, Result, Unwritable, Work
from extractor.batch.failures import failure
from extractor.batch.orphans import end_with

STAGE: Final = "stage"
RESULT: Final = "result"
"""What a message of a child is; its second part is a name or an outcome."""
BEGUN: Final = "batch"
"""The stage before the work tells one."""
_GRACE: Final = 5
"""Seconds of processor time between the signal that a limit sends and the one that nobody survives."""


def serve(pipe: Connection, work: Work[AnyTask, Result], limits: Limits, share: int, needs: str | None = None) -> None:
    """Wait for a task, do it, send its stages and then its result; up to ``share`` tasks, one after another.

    ``needs`` is a module that is loaded before.
    """
    prepare(limits)
    if needs is not None:
        import_module(needs)
    with suppress(EOFError, OSError):  # nothing is left to do, or the run has ended meanwhile
        for _ in range(share):
            task: AnyTask = pipe.recv()
            _restrict_processor(limits, share)
            pipe.send((STAGE, BEGUN))
            pipe.send((RESULT, _outcome(work, task, pipe)))


def _outcome(work: Work[AnyTask, Result], task: AnyTask, pipe: Connection) -> object:
    try:
        return work(task, lambda stage: pipe.send((STAGE, stage)))
    except Unwritable as fault:
        return fault
    except Exception as fault:  # noqa: BLE001  # whatever a task does, it is recorded
        return failure(task.name, task.sha256, fault)


def prepare(limits: Limits) -> None:
    """Set the limits; be ended with the process this one was forked from; keep the libraries' notes off the terminal."""
    logging.getLogger().addHandler(logging.NullHandler())
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the run stops its children itself
    end_with(os.getppid())
    if sys.platform != "win32":
        _restrict(limits)


def _restrict(limits: Limits) -> None:
    import resource  # noqa: PLC0415  # does not exist on Windows

    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))  # the memory of a document that crashes is no output
    if limits.memory is not None:
        resource.setrlimit(resource.RLIMIT_AS, (limits.memory << 20, limits.memory << 20))
    if limits.output is not None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (limits.output << 20, limits.output << 20))


def _restrict_processor(limits: Limits, share: int) -> None:
    """A task has its processor time from when it begins; the limit that nobody survives is that of all tasks, since it cannot be raised."""
    if sys.platform == "win32" or limits.processor is None:
        return
    import resource  # noqa: PLC0415

    used = resource.getrusage(resource.RUSAGE_SELF)
    most = limits.processor * share + _GRACE
    resource.setrlimit(resource.RLIMIT_CPU, (min(most, ceil(used.ru_utime + used.ru_stime) + limits.processor), most))
