"""Years in a header over names that stand under each of them: a year is over all the columns of its names."""

import re
from collections import Counter
from collections.abc import Sequence
from typing import Final

from extractor.reading.column_lines import LineView
from extractor.reading.column_piece import Piece

_YEAR: Final = re.compile(r"(?:19|20)\d{2}")
_LEAST: Final = 2
"""Years, and names under each of them, at least."""


def years_over_names(views: Sequence[LineView], rows: Sequence[int]) -> int | None:
    """The line of a header whose years stand over names that the header repeats for each of them; None where there is none."""
    names = Counter(chunk.text.lower() for row in rows for chunk in views[row].chunks)
    for row in rows:
        years = sum(_YEAR.fullmatch(chunk.text) is not None for chunk in views[row].chunks)
        if years >= _LEAST and sum(count == years for count in names.values()) >= _LEAST:
            return row
    return None


def is_year(text: str) -> bool:
    """Whether a text is nothing but a year."""
    return _YEAR.fullmatch(text) is not None


def over_years(rows: Sequence[list[Piece]], years: Sequence[Piece]) -> list[Piece] | None:
    """The years over the columns of the names in the other lines that are repeated for each; None where these are not side by side."""
    names = [piece for row in rows for piece in row]
    repeated = Counter(piece.text.lower() for piece in names)
    columns = sorted(piece.column for piece in names if repeated[piece.text.lower()] == len(years))
    each = len(columns) // len(years) if years else 0
    if each < _LEAST or columns != list(range(columns[0], columns[0] + each * len(years))):
        return None
    return [year._replace(column=columns[index * each], last=columns[index * each] + each - 1) for index, year in enumerate(years)]
