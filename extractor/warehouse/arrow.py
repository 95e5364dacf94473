"""Rows of the star as Arrow tables: the form that every destination takes."""

from collections.abc import Mapping, Sequence
from functools import cache
from types import MappingProxyType
from typing import Any, Final

import pyarrow as pa

from extractor.warehouse.columns import Column, Kind, Table

TYPES: Final[Mapping[Kind, pa.DataType]] = MappingProxyType({
    Kind.KEY: pa.string(), Kind.TEXT: pa.string(), Kind.WHOLE: pa.int32(), Kind.RUPIAH: pa.int64(), Kind.NUMBER: pa.decimal128(38, 12),
    Kind.FRACTION: pa.float64(), Kind.DATE: pa.date32(), Kind.MOMENT: pa.timestamp("us"),
})  # fmt: skip
"""Kind of column -> its type."""


@cache
def schema_of(table: Table) -> pa.Schema:
    """The schema, each field with its meaning, unit, personal-data mark and place in the JSON as metadata."""
    about = {"arti": table.arti, "meaning": table.meaning, "primary_key": table.key}
    return pa.schema([_field(column) for column in table.columns], metadata=about)


def _field(column: Column) -> pa.Field:
    about = {"arti": column.arti, "meaning": column.meaning, "personal": column.personal.value, "path": column.path}
    about |= {name: value for name, value in (("unit", column.unit), ("refers", column.refers)) if value}
    return pa.field(column.name, TYPES[column.kind], nullable=column.nullable, metadata=about)


def to_arrow(table: Table, rows: Sequence[tuple[Any, ...]]) -> pa.Table:
    """Rows as an Arrow table of the declared schema. Raises pyarrow.ArrowInvalid for a value of another type."""
    schema = schema_of(table)
    columns = zip(*rows, strict=True) if rows else [()] * len(schema)
    return pa.table([pa.array(list(values), field.type) for values, field in zip(columns, schema, strict=True)], schema=schema)
