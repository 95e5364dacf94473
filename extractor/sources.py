"""A place in a document as the contract names it."""

from extractor.model import Sumber
from extractor.reading.document import Place


def source_at(document: str, place: Place, table: str | None = None, cell: tuple[int, int] | None = None) -> Sumber:
    """The source of what is printed there; hundredths of a point are enough to find a word."""
    box = place.box
    rounded = None if box is None else (round(box[0], 2), round(box[1], 2), round(box[2], 2), round(box[3], 2))
    return Sumber(dokumen=document, halaman=place.page, baris=place.lines, kotak=rounded, tabel=table, sel=cell)
