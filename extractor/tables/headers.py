"""Where the header of a grid ends: one small score per row, the best prefix wins."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise, zip_longest
from unicodedata import normalize

from rapidfuzz import fuzz

from extractor.reading.document import Cell, GridRow
from extractor.tables.profile import ATOMIC, completes_labels, is_index_rest, is_index_row, is_total_label, looks
from extractor.tables.wording import best_agreement, fold

_SUBHEADER = re.compile(
    r"^(?:(?:19|20)\d{2}|t(?:w|riwulan)?\.?\s?[1-4iv]{1,3}|b(?:ulan)?\s?\d{1,2}|i{1,3}v?|iv|vi{0,3}|l|p|rp\.?|%|\(?rp\)?|target|realisasi|"
    r"ja?n(?:uari)?|feb\w*|mar\w*|apr\w*|mei|jun\w*|jul\w*|ag\w*|sep\w*|okt\w*|nov\w*|des\w*)$"
)
_ENTRY = re.compile(r"(?:meningkat|terwujud|terlaksana|tersedia|tersusun|terpenuhi|terselenggara|mewujudkan)\w*\s+\w", re.IGNORECASE)
_NUMBERED = re.compile(r"\(?(?:\d{1,3}|[A-Z])[.)]{0,2}")
_FEW_COLUMNS = 3
_KNOWN = 0.9
"""How well the names of columns that stand alone must agree with the vocabulary on the average."""
_COMPLETED = 0.9
_VALUES = frozenset({"amount", "percent", "nip", "date", "tick"})
MAX_HEADER_ROWS = 10
DEEPEST_INDEX = 16
"""Printed lines above a row that numbers every column: narrow columns cut their names into many."""
CUT = 0.6
NO_HEADER = -1.0
"""A row below the first that speaks so clearly against being header ends it."""

WEIGHTS = {
    "declared": 3.0,
    "filled": 1.5,
    "bold": 0.8,
    "words": 4.5,
    "values": -5.0,
    "numbered": -3.5,
    "long": -2.5,
    "subheader": 4.0,
    "continues": 2.0,
    "total": -5.0,
    "lone": -4.0,
    "counted": -3.0,
    "entry": -3.0,
    "contrast": 3.5,
    "unstyled": -2.5,
    "bias": -1.2,
}
"""Log odds of "this row is header" per feature; set by reason, to be fitted on the generated corpus."""


@dataclass(frozen=True, slots=True)
class Header:
    """The first ``rows`` rows are header; ``index`` more rows hold only column numbers."""

    rows: int
    index: int = 0

    @property
    def end(self) -> int:
        return self.rows + self.index


def find_header(rows: Sequence[GridRow], vocabulary: frozenset[str]) -> Header:
    """The header of a grid, possibly of no rows (a continued table without a repeated header)."""
    texts = [[" ".join(cell.raw.split()) for cell in row.cells] for row in rows[:DEEPEST_INDEX]]
    deepest = next((at for at, row in enumerate(texts) if at >= MAX_HEADER_ROWS and _numbers_all(row)), 0)
    top, texts = rows[: max(MAX_HEADER_ROWS, deepest + 1)], texts[: max(MAX_HEADER_ROWS, deepest + 1)]
    completed = 0
    for at, row in enumerate(texts):
        if not is_index_row(row):
            continue
        if completes_labels(texts[:at], row):
            completed = at
            continue
        ignored = frozenset({"lone"} if _numbers_all(row) else ())
        if all(_score(texts, top, i, vocabulary, ignored) > -4 for i in range(at)):
            return Header(at, 1)
    if completed and all(_score(texts, top, i, vocabulary) > -4 for i in range(completed)):
        return Header(completed + 1)
    best, total, end = 0.0, 0.0, 0
    for at in range(min(len(top), MAX_HEADER_ROWS)):
        score = _score(texts, top, at, vocabulary)
        if at and score < NO_HEADER:
            break
        total += score
        if total > best:
            best, end = total, at + 1
    if end == len(rows) > 1 and not (_all_declared(top) or _is_drawn_alone(top) or heads_alone(texts, vocabulary)):
        bold = next((at for at, row in enumerate(top) if not _is_bold(row)), end)
        return Header(bold if bold < end else 0)
    return Header(end, int(0 < end < len(top) and is_index_rest(texts[end])))


def heads_alone(texts: Sequence[Sequence[str]], vocabulary: frozenset[str]) -> bool:
    """Whether printed lines are nothing but the names of columns, one for each, be they wrapped."""
    names = [" ".join(part for part in column if part) for column in zip_longest(*texts, fillvalue="")]
    if len(names) < _FEW_COLUMNS or not all(names):
        return False
    known = known_words(names, vocabulary)
    return sum(max(hit, _is_subheader(name)) for hit, name in zip(known, names, strict=True)) >= _KNOWN * len(names)


def _numbers_all(texts: Sequence[str]) -> bool:
    """Column numbers over every column, from one on."""
    return len(texts) > _FEW_COLUMNS and is_index_row(texts) and all(texts) and texts[0].strip("() ") == "1"


def header_score(rows: Sequence[GridRow], at: int, vocabulary: frozenset[str]) -> float:
    """Log odds that row ``at``, seen by itself, is a header row."""
    texts = [" ".join(cell.raw.split()) for cell in rows[at].cells]
    return _score([texts], rows[at : at + 1], 0, vocabulary)


def _all_declared(rows: Sequence[GridRow]) -> bool:
    return all(row.header for row in rows)


def _is_drawn_alone(rows: Sequence[GridRow]) -> bool:
    """A header of several rows in a box of its own: a cell over several columns, and all of it in bold or coloured."""
    return all(_is_styled(row) for row in rows) and any(cell.merged == "left" for cell in rows[0].cells)


def _score(
    texts: Sequence[Sequence[str]], rows: Sequence[GridRow], at: int, vocabulary: frozenset[str], ignored: frozenset[str] = frozenset()
) -> float:
    return sum(WEIGHTS[name] * value for name, value in features(texts, rows, at, vocabulary).items() if name not in ignored)


def features(texts: Sequence[Sequence[str]], rows: Sequence[GridRow], at: int, vocabulary: frozenset[str]) -> dict[str, float]:
    """Named signals that row ``at`` is a header row, each 0..1."""
    row = texts[at]
    filled = [t for t in row if t]
    if not filled:
        return {"bias": 0.5}
    if at and _completes_names(texts[at - 1], row, vocabulary):
        return {"bias": 1.0, "words": 1.0}
    kinds = [looks(t) for t in filled]
    known = known_words(filled, vocabulary)
    lone = at > 0 and len(filled) == 1 and bool(row[0]) and len(row) > 2
    cells = rows[at].cells
    result = {
        "bias": 1.0,
        "declared": float(rows[at].header),
        "filled": float(_filled(rows[at]) and not all(_filled(other) for other in rows)),
        "bold": float(all(line.bold for c in cells for line in c.lines)),
        "words": sum(known) / len(filled) if max(known) > 0.6 and not lone else 0.0,
        "values": float(any(_is_figure(k, t) for k, t in zip(kinds, filled, strict=True))),
        "numbered": float(bool(_NUMBERED.fullmatch(row[0]))),
        "long": float(any(len(t) > 90 for t in filled)),
        "total": float(is_total_label(filled[0])),
        "lone": float(lone),
        "counted": float(at > 0 and (_is_counted(filled, kinds) or _has_counts(texts, at))),
        "entry": float(any(_ENTRY.match(t) for t in filled)),
        "contrast": float(at == 0 and _contrasts(texts)),
        "unstyled": float(at > 0 and _is_styled(rows[at - 1]) and not _is_styled(rows[at])),
    }
    under = at > 0 and not lone and all(not above or not text or len(text) < 25 for above, text in zip(texts[at - 1], row, strict=False))
    if under:
        counted = len(filled) > 1 and not any(row[:2]) and filled == [str(n) for n in range(1, len(filled) + 1)]
        result["subheader"] = float(counted or all(_is_subheader(t) or k > 0.7 for t, k in zip(filled, known, strict=True)))
        worded = all(len(t) < 18 and t[:1].isupper() for t in filled) and not any(k & {"number", "grade"} for k in kinds)
        result["continues"] = float(worded and not result["values"] and len(filled) < 0.7 * len(row))
    return result


def _is_bold(row: GridRow) -> bool:
    return all(line.bold for cell in row.cells for line in cell.lines)


def _completes_names(above: Sequence[str], row: Sequence[str], vocabulary: frozenset[str]) -> bool:
    """Whether each text makes a known name together with the one above it, which it is not without: "No." over "Urut", "Nomo" over "r"."""
    pairs = [(a, b) for a, b in zip_longest(above, row, fillvalue="") if b]
    return all(a and (_is_cut_off(a, b, vocabulary) or _completes(a, b, vocabulary)) for a, b in pairs)


def _completes(above: str, text: str, vocabulary: frozenset[str]) -> bool:
    return wording_hit(f"{above} {text}", vocabulary) >= _COMPLETED > _hit_apart(above, text, vocabulary)


def _is_cut_off(above: str, text: str, vocabulary: frozenset[str]) -> bool:
    """Whether small letters are the end of the name above, which agrees no worse with them: "Sasaran Kinerj" over "a", "No" over "mor"."""
    if not text.islower() or wording_hit(text, vocabulary) >= _COMPLETED:
        return False
    return wording_hit(above + text, vocabulary) >= max(_COMPLETED, wording_hit(above, vocabulary))


def _hit_apart(above: str, text: str, vocabulary: frozenset[str]) -> float:
    """How well a text agrees with a name by itself; small letters, perhaps a sign of their own, as far as what is above them does."""
    return wording_hit(above if text.islower() else text, vocabulary)


def _is_styled(row: GridRow) -> bool:
    """Bold throughout, or on a coloured ground."""
    lines = [line for cell in row.cells for line in cell.lines]
    return bool(lines) and (all(line.bold for line in lines) or _filled(row))


def _filled(row: GridRow) -> bool:
    return all(cell.filled for cell in row.cells if cell.lines)


def _contrasts(texts: Sequence[Sequence[str]]) -> bool:
    """Words in the first row over figures in the rows below, in half of the columns or more."""
    return bool(_over_figures(texts))


def _over_figures(texts: Sequence[Sequence[str]]) -> list[int]:
    """The columns of words over figures, where these are half of the columns or more."""
    first, below = texts[0], texts[1:]
    if len(below) < 2 or any(looks(t) & ATOMIC for t in first if t):
        return []
    over = [c for c, t in enumerate(first) if t and _mostly_figures([row[c] for row in below if c < len(row)])]
    return over if len(over) >= max(1, 0.5 * sum(bool(t) for t in first)) else []


def _has_counts(texts: Sequence[Sequence[str]], at: int) -> bool:
    """Whether a row with a label has figures where the first row says of what: a known word ("S2", "PNS") may be the label of an entry.
    Years and numbers that only count the columns are no figures.
    """
    row = texts[at]
    counts = [c for c, text in enumerate(row) if "number" in looks(text) and "year" not in looks(text)] if row[0] else []
    over = _over_figures(texts) if counts else []
    figures = [row[c] for c in counts if c in over]
    running = figures[:1] == ["1"] and all(b.isdecimal() and int(b) == n for n, b in enumerate(figures, 1))
    return bool(figures) and not running


def _mostly_figures(texts: Sequence[str]) -> bool:
    filled = [t for t in texts if t]
    return len(filled) >= 2 and sum(bool(looks(t) & ATOMIC) for t in filled) >= 0.8 * len(filled)


def _is_figure(found: frozenset[str], text: str) -> bool:
    return bool(found & _VALUES) and ("tick" in found or any(ch.isdigit() for ch in text))


def _is_counted(filled: Sequence[str], kinds: Sequence[frozenset[str]]) -> bool:
    """A sentence beside a single number, as an indicator beside its target: "Jumlah lapak yang disewakan | 12"."""
    numbers = sum("number" in found and "year" not in found for found in kinds)
    return numbers == 1 and any(len(text.split()) > 2 for text in filled)


def _is_subheader(text: str) -> bool:
    return bool(_SUBHEADER.match(fold(text) or text.lower()))


def known_words(texts: Sequence[str], vocabulary: frozenset[str]) -> list[float]:
    """How well each text agrees with a header wording, alone or put together with its neighbour where a cell was cut."""
    hits = [wording_hit(t, vocabulary) for t in texts]
    for i, (a, b) in enumerate(pairwise(texts)):
        if min(hits[i], hits[i + 1]) < CUT and len(a) <= 16 and len(b) <= 16:
            both = max(wording_hit(a + b, vocabulary), wording_hit(a + b[1:], vocabulary))
            if both > 0.9 > max(hits[i], hits[i + 1]):
                hits[i] = hits[i + 1] = both
    return hits


def wording_hit(text: str, vocabulary: frozenset[str]) -> float:
    """The best agreement of a header text with any wording of the vocabulary."""
    if len(text) > 90:
        return 0.0
    return best_agreement(fold(text), vocabulary)


_INDEX_CELL = re.compile(r"^\W*\(\s?\d{1,2}\s?\)\s*")


def without_index(row: GridRow) -> tuple[GridRow, list[str]]:
    """A row of column numbers that a converter ran into an entry, without the numbers; and the numbers taken out."""
    texts = [normalize("NFKC", " ".join(cell.raw.split())) for cell in row.cells]
    marks = [_INDEX_CELL.match(t) for t in texts]
    alone = sum(bool(_INDEX_CELL.fullmatch(t)) for t in texts)
    if alone < 3 or is_index_row(texts):
        return row, []
    cells = [_without_first(cell) if mark else cell for cell, mark in zip(row.cells, marks, strict=True)]
    return GridRow(cells, row.place, row.header), [mark[0] for mark in marks if mark]


def _without_first(cell: Cell) -> Cell:
    """The cell without the number that opens it, on however many lines that is printed."""
    lines = list(cell.lines)
    text = normalize("NFKC", lines[0].text)
    while len(lines) > 1 and not _INDEX_CELL.match(text):
        text = f"{text} {normalize('NFKC', lines.pop(1).text)}"
    lines[0] = lines[0]._replace(text=_INDEX_CELL.sub("", text))
    return Cell(tuple(line for line in lines if line.text), cell.place, cell.merged, cell.filled)


def same_header(a: Sequence[Sequence[str]], b: Sequence[Sequence[str]]) -> float:
    """0..1: how alike two headers read, whatever their line breaks, shifts and misreadings."""
    one = "".join("".join(fold(t).replace(" ", "") for t in row) for row in a)
    two = "".join("".join(fold(t).replace(" ", "") for t in row) for row in b)
    return fuzz.ratio(one, two) / 100 if one and two else 0.0
