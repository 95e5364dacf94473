"""The seam between what is to be done and where it is done: an engine takes units of work and yields their results."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Any, Final, Protocol, TypeAlias, TypeVar

from extractor.model.proses import Failure


class Task(Protocol):
    """A unit of work, as its failure will name it. It is pickled: its files are named, not held."""

    @property
    def name(self) -> str: ...

    @property
    def sha256(self) -> str | None: ...


AnyTask = TypeVar("AnyTask", bound=Task)
Result = TypeVar("Result")

Tell: TypeAlias = Callable[[str], object]
"""Says which stage begins, so that the end of a process can name the stage it died in."""
Work: TypeAlias = Callable[[AnyTask, Tell], Result | Failure]
"""Does one unit; a function of a module, so that other processes find it. Its result is small: what is large stands in files."""


WRITING: Final = "writing"
"""The stage in which a unit of work is done but for its output, and waits for the disk most of the time."""
SHARE: Final = 16
"""Satker-years that one process merges or compares, one after another."""


class Unwritable(OSError):
    """The output folder cannot be written (a full disk, say): no fault of the document, and the run cannot go on."""


class ClusterError(RuntimeError):
    """The cluster cannot do the work; the message says why and what to do, in Indonesian."""


@dataclass(frozen=True, slots=True)
class Limits:
    """What one unit of work may take; None for no limit. A system that lacks a kind of limit goes without."""

    seconds: float = 600
    """On the clock."""
    processor: int | None = None
    """Seconds of processor time."""
    memory: int | None = None
    """MiB of address space."""
    output: int | None = None
    """MiB of one file that it writes."""


class Engine(Protocol):
    """Does units of work, several at a time, and survives every one of them."""

    def prepare(self, work: "Work[Any, Any]", share: int, needs: str) -> None:
        """Get ready for such work, which is to come, where that saves time; ``needs`` is a module that it loads."""
        ...

    def close(self) -> None:
        """Leave what was got ready and not needed."""
        ...

    def run(self, work: "Work[AnyTask, Result]", tasks: Iterable[AnyTask], share: int = 1) -> Iterator[tuple[AnyTask, Result | Failure]]:
        """Each task with its result, in the order in which they finish; what gives no result yields the record of its end.

        ``share`` is how many tasks one process may do, one after another; more than one for work on the program's own files alone.
        Tasks are taken as there is room for them. Raises :class:`Unwritable`; closing the iterator stops all work at once.
        """
        ...
