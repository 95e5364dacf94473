"""``OUT/ledger.jsonl``: what stands in OUT and from what it was made, so that nothing is made twice and nothing stale remains.

One line per file, appended as soon as the file is whole. A run that ends puts the lines in order, one for each file that
is left, so that the same inputs leave the same bytes. A run that is struck down leaves a line too few at most, or half of one:
that file is made again.
"""

import re
from collections.abc import Iterable, Iterator
from contextlib import suppress
from pathlib import Path
from typing import Annotated, BinaryIO, Final, Literal, TypeAlias

from pydantic import Field, TypeAdapter, ValidationError

from extractor.model.nilai import Model
from extractor.model.proses import SatkerWritten
from extractor.writing import write_atomically

NAME: Final = "ledger.jsonl"
_OWN: Final = (
    ("dokumen", re.compile(r"[0-9a-f]{64}\.json")),
    ("gagal", re.compile(r"[0-9a-f]{64}\.json")),
    ("satker/*", re.compile(r"(\d{4}|tanpa-tahun)\.json")),
    ("banding/*", re.compile(r"(\d{4}|tanpa-tahun)\.json")),
)
"""Folders under OUT and the names of the files in them that are the program's."""


class Made(Model):
    """A file under OUT."""

    file: str
    """Relative to OUT; for a file of a bucket, its address."""
    key: str
    """Of everything that determines the file (:mod:`extractor.batch.keys`)."""
    size: int
    """Bytes."""


class DocumentMade(Made):
    """``dokumen/<sha256>.json``."""

    kind: Literal["document"] = "document"
    sha256: str
    path: str
    satker: str
    slug: str
    tahun: int | None
    tables: int
    merged: str = ""
    """Key of the satker-year whose findings stand in it; "" for none."""


class FailureMade(Made):
    """``gagal/<sha256>.json`` of a document that need not be tried again."""

    kind: Literal["failure"] = "failure"
    path: str


class SatkerMade(Made):
    """``satker/<slug>/<tahun>.json``."""

    kind: Literal["satker"] = "satker"
    written: SatkerWritten
    across: str = ""
    """Of the other satker-years that it was compared with; "" for none."""


class ExcerptMade(Made):
    """``banding/<slug>/<tahun>.json``: what others are compared with."""

    kind: Literal["excerpt"] = "excerpt"


class TableMade(Made):
    """A file on the whole run, such as ``temuan.csv``."""

    kind: Literal["table"] = "table"


class RemoteSeen(Made):
    """No file of OUT but one of a bucket, whose content is known as long as its listing stays the same."""

    kind: Literal["remote"] = "remote"
    sha256: str


class RedactionKept(Made):
    """No file but how all of OUT is redacted (``key``); without this entry it is not."""

    kind: Literal["redaction"] = "redaction"


Entry: TypeAlias = DocumentMade | FailureMade | SatkerMade | ExcerptMade | TableMade | RemoteSeen | RedactionKept
_ENTRY: Final[TypeAdapter[Entry]] = TypeAdapter(Annotated[Entry, Field(discriminator="kind")])


class Ledger:
    """The entries of OUT by file. Only the run that holds the lock of OUT may have one."""

    def __init__(self, out: Path) -> None:
        """Reads what earlier runs left. Raises OSError."""
        self._out = out
        self._journal: BinaryIO | None = None
        self.entries: dict[str, Entry] = {entry.file: entry for entry in _read(out / NAME)}

    def valid(self, entry: Entry | None) -> bool:
        """Whether the file is still there as it was written."""
        with suppress(OSError):
            return entry is not None and (self._out / entry.file).stat().st_size == entry.size
        return False

    def add(self, entry: Entry) -> None:
        """Note a file that is whole. Raises OSError."""
        self.entries[entry.file] = entry
        if self._journal is None:
            self._journal = _open(self._out / NAME)
        self._journal.write(_line(entry))
        self._journal.flush()

    def conclude(self, files: Iterable[str]) -> None:
        """Keep these files alone: forget and remove all others that the program made. Raises OSError."""
        kept = set(files)
        self.close()
        entries = [entry for file, entry in sorted(self.entries.items()) if file in kept]
        write_atomically(self._out / NAME, b"".join(map(_line, entries)))
        made = (file for file, entry in self.entries.items() if not isinstance(entry, RemoteSeen | RedactionKept))
        stale = {*made, *_own_files(self._out)} - kept
        for file in sorted(stale):
            (self._out / file).unlink(missing_ok=True)
            with suppress(OSError):  # where it is not empty
                (self._out / file).parent.rmdir()
        self.entries = {entry.file: entry for entry in entries}

    def close(self) -> None:
        """Nothing more is noted."""
        if self._journal is not None:
            self._journal.close()
            self._journal = None


def _read(path: Path) -> Iterator[Entry]:
    """The entries of a journal, the later ones of a file last; what is no entry (half a line) is left out."""
    if not path.exists():
        return
    with path.open("rb") as lines:
        for line in lines:
            with suppress(ValidationError):
                yield _ENTRY.validate_json(line)


def _open(path: Path) -> BinaryIO:
    """The journal at its end, on a line of its own."""
    journal = path.open("ab+")
    if journal.tell():
        journal.seek(-1, 2)
        if journal.read(1) != b"\n":
            journal.write(b"\n")
    return journal


def _line(entry: Entry) -> bytes:
    return entry.model_dump_json().encode() + b"\n"


def _own_files(out: Path) -> Iterator[str]:
    """What a run that was struck down may have left without an entry."""
    for folder, name in _OWN:
        yield from (path.relative_to(out).as_posix() for path in out.glob(f"{folder}/*.json") if name.fullmatch(path.name))
