"""Where the texts of a squeezed table break: a line below goes on with the cell whose last word it follows elsewhere.

Two texts that stand beside each other on one line may be parted at any word. But a word with which one of them goes on follows the last
word of the line above in the same cell: as these two do on one line elsewhere in the report, or over a break of other rows.
"""

from collections import Counter, defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Final, TypeAlias

from extractor.reading.column_lines import GROUP_LABEL
from extractor.reading.text_squeezed_deal import Text
from extractor.reading.text_squeezed_words import Word

_REACH: Final = 2
"""Lines from one line of a cell to its next one; between them stand those of a cell in the middle of its row."""
_OWN: Final = 0.5
"""What is taken off the breaks that are seen: those of one other row may be dealt wrongly, too."""

Follows: TypeAlias = Callable[[str, str], float]
"""How much tells that the second word follows the first one in a text, from 0 to 1."""


def never(_before: str, _word: str) -> float:
    """Nothing is known of any two words."""
    return 0.0


@dataclass(slots=True)
class Line:
    """A line of a table, and the texts to which its words were dealt."""

    words: Sequence[Word]
    head: bool
    texts: list[Text] = field(default_factory=list)
    label: bool = field(init=False)
    """Whether this is a label over rows, which stands in no column."""

    def __post_init__(self) -> None:
        self.label = not self.head and GROUP_LABEL.match(" ".join(word.text for word in self.words)) is not None

    @property
    def apart(self) -> bool:
        """Whether no text goes on over this line."""
        return self.head or self.label

    def first(self, text: Text) -> str:
        """The word with which a text begins."""
        return self.words[text.first].text

    def last(self, text: Text) -> str:
        """The word with which a text ends."""
        return self.words[text.stop - 1].text


class Breaks:
    """Between which words the texts of a table break, as they were dealt, beside what the report says of the words."""

    def __init__(self, follows: Follows) -> None:
        self.follows = follows
        self._seen: defaultdict[tuple[str, str], set[int]] = defaultdict(set)
        self._ended: Counter[str] = Counter()
        self._begun: Counter[str] = Counter()

    def learn(self, parts: Sequence[Sequence[Line]]) -> None:
        """Count the breaks of all lines anew."""
        for counts in (self._seen, self._ended, self._begun):
            counts.clear()
        for part in parts:
            ends: dict[int, tuple[str, int]] = {}
            for at, line in enumerate(line for line in part if line.texts):
                ends = {} if line.apart else ends
                for text in () if line.apart else line.texts:
                    before, above = ends.get(text.column, ("", at))
                    if before and at - above <= _REACH and not line.first(text)[0].isupper():
                        self._count(before, line.first(text), line)
                    ends[text.column] = (line.last(text), at)

    def _count(self, before: str, word: str, line: Line) -> None:
        self._seen[before, word].add(id(line))
        self._ended[before] += 1
        self._begun[word] += 1

    def led(self, lines: Sequence[Line], index: int) -> Callable[[int, str], float]:
        """How much the lines above one say for a text of a column that begins with a word."""
        ends: dict[int, str] = {}
        for line in _until_apart(lines[max(index - _REACH, 0) : index][::-1]):
            for text in line.texts:
                ends.setdefault(text.column, line.last(text))
        own = id(lines[index])
        return lambda column, word: self._known(ends[column], word, own) if column in ends else 0.0

    def leads(self, lines: Sequence[Line], index: int) -> Callable[[int, str], float]:
        """How much the lines below one say for a text of a column that ends with a word."""
        begins: dict[int, tuple[str, int]] = {}
        for line in _until_apart(lines[index + 1 : index + 1 + _REACH]):
            for text in line.texts:
                begins.setdefault(text.column, (line.first(text), id(line)))
        return lambda column, word: self._known(word, *begins[column]) if column in begins else 0.0

    def _known(self, before: str, word: str, own: int) -> float:
        """How much tells that a word follows another one; what this very line said of it before tells nothing."""
        elsewhere = len(self._seen[before, word] - {own}) if (before, word) in self._seen else 0
        if not elsewhere:
            return self.follows(before, word)
        broken = (elsewhere - _OWN) / (min(self._ended[before], self._begun[word]) - _OWN)
        return max(self.follows(before, word), broken)


def _until_apart(lines: Sequence[Line]) -> Sequence[Line]:
    stop = next((at for at, line in enumerate(lines) if line.apart), len(lines))
    return lines[:stop]
