"""Physical lines of a text, numbered as an editor numbers them, and the pages that form feeds make of them."""

import re
from dataclasses import dataclass
from typing import Final

_BREAKS: Final = re.compile(r"\r\n|\r|\n")
_INVISIBLE: Final = dict.fromkeys(map(ord, "\ufeff\u200b\u200c\u200d\u2060\x00"))
_SAME: Final = {
    ord("\xa0"): " ",
    ord("\u202f"): " ",
    ord("\u2007"): " ",
    ord("\ufb00"): "ff",
    ord("\ufb01"): "fi",
    ord("\ufb02"): "fl",
    ord("\ufb03"): "ffi",
    ord("\ufb04"): "ffl",
}
_CONTROL: Final = re.compile(r"[\x01-\x08\x0b\x0e-\x1f\x7f]")


@dataclass(frozen=True, slots=True)
class SourceLine:
    """One physical line without its line break."""

    number: int
    """1-based."""
    text: str
    bold: bool = False

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
            pages[-1].append(SourceLine(number, clean(part)))
    while len(pages) > 1 and all(line.blank for line in pages[-1]):
        pages.pop()
    return pages


def clean(text: str) -> str:
    """Without invisible characters; blanks of every width become plain ones; a soft hyphen stays only at the end."""
    text = _CONTROL.sub("", text.translate(_INVISIBLE).translate(_SAME))
    if "\xad" in text:
        body = text.rstrip()
        text = body[:-1].replace("\xad", "") + ("-" if body.endswith("\xad") else body[-1:])
    return text
