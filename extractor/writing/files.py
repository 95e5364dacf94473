"""Files that appear whole or not at all."""

import os
import re
from itertools import count
from pathlib import Path

TEMPORARY = ".tmp"
_TEMPORARY = re.compile(r"\..*\.\d+-\d+\.tmp")
_FOLDERS = (".", "dokumen", "gagal", "satker/*", "banding/*", ".mentah-*")
"""Where a run writes."""

_serial = count()


def write_atomically(path: Path, content: bytes) -> None:
    """Write to a temporary name beside ``path``, to the disk itself, and rename; missing folders are made. Raises OSError."""
    path.parent.mkdir(parents=True, exist_ok=True)
    temporary = path.with_name(f".{path.name}.{os.getpid()}-{next(_serial)}{TEMPORARY}")
    try:
        with temporary.open("xb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        temporary.replace(path)
    finally:
        temporary.unlink(missing_ok=True)


def ensure_writable(folder: Path) -> None:
    """Make the folder and prove that a file can be written there. Raises OSError where it cannot."""
    folder.mkdir(parents=True, exist_ok=True)
    probe = folder / f".{os.getpid()}-{next(_serial)}{TEMPORARY}"
    probe.touch(exist_ok=False)
    probe.unlink()


def remove_temporaries(folder: Path) -> None:
    """Remove what killed processes left half written in an output folder; nobody may be writing there."""
    for place in _FOLDERS:
        for path in folder.glob(f"{place}/.*{TEMPORARY}"):
            if _TEMPORARY.fullmatch(path.name):
                path.unlink(missing_ok=True)
