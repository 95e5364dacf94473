"""Which files a run reads: folders walked, links kept inside, the same content taken once."""

import errno
import hashlib
import os
import stat
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

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
    sha256: str

    @property
    def name(self) -> str:
        return printable(self.path)


@dataclass(slots=True)
class Inputs:
    """What was found, in the order of the paths."""

    documents: list[Candidate] = field(default_factory=list)
    skipped: list[tuple[Path, str]] = field(default_factory=list)
    """Path and reason, a key of :data:`SKIPPED`."""
    duplicates: list[tuple[Path, Candidate]] = field(default_factory=list)
    unopened: list[tuple[Path, OSError]] = field(default_factory=list)


def printable(path: Path) -> str:
    """The path as valid text on one line: bytes that are no UTF-8 and control characters are shown escaped."""
    text = os.fsencode(path).decode("utf-8", "backslashreplace")
    return "".join(c if c.isprintable() else c.encode("unicode_escape").decode() for c in text)


def find_inputs(given: Iterable[Path], out: Path) -> Inputs:
    """The documents under the given files and folders, without anything under ``out``.

    Folders are walked to the bottom; what cannot be opened is listed, never raised. A file named by the user is
    read whatever its suffix; ``extract`` then says what it thinks of it.
    """
    inputs = Inputs()
    files: set[Path] = set()
    for root in given:
        if root.is_dir():
            files.update(_walk(root, out, inputs))
        else:
            files.add(root)
    _take(sorted(files, key=lambda p: p.as_posix()), inputs)
    inputs.skipped.sort(key=lambda s: s[0].as_posix())
    return inputs


def _walk(root: Path, out: Path, inputs: Inputs) -> Iterator[Path]:
    """The readable files below ``root``; the others are noted in ``inputs``, save what an earlier run wrote to ``out``."""
    written = _real(out)

    def unopened(error: OSError) -> None:
        inputs.unopened.append((Path(error.filename), error))

    for folder, folders, names in os.walk(root, onerror=unopened):
        here = Path(folder)
        links = [name for name in folders if (here / name).is_symlink()]
        inputs.skipped.extend((here / name, "tautan_folder") for name in links)
        folders[:] = [name for name in folders if name not in links and _real(here / name) != written]
        ours = _real(here).is_relative_to(written)
        for path in (here / name for name in names):
            reason = _why_skipped(path, root)
            if reason is None:
                yield path
            elif not (ours and path.suffix == ".json"):
                inputs.skipped.append((path, reason))


def _why_skipped(path: Path, root: Path) -> str | None:
    """Why a file found in a folder is not read, a key of :data:`SKIPPED`; None where it is."""
    if path.name.startswith("."):
        return "tersembunyi"
    if path.suffix.lower() not in SUFFIXES:
        return "jenis_tak_dikenal"
    if path.is_symlink() and not _real(path).is_relative_to(_real(root)):
        return "tautan_keluar"
    return "bukan_berkas" if path.exists() and not path.is_file() else None


def _take(files: list[Path], inputs: Inputs) -> None:
    """Hash the files; the first of several with one content is the document, the others its duplicates."""
    first: dict[str, Candidate] = {}
    seen: set[Path] = set()
    for path in files:
        if _real(path) in seen:
            continue
        seen.add(_real(path))
        try:
            digest = _hash(path)
        except OSError as error:
            inputs.unopened.append((path, error))
            continue
        if digest in first:
            inputs.duplicates.append((path, first[digest]))
        else:
            first[digest] = Candidate(path, digest)
    inputs.documents = list(first.values())


def _hash(path: Path) -> str:
    if not stat.S_ISREG(path.stat().st_mode):  # opening a pipe would wait for ever
        raise OSError(errno.EINVAL, "bukan berkas biasa")
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _real(path: Path) -> Path:
    return Path(os.path.realpath(path))  # Path.resolve raises on a loop of links
