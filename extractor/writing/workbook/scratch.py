"""Where a workbook's parts lie until they are put together: two files for every sheet, written, read and removed within a second."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

_MEMORY: Final = Path("/dev/shm")  # noqa: S108  # each workbook has a fresh folder of its own there
"""The folder in memory that a Linux system has."""
_SMALL: Final = 64 << 20
"""Bytes of reports up to which the parts may lie in memory."""
_ROOM: Final = 8
"""How many times the bytes of the reports must be free there; their parts take one to three times as many."""


@contextmanager
def scratch_for(size: int) -> Iterator[str | None]:
    """A folder for the parts of a workbook on reports of so many bytes: in memory where there is room, else None, the system's own.

    A disk is slow for it: to remove a file that was just emptied and written again waits until it is on the disk (ext4).
    """
    if size > _SMALL or not _has_room(size):
        yield None
        return
    with TemporaryDirectory(prefix="lkj-", dir=_MEMORY) as folder:
        yield folder


def _has_room(size: int) -> bool:
    if not os.access(_MEMORY, os.W_OK) or not hasattr(os, "statvfs"):
        return False
    found = os.statvfs(_MEMORY)
    return found.f_bavail * found.f_frsize > _ROOM * size
