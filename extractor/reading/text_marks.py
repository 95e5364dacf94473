"""Marks of converters in a text: markdown emphasis and headings, HTML tags and entities."""

import html
import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final

from extractor.reading.document import Cell, Line, Place
from extractor.reading.text_lines import SourceLine

_HEADING: Final = re.compile(r"^\s{0,3}#{1,6}\s+(.*?)\s*#*\s*$")
_RULE: Final = re.compile(r"^\s*(?:-{3,}|={3,}|\*{3,}|(?:\*\s){3,}|```\w*)\s*$")
_BOLD: Final = re.compile(r"\*\*\*?")
_ITALIC: Final = re.compile(r"(?<![\w*\\])\*(?=[^\s*])([^*]*[^\s*])\*(?![\w*])")
_UNDERSCORED: Final = re.compile(r"(?<![\w\\])(_{1,2})(?=[^\s_])([^_]*[^\s_])\1(?!\w)")
_FENCED: Final = re.compile(r"(?<!\\)(~~|`)(?=\S)([^~`]*)\1")
"""Struck out or set in a fixed width, as converters read ruled or typewritten print."""
_LINK: Final = re.compile(r"!?\[([^\[\]]*)\]\([^()\s]*\)")
_ESCAPE: Final = re.compile(r"\\([\\`*_{}\[\]()#+\-.!|<>~])")
_MARK: Final = re.compile(r"[*#\\\]_~`]")
_COMMENT: Final = re.compile(r"<!--.*?-->")
_BULLET: Final = re.compile(r"^\s*(?:[-•▪*o]|\(?\w{1,3}[.)])\s+")

_INLINE: Final = "b|strong|i|em|u|s|sup|sub|span|font|a|img|small|code|mark"
_BLOCK: Final = "p|br|ol|ul|li|div|center|h[1-6]|hr|blockquote|pre|table|thead|tbody|tfoot|tr|td|th|caption|html|body|head"
_ATTRIBUTES: Final = r"(?:\s+(?:[A-Za-z]+\s+)*(?:[\w:-]+\s*=[^<>]*|[A-Za-z]+))?\s*"
"""What may follow the name of a tag; anything else between angle brackets is text."""
_INLINE_TAG: Final = re.compile(rf"</?(?:{_INLINE}){_ATTRIBUTES}/?>", re.I)
_BLOCK_TAG: Final = re.compile(rf"</?(?:{_BLOCK}){_ATTRIBUTES}/?>|<(?:{_BLOCK}|{_INLINE}){_ATTRIBUTES}$", re.I)
_STRONG_TAG: Final = re.compile(rf"<(?:b|strong|h[1-6]){_ATTRIBUTES}>", re.I)

_MAX_SPAN: Final = 10
"""Physical lines over which one pair of bold marks may run; a mark without partner stays as it is printed."""
_MIN_BOLD: Final = 0.6
"""Share of a line's letters that must be bold for the line to be so."""


def is_rule(text: str) -> bool:
    """A line of dashes, equal signs or stars that separates, and says nothing."""
    return _RULE.match(text) is not None


def strip_tags(text: str) -> list[str]:
    """Lines of plain text: block tags end a line, inline tags vanish, entities become characters."""
    if "<" not in text:
        return [html.unescape(text)] if "&" in text else [text]
    text = _INLINE_TAG.sub("", _BLOCK_TAG.sub("\n", _COMMENT.sub("", text)))
    return [html.unescape(part) for part in text.split("\n") if part.strip()]


def strip_emphasis(text: str) -> tuple[str, bool]:
    """Text without markdown marks, and whether it is bold; pairs of marks are looked for in this text alone."""
    [line] = mark_lines([SourceLine(1, text)])
    return line.text, line.bold


def mark_lines(lines: Sequence[SourceLine]) -> list[SourceLine]:
    """Lines of running text without headings' and bold marks (also pairs over several lines), bold where they were."""
    pairs = _bold_pairs(lines)
    result, inside = [], False
    for index, line in enumerate(lines):
        text, bold, inside = _unmark(line.text, pairs.get(index, ()), inside)
        heading = _HEADING.match(text)
        if heading:
            text = heading.group(1)
        result.append(replace(line, text=_inline(text), bold=line.bold or bold or heading is not None))
    return result


def _inline(text: str) -> str:
    if "](" in text:
        text = _LINK.sub(r"\1", text)
    if "*" in text:
        text = _ITALIC.sub(r"\1", text)
    if "_" in text:
        text = _UNDERSCORED.sub(r"\2", text)
    if "~~" in text or "`" in text:
        text = _FENCED.sub(r"\2", text)
    return _ESCAPE.sub(r"\1", text) if "\\" in text else text


@dataclass(frozen=True, slots=True)
class _Mark:
    line: int
    start: int
    stop: int
    opens: bool
    closes: bool


def _bold_pairs(lines: Sequence[SourceLine]) -> dict[int, tuple[tuple[int, int], ...]]:
    """The spans of the bold marks that have a partner, per line."""
    kept: dict[int, tuple[tuple[int, int], ...]] = {}
    opening: _Mark | None = None
    for mark in _bold_marks(lines):
        if opening is not None and mark.closes and mark.line - opening.line <= _MAX_SPAN:
            for partner in (opening, mark):
                kept[partner.line] = (*kept.get(partner.line, ()), (partner.start, partner.stop))
            opening = None
        else:
            opening = mark if mark.opens else None
    return kept


def _bold_marks(lines: Sequence[SourceLine]) -> list[_Mark]:
    marks = []
    for index, line in enumerate(lines):
        if "**" not in line.text:
            continue
        for found in _BOLD.finditer(line.text):
            before, after = line.text[: found.start()], line.text[found.end() :]
            marks.append(_Mark(index, found.start(), found.end(), after[:1].strip() != "", before[-1:].strip() != ""))
    return marks


def _unmark(text: str, spans: Sequence[tuple[int, int]], inside: bool) -> tuple[str, bool, bool]:
    """Text without these marks, whether most of its letters are bold, and whether bold goes on in the next line."""
    if not spans and not inside:
        return text, False, False
    parts, bold, at = [], 0, 0
    for start, stop in (*spans, (len(text), len(text))):
        parts.append(text[at:start])
        bold += _letters(text[at:start]) if inside else 0
        inside, at = (not inside, stop) if stop > start else (inside, stop)
    plain = "".join(parts)
    return plain, bold > 0 and bold >= _MIN_BOLD * _letters(_BULLET.sub("", plain)), inside


def _letters(text: str) -> int:
    return sum(map(str.isalnum, text))


def cell_of(raw: str, place: Place) -> Cell:
    """A cell of a text table: HTML and markdown marks become plain lines, all at the same place."""
    strong = "<" in raw and _STRONG_TAG.search(raw) is not None
    lines = []
    for part in strip_tags(raw):
        text, bold = strip_emphasis(part) if _MARK.search(part) else (part, False)
        text = " ".join(text.split())
        if text:
            lines.append(Line(text, place, bold=bold or strong))
    return Cell(tuple(lines), place)
