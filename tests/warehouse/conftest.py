"""A private PostgreSQL server, and databases to load into."""

import contextlib
import ctypes
import os
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from itertools import count
from pathlib import Path
from typing import Any

import pytest

from extractor.warehouse.destination import Destination
from extractor.warehouse.duckdb_file import DuckDb
from extractor.warehouse.postgres import Postgres

_serial = count(1)
_SET_PARENT_DEATH_SIGNAL = 1
"""PR_SET_PDEATHSIG of Linux's prctl(2)."""


def _binary(name: str) -> str | None:
    found = shutil.which(name) or next(
        (str(path) for path in sorted(Path("/usr/lib/postgresql").glob(f"*/bin/{name}"), reverse=True)), None
    )
    return found and str(Path(found).resolve())


def _ends_with_its_parent() -> None:
    """A test run that is killed leaves no server behind (Linux)."""
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(_SET_PARENT_DEATH_SIGNAL, signal.SIGINT, 0, 0, 0)


@pytest.fixture(scope="session")
def server() -> Iterator[str]:
    """The socket folder of a PostgreSQL server of this test run's own; it refuses to run as root, so that it then runs as nobody."""
    initdb, postgres = _binary("initdb"), _binary("postgres")
    if initdb is None or postgres is None:
        pytest.skip("needs a PostgreSQL server (Debian: postgresql)")
    psycopg = pytest.importorskip("psycopg", reason="needs the extra postgres")
    folder = Path(tempfile.mkdtemp(prefix="lkj-pg-"))
    how: dict[str, Any] = {"cwd": folder, "env": {**os.environ, "LC_ALL": "C.UTF-8"}}
    if os.geteuid() == 0:
        shutil.chown(folder, "nobody")
        how["user"] = "nobody"
    subprocess.run([initdb, "-D", folder / "data", "-U", "lkj", "--auth=trust", "-E", "UTF8"], check=True, capture_output=True, **how)
    command = [postgres, "-D", folder / "data", "-k", folder, "-c", "listen_addresses=", "-c", "fsync=off"]
    with (folder / "log").open("wb") as log:
        process = subprocess.Popen(command, stdout=log, stderr=log, preexec_fn=_ends_with_its_parent, **how)  # noqa: PLW1509  # no thread runs yet
    try:
        for _ in range(600):
            with contextlib.suppress(psycopg.OperationalError), psycopg.connect(f"postgresql:///postgres?host={folder}&user=lkj"):
                break
            assert process.poll() is None, (folder / "log").read_text()
            time.sleep(0.1)
        yield str(folder)
    finally:
        process.send_signal(signal.SIGQUIT)
        process.wait()
        shutil.rmtree(folder)


@pytest.fixture
def postgres_url(server: str) -> str:
    """A fresh database."""
    psycopg = pytest.importorskip("psycopg")
    name = f"uji{next(_serial)}"
    with psycopg.connect(f"postgresql:///postgres?host={server}&user=lkj", autocommit=True) as connection:
        connection.execute(f"CREATE DATABASE {name}")
    return f"postgresql:///{name}?host={server}&user=lkj"


@pytest.fixture(params=["duckdb", "postgresql"])
def warehouse(request: pytest.FixtureRequest, tmp_path: Path) -> Callable[[], Destination]:
    """Opens the same database of each kind again and again."""
    if request.param == "duckdb":
        return lambda: DuckDb(tmp_path / "gudang.duckdb")
    url = request.getfixturevalue("postgres_url")
    return lambda: Postgres(url)
