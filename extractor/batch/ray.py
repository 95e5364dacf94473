"""The engine of many machines: every task as a task of a Ray cluster, which runs it again elsewhere when its node is lost.

The nodes share no folder. A task travels with the files that it reads, its files come back with its result, and only the process
that holds the output folder writes there: a task that ran twice leaves nothing twice. On its node a task runs in a child process
with the limits of a run on one machine.
"""

import logging
import os
import re
import socket
from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, Final, Protocol, Self

from extractor.batch.engine import AnyTask, ClusterError, Limits, Result, Task, Work
from extractor.batch.failures import DIED, record
from extractor.batch.pool import LocalEngine
from extractor.model.proses import Failure
from extractor.versions import build
from extractor.writing.files import write_atomically

RETRIES: Final = 3
"""How often a task is run again that ended with its node."""
_AHEAD: Final = 2
"""Tasks under way for every processor of the cluster, so that none of them waits for its files."""
_HOST: Final = re.compile(r"(?P<host>[^:/]+):(?P<port>\d{1,5})")
_PATIENCE: Final = 10.0
"""Seconds in which a cluster answers."""
_LOST: Final = "Simpul klaster yang membacanya hilang {times} kali ({fault}); periksa klaster Ray, lalu ulangi dengan --retry."
_NOT_DONE: Final = "simpul klaster tidak dapat menjalankan tugas ({fault!r}); periksa ruang dan pemasangan program di semua simpul"
_NOT_INSTALLED: Final = "--engine ray memerlukan paket tambahan; pasang dengan: pip install 'lkj-extractor[ray]'"
_OTHER_PROGRAM: Final = "simpul klaster memakai versi program atau pustaka yang lain; pasang yang sama di semua simpul"


class Portable(Task, Protocol):
    """A task that another machine can do."""

    @property
    def out(self) -> Path:
        """The folder under which the task writes."""
        ...

    def parcel(self) -> Mapping[str, Path]:
        """The files that the task reads, by where they stand in the folder that it is unpacked in."""
        ...

    def unpacked(self, folder: Path) -> Self:
        """The same task where its files stand in ``folder``, under which it writes too."""
        ...


Files = dict[str, bytes]


@dataclass(frozen=True, slots=True)
class _Answer:
    """What a node sends back."""

    build: str
    """Of the program there."""
    result: object
    files: Files
    """What the task wrote, by its place under the output folder."""


class RayEngine:
    """The cluster that ``RAY_ADDRESS`` names, or one of this machine alone where the variable is not set.

    Raises ClusterError where Ray is not installed or the cluster is not reached.
    """

    def __init__(self, limits: Limits) -> None:
        self._limits = limits
        self._ray = _connected()
        self._remote = self._ray.remote(num_cpus=1, max_retries=RETRIES)(_unit)

    def prepare(self, work: Work[Any, Any], share: int, needs: str) -> None:
        """Nothing: a node starts a process for every task."""

    def close(self) -> None:
        """Nothing was got ready."""

    def run(
        self,
        work: Work[AnyTask, Result],
        tasks: Iterable[AnyTask],
        share: int = 1,  # noqa: ARG002  # every task travels with its files and may land on another node
    ) -> Iterator[tuple[AnyTask, Result | Failure]]:
        """See :class:`extractor.batch.engine.Engine`; every task is Portable. Raises ClusterError where a node has another program."""
        running: dict[Any, AnyTask] = {}
        waiting = iter(tasks)
        upcoming = next(waiting, None)
        try:
            while upcoming is not None or running:
                while upcoming is not None and len(running) < self._room():
                    running[self._remote.remote(work, upcoming, _packed(upcoming), self._limits)] = upcoming
                    upcoming = next(waiting, None)
                done, _ = self._ray.wait(list(running), num_returns=1)
                for reference in done:
                    task = running.pop(reference)
                    yield task, self._outcome(reference, task)
        finally:
            for reference in running:
                with suppress(self._ray.exceptions.RayError):
                    self._ray.cancel(reference, force=True)

    def _room(self) -> int:
        return _AHEAD * max(1, int(self._ray.cluster_resources().get("CPU", 1)))

    def _outcome(self, reference: Any, task: Any) -> Any:
        errors = self._ray.exceptions
        try:
            answer: _Answer = self._ray.get(reference)
        except (errors.WorkerCrashedError, errors.NodeDiedError, errors.ObjectLostError, errors.OutOfMemoryError) as fault:
            message = _LOST.format(times=RETRIES + 1, fault=type(fault).__name__)
            return record(task.name, task.sha256, DIED, "batch", message)
        except errors.RayTaskError as fault:
            raise ClusterError(_NOT_DONE.format(fault=fault.cause)) from fault
        if answer.build != build():
            raise ClusterError(_OTHER_PROGRAM)
        for name, content in sorted(answer.files.items()):
            write_atomically(task.out / name, content)
        return answer.result


def _connected() -> Any:
    """Ray, connected; nothing is sent to anyone but the cluster."""
    os.environ.setdefault("RAY_USAGE_STATS_ENABLED", "0")
    try:
        import ray  # noqa: PLC0415  # an optional part
    except ImportError as error:
        raise ClusterError(_NOT_INSTALLED) from error
    if not ray.is_initialized():
        try:
            _reach(os.environ.get("RAY_ADDRESS", ""))
            ray.init(log_to_driver=False, logging_level=logging.ERROR)
        except (OSError, RuntimeError, ValueError) as error:
            raise ClusterError(f"klaster Ray tidak terjangkau ({error}); periksa RAY_ADDRESS") from error
    return ray


def _reach(address: str) -> None:
    """Raises OSError where nobody listens at host:port; Ray itself would try for minutes."""
    found = _HOST.fullmatch(address)
    if found:
        socket.create_connection((found["host"], int(found["port"])), _PATIENCE).close()


def _packed(task: Any) -> Files:
    return {place: path.read_bytes() for place, path in task.parcel().items()}


def _unit(work: "Work[Any, Any]", task: Any, parcel: Files, limits: Limits) -> _Answer:
    """On a node: the files are put down, the task runs in a child process, what it wrote is picked up."""
    with TemporaryDirectory(prefix="lkj-") as name:
        folder = Path(name)
        for place, content in parcel.items():
            path = folder / place
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content)
        ((_, result),) = LocalEngine(1, limits).run(work, [task.unpacked(folder)])
        made = {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}
        return _Answer(build(), result, {place: content for place, content in made.items() if parcel.get(place) != content})
