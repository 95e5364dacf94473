"""Physical lines of a text, numbered as an editor numbers them, and the pages that form feeds make of them."""

import re
from dataclasses import dataclass
from typing import Final

_BREAKS: Final = re.compile(r"\r\n|\r|\n")
_PLAIN: Final = dict.fromkeys(map(ord, "\ufeff\u200b\u200c\u200d\u2060")) | {
    ord("\xa0"): " ",
    ord("\u202f"): " ",
    ord("\u2007"): " ",
    ord("\ufb00"): "ff",
    ord("\ufb01"): "fi",
    ord("\ufb02"): "fl",
    ord("\ufb03"): "ffi",
    ord("\ufb04"): "ffl",
}
_CONTROL: Final = re.compile(r"[\x00-\x08\x0b\x0e-\x1f\x7f]")
LONGEST_LINE: Final = 5000
"""Characters of a line of running text; where a converter puts a whole report on one line, it is read as if it were wrapped."""


@dataclass(frozen=True, slots=True)
class SourceLine:
    """One physical line without its line break."""

    number: int
    """1-based."""
    text: str
    bold: bool = False
    folded: bool = False
    """True for a piece of a line too long to be read at once; what stands in its columns says nothing."""
    stood: bool = False
    """True for a line of a header with upright words: the order of its texts says more than their places."""
    centred: bool = False
    """True for a row of a table with texts in the middle of its rows."""
    header: bool = False
    """True for a line that names the columns of a table whose words were put back into them."""

    pieced: bool = False
    """True for a line that was put together again in one of several ways."""

    @property
    def blank(self) -> bool:
        return not self.text.strip()


def split_pages(text: str) -> list[list[SourceLine]]:
    """The lines of each page; a form feed begins a page, and does not count as a line."""
    pages: list[list[SourceLine]] = [[]]
    for number, raw in enumerate(_BREAKS.split(text), start=1):
        for index, part in enumerate(raw.split("\f")):
            if index:
                pages.append([])
            pieces = _folded(clean(part))
            pages[-1].extend(SourceLine(number, piece, folded=len(pieces) > 1) for piece in pieces)
    while len(pages) > 1 and all(line.blank for line in pages[-1]):
        pages.pop()
    return pages


def _folded(text: str) -> list[str]:
    """A line of running text in pieces of bearable length, cut at blanks where there are any; rows of tables stay whole."""
    if len(text) <= LONGEST_LINE or "\t" in text or "|" in text or "<" in text:
        return [text]
    pieces, start = [], 0
    while start < len(text):
        stop = start + LONGEST_LINE
        if stop < len(text) and " " not in (text[stop - 1], text[stop]):
            stop = text.rfind(" ", start + 1, stop) if " " in text[start + 1 : stop] else stop
        pieces.append(text[start:stop].strip())
        start = stop
    return [piece for piece in pieces if piece] or [""]


def clean(text: str) -> str:
    """Without invisible characters; blanks of every width become plain ones; a soft hyphen stays only at the end."""
    text = _CONTROL.sub("", text if text.isascii() else text.translate(_PLAIN))
    if "\xad" in text:
        body = text.rstrip()
        text = body[:-1].replace("\xad", "") + ("-" if body.endswith("\xad") else body[-1:])
    return text
