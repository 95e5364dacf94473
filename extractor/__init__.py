"""lkj-extractor: Indonesian government performance reports (LKj) as validated data.

The public API::

    from extractor import UnreadableInput, extract, merge, slug

    report = extract("laporan.pdf")      # LaporanDokumen
    satker = merge([report])             # LaporanSatker, all documents of one satker and year
    slug(satker.satker)                  # "kabupaten-contoh"
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from extractor.model import LaporanDokumen, LaporanSatker
    from extractor.pipeline import extract
    from extractor.reading.errors import UnreadableInput
    from extractor.report import merge, slug

__all__ = ["LaporanDokumen", "LaporanSatker", "UnreadableInput", "extract", "merge", "slug"]

_HOMES = {
    "LaporanDokumen": "extractor.model",
    "LaporanSatker": "extractor.model",
    "UnreadableInput": "extractor.reading.errors",
    "extract": "extractor.pipeline",
    "merge": "extractor.report",
    "slug": "extractor.report",
}


def __getattr__(name: str) -> Any:
    """Imported on first use, so that the command answers ``--help`` at once."""
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(_HOMES[name]), name)
