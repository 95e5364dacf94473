"""Lines of running text joined into paragraphs, each character still knowing the line it stands on."""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import lru_cache

from extractor.reading.document import Line

_MARKER = re.compile(
    r"^(?:[-–—•●▪*✓➢]\s*)?(?:\(?(?:\d{1,2}|[a-zA-Z]|[ivx]{1,4})(?:[.)]+(?=\s|[A-Z][^\W\d_]{3})|\s*\)\.?)|(?<!\w)[-–—•●▪*✓➢➤►](?=\s))\s*"
)
_TERMINATOR = re.compile(r"[.;:!?]\W{0,3}$")
_SENTENCE_END = re.compile(r"(?=[.!?;]\s)(?<![A-Z])(?<!\b[A-Z][a-z])(?<!\b[Gg]ol)(?<!\b[Nn]o)(?<!\b[Kk]ab)[.!?;]\s+(?=[A-Z(])")
_DIGIT = re.compile(r"\d")
_WORD = re.compile(r"[^\W\d_]+")
_HYPHEN_AT_END = re.compile(r"[a-z]-$")
_SUM = re.compile(r"(?:JUMLAH|TOTAL|Jumlah|Total)(?!\w)")
_SECTION = re.compile(r"\W{0,3}(?:\d{1,2}(?:\.\d{1,2}){1,3}|[A-Z]\.\d{1,2})\.?\s+(?=[A-Z])")
"""The number of a section before its heading: "1.3 Sumber Daya"."""
_CAPTION = re.compile(r"(?:Tabel|Gambar|Grafik|Bagan|Diagram)\s+(?:\d|[IVX]+\.)", re.IGNORECASE)
_GAP = 0.9
"""Line heights of blank space above from which a line may begin a new paragraph."""
LONGEST = 5_000
"""Characters from which a paragraph is one no more: lines that nothing parts would be joined for ever."""


@dataclass(slots=True)
class Paragraph:
    """A list item, heading or paragraph; ``text`` is without the list marker."""

    text: str
    marker: str = ""
    heading: bool = False
    lines: list[Line] = field(default_factory=list)
    starts: list[int] = field(default_factory=list)
    """Offset in ``text`` at which each line begins."""
    letters: int = 0
    capitals: int = 0
    """Counted line by line: counting a paragraph anew for each line it gets would take the square of its length."""

    def count(self, text: str) -> None:
        """Add the letters of a text that joins the paragraph."""
        letters, capitals = _letters(text)
        self.letters += letters
        self.capitals += capitals

    @property
    def in_capitals(self) -> bool:
        return _are_capitals(self.letters, self.capitals)

    def line_at(self, offset: int) -> Line:
        """The printed line on which a character of ``text`` stands."""
        return self.lines[max(0, bisect_right(self.starts, offset) - 1)]

    def sentence_starts(self) -> list[int]:
        """Offsets at which sentences begin, 0 first."""
        return [0, *(m.end() for m in _SENTENCE_END.finditer(self.text))]

    @property
    def announces(self) -> bool:
        """Whether a list is to follow: it ends in a colon."""
        return self.text.rstrip("* ").endswith(":")


def paragraphs(lines: Iterable[Line]) -> Iterator[Paragraph]:
    """Joins lines that belong together, over page breaks and blank lines where the sentence plainly goes on."""
    current: Paragraph | None = None
    for line in lines:
        text = line.text.strip()
        if not text:
            continue
        marker = _MARKER.match(text)
        if current and not marker and len(current.text) < LONGEST and _continues(current, line, text):
            _append(current, line, text)
            continue
        if current:
            yield current
        body = text[marker.end() :] if marker else text
        current = Paragraph(body, marker.group().strip() if marker else "", _is_heading(line, text, body), [line], [0])
        current.count(body)
    if current:
        yield current


def _append(paragraph: Paragraph, line: Line, text: str) -> None:
    hyphenated = _HYPHEN_AT_END.search(paragraph.text[-2:]) and text[:1].islower()
    if hyphenated:
        paragraph.text = paragraph.text[:-1]
    elif paragraph.text:
        paragraph.text += " "
    paragraph.starts.append(len(paragraph.text))
    paragraph.lines.append(line)
    paragraph.text += text
    paragraph.count(text)
    paragraph.heading = paragraph.heading and line.gap < _GAP and len(paragraph.text) < 120


def _continues(paragraph: Paragraph, line: Line, text: str) -> bool:
    if not paragraph.text or text[:1].islower():
        return True
    if _begins_anew(paragraph, line, text):
        return False
    if line.gap < _GAP:
        return not (paragraph.announces or paragraph.text.endswith(";"))
    if line.place.lines is None and line.gap >= 2 * _GAP:
        return False
    return not (paragraph.heading or _TERMINATOR.search(paragraph.text) or _is_heading(line, text, text))


def _begins_anew(paragraph: Paragraph, line: Line, text: str) -> bool:
    """Whether a line plainly begins something else: a sum under a list, a heading, the text under one, a caption."""
    return (
        (bool(paragraph.marker) and _SUM.match(text) is not None)
        or text.startswith("#")
        or paragraph.lines[-1].text.lstrip().startswith("#")
        or _is_capitals(text) != paragraph.in_capitals
        or _is_section(line, text)
        or (paragraph.heading and _is_apart(paragraph, line, text))
        or (_CAPTION.match(text) is not None and _TERMINATOR.search(paragraph.text) is not None)
    )


def _is_section(line: Line, text: str) -> bool:
    """Whether a line is the numbered heading of a section."""
    return _SECTION.match(text) is not None and _is_heading(line, text, text)


def _is_apart(heading: Paragraph, line: Line, text: str) -> bool:
    """Whether a line under a heading begins the text: the heading is numbered or bold and the line is no heading."""
    marked = _SECTION.match(heading.text) is not None or (heading.lines[-1].bold and not line.bold)
    return marked and not _is_heading(line, text, text)


def _is_heading(line: Line, text: str, body: str) -> bool:
    if _DIGIT.search(body):
        body = _SECTION.sub("", body, count=1)
    if text.startswith("#") or _is_capitals(body):
        return True
    if len(body) > 90 or _TERMINATOR.search(body) or _DIGIT.search(body) or body.endswith(","):
        return False
    words = [w for w in _WORD.findall(body) if len(w) > 3]
    return line.bold or (bool(words) and sum(w[0].isupper() for w in words) >= 0.75 * len(words))


def _is_capitals(text: str) -> bool:
    return _are_capitals(*_letters(text))


@lru_cache(maxsize=1024)
def _letters(text: str) -> tuple[int, int]:
    """How many letters a text has, and how many of them are capitals; asked several times for each line."""
    letters = "".join(filter(str.isalpha, text))
    return len(letters), sum(map(str.isupper, letters))


def _are_capitals(letters: int, capitals: int) -> bool:
    return letters > 3 and capitals >= 0.85 * letters
