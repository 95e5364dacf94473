"""Text whose lines are squeezed: every word stands at its true place, or behind the word before where that one takes more room.

``pdfplumber``'s layout text sets a page on a grid of equal cells that are wider than the letters of the page, so that texts are
longer than their columns and push what stands beside them to the right, up to one blank. The places of words behind wider
blanks, and of first words, are true; from them the columns are known, and with these the place of every other word. The lines
are written anew on a grid as fine as the letters, where columns stand below one another again.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from statistics import quantiles
from typing import Final

from extractor.reading.column_lines import CURRENCY, GROUP_LABEL
from extractor.reading.text_lines import SourceLine
from extractor.reading.text_squeezed_fit import Fit, fitted
from extractor.reading.text_squeezed_heads import NUMBERED
from extractor.reading.text_squeezed_large import with_titles
from extractor.reading.text_squeezed_ties import Ties
from extractor.reading.text_squeezed_words import is_figure, is_header, is_index, is_year, width_of, words_of

_OVER_MARGIN: Final = 1.0
"""Cells by which lines may reach into the right margin."""
_LEAST_WIDTH: Final = 40
_SAME_WIDTH: Final = 0.5
"""Share of the lines that end in blanks which must be as wide as the page, and share of such pages."""
_LEAST_LINES: Final = 3
"""Full lines of prose from which the width of a letter is known."""
_PROSE_WORDS: Final = 7
_FULL: Final = 0.75
"""Share of the longest line that a line of prose has at least."""
_LINES: Final = 8
"""Long lines of words on a page up to which they may be texts of tables."""
_LEFT_OF: Final = 2
"""Long lines of words for each long line that begins left of them, from which they are prose."""
_DIGITS: Final = (0.15, 0.4)
"""Share of digits that running text has at most, and a line of it that names amounts."""
_SMALL_WORDS: Final = 3
"""Words in small letters that a line that names amounts has at least; one of running text has no two figures side by side."""
_MOST_WORDS: Final = 80
"""Words of a row of a table at most; a longer line is left as it is."""
_LONG: Final = 0.8
"""Share of a full line from which a line at the margin is one of a paragraph."""
_ROOM: Final = 0.85
"""How much finer than an average letter the grid is on which lines are written anew, so that wide letters find room."""
_TITLE_WORDS: Final = 3
"""Blanks in a title at least."""
_LONG_WORD: Final = 4
_TITLED: Final = 0.75
"""Share of the longer words of a title that begin with a capital."""
_OFF_CENTRE: Final = 1.2
_ALIKE: Final = 2
"""Lines of a table with texts at the place of a line, from which it is one of them and no title."""
_AFTER: Final = 3
"""Blank lines below a table."""
_TITLE_LOOSE: Final = 0.1
"""How much wider the letters of a title above a table may be."""
_LEADER: Final = re.compile(r"\.{4}")
_CAPTION: Final = re.compile(r"(?:tabel|gambar|grafik|diagram|bagan)\W{0,3}\d", re.I)
_CHAPTER: Final = re.compile(r"BAB\s+[IVX]+\b(?!.*\d$)")
_DATED: Final = re.compile(
    r"^[A-Z][^\d]*, \d{1,2} (?:Januari|Februari|Maret|April|Mei|Juni|Juli|Agustus|September|Oktober|November|Desember) \d{4}$"
)
"""The place and date below a table."""
_HEADING: Final = re.compile(r"(?:BAB\b|[A-Z]\.|\d+(?:\.\d+)+\.?)\s+[A-Z][^\d]*(?:\d{4}(?:-\d{4})?)?$")
_NUMBERED_TITLE: Final = re.compile(r"\d{1,2}\.\s+[A-Z][^\d]*$")
_SENTENCE: Final = re.compile(r"[A-Za-z](?:\S* ){4,}\S*[.:;]$")
_SCALES: Final = (0.4, 0.85)
"""Least and greatest width of a letter, in cells; wider letters push nothing."""


@dataclass(frozen=True, slots=True)
class Scale:
    """How many cells an average letter and an ordinary small one are wide."""

    average: float
    small: float


_USUAL: Final = Scale(0.65, 0.76)
"""That of a text of ten or eleven points, where no prose shows it but lines are longer than the page is wide."""


@dataclass(frozen=True, slots=True)
class _Frame:
    """The width of a page in cells, 0 where it is not known, where its lines begin, and how wide letters are."""

    width: int
    margin: int
    scale: Scale

    @property
    def right(self) -> float:
        """Where lines end at most."""
        return self.width - self.margin + _OVER_MARGIN if self.width else float("inf")

    @property
    def full(self) -> float:
        """The letters of a full line."""
        return (self.width - 2 * self.margin) / self.scale.average


def unsqueezed(pages: Sequence[Sequence[SourceLine]]) -> list[list[SourceLine]]:
    """The pages with their words at their true places; pages of other converters as they are."""
    widths = _widths(pages)
    margin = _margin(pages, widths)
    scale = _scale(pages, widths, margin)
    if scale is None:
        return [list(page) for page in pages]
    titled = (with_titles(page, width, scale.small) for page, width in zip(pages, widths, strict=True))
    lines = [(index, line) for index, page in enumerate(titled) for line in page]
    result: list[list[SourceLine]] = [[] for _ in pages]
    in_table = False
    ties = Ties(words_of(line.text) for _, line in lines)
    frames = [_Frame(width, margin, scale) for width in widths]
    for zone in _zones(lines, frames):
        words = [ties.tied(words_of(line.text)) for _, line in zone]
        unit = _ROOM * scale.average
        for (page, line), placed in zip(
            zone, fitted(words, scale.small, unit, [frames[page].right for page, _ in zone], ties.follows), strict=True
        ):
            if len(zone) == 1 and result[page] and not line.blank:
                result[page].extend([SourceLine(line.number, "")] * (_AFTER * in_table))
            elif placed and placed[0].opens:
                result[page].append(SourceLine(line.number, ""))
            in_table = len(zone) > 1 and (in_table or (len(placed) > 1 and placed[0].column >= 0))
            result[page].append(replace(line, text=_written(placed, unit), **_marks(placed)))
        _close(result)
    return result


def _close(pages: Sequence[list[SourceLine]]) -> None:
    """Blank lines between the rows of a table are rows of it; tables below one another stay apart, as those that a line was put
    between, which has the number of the second one's first line.
    """
    for page in pages:
        tabs = [index for index, line in enumerate(page) if "\t" in line.text and not line.blank]
        for at, after in pairwise(tabs):
            alike = page[at].text.count("\t") == page[after].text.count("\t")
            parted = page[after - 1].number == page[after].number
            if after > at + 1 and alike and not parted and all(line.blank for line in page[at + 1 : after]):
                page[at + 1 : after] = [replace(line, text="\t") for line in page[at + 1 : after]]


def _widths(pages: Sequence[Sequence[SourceLine]]) -> list[int]:
    """The width in cells of each page; zeros where lines are not filled up with blanks to it."""
    found = [_padded_width(page) for page in pages]
    usual = Counter(width for width in found if width)
    if usual.total() < _SAME_WIDTH * len(pages):
        return [0] * len(pages)
    most = max(usual.items(), key=lambda item: (item[1], item[0]))[0]
    return [width or most for width in found]


def _padded_width(page: Sequence[SourceLine]) -> int:
    """The width to which most lines of a page are filled up with blanks, or 0."""
    lengths = Counter(len(line.text) for line in page if not line.blank and line.text.endswith(" "))
    width, count = max(lengths.items(), key=lambda item: (item[1], item[0]), default=(0, 0))
    return width if width >= _LEAST_WIDTH and count >= max(_SAME_WIDTH * lengths.total(), 2) else 0


def _scale(pages: Sequence[Sequence[SourceLine]], widths: Sequence[int], margin: int) -> Scale | None:
    """The width of letters in cells, from full lines of prose between equal margins; None where letters are as wide as cells."""
    counts, sums = [], []
    for page, width in zip(pages, widths, strict=True):
        for line in page:
            text = line.text.strip()
            is_full = len(text.split()) >= _PROSE_WORDS and "  " not in text and not _LEADER.search(text)
            if width and is_full and _left(line.text) == margin:
                counts.append(len(text) / (width - 2 * margin))
                sums.append(width_of(text) / (width - 2 * margin))
    full = [index for index, count in enumerate(counts) if count >= _FULL * max(counts)]
    if len(full) < _LEAST_LINES:
        over = sum(len(line.text.rstrip()) > width > 0 for page, width in zip(pages, widths, strict=True) for line in page)
        return _USUAL if over >= _LEAST_LINES else None
    average, small = (1.0 / quantiles([found[index] for index in full], n=10)[-1] for found in (counts, sums))
    return Scale(max(average, _SCALES[0]), max(small, _SCALES[0])) if average <= _SCALES[1] else None


def _left(text: str) -> int:
    return len(text) - len(text.lstrip())


def _margin(pages: Sequence[Sequence[SourceLine]], widths: Sequence[int]) -> int:
    """The place at which most long lines of words begin; where most lines begin left of it, these are of tables, and all count. Where
    most pages begin left of it, a few long lines are texts of tables as well.
    """
    places: Counter[int] = Counter()
    worded: Counter[int] = Counter()
    for page, width in zip(pages, widths, strict=True):
        for line in page:
            text = line.text.strip()
            if len(text) >= _FULL * width > 0:
                places[_left(line.text)] += 1
                worded[_left(line.text)] += _is_worded(text)
    found = {place: count for place, count in worded.items() if count > _LEFT_OF * sum(places[left] for left in places if left < place)}
    margin, count = max((found or places).items(), key=lambda item: (item[1], -item[0]), default=(0, 0))
    lefts = Counter(min(_left(line.text) for line in page if not line.blank) for page in pages if not all(line.blank for line in page))
    left, most = max(lefts.items(), key=lambda item: (item[1], -item[0]), default=(margin, 0))
    return left if left < margin and 2 * most > len(pages) and count <= _LINES * most else margin


def _zones(lines: Sequence[tuple[int, SourceLine]], frames: Sequence[_Frame]) -> Iterator[list[tuple[int, SourceLine]]]:
    """Stretches of lines between lines of prose; a line of prose is a stretch of its own."""
    zone: list[tuple[int, SourceLine]] = []
    before = ""
    feet = _feet(lines, frames)
    for index, (page, line) in enumerate(lines):
        frame = frames[page]
        if _numbers_rows(line.text):
            apart = False
        elif all(known.blank for _, known in zone):
            apart = _is_prose(line.text, frame) or _is_title(line.text, frame, _TITLE_LOOSE) or _goes_on(before, line.text, frame)
            apart = apart or (
                _is_title(line.text, frame, 0.0, 1) and _CAPTION.match(before.strip()) is not None and _is_below(lines, index)
            )
        else:
            of_table = _is_of_table(line.text, frame, page, zone) or _names_columns(lines, index) or _is_first_row(lines, index)
            apart = _is_prose(line.text, frame) and not of_table
            apart = apart or line.number in feet
            apart = apart or (_is_heading_below(line.text, frame, zone) and _is_above_prose(lines, index, frame))
        if apart:
            if zone:
                yield zone
            yield [(page, line)]
            zone, before = [], line.text
        else:
            zone.append((page, line))
    if zone:
        yield zone


def _feet(lines: Sequence[tuple[int, SourceLine]], frames: Sequence[_Frame]) -> set[int]:
    """The numbers of the last lines of pages that stand apart in the middle, as a mark on every page does."""
    found: set[int] = set()
    below = len(frames)
    for (page, line), (_, above) in pairwise(reversed(lines)):
        if page != below and not line.blank:
            below = page
            if above.blank and _is_title(line.text, frames[page], 0.0, 1):
                found.add(line.number)
    return found


def _is_heading_below(text: str, frame: _Frame, zone: Sequence[tuple[int, SourceLine]]) -> bool:
    """Whether a numbered title stands at the margin, right of which all lines of the table above begin."""
    if "  " in text.strip() or not _NUMBERED_TITLE.match(text.strip()) or _left(text) != frame.margin:
        return False
    return all(_left(line.text) > frame.margin or is_header(words_of(line.text)) for _, line in zone if not line.blank)


def _is_above_prose(lines: Sequence[tuple[int, SourceLine]], index: int, frame: _Frame) -> bool:
    """Whether the next line that is not blank is one of prose on the same page."""
    page = lines[index][0]
    below = next((after for after in lines[index + 1 :] if not after[1].blank), None)
    return below is not None and below[0] == page and _is_prose(below[1].text, frame)


def _is_below(lines: Sequence[tuple[int, SourceLine]], index: int) -> bool:
    """Whether a line stands right below another one, and above a blank one: the rest of a caption."""
    above, below = lines[max(index - 1, 0)][1], lines[min(index + 1, len(lines) - 1)][1]
    return not above.blank and below.blank


def _numbers_rows(text: str) -> bool:
    """Whether a line has nothing but names of columns from that of the rows' numbers on, wherever in the page it stands."""
    words = words_of(text)
    return len(words) > _TITLE_WORDS and NUMBERED.match(words[0].text) is not None and is_header(words) and not any(map(str.isdigit, text))


def _names_columns(lines: Sequence[tuple[int, SourceLine]], index: int) -> bool:
    """Whether a line has nothing but names of columns, right below another such line."""
    above, words = words_of(lines[max(index - 1, 0)][1].text), words_of(lines[index][1].text)
    return len(above) > 0 and is_header(above) and len(words) > _TITLE_WORDS and sum(is_header([word]) for word in words) == len(words)


def _is_first_row(lines: Sequence[tuple[int, SourceLine]], index: int) -> bool:
    """Whether a line stands right below the numbers of columns, or below the names of several."""
    above = words_of(lines[max(index - 1, 0)][1].text)
    return is_index(above) or (len(above) > _TITLE_WORDS and is_header(above) and any(word.fixed for word in above[1:]))


def _is_of_table(text: str, frame: _Frame, page: int, zone: Sequence[tuple[int, SourceLine]]) -> bool:
    """Whether a line within a table is a label over its rows, or a text that begins where others of the page begin."""
    stripped, left = text.strip(), _left(text)
    if GROUP_LABEL.match(stripped):
        return True
    if left <= frame.margin or _CAPTION.match(stripped) or _CHAPTER.match(stripped) or _DATED.search(stripped):
        return False
    return sum(any(word.fixed and word.x0 == left for word in words_of(line.text)) for at, line in zone if at == page) >= _ALIKE


def _is_prose(text: str, frame: _Frame) -> bool:
    """Whether a line can only be one text: a title, a line of a paragraph, a sentence, a heading or a caption."""
    stripped = text.strip()
    if len(stripped.split()) > _MOST_WORDS:
        return True
    if not frame.width or "  " in stripped or not stripped[:1].isalnum():
        return False
    if _CAPTION.match(stripped) or _CHAPTER.match(stripped) or _DATED.search(stripped) or _is_title(text, frame, 0.0):
        return True
    if _left(text) > frame.margin:
        return False
    if _HEADING.match(stripped):
        return True
    long = len(stripped) >= _LONG * frame.full and stripped.count(" ") >= _PROSE_WORDS
    return _is_worded(stripped) and (long or _SENTENCE.match(stripped) is not None)


def _goes_on(before: str, text: str, frame: _Frame) -> bool:
    """Whether a line at the margin goes on with a sentence that a full line of prose leaves open."""
    stripped, above = text.strip(), before.strip()
    is_open = len(above) >= _LONG * frame.full and above[-1:] not in ".:;" and not NUMBERED.match(stripped)
    return is_open and "  " not in stripped and abs(_left(text) - frame.margin) <= 1


def _is_worded(stripped: str) -> bool:
    """Whether a line reads as running text: few digits, or amounts among small words and never two of them side by side."""
    if "  " in stripped or not stripped[0].isalpha():
        return False
    words = [word for word in stripped.split() if not CURRENCY.fullmatch(word)]
    small = sum(word[0].islower() and word.strip(".,").isalpha() for word in words)
    named = small >= _SMALL_WORDS and not any(is_figure(word) and is_figure(after) and after[0] != "(" for word, after in pairwise(words))
    return sum(char.isdigit() for char in stripped) <= _DIGITS[named] * len(stripped)


def _is_title(text: str, frame: _Frame, loose: float, least: int = _TITLE_WORDS) -> bool:
    """Whether the words of a line stand in the middle of the page; letters may be wider than they are known to be by so much, and
    the line has so many blanks at least.
    """
    stripped = text.strip()
    half = frame.scale.small * width_of(stripped) / 2
    off = abs(_left(text) + half - frame.width / 2)
    words = [word for word in stripped.split() if len(word) >= _LONG_WORD and word[0].isalpha()]
    titled = stripped[:1].isupper() and sum(word[0].isupper() for word in words) >= _TITLED * len(words)
    if any(is_figure(word) and not is_year(word) for word in stripped.split()):
        return False
    return titled and "  " not in stripped and stripped.count(" ") >= least and off <= _OFF_CENTRE + loose * half


def _marks(words: Sequence[Fit]) -> dict[str, bool]:
    """What is known of a line beside its text."""
    return {"centred": any(word.centred for word in words), "header": any(word.head for word in words)}


def _written(words: Sequence[Fit], scale: float) -> str:
    """A line on a grid as fine as its letters."""
    if words and words[0].column >= 0:
        cells = [""] * words[0].columns
        for word in words:
            cells[word.column] = f"{cells[word.column]} {word.text}".strip()
        return "\t".join(cells)
    text = ""
    for word in words:
        place = max(round(word.x0 / scale), len(text) + 2 * bool(text)) if word.begins else len(text) + 1
        text = f"{text:<{place}}{word.text}"
    return text
