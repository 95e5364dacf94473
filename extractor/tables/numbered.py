"""What the running numbers of a table tell about its entries: where they begin, and which columns hold cut values."""

from collections.abc import Sequence
from itertools import pairwise

from extractor.tables.profile import looks
from extractor.tables.rows_model import PhysicalRow
from extractor.values.dates import read_date

LEAST = 3
"""So many numbers that count on make a numbering."""
LONGEST = 4
"""Digits of a running number."""
MOSTLY = 0.9
WHOLE = 0.6
"""Share of the entries whose pieces must make one value together."""
_WHOLE_LOOKS = frozenset({"nip", "date", "amount", "percent", "year"})


def mend_numbers(rows: Sequence[PhysicalRow], column: int) -> None:
    """Puts numbers together that a narrow column broke over two lines ("1" over "0" after 9); changes the rows' texts."""
    last = 0
    for row, below in pairwise(rows):
        upper, lower = row.text[column].strip("()"), below.text[column].strip("(). ")
        if not upper.strip(". ").isdecimal():
            continue
        number = int(upper.strip(". ")[:9])
        if number != last + 1 and len(upper) == len(lower) == 1 and lower.isdecimal() and int(upper + lower) == last + 1:
            row.text[column], below.text[column] = upper + lower, ""
            number = last + 1
        last = number


def numbered_rows(rows: Sequence[PhysicalRow], column: int | None) -> list[int]:
    """The rows that carry a running number, where these count on by one nearly always; else nothing."""
    if column is None:
        return []
    texts = [(at, row.text[column].strip("(). ")) for at, row in enumerate(rows)]
    found = [(at, int(text)) for at, text in texts if text.isdecimal() and len(text) <= LONGEST]
    steps = [b - a == 1 for (_, a), (_, b) in pairwise(found)]
    if len(found) < LEAST or sum(steps) < MOSTLY * len(steps):
        return []
    return [at for at, _ in found]


def cut_values(rows: Sequence[PhysicalRow], numbered: Sequence[int], column: int) -> bool:
    """Whether the lines of a column, one right below the other, make one value for each number: a date or a NIP in a column too narrow
    for it."""
    whole = entries = alone = 0
    for start, end in pairwise([*numbered, len(rows)]):
        filled = [n for n in range(start, end) if rows[n].text[column]]
        pieces = [rows[n].text[column] for n in filled]
        if len(pieces) > 1:
            entries += 1
            whole += filled[-1] - filled[0] < len(filled) and _is_whole("".join("".join(pieces).split()))
            alone += sum(_is_whole(piece) for piece in pieces) > 1
    return entries >= LEAST and whole >= WHOLE * entries and alone < (1 - WHOLE) * entries


def _is_whole(text: str) -> bool:
    date = read_date(text)
    return bool(looks(text) & _WHOLE_LOOKS) or (date is not None and len(date) > len("2000-01"))


def one_entry_each(rows: Sequence[PhysicalRow], numbered: Sequence[int], values: Sequence[int]) -> bool:
    """Whether every number stands on the first line of one entry: nothing before the first, one value in each column at most."""
    if not numbered or not values or numbered[0] > 0:
        return False
    spans = list(pairwise([*numbered, len(rows)]))
    counts = [max(sum("empty" not in looks(row.text[c]) for row in rows[a:b]) for c in values) for a, b in spans]
    on_top = [any("empty" not in looks(rows[a].text[c]) for c in values) for a, _ in spans]
    return sum(n <= 1 for n in counts) >= MOSTLY * len(spans) and sum(on_top) >= MOSTLY * len(spans)
