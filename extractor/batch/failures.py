"""What went wrong with a document, as a record: the input's fault in its own words, the program's with its traceback."""

import errno
import signal
import traceback as tracebacks
from typing import Final

from extractor.model.proses import Failure
from extractor.reading.errors import UnreadableInput
from extractor.versions import versions

INTERNAL: Final = "galat_internal"
OUT_OF_MEMORY: Final = "memori_habis"
OUT_OF_TIME: Final = "waktu_habis"
OUT_OF_PROCESSOR: Final = "prosesor_habis"
OUTPUT_TOO_LARGE: Final = "keluaran_terlalu_besar"
DIED: Final = "proses_mati"
UNOPENED: Final = "tidak_dapat_dibuka"
CHANGED: Final = "berubah"

FAULT: Final = "Program gagal pada dokumen ini ({fault}), bukan berkasnya; laporkan kepada pengembang bersama entri di folder gagal."
BY_LIMIT: Final = {
    OUT_OF_MEMORY: "Dokumen ini melampaui batas memori; ulangi dengan --memory yang lebih besar atau pecah berkasnya.",
    OUT_OF_TIME: "Belum selesai setelah {limit:g} detik; ulangi dengan --timeout yang lebih besar atau pecah berkasnya.",
    OUT_OF_PROCESSOR: "Melampaui batas waktu prosesor; ulangi dengan --cpu yang lebih besar atau pecah berkasnya.",
    OUTPUT_TOO_LARGE: "Hasilnya melampaui batas ukuran; ulangi dengan --output-size yang lebih besar atau pecah berkasnya.",
    DIED: "Proses pembaca berhenti mendadak (kode {code}), mungkin kehabisan memori; ulangi dengan --memory yang lebih besar, atau cetak"
    " ulang berkasnya ke PDF.",
}
"""Reason -> what the user is told of a document that ran into a limit."""


def failure(path: str, sha256: str | None, fault: BaseException) -> Failure:
    """The record of an exception."""
    if isinstance(fault, UnreadableInput):
        return record(path, sha256, fault.reason, "reading", fault.message)
    if isinstance(fault, MemoryError):
        return record(path, sha256, OUT_OF_MEMORY, _stage(fault), BY_LIMIT[OUT_OF_MEMORY])
    if isinstance(fault, OSError) and fault.errno == errno.EFBIG:
        return record(path, sha256, OUTPUT_TOO_LARGE, _stage(fault), BY_LIMIT[OUTPUT_TOO_LARGE])
    trace = "".join(tracebacks.format_exception(fault))
    return record(path, sha256, INTERNAL, _stage(fault), FAULT.format(fault=type(fault).__name__), trace)


def stopped(path: str, sha256: str | None, stage: str, seconds: float) -> Failure:
    """The record of a task that took longer than it may."""
    return record(path, sha256, OUT_OF_TIME, stage, BY_LIMIT[OUT_OF_TIME].format(limit=seconds))


def died(path: str, sha256: str | None, stage: str, code: int | None) -> Failure:
    """The record of a task whose process ended without a result; ``code`` is its exit code, negative for a signal."""
    out_of_processor = hasattr(signal, "SIGXCPU") and code == -signal.SIGXCPU
    reason = OUT_OF_PROCESSOR if out_of_processor else DIED
    return record(path, sha256, reason, stage, BY_LIMIT[reason].format(code=code))


def record(path: str, sha256: str | None, reason: str, stage: str, message: str, trace: str | None = None) -> Failure:
    """A failure of this program in this place."""
    return Failure(sha256=sha256, path=path, reason=reason, stage=stage, message=message, traceback=trace, versions=versions())


def _stage(fault: BaseException) -> str:
    """The room of the house in which the fault arose: the innermost frame of this package outside of the batch."""
    modules = [frame.f_globals.get("__name__", "") for frame, _ in tracebacks.walk_tb(fault.__traceback__)]
    inside = [name.split(".")[1] for name in modules if name.startswith("extractor.") and not name.startswith("extractor.batch.")]
    return inside[-1] if inside else "batch"
