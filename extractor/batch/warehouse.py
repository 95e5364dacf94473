"""The warehouse of a run, written in a process beside while this one writes the findings."""

import os
from dataclasses import dataclass
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess
from pathlib import Path
from typing import Final

from extractor.batch.failures import record
from extractor.batch.orphans import end_with
from extractor.batch.server import start_server
from extractor.model.proses import Failure

FORMATS: Final = ("duckdb", "parquet")
_DIED: Final = "proses pemuat berhenti tanpa pesan"
_MESSAGE: Final = "Gudang data tidak ditulis ({reason}); hasil lainnya lengkap. Ulangi dengan: lkj load {out}"


@dataclass(frozen=True, slots=True)
class Writer:
    """A process that writes the warehouse of a finished OUT."""

    out: Path
    answer: Connection
    process: BaseProcess

    def finish(self) -> list[Failure]:
        """Wait for it; what went wrong is one failure of the run, since the JSON is whole."""
        try:
            reason = self.answer.recv()
        except EOFError:
            reason = _DIED
        self.process.join()
        if reason is None:
            return []
        return [record(str(self.out / "lkj.duckdb"), None, "gudang", "warehouse", _MESSAGE.format(reason=reason, out=self.out))]


def start_writer(out: Path, formats: list[str], files: list[str]) -> Writer | None:
    """Begin to write those of the formats that are a warehouse's, from these satker-years; None where there are none."""
    wanted = [name for name in FORMATS if name in formats]
    if not wanted:
        return None
    context = start_server()
    ours, theirs = context.Pipe(duplex=False)
    process: BaseProcess = context.Process(target=_write, args=(theirs, out, wanted, files), daemon=True)  # type: ignore[attr-defined]
    process.start()
    theirs.close()
    return Writer(out, ours, process)


def _write(answer: Connection, out: Path, formats: list[str], files: list[str]) -> None:
    end_with(os.getppid())
    try:
        from extractor.warehouse.redact import Redaction  # noqa: PLC0415  # the libraries load here alone
        from extractor.warehouse.target import PARQUET, into_parquet, load_to  # noqa: PLC0415

        if "duckdb" in formats:
            load_to(None, out, Redaction(), files)
        if "parquet" in formats:
            into_parquet(out / PARQUET, out, Redaction(), files)
        answer.send(None)
    except Exception as fault:  # noqa: BLE001  # the run tells it and goes on
        answer.send(f"{type(fault).__name__}: {fault}")
