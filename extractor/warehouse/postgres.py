"""PostgreSQL: a server, filled through COPY.

COPY gets text, so that PostgreSQL itself reads every number: exact, whatever its size. (The binary COPY of the ADBC driver is as
fast and altered decimals in silence in past releases: arrow-adbc issues 3485 and 4507.)
"""

import io
from collections.abc import Sequence
from typing import Any, Final

import pyarrow as pa
from pyarrow import csv

from extractor.warehouse.columns import LAPORAN_KEY, Table
from extractor.warehouse.destination import LoadError

MISSING: Final = "untuk PostgreSQL diperlukan psycopg; pasang dengan: pip install 'lkj-extractor[postgres]'"
_LOCK: Final = 0x6C6B6A
"""Of all loads into one database, one at a time."""
_BLOCK: Final = 1 << 20


class Postgres:
    """A PostgreSQL database inside a transaction; tables stand in the first schema of the search path."""

    keys = True
    faults: tuple[type[Exception], ...]

    def __init__(self, url: str) -> None:
        """Connect, and wait until no other load is at work. Raises LoadError."""
        try:
            import psycopg  # noqa: PLC0415  # an extra
        except ImportError as error:
            raise LoadError(MISSING) from error
        try:
            self.connection = psycopg.connect(url, client_encoding="utf8")
        except psycopg.OperationalError as error:
            reason = " ".join(str(error).split())
            raise LoadError(
                f"server PostgreSQL tidak dapat dihubungi ({reason}); periksa alamat, nama basis data dan kata sandinya"
            ) from error
        self.faults = (psycopg.Error,)
        self.cursor = self.connection.cursor()
        self.cursor.execute(f"SELECT pg_advisory_xact_lock({_LOCK})")

    def run(self, statements: str) -> None:
        """Execute statements, separated by semicolons."""
        self.cursor.execute(statements.encode(), prepare=False)

    def rows(self, query: str) -> list[tuple[Any, ...]]:
        """The rows of a query."""
        return self.cursor.execute(query.encode()).fetchall()

    def tables(self) -> set[str]:
        """The tables and views that exist."""
        return {name for (name,) in self.rows("SELECT table_name FROM information_schema.tables WHERE table_schema = current_schema()")}

    def append(self, table: Table, content: pa.Table) -> None:
        """Add rows, in bulk."""
        self._copy(table.name, table.names, content)

    def forget(self, tables: Sequence[Table], keys: Sequence[str]) -> None:
        """Remove the rows of these reports from these tables."""
        for table in tables:
            self.cursor.execute(f"DELETE FROM {table.name} WHERE {LAPORAN_KEY} = ANY(%s)".encode(), (list(keys),))

    def add_new(self, table: Table, content: pa.Table) -> None:
        """Add the rows whose key is not there yet."""
        self.run(f"CREATE TEMPORARY TABLE incoming (LIKE {table.name}) ON COMMIT DROP")
        self._copy("incoming", table.names, content)
        self.run(f"INSERT INTO {table.name} SELECT * FROM incoming ON CONFLICT DO NOTHING")
        self.run("DROP TABLE incoming")

    def commit(self) -> None:
        """Make the load visible, all at once."""
        self.connection.commit()

    def close(self) -> None:
        """Leave; what was not committed is gone."""
        self.connection.close()

    def _copy(self, name: str, columns: Sequence[str], content: pa.Table) -> None:
        """CSV in which every text is quoted, so that nothing stands for NULL and "" for no text."""
        text = io.BytesIO()
        csv.write_csv(content, text, csv.WriteOptions(include_header=False, quoting_style="needed"))
        with self.cursor.copy(f"COPY {name} ({', '.join(columns)}) FROM STDIN (FORMAT csv)".encode()) as copy:
            view = text.getbuffer()
            for at in range(0, len(view), _BLOCK):
                copy.write(view[at : at + _BLOCK])
