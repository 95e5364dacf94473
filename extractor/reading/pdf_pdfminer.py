"""The reference backend: the same page content through pdfplumber on pdfminer, slow and independent of PDFium."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from pathlib import Path
from typing import Any, Final

import pdfplumber
from pdfplumber.page import Page as PlumberPage
from pdfplumber.utils.text import extract_words

from extractor.reading.document import Box
from extractor.reading.pdf_glyphs import clean
from extractor.reading.pdf_page import Edge, Limits, PageContent, Style, Word, bleeds
from extractor.reading.pdf_paths import THIN

_BOLD_NAME: Final = re.compile(r"bold|black|heavy|demi", re.IGNORECASE)
_WHITE: Final = 0.98
_BLANK: Final = 0.15
"""Gap between characters, in font sizes, that is a blank though none is printed."""


_DIRECTIONS: Final[dict[int | None, dict[str, Any]]] = {
    0: {},
    1: {"char_dir_rotated": "ttb", "line_dir_rotated": "rtl"},
    2: {"char_dir": "rtl", "line_dir": "btt"},
    3: {"char_dir_rotated": "btt", "line_dir_rotated": "ltr"},
    None: {"use_text_flow": True},
}
"""How pdfplumber is told to read text by its quarter turns."""


class PdfminerSource:
    """A PDF opened by pdfplumber."""

    def __init__(self, path: Path, limits: Limits) -> None:
        self._pdf = pdfplumber.open(path)
        self._limits = limits
        self._page: PlumberPage | None = None
        self._chars: list[dict[str, Any]] = []

    def __len__(self) -> int:
        return len(self._pdf.pages)

    def content(self, index: int) -> PageContent:
        """The page with this 0-based index; closes the one before it."""
        self._close_page()
        page = self._page = self._pdf.pages[index]
        words, slanted = self._words(page)
        notes: list[str] = []
        objects = len(page.rects) + len(page.lines) + len(page.curves) + len(page.images)
        drawn = _Drawn() if objects > self._limits.objects else _drawings(page)
        return PageContent(
            width=float(page.width),
            height=float(page.height),
            words=words,
            edges=drawn.edges,
            glyphs=self.glyphs,
            style=self.style,
            fills=drawn.fills,
            shade_edges=drawn.shade_edges,
            slanted=slanted,
            image_share=_image_share(page),
            objects=objects,
            notes=notes,
        )

    def close(self) -> None:
        """Release the file."""
        self._close_page()
        self._pdf.close()

    def glyphs(self, word: Word) -> list[Word]:
        """The characters of a word, each with its own box."""
        chars = self._chars[word.index : word.index + len(word.text)]
        return [Word(clean(char["text"]), *_box(char), word.index + offset, word.turn) for offset, char in enumerate(chars)]

    def style(self, word: Word) -> Style:
        """Weight and size of a word's first character."""
        char = self._chars[word.index]
        return Style(bool(_BOLD_NAME.search(char["fontname"])), round(float(char["width"] if word.turn % 2 else char["size"]), 2))

    def _close_page(self) -> None:
        if self._page is not None:
            self._page.close()
            self._page = None
            self._chars = []

    def _words(self, page: PlumberPage) -> tuple[list[Word], list[Word]]:
        straight: list[Word] = []
        slanted: list[Word] = []
        by_turn: dict[int | None, list[dict[str, Any]]] = {}
        for char in page.dedupe_chars(tolerance=1).chars[: self._limits.characters]:
            by_turn.setdefault(_turn(char["matrix"]), []).append(char)
        for turn, chars in by_turn.items():
            for found in extract_words(chars, x_tolerance_ratio=_BLANK, return_chars=True, expand_ligatures=False, **_DIRECTIONS[turn]):
                word = Word(clean(found["text"]), *_box(found), len(self._chars), turn or 0)
                self._chars.extend(found["chars"])
                if word.text:
                    (slanted if turn is None else straight).append(word)
        return straight, slanted


def _turn(matrix: Sequence[float]) -> int | None:
    """Quarter turns clockwise of a character in the viewed page; None at any other angle."""
    a, b = matrix[0], matrix[1]
    size = max(abs(a), abs(b))
    if min(abs(a), abs(b)) > 0.1 * size:
        return None
    if abs(a) >= abs(b):
        return 0 if a > 0 else 2
    return 3 if b > 0 else 1


def _box(item: dict[str, Any]) -> Box:
    return float(item["x0"]), float(item["top"]), float(item["x1"]), float(item["bottom"])


@dataclass(slots=True)
class _Drawn:
    edges: list[Edge] = field(default_factory=list)
    fills: list[Box] = field(default_factory=list)
    shade_edges: list[Edge] = field(default_factory=list)


def _drawings(page: PlumberPage) -> _Drawn:
    found = _Drawn()
    for item in (*page.lines, *page.rects, *page.curves):
        box = _box(item)
        width, height = box[2] - box[0], box[3] - box[1]
        if min(width, height) <= THIN:
            level = Edge("h", (box[1] + box[3]) / 2, box[0], box[2])
            found.edges.append(level if width >= height else Edge("v", (box[0] + box[2]) / 2, box[1], box[3]))
            continue
        coloured = bool(item.get("fill")) and not _is_white(item.get("non_stroking_color"))
        if coloured:
            found.fills.append(box)
        if item["object_type"] == "line" or not ((coloured and not bleeds(box, float(page.height))) or item.get("stroke")):
            continue
        (found.edges if item.get("stroke") else found.shade_edges).extend(_sides(item, box))
    return found


def _sides(item: dict[str, Any], box: Box) -> Iterable[Edge]:
    if item["object_type"] == "rect":
        x0, top, x1, bottom = box
        return [Edge("h", top, x0, x1), Edge("h", bottom, x0, x1), Edge("v", x0, top, bottom), Edge("v", x1, top, bottom)]
    points = item["pts"]
    found = []
    for (ax, ay), (bx, by) in pairwise(points):
        if abs(ay - by) < 0.5 < abs(ax - bx):
            found.append(Edge("h", (ay + by) / 2, min(ax, bx), max(ax, bx)))
        elif abs(ax - bx) < 0.5 < abs(ay - by):
            found.append(Edge("v", (ax + bx) / 2, min(ay, by), max(ay, by)))
    return found


def _is_white(colour: object) -> bool:
    if isinstance(colour, int | float):
        return bool(colour >= _WHITE)
    if not isinstance(colour, tuple | list) or not all(isinstance(part, int | float) for part in colour):
        return False
    if len(colour) == 4:
        return bool(max(colour) <= 1 - _WHITE)
    return bool(colour) and min(colour) >= _WHITE


def _image_share(page: PlumberPage) -> float:
    area = 0.0
    for image in page.images:
        x0, top, x1, bottom = _box(image)
        area += max(0.0, min(x1, page.width) - max(x0, 0)) * max(0.0, min(bottom, page.height) - max(top, 0))
    return min(1.0, area / max(1.0, float(page.width) * float(page.height)))
