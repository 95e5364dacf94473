"""Files that appear whole or not at all."""

import os
from itertools import count
from pathlib import Path
from time import time

TEMPORARY = ".tmp"
ABANDONED = 24 * 3600
"""Age in seconds from which a temporary file belongs to no run that is still alive."""

_serial = count()


def write_atomically(path: Path, content: bytes) -> None:
    """Write to a temporary name beside ``path`` and rename; missing folders are made. Raises OSError."""
    path.parent.mkdir(parents=True, exist_ok=True)
    temporary = path.with_name(f".{path.name}.{os.getpid()}-{next(_serial)}{TEMPORARY}")
    try:
        with temporary.open("xb") as file:
            file.write(content)
        temporary.replace(path)
    finally:
        temporary.unlink(missing_ok=True)


def ensure_writable(folder: Path) -> None:
    """Make the folder and prove that a file can be written there. Raises OSError where it cannot."""
    folder.mkdir(parents=True, exist_ok=True)
    probe = folder / f".{os.getpid()}-{next(_serial)}{TEMPORARY}"
    probe.touch(exist_ok=False)
    probe.unlink()


def remove_abandoned(folder: Path) -> None:
    """Remove temporary files that a killed run left a day ago or earlier."""
    for path in folder.rglob(f".*{TEMPORARY}"):
        if time() - path.stat().st_mtime > ABANDONED:
            path.unlink(missing_ok=True)
