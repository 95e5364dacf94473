"""A private PostgreSQL server, and databases to load into."""

import os
import shutil
import subprocess
import tempfile
from collections.abc import Callable, Iterator
from itertools import count
from pathlib import Path
from typing import Any

import pytest

from extractor.warehouse.destination import Destination
from extractor.warehouse.duckdb_file import DuckDb
from extractor.warehouse.postgres import Postgres

_serial = count(1)


def _binary(name: str) -> str | None:
    found = shutil.which(name) or next(
        (str(path) for path in sorted(Path("/usr/lib/postgresql").glob(f"*/bin/{name}"), reverse=True)), None
    )
    return found and str(Path(found).resolve())


@pytest.fixture(scope="session")
def server() -> Iterator[str]:
    """The socket folder of a PostgreSQL server of this test run's own; it refuses to run as root, so that it then runs as nobody."""
    initdb, postgres = _binary("initdb"), _binary("pg_ctl")
    if initdb is None or postgres is None:
        pytest.skip("needs a PostgreSQL server (Debian: postgresql)")
    pytest.importorskip("psycopg", reason="needs the extra postgres")
    folder = Path(tempfile.mkdtemp(prefix="lkj-pg-"))
    demoted: dict[str, Any] = {}
    if os.geteuid() == 0:
        shutil.chown(folder, "nobody")
        demoted = {"user": "nobody"}
    options = f"-k {folder} -c listen_addresses='' -c fsync=off"

    def run(*command: str) -> None:
        subprocess.run(command, check=True, capture_output=True, cwd=folder, env={**os.environ, "LC_ALL": "C.UTF-8"}, **demoted)

    run(initdb, "-D", str(folder / "data"), "-U", "lkj", "--auth=trust", "-E", "UTF8")
    run(postgres, "-D", str(folder / "data"), "-o", options, "-w", "-l", str(folder / "log"), "start")
    try:
        yield str(folder)
    finally:
        run(postgres, "-D", str(folder / "data"), "-m", "immediate", "stop")
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
