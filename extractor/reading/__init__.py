"""From a file to a :class:`~extractor.reading.document.Document`: what is printed and where."""

import hashlib
import re
from pathlib import Path
from typing import Final

from extractor.reading.document import Document
from extractor.reading.errors import UnreadableInput

__all__ = ["SUFFIXES", "Document", "UnreadableInput", "read"]

SUFFIXES: Final = (".pdf", ".txt", ".md")
"""File names that :func:`read` takes; the content decides how they are read."""

_PDF_MARK: Final = re.compile(rb"%PDF-\d")
_PDF_MARK_WITHIN: Final = 1024
"""ISO 32000-1, annex H (implementation note 13): readers accept the mark anywhere in the first 1024 bytes."""


def read(path: Path, pages: int | None = None) -> Document:
    """Read one report, as a PDF where its content says so and as text otherwise.

    Raises :class:`UnreadableInput` where the file is missing, locked, empty, broken, of a kind not known or of more
    than ``pages`` pages.
    """
    if path.suffix.lower() not in SUFFIXES:
        raise UnreadableInput(
            "jenis_tak_dikenal", f"Jenis berkas {path.suffix or path.name!r} tidak dikenal; berikan berkas PDF, TXT atau MD."
        )
    sha256, head = _digest(path)
    # The backends are imported on use, so that a command that reads nothing starts at once.
    if _PDF_MARK.search(head):
        from extractor.reading.pdf import read_pdf  # noqa: PLC0415

        return read_pdf(path, sha256, most=pages)
    if path.suffix.lower() == ".pdf":
        raise UnreadableInput("bukan_pdf", "Isi berkas ini bukan PDF walaupun namanya berakhir .pdf; periksa kembali unduhannya.")
    from extractor.reading.text import read_text  # noqa: PLC0415

    return read_text(path, sha256, most=pages)


def _digest(path: Path) -> tuple[str, bytes]:
    try:
        with path.open("rb") as file:
            head = file.read(_PDF_MARK_WITHIN)
            file.seek(0)
            sha256 = hashlib.file_digest(file, "sha256").hexdigest()
    except OSError as error:
        reason = error.strerror or type(error).__name__
        raise UnreadableInput("tidak_dapat_dibuka", f"Berkas tidak dapat dibuka ({reason}); periksa letak dan izinnya.") from error
    if not head:
        raise UnreadableInput("kosong", "Berkas ini kosong (0 byte); unduh atau salin kembali berkasnya.")
    return sha256, head
