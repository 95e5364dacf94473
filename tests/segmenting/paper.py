"""Small documents for the tests, made from plain text as a reader would give them."""

from collections.abc import Sequence

from extractor.reading.document import Block, Cell, Document, Grid, GridRow, Line, Page, Place
from extractor.segmenting import Segmentation


def text_document(text: str) -> Document:
    """A document of one page from text: blank lines become gaps, lines with tabs rows of a grid, ``**x**`` bold lines."""
    blocks: list[Block] = []
    gap = 0.0
    for number, raw in enumerate(text.split("\n"), start=1):
        if not raw.strip():
            gap += 1
            continue
        place = Place(lines=(number, number))
        if "\t" in raw:
            row = GridRow([Cell((Line(part, place),) if part else (), place) for part in raw.split("\t")], place)
            if blocks and isinstance(blocks[-1], Grid) and gap == 0:
                blocks[-1].rows.append(row)
            else:
                blocks.append(Grid("tab", [row], place, gap))
        else:
            bold = raw.startswith("**") and raw.endswith("**")
            blocks.append(Line(raw.strip("*") if bold else raw, place, gap, bold))
        gap = 0.0
    return Document("contoh.txt", "0" * 64, "teks", [Page(1, blocks)])


def typeset(pages: Sequence[Sequence[Block]]) -> Document:
    """A PDF from the blocks of its pages."""
    return Document("contoh.pdf", "0" * 64, "pdf", [Page(number, list(blocks)) for number, blocks in enumerate(pages, start=1)])


def line(
    text: str, page: int = 1, *, top: float = 0.0, gap: float = 0.0, bold: bool = False, size: float = 11.0, centred: bool = False
) -> Line:
    return Line(text, Place(page, None, (72.0, top, 500.0, top + size)), gap, bold, size, centred)


def boxed(*texts: str, page: int = 1) -> Grid:
    """Lines in a coloured box: a drawn grid of one cell."""
    place = Place(page, None, (72.0, 0.0, 500.0, 40.0))
    cell = Cell(tuple(line(text, page, bold=True) for text in texts), place, filled=True)
    return Grid("ruled", [GridRow([cell], place)], place, 1.0)


def headings(segmentation: Segmentation, deepest: int = 2) -> list[tuple[int, str, str]]:
    """Level, number and title of all chapters in printed order."""
    return [(c.level, c.number, c.title) for c in segmentation.walk() if c.level <= deepest]


PROSE = (
    "Kegiatan penyusunan dokumen di lingkungan kantor berjalan sesuai jadwal yang disepakati bersama seluruh unit kerja, dan hasilnya "
    "disampaikan kepada pimpinan sebagai bahan pertimbangan untuk tahun berikutnya, termasuk kendala yang dihadapi petugas di lapangan "
    "beserta langkah yang sudah diambil supaya pelayanan kepada masyarakat tetap terjaga dengan baik sepanjang tahun berjalan."
)
