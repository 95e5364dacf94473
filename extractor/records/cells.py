"""Small readings of a table cell that the planning records share: clean text, list numbers, targets, noise."""

import re

from extractor.model import Target
from extractor.tables.table import Row, Table
from extractor.values.lookalike import mend_lookalikes
from extractor.values.target import read_target
from extractor.values.words import is_common_word

_TAG = re.compile(r"</?[a-zA-Z][^<>]*>")
_BULLET = re.compile(r"(?:^|(?<=\s))[-–•●▪✓✔*]\s+")
_INDEX = re.compile(r"[-\s]*\(?\d{1,2}\)?")
_WORD = re.compile(r"[^\W\d_]+")
_EMPTY = re.compile(r"[\s\-–—_.:;,~*'\"|/•●]*")
_NUMBER = re.compile(r"[(\[]?(?P<number>\d{1,3}(?:\.\d{1,2}){0,3}|[A-Za-z]|[IVXivx]{1,5})[.)\]]{0,2}")
_LISTED = re.compile(r"\s*\(?(?P<number>\d{1,2})\s?[.)]\s*(?=[^\W\d])")
# A word of a foreign term: "Cost Recovery Rate".
_TITLED = re.compile(r"[A-Z][a-z]*[aeiou][a-z]*|[A-Z]{2,}")
# Function words of English: a text recogniser invents such sentences over stamps and rotated cells, Indonesian has none of them.
_FOREIGN = re.compile(r"\b(?:the|of|and|with|this|that|for|was|from)\b", re.IGNORECASE)

_LOANWORD = re.compile(r"[a-z]{3,}(?:asi|isi|usi|ensi|ansi|itas|ologi|ografi|isme)", re.IGNORECASE)
"""Endings of learned words, of which no list is complete."""


def clean(text: str) -> str:
    """A cell's text on one line, without HTML tags and without the bullets of a list."""
    bare = " ".join(_TAG.sub(" ", text).replace("**", "").split())
    return " ".join(_BULLET.sub(" ", bare).split()) if _BULLET.match(bare) else bare


def own(row: Row, column: int | None) -> str:
    """The clean text that stands in this row itself: empty where it was taken from a merged cell above."""
    if column is None or column >= len(row.cells) or row.cells[column].filled_down:
        return ""
    text = clean(row.cells[column].text)
    return "" if is_blank(text) else text


def own_lines(row: Row, column: int | None) -> list[str]:
    """The printed lines of a cell that stands in this row itself, clean."""
    if column is None or not own(row, column):
        return []
    return [line for line in map(clean, mend_lookalikes(row.cells[column].raw).split("\n")) if not is_blank(line)]


def is_index(row: Row) -> bool:
    """A row of column numbers that was not told from data: "(2) (2) (3) (4)"."""
    texts = [cell.text.strip() for cell in row.cells if cell.text.strip()]
    return len(texts) >= 2 and all(_INDEX.fullmatch(text) for text in texts) and len(row.cells) <= 2 * len(texts)


def is_blank(text: str) -> bool:
    """Whether a text is nothing but blanks, dashes, bullets and punctuation."""
    return _EMPTY.fullmatch(text) is not None


def has_words(text: str, letters: int = 3) -> bool:
    """Whether a text holds a run of at least so many letters."""
    return re.search(rf"[^\W\d_]{{{letters},}}", text) is not None


def is_foreign(text: str) -> bool:
    """Whether a text is English, as a text recogniser invents it over stamps."""
    words = _WORD.findall(text)
    return bool(words) and len(_FOREIGN.findall(text)) >= max(2, len(words) / 4)


def is_noise(text: str) -> bool:
    """Whether a text is what a text recogniser invents where there is none: English sentences, or several words that are no words."""
    words = _WORD.findall(text)
    if is_foreign(text):
        return True
    if _LISTED.match(text) or (len(words) > 2 and all(_TITLED.fullmatch(word) for word in words)):
        return False
    longer = [word for word in words if len(word) > 3]
    known = (is_common_word(word) or word.isupper() or _LOANWORD.fullmatch(word) for word in words if len(word) > 2)
    return len(longer) >= 2 and not any(known)


def list_number(text: str) -> str | None:
    """The number in a "No" cell without its dot or brackets ("1." -> "1"), or None where it holds something else."""
    match = _NUMBER.fullmatch("".join(text.split()))
    return match["number"] if match else None


def without_list_number(text: str) -> str:
    """An item without the list number before it: "2. Program X" -> "Program X"."""
    match = _LISTED.match(text)
    return text[match.end() :].strip() if match else text.strip()


def row_index(table: Table, row: Row) -> int:
    """Index of a row in its table, also of a copy that shares some of its cells."""
    for i, own in enumerate(table.rows):
        if own is row:
            return i
    return next((i for i, own in enumerate(table.rows) if any(a is b and a.text for a in own.cells for b in row.cells)), 0)


def joined_target(target: str, unit: str) -> str:
    """A target with the unit of a separate column: ("12", "Laporan") -> "12 Laporan", ("85", "%") -> "85%"; a grade has no unit."""
    if not target or is_blank(target) or not unit or is_blank(unit) or unit.lower() in target.lower():
        return target
    if (unit.lower() in ("%", "persen") and "%" in target) or read_target(target).jenis == "predikat":
        return target
    return f"{target}%" if unit == "%" else f"{target} {unit}"


def target_of(text: str) -> Target:
    """A target as printed and as read."""
    reading = read_target(text)
    return Target(mentah=text, jenis=reading.jenis, nilai=reading.nilai, satuan=reading.satuan)
