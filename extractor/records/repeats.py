"""Rows that a converter printed several times over, each time with a little more of their text."""

from collections.abc import Sequence

from rapidfuzz import fuzz

from extractor.records.lines_of_row import is_code
from extractor.tables.table import Row

LIKE = 88.0
"""Likeness of the common part of two cells, 0..100, from which one is a version of the other."""
LONG = 12
"""A common part shorter than this says nothing."""


def without_repeats(rows: Sequence[Row]) -> list[Row]:
    """Consecutive versions of one row as one row that has the longest text of every cell; rows run together are left out."""
    kept: list[Row] = []
    for row in rows:
        if kept and _runs_on(kept[-1], row):
            continue
        if kept and _is_version(kept[-1], row):
            kept[-1] = _fuller(kept[-1], row)
        else:
            kept.append(row)
    return kept


def _runs_on(one: Row, other: Row) -> bool:
    """Whether a row is the one before it run together with the start of the next: its first and its last text begin with that row's."""
    before, after = ([cell.text for cell in row.cells if cell.text] for row in (one, other))
    if len(before) < 3 or len(after) < 3 or before[0] != one.cells[0].text or after[0] != other.cells[0].text:
        return False
    return is_code(before[0]) and after[0].startswith(f"{before[0]} ") and after[-1].startswith(f"{before[-1]} ")


def _is_version(one: Row, other: Row) -> bool:
    pairs = [
        (a.text, b.text)
        for a, b in zip(one.cells, other.cells, strict=False)
        if a.text and b.text and not a.filled_down and not b.filled_down
    ]
    if len(pairs) < 3 or not all(_shares_start(a, b) for a, b in pairs):
        return False
    telling = [min(len(a), len(b)) for a, b in pairs if min(len(a), len(b)) >= LONG]
    return len(telling) >= 2 and sum(telling) > 5 * LONG and any(len(a) != len(b) for a, b in pairs)


def _shares_start(a: str, b: str) -> bool:
    """Whether the shorter text is how the longer one starts."""
    length = min(len(a), len(b))
    return fuzz.ratio(a[:length].lower(), b[:length].lower()) >= LIKE


def _fuller(one: Row, other: Row) -> Row:
    cells = [max((a, b), key=lambda cell: len(cell.text)) for a, b in zip(one.cells, other.cells, strict=False)]
    cells += one.cells[len(cells) :] or other.cells[len(cells) :]
    places = list(one.places)
    for place in other.places:
        same = next((i for i, p in enumerate(places) if p.page == place.page), None)
        if same is None:
            places.append(place)
        else:
            places[same] = places[same].union(place)
    return Row(cells, tuple(places), one.role)
