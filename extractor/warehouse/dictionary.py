"""The data dictionary, from the declared tables: as JSON for programs, as a page for people."""

import json
from typing import Any, Final

from extractor.warehouse.columns import Column, Personal, Source, Table
from extractor.warehouse.ddl import TABLES
from extractor.warehouse.migrations import VERSION
from extractor.warehouse.star import RECORDS, SHARED
from extractor.warehouse.views import VIEWS, View

MADE: Final = "made by the loader"
_PLACE: Final = {"temuan[]": "bukti[0]"}
"""Where the place of a row stands, if not in its ``sumber``."""
_HEADER: Final = "| column | type | meaning | JSON | with `--redact` |\n|---|---|---|---|---|"
_PERSONAL: Final = {
    Personal.NONE: "",
    Personal.CELL: "names and NIPs cut out",
    Personal.NAME: "**name**: left out, or a pseudonym",
    Personal.NIP: "**NIP**: left out, or a pseudonym",
    Personal.TRAIT: "**personal**: left out",
    Personal.ATTRIBUTE: "**personal**: kept",
    Personal.DIGEST: "numbered anew",
    Personal.FREE: "free text: left out",
}


def as_json() -> bytes:
    """The dictionary for programs."""
    content = {
        "version": VERSION,
        "keys": "32 hexadecimal digits, BLAKE2b of what names the row; the same in every run",
        "tables": [_table(table) for table in TABLES],
        "views": [{"name": view.name, "arti": view.arti, "meaning": view.meaning, "sql": view.sql.strip()} for view in VIEWS],
    }
    return (json.dumps(content, indent=1, ensure_ascii=False) + "\n").encode()


def _table(table: Table) -> dict[str, Any]:
    return {
        "name": table.name,
        "kind": kind_of(table),
        "arti": table.arti,
        "meaning": table.meaning,
        "primary_key": table.key,
        "partitioned_by": "tahun_laporan" if table.partitioned and table not in RECORDS else None,
        "columns": [_column(table, column) for column in table.columns],
    }


def kind_of(table: Table) -> str:
    """dimension, fact or record."""
    return "record" if table in RECORDS else "dimension" if table.name.startswith("dim_") else "fact"


def _column(table: Table, column: Column) -> dict[str, Any]:
    return {
        "name": column.name, "type": column.kind.value, "nullable": column.nullable, "unit": column.unit, "refers": column.refers,
        "personal": column.personal.value, "json": [json_path(source, column) for source in table.sources] or [MADE],
        "arti": column.arti, "meaning": column.meaning,
    }  # fmt: skip


def json_path(source: Source, column: Column) -> str:
    """Where the value stands in a satker-year's JSON, from the top: ``realisasi_anggaran[].baris[].pagu.nilai``."""
    path = column.path.removesuffix("#text")
    if path.startswith("="):
        return MADE
    if path.startswith("~"):
        return "rekonsiliasi[].menjadi"
    if path.startswith("/"):
        return path[1:]
    steps = [step for step in source.path.split(".") if step]
    if path.startswith("@"):
        return ".".join([*steps, _PLACE.get(source.path, "sumber")])
    above = path.count("../")
    return ".".join([*steps[: len(steps) - above], path[3 * above :]])


def as_page() -> str:
    """The dictionary for people."""
    parts = [
        "# The warehouse's tables",
        f"Version {VERSION} of the schema. A figure has three columns: `x` as stated, `x_mentah` as printed, `x_rekonsiliasi` as proposed. "
        "Keys are 32 hexadecimal digits made from what names a row, the same in every run. "
        "How to load and query: [warehouse](warehouse.md); "
        "the same for programs: [gudang.kamus.json](../schemas/gudang.kamus.json).",
    ]
    for title, tables in (
        ("Shared dimensions", SHARED),
        ("Dimensions and facts of a satker-year", [t for t in TABLES if t not in (*SHARED, *RECORDS)]),
        ("Records of the loader", RECORDS),
    ):
        parts.append(f"## {title}")
        parts += [_section(table) for table in tables]
    parts.append("## Views")
    parts += [_view(view) for view in VIEWS]
    return "\n\n".join(parts) + "\n"


def _section(table: Table) -> str:
    sources = (
        f" From `{'`, `'.join(source.path for source in table.sources if source.path)}`." if any(s.path for s in table.sources) else ""
    )
    head = f"### {table.name}\n\n{table.meaning} *{table.arti}*{sources}\n\n{_HEADER}"
    return "\n".join([head, *map(_line, table.columns)])


def _line(column: Column) -> str:
    shown = " → ".join([column.kind.value, *([f"[{column.refers}](#{column.refers})"] if column.refers else [])])
    unit = f", {column.unit}" if column.unit else ""
    missing = "" if column.nullable else ", not null"
    path = f"`{column.path}`" if not column.path.startswith("=") else ""
    return f"| `{column.name}` | {shown}{unit}{missing} | {column.meaning} *{column.arti}* | {path} | {_PERSONAL[column.personal]} |"


def _view(view: View) -> str:
    return f"### {view.name}\n\n{view.meaning} *{view.arti}*\n\n```sql\n{view.sql.strip()}\n```"
