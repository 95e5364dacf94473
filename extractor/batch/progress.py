"""What the user sees meanwhile: a bar on a terminal, plain lines elsewhere, or a log for machines. All on stderr."""

import json
import sys
from datetime import UTC, datetime
from time import monotonic
from types import TracebackType
from typing import Any, Final, Self

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn, TimeRemainingColumn

from extractor.batch.summary import summary_table
from extractor.model.proses import DocumentRead, Failure, Run, SatkerWritten

PLAIN_WIDTH: Final = 200
"""Columns of the summary where nothing says how wide the reader's window is."""
EVERY: Final = 25
"""Documents after which plain lines say how far the run is."""


class Reporter:
    """Used as a context manager around the work; every message is exactly one line."""

    def __init__(self) -> None:
        self._total = self._done = self._failed = 0
        self._began = monotonic()
        terminal = Console(stderr=True)
        self._console = terminal if terminal.is_terminal else Console(stderr=True, width=PLAIN_WIDTH)
        columns = (
            TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TextColumn("{task.fields[rate]}"), TimeElapsedColumn(),
            TimeRemainingColumn(), TextColumn("{task.fields[failed]}"),
        )  # fmt: skip
        self._bar = Progress(*columns, console=self._console, transient=True, disable=not terminal.is_terminal)
        self._task = self._bar.add_task("Membaca", total=None, rate="", failed="")

    def __enter__(self) -> Self:
        self._bar.start()
        return self

    def __exit__(self, kind: type[BaseException] | None, value: BaseException | None, trace: TracebackType | None) -> None:
        self._bar.stop()

    def expect(self, total: int) -> None:
        """So many documents are to be read, from now on."""
        self._total, self._began = total, monotonic()
        self._bar.update(self._task, total=total)

    def step(self, read: DocumentRead) -> None:
        """A document is done. It is named only where there is no bar."""
        self._advance()
        if self._bar.disable:
            about = f"{read.path}: {read.satker}, {read.tahun or 'tanpa tahun'}, {read.tables} tabel"
            self.say(f"[{self._done}/{self._total}] {about}")
            self._say_how_far()

    def fail(self, failure: Failure, note: str = "") -> None:
        """A document (or an archive, or a merge) failed, now or, with a ``note``, earlier."""
        self._failed += 1
        if not note:
            self._advance()
        self.say(f"GAGAL {failure.path}: {failure.message}{note}")

    def merged(self, satker: SatkerWritten) -> None:
        """A satker-year stands, with what its documents are to one another."""
        for message in satker.versions:
            self.say(f"Catatan {satker.file}: {message}")

    def say(self, line: str) -> None:
        """A message that must be seen in either case."""
        self._console.print(line, markup=False, highlight=False, soft_wrap=True)

    def conclude(self, run: Run, line: str) -> None:
        """The run is at its end: its table, the narrow one where the other does not fit, since cut figures would mislead."""
        if run.satker:
            table = summary_table(run.satker)
            fits = self._console.measure(table).maximum <= self._console.width
            self._console.print(table if fits else summary_table(run.satker, per_kind=False))
        self.say(line)

    def _advance(self) -> None:
        self._done += 1
        failed = f"{self._failed} gagal" if self._failed else ""
        self._bar.update(self._task, advance=1, rate=f"{self._per_minute:.0f}/menit", failed=failed)

    @property
    def _per_minute(self) -> float:
        return 60 * self._done / max(monotonic() - self._began, 1e-3)

    def _say_how_far(self) -> None:
        if self._done % EVERY == 0 and self._done < self._total:
            left = (self._total - self._done) / self._per_minute
            failed = f", {self._failed} gagal" if self._failed else ""
            self.say(f"… {self._done} dari {self._total}, {self._per_minute:.0f} dokumen per menit, sisa sekitar {left:.0f} menit{failed}")


class JsonReporter(Reporter):
    """The same as JSON, one object per line, each with ``time`` (ISO 8601, UTC) and ``event``."""

    def __init__(self) -> None:
        super().__init__()
        self._bar.disable = True

    def expect(self, total: int) -> None:
        self._total, self._began = total, monotonic()
        self._log("start", total=total)

    def step(self, read: DocumentRead) -> None:
        self._done += 1
        self._log("document", **read.model_dump(), **self._so_far())

    def fail(self, failure: Failure, note: str = "") -> None:
        self._failed += 1
        self._done += not note
        told = failure.model_dump(exclude={"versions"})
        self._log("failure", **told, earlier=bool(note), **self._so_far())

    def merged(self, satker: SatkerWritten) -> None:
        self._log("satker", **satker.model_dump())

    def say(self, line: str) -> None:
        self._log("message", message=line)

    def conclude(self, run: Run, line: str) -> None:
        self._log("end", message=line, seconds=run.seconds, counts=run.counts.model_dump())

    def _so_far(self) -> dict[str, Any]:
        return {"done": self._done, "total": self._total, "failed": self._failed, "per_minute": round(self._per_minute, 2)}

    def _log(self, event: str, **fields: Any) -> None:
        now = datetime.now(UTC).isoformat(timespec="milliseconds")
        sys.stderr.write(json.dumps({"time": now, "event": event, **fields}, ensure_ascii=False) + "\n")
        sys.stderr.flush()
