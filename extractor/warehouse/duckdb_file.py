"""DuckDB: a database in one file, the embedded default."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import duckdb
import pyarrow as pa

from extractor.warehouse.columns import LAPORAN_KEY, Table
from extractor.warehouse.destination import LoadError

MEMORY = ":memory:"


class DuckDb:
    """A DuckDB file (or memory) inside a transaction."""

    keys = False
    faults: tuple[type[Exception], ...] = (duckdb.Error,)

    def __init__(self, path: Path | str) -> None:
        """Open or make the file. Raises LoadError where it is in use or is no DuckDB file."""
        try:
            if path != MEMORY:
                Path(path).parent.mkdir(parents=True, exist_ok=True)
            self.connection = duckdb.connect(str(path))
        except (duckdb.Error, OSError) as error:
            reason = str(error).splitlines()[0]
            raise LoadError(
                f"{path}: tidak dapat dibuka ({reason}); tutup program lain yang memakainya, atau hapus berkasnya dan ulangi"
            ) from error
        self.connection.execute("BEGIN")

    def run(self, statements: str) -> None:
        """Execute statements, separated by semicolons."""
        self.connection.execute(statements)

    def rows(self, query: str) -> list[tuple[Any, ...]]:
        """The rows of a query."""
        return self.connection.execute(query).fetchall()

    def tables(self) -> set[str]:
        """The tables and views that exist."""
        return {name for (name,) in self.rows("SELECT table_name FROM information_schema.tables WHERE table_schema = current_schema()")}

    def append(self, table: Table, content: pa.Table) -> None:
        """Add rows, in bulk."""
        self._with(content, f"INSERT INTO {table.name} ({', '.join(table.names)}) SELECT * FROM incoming")

    def forget(self, tables: Sequence[Table], keys: Sequence[str]) -> None:
        """Remove the rows of these reports from these tables."""
        named = pa.table({"key": pa.array(keys, pa.string())})
        for table in tables:
            self._with(named, f"DELETE FROM {table.name} WHERE {LAPORAN_KEY} IN (SELECT key FROM incoming)")

    def add_new(self, table: Table, content: pa.Table) -> None:
        """Add the rows whose key is not there yet."""
        known = f"SELECT {table.key} FROM {table.name}"
        self._with(content, f"INSERT INTO {table.name} SELECT * FROM incoming WHERE {table.key} NOT IN ({known})")

    def commit(self) -> None:
        """Make the load visible, all at once."""
        self.connection.execute("COMMIT")

    def close(self) -> None:
        """Leave; what was not committed is gone."""
        self.connection.close()

    def _with(self, content: pa.Table, statement: str) -> None:
        self.connection.register("incoming", content)
        try:
            self.connection.execute(statement)
        finally:
            self.connection.unregister("incoming")
