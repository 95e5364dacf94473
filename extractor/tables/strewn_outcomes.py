"""To which outcome an indicator belongs, told outside the tables that name both: by the headings below which the report writes of its
indicators, and by the mean of what they reached that it prints for each outcome.
"""

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import accumulate
from typing import Final

from rapidfuzz import fuzz

from extractor.tables.strewn_fit import NUMBERED
from extractor.tables.strewn_regions import is_heading

_NUMBER: Final = r"(?:\d{1,2}(?:\.\d{1,2})+\.?|\d{1,2}[.)]|[A-Za-z][.)])"
_HEADED: Final = re.compile(
    rf"(?P<number>{_NUMBER} +)?(?P<word>(?:sasaran|tujuan)(?: [a-z]+)?(?: (?:\d{{1,2}}|[IVX]+))? ?[:.] ?)?", re.IGNORECASE
)
"""What may stand before the outcome in a heading: its number, the word "Sasaran"."""
_MOST_LINES: Final = 3
_SAME: Final = 92.0
"""Likeness of a heading and the outcome that it names, 0..100."""
_WRITTEN: Final = 92.0
"""Likeness of an indicator and of words of the text that name it, 0..100."""
_LISTED: Final = re.compile(r"[;,.:]$")
_NO_LETTERS: Final = re.compile(r"[^a-z0-9]+")
_PERCENT: Final = re.compile(r"(\d{1,3}(?:[.,]\d{1,2})?) ?%?")
_NEAR: Final = 4
"""Lines below the words of an outcome among which its mean stands."""
_OFF: Final = Decimal("0.015")
"""How far a printed mean may be from that of the printed shares, in per cent."""
_SEVERAL: Final = 2
_FIRST: Final = 8
"""Letters with which a line begins as the outcome does that it names."""


def under_headings(texts: Sequence[str], outcomes: Sequence[str], indicators: Sequence[str]) -> Iterator[tuple[str, str]]:
    """Each indicator that the lines write of below the heading of one outcome alone, with that outcome."""
    sections = [(outcome, _bare(" ".join(texts[start:stop]))) for outcome, start, stop in _sections(texts, outcomes)]
    named = [(outcome, {name for name in indicators if _is_written(name, prose)}) for outcome, prose in sections]
    own = [(outcome, names) for outcome, names in named if names]
    apart = [(outcome, names) for outcome, names in own if not any(names >= less and outcome != other for other, less in own)]
    for name in indicators:
        found = {outcome for outcome, names in apart if name in names}
        if len(found) == 1:
            yield name, found.pop()


def segments(votes: Sequence[Sequence[int]], opening: Sequence[Sequence[int]]) -> tuple[list[int], bool]:
    """The first row of each group, where groups follow one another and each has rows, and whether no other way has as many votes.

    ``votes`` are what speaks for each row being of each group, ``opening`` for its being the first of it; the first row opens the first
    group. No rows are given where there are fewer of them than groups.
    """
    groups = len(votes[0]) if votes else 0
    if not groups or len(votes) < groups:
        return [], False
    best: list[tuple[int, list[int], bool] | None] = [None] * groups
    for row, told in enumerate(votes):
        before, best = best, [None] * groups
        for group in range(min(groups, row + 1)):
            stays, follows = before[group], before[group - 1] if group else None
            options = [(score, starts, alone) for score, starts, alone in (option for option in (stays,) if option)]
            options += [(follows[0] + opening[row][group], [*follows[1], row], follows[2])] if follows else []
            options += [(0, [0], True)] if row == 0 else []
            if options:
                score, starts, alone = max(options, key=lambda option: (option[0], option[1]))
                tied = sum(1 for option in options if option[0] == score) > 1
                best[group] = (score + told[group], starts, alone and not tied)
    last = best[-1]
    return (last[1], last[2]) if last else ([], False)


def means_of(texts: Sequence[str], outcomes: Sequence[str]) -> list[tuple[str, Decimal]]:
    """The outcomes below whose words a share stands, in the order of the lines, with that share in per cent."""
    found: list[tuple[str, Decimal]] = []
    for at in range(len(texts)):
        named = _named(texts, at, outcomes, bare=True)
        if named is not None:
            outcome, stop = named
            share = next((share_of(text) for text in texts[stop : stop + _NEAR] if "," in text and share_of(text) is not None), None)
            if share is not None:
                found.append((outcome, share))
    return found


def share_of(text: str) -> Decimal | None:
    """The figure of a share, in per cent, its sign perhaps left out; None where a text is none."""
    match = _PERCENT.fullmatch(text)
    return Decimal(match[1].replace(",", ".")) if match else None


def by_means(shares: Sequence[Decimal | None], means: Sequence[Decimal]) -> list[int]:
    """The first row of each group, where the mean shares of the groups leave one way alone; nothing where they do not."""
    if len(means) < _SEVERAL:
        return []
    sums = list(accumulate((share or Decimal(0) for share in shares), initial=Decimal(0)))
    counts = list(accumulate((share is not None for share in shares), initial=0))
    ways: dict[int, tuple[int, list[int]]] = {0: (1, [])}
    for mean in means:
        reached: dict[int, tuple[int, list[int]]] = {}
        for start, (number, starts) in ways.items():
            for stop in range(start + 1, len(shares) + 1):
                count = counts[stop] - counts[start]
                if count and abs(sums[stop] - sums[start] - mean * count) <= _OFF * count:
                    reached[stop] = (reached.get(stop, (0, []))[0] + number, [*starts, start])
        ways = reached
    number, found = ways.get(len(shares), (0, []))
    return found if number == 1 else []


def _sections(texts: Sequence[str], outcomes: Sequence[str]) -> Iterator[tuple[str, int, int]]:
    """The outcome of each heading, and the lines below it: from where to before where.

    Where the number of the next heading is not the following one, one between is missing, and what is below the first may be of that.
    """
    now: tuple[str, int, str] | None = None
    for at, text in enumerate(texts):
        named = _named(texts, at, outcomes)
        number = _number_of(text) if named else ""
        inner = now is not None and "." in now[2] and text.startswith(f"{now[2]}.")
        if now and (named or (is_heading(text) and not inner)):
            if not (named and _is_one_missing(now[2], number)):
                yield now[0], now[1], at
            now = None
        if named:
            now = (*named, number)
    if now:
        yield now[0], now[1], len(texts)


def _number_of(text: str) -> str:
    """The number of a heading, without the mark behind it: "3.2.1", "a"."""
    match = _HEADED.match(text)
    return match["number"].strip().rstrip(".)") if match and match["number"] else ""


def _is_one_missing(number: str, after: str) -> bool:
    """Whether a heading stood between two with these numbers."""
    (before, last), (above, following) = _split(number), _split(after)
    return before == above and last > 0 and following > last + 1


def _split(number: str) -> tuple[str, int]:
    """The number of a heading as that of the one above it and its own, which counts from 1."""
    before, _, last = number.rpartition(".")
    return before, int(last) if last.isdecimal() else ord(last.upper()) - ord("A") + 1 if len(last) == 1 else 0


def _named(texts: Sequence[str], at: int, outcomes: Sequence[str], *, bare: bool = False) -> tuple[str, int] | None:
    """The outcome that the lines from this one on name, and where its words end; ``bare`` where nothing need stand before it."""
    match = _HEADED.match(texts[at])
    if match is None or not (bare or match["number"] or match["word"]):
        return None
    text = texts[at][match.end() :]
    first = _bare(text)[:_FIRST]
    begun = [outcome for outcome in outcomes if text and _bare(outcome).startswith(first)]
    for stop in range(at + 1, min(at + _MOST_LINES, len(texts)) + 1):
        for outcome in begun:
            if not _LISTED.search(text) and fuzz.ratio(_bare(text), _bare(outcome)) >= _SAME:
                return outcome, stop
        text = f"{text} {texts[stop]}" if stop < len(texts) else text
    return None


def _is_written(name: str, prose: str) -> bool:
    words = _bare(NUMBERED.sub("", name))
    return bool(words) and fuzz.partial_ratio(words, prose, score_cutoff=_WRITTEN) > 0 and len(words) <= len(prose)


def _bare(text: str) -> str:
    """The letters and digits of a text, in lower case."""
    return _NO_LETTERS.sub("", text.lower())
