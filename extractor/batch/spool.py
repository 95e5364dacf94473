"""A place under OUT for reports that do not lie on the disk as they are: out of an archive, out of a bucket. It goes with the run."""

import errno
import shutil
from collections.abc import Iterable, Iterator
from itertools import count
from pathlib import Path
from tempfile import mkdtemp
from types import TracebackType
from typing import Final, Self

from extractor.batch.engine import Unwritable

_PREFIX: Final = ".spool-"
LONGEST_NAME: Final = 200
"""Bytes of a file's name; most systems take 255."""


class TooLarge(Exception):
    """A file would become larger than any may be."""


class Spool:
    """Folders that are removed in the end; what a killed run left is removed in the beginning."""

    def __init__(self, out: Path) -> None:
        self._out = out
        self._root: Path | None = None
        self._serial = count(1)

    def __enter__(self) -> Self:
        for left in self._out.glob(f"{_PREFIX}*"):
            shutil.rmtree(left, ignore_errors=True)
        return self

    def __exit__(self, kind: type[BaseException] | None, value: BaseException | None, trace: TracebackType | None) -> None:
        if self._root is not None:
            shutil.rmtree(self._root, ignore_errors=True)

    def folder(self) -> Path:
        """A folder of its own, not made yet. Raises OSError."""
        if self._root is None:
            self._root = Path(mkdtemp(prefix=_PREFIX, dir=self._out))
        return self._root / str(next(self._serial))


def written(chunks: Iterable[bytes], path: Path) -> Iterator[bytes]:
    """The same chunks, each written before it is given. Raises Unwritable, and TooLarge where the file becomes too large."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        file = path.open("xb")
    except OSError as error:
        raise Unwritable(error.errno, error.strerror, str(path)) from error
    with file:
        for chunk in chunks:
            try:
                file.write(chunk)
                file.flush()
            except OSError as error:
                if error.errno == errno.EFBIG:
                    raise TooLarge from error
                raise Unwritable(error.errno, error.strerror, str(path)) from error
            yield chunk


def safe_name(name: str) -> str:
    """A file name for any folder: the last part of a path in any system's spelling, without control characters, short enough."""
    last = name.replace("\\", "/").rstrip("/").rpartition("/")[2]
    text = last.encode("utf-8", "replace").decode()
    plain = "".join(c if c.isprintable() and c not in ':*?"<>|' else "_" for c in text)
    stem, dot, suffix = plain.rpartition(".")
    room = LONGEST_NAME - len((dot + suffix).encode())
    if room <= 0 or not plain.strip("."):
        return "_"
    return (stem.encode()[:room].decode("utf-8", "ignore") or "_") + dot + suffix
