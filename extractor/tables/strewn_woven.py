"""Lines of two columns that a converter wrote through each other, taken apart where one of the texts stands whole elsewhere.

Reports name the same outcomes in many tables. Where the lines of a block begin, one after the other, with the words of a text that is
a block of its own elsewhere, these words are a cell, and what the lines hold besides is another.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import Final

from extractor.reading.document import Line
from extractor.tables.strewn_bands import band_of
from extractor.tables.strewn_fit import NUMBERED
from extractor.values.starts import INDIKATOR, SASARAN

_LEAST_WORDS, _MOST_WORDS = 4, 40
_OFTEN: Final = 2
_OPENING: Final = 2
"""Words with which a text is sought."""
_CAPITAL: Final = re.compile(r"(?<=[a-z] )[A-Z]")
_APART: Final = 1.0
"""Gap above a block that was none before."""


class Whole:
    """The texts that stand in blocks of their own, by the words with which they begin."""

    def __init__(self, lines: Iterable[Line] = ()) -> None:
        counts = Counter(tuple(" ".join(line.text for line in block).split()) for block in _blocks(list(lines)))
        self._texts: dict[tuple[str, ...], list[tuple[str, ...]]] = {}
        for words, count in sorted(counts.items(), key=lambda item: (-item[1], len(item[0]), item[0])):
            known = count >= _OFTEN or SASARAN.match(" ".join(words)) or INDIKATOR.match(" ".join(words))
            if _LEAST_WORDS <= len(words) <= _MOST_WORDS and known and words[0][:1].isupper():
                for opening in range(1, _OPENING + 1):
                    self._texts.setdefault(words[:opening], []).append(words)

    def beginning(self, words: Sequence[str]) -> list[tuple[str, ...]]:
        """The texts that begin as these words do, a single one on its line, too; the most frequent first."""
        return self._texts.get(tuple(words[:_OPENING]), [])


def beside_outcome(text: str) -> int:
    """Where on a line that begins with an outcome an indicator stands beside it: it has a capital behind a small word; 0 if none does."""
    found = (match.start() for match in _CAPITAL.finditer(text)) if SASARAN.match(text) else iter(())
    return next((at for at in found if INDIKATOR.match(text, at) and not SASARAN.match(text, at)), 0)


def unwoven(lines: Sequence[Line], whole: Whole) -> list[Line]:
    """The lines; those of blocks that hold a known text and another one as a block for each."""
    return [line for block in _blocks(lines) for line in _parted(block, whole)]


def _blocks(lines: Sequence[Line]) -> Iterator[list[Line]]:
    starts = [0, *(at for at, line in enumerate(lines) if line.gap and at), len(lines)]
    yield from (list(lines[start:stop]) for start, stop in pairwise(starts) if stop > start)


def _parted(block: list[Line], whole: Whole) -> list[Line]:
    if any(band_of(line.text) for line in block):
        return block
    for start, line in enumerate(block if len(block) > 1 else ()):
        for text in whole.beginning(NUMBERED.sub("", line.text).split()):
            found = _taken(block, start, text)
            if found is not None:
                return _divided(block, found, whole)
    return _without_right(block, whole)


def _without_right(block: list[Line], whole: Whole) -> list[Line]:
    """The block; a known text that stands behind another one, at the ends of the lines, as a block of its own."""
    for start, line in enumerate(block):
        words = line.text.split()
        for at in range(_OPENING, len(words) - 1):
            for text in whole.beginning(words[at:]) if words[at][:1].isupper() else ():
                found = _taken_right(block, start, at, text)
                if found is not None:
                    return _divided_right(block, found, whole)
    return block


def _taken_right(block: Sequence[Line], start: int, first: int, text: Sequence[str]) -> dict[int, int] | None:
    """From which word on each line goes on with the text, up to its end; None where the text is not there."""
    taken: dict[int, int] = {}
    at = 0
    for number, line in enumerate(block[start:], start):
        words = line.text.split()
        begins = [first] if number == start else range(len(words))
        found = next(
            (
                begin
                for begin in begins
                if len(words) - begin <= len(text) - at and words[begin:] == list(text[at : at + len(words) - begin])
            ),
            None,
        )
        if found is None:
            return None
        taken[number] = found
        at += len(words) - found
        if at == len(text):
            return taken
    return None


def _divided_right(block: Sequence[Line], taken: dict[int, int], whole: Whole) -> list[Line]:
    """What stands before the known text, and this as a block below it."""
    others = [line._replace(text=" ".join(line.text.split()[: taken.get(at)])) for at, line in enumerate(block) if taken.get(at, 1)]
    mine = [block[at]._replace(text=" ".join(block[at].text.split()[found:]), gap=0.0) for at, found in taken.items()]
    mine[0] = mine[0]._replace(gap=_APART)
    return [*_parted(others, whole), *mine]


def _taken(block: Sequence[Line], start: int, text: Sequence[str]) -> dict[int, int] | None:
    """How many words at the beginning of each line are those of the text; None where it is not there, or where nothing else is between."""
    taken: dict[int, int] = {}
    at = 0
    for number, line in enumerate(block[start:], start):
        words = line.text.split()
        count = 0
        while count < len(words) and at < len(text) and words[count] == text[at]:
            count, at = count + 1, at + 1
        if count:
            taken[number] = count
        if at == len(text):
            break
    contiguous = list(taken) == list(range(start, start + len(taken)))
    whole = all(count == len(block[number].text.split()) for number, count in taken.items())
    return None if at < len(text) or len(taken) < _OPENING or (contiguous and whole) else taken


def _divided(block: Sequence[Line], taken: dict[int, int], whole: Whole) -> list[Line]:
    """The known text as a block, and the rest as another one below it."""
    mine: list[Line] = []
    others: list[Line] = []
    for number, line in enumerate(block):
        words = line.text.split()
        count = taken.get(number, 0)
        if count:
            mine.append(line._replace(text=" ".join(words[:count]), gap=0.0 if mine else max(block[0].gap, _APART)))
        if count < len(words):
            others.append(line._replace(text=" ".join(words[count:]), gap=0.0 if others else _APART))
    return [*mine, *_parted(others, whole)]
