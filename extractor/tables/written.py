"""Several entries inside one row of a table that a converter wrote as text: line by line ("<br>"), or on one line one after the other.

    1<br>2 | Jumlah arsip<br>Indeks pasar | 39 Berkas<br>74,3
    1 2    | Penataan Arsip Penataan Pasar | 1.000.000 2.500.000

Only what leaves no choice is taken apart: as many values in every column, and names that begin with each line or that the report
holds elsewhere as cells of their own.
"""

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import reduce
from itertools import pairwise
from typing import Final

from extractor.reading.document import Cell, Line, Place
from extractor.tables.list_items import is_open
from extractor.tables.named import Names
from extractor.tables.profile import looks
from extractor.tables.rows import SINGLE, ordinal_of, stemmed
from extractor.tables.rows_model import PhysicalRow

_LEAST: Final = 2
"""Columns that must agree in how many entries there are."""
_SIGN: Final = re.compile(r"(?:Rp|IDR)\.?", re.IGNORECASE)
_END: Final = re.compile(r"%|,-|-")
_RAGGED: Final = re.compile(r"[.,]\d.*|0\d+|.*\d{3}[.,]|.*\.\d{3}\.\d{1,2}|.*,\d{3},\d{1,2}")
"""A line that begins or ends inside a figure."""
_GROUPED: Final = re.compile(r"\D*\d{1,3}(?:[.,]\d{3}){2,}\D*")
"""A large amount: lines that make one together are not two values."""
_RESULTS: Final = frozenset({"percent", "number", "quantity", "grade"})
_NUMBER: Final = re.compile(r"\d[\d.,]*(?: [A-Z][a-z]+)?$")
_SHORT: Final = 3
"""Letters of a grade at most; longer words behind a figure are its unit."""
_SMALL: Final = 0.6
"""Share of the words of indicators that begin small, so that a capital begins something."""
_EXACT: Final = frozenset({"amount", "percent"})


def taken_apart(row: PhysicalRow, known: Names) -> list[PhysicalRow]:
    """The entries of a row; the row alone where it holds but one, or where this cannot be told. ``known`` are the report's names."""
    if any(line.place.box for cell in row.cells for line in cell.lines):
        return [row]
    parts = _by_lines(row) or _by_blanks(row, known) or _by_stems(row, known)
    if not parts:
        return [row]
    count = max(map(len, parts))
    return [_entry(row, [lines[n : n + 1] if len(lines) == count else lines if n == 0 else None for lines in parts]) for n in range(count)]


def _by_lines(row: PhysicalRow) -> list[Sequence[Line]] | None:
    """The cells' lines, where all cells of several have as many, each a value or a text that begins with a word of indicators."""
    several = [cell.lines for cell in row.cells if len(cell.lines) > 1]
    if len(several) < _LEAST or len({len(lines) for lines in several}) != 1:
        return None
    stems = any(all(stemmed(line.text) and " " in line.text.strip() for line in lines) for lines in several)
    return [cell.lines for cell in row.cells] if stems and all(map(_are_whole, several)) else None


def _are_whole(lines: Sequence[Line]) -> bool:
    """Whether no line goes on with the one above, be it a text or a figure."""
    texts = [line.text.strip() for line in lines]
    cut = any(map(_RAGGED.fullmatch, texts))
    return not cut and not any(b[:1].islower() or is_open(a) or _GROUPED.fullmatch(a + b) for a, b in pairwise(texts))


def _by_blanks(row: PhysicalRow, known: Names) -> list[Sequence[Line]] | None:
    """The values and names of cells with several of them on one line, where all columns of values have as many."""
    lines = [cell.lines[0] if len(cell.lines) == 1 else None for cell in row.cells]
    values = [_values(line.text) if line else [] for line in lines]
    counts = {len(found) for found in values if len(found) > 1}
    if len(counts) != 1 or sum(len(found) > 1 for found in values) < _LEAST:
        return None
    (count,) = counts
    counted = any(_counts_on(found) for found in values)
    exact = any(all(looks(text) & _EXACT for text in found) for found in values if len(found) == count)
    if not counted or not exact:
        return None
    parts: list[Sequence[Line]] = []
    for cell, line, found in zip(row.cells, lines, values, strict=True):
        texts = found if len(found) == count else _names(line.text, known) if line else []
        if cell.lines and (line is None or len(texts) != count):
            return None
        parts.append([replace(line, text=text) for text in texts] if line else [])
    return parts


def _by_stems(row: PhysicalRow, known: Names) -> list[Sequence[Line]] | None:
    """The indicators of one outcome and their values, where one text holds as many names as every cell of several values has of these."""
    lines = [cell.lines[0] if len(cell.lines) == 1 else None for cell in row.cells]
    if any(cell.lines and line is None for cell, line in zip(row.cells, lines, strict=True)):
        return None
    values = [_results(line.text) if line and c else [] for c, line in enumerate(lines)]
    counts = {len(found) for found in values if len(found) > 1}
    if len(counts) != 1:
        return None
    (count,) = counts
    names = [
        _names(line.text, known) or _indicators(line.text) if line and not found else [] for line, found in zip(lines, values, strict=True)
    ]
    if sum(len(found) == count for found in names) != 1:
        return None
    parts: list[Sequence[Line]] = []
    for line, found, texts in zip(lines, values, names, strict=True):
        dealt = next((each for each in (found, texts) if len(each) == count), [])
        parts.append([replace(line, text=text) for text in dealt] if line and dealt else [line] if line else [])
    return parts


def _results(text: str) -> list[str]:
    """The targets or results that a text consists of: figures, with their units, and grades; nothing where it says something else."""
    found: list[str] = []
    for word in text.split():
        unit = found and (word == "%" or (word.isalpha() and word[:1].isupper() and len(word) > _SHORT)) and _NUMBER.match(found[-1])
        if unit:
            found[-1] = f"{found[-1]} {word}"
        else:
            found.append(word)
    return found if all(_is_result(value) for value in found) else []


def _is_result(value: str) -> bool:
    return bool(looks(value) & _RESULTS) and any(map(str.isalnum, value))


def _indicators(text: str) -> list[str]:
    """The indicators that a text holds one after the other: each begins large with a usual word, and the others do not."""
    words = text.split()
    starts = [n for n, word in enumerate(words) if word[:1].isupper() and stemmed(word) and (not n or not is_open(words[n - 1]))]
    others = [word for n, word in enumerate(words) if n not in starts and word[:1].isalpha()]
    if not starts or starts[0] or sum(word[0].islower() for word in others) < _SMALL * len(others):
        return []
    found = [" ".join(words[first:stop]) for first, stop in pairwise([*starts, len(words)])]
    return found if all(" " in name for name in found) else []


def _values(text: str) -> list[str]:
    """The values that a text consists of; nothing where it says something else."""
    found: list[str] = []
    for word in text.split():
        if found and (_END.fullmatch(word) or _SIGN.fullmatch(found[-1])):
            found[-1] = f"{found[-1]} {word}"
        else:
            found.append(word)
    return found if all(looks(value) & (SINGLE | {"ordinal"}) and any(map(str.isalnum, value)) for value in found) else []


def _counts_on(values: Sequence[str]) -> bool:
    numbers = [ordinal_of(value) for value in values]
    return len(values) > 1 and all(a is not None and b == a + 1 for a, b in pairwise(numbers))


def _names(text: str, known: Names) -> list[str]:
    words = text.split()
    return [" ".join(words[first:stop]) for first, stop in known.parts(words)]


def _entry(row: PhysicalRow, parts: Sequence[Sequence[Line] | None]) -> PhysicalRow:
    cells = []
    for old, lines in zip(row.cells, parts, strict=True):
        place = reduce(Place.union, (line.place for line in lines)) if lines else old.place
        cells.append(replace(old, lines=tuple(lines), place=place) if lines is not None else Cell((), old.place, "above", old.filled))
    return PhysicalRow(cells, row.place, row.drawn, row.after_break, row.gap, row.new_page)
