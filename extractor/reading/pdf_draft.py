"""One page while it is open: ruled grids and the lines outside them, before the other pages have been seen."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Final, NamedTuple

from extractor.reading.document import Box, Grid, Line, Place
from extractor.reading.pdf_borders import borders_beside, broken_rules
from extractor.reading.pdf_glyphs import unreadable_share
from extractor.reading.pdf_grids import build_grid, share_out
from extractor.reading.pdf_lines import TextLine, cover, group_lines, is_glued, letter_gap, without_doubles
from extractor.reading.pdf_page import PageContent, Word
from extractor.reading.pdf_ruled import Ruled, find_ruled
from extractor.reading.pdf_turned import page_turn, upright
from extractor.reading.placed import PlacedLine, PlacedWord

_FEW_CHARACTERS: Final = 40
_SCAN_SHARE: Final = 0.5
_DRAWN_TEXT: Final = 200
"""Drawings on a page without a character that show that the letters themselves are drawn."""
_GARBLED: Final = 0.3
_LONG_RULE: Final = 0.1
_LARGEST_PAGE: Final = 14_400.0
"""Points (ISO 32000-1, annex C: the largest page that readers must show)."""
_BESIDE: Final = 1_000.0

NO_TEXT: Final = "tidak ada lapisan teks"
GARBLED: Final = "lapisan teks tidak dapat dibaca: huruf tanpa padanan Unicode"
RECOGNISED: Final = "lapisan teks berasal dari pengenalan huruf (OCR) atas gambar pindaian"
EMPTY: Final = "halaman kosong"


class Furnishing(NamedTuple):
    """A line known as furniture from other pages of the same size: its text and box."""

    text: str
    box: Box


@dataclass(slots=True)
class PageDraft:
    """What is kept of a page after it is closed."""

    number: int
    width: float
    height: float
    turn: int = 0
    """Quarter turns clockwise that the page's text is rotated by; all places are those of the page turned upright."""
    lines: list[PlacedLine] = field(default_factory=list)
    frames: list[int] = field(default_factory=list)
    """For every line the number of the drawn frame it stands in, -1 for none."""
    turned: list[Line] = field(default_factory=list)
    """Lines of turned text outside tables."""
    grids: list[Grid] = field(default_factory=list)
    stamps: list[Line] = field(default_factory=list)
    rules: list[float] = field(default_factory=list)
    """y of the longer horizontal ruling lines."""
    has_text: bool = True
    notes: list[str] = field(default_factory=list)


def draft_page(content: PageContent, number: int, known: Sequence[Furnishing] = ()) -> PageDraft:
    """Read the open page with this 1-based number. Words that are ``known`` as furniture are kept out of its tables."""
    turn = page_turn(content)
    if turn:
        content = upright(content, turn)
    draft = PageDraft(number, content.width, content.height, turn, notes=list(content.notes))
    draft.has_text, note = _text_layer(content)
    if note:
        draft.notes.append(note)
    words = without_doubles(_on_paper(content))
    if known:
        words = _without_known(words, known, draft)
    ruled = find_ruled(content, words, lambda line: _placed(line, content, number))
    free = _fill_grids(draft, ruled, words, content)
    rules = broken_rules(content.edges)
    for frame, block in _by_frame(free, ruled.frames):
        for line in group_lines(block):
            if line.turn:
                draft.turned.append(_turned_line(line, content, number))
            else:
                placed = _placed(line, content, number)
                draft.lines.append(placed._replace(borders=borders_beside(line.box, rules)) if rules else placed)
                draft.frames.append(frame)
    if content.slanted:
        draft.stamps.append(_stamp(content.slanted, number))
    level = [edge for edge in (*content.edges, *content.shade_edges) if edge.axis == "h"]
    draft.rules = sorted({round(edge.at, 1) for edge in level if edge.stop - edge.start > _LONG_RULE * content.width})
    return draft


def _on_paper(content: PageContent) -> list[Word]:
    """The words that stand on the page, or little beside it; a broken file may put words anywhere, even nowhere."""
    right, bottom = min(content.width, _LARGEST_PAGE) + _BESIDE, min(content.height, _LARGEST_PAGE) + _BESIDE
    return [w for w in content.words if -_BESIDE <= w.x0 <= w.x1 <= right and -_BESIDE <= w.top <= w.bottom <= bottom]


def _text_layer(content: PageContent) -> tuple[bool, str | None]:
    """Is there text worth reading, and what to say of it?"""
    if content.unmapped > _GARBLED:
        return False, GARBLED
    text = "".join(word.text for word in content.words)
    if not text and content.image_share == 0 and content.objects < _DRAWN_TEXT:
        return True, EMPTY
    if not text or (len(text) < _FEW_CHARACTERS and content.image_share > _SCAN_SHARE):
        return False, NO_TEXT
    if unreadable_share(text) > _GARBLED:
        return False, GARBLED
    return True, RECOGNISED if content.hidden else None


def _without_known(words: list[Word], known: Sequence[Furnishing], draft: PageDraft) -> list[Word]:
    """The words that are no furniture; those that are go to the draft's stamps."""
    kept: list[Word] = []
    stamps: list[Word] = []
    for word in words:
        x, y = (word.x0 + word.x1) / 2, (word.top + word.bottom) / 2
        at = (one for one in known if one.box[0] <= x <= one.box[2] and one.box[1] <= y <= one.box[3])
        (stamps if any(word.text in one.text for one in at) else kept).append(word)
    draft.stamps.extend(_stamp(line.words, draft.number) for line in group_lines(stamps))
    return kept


def _fill_grids(draft: PageDraft, ruled: Ruled, words: list[Word], content: PageContent) -> list[Word]:
    """Add the ruled grids to the draft; the words outside them are given back."""
    if not ruled.tables:
        return words
    held, free = share_out(words, ruled.tables, content.glyphs)
    for table, cell_words in zip(ruled.tables, held, strict=True):
        if any(cell_words):
            draft.grids.append(build_grid(table, cell_words, content, draft.number))
    return free


def _by_frame(words: list[Word], frames: Sequence[Box]) -> list[tuple[int, list[Word]]]:
    """The words outside any frame (number -1), then those of each frame, innermost first."""
    if not frames:
        return [(-1, words)]
    blocks: dict[int, list[Word]] = {-1: []}
    for word in words:
        x, y = (word.x0 + word.x1) / 2, (word.top + word.bottom) / 2
        inside = (number for number, box in enumerate(frames) if box[0] <= x <= box[2] and box[1] <= y <= box[3])
        blocks.setdefault(next(inside, -1), []).append(word)
    return list(blocks.items())


def _placed(line: TextLine, content: PageContent, number: int) -> PlacedLine:
    style = content.style(line.words[0])
    bold = style.bold and (len(line.words) < 2 or content.style(line.words[-1]).bold)
    return PlacedLine(tuple(_glued(line.words)), Place(number, box=line.box), 0.0, bold, style.size or None)


def _glued(words: Sequence[Word]) -> list[PlacedWord]:
    """The words of a line, those without a gap between them joined, as are the letters of a word set wide apart."""
    found: list[PlacedWord] = []
    run = [words[0]]
    wide = letter_gap(words)
    for before, word in pairwise(words):
        if is_glued(before, word) or word.x0 - before.x1 <= wide:
            run.append(word)
        else:
            found.append(_placed_word(run))
            run = [word]
    found.append(_placed_word(run))
    return found


def _placed_word(run: Sequence[Word]) -> PlacedWord:
    if len(run) == 1:
        word = run[0]
        return PlacedWord(word.text, word.x0, word.x1, word.top, word.bottom)
    x0, top, x1, bottom = cover(run)
    return PlacedWord("".join(word.text for word in run), x0, x1, top, bottom)


def _turned_line(line: TextLine, content: PageContent, number: int) -> Line:
    style = content.style(line.words[0])
    return Line(line.text, Place(number, box=line.box), 1.0, style.bold, style.size or None)


def _stamp(words: Sequence[Word], number: int) -> Line:
    return Line(" ".join(word.text for word in words), Place(number, box=cover(words)))
