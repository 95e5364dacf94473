"""The warehouse of a run, written in a process beside while others write the findings."""

import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from traceback import format_exception
from typing import Final

from extractor.batch.aside import Aside
from extractor.batch.failures import record
from extractor.batch.server import within
from extractor.model.proses import Failure
from extractor.warehouse.redact import Redaction

FORMATS: Final = ("duckdb", "parquet")
_MESSAGE: Final = "Gudang data tidak ditulis ({reason}); hasil lainnya lengkap. Ulangi dengan: lkj load {out}"


def start_writer(out: Path, formats: list[str], redaction: Redaction) -> Aside | None:
    """Get ready to write those of the formats that are a warehouse's; None where there are none."""
    wanted = [name for name in FORMATS if name in formats]
    return Aside(f"{__name__}:writer", out, wanted, redaction) if wanted else None


def finish_writer(aside: Aside, out: str) -> list[Failure]:
    """Wait for it; what went wrong is one failure of the run, since the JSON is whole."""
    try:
        aside.finish()
    except Exception as fault:  # noqa: BLE001  # the run tells it and goes on
        message = _MESSAGE.format(reason=f"{type(fault).__name__}: {fault}", out=out)
        trace = "".join(format_exception(fault))
        return [record(within(out, "lkj.duckdb"), None, "gudang", "warehouse", message, trace)]
    return []


@contextmanager
def _without(package: str) -> Iterator[None]:
    """Where it is not loaded yet, the package cannot be imported meanwhile."""
    if package in sys.modules:
        yield
        return
    sys.modules[package] = None  # type: ignore[assignment]  # as the import system has it
    try:
        yield
    finally:
        del sys.modules[package]


def writer(out: Path, formats: Sequence[str], redaction: Redaction) -> Callable[[list[str]], None]:
    """What writes the warehouses of a finished OUT from its satker-years."""
    with _without("numpy"):
        import pyarrow  # noqa: PLC0415, F401  # which can do without, and takes as long again to load with it
    from extractor.warehouse.target import PARQUET, file_loader, into_parquet  # noqa: PLC0415  # the libraries load here alone

    into_file = file_loader(out, redaction) if "duckdb" in formats else None

    def write(files: list[str]) -> None:
        if into_file is not None:
            into_file(files)
        if "parquet" in formats:
            into_parquet(out / PARQUET, out, redaction, files)

    return write
