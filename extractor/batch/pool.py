"""The engine of one machine: every task in a child process, so that one that hangs, grows or crashes costs itself only.

Fresh for every document, because libraries keep state (PDFium its last error, allocators their memory): a document must not see
what another one left. Work on the program's own files may share a child: to start one costs as much as to merge a small report.
Each child has a pipe of its own: what becomes of one, wherever it is struck down, the others do not notice.
"""

from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from multiprocessing.connection import Connection, wait
from multiprocessing.process import BaseProcess
from pickle import UnpicklingError
from time import monotonic
from typing import Any, Final, Generic

from extractor.batch.child import BEGUN, RESULT, serve
from extractor.batch.engine import WRITING, AnyTask, Limits, Result, Unwritable, Work
from extractor.batch.failures import died, stopped
from extractor.batch.server import start_server, start_whole
from extractor.model.proses import Failure

_START: Final = 300.0
"""Seconds within which a child has its task, whatever its server still loads and whoever else uses the machine."""
_AT_ONCE: Final = 5.0
"""Seconds within which a killed process is gone, unless the system is at fault."""


@dataclass(slots=True)
class _Child:
    """A process that does tasks, and the pipe to it."""

    process: BaseProcess
    pipe: Connection
    left: int
    """Tasks that it may still begin."""

    def end(self) -> int | None:
        """Stop the process, where it still runs; its exit code."""
        self.process.kill()
        self.process.join(_AT_ONCE)
        self.pipe.close()
        return self.process.exitcode


@dataclass(slots=True)
class _Running(Generic[AnyTask]):
    """A task, its child, and how far they are."""

    task: AnyTask
    child: _Child
    ends: float
    """When its time is over, on the monotonic clock: it counts from the moment at which the child has the task."""
    stage: str = BEGUN
    begun: bool = False

    def outcome(self, seconds: float) -> object | None:
        """What became of the task; None while it goes on. When there is an outcome, the child may be gone, or have nothing left to do."""
        alive = self.child.process.is_alive()
        try:
            while self.child.pipe.poll():
                kind, content = self.child.pipe.recv()
                if kind == RESULT:
                    if isinstance(content, Failure):
                        self.child.left = 0
                    return content  # type: ignore[no-any-return]
                if not self.begun:
                    self.begun, self.ends = True, monotonic() + seconds
                self.stage = content
        except (EOFError, OSError, UnpicklingError):
            self.child.process.join(_AT_ONCE)  # its exit code follows its pipe
            alive = False
        if not alive:
            return died(self.task.name, self.task.sha256, self.stage, self.child.end())
        if monotonic() >= self.ends:
            self.child.end()
            return stopped(self.task.name, self.task.sha256, self.stage, seconds)
        return None


class LocalEngine:
    """``jobs`` children at a time on this machine, each within ``limits``, and one more that waits for its task.

    Where there are several, one that writes its result does not count: the processor is free while it waits for the disk.
    """

    def __init__(self, jobs: int, limits: Limits) -> None:
        self._jobs, self._limits = jobs, limits
        self._prepared: dict[Work[Any, Any], _Child] = {}

    def prepare(self, work: Work[Any, Any], share: int, needs: str) -> None:
        """See :class:`extractor.batch.engine.Engine`: the first child of the next run of this work starts and loads now."""
        if work not in self._prepared:
            self._prepared[work] = self._start(work, share, needs)

    def close(self) -> None:
        """See :class:`extractor.batch.engine.Engine`."""
        while self._prepared:
            self._prepared.popitem()[1].end()

    def run(self, work: Work[AnyTask, Result], tasks: Iterable[AnyTask], share: int = 1) -> Iterator[tuple[AnyTask, Result | Failure]]:
        """See :class:`extractor.batch.engine.Engine`."""
        running: list[_Running[AnyTask]] = []
        ready = self._ready(work)
        leaving: list[_Child] = []
        waiting = iter(tasks)
        upcoming = next(waiting, None)
        try:
            while upcoming is not None or running:
                while upcoming is not None and self._has_room(running):
                    running.append(self._begin(ready.pop() if ready else self._start(work, share), upcoming))
                    upcoming = next(waiting, None)
                if upcoming is not None and not ready and any(one.child.left == 0 for one in running):
                    ready.append(self._start(work, share))  # while the others work
                while leaving:  # only now, when all processors have work again
                    leaving.pop().end()
                yield from self._finished(running, ready, leaving)
        finally:
            for child in (*ready, *leaving, *(one.child for one in running)):
                child.end()

    def _ready(self, work: Work[Any, Any]) -> list[_Child]:
        """The child that was prepared for this work, where there is one and nothing has befallen it."""
        child = self._prepared.pop(work, None)
        if child is not None and not child.process.is_alive():
            child.end()
            child = None
        return [child] if child is not None else []

    def _has_room(self, running: "Sequence[_Running[AnyTask]]") -> bool:
        busy = [one for one in running if self._jobs == 1 or one.stage != WRITING]
        return len(busy) < self._jobs and len(running) < 2 * self._jobs

    def _finished(
        self, running: "list[_Running[AnyTask]]", ready: list[_Child], leaving: list[_Child]
    ) -> Iterator[tuple[AnyTask, Result | Failure]]:
        """Wait until something happens; tasks that are done are taken from the first list, their children put into one of the others."""
        patience = max(0.0, min(one.ends for one in running) - monotonic())
        wait([handle for one in running for handle in (one.child.pipe, one.child.process.sentinel)], patience)
        for one in tuple(running):
            outcome: Any = one.outcome(self._limits.seconds)
            if outcome is None:
                continue
            running.remove(one)
            if one.child.left and one.child.process.is_alive():
                ready.append(one.child)
            else:
                one.child.process.kill()
                leaving.append(one.child)
            if isinstance(outcome, Unwritable):
                raise outcome
            yield one.task, outcome

    def _start(self, work: Work[AnyTask, Result], share: int, needs: str | None = None) -> _Child:
        context: Any = start_server()
        ours, theirs = context.Pipe()
        process = context.Process(target=serve, args=(theirs, work, self._limits, share, needs))
        start_whole(process)
        theirs.close()
        return _Child(process, ours, share)

    def _begin(self, child: _Child, task: AnyTask) -> _Running[AnyTask]:
        """Hand the task to the child; that one is gone already is noticed when it is listened to."""
        child.left -= 1
        with suppress(OSError):
            child.pipe.send(task)
        return _Running(task, child, monotonic() + _START)
