"""Marks of bold print in the cells of a text whose columns were wrapped after they had been set.

**No ⇥ **Sasaran**
mor* ⇥
*    ⇥
"""

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from extractor.reading.text_lines import SourceLine

_MARK: Final = "**"
_MAX_SPAN: Final = 6
"""Lines of one cell with a mark."""


def whole_marks(lines: Sequence[SourceLine]) -> list[SourceLine]:
    """The lines of a table with tabs, every line of a cell with both marks where the cell began and ended with one."""
    if not any(_MARK in line.text for line in lines):
        return list(lines)
    rows = [line.text.split("\t") for line in lines]
    for column in range(max(map(len, rows))):
        _mend(rows, column)
    return [replace(line, text="\t".join(row)) for line, row in zip(lines, rows, strict=True)]


def _mend(rows: Sequence[list[str]], column: int) -> None:
    """Gives the lines of each marked cell of a column marks of their own."""
    first, left = 0, 0
    for n, row in enumerate(rows):
        text = row[column].strip() if column < len(row) else ""
        if not text or (left and n - first >= _MAX_SPAN):
            continue
        if not left and text.startswith(_MARK) and text.strip("*"):
            first, left = n, len(_MARK)
        if left:
            left -= min(left, len(text) - len(text.rstrip("*")))
            if not left and n > first:
                _set_marks(rows[first : n + 1], column)


def _set_marks(rows: Sequence[list[str]], column: int) -> None:
    for row in rows:
        if column < len(row):
            text = row[column].strip().strip("*")
            row[column] = f"{_MARK}{text}{_MARK}" if text else ""
