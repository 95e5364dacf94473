"""Where the tables of a squeezed text begin, and how many lines their headers have."""

import re
from collections.abc import Iterator, Sequence
from typing import Final

from extractor.reading.column_lines import HEADER_WORDS
from extractor.reading.text_squeezed_words import Word, is_figure, is_header, is_index, is_year, numbers_columns
from extractor.values.starts import INDIKATOR

_HEAD_WORDS: Final = 2
NUMBERED: Final = re.compile(r"(?:no|nomor|kode)\b", re.I)
"""What heads the numbers of rows."""
_HEAD_LINES: Final = 6
"""Lines of a header at most."""
_NEXT: Final = 2
"""Lines below one of a header in which another one begins."""
_KNOWN: Final = 0.6
"""Share of the words of a header line that are known to head columns, where it begins right of the table above."""
_MOST_NAMES: Final = 4
"""Columns of each of several years at most."""
_BESIDE: Final = 2
"""Cells by which the rest of a header word that a narrow column breaks may stand beside its beginning."""


def parts_of(lines: Sequence[Sequence[Word]]) -> Iterator[Sequence[Sequence[Word]]]:
    """Stretches of lines that each begin with a header."""
    start, in_body = 0, False
    left = float("inf")
    for index, words in enumerate(lines):
        if not words:
            continue
        left = min(left, words[0].x0)
        beside = words[0].x0 > left + _BESIDE * (not _is_one_text(words) or NUMBERED.match(words[0].text) is not None)
        if not (_begins_header(words) or _is_numbered(lines, index) or _are_two_names(lines, index)) or (
            beside and not _stands_alone(lines, index, left)
        ):
            in_body = in_body or not (
                is_header(words) or _ends_words(words, lines[start:index]) or _repeats(words, _years_above(lines[start:index]))
            )
        elif in_body:
            top = _top_of_header(lines, index)
            yield lines[start:top]
            start, in_body, left = top, False, words[0].x0
    yield lines[start:]


def _stands_alone(lines: Sequence[Sequence[Word]], index: int, left: float) -> bool:
    """Whether a line that begins right of the table above is a header, and no line of its cells: its words are known, or others beside it
    begin where the table begins.
    """
    words = lines[index]
    if _is_one_text(words):
        close = [line for line in lines[max(index - _NEXT, 0) : index] if line][-1:]
        return any(len(line) == 1 and NUMBERED.fullmatch(line[0].text) is not None for line in close)
    if NUMBERED.match(words[0].text) or sum(is_header([word]) for word in words) >= _KNOWN * len(words):
        return True
    above = [line for line in lines[max(index - 2 * _HEAD_LINES, 0) : index] if line][-1:]
    below = [line for line in lines[index + 1 : index + 2 * _HEAD_LINES] if line][:_NEXT]
    return any(
        is_header(line) and line[0].x0 <= left + _BESIDE and not any(_is_value(word.text) for word in line) for line in (*above, *below)
    )


def _is_one_text(words: Sequence[Word]) -> bool:
    """Whether a line has no wide blank; such a line of header words right of where the table begins is a text in one of its cells."""
    return not any(word.fixed for word in words[1:])


def _is_value(word: str) -> bool:
    """Whether a word is a figure of a row; headers name years, too, and the sign of per cent."""
    return is_figure(word) and any(map(str.isalnum, word)) and not is_year(word)


def _top_of_header(lines: Sequence[Sequence[Word]], index: int) -> int:
    """The first line of a header that begins above its first full line with single words of it, as where these are higher. A word in
    small letters at its top is the rest of a cell above it.
    """
    top = index
    for above in range(index - 1, -1, -1):
        words = lines[above]
        if words and _are_years(words):
            top = above
            continue
        if words and (len(words) > _HEAD_WORDS or not is_header(words) or is_index(words) or any(_is_value(word.text) for word in words)):
            break
        top = above if words else top
    return next((at for at in range(top, index) if lines[at] and not all(word.text[0].islower() for word in lines[at])), index)


def _are_years(words: Sequence[Word]) -> bool:
    return all(is_year(word.text) for word in words)


def _begins_header(words: Sequence[Word]) -> bool:
    if (
        not is_header(words)
        or is_index(words)
        or _are_years(words)
        or words[0].text[0].islower()
        or any(_is_value(word.text) for word in words)
        or _goes_on_below(words)
    ):
        return False
    return len(words) > _HEAD_WORDS or (len(words) == _HEAD_WORDS and NUMBERED.match(words[0].text) is not None)


def _are_two_names(lines: Sequence[Sequence[Word]], index: int) -> bool:
    """Whether a line has the names of two columns apart from each other, between the lines of what heads the numbers of the rows."""
    words = lines[index]
    above = next((line for line in reversed(lines[max(index - _NEXT, 0) : index]) if line), [])
    if len(words) != _HEAD_WORDS or len(above) != 1 or not NUMBERED.fullmatch(above[0].text) or above[0].x0 >= words[0].x0:
        return False
    return words[1].fixed and all(is_header([word]) and word.text[0].isupper() and not is_year(word.text) for word in words)


def _goes_on_below(words: Sequence[Word]) -> bool:
    """Whether a line is one inside of cells: a text of it begins with a small letter, or it has nothing but signs."""
    return any(word.fixed and word.text[0].islower() for word in words) or not any(char.isalpha() for word in words for char in word.text)


def _is_numbered(lines: Sequence[Sequence[Word]], index: int) -> bool:
    """Whether the next line that is not empty numbers the columns, whatever the words above the numbers are."""
    words = lines[index]
    if words[0].text[0].islower() or is_index(words) or any(_is_value(word.text) for word in words):
        return False
    below = next((line for line in lines[index + 1 : index + _HEAD_LINES] if line), [])
    return len(words) > _HEAD_WORDS and counts(below) and numbers_columns(below, [words, below])


def counts(words: Sequence[Word]) -> bool:
    """Whether a line counts from one on: 1 2 3, or (1) (2) (3)."""
    return len(words) > _HEAD_WORDS and all(word.text.strip("()") == str(number) for number, word in enumerate(words, start=1))


def head_length(lines: Sequence[Sequence[Word]]) -> int:
    """How many lines the header at the beginning has; the row of column numbers is its last one."""
    filled = [index for index, words in enumerate(lines) if words][: 2 * _HEAD_LINES]
    numbered = next((at for at in filled if len(lines[at]) > _HEAD_WORDS and numbers_columns(lines[at], lines[: at + 1])), None)
    proven = (
        numbered is not None and counts(lines[numbered]) and not any(_is_value(word.text) for at in range(numbered) for word in lines[at])
    )
    if not filled or not (is_header(lines[filled[0]]) or proven):
        return 0
    if numbered is not None:
        return numbered + 1
    last = 0
    named = False
    for index in filled:
        words = lines[index]
        if named and INDIKATOR.match(words[0].text):
            break
        repeated = _repeats(words, _years_above(lines[:index]))
        named = named or repeated
        if repeated or is_header(words) or (last and _ends_words(words, lines[:index])):
            last = index + 1
        elif any(is_figure(word.text) or word.text[:1].islower() for word in words):
            break
    return last


def _years_above(lines: Sequence[Sequence[Word]]) -> int:
    """How many years one of these lines names."""
    return max((sum(is_year(word.text) for word in words) for words in lines), default=0)


def _repeats(words: Sequence[Word], times: int) -> bool:
    """Whether a line ends in words that stand there so many times in the same order: the names of the columns of several years."""
    texts = [word.text for word in words]
    repeated = (
        size for size in range(1, _MOST_NAMES + 1) if len(texts) >= size * times and texts[-size * times :] == texts[-size:] * times
    )
    return times > 1 and any(not any(map(str.isdigit, "".join(texts[-size:]))) for size in repeated)


def _ends_words(words: Sequence[Word], above: Sequence[Sequence[Word]]) -> bool:
    """Whether a line holds nothing but the ends of header words that narrow columns break: "Nomo" above "r"."""
    begun = [word for line in above for word in line]
    return all(
        any(abs(word.x0 - other.x0) <= _BESIDE and f"{other.text}{word.text}".lower() in HEADER_WORDS for other in begun) for word in words
    )
