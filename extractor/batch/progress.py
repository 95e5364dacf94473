"""What the user sees meanwhile: a bar on a terminal, one plain line per document elsewhere. All on stderr."""

from types import TracebackType
from typing import Self

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn, TimeRemainingColumn
from rich.table import Table

PLAIN_WIDTH = 200
"""Columns of the summary where nothing says how wide the reader's window is."""


class Reporter:
    """Used as a context manager around the work; every message is exactly one line."""

    def __init__(self, total: int) -> None:
        self._total = total
        self._done = 0
        terminal = Console(stderr=True)
        self._console = terminal if terminal.is_terminal else Console(stderr=True, width=PLAIN_WIDTH)
        columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn(), TimeRemainingColumn())
        self._bar = Progress(*columns, console=self._console, transient=True, disable=not terminal.is_terminal)
        self._task = self._bar.add_task("Membaca", total=total)

    def __enter__(self) -> Self:
        self._bar.start()
        return self

    def __exit__(self, kind: type[BaseException] | None, value: BaseException | None, trace: TracebackType | None) -> None:
        self._bar.stop()

    def expect(self, total: int) -> None:
        """So many documents are to be read."""
        self._total = total
        self._bar.update(self._task, total=total)

    def step(self, line: str) -> None:
        """One document is done. The line is printed only where there is no bar."""
        self._done += 1
        self._bar.advance(self._task)
        if self._bar.disable:
            self.say(f"[{self._done}/{self._total}] {line}")

    def fail(self, line: str) -> None:
        """One document is done, without success."""
        self._done += 1
        self._bar.advance(self._task)
        self.say(f"GAGAL {line}")

    def say(self, line: str) -> None:
        """A message that must be seen in either case."""
        self._console.print(line, markup=False, highlight=False, soft_wrap=True)

    def show(self, table: Table, narrow: Table) -> None:
        """A table for the end; the narrow one where the other does not fit, since cut figures would mislead."""
        fits = self._console.measure(table).maximum <= self._console.width
        self._console.print(table if fits else narrow)
