"""Small invented documents."""

from collections.abc import Sequence

from extractor.reading.document import Cell, Document, Grid, GridRow, Line, Page, Place


def lines_of(*texts: str) -> list[Line]:
    return [Line(text, Place(lines=(number, number))) for number, text in enumerate(texts, start=1)]


def grid_of(*rows: Sequence[str]) -> Grid:
    place = Place(lines=(1, 1))
    return Grid("tab", [GridRow([Cell((Line(text, place),) if text else (), place) for text in row], place) for row in rows], place)


def document_of(*texts: str | Grid, name: str = "laporan.txt", headers: Sequence[str] = ()) -> Document:
    """A document of one page; texts are lines, running headers stand beside them."""
    place = Place(lines=(1, 1))
    blocks = [text if isinstance(text, Grid) else Line(text, place) for text in texts]
    return Document(name, "0" * 64, "teks", [Page(1, blocks, furniture=[Line(text, place) for text in headers])])


def cover(body: str, year: int = 2023) -> tuple[str, ...]:
    return ("LAPORAN KINERJA", body, f"TAHUN {year}", "KATA PENGANTAR")
