"""A run on one machine: read every document in a child process, merge per satker-year, record what happened."""

from collections.abc import Iterable
from datetime import UTC, datetime
from hashlib import sha256
from itertools import groupby
from pathlib import Path

from extractor.batch.engine import Engine, Limits
from extractor.batch.failures import record
from extractor.batch.inputs import SKIPPED, Inputs, printable
from extractor.batch.pool import LocalEngine
from extractor.batch.progress import Reporter
from extractor.batch.worker import Group, Job, document_file, merge_group, read_document
from extractor.checks.settings import Settings
from extractor.model.proses import Counts, DocumentRead, Duplicate, Failure, Options, Run, SatkerWritten, Skipped
from extractor.versions import versions
from extractor.writing import remove_abandoned, write_json
from extractor.writing.findings import write_findings

UNOPENED = "Berkas tidak dapat dibuka ({reason}); periksa letak dan izinnya."
SHOWN = 20
"""Skipped files and duplicates that are named on the terminal; run.json names all."""


def run(inputs: Inputs, options: Options, out: Path, reporter: Reporter, settings: Settings | None = None) -> Run:
    """Read, merge, check and write everything; gives the record that was written to ``OUT/run.json``.

    ``settings`` are those of the checks.

    Raises OSError where ``out`` cannot be written and KeyboardInterrupt where the user stops the run; what was
    finished by then is whole.
    """
    began = datetime.now(UTC)
    remove_abandoned(out)
    _mention(inputs, reporter)
    failures = [_unopened(path, error, reporter) for path, error in inputs.unopened]
    engine = LocalEngine(options.jobs, Limits(options.timeout, options.cpu, options.memory, options.output_size))
    documents, unread = _read(engine, inputs, options, out, reporter)
    satkers, unmerged = _merge(engine, _groups(documents, out, settings or Settings()), reporter)
    failures += unread + unmerged
    _write_failures(failures, documents, out)
    write_findings(out, [satker.file for satker in satkers])
    if "xlsx" in options.formats:
        from extractor.writing.workbook import write_workbook  # noqa: PLC0415  # the run begins without it

        write_workbook(out, [satker.file for satker in satkers])
    done = _record(inputs, options, began, documents, satkers, failures)
    write_json(out / "run.json", done)
    return done


def _read(engine: Engine, inputs: Inputs, options: Options, out: Path, reporter: Reporter) -> tuple[list[DocumentRead], list[Failure]]:
    """Read all documents; both lists in the order of the paths."""
    jobs = [Job(found.path, found.name, found.sha256, out, options.pages) for found in inputs.documents]
    read: list[DocumentRead] = []
    failed: list[Failure] = []
    for _, result in engine.run(read_document, jobs):
        if isinstance(result, Failure):
            failed.append(result)
            reporter.fail(f"{result.path}: {result.message}")
        else:
            read.append(result)
            reporter.step(f"{result.path}: {result.satker}, {result.tahun or 'tanpa tahun'}, {result.tables} tabel")
    return sorted(read, key=_path), sorted(failed, key=_path)


def _merge(engine: Engine, groups: list[Group], reporter: Reporter) -> tuple[list[SatkerWritten], list[Failure]]:
    """Merge the documents per satker-year; both lists in the order of the output files."""
    written: list[SatkerWritten] = []
    failed: list[Failure] = []
    for _, result in engine.run(merge_group, groups):
        if isinstance(result, Failure):
            failed.append(result)
            reporter.say(f"GAGAL {result.path}: {result.message}")
        else:
            written.append(result)
            for message in result.versions:
                reporter.say(f"Catatan {result.file}: {message}")
    return sorted(written, key=lambda satker: satker.file), sorted(failed, key=_path)


def _groups(documents: Iterable[DocumentRead], out: Path, settings: Settings) -> list[Group]:
    def key(document: DocumentRead) -> tuple[str, int]:
        return document.slug, document.tahun or 0

    ordered = sorted(documents, key=lambda document: (*key(document), document.sha256))
    return [Group(slug, year or None, tuple(d.sha256 for d in members), out, settings) for (slug, year), members in groupby(ordered, key)]


def _unopened(path: Path, error: OSError, reporter: Reporter) -> Failure:
    message = UNOPENED.format(reason=error.strerror or error)
    reporter.say(f"GAGAL {printable(path)}: {message}")
    name = printable(path)
    return record(name, None, "tidak_dapat_dibuka", "reading", message)


def _mention(inputs: Inputs, reporter: Reporter) -> None:
    """Name the files that are left out; a long list is cut, since run.json holds all of it."""
    lines = [f"Dilewati {printable(path)}: {SKIPPED[reason]}" for path, reason in inputs.skipped]
    lines += [f"Ganda {printable(path)}: Isinya sama dengan {same.name}; dibaca sekali." for path, same in inputs.duplicates]
    for line in lines[:SHOWN]:
        reporter.say(line)
    if len(lines) > SHOWN:
        reporter.say(f"… dan {len(lines) - SHOWN} berkas lain; semuanya tercatat di run.json")


def _write_failures(failures: list[Failure], documents: list[DocumentRead], out: Path) -> None:
    """One entry per failure; a document stands either under gagal/ or under dokumen/, whatever an earlier run left."""
    for failed in failures:
        write_json(out / "gagal" / f"{failed.sha256 or sha256(failed.path.encode()).hexdigest()}.json", failed)
        if failed.sha256:
            (out / document_file(failed.sha256)).unlink(missing_ok=True)
    for document in documents:
        (out / "gagal" / f"{document.sha256}.json").unlink(missing_ok=True)


def _record(
    inputs: Inputs, options: Options, began: datetime, documents: list[DocumentRead], satkers: list[SatkerWritten], failures: list[Failure]
) -> Run:
    ended = datetime.now(UTC)
    skipped = [Skipped(path=printable(path), reason=reason, message=SKIPPED[reason]) for path, reason in inputs.skipped]
    twice = [Duplicate(path=printable(path), same_as=same.name, sha256=same.sha256) for path, same in inputs.duplicates]
    counts = Counts(
        files=len(inputs.documents) + len(inputs.unopened) + len(twice), documents=len(documents), satker=len(satkers),
        failures=len(failures), skipped=len(skipped), duplicates=len(twice),
    )  # fmt: skip
    return Run(
        versions=versions(), options=options, started=began.isoformat(timespec="seconds"), finished=ended.isoformat(timespec="seconds"),
        seconds=round((ended - began).total_seconds(), 3), counts=counts, documents=documents, satker=satkers, failures=failures,
        skipped=skipped, duplicates=twice,
    )  # fmt: skip


def _path(item: DocumentRead | Failure) -> str:
    return item.path
