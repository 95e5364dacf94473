"""A redacted run: the reports themselves stand aside while they are merged, and what is recorded of the files names none of them."""

import re
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Final

from extractor.batch.ledger import Ledger, RedactionKept
from extractor.model.proses import DocumentRead, Failure, Run
from extractor.versions import build
from extractor.warehouse.redact import Redaction

PREFIX: Final = ".mentah-"
MODE: Final = "penyamaran"
"""Name of the ledger's entry that says how OUT is redacted."""
INCOMPLETE: Final = "masukan_tak_lengkap"
NOT_GIVEN: Final = "Dokumen satker-tahun ini harus dibaca lagi, tetapi tidak semuanya ada di antara masukan; sebutkan semua masukannya."
_MIXED: Final = "{out}: hasil di sini {kept}, sedangkan perintah ini {wanted}; pakai pilihan yang sama, atau folder lain dengan --out"
_MODES: Final = {"tanpa": "memuat nama dan NIP", "dihapus": "tanpa nama dan NIP (--redact)", "hmac": "dengan nama samaran dan kuncinya"}
_RESULTS: Final = ("dokumen", "satker", "gagal", "banding", "run.json", "temuan.csv", "temuan.xlsx", "lkj.duckdb", "parquet")
_FRAME: Final = re.compile(r'  File ".*", line \d+, in \S+')
_OWN_PATH: Final = re.compile(r"satker/[^/]+/(\d{4}|tanpa-tahun)\.json")


class MixedRedaction(ValueError):
    """OUT was redacted in another way; the message says so in Indonesian."""


def keep_mode(ledger: Ledger, out: Path, redaction: Redaction, shown: str) -> None:
    """Note how OUT is redacted. Raises MixedRedaction where it is in another way already."""
    entry = ledger.entries.get(MODE)
    before = entry.key if entry else "tanpa"
    filled = bool(ledger.entries) or (redaction.on and any((out / name).exists() for name in _RESULTS))
    if before != redaction.mode and filled:
        kept, wanted = (_MODES[mode.partition(":")[0]] for mode in (before, redaction.mode))
        raise MixedRedaction(_MIXED.format(out=shown, kept=kept, wanted=wanted))
    if redaction.on and entry is None:
        ledger.add(RedactionKept(file=MODE, key=redaction.mode, size=0))


def folder(out: Path) -> Path:
    """Where the reports of a redacted run stand until it ends, as this program reads them."""
    return out / f"{PREFIX}{build()[:12]}"


def prepare(out: Path) -> None:
    """Make that folder for this user alone; remove those of other programs."""
    clear(out, but=folder(out))
    folder(out).mkdir(mode=0o700, exist_ok=True)
    folder(out).chmod(0o700)


def clear(out: Path, but: Path | None = None) -> None:
    """Remove what stood aside."""
    for path in out.glob(f"{PREFIX}*"):
        if path != but:
            shutil.rmtree(path, ignore_errors=True)


def raw_file(sha256: str) -> str:
    """Of a document, relative to OUT."""
    return f"{PREFIX}{build()[:12]}/{sha256}.json"


def hidden_failure(failure: Failure, redaction: Redaction) -> Failure:
    """The same without the file's name, and without the words of what went wrong in the program: they may quote the report."""
    if not redaction.on:
        return failure
    trace = failure.traceback and "\n".join(line for line in failure.traceback.splitlines() if _FRAME.match(line))
    return failure.model_copy(update={"path": _path(failure.path, failure.sha256, redaction), "traceback": trace})


def hidden_run(run: Run, redaction: Redaction) -> Run:
    """The record of a run without the names of files; folders that were given stay."""
    if not redaction.on:
        return run
    path: Callable[[str], str] = redaction.path
    hashes = {document.path: document.sha256 for document in run.documents}

    def document(one: DocumentRead) -> DocumentRead:
        return one.model_copy(update={"path": _path(one.path, one.sha256, redaction)})

    inputs = [given if not Path(given).suffix else redaction.path(given) for given in run.options.inputs]
    return run.model_copy(update={
        "options": run.options.model_copy(update={"inputs": inputs}),
        "documents": [document(one) for one in run.documents],
        "failures": [hidden_failure(one, redaction) for one in run.failures],
        "skipped": [one.model_copy(update={"path": path(one.path)}) for one in run.skipped],
        "duplicates": [
            one.model_copy(update={"path": path(one.path), "same_as": _path(one.same_as, hashes.get(one.same_as) or one.sha256, redaction)})
            for one in run.duplicates
        ],
    })  # fmt: skip


def _path(path: str, sha256: str | None, redaction: Redaction) -> str:
    if sha256 is not None:
        return sha256 + Path(path).suffix.lower()
    return path if _OWN_PATH.fullmatch(path) else redaction.path(path)
