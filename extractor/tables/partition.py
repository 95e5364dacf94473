"""The best partition of a table's physical rows into entries, by dynamic programming."""

import re
from bisect import bisect_left
from collections.abc import Sequence
from itertools import accumulate, pairwise
from typing import NamedTuple

from extractor.tables.broken import bound_rows, is_cut_amount, is_cut_decimal, is_cut_percent, over_break
from extractor.tables.profile import is_total_label, looks
from extractor.tables.rows import SINGLE, Columns, is_alone, is_over, start_score
from extractor.tables.rows_model import PhysicalRow
from extractor.tables.torn import torn_rows

VALUE_ONCE = 1.6
VALUE_NONE = -1.0
VALUE_AGAIN = -3.2
BARE = -2.0
"""An entry without any value, in a table whose entries run over many rows."""
SPARSE = 0.4
"""So few rows hold a value where entries run over many."""
AMOUNT_AGAIN = -4.5
VALUE_ON_TOP = 0.9
ORDINAL_INSIDE = -4.5
NUMBER_ONCE = 1.5
NUMBER_NONE = -2.5
"""In tables whose entries carry their number on a middle line."""
CONTINUED = -1.0
"""A row that speaks so clearly against starting an entry continues the value above it."""
REST = -4.0
"""An entry whose first line holds the rest of an amount, for each column that does."""
MOST_RESTS = 2
BROKEN = -12.0
"""A row that holds the rests of figures of several columns."""
_OPENING_CODE = re.compile(r"([A-Z0-9]+) [^\n]*\n\1\.")
"""A code with words, over one that goes on with it: "WA Program …" over "WA.3357"."""
MAX_LINES = 60
"""An entry has at most so many printed lines."""


def partition(rows: Sequence[PhysicalRow], columns: Columns) -> list[tuple[int, int]]:
    """The best partition of the rows into entries, as half-open ranges in order."""
    if not rows:
        return []
    inside = {n for first, stop in bound_rows(rows, columns.ordinal) for n in range(first + 1, stop)}
    inside |= torn_rows(rows)
    broken = [i in inside or over_break(rows, i, columns.ordinal) for i in range(len(rows))]
    starts = [start_score(rows, i, columns) + BROKEN * cut for i, cut in enumerate(broken)]
    cut_totals = [False, *(_ends_total(above, below) for above, below in pairwise(rows))]
    alone = [is_alone(row, columns) or ended for row, ended in zip(rows, [*cut_totals[1:], False], strict=True)]
    alone = [single or (at + 1 < len(rows) and _heads(rows[at], rows[at + 1])) for at, single in enumerate(alone)]
    rests = [False, *(_is_rest(above, below, columns) for above, below in pairwise(rows))]
    rests = [rest or ended for rest, ended in zip(rests, cut_totals, strict=True)]
    entries = _Entries(rows, columns, starts, cut_totals)
    best = [0.0] + [float("-inf")] * len(rows)
    cut = [0] * (len(rows) + 1)
    for end in range(1, len(rows) + 1):
        for start in range(end - 1, max(-1, end - 1 - MAX_LINES), -1):
            if start < end - 1 and (alone[start + 1] or (alone[start] and not all(rests[start + 1 : end]))):
                break
            score = best[start] + starts[start] + entries.score(start, end)
            if score > best[end]:
                best[end], cut[end] = score, start
    ranges, end = [], len(rows)
    while end:
        ranges.append((cut[end], end))
        end = cut[end]
    return ranges[::-1]


class _Values(NamedTuple):
    """A column of values, as entries are weighed by it."""

    counts: list[int]
    """How many values stand above each row."""
    going_on: list[int]
    """How many of them are the rest of the one before."""
    none: float
    """Worth of an entry without a value."""
    more: float
    """Worth of each value beyond the first."""
    on_top: list[bool]
    """The rows that hold a value where entries have theirs on the first line."""


class _Entries:
    """Scores of possible entries, from running counts of values and numbers."""

    def __init__(self, rows: Sequence[PhysicalRow], columns: Columns, starts: Sequence[float], cut_totals: Sequence[bool]) -> None:
        self.columns = columns
        self.values: list[_Values] = []
        self.rests = list(map(int, cut_totals))
        described = zip(columns.values, columns.value_looks, columns.amounts, columns.value_rate, strict=True)
        for c, usual, amounts, rate in described:
            texts = [row.text[c] for row in rows]
            filled = [bool(looks(text) & usual) and not _SCRAP.fullmatch(text) for text in texts]
            rest = [False, *((amounts and is_cut_amount(above, below)) or adds_to(above, below) for above, below in pairwise(texts))]
            filled = [full or cut for full, cut in zip(filled, [*rest[1:], False], strict=True)]
            goes_on = [rest[i] or _goes_on(texts, filled, starts, i) for i in range(len(rows))]
            self.rests = [min(count + own, MOST_RESTS) for count, own in zip(self.rests, rest, strict=True)]
            on_top = [columns.top_aligned and full and not cut for full, cut in zip(filled, rest, strict=True)]
            counts, going_on = list(accumulate(filled, initial=0)), list(accumulate(goes_on, initial=0))
            self.values.append(_Values(counts, going_on, VALUE_NONE * rate, AMOUNT_AGAIN if amounts else VALUE_AGAIN, on_top))
        self.sparse = bool(columns.values) and max(columns.value_rate) < SPARSE
        self.ordinals = [row.text[columns.ordinal] if columns.ordinal is not None else "" for row in rows]
        numbered = ["ordinal" in looks(text) and not ended for text, ended in zip(self.ordinals, cut_totals, strict=True)]
        self.numbered = list(accumulate(numbered, initial=0))
        self.numbered_at: dict[str, list[int]] = {}
        for at, text in enumerate(self.ordinals):
            if numbered[at]:
                self.numbered_at.setdefault(text, []).append(at)

    def score(self, start: int, end: int) -> float:
        """How well rows [start, end) make one entry: one value in each column of values, one number."""
        score, again, bare = 0.0, 0.0, True
        columns = self.columns
        for counts, going_on, none, more, on_top in self.values:
            values = counts[end] - counts[start] - (going_on[end] - going_on[start + 1])
            if not values:
                score += none
                continue
            score, bare = score + VALUE_ONCE, False
            if values > 1:
                again = min(again, more * (values - 1))
            if on_top[start]:
                score += VALUE_ON_TOP
        if columns.values:
            score = REST * self.rests[start] + score / len(columns.values) + again + (BARE if bare and self.sparse else 0.0)
        if columns.centred:
            numbers = self.numbered[end] - self.numbered[start]
            score += NUMBER_ONCE if numbers == 1 else NUMBER_NONE if not numbers else ORDINAL_INSIDE * (numbers - 1)
        elif self.numbered[end] > self.numbered[start + 1]:
            first = self.ordinals[start]
            same = self.numbered_at.get(first, [])
            repeated = bisect_left(same, end) - bisect_left(same, start + 1)
            score += ORDINAL_INSIDE * (self.numbered[end] - self.numbered[start + 1] - repeated)
        return score


def _heads(row: PhysicalRow, below: PhysicalRow) -> bool:
    """Whether a row says by name and number, or by a code and words, what the rows below belong to."""
    alone = bool(row.text[0]) and not any(row.text[1:])
    return is_over(row, below) or (alone and _OPENING_CODE.match(f"{row.text[0]}\n{below.text[0]}") is not None)


def _is_rest(above: PhysicalRow, below: PhysicalRow, columns: Columns) -> bool:
    """Whether a row holds nothing but what narrow columns broke off the figures above, or what brackets add to them."""
    pairs = [(above.text[c], text, c) for c, text in enumerate(below.text) if text]
    return bool(pairs) and all((c in columns.values and _goes_with(a, b)) or _figures_go_on(a, b) for a, b, c in pairs)


def _ends_total(above: PhysicalRow, below: PhysicalRow) -> bool:
    """Whether a row holds nothing but the end of a label that names a total, which a narrow column cut in the row above: "Jumla" / "h";
    or the label's second line, beside the rests of the total's figures: "TOTAL", "Rp" / "ANGGARAN", "1.250.000".
    """
    first = next((c for c, text in enumerate(above.text) if text), None)
    filled = [c for c, text in enumerate(below.text) if text]
    if first is None or first not in filled or not any(above.text[first + 1 :]):
        return False
    if filled == [first]:
        begun = any(map(str.isalpha, above.text[first])) and not is_total_label(above.text[first])
        return begun and is_total_label(above.text[first] + below.text[first])
    rest = all(_goes_with(above.text[c], below.text[c]) for c in filled if c != first)
    return rest and is_total_label(above.text[first]) and is_total_label(f"{above.text[first]} {below.text[first]}")


def _goes_with(above: str, below: str) -> bool:
    return is_cut_amount(above, below) or is_cut_percent(above, below) or adds_to(above, below)


def _figures_go_on(above: str, below: str) -> bool:
    """Whether each of these words ends the figure above it: an amount or decimals that were cut, or a percent without its sign."""
    words = above.split(), below.split()
    return len(words[0]) == len(words[1]) and all(
        is_cut_amount(a, b) or is_cut_decimal(a, b) or (b == "%" and a[-1:].isdigit()) for a, b in zip(*words, strict=True)
    )


def adds_to(above: str, below: str) -> bool:
    """Whether a line adds to the figure above: the percent that an amount is, in brackets, its sign, or the cut end of its unit."""
    if below == "%":
        return above[-1:].isdigit()
    if _END_OF_WORD.fullmatch(below):
        return bool(_UNIT.search(above))
    return bool(_BRACKETED.fullmatch(below)) and any(ch.isdigit() for ch in above) and not _BRACKETED.fullmatch(above)


def _goes_on(texts: Sequence[str], filled: Sequence[bool], starts: Sequence[float], at: int) -> bool:
    """Whether the value of a row is the rest of the value on the line above."""
    return at > 0 and filled[at] and filled[at - 1] and starts[at] < CONTINUED and _unlike(texts[at - 1], texts[at])


_SCRAP = re.compile(r"[^\w\s%✓√-]+[^\W\d]?|[^\W\d]?[^\w\s%✓√-]+")
"""A stroke or a bracket of a stamp or a misread scan, with a letter at most."""
_BRACKETED = re.compile(r"\([\d.,\s]+%?\)")
_WITH_UNIT = frozenset({"percent", "quantity"})
_DIGIT = re.compile(r"[0-9]")
_END_OF_WORD = re.compile(r"[a-z]{1,6}")
_UNIT = re.compile(r"(?:^|\s)[A-Z][a-z]{3,}$")


def _unlike(above: str, below: str) -> bool:
    """Two lines that cannot be two values of one column: a lone sign, or a percent over a plain number; not two values with their units."""
    if all(looks(text) & _WITH_UNIT and _DIGIT.search(text) for text in (above, below)):
        return False
    return "%" in (above.strip(), below.strip()) or not looks(above) & looks(below) & SINGLE
