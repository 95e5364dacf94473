"""Which rows one label covers: a column whose text stands once over several rows, perhaps wrapped into the next ones.

Text tables print the rest of a wrapped label beside the following rows, where it looks like a label of its own. Every
text is therefore weighed against the one before it: does it go on, or does it start anew?
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from rapidfuzz import fuzz

from extractor.values.words import is_common_word

OPEN_ENDS = frozenset({
    "dan", "atau", "dalam", "di", "ke", "dari", "pada", "yang", "untuk", "guna", "dengan", "secara", "serta", "atas", "oleh", "kepada",
    "terhadap", "melalui", "tentang", "antara", "bagi", "agar", "tanpa", "para", "sebagai", "sesuai", "sampai", "hingga", "bidang", "se",
    "adalah", "akan", "telah", "tidak", "maupun", "beserta",
})  # fmt: skip
"""Words that cannot end a label: what follows belongs to it."""

WEIGHTS = {
    "bias": -0.5,
    "anchored": -8.0,
    "distant": -6.0,
    "open_end": 4.0,
    "lower_start": 4.0,
    "starter": -3.0,
    "unanchored": 1.5,
    "short": 1.0,
    "listed": -6.0,
    "strange": -2.5,
}
"""Log odds that a text goes on with the label before it; set by reason."""

ECHO = 70.0
"""Likeness of a misread repetition to the words it repeats, 0..100."""
_LISTED = re.compile(r"\(?(?:\d{1,2}|[a-zA-Z])[.)]\s")


@dataclass(slots=True, eq=False)
class Span:
    """One label with the rows it covers."""

    text: str
    start: int
    """Index of the row on which it starts."""
    anchor: str = ""
    """What stands in the anchor column on its first row: the number of a sasaran, the target of an indicator."""


def spans(texts: Sequence[str], anchors: Sequence[str], starter: re.Pattern[str], resets: Sequence[bool] = ()) -> list[Span | None]:
    """The label that covers each row, its wrapped pieces joined; None for rows above the first one.

    ``texts`` are the cells that stand in the rows themselves, "" where a merged cell goes on. ``anchors`` are the cells
    of a column that is filled only where a label starts ("" elsewhere). After a row with ``resets`` no label is open.
    """
    anchoring = sum(bool(a and t) for a, t in zip(anchors, texts, strict=True)) > 0
    found: list[Span | None] = []
    current: Span | None = None
    last = -2
    for at, text in enumerate(texts):
        if resets and resets[at]:
            current = None
        if text:
            if current is not None and goes_on(current.text, text, anchors[at], starter, distance=at - last, anchoring=anchoring) > 0:
                current.text = _joined(current.text, text)
            else:
                current = Span(text, at, anchors[at])
            last = at
        found.append(current)
    return found


def goes_on(before: str, text: str, anchor: str, starter: re.Pattern[str], distance: int = 1, anchoring: bool = False) -> float:
    """Log odds that ``text`` goes on with ``before`` rather than starting a label of its own."""
    features = {
        "bias": True,
        "anchored": bool(anchor),
        "distant": distance > 1,
        "open_end": is_open(before),
        "lower_start": text[:1].islower(),
        "starter": starter.match(text) is not None,
        "unanchored": anchoring and not anchor,
        "short": text.count(" ") < 3,
        "listed": _LISTED.match(text) is not None,
        "strange": _is_strange(text),
    }
    return sum(WEIGHTS[name] for name, present in features.items() if present)


def _is_strange(text: str) -> bool:
    """Whether no word of a text is Indonesian or a name: what a text recogniser makes of a stamp or a rotated cell."""
    words = [word for word in re.findall(r"[^\W\d_]+", text) if len(word) > 3]
    return bool(words) and not any(is_common_word(word) or word.isupper() for word in words)


def is_open(text: str) -> bool:
    """Whether a text cannot end here: a conjunction, a comma, a slash or a hyphen last, or a bracket not closed."""
    words = text.lower().split()
    return bool(words) and (words[-1] in OPEN_ENDS or text[-1] in ",/-&(" or text.count("(") > text.count(")"))


def echoes(before: str, text: str) -> bool:
    """Whether a piece only repeats the end of the text before it, misread ("… Kota Contoh" + "nota Contch")."""
    misread = any(len(word) > 3 and not is_common_word(word) for word in re.findall(r"[^\W\d_]+", text))
    tail = before[-len(text) - 1 :]
    return (
        len(text) > 6
        and misread
        and not is_open(before)
        and fuzz.ratio(tail.lower().replace(" ", ""), text.lower().replace(" ", "")) > ECHO
    )


def without_echo(text: str, lines: Sequence[str]) -> str:
    """A cell's text without a last printed line that only repeats the end of the lines before it."""
    if len(lines) < 2 or not echoes(" ".join(lines[:-1]), lines[-1]):
        return text
    letters = len("".join(lines[-1].split()))
    kept = text
    while letters and kept:
        letters -= not kept[-1].isspace()
        kept = kept[:-1]
    return kept.rstrip()


def _joined(before: str, text: str) -> str:
    """Two pieces of one label; an echo is left out."""
    if echoes(before, text):
        return before
    return f"{before[:-1]}{text}" if before.endswith("-") and text[:1].islower() else f"{before} {text}"
