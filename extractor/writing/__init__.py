"""The last room: results become files."""

from typing import TYPE_CHECKING

from extractor.lazy import names_of

if TYPE_CHECKING:
    from extractor.writing.files import ensure_writable, remove_temporaries, write_atomically
    from extractor.writing.json import encode, write_json
    from extractor.writing.schema import schemas, write_schemas

__all__ = ["encode", "ensure_writable", "remove_temporaries", "schemas", "write_atomically", "write_json", "write_schemas"]

__getattr__ = names_of(__name__, "files", "json", "schema")
