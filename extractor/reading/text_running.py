"""Page numbers and running headers of a text that lost its page breaks: the number counts on, the header stands beside it."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise
from typing import Final

from extractor.reading.column_lines import HEADER_WORDS
from extractor.reading.document import Block, Grid, Line
from extractor.reading.furniture import digits_aside
from extractor.values.lookalike import mend_lookalikes

_LEAST: Final = 3
"""Page numbers, and repetitions of a header beside them, that are needed."""
_MOST_LETTERS: Final = 90
_REACH: Final = 3
"""Blocks on either side of a page number among which a header may stand."""
_SHARE: Final = 0.5
"""Share of the page numbers that have the header beside them."""
_STEADY: Final = 0.7
"""Share of the steps from one page number to the next that are small and upwards."""
_LARGEST_STEP: Final = 3
_LEAST_BARE: Final = 4
"""Numbers alone that are needed to be page numbers."""
_LEAST_BLOCKS: Final = 4
"""Blocks on a page, at least."""
_ALONE: Final = re.compile(r"[-–—_ ]{0,3}\d{1,3}[-–—_ ]{0,3}")
_NUMBER: Final = re.compile(r"\d+")
_PAGE: Final = re.compile(r"\b(?:halaman|hal|hlm|page|pg)\b", re.I)
_SIGNATURE: Final = re.compile(r"\b(?:NIP|NRP)\b", re.I)
_WORD: Final = re.compile(r"[^\W\d_]+")


def part_running(blocks: Sequence[Block]) -> list[tuple[list[Block], list[Line]]]:
    """The pages of the text: their blocks, and the lines of page numbers and of the headers and footers that stand beside these.

    Only lines that name a page, or stand alone from one end of the text to the other, and count on are taken as page numbers,
    so nothing is parted from a text without them.
    """
    texts = [_text(block) for block in blocks]
    counters = _counters(texts) or _bare(blocks)
    headers = set(_headers(texts, counters))
    drawn = {texts[index] for index in headers if isinstance(blocks[index], Grid)}
    aside = {*counters, *headers, *(index for index, block in enumerate(blocks) if isinstance(block, Grid) and texts[index] in drawn)}
    pages: list[tuple[list[Block], list[Line]]] = [([], [])]
    for index, block in enumerate(blocks):
        if index not in aside:
            pages[-1][0].append(_drawn_near(block) if index - 1 in aside else block)
            continue
        pages[-1][1].extend(_lines(block))
        if index in counters:
            pages.append(([], []))
    return pages


def _drawn_near(block: Block) -> Block:
    """The first block of a page, without the blank lines that the page break made."""
    gap = min(block.gap, 1.0)
    return block._replace(gap=gap) if isinstance(block, Line) else replace(block, gap=gap)


def _text(block: Block) -> str:
    """The text of a line or of a grid of one row; empty where it is too long for a header."""
    if isinstance(block, Grid) and len(block.rows) > 1:
        return ""
    text = mend_lookalikes(" ".join(" ".join(line.text for line in _lines(block)).split()))
    return text if len(text) <= _MOST_LETTERS else ""


def _lines(block: Block) -> Iterator[Line]:
    if isinstance(block, Line):
        yield block
    else:
        yield from (line for row in block.rows for cell in row.cells for line in cell.lines)


def _counters(texts: Sequence[str]) -> list[int]:
    """Where the page numbers stand."""
    groups: defaultdict[str, list[int]] = defaultdict(list)
    for index, text in enumerate(texts):
        if _PAGE.search(text) and _NUMBER.search(text):
            groups[digits_aside(text)].append(index)
    return sorted(index for group in groups.values() if _counts_on([texts[index] for index in group]) for index in group)


def _bare(blocks: Sequence[Block]) -> list[int]:
    """Where numbers stand alone, all over the text and counting on; nowhere where some are something else.

    Around them is blank, or a line that is the same beside several of them.
    """
    found = [index for index, block in enumerate(blocks) if isinstance(block, Line) and _ALONE.fullmatch(block.text)]
    above = Counter(_close_above(blocks, index) for index in found)
    alone = [
        index
        for index in found
        if _is_apart(blocks, index)
        or ((close := _close_above(blocks, index)) and above[close] >= _LEAST and _is_apart(blocks, index, lines=2))
    ]
    numbers = [int("".join(filter(str.isdigit, blocks[index].text))) for index in alone]  # type: ignore[union-attr]
    best: list[list[int]] = []
    for n, number in enumerate(numbers):
        before = [chain for chain in best if 0 < number - numbers[chain[-1]] <= _LARGEST_STEP]
        best.append([*max(before, key=len, default=[]), n])
    chain = [alone[n] for n in max(best, key=len, default=[])]
    if len(chain) < max(_LEAST_BARE, _STEADY * len(alone)):
        return []
    reach = chain[-1] - chain[0]
    return chain if reach >= max(_SHARE * len(blocks), _LEAST_BLOCKS * (len(chain) - 1)) else []


def _is_apart(blocks: Sequence[Block], index: int, lines: int = 1) -> bool:
    """Whether around so many lines, of which this is the last, is blank."""
    return blocks[index + 1 - lines].gap >= 1 and (index + 1 == len(blocks) or blocks[index + 1].gap >= 1)


def _close_above(blocks: Sequence[Block], index: int) -> str | None:
    """The text of the line right above; None where there is none."""
    line = blocks[index - 1] if index and blocks[index].gap < 1 else None
    return " ".join(line.text.split()) if isinstance(line, Line) and len(line.text) <= _MOST_LETTERS else None


def _counts_on(texts: Sequence[str]) -> bool:
    """Does one of the numbers in these lines grow from line to line in small steps?"""
    rows = [[int(number) for number in _NUMBER.findall(text)] for text in texts]
    if len(rows) < _LEAST:
        return False
    return any(
        sum(0 < after - before <= _LARGEST_STEP for before, after in pairwise(column)) >= _STEADY * (len(rows) - 1)
        for column in zip(*rows, strict=False)
    )


def _headers(texts: Sequence[str], counters: Sequence[int]) -> Iterator[int]:
    """Where the texts stand that most page numbers have beside them."""
    beside = [set(_beside(texts, index)) for index in counters]
    often = Counter(text for near in beside for text in {texts[index] for index in near})
    running = {text for text, times in often.items() if times >= max(_LEAST, _SHARE * len(counters)) and not _is_content(text)}
    yield from (index for near in beside for index in near if texts[index] in running)


def _beside(texts: Sequence[str], counter: int) -> Iterator[int]:
    """The blocks near a page number, as far as these are short enough for headers."""
    for way in (-1, 1):
        for step in range(1, _REACH + 1):
            index = counter + way * step
            if not 0 <= index < len(texts) or not texts[index]:
                break
            yield index


def _is_content(text: str) -> bool:
    """The header of a table, or the end of a signature."""
    words = [word.lower() for word in _WORD.findall(text)]
    return not words or _SIGNATURE.search(text) is not None or sum(word in HEADER_WORDS for word in words) > _SHARE * len(words)
