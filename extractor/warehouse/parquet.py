"""Parquet, the exchange form: one file per table and year, the same bytes for the same reports."""

import io
from collections.abc import Iterator
from pathlib import Path
from typing import Final

import pyarrow as pa
from pyarrow import parquet

from extractor.warehouse.arrow import schema_of
from extractor.warehouse.columns import YEAR, Table
from extractor.warehouse.duckdb_file import DuckDb
from extractor.warehouse.star import STAR
from extractor.writing.files import write_atomically

FILE: Final = "data.parquet"
_UNKNOWN: Final = "__HIVE_DEFAULT_PARTITION__"
"""What Hive, Spark and DuckDB call the partition of rows without a year."""


def write_parquet(loaded: DuckDb, folder: Path) -> list[Path]:
    """Write all tables under ``folder`` and remove the files of years that are gone; the paths are given. Raises OSError."""
    written = [path for table in STAR.values() for path in _write(loaded, table, folder)]
    for stale in sorted(set(folder.glob(f"*/**/{FILE}")) - set(written)):
        stale.unlink()
    return written


def _write(loaded: DuckDb, table: Table, folder: Path) -> Iterator[Path]:
    if not table.partitioned:
        yield _file(loaded, table, folder / table.name / FILE, "")
        return
    for (year,) in loaded.rows(f"SELECT DISTINCT {YEAR} FROM {table.name} ORDER BY ALL"):
        where = f"WHERE {YEAR} = {year}" if year is not None else f"WHERE {YEAR} IS NULL"
        yield _file(loaded, table, folder / table.name / f"{YEAR}={year or _UNKNOWN}" / FILE, where)


def _file(loaded: DuckDb, table: Table, path: Path, where: str) -> Path:
    """The rows in the order of their keys; a partition's file does not repeat its year, as Hive has it."""
    names = [name for name in table.names if name != YEAR or not table.partitioned]
    found = loaded.connection.sql(f"SELECT {', '.join(names)} FROM {table.name} {where} ORDER BY {table.key}").to_arrow_table()
    schema = schema_of(table)
    wanted = pa.schema([schema.field(name) for name in names], metadata=schema.metadata)
    content = io.BytesIO()
    parquet.write_table(found.cast(wanted).combine_chunks(), content, compression="zstd")
    write_atomically(path, content.getvalue())
    return path
