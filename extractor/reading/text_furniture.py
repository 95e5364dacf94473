"""Running headers, footers and page numbers of a text whose pages are parted by form feeds."""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from extractor.reading.column_lines import HEADER_WORDS
from extractor.reading.document import Line, Place
from extractor.reading.furniture import Trace, counts_pages, digits_aside, page_shift
from extractor.reading.text_lines import SourceLine

_LEAST_PAGES: Final = 3
_MOST_LINES: Final = 3
"""Lines that a running header or footer has at most."""
_APART: Final = 2
"""Blank lines that part it from the text, unless it counts the pages."""
_SHARE: Final = 0.5
"""Share of the pages that carry it, unless it counts the pages."""
_SIGNATURE: Final = re.compile(r"\b(?:NIP|NRP)\b", re.I)
_NUMBER: Final = re.compile(r"\d+")
_WORD: Final = re.compile(r"[^\W\d_]+")


@dataclass(frozen=True, slots=True)
class _Candidate:
    line: SourceLine
    page: int
    top: bool
    rank: int
    """How many lines stand between it and the edge of the page."""
    apart: int
    """Blank lines between the block that it belongs to and the text."""


def without_furniture(pages: Sequence[Sequence[SourceLine]]) -> list[tuple[list[SourceLine], list[Line]]]:
    """Each page's lines of text, and the lines of its running header and footer, told by their repetition over pages.

    A title that stands directly above its text, as the forms of a bundle repeat it, stays in the text.
    """
    groups: defaultdict[tuple[bool, int, str], list[_Candidate]] = defaultdict(list)
    if len(pages) >= _LEAST_PAGES:
        for number, page in enumerate(pages):
            for candidate in _candidates(page, number):
                groups[candidate.top, candidate.rank, digits_aside(candidate.line.text)].append(candidate)
    running = {key: found for key, group in groups.items() if (found := _running(group, len(pages)))}
    aside = {(one.page, one.line.number) for group in running.values() for one in group}
    for key, group in running.items():
        aside.update((one.page, one.line.number) for one in (*_close_to_text(key, group, pages), *_amid_text(key, group, pages)))
    result = []
    for number, page in enumerate(pages):
        kept = [line for line in page if (number, line.number) not in aside]
        furniture = [_as_line(line) for line in page if (number, line.number) in aside and not line.blank]
        result.append((kept, furniture))
    return result


def _as_line(line: SourceLine) -> Line:
    return Line(" ".join(line.text.split()), Place(lines=(line.number, line.number)))


def _candidates(page: Sequence[SourceLine], number: int) -> Iterator[_Candidate]:
    """The lines of the first and of the last block of a page, if these are short."""
    for top, lines in ((True, page), (False, page[::-1])):
        filled = [index for index, line in enumerate(lines) if not line.blank]
        block = [index for rank, index in enumerate(filled) if index == filled[0] + rank]
        if len(block) == len(filled) or len(block) > _MOST_LINES:
            continue
        apart = filled[len(block)] - block[-1] - 1
        for rank, index in enumerate(block):
            yield _Candidate(lines[index], number, top, rank, apart)


def _running(group: Sequence[_Candidate], pages: int) -> list[_Candidate]:
    """The members of a group of like lines that are running headers or footers."""
    if len({one.page for one in group}) < _LEAST_PAGES:
        return []
    if counts_pages([_trace(one) for one in group]):
        return list(group)
    texts: defaultdict[str, list[_Candidate]] = defaultdict(list)
    for one in group:
        if one.apart >= _APART:
            texts[" ".join(one.line.text.split())].append(one)
    found: list[_Candidate] = []
    for text, members in texts.items():
        if len(members) >= max(_LEAST_PAGES, _SHARE * pages) and not _is_content(text):
            found.extend(members)
    return found


def _close_to_text(key: tuple[bool, int, str], group: Sequence[_Candidate], pages: Sequence[Sequence[SourceLine]]) -> Iterator[_Candidate]:
    """The lines at the edges of other pages, where no blank line parts them from the text, that count the pages with a group."""
    top, rank, text = key
    shift = page_shift([(one.page, one.line.text) for one in group])
    if shift is None:
        return
    for number in sorted(set(range(len(pages))) - {one.page for one in group}):
        filled = [line for line in (pages[number] if top else pages[number][::-1]) if not line.blank]
        if len(filled) > rank and digits_aside(filled[rank].text) == text and str(number + shift) in _NUMBER.findall(filled[rank].text):
            yield _Candidate(filled[rank], number, top, rank, 0)


def _amid_text(key: tuple[bool, int, str], group: Sequence[_Candidate], pages: Sequence[Sequence[SourceLine]]) -> Iterator[_Candidate]:
    """The lines inside of other pages that count the pages with a group and stand where its lines stand.

    A converter that writes upright words behind all others writes the rows beside them below the foot of the page.
    """
    top, rank, text = key
    shift = page_shift([(one.page, one.line.text) for one in group])
    if shift is None:
        return
    places = {_left(one.line) for one in group}
    for number in sorted(set(range(len(pages))) - {one.page for one in group}):
        mark = str(number + shift)
        here = [
            line for line in pages[number] if mark in line.text and digits_aside(line.text) == text and mark in _NUMBER.findall(line.text)
        ]
        # Where all lines begin at the margin, a number alone may be one of a table.
        told = len(here) == 1 and (text.strip("# ") != "" or _left(here[0]) > 0)
        if told and any(abs(_left(here[0]) - place) <= 1 for place in places):
            yield _Candidate(here[0], number, top, rank, 0)


def _left(line: SourceLine) -> int:
    return len(line.text) - len(line.text.lstrip())


def _is_content(text: str) -> bool:
    """The header of a table, or the end of a signature."""
    words = [word.lower() for word in _WORD.findall(text)]
    return _SIGNATURE.search(text) is not None or sum(word in HEADER_WORDS for word in words) > _SHARE * len(words)


def _trace(one: _Candidate) -> Trace:
    return Trace(one.page, one.rank, one.line.text, (0.0, 0.0, 0.0, 0.0), 0.0, 0.0, None)
