"""The warehouse of a run, written in a process beside while this one writes the findings."""

from dataclasses import dataclass
from pathlib import Path
from traceback import format_exception
from typing import Final

from extractor.batch.aside import Aside
from extractor.batch.failures import record
from extractor.model.proses import Failure

FORMATS: Final = ("duckdb", "parquet")
_MESSAGE: Final = "Gudang data tidak ditulis ({reason}); hasil lainnya lengkap. Ulangi dengan: lkj load {out}"


@dataclass(frozen=True, slots=True)
class Writer:
    """A process that writes the warehouse of a finished OUT."""

    out: Path
    aside: Aside

    def finish(self) -> list[Failure]:
        """Wait for it; what went wrong is one failure of the run, since the JSON is whole."""
        try:
            self.aside.finish()
        except Exception as fault:  # noqa: BLE001  # the run tells it and goes on
            message = _MESSAGE.format(reason=f"{type(fault).__name__}: {fault}", out=self.out)
            trace = "".join(format_exception(fault))
            return [record(str(self.out / "lkj.duckdb"), None, "gudang", "warehouse", message, trace)]
        return []


def start_writer(out: Path, formats: list[str], files: list[str]) -> Writer | None:
    """Begin to write those of the formats that are a warehouse's, from these satker-years; None where there are none."""
    wanted = [name for name in FORMATS if name in formats]
    return Writer(out, Aside(f"{__name__}:write", out, wanted, files)) if wanted else None


def write(out: Path, formats: list[str], files: list[str]) -> None:
    """Write the warehouses of a finished OUT."""
    from extractor.warehouse.redact import Redaction  # noqa: PLC0415  # the libraries load here alone
    from extractor.warehouse.target import PARQUET, into_parquet, load_to  # noqa: PLC0415

    if "duckdb" in formats:
        load_to(None, out, Redaction(), files)
    if "parquet" in formats:
        into_parquet(out / PARQUET, out, Redaction(), files)
