"""Reports out of a zip archive, in a child process: what it claims of itself is not believed, and it fills no folder but its own."""

import hashlib
import stat
import zipfile
import zlib
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath
from typing import Final

from extractor.batch.engine import Tell, Unwritable
from extractor.batch.failures import record
from extractor.batch.spool import TooLarge, safe_name, written
from extractor.model.proses import Failure
from extractor.reading import SUFFIXES

ARCHIVES: Final = (".zip",)
INSIDE: Final = "!/"
"""Between an archive and its member, where a path is shown."""

ENTRIES: Final = 20_000
TOTAL: Final = 8 << 30
"""Bytes of all that is taken out of one archive, archives inside of it included."""
INFLATED: Final = 200
"""Times its packed size that a member may have; Deflate reaches 1032 on nothing but zeros, reports 20."""
UNSUSPICIOUS: Final = 16 << 20
"""Bytes up to which a member may be inflated any number of times."""
DEPTH: Final = 3
"""Archives inside one another."""
_CHUNK: Final = 1 << 20
_UTF8_NAME: Final = 0x800
_LOCKED: Final = 0x1
"""Bits of a member's flags (APPNOTE.TXT 4.4.4)."""

_MESSAGES: Final = {
    "arsip_bom": "Arsip ini mengembang melampaui batas yang wajar dan tidak dibuka; minta kiriman baru dari satkernya.",
    "arsip_terlalu_dalam": f"Arsip di dalam arsip melebihi {DEPTH} lapis; keluarkan isinya lalu ulangi.",
    "rusak": "Arsip atau isinya rusak atau dikemas dengan cara yang tidak dikenal; unduh kembali atau kemas ulang.",
    "terenkripsi": "Isi arsip ini dilindungi kata sandi; keluarkan isinya lalu ulangi.",
}
_BROKEN: Final = (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError, UnicodeError, ValueError, OSError)
"""What :mod:`zipfile` raises on archives that are damaged, or packed in ways it does not know."""


@dataclass(frozen=True, slots=True)
class Archive:
    """An archive to be unpacked."""

    path: Path
    name: str
    """The path as it is shown."""
    folder: Path
    """For its contents."""

    sha256: None = None


@dataclass(frozen=True, slots=True)
class Member:
    """A file that was taken out."""

    path: Path
    name: str
    """As it is shown: the archive, and the place in it."""
    sha256: str


@dataclass(slots=True)
class Unpacked:
    """What was in an archive."""

    members: list[Member] = field(default_factory=list)
    skipped: list[tuple[str, str]] = field(default_factory=list)
    """Name as it is shown and reason, a key of :data:`extractor.batch.inputs.SKIPPED`."""
    failures: list[Failure] = field(default_factory=list)


class _TooMuch(Exception):
    """The archive as a whole is a bomb."""


def unpack(archive: Archive, tell: Tell) -> Unpacked | Failure:
    """Take all that may be a report out of an archive; archives inside are opened too. Raises Unwritable."""
    tell("inputs")
    work = _Unpacking(archive.folder)
    try:
        work.open(archive.path, archive.name, 1)
    except _TooMuch:
        return _failure(archive.name, "arsip_bom")
    return work.found


class _Unpacking:
    """The work on one archive and those inside of it."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._entries = self._bytes = 0
        self.found = Unpacked()

    def open(self, path: Path, name: str, depth: int) -> None:
        """Raises _TooMuch and Unwritable."""
        try:
            archive = zipfile.ZipFile(path)
        except _BROKEN:
            self.found.failures.append(_failure(name, "rusak"))
            return
        with archive:
            for entry in archive.infolist():
                self._entries += 1
                if self._entries > ENTRIES:
                    raise _TooMuch
                if not entry.is_dir():
                    self._take(archive, entry, name + INSIDE + printable_name(member_name(entry)), depth)

    def _take(self, archive: zipfile.ZipFile, entry: zipfile.ZipInfo, name: str, depth: int) -> None:
        suffix = PurePosixPath(member_name(entry)).suffix.lower()
        reason = _why_skipped(entry, suffix)
        if reason is not None:
            self.found.skipped.append((name, reason))
        elif entry.flag_bits & _LOCKED:
            self.found.failures.append(_failure(name, "terenkripsi"))
        elif suffix in ARCHIVES and depth == DEPTH:
            self.found.failures.append(_failure(name, "arsip_terlalu_dalam"))
        else:
            self._extract(archive, entry, name, depth)

    def _extract(self, archive: zipfile.ZipFile, entry: zipfile.ZipInfo, name: str, depth: int) -> None:
        path = self._folder / str(self._entries) / safe_name(member_name(entry))
        try:
            digest = self._copy(archive, entry, path)
        except TooLarge:
            path.unlink(missing_ok=True)
            self.found.failures.append(_failure(name, "arsip_bom"))
        except Unwritable:
            raise
        except _BROKEN:
            path.unlink(missing_ok=True)
            self.found.failures.append(_failure(name, "rusak"))
        else:
            if path.suffix.lower() in ARCHIVES:
                self.open(path, name, depth + 1)
                path.unlink()
            else:
                self.found.members.append(Member(path, name, digest))

    def _copy(self, archive: zipfile.ZipFile, entry: zipfile.ZipInfo, path: Path) -> str:
        """Inflate a member to a file; the hash of what was written. Counts what comes, whatever the archive announces."""
        most = max(UNSUSPICIOUS, INFLATED * entry.compress_size)
        digest, size = hashlib.sha256(), 0
        with archive.open(entry) as packed:
            chunks = iter(lambda: packed.read(_CHUNK), b"")
            for chunk in written(chunks, path):
                digest.update(chunk)
                size += len(chunk)
                self._bytes += len(chunk)
                if size > most:
                    raise TooLarge
                if self._bytes > TOTAL:
                    raise _TooMuch
        return digest.hexdigest()


def member_name(entry: zipfile.ZipInfo) -> str:
    """The name that was meant: many programs write UTF-8 without saying so, which the standard takes for code page 437."""
    if entry.flag_bits & _UTF8_NAME:
        return entry.filename
    try:
        return entry.filename.encode("cp437").decode("utf-8")
    except UnicodeError:
        return entry.filename


def printable_name(name: str) -> str:
    """The name on one line."""
    return "".join(c if c.isprintable() else c.encode("unicode_escape", "backslashreplace").decode("ascii") for c in name)


def _why_skipped(entry: zipfile.ZipInfo, suffix: str) -> str | None:
    """Why a member is not taken out; None where it is."""
    parts = PurePosixPath(member_name(entry).replace("\\", "/")).parts
    kind = stat.S_IFMT(entry.external_attr >> 16)
    if any(part.startswith(".") and part not in (".", "..") for part in parts) or "__MACOSX" in parts:
        return "tersembunyi"
    if suffix not in (*SUFFIXES, *ARCHIVES):
        return "jenis_tak_dikenal"
    if stat.S_ISLNK(kind):
        return "tautan_keluar"
    return None if kind in (0, stat.S_IFREG) else "bukan_berkas"


def _failure(name: str, reason: str) -> Failure:
    return record(name, None, reason, "inputs", _MESSAGES[reason])
