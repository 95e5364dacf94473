"""Values that a narrow column breaks over several lines: "17", "September", "1983"; the number of a person.

No entry begins inside one, and its further lines are no values of their own.
"""

from collections.abc import Sequence
from typing import Final

from extractor.tables.centred import is_rest, opens
from extractor.tables.partition import adds_to
from extractor.tables.profile import looks
from extractor.tables.rows import SINGLE, Columns, is_cut_value
from extractor.tables.rows_model import PhysicalRow
from extractor.values.nip import nip_details

_MOST_LINES: Final = 3
"""Lines of a date at most: day, month and year."""
_LONGEST: Final = 24
"""Characters of a date or of the number of a person, without blanks."""


def begun_values(rows: Sequence[PhysicalRow], column: int, columns: Columns) -> list[bool]:
    """Whether a value (a running number in their column) begins in each row; set apart by white, a rare kind of figure is one, too.

    One beside its unit and a text that begins as those of entries do is no rest of the value above.
    """
    if column == columns.ordinal:
        return ["ordinal" in looks(row.text[column]) for row in rows]
    usual = columns.value_looks[columns.values.index(column)]
    texts = [row.text[column] for row in rows]
    made = [usual | SINGLE if row.cells[column].close is False else usual for row in rows]
    above, rests = _above(texts), _rests_of_values(texts)
    return [
        bool(text)
        and bool(looks(text) & known)
        and (not (n in rests or (n and above[n] and _is_rest(above[n], text))) or _is_whole(rows[n], column, columns))
        for n, (text, known) in enumerate(zip(texts, made, strict=True))
    ]


def _is_whole(row: PhysicalRow, column: int, columns: Columns) -> bool:
    """Whether a row holds the first text of an entry and the unit before its value."""
    before = [row.text[c] for c in columns.texts if c < column and row.text[c]]
    return len(before) > 1 and bool(row.text[column - 1]) and opens(before[-2])


def _is_rest(above: str, text: str) -> bool:
    return is_rest(above, text) or is_cut_value(above, text) or adds_to(above, text)


def _above(texts: Sequence[str]) -> list[str]:
    """For each row of a column the nearest text over it."""
    found, last = [], ""
    for text in texts:
        found.append(last)
        last = text or last
    return found


def _rests_of_values(texts: Sequence[str]) -> dict[int, int]:
    """The rows of a column that hold a further line of a date or of a number, each with the row on which this begins."""
    filled = [n for n, text in enumerate(texts) if text]
    rests: dict[int, int] = {}
    for at, first in enumerate(filled):
        if first in rests:
            continue
        for count in range(2, _MOST_LINES + 1):
            rows = filled[at : at + count]
            if _is_one([texts[n] for n in rows]):
                rests.update(dict.fromkeys(rows[1:], first))
                break
    return rests


def cuts(rows: Sequence[PhysicalRow]) -> list[int]:
    """For each row how many dates and numbers begin above it and end in it or below."""
    found = [0] * len(rows)
    for c in range(len(rows[0].text)):
        rests = _rests_of_values([row.text[c] for row in rows])
        for n in {n for last, first in rests.items() for n in range(first + 1, last + 1)}:
            found[n] += 1
    return found


def _is_one(parts: Sequence[str]) -> bool:
    """Whether lines are a date in words or the number of a person together, and none of them is by itself."""
    digits = "".join("".join(parts).split())
    if len(digits) > _LONGEST:
        return False
    if nip_details(digits):
        return not any(nip_details("".join(part.split())) for part in parts)
    dated = any(map(str.isalpha, digits)) and "date" in looks(" ".join(parts))
    return dated and not any("date" in looks(part) for part in parts)
