"""Cut-outs of pages with the cells of the evidence outlined."""

import base64
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from io import BytesIO

import pypdfium2
from PIL import Image, ImageDraw, ImageFont

from extractor.reading.document import Box
from extractor.writing.pages.originals import Originals

AROUND = 26
"""Points of the page that are shown above and below what is outlined."""
APART = 130
"""Evidence that is further apart than so many points gets a picture of its own."""
BESIDE = 24
"""Points beside the table that are shown."""
NARROWEST = 300
"""A cut-out that would be narrower shows the page from side to side."""
COLOURS = 48
STATED, COMPARED = "#B00020", "#0B57D0"
HEADER = 260
"""Points from the evidence up to the head of its table that are shown as well."""
_PAD = 4
"""Pixels between a text and its frame."""


@dataclass(frozen=True, slots=True)
class Picture:
    """A cut-out, ready for ``src``."""

    source: str
    page: int
    numbers: tuple[int, ...]
    """Which pieces of evidence it shows, from 1."""
    width: int
    height: int


@dataclass(frozen=True, slots=True)
class Spot:
    """A piece of evidence on a page."""

    number: int
    """Which piece of its finding, from 1: the first is what is stated."""
    page: int
    box: Box
    raw: str
    before: int = 0
    """How often the same text stands to the left in the same row."""
    table: Box | None = None
    """The part of its table that stands on the page."""

    @property
    def colour(self) -> str:
        return STATED if self.number == 1 else COMPARED


def pictures(originals: Originals, sha256: str, spots: Sequence[Spot]) -> Iterator[Picture]:
    """Cut-outs of the pages of one PDF with the evidence framed; none where the file is not at hand."""
    for page in sorted({spot.page for spot in spots}):
        for group in _groups([spot for spot in spots if spot.page == page]):
            made = _picture(originals, sha256, page, group)
            if made is not None:
                yield made


def _groups(spots: Sequence[Spot]) -> list[list[Spot]]:
    """From top to bottom, parted where there is much between them."""
    groups: list[list[Spot]] = []
    for spot in sorted(spots, key=lambda s: (s.box[1], s.number)):
        if groups and spot.box[1] - max(s.box[3] for s in groups[-1]) < APART:
            groups[-1].append(spot)
        else:
            groups.append([spot])
    return groups


def _picture(originals: Originals, sha256: str, number: int, spots: Sequence[Spot]) -> Picture | None:
    whole, page = originals.picture(sha256, number), originals.page(sha256, number)
    if whole is None or page is None:
        return None
    image, scale = whole
    left, right = (int(x * scale) for x in _sides(spots, page.get_width()))
    top = max(int((_top(spots) - AROUND) * scale), 0)
    bottom = min(int((max(s.box[3] for s in spots) + AROUND) * scale), image.height)
    if bottom - top < 2:
        return None
    cut = image.crop((left, top, right, bottom))
    for spot in sorted(spots, key=lambda s: -s.number):
        box = _narrowed(page, spot)
        _outline(cut, (box[0] * scale - left, box[1] * scale - top, box[2] * scale - left, box[3] * scale - top), spot)
    return Picture(_encoded(cut), number, tuple(sorted({s.number for s in spots})), cut.width, cut.height)


def _top(spots: Sequence[Spot]) -> float:
    """Where the cut-out begins: at the head of the table, where that is not far."""
    first = min(spot.box[1] for spot in spots)
    return min([first, *(spot.table[1] for spot in spots if spot.table is not None and 0 <= first - spot.table[1] <= HEADER)])


def _sides(spots: Sequence[Spot], width: float) -> tuple[float, float]:
    """From the left of the tables to their right; the whole page where evidence stands in running text."""
    boxes = [spot.table for spot in spots if spot.table is not None]
    if len(boxes) < len(spots):
        return 0, width
    boxes += [spot.box for spot in spots]
    left, right = min(box[0] for box in boxes) - BESIDE, max(box[2] for box in boxes) + BESIDE
    return (max(left, 0), min(right, width)) if right - left >= NARROWEST else (0, width)


def _outline(image: Image.Image, box: Box, spot: Spot) -> None:
    """A frame, and its number on a small tab at its upper left corner."""
    draw, width = ImageDraw.Draw(image), 4 if spot.number == 1 else 3
    left, top, right, bottom = box[0] - _PAD, box[1] - _PAD, box[2] + _PAD, box[3] + _PAD
    draw.rectangle((left, top, max(right, left + 4), max(bottom, top + 4)), outline=spot.colour, width=width)
    font, text = ImageFont.load_default(15), str(spot.number)
    wide = draw.textlength(text, font=font) + 8
    x, y = max(left - wide, 0), max(min(top, image.height - 18), 0)
    draw.rectangle((x, y, x + wide, y + 18), fill=spot.colour)
    draw.text((x + 4, y), text, fill="white", font=font)


def _narrowed(page: pypdfium2.PdfPage, spot: Spot) -> Box:
    """The box of the text itself, where the box of its row is given and the text is found in it."""
    left, bottom, right, top = page.get_mediabox()
    if page.get_rotation() or (left, bottom) != (0, 0) or page.get_cropbox() != (left, bottom, right, top) or not spot.raw.strip():
        return spot.box
    words = page.get_textpage()
    search = words.search(spot.raw.strip(), match_whole_word=True)
    found: list[Box] = []
    while (hit := search.get_next()) is not None:
        first, count = hit
        boxes = [words.get_charbox(i) for i in range(first, first + count)]
        box = (min(b[0] for b in boxes), top - max(b[3] for b in boxes), max(b[2] for b in boxes), top - min(b[1] for b in boxes))
        if _inside(box, spot.box):
            found.append(box)
    search.close()
    words.close()
    found.sort()
    return found[min(spot.before, len(found) - 1)] if found else spot.box


def _inside(inner: Box, outer: Box) -> bool:
    x, y = (inner[0] + inner[2]) / 2, (inner[1] + inner[3]) / 2
    return outer[0] - 2 <= x <= outer[2] + 2 and outer[1] - 2 <= y <= outer[3] + 2


def _encoded(image: Image.Image) -> str:
    content = BytesIO()
    image.quantize(COLOURS, Image.Quantize.FASTOCTREE, dither=Image.Dither.NONE).save(content, "PNG", compress_level=7)
    return f"data:image/png;base64,{base64.b64encode(content.getvalue()).decode()}"
