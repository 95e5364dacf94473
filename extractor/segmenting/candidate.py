"""Lines that could be headings, each reading with its title ending on the same line or on one of the next."""

import re
from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from extractor.segmenting.printed import Printed
from extractor.segmenting.reading import Reading, is_number_alone, readings
from extractor.segmenting.wording import Vocabulary, join

_MAX_ADDED: Final = 3
_MAX_WORDS: Final = 32
_MAX_LINE_WORDS: Final = 16
"""A further line of a title is shorter than this."""

_CAPTION: Final = re.compile(r"^(?:tabel|gambar|grafik|diagram|bagan|foto|lampiran\s+keputusan)\b", re.I)


def is_caption(text: str) -> bool:
    """Whether a line is the caption of a table or picture."""
    return _CAPTION.match(text) is not None


class Candidate(NamedTuple):
    """A heading that may stand on the pieces ``start`` to ``stop`` (exclusive) of the printed lines."""

    start: int
    stop: int
    reading: Reading
    title: str
    look: Printed
    """The line it begins on."""
    head: int
    """Number of pieces that number and first words of the title take; the others are cut off the title."""
    score: float = 0.0
    listed: float = 0.0
    """How well an entry of the table of contents agrees with it, 0 to 1."""

    @property
    def value(self) -> int:
        return self.reading.value


def candidates(lines: Sequence[Printed], vocabulary: Vocabulary) -> Iterator[Candidate]:
    """All candidates in printed order."""
    for index, line in enumerate(lines):
        if line.table:
            continue
        found, head = readings(line.text), 1
        if is_number_alone(line.text) and index + 1 < len(lines):
            found, head = [r for r in readings(f"{line.text} {lines[index + 1].text}") if r.style in ("bab", "letter", "decimal")], 2
        for reading in found:
            yield from _extended(lines, vocabulary, index, head, reading)


def _extended(lines: Sequence[Printed], vocabulary: Vocabulary, start: int, head: int, reading: Reading) -> Iterator[Candidate]:
    pieces = [reading.title] if reading.title else []
    yield Candidate(start, start + head, reading, join(pieces, vocabulary), lines[start], head)
    if reading.style in ("front", "back", "bare"):
        return
    for index in range(start + head, min(start + head + _MAX_ADDED, len(lines))):
        line = lines[index]
        pieces.append(line.text)
        title = join(pieces, vocabulary)
        if line.table or line.words > _MAX_LINE_WORDS or len(title.split()) > _MAX_WORDS or _begins_anew(line):
            return
        yield Candidate(start, index + 1, reading, title, lines[start], head)


def _begins_anew(line: Printed) -> bool:
    """Whether a line carries a number of its own, or the name of another part of the report."""
    return (
        line.bullet
        or is_caption(line.text)
        or any(reading.style != "bare" for reading in readings(line.text))
        or is_number_alone(line.text)
    )
