"""Reading a text report (.txt, .md) as converters write it: lines, pages, and the tables that tabs, pipes, HTML or blanks make."""

from collections.abc import Collection, Sequence
from pathlib import Path

from extractor.reading.column_pages import align_pages
from extractor.reading.document import Block, Document, Grid, Page
from extractor.reading.errors import UnreadableInput, check_length
from extractor.reading.text_astray import reseated
from extractor.reading.text_dashed import dashed_grid
from extractor.reading.text_decode import LONGEST_WORD, decode
from extractor.reading.text_diagonal import part_watermarks
from extractor.reading.text_drawn import drawn_grid, plain_frames
from extractor.reading.text_furniture import without_furniture
from extractor.reading.text_html import html_block, with_plain_tags, without_hidden
from extractor.reading.text_layout import lines_of, text_blocks
from extractor.reading.text_lines import SourceLine, split_pages
from extractor.reading.text_running import part_running
from extractor.reading.text_squeezed import unsqueezed
from extractor.reading.text_stood import gather_headers
from extractor.reading.text_tables import begins_open_pipes, is_label_line, is_pipe_line, is_tab_line, pipe_grid, tab_blocks
from extractor.reading.text_turned import set_upright


def read_text(path: Path, sha256: str, *, most: int | None = None) -> Document:
    """Read a text report; ``sha256`` is the hash of its bytes; more than ``most`` pages are refused.

    Places carry physical lines (1-based) and no page; the pages are those that form feeds make.
    Raises :class:`UnreadableInput` (``tidak_dapat_dibuka``, ``kosong``, ``bukan_teks``, ``terlalu_banyak_halaman``).
    """
    try:
        data = path.read_bytes()
    except OSError as error:
        reason = error.strerror or type(error).__name__
        raise UnreadableInput("tidak_dapat_dibuka", f"Berkas tidak dapat dibuka ({reason}); periksa letak dan izinnya.") from error
    decoded = decode(data)
    sheets = split_pages(without_hidden(with_plain_tags(decoded.text)))
    check_length(len(sheets), most)
    marks = part_watermarks(sheets)
    parted = without_furniture([lines for lines, _ in marks])
    upright = [set_upright(reseated(lines)) for lines, _ in parted]
    texts = unsqueezed(upright)
    guessed = texts != upright
    texts = [gather_headers(lines) for lines in texts]
    parted = [(lines, [*aside, *letters]) for lines, (_, aside), (_, letters) in zip(texts, parted, marks, strict=True)]
    pages = [Page(number, page_blocks(lines), aside) for number, (lines, aside) in enumerate(parted, start=1)]
    align_pages(pages, lambda index, grid: lines_of(grid, parted[index][0]))
    if guessed:
        _mark_guessed(pages, {line.number for lines in texts for line in lines if line.centred})
    _mark_pieced(pages, {line.number for lines, _ in parted for line in lines if line.pieced})
    if len(pages) == 1:
        pages = [Page(number, blocks, aside) for number, (blocks, aside) in enumerate(part_running(pages[0].blocks), start=1)]
    notes = [f"{decoded.repaired} bita yang bukan {decoded.encoding} dibaca sebagai cp1252."] if decoded.repaired else []
    if decoded.shortened:
        notes.append(f"{decoded.shortened} deretan huruf tanpa spasi (biasanya gambar tersemat) dipendekkan menjadi {LONGEST_WORD} huruf.")
    return Document(path.name, sha256, "teks", pages, decoded.encoding, notes)


def _mark_guessed(pages: Sequence[Page], centred: Collection[int]) -> None:
    """Mark the tables as guesses; those with lines in the middle of their rows are read as aligned text is."""
    for block in (block for page in pages for block in page.blocks):
        if isinstance(block, Grid) and block.origin in ("layout", "tab"):
            block.guessed = True
            if block.rows and any(row.place.lines and row.place.lines[0] in centred for row in block.rows):
                block.origin = "layout"


def _mark_pieced(pages: Sequence[Page], pieced: Collection[int]) -> None:
    """Mark the tables as guesses that hold lines of which nobody can say which texts stood on them."""
    for block in (block for page in pages for block in page.blocks):
        if isinstance(block, Grid) and any(row.place.lines and row.place.lines[0] in pieced for row in block.rows):
            block.guessed = True


def page_blocks(lines: Sequence[SourceLine]) -> list[Block]:
    """The blocks of one page in reading order."""
    lines = plain_frames(lines)
    blocks: list[Block] = []
    index = pending = 0
    while index < len(lines):
        if lines[index].blank:
            pending, index = pending + 1, index + 1
            continue
        stop, found = _next_blocks(lines, index, float(pending), blocks)
        pending = 0 if found else pending
        blocks.extend(found)
        index = stop
    return blocks


def _next_blocks(lines: Sequence[SourceLine], start: int, gap: float, before: Sequence[Block]) -> tuple[int, list[Block]]:
    """The blocks that begin at this line, and the line at which they end."""
    html = html_block(lines, start, gap)
    if html is not None:
        return html
    drawn = drawn_grid(lines, start, gap) or dashed_grid(lines, start, gap)
    if drawn is not None:
        return drawn[0], [drawn[1]]
    if is_pipe_line(lines[start].text):
        stop = _run(lines, start, pipe=True)
        grid = pipe_grid(lines[start:stop], gap)
        return stop, [grid] if grid else []
    if begins_open_pipes(lines, start):
        stop = next((index for index in range(start, len(lines)) if "|" not in lines[index].text), len(lines))
        grid = pipe_grid(lines[start:stop], gap)
        return stop, [grid] if grid else []
    if is_tab_line(lines[start].text):
        stop = _run(lines, start, pipe=False)
        alone = (start == 0 or lines[start - 1].blank) and (stop == len(lines) or lines[stop].blank)
        width = before[-1].width if before and isinstance(before[-1], Grid) else 0
        return stop, list(tab_blocks(lines[start:stop], gap, alone=alone, width_before=width))
    stop = start
    while stop < len(lines) and not _is_drawn(lines, stop) and (stop == start or dashed_grid(lines, stop, gap) is None):
        stop += 1
    while lines[stop - 1].blank:
        stop -= 1
    return stop, text_blocks(lines[start:stop], gap)


def _run(lines: Sequence[SourceLine], start: int, *, pipe: bool) -> int:
    """The line after a run of table lines; lines of nothing but tabs inside it do not end it."""
    stop = index = start
    while index < len(lines):
        text = lines[index].text
        if (is_pipe_line if pipe else is_tab_line)(text) or (not pipe and is_label_line(lines, start, index)):
            stop = index + 1
        elif pipe or "\t" not in text or text.strip():
            break
        index += 1
    return stop


def _is_drawn(lines: Sequence[SourceLine], index: int) -> bool:
    """Whether a table that tabs, pipes or HTML draw begins here."""
    text = lines[index].text
    return is_tab_line(text) or is_pipe_line(text) or begins_open_pipes(lines, index) or "<table" in text.lower()
