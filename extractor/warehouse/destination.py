"""What a loader asks of a database."""

from collections.abc import Sequence
from typing import Any, Protocol

import pyarrow as pa

from extractor.warehouse.columns import Table


class LoadError(RuntimeError):
    """A load that cannot be done; nothing was changed. The message says what happened and what to do, in Indonesian."""


class Destination(Protocol):
    """A database inside one transaction: either all of a load is there, or nothing of it."""

    keys: bool
    """Whether its tables get primary keys and indexes."""

    faults: tuple[type[Exception], ...]
    """What it raises."""

    def run(self, statements: str) -> None:
        """Execute statements, separated by semicolons."""

    def rows(self, query: str) -> list[tuple[Any, ...]]:
        """The rows of a query."""

    def tables(self) -> set[str]:
        """The tables and views that exist."""

    def append(self, table: Table, content: pa.Table) -> None:
        """Add rows, in bulk."""

    def forget(self, tables: Sequence[Table], keys: Sequence[str]) -> None:
        """Remove the rows of these reports from these tables."""

    def add_new(self, table: Table, content: pa.Table) -> None:
        """Add the rows whose key is not there yet."""

    def commit(self) -> None:
        """Make the load visible, all at once."""

    def close(self) -> None:
        """Leave; what was not committed is gone."""
