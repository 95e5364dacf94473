"""The published JSON Schema, generated from the models."""

import json
from pathlib import Path
from typing import Any

from pydantic import BaseModel

from extractor.model import VERSI_BANDING, VERSI_SKEMA, Banding, Laporan, LaporanDokumen, LaporanSatker
from extractor.model.glossary import meaning
from extractor.model.proses import VERSI_RUN, Failure, Run
from extractor.warehouse.dictionary import as_json
from extractor.writing.files import write_atomically

DIALECT = "https://json-schema.org/draft/2020-12/schema"

PUBLISHED: dict[str, tuple[type[BaseModel], str]] = {
    "satker": (LaporanSatker, VERSI_SKEMA),
    "dokumen": (LaporanDokumen, VERSI_SKEMA),
    "banding": (Banding, VERSI_BANDING),
    "run": (Run, VERSI_RUN),
    "gagal": (Failure, VERSI_RUN),
}
"""Name of the schema (that of the folder or file under OUT) -> its model and version."""


def schema_of(name: str) -> dict[str, Any]:
    """The schema of one published file, describing what is written: every field but those of a ``Sumber`` is present."""
    model, version = PUBLISHED[name]
    schema = model.model_json_schema(mode="serialization")
    if issubclass(model, Laporan | Banding):
        for title, part in {model.__name__: schema, **schema["$defs"]}.items():
            _describe(title, part)
        schema["$defs"]["Sumber"]["required"] = ["dokumen"]
    return {"$schema": DIALECT, "$id": f"urn:lkj-extractor:{name}:{version}", **schema}


def _describe(title: str, part: dict[str, Any]) -> None:
    """Give every field its meaning. Raises KeyError for one that has none in the glossary."""
    part.pop("description", None)
    for field, content in part["properties"].items():
        content["description"] = meaning(title, field)


def schemas() -> dict[str, bytes]:
    """File name -> content of every published schema, and of the warehouse's dictionary."""
    published = {f"{name}.schema.json": (json.dumps(schema_of(name), indent=2, ensure_ascii=False) + "\n").encode() for name in PUBLISHED}
    return published | {"gudang.kamus.json": as_json()}


def write_schemas(folder: Path) -> list[Path]:
    """Write all schemas and give their paths. Raises OSError."""
    written = []
    for name, content in schemas().items():
        write_atomically(folder / name, content)
        written.append(folder / name)
    return written
