"""Where the header of an aligned table ends: its cells are printed on several lines, each centred for itself.

A line of such a header holds pieces of words ("TANGG", "N", "IN"), which only together read as known wordings.
So not the lines are judged but the texts that the first lines make together, column by column.
"""

from collections.abc import Sequence

from extractor.reading.column_lines import HEADER_WORDS
from extractor.reading.document import GridRow
from extractor.tables.headers import Header, wording_hit
from extractor.tables.profile import completes_labels, is_index_rest, is_index_row, is_total_label, looks
from extractor.tables.wording import fold, years

MOST_LINES = 9
"""A header has at most so many printed lines."""
UNKNOWN = 0.45
"""A column whose text agrees less with the wordings speaks against the header."""
LEAST = 0.55
"""Mean agreement from which the first lines are a header."""
YEAR = 0.7
"""What a column headed by nothing but a year agrees: it stands under a heading over several columns."""
SLACK = 0.3
"""What a longer header may agree less, where its last line is of header words and years."""
WORDED = 0.6
"""Share of the words of such a line that are of headers."""
_BODY = frozenset({"amount", "percent", "nip", "date", "code"})


def printed_header(rows: Sequence[GridRow], vocabulary: frozenset[str]) -> Header:
    """The first lines that together read best as a header; no rows where none do."""
    lines = [[" ".join(cell.raw.split()) for cell in row.cells] for row in rows[:MOST_LINES]]
    columns = [""] * max((len(line) for line in lines), default=0)
    best, end = 0.0, 0
    for at, line in enumerate(lines):
        completed = completes_labels(lines[:at], line)
        if (is_index_row(line) and not completed) or _is_body(line):
            break
        for c, text in enumerate(line):
            columns[c] = f"{columns[c]} {text}".strip()
        score = _score(columns, vocabulary)
        if score >= best - (SLACK if _is_worded(line) else 0.0) > 0 or score > 0 == end:
            best, end = max(best, score), at + 1
    if not end:
        return Header(0)
    return Header(end, int(end < len(lines) and (is_index_row(lines[end]) or is_index_rest(lines[end]))))


def _score(columns: Sequence[str], vocabulary: frozenset[str]) -> float:
    """How much better than nothing the texts of the columns agree with known wordings; 0 where they are no header."""
    hits = [YEAR if years(text) and not fold(text) else wording_hit(text, vocabulary) for text in columns if text]
    if len(hits) < 2 or sum(hits) < LEAST * len(hits) or sum(hit >= 0.8 for hit in hits) < 2:
        return 0.0
    return sum(hit - UNKNOWN for hit in hits)


def _is_worded(line: Sequence[str]) -> bool:
    """Whether most of a line's words stand in headers, or are years."""
    words = [word.strip(".,:;()").lower() for text in line for word in text.split()]
    told = [word in HEADER_WORDS or bool(years(word)) or not word.strip("%") for word in words]
    return bool(told) and sum(told) >= WORDED * len(told)


def _is_body(line: Sequence[str]) -> bool:
    """A line that only an entry can have: an amount, a percent, a running number at its head, a label of a sum."""
    filled = [text for text in line if text]
    if not filled or is_total_label(filled[0]):
        return True
    numbered = "ordinal" in looks(line[0]) and any(ch.isdigit() for ch in line[0])
    return numbered or any(_is_figure(text) for text in filled)


def _is_figure(text: str) -> bool:
    """Whether it is a figure, be it cut behind a separator by a narrow column."""
    found = looks(text.rstrip(".,"))
    return bool(found & _BODY) and "year" not in found and any(ch.isdigit() for ch in text)
