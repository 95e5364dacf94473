"""After the merges: what follows from several satker-years together goes into the file of the one it concerns.

The excerpts of all are gone through once, one at a time, to find who is compared with whom. A satker-year is then compared
anew where it was merged anew, or where one of those it is compared with has changed, come or gone.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from extractor.across.neighbours import Neighbours, header, neighbours
from extractor.batch.engine import SHARE, WRITING, Engine, Tell, Unwritable
from extractor.batch.failures import failure
from extractor.batch.keys import across_key
from extractor.batch.ledger import Entry, Ledger, SatkerMade
from extractor.batch.worker import Group, excerpt_file, summarise, write_result
from extractor.model.proses import Failure, SatkerWritten

if TYPE_CHECKING:
    from extractor.model import Banding

NONE = Neighbours((), frozenset())


@dataclass(frozen=True, slots=True)
class Comparison:
    """A satker-year and those it is compared with."""

    group: Group
    others: tuple[str, ...]
    """Their excerpts, relative to OUT."""
    common: frozenset[str]

    sha256: None = None

    @property
    def name(self) -> str:
        """The output, relative to OUT."""
        return self.group.name

    @property
    def out(self) -> Path:
        """See :class:`extractor.batch.ray.Portable`."""
        return self.group.out

    def parcel(self) -> dict[str, Path]:
        """See :class:`extractor.batch.ray.Portable`."""
        return {file: self.out / file for file in (self.name, *self.others)}

    def unpacked(self, folder: Path) -> "Comparison":
        """See :class:`extractor.batch.ray.Portable`."""
        return replace(self, group=self.group.unpacked(folder))


def compare_group(task: Comparison, tell: Tell) -> SatkerWritten | Failure:
    """Put what follows from the others into a satker-year's file, in place of what was there. Raises Unwritable."""
    from extractor.across.relate import relate  # noqa: PLC0415  # for the children alone
    from extractor.model import LaporanSatker  # noqa: PLC0415

    try:
        tell("comparing")
        out = task.out
        report = LaporanSatker.model_validate_json((out / task.name).read_bytes())
        others = [_excerpt(out / file) for file in task.others]
        report = relate(report, others, task.common, task.group.settings)
        if report.penyamaran is not None:
            from extractor.redacting.report import with_redacted_findings  # noqa: PLC0415

            report = with_redacted_findings(report)
        tell(WRITING)
        write_result(out / task.name, report)
    except Unwritable:
        raise
    except Exception as fault:  # noqa: BLE001  # the run goes on whatever one satker does
        return failure(task.name, None, fault)
    return summarise(task.group, report)


def compared(
    satkers: Sequence[SatkerWritten], groups: Sequence[Group], ledger: Ledger, engine: Engine, fail: Callable[[Failure, str], None]
) -> list[SatkerWritten]:
    """The satker-years after they were compared with each other, in their order; those that are up to date are left alone.

    ``groups`` are those that were merged, in any order. One that cannot be compared stays as it was merged, and is told to ``fail``.
    """
    found = {satker.file: satker for satker in satkers}
    tasks = {task.name: (task, key) for task, key in _tasks([group for group in groups if group.name in found], ledger)}
    for task, result in engine.run(compare_group, [task for task, _ in tasks.values()], SHARE):
        if isinstance(result, Failure):
            fail(result, task.name)
            continue
        found[task.name] = result
        merged = ledger.entries[task.name].key
        size = (task.out / task.name).stat().st_size
        ledger.add(SatkerMade(file=task.name, key=merged, size=size, written=result, across=tasks[task.name][1]))
    return list(found.values())


def _tasks(groups: Sequence[Group], ledger: Ledger) -> Iterator[tuple[Comparison, str]]:
    """What is to be compared anew, each with the key of its result."""
    several = groups if len(groups) > 1 else ()
    wanted = neighbours(header(group.name, _excerpt(group.out / group.excerpt)) for group in several)
    for group in groups:
        each = wanted.get(group.name, NONE)
        others = tuple(excerpt_file(name) for name in each.others)
        key = across_key([(file, ledger.entries[file].key) for file in others], each.common)
        made = ledger.entries[group.name]
        if isinstance(made, SatkerMade) and made.across != key:
            yield Comparison(group, others, each.common), key


def _excerpt(path: Path) -> "Banding":
    from extractor.model import Banding  # noqa: PLC0415

    return Banding.model_validate_json(path.read_bytes())


def state(entry: Entry) -> str:
    """All that determines a file: of a satker-year also those it was compared with."""
    return f"{entry.key} {entry.across}" if isinstance(entry, SatkerMade) else entry.key
