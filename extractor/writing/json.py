"""Results as JSON: the bytes that are published, proven to be valid before they reach the disk."""

from pathlib import Path
from typing import Any

from pydantic import BaseModel
from pydantic_core import to_json

from extractor.model.nilai import Bukti, Sumber
from extractor.writing.files import write_atomically

SOURCE_FIELDS = (Sumber.model_fields.keys(), Bukti.model_fields.keys())


def encode(model: BaseModel) -> bytes:
    """UTF-8 JSON in the order of the model's fields, one blank of indent, a line feed at the end.

    Every field is present (null where nothing is known), except inside a ``Sumber``, which says only what it knows.
    Raises pydantic.ValidationError where the result does not satisfy its own model.
    """
    content = to_json(_compact(model.model_dump(mode="json")), indent=1) + b"\n"
    type(model).model_validate_json(content)
    return content


def write_json(path: Path, model: BaseModel) -> None:
    """Validate and write whole or not at all. Raises OSError and pydantic.ValidationError."""
    write_atomically(path, encode(model))


def _compact(node: dict[str, Any] | list[Any]) -> Any:
    """The same data without the empty fields of sources (a third of a report's size)."""
    if isinstance(node, list):
        return [_compact(item) if isinstance(item, (dict, list)) else item for item in node]
    if node.keys() in SOURCE_FIELDS:
        return {key: value for key, value in node.items() if value is not None}
    return {key: _compact(value) if isinstance(value, (dict, list)) else value for key, value in node.items()}
