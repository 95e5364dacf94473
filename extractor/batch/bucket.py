"""OUT in a bucket (s3://, gs://, …): a folder on this disk that is filled from the bucket before a run and goes back to it.

What is whole goes up while the run lasts, object by object, and after it the ledger that names it: a run that is struck down
leaves a bucket from which the next one goes on. What is gone from OUT leaves the bucket last of all.
"""

import errno
import re
from collections.abc import Collection, Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager, suppress
from pathlib import Path
from tempfile import TemporaryDirectory
from threading import Event, Thread
from typing import Any, Final

from extractor.batch.ledger import NAME as LEDGER
from extractor.batch.remote import objects, token, unreachable, url_system
from extractor.batch.server import is_url

EVERY: Final = 30.0
"""Seconds between two times at which what is whole goes up."""
THREADS: Final = 8
WAREHOUSE: Final = "lkj.duckdb"
_YEARS: Final = re.compile(r"satker/[\w-]+/(\d{4}|tanpa-tahun)\.json")
EMPTY: Final = "tidak ada hasil lkj extract di sana; sebutkan alamat OUT-nya"
BUSY: Final = "jalan lkj extract yang lain menulis ke sana; tunggu sampai selesai, lalu ulangi"
_WHOLE: Final = re.compile(r"(dokumen|gagal)/[0-9a-f]{64}\.json|(satker|banding)/[\w-]+/(\d{4}|tanpa-tahun)\.json")
"""Files that appear whole, at any time of a run."""
_LAST: Final = re.compile(r"run\.json|temuan\.(csv|xlsx)|belum\.csv|lkj\.duckdb|parquet/([\w=-]+/){0,2}[\w=-]+\.parquet")
"""Files that are whole when the run has ended."""


@contextmanager
def at_hand(out: str) -> Iterator[Path]:
    """The folder itself; for an address a folder that stands for it, brought up to date when the run ends, however it ends.

    Raises ValueError for an address of an unknown kind, and OSError where the bucket cannot be reached or another run writes there.
    """
    if not is_url(out):
        yield Path(out)
        return
    with TemporaryDirectory(prefix="lkj-") as name:
        bucket = Bucket(out, Path(name))
        bucket.pull()
        try:
            with bucket.saved_meanwhile():
                yield bucket.folder
        except BaseException:
            with suppress(OSError):  # what stopped the run is told
                bucket.push()
            raise
        bucket.push(ended=True)


@contextmanager
def loadable(out: str, *, warehouse: bool) -> Iterator[Path]:
    """The folder itself; for an address a folder with the satker-years that stand there, as far as a load needs it.

    With ``warehouse`` OUT's own ``lkj.duckdb`` is loaded into: it comes along, and goes back when nothing was raised meanwhile.
    Raises ValueError for an address of an unknown kind, and OSError where the bucket cannot be reached or has no results.
    """
    if not is_url(out):
        yield Path(out)
        return
    with TemporaryDirectory(prefix="lkj-") as name:
        bucket = Bucket(out, Path(name))
        bucket.pull_years(warehouse=warehouse)
        yield bucket.folder
        if warehouse:
            bucket.put_warehouse()


class Bucket:
    """A prefix in a bucket and the folder that stands for it. Nothing else under the prefix is touched."""

    def __init__(self, url: str, folder: Path) -> None:
        """Raises ValueError for an address of an unknown kind."""
        self.folder, self._url = folder, url
        self._system, path = url_system(url)
        self._prefix = path.strip("/")
        self._there: dict[str, tuple[int, int] | None] = {}
        """Name of an object -> the file that it is a copy of, by time and size; None where it was not fetched."""
        self._ledger: str | None = None
        """What the listing said of the ledger when it was last read or written here."""

    def pull(self) -> None:
        """Fetch what earlier runs left. Without a ledger nothing is fetched: all is made anew then. Raises OSError."""
        found = self._listing()
        self._ledger = token(found[LEDGER]) if LEDGER in found else None
        self._there = dict.fromkeys(name for name in found if name != LEDGER)
        if LEDGER in found:
            self._fetch_all(found)

    def pull_years(self, *, warehouse: bool) -> None:
        """Fetch what a load reads: the satker-years, the ledger, perhaps the warehouse. Raises OSError, also where there are none."""
        found = self._listing()
        years = [name for name in found if _YEARS.fullmatch(name)]
        if not years:
            raise FileNotFoundError(errno.ENOENT, EMPTY, self._url)
        wanted = {LEDGER, WAREHOUSE} if warehouse else {LEDGER}
        self._fetch_all([*years, *(wanted & found.keys())])

    def put_warehouse(self) -> None:
        """Put the warehouse, where it has changed. Raises OSError."""
        self._there[WAREHOUSE] = self._put(WAREHOUSE)

    def _fetch_all(self, names: Collection[str]) -> None:
        with ThreadPoolExecutor(THREADS) as threads:
            for name, stamp in zip(names, threads.map(self._fetch, names), strict=True):
                self._there[name] = stamp

    @contextmanager
    def saved_meanwhile(self) -> Iterator[None]:
        """What becomes whole goes up every now and then; where that fails, the next time or the end will tell."""
        over = Event()

        def save() -> None:
            while not over.wait(EVERY):
                with suppress(OSError):
                    self.push()

        thread = Thread(target=save, daemon=True)
        thread.start()
        try:
            yield
        finally:
            over.set()
            thread.join()

    def push(self, *, ended: bool = False) -> None:
        """Put what is new or changed, then the ledger as it was before. Where the run has ended, remove what is gone.

        Raises OSError, with EBUSY where another run has written since.
        """
        ledger = self._lines()
        names = sorted(path.relative_to(self.folder).as_posix() for path in self.folder.rglob("*") if path.is_file())
        changed = [name for name in names if _WHOLE.fullmatch(name) or (ended and _LAST.fullmatch(name))]
        with ThreadPoolExecutor(THREADS) as threads:
            for name, stamp in zip(changed, threads.map(self._put, changed), strict=True):
                self._there[name] = stamp
        if ledger:
            self._write_ledger(ledger)
        if ended:
            self._remove(self._there.keys() - set(names) - {LEDGER})

    def _lines(self) -> bytes:
        """The whole lines of the ledger."""
        with suppress(FileNotFoundError):
            content = (self.folder / LEDGER).read_bytes()
            return content[: content.rfind(b"\n") + 1]
        return b""

    def _write_ledger(self, content: bytes) -> None:
        before = self._listing(LEDGER).get(LEDGER)
        if (token(before) if before is not None else None) != self._ledger:
            raise OSError(errno.EBUSY, BUSY)
        with self._reached():
            self._system.pipe_file(self._object(LEDGER), content)
        after = self._listing(LEDGER).get(LEDGER)
        self._ledger = token(after) if after is not None else None

    def _remove(self, names: Iterable[str]) -> None:
        for name in sorted(names):
            with self._reached(), suppress(FileNotFoundError):
                self._system.rm_file(self._object(name))
            del self._there[name]

    def _listing(self, only: str | None = None) -> dict[str, Any]:
        """The program's objects by their names under the prefix, with what the listing says of them. Raises OSError."""
        with self._reached():
            self._system.invalidate_cache()
            found = objects(self._system, self._object(only) if only else self._prefix)
        names = {name.lstrip("/")[len(self._prefix) :].lstrip("/"): about for name, about in found.items()}
        return {name: about for name, about in names.items() if name == LEDGER or _WHOLE.fullmatch(name) or _LAST.fullmatch(name)}

    def _fetch(self, name: str) -> tuple[int, int]:
        path = self.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        with self._reached():
            self._system.get_file(self._object(name), str(path))
        return _stamp(path)

    def _put(self, name: str) -> tuple[int, int] | None:
        """Put a file, unless it stands there already; one that is gone meanwhile was replaced or taken back."""
        path, known = self.folder / name, self._there.get(name)
        try:
            stamp = _stamp(path)
            if stamp != known:
                with self._reached():
                    self._system.put_file(str(path), self._object(name))
        except FileNotFoundError:
            if path.exists():
                raise
            return known
        return stamp

    def _object(self, name: str) -> str:
        return f"{self._prefix}/{name}"

    @contextmanager
    def _reached(self) -> Iterator[None]:
        try:
            yield
        except FileNotFoundError:
            raise
        except Exception as error:
            raise unreachable(error, self._url) from error


def _stamp(path: Path) -> tuple[int, int]:
    about = path.stat()
    return about.st_mtime_ns, about.st_size
