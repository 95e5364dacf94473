"""One satker-year's file, as the loader reads it."""

import json
from collections.abc import Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from hashlib import sha256
from pathlib import Path
from typing import Any

from extractor.model import VERSI_SKEMA
from extractor.warehouse.keys import DOCUMENT_DIGITS, laporan_key, satker_key
from extractor.warehouse.proposals import Held, Target

Json = dict[str, Any]


class UnknownSchema(ValueError):
    """A file of another schema version; the message says which and what to do, in Indonesian."""


@dataclass(frozen=True, slots=True)
class File:
    """A satker-year's file under OUT, and the digest of its content."""

    path: Path
    name: str
    """Relative to OUT, with slashes."""
    sha256: str

    @property
    def slug(self) -> str:
        """The folder of the satker."""
        return self.path.parent.name


@dataclass(slots=True)
class Unit:
    """The content of one file, with what its rows ask for again and again."""

    file: File
    data: Json
    key: str
    satker: str
    documents: dict[str, str]
    """Id in the JSON -> key."""
    overflow: int = 0
    """Figures that do not fit the type of their column."""
    rows: dict[str, Held] = field(default_factory=dict)
    """Its rows by their JSON pointers, as far as they are made."""
    targets: dict[str, Target] | None = None
    """JSON pointer of a proposal -> the figure; once all rows but those of proposals are made."""


def find_files(out: Path, names: Sequence[str] | None = None) -> list[File]:
    """The satker-years under OUT, or those of these names, in the order of their names. Raises OSError."""
    if names is None:
        names = [path.relative_to(out).as_posix() for path in (out / "satker").glob("*/*.json") if not path.name.startswith(".")]
    return [File(out / name, name, sha256((out / name).read_bytes()).hexdigest()) for name in sorted(names)]


def read_unit(file: File) -> Unit:
    """Read a file; decimal numbers stay exact. Raises OSError, ValueError for broken JSON, UnknownSchema."""
    data = json.loads(file.path.read_bytes(), parse_float=Decimal)
    if not isinstance(data, dict) or data.get("versi_skema") != VERSI_SKEMA:
        raise UnknownSchema(f"{file.name}: bukan hasil lkj extract dengan versi skema {VERSI_SKEMA}; ulangi lkj extract dengan program ini")
    return Unit(
        file=file,
        data=data,
        key=laporan_key(file.slug, data["tahun"]),
        satker=satker_key(file.slug),
        documents={document["id"]: document["sha256"][:DOCUMENT_DIGITS] for document in data["dokumen"]},
    )
