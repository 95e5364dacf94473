"""Header words that narrow columns break within a word, and which a converter wrote line by line over several columns: "Realis Capaia"
above "asi" and "n".
"""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import Final

from extractor.reading.document import Line
from extractor.tables.strewn_heads import Wordings
from extractor.tables.wording import fold

_LIKE: Final = 0.95
"""Agreement with a wording from which words are a whole header."""
_MOST_COLUMNS: Final = 16
_MOST_LINES: Final = 24
_SEVERAL: Final = 2


def with_whole_headers(lines: Sequence[Line], wordings: Wordings) -> list[Line]:
    """The lines; those that begin the headers of several columns, and the rests of these below them, as a line for each column."""
    result: list[Line] = []
    at = 0
    while at < len(lines):
        begun = _begun(lines, at, wordings)
        whole, end = next((way for way in _ways(begun, lines, at, wordings) if way[0]), ([], at))
        if whole:
            place = lines[at].place
            for line in lines[at + 1 : end]:
                place = place.union(line.place)
            result += [lines[at]._replace(text=text, place=place, gap=lines[at].gap if n == 0 else 0.0) for n, text in enumerate(whole)]
            at = end
        else:
            result.append(lines[at])
            at += 1
    return result


def _ways(begun: Sequence[Sequence[str]], lines: Sequence[Line], at: int, wordings: Wordings) -> Iterator[tuple[list[str], int]]:
    """The whole headers, and where their rests end, where so many lines begin them; the more first."""
    for count in range(len(begun), 0, -1):
        columns = [text for parts in begun[:count] for text in parts]
        if len(columns) > 1:
            yield _completed(columns, lines, at + count, wordings)


def _begun(lines: Sequence[Line], at: int, wordings: Wordings) -> list[tuple[str, ...]]:
    """The headers that each of the lines of one block names or begins, from this one on."""
    found: list[tuple[str, ...]] = []
    for stop in range(at, min(at + _MOST_LINES, len(lines))):
        parts = _parts(tuple(lines[stop].text.split()), wordings) if stop == at or not lines[stop].gap else ()
        if not parts or sum(map(len, found)) + len(parts) > _MOST_COLUMNS:
            break
        found.append(parts)
    return found


@lru_cache(maxsize=4096)
def _parts(words: tuple[str, ...], wordings: Wordings) -> tuple[str, ...]:
    """The headers that the words are or begin, as few as possible; none where some words are neither."""
    if not words or len(words) > _MOST_COLUMNS or not words[0][:1].isupper():
        return ()
    best: list[tuple[str, ...] | None] = [()]
    for stop in range(1, len(words) + 1):
        found = [
            (*before, text)
            for start in range(stop)
            if (before := best[start]) is not None
            and words[start][:1].isupper()
            and (_is_whole(text := " ".join(words[start:stop]), wordings) or (stop - start == 1 and _is_begun(text, wordings)))
        ]
        best.append(min(found, key=lambda texts: (sum(not _is_whole(text, wordings) for text in texts), len(texts), texts), default=None))
    return best[-1] or ()


def _completed(columns: Sequence[str], lines: Sequence[Line], at: int, wordings: Wordings) -> tuple[list[str], int]:
    """The headers with the rests from this line on, each of the next column that lacks one, and where these end; none where they do not
    complete all of them.
    """
    whole = list(columns)
    if all(_is_whole(text, wordings) for text in whole):
        return [], at
    column = 0
    while at < len(lines) and not lines[at].gap and lines[at].text:
        words = lines[at].text.split()
        found = _filled(whole, column, words, wordings)
        if found is None:
            return [], at
        whole, column = found
        at += 1
        if all(_is_whole(text, wordings) for text in whole):
            return whole, at
    return [], at


def _filled(columns: list[str], column: int, words: Sequence[str], wordings: Wordings) -> tuple[list[str], int] | None:
    """The headers with the words of a line, and the column behind the last of these; None where they fit nowhere."""
    if not words:
        return columns, column
    for at in range(column, len(columns)):
        for text, rest in _longer(columns[at], words, wordings):
            found = _filled([*columns[:at], text, *columns[at + 1 :]], at + 1, rest, wordings)
            if found is not None:
                return found
        if not _is_whole(columns[at], wordings):
            return None
    return None


def _longer(text: str, words: Sequence[str], wordings: Wordings) -> Iterator[tuple[str, Sequence[str]]]:
    """The header with some of these words behind it, the most first, and the words that are left."""
    for count in range(len(words), 0, -1):
        for joint in ("", " "):
            longer = f"{text}{joint}{' '.join(words[:count])}"
            if _is_whole(longer, wordings) or _is_begun(longer, wordings):
                yield longer, words[count:]


def _is_whole(text: str, wordings: Wordings) -> bool:
    return len(text) >= _SEVERAL and max(wordings.like(text).values(), default=0.0) >= _LIKE


def _is_begun(text: str, wordings: Wordings) -> bool:
    """Whether a header begins with these letters."""
    letters = fold(text).replace(" ", "")
    known = _solid(wordings)
    at = bisect_left(known, letters)
    return bool(letters) and at < len(known) and known[at].startswith(letters)


@lru_cache(maxsize=4)
def _solid(wordings: Wordings) -> tuple[str, ...]:
    """All header wordings without blanks, in order."""
    words = (word for spec in wordings.specs for role in spec.roles for word in role.words)
    return tuple(sorted({fold(word).replace(" ", "") for word in words}))
