"""Lines as evidence for columns: their words gathered into chunks at the wide blanks."""

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from itertools import accumulate, pairwise
from typing import Final

from extractor.reading.column_lines import BROKEN, CURRENCY, HEADER_WORDS, Chunk, LineView, Words
from extractor.reading.placed import PlacedLine, PlacedWord

_MIN_WIDE: Final = 0.95
"""Narrowest blank, in characters, that can part two columns."""
_TOUCHING: Final = 0.2
"""Characters by which a word may touch a border that was drawn beside it."""
_WIDE_RATIO: Final = 1.8
"""How much wider than an ordinary blank of the page it must be."""
_ORDINARY: Final = 0.2
"""Share of the blanks of a page that are narrower than an ordinary one."""
_ENOUGH: Final = 5
"""Blanks that tell what is ordinary."""
_MIN_STRETCHED: Final = 4
"""Blanks that a stretched line has at least."""
_MIN_WORDS: Final = 0.6
"""Share of its words that begin with a letter."""
_MARGIN: Final = 2.0
"""Characters by which it may miss the right margin."""
_MAX_UNEVEN: Final = 2.2
"""How much wider than its narrowest one a blank of a stretched line may be."""
_MOST_STRETCHED: Final = 5.0
"""Characters that every blank of a line of names has at least, where no name is known; no line of prose is stretched so far."""
_WINDOW: Final = 25
"""Lines whose margins are taken together."""
_MARKS: Final = frozenset("✓✔√☑")
_LETTER_MARKS: Final = frozenset("●■vVxX")
"""Words that tick a cell of a schedule; letters do so where two of them stand beside each other."""
_FIGURE: Final = re.compile(
    r"\d{1,3}(?:[.,]\d{1,2})?%|\d{1,3},\d{1,2}|(?:Rp\.?)?(?:\d{1,3}(?:\.\d{3})+(?:,\d{2}|,-|-)?|\d{1,3}(?:,\d{3}){2,}(?:\.-|-)?)|%"
)
"""A percent, a decimal number, an amount in groups of three: nothing that a blank may cut."""
_CUT_AMOUNT: Final = re.compile(r"(?:Rp\.?)?\d{1,3}([.,])\d{3}(?:\1\d{3})*\1\d{1,3}")
"""An amount of which a narrow column may leave the last digits to the next line."""
_SHARE: Final = re.compile(r"\d{1,3}(?:[.,]\d{1,2})?")
"""A percent without its sign."""
_PERCENT: Final = re.compile(r"\d{1,3}(?:[.,]\d{1,2})?%")
"""A percent, which has no currency."""
_SIGN: Final = "%"
_LEAST_UNIT: Final = 3
"""Letters of a unit that is written out."""
_ABOVE: Final = 2
"""Lines above a sign among which that of its figure is: one of another cell may stand between."""
_OFF: Final = 3.0
"""Characters by which the end of a torn word may miss its middle."""
_SLACK: Final = 0.5
"""Characters by which a sign may miss its figure."""
_DECIMAL: Final = re.compile(r"\d{1,3}[.,]\d{1,2}")
_NEXT_FIGURE: Final = re.compile(r"(?:Rp\.?)?\d{1,3}(?:[.,]\d{1,3})+(?:%|[.,]-)?")
"""A figure that is no rest of such an amount."""
_WHOLE: Final = re.compile(r"(?:Rp\.?)?\d{1,3}(?:\.\d{3}){2,}(?:,\d{2}|,-|-)?|\d{18}")
"""An amount of seven digits or more, and an NIP: in a parted line a name behind it is that of another column."""
_DATED: Final = re.compile(r"(?:19|20)\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])(?:\d{10})?")
"""An NIP, or the date it begins with: where text aligned by blanks is parted, no word beside it is of its column."""
_DATE: Final = re.compile(r"(?:0?[1-9]|[12]\d|3[01])[/-](?:0?[1-9]|1[0-2])[/-](?:19|20)\d{2}")
"""A whole date in figures, behind which a name is that of another column as well."""
_PLAIN: Final = re.compile(r"\d{1,3}(?:\.\d{3})*(?:,\d+)?")
"""A figure without a sign."""
_NUMBER_REST: Final = re.compile(r"(?:19|20)\d{2}(?:0[1-9]|1[0-2]|2[1-9]) [12] \d{3}")
"""What follows the date of birth in an NIP: year and month of appointment (that of a PPPK has 21 for the month), sex, running number."""
_NUMBER_NAMES: Final = frozenset(("NIP", "NRP", "NIPPPK", "NI"))
"""What a number is called that begins with a date, in the same cell as the number."""
_MONTH: Final = re.compile(r"Januari|Februari|Maret|April|Mei|Juni|Juli|Agustus|September|Oktober|November|Nopember|Desember", re.I)
"""The last word of one line of a date; a name behind it is that of another column there."""
_VALUE_NAMES: Final = frozenset(("satuan", "target", "realisasi", "capaian", "pagu"))
"""Headers of columns of values; two of them beside each other in a parted line are those of two columns."""
_NAMES: Final = 0.7
"""Share of words of table headers from which a line is a header and no stretched prose."""
_MIN_OVERLAP: Final = 0.3
"""Share of its height by which a line must stand beside another one to belong to the same band."""


def view_lines(lines: Sequence[PlacedLine], unit: float) -> tuple[list[LineView], list[LineView]]:
    """The lines in characters, and the same lines as bands; every line must hold a word.

    A band is a line together with the words of lines that stand half beside it: cells that are centred vertically put
    lines of neighbouring columns at different heights, and only together they show what stands beside what.
    """
    alone = [_scaled(line.words, unit) for line in lines]
    views = _views(lines, alone, unit)
    wider = _bands(lines)
    if not any(wider):
        views = _torn_apart(_with_rests(views)) if lines and lines[0].place.box is None else views
        return views, views
    joined = [_scaled(words, unit) if words else alone[index] for index, words in enumerate(wider)]
    bands = _views(lines, joined, unit, views)
    return views, bands


def _views(lines: Sequence[PlacedLine], scaled: Sequence[Words], unit: float, known: Sequence[LineView] = ()) -> list[LineView]:
    """Views of these words; a view that is known and has the same words is taken over."""
    blanks = [_blanks(words) for words in scaled]
    ordinary = _ordinary(scaled, blanks)
    rights = nearby([words[-1][1] for words in scaled], max)
    views = []
    for index, line in enumerate(lines):
        if known and known[index].words is scaled[index]:
            views.append(known[index])
        else:
            chunks = _chunks(scaled[index], blanks[index], ordinary, rights[index])
            chunks = _parted(scaled[index], chunks, [x / unit for x in line.borders]) if line.borders else chunks
            views.append(LineView(line, scaled[index], chunks if line.place.box else _dated_apart(scaled[index], chunks)))
    return views


def _with_rests(views: Sequence[LineView]) -> list[LineView]:
    """The lines of a text, those marked whose per cent signs all stand below figures that lack theirs."""
    return [
        replace(view, rests=True)
        if any(word[2] == _SIGN for word in view.words) and _goes_on(views[max(at - _ABOVE, 0) : at], view)
        else view
        for at, view in enumerate(views)
    ]


def _torn_apart(views: list[LineView]) -> list[LineView]:
    """The lines of a text, parted between names of columns of which narrow columns left the ends to the next lines."""
    found = list(views)
    for at, view in enumerate(views):
        begun = [n for n, word in enumerate(view.words) if word[2].lower() in BROKEN and word[2].lower() not in HEADER_WORDS]
        for below in range(at + 1, min(at + 1 + _ABOVE, len(views))) if len(begun) > 1 else ():
            ends = {n: _end_of(view.words[n], views[below].words) for n in begun}
            torn = {n: end for n, end in ends.items() if end is not None}
            if len(torn) > 1:
                found[at] = _cut_around(found[at], torn)
                found[below] = _cut_around(found[below], torn.values())
    return found


def _end_of(word: tuple[float, float, str], below: Words) -> int | None:
    """Which of these words, close below another one, makes the name of a column together with it."""
    places = (
        (abs(x0 + x1 - word[0] - word[1]) / 2, n)
        for n, (x0, x1, text) in enumerate(below)
        if text.islower() and f"{word[2]}{text}".lower() in HEADER_WORDS
    )
    off, nearest = min(places, default=(float("inf"), 0))
    return nearest if off <= _OFF else None


def _cut_around(view: LineView, words: Iterable[int]) -> LineView:
    """A line that is parted before and behind each of these words."""
    starts = sorted({*view.starts, *(at for n in words for at in (n, n + 1) if at < len(view.words))})
    chunks = (_chunk(view.words, first, stop) for first, stop in zip(starts, [*starts[1:], len(view.words)], strict=True))
    return replace(view, chunks=tuple(chunks))


def _goes_on(above: Sequence[LineView], view: LineView) -> bool:
    """Whether over each per cent sign of a line the nearest word is a figure without one."""
    for x0, x1, text in view.words:
        if text != _SIGN:
            continue
        over = (word[2] for line in reversed(above) for word in line.words if word[0] < x1 + _SLACK and x0 - _SLACK < word[1])
        if _SHARE.fullmatch(next(over, "")) is None:
            return False
    return True


def nearby(values: Sequence[float], pick: Callable[[Sequence[float]], float]) -> list[float]:
    """For each line the greatest (or least) value of the lines around it; in a text without page breaks pages differ in width."""
    blocks = [pick(values[at : at + _WINDOW]) for at in range(0, len(values), _WINDOW)]
    around = [pick(blocks[max(at - 1, 0) : at + 2]) for at in range(len(blocks))]
    return [around[index // _WINDOW] for index in range(len(values))]


def _parted(words: Words, chunks: tuple[Chunk, ...], borders: Sequence[float]) -> tuple[Chunk, ...]:
    """The chunks, cut where a border runs through the blank between two words."""
    gaps = [(at, words[at - 1][1], words[at][0]) for chunk in chunks for at in range(chunk.first + 1, chunk.stop)]
    cuts = {at for at, end, begin in gaps if any(end - _TOUCHING <= x <= begin + _TOUCHING for x in borders)}
    starts = sorted({*(chunk.first for chunk in chunks), *cuts})
    return tuple(_chunk(words, first, stop) for first, stop in zip(starts, [*starts[1:], len(words)], strict=True)) if cuts else chunks


def _scaled(words: Sequence[PlacedWord], unit: float) -> Words:
    return tuple((word.x0 / unit, word.x1 / unit, word.text) for word in sorted(words, key=lambda word: word.x0))


def band_numbers(lines: Sequence[PlacedLine]) -> list[int]:
    """For each line a number that it shares with the lines it stands half beside, and with theirs."""
    numbers: list[int] = []
    extents = [_extent(line) for line in lines]
    for index, extent in enumerate(extents):
        beside = index > 0 and _overlap(extents[index - 1], extent) >= _MIN_OVERLAP
        numbers.append(numbers[-1] if beside else index)
    return numbers


def is_beside(above: PlacedLine, line: PlacedLine) -> bool:
    """Whether two lines stand half beside each other: cells of one row, centred vertically."""
    return _overlap(_extent(above), _extent(line)) >= _MIN_OVERLAP


def _bands(lines: Sequence[PlacedLine]) -> list[list[PlacedWord]]:
    """For each line the words of its band, or nothing where no other line stands beside it."""
    extents = [_extent(line) for line in lines]
    bands: list[list[PlacedWord]] = []
    for index in range(len(lines)):
        others: list[PlacedWord] = []
        for step in (-1, 1):
            other = index + step
            while 0 <= other < len(lines) and _overlap(extents[index], extents[other]) >= _MIN_OVERLAP:
                others.extend(lines[other].words)
                other += step
        bands.append([*lines[index].words, *others] if others else [])
    return bands


def _extent(line: PlacedLine) -> tuple[float, float]:
    return min(word.top for word in line.words), max(word.bottom for word in line.words)


def _overlap(extent: tuple[float, float], other: tuple[float, float]) -> float:
    """Which share of the lower one's height two lines have in common."""
    (top, bottom), (other_top, other_bottom) = extent, other
    return (min(bottom, other_bottom) - max(top, other_top)) / max(min(bottom - top, other_bottom - other_top), 1e-6)


def _blanks(words: Words) -> list[float]:
    """The blank before each word but the first; words of a band may stand above one another."""
    ends = accumulate((word[1] for word in words), max)
    return [after[0] - end for end, after in zip(ends, words[1:], strict=False)]


def _ordinary(lines: Sequence[Words], blanks: Sequence[Sequence[float]]) -> float:
    """The blank between two words of a text that is not stretched to the margin: one of the narrower ones of the page.

    Where there are enough, those before words that begin with a letter: a table of figures has few others than between its columns.
    """
    within = [
        blank
        for words, own in zip(lines, blanks, strict=True)
        for blank, word in zip(own, words[1:], strict=True)
        if blank > 0 and word[2][0].isalpha()
    ]
    found = sorted(within if len(within) >= _ENOUGH else (blank for own in blanks for blank in own if blank > 0))
    return min(found[int(_ORDINARY * len(found))], 1.0) if found else 0.5


def _chunks(words: Words, blanks: Sequence[float], ordinary: float, right: float) -> tuple[Chunk, ...]:
    wide = float("inf") if _is_stretched(words, blanks, right) else max(_MIN_WIDE, _WIDE_RATIO * ordinary)
    pairs = [(before[2], word[2]) for before, word in pairwise(words)]
    starts = [0, *(at for at, (blank, pair) in enumerate(zip(blanks, pairs, strict=True), start=1) if blank >= wide or are_apart(*pair))]
    if len(starts) > 1:
        starts = sorted({*starts, *(at for at, pair in enumerate(pairs, start=1) if _WHOLE.fullmatch(pair[0]) and pair[1][0].isupper())})
    if len(starts) > 1 or (pairs and _VALUE_NAMES.issuperset(word[2].lower() for word in words)):
        starts = sorted({*starts, *(at for at, pair in enumerate(pairs, start=1) if _VALUE_NAMES.issuperset(map(str.lower, pair)))})
    return tuple(_chunk(words, first, stop) for first, stop in zip(starts, [*starts[1:], len(words)], strict=True))


def _dated_apart(words: Words, chunks: tuple[Chunk, ...]) -> tuple[Chunk, ...]:
    """The chunks of a parted line, cut where the date or the number of a person stands beside the word of another column, and between
    quantities.
    """
    if len(chunks) == 1:
        return chunks
    starts = {chunk.first for chunk in chunks}
    texts = [word[2] for word in words]
    starts |= {
        at
        for at, (before, word) in enumerate(pairwise(texts), start=1)
        if _ends_date(before, word)
        or _ends_number(texts, at)
        or _ends_quantity(texts, at)
        or _begins_unit(texts, at)
        or (CURRENCY.match(before) is not None and _PERCENT.fullmatch(word) is not None)
    }
    ordered = sorted(starts)
    return tuple(_chunk(words, first, stop) for first, stop in zip(ordered, [*ordered[1:], len(words)], strict=True))


def _ends_date(before: str, word: str) -> bool:
    """Whether a word beside a date, a month at its end or the number of a person is not of its column."""
    if _DATED.fullmatch(word):
        return _is_text(before) or _DATE.fullmatch(before) is not None
    return word[0].isupper() and any(pattern.fullmatch(before) for pattern in (_DATED, _MONTH, _DATE))


def _ends_number(words: Sequence[str], at: int) -> bool:
    """Whether the last groups of the number of a person, on its second line, stand behind the word of another column."""
    return _is_text(words[at - 1]) and _NUMBER_REST.fullmatch(" ".join(words[at : at + 3])) is not None


def _ends_quantity(words: Sequence[str], at: int) -> bool:
    """Whether a figure begins here behind another one with its unit, and has the same unit, or is a share behind two that have."""
    if at < 2 or not (_PLAIN.fullmatch(words[at]) or words[at].endswith("%")):
        return False
    unit, after = words[at - 1 - words[at - 1].endswith("%")], words[at + 1 : at + 2]
    if words[at].endswith("%"):
        return at >= 4 and unit == words[at - 3] and unit.isalpha() and _PLAIN.fullmatch(words[at - 2]) is not None
    return unit.isalpha() and after == [unit]


def _begins_unit(words: Sequence[str], at: int) -> bool:
    """Whether a word is the unit of one of two figures above, of which the other one stands beside it: no text repeats its words."""
    again = _is_unit_again(words[at - 1], words[at])
    return again or (words[at - 1].islower() and at + 1 < len(words) and _is_unit_again(words[at], words[at + 1]))


def _is_unit_again(before: str, word: str) -> bool:
    """Whether a word with a capital is the one before it once more."""
    return before == word and word.isalpha() and word[0].isupper() and len(word) >= _LEAST_UNIT


def _is_text(word: str) -> bool:
    """Whether a word is of a text, a degree included, and does not name the number behind it."""
    bare = word.replace(".", "").rstrip(",")
    return bare.isalpha() and bare.upper() not in _NUMBER_NAMES


def are_apart(before: str, word: str) -> bool:
    """Whether two words beside each other are of two columns whatever the blank.

    A text ends before a tick, a tick before a figure, and a whole figure before another one. A sign is that of the share before it.
    """
    if before == word and word in _LETTER_MARKS:
        return True
    if _FIGURE.fullmatch(before) and _FIGURE.fullmatch(word):
        return word != _SIGN or _SHARE.fullmatch(before) is None  # "81,4 %" is one figure
    if (_CUT_AMOUNT.fullmatch(before) and _NEXT_FIGURE.fullmatch(word)) or (_DECIMAL.fullmatch(before) and _CUT_AMOUNT.fullmatch(word)):
        return True
    return word in _MARKS or (before in _MARKS and word[0].isdigit())


def _is_stretched(words: Words, blanks: Sequence[float], right: float) -> bool:
    """Whether a line of prose was stretched to the right margin: all its blanks are alike, however wide; a header is none."""
    return (
        len(blanks) >= _MIN_STRETCHED
        and words[-1][1] >= right - _MARGIN
        and max(blanks) <= _MAX_UNEVEN * min(blanks)
        and not (sum(blanks) > sum(x1 - x0 for x0, x1, _ in words) and (_are_names(words) or min(blanks) >= _MOST_STRETCHED))
        and sum(word[2][:1].isalpha() for word in words) > _MIN_WORDS * len(words)
    )


def _are_names(words: Words) -> bool:
    """Whether most words are those of table headers."""
    parts = [part for _, _, word in words for part in (word.lower().strip(".,:;/()") or word).split("/")]
    return sum(part in HEADER_WORDS for part in parts) >= _NAMES * len(parts)


def _chunk(words: Words, first: int, stop: int) -> Chunk:
    part = words[first:stop]
    return Chunk(part[0][0], max(word[1] for word in part), " ".join(word[2] for word in part), first, stop)
