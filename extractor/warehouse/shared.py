"""The SQL that brings the shared dimensions up to date with what the reports hold; the outcome does not depend on the order of loading."""

from collections.abc import Iterator
from typing import Final

from extractor.warehouse.columns import LAPORAN_KEY, Table
from extractor.warehouse.star import REPORTED
from extractor.warehouse.star.dimensions import DIM_ANGGARAN_KODE, DIM_INDIKATOR, DIM_SATKER, DIM_TAHUN

SPELT: Final = ((DIM_INDIKATOR, "indikator"), (DIM_ANGGARAN_KODE, "uraian"))
"""Dimension, and the column of the facts whose most frequent wording it shows."""
_PLAN: Final = 5
"""Years of a national medium-term plan: 2015–2019, 2020–2024 … (UU 25/2004)."""


def settle() -> Iterator[str]:
    """The statements, in order."""
    yield f"DELETE FROM {DIM_SATKER.name}"
    yield _satkers()
    yield f"DELETE FROM {DIM_TAHUN.name}"
    yield _years()
    for dimension, spelling in SPELT:
        yield from _spelt(dimension, spelling)


def _satkers() -> str:
    """The report of the greatest confidence speaks for its unit, then the latest."""
    names = ", ".join(DIM_SATKER.names)
    return (
        f"INSERT INTO {DIM_SATKER.name} ({names}) SELECT {names} FROM (SELECT {names}, row_number() OVER (PARTITION BY satker_key"
        f" ORDER BY keyakinan DESC, tahun_laporan DESC NULLS LAST, {LAPORAN_KEY}) AS place FROM dim_laporan) AS ranked WHERE place = 1"
    )


def _years() -> str:
    columns = [(table.name, column.name) for table in REPORTED for column in table.columns if column.name in ("tahun", "tahun_laporan")]
    years = " UNION ".join(f"SELECT {column} AS tahun FROM {table}" for table, column in columns)
    first = f"tahun - tahun % {_PLAN}"
    return f"INSERT INTO {DIM_TAHUN.name} SELECT tahun, {first}, {first} + {_PLAN - 1} FROM ({years}) AS years WHERE tahun IS NOT NULL"


def _spelt(dimension: Table, spelling: str) -> Iterator[str]:
    key = dimension.key
    holders = [table for table in REPORTED if key in table.names]
    used = " UNION ALL ".join(f"SELECT {key}, {spelling} FROM {table.name} WHERE {key} IS NOT NULL" for table in _with(holders, spelling))
    every = " UNION ".join(f"SELECT {key} FROM {table.name} WHERE {key} IS NOT NULL" for table in holders)
    yield f"DELETE FROM {dimension.name} WHERE {key} NOT IN ({every})"
    yield (
        f"UPDATE {dimension.name} SET {spelling} = best.{spelling} FROM (SELECT {key}, {spelling}, row_number() OVER (PARTITION BY {key}"
        f' ORDER BY count(*) DESC, {spelling} COLLATE "C") AS place FROM ({used}) AS used WHERE {spelling} IS NOT NULL'
        f" GROUP BY {key}, {spelling}) AS best WHERE best.place = 1 AND best.{key} = {dimension.name}.{key}"
        f" AND {dimension.name}.{spelling} IS DISTINCT FROM best.{spelling}"
    )


def _with(tables: list[Table], column: str) -> list[Table]:
    return [table for table in tables if column in table.names]
