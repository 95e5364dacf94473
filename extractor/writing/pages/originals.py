"""The reports themselves, where they are at hand: pictures of their pages, lines of their text."""

import hashlib
import logging
from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path
from types import TracebackType
from typing import Self

import pypdfium2
from PIL import Image

from extractor.model import Dokumen
from extractor.reading.errors import UnreadableInput
from extractor.reading.text_decode import decode
from extractor.reading.text_lines import split_pages

SHARP = 1.8
"""Pixels per point."""
WIDEST = 1600
"""Pixels of a page's picture from side to side at most."""
PAGES = 6
"""Pictures of pages that are kept in memory."""

_log = logging.getLogger(__name__)


class Originals:
    """The files of documents by their sha256; a file that is gone or has changed is treated as missing."""

    def __init__(self, files: Mapping[str, Path]) -> None:
        self._files = files
        self._pdfs: dict[str, pypdfium2.PdfDocument | None] = {}
        self._texts: dict[str, dict[int, str] | None] = {}
        self.picture = lru_cache(maxsize=PAGES)(self._picture)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, fault: BaseException | None, trace: TracebackType | None) -> None:
        self.picture.cache_clear()
        for pdf in self._pdfs.values():
            if pdf is not None:
                pdf.close()

    def page(self, sha256: str, number: int) -> pypdfium2.PdfPage | None:
        """A page of a PDF, from 1; None where there is none."""
        pdf = self._pdf(sha256)
        if pdf is None or not 1 <= number <= len(pdf):
            return None
        try:
            return pdf[number - 1]
        except pypdfium2.PdfiumError as error:
            _log.info("page %s of %s: %s", number, sha256, error)
            return None

    def _picture(self, sha256: str, number: int) -> tuple[Image.Image, float] | None:
        """A page as a picture, and its pixels per point; None where there is none."""
        page = self.page(sha256, number)
        if page is None or not page.get_width():
            return None
        scale = min(WIDEST / page.get_width(), SHARP)
        return page.render(scale=scale).to_pil().convert("RGB"), scale

    def lines(self, document: Dokumen) -> dict[int, str] | None:
        """The physical lines of a text by their numbers; None where the file is not at hand."""
        if document.sha256 not in self._texts:
            path = self._path(document.sha256) if document.metode_baca == "teks" else None
            self._texts[document.sha256] = _lines(path) if path is not None else None
        return self._texts[document.sha256]

    def _pdf(self, sha256: str) -> pypdfium2.PdfDocument | None:
        if sha256 not in self._pdfs:
            path = self._path(sha256)
            try:
                self._pdfs[sha256] = pypdfium2.PdfDocument(path) if path is not None else None
            except pypdfium2.PdfiumError as error:
                _log.info("%s: %s", path, error)
                self._pdfs[sha256] = None
        return self._pdfs[sha256]

    def _path(self, sha256: str) -> Path | None:
        path = self._files.get(sha256)
        try:
            with (path or Path()).open("rb") as file:
                return path if hashlib.file_digest(file, "sha256").hexdigest() == sha256 else None
        except OSError:
            return None


def _lines(path: Path) -> dict[int, str] | None:
    """As the reading stage numbers them."""
    try:
        text = decode(path.read_bytes()).text
    except (OSError, UnreadableInput) as error:
        _log.info("%s: %s", path, error)
        return None
    found: dict[int, str] = {}
    for line in (line for page in split_pages(text) for line in page):
        found[line.number] = f"{found[line.number]} {line.text}" if line.number in found else line.text
    return found
