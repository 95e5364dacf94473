"""Names over columns that a header counts, quarters and months, or over those of two years.

    No | Kegiatan |   |   | Triwulan |   | Anggaran
       |          | 1 | 2 |     3    | 4 |

Printed without rules, such a name stands in the middle of its columns, and so in one of them.
"""

import re
from collections.abc import Collection, Sequence
from typing import Final

_LEAST: Final = 3
"""Columns that are counted, at least."""
_YEAR: Final = re.compile(r"(?:tahun\s+)?(?:19|20)\d{2}", re.IGNORECASE)
_ROMAN: Final = {"I": "1", "II": "2", "III": "3", "IV": "4"}


def over_counted(rows: Sequence[Sequence[str]], filled: Collection[int] = ()) -> list[list[str]]:
    """The texts of header rows by column; the only one above neighbouring columns that a row below counts from 1 on stands over the first,
    or over each where it was put together with one of the numbers. A column that is ``filled`` in the rows below the header keeps its name.

    Columns before the first counted one are none of theirs: a row of the numbers of all columns counts nothing else.
    """
    found = [list(row) for row in rows]
    for at, row in enumerate(found):
        first, stop = _counted(row)
        if stop - first < _LEAST or not first:
            continue
        over = [(n, c) for n in range(at) for c in range(first, stop) if found[n][c]]
        name = " ".join(word for text in row[first:stop] for word in text.split()[:-1])
        if name and not over:
            row[first:stop] = [f"{name} | {text.split()[-1]}" for text in row[first:stop]]
        elif len(over) == 1 and not name:
            n, c = over[0]
            found[n][first], found[n][c] = found[n][c], "" if c != first else found[n][c]
    return _over_years(found, filled)


def _over_years(rows: list[list[str]], filled: Collection[int]) -> list[list[str]]:
    """The same for a name alone in a column between those of two years: it stands in the middle of both, perhaps on one line with them."""
    for at, row in enumerate(rows):
        for c in range(1, len(row) - 1):
            name, sides = row[c], (c - 1, c + 1)
            if not name or c in filled or any(map(str.isdigit, name)) or any(other[c] for other in rows if other is not row):
                continue
            years = next((other for other in rows[at:] if all(_YEAR.fullmatch(other[side]) for side in sides)), None)
            if years is row:
                for side in sides:
                    row[side] = f"{name} | {row[side]}"
                row[c] = ""
            elif years is not None and not any(row[side] for side in sides):
                row[c - 1], row[c] = name, ""
    return rows


def _counted(row: Sequence[str]) -> tuple[int, int]:
    """The first and the end of the columns that a row counts 1, 2, 3, one in each and one of them with a name before its number at most;
    the longest such run, (0, 0) where there is none.
    """
    best = 0, 0
    for first in range(len(row)):
        stop, named = first, 0
        while stop < len(row) and (words := row[stop].split()) and _ROMAN.get(words[-1], words[-1]) == str(stop - first + 1):
            named += len(words) > 1
            if named > 1:
                break
            stop += 1
        if stop - first > best[1] - best[0]:
            best = first, stop
    return best
