"""The entries of the table of contents and of the "sistematika" listing, and the captions of tables, as printed."""

import re
from collections.abc import Iterator, Sequence

from extractor.model import Asal, Sebutan
from extractor.reading.document import Block, Document, Grid, Line, Place
from extractor.segmenting import Segmentation
from extractor.segmenting.outline import entry_tail, first_reading
from extractor.segmenting.wording import plain, unmarked
from extractor.sources import source_at
from extractor.tables.stitch import TITLE
from extractor.values.lookalike import mend_lookalikes

_LONGEST_CAPTION = 220
_SPEAKS = re.compile(
    r"\b(?:menunjukkan|menyajikan|memuat|menggambarkan|memperlihatkan|menjelaskan|dapat|terlihat|diketahui|bahwa|adalah|merupakan|tersebut|"
    r"tampak|di ?atas|di ?bawah|berikut ini)\b",
    re.IGNORECASE,
)
"""Words of a sentence that speaks of a table."""
_PARTS = frozenset({"front", "back", "bab", "letter", "decimal"})
_MOST_ON = 3
"""Lines below a caption's number that are looked at for its title."""

Printed = tuple[str, Place]


def read_contents(document: Document, segmentation: Segmentation) -> Iterator[Sebutan]:
    """Every entry of the lists of contents with its page, then every chapter of the "sistematika"."""
    blocks = [block for _, block in document.blocks()]
    listed = [piece for at in sorted(segmentation.contents) for piece in _pieces(blocks[at])]
    for title, page, place in _entries(listed):
        yield _mention(document, "daftar_isi", title, place, page or None)
    for zone in segmentation.systematics:
        lines = [piece for at in zone for piece in _pieces(blocks[at])]
        for at, (text, place) in enumerate(lines):
            reading = first_reading(text)
            if reading is not None and reading.style == "bab":
                below = "" if reading.title or at + 1 == len(lines) else f" {lines[at + 1][0]}"
                yield _mention(document, "sistematika", f"{text}{below}"[:_LONGEST_CAPTION], place)


def _pieces(block: Block) -> Iterator[Printed]:
    """Lines of text, or the rows of a table with their cells side by side."""
    if isinstance(block, Line):
        yield plain(unmarked(mend_lookalikes(block.text))), block.place
        return
    for row in block.rows:
        text = " ".join(line.text for cell in row.cells for line in cell.lines)
        yield plain(unmarked(mend_lookalikes(text))), row.place


def _entries(listed: Sequence[Printed]) -> Iterator[tuple[str, str, Place]]:
    """Title, page and place of the entries that name a part of the report; a title that goes on in the next line is joined."""
    held: tuple[str, Place] | None = None
    for text, place in listed:
        tail = entry_tail(text)
        begins = (reading := first_reading(tail.title)) is not None and reading.style in _PARTS
        if held is not None:
            goes_on = not begins and tail.page
            yield (f"{held[0]} {tail.title}", tail.printed, held[1]) if goes_on else (held[0], "", held[1])
            held = None
            if goes_on:
                continue
        if begins and (tail.page or tail.leader):
            yield tail.title, tail.printed, place
        elif begins:
            held = tail.title, place
    if held is not None:
        yield held[0], "", held[1]


def read_captions(document: Document, segmentation: Segmentation) -> Iterator[Sebutan]:
    """Every numbered caption of a table outside the lists of contents, with its title."""
    blocks = [block for _, block in document.blocks()]
    for at, block in enumerate(blocks):
        if at in segmentation.contents or not isinstance(block, Line | Grid):
            continue
        for text, place in _lines(block):
            found = TITLE.match(text)
            if found is None or not found["number"] or len(text) > _LONGEST_CAPTION or _is_sentence(found["title"]):
                continue
            title = found["title"].strip() or _title_below(blocks, at)
            yield _mention(document, "judul_tabel", re.sub(r"\s", "", found["number"]).strip("."), place, None, title)


def _lines(block: Block) -> Iterator[Printed]:
    """A line of text, or the rows of one cell that stand in a table as its caption."""
    if isinstance(block, Line):
        yield plain(unmarked(block.text)), block.place
        return
    for row in block.rows:
        filled = [cell for cell in row.cells if cell.lines]
        if len(filled) == 1:
            yield plain(unmarked(" ".join(line.text for line in filled[0].lines))), row.place


def _is_sentence(title: str) -> bool:
    words = title.strip()
    return words[:1].islower() or words.startswith((")", ",")) or _SPEAKS.search(words) is not None


def _title_below(blocks: Sequence[Block], at: int) -> str:
    for block in blocks[at + 1 : at + 1 + _MOST_ON]:
        if not isinstance(block, Line):
            return ""
        if block.text.strip():
            return plain(unmarked(block.text)) if len(block.text) <= _LONGEST_CAPTION else ""
    return ""


def _mention(document: Document, kind: str, text: str, place: Place, value: str | None = None, about: str | None = None) -> Sebutan:
    source: Asal = source_at(document.id, place)
    return Sebutan.model_validate({
        "dokumen": document.id, "jenis": kind, "teks": text, "nilai": value, "keterangan": about or None, "sumber": source,
    })  # fmt: skip
