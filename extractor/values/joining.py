"""Joining the printed lines of one cell, and mending words that wrapping has cut in two."""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import pairwise

from extractor.values.digits import is_cut_figure
from extractor.values.words import is_common_word

_WORDS = re.compile(r"([^\W\d_]+)")
_PART = "\0"
"""Between texts that are searched together: no letter, no blank."""
_SMALL_HEAD = re.compile(r"[a-z]+")
_TAIL = re.compile(r"(?<![^\W\d_])[^\W\d_]++$")
_HEAD = re.compile(r"[^\W\d_]+")
_CUT_PLACE = re.compile(r"(?<=[^\W\d_])[ \n]+(?=[^\W\d_])|(?<=[0-9.,]) +(?=[0-9.,])|(?<=[^\W_][/-]) +(?=\w)|(?<=\w) +(?=[/][^\W_])")
_ENDS_LINE = re.compile(r"-\s|\n?\0")
"""What stands behind a word that may be the first half of one."""
_BEFORE_STROKE = re.compile(r"[^\W_]/?$")
_BEHIND_STROKE = re.compile(r"/?[^\W_]")
_MARKER_END = re.compile(r"[.)]\s*\w")
_GROUPED_END = re.compile(r"[0-9][.,][0-9]{3}-$")
_ROMAN = re.compile(r"[IVXLC]+")
_FIGURE = frozenset("0123456789.,")
_WINDOW = 60
_MONTH = re.compile(r"(?:jan|feb|peb|mar|apr|me[iy]|ju[nl]|ag[us]|sep|o[kc]t|no[vp]|de[sc])", re.IGNORECASE)
# Hyphens after these stay, whatever follows.
_HYPHEN_PREFIXES = frozenset(
    {"non", "pra", "sub", "anti", "pasca", "ke", "se", "e", "eks", "ex", "antar", "multi", "inter", "semi", "pro", "al", "ar", "as"}
)


class Vocabulary:
    """How often each word, and each pair of neighbours, stands in a document."""

    def __init__(self, words: Counter[str], pairs: Counter[tuple[str, str]], doubtful: Counter[str]) -> None:
        self._words = words
        self._pairs = pairs
        self._doubtful = doubtful
        self._followers: dict[str, list[str]] = {}
        self._leaders: dict[str, list[str]] = {}
        for left, right in pairs:
            self._followers.setdefault(left, []).append(right)
            self._leaders.setdefault(right, []).append(left)
        self._decided: dict[tuple[str, str], bool] = {}

    @classmethod
    def of(cls, texts: Iterable[str]) -> "Vocabulary":
        """The vocabulary of some texts (cells, or the printed lines of cells); case does not matter."""
        first, *pieces = _WORDS.split(f"{_PART}{_PART.join(texts)}{_PART}")
        printed, gaps = pieces[::2], pieces[1::2]
        words = [word.lower() for word in printed]
        pairs = Counter(pair for pair, gap in zip(pairwise(words), gaps, strict=False) if gap.isspace())
        doubtful = Counter(word for word, gap in zip(words, gaps, strict=True) if gap != " " and _ENDS_LINE.match(gap))
        heads = (word for word, gap in zip(printed, [first, *gaps], strict=False) if gap.endswith(_PART))
        doubtful.update(head[0] for word in heads if (head := _SMALL_HEAD.match(word)))
        return cls(Counter(words), pairs, doubtful)

    def __contains__(self, word: object) -> bool:
        return isinstance(word, str) and word.lower() in self._words

    def count(self, word: str) -> int:
        """How often the word stands in the texts, whole."""
        return self._words[word.lower()]

    def is_cut(self, left: str, right: str) -> bool:
        """Whether two neighbouring pieces are one word that was cut in two."""
        key = (left.lower(), right.lower())
        if key not in self._decided:
            self._decided[key] = self._decide(*key)
        return self._decided[key]

    def is_word(self, word: str) -> bool:
        """Whether a word is Indonesian, or seen where it is no piece of a cut word."""
        lower = word.lower()
        if is_common_word(lower):
            return True
        if len(lower) <= 2 or lower not in self._words:
            return False
        pieces = sum(self._pairs[lower, r] for r in self._followers.get(lower, ()) if self._is_joined(lower, r))
        pieces += sum(self._pairs[le, lower] for le in self._leaders.get(lower, ()) if self._is_joined(le, lower))
        # At the edge of a line, or before a hyphen and a blank, a word may be half of one.
        return self._words[lower] > pieces + self._doubtful[lower]

    def _decide(self, left: str, right: str) -> bool:
        if is_common_word(left) and (is_common_word(right) or len(right) == 1):
            return False
        if self._is_joined(left, right):
            return not (self.is_word(left) and self.is_word(right))
        # A stray letter or syllable behind something that is no word by itself, or a suffix that never stands alone.
        if len(left) < 4:
            return False
        return right == "nya" or (len(right) <= 2 and not is_common_word(right) and not self.is_word(left))

    def _is_joined(self, left: str, right: str) -> bool:
        """Whether the two pieces set together are a word, and one not rarer than the pieces side by side."""
        joined = left + right
        if len(joined) < 4 or (len(left) <= 2 and len(right) <= 2):
            return False
        return is_common_word(joined) or self._words[joined] * 2 >= max(1, self._pairs[left, right])


_NO_WORDS = Vocabulary.of(())


def join_lines(lines: Sequence[str], vocabulary: Vocabulary | None = None) -> str:
    """The lines of one cell as one text: blanks between words, none where wrapping cut a word, a compound or a figure.

    Hyphens of compounds stay ("perundang-" "undangan"); a hyphen that only cuts a word goes where the words tell, and
    stays where they do not.
    """
    known = vocabulary or _NO_WORDS
    joined = ""
    for line in lines:
        piece = " ".join(line.split())
        if piece and joined:
            dropped = _closing(joined[-_WINDOW:], piece[:_WINDOW], known)
            joined = f"{joined} {piece}" if dropped is None else joined[: len(joined) - dropped] + piece
        else:
            joined += piece
    return joined


def mend_cuts(text: str, vocabulary: Vocabulary | None = None) -> str:
    """A cell's text with blanks closed where wrapping cut a word ("Persen tase"), a compound or a figure."""
    known = vocabulary or _NO_WORDS
    mended, end = "", 0
    for place in _CUT_PLACE.finditer(text):
        mended += text[end : place.start()]
        end = place.end()
        dropped = _closing(mended[-_WINDOW:], text[end : end + _WINDOW], known)
        mended = mended + place.group() if dropped is None else mended[: len(mended) - dropped]
    return mended + text[end:]


def _closing(left: str, right: str, known: Vocabulary) -> int | None:
    """How many characters to take off ``left`` to set ``right`` directly behind it; None where a blank parts them."""
    if left.endswith("-"):
        return _after_hyphen(left, right, known)
    if left.endswith("/") or right.startswith("/"):
        return 0 if _BEFORE_STROKE.search(left) and _BEHIND_STROKE.match(right) else None
    if left[-1:] in _FIGURE and right[:1] in _FIGURE:
        return 0 if is_cut_figure(left, right) else None
    tail, head = _TAIL.search(left, left.rfind(" ") + 1), _HEAD.match(right)
    if tail is None or head is None or _is_marker(right, head.end()):
        return None
    begun, rest = tail.group(), head.group()
    return 0 if _same_case(begun, rest) and known.is_cut(begun, rest) else None


def _is_marker(right: str, end: int) -> bool:
    """Whether a short piece is a mark or an abbreviation ("a)", "an. Ketua") and not the end of a word."""
    return end <= 2 and _MARKER_END.match(right, end) is not None


def _same_case(left: str, right: str) -> bool:
    """Whether two pieces can be of one word: small letters go on after small ones or one capital, capitals after capitals."""
    if right[:1].isupper():
        # Acronyms side by side ("RKA KL") are not one word.
        acronyms = len(left) + len(right) < 7 and not is_common_word(left + right)
        return left.isupper() and right.isupper() and not acronyms and not _ROMAN.fullmatch(right)
    return not (len(left) > 1 and left.isupper())


def _after_hyphen(left: str, right: str, known: Vocabulary) -> int | None:
    """As ``_closing``, where ``left`` ends with a hyphen: 1 drops it."""
    if left[-2:-1].isdigit():
        # "24-" "Juni-1981" goes on; "1.000.000-" is the end of an amount.
        goes_on = right[:1].isdigit() or _MONTH.match(right)
        return 0 if goes_on and not _GROUPED_END.search(left) else None
    before, head = _TAIL.search(left[:-1]), _HEAD.match(right)
    if before is None or head is None:
        return None
    return int(_is_cutting_hyphen(before.group(), head.group(), known))


def _is_cutting_hyphen(left: str, right: str, known: Vocabulary) -> bool:
    """Whether the hyphen between two pieces only shows that the word goes on."""
    lower, following = left.lower(), right.lower()
    repeated = lower[-4:] == following[:4] or following[:4] in lower
    if repeated or lower in _HYPHEN_PREFIXES or right[:1].isupper() != left[-1:].isupper():
        return False
    if (left + right) in known or is_common_word(left + right):
        return not (is_common_word(left) and is_common_word(right))
    return len(left) >= 4 and len(right) <= 3 and not known.is_word(left)
