"""Headers of which some words stand upright: a converter that keeps the height of the page sets them far above one another.

A word that runs upwards takes one line of text and the height of many, and begins where its column is centred. The blank lines
around it say nothing, nor does the width of the word.
"""

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise, takewhile
from typing import Final

from extractor.reading.column_lines import HEADER_WORDS
from extractor.reading.text_lines import SourceLine

_CHUNK: Final = re.compile(r"\S+(?: \S+)*")
_WIDE: Final = re.compile(r"\S {2,}(?=\S)")
_CAPTION: Final = re.compile(r"\s*(?:tabel|table|gambar|grafik|lampiran)\b", re.I)
_INDEX: Final = re.compile(r"\s*(?:\(?1\)?\s{2,}|\(1\)$)")
_DATED: Final = re.compile(r"[^\W\d]+ (?:19|20)\d{2}")
"""A word with its year as the name of a column; a title has more, and may leave the year alone to its last line."""
_MIN_BLANK: Final = 2
"""Blank lines that only an upright word makes in a header."""
_MAX_BLANK: Final = 12
_MAX_LINES: Final = 16
"""Lines of such a header that hold more than a number, at most."""
_MAX_WORDS: Final = 4
"""Words of one header in one line."""
_LEAST_KNOWN: Final = 0.5
"""Share of the words of a header that are words of table headers."""
_STAFF_WORDS: Final = frozenset(
    ("induk", "jenis", "kelamin", "lahir", "pegawai", "ruang", "status", "tanggal", "terakhir", "tgl", "tingkat", "tmt", "urut")
)
"""Words in the names of the columns of a list of staff, which say less where no word stands upright; lower case."""
_LEAST_CUT: Final = 6
"""Letters that a narrow column leaves of a word that is known all the same, at least."""
_CUT_WORDS: Final = tuple(word for word in sorted({*HEADER_WORDS, *_STAFF_WORDS}) if len(word) > _LEAST_CUT)
_LEAST_PARTS: Final = 3
"""Columns that such a header names at least."""
_APART: Final = 3
_MOST: Final = 31
_NUMBERS: Final = re.compile(r"\s*(?:(?:TW?)?\d{1,2}|I{1,3}|IV)(?:\s+(?:(?:TW?)?\d{1,2}|I{1,3}|IV))*\s*")
"""Numbers of months or quarters."""
_QUARTER: Final = re.compile(r"TW?\d")
"""The name of a quarter."""
_CUT: Final = re.compile(r"1(?: 1)*")
"""The first digit of the last months, beside names of columns; the other one stands on the line below."""
_MOST_COUNTED: Final = 4
"""Lines of numbers in a header at most."""
_YEAR: Final = re.compile(r"(?:19|20)\d{2}")
"""The last line of a name that ends with a year."""
_FIRST_LINES: Final = 3
"""Lines of the first entry of which one holds a figure; where cells stand in the middle of their rows, texts begin above it."""
_NUMBERED_BY: Final = 8
"""Lines of the first entry of which one holds its number."""
_FIRST_NUMBER: Final = re.compile(r"\s*1\.?\s{2,}\S")


def gather_headers(lines: Sequence[SourceLine]) -> list[SourceLine]:
    """The lines of a page, those of such headers without the blank lines among them and marked as stood."""
    found = list(lines)
    filled = [index for index, line in enumerate(lines) if not line.blank]
    dropped: set[int] = set()
    at = 0
    while at < len(filled):
        stop = _header(lines, filled, at)
        for index in filled[at:stop]:
            found[index] = replace(lines[index], stood=True)
        if stop > at:
            dropped.update(range(filled[at], filled[stop]))
            dropped.difference_update(filled[at:stop])
        at = max(stop, at + 1)
    return _counted_in_line([line for index, line in enumerate(found) if index not in dropped]) if dropped else found


def _counted_in_line(lines: Sequence[SourceLine]) -> list[SourceLine]:
    """The lines, numbers of months or quarters that stand one below the other in a header in one line, each at its own place."""
    found: list[SourceLine] = []
    for line in lines:
        above = found[-1] if found else None
        if above and above.stood and line.stood and _NUMBERS.fullmatch(above.text) and _NUMBERS.fullmatch(line.text):
            words = sorted((match.start(), match.group()) for text in (above.text, line.text) for match in re.finditer(r"\S+", text))
            if all(place + len(word) < after for (place, word), (after, _) in pairwise(words)):
                found[-1] = replace(above, text=_set(words))
                continue
        found.append(line)
    return found


def _set(words: Sequence[tuple[int, str]]) -> str:
    """A line with these words at these places."""
    text = ""
    for place, word in words:
        text = f"{text:<{place}}{word}"
    return text


def _header(lines: Sequence[SourceLine], filled: Sequence[int], start: int) -> int:
    """Where a header with upright words that begins with this line ends; ``start`` where none begins."""
    if _known_share(lines[filled[start]].text.split()) < _LEAST_KNOWN:
        return start
    stop, counted = start, 0
    parts: list[tuple[int, str]] = []
    ends: list[tuple[int, int]] = []
    below = start > 0 and filled[start] - filled[start - 1] == 1
    if below and (lines[filled[start]].text.strip()[:1].islower() or _is_row(lines[filled[start - 1]].text)):
        return start  # the end of the text above it, or one of a table's rows
    title = below and _CAPTION.match(lines[filled[start - 1]].text)
    if title and not _WIDE.search(lines[filled[start]].text) and " " in lines[filled[start]].text.strip():
        return start
    while stop < len(filled) - 1 and stop - start - counted < _MAX_LINES:
        text, blank = lines[filled[stop]].text, filled[stop + 1] - filled[stop] - 1
        above = filled[stop] - filled[stop - 1] - 1 if stop > start else 0
        numbered = text.strip().isdecimal()
        months = numbered and (above >= _MIN_BLANK or counted > 0)
        loosely = blank >= _MIN_BLANK or months or _counts_less([lines[index].text for index in filled[stop : stop + _MOST_COUNTED]])
        dated = _YEAR.fullmatch(text.strip()) is not None and len(parts) > 1
        if not _names_columns(text) and not (_counts(text) and loosely) and not dated:
            break
        if blank > _MAX_BLANK:
            return start
        parts.extend((chunk.start(), chunk.group()) for chunk in _CHUNK.finditer(text))
        stop, counted = stop + 1, counted + (numbered and not dated)
        if blank >= _MIN_BLANK:
            ends.append((stop, len(parts)))
    # texts of the first entry may look like names: then the header ends at the last blank that an upright word makes
    for end, names in [(stop, len(parts)), *reversed(ends)] if ends else []:
        if _begins_body([lines[index].text for index in filled[end : end + _NUMBERED_BY]]) and _are_names(parts[:names]):
            return end - (end - 1 > start and _goes_on(lines[filled[end - 1]].text, lines[filled[end]].text))
    return start


def _is_row(text: str) -> bool:
    """Whether a line is one of a table's rows, below which no header begins: parted, with a figure."""
    return _WIDE.search(text) is not None and any(map(str.isdigit, text)) and not _names_columns(text)


def _names_columns(text: str) -> bool:
    """Whether a line may hold nothing but names of columns."""
    chunks = _CHUNK.findall(text)
    named = [chunk for chunk in chunks if not _CUT.fullmatch(chunk)]
    names = named if len(named) >= _LEAST_PARTS else chunks
    return all(_is_name(chunk) or _DATED.fullmatch(chunk) or (len(names) > 1 and _YEAR.fullmatch(chunk)) for chunk in names)


def _goes_on(text: str, below: str) -> bool:
    """Whether a line is the first one of an entry: the text below it begins at the same place, and few of its words are names."""
    words = text.split()
    begins = len(text) - len(text.lstrip())
    under = any(abs(chunk.start() - begins) <= 1 and chunk.group()[0].isalpha() for chunk in _CHUNK.finditer(below))
    return len(words) > 1 and not _WIDE.search(text) and under and _known_share(words) < _LEAST_KNOWN


def _is_name(chunk: str) -> bool:
    words = [word for word in chunk.split() if not _QUARTER.fullmatch(word)]
    return len(words) <= _MAX_WORDS and chunk[0] not in ".,;:" and not any(any(map(str.isdigit, word)) for word in words)


def _counts(text: str) -> bool:
    """Whether a line holds nothing but small numbers, as months and columns are named by."""
    return all(word.strip("()").isdecimal() and int(word.strip("()")) <= _MOST for word in text.split())


def _are_names(parts: Sequence[tuple[int, str]]) -> bool:
    """Whether these texts name several columns."""
    words = [word for _, part in parts for word in part.split()]
    places = sorted(place for place, _ in parts)
    columns = 1 + sum(after - before >= _APART for before, after in pairwise(places))
    return columns >= _LEAST_PARTS and _known_share(words) >= _LEAST_KNOWN


def _counts_less(texts: Sequence[str]) -> bool:
    """Whether the first of these lines, of numbers, stands above the row that numbers all columns, with at most such lines between them."""
    counted = [len(text.split()) for text in takewhile(_counts, texts)]
    return len(counted) > 1 and 1 < counted[0] < counted[-1]


def _known_share(words: Sequence[str]) -> float:
    """Share of these words that are words of table headers."""
    parts = [part.lower().strip(".,:;()") or part for word in words for part in word.split("/")]
    return sum(map(_is_known, parts)) / len(parts)


def _is_known(part: str) -> bool:
    """Whether a word, be it cut by a narrow column, is one of table headers, or a number."""
    cut = len(part) >= _LEAST_CUT and any(word.startswith(part) for word in _CUT_WORDS)
    return cut or part in HEADER_WORDS or part in _STAFF_WORDS or part.isdecimal()


def _begins_body(texts: Sequence[str]) -> bool:
    """Whether the first of these lines is parted into many texts, or into some and one of them holds a figure; or the first entry has
    its number on one of them.
    """
    if not texts:
        return False
    parted = len(_WIDE.findall(texts[0]))
    if _INDEX.match(texts[0]) is not None or parted + any(map(str.isdigit, texts[0])) > 1:
        return True
    first = texts[:_FIRST_LINES]
    if any(len(_WIDE.findall(text)) >= 2 - (parted > 0) and any(map(str.isdigit, text)) for text in first[1:]):
        return True
    return any(map(_WIDE.search, first)) and any(_FIRST_NUMBER.match(text) for text in texts)
