"""One document (or one merge) in a child process: whatever happens there, a record comes back.

The stages are loaded on use, so that only the children pay for them.
"""

import errno
from dataclasses import dataclass, field, replace
from pathlib import Path
from time import perf_counter
from typing import TYPE_CHECKING, Final

from pydantic import BaseModel

import extractor
from extractor.batch.beside import claims_reader
from extractor.batch.contents import count_findings, count_records, total_budget
from extractor.batch.engine import WRITING, Tell, Unwritable
from extractor.batch.failures import CHANGED, failure
from extractor.batch.forked import meanwhile
from extractor.batch.hidden import raw_file
from extractor.checks.settings import Settings
from extractor.model.proses import DocumentRead, Failure, SatkerWritten
from extractor.reading.errors import UnreadableInput
from extractor.warehouse.redact import UNREDACTED, Redaction
from extractor.writing import write_json

CHECKED: Final = "extractor.batch.preload_checks"
"""What a merge loads beyond what a document needs."""

if TYPE_CHECKING:
    from extractor.model import LaporanDokumen, LaporanSatker


@dataclass(frozen=True, slots=True)
class Job:
    """A document to read."""

    path: Path
    name: str
    """The path as it is shown."""
    sha256: str
    out: Path
    pages: int | None = None
    """How many it may have."""
    url: str | None = None
    """Where it is fetched from, where it is not on the local disk yet."""
    redaction: Redaction = UNREDACTED

    def parcel(self) -> dict[str, Path]:
        """See :class:`extractor.batch.ray.Portable`."""
        return {f"masukan/{self.path.name}": self.path}

    def unpacked(self, folder: Path) -> "Job":
        """See :class:`extractor.batch.ray.Portable`."""
        return replace(self, path=folder / "masukan" / self.path.name, out=folder)


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
    redaction: Redaction = UNREDACTED

    sha256: None = None

    @property
    def name(self) -> str:
        """The output, relative to OUT."""
        return f"satker/{self.slug}/{self.tahun or 'tanpa-tahun'}.json"

    @property
    def files(self) -> list[str]:
        """What is read, relative to OUT."""
        return [raw_file(sha256) if self.redaction.on else document_file(sha256) for sha256 in self.documents]

    @property
    def excerpt(self) -> str:
        """What other satker-years are compared with, relative to OUT."""
        return excerpt_file(self.name)

    def parcel(self) -> dict[str, Path]:
        """See :class:`extractor.batch.ray.Portable`."""
        return {file: self.out / file for file in self.files}

    def unpacked(self, folder: Path) -> "Group":
        """See :class:`extractor.batch.ray.Portable`."""
        return replace(self, out=folder)


def document_file(sha256: str) -> str:
    """The output of a document, relative to OUT."""
    return f"dokumen/{sha256}.json"


def excerpt_file(satker: str) -> str:
    """The excerpt of a satker-year's file, both relative to OUT."""
    return f"banding/{satker.removeprefix('satker/')}"


def read_document(job: Job, tell: Tell) -> DocumentRead | Failure:
    """Extract one document and write ``OUT/dokumen/<sha256>.json``. Raises Unwritable."""
    began = perf_counter()
    try:
        with claims_reader() as reader, meanwhile() as beside:
            report = extractor.extract(job.path, reader, meanwhile=beside, tell=tell, pages=job.pages)
        if report.dokumen[0].sha256 != job.sha256:
            raise UnreadableInput(CHANGED, "Isi berkas ini berubah selama dibaca; ulangi.")
        tell(WRITING)
        if job.redaction.on:
            write_result(job.out / raw_file(job.sha256), report)
            from extractor.redacting.report import redacted  # noqa: PLC0415

            report = redacted(report, job.redaction)
        write_result(job.out / document_file(job.sha256), report)
    except Unwritable:
        raise
    except Exception as fault:  # noqa: BLE001  # the run goes on whatever one document does
        return failure(job.name, job.sha256, fault)
    return DocumentRead(
        path=job.name, sha256=job.sha256, file=document_file(job.sha256), satker=report.satker.nama, slug=extractor.slug(report.satker),
        tahun=report.tahun, tables=len(report.tabel), seconds=round(perf_counter() - began, 3),
    )  # fmt: skip


def merge_group(group: Group, tell: Tell) -> SatkerWritten | Failure:
    """Merge the documents of a satker-year; write ``OUT/satker/<slug>/<tahun>.json``, its excerpt, and what was found into each document.

    Raises Unwritable.
    """
    from extractor.across.excerpt import excerpt  # noqa: PLC0415
    from extractor.apportion import apportioned  # noqa: PLC0415
    from extractor.report import merged  # noqa: PLC0415

    try:
        tell("merging")
        documents = _documents(group)
        case = merged(documents, group.settings)
        report = case.report
        offered, shares = excerpt(case), apportioned(report, documents)
        tell(WRITING)
        if group.redaction.on:
            from extractor.redacting.report import redacted, redacted_excerpt  # noqa: PLC0415

            shares = [redacted(share, group.redaction, report) for share in shares]  # without names that another document tells
            offered, report = redacted_excerpt(offered, group.redaction, report), redacted(report, group.redaction)
        for share in shares:
            if share not in documents:
                write_result(group.out / document_file(share.dokumen[0].sha256), share)
        write_result(group.out / group.excerpt, offered)
        write_result(group.out / group.name, report)
    except Unwritable:
        raise
    except Exception as fault:  # noqa: BLE001  # the run goes on whatever one satker does
        return failure(group.name, None, fault)
    return summarise(group, report)


def _documents(group: Group) -> "list[LaporanDokumen]":
    from extractor.model import LaporanDokumen  # noqa: PLC0415

    return [LaporanDokumen.model_validate_json((group.out / file).read_bytes()) for file in group.files]


def summarise(group: Group, report: "LaporanSatker") -> SatkerWritten:
    """What a satker-year holds, for the table at the end and for run.json."""
    from extractor.renditions import MESSAGES  # noqa: PLC0415

    pagu, realisasi = total_budget(report)
    return SatkerWritten(
        file=group.name, satker=report.satker.nama, slug=group.slug, tahun=group.tahun, documents=list(group.documents),
        tables=len(report.tabel), records=count_records(report), pagu=pagu, realisasi=realisasi,
        findings=count_findings(report), warnings=len(report.mutu.peringatan),
        versions=[warning.pesan for warning in report.mutu.peringatan if warning.kode in MESSAGES],
    )  # fmt: skip


def write_result(path: Path, report: BaseModel) -> None:
    """Write a result. Raises Unwritable where the folder is at fault, OSError (EFBIG) where the result is."""
    try:
        write_json(path, report)
    except OSError as error:
        if error.errno == errno.EFBIG:
            raise
        raise Unwritable(error.errno, error.strerror, str(path)) from error
