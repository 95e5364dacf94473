"""Lines beside the letters of a tall watermark, which a converter writes column after column, in their order.

``pdftotext -layout`` takes all that stands within half a letter's height of such a letter for one line, and sorts it by columns: texts
whose columns overlap keep their order, others are written from left to right. After each text it ends the line where the next one
begins further left or stands on another line, and repeats the break for each of its own heights by which that one stands lower. The
lines are put together again as few as explain this.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Final

from extractor.reading.text_lines import SourceLine

_TEXT: Final = re.compile(r"\S+(?: \S+)*")
_ALONE: Final = re.compile(r"(?:tabel|table|gambar)\b.*|(?-i:[A-Z])\. .*|\D+, \d{1,2} \w+ \d{4}|(?:\S+ ){4,}\S+[.:;]", re.I)
"""Titles, places with a date, and the ends of sentences."""
_FIGURE: Final = re.compile(r"(?:Rp\.? ?)?\(?-?\d[\d.,]*(?:[,-]+|%|\)| %)*|-|[A-Z]\.?|\d[\d.,]* \S+(?: \S+)?", re.I)
"""Figures, those with a unit, and letters that count."""
_INDEX: Final = re.compile(r"\(\d{1,2}\)")
"""The number of a column."""
_BEAM: Final = 40
"""Ways to put lines together that are followed at once."""
_LEAST_DOWN: Final = 0.9
"""From one line of a text to the next one, at least; this and all that follows in heights of the text."""
_STEP: Final = 1.2
"""From one line to the next one, usually."""
_MOST_BREAKS: Final = 5
"""Line breaks that stand for this distance or more."""
_REACH: Final = 2.7
"""By how much what is taken for the line of a letter of the watermark is above or below it, at most."""
_SLACK: Final = 0.5
_AROUND: Final = 8
"""Texts above and below the first and the last one that stands to the right of those before it."""
_LETTER_STEP: Final = (0.8, 3.6)
"""From one letter of the watermark to the next one, at least and at most."""
_FAR: Final = 99.0
_GAP: Final = 2
"""Blanks between texts of one line."""
_NEW: Final = 1.0
"""What a line more costs."""
_OFF: Final = 1.0
"""What each height costs by which a text does not stand where the line breaks tell."""
_CLOSE: Final = 0.2
"""What texts cost that stand on one line with but one blank between them."""
_LOWER: Final = 0.25
"""What a figure costs beside a text that goes on with a small letter."""
_ODD: Final = 0.1
"""What a figure costs on a line without figures; another text costs half of it."""
_NUMBERED: Final = 0.4
"""What anything costs beside the number of a column but such numbers."""
_TIGHT: Final = 0.3
"""What a line costs that has no room between two others."""
_WIDE: Final = 0.05
"""What each line costs for which there would be room between two others."""
_TURNED: Final = 0.1
"""What a text costs that stands above one written before it."""
_PROSE: Final = 0.8
"""What anything costs beside a title or a sentence."""
_AS_GOOD: Final = 0.05
"""By how much another way may cost more that explains as much."""


@dataclass(frozen=True, slots=True)
class Mark:
    """A letter of a watermark: index of the line and place in it, and its number in the text."""

    line: int
    place: int
    number: int


@dataclass(frozen=True, slots=True)
class _Text:
    """A text without wide blanks, or a letter of the watermark."""

    line: int
    start: int
    end: int
    text: str
    number: int = -1
    """Of a letter, its number in the text."""

    @property
    def is_letter(self) -> bool:
        return self.number >= 0


@dataclass(frozen=True, slots=True)
class _Unit:
    """Texts that stand on one line for certain, or a letter."""

    texts: tuple[_Text, ...]

    @property
    def first(self) -> _Text:
        return self.texts[0]

    @property
    def last(self) -> _Text:
        return self.texts[-1]


@dataclass(frozen=True, slots=True)
class _Page:
    """The units of a run, and for each of them what the ones before it say."""

    units: tuple[_Unit, ...]
    gaps: tuple[tuple[int, ...], ...]
    """Blanks between it and each unit before; below 0 where they overlap."""
    turned: tuple[tuple[float, ...], ...]
    """What it costs that it stands above each unit before."""


@dataclass(frozen=True, slots=True)
class _Level:
    """One line: where it stands, its texts, and the unit that each is part of."""

    at: float
    units: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class _State:
    """The lines that some of the units make up, how far down each unit may stand, and what that costs."""

    cost: float
    levels: tuple[_Level, ...]
    spans: tuple[tuple[float, float], ...]


def in_order(lines: Sequence[SourceLine], marks: Sequence[Mark]) -> tuple[list[SourceLine], set[int]]:
    """The lines, which hold the letters no longer, those beside them in order; and the indices of the lines that are left empty."""
    found = list(lines)
    emptied: set[int] = set()
    for run in _runs(_texts(lines, marks)):
        units = _near_events([*_units(run)])
        if not (_is_sorted(units) or _is_stacked(units)):
            continue
        levels, sure = _dealt(units)
        slots = sorted({text.line for unit in units for text in unit.texts if not text.is_letter})
        if len(levels) >= len(slots):
            continue
        emptied.update(range(slots[0], slots[-1] + 1))
        emptied.difference_update(slots[: len(levels)])
        for slot in slots:
            found[slot] = replace(lines[slot], text="")
        for slot, level in zip(slots, levels, strict=False):
            found[slot] = replace(lines[slot], text=_set([text for index in level.units for text in units[index].texts]), pieced=not sure)
    return found, emptied


def _set(texts: Sequence[_Text]) -> str:
    line = ""
    for one in sorted(texts, key=lambda text: text.start):
        line = f"{line:<{one.start}}{one.text}"
    return line


def _texts(lines: Sequence[SourceLine], marks: Sequence[Mark]) -> list[_Text]:
    """Texts and letters in the order in which they were written."""
    found = [_Text(mark.line, mark.place, mark.place + 1, "", mark.number) for mark in marks]
    for at, line in enumerate(lines):
        found += [_Text(at, match.start(), match.end(), match[0]) for match in _TEXT.finditer(line.text)]
    return sorted(found, key=lambda text: (text.line, text.start))


def _runs(texts: Sequence[_Text]) -> Iterator[list[_Text]]:
    """Texts each of which stands to the right of the one before, or below it, where a letter is among them."""
    run: list[_Text] = []
    for text in texts:
        if run and text.line > run[-1].line and text.end <= run[-1].start:
            if any(one.is_letter for one in run):
                yield run
            run = []
        run.append(text)
    if any(one.is_letter for one in run):
        yield run


def _units(run: Sequence[_Text]) -> Iterator[_Unit]:
    """Texts side by side as one unit each, and letters."""
    texts: list[_Text] = []
    for text in run:
        if texts and (text.is_letter or texts[-1].is_letter or text.line > texts[-1].line):
            yield _Unit(tuple(texts))
            texts = []
        texts.append(text)
    if texts:
        yield _Unit(tuple(texts))


def _near_events(units: Sequence[_Unit]) -> Sequence[_Unit]:
    """The units from a little above the first sign of another order to a little below the last one."""
    events = []
    before: _Unit | None = None
    for at, unit in enumerate(units):
        beside = at > 0 and unit.first.line == units[at - 1].last.line
        after = units[at + 1] if at + 1 < len(units) else unit
        upset = unit.first.is_letter and _gap(unit.first, after.first) < 0 and after is not unit
        right = before is not None and unit.first.start >= before.last.end
        if beside or (right and (upset or not unit.first.is_letter)):
            events.append(at)
        before = before if unit.first.is_letter else unit
    return units[max(events[0] - _AROUND, 0) : events[-1] + _AROUND] if events else []


def _is_sorted(units: Sequence[_Unit]) -> bool:
    """Whether a letter shows that it is written among texts beside it: in one line with them, or little below the one before."""
    for before, after in pairwise(units):
        if before.first.is_letter != after.first.is_letter and after.first.line == before.last.line:
            return True
        if after.first.is_letter and not before.first.is_letter and after.first.line - before.last.line < _MOST_BREAKS - 1:
            return True
    return False


def _is_stacked(units: Sequence[_Unit]) -> bool:
    """Whether two lines begin to the right of the one above them, as the lines of a page hardly do."""
    written = [unit for unit in units if not unit.first.is_letter]
    return any(
        min(one.first.start, other.first.start) >= before.last.end and before.last.line < one.first.line < other.first.line
        for before, one, other in zip(written, written[1:], written[2:], strict=False)
    )


def _dealt(units: Sequence[_Unit]) -> tuple[tuple[_Level, ...], bool]:
    """The lines that the units were, as few as possible, and whether no other way explains them as well."""
    page = _page(units)
    states = [_State(0.0, (), ())]
    for index in range(len(units)):
        following = [after for state in states for after in _placed(state, page, index)]
        following.sort(key=lambda state: state.cost)
        states = following[:_BEAM]
    best = states[0]
    others = (state for state in states[1:] if state.cost <= best.cost + _AS_GOOD)
    return best.levels, all(_figures(state, units) == _figures(best, units) for state in others)


def _figures(state: _State, units: Sequence[_Unit]) -> set[tuple[int, ...]]:
    """The units side by side on each line that holds a figure."""
    return {tuple(sorted(level.units)) for level in state.levels if len(level.units) > 1 and _holds_figure(level, units)}


def _holds_figure(level: _Level, units: Sequence[_Unit]) -> bool:
    return any(_FIGURE.fullmatch(text.text) for part in level.units for text in units[part].texts)


def _page(units: Sequence[_Unit]) -> _Page:
    gaps = tuple(
        tuple(min(_gap(one, other) for one in unit.texts for other in part.texts) for part in units[:at]) for at, unit in enumerate(units)
    )
    turned = tuple(tuple(_turned(units, gaps, part, at) for part in range(at)) for at in range(len(units)))
    return _Page(tuple(units), gaps, turned)


def _turned(units: Sequence[_Unit], gaps: Sequence[Sequence[int]], before: int, after: int) -> float:
    """What it costs that a unit stands above an earlier one: too much where they overlap, unless a letter between them upset their order.

    Such a letter stands to the right of the first, and over the second.
    """
    if gaps[after][before] >= 0:
        return 0.0
    letters = [at for at in range(before + 1, after) if units[at].first.is_letter]
    upset = any(units[before].last.end <= units[at].first.start and gaps[after][at] < 0 for at in letters)
    return _TURNED if upset else _FAR


def _placed(state: _State, page: _Page, index: int) -> Iterator[_State]:
    """What may become of a state: the unit on one of its lines, or on a new one."""
    low, high = _distance(state, page.units, index)
    if page.units[index].first.is_letter:
        yield _lettered(state, page.units, index, low, high)
        return
    if not state.levels:
        yield _State(state.cost, (_Level(0.0, (index,)),), (*state.spans, (0.0, 0.0)))
        return
    turned = [max(page.turned[index][part] for part in level.units) for level in state.levels]
    # what a unit costs that stands above this line and all below it
    above = [max(turned[at:], default=0.0) for at in range(len(turned) + 1)]
    yield from _joined(state, page, index, above, (low, high))
    yield from _added(state, page, index, above, (low, high))


def _distance(state: _State, units: Sequence[_Unit], index: int) -> tuple[float, float]:
    """From where to where a unit may stand by the line breaks before it."""
    if not index:
        return -_FAR, _FAR
    before, after = units[index - 1].last, units[index].first
    low, high = state.spans[index - 1]
    if before.is_letter:
        near = after.line == before.line
        return (low - _REACH, high + _REACH) if near else (-_FAR, _FAR)
    breaks = after.line - before.line
    if not breaks:
        return low - 0.5, high + 0.5
    if breaks == 1:
        return -_FAR, high + 2.0
    return low + breaks, high + breaks + 1.0 if breaks < _MOST_BREAKS else _FAR


def _lettered(state: _State, units: Sequence[_Unit], index: int, low: float, high: float) -> _State:
    """The state with a letter, which stands below those before it in the text."""
    number = units[index].first.number
    from_low, from_high = low, high
    for other, span in enumerate(state.spans):
        if units[other].first.is_letter:
            steps = number - units[other].first.number
            reach = sorted((steps * _LETTER_STEP[0], steps * _LETTER_STEP[1]))
            low, high = max(low, span[0] + reach[0]), min(high, span[1] + reach[1])
    if low <= high:
        return _State(state.cost, state.levels, (*state.spans, (low, high)))
    return _State(state.cost + _OFF * min(low - high, 3.0), state.levels, (*state.spans, (from_low, from_high)))


def _joined(state: _State, page: _Page, index: int, above: Sequence[float], span: tuple[float, float]) -> Iterator[_State]:
    """A unit on the lines of other units."""
    for at, level in enumerate(state.levels):
        closest = min(page.gaps[index][part] for part in level.units)
        if closest < 1 or index - 1 in level.units or above[at + 1] >= _FAR or not _within(state, page, index, level.at):
            continue
        cost = above[at + 1] + _OFF * _off(level.at, span) + _CLOSE * (closest < _GAP) + _unlike(level, page.units, page.units[index])
        levels = (*state.levels[:at], _Level(level.at, (*level.units, index)), *state.levels[at + 1 :])
        yield _State(state.cost + cost, levels, (*state.spans, (level.at, level.at)))


def _added(state: _State, page: _Page, index: int, above: Sequence[float], span: tuple[float, float]) -> Iterator[_State]:
    """A unit on a line of its own."""
    for at in range(len(state.levels) + 1):
        if above[at] >= _FAR:
            continue
        low = state.levels[at - 1].at if at else -_FAR
        high = state.levels[at].at if at < len(state.levels) else _FAR
        for place in sorted({*_between(low, high, span[0])}):
            if not _within(state, page, index, place):
                continue
            space = min(place - low, high - place)
            cost = above[at] + _NEW + _OFF * _off(place, span) + _TIGHT * (space < _LEAST_DOWN) + _WIDE * max(space / _STEP - 1.0, 0.0)
            levels = (*state.levels[:at], _Level(place, (index,)), *state.levels[at:])
            yield _State(state.cost + cost, levels, (*state.spans, (place, place)))


def _between(above: float, below: float, low: float) -> Iterator[float]:
    """Places of a new line between two others."""
    if above < low + 0.2 * _STEP < below:
        yield low + 0.2 * _STEP
    if above <= -_FAR:
        yield from (below - _STEP * count for count in range(1, 5))
    elif below >= _FAR:
        yield from (above + _STEP * count for count in range(1, 5))
    else:
        yield (above + below) / 2


def _within(state: _State, page: _Page, index: int, place: float) -> bool:
    """Whether all that would no longer stand in the order in which it was written is near enough to a letter."""
    low = high = place
    turned = False
    for at in range(index):
        if not page.units[at].first.is_letter:
            other = state.spans[at][0]
            turned = turned or other >= place
            if turned:
                low, high = min(low, other), max(high, other)
    return high - low <= 2 * _REACH + _SLACK


def _off(place: float, span: tuple[float, float]) -> float:
    """By how much a place is not where the line breaks tell."""
    return min(max(span[0] - 0.2 - place, place - span[1] - 0.2, 0.0), 3.0)


def _unlike(level: _Level, units: Sequence[_Unit], unit: _Unit) -> float:
    """What it costs that a figure stands beside a text that goes on, or anything beside a title or a sentence."""
    beside = [text.text for part in level.units for text in units[part].texts]
    own = [text.text for text in unit.texts]
    if any(map(_ALONE.fullmatch, [*beside, *own])):
        return _PROSE
    counted, counts = any(map(_FIGURE.fullmatch, beside)), any(map(_FIGURE.fullmatch, own))
    goes_on = (_goes_on(beside) and counts) or (_goes_on(own) and counted)
    numbered = any(map(_INDEX.fullmatch, beside)) != any(map(_INDEX.fullmatch, own))
    return _LOWER * goes_on + _ODD * (not counted) * (1.0 if counts else 0.5) + _NUMBERED * numbered


def _goes_on(texts: Sequence[str]) -> bool:
    return any(text[0].islower() for text in texts)


def _gap(one: _Text, other: _Text) -> int:
    return max(one.start - other.end, other.start - one.end)
