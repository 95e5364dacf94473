"""Noun phrases before and behind a figure, cut out of its clause."""

import re
from collections.abc import Sequence
from typing import Final

from extractor.claims.keys import subject_key
from extractor.claims.lexicon import CONJUNCTIONS, ENDS, LEADS, LINKS, MEASURES, NAME_WORDS, OPENINGS, POINTING, TURNS
from extractor.claims.nlp import Token

_MOST_WORDS: Final = 12
"""Words of a name behind a figure."""
_SHARE_WORDS: Final = frozenset({"atau", "sebesar", "(", ")"})
_TAIL: Final = re.compile(
    r"\s(?:(?:dari|pada|sampai|untuk)\s(?:dengan\s)?tahun|mengalami|per\s\d|(?:tahun|ta)\s(?:anggaran\s)?(?:19|20)\d\d)\b.*$", re.I
)
"""What a name before a figure is no longer: its year, or that it rose."""
_TELLS_NOTHING: Final = POINTING | LINKS | LEADS | TURNS
_YEAR: Final = re.compile(r"(?:19|20)\d\d")


def name_before(tokens: Sequence[Token]) -> str:
    """What the words before a figure name, without the words that lead to it, link it to the figure or only say how it was measured.

    "" where nothing stands between a conjunction and the link: "… dan sebesar".
    """
    words = list(tokens)
    while words and (words[-1].lower_ in LINKS or words[-1].text == ","):
        words.pop()
    if len(words) < len(tokens) and words and words[-1].lower_ in CONJUNCTIONS:
        return ""
    words = _last_clause(words)
    while words and words[0].lower_ in LEADS:
        words.pop(0)
    name = text_of(_stripped(words))
    short = _TAIL.sub("", name)
    return short if tells(short) else name


def name_behind(tokens: Sequence[Token], only_after: Sequence[str] = ()) -> str:
    """The noun phrase behind a figure; with ``only_after``, the one that one of these words begins."""
    words = list(tokens)
    if only_after:
        while words and (words[0].tag_ or words[0].lower_ in _SHARE_WORDS):
            words.pop(0)
        if not words or words[0].lower_ not in only_after:
            return ""
        words.pop(0)
    return text_of(words[: name_length(words)])


def name_length(tokens: Sequence[Token]) -> int:
    """How many of the words behind a figure belong to the name of what is counted."""
    for i, token in enumerate(tokens[:_MOST_WORDS]):
        if token.is_sent_start or token.lower_ in ENDS or token.lower_ in LINKS:
            return i
    return min(len(tokens), _MOST_WORDS)


def tells(text: str) -> bool:
    """Whether a phrase names something rather than only pointing back to it."""
    return any(word not in _TELLS_NOTHING and not _YEAR.fullmatch(word) for word in subject_key(text).split())


def text_of(tokens: Sequence[Token]) -> str:
    """The tokens as printed, without stops at the ends."""
    text = "".join(token.text_with_ws for token in tokens).strip(' ,.;:(-–“”"')
    return f"{text})" if text.count("(") > text.count(")") else text


def _last_clause(words: list[Token]) -> list[Token]:
    """The words from the last beginning of a clause on; from the one before where those name nothing."""
    for i in range(len(words) - 1, 0, -1):
        if _begins_clause(words, i) and tells(text_of(words[i:])):
            return words[i:]
    return words


def _begins_clause(words: Sequence[Token], i: int) -> bool:
    word = words[i].lower_
    return word in TURNS or (words[i - 1].text == "," and (word in OPENINGS or word in MEASURES))


def _stripped(words: list[Token]) -> list[Token]:
    """Without the words at both ends that only say how something was measured, where others are left."""
    kept = list(words)
    while kept and _says_nothing(kept[-1]):
        kept.pop()
    while kept and _says_nothing(kept[0]):
        kept.pop(0)
    return kept if tells(text_of(kept)) else words


def _says_nothing(token: Token) -> bool:
    if token.lower_ in NAME_WORDS and (token.text.istitle() or token.lower_.endswith("sentase")):
        return False
    return token.lower_ in _TELLS_NOTHING or _YEAR.fullmatch(token.text) is not None
