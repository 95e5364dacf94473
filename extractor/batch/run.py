"""A run: read every document that is not read yet, merge per satker-year, record what happened."""

from collections.abc import Iterable, Iterator, Sequence
from contextlib import closing
from datetime import UTC, datetime
from hashlib import sha256
from itertools import groupby
from pathlib import Path
from typing import Final

from extractor.batch.across import compared
from extractor.batch.engine import SHARE, Engine, Limits, Unwritable
from extractor.batch.expected import FILE as BELUM
from extractor.batch.expected import as_csv, missing, read_expected
from extractor.batch.failures import UNOPENED, record
from extractor.batch.hidden import (
    INCOMPLETE,
    MODE,
    NOT_GIVEN,
    clear,
    hidden_failure,
    hidden_run,
    keep_mode,
    prepare,
    raw_file,
)
from extractor.batch.inputs import SKIPPED, Inputs, find_inputs, printable
from extractor.batch.keys import document_key, failure_key, satker_key
from extractor.batch.ledger import DocumentMade, ExcerptMade, FailureMade, Ledger, RemoteSeen, SatkerMade, TableMade
from extractor.batch.lock import only_run
from extractor.batch.opening import RunOpener
from extractor.batch.plan import Plan, failure_file, in_turn, job_of, make_plan, under
from extractor.batch.pool import LocalEngine
from extractor.batch.progress import Reporter
from extractor.batch.remote import fetch
from extractor.batch.server import is_url, within
from extractor.batch.spool import Spool
from extractor.batch.tables import Tables
from extractor.batch.worker import CHECKED, Group, Job, document_file, excerpt_file, merge_group, read_document
from extractor.checks.settings import Settings
from extractor.model.proses import Counts, DocumentRead, Duplicate, Failure, Options, Run, SatkerWritten, Skipped
from extractor.versions import build, versions
from extractor.warehouse.redact import UNREDACTED, Redaction
from extractor.writing import remove_temporaries, write_atomically, write_json

CANNOT_OPEN: Final = "Berkas tidak dapat dibuka ({reason}); periksa letak dan izinnya."
REMEMBERED: Final = " (sudah gagal pada jalan sebelumnya; --retry mencobanya lagi)"
NOTHING: Final = "tidak ada laporan (.pdf, .txt, .md, atau .zip berisi laporan) di {names}; sebutkan berkas atau folder yang berisi laporan"
SHOWN: Final = 20
"""Skipped files and duplicates that are named on the terminal; run.json names all."""


class NothingToRead(ValueError):
    """There is no report in any of the inputs."""


def run(
    options: Options, out: Path, reporter: Reporter, settings: Settings | None = None, engine: Engine | None = None,
    redaction: Redaction = UNREDACTED,
) -> Run:  # fmt: skip
    """Find the reports of ``options.inputs``, read, merge, check and write everything; gives the record in ``OUT/run.json``.

    ``settings`` are those of the checks; ``engine`` does the work, on this machine unless it says otherwise; ``redaction``
    says what becomes of names and NIPs in all that is written.

    Raises NothingToRead, ValueError for an address of an unknown kind, MixedRedaction, OSError where ``out`` cannot be written or another
    run writes there, ClusterError where the cluster does not do the work, and KeyboardInterrupt where the user stops the
    run; what was finished by then is whole, and the next run goes on from there.
    """
    here = LocalEngine(options.jobs, _limits(options))
    if options.expect is not None:
        read_expected(Path(options.expect))  # before the night, not after it
    with only_run(out), Spool(out) as spool:
        remove_temporaries(out)
        ledger = Ledger(out)
        try:
            keep_mode(ledger, out, redaction, options.out)
            inputs = find_inputs(map(given, options.inputs), out, RunOpener(spool, here, ledger, redaction, options.out))
            if inputs.empty:
                raise NothingToRead
            with closing(Tables(out, options, ledger, redaction)) as tables, closing(engine or _engine(options)) as doing:
                chosen = settings or Settings()
                return _Run(inputs, options, out, reporter, chosen, doing, ledger, tables, redaction).do()
        finally:
            ledger.close()


def _limits(options: Options) -> Limits:
    return Limits(options.timeout, options.cpu, options.memory, options.output_size)


def _engine(options: Options) -> Engine:
    if options.engine == "local":
        return LocalEngine(options.jobs, _limits(options))
    from extractor.batch.ray import RayEngine  # noqa: PLC0415  # an optional part

    return RayEngine(_limits(options))


class _Run:
    """What the steps of one run share."""

    def __init__(
        self, inputs: Inputs, options: Options, out: Path, reporter: Reporter, settings: Settings, engine: Engine, ledger: Ledger,
        tables: Tables, redaction: Redaction,
    ) -> None:  # fmt: skip
        self._began, self._redaction = datetime.now(UTC), redaction
        self._inputs, self._options, self._out, self._settings = inputs, options, out, settings
        self._reporter, self._engine, self._ledger, self._tables = reporter, engine, ledger, tables
        self._failures: dict[str, Failure] = {}
        """By their files, relative to OUT."""

    def do(self) -> Run:
        """All steps in order."""
        roots = [printable(root) for root in self._options.inputs]
        plan = make_plan(self._inputs, roots, self._ledger, self._options, self._out, self._redaction)
        if self._redaction.on:
            prepare(self._out)
        self._mention(plan)
        for made in plan.read:  # perhaps under another path
            self._ledger.entries[made.file] = made.model_copy(update={"path": self._redaction.path(made.path)})
        documents = [_again(made) for made in (*plan.read, *plan.other)] + self._read(plan.jobs)
        groups = self._groups(documents)
        satkers = compared(self._merge(groups), groups, self._ledger, self._engine, self._fail)
        for failure in self._tables.write(satkers):
            self._fail(failure, failure.path)
        tables = [*self._tables.files, *self._expected(satkers)]
        seen = self._seen()
        kept = [name for satker in satkers for name in (satker.file, excerpt_file(satker.file))]
        files = {*seen, *(document.file for document in documents), *kept, *tables, *self._failures, MODE}
        remove_temporaries(self._out)
        clear(self._out)
        done = self._record(sorted(documents, key=_path), satkers)
        write_json(self._out / "run.json", hidden_run(done, self._redaction))
        self._ledger.conclude(files)
        return done

    def _mention(self, plan: Plan) -> None:
        """Say what is not read and why; a long list is cut, since run.json holds all of it."""
        inputs, say = self._inputs, self._reporter.say
        lines = [f"Dilewati {path}: {SKIPPED[reason]}" for path, reason in inputs.skipped]
        lines += [f"Ganda {path}: Isinya sama dengan {same.name}; dibaca sekali." for path, same in inputs.duplicates]
        for line in lines[:SHOWN]:
            say(line)
        if len(lines) > SHOWN:
            say(f"… dan {len(lines) - SHOWN} berkas lain; semuanya tercatat di run.json")
        if plan.read or plan.other:
            elsewhere = f" ({len(plan.other)} dari masukan lain)" if plan.other else ""
            known = len(plan.read) + len(plan.other)
            say(f"{known} dokumen sudah dibaca pada jalan sebelumnya{elsewhere}; dibaca sekarang: {len(plan.jobs)}")
        self._reporter.expect(len(plan.jobs))
        for failure in plan.failed:
            self._remember(failure, self._redaction.path(failure.path))
        for failure in plan.other_failed:
            self._remember(failure, None)
        for path, error in inputs.unopened:
            self._fail(_unopened(path, None, error), path)
        for failure in inputs.failures:
            self._fail(failure, failure.path)

    def _remember(self, failure: Failure, path: str | None) -> None:
        """A failure of an earlier run stands, perhaps under another path, as the ledger has paths."""
        file = self._enter(failure)
        made = self._ledger.entries[file]
        known = made.path if isinstance(made, FailureMade) else failure.path
        self._ledger.add(FailureMade(file=file, key=made.key, size=self._size(file), path=known if path is None else path))
        self._reporter.fail(failure, REMEMBERED)

    def _fail(self, failure: Failure, name: str) -> None:
        """A failure of this run, of a file of this name."""
        file = self._enter(failure)
        key = failure_key(failure, name, self._options)
        if key is not None:
            self._ledger.add(FailureMade(file=file, key=key, size=self._size(file), path=self._redaction.path(failure.path)))
        self._reporter.fail(failure)

    def _enter(self, failure: Failure) -> str:
        """Write the entry of a failure; its file, relative to OUT."""
        file = failure_file(failure, sha256(self._redaction.path(failure.path).encode()).hexdigest())
        write_json(self._out / file, hidden_failure(failure, self._redaction))
        self._failures[file] = failure
        return file

    def _read(self, jobs: Sequence[Job]) -> list[DocumentRead]:
        """Read documents, in any order."""
        read = []
        for job, result in self._engine.run(read_document, self._fetched(in_turn(jobs, self._options.jobs))):
            if job.url is not None:
                job.path.unlink(missing_ok=True)
            if isinstance(result, Failure):
                self._fail(result, job.path.name)
                continue
            key = document_key(job.path.name, job.sha256)
            about = result.model_dump(include={"file", "sha256", "satker", "slug", "tahun", "tables"})
            self._ledger.add(DocumentMade(key=key, size=self._size(result.file), path=self._redaction.path(result.path), **about))
            self._reporter.step(result)
            read.append(result)
        return read

    def _fetched(self, jobs: Sequence[Job]) -> Iterator[Job]:
        """The same documents, those of a bucket on the local disk."""
        for job in jobs:
            if job.url is not None and not job.path.exists():
                try:
                    fetch(job.url, job.path.parent)
                except Unwritable:
                    raise
                except OSError as error:
                    self._fail(_unopened(job.name, job.sha256, error), job.path.name)
                    continue
            yield job
        if jobs:
            self._get_ready()

    def _get_ready(self) -> None:
        """For what follows the documents: the last of them is handed out, and while it is read a processor may be free."""
        self._engine.prepare(merge_group, SHARE, CHECKED)
        self._tables.prepare()
        build()  # is asked for again and again from now on

    def _seen(self) -> list[str]:
        """The addresses whose contents stay known: those found now, and those of inputs that are not given this time."""
        path = self._redaction.path
        roots, found = list(map(path, self._options.inputs)), {path(document.url or "") for document in self._inputs.documents}
        twice = {path(name) for name, _ in self._inputs.duplicates}
        return [
            entry.file
            for entry in self._ledger.entries.values()
            if isinstance(entry, RemoteSeen)
            and (entry.file in found or printable(entry.file) in twice or not any(under(entry.file, root) for root in roots))
        ]

    def _groups(self, documents: Iterable[DocumentRead]) -> list[Group]:
        def key(document: DocumentRead) -> tuple[str, int]:
            return document.slug, document.tahun or 0

        ordered = sorted(documents, key=lambda document: (*key(document), document.sha256))
        return [
            Group(slug, year or None, tuple(d.sha256 for d in members), self._out, self._settings, self._redaction)
            for (slug, year), members in groupby(ordered, key)
        ]

    def _merge(self, groups: list[Group]) -> list[SatkerWritten]:
        """Merge the satker-years whose documents or checks have changed; all, in the order of the output files."""
        written = []
        changed = []
        for group in groups:
            made = self._ledger.entries.get(group.name)
            if isinstance(made, SatkerMade) and self._stands(group, made) and not self._options.force:
                written.append(made.written)
            else:
                changed.append(group)
        if changed:  # perhaps for other reasons than new documents
            self._tables.prepare()
        for group, result in self._engine.run(merge_group, self._at_hand(changed), SHARE):
            if isinstance(result, Failure):
                self._fail(result, group.name)
                continue
            key = self._group_key(group)
            for made in self._documents(group):
                self._ledger.add(made.model_copy(update={"size": self._size(made.file), "merged": key}))
            self._ledger.add(ExcerptMade(file=group.excerpt, key=key, size=self._size(group.excerpt)))
            self._ledger.add(SatkerMade(file=result.file, key=key, size=self._size(result.file), written=result))
            written.append(result)
        written.sort(key=lambda satker: satker.file)
        for satker in written:
            self._reporter.merged(satker)
        return written

    def _at_hand(self, groups: Sequence[Group]) -> list[Group]:
        """Those whose documents can be merged: of a redacted OUT the reports themselves are needed, and read again where they are gone."""
        if not self._redaction.on:
            return list(groups)
        gone = {sha for group in groups for sha in group.documents if not (self._out / raw_file(sha)).exists()}
        found = [each for each in self._inputs.documents if each.sha256 in gone]
        self._read([job_of(each, self._out, self._options, self._redaction) for each in found])
        whole = [group for group in groups if all((group.out / file).exists() for file in group.files)]
        for group in groups:
            if group not in whole:
                self._fail(record(group.name, None, INCOMPLETE, "merging", NOT_GIVEN), group.name)
        return whole

    def _stands(self, group: Group, made: SatkerMade) -> bool:
        """Whether a satker-year is there as it would be made now, and its findings in its documents."""
        key = self._group_key(group)
        whole = made.key == key and self._ledger.valid(made) and self._ledger.valid(self._ledger.entries.get(group.excerpt))
        return whole and all(document.merged == key for document in self._documents(group))

    def _documents(self, group: Group) -> list[DocumentMade]:
        entries = (self._ledger.entries[document_file(sha)] for sha in group.documents)
        return [entry for entry in entries if isinstance(entry, DocumentMade)]

    def _group_key(self, group: Group) -> str:
        return satker_key([(made.sha256, made.key) for made in self._documents(group)], self._settings)

    def _expected(self, satkers: Sequence[SatkerWritten]) -> list[str]:
        """Write who has not sent a report, where there is a list; the name of the file."""
        if self._options.expect is None:
            return []
        expected = read_expected(Path(self._options.expect))
        content, gone = as_csv(expected, satkers), missing(expected, satkers)
        write_atomically(self._out / BELUM, content)
        self._ledger.add(TableMade(file=BELUM, key=sha256(content).hexdigest(), size=len(content)))
        self._reporter.say(f"Belum mengirim: {len(gone)} dari {len(expected)}; daftarnya di {within(self._options.out, BELUM)}")
        return [BELUM]

    def _record(self, documents: list[DocumentRead], satkers: list[SatkerWritten]) -> Run:
        inputs, ended = self._inputs, datetime.now(UTC)
        skipped = [Skipped(path=path, reason=reason, message=SKIPPED[reason]) for path, reason in inputs.skipped]
        twice = [Duplicate(path=path, same_as=same.name, sha256=same.sha256) for path, same in inputs.duplicates]
        counts = Counts(
            files=len(inputs.documents) + len(inputs.unopened) + len(twice), documents=len(documents),
            reused=sum(document.seconds is None for document in documents), satker=len(satkers), failures=len(self._failures),
            skipped=len(skipped), duplicates=len(twice),
        )  # fmt: skip
        return Run(
            versions=versions(), options=self._options, started=self._began.isoformat(timespec="seconds"),
            finished=ended.isoformat(timespec="seconds"), seconds=round((ended - self._began).total_seconds(), 3), counts=counts,
            documents=documents, satker=satkers, failures=sorted(self._failures.values(), key=_path), skipped=skipped, duplicates=twice,
        )  # fmt: skip

    def _size(self, file: str) -> int:
        return (self._out / file).stat().st_size


def given(text: str) -> Path | str:
    """An input as :func:`find_inputs` takes it."""
    return text if is_url(text) else Path(text)


def _unopened(path: str, sha: str | None, error: OSError) -> Failure:
    return record(path, sha, UNOPENED, "reading", CANNOT_OPEN.format(reason=error.strerror or error))


def _again(made: DocumentMade) -> DocumentRead:
    """A document that an earlier run read."""
    about = made.model_dump(include={"file", "sha256", "path", "satker", "slug", "tahun", "tables"})
    return DocumentRead(**about, seconds=None)


def _path(item: DocumentRead | Failure) -> str:
    return item.path
