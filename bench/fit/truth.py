"""Which table of a made report each piece of an extracted one is, and which column: labels for the fitting."""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from math import log
from typing import Any

from corpus.naskah import Cell, Report, Row, Table
from corpus.source import report_of
from corpus.typeset.lines import index_texts

_WORD = re.compile(r"\w+")
_LEAST = 0.45
"""Share of a piece's words that the table it belongs to holds at least."""
_LONGEST = 14
"""Pieces that a table has at most."""
_TOO_MANY = 0.6
"""What a word costs that the other side does not have, in units of one that it has."""
_MISSING = 0.3
_COLUMN = 0.4

Words = Counter[str]


@dataclass(frozen=True, slots=True)
class TrueTable:
    """A table of a made report: kind as in the contract, words, what each column prints, and what its rows and columns say."""

    kind: str
    words: Words
    columns: tuple[tuple[str, ...], ...]
    entries: tuple[tuple[str, ...], ...]
    """The cells of every row, letters alone, those of merged cells in each row that they cover; empty where a drawn row holds several."""
    column_words: tuple[Words, ...]


def words(texts: Iterable[str]) -> Words:
    """The words and numbers of some texts, in lower case."""
    return Counter(word for text in texts for word in _WORD.findall(text.lower()))


def report_named(order: dict[str, Any], name: str) -> Report:
    """The report of an entry of a corpus's index ("0003-2024"), made again from the order of the corpus."""
    satker, year = name.split("-")
    return report_of(int(order["seed"]), int(satker), int(year), str(order["size"]))


def true_tables(report: Report) -> list[TrueTable]:
    """All tables of a report in printed order."""
    listed: Any = report.truth["tabel"]
    return [_true_table(report.blocks[entry["blok"]], entry) for entry in listed]


def _true_table(block: object, entry: dict[str, Any]) -> TrueTable:
    if not isinstance(block, Table):
        raise TypeError(f"block {entry['blok']} is no table")
    rows = [*block.head, *block.rows]
    index = index_texts(block) if block.indexed else ()
    columns = tuple(tuple(keys) for keys in entry["kolom"])
    by_column = tuple(words(_texts(row[c]) for row in rows if c < len(row)) for c in range(len(columns)))
    whole = words([*(_texts(cell) for row in rows for cell in row), *index])
    return TrueTable(str(entry["jenis"]), whole, columns, _entries(block.rows), by_column)


def _entries(rows: Sequence[Row]) -> tuple[tuple[str, ...], ...]:
    if any(cell is not None and cell.stacked for row in rows for cell in row):
        return ()
    covering: dict[int, tuple[int, str]] = {}
    result = []
    for at, row in enumerate(rows):
        for c, cell in enumerate(row):
            if cell is not None:
                covering[c] = at + cell.down, "".join(cell.text.split()).lower()
        result.append(tuple(text for end, text in covering.values() if at < end))
    return tuple(result)


def _texts(cell: Cell | None) -> str:
    return "" if cell is None else " ".join(cell.stacked) or cell.text


def belongs(pieces: Sequence[Words], tables: Sequence[Words]) -> list[int | None]:
    """For each piece the table it is a part of, or None: the best reading in which tables follow each other as printed."""
    weight = _rarity(tables)
    gains = {}
    for at, table in enumerate(tables):
        fits = [_fits(piece, table) for piece in pieces]
        for start in range(len(pieces)):
            whole = Words()
            for stop in range(start + 1, min(len(pieces), start + _LONGEST) + 1):
                if not fits[stop - 1]:
                    break
                whole += pieces[stop - 1]
                gain = _gain(whole, table, weight)
                if gain > 0:
                    gains[start, stop, at] = gain
    return _best_order(len(pieces), len(tables), gains)


def _fits(piece: Words, table: Words) -> bool:
    return bool(piece) and sum((piece & table).values()) >= _LEAST * sum(piece.values())


def _rarity(tables: Sequence[Words]) -> dict[str, float]:
    held = Counter(word for table in tables for word in table)
    return {word: log((len(tables) + 1) / count) + 0.1 for word, count in held.items()}


def _gain(whole: Words, table: Words, weight: dict[str, float]) -> float:
    most = max(weight.values())
    size = sum(weight[word] * count for word, count in table.items())
    shared = sum(weight.get(word, most) * count for word, count in (whole & table).items())
    more = sum(weight.get(word, most) * count for word, count in (whole - table).items())
    return shared - _TOO_MANY * more - _MISSING * (size - shared)


def _best_order(pieces: int, tables: int, gains: dict[tuple[int, int, int], float]) -> list[int | None]:
    best = [[0.0] * (tables + 1) for _ in range(pieces + 1)]
    came: dict[tuple[int, int], tuple[int, int]] = {}
    ending: dict[tuple[int, int], list[tuple[int, float]]] = {}
    for (start, stop, at), gain in gains.items():
        ending.setdefault((stop, at), []).append((start, gain))
    for stop in range(pieces + 1):
        for upto in range(tables + 1):
            options = [(0.0, (0, 0))]
            if stop:
                options.append((best[stop - 1][upto], (stop - 1, upto)))
            if upto:
                options.append((best[stop][upto - 1], (stop, upto - 1)))
                options += [(best[start][upto - 1] + gain, (start, upto - 1)) for start, gain in ending.get((stop, upto - 1), ())]
            best[stop][upto], came[stop, upto] = max(options)
    return _traced(pieces, tables, came, gains)


def _traced(
    pieces: int,
    tables: int,
    came: dict[tuple[int, int], tuple[int, int]],
    gains: dict[tuple[int, int, int], float],
) -> list[int | None]:
    found: list[int | None] = [None] * pieces
    stop, upto = pieces, tables
    while stop and upto:
        before, below = came[stop, upto]
        if below == upto - 1 and before < stop and (before, stop, below) in gains:
            found[before:stop] = [below] * (stop - before)
        stop, upto = before, below
    return found


def columns_of(found: Sequence[Words], table: TrueTable) -> list[int | None]:
    """For each extracted column the one of the true table that it is, in the same order, or None."""
    best = [[0.0] * (len(table.columns) + 1) for _ in range(len(found) + 1)]
    alike = [[_alike(own, other) for other in table.column_words] for own in found]
    for i, row in enumerate(alike, 1):
        for j, value in enumerate(row, 1):
            best[i][j] = max(best[i - 1][j], best[i][j - 1], best[i - 1][j - 1] + (value if value >= _COLUMN else 0.0))
    result: list[int | None] = [None] * len(found)
    i, j = len(found), len(table.columns)
    while i and j:
        value = alike[i - 1][j - 1]
        if value >= _COLUMN and best[i][j] == best[i - 1][j - 1] + value:
            result[i - 1] = j - 1
            i, j = i - 1, j - 1
        elif best[i][j] == best[i - 1][j]:
            i -= 1
        else:
            j -= 1
    return result


def _alike(found: Words, true: Words) -> float:
    total = sum(found.values()) + sum(true.values())
    return 2 * sum((found & true).values()) / total if total else 0.0
