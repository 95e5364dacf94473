"""The SQL that makes the warehouse, from the declared tables; DuckDB and PostgreSQL understand the same."""

from collections.abc import Iterator

from extractor.warehouse.columns import LAPORAN_KEY, Column, Table
from extractor.warehouse.keys import digest
from extractor.warehouse.star import RECORDS, REPORTED, STAR

TABLES = (*STAR.values(), *RECORDS)
"""Every table of a warehouse."""


def create(table: Table, *, keys: bool) -> str:
    """``keys`` adds the primary key, checked at the end of a load. DuckDB would check it row by row, which is slow."""
    lines = [f"  {_definition(column)}" for column in table.columns]
    if keys:
        lines.append(f"  PRIMARY KEY ({table.key}){' DEFERRABLE INITIALLY DEFERRED' if table in REPORTED else ''}")
    return f"CREATE TABLE IF NOT EXISTS {table.name} (\n" + ",\n".join(lines) + "\n)"


def shape() -> str:
    """A digest of all tables and columns with their types: another one is another version of the schema."""
    return digest(*(create(table, keys=True) for table in TABLES))


def _definition(column: Column) -> str:
    return f"{column.name} {column.kind.value}{'' if column.nullable else ' NOT NULL'}"


def comments(table: Table) -> Iterator[str]:
    """The dictionary in the database's own catalogue."""
    yield f"COMMENT ON TABLE {table.name} IS {_quoted(f'{table.arti} {table.meaning}')}"
    for column in table.columns:
        personal = f" [personal data: {column.personal.value}]" if column.personal.value != "none" else ""
        yield f"COMMENT ON COLUMN {table.name}.{column.name} IS {_quoted(f'{column.arti}. {column.meaning}{personal}')}"


def indexes() -> Iterator[str]:
    """What replacing a report's rows looks up."""
    for table in REPORTED:
        if table.key != LAPORAN_KEY:
            yield f"CREATE INDEX IF NOT EXISTS {table.name}_laporan ON {table.name} ({LAPORAN_KEY})"


def _quoted(text: str) -> str:
    return "'" + text.replace("'", "''") + "'"
