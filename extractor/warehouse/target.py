"""Where ``lkj load`` loads to: from a URL to a loaded warehouse."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Final
from urllib.parse import unquote, urlsplit

from extractor.warehouse.destination import Destination, LoadError
from extractor.warehouse.load import Loaded, install, load
from extractor.warehouse.redact import Redaction

DEFAULT: Final = "lkj.duckdb"
PARQUET: Final = "parquet"
"""The folder under OUT."""
_PLAIN: Final = "SET threads = 1; PRAGMA disable_optimizer"
_OPTIMISED: Final = "PRAGMA enable_optimizer"
_THREADS: Final = "RESET threads"
"""What DuckDB is told while it makes tables, and then: there is nothing to optimise in that, and threads take longer than they save."""
_FEW: Final = 100
"""Reports that one thread loads as quickly as several."""
SCHEMES: Final = ("duckdb:///BERKAS.duckdb", "parquet:///FOLDER", "postgresql://PENGGUNA@SERVER/BASISDATA", "dlt:TUJUAN")


def load_to(url: str | None, out: Path, redaction: Redaction, files: Sequence[str] | None = None) -> Loaded:
    """Load ``out`` into what the URL names; None for ``OUT/lkj.duckdb``, which then holds what ``out`` holds and no more.

    ``files`` are the satker-years to load, relative to ``out``; None for all.

    Raises LoadError, OSError, and ValueError for a file that is no result of this program.
    """
    scheme, separator, _ = (url or "").partition("://")
    if url is None:
        return file_loader(out, redaction)(files)
    if scheme in ("postgresql", "postgres"):
        return _into_server(url, out, redaction, files)
    if scheme == "duckdb":
        return _into_file(_path(url), out, redaction, files)
    if scheme == PARQUET:
        return into_parquet(_path(url), out, redaction, files)
    if url.startswith("dlt:"):
        return _elsewhere(url.removeprefix("dlt:"), out, redaction)
    if not separator and url.endswith(".duckdb"):
        return _into_file(Path(url), out, redaction, files)
    raise LoadError(f"--to: tujuan tidak dikenal; pilihan: {', '.join(SCHEMES)}")


def file_loader(out: Path, redaction: Redaction) -> Callable[[Sequence[str] | None], Loaded]:
    """What loads ``out``, or these satker-years of it, into ``OUT/lkj.duckdb``, which is open and has its tables, so that loading is quick.

    Raises LoadError; the loader raises as ``load_to`` and can be used once.
    """
    from extractor.warehouse.duckdb_file import DuckDb  # noqa: PLC0415  # a tenth of a second

    database = DuckDb(out / DEFAULT)
    try:
        with _told(database):
            database.run(_PLAIN)
            install(database, redaction)
            database.run(_OPTIMISED)
    except LoadError:
        database.close()
        raise

    def load_into(files: Sequence[str] | None) -> Loaded:
        if files is None or len(files) > _FEW:
            database.run(_THREADS)
        return _into(database, out, redaction, files, mirror=True)

    return load_into


def into_parquet(folder: Path, out: Path, redaction: Redaction, files: Sequence[str] | None = None) -> Loaded:
    """Write the exchange form; it holds what ``out`` holds. Raises as ``load_to``."""
    from extractor.warehouse.duckdb_file import MEMORY, DuckDb  # noqa: PLC0415  # a tenth of a second
    from extractor.warehouse.parquet import write_parquet  # noqa: PLC0415

    database = DuckDb(MEMORY)
    try:
        done = load(out, database, redaction, files)
        write_parquet(database, folder)
    finally:
        database.close()
    return done


def _into_file(path: Path, out: Path, redaction: Redaction, files: Sequence[str] | None) -> Loaded:
    from extractor.warehouse.duckdb_file import DuckDb  # noqa: PLC0415

    return _into(DuckDb(path), out, redaction, files)


def _into_server(url: str, out: Path, redaction: Redaction, files: Sequence[str] | None) -> Loaded:
    from extractor.warehouse.postgres import Postgres  # noqa: PLC0415

    return _into(Postgres(url), out, redaction, files)


def _into(database: Destination, out: Path, redaction: Redaction, files: Sequence[str] | None, *, mirror: bool = False) -> Loaded:
    try:
        with _told(database):
            return load(out, database, redaction, files, mirror=mirror)
    finally:
        database.close()


@contextmanager
def _told(database: Destination) -> Iterator[None]:
    """What the database raises, as LoadError."""
    try:
        yield
    except database.faults as error:
        raise LoadError(f"gudang data menolak pemuatan ({' '.join(str(error).split())}); tidak ada yang berubah di dalamnya") from error


def _elsewhere(name: str, out: Path, redaction: Redaction) -> Loaded:
    from extractor.warehouse.elsewhere import load_elsewhere  # noqa: PLC0415

    return load_elsewhere(name, out, redaction)


def _path(url: str) -> Path:
    """``duckdb:///a.duckdb`` is relative, ``duckdb:////srv/a.duckdb`` absolute, as SQLAlchemy has it. Raises LoadError for a host."""
    parts = urlsplit(url)
    if parts.netloc or not parts.path.strip("/"):
        raise LoadError(f"--to {url}: tulis dengan tiga garis miring, mis. {parts.scheme}:///hasil/lkj")
    return Path(unquote(parts.path.removeprefix("/")))
