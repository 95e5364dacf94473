"""The versions that a result depends on, for the record of a run."""

import platform
from importlib.metadata import PackageNotFoundError, version

DISTRIBUTION = "lkj-extractor"
LIBRARIES = ("pdfplumber", "pdfminer.six", "pypdfium2", "pydantic", "rapidfuzz", "scipy", "beautifulsoup4")


def own_version() -> str:
    """The version of this program; "0+unknown" where it runs from a folder that was never installed."""
    try:
        return version(DISTRIBUTION)
    except PackageNotFoundError:
        return "0+unknown"


def versions() -> dict[str, str]:
    """Name and version of the program, of Python and of the libraries that read documents."""
    return {DISTRIBUTION: own_version(), "python": platform.python_version(), **{name: version(name) for name in LIBRARIES}}
