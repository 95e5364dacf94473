"""One document (or one merge) in a child process: whatever happens there, a record comes back.

The stages are loaded on use, so that only the children pay for them.
"""

import logging
import sys
import traceback as tracebacks
from dataclasses import dataclass, field
from pathlib import Path
from time import perf_counter

import extractor
from extractor.batch.beside import claims_reader
from extractor.batch.contents import count_findings, count_records, total_budget
from extractor.checks.settings import Settings
from extractor.model import LaporanDokumen, LaporanSatker
from extractor.model.proses import DocumentRead, Failure, SatkerWritten
from extractor.reading.errors import UnreadableInput
from extractor.renditions import MESSAGES
from extractor.versions import versions
from extractor.writing import write_json

INTERNAL = "galat_internal"
OUT_OF_MEMORY = "memori_habis"
TOO_LARGE = "Dokumen ini melampaui batas memori; ulangi dengan --memory yang lebih besar atau pecah berkasnya."
FAULT = "Program gagal pada dokumen ini ({fault}), bukan berkasnya; laporkan kepada pengembang bersama entri di folder gagal."


@dataclass(frozen=True, slots=True)
class Job:
    """A document to read."""

    path: Path
    name: str
    """The path as it is shown."""
    sha256: str
    out: Path


@dataclass(frozen=True, slots=True)
class Group:
    """The documents of one satker-year, already read, to be merged."""

    slug: str
    tahun: int | None
    documents: tuple[str, ...]
    """sha256 of each, sorted."""
    out: Path
    settings: Settings = field(default_factory=Settings)
    """Of the checks."""

    sha256: None = None

    @property
    def name(self) -> str:
        """The output, relative to OUT."""
        return f"satker/{self.slug}/{self.tahun or 'tanpa-tahun'}.json"


def document_file(sha256: str) -> str:
    """The output of a document, relative to OUT."""
    return f"dokumen/{sha256}.json"


def start(memory: int | None) -> None:
    """Prepare the child: limit its address space to ``memory`` MiB, keep the libraries' notes off the terminal."""
    logging.getLogger().addHandler(logging.NullHandler())
    if memory is not None and sys.platform != "win32":
        import resource  # noqa: PLC0415  # does not exist on Windows

        resource.setrlimit(resource.RLIMIT_AS, (memory << 20, memory << 20))


def read_document(job: Job) -> DocumentRead | Failure:
    """Extract one document and write ``OUT/dokumen/<sha256>.json``."""
    began = perf_counter()
    try:
        with claims_reader() as reader:
            report = extractor.extract(job.path, reader)
        write_json(job.out / document_file(job.sha256), report)
    except Exception as fault:  # noqa: BLE001  # the run goes on whatever one document does
        return failure(job.name, job.sha256, fault)
    return DocumentRead(
        path=job.name, sha256=job.sha256, file=document_file(job.sha256), satker=report.satker.nama, slug=extractor.slug(report.satker),
        tahun=report.tahun, tables=len(report.tabel), seconds=round(perf_counter() - began, 3),
    )  # fmt: skip


def merge_group(group: Group) -> SatkerWritten | Failure:
    """Merge the documents of a satker-year from their files and write ``OUT/satker/<slug>/<tahun>.json``."""
    try:
        paths = [group.out / document_file(sha256) for sha256 in group.documents]
        report = extractor.merge([LaporanDokumen.model_validate_json(path.read_bytes()) for path in paths], group.settings)
        write_json(group.out / group.name, report)
    except Exception as fault:  # noqa: BLE001  # the run goes on whatever one satker does
        return failure(group.name, None, fault)
    return summarise(group, report)


def summarise(group: Group, report: LaporanSatker) -> SatkerWritten:
    """What a satker-year holds, for the table at the end and for run.json."""
    pagu, realisasi = total_budget(report)
    return SatkerWritten(
        file=group.name, satker=report.satker.nama, slug=group.slug, tahun=group.tahun, documents=list(group.documents),
        tables=len(report.tabel), records=count_records(report), pagu=pagu, realisasi=realisasi,
        findings=count_findings(report), warnings=len(report.mutu.peringatan),
        versions=[warning.pesan for warning in report.mutu.peringatan if warning.kode in MESSAGES],
    )  # fmt: skip


def failure(path: str, sha256: str | None, fault: BaseException) -> Failure:
    """The record of what went wrong: the input's fault in its own words, the program's with its traceback."""
    if isinstance(fault, UnreadableInput):
        reason, stage, message, trace = fault.reason, "reading", fault.message, None
    elif isinstance(fault, MemoryError):
        reason, stage, message, trace = OUT_OF_MEMORY, _stage(fault), TOO_LARGE, None
    else:
        reason, stage, message = INTERNAL, _stage(fault), FAULT.format(fault=type(fault).__name__)
        trace = "".join(tracebacks.format_exception(fault))
    return Failure(sha256=sha256, path=path, reason=reason, stage=stage, message=message, traceback=trace, versions=versions())


def _stage(fault: BaseException) -> str:
    """The room of the house in which the fault arose: the innermost frame of this package."""
    modules = [frame.f_globals.get("__name__", "") for frame, _ in tracebacks.walk_tb(fault.__traceback__)]
    inside = [name.split(".")[1] for name in modules if name.startswith("extractor.") and name != __name__]
    return inside[-1] if inside else "batch"
