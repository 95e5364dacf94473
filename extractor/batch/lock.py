"""One run at a time writes to an output folder."""

import errno
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

BUSY = "sedang dipakai oleh lkj extract yang lain; tunggu sampai selesai, atau pilih folder lain dengan --out"
_NO_LOCKS = (errno.ENOLCK, errno.EOPNOTSUPP, errno.EBADF, errno.EINVAL)
"""What a file system says that knows no locks (some network shares)."""


@contextmanager
def only_run(out: Path) -> Iterator[None]:
    """Hold the folder, until this process ends at the latest; nothing is written for it.

    Raises OSError (EBUSY) where another run holds it. On Windows, and on file systems without locks, nobody is kept out.
    """
    if sys.platform == "win32":
        yield
        return
    import fcntl  # noqa: PLC0415  # does not exist on Windows

    folder = os.open(out, os.O_RDONLY | os.O_DIRECTORY)
    try:
        try:
            fcntl.flock(folder, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError as error:
            raise OSError(errno.EBUSY, BUSY) from error
        except OSError as error:
            if error.errno not in _NO_LOCKS:
                raise
        yield
    finally:
        os.close(folder)
