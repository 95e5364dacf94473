"""The versions that a result depends on, for the record of a run and for the ledger."""

import hashlib
import json
import platform
import re
from functools import cache
from importlib.metadata import PackageNotFoundError, distribution
from pathlib import Path

DISTRIBUTION = "lkj-extractor"
LIBRARIES = ("pdfplumber", "pdfminer.six", "pypdfium2", "pydantic", "rapidfuzz", "scipy", "beautifulsoup4", "spacy")
_COMPILED = "__pycache__"
_VERSION = re.compile(r"^Version: *(\S+)", re.MULTILINE)
"""The field of a distribution's metadata (PyPA core metadata); to parse the rest of it takes five times as long."""


def own_version() -> str:
    """The version of this program; "0+unknown" where it runs from a folder that was never installed."""
    try:
        return _version(DISTRIBUTION)
    except PackageNotFoundError:
        return "0+unknown"


def versions() -> dict[str, str]:
    """Name and version of the program, of Python and of the libraries that read documents."""
    return {DISTRIBUTION: own_version(), "python": platform.python_version(), **{name: _version(name) for name in LIBRARIES}}


def _version(name: str) -> str:
    """The version of an installed distribution. Raises PackageNotFoundError."""
    found = distribution(name)
    stated = _VERSION.search(found.read_text("METADATA") or "")
    return stated[1] if stated else found.version


@cache
def build() -> str:
    """A hash of the program itself, its data, and all that :func:`versions` names: two of a kind give the same results.

    Its own version would not do: it stays the same while the program is worked on.
    """
    root = Path(__file__).parent
    own = sorted(path for path in root.rglob("*") if path.is_file() and _COMPILED not in path.parts)
    digest = hashlib.sha256(json.dumps(versions(), sort_keys=True).encode())
    for path in own:
        digest.update(f"\n{path.relative_to(root).as_posix()}\n".encode())
        digest.update(hashlib.sha256(path.read_bytes()).digest())
    return digest.hexdigest()
