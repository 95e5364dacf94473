"""Runs in this process: the units of work are done in their order, without children."""

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import extractor.claims.read  # noqa: F401  # or each document loads its library in a process beside
from extractor.batch.engine import AnyTask, Result, Work
from extractor.batch.progress import Reporter
from extractor.batch.run import run
from extractor.checks.settings import Settings
from extractor.model.proses import Failure, Options, Run
from extractor.warehouse.redact import UNREDACTED, Redaction


class Inline:
    """The least engine there is."""

    def prepare(self, work: Work[Any, Any], share: int, needs: str) -> None:
        pass

    def close(self) -> None:
        pass

    def run(self, work: Work[AnyTask, Result], tasks: Iterable[AnyTask], share: int = 1) -> Iterator[tuple[AnyTask, Result | Failure]]:
        for task in tasks:
            yield task, work(task, lambda stage: None)


def extract(*given: Path | str, out: Path, settings: Settings | None = None, redaction: Redaction = UNREDACTED, **options: Any) -> Run:
    """As ``lkj extract`` does it."""
    out.mkdir(exist_ok=True)
    told = {"jobs": 1, "timeout": 600, "memory": None, "formats": ["json"], **options}
    with Reporter() as reporter:
        return run(Options(inputs=[str(path) for path in given], out=str(out), **told), out, reporter, settings, Inline(), redaction)


def files(out: Path) -> dict[str, bytes]:
    """Path -> bytes of all but the record of the run, which holds times; hidden files too."""
    return {
        str(path.relative_to(out)): path.read_bytes()
        for path in out.rglob("*")
        if path.is_file() and path.name not in ("run.json", "lkj.duckdb")
    }


def counts(run: Run) -> tuple[int, int, int, int]:
    """Documents, those of them read by an earlier run, satker-years, failures."""
    return run.counts.documents, run.counts.reused, run.counts.satker, run.counts.failures
