"""Upright header words that a converter prints far from their header: at the end of the page, or below its foot.

``pdfplumber`` writes letters that stand upright apart from all others, at the true places from left to right, but not from top to
bottom. What stood below the header in the page may then follow them, so that a header and its rows have the foot of the page
between them.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from typing import Final

from extractor.reading.text_lines import SourceLine
from extractor.reading.text_squeezed_words import is_figure, is_header, is_index, is_year, words_of
from extractor.reading.text_turned import is_known_backwards

_LEAST: Final = 2
"""Words of a header line at least."""
_WIDTH: Final = 2
"""Cells that an upright word takes at most."""
_LETTER: Final = 0.5
"""Width of a letter in cells at least: where a text that was pushed ends."""
_NEAR: Final = 1
"""Cells by which upright words of one column stand beside one another."""
_BESIDE: Final = (-3, 2)
"""Where a cell begins from the place of an upright word in the middle of its column, in cells."""
_WIDE: Final = 3
"""Blanks between two texts of a header."""
_FOOT: Final = 3
"""Lines of the foot of a page at most."""
_HIGH: Final = 10
"""Lines of a header and the row that numbers its columns at most, blank ones included."""
_ABOVE_FOOT: Final = 2
"""Blank lines above it at least."""
_NUMBERED: Final = re.compile(r"\s*(?:no|nomor|kode)\b", re.I)
_HEADING: Final = re.compile(r"\s*(?:[A-Z]\.|\d+(?:\.\d+)*\.?|BAB\b|tabel\b)\s", re.I)


@dataclass(slots=True)
class _Header:
    """The first line and the one after the last of a header, and the upright words that belong to it."""

    first: int
    stop: int
    words: list[tuple[int, str]] = field(default_factory=list)


def reseated(lines: Sequence[SourceLine]) -> list[SourceLine]:
    """The lines of a page, upright words that stand apart behind the header they belong to, and the foot behind all others."""
    if not any(map(is_known_backwards, (word for line in lines for word in line.text.split()))):
        return list(lines)
    lines = _without_foot(lines)
    astray = [index for index, line in enumerate(lines) if _is_astray(line.text)]
    headers = list(_headers(lines, set(astray)))
    moved: set[int] = set()
    for index in astray:
        words = _placed(lines[index].text)
        if not _is_apart(lines, headers, index, astray):
            continue
        seats = [_seat(lines, headers, index, place) for place, _ in words]
        if all(seats):
            moved.add(index)
            for seat, word in zip(seats, words, strict=True):
                if seat is not None:
                    seat.words.append(word)
    return list(_written(lines, headers, moved))


def _is_astray(text: str) -> bool:
    """Whether a line holds nothing but words that are printed backwards, and one of them is a known word of headers."""
    words = text.split()
    return any(map(is_known_backwards, words)) and all(is_known_backwards(word) or _is_mark(word) for word in words)


def _is_mark(word: str) -> bool:
    """A year or a sign as part of such a header."""
    return is_year(word[::-1]) or not any(map(str.isalnum, word))


def _without_foot(lines: Sequence[SourceLine]) -> list[SourceLine]:
    """The lines of a page, with the foot at their end where it stands between a header and its upright words, and no blanks there."""
    at = next((index for index, line in enumerate(lines) if any(map(is_known_backwards, line.text.split()))), 0)
    filled = [index for index in range(at) if not lines[index].blank]
    for count in range(1, min(_FOOT, len(filled) - 1) + 1):
        foot = filled[-count:]
        above = filled[-count - 1]
        if foot[0] - above <= _ABOVE_FOOT:
            continue
        if not _is_header(lines[above].text) or foot[-1] != at - 1:
            break
        return [*lines[: above + 1], *lines[at:], *(lines[index] for index in foot)]
    return list(lines)


def _headers(lines: Sequence[SourceLine], astray: set[int]) -> Iterator[_Header]:
    """The headers of a page: a line of several header words, and those without a value that follow it."""
    stop = 0
    for index, line in enumerate(lines):
        if index < stop or index in astray:
            continue
        if _is_header(line.text):
            stop = index + 1
            while stop < len(lines) and stop not in astray and _goes_on(lines[stop].text):
                stop += 1
            yield _Header(index, stop)
        elif numbered := _numbered_below(lines, index):
            stop = numbered
            yield _Header(index, stop)


def _numbered_below(lines: Sequence[SourceLine], start: int) -> int:
    """Where lines of header words end that begin here and stand right above the row that numbers the columns; 0 where none do."""
    stop = 0
    for index in range(start, min(start + _HIGH, len(lines))):
        words = words_of(lines[index].text)
        if stop and is_index(words):
            return stop
        if not _goes_on(lines[index].text) and (words or index == start):
            return 0
        stop = index + 1 if words else stop
    return 0


def _is_header(text: str) -> bool:
    """Whether a line names columns: header words that are numbered, or have a wide blank between them."""
    words = words_of(text)
    if len(words) < _LEAST or words[0].text[0].islower() or not _goes_on(text) or _HEADING.match(text):
        return False
    return _NUMBERED.match(text) is not None or (len(words) > _LEAST and " " * _WIDE in text.strip())


def _goes_on(text: str) -> bool:
    words = words_of(text)
    return bool(words) and is_header(words) and not is_index(words) and not _has_value(text)


def _has_value(text: str) -> bool:
    return any(is_figure(word) and any(map(str.isalnum, word)) and not is_year(word) for word in text.split())


def _placed(text: str) -> list[tuple[int, str]]:
    return [(int(word.x0), word.text) for word in words_of(text)]


def _is_apart(lines: Sequence[SourceLine], headers: Sequence[_Header], index: int, astray: Sequence[int]) -> bool:
    """Whether rows of a table stand between a line and the header above it."""
    header = next((header for header in reversed(headers) if header.stop <= index), None)
    between = set(range(header.stop, index)) - set(astray) if header else set()
    return any(not lines[other].blank for other in between)


def _seat(lines: Sequence[SourceLine], headers: Sequence[_Header], index: int, place: int) -> _Header | None:
    """The nearest header above in which no text stands at a place, though below it cells begin there."""
    below = index
    for header in reversed(headers):
        if header.stop > index:
            continue
        if _is_free(lines, header, place) and any(_begins_at(line.text, place) for line in lines[header.stop : below]):
            return header
        below = header.first
    return None


def _is_free(lines: Sequence[SourceLine], header: _Header, place: int) -> bool:
    if any(abs(known - place) <= _NEAR for known, _ in header.words):
        return False
    return all(
        place + _WIDTH <= word.x0 or word.x0 + _LETTER * len(word.text) <= place
        for line in lines[header.first : header.stop]
        for word in words_of(line.text)
        if word.fixed
    )


def _begins_at(text: str, place: int) -> bool:
    low, high = _BESIDE
    return any(place + low <= word.x0 <= place + high for word in words_of(text))


def _written(lines: Sequence[SourceLine], headers: Sequence[_Header], left_out: set[int]) -> Iterator[SourceLine]:
    for index, line in enumerate(lines):
        if index in left_out:
            continue
        header = next((header for header in headers if header.stop - 1 == index), None)
        single = header is not None and header.first == index
        if not single:
            yield line
        for text in _texts(line.text if single else "", header.words if header else []):
            if single or text:
                yield replace(line, text=text)


def _texts(text: str, words: Sequence[tuple[int, str]]) -> Iterator[str]:
    """A line with words in the middle of their columns; one that finds no room stands in a line of its own."""
    rest = []
    for place, word in words:
        at = next((at for at in (max(place - round(_LETTER * (len(word) - 1) / 2), 0), place) if _has_room(text, at, word)), None)
        if at is None:
            rest.append((place, word))
        else:
            text = f"{text[:at]:<{at}}{word}{text[at + len(word) :]}"
    yield text
    if rest:
        yield from _texts("", sorted(rest))


def _has_room(text: str, at: int, word: str) -> bool:
    return not text[max(at - 1, 0) : at + len(word) + 1].strip()
