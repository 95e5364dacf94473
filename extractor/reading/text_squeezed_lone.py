"""Figures that stand alone between two texts of a squeezed line: where many rows have one at the same place, that is a column.

A narrow column between two wide ones is never seen at its true place where the texts left of it are always longer than their column.
Its figures then end the text of the column before, or begin that of the column behind.
"""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Final

from extractor.reading.column_lines import CURRENCY
from extractor.reading.text_squeezed_columns import Column
from extractor.reading.text_squeezed_deal import BLANK, Text
from extractor.reading.text_squeezed_runs import Range, Span
from extractor.reading.text_squeezed_words import TIED, Word, is_count, is_figure, width_of

_LEAST: Final = 2
"""Rows with such a figure from which it may be a column."""
_SHARE: Final = 0.15
"""Share of the lines with a text beside it that they are at least."""
_CODE: Final = re.compile(r"[A-Z]{2}\.\d{4}(?:\.\w{3})*|\d\.\d\d(?:\.\d\d)+(?:\.\d+)*\.?")
"""The code of an activity or a programme in a budget."""
_APART: Final = 1.0
"""Cells between the beginnings of two columns at least."""


def with_lone(columns: Sequence[Column], lines: Sequence[tuple[Sequence[Word], Sequence[Text]]], scale: float) -> list[Column] | None:
    """The columns and one more, of the figures that most rows have behind or before a text; None where rows show none.

    ``lines`` are those below the header: their words, and the texts to which these were dealt.
    """
    gaps: defaultdict[int, list[Span]] = defaultdict(list)
    for words, texts in lines:
        for gap, span in _lone(words, texts, columns, scale):
            gaps[gap].append(span)
    gap, spans = max(gaps.items(), key=lambda item: (len(item[1]), -item[0]), default=(0, []))
    beside = sum(any(text.column == gap for text in texts) for _, texts in lines)
    if len(spans) < max(_LEAST, _SHARE * beside):
        return None
    found = Range.of(spans)
    seen = next((column.left for column in columns[gap + 1 :] if column.kinds), float("inf"))
    left = min(max(found.place, columns[gap].left + _APART), seen - _APART)
    if left <= columns[gap].left:
        return None
    last = min(left + found.width, seen)
    behind = [column if column.kinds else _behind(column, last) for column in columns[gap + 1 :]]
    if any(after.left <= before.left for before, after in pairwise(behind)):
        return None
    return [*columns[: gap + 1], Column(left, last, True, found.kinds), *behind]


def with_last(columns: Sequence[Column], lines: Sequence[tuple[Sequence[Word], Sequence[Text]]], scale: float) -> list[Column] | None:
    """The columns, the last one where the figures that end lines stand, if no figure is at its true place and only the header tells it."""
    spans = [
        span
        for words, texts in lines
        if len(columns) > 1 and not columns[-1].kinds and columns[-1].figures and (span := _ending(words, texts, len(columns) - 1, scale))
    ]
    if len(spans) < max(_LEAST, _SHARE * len(lines)):
        return None
    found = Range.of(spans)
    left = max(found.place, columns[-2].left + _APART)
    return [*columns[:-1], Column(left, max(left + found.width, columns[-1].last), True, found.kinds)]


def _ending(words: Sequence[Word], texts: Sequence[Text], column: int, scale: float) -> Span | None:
    """The pushed figure that ends a line in this column, or behind the text before it."""
    text, before = texts[-1], texts[-2:-1]
    last = len(words) - 1
    if text.column < column - 1 or not _is_value(words, last):
        return None
    inner = " ".join(word.text for word in words[text.first : last])
    start = before[0].x1 + BLANK * scale if before and text.column == column else text.x0
    low = start + (scale * (width_of(inner) + BLANK) if inner else 0.0)
    return _span(words, last, last + 1, low, scale)


def _behind(column: Column, end: float) -> Column:
    """A column of which only the header is known, no further left than where the one before it ends."""
    left = max(column.left, end + _APART)
    return Column(left, max(column.last, left), column.figures)


def _lone(words: Sequence[Word], texts: Sequence[Text], columns: Sequence[Column], scale: float) -> Iterator[tuple[int, Span]]:
    """The figures that end or begin a text among words, each with the column left of the place where it stands."""
    for text in texts:
        if columns[text.column].figures:
            continue
        inner = range(text.first + 1, text.stop)
        last = next((index for index in inner if _is_value(words, index)), None)
        if last is not None and _after(words, last) >= text.stop and any(map(str.isalpha, words[last - 1].text)):
            low = text.x0 + scale * (width_of(" ".join(word.text for word in words[text.first : last])) + BLANK)
            yield text.column, _span(words, last, text.stop, low, scale)
        elif text.column and text.first and not words[text.first].fixed and _is_value(words, text.first):
            stop = _after(words, text.first)
            if stop < len(words) and words[stop].text[0].isupper() and (stop < text.stop or not words[stop].fixed):
                before = max((other.x1 for other in texts if other.stop <= text.first), default=0.0)
                yield text.column - 1, _span(words, text.first, stop, before + BLANK * scale, scale)


def _is_value(words: Sequence[Word], index: int) -> bool:
    """Whether a pushed word is a figure by itself, and no part of a number or amount."""
    word = words[index]
    value = is_figure(word.text) or _CODE.fullmatch(word.text) is not None
    return not word.fixed and word.tie < TIED and value and not CURRENCY.match(words[index - 1].text)


def _after(words: Sequence[Word], index: int) -> int:
    """The word behind a figure and its unit."""
    stop = index + 1
    while stop < len(words) and words[stop].tie >= TIED:
        stop += 1
    if stop == index + 1 < len(words) and not words[stop].fixed and is_count(words[index].text) and words[stop].text.istitle():
        followed = stop + 1 == len(words) or words[stop + 1].fixed or words[stop + 1].text[0].isupper()
        stop += followed
    return stop


def _span(words: Sequence[Word], first: int, stop: int, low: float, scale: float) -> Span:
    width = scale * width_of(" ".join(word.text for word in words[first:stop]))
    high = float(words[first].x0)
    return Span(words[first].text, min(low, high), high, width)
