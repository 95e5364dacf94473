"""What determines each output file, as a hash: a file whose key is unchanged is not made again."""

import hashlib
import json
from collections.abc import Iterable, Sequence
from typing import Any, Final

from extractor.batch.failures import BY_LIMIT, CHANGED, UNOPENED
from extractor.checks.settings import Settings
from extractor.model.proses import Failure, Options
from extractor.versions import build

_LIMITS: Final = frozenset({*BY_LIMIT, "terlalu_banyak_halaman"})
_PASSING: Final = frozenset({UNOPENED, CHANGED})
"""Reasons that lie outside of the document: another run may find them gone."""


def document_key(name: str, sha256: str) -> str:
    """Of a document's file: the program, the name and the content. No option alters it so far."""
    return _digest(build(), name, sha256)


def failure_key(failure: Failure, name: str, options: Options) -> str | None:
    """Of a failure: that of its document, and the limits too where one of them was met; other limits are another try.

    None where every run is another try.
    """
    if failure.sha256 is None or failure.reason in _PASSING:
        return None
    own = document_key(name, failure.sha256)
    return limited_key(own, options) if failure.reason in _LIMITS else own


def limited_key(document: str, options: Options) -> str:
    """Of a document that ran into a limit."""
    return _digest(document, options.timeout, options.cpu, options.memory, options.pages, options.output_size)


def satker_key(documents: Sequence[tuple[str, str]], settings: Settings) -> str:
    """Of a satker-year: the program, the documents (sha256 and key) and the settings of the checks."""
    chosen = sorted(settings.select) if settings.select is not None else None
    told = [chosen, sorted(settings.ignore), sorted(settings.severity.items()), sorted(settings.accepted.items())]
    return _digest(build(), sorted(documents), told)


def across_key(others: Sequence[tuple[str, str]], common: Iterable[str]) -> str:
    """Of what other satker-years say: their excerpts (file and key) and the wording common to many; "" where there are none."""
    return _digest(build(), list(others), sorted(common)) if others else ""


def table_key(file: str, satkers: Sequence[str]) -> str:
    """Of a file on the whole run: the program and the keys of all satker-years."""
    return _digest(build(), file, list(satkers))


def _digest(*parts: Any) -> str:
    return hashlib.sha256(json.dumps(parts, ensure_ascii=True, sort_keys=True).encode()).hexdigest()
