"""A PDF with a text layer, read into a Document."""

import hashlib
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from contextlib import closing, nullcontext
from pathlib import Path
from typing import Final, Literal, TypeAlias

import pypdfium2
import pypdfium2.raw as pdfium

from extractor.collector import collector_at_rest
from extractor.reading.document import Box, Document, Page
from extractor.reading.errors import UnreadableInput, check_length
from extractor.reading.furniture import Trace, find_furniture, in_zone
from extractor.reading.pdf_again import pages_to_read_again
from extractor.reading.pdf_assemble import assemble_page
from extractor.reading.pdf_draft import Furnishing, PageDraft, draft_page
from extractor.reading.pdf_overleaf import with_columns_overleaf
from extractor.reading.pdf_page import Limits, PageSource
from extractor.reading.pdf_pdfium import NO_ERROR, PdfiumSource

Backend: TypeAlias = Literal["pypdfium2", "pdfminer"]

_HEADER_BYTES: Final = 1024
"""A PDF's header may stand anywhere in the first 1024 bytes (PDF Reference 1.7, appendix H, note 13)."""
_TOO_LONG: Final = "hanya {read} dari {stated} halaman yang dibaca"
_BROKEN: Final = "halaman rusak dan tidak dapat dibaca"
_ENCRYPTED: Final = "Berkas dilindungi kata sandi; simpan ulang tanpa sandi lalu coba lagi."
_NOT_PDF: Final = "Berkas ini bukan PDF walaupun namanya demikian; periksa berkas aslinya."
_EMPTY_FILE: Final = "Berkas kosong (0 bita); unduh atau salin ulang berkas aslinya."
_DAMAGED: Final = "Berkas PDF rusak atau terpotong; unduh atau salin ulang berkas aslinya."
_NO_PAGES: Final = "PDF ini tidak mempunyai halaman; periksa berkas aslinya."
_CANNOT_OPEN: Final = "Berkas tidak dapat dibuka; periksa apakah berkas ada dan boleh dibaca."


def read_pdf(path: Path, sha256: str, *, backend: Backend = "pypdfium2", limits: Limits | None = None, most: int | None = None) -> Document:
    """Read a PDF into pages of lines and grids; one page is held open at a time.

    ``sha256`` names the content; ``backend`` "pdfminer" is the slow reference; more than ``most`` pages are refused.
    A page that cannot be read is empty and says so in its notes; ``has_text`` is False where there is no text layer worth reading.

    Raises UnreadableInput (``kosong``, ``bukan_pdf``, ``terenkripsi``, ``rusak``, ``tanpa_halaman``, ``terlalu_banyak_halaman``,
    ``tidak_dapat_dibuka``).
    """
    _check_header(path)
    # a page leaves a dozen things in cycles, and the search for them takes a seventeenth of the time; pdfminer's leave thousands
    with collector_at_rest() if backend == "pypdfium2" else nullcontext():
        pages, notes = _read(path, backend, limits or Limits(), most)
    return Document(path.name, sha256, "pdf", pages, notes=notes)


def _read(path: Path, backend: Backend, limits: Limits, most: int | None) -> tuple[list[Page], list[str]]:
    """The pages of a PDF, and what is to be said of its length."""
    with closing(_open(path, backend, limits)) as source:
        if len(source) == 0:
            raise UnreadableInput("tanpa_halaman", _NO_PAGES)
        check_length(len(source), most)
        notes = [_TOO_LONG.format(read=limits.pages, stated=len(source))] if len(source) > limits.pages else []
        drafts = [_draft(source, index) for index in range(min(len(source), limits.pages))]
        furniture = _furniture(drafts)
        again = pages_to_read_again(drafts, furniture)
        for index, known in again.items():
            drafts[index] = _draft(source, index, known)
        if again:
            furniture = _furniture(drafts)
    areas = _text_areas(drafts)
    pages = [assemble_page(draft, frozenset(furniture.get(index, ())), areas[round(draft.width)]) for index, draft in enumerate(drafts)]
    with_columns_overleaf(pages)
    return pages, notes


def file_sha256(path: Path) -> str:
    """The SHA-256 of a file's content in hexadecimal."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _check_header(path: Path) -> None:
    try:
        with path.open("rb") as file:
            head = file.read(_HEADER_BYTES)
    except OSError as error:
        raise UnreadableInput("tidak_dapat_dibuka", _CANNOT_OPEN) from error
    if not head:
        raise UnreadableInput("kosong", _EMPTY_FILE)
    if b"%PDF-" not in head:
        raise UnreadableInput("bukan_pdf", _NOT_PDF)


def _open(path: Path, backend: Backend, limits: Limits) -> PageSource:
    try:
        # PDFium opens first in both cases: it repairs more damage, and its error says what is wrong
        source = PdfiumSource(path, limits)
    except pypdfium2.PdfiumError as error:
        raise _refusal(error) from error
    if backend == "pypdfium2":
        return source
    source.close()
    return _PDFMINER[backend](path, limits)


def _refusal(error: pypdfium2.PdfiumError) -> UnreadableInput:
    """Why PDFium did not open the file."""
    if error.err_code in (pdfium.FPDF_ERR_PASSWORD, pdfium.FPDF_ERR_SECURITY):
        return UnreadableInput("terenkripsi", _ENCRYPTED)
    if error.err_code == NO_ERROR:
        return UnreadableInput("tanpa_halaman", _NO_PAGES)
    return UnreadableInput("rusak", _DAMAGED)


def _pdfminer(path: Path, limits: Limits) -> PageSource:
    from extractor.reading.pdf_pdfminer import PdfminerSource  # noqa: PLC0415 - its import costs more than reading a page

    return PdfminerSource(path, limits)


_PDFMINER: Final[Mapping[str, Callable[[Path, Limits], PageSource]]] = {"pdfminer": _pdfminer}


def _draft(source: PageSource, index: int, known: Sequence[Furnishing] = ()) -> PageDraft:
    try:
        return draft_page(source.content(index), index + 1, known)
    except (OSError, ValueError, RuntimeError, LookupError, TypeError, ArithmeticError) as error:
        return PageDraft(index + 1, 0.0, 0.0, has_text=False, notes=[f"{_BROKEN} ({type(error).__name__})"])


def _text_areas(drafts: Sequence[PageDraft]) -> dict[int, tuple[float, float]]:
    """Left and right end of the text in points, per rounded page width: where one line in twenty lies beyond."""
    boxes: dict[int, list[Box]] = {round(draft.width): [] for draft in drafts}
    for draft in drafts:
        boxes[round(draft.width)].extend(line.place.box for line in draft.lines if line.place.box)
    found = {}
    for width, members in boxes.items():
        beyond = len(members) // 20
        lefts, rights = sorted(box[0] for box in members), sorted((box[2] for box in members), reverse=True)
        found[width] = (lefts[beyond], rights[beyond]) if members else (0.0, float(width))
    return found


def _furniture(drafts: Sequence[PageDraft]) -> dict[int, set[int]]:
    """Per page index, the numbers of the lines and grids that are furniture."""
    sizes: Counter[float] = Counter()
    traces = []
    for index, draft in enumerate(drafts):
        sizes.update(line.size for line in draft.lines if line.size)
        traces.extend(_traces(draft, index))
    body_size = sizes.most_common(1)[0][0] if sizes else None
    found: dict[int, set[int]] = {}
    for page, item in find_furniture(traces, body_size):
        found.setdefault(page, set()).add(item)
    return found


def _traces(draft: PageDraft, index: int) -> list[Trace]:
    """The lines and grids near the upper and lower edge, and the outermost lines wherever they stand: a table that a bundle's forms
    repeat at the same place is none of their furniture.
    """
    items: list[tuple[Box, int, str, float | None]] = []
    for number, line in enumerate(draft.lines):
        if line.place.box is not None:
            items.append((line.place.box, number, " ".join(word.text for word in line.words), line.size))
    for number, grid in enumerate(draft.grids, start=len(draft.lines)):
        if grid.place.box is not None:
            text = " ".join(line.text for row in grid.rows for cell in row.cells for line in cell.lines)
            items.append((grid.place.box, number, text, None))
    ends = (min(items, key=lambda item: item[0][1])[1], max(items, key=lambda item: item[0][3])[1]) if items else ()
    lines = len(draft.lines)
    kept = [item for item in items if (item[1] in ends and item[1] < lines) or in_zone(item[0], draft.height)]
    return [Trace(index, number, text, box, draft.width, draft.height, size) for box, number, text, size in kept]
