"""Which files a run reads: folders walked, archives opened, links kept inside, the same content taken once."""

import errno
import hashlib
import os
import stat
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Protocol

from extractor.batch.archives import ARCHIVES, Archive, Unpacked
from extractor.batch.remote import Listed
from extractor.batch.server import is_url
from extractor.model.proses import Failure
from extractor.reading import SUFFIXES

SKIPPED = {
    "jenis_tak_dikenal": "Jenis berkas ini tidak dibaca; simpan sebagai PDF, TXT atau MD bila isinya laporan.",
    "tersembunyi": "Berkas tersembunyi tidak dibaca; ganti namanya bila isinya laporan.",
    "tautan_keluar": "Tautan ke luar folder masukan tidak diikuti; sebutkan tujuannya sebagai masukan bila perlu.",
    "tautan_folder": "Tautan ke folder tidak diikuti; sebutkan foldernya sebagai masukan bila perlu.",
    "bukan_berkas": "Bukan berkas biasa (pipa, soket atau perangkat); salin isinya ke sebuah berkas bila perlu.",
}
"""Reason -> what the user is told."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """A file that a run is to read."""

    path: Path
    """On the local disk; a file of a bucket may have to be fetched first."""
    sha256: str
    shown: str = ""
    """What a person calls it, where that is not its path."""
    url: str | None = None
    """Where it is fetched from."""

    @property
    def name(self) -> str:
        return self.shown or printable(self.path)


@dataclass(slots=True)
class Inputs:
    """What was found, in the order of the paths; names are as they are shown."""

    documents: list[Candidate] = field(default_factory=list)
    skipped: list[tuple[str, str]] = field(default_factory=list)
    """Name and reason, a key of :data:`SKIPPED`."""
    duplicates: list[tuple[str, Candidate]] = field(default_factory=list)
    unopened: list[tuple[str, OSError]] = field(default_factory=list)
    failures: list[Failure] = field(default_factory=list)
    """Archives, and what in them could not be taken out."""

    @property
    def empty(self) -> bool:
        """Whether there is nothing to read and nothing to complain of."""
        return not (self.documents or self.unopened or self.failures)


class Opener(Protocol):
    """Opens what is no plain file on this disk."""

    def archives(self, archives: Iterable[tuple[Path, str]]) -> Iterable[tuple[Archive, Unpacked | Failure]]:
        """The contents of archives, each given by its path and its name as it is shown."""
        ...

    def listing(self, url: str) -> list[Listed]:
        """The files below an address. Raises OSError."""
        ...

    def fetch(self, files: Iterable[Listed]) -> Iterable[tuple[Listed, Candidate | OSError]]:
        """The same files with their hashes; those that are known already need not be fetched for it."""
        ...

    def fetch_archive(self, file: Listed) -> Path:
        """An archive on the local disk. Raises OSError."""
        ...


def printable(path: Path | str) -> str:
    """The path as valid text on one line: bytes that are no UTF-8 and control characters are shown escaped."""
    text = os.fsencode(path).decode("utf-8", "backslashreplace")
    return "".join(c if c.isprintable() else c.encode("unicode_escape").decode() for c in text)


def find_inputs(given: Iterable[Path | str], out: Path, opener: Opener | None = None) -> Inputs:
    """The documents under the given files, folders and addresses, without anything under ``out``.

    Folders are walked to the bottom; what cannot be opened is listed, never raised. A file named by the user is
    read whatever its suffix; ``extract`` then says what it thinks of it. Without an ``opener``, archives and addresses
    are passed over. Raises ValueError for an address of a kind that is not known.
    """
    inputs = Inputs()
    files: set[Path] = set()
    remote: list[Listed] = []
    for root in given:
        if is_url(str(root)):
            remote.extend(_listed(str(root), inputs, opener))
        elif Path(root).is_dir():
            files.update(_walk(Path(root), out, inputs))
        else:
            files.add(Path(root))
    archives = sorted(path for path in files if path.suffix.lower() in ARCHIVES)
    found = list(_hashed(files.difference(archives), inputs))
    if opener is not None:
        found += _fetched(remote, inputs, opener)
        packed = [(path, printable(path)) for path in archives] + _fetched_archives(remote, inputs, opener)
        found += _unpacked(packed, inputs, opener)
    _take(found, inputs)
    inputs.skipped.sort()
    return inputs


def _walk(root: Path, out: Path, inputs: Inputs) -> Iterator[Path]:
    """The readable files below ``root``; the others are noted in ``inputs``, save what an earlier run wrote to ``out``."""
    written = _real(out)

    def unopened(error: OSError) -> None:
        inputs.unopened.append((printable(error.filename), error))

    for folder, folders, names in os.walk(root, onerror=unopened):
        here = Path(folder)
        links = [name for name in folders if (here / name).is_symlink()]
        inputs.skipped.extend((printable(here / name), "tautan_folder") for name in links)
        folders[:] = [name for name in folders if name not in links and _real(here / name) != written]
        ours = _real(here).is_relative_to(written)
        for path in (here / name for name in names):
            reason = _why_skipped(path, root)
            if reason is None:
                yield path
            elif not (ours and path.suffix in (".json", ".jsonl", ".csv", ".xlsx")):
                inputs.skipped.append((printable(path), reason))


def _why_skipped(path: Path, root: Path) -> str | None:
    """Why a file found in a folder is not read, a key of :data:`SKIPPED`; None where it is."""
    reason = _why_by_name(path.name)
    if reason is not None:
        return reason
    if path.is_symlink() and not _real(path).is_relative_to(_real(root)):
        return "tautan_keluar"
    return "bukan_berkas" if path.exists() and not path.is_file() else None


def _why_by_name(name: str) -> str | None:
    if name.startswith("."):
        return "tersembunyi"
    return None if Path(name).suffix.lower() in (*SUFFIXES, *ARCHIVES) else "jenis_tak_dikenal"


def _hashed(files: Iterable[Path], inputs: Inputs) -> Iterator[Candidate]:
    """The files on the disk, each once, whatever links lead to it."""
    seen: set[Path] = set()
    for path in sorted(files, key=lambda p: p.as_posix()):
        real = _real(path)
        if real in seen:
            continue
        seen.add(real)
        try:
            yield Candidate(path, _hash(path))
        except OSError as error:
            inputs.unopened.append((printable(path), error))


def _listed(url: str, inputs: Inputs, opener: Opener | None) -> Iterator[Listed]:
    """The readable files below an address."""
    try:
        files = opener.listing(url) if opener is not None else []
    except OSError as error:
        inputs.unopened.append((printable(url), error))
        return
    for file in files:
        reason = _why_by_name(file.url.rpartition("/")[2])
        if reason is None or file.url == url:
            yield file
        else:
            inputs.skipped.append((printable(file.url), reason))


def _fetched(files: Iterable[Listed], inputs: Inputs, opener: Opener) -> Iterator[Candidate]:
    wanted = {file.url: file for file in files if not file.url.lower().endswith(ARCHIVES)}
    for file, result in opener.fetch(wanted.values()):
        if isinstance(result, OSError):
            inputs.unopened.append((printable(file.url), result))
        else:
            yield result


def _fetched_archives(files: Iterable[Listed], inputs: Inputs, opener: Opener) -> list[tuple[Path, str]]:
    found = []
    for url, file in sorted({file.url: file for file in files if file.url.lower().endswith(ARCHIVES)}.items()):
        try:
            found.append((opener.fetch_archive(file), printable(url)))
        except OSError as error:
            inputs.unopened.append((printable(url), error))
    return found


def _unpacked(archives: Iterable[tuple[Path, str]], inputs: Inputs, opener: Opener) -> Iterator[Candidate]:
    """What is in the archives; they finish in any order."""
    for _, result in opener.archives(archives):
        if isinstance(result, Failure):
            inputs.failures.append(result)
            continue
        inputs.skipped.extend(result.skipped)
        inputs.failures.extend(result.failures)
        yield from (Candidate(member.path, member.sha256, member.name) for member in result.members)
    inputs.failures.sort(key=lambda failure: failure.path)


def _take(found: list[Candidate], inputs: Inputs) -> None:
    """The first of several files with one content is the document, the others its duplicates."""
    first: dict[str, Candidate] = {}
    for candidate in sorted(found, key=lambda c: c.shown or c.path.as_posix()):
        if candidate.sha256 in first:
            inputs.duplicates.append((candidate.name, first[candidate.sha256]))
        else:
            first[candidate.sha256] = candidate
    inputs.documents = list(first.values())


def _hash(path: Path) -> str:
    """Raises OSError. A pipe, whose opening would wait for ever, is not waited for, even where it took the place of a file just now."""
    descriptor = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0))
    with os.fdopen(descriptor, "rb") as file:
        if not stat.S_ISREG(os.fstat(descriptor).st_mode):
            raise OSError(errno.EINVAL, "bukan berkas biasa")
        return hashlib.file_digest(file, "sha256").hexdigest()


def _real(path: Path) -> Path:
    return Path(os.path.realpath(path))  # Path.resolve raises on a loop of links
