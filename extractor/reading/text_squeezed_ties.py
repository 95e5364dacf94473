"""What a report says elsewhere of two words of a squeezed line: whether they are one text, or stand beside each other by chance.

Reports name the same indicators, programmes and offices in many places. A word that follows the same two words everywhere goes on
with them; where these are followed by other words in other lines, and the word is led by others, a column ends between them.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace
from functools import lru_cache
from math import log
from typing import Final

from extractor.reading.column_lines import CURRENCY
from extractor.reading.text_squeezed_words import Word, is_count, is_figure, is_year, kind_of_word
from extractor.values.dates import read_date
from extractor.values.ranks import read_golongan, read_pangkat

_UNSEEN: Final = 0.5
_MOST: Final = 2.0
"""The logarithm of the odds that one side tells at most."""
_WEIGHT: Final = 0.5
_BOUND: Final = 6.0
"""What ties the parts of one number."""
_LED: Final = 0.7
"""Share of the places of a word where a figure leads it, from which it is a unit."""
_TIMES: Final = frozenset(("dikali", "dikalikan", "kali", "x", "×"))
_HUNDRED: Final = re.compile(r"100(?:[.,]0+)?%?")
"""What stands before the factor of a formula, and that factor."""
_COUNT: Final = "jumlah"
_WIDE: Final = "|"
"""What stands for a wide blank."""
_FIGURE: Final = "#"
_NIP: Final = (re.compile(r"\d{8}"), re.compile(r"\d{6}"), re.compile(r"[12]\d?"), re.compile(r"\d{1,3}"))
"""The parts in which the number of a civil servant is printed: birth, appointment, sex and a sequence."""
_SEQUENCE: Final = re.compile(r"0\d\d")
_DAY: Final = re.compile(r"\d{1,2}")
_RANK_WORDS: Final = 4
"""Words of the name of a rank at most."""
_DEGREE: Final = re.compile(
    r"(?:[A-Z][A-Za-z]{0,4}\.){2,}[A-Z]?[a-z]{0,4},?|(?:SE|SH|ST|SIP|MM|MH|MSi|MAP),?|[A-Z][A-Za-z]{0,4}(?:\.[A-Z][a-z]{0,4})+,?"
)
"""A degree behind a name: "S.E.", "M.Si", "A.Md.Kom."."""
_RANK_ENDS: Final = frozenset(("i,", "muda,", "madya,", "utama,"))
"""With what they end before a grade."""
_RANKS: Final = frozenset(("juru", "pengatur", "penata", "pembina"))
"""With what they begin."""


class Ties:
    """The words that follow and lead others in the lines of a report; a line that is printed again counts once."""

    def __init__(self, lines: Iterable[Sequence[Word]]) -> None:
        self._after: defaultdict[tuple[str, str], Counter[str]] = defaultdict(Counter)
        self._before: defaultdict[tuple[str, str], Counter[str]] = defaultdict(Counter)
        self._led: defaultdict[str, Counter[bool]] = defaultdict(Counter)
        self._counted: set[str] = set()
        self._pairs: Counter[tuple[str, str]] = Counter()
        self._begun: Counter[str] = Counter()
        self._ended: Counter[str] = Counter()
        for line in {tuple((word.text, word.fixed) for word in words): words for words in lines}.values():
            for index in range(1, len(line)):
                known = _sides(line, index)
                self._led[line[index].text][_is_measured(line, index)] += 1
                if line[index - 1].text.istitle() and line[index - 1].text.lower() == _COUNT:
                    self._counted.add(line[index].text.lower())
                if not line[index].fixed and _is_text(line[index - 1].text) and _is_text(line[index].text):
                    self._pairs[line[index - 1].text, line[index].text] += 1
                    self._begun[line[index - 1].text] += 1
                    self._ended[line[index].text] += 1
                for counts, side in zip((self._after, self._before), known, strict=True):
                    if side is not None:
                        counts[side[0]][_WIDE if line[index].fixed else side[1]] += 1

    def follows(self, above: str, word: str) -> float:
        """How much tells that a word goes on with the text whose line above ends with another one: how often it follows that elsewhere."""
        count = self._pairs[above, word]
        return count / (min(self._begun[above], self._ended[word]) + _UNSEEN) if count else 0.0

    def tied(self, words: Sequence[Word]) -> list[Word]:
        """The words of a line, each with how much ties it to the one before; below 0 where that tells two texts."""
        return [replace(word, tie=self._tie(words, index)) for index, word in enumerate(words)]

    def _tie(self, words: Sequence[Word], index: int) -> float:
        if words[index].fixed:
            return 0.0
        if _is_nip(words, index) or _is_priced(words, index) or _is_dated(words, index) or _is_ranked(words, index):
            return _BOUND
        if words[index - 1].text.endswith(",") and _DEGREE.fullmatch(words[index].text):
            return _BOUND
        if _is_factor(words[index - 1].text, words[index].text):
            return _BOUND
        if _is_measured(words, index) and self._is_unit(words[index].text):
            return _BOUND / 2
        sides = _sides(words, index)
        tie = _WEIGHT * sum(_odds(counts, side) for counts, side in zip((self._after, self._before), sides, strict=True))
        return tie if _is_text(words[index - 1].text) and _is_text(words[index].text) else min(tie, 0.0)

    def _is_unit(self, word: str) -> bool:
        """Whether a word follows figures in most places, or names what indicators count: "Jumlah kejadian …", "3 Kejadian"."""
        led = self._led[word]
        return word.lower() in self._counted or (led[True] > 1 and led[True] >= _LED * led.total())


def _is_factor(before: str, word: str) -> bool:
    """Whether a number is the factor of a formula: "dikali 100%"."""
    return before.lower() in _TIMES and _HUNDRED.fullmatch(word) is not None


def _is_measured(words: Sequence[Word], index: int) -> bool:
    """Whether a word follows a figure other than the first word of its line, the number of a row."""
    if index < 2 or words[index].fixed or _is_nip(words, index - 1) or _is_dated(words, index - 1):
        return False
    return is_count(words[index - 1].text) and words[index].text.istitle()


def _odds(counts: dict[tuple[str, str], Counter[str]], side: tuple[tuple[str, str], str] | None) -> float:
    """The logarithm of the odds that elsewhere the same words stand together, too."""
    if side is None:
        return 0.0
    seen = counts[side[0]]
    same = seen[side[1]] - 1
    other = seen.total() - seen[side[1]]
    return max(min(log((same + _UNSEEN) / (other + _UNSEEN)), _MOST), -_MOST) if same + other else 0.0


def _sides(words: Sequence[Word], index: int) -> tuple[tuple[tuple[str, str], str] | None, tuple[tuple[str, str], str] | None]:
    """Two words and the one that follows them, and two words and the one that leads them; nothing is told of figures."""
    before, word = words[index - 1], words[index]
    led = None if is_figure(before.text) else ((_at(words, index - 2) if not before.fixed else _WIDE, _name(before)), _name(word))
    follows = index + 1 < len(words) and not words[index + 1].fixed
    leads = None if is_figure(word.text) else ((_name(word), _at(words, index + 1) if follows else _WIDE), _name(before))
    return led, leads


def _at(words: Sequence[Word], index: int) -> str:
    return _name(words[index]) if index >= 0 else _WIDE


def _name(word: Word) -> str:
    return _FIGURE if is_figure(word.text) else word.text


def _is_text(word: str) -> bool:
    """Whether a word is neither a figure nor a number of a row; what stands beside such a one elsewhere tells of no text."""
    return any(map(str.isalpha, word)) and not is_figure(word)


def _is_priced(words: Sequence[Word], index: int) -> bool:
    """Whether an amount follows its currency, or a sign of percent its number."""
    before, word = words[index - 1].text, words[index].text
    if word == "%":
        return kind_of_word(before) == "number"
    return CURRENCY.match(before) is not None and not CURRENCY.match(word) and kind_of_word(word) == "amount"


def _is_dated(words: Sequence[Word], index: int) -> bool:
    """Whether a month follows a day, or a year the month behind a day."""
    before, word = words[index - 1].text, words[index].text
    if _is_month(word):
        return _DAY.fullmatch(before) is not None
    return index > 1 and is_year(word) and _is_month(before) and _DAY.fullmatch(words[index - 2].text) is not None


@lru_cache(maxsize=8192)
def _is_month(word: str) -> bool:
    return word.isalpha() and read_date(f"1 {word} 2000") is not None


def _is_ranked(words: Sequence[Word], index: int) -> bool:
    """Whether a word goes on with the name of a rank, or is its grade in brackets or behind a comma; a line may break the name."""
    if read_golongan(words[index].text) and words[index - 1].text.lower() in _RANK_ENDS:
        return True
    for start in range(max(index - _RANK_WORDS, 0), index):
        if words[start].text.lower().rstrip(",") not in _RANKS:
            continue
        graded = words[index].text[0] == "(" or words[index - 1].text[-1] == ","
        if graded and read_golongan(words[index].text) and _is_rank(words[start:index]):
            return True
        if any(_is_rank(words[start:stop]) for stop in range(index + 1, min(start + _RANK_WORDS, len(words)) + 1)):
            return True
    return False


def _is_rank(words: Sequence[Word]) -> bool:
    name = " ".join(word.text for word in words).rstrip(",").removesuffix(" Tk.")
    return read_pangkat(name) == name


def _is_nip(words: Sequence[Word], index: int) -> bool:
    """Whether a word goes on with the number of a civil servant, or with the end of one that a line breaks."""
    before = words[index - 1].text
    return (_NIP[2].fullmatch(before) is not None and _SEQUENCE.fullmatch(words[index].text) is not None) or any(
        index - part >= 0
        and all(pattern.fullmatch(word.text) for pattern, word in zip(_NIP[: part + 1], words[index - part : index + 1], strict=True))
        for part in range(1, len(_NIP))
    )
