"""How sure it is that lines with these columns are a table, and not prose, a list, a form or a table of contents."""

import math
import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from extractor.reading.column_cells import by_column
from extractor.reading.column_corridors import Columns
from extractor.reading.column_lines import LineView
from extractor.reading.column_piece import Piece

_ENUMERATOR: Final = re.compile(r"^\(?(?:\d{1,3}(?:\.\d{1,2})*|[A-Za-z]|[ivx]{1,5})[.)]{0,2}$|^[-•▪●➢✓*o]$", re.I)
_NUMBER: Final = re.compile(r"^\(?(?:Rp\.?)?[-+]?\d[\d.,]*(?:,-|\.-|-)?\)?%?$", re.I)
_RUNNING: Final = re.compile(r"\d{1,3}(?=[.)]?$)")
_PAGE: Final = re.compile(r"^(?:\d{1,3}|[ivxlc]{1,6})$", re.I)
_HEADING: Final = re.compile(r"^(?:bab\s*[ivx\d]|[a-z]\.|\d+(?:\.\d+)+|kata pengantar|daftar|lampiran|ikhtisar|tabel|gambar)", re.I)


@dataclass(frozen=True, slots=True)
class Candidate:
    """Lines with their texts by column."""

    views: Sequence[LineView]
    columns: Columns
    rows: Sequence[Sequence[Piece]]
    rules: int
    texts: tuple[tuple[str, ...], ...]
    """Per line, one text per column ("" where empty)."""

    def column(self, index: int) -> list[str]:
        return [row[index] for row in self.texts if row[index]]

    @property
    def width(self) -> int:
        return len(self.columns.separators) + 1

    @property
    def full(self) -> list[tuple[str, ...]]:
        """Lines with text in two columns or more."""
        return [row for row in self.texts if sum(map(bool, row)) > 1]


def score_table(views: Sequence[LineView], columns: Columns, rows: Sequence[Sequence[Piece]], rules: int) -> float:
    """Between 0 and 1; the logistic of the weighted features. ``rows`` are the pieces of the lines, ``rules`` counts their rules."""
    width = len(columns.separators) + 1
    candidate = Candidate(views, columns, rows, rules, tuple(_texts(pieces, width) for pieces in rows))
    total = _BIAS + sum(weight * feature(candidate) for feature, weight in FEATURES)
    return 1.0 / (1.0 + math.exp(-max(min(total, 30.0), -30.0)))


def _texts(pieces: Sequence[Piece], width: int) -> tuple[str, ...]:
    texts = [""] * width
    for piece in pieces:
        texts[piece.column] = f"{texts[piece.column]} {piece.text}".strip()
    return tuple(texts)


def split_lines(c: Candidate) -> float:
    """Lines with several columns filled: two are weak evidence, eight are strong."""
    return min(math.log2(max(len(c.full), 1)), 3.0)


def several_columns(c: Candidate) -> float:
    return min(c.width - 2, 3)


def number_column(c: Candidate) -> float:
    """Some column but the first holds mostly figures."""
    return max((_share(c.column(index), _NUMBER) for index in range(1, c.width)), default=0.0)


def header(c: Candidate) -> float:
    """A line among the first ones that is made of header words, split over columns."""
    return max((view.header_share for view in c.views[:4] if view.is_split or view.line.stood), default=0.0)


def index_row(c: Candidate) -> float:
    return float(any(view.is_index for view in c.views))


def ruled(c: Candidate) -> float:
    """Horizontal rules among the lines, as books set them above and below a header and at the end."""
    return min(c.rules / 3, 1.0)


def running_numbers(c: Candidate) -> float:
    """The first column counts 1, 2, 3."""
    found = [int(match.group()) for text in c.column(0) if (match := _RUNNING.match(text))]
    steps = sum(after == before + 1 for before, after in pairwise(found))
    return float(steps >= 1 and steps >= 0.7 * (len(found) - 1))


def aligned(c: Candidate) -> float:
    """Share of the texts behind a separator that begin, end or are centred with most of their column."""
    good = total = 0
    for pieces in by_column(c.rows, c.width)[1:]:
        total += len(pieces)
        good += max(map(_most_alike, ([p.x0 for p in pieces], [p.x1 for p in pieces], [p.x0 + p.x1 for p in pieces])))
    return good / total if total else 0.0


def _most_alike(values: Sequence[float]) -> int:
    """How many values lie within one character on either side of one of them."""
    ordered = sorted(values)
    return max((bisect_right(ordered, value + 1.0) - bisect_left(ordered, value - 1.0) for value in ordered), default=0)


def enumerated_list(c: Candidate) -> float:
    """Nothing but enumerators and the texts beside them: a list of paragraphs."""
    pairs = [[text for text in row if text] for row in c.full]
    return float(bool(pairs) and sum(len(pair) == 2 and _ENUMERATOR.match(pair[0]) is not None for pair in pairs) >= 0.8 * len(pairs))


def colons(c: Candidate) -> float:
    """Share of lines in which a colon stands between two columns: labels and values."""
    marked = sum(any(text[:1] == ":" for text in row[1:]) or any(text[-1:] == ":" for text in row[:-1]) for row in c.full)
    return marked / len(c.full) if len(c.full) > 1 else 0.0


def tiny(c: Candidate) -> float:
    """Two lines without a header show little."""
    return float(len(c.full) < 3 and header(c) < 0.5)


def sentence(c: Candidate) -> float:
    """Share of the texts behind a separator in the first two full lines that begin with a small letter: cut out of a sentence."""
    texts = [text for row in c.full[:2] for text in row[1:] if text]
    return sum(text[0].islower() for text in texts) / len(texts) if texts else 0.0


def contents(c: Candidate) -> float:
    """The last column holds page numbers that do not fall, the first one headings."""
    pages = [row[-1] for row in c.texts if row[-1] and any(row[:-1])]
    if len(pages) < 3 or _share(pages, _PAGE) < 0.8:
        return 0.0
    numbers = [int(page) for page in pages if page.isdecimal()]
    rising = sum(after >= before for before, after in pairwise(numbers)) >= 0.85 * max(len(numbers) - 1, 0)
    headings = sum(1 for row in c.texts if _HEADING.match(" ".join(row).strip())) / len(c.texts)
    return float(rising) * min(2 * headings, 1.0)


def signatures(c: Candidate) -> float:
    """Blocks of signatures side by side: officials, NIPs, hardly a figure."""
    marks = sum(view.is_signature for view in c.views)
    return float(c.width <= 3 and marks >= 2 and marks >= 0.3 * len(c.views) and header(c) < 0.5)


def prose(c: Candidate) -> float:
    """Share of lines that run across the columns."""
    return sum(any(piece.spills for piece in pieces) for pieces in c.rows) / len(c.rows)


def sparse(c: Candidate) -> float:
    """Share of lines in which a single column is filled."""
    return 1 - len(c.full) / len(c.texts)


def _share(texts: Sequence[str], pattern: re.Pattern[str]) -> float:
    return sum(pattern.match(text.replace(" ", "")) is not None for text in texts) / len(texts) if texts else 0.0


_BIAS: Final = -4.2
FEATURES: Final[tuple[tuple[Callable[[Candidate], float], float], ...]] = (
    (split_lines, 0.9),
    (several_columns, 0.9),
    (number_column, 1.6),
    (header, 3.0),
    (index_row, 2.0),
    (running_numbers, 0.8),
    (ruled, 1.0),
    (aligned, 2.0),
    (enumerated_list, -4.0),
    (colons, -6.0),
    (contents, -5.0),
    (signatures, -4.0),
    (prose, -3.5),
    (tiny, -1.2),
    (sentence, -2.0),
    (sparse, -1.0),
)
"""Set by reason; each feature lies between 0 and 3."""
