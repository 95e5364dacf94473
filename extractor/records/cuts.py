"""Texts cut by a column border that does not exist on paper: "Program Dukungan M" | "anajemen".

Where the cell had several printed lines, the right part belongs after one of the *first* words of the left part:
"Pemeliharaan Kend Gedung" | "araan dan Perbaikan Taman". The cut is therefore looked for at every word, and the
word that comes out of it is compared with the words of the rest of the table.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from extractor.values.words import is_common_word

_WORD = re.compile(r"[^\W\d_]{2,}")
_KNOWN, _CUT, _LINE, _LATER, _OVERLAP, _SPOILT = 4.0, 1.5, 0.5, 0.2, 0.4, 2.0


def vocabulary(texts: Iterable[str]) -> frozenset[str]:
    """All words of some texts, in lower case."""
    return frozenset(word.lower() for text in texts for word in _WORD.findall(text))


def other_words(rows: Sequence[str]) -> list[frozenset[str]]:
    """For each row of a table the words that its other rows know; the halves of a cut word are known to their own row only."""
    own = [vocabulary([row]) for row in rows]
    counts = Counter(word for words in own for word in words)
    common = frozenset(word for word, n in counts.items() if n > 1)
    return [common | frozenset(word for word in counts if word not in words) for words in own]


def rejoin(left: str, right: str, words: frozenset[str]) -> str:
    """One text from the two parts of a cut cell; plainly one after the other where nothing speaks for a cut.

    ``words`` are the words known from elsewhere. A letter seen on both sides of the border counts once.
    """
    if not left or not right:
        return left or right
    head = left.split()
    if not _looks_cut(head[-1], right, words) and not right[:1].islower():
        return f"{left} {right}"
    best = max(_candidates(head, right, words), default=(0.0, ""))
    return best[1] if best[0] > 0 else f"{left} {right}"


def _looks_cut(last: str, right: str, words: frozenset[str]) -> bool:
    first = right.split(maxsplit=1)[0]
    return _is_known(f"{last}{first}", words) and not (_is_known(last, words) and _is_known(first, words))


def _candidates(head: list[str], right: str, words: frozenset[str]) -> Iterator[tuple[float, str]]:
    """(score, text) for a cut behind every word of the left part and every way to join the two halves of a word."""
    first, *others = right.split()
    for at in range(1, len(head) + 1):
        rest = head[at:]
        if rest and not rest[0][:1].isupper() and not rest[0][:1].isdigit():
            continue
        for middle, penalty in _halves(head[at - 1], first):
            whole = _is_known(head[at - 1], words)
            known = middle == head[at - 1] or _is_known(middle, words)
            spoils = whole and middle != head[at - 1] and " " not in middle
            score = (
                (_KNOWN if known else 0.0) - penalty - (_SPOILT if spoils else 0.0) + _LATER * at / len(head) + (_LINE if not rest else 0.0)
            )
            score += _CUT if not whole and " " not in middle else 0.0
            yield score, " ".join([*head[: at - 1], middle, *others, *rest])


def _halves(left: str, right: str) -> Iterator[tuple[str, float]]:
    """Ways to make one word of two halves, each with its penalty."""
    yield left + right, 0.0 if right[:1].islower() else 2.0
    yield left[:-1] + right, _OVERLAP + 0.2
    if left[-1:].lower() == right[:1].lower():
        yield left + right[1:], _OVERLAP
    if len(left) >= 2 and right.lower().startswith(left.lower()):
        yield right, _OVERLAP
    if len(right) >= 2 and left.lower().endswith(right.lower()):
        yield left, _OVERLAP
    yield f"{left} {right}", 3.0


def _is_known(word: str, words: frozenset[str]) -> bool:
    bare = _bare(word)
    return bare in words or is_common_word(bare)


def _bare(word: str) -> str:
    return re.sub(r"[^a-z]", "", word.lower())


def is_cut_from(piece: str, whole: str) -> bool:
    """Whether ``piece`` is ``whole`` with some letters lost: it starts in the middle of a word and all its letters follow in order."""
    if not piece[:1].islower() or len(piece) >= len(whole) or len(piece) < 0.5 * len(whole):
        return False
    letters = iter(re.sub(r"\W", "", whole.lower()))
    return all(letter in letters for letter in re.sub(r"\W", "", piece.lower()))
