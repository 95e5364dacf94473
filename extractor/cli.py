"""The ``lkj`` command: parses arguments, shows progress, calls. Nothing heavy is imported before a command runs."""

import errno
import gc
import os
import signal
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal, NoReturn

import typer

if TYPE_CHECKING:
    from extractor.checks.settings import Settings
    from extractor.model import LaporanSatker
    from extractor.model.proses import Options, Run
    from extractor.warehouse.redact import Redaction

FINDINGS = 1
USAGE = 2
SOME_FAILED = 3
INTERRUPTED = 130
Engine = Literal["local", "ray"]
FORMATS = ("json", "xlsx", "duckdb", "parquet")
LANGUAGES = ("id", "en")
CHECK_FORMATS = ("text", "json", "jsonl", "csv")
DEFAULT_MEMORY = 4096
"""MiB of address space per document."""

app = typer.Typer(
    add_completion=False,
    no_args_is_help=True,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    help="Read Indonesian government performance reports (LKj) into validated JSON.",
    epilog="Exit codes: 0 all documents extracted; 1 findings of severity galat (check only); 2 wrong usage or nothing to do; "
    "3 some documents failed (the others are complete).",
)


def main() -> None:
    """Run the command that the arguments name."""
    try:
        app()
    finally:
        if "duckdb" not in sys.modules:  # which complains of what is not collected
            gc.freeze()  # or the interpreter, on its way out, looks for cycles in all that was loaded


def _print_version(wanted: bool) -> None:
    if wanted:
        from extractor.versions import DISTRIBUTION, own_version

        typer.echo(f"{DISTRIBUTION} {own_version()}")
        raise typer.Exit


Select = Annotated[str | None, typer.Option(metavar="CODES", help="Checks to run: codes, prefixes or names, separated by commas (A,D03).")]
Ignore = Annotated[str | None, typer.Option(metavar="CODES", help="Checks to leave out, in the same form.")]
Config = Annotated[
    Path | None, typer.Option(metavar="FILE", help="Settings in TOML.  [default: lkj.toml or [tool.lkj] of pyproject.toml, here]")
]
Baseline = Annotated[Path | None, typer.Option(metavar="FILE", help="CSV of findings (id, alasan) that are accepted and stay silent.")]
Jobs = Annotated[int | None, typer.Option(metavar="N", min=1, help="Documents read at a time.  [default: the number of processors]")]
Timeout = Annotated[float, typer.Option(metavar="S", min=1, help="Seconds that one document may take.")]
Cpu = Annotated[int, typer.Option("--cpu", metavar="S", min=1, help="Seconds of processor time that one document may take.")]
Pages = Annotated[int, typer.Option("--pages", metavar="N", min=1, help="Pages that one document may have.")]
OutputSize = Annotated[int, typer.Option("--output-size", metavar="MB", min=1, help="MiB that the result of one document may have.")]
RedactKey = Annotated[
    Path | None,
    typer.Option(metavar="FILE", help="Redact, with pseudonyms under the key in this file (or in the variable LKJ_REDACT_KEY)."),
]
Memory = Annotated[int | None, typer.Option(metavar="MB", min=512, help="MiB that one document may use (not on Windows).  [default: 4096]")]


@app.callback()
def lkj(
    version: Annotated[bool, typer.Option("--version", callback=_print_version, is_eager=True, help="Print the version and exit.")] = False,
) -> None:
    """Read Indonesian government performance reports (LKj) into validated JSON."""


@app.command()
def extract(
    inputs: Annotated[
        list[str],
        typer.Argument(
            metavar="INPUT",
            help="Files (.pdf, .txt, .md), zip archives of them, folders, walked to the bottom, or addresses (s3://, gs://).",
        ),
    ],
    out: Annotated[
        str, typer.Option("--out", metavar="OUT", help="Folder for the results, made where it is missing, or an address (s3://, gs://).")
    ],
    jobs: Jobs = None,
    timeout: Timeout = 600,
    memory: Memory = None,
    cpu: Cpu = 300,
    pages: Pages = 2000,
    output_size: OutputSize = 512,
    formats: Annotated[
        str,
        typer.Option(
            "--format",
            metavar="LIST",
            help="Formats to write, separated by commas: json, xlsx (the working paper), duckdb (OUT/lkj.duckdb), parquet (OUT/parquet).",
        ),
    ] = "json,xlsx,duckdb",
    select: Select = None,
    ignore: Ignore = None,
    config: Config = None,
    baseline: Baseline = None,
    force: Annotated[bool, typer.Option("--force", help="Read all documents anew, also those that an earlier run has read.")] = False,
    engine: Annotated[Engine, typer.Option(help="This machine, or the Ray cluster that RAY_ADDRESS names.")] = "local",
    retry: Annotated[bool, typer.Option("--retry", help="Try again the documents that failed in an earlier run.")] = False,
    expect: Annotated[
        Path | None, typer.Option(metavar="FILE", help="CSV of the satkers (columns satker, tahun) that were to send a report.")
    ] = None,
    log_json: Annotated[bool, typer.Option("--log-json", help="Messages as JSON, one object per line, on stderr.")] = False,
    redact: Annotated[bool, typer.Option("--redact", help="Leave names, NIPs and all text in which they may stand out of OUT.")] = False,
    redact_key: RedactKey = None,
) -> None:
    """Extract reports: one JSON file per satker and year, one per document, all findings, and a record of the run, under OUT."""
    from extractor.batch.server import start_server

    _check_usage(inputs, formats.split(","), FORMATS)
    start_server(map(Path, inputs))
    settings, redaction = _settings(config, select, ignore, baseline), _redaction(redact, redact_key)
    _check_writable(out)
    from extractor.model.proses import Options

    options = Options(
        inputs=inputs, out=out, jobs=jobs or _processors(), timeout=timeout,
        memory=_memory(memory), cpu=cpu, pages=pages, output_size=output_size, formats=formats.split(","),
        force=force, retry=retry, engine=engine, expect=str(expect) if expect else None,
    )  # fmt: skip
    signal.signal(signal.SIGTERM, signal.default_int_handler)
    if _run(options, settings, redaction, log_json=log_json).failures:
        raise typer.Exit(SOME_FAILED)


@app.command()
def load(
    out: Annotated[str, typer.Argument(metavar="OUT", help="A folder that extract wrote, or its address (s3://, gs://, az://).")],
    to: Annotated[
        str | None,
        typer.Option(
            metavar="URL",
            help="duckdb:///FILE, parquet:///FOLDER postgresql://USER@HOST/DATABASE, or dlt:DESTINATION.  [default: OUT/lkj.duckdb]",
        ),
    ] = None,
    redact: Annotated[bool, typer.Option("--redact", help="Leave out names, NIPs and all text in which they may stand.")] = False,
    redact_key: RedactKey = None,
) -> None:
    """Load what extract wrote into a warehouse; loading again replaces what changed and nothing else."""
    from extractor.batch.bucket import loadable
    from extractor.batch.server import is_url
    from extractor.warehouse.destination import LoadError
    from extractor.warehouse.target import load_to

    redaction = _redaction(redact, redact_key)
    try:
        with loadable(out, warehouse=to is None) as folder:
            done = load_to(to, folder, redaction)
    except KeyboardInterrupt:
        raise typer.Exit(INTERRUPTED) from None
    except OSError as error:
        _stop(f"{out if is_url(out) else error.filename or out}: {error.strerror or error}")
    except (LoadError, ValueError) as error:
        _stop(str(error))
    removed = f", {done.removed} dikeluarkan" if done.removed else ""
    typer.echo(f"Dimuat: {done.loaded} laporan ({done.rows} baris), {done.unchanged} tidak berubah{removed}.", err=True)


@app.command()
def check(
    inputs: Annotated[list[str], typer.Argument(metavar="INPUT", help="Reports as extract takes them, or folders that extract wrote.")],
    form: Annotated[str, typer.Option("--format", metavar="FORMAT", help="text, json, jsonl (SARIF, a line each) or csv.")] = "text",
    select: Select = None,
    ignore: Ignore = None,
    config: Config = None,
    baseline: Baseline = None,
    write_baseline: Annotated[
        Path | None, typer.Option(metavar="FILE", help="Write a baseline of all findings, for the reasons to be filled in.")
    ] = None,
    xlsx: Annotated[Path | None, typer.Option(metavar="FILE", help="Write the working paper, with live formulas, to this file.")] = None,
    all_tables: Annotated[
        bool, typer.Option("--all-tables", help="In the working paper also the tables that hold a calculation and no finding.")
    ] = False,
    html: Annotated[Path | None, typer.Option(metavar="DIR", help="Write a page per satker-year, with pictures of the evidence.")] = None,
    language: Annotated[str, typer.Option("--lang", metavar="LANG", help="Language of the pages: id or en.")] = "id",
    jobs: Jobs = None,
    timeout: Timeout = 600,
    memory: Memory = None,
) -> None:
    """Check reports and print what contradicts what, with both sides of the evidence; exit 1 where there is a galat."""
    from extractor.batch.server import start_server

    _check_usage(inputs, [form], CHECK_FORMATS)
    if language not in LANGUAGES:
        _stop(f"--lang {language!r} tidak dikenal; pilihan: {', '.join(LANGUAGES)}")
    start_server(map(Path, inputs))
    from extractor.batch.check import check_all
    from extractor.model.proses import Options
    from extractor.writing.files import write_atomically
    from extractor.writing.findings import as_baseline

    settings = _settings(config, select, ignore, baseline)
    options = Options(inputs=inputs, out="", jobs=jobs or _processors(), timeout=timeout, memory=_memory(memory), formats=[form])
    signal.signal(signal.SIGTERM, signal.default_int_handler)
    try:
        reports, failures = check_all(inputs, options, settings)
        if write_baseline is not None:
            write_atomically(write_baseline, as_baseline(reports))
        _write_papers(reports, inputs, xlsx, html, language, all_tables=all_tables)
    except KeyboardInterrupt:
        raise typer.Exit(INTERRUPTED) from None
    except (OSError, ValueError) as error:
        _stop(str(error))
    _print(form, reports)
    if any(t.keparahan == "galat" and not t.diterima for report in reports for t in report.temuan):
        raise typer.Exit(FINDINGS)
    if failures:
        raise typer.Exit(SOME_FAILED)


@app.command()
def explain(
    code: Annotated[str | None, typer.Argument(metavar="CODE", help="Code or name of a check; without it all are listed.")] = None,
) -> None:
    """Say what a check tests, by which rule, with an example of wrong and right."""
    from extractor.checks.explain import in_words, listing
    from extractor.checks.registry import find

    found = find(code) if code is not None else None
    if code is not None and found is None:
        _stop(f"{code!r} bukan kode pemeriksaan; daftar semua kode: lkj explain")
    typer.echo(in_words(found) if found is not None else listing())


@app.command()
def schema(out: Annotated[Path, typer.Option("--out", metavar="DIR", help="Folder for the schema files.")] = Path("schemas")) -> None:
    """Write the JSON Schema of every file that extract writes, and the dictionary of the warehouse."""
    from extractor.writing import write_schemas

    try:
        written = write_schemas(out)
    except OSError as error:
        _stop(f"{out}: tidak dapat ditulis ({error.strerror or error}); pilih folder lain dengan --out")
    for path in written:
        typer.echo(f"Ditulis: {path}", err=True)


def _redaction(redact: bool, key_file: Path | None) -> "Redaction":
    """What becomes of personal data; the key stands in a file or in the environment, never on the command line."""
    from extractor.warehouse.redact import WeakKey, redaction

    try:
        key = key_file.read_bytes().strip() if key_file else os.environb.get(b"LKJ_REDACT_KEY") if redact else None
        return redaction(redact, key or None)
    except (WeakKey, OSError) as error:
        _stop(str(error))


def _run(options: "Options", settings: "Settings", redaction: "Redaction", *, log_json: bool) -> "Run":
    """Run and tell; where it cannot go on, the command stops."""
    from extractor.batch.bucket import at_hand
    from extractor.batch.engine import ClusterError
    from extractor.batch.progress import JsonReporter, Reporter
    from extractor.batch.run import NOTHING, NothingToRead, run

    with JsonReporter() if log_json else Reporter() as reporter:
        try:
            with at_hand(options.out) as folder:
                record = run(options, folder, reporter, settings, redaction=redaction)
        except KeyboardInterrupt:
            reporter.say(f"Dihentikan. Yang sudah selesai tersimpan di {options.out}; perintah yang sama melanjutkannya.")
            raise typer.Exit(INTERRUPTED) from None
        except NothingToRead:
            _stop(NOTHING.format(names=", ".join(options.inputs)))
        except OSError as error:
            _stop(_unwritten(options.out, error))
        except (ValueError, ClusterError) as error:
            _stop(str(error))
    reporter.conclude(record, _conclusion(record, options.out))
    return record


def _print(form: str, reports: "list[LaporanSatker]") -> None:
    """Data on stdout: in colour where it is a terminal, whole lines where it is not."""
    if form == "text":
        from rich.console import Console

        from extractor.writing.findings_text import show

        show(reports, Console())
        return
    from extractor.writing.findings import as_csv, as_json
    from extractor.writing.findings_lines import as_lines

    sys.stdout.buffer.write({"json": as_json, "jsonl": as_lines, "csv": as_csv}[form](reports))


def _write_papers(
    reports: "list[LaporanSatker]", inputs: list[str], xlsx: Path | None, html: Path | None, language: str, *, all_tables: bool
) -> None:
    """What is asked for beside the terminal."""
    if xlsx is not None:
        from extractor.writing.files import write_atomically
        from extractor.writing.workbook import as_workbook

        write_atomically(xlsx, as_workbook(reports, all_tables=all_tables))
        typer.echo(f"Ditulis: {xlsx}", err=True)
    if html is not None:
        from extractor.batch.check import originals
        from extractor.writing.pages import write_pages

        written = write_pages(html, reports, originals(inputs), "en" if language == "en" else "id")
        typer.echo(f"Ditulis: {written[-1]}", err=True)


def _settings(config: Path | None, select: str | None, ignore: str | None, baseline: Path | None) -> "Settings":
    from extractor.checks.settings import SettingsError, load

    try:
        return load(config, select, ignore, baseline)
    except SettingsError as error:
        _stop(str(error))


def _check_usage(inputs: list[str], formats: list[str], known: tuple[str, ...]) -> None:
    """Stop before any work where the command cannot succeed."""
    from extractor.batch.server import is_url

    for name in formats:
        if name not in known:
            _stop(f"--format {name!r} tidak dikenal; pilihan: {', '.join(known)}")
    for path in inputs:
        if not is_url(path) and not os.path.lexists(path):
            _stop(f"{path}: tidak ditemukan; periksa nama berkas atau foldernya")


def _check_writable(out: str) -> None:
    from extractor.batch.server import is_url
    from extractor.writing.files import ensure_writable

    if is_url(out):
        return  # the bucket says so itself
    try:
        ensure_writable(Path(out))
    except OSError as error:
        _stop(f"{out}: tidak dapat ditulis ({error.strerror or error}); pilih folder lain dengan --out")


def _stop(message: str) -> NoReturn:
    typer.echo(f"lkj: {message}", err=True)
    raise typer.Exit(USAGE)


def _unwritten(out: str, error: OSError) -> str:
    """What stopped a run."""
    if error.errno == errno.EBUSY:
        return f"{out}: {error.strerror}"
    advice = "periksa ruang dan izin folder, lalu ulangi: yang sudah selesai tidak dibaca lagi"
    return f"{out}: tidak dapat ditulis ({error.strerror or error}); {advice}"


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


def _conclusion(record: "Run", out: str) -> str:
    from extractor.batch.server import within

    counts = record.counts
    optional = {"gagal": counts.failures, "ganda": counts.duplicates, "dilewati": counts.skipped}
    already = f" ({counts.reused} di antaranya pada jalan sebelumnya)" if counts.reused else ""
    parts = [f"{counts.documents} dokumen terbaca{already}", f"{counts.satker} berkas satker"]
    parts += [f"{number} {label}" for label, number in optional.items() if number]
    where = f"; yang gagal di {within(out, 'gagal')}" if counts.failures else ""
    told = f"Hasil di {within(out, 'satker')}{where}; catatan di {within(out, 'run.json')}."
    return f"Selesai dalam {record.seconds:.1f} detik: {', '.join(parts)}. {told}"
