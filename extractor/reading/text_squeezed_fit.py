"""The true places of words that were pushed to the right: the best parting of each line into texts of columns.

Dynamic programming over the words of a line. A word stands where its text begins, and where texts of other lines begin or
(figures) end, too, or it goes on with the word before.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from math import log
from typing import Final

from extractor.reading.column_cells import CURRENCY
from extractor.reading.text_squeezed_pins import SLACK, pinned
from extractor.reading.text_squeezed_words import Word, is_figure, is_header, kind_of_word, width_of

_BLANK: Final = 0.6
"""Width of a blank between words, in letters."""
_REACH: Final = 60
"""Lines on either side whose texts show columns."""
_NEAR: Final = 12.0
"""Lines at which a text shows a column with half the weight."""
_LEAST: Final = 0.75
"""Texts that must begin or end at a place for it to be one of a column."""
_TEXTS: Final = 2
"""Texts that must begin there, however far."""
_STATES: Final = 12
"""Ways to part the beginning of a line that are followed up."""
_SAMPLE: Final = 12
"""Lines by which the width of letters is told."""
_SHARES: Final = (1.0, 0.9, 0.8)
"""Widths of letters in a table for each width in prose."""
_SMALLER: Final = 0.3
"""What each step of smaller letters costs for each line."""
_ROUNDS: Final = 2
_FOUND: Final = 0.5
"""What a text counts whose beginning was found and is not printed."""
_PRIOR: Final = 1.0
_CONTENT: Final = 0.7
_MOST_LIKELY: Final = 1.5
_REPEATED: Final = 2.0
"""What a word adds that begins where other lines hold nothing but the same word."""
_MOST: Final = 6.0
_CUT: Final = 1.8
"""What the beginning of a text behind one blank costs."""
_ANCHOR: Final = 0.15
"""What each text adds that begins or ends at the same place."""
_CROSSED: Final = 0.45
"""What each text costs that begins at a place over which this one reaches."""
_CHANGE: Final = 1.6
"""What a change between words and figures adds to a beginning."""
_SMALL: Final = 1.0
"""What a small letter costs at a beginning."""
_CAPITAL: Final = 0.4
_SHORT: Final = 0.5
"""What each cell costs by which a text reaches into a place that is taken."""
_SAME: Final = 0.5
_RAMP: Final = 2.5
"""Cells beyond the slack over which a text reaches for certain; the width of its letters is but an estimate."""
_REACHED: Final = 2.5
"""Cells by which a text may seem to reach into the next one."""


@dataclass(frozen=True, slots=True)
class Fit:
    """A word at its true place; ``begins`` where it begins a text."""

    text: str
    x0: float
    begins: bool


@dataclass(frozen=True, slots=True)
class _Anchor:
    """A place at which texts begin, or figures end."""

    place: float
    weight: float
    kinds: Mapping[str, float]
    """How much more often than elsewhere texts here begin with a word of a kind, as a logarithm."""
    words: frozenset[str]
    """Texts of a single word that begin here."""
    right: bool = False

    def likely(self, word: str, kind: str) -> float:
        """What a word says for a text that begins here."""
        if word in self.words:
            return _REPEATED
        return _CONTENT * max(min(self.kinds.get(kind, -_MOST_LIKELY), _MOST_LIKELY), -_MOST_LIKELY)


@dataclass(frozen=True, slots=True)
class _State:
    """The words of a line up to one: what they are worth, where they end, and how they stand."""

    score: float
    start: float
    end: float
    fits: tuple[Fit, ...]


def fitted(lines: Sequence[Sequence[Word]], scale: float) -> list[list[Fit]]:
    """The words of each line at their true places; ``scale`` is the width of a small letter of prose in cells.

    Tables are often set in smaller letters; how small is told by how well their texts then keep to their columns.
    """
    if sum(1 for words in lines if words) < 2:
        return [_as_printed(words, scale) for words in lines]
    sample = [index for index, words in enumerate(lines) if not all(word.fixed for word in words)]
    sample = sample[:: len(sample) // _SAMPLE + 1]
    scales = [share * scale for share in _SHARES] if sample else [scale]
    tried = [(sum(_settled(lines, one, 1, sample)[1]) - _SMALLER * len(sample) * step, one) for step, one in enumerate(scales)]
    return _settled(lines, max(tried)[1], _ROUNDS, range(len(lines)))[0]


def _settled(lines: Sequence[Sequence[Word]], scale: float, rounds: int, wanted: Iterable[int]) -> tuple[list[list[Fit]], list[float]]:
    """The words of the wanted lines at their best places for letters of this width, and what these are worth."""
    lines = pinned(lines, scale)
    found = [_as_printed(words, scale) for words in lines]
    filled = [index for index, words in enumerate(lines) if words]
    rank = {index: at for at, index in enumerate(filled)}
    squeezed = [index for index in wanted if not all(word.fixed for word in lines[index])]
    worth: list[float] = []
    for _ in range(rounds):
        texts = [_texts(lines[index], found[index], scale) for index in filled]
        worth.clear()
        for index in squeezed:
            at = rank[index]
            near = range(max(at - _REACH, 0), min(at + _REACH + 1, len(filled)))
            anchors = _anchors([(abs(other - at), texts[other]) for other in near if other != at])
            best = _line(lines[index], anchors, scale)
            found[index] = list(best.fits)
            worth.append(best.score)
    return found, worth


def _as_printed(words: Sequence[Word], scale: float) -> list[Fit]:
    found: list[Fit] = []
    end = 0.0
    for word in words:
        x0 = float(word.x0) if word.fixed else end + _BLANK * scale
        found.append(Fit(word.text, x0, word.fixed))
        end = x0 + scale * width_of(word.text)
    return found


@dataclass(frozen=True, slots=True)
class _Text:
    """A text of a line: where it begins and ends, its first word and the kind of it, and how sure its place is."""

    x0: float
    x1: float
    word: str
    kind: str
    sure: float
    alone: bool
    """Whether it is a single word."""


def _texts(words: Sequence[Word], fits: Sequence[Fit], scale: float) -> list[_Text]:
    """The texts of a line; none of a header, which is centred over the columns."""
    if is_header(words):
        return []
    starts = [index for index, fit in enumerate(fits) if fit.begins]
    found = []
    for first, stop in zip(starts, [*starts[1:], len(fits)], strict=True):
        last = fits[stop - 1]
        x1 = last.x0 + scale * width_of(last.text)
        sure = 1.0 if words[first].fixed else _FOUND
        found.append(_Text(fits[first].x0, x1, fits[first].text, kind_of_word(fits[first].text), sure, stop == first + 1))
    return found


def _anchors(lines: Sequence[tuple[int, Sequence[_Text]]]) -> list[_Anchor]:
    """The places at which texts of these lines begin, and figures end, with how many do and of which kinds these are."""
    lefts: defaultdict[int, Counter[str]] = defaultdict(Counter)
    rights: defaultdict[int, Counter[str]] = defaultdict(Counter)
    words: defaultdict[int, set[str]] = defaultdict(set)
    sure: defaultdict[int, float] = defaultdict(float)
    total: Counter[str] = Counter()
    for distance, texts in lines:
        weight = 0.5 ** (distance / _NEAR)
        for text in texts:
            total[text.kind] += weight * text.sure
            lefts[round(text.x0)][text.kind] += weight * text.sure
            sure[round(text.x0)] += text.sure
            if text.alone:
                words[round(text.x0)].add(text.word)
            if text.alone and is_figure(text.word):
                rights[round(text.x1)][text.kind] += weight * text.sure
    lefts = defaultdict(
        Counter, {place: kinds for place, kinds in lefts.items() if sum(sure[place + step] for step in (-1, 0, 1)) >= _TEXTS}
    )
    return [*_places_of(lefts, words, total, right=False), *_places_of(rights, {}, total, right=True)]


def _places_of(found: Mapping[int, Counter[str]], words: Mapping[int, set[str]], total: Counter[str], *, right: bool) -> Iterator[_Anchor]:
    everything = total.total()
    for place in sorted(found):
        kinds = found[place] + found.get(place - 1, Counter()) + found.get(place + 1, Counter())
        weight = found[place].total()
        if (weight + kinds.total()) / 2 >= _LEAST and weight > 0:
            ratios = {
                kind: log((kinds[kind] + _PRIOR * total[kind] / everything) / (kinds.total() + _PRIOR) * everything / total[kind])
                for kind in total
            }
            alone = frozenset(word for near in (place - 1, place, place + 1) for word in words.get(near, ()))
            yield _Anchor(float(place), min(weight, _MOST), ratios, alone, right)


def _line(words: Sequence[Word], anchors: Sequence[_Anchor], scale: float) -> _State:
    """The best way to part a line."""
    states = [_State(0.0, 0.0, 0.0, ())]
    for index, word in enumerate(words):
        following = next((float(other.x0) for other in words[index + 1 :] if other.fixed), None)
        found: dict[float, _State] = {}
        for state in states:
            for x0, worth, begins in _places(words, index, state, anchors, scale):
                end = x0 + scale * width_of(word.text)
                over = max(end - following - SLACK, 0.0) if following is not None else 0.0
                score = state.score + worth - _SHORT * over
                key = round(2 * end) / 2
                if key not in found or found[key].score < score:
                    found[key] = _State(score, x0 if begins else state.start, end, (*state.fits, Fit(word.text, x0, begins)))
        states = sorted(found.values(), key=lambda state: (-state.score, state.end))[:_STATES]
    return max(states, key=lambda state: state.score)


def _places(words: Sequence[Word], index: int, state: _State, anchors: Sequence[_Anchor], scale: float) -> list[tuple[float, float, bool]]:
    """Where a word may stand, what that is worth, and whether it begins a text there."""
    word = words[index]
    width = scale * width_of(word.text)
    if word.fixed:
        over = _SHORT * max(state.end - word.x0 - SLACK, 0.0)
        return [(float(word.x0), -over - _crossed(anchors, word.x0, word.x0, word.x0 + width), True)]
    flow = min(state.end + _BLANK * scale, float(word.x0))
    options = [(flow, -_crossed(anchors, state.start, state.end, flow + width), False)]
    kind = kind_of_word(word.text)
    worth = _beginning(words[index - 1].text, word.text) - _CUT
    figure = is_figure(word.text)
    for anchor in anchors:
        x0 = anchor.place - width if anchor.right else anchor.place
        if (figure or not anchor.right) and state.end - _REACHED <= x0 <= word.x0 + (SLACK if anchor.right else 0.0):
            short = _SHORT * max(state.end - x0, 0.0)
            at = max(x0, flow)
            crossed = _crossed(anchors, at, at, at + width)
            options.append((at, worth + _ANCHOR * anchor.weight + anchor.likely(word.text, kind) - short - crossed, True))
    loose = max(flow, min(float(word.x0), flow + 2.0))
    options.append((loose, worth - _crossed(anchors, loose, loose, loose + width), True))
    return options


def _crossed(anchors: Sequence[_Anchor], start: float, before: float, end: float) -> float:
    """What it costs that a text from ``start`` reaches not only to one place but to another, over the beginnings of others."""
    return sum(
        _CROSSED * anchor.weight * (_past(end - anchor.place) - _past(before - anchor.place))
        for anchor in anchors
        if not anchor.right and start + _SAME < anchor.place < end
    )


def _past(over: float) -> float:
    """How surely a text reaches over a place that it passes by so many cells."""
    return min(max((over - SLACK) / _RAMP, 0.0), 1.0)


def _beginning(before: str, word: str) -> float:
    """What the words themselves say for a beginning."""
    ours, theirs = kind_of_word(before), kind_of_word(word)
    figures = is_figure(before) + is_figure(word)
    strong = "amount" in (ours, theirs) or "percent" in (ours, theirs)
    change = 0.0
    if figures and not CURRENCY.match(before):
        change = _CHANGE if strong or ours != theirs else _CHANGE / 2
    if not any(map(str.isalnum, word)) or not any(map(str.isalnum, before)):
        change = max(change, _CHANGE / 2)
    letter = -_SMALL if word[0].islower() else _CAPITAL if word[0].isupper() else 0.0
    return change + letter
