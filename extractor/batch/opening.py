"""Archives and buckets opened for a run: their files come to the spool, and are known again by the ledger."""

from collections.abc import Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Final

from extractor.batch.archives import Archive, Unpacked, unpack
from extractor.batch.engine import Engine, Unwritable
from extractor.batch.inputs import Candidate, printable
from extractor.batch.ledger import Ledger, RemoteSeen
from extractor.batch.remote import Listed, fetch, listing
from extractor.batch.server import is_url
from extractor.batch.spool import Spool, safe_name
from extractor.model.proses import Failure
from extractor.warehouse.redact import UNREDACTED, Redaction

THREADS: Final = 8
"""Files fetched at a time."""
KEPT: Final = 4 << 30
"""Bytes of fetched files that wait on the disk to be read; what is fetched beyond is hashed, and fetched again when its turn comes."""


class RunOpener:
    """See :class:`extractor.batch.inputs.Opener`."""

    def __init__(self, spool: Spool, engine: Engine, ledger: Ledger, redaction: Redaction = UNREDACTED, out: str = "") -> None:
        """``out`` is the output as it was given: what a run leaves in a bucket is no input."""
        self._spool, self._engine, self._ledger, self._redaction, self._out = spool, engine, ledger, redaction, out
        self._kept = 0

    def archives(self, archives: Iterable[tuple[Path, str]]) -> Iterator[tuple[Archive, Unpacked | Failure]]:
        return self._engine.run(unpack, [Archive(path, name, self._spool.folder()) for path, name in archives])

    def listing(self, url: str) -> list[Listed]:
        return [file for file in listing(url) if not (is_url(self._out) and file.url.startswith(f"{self._out.rstrip('/')}/"))]

    def fetch(self, files: Iterable[Listed]) -> Iterator[tuple[Listed, Candidate | OSError]]:
        new = []
        for file in files:
            known = self._ledger.entries.get(self._redaction.path(file.url))
            if isinstance(known, RemoteSeen) and known.key == file.token:
                yield file, self._candidate(file, self._spool.folder() / safe_name(file.url), known.sha256)
            else:
                new.append((file, self._spool.folder()))
        with ThreadPoolExecutor(THREADS) as threads:
            for file, result in zip((file for file, _ in new), threads.map(_fetched, new), strict=True):
                if isinstance(result, OSError):
                    yield file, result
                    continue
                path, sha256, size = result
                self._ledger.add(RemoteSeen(file=self._redaction.path(file.url), key=file.token, size=size, sha256=sha256))
                self._keep(path, size)
                yield file, self._candidate(file, path, sha256)

    def fetch_archive(self, file: Listed) -> Path:
        return fetch(file.url, self._spool.folder())[0]

    def _candidate(self, file: Listed, path: Path, sha256: str) -> Candidate:
        return Candidate(path, sha256, printable(file.url), file.url)

    def _keep(self, path: Path, size: int) -> None:
        if self._kept + size > KEPT:
            path.unlink()
        else:
            self._kept += size


def _fetched(wanted: tuple[Listed, Path]) -> tuple[Path, str, int] | OSError:
    """Path, hash and size of a file that is on the local disk now, or why it is not. Raises Unwritable."""
    file, folder = wanted
    try:
        path, sha256 = fetch(file.url, folder)
    except Unwritable:
        raise
    except OSError as error:
        return error
    return path, sha256, path.stat().st_size
