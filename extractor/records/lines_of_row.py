"""Several budget lines printed in one row: "3355 A 3355.EBA B 3355.EBA.994 C" beside three amounts."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from extractor.records.cells import has_words
from extractor.records.cuts import rejoin
from extractor.values.codes import read_code

_PART = r"\s?[.,]\s?"
_INSIDE = re.compile(
    rf"(?<![\w.])(?:\d{{3}}{_PART}\d{{2}}{_PART}[A-Z]{{2}}|(?:[A-Z]{{2}}{_PART})?\d{{4}}{_PART}[A-Z]{{3}})(?:{_PART}(?:\d{{3}}|\d{{4}}|[A-Z]{{3}})(?!\w))*"
)
_AMOUNT = re.compile(r"(?:Rp\.?\s*)?\d{1,3}(?:\s?[.,]\s?\d{3})+(?:,00)?(?:[.,]?-)?", re.IGNORECASE)


@dataclass(slots=True)
class Entry:
    """One budget line: its code in the usual spelling, its text, its amount as printed."""

    code: str | None = None
    text: str = ""
    amount: str = ""


def is_code(text: str) -> bool:
    """Whether a cell holds nothing but a budget code ("076.01.CQ", "6709", "6709.QGE,003")."""
    return len(text.strip()) >= 4 and read_code(text) is not None


def entries(texts: Sequence[str], amounts: str, words: frozenset[str]) -> list[Entry]:
    """The budget lines of one row from the cells that hold code and text and the cell with the amounts.

    A text without a code goes on with the one before it (rejoined where a border cut it, by ``words``); amounts belong
    to the lines in order.
    """
    found: list[Entry] = []
    for code, text in _pieces(texts):
        if code:
            found.append(Entry(code, text))
        elif found:
            found[-1].text = rejoin(found[-1].text, text, words)
        else:
            found.append(Entry(None, text))
    figures = [match.group().strip() for match in _AMOUNT.finditer(amounts)] or ([amounts] if len(re.findall(r"\d", amounts)) > 3 else [])
    found = [entry for entry in found if entry.code or has_words(entry.text, 2)]
    if figures and not found:
        return [Entry(None, "", figure) for figure in figures]
    for entry, figure in zip(found, figures, strict=False):
        entry.amount = figure
    return found


def _pieces(texts: Sequence[str]) -> list[tuple[str | None, str]]:
    pieces: list[tuple[str | None, str]] = []
    for text in texts:
        if not text:
            continue
        if is_code(text):
            pieces.append((read_code(text), ""))
            continue
        marks = [m for m in _INSIDE.finditer(text) if read_code(m.group())]
        head = text[: marks[0].start()] if marks else text
        if head.strip():
            pieces.append((None, head.strip()))
        for mark, after in zip(marks, [*marks, None][1:], strict=True):
            rest = text[mark.end() : after.start() if after else len(text)].strip()
            pieces.append((read_code(mark.group()), rest))
    return pieces
