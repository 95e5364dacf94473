"""Several budget lines printed in one row: "3355 A 3355.EBA B 3355.EBA.994 C" beside three amounts."""

import itertools
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from extractor.records.cells import has_words
from extractor.records.cuts import rejoin
from extractor.records.spans import goes_on
from extractor.values.codes import read_code

_PART = r"\s?[.,]\s?"
_INSIDE = re.compile(
    rf"(?<![\w.])(?:\d{{3}}{_PART}\d{{2}}{_PART}[A-Z]{{2}}|(?:[A-Z]{{2}}{_PART})?\d{{4}}{_PART}[A-Z]{{3}})(?:{_PART}(?:\d{{3}}|\d{{4}}|[A-Z]{{3}})(?!\w))*"
)
_AMOUNT = re.compile(r"(?:Rp\.?\s*)?\d{1,3}(?:\s?[.,]\s?\d{3})+(?:,00)?(?:[.,]?-)?", re.IGNORECASE)
_NOTHING = re.compile(r"(?!)")


@dataclass(slots=True)
class Entry:
    """One budget line: its code in the usual spelling, its text, its amount as printed."""

    code: str | None = None
    text: str = ""
    amount: str = ""


def is_code(text: str) -> bool:
    """Whether a cell holds nothing but a budget code ("076.01.CQ", "6709", "6709.QGE,003")."""
    return len(text.strip()) >= 4 and read_code(text) is not None


def entries(cells: Sequence[Sequence[str]], amounts: str, words: frozenset[str]) -> list[Entry]:
    """The budget lines of one row from the cells that hold code and text (each as its printed lines) and the text of the amounts.

    A text without a code goes on with the one before it (rejoined where a border cut it, by ``words``); a cell of texts
    beside a cell of codes is dealt out line by line; amounts belong to the budget lines in order.
    """
    found: list[Entry] = []
    for lines in cells:
        waiting = [entry for entry in found if entry.code and not entry.text]
        pieces = list(_pieces(" ".join(lines)))
        if len(waiting) > 1 and len(pieces) == 1 and not pieces[0][0] and len(lines) >= len(waiting):
            for entry, text in zip(waiting, dealt(lines, len(waiting)), strict=True):
                entry.text = text
            continue
        for code, text in pieces:
            if code or not found:
                found.append(Entry(code, text))
            else:
                found[-1].text = rejoin(found[-1].text, text, words)
    figures = [match.group().strip() for match in _AMOUNT.finditer(amounts)] or ([amounts] if len(re.findall(r"\d", amounts)) > 3 else [])
    found = [entry for entry in found if entry.code or has_words(entry.text, 2)]
    if figures and not found:
        return [Entry(None, "", figure) for figure in figures]
    for entry, figure in zip(found, figures, strict=False):
        entry.amount = figure
    return found


def dealt(lines: Sequence[str], parts: int) -> list[str]:
    """Printed lines as so many texts: cut where a line least goes on with the one before it."""
    joints = sorted(range(1, len(lines)), key=lambda at: (goes_on(lines[at - 1], lines[at], "", _NOTHING), at))
    cuts = [0, *sorted(joints[: parts - 1]), len(lines)]
    return [" ".join(lines[a:b]) for a, b in itertools.pairwise(cuts)]


def _pieces(text: str) -> Iterator[tuple[str | None, str]]:
    """(code, text behind it) in printed order; the text before the first code has none."""
    solid = "".join(text.split())
    whole = next((t for t in (text, solid) if is_code(t)), None)
    if whole:
        yield read_code(whole), ""
        return
    marks = [m for m in _INSIDE.finditer(text) if read_code(m.group())]
    head = (text[: marks[0].start()] if marks else text).strip()
    if head:
        yield None, head
    for mark, after in zip(marks, [*marks, None][1:], strict=True):
        yield read_code(mark.group()), text[mark.end() : after.start() if after else len(text)].strip()
