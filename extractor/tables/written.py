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
from extractor.tables.named import NONE, Names
from extractor.tables.profile import looks
from extractor.tables.rows import SINGLE, ordinal_of, stemmed
from extractor.tables.rows_model import PhysicalRow
from extractor.values.words import is_common_word

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
_NOT: Final = frozenset({"belum", "tidak"})
_REACHED: Final = frozenset({"tercapai", "terlaksana", "melampaui"})
"""Results in words."""
_FIRST: Final = (
    "banyaknya", "besarnya", "capaian", "kualitas", "ketepatan", "ketersediaan", "kesesuaian", "produksi", "produktivitas", "proporsi",
    "waktu",
)  # fmt: skip
"""Further words that indicators begin with; a sasaran may, too."""
_EXACT: Final = frozenset({"amount", "percent"})


def taken_apart(row: PhysicalRow, known: Names) -> list[PhysicalRow]:
    """The entries of a row; the row alone where it holds but one, or where this cannot be told. ``known`` are the report's names."""
    if any(line.place.box for cell in row.cells for line in cell.lines):
        return [row]
    return _dealt(row, _by_lines(row) or _by_blanks(row, known) or _by_stems(row, known) or _by_texts(row))


def indicators_apart(row: PhysicalRow) -> list[PhysicalRow]:
    """The indicators of a row on one line, with what stands beside them; the row alone where it holds but one, or nothing tells them."""
    return _dealt(row, _by_stems(row, NONE) or _by_texts(row))


def holds_several(row: PhysicalRow) -> bool:
    """Whether some cell of a row on one line consists of several targets or results."""
    return any(len(_results(text)) > 1 for text in row.text)


def _dealt(row: PhysicalRow, parts: Sequence[Sequence[Line]] | None) -> list[PhysicalRow]:
    if not parts:
        return [row]
    count = max(map(len, parts))
    return [_entry(row, [lines[n : n + 1] if len(lines) == count else lines if n == 0 else None for lines in parts]) for n in range(count)]


def _by_lines(row: PhysicalRow) -> list[Sequence[Line]] | None:
    """The cells' lines, where all cells of several have as many, each a value or a text that begins with a word of indicators."""
    several = [cell.lines for cell in row.cells if len(cell.lines) > 1]
    if len(several) < _LEAST or len({len(lines) for lines in several}) != 1:
        return None
    stems = any(all(_is_first(line.text) and " " in line.text.strip() for line in lines) for lines in several)
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
        parts.append([line._replace(text=text) for text in texts] if line else [])
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
    names = [_as_many(line.text, known, count) if line and not found else [] for line, found in zip(lines, values, strict=True)]
    if sum(len(found) == count for found in names) != 1:
        return None
    parts: list[Sequence[Line]] = []
    for line, found, texts in zip(lines, values, names, strict=True):
        dealt = next((each for each in (found, texts) if len(each) == count), [])
        parts.append([line._replace(text=text) for text in dealt] if line and dealt else [line] if line else [])
    return parts


def _as_many(text: str, known: Names, count: int) -> list[str]:
    """So many names, told by the report or by the words of indicators; nothing where a text holds another number of them."""
    sentences = _sentences(text)
    told = any(map(_is_first, sentences)) and all(" " in name for name in sentences)
    ways = (_names(text, known), _indicators(text), sentences if told else [])
    return next((names for names in ways if len(names) == count), [])


def _by_texts(row: PhysicalRow) -> list[Sequence[Line]] | None:
    """The indicators of one outcome and what is said of each, where several columns hold as many sentences as one holds indicators."""
    texts = [cell.lines[0].text if len(cell.lines) == 1 else "" for cell in row.cells]
    if any(cell.lines and not text for cell, text in zip(row.cells, texts, strict=True)):
        return None
    names = [_indicators(text) for text in texts]
    told = [found if len(found) > 1 else _sentences(text) for found, text in zip(names, texts, strict=True)]
    counts = {len(found) for found in names if len(found) > 1}
    if len(counts) != 1 or sum({len(found)} == counts for found in told) <= _LEAST:
        return None
    return [
        [cell.lines[0]._replace(text=text) for text in found] if {len(found)} == counts else cell.lines
        for cell, found in zip(row.cells, told, strict=True)
    ]


def _results(text: str) -> list[str]:
    """The targets or results that a text consists of: figures, with their units, and grades; nothing where it says something else."""
    found: list[str] = []
    for word in _whole_words(text.split()):
        unit = found and (word == "%" or _is_unit(word)) and _NUMBER.match(found[-1])
        negated = found and found[-1].lower() in _NOT and word.lower() in _REACHED
        if unit or negated:
            found[-1] = f"{found[-1]} {word}"
        else:
            found.append(word)
    return found if all(_is_result(value) for value in found) else []


def _is_unit(word: str) -> bool:
    """A word behind a figure that is no grade of its own, as those in capitals are."""
    return word.isalpha() and word[:1].isupper() and (len(word) > _SHORT or word[1:].islower())


def _whole_words(words: Sequence[str]) -> list[str]:
    """The words, each that the wrapping cut as one: a beginning in capitals and a rest in small letters that are a word together."""
    found: list[str] = []
    for word in words:
        cut = found and word.isalpha() and word.islower() and found[-1].isalpha() and is_common_word(f"{found[-1]}{word}".lower())
        found[-1:] = [f"{found[-1]}{word}"] if cut else [*found[-1:], word]
    return found


def _is_result(value: str) -> bool:
    told = looks(value) & _RESULTS or value.rsplit(maxsplit=1)[-1].lower() in _REACHED
    return bool(told) and any(map(str.isalnum, value))


def _indicators(text: str) -> list[str]:
    """The indicators that a text holds one after the other: each begins large with a usual word, and the others do not; or each with
    its number."""
    words = text.split()
    starts = [n for n, word in enumerate(words) if word[:1].isupper() and _is_first(word) and (not n or not is_open(words[n - 1]))]
    others = [word for n, word in enumerate(words) if n not in starts and word[:1].isalpha()]
    if sum(word[0].islower() for word in others) < _SMALL * len(others):
        return []
    if starts[:1] == [1] and _counts_on([words[n - 1] for n in starts]):
        starts = [n - 1 for n in starts]
    found = _from_each(words, starts)
    return found if all(" " in name for name in found) else []


def _is_first(text: str) -> bool:
    """Whether indicators begin with such words."""
    return stemmed(text) or text.lower().startswith(_FIRST)


def _sentences(text: str) -> list[str]:
    """The sentences that a text holds one after the other: each begins large, and no other word does but behind one that joins."""
    words = text.split()
    return _from_each(words, [n for n, word in enumerate(words) if word[:1].isupper() and (not n or not is_open(words[n - 1]))])


def _from_each(words: Sequence[str], starts: Sequence[int]) -> list[str]:
    """The texts that begin with these words; nothing where the first word begins none."""
    return [" ".join(words[first:stop]) for first, stop in pairwise([*starts, len(words)])] if starts[:1] == [0] else []


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
