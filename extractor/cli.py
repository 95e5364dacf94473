"""The ``lkj`` command: parses arguments, shows progress, calls. Nothing heavy is imported before a command runs."""

import gc
import os
import signal
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, NoReturn

import typer

if TYPE_CHECKING:
    from extractor.model.proses import Run

USAGE = 2
SOME_FAILED = 3
INTERRUPTED = 130
FORMATS = ("json",)
DEFAULT_MEMORY = 4096
"""MiB of address space per document."""

app = typer.Typer(
    add_completion=False,
    no_args_is_help=True,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    help="Read Indonesian government performance reports (LKj) into validated JSON.",
    epilog="Exit codes: 0 all documents extracted; 2 wrong usage or nothing to do; 3 some documents failed (the others are complete).",
)


def main() -> None:
    """Entry point of the ``lkj`` command."""
    try:
        app()
    finally:
        gc.freeze()  # or the interpreter, on its way out, looks for cycles in all that was loaded


def _print_version(wanted: bool) -> None:
    if wanted:
        from extractor.versions import DISTRIBUTION, own_version

        typer.echo(f"{DISTRIBUTION} {own_version()}")
        raise typer.Exit


@app.callback()
def lkj(
    version: Annotated[bool, typer.Option("--version", callback=_print_version, is_eager=True, help="Print the version and exit.")] = False,
) -> None:
    """Read Indonesian government performance reports (LKj) into validated JSON."""


@app.command()
def extract(
    inputs: Annotated[list[Path], typer.Argument(metavar="INPUT", help="Files (.pdf, .txt, .md) and folders, walked to the bottom.")],
    out: Annotated[Path, typer.Option("--out", metavar="OUT", help="Folder for the results; made where it is missing.")],
    jobs: Annotated[
        int | None, typer.Option(metavar="N", min=1, help="Documents read at a time.  [default: the number of processors]")
    ] = None,
    timeout: Annotated[float, typer.Option(metavar="S", min=1, help="Seconds that one document may take.")] = 600,
    memory: Annotated[
        int | None, typer.Option(metavar="MB", min=512, help="MiB that one document may use (not on Windows).  [default: 4096]")
    ] = None,
    formats: Annotated[str, typer.Option("--format", metavar="LIST", help="Formats to write, separated by commas: json.")] = "json",
) -> None:
    """Extract reports: one JSON file per satker and year, one per document, and a record of the run, under OUT."""
    from extractor.batch.server import start_server

    _check_usage(inputs, formats)
    start_server(inputs)  # it loads its part while this process loads its own
    from extractor.batch.inputs import find_inputs

    _check_writable(out)
    found = find_inputs(inputs, out)
    if not found.documents and not found.unopened:
        _stop(f"tidak ada laporan (.pdf, .txt, .md) di {_list(inputs)}; sebutkan berkas atau folder yang berisi laporan")
    from extractor.batch.progress import Reporter
    from extractor.batch.run import run
    from extractor.batch.summary import summary_table
    from extractor.model.proses import Options

    options = Options(
        inputs=[str(path) for path in inputs], out=str(out), jobs=jobs or _processors(), timeout=timeout,
        memory=_memory(memory), formats=formats.split(","),
    )  # fmt: skip
    signal.signal(signal.SIGTERM, signal.default_int_handler)
    with Reporter(len(found.documents)) as reporter:
        try:
            record = run(found, options, out, reporter)
        except KeyboardInterrupt:
            reporter.say(f"Dihentikan. Dokumen yang sudah selesai tersimpan di {out / 'dokumen'}.")
            raise typer.Exit(INTERRUPTED) from None
        except OSError as error:
            _stop(f"{out}: tidak dapat ditulis ({error.strerror or error}); periksa ruang dan izin folder, lalu ulangi")
    if record.satker:
        reporter.show(summary_table(record.satker), summary_table(record.satker, per_kind=False))
    reporter.say(_conclusion(record, out))
    if record.failures:
        raise typer.Exit(SOME_FAILED)


@app.command()
def schema(out: Annotated[Path, typer.Option("--out", metavar="DIR", help="Folder for the schema files.")] = Path("schemas")) -> None:
    """Write the JSON Schema of every file that extract writes."""
    from extractor.writing import write_schemas

    try:
        written = write_schemas(out)
    except OSError as error:
        _stop(f"{out}: tidak dapat ditulis ({error.strerror or error}); pilih folder lain dengan --out")
    for path in written:
        typer.echo(f"Ditulis: {path}", err=True)


def _check_usage(inputs: list[Path], formats: str) -> None:
    """Stop before any work where the command cannot succeed."""
    for name in formats.split(","):
        if name not in FORMATS:
            _stop(f"--format {name!r} tidak dikenal; pilihan: {', '.join(FORMATS)}")
    for path in inputs:
        if not os.path.lexists(path):
            _stop(f"{path}: tidak ditemukan; periksa nama berkas atau foldernya")


def _check_writable(out: Path) -> None:
    from extractor.writing.files import ensure_writable

    try:
        ensure_writable(out)
    except OSError as error:
        _stop(f"{out}: tidak dapat ditulis ({error.strerror or error}); pilih folder lain dengan --out")


def _stop(message: str) -> NoReturn:
    typer.echo(f"lkj: {message}", err=True)
    raise typer.Exit(USAGE)


def _list(paths: list[Path]) -> str:
    return ", ".join(str(path) for path in paths)


def _processors() -> int:
    """Processors that this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def _memory(wanted: int | None) -> int | None:
    """The limit in MiB; None on Windows, which has none for a process alone."""
    if sys.platform != "win32":
        return wanted or DEFAULT_MEMORY
    if wanted is not None:
        _stop("--memory tidak tersedia di Windows; jalankan tanpa pilihan ini")
    return None


def _conclusion(record: "Run", out: Path) -> str:
    counts = record.counts
    optional = {"gagal": counts.failures, "ganda": counts.duplicates, "dilewati": counts.skipped}
    parts = [f"{counts.documents} dokumen terbaca", f"{counts.satker} berkas satker"]
    parts += [f"{number} {label}" for label, number in optional.items() if number]
    where = f"; yang gagal di {out / 'gagal'}" if counts.failures else ""
    return f"Selesai dalam {record.seconds:.1f} detik: {', '.join(parts)}. Hasil di {out / 'satker'}{where}; catatan di {out / 'run.json'}."
