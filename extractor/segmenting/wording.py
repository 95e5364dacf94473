"""Reading a printed line as a possible title: marks taken off, page numbers told apart, stray blanks mended."""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import Final, NamedTuple

from extractor.segmenting.lexicon import CONNECTIVES, RUNNING

_TAG: Final = re.compile(r"</?[A-Za-z][^<>]*>")
_MARKS: Final = re.compile(r"^\s*#{1,6}\s+|\*\*|__|\\(?=[.)#*-])")
_SIGN: Final = re.compile(r"[<#*_\\]")
"""Without one of these a text has neither tag nor mark."""
_BULLET: Final = re.compile(r"^\s*[-–•▪●➢✓*]\s+")
_NUMBER_AT_END: Final = re.compile(r"(?<![\w,/-])\s*\(?(\d{1,3}|[ivxl]{1,6}|[IVXL]{1,6})\)?[\s.]*$")
_BEHIND_NUMBER: Final = " .)\t"
_ROMAN: Final = frozenset("ivxlIVXL")
_NUMBER_TOUCHING: Final = re.compile(r"(?<=[a-z)])(\d{1,3})$")
_LEADER_SIGNS: Final = " .…·_\t-"
_LEADER_RUNS: Final = ("...", "…", ". . .", "··", "____", "\t")
_NOT_WORD: Final = re.compile(r"[^A-Z0-9]+")
LONGEST_RUN: Final = 200
"""Letters from which a letter-spaced text is no title, and is left as it is."""
_WORD: Final = re.compile(r"[^\W\d_]{2,}")
_LETTERS: Final = re.compile(r"[^\W\d_]+")
_WIDE_BLANK: Final = re.compile(r"\s{2,}")
_BLANK: Final = re.compile(r"\s+")
_TURN: Final = re.compile(r"(?<=[a-z,.)])(?=[A-Z])|(?<=[A-Za-z,])(?=\d)|(?<=\d)(?=[A-Za-z])")


def unmarked(text: str) -> str:
    """Without markdown marks and tags."""
    return _MARKS.sub("", _TAG.sub(" ", text)).strip() if _SIGN.search(text) else text.strip()


def plain(text: str) -> str:
    """Without markdown marks, tags and doubled blanks."""
    return " ".join(unmarked(text).split())


def bulleted(text: str) -> tuple[str, bool]:
    """Text without its list mark, and whether it had one."""
    found = _BULLET.match(text)
    return (text[found.end() :], True) if found else (text, False)


class Tail(NamedTuple):
    """What is left of a line of a table of contents when its leader and page number are taken off."""

    title: str
    leader: bool
    page: bool
    printed: str = ""
    """The page number as printed."""


def split_tail(text: str) -> Tail:
    """Take the dot leader and the page number off.

    A number without a leader counts only where it is arabic or in small roman letters and stands apart from the word before.
    """
    last = text.rstrip(_BEHIND_NUMBER)[-1:]
    number = None if last.isalpha() and last not in _ROMAN else _NUMBER_AT_END.search(text)
    before = text[: number.start()] if number else text.rstrip()
    head = before.rstrip(_LEADER_SIGNS)
    if any(run in before[len(head) :] for run in _LEADER_RUNS):
        return Tail(head, True, number is not None, number.group(1) if number else "")
    if number and not number.group(1).isupper() and number.start(1) > 0:
        return Tail(head, False, True, number.group(1))
    touching = None if last.isalpha() else _NUMBER_TOUCHING.search(text)
    return Tail(text[: touching.start()], False, True, touching.group(1)) if touching else Tail(text, False, False)


@lru_cache(maxsize=4096)
def squeeze(text: str) -> str:
    """Capital letters and digits only: what stays the same when blanks and signs get lost."""
    return _NOT_WORD.sub("", text.upper())


def words(text: str) -> list[str]:
    return text.split()


def letters(text: str) -> str:
    return "".join(filter(str.isalpha, text))


@lru_cache(maxsize=8192)
def capitals(text: str) -> float:
    """Share of letters that are capitals."""
    found = letters(text)
    return sum(map(str.isupper, found)) / len(found) if found else 0.0


def title_case(text: str) -> float:
    """Share of words beginning with a capital, small connecting words not counted."""
    counted = [word for word in _LETTERS.findall(text) if word.lower() not in CONNECTIVES]
    return sum(word[0].isupper() for word in counted) / len(counted) if counted else 0.0


def running(text: str) -> int:
    """Number of words that belong to running text, not to titles."""
    return sum(word.strip('.,;:()"').lower() in RUNNING for word in text.split())


class Vocabulary:
    """The words of a document, to tell a word cut by a stray blank from two words."""

    def __init__(self, texts: Iterable[str], known: Iterable[str] = ()) -> None:
        self._counts = Counter(_WORD.findall("\n".join(texts).lower()))
        self._known = frozenset(word.lower() for text in known for word in text.split())

    def __contains__(self, word: str) -> bool:
        word = word.lower()
        return word in self._known or self._counts[word] > 0

    def _rare(self, word: str) -> bool:
        """Hardly a word: printed once at most, and that once here."""
        return word.lower() not in self._known and self._counts[word.lower()] <= 1

    def mend(self, title: str) -> str:
        """Close the blanks inside words whose removal makes a known word of pieces that are hardly words."""
        title = self.respaced(title)
        done: list[str] = []
        for word in title.split():
            if done and self._belongs(done[-1], word):
                done[-1] += word
            else:
                done.append(word)
        return " ".join(done)

    def _belongs(self, head: str, tail: str) -> bool:
        core = tail.rstrip(".,;:)")
        if not (head.isalpha() and core.isalpha()) or head.isupper() != core.isupper() or head + core not in self:
            return False
        return self._rare(head) or self._rare(core)

    def respaced(self, title: str) -> str:
        """Words instead of single letters; a text that is not letter-spaced stays as it is."""
        if not letter_spaced(title):
            return title
        pieces = _WIDE_BLANK.split(title.strip()) if "  " in title.strip() else [title]
        joined = [_TURN.sub(" ", _BLANK.sub("", piece)) for piece in pieces]
        return " ".join(self._split(word) for piece in joined for word in piece.split())

    def _split(self, run: str) -> str:
        """Letters without blanks as the fewest known words that make them up, else as they are."""
        if not run.isalpha() or run in self or len(run) > LONGEST_RUN:
            return run
        best: list[Sequence[str] | None] = [()] + [None] * len(run)
        for stop in range(1, len(run) + 1):
            options = [
                (*head, run[start:stop]) for start in range(stop) if (head := best[start]) is not None and self._word(run[start:stop])
            ]
            best[stop] = min(options, key=lambda parts: (len(parts), [-len(p) for p in parts]), default=None)
        return " ".join(best[-1] or (run,))

    def _word(self, piece: str) -> bool:
        return piece in self and (len(piece) > 2 or piece.lower() in CONNECTIVES)


def letter_spaced(text: str) -> bool:
    """Whether blanks stand between single letters ("P E N U T U P")."""
    parts = text.split()
    return (
        len(parts) >= 4
        and sum(len(part) <= 2 for part in parts) >= 0.8 * len(parts)
        and sum(len(part) == 1 for part in parts) >= 0.5 * len(parts)
    )


def join(pieces: Sequence[str], vocabulary: Vocabulary) -> str:
    """The lines of one title as one text; a word divided by a hyphen at the end of a line is closed."""
    text = pieces[0] if pieces else ""
    for piece in pieces[1:]:
        text = _join_two(text, piece, vocabulary)
    return text


def _join_two(head: str, tail: str, vocabulary: Vocabulary) -> str:
    if not (head.endswith("-") and head[-2:-1].isalpha() and tail[:1].isalpha()):
        return f"{head} {tail}".strip()
    first, second = head[:-1].rsplit(maxsplit=1)[-1], tail.split(maxsplit=1)[0].rstrip(".,;:)")
    same = first.lower() == second.lower()
    return head + tail if same or first + second not in vocabulary else head[:-1] + tail
