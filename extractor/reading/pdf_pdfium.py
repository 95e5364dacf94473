"""PDF pages through PDFium's C functions, without the objects that pypdfium2 puts around them (they cost more than the reading)."""

import ctypes
import math
import re
import struct
from pathlib import Path
from typing import Final

import pypdfium2
import pypdfium2.raw as pdfium

from extractor.reading import pdf_calls as calls
from extractor.reading.document import Box
from extractor.reading.pdf_frame import Frame
from extractor.reading.pdf_glyphs import clean
from extractor.reading.pdf_lines import GLUED
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
_LEVEL: Final = 0.25
"""Share of a character's height by which the ends of a word may differ in level."""
_ASCENT: Final = 0.93
_DESCENT: Final = 0.22
"""Usual ascent and descent of a text font, in font sizes."""
_SCAN_SHARE: Final = 0.5
_SAMPLE: Final = 100
"""Printed characters of a page that are asked whether their font maps them to a letter."""
_NAME_BYTES: Final = 128
_SIDES: Final = struct.Struct("4f")
"""An FS_RECTF: left, top, right, bottom; unpacked at once, which its attributes one by one take three times as long for."""
_MATRIX: Final = struct.Struct("6f")
"""An FS_MATRIX: a, b, c, d, e, f."""
NO_ERROR: Final = pdfium.FPDF_ERR_FILE
"""Error code of a document that was opened and yet refused: it has no pages."""


class PdfiumSource:
    """A PDF opened by PDFium; one page is open at a time."""

    def __init__(self, path: Path, limits: Limits) -> None:
        """Raises pypdfium2.PdfiumError where the file cannot be opened, with the code NO_ERROR where it has no pages."""
        # PDFium keeps its last error after a success, and pypdfium2 reads it where a document has no pages:
        # loading a file without a name leaves a code that loading a file that can be opened never gives.
        pdfium.FPDF_LoadDocument(b"\x00", None)
        self._path = path
        self._pdf = pypdfium2.PdfDocument(path)
        self._limits = limits
        self._page: _OpenPage | None = None
        self._read = 0

    def __len__(self) -> int:
        return len(self._pdf)

    def content(self, index: int) -> PageContent:
        """The page with this 0-based index; closes the one before it. Raises RuntimeError where it is broken."""
        self._close_page()
        if self._read >= self._limits.pages_at_once:
            self._pdf.close()
            self._pdf, self._read = pypdfium2.PdfDocument(self._path), 0
        self._read += 1
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
        self._at = calls.address(self._text)
        self._rect = pdfium.FS_RECTF()
        self._sides, self._rect_at = memoryview(self._rect), ctypes.addressof(self._rect)
        matrix = pdfium.FS_MATRIX()
        self._matrix, self._matrix_at = memoryview(matrix), ctypes.addressof(matrix)
        self._bold_fonts: dict[int, bool] = {}
        """By the address of a font, which is good while the page is open."""

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
        characters = self._characters(count)
        words, slanted = self._words(characters)
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
            unmapped=self._unmapped(characters),
            hidden=drawings.image_share > _SCAN_SHARE and self._invisible(words),
            notes=notes,
        )

    def glyphs(self, word: Word) -> list[Word]:
        """The characters of a word, each with its own box."""
        found: list[Word] = []
        index, missing = word.index, len(word.text)
        while missing > 0:
            text = clean(chr(calls.unicode_at(self._at, index)))
            if text:
                found.append(Word(text, *self._box(index, word.turn), index, word.turn))
            missing -= max(1, len(text))
            index += 1
        return found

    def style(self, word: Word) -> Style:
        """Weight and size of a word's first character."""
        return Style(self._bold(word.index), round(self._size(word.index), 2))

    def _bold(self, index: int) -> bool:
        if calls.font_weight(self._at, index) >= _BOLD_WEIGHT:
            return True
        item = calls.text_object_at(self._at, index)
        if not item:
            return False
        if calls.render_mode(item) == _STROKED:
            return True
        font = calls.font_of(item)
        if not font:
            return False
        if font not in self._bold_fonts:
            self._bold_fonts[font] = _is_bold(font)
        return self._bold_fonts[font]

    def _invisible(self, words: list[Word]) -> bool:
        items = [calls.text_object_at(self._at, word.index) for word in words[:20]]
        modes = [calls.render_mode(item) for item in items if item]
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
        codes = (calls.unicode_at(self._at, i) for i in range(count))
        return "".join(chr(code) if 0 < code < 0x110000 and not 0xD800 <= code < 0xE000 else "\ufffd" for code in codes)

    def _unmapped(self, characters: str) -> float:
        """Share (0 to 1) of a sample of the printed characters for which the font names no letter: a code stands in the letter's place."""
        sample = sampled(characters)
        errors = sum(calls.has_map_error(self._at, index) == 1 for index in sample)
        return errors / len(sample) if sample else 0.0

    def _words(self, characters: str) -> tuple[list[Word], list[Word]]:
        """The words that run at quarter turns, in printed order, and the slanted ones."""
        straight: list[Word] = []
        odd: list[tuple[int, str]] = []
        for match in _PRINTED.finditer(characters):
            word = self._straight_word(match.start(), match.group())
            if word is None:
                odd.append((match.start(), match.group()))
                continue
            if straight and abs(word.x0 - straight[-1].x1) < GLUED * (word.bottom - word.top):
                word.apart = self._blank_before(word.index)
            straight.append(word)
        if not odd:
            return [word for word in straight if word.text], []
        # a page with turned text may also hold words too short to show their direction
        upright = self._frame.turns
        odd.extend((word.index, word.text) for word in straight if self._turn(word.index) != upright)
        straight = [word for word in straight if self._turn(word.index) == upright]
        slanted: list[Word] = []
        for start, text in sorted(odd):
            self._sort_odd(start, text, straight, slanted)
        straight.sort(key=lambda word: word.index)
        return [word for word in straight if word.text], [word for word in slanted if word.text]

    def _blank_before(self, index: int) -> bool:
        """Is the character before this one a blank that the file itself holds, not one that PDFium put in?"""
        blank = chr(calls.unicode_at(self._at, index - 1)).isspace()
        return blank and pdfium.FPDFText_IsGenerated(self._text, index - 1) == 0

    def _straight_word(self, first: int, characters: str) -> Word | None:
        """The word that spans from the first character's box to the last one's; None where it does not run in the page's own x."""
        rect, text, sides, loose_box = self._rect_at, self._at, self._sides, calls.loose_box
        loose_box(text, first, rect)
        left, top, right, bottom = _SIDES.unpack(sides)
        height = top - bottom
        if height <= 0 or right <= left:
            return None
        if len(characters) > 1:
            loose_box(text, first + len(characters) - 1, rect)
            _, above, end, below = _SIDES.unpack(sides)
            if end <= right - height or abs(below - bottom) > _LEVEL * height or above <= below:
                return None
            right = end
            top = max(top, above)
            bottom = min(bottom, below)
        frame = self._frame
        if frame.turns == 0:
            return Word(clean(characters), left - frame.left, frame.top - top, right - frame.left, frame.top - bottom, first)
        return Word(clean(characters), *frame.box(left, bottom, right, top), first, frame.turns)

    def _sort_odd(self, first: int, characters: str, straight: list[Word], slanted: list[Word]) -> None:
        """Place a word whose first and last box do not make one straight run: turned, slanted, or over two lines."""
        last = first + len(characters) - 1
        turn = self._turn(first)
        if turn is not None and turn == self._turn(last) and self._one_run(first, last, turn):
            straight.append(Word(clean(characters), *self._union(first, last, turn), first, turn))
            return
        runs: list[tuple[int, int, int | None]] = []
        for index in range(first, last + 1):
            turn = self._turn(index)
            if runs and runs[-1][2] == turn and (turn is None or self._one_run(index - 1, index, turn)):
                runs[-1] = (runs[-1][0], index, turn)
            else:
                runs.append((index, index, turn))
        for start, stop, turn in runs:
            text = clean(characters[start - first : stop - first + 1])
            (slanted if turn is None else straight).append(Word(text, *self._union(start, stop, turn or 0), start, turn or 0))

    def _one_run(self, first: int, last: int, turn: int) -> bool:
        """Do these two characters stand on one line, no further apart than the characters between them need?"""
        a, b = self._box(first, turn), self._box(last, turn)
        across, along = (0, 1) if turn % 2 else (1, 0)
        size = max(a[across + 2] - a[across], 4.0)
        apart = max(a[along], b[along]) - min(a[along + 2], b[along + 2])
        shared = min(a[across + 2], b[across + 2]) - max(a[across], b[across])
        return apart < size * (last - first) and shared > 0.5 * size

    def _union(self, first: int, last: int, turn: int) -> Box:
        a, b = self._box(first, turn), self._box(last, turn)
        return min(a[0], b[0]), min(a[1], b[1]), max(a[2], b[2]), max(a[3], b[3])

    def _turn(self, index: int) -> int | None:
        """Quarter turns clockwise of a character in the viewed page; None at any other angle."""
        quarters = float(pdfium.FPDFText_GetCharAngle(self._text, index)) / (math.pi / 2)
        if abs(quarters - round(quarters)) > 0.06:
            return None
        return (round(quarters) + self._frame.turns) % 4

    def _box(self, index: int, turn: int) -> Box:
        """A character's box; PDFium gives one with the font's full height only for text in the page's own x."""
        rect = self._rect
        calls.loose_box(self._at, index, self._rect_at)
        if rect.right > rect.left and rect.top > rect.bottom and turn == self._frame.turns:
            return self._frame.box(rect.left, rect.bottom, rect.right, rect.top)
        sides = [ctypes.c_double() for _ in range(4)]
        pdfium.FPDFText_GetCharBox(self._text, index, *sides)
        left, right, bottom, top = (side.value for side in sides)
        box = self._frame.box(left, bottom, right, top)
        x, y = ctypes.c_double(), ctypes.c_double()
        if not pdfium.FPDFText_GetCharOrigin(self._text, index, x, y):
            return box
        return _full_height(box, turn, self._frame.point(x.value, y.value), self._size(index))

    def _size(self, index: int) -> float:
        """Font size in points as printed."""
        calls.character_matrix(self._at, index, self._matrix_at)
        _, _, c, d, _, _ = _MATRIX.unpack(self._matrix)
        return float(calls.font_size(self._at, index)) * math.hypot(c, d)


def sampled(characters: str) -> list[int]:
    """Places spread evenly over a page's characters, some ``_SAMPLE`` of printed ones where there are as many."""
    step = max(1, (len(characters) - characters.count(" ")) // _SAMPLE)
    return [place for place in range(0, len(characters), step) if not characters[place].isspace()]


def _is_bold(address: int) -> bool:
    font = ctypes.cast(address, pdfium.FPDF_FONT)
    name = ctypes.create_string_buffer(_NAME_BYTES)
    pdfium.FPDFFont_GetBaseFontName(font, name, _NAME_BYTES)
    return bool(_BOLD_NAME.search(name.value)) or bool(max(0, pdfium.FPDFFont_GetFlags(font)) & _FORCE_BOLD)


def _full_height(box: Box, turn: int, origin: tuple[float, float], size: float) -> Box:
    """The box of a turned character, stretched to the height that a font of this size takes around its origin."""
    above, below = _ASCENT * size, _DESCENT * size
    x, y = origin
    if turn == 0:
        return box[0], y - above, box[2], y + below
    if turn == 1:
        return x - below, box[1], x + above, box[3]
    if turn == 2:
        return box[0], y - below, box[2], y + above
    return x - above, box[1], x + below, box[3]


def _frame(page: pdfium.FPDF_PAGE) -> Frame:
    rect = pdfium.FS_RECTF()
    turns = max(0, pdfium.FPDFPage_GetRotation(page)) % 4
    if pdfium.FPDF_GetPageBoundingBox(page, rect) and rect.right > rect.left and rect.top > rect.bottom:
        return Frame(rect.left, rect.bottom, rect.right, rect.top, turns)
    width, height = pdfium.FPDF_GetPageWidthF(page), pdfium.FPDF_GetPageHeightF(page)
    return Frame(0.0, 0.0, height, width, turns) if turns % 2 else Frame(0.0, 0.0, width, height, turns)
