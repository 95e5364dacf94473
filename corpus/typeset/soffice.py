"""Word documents into PDF by LibreOffice, many in one call."""

import ctypes
import shutil
import subprocess
import tempfile
from collections.abc import Sequence
from pathlib import Path

import pypdfium2
import pypdfium2.raw as pdfium

from corpus.timeless import timeless
from corpus.tools import Missing

PACKAGE = "libreoffice-writer-nogui"
_SECONDS_PER_FILE = 60
_NAMED = 'pdf:writer_pdf_Export:{"ExportBookmarksToPDFDestination":{"type":"boolean","value":"true"}}'
"""The export that keeps the bookmarks' names, as LibreOffice's guide of its PDF export lists it."""
_NAME_BYTES = 64


def to_pdf(documents: Sequence[Path], folder: Path, *, named: bool = False) -> list[Path]:
    """Convert the documents into PDFs of the same names in ``folder``, without anything that differs from run to run.

    ``named`` keeps the names of the bookmarks, for ``bookmark_pages``. Raises Missing where LibreOffice is not installed,
    and RuntimeError with its message where it made no PDF.
    """
    program = shutil.which("soffice")
    if program is None:
        raise Missing("soffice", PACKAGE)
    made = [folder / f"{document.stem}.pdf" for document in documents]
    with tempfile.TemporaryDirectory() as profile:
        form = _NAMED if named else "pdf"
        command = [program, f"-env:UserInstallation=file://{profile}", "--headless", "--convert-to", form, "--outdir", str(folder)]
        seconds = 60 + _SECONDS_PER_FILE * len(documents)
        done = subprocess.run([*command, *map(str, documents)], check=False, capture_output=True, text=True, timeout=seconds)
    absent = [path.name for path in made if not path.is_file()]
    if absent:
        raise RuntimeError(f"soffice made no {', '.join(absent)}: {done.stderr.strip()[-500:]}")
    for path in made:
        path.write_bytes(timeless(path.read_bytes()))
    return made


def bookmark_pages(pdf: Path) -> dict[str, int]:
    """The page, from 1, of every bookmark of a PDF that was made with ``named``."""
    document = pypdfium2.PdfDocument(pdf)
    try:
        return dict(_named_place(document, at) for at in range(pdfium.FPDF_CountNamedDests(document)))
    finally:
        document.close()


def _named_place(document: pypdfium2.PdfDocument, at: int) -> tuple[str, int]:
    buffer, length = ctypes.create_string_buffer(_NAME_BYTES), ctypes.c_long(_NAME_BYTES)
    place = pdfium.FPDF_GetNamedDest(document, at, buffer, length)
    return buffer.raw[: length.value].decode("utf-16-le").rstrip("\0"), pdfium.FPDFDest_GetDestPageIndex(document, place) + 1
