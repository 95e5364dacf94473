"""The running text of a document as paragraphs, each character still knowing the line it stands on."""

from collections.abc import Iterator, Sequence
from typing import Final

from extractor.claims.passage import Passage
from extractor.reading.document import Document, Line
from extractor.records.prosa import Paragraph, paragraphs
from extractor.segmenting import Segmentation
from extractor.tables.table import Item, Table

_TEXT_COLUMNS: Final = 1
"""A table of no known kind with so few columns is text in a frame."""


def passages(document: Document, flow: Sequence[Item], segmentation: Segmentation) -> Iterator[Passage]:
    """The paragraphs of a document outside its tables and its lists of contents, in printed order. A table ends the one before it."""
    blocks = {id(block): index for index, (_, block) in enumerate(document.blocks())}
    run: list[tuple[int, Line, int]] = []
    block = 0
    for position, item in enumerate(flow):
        if isinstance(item, Table) and not _is_framed_text(item):
            yield from _paragraphs(run, segmentation)
            run = []
            continue
        for line in _lines(item):
            block = blocks.get(id(line), block)
            if block not in segmentation.contents:
                run.append((position, line, block))
    yield from _paragraphs(run, segmentation)


def _lines(item: Item) -> Iterator[Line]:
    if isinstance(item, Line):
        yield item
        return
    for row in [*item.header, *item.rows]:
        for cell in row.cells:
            if cell.text and cell.places and not cell.filled_down:
                yield Line(cell.text, cell.places[0])


def _is_framed_text(table: Table) -> bool:
    return table.kind == "lain" and len(table.columns) <= _TEXT_COLUMNS


def _paragraphs(run: Sequence[tuple[int, Line, int]], segmentation: Segmentation) -> Iterator[Passage]:
    where = {id(line): (position, block) for position, line, block in run}
    for paragraph in paragraphs(line for _, line, _ in run):
        positions = tuple(where[id(line)][0] for line in paragraph.lines)
        path = segmentation.path_at(where[id(paragraph.lines[0])][1])
        yield _passage(paragraph, positions, tuple(chapter.title for chapter in path))


def _passage(paragraph: Paragraph, positions: tuple[int, ...], chapter: tuple[str, ...]) -> Passage:
    """The paragraph with its blanks made single and the beginnings of its lines moved accordingly."""
    parts: list[str] = []
    starts: list[int] = []
    length = 0
    for begin, end in zip(paragraph.starts, [*paragraph.starts[1:], len(paragraph.text)], strict=True):
        piece = paragraph.text[begin:end]
        plain = " ".join(piece.split())
        cut = plain + (" " if plain and piece[-1:].isspace() else "")
        starts.append(length)
        parts.append(cut)
        length += len(cut)
    return Passage(
        "".join(parts).strip(), paragraph.marker, paragraph.heading, paragraph.announces, chapter,
        tuple(line.place for line in paragraph.lines), positions, tuple(starts),
    )  # fmt: skip
