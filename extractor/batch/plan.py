"""What a run has to do, what earlier runs have done already, and what they left of inputs that are not given this time."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from math import inf
from os.path import normpath
from pathlib import Path

from pydantic import ValidationError

from extractor.batch.inputs import Candidate, Inputs
from extractor.batch.keys import document_key, limited_key
from extractor.batch.ledger import DocumentMade, FailureMade, Ledger
from extractor.batch.worker import Job, document_file
from extractor.model.proses import Failure, Options
from extractor.warehouse.redact import UNREDACTED, Redaction


@dataclass(slots=True)
class Plan:
    """The documents of a run; each is in one of the lists."""

    jobs: list[Job] = field(default_factory=list)
    """To be read."""
    read: list[DocumentMade] = field(default_factory=list)
    """Read by an earlier run."""
    failed: list[Failure] = field(default_factory=list)
    """Tried by an earlier run, without success."""
    other: list[DocumentMade] = field(default_factory=list)
    """Read by an earlier run from inputs that are not given this time."""
    other_failed: list[Failure] = field(default_factory=list)


def failure_file(failure: Failure, nameless: str) -> str:
    """The entry of a failure, relative to OUT; ``nameless`` stands for the hash of a content that nobody could read."""
    return f"gagal/{failure.sha256 or nameless}.json"


def make_plan(inputs: Inputs, roots: Iterable[str], ledger: Ledger, options: Options, out: Path, redaction: Redaction = UNREDACTED) -> Plan:
    """Part the documents that were found; ``roots`` are the inputs as they are shown."""
    plan = Plan()
    for found in inputs.documents:
        before = None if options.force else _before(found, ledger, options, out)
        if before is None:
            plan.jobs.append(job_of(found, out, options, redaction))
        elif isinstance(before, Failure):
            plan.failed.append(before)
        else:
            plan.read.append(before)
    closed = [redaction.path(path) for path, _ in inputs.unopened]
    _keep_others(plan, {found.sha256 for found in inputs.documents}, list(map(redaction.path, roots)), closed, ledger, out)
    return plan


def in_turn(jobs: Sequence[Job], at_a_time: int) -> Sequence[Job]:
    """The order in which documents are best read: the largest first where several are read at a time, or the others would wait for it.

    One whose size is not known, as it must be fetched first, comes as early as the largest.
    """
    return jobs if at_a_time == 1 else sorted(jobs, key=_size, reverse=True)


def _size(job: Job) -> float:
    try:
        return job.path.stat().st_size
    except OSError:
        return inf


def job_of(found: Candidate, out: Path, options: Options, redaction: Redaction) -> Job:
    """What is to be done with a file."""
    return Job(found.path, found.name, found.sha256, out, options.pages, found.url, redaction)


def _before(found: Candidate, ledger: Ledger, options: Options, out: Path) -> DocumentMade | Failure | None:
    """What an earlier run made of the document, where this run would make the same of it."""
    made, failed = (ledger.entries.get(file) for file in (document_file(found.sha256), f"gagal/{found.sha256}.json"))
    if made is None and failed is None:
        return None
    own = document_key(found.path.name, found.sha256)
    if isinstance(made, DocumentMade) and made.key == own and ledger.valid(made):
        return made.model_copy(update={"path": found.name})
    if options.retry or failed is None or failed.key not in (own, limited_key(own, options)):
        return None
    failure = _failure(failed.file, out)
    return failure and failure.model_copy(update={"path": found.name})


def _keep_others(plan: Plan, known: set[str], roots: list[str], closed: list[str], ledger: Ledger, out: Path) -> None:
    """What stands in OUT and does not come from the inputs of this run stays; what is gone from these inputs does not.

    ``roots`` are the inputs, ``closed`` what in them could not be opened, both as the ledger has paths.
    """
    for entry in ledger.entries.values():
        if not isinstance(entry, DocumentMade | FailureMade) or not ledger.valid(entry):
            continue
        hidden = any(under(entry.path, path) and entry.path != path for path in closed)
        gone = any(under(entry.path, root) for root in roots) and not hidden
        if gone or Path(entry.file).stem in known:
            continue
        if isinstance(entry, DocumentMade):
            plan.other.append(entry)
        elif (failure := _failure(entry.file, out)) is not None:
            plan.other_failed.append(failure)


def under(path: str, root: str) -> bool:
    """Whether a path, as it is shown, is this input or lies in it. Both must be given in the same way: nothing is looked up."""
    path, root = normpath(path), normpath(root)
    if root == ".":
        return not path.startswith(("/", ".."))
    return path == root or path.startswith((root.rstrip("/") + "/", root + "!"))


def _failure(file: str, out: Path) -> Failure | None:
    try:
        return Failure.model_validate_json((out / file).read_bytes())
    except (OSError, ValidationError):
        return None
