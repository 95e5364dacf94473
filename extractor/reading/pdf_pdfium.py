"""PDF pages through PDFium's C functions, without the objects that pypdfium2 puts around them (they cost more than the reading)."""

import ctypes
import math
import re
from pathlib import Path
from typing import Final

import pypdfium2
import pypdfium2.raw as pdfium

from extractor.reading.pdf_frame import Frame
from extractor.reading.pdf_glyphs import clean
from extractor.reading.pdf_page import Limits, PageContent, Style, Word
from extractor.reading.pdf_paths import read_drawings

_PRINTED: Final = re.compile("[^\\s\x02\ufffe]+[\x02\ufffe]?|[\x02\ufffe]")
"""A word; it ends at the code that PDFium puts for a hyphen at a line's end, for what follows stands on the next line."""
_BOLD_NAME: Final = re.compile(rb"bold|black|heavy|demi", re.IGNORECASE)
_BOLD_WEIGHT: Final = 600
_FORCE_BOLD: Final = 1 << 18
"""Bit 19 of a font descriptor's Flags (ISO 32000-1, table 123)."""
_STROKED: Final = 2
_INVISIBLE: Final = 3
"""Text rendering modes (ISO 32000-1, table 106): fill and stroke, which Word uses for an artificial bold; neither."""
_SCAN_SHARE: Final = 0.5
_NAME_BYTES: Final = 128


class PdfiumSource:
    """A PDF opened by PDFium; one page is open at a time."""

    def __init__(self, path: Path, limits: Limits) -> None:
        """Raises pypdfium2.PdfiumError where the file cannot be opened."""
        self._pdf = pypdfium2.PdfDocument(path)
        self._limits = limits
        self._page: _OpenPage | None = None

    def __len__(self) -> int:
        return len(self._pdf)

    def content(self, index: int) -> PageContent:
        """The page with this 0-based index; closes the one before it. Raises RuntimeError where it is broken."""
        self._close_page()
        self._page = _OpenPage(self._pdf, index)
        return self._page.content(self._limits)

    def close(self) -> None:
        """Release the file."""
        self._close_page()
        self._pdf.close()

    def _close_page(self) -> None:
        if self._page is not None:
            self._page.close()
            self._page = None


class _OpenPage:
    """One loaded page and its text page."""

    def __init__(self, pdf: pypdfium2.PdfDocument, index: int) -> None:
        self._page = pdfium.FPDF_LoadPage(pdf.raw, index)
        if not self._page:
            raise RuntimeError(f"page {index + 1} cannot be loaded")
        self._text = pdfium.FPDFText_LoadPage(self._page)
        if not self._text:
            pdfium.FPDF_ClosePage(self._page)
            raise RuntimeError(f"the text of page {index + 1} cannot be loaded")
        self._frame = _frame(self._page)
        self._rect = pdfium.FS_RECTF()
        self._styles: dict[int, tuple[bool, float]] = {}

    def close(self) -> None:
        pdfium.FPDFText_ClosePage(self._text)
        pdfium.FPDF_ClosePage(self._page)

    def content(self, limits: Limits) -> PageContent:
        drawings = read_drawings(self._page, self._frame, limits)
        notes = list(drawings.notes)
        count = pdfium.FPDFText_CountChars(self._text)
        if count > limits.characters:
            notes.append(f"hanya {limits.characters} dari {count} huruf yang dibaca")
            count = limits.characters
        words, slanted = self._words(count)
        return PageContent(
            width=self._frame.width,
            height=self._frame.height,
            words=words,
            edges=drawings.edges,
            glyphs=self.glyphs,
            style=self.style,
            fills=drawings.fills,
            shade_edges=drawings.shade_edges,
            slanted=slanted,
            image_share=drawings.image_share,
            objects=drawings.objects,
            hidden=drawings.image_share > _SCAN_SHARE and self._invisible(words),
            notes=notes,
        )

    def glyphs(self, word: Word) -> list[Word]:
        """The characters of a word, each with its own box."""
        found = []
        for offset, char in enumerate(word.text):
            x0, top, x1, bottom = self._box(word.index + offset, word.turn)
            found.append(Word(char, x0, top, x1, bottom, word.index + offset, word.turn))
        return found

    def style(self, word: Word) -> Style:
        """Weight and size of a word's first character."""
        matrix = pdfium.FS_MATRIX()
        pdfium.FPDFText_GetMatrix(self._text, word.index, matrix)
        size = pdfium.FPDFText_GetFontSize(self._text, word.index) * math.hypot(matrix.c, matrix.d)
        return Style(self._bold(word.index), round(size, 2))

    def _bold(self, index: int) -> bool:
        if pdfium.FPDFText_GetFontWeight(self._text, index) >= _BOLD_WEIGHT:
            return True
        item = pdfium.FPDFText_GetTextObject(self._text, index)
        if not item:
            return False
        if pdfium.FPDFTextObj_GetTextRenderMode(item) == _STROKED:
            return True
        font = pdfium.FPDFTextObj_GetFont(item)
        if not font:
            return False
        name = ctypes.create_string_buffer(_NAME_BYTES)
        pdfium.FPDFFont_GetBaseFontName(font, name, _NAME_BYTES)
        return bool(_BOLD_NAME.search(name.value)) or bool(max(0, pdfium.FPDFFont_GetFlags(font)) & _FORCE_BOLD)

    def _invisible(self, words: list[Word]) -> bool:
        items = [pdfium.FPDFText_GetTextObject(self._text, word.index) for word in words[:20]]
        modes = [pdfium.FPDFTextObj_GetTextRenderMode(item) for item in items if item]
        return bool(modes) and modes.count(_INVISIBLE) * 2 > len(modes)

    def _characters(self, count: int) -> str:
        if count <= 0:
            return ""
        buffer = (ctypes.c_ushort * (count + 1))()
        written = pdfium.FPDFText_GetText(self._text, 0, count, buffer)
        text = bytes(buffer)[: 2 * max(0, written - 1)].decode("utf-16-le", "replace")
        if len(text) == count:
            return text
        # characters beyond the basic plane take two units, unmapped ones none: the index would shift
        codes = (pdfium.FPDFText_GetUnicode(self._text, i) for i in range(count))
        return "".join(chr(code) if 0 < code < 0x110000 and not 0xD800 <= code < 0xE000 else "\ufffd" for code in codes)

    def _words(self, count: int) -> tuple[list[Word], list[Word]]:
        text = self._characters(count)
        straight, odd = [], []
        for match in _PRINTED.finditer(text):
            word = self._straight_word(match)
            if word is None:
                odd.append(match)
            else:
                straight.append(word)
        slanted: list[Word] = []
        for match in odd:
            self._sort_odd(match, straight, slanted)
        if odd:
            straight.sort(key=lambda word: word.index)
        return [word for word in straight if word.text], slanted

    def _straight_word(self, match: re.Match[str]) -> Word | None:
        """The word that spans from the first character's box to the last one's; None where it does not run in the page's own x."""
        rect, text = self._rect, self._text
        first, last = match.start(), match.end() - 1
        pdfium.FPDFText_GetLooseCharBox(text, first, rect)
        left, right, bottom, top = rect.left, rect.right, rect.bottom, rect.top
        height = top - bottom
        if height <= 0 or right <= left:
            return None
        if last > first:
            pdfium.FPDFText_GetLooseCharBox(text, last, rect)
            if rect.right <= right - height or abs(rect.bottom - bottom) > height or rect.top <= rect.bottom:
                return None
            right = rect.right
            top, bottom = max(top, rect.top), min(bottom, rect.bottom)
        if self._frame.turns == 0:
            frame = self._frame
            return Word(clean(match.group()), left - frame.left, frame.top - top, right - frame.left, frame.top - bottom, first)
        return Word(clean(match.group()), *self._frame.box(left, bottom, right, top), first, self._frame.turns)

    def _sort_odd(self, match: re.Match[str], straight: list[Word], slanted: list[Word]) -> None:
        """Place a word whose first and last box do not make one straight run: turned, slanted, or over two lines."""
        runs: list[tuple[int, int, int | None]] = []
        for index in range(match.start(), match.end()):
            turn = self._turn(index)
            if runs and runs[-1][2] == turn and self._follows(index, turn):
                runs[-1] = (runs[-1][0], index + 1, turn)
            else:
                runs.append((index, index + 1, turn))
        for start, stop, turn in runs:
            boxes = [self._box(index, turn or 0) for index in range(start, stop)]
            box = min(b[0] for b in boxes), min(b[1] for b in boxes), max(b[2] for b in boxes), max(b[3] for b in boxes)
            text = clean(match.string[start:stop])
            (slanted if turn is None else straight).append(Word(text, *box, start, turn or 0))

    def _follows(self, index: int, turn: int | None) -> bool:
        """Does this character continue the one before it on the same line?"""
        if turn is None:
            return True
        before, here = self._box(index - 1, turn), self._box(index, turn)
        across = (1, 3) if turn % 2 == 0 else (0, 2)
        along = (0, 2) if turn % 2 == 0 else (1, 3)
        apart = max(before[along[0]], here[along[0]]) - min(before[along[1]], here[along[1]])
        size = max(before[across[1]] - before[across[0]], 4.0)
        shared = min(before[across[1]], here[across[1]]) - max(before[across[0]], here[across[0]])
        return apart < size and shared > 0

    def _turn(self, index: int) -> int | None:
        """Quarter turns clockwise of a character in the viewed page; None at any other angle."""
        quarters = float(pdfium.FPDFText_GetCharAngle(self._text, index)) / (math.pi / 2)
        if abs(quarters - round(quarters)) > 0.06:
            return None
        return (round(quarters) + self._frame.turns) % 4

    def _box(self, index: int, turn: int) -> tuple[float, float, float, float]:
        rect = self._rect
        pdfium.FPDFText_GetLooseCharBox(self._text, index, rect)
        if rect.right > rect.left and rect.top > rect.bottom and turn == self._frame.turns:
            return self._frame.box(rect.left, rect.bottom, rect.right, rect.top)
        sides = [ctypes.c_double() for _ in range(4)]
        pdfium.FPDFText_GetCharBox(self._text, index, *sides)
        left, right, bottom, top = (side.value for side in sides)
        return self._frame.box(left, bottom, right, top)


def _frame(page: pdfium.FPDF_PAGE) -> Frame:
    rect = pdfium.FS_RECTF()
    turns = max(0, pdfium.FPDFPage_GetRotation(page)) % 4
    if pdfium.FPDF_GetPageBoundingBox(page, rect) and rect.right > rect.left and rect.top > rect.bottom:
        return Frame(rect.left, rect.bottom, rect.right, rect.top, turns)
    width, height = pdfium.FPDF_GetPageWidthF(page), pdfium.FPDF_GetPageHeightF(page)
    return Frame(0.0, 0.0, height, width, turns) if turns % 2 else Frame(0.0, 0.0, width, height, turns)
