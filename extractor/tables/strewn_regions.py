"""Where cells of tables stand among lines of text whose columns are lost: stretches without prose, parted by captions."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import quantiles
from typing import Final

from extractor.reading.document import Block, Line
from extractor.tables.profile import is_total_label, looks
from extractor.tables.strewn_bands import wide_cells
from extractor.tables.strewn_cut import repeated
from extractor.tables.strewn_woven import beside_outcome

_PROSE_WORDS: Final = 7
_FULL: Final = 0.8
"""Share of a full line that a line of a paragraph has at least."""
_LETTERS, _FIGURED = 0.7, 0.45
"""Share of letters in a sentence, and in a full line of prose, at least."""
_SENTENCE: Final = re.compile(r"(?:\S+ ){3,}\S*[.:;]$")
_WORD: Final = re.compile(r"\s[a-z]{3,}")
_ENDED: Final = re.compile(r"[.:;]$")
_FEW_WORDS: Final = 3
_LEAST_SMALL: Final = 3
"""Words in small letters by which words that stand apart are known to be prose."""
_SMALL: Final = re.compile(r"[a-z]{2,}")
_CAPITAL: Final = re.compile(r"[A-Z][a-z]+")
_HEADING: Final = re.compile(r"BAB [IVX]+\b|[1-9]\.(?:[1-9]\d?\.){0,3}[1-9]\d?\.? +[A-Z]|[A-Z]\. [A-Z]\w+ [A-Z]|[A-H]\. [A-Z]{4}")
_CODED: Final = re.compile(r"[1-9](?:\.\d{1,2}){2,} [A-Z]")
_NAME_LINES: Final = 2
"""Lines of such a name, the code's own aside, and its amount."""
_CAPTION: Final = re.compile(r"(?:tabel|gambar|grafik|diagram)\W{0,3}\d", re.IGNORECASE)
_NUMBER_ALONE: Final = re.compile(r"tabel\W{0,3}\d+(?:[.-]\d+)*\.?", re.IGNORECASE)
_TITLE: Final = re.compile(r"[A-Z]\S+ .*\b20\d\d\b")
_LEADER: Final = re.compile(r"\.{4}")
_SIGNED: Final = re.compile(r"pihak (?:pertama|kedua)\b|mengetahui|[A-Z][\w ]{2,40}, \d{1,2} [A-Z][a-z]+ 20\d\d$", re.IGNORECASE)
_NUMBER_LABEL: Final = re.compile(r"no\.?(?: urut)?|nomor", re.IGNORECASE)
_SIGNED_LINES: Final = 4
_NUMBERED: Final = re.compile(r"[1-9]\. [A-Z][a-z]+(?: \w+){0,6}")
_FORM: Final = re.compile(r"\s*:")
_SIGNING: Final = re.compile(r"(?:kepala|ketua|sekretaris|direktur|camat|bupati|wali\s?kota|gubernur|inspektur|plt\b|plh\b)", re.IGNORECASE)
"""How the office of who signs begins; it ends with a comma."""


@dataclass(frozen=True, slots=True)
class Region:
    """Blocks from ``start`` to before ``stop`` that may be cells, and the caption near them."""

    start: int
    stop: int
    caption: str


def full_width(blocks: Sequence[Block]) -> float:
    """The length of a full line of prose; 0 where there is no prose."""
    lengths = [len(block.text) for block in blocks if isinstance(block, Line) and block.text.count(" ") >= _PROSE_WORDS]
    return quantiles(lengths, n=10)[-1] if len(lengths) > 1 else 0.0


def regions(blocks: Sequence[Block], width: float) -> Iterator[Region]:
    """The stretches of blocks that are not prose, in order."""
    prose = _prose(blocks, width)
    start, caption, before = 0, "", ""
    for at, block in enumerate([*blocks, None]):
        if isinstance(block, Line) and _CAPTION.match(block.text) and not _LEADER.search(block.text):
            caption = _whole_caption(block, blocks[at + 1 : at + 2])
        if block is None or prose[at]:
            if at > start:
                yield Region(start, at, caption or before)
            start, caption = at + 1, ""
            before = block.text if isinstance(block, Line) else ""


def _whole_caption(line: Line, below: Sequence[Block]) -> str:
    """A caption with the title on the line below it, where it is no more than the number of the table."""
    titled = [block.text for block in below if isinstance(block, Line) and not block.gap]
    return " ".join([line.text, *titled]) if _NUMBER_ALONE.fullmatch(line.text) else line.text


def _prose(blocks: Sequence[Block], width: float) -> list[bool]:
    """For each block whether it is no cell: a grid, or a line of a paragraph, a heading, a signature or a form."""
    found: list[bool] = []
    for at, block in enumerate(blocks):
        if not isinstance(block, Line):
            found.append(True)
            continue
        above = blocks[at - 1] if at else None
        goes_on = (
            isinstance(above, Line) and found[-1] and not block.gap and not _ENDED.search(above.text) and len(above.text) >= _FULL * width
            and not _NUMBER_LABEL.fullmatch(block.text)
        )  # fmt: skip
        found.append(goes_on or _is_prose(block.text, width))
    for at in (*wide_cells(blocks), *_coded_cells(blocks)):
        found[at] = False
    for start, stop in (*_spaced(blocks), *_signatures(blocks)):
        found[start:stop] = [True] * (stop - start)
    for at in _numbered_headings(blocks, found):
        found[at] = True
    return found


def _coded_cells(blocks: Sequence[Block]) -> Iterator[int]:
    """Names of programmes behind their code, which looks as the number of a heading does: amounts follow."""
    texts = [block.text if isinstance(block, Line) else "" for block in blocks]
    for at, text in enumerate(texts):
        if _CODED.match(text) and any("amount" in looks(below) for below in texts[at + 1 : at + 1 + _NAME_LINES]):
            yield at


def _numbered_headings(blocks: Sequence[Block], prose: Sequence[bool]) -> Iterator[int]:
    """Headings such as "2. Sarana dan Prasarana": prose or a caption follows, and none of the lines around is numbered as well."""
    texts = [block.text if isinstance(block, Line) else "" for block in blocks]
    for at in range(len(blocks) - 1):
        beside = texts[at - 1 : at] + texts[at + 1 : at + 2]
        follows = (prose[at + 1] and _NUMBERED.match(texts[at + 1]) is None) or _CAPTION.match(texts[at + 1])
        if follows and _NUMBERED.fullmatch(texts[at]) and not any(_NUMBERED.match(text) for text in beside):
            yield at


def _signatures(blocks: Sequence[Block]) -> Iterator[tuple[int, int]]:
    """Where the office of who signs stands by itself: "Kepala Dinas Perhubungan," above the room for the signature."""
    starts = [at for at, block in enumerate(blocks) if not isinstance(block, Line) or block.gap > 0]
    starts = starts if starts[:1] == [0] else [0, *starts]
    for start, stop in pairwise([*starts, len(blocks)]):
        last = blocks[stop - 1] if stop > start else None
        if isinstance(last, Line) and last.text.endswith(","):
            texts = [block.text if isinstance(block, Line) else "" for block in blocks[start:stop]]
            found = next((at for at in range(len(texts) - 1, -1, -1) if _SIGNING.match(texts[at])), None)
            if found is not None and len(texts) - found <= _SIGNED_LINES:
                yield start + found, stop


def _spaced(blocks: Sequence[Block]) -> Iterator[tuple[int, int]]:
    """Where the words of a line of prose stand apart, each as a block of its own: lines set to a full measure with wide blanks."""
    alone = [isinstance(block, Line) and block.gap > 0 and block.text.count(" ") < _FEW_WORDS for block in blocks]
    texts = [block.text if isinstance(block, Line) else "" for block in blocks]
    at = 0
    while at < len(blocks):
        if not (alone[at] and _SMALL.fullmatch(texts[at])):
            at += 1
            continue
        start, stop = at, at + 1
        while start and alone[start - 1] and _CAPITAL.fullmatch(texts[start - 1]) and not is_total_label(texts[start - 1]):
            start -= 1
        while stop < len(blocks) and alone[stop] and not _ENDED.search(texts[stop - 1]):
            stop += 1
        if sum(1 for text in texts[start:stop] if _SMALL.fullmatch(text)) >= _LEAST_SMALL:
            yield start, stop
        at = stop


def _is_prose(text: str, width: float) -> bool:
    if beside_outcome(text) or repeated(tuple(text.split()))[1] > 1:
        return False
    letters = sum(map(str.isalpha, text))
    if len(text) >= _FULL * width and text.count(" ") >= _PROSE_WORDS and letters >= _FIGURED * len(text) and not _CAPTION.match(text):
        return True
    if _HEADING.match(text) or _LEADER.search(text) or _SIGNED.match(text) or _FORM.match(text):
        return True
    return (
        text[:1].isupper()
        and _SENTENCE.match(text) is not None
        and _WORD.search(text) is not None
        and letters >= _LETTERS * len(text)
        and not _CAPTION.match(text)
    )


def caption_lines(lines: Sequence[Line]) -> set[int]:
    """Which lines are captions, the title below a number that stands alone ("Tabel 2.1") among them."""
    found = {at for at, line in enumerate(lines) if is_caption(line.text)}
    titles = {at + 1 for at in found if _NUMBER_ALONE.fullmatch(lines[at].text) and at + 1 < len(lines) and not lines[at + 1].gap}
    return found | {at for at in titles if _TITLE.search(lines[at].text)}


def is_caption(text: str) -> bool:
    """Whether a line is the caption of a table."""
    return _CAPTION.match(text) is not None


def is_heading(text: str) -> bool:
    """Whether a line is the heading of a chapter or of a section."""
    return _HEADING.match(text) is not None
