"""Child processes with limits: a task that hangs, grows or crashes costs itself only."""

from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, as_completed
from contextlib import contextmanager
from typing import Protocol, TypeVar

from pebble import CONSTS, ProcessExpired, ProcessPool

from extractor.batch.server import start_server
from extractor.batch.worker import failure, start
from extractor.model.proses import Failure
from extractor.versions import versions

TASKS_PER_CHILD = 1
"""Libraries keep state (PDFium its last error, allocators their memory): a task must not see what another one left."""

POLL = 0.02
"""Seconds between two looks of the pool at its children: half of it is lost wherever a child follows another."""

CONSTS.sleep_unit = POLL

Result = TypeVar("Result")


class Task(Protocol):
    """A unit of work, as its failure will name it."""

    @property
    def name(self) -> str: ...

    @property
    def sha256(self) -> str | None: ...


AnyTask = TypeVar("AnyTask", bound=Task)


@contextmanager
def child_processes(jobs: int, memory: int | None) -> Iterator[ProcessPool]:
    """A pool of ``jobs`` children, each limited to ``memory`` MiB; an interruption stops them at once."""
    pool = ProcessPool(jobs, TASKS_PER_CHILD, start, (memory,), start_server())
    try:
        yield pool
        pool.close()
    except BaseException:
        pool.stop()
        raise
    finally:
        pool.join()


def in_children(
    pool: ProcessPool, function: Callable[[AnyTask], Result | Failure], tasks: Iterable[AnyTask], timeout: float
) -> Iterator[Result | Failure]:
    """The results in the order in which they finish; a child that gives none yields the record of its end."""
    waiting: dict[Future[Result | Failure], Task] = {pool.schedule(function, (task,), timeout=timeout): task for task in tasks}
    for future in as_completed(waiting):
        fault = future.exception()
        yield future.result() if fault is None else _ended(waiting[future], fault, timeout)


def _ended(task: Task, fault: BaseException, timeout: float) -> Failure:
    """The record of a task whose child was stopped or died."""
    if isinstance(fault, TimeoutError):
        reason = "waktu_habis"
        message = f"Belum selesai setelah {timeout:g} detik; ulangi dengan --timeout yang lebih besar atau pecah berkasnya."
    elif isinstance(fault, ProcessExpired):
        reason = "proses_mati"
        advice = "ulangi dengan --memory yang lebih besar, atau cetak ulang berkasnya ke PDF"
        message = f"Proses pembaca berhenti mendadak (kode {fault.exitcode}), mungkin kehabisan memori; {advice}."
    else:
        return failure(task.name, task.sha256, fault)
    return Failure(sha256=task.sha256, path=task.name, reason=reason, stage="limits", message=message, traceback=None, versions=versions())
