"""Upright header words that a converter prints far from their header: at the end of the page, or below its foot.

``pdfplumber`` writes letters that stand upright apart from all others, at the true places from left to right, but not from top to
bottom. What stood below the header in the page may then follow them, so that a header and its rows have the foot of the page
between them.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import product
from typing import Final

from extractor.reading.text_lines import SourceLine
from extractor.reading.text_squeezed_columns import headed
from extractor.reading.text_squeezed_words import Word, is_figure, is_header, is_index, is_year, words_of
from extractor.reading.text_turned import is_known_backwards

_LEAST: Final = 2
"""Words of a header line at least."""
_WIDTH: Final = 2
"""Cells that an upright word takes at most."""
_NEXT: Final = 3
"""Cells from one upright word to the next one at least."""
_NOWHERE: Final = (0, 0)
_NUMBERS: Final = 6
"""Cells by which the number of the first column may stand right of the beginning of a header."""
_MIDDLE: Final = 0.7
_OFF_MIDDLE: Final = 2.0
"""Cells from the left of an upright word to its middle, and by which this may be off that of its column."""
_LETTER: Final = 0.5
"""Width of a letter in cells at least: where a text that was pushed ends."""
_NEAR: Final = 1
"""Cells by which upright words of one column stand beside one another."""
_BESIDE: Final = (-3, 2)
"""Where a cell begins from the place of an upright word in the middle of its column, in cells."""
_WIDE: Final = 3
"""Blanks between two texts of a header; fewer are enough between two that name columns."""
_FOOT: Final = 3
"""Lines of the foot of a page at most."""
_HIGH: Final = 10
"""Lines of a header and the row that numbers its columns at most, blank ones included."""
_ABOVE_FOOT: Final = 2
"""Blank lines above it at least."""
_NUMBERED: Final = re.compile(r"\s*(?:no|nomor|kode)\b", re.I)
_QUARTER: Final = re.compile(r"[1-4]T")
"""The name of a quarter, backwards."""
_HEADING: Final = re.compile(r"\s*(?:[A-Z]\.|\d+(?:\.\d+)*\.?|BAB\b|tabel\b)\s", re.I)


@dataclass(slots=True)
class _Header:
    """The first line and the one after the last of a header, and the upright words that belong to it."""

    first: int
    stop: int
    words: list[tuple[int, str]] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class _Seat:
    """A header, and the place in it where an upright word stands."""

    header: _Header
    place: int

    def joins(self, word: str) -> bool:
        """Whether the word seated here goes on with one printed below it, and names no column by itself."""
        return any(place == self.place and headed(word[::-1], text.split()[0][::-1]) <= 0 for place, text in self.header.words)

    def take(self, word: str) -> None:
        """Seat a word: before another one at the very same place, which stands above it, for upright lines run upwards."""
        above = next((at for at, (place, _) in enumerate(self.header.words) if place == self.place), None)
        if above is None:
            self.header.words.append((self.place, word))
        else:
            self.header.words[above] = (self.place, f"{word} {self.header.words[above][1]}")


def reseated(lines: Sequence[SourceLine]) -> list[SourceLine]:
    """The lines of a page, upright words that stand apart behind the header they belong to, and the foot behind all others."""
    if not any(is_known_backwards(word) or _QUARTER.fullmatch(word) for line in lines for word in line.text.split()):
        return list(lines)
    lines = _without_foot(lines)
    astray = [index for index, line in enumerate(lines) if _is_astray(line.text)]
    headers = list(_headers(lines, set(astray)))
    moved: set[int] = set()
    above: dict[int, _Seat] = {}
    for index in astray:
        if not _is_apart(lines, headers, index, astray):
            continue
        words = [replace(word, text=word.text[::-1]) if _QUARTER.fullmatch(word.text) else word for word in words_of(lines[index].text)]
        above = above if index - 1 in moved and _goes_below(words, above) else {}
        seats = [above[int(word.x0)] for word in words] if above else _seats(lines, headers, index)
        if all(seats):
            moved.add(index)
            for seat, word in zip(seats, words, strict=True):
                if seat is not None:
                    seat.take(word.text)
            above = {int(word.x0): seat for seat, word in zip(seats, words, strict=True) if seat is not None}
    return list(_written(lines, headers, moved))


def _goes_below(words: Sequence[Word], above: Mapping[int, _Seat]) -> bool:
    """Whether words go on with those right above them, at the very same places; a name of a column heads another table."""
    seats = [above.get(int(word.x0)) for word in words if word.fixed]
    return len(seats) == len(words) and all(seat and seat.joins(word.text) for seat, word in zip(seats, words, strict=True))


def _is_astray(text: str) -> bool:
    """Whether a line holds nothing but words that are printed backwards, and one of them is a known word of headers, or the quarters."""
    words = text.split()
    if len(words) > _LEAST and all(map(_QUARTER.fullmatch, words)):
        return True
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
    """Whether a line names columns: header words that are numbered, have a wide blank between them, or name two columns."""
    words = words_of(text)
    if len(words) < _LEAST or words[0].text[0].islower() or not _goes_on(text) or _HEADING.match(text):
        return False
    if _NUMBERED.match(text) is not None or (len(words) > _LEAST and " " * _WIDE in text.strip()):
        return True
    return sum(headed("", word.text) > 0 for index, word in enumerate(words) if not index or word.fixed) >= _LEAST


def _goes_on(text: str) -> bool:
    words = words_of(text)
    return bool(words) and is_header(words) and not is_index(words) and not _has_value(text)


def _has_value(text: str) -> bool:
    return any(is_figure(word) and any(map(str.isalnum, word)) and not is_year(word) for word in text.split())


def _is_apart(lines: Sequence[SourceLine], headers: Sequence[_Header], index: int, astray: Sequence[int]) -> bool:
    """Whether rows of a table stand between a line and the header above it."""
    header = next((header for header in reversed(headers) if header.stop <= index), None)
    between = set(range(header.stop, index)) - set(astray) if header else set()
    return any(not lines[other].blank for other in between)


def _seats(lines: Sequence[SourceLine], headers: Sequence[_Header], index: int) -> list[_Seat | None]:
    """The seats of the words of a line, which stand at one height, in one header: the nearest one above that has room for all of them,
    rather one without texts that may have been pushed over these places; else the nearest one for each.
    """
    above = [header for header in headers if header.stop <= index][::-1]
    below = [index, *(header.first for header in above)]
    words = words_of(lines[index].text)
    for sure, proven in product((True, False), repeat=2):
        for header, stop in zip(above, below, strict=False):
            found = _in_header(lines, header, stop, words, sure=sure, proven=proven)
            if all(found):
                return found
    each = [_in_header(lines, header, stop, words, sure=False, proven=False) for header, stop in zip(above, below, strict=False)]
    return [next((seat for seat in seats if seat), None) for seats in zip(*each, strict=True)] if each else [None] * len(words)


def _in_header(
    lines: Sequence[SourceLine], header: _Header, stop: int, words: Sequence[Word], *, sure: bool, proven: bool
) -> list[_Seat | None]:
    """The seats of words in a header, whose rows end before a line: where no text stands, though below it cells begin there.

    ``sure`` where no text may have been pushed over the place, ``proven`` where cells begin there that were not pushed. A word right
    behind another one was pushed there, for letters that stand upright take no more room than one of them.
    """
    rows = [found for line in lines[header.stop : stop] if (found := words_of(line.text))]
    left = _left([words_of(line.text) for line in lines[header.first : header.stop]])
    numbered = bool(rows) and is_index(rows[0]) and rows[0][0].x0 <= left + _NUMBERS
    numbers = [word.x0 + len(word.text) / 2 for word in rows[0]] if numbered else []
    seats: list[_Seat | None] = []
    low = 0
    for word in words:
        high = int(word.x0)
        # cells over which the word before stands are not those of this one
        rows = rows if word.fixed or not seats else [[cell for cell in cells if cell.x0 > low + _BESIDE[1] - _NEXT] for cells in rows]
        low = high if word.fixed else min(low, high)
        free = [place for place in range(high, low - 1, -1) if _is_free(lines, header, place)]
        begun = {place: _begun(rows, numbers, place) for place in free if not (sure and _may_hide(lines, header, place))}
        best = [place for place in begun if begun[place] == max(begun.values())]
        place = best[len(best) // 2] if best else -1
        seats.append(_Seat(header, place) if begun.get(place, _NOWHERE)[not proven] else None)
        low = (place if seats[-1] else low) + _NEXT
    return seats


def _may_hide(lines: Sequence[SourceLine], header: _Header, place: int) -> bool:
    """Whether a line of a header has words that may have been pushed over a place, or on to it."""
    for line in lines[header.first : header.stop]:
        start = end = 0.0
        for word in words_of(line.text):
            start = word.x0 if word.fixed else start
            end = word.x0 + len(word.text)
            if not word.fixed and start <= place < end:
                return True
    return False


def _is_free(lines: Sequence[SourceLine], header: _Header, place: int) -> bool:
    """Whether no text stands over the column at a place; one above the line with which the header begins at the left heads several."""
    if any(abs(known - place) <= _NEAR for known, _ in header.words):
        return False
    low, high = _BESIDE
    texts = [words_of(line.text) for line in lines[header.first : header.stop]]
    left = _left(texts)
    main = next((at for at, words in enumerate(texts) if words and words[0].x0 <= left + 1), 0)
    return not any(
        (word.x0 < place + _WIDTH and place < word.x0 + _LETTER * len(word.text)) or place + low <= word.x0 <= place + high
        for words in texts[main:]
        for word in words
        if word.fixed
    )


def _left(texts: Sequence[Sequence[Word]]) -> float:
    """Where a header begins."""
    return min((word.x0 for words in texts for word in words), default=0.0)


def _begun(rows: Sequence[Sequence[Word]], numbers: Sequence[float], place: int) -> tuple[int, int]:
    """In how many lines a text begins near a place, and those included that may have been pushed there; where ``numbers`` of columns
    have their middles, one of these must stand there.
    """
    if numbers and all(abs(middle - place - _MIDDLE) > _OFF_MIDDLE for middle in numbers):
        return _NOWHERE
    low, high = _BESIDE
    begun = [[word.fixed for word in words if place + low <= word.x0 <= place + high] for words in rows]
    return sum(map(any, begun)), sum(map(bool, begun))


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
